"""Layout of a table on paper: orientation, column widths, columns that move below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.export.escape import unbroken
from kg.export.metrics import width_of
from kg.export.records import CITATION
from kg.export.texts import CODES
from kg.layout import fold_order, minor_columns, share

#: Font size (``\\small`` of a 10 pt article) and space between two columns, in points.
SIZE, GAP = 9.0, 8.0
#: Line width in portrait and in landscape, in points, in LaTeX's article at 10 pt.
UPRIGHT, ASIDE = 345.0, 545.0
#: Least width in points of a column with longer text.
_COMFORT = 58.0
#: Width in points up to which names of studies are not broken.
_NAME = 130.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The plain texts of a column, the heading first."""

    name: str
    texts: tuple[str, ...]

    @property
    def wished(self) -> float:
        """The width, in points, at which no text is broken."""
        return max(width_of(text, size=SIZE) for text in self.texts)

    @property
    def least(self) -> float:
        """The width, in points, below which a word would stick out or the text be hard to read."""
        if self.name.endswith(("study", CITATION)):  # keeps a name and its citation together
            return min(self.wished, _NAME)
        is_code = self.name in CODES
        words = (word for text in self.texts for word in unbroken(text, is_code=is_code))
        longest = max((width_of(word, size=SIZE) for word in words), default=0.0)
        return max(longest, min(self.wished, _COMFORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of a table; ``widths`` are shares of the line (``None``: as wide as the text).

    ``moved`` are columns that are printed below the row; ``is_aside`` means landscape.
    """

    columns: tuple[str, ...]
    widths: tuple[float | None, ...]
    moved: tuple[str, ...] = ()
    is_aside: bool = False


def lay_out(columns: Sequence[Column]) -> Layout:
    """Return the first layout in which the columns fit.

    Layouts are tried in this order: portrait, portrait without the least useful columns, landscape,
    and landscape with ever fewer columns. Columns that are left out are printed below the row.
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
    else:  # a single column wider than the page is narrowed to it
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
