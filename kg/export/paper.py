"""Layout of a table on paper: orientation, column widths, columns that move below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.export.escape import unbroken
from kg.export.metrics import width_of
from kg.export.records import CITATION
from kg.export.texts import CODES
from kg.layout import fold_order, minor_columns, share

#: Points: the size of the print (``\\small`` of a 10 pt article), the space between two columns.
SIZE, GAP = 9.0, 8.0
#: Points: the line of an upright page and of one on its side, in LaTeX's article at 10 pt.
UPRIGHT, ASIDE = 345.0, 545.0
#: Points: no column of text is made narrower than this, if its text is longer.
_COMFORT = 58.0
#: Points: names of studies up to this width are not broken.
_NAME = 130.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The plain texts of a column, the head first."""

    name: str
    texts: tuple[str, ...]

    @property
    def wished(self) -> float:
        """The width, in points, at which no text is broken."""
        return max(width_of(text, size=SIZE) for text in self.texts)

    @property
    def least(self) -> float:
        """The width, in points, below which a word would stand out or the text be hard to read."""
        if self.name.endswith(("study", CITATION)):  # a name and its citation stay together
            return min(self.wished, _NAME)
        is_code = self.name in CODES
        words = (word for text in self.texts for word in unbroken(text, is_code=is_code))
        longest = max((width_of(word, size=SIZE) for word in words), default=0.0)
        return max(longest, min(self.wished, _COMFORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """``widths`` of ``columns`` in shares of the line (``None``: as wide as its text)."""

    columns: tuple[str, ...]
    widths: tuple[float | None, ...]
    moved: tuple[str, ...] = ()
    is_aside: bool = False


def lay_out(columns: Sequence[Column]) -> Layout:
    """Find the first way in which the columns fit.

    They are tried on an upright page, there without the least useful columns, on a page on its
    side, and there with ever fewer. What leaves the row is read below it.
    """
    names = [column.name for column in columns]
    minor = minor_columns(names)
    tries = [((), UPRIGHT), (tuple(minor), UPRIGHT)]
    order = fold_order(names)
    tries += [(tuple(order[:count]), ASIDE) for count in range(len(order) + 1)]
    for moved, line in tries:
        kept = [column for column in columns if column.name not in moved]
        room = line - GAP * (len(kept) - 1)
        widths = share(room, [c.least for c in kept], [c.wished for c in kept])
        if widths is not None:
            break
    else:  # a single column that is wider than the page is cut to it
        kept, widths = [columns[0]], (line,)
    shares = tuple(
        None if width >= column.wished else round(width / line - 0.0005, 3)
        for width, column in zip(widths, kept, strict=True)
    )
    return Layout(
        columns=tuple(column.name for column in kept),
        widths=shares,
        moved=tuple(name for name in names if name in moved),
        is_aside=line == ASIDE,
    )
