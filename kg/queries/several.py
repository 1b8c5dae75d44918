"""Several values of one parameter: "mobility or PL", or the parameter given more than once.

What matches any of the values is in the answer. Several values are one text everywhere; how they
are parted is said here alone.

>>> parted("carrier mobility, PL or band gap")
('carrier mobility', 'PL', 'band gap')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kg.errors import QueryError
from kg.grounding import ground
from kg.material_classes import class_named
from kg.queries.exact import written_so

if TYPE_CHECKING:
    from kg.queries.named import NamedQuery, Param
    from kg.store.graph import Graph

#: The most values of one parameter.
MOST_VALUES: Final = 24
_BETWEEN: Final = re.compile(r"(?:;\s+|,\s+|\s+(?=or\s))(?:or\s+)?", re.IGNORECASE)


def parted(text: str) -> tuple[str, ...]:
    """The values that a text lists; a comma or semicolon within a word parts nothing."""
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(text) if part.strip()))


def joined(values: Iterable[str]) -> str:
    """Several values as one text."""
    return " or ".join(values)


def values_of(store: Graph, param: Param, text: str) -> tuple[str, ...]:
    """The values of a parameter in a text; one if that is a name as it stands.

    Raises
    ------
    QueryError
        If there are too many.
    """
    parts = parted(text) if param.takes_several else ()
    if len(parts) < 2 or _is_name(store, param, text.strip()):
        return (text,)
    if len(parts) > MOST_VALUES:
        raise QueryError(f"{param.name}: {len(parts)} values, but at most {MOST_VALUES} are taken")
    return parts


def _is_name(store: Graph, param: Param, text: str) -> bool:
    if param.type == "study":
        return bool(written_so(store, text))
    named = ground(param.kind or param.type, text).terms
    return bool(named) or (param.type == "material" and class_named(text) is not None)


def spread(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each parameter with each of its values; one without a value (``None``) is left out.

    >>> list(spread({"material": ["PbS", "PbSe"], "max_temperature": 100, "property": None}))
    [('material', 'PbS'), ('material', 'PbSe'), ('max_temperature', '100')]
    """
    for name, value in values.items():
        given = value if isinstance(value, list | tuple) else [value]
        yield from ((name, str(one)) for one in given if one is not None)


def gathered(query: NamedQuery, given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The values of a question by parameter; those of one that is given repeatedly together.

    Raises
    ------
    QueryError
        If a parameter that takes one value is given twice.
    """
    values: dict[str, str] = {}
    for name, text in given:
        if values.get(name) and text:
            if not query.param(name).takes_several:
                raise QueryError(f"{name}: takes one value, and is given twice")
            values[name] = joined([values[name], text])
        else:
            values[name] = text or values.get(name, "")
    return values
