"""A bar chart of an answer with one column of names and one of amounts. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

#: The most bars on a page; the table has all rows.
MOST_BARS: Final = 40
#: The most characters of a label, so that it fits on a phone.
MOST_LABEL: Final = 40
#: Columns of numbers that are not amounts, so that a bar from zero has no meaning.
_NO_AMOUNTS: Final = frozenset({"year", "number", "start", "end"})

Row = Sequence[Mapping[str, Any] | None]


def bar_chart(columns: Sequence[str], rows: Sequence[Row]) -> dict[str, Any] | None:
    """Return the bars of a chart; ``None`` unless the rows have one name and one amount each.

    The column of names is one of texts or, if there is none, one of IRIs. Positions and widths are
    in percent of the width; the zero line is always visible.

    >>> cells = [[{"kind": "text", "text": "TEM"}, {"kind": "number", "text": "4", "number": 4.0}]]
    >>> bar_chart(["technique", "studies"], cells * 2)["bars"][0]["width"]
    100.0
    """
    kinds = [_kind(rows, place) for place in range(len(columns))]
    amounts = [i for i, kind in enumerate(kinds) if kind == "number"]
    names = [i for i, kind in enumerate(kinds) if kind == "text"]
    names = names or [i for i, kind in enumerate(kinds) if kind == "iri"]
    if len(rows) < 2 or len(amounts) != 1 or len(names) != 1:
        return None
    name, amount = names[0], amounts[0]
    if columns[amount].lower() in _NO_AMOUNTS:
        return None
    taken = [(row[name], row[amount]) for row in rows if row[name] and row[amount]][:MOST_BARS]
    return {
        "name": columns[name],
        "amount": columns[amount],
        "bars": _bars([(label or {}, value or {}) for label, value in taken]),
    }


def _kind(rows: Sequence[Row], place: int) -> str:
    """Return the kind of all cells of a column; ``""`` if they differ or there are none."""
    kinds = {cell["kind"] for row in rows if (cell := row[place])}
    return kinds.pop() if len(kinds) == 1 else ""


def _bars(pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[dict[str, Any]]:
    values = [float(value["number"]) for _, value in pairs]
    low, high = min(0.0, *values), max(0.0, *values)
    scale = 100 / (high - low) if high > low else 0.0
    return [
        {
            "label": _short(label["text"]),
            "full": label["text"],
            "value": value["text"],
            "x": round((min(number, 0.0) - low) * scale, 2),
            "width": round(abs(number) * scale, 2),
        }
        for (label, value), number in zip(pairs, values, strict=True)
    ]


def _short(text: str) -> str:
    return text if len(text) <= MOST_LABEL else text[: MOST_LABEL - 1] + "…"
