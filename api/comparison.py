"""Studies side by side: one row per study, each cell with its supporting sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from api.comparison_columns import COLUMNS
from api.schemas import ClaimShape, EvidenceShape, StudyDetail
from api.units import Unit, base_of, in_base, measured_alike, offered, shown_in

#: The sort keys of a comparison; a leading dash sorts in descending order.
SORTS: Final = ("study", "year", *COLUMNS)
#: The relations of a study to the question that it answers, the closest first.
LINKS: Final = ("stated", "same sentence", "same study")

_ROOM: Final = 295.65  # the middle of 20 to 25 °C, in kelvin

#: A sort key: a number, then a text.
_Place = tuple[float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The display options of a comparison.

    Attributes
    ----------
    sort
        One of :data:`SORTS`, with a leading dash for descending order; ``""`` keeps the order in
        which the studies were chosen.
    units
        Codes of the units in which quantities are shown.
    hidden
        Columns that are left out.
    pinned
        Ids of the studies that come first.
    first
        Columns that come first and stay visible when the table is scrolled sideways.
    group
        Whether rows are grouped by their relation to the question.
    empty
        Whether empty columns are shown too.
    """

    sort: str = ""
    units: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    group: bool = False
    empty: bool = False


#: The view without options: the chosen order and the printed units.
AS_CHOSEN: Final = View()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a cell: its text, and the claims that state it."""

    text: str
    claims: tuple[ClaimShape, ...]

    @property
    def evidence(self) -> tuple[EvidenceShape, ...]:
        """The evidence of the claims; evidence with a quote that may be shown comes first."""
        found = {(c.evidence.document, c.evidence.spans): c.evidence for c in self.claims}
        return tuple(sorted(found.values(), key=lambda one: one.quote is None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A study with its cells, by column.

    ``link`` is one of :data:`LINKS`, or ``""`` if the answer has no such column.
    """

    study: StudyDetail
    cells: dict[str, tuple[Entry, ...]]
    is_pinned: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Rows of studies under columns; ``units`` holds the units on offer for each quantity kind."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hidden: tuple[str, ...] = ()
    units: tuple[tuple[Unit, ...], ...] = field(default=())

    @property
    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows grouped by their relation to the question, the closest relation first."""
        return [(link, list(rows)) for link, rows in groupby(self.rows, key=lambda r: r.link)]


def compare(
    studies: Iterable[StudyDetail], view: View = AS_CHOSEN, links: Mapping[str, str] | None = None
) -> Comparison:
    """Return the comparison of some studies.

    Parameters
    ----------
    studies
        The studies with their claims, in the chosen order.
    view
        The display options.
    links
        The id of a study -> one of :data:`LINKS`.
    """
    known = (links or {}) if view.group else {}
    rows = [_row(study, view, known) for study in studies]
    name = view.sort.removeprefix("-")
    if name:
        rows = _sorted(rows, _order_of(name, rows), is_down=view.sort != name)
    rows.sort(key=lambda row: (rank_of(row.link), not row.is_pinned))
    ordered = dict.fromkeys((*view.first, *COLUMNS))
    said = [name for name in ordered if view.empty or any(row.cells[name] for row in rows)]
    claims = (
        claim for row in rows for cell in row.cells.values() for e in cell for claim in e.claims
    )
    return Comparison(
        columns=tuple(name for name in said if name not in view.hidden),
        rows=tuple(rows),
        hidden=tuple(name for name in said if name in view.hidden),
        units=offered(claims),
    )


def _row(study: StudyDetail, view: View, links: Mapping[str, str]) -> Row:
    claims = [claim for kind in study.claims.values() for claim in kind]
    return Row(
        study=study,
        cells={name: _entries(claims, reads, view.units) for name, reads in COLUMNS.items()},
        is_pinned=study.id in view.pinned,
        link=links.get(study.id, ""),
    )


def _entries(
    claims: Sequence[ClaimShape], reads: Callable[[ClaimShape], str], units: Sequence[str]
) -> tuple[Entry, ...]:
    found: dict[str, tuple[str, list[ClaimShape]]] = {}
    for claim in claims:
        if text := reads(claim):
            first = shown_in(claim, text, units)
            found.setdefault(measured_alike(claim, first), (first, []))[1].append(claim)
    return tuple(Entry(text=text, claims=tuple(said)) for text, said in found.values())


def rank_of(link: str) -> int:
    """Return the position of a link in :data:`LINKS`; any other text ranks last."""
    return LINKS.index(link) if link in LINKS else len(LINKS)


def _sorted(rows: list[Row], order: Callable[[Row], _Place | None], *, is_down: bool) -> list[Row]:
    """Return the rows in order; rows without a sort key come last in either direction."""
    placed = [(order(row), row) for row in rows]
    known = [(place, row) for place, row in placed if place is not None]
    known.sort(key=lambda pair: pair[0], reverse=is_down)
    return [*(row for _, row in known), *(row for place, row in placed if place is None)]


def _order_of(name: str, rows: Sequence[Row]) -> Callable[[Row], _Place | None]:
    """Return the function that gives the sort key of a row for a column."""
    if name == "study":
        return lambda row: (0.0, row.study.label.casefold())
    if name == "year":
        return lambda row: (float(row.study.year), "") if row.study.year else None
    if is_measured(name, rows):
        return lambda row: min(((n, "") for n in _numbers(row.cells[name])), default=None)
    return lambda row: (0.0, row.cells[name][0].text.casefold()) if row.cells[name] else None


def is_measured(name: str, rows: Sequence[Row]) -> bool:
    """Return whether a column holds quantities of one kind, or room temperature."""
    claims = [claim for row in rows for entry in row.cells[name] for claim in entry.claims]
    bases = {base_of(claim.quantity) for claim in claims if claim.quantity is not None}
    return len(bases) == 1 and all(claim.quantity or name == "temperature" for claim in claims)


def _numbers(entries: Iterable[Entry]) -> Iterator[float]:
    for entry in entries:
        for claim in entry.claims:
            number = in_base(claim.quantity) if claim.quantity is not None else _ROOM
            if number is not None:
                yield number
