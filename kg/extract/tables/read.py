"""Make findings from a paper's tables, each with its row, its study and its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.model import Paper, Passage, Span
from kg.extract.credit import Crediting
from kg.extract.findings import Finding
from kg.extract.links.circumstances import TESTS
from kg.extract.tables.cells import contents_in, quantity_in, solid_in
from kg.extract.tables.credit import Rows
from kg.extract.tables.grid import Cell, Grid, Line, grids_of
from kg.extract.tables.heads import UNMEASURED, Head, bare_temperatures, is_symbol, read_head
from kg.extract.version import extractor_version
from kg.model import Chemical, Condition, Content, Links, Material, Outcome, Process, Thing, solid

#: Captions of tables of calculated values, or of general knowledge.
_NOT_MADE: Final = re.compile(
    r"\b(?:calculat\w+|simulat\w+|theoretical\w*|dft|predict\w+|comput\w+|model(?:l?ed|l?ing)?|"
    r"abbreviations?|nomenclature|acronyms?|assum\w+|requirements?|physical properties)\b",
    re.IGNORECASE,
)
#: Heads that only a table of depositions has.
_OF_DEPOSITION: Final = frozenset(
    {"growth_per_cycle", "cycle_count", "pulse_time", "purge_time", "precursor", "coreactant"}
)
#: Captions of tables in which materials are films, or in which a temperature is that of a process.
_DEPOSITS: Final = re.compile(r"\b(?:ALD|PEALD|atomic layer|deposit\w*|films?)\b", re.IGNORECASE)
_MAKES: Final = re.compile(
    r"\b(?:ALD|PEALD|atomic layer|deposit\w*|grown|growth|synthes\w+)\b", re.IGNORECASE
)
#: Roles of reagents that are used with each other. Several precursors of one row may belong to
#: several processes.
_PARTNER: Final = {"precursor": "coreactant", "coreactant": "precursor"}
#: Parameters of the solid of a row.
_OF_SOLID: Final = frozenset({"thickness", "particle_size", "growth_per_cycle"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A finding of a cell: its row, the studies that it is credited to, its places in the text."""

    finding: Finding
    row: Passage
    studies: tuple[str, ...]
    spans: tuple[Span, ...]


def find_in_tables(paper: Paper, crediting: Crediting, named: Collection[str]) -> Iterator[Stated]:
    """Yield the findings of a paper's tables, cell by cell, from heads that are understood.

    Parameters
    ----------
    named
        The properties that the text names. A symbol in a head can mean only one of these.
    """
    for grid in grids_of(paper):
        grid, heads = _best_way(grid)
        heads = tuple(
            Head(kind="label")
            if _is_mere_symbol(head, grid.heads[n], named) or _has_coefficients(grid, n, head)
            else head
            for n, head in enumerate(heads)
        )
        if any(head.kind != "label" for head in heads) and not _is_unmade(grid):
            rows = Rows.of(crediting, grid, heads)
            for line in grid.lines:
                yield from _of_line(grid, heads, line, rows)


def _best_way(grid: Grid) -> tuple[Grid, tuple[Head, ...]]:
    """Return the table with its samples in rows: the way in which more heads are understood."""
    turned = grid.turned()
    ways = [(one, _heads(one)) for one in (grid, turned)]
    return max(ways, key=lambda way: sum(head.kind != "label" for head in way[1]))


def _heads(grid: Grid) -> tuple[Head, ...]:
    heads = [read_head([cell.text for cell in column]) for column in grid.heads]
    told = grid.caption.text if grid.caption is not None else ""
    is_deposition = any(head.id in _OF_DEPOSITION for head in heads)
    if not is_deposition and not _MAKES.search(told):
        heads = [_cooled(head, column) for head, column in zip(heads, grid.heads, strict=True)]
    if not is_deposition and not _DEPOSITS.search(told):
        heads = [replace(h, id="") if h.id == "material" else h for h in heads]
    return tuple(heads)


