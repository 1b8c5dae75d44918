"""Tables: named columns, rows of plain values, and three ways to print them.

Every named query returns a :class:`Table`, and every export of tables takes one. Cells are text,
numbers or ``None``. A cell that names a thing is an :class:`Iri`, so that a printer can shorten or
link it. By convention a column ``study_iri`` holds the IRIs of the things labelled in ``study``.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.legible import legible
from ontology import rdf
from ontology.answers import Answer, Solutions
from ontology.curie import to_curie
from ontology.iri import PREFIXES

#: The ending of a column of IRIs; the column without it holds their labels.
IRI_SUFFIX = "_iri"
#: The ending of a column of numbers and codes for programs.
RAW_SUFFIX = "_raw"

#: Columns whose heading differs from their name in SPARQL.
_HEADINGS = {
    "temperature_degc": "temperature / °C",
    "highest_degc": "highest temperature / °C",
    "growth_nm": "growth per cycle / nm",
    "tried": "test conditions",
    "coreactant": "co-reactant",
    "coreactants": "co-reactants",
    "phase_transfer_agents": "phase-transfer agents",
    "sure": "belief at least",
}


def heading(name: str) -> str:
    """Return the heading of a column for readers: ``said_by`` becomes "said by".

    >>> heading("said_by"), heading("temperature_degc")
    ('said by', 'temperature / °C')
    """
    return _HEADINGS.get(name) or name.replace("_", " ")


_XSD = PREFIXES["xsd"]
_INTEGERS = frozenset(
    _XSD + name
    for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
)
_FLOATS = frozenset(_XSD + name for name in ("double", "float", "decimal"))


class Iri(str):
    """A cell that names a thing: text like any other, but printers may shorten or link it."""

    __slots__ = ()


Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer: ``columns`` name the values of each row; ``None`` means "not known".

    Raises
    ------
    ValueError
        If a row has more or fewer values than there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} values under {len(self.columns)} columns")

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the values of one column, top to bottom.

        Raises
        ------
        KeyError
            If there is no such column.
        """
        if name not in self.columns:
            raise KeyError(f"no column {name!r}; there are {', '.join(self.columns)}")
        position = self.columns.index(name)
        return tuple(row[position] for row in self.rows)

    def select(self, names: Sequence[str]) -> Table:
        """Return the table with these columns only, in this order, each with its column of IRIs.

        A column may be given by its name or its heading; hyphen, underscore and blank are equal.
        The name of the joint column of values in a terminal selects ``from``, ``to`` and ``unit``.

        Raises
        ------
        KeyError
            If there is no such column; the message names the nearest.
        """
        places: dict[int, None] = {}
        for found in chain.from_iterable(map(self._named, names)):
            places[self.columns.index(found)] = None
            if found + IRI_SUFFIX in self.columns:
                places[self.columns.index(found + IRI_SUFFIX)] = None
        return Table(
            columns=tuple(self.columns[i] for i in places),
            rows=tuple(tuple(row[i] for i in places) for row in self.rows),
        )

    def _named(self, name: str) -> tuple[str, ...]:
        if self.has_values and _loose(name) == self.value_name:
            return tuple(part for part in _PARTS if part in self.columns)
        return (self._find(name),)

    def _find(self, name: str) -> str:
        known = {
            _loose(text): column
            for column in self.columns
            for text in (self._heading(column), column)
        }
        if _loose(name) in known:
            return known[_loose(name)]
        near = difflib.get_close_matches(_loose(name), known, n=1)
        hint = f"; did you mean {known[near[0]]}?" if near else ""
        raise KeyError(f"no column {name!r}{hint} (there are: {', '.join(self.columns)})")

    def without(self, *names: str) -> Table:
        """Return the table with these columns left out; unknown names are ignored."""
        kept = [i for i, name in enumerate(self.columns) if name not in names]
        return Table(
            columns=tuple(self.columns[i] for i in kept),
            rows=tuple(tuple(row[i] for i in kept) for row in self.rows),
        )

    def readable(self) -> Table:
        """Return the table without columns for machines and without empty columns.

        Columns for machines end in ``_iri`` (with their label in another column) or in ``_raw``.
        """
        return self.for_readers().without(*filter(self._is_empty, self.columns))

    def for_readers(self) -> Table:
        """Return the table without columns for machines."""
        return self.without(*filter(self._is_for_machines, self.columns))

    def _is_for_machines(self, name: str) -> bool:
        if name.endswith(RAW_SUFFIX):
            return True
        return name.endswith(IRI_SUFFIX) and name.removesuffix(IRI_SUFFIX) in self.columns

    def _is_empty(self, name: str) -> bool:
        return bool(self.rows) and all(cell is None for cell in self.column(name))

    def headed(self) -> Table:
        """Return the table with headings in place of column names (:func:`heading`).

        >>> Table(columns=("change", "to", "unit"), rows=()).headed().columns
        ('change', 'to or by', 'unit')
        >>> Table(columns=("study", "to", "unit"), rows=()).headed().columns
        ('study', 'value', 'unit')
        """
        return Table(columns=tuple(map(self._heading, self.columns)), rows=self.rows)

    def _heading(self, name: str) -> str:
        if name != "to" or not self.has_values:
            return heading(name)
        return "to or by" if "change" in self.columns else self.value_name

    @property
    def has_values(self) -> bool:
        """Whether the column ``to`` holds values, not the end of a link."""
        return "to" in self.columns and "link" not in self.columns

    @property
    def value_name(self) -> str:
        """The name of a column that joins values with their units, beside the other columns."""
        return "quantity" if "value" in self.columns else "value"

    def merged(self, names: Sequence[str], least: str = "") -> Table:
        """Return the table with rows that differ only in these columns merged into one.

        The values of these columns are listed, each once, sorted; the order of the rows is kept.
        Quotations are separated by an ellipsis. ``least`` is a column of numbers: of rows with the
        same values in the merged columns the greatest number counts, and of these the least is
        kept.
        """
        if not names and not least:
            return self
        lists = [self.columns.index(name) for name in names]
        number = self.columns.index(least) if least else -1
        groups: dict[Row, dict[Row, Cell]] = {}
        for row in self.rows:
            key = tuple(None if i in lists or i == number else cell for i, cell in enumerate(row))
            listed = tuple(row[i] for i in lists)
            found = groups.setdefault(key, {})
            found[listed] = _greater(found.get(listed), row[number]) if least else None
        rows = (self._joined(key, found, lists, number) for key, found in groups.items())
        return Table(columns=self.columns, rows=tuple(rows))

    def _joined(
        self, key: Row, found: Mapping[Row, Cell], lists: Sequence[int], number: int
    ) -> Row:
        """Return one row for those that agree apart from the listed columns and the number."""
        cells = list(key)
        for place, position in enumerate(lists):
            between = " … " if self.columns[position] in _QUOTED else ", "
            texts = {format_cell(listed[place]) for listed in found if listed[place] is not None}
            cells[position] = between.join(sorted(texts)) or None
        if number >= 0:
            numbers = [cell for cell in found.values() if isinstance(cell, int | float)]
            cells[number] = min(numbers, default=None)
        return tuple(cells)

    def shortened(self, labels: Mapping[str, str] | None = None) -> Table:
        """Return the table with each IRI replaced by its label, or by a CURIE if it has none."""
        known = labels or {}

        def shorten(cell: Cell) -> Cell:
            if isinstance(cell, Iri):
                return known.get(cell) or to_curie(cell)
            return cell

        return self.mapped(shorten)

    def mapped(self, change: Callable[[Cell], Cell]) -> Table:
        """Return the table with ``change`` applied to every cell."""
        rows = tuple(tuple(change(cell) for cell in row) for row in self.rows)
        return Table(columns=self.columns, rows=rows)


