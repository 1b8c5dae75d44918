"""Blocks of the answer to a named question: declared in its file, inserted into its text.

A question with a possibly long answer declares it in its header::

    # pages: aim_iri study_iri by ?application ?year ?study
    # keys: ?claim ald:application ?aim_iri ; ald:aboutStudy ?study_iri .
    # names: OPTIONAL { ?aim_iri skos:prefLabel ?application }

Before ``by`` are the *key* variables, without their question marks; after it are the expressions
with which its ``ORDER BY`` begins. ``keys`` is a cheap pattern for all keys that may have rows;
``names`` gives the variables of the order for a key (``?study`` and ``?year`` are predefined). Keys
that are equal in the order stay together, so that rows of different blocks never mix.

If values leave few of the keys, ``# narrow`` finds these keys starting from the values. It is a
union; in each branch ``{given}`` is replaced by the values, with a line of ``# given`` on the value
of its last variable, and ``{names}`` by the variables of the order::

    # given: ?kind_iri skos:broader* ?property_iri .
    # narrow: { {given} ?said ald:causedBy ?aim_iri ; ald:property ?kind_iri . {names} } UNION ...

If a value only selects some of the keys, ``# only`` states which: its last variable takes the
value, and its key variables must match those of a key. So the list of all keys that a build stored
serves every value::

    # only: ?study_iri ald:usesMaterial ?material_iri .

The value is inserted before the pattern, or in the place of ``{given}``; in a union, once in each
branch.

``# found: study_iri by name`` states that the parameter ``name`` is any name of a study, which the
catalog of the graph finds.

A line ``# block: VALUES ?study_iri {block} ...`` in the query is a comment until the question is
asked for some keys; then their values take the place of ``{block}``. A line ``# values:`` that
names the parameter of a key variable takes them too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kg.errors import QueryError
from ontology import rdf

Bound = rdf.NamedNode | rdf.Literal
#: The values of the key variables.
Key = tuple[Bound, ...]

_PAGES: Final = re.compile(r"(?P<variables>[a-z_]+(?: [a-z_]+)*) by (?P<order>\S.*)")
#: Greatest number of keys in a block; with many more Oxigraph does not begin with the block.
MOST_KEYS: Final = 16
#: A line of the query's text that marks the place of values.
VALUES_LINE: Final = re.compile(r"^(?P<indent>[ \t]*)# values: (?P<names>[a-z_ ]+)$", re.MULTILINE)
#: A line of the query's text that is active only for a block.
_BLOCK_LINE: Final = re.compile(r"^(?P<indent>[ \t]*)# block: (?P<text>.+)$", re.MULTILINE)
_BLOCK_VALUES: Final = re.compile(r"VALUES (?P<names>\?[a-z_]+|\((?:\s*\?[a-z_]+)+\s*\)) \{block\}")
_ORDER_BY: Final = re.compile(r"^ORDER BY (?P<order>.+)$", re.MULTILINE)
#: Patterns for ``?study`` and ``?year`` of an order, if the question has no others.
_TOLD: Final = MappingProxyType(
    {
        "study": "?study_iri ald:shownLabel ?study .",
        "year": "OPTIONAL { ?study_iri ald:shownYear ?year }",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The header lines of a question on its blocks; see the module's documentation."""

    variables: tuple[str, ...]
    order: str
    keys: str
    names: str
    narrow: str = ""
    given: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    found: tuple[str, ...] = ()

    @property
    def order_variables(self) -> tuple[str, ...]:
        """The variables by which keys are sorted, each once."""
        return tuple(dict.fromkeys(re.findall(r"\?([a-z_]+)", self.order)))


def read_paging(
    name: str,
    text: str,
    header: str,
    keys: str,
    names: str,
    narrow: str,
    given: Sequence[str],
    only: Sequence[str],
    found: str,
) -> Paging:
    """Return the declaration of a question's blocks, from its header lines.

    Parameters
    ----------
    name
        The name of the question, for messages.
    text
        Its SPARQL.
    header, keys, names, narrow, given, only, found
        The values of the seven kinds of lines.

    Raises
    ------
    QueryError
        If a line is missing or malformed, or the order is not that of the query.
    """
    match = _PAGES.fullmatch(header)
    if match is None or not keys:
        raise QueryError(f"{name}.rq: write '# pages: VARIABLE... by ORDER' and '# keys: PATTERN'")
    ordered = _ORDER_BY.findall(text)
    if not ordered or not f"{ordered[-1]} ".startswith(f"{match['order']} "):
        raise QueryError(f"{name}.rq: the order of its pages is not that of its ORDER BY")
    paging = Paging(
        variables=tuple(match["variables"].split()),
        order=match["order"],
        keys=keys,
        names=names,
        narrow=narrow,
        given=tuple(given),
        only=tuple(only),
        found=tuple(found.split(" by ")) if found else (),
    )
    bound = {variable for line in _BLOCK_LINE.findall(text) for variable in _bound_by(line[1])}
    by_value = {
        f"{given}{end}"
        for line in VALUES_LINE.findall(text)
        for given in line[1].split()
        for end in ("", "_iri")
    }
    if not bound and not by_value & set(paging.variables):
        raise QueryError(f"{name}.rq: no line '# block: VALUES ... {{block}}' takes a block")
    for variable in sorted(bound - set(paging.variables)):
        raise QueryError(f"{name}.rq: ?{variable} of a block is no variable of '# pages:'")
    return paging


def _bound_by(line: str) -> list[str]:
    return [name for m in _BLOCK_VALUES.finditer(line) for name in _variables(m["names"])]


def _variables(names: str) -> list[str]:
    return re.findall(r"\?([a-z_]+)", names)


