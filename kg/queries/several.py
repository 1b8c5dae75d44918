"""Several values of one parameter: "mobility or PL", or the parameter given more than once.

The answer has the rows for any of the values. Several values are passed around as one text; only
this module divides it.

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
    from kg.graph import Graph
    from kg.queries.named import NamedQuery, Param

#: Greatest number of values of one parameter.
MOST_VALUES: Final = 24
_BETWEEN: Final = re.compile(r"(?:;\s+|,\s+|\s+(?=or\s))(?:or\s+)?", re.IGNORECASE)


def parted(text: str) -> tuple[str, ...]:
    """Return the values that a text lists; a comma inside a word does not separate values."""
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(text) if part.strip()))


def joined(values: Iterable[str]) -> str:
    """Return several values as one text."""
    return " or ".join(values)


def values_of(store: Graph, param: Param, text: str) -> tuple[str, ...]:
    """Return the values of a parameter in a text; one value if the whole text is a name.

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
    """Yield each parameter with each of its values; values of ``None`` are left out.

    >>> list(spread({"material": ["PbS", "PbSe"], "max_temperature": 100, "property": None}))
    [('material', 'PbS'), ('material', 'PbSe'), ('max_temperature', '100')]
    """
    for name, value in values.items():
        given = value if isinstance(value, list | tuple) else [value]
        yield from ((name, str(one)) for one in given if one is not None)


def gathered(query: NamedQuery, given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the values of a question by parameter, with repeated values joined.

    Raises
    ------
    QueryError
        If a parameter for one value is given twice.
    """
    values: dict[str, str] = {}
    for name, text in given:
        if values.get(name) and text:
            if not query.param(name).takes_several:
                raise QueryError(f"{name}: takes one value, but was given twice")
            values[name] = joined([values[name], text])
        else:
            values[name] = text or values.get(name, "")
    return values