def cell_from_term(term: rdf.Node | None) -> Cell:
    """Return an RDF term as a cell: numbers as numbers, IRIs as :class:`Iri`, the rest as text.

    Text is made legible, since an older version may have written it. A number that JSON cannot
    represent (``NaN``, ``INF``) and a malformed one stay text.
    """
    if term is None:
        return None
    if isinstance(term, rdf.NamedNode):
        return Iri(term.value)
    if not isinstance(term, rdf.Literal):
        return str(term)
    kind, text = term.datatype.value, legible(term.value)
    if kind in _INTEGERS and text.lstrip("+-").isdecimal():
        return int(text)
    if kind in _FLOATS:
        return _float_or_text(text)
    return text


def _float_or_text(text: str) -> float | str:
    try:
        value = float(text)
    except ValueError:
        return text
    is_finite = abs(value) < float("inf")
    return value if is_finite else text


def table_from_solutions(solutions: Solutions) -> Table:
    """Return the rows of a SELECT, in the engine's order."""
    rows = tuple(tuple(cell_from_term(term) for term in solution) for solution in solutions)
    return Table(columns=solutions.columns, rows=rows)


def table_from_result(result: Answer) -> Table:
    """Return any SPARQL answer as a table: SELECT as it is, ASK as one cell, triples as rows.

    Triples are sorted, so that a CONSTRUCT always prints in the same order.
    """
    if isinstance(result, Solutions):
        return table_from_solutions(result)
    if isinstance(result, bool):
        return Table(columns=("answer",), rows=(("true" if result else "false",),))
    triples = sorted(result, key=str)
    rows = tuple(
        tuple(cell_from_term(term) for term in (t.subject, t.predicate, t.object)) for t in triples
    )
    return Table(columns=("subject", "predicate", "object"), rows=rows)