def key_query(paging: Paging, text: str, given: Mapping[str, Sequence[Bound]]) -> str:
    """Return the SPARQL that lists the keys of a question in the order of its answer.

    Parameters
    ----------
    paging
        The declaration of its blocks.
    text
        Its SPARQL, for the prefixes.
    given
        The given values, by variable; they are used if the pattern of the keys has the variable.
    """
    keys = [f"?{name}" for name in paging.variables]
    order = [f"?{name}" for name in paging.order_variables if name not in paging.variables]
    return (
        f"{_prefixes(text)}\nSELECT DISTINCT {' '.join([*keys, *order])}\nWHERE {{\n"
        f"  {_narrow(paging, given) or _general(paging, given)}\n}}\n"
        f"ORDER BY {' '.join([paging.order, *keys])}\n"
    )


def without_choices(
    paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> dict[str, Sequence[Bound]]:
    """Return the given values without those that only choose among the keys.

    All values stay if the keys are found starting from the values.
    """
    if _narrow(paging, given):
        return dict(given)
    chosen = {*paging.variables, *(_last(line) for line in paging.only)}
    return {name: terms for name, terms in given.items() if name not in chosen}


def choices(
    paging: Paging, text: str, given: Mapping[str, Sequence[Bound]]
) -> list[tuple[tuple[str, ...], str]]:
    """Return key variables, each with SPARQL for the values that the given values allow."""
    found = []
    for line in paging.only:
        if (terms := given.get(_last(line))) is not None:
            within = set(_variables(line))
            names = tuple(name for name in paging.variables if name in within)
            values = _values(f"?{_last(line)}", [(term,) for term in terms])
            listed = " ".join(f"?{name}" for name in names)
            told = line.replace("{given}", values) if "{given}" in line else f"{values} {line}"
            found.append(
                (names, f"{_prefixes(text)}\nSELECT DISTINCT {listed}\nWHERE {{ {told} }}\n")
            )
    return found


def _last(line: str) -> str:
    return _variables(line)[-1]


def _prefixes(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.startswith("PREFIX "))


def _general(paging: Paging, given: Mapping[str, Sequence[Bound]]) -> str:
    """Return the pattern of all keys, restricted to the values whose variables it has."""
    known = set(_variables(paging.keys))
    values = [
        _values(f"?{name}", [(term,) for term in _needed(paging, name, terms)])
        for name, terms in given.items()
        if name in known
    ]
    inner = dict.fromkeys(
        [*paging.variables, *(name for name in paging.order_variables if name in known)]
    )
    return (
        f"{{ SELECT DISTINCT {' '.join(f'?{name}' for name in inner)}"
        f" WHERE {{ {' '.join([*values, paging.keys])} }} }}\n"
        f"  {_names(paging)}"
    )


def _narrow(paging: Paging, given: Mapping[str, Sequence[Bound]]) -> str:
    """Return the pattern that finds keys from the values; ``""`` if the values cannot do that."""
    added = {_last(line): line for line in paging.given}
    if not paging.narrow or given.keys().isdisjoint({*paging.variables, *added}):
        return ""
    values = [_values(f"?{name}", [(term,) for term in terms]) for name, terms in given.items()]
    lines = [line for name, line in added.items() if name in given]
    # with two such lines the engine would begin with all their combinations
    told = [*values, *lines[:1], *(f"FILTER EXISTS {{ {line} }}" for line in lines[1:])]
    text = paging.narrow.replace("{given}", " ".join(told))
    return text.replace("{names}", _names(paging))


def _names(paging: Paging) -> str:
    """Return the pattern of the variables of the order for a key."""
    known = {*_variables(paging.names), *_variables(paging.keys)}
    order = set(paging.order_variables).difference(paging.variables)
    told = [pattern for name, pattern in _TOLD.items() if name in order and name not in known]
    return " ".join([paging.names, *told])


def _needed(paging: Paging, name: str, terms: Sequence[Bound]) -> Sequence[Bound]:
    """Return the values of a variable; only one if the keys merely test whether there is any."""
    rest = re.sub(rf"BOUND\(\?{name}\)", "", paging.keys)
    return terms if re.search(rf"\?{name}\b", rest) else terms[:1]


def with_block(text: str, paging: Paging, keys: Sequence[Key]) -> str:
    """Return the SPARQL of a question for some keys only."""

    def data(match: re.Match[str]) -> str:
        places = [paging.variables.index(name) for name in _variables(match["names"])]
        rows = dict.fromkeys(tuple(key[place] for place in places) for key in keys)
        return _values(match["names"], list(rows))

    def line(match: re.Match[str]) -> str:
        return match["indent"] + _BLOCK_VALUES.sub(data, match["text"])

    return _BLOCK_LINE.sub(line, text)


def without_marks(text: str) -> str:
    """Return the SPARQL of a question for readers, without the lines that mark places of values."""
    lines = (line for line in text.splitlines() if line.strip())
    marks = (_BLOCK_LINE, VALUES_LINE)
    return "\n".join(line for line in lines if not any(m.fullmatch(line) for m in marks)) + "\n"


def of_block(paging: Paging, keys: Sequence[Key]) -> dict[str, tuple[Bound, ...]]:
    """Return the values of each key variable in a block, each once."""
    return {
        name: tuple(dict.fromkeys(key[place] for key in keys))
        for place, name in enumerate(paging.variables)
    }


def _values(names: str, rows: Sequence[Key]) -> str:
    if names.startswith("("):
        listed = " ".join(f"({' '.join(map(str, row))})" for row in rows)
    else:
        listed = " ".join(str(row[0]) for row in rows)
    return f"VALUES {names} {{ {listed} }}"
