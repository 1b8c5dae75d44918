"""The basket: the studies of a comparison and their display options, kept in its address. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from api.comparison import SORTS, View
from api.comparison_columns import COLUMNS
from api.errors import HttpError
from api.units import Unit, conversion_of

#: Parameters of the address that belong to the comparison, not to its question.
OWN: Final = frozenset(
    {
        "study",
        "query",
        "drop",
        "ask",
        "bom",
        "sort",
        "unit",
        "hide",
        "pin",
        "first",
        "group",
        "empty",
    }
)
#: The most studies that are compared: as many as a page can show.
MOST_STUDIES: Final = 30
#: The most characters of the input that a message repeats.
_MOST_ECHOED: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """The ids of the compared studies, and the addresses of comparisons that differ in one thing.

    ``query`` is the question that the studies answer, and ``values`` are its parameters. ``added``
    are the studies named in addition, ``dropped`` those of the answer that are left out.
    """

    ids: tuple[str, ...]
    view: View = field(default_factory=View)
    query: str = ""
    values: Mapping[str, str] | None = None
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def address(self, suffix: str = "", **more: str) -> str:
        """Return the address of this comparison.

        >>> Basket(ids=("a", "b"), view=View(sort="-year")).address("csv", bom="1")
        '/compare.csv?study=a&study=b&sort=-year&bom=1'
        """
        path = f"/compare.{suffix}" if suffix else "/compare"
        return f"{path}?" + urlencode([*self.fields(), *more.items()])

    def fields(self, *left_out: str) -> list[tuple[str, str]]:
        """Return the parameters of the address, except those named."""
        return [
            pair for pair in (*self._studies(), *_view_fields(self.view)) if pair[0] not in left_out
        ]

    def _studies(self) -> Iterator[tuple[str, str]]:
        if self.query:
            yield from (("query", self.query), *(self.values or {}).items())
        yield from (("drop", name) for name in self.dropped)
        yield from (("study", name) for name in (self.added if self.query else self.ids))

    def without(self, name: str) -> str:
        """Return the address without one study.

        >>> Basket(ids=("a", "b"), query="recipes").without("b")
        '/compare?query=recipes&drop=b'
        """
        return replace(
            self,
            ids=tuple(one for one in self.ids if one != name),
            added=tuple(one for one in self.added if one != name),
            dropped=(*self.dropped, name) if self.query else (),
        ).address()

    def sorted(self, column: str) -> str:
        """Return the address sorted by a column, in reverse if it is already sorted by it."""
        return self._with(sort=f"-{column}" if self.view.sort == column else column)

    def as_chosen(self) -> str:
        """Return the address with the studies in the order in which they were chosen."""
        return self._with(sort="")

    def in_unit(self, code: str, choices: tuple[Unit, ...]) -> str:
        """Return the address with quantities in a unit; ``""`` keeps the printed unit."""
        others = {unit.code for unit in choices}
        kept = [unit for unit in self.view.units if unit not in others]
        return self._with(units=(*kept, *filter(None, (code,))))

    def toggled(self, name: str, value: str = "") -> str:
        """Return the address with one choice switched on or off: a hidden column, a pinned study.

        >>> Basket(ids=("a",)).toggled("hidden", "ligands")
        '/compare?study=a&hide=ligands'
        """
        now = getattr(self.view, name)
        if isinstance(now, bool):
            return self._with(**{name: not now})
        rest = tuple(one for one in now if one != value)
        return self._with(**{name: rest if value in now else (*now, value)})

    def _with(self, **changes: str | bool | tuple[str, ...]) -> str:
        return replace(self, view=replace(self.view, **changes)).address()  # type: ignore[arg-type]


def read_view(view: View) -> View:
    """Return the view of a comparison once its names are checked.

    Raises
    ------
    HttpError
        400 if an order, column or unit is unknown.
    """
    _require("order", view.sort.removeprefix("-"), ("", *SORTS))
    for name in (*view.hidden, *view.first):
        _require("column", name, tuple(COLUMNS))
    for code in view.units:
        if conversion_of(code) is None:
            raise HttpError(400, f"unit {code[:_MOST_ECHOED]!r} cannot be converted")
    return view


def _require(what: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        there = ", ".join(filter(None, known))
        raise HttpError(400, f"no {what} {name[:_MOST_ECHOED]!r}; there are: {there}")


def _view_fields(view: View) -> Iterator[tuple[str, str]]:
    yield from (("pin", name) for name in view.pinned)
    yield from (("first", name) for name in view.first)
    yield from (("hide", name) for name in view.hidden)
    yield from (("unit", code) for code in view.units)
    yield from [("sort", view.sort)] if view.sort else []
    yield from [("group", "1")] if view.group else []
    yield from [("empty", "1")] if view.empty else []