def format_cell(cell: Cell) -> str:
    """Return the cell as text: ``None`` as ``""``, whole floats without their ``.0``.

    >>> format_cell(80.0), format_cell(0.25), format_cell(None)
    ('80', '0.25', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _greater(one: Cell, other: Cell) -> Cell:
    """Return the greater of two numbers; the second value if one of them is not a number."""
    both = isinstance(one, int | float) and isinstance(other, int | float)
    return max(one, other) if both else other  # type: ignore[type-var] # numbers


def _loose(name: str) -> str:
    return name.strip().casefold().replace("-", " ").replace("_", " ")


#: The separator between the layers of a system in the graph.
_LAYERS = re.compile(r"(?<=[\w)\]]) > (?=[\w(\[])")
#: Columns of quotations.
_QUOTED = frozenset({"sentence", "other_sentence", "coating_sentence", "title", "text"})


def with_slashes(table: Table) -> Table:
    """Return the table with layers written as in papers (CdSe/CdS); quotations stay unchanged.

    >>> with_slashes(Table(columns=("layers",), rows=(("CdSe > CdS > ZnS",),))).rows
    (('CdSe/CdS/ZnS',),)
    """

    def slashed(column: str, cell: Cell) -> Cell:
        is_text = isinstance(cell, str) and not isinstance(cell, Iri) and column not in _QUOTED
        return _LAYERS.sub("/", cell) if is_text else cell  # type: ignore[arg-type] # a text

    rows = (tuple(map(slashed, table.columns, row)) for row in table.rows)
    return Table(columns=table.columns, rows=tuple(rows))


def with_values(table: Table) -> Table:
    """Return the table with ``from``, ``to`` and ``unit`` joined in one column of values.

    >>> table = Table(columns=("from", "to", "unit"), rows=(("10", "40", "%"), (None, "≥ 70", "%")))
    >>> with_values(table).column("value")
    ('10 → 40 %', '≥ 70 %')
    """
    if not table.has_values:
        return table
    places = {part: table.columns.index(part) for part in _PARTS if part in table.columns}
    rows = (
        tuple(_joined(row, places) if i == places["to"] else cell for i, cell in enumerate(row))
        for row in table.rows
    )
    columns = tuple(table.value_name if name == "to" else name for name in table.columns)
    return Table(columns=columns, rows=tuple(rows)).without("from", "unit")


#: The columns of a value that changed, in the order in which they are printed.
_PARTS = ("from", "to", "unit")


def _joined(row: Row, places: Mapping[str, int]) -> Cell:
    start, end, unit = (format_cell(row[places[part]]) if part in places else "" for part in _PARTS)
    number = end if start == end else " → ".join(filter(None, (start, end)))
    return " ".join(filter(None, (number, unit if number else ""))) or None


def render_csv(table: Table) -> str:
    """Return the table as RFC 4180 CSV: comma, CRLF, quotes only where needed, one header line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([format_cell(cell) for cell in row] for row in table.rows)
    return stream.getvalue()


def render_json(table: Table) -> str:
    """Return the table as a JSON list with one object per row; unknown values are ``null``."""
    objects = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def render_plain(table: Table, *, width: int = 48) -> str:
    """Return the table as aligned text; cells longer than ``width`` characters are cut with "…"."""
    lines = [table.columns, *([format_cell(cell) for cell in row] for row in table.rows)]
    clipped = [[_clip(" ".join(cell.split()), width) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*clipped, strict=True)]
    header, *body = (_align(line, widths) for line in clipped)
    rule = "  ".join("-" * size for size in widths)
    return "\n".join([header, rule, *body]) + "\n"


def _clip(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _align(cells: Sequence[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True)).rstrip()