def _cooled(head: Head, column: Sequence[Cell]) -> Head:
    """Return a bare temperature's head as a label, in a table without a process."""
    name = re.split(r"\s*[\[(/,]", column[-1].text.lower())[0].strip()
    is_bare = head.id == "temperature" and name in bare_temperatures()
    return Head(kind="label") if is_bare else head


def _is_mere_symbol(head: Head, column: Sequence[Cell], named: Collection[str]) -> bool:
    if head.kind != "property" or head.id in named:
        return False
    return any(is_symbol(cell.text, head.id) for cell in column)


#: Units of quantities that may be negative.
_SIGNED: Final = frozenset({"V", "mV", "eV", "meV", "Cel", "K"})


def _has_coefficients(grid: Grid, column: int, head: Head) -> bool:
    """Return whether a column has impossible negative values, which are fit parameters."""
    if head.kind not in ("parameter", "property"):
        return False
    values = (quantity_in(line.cells[column].text, head) for line in grid.lines)
    return any(q and (q.value or 0) < 0 and q.unit not in _SIGNED for q in values)


def _is_unmade(grid: Grid) -> bool:
    return grid.caption is not None and _NOT_MADE.search(grid.caption.text) is not None


def _of_line(grid: Grid, heads: Sequence[Head], line: Line, rows: Rows) -> Iterator[Stated]:
    """Yield the findings of one sample, linked with each other."""
    if UNMEASURED.search(line.label.text):
        return
    layers = _solid_of(heads, line)
    told = [
        (cell, column, content)
        for cell, column, head in zip(line.cells, grid.heads, heads, strict=True)
        if not cell.is_empty
        for content in _contents(cell, head, layers)
    ]
    contents = tuple(content for _, _, content in told)
    for cell, column, content in told:
        studies = rows.of_cell(cell, line)
        if studies:
            yield Stated(
                finding=Finding(
                    content=content,
                    at=cell.at,
                    rule=f"table-{type(content).__name__.lower()}",
                    reader=extractor_version(),
                    links=_links(content, layers, contents),
                ),
                row=cell.row,
                studies=studies,
                spans=_places(column, line, cell),
            )


def _contents(cell: Cell, head: Head, layers: tuple[str, ...]) -> Iterator[Content]:
    if head.kind != "material":
        yield from contents_in(cell.text, head)
        return
    role = "film" if head.id == "material" else head.id
    named = solid_in(cell.text)
    if role and len(named) == 1:
        yield Material(role=role, formula=named[0])


def _solid_of(heads: Sequence[Head], line: Line) -> tuple[str, ...]:
    """Return the layers of the solid of a row: from its column of solids, else from its label."""
    own = [
        solid_in(cell.text)
        for cell, head in zip(line.cells, heads, strict=True)
        if head.kind == "material" and head.id in ("", "material", "film", "nanocrystal")
    ]
    return next(filter(None, [*own, solid_in(line.label.text)]), ())


def _links(content: Content, layers: tuple[str, ...], beside: Sequence[Content]) -> Links:
    """Return the links between the cells of a row."""
    made = (solid(layers),) if layers else ()
    match content:
        case Outcome():
            under = (c for c in beside if isinstance(c, Condition) and c.parameter in TESTS)
            return Links(of=layers, under=tuple(dict.fromkeys(under)))
        case Condition(parameter=parameter):
            return Links(owner=made if parameter in _OF_SOLID else ())
        case Process():
            return Links(makes=made)
        case Chemical(role=role) if role in _PARTNER:
            mates = (c for c in beside if isinstance(c, Chemical) and c.role == _PARTNER[role])
            used_with = dict.fromkeys(Thing("chemical", mate.chemical) for mate in mates)
            return Links(used_for=made, used_with=tuple(used_with))
        case _:
            return Links()


def _places(column: Sequence[Cell], line: Line, cell: Cell) -> tuple[Span, ...]:
    """Return the spans of a cell's heads and row."""
    rows = {id(one.row): one.row for one in (*column, line.label, cell)}
    spans = (span for row in rows.values() for span in row.raw_spans(0, len(row.text)))
    return tuple(sorted(set(spans)))
