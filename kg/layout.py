"""Which columns of a table are printed side by side, and how wide.

Printers of tables for paper and for terminals share these rules; each measures text in its own unit
(points, characters).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kg.statements.quads import NOT_SHIPPED

#: Columns that are printed below their row: the sentence, its source, and its place.
BELOW: Final = ("coating_sentence", "sentence", "said_by", "place")
#: The beginning of the text that replaces a sentence which may not be passed on.
_NO_TEXT: Final = NOT_SHIPPED.partition("{")[0]
#: Prefix of the columns of the second study, in a row that compares two studies.
OTHER: Final = "other_"
#: Column of the confidence in a row; without room for it, the value is printed below the row.
BELIEF: Final = "belief"
#: Columns that are left out first if a row is too wide, the least useful first.
_LEAST_USEFUL: Final = (
    "document",
    "start",
    "end",
    "voice",
    "printed",
    "doi",
    "linked",
    "sources",
    "year",
    "kind",
    "conditions",
    "techniques",
    "ligands",
    "cycles",
    BELIEF,
)
#: Columns that are left out last, because they answer the question.
_MOST_USEFUL: Final = (
    "property",
    "change",
    "value",
    "quantity",
    "temperature",
    "made",
    "layers",
    "material",
    "precursors",
)


def split_below(columns: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the columns of the row itself and those that are printed below it.

    >>> split_below(["study", "material", "sentence", "place"])
    (['study', 'material'], ['sentence', 'place'])
    """
    listed = list(columns)
    beside = [name for name in listed if name not in BELOW]
    return (beside, [name for name in BELOW if name in listed]) if beside else (listed, [])


def split_notes(columns: Iterable[str]) -> tuple[list[str], list[list[str]]]:
    """Return the columns of the row itself, and those below it for each of the two studies.

    >>> split_notes(["study", "sentence", "other_study", "other_sentence", "other_place"])
    (['study', 'other_study'], [['sentence'], ['other_sentence', 'other_place']])
    """
    beside, own = split_below(columns)
    other = [OTHER + name for name in BELOW if OTHER + name in beside and own]
    return [name for name in beside if name not in other], [own, other]


def quote_of(said: Mapping[str, str]) -> str:
    """Return the sentences behind a row, that of the coating first; ``""`` without a sentence here.

    >>> quote_of(
    ...     {"coating_sentence": "Dots were coated.", "sentence": "They glow.", "place": "p. 2"}
    ... )
    'Dots were coated. … They glow.'
    """
    told = (said.get(name, "") for name in ("coating_sentence", "sentence"))
    return " … ".join(text for text in told if text and not text.startswith(_NO_TEXT))


def fold_order(columns: Sequence[str]) -> list[str]:
    """Return the columns in the order in which a row that is too wide loses them, but the first.

    >>> fold_order(["study", "year", "core", "coating", "doi"])
    ['doi', 'year', 'coating', 'core']
    """
    minor = minor_columns(columns)
    last = [name for name in reversed(_MOST_USEFUL) if name in columns[1:]]
    others = [name for name in reversed(columns[1:]) if name not in (*minor, *last)]
    return [*minor, *others, *last]


def minor_columns(columns: Sequence[str]) -> list[str]:
    """Return the least useful of the columns, which a table that is too wide loses first."""
    return [name for name in _LEAST_USEFUL if name in columns[1:]]


def share(room: float, least: Sequence[float], wished: Sequence[float]) -> tuple[float, ...] | None:
    """Return the widths of columns that share a given room; ``None`` if it is too narrow for them.

    Every column gets its least width. The rest of the room widens the narrowest columns first, each
    up to its natural width, so that short columns are not broken in favour of long ones.

    >>> share(30, [4, 5, 5], [4, 8, 100])
    (4, 8, 18.0)
    >>> share(10, [6, 6], [6, 6]) is None
    True
    """
    if sum(wished) <= room:
        return tuple(wished)
    if sum(least) > room:
        return None
    bounds = sorted({*least, *wished})
    low = 0.0
    for bound in bounds:
        if sum(_raised(bound, least, wished)) > room:
            break
        low = bound
    rising = sum(1 for a, b in zip(least, wished, strict=True) if a <= low < b)
    left = room - sum(_raised(low, least, wished))
    return _raised(low + left / rising if rising else low, least, wished)


def _raised(level: float, least: Sequence[float], wished: Sequence[float]) -> tuple[float, ...]:
    return tuple(min(max(level, a), b) for a, b in zip(least, wished, strict=True))
