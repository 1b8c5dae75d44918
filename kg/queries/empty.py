"""Explain why an answer is empty: which value excluded every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.queries.named import NamedQuery
from kg.queries.sure import SURE

if TYPE_CHECKING:
    from collections.abc import Callable

#: The reason if no value excluded a row.
NOTHING_SAID = "the graph has no statement on this"


def why_empty(
    query: NamedQuery, values: Mapping[str, str], ask: Callable[[Mapping[str, str]], str]
) -> tuple[str, ...]:
    """Return sentences on an answer without rows, the most helpful first.

    Parameters
    ----------
    query
        The question.
    values
        The given values, by parameter.
    ask
        A function from other values to the number of their rows in words, ``""`` if there are none.
    """
    return tuple(_reasons(query, values, ask))


def _reasons(
    query: NamedQuery, values: Mapping[str, str], ask: Callable[[Mapping[str, str]], str]
) -> Iterator[str]:
    given = {name: value for name, value in values.items() if value}
    for param in query.params:
        if param.type == "link":
            looser = ask({**given, param.name: "study"})
            if looser:
                yield f"nothing is linked so closely; with link = study there {_rows(looser)}"
    free = [param.name for param in query.params if param.name in given and not param.is_required]
    for name in free:
        rows = ask({key: value for key, value in given.items() if key != name})
        if rows:
            without = f"without this condition there {_rows(rows)}"
            yield f"no row has {_condition(name, given[name])}; {without}"


def _condition(name: str, value: str) -> str:
    if name == SURE:
        return f"a belief of at least {value}"
    return f"{name.replace('_', ' ')} = {value}"


def _rows(number: str) -> str:
    return "is 1 row" if number == "1" else f"are {number} rows"
