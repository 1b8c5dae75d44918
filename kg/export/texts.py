r"""Cells of a table as LaTeX: citations, formulas, quantities, quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.export.captions import Caption
from kg.export.escape import breakable, escape_latex, latex_with_formulas, latex_with_subscripts
from kg.export.quantities import with_quantities
from kg.export.records import CITATION, is_citation
from kg.layout import BELOW, quote_of
from kg.table import Cell, Table, format_cell, heading

#: Columns without formulas and quantities, so that no digit is a subscript.
CODES = frozenset({"study", "other_study", "document", "doi", "unit", "year", "title", "place"})
#: Columns of quotations.
_QUOTED = frozenset({"sentence", "other_sentence", "coating_sentence"})


def typeset(column: str, cell: Cell) -> str:
    r"""Return a cell as LaTeX.

    >>> print(typeset("temperature", "70 °C"), typeset("layers", "PbSe/Al2O3"))
    \qty{70}{\degreeCelsius} PbSe/\ce{Al2O3}
    """
    text = format_cell(cell)
    if is_citation(column):
        return rf"\cite{{{text}}}" if text else ""
    if column in CODES:
        return breakable(text, escape_latex, is_code=True)
    if column in _QUOTED:
        return breakable(text, latex_with_subscripts)
    return with_quantities(text, lambda rest: breakable(rest, latex_with_formulas))


def title_of(column: str) -> str:
    """Return the heading of a column: ``said_by`` as "Said by"."""
    name = heading(column)
    return escape_latex(name[:1].upper() + name[1:])


def head_of(column: str, caption: Caption) -> str:
    """Return the heading of a column; for a column about one study, the study with its citation."""
    works = {work.column: cite(work.label, work.key) for work in caption.works}
    return works.get(column) or title_of(column)


def cite(label: str, key: str) -> str:
    r"""Return a study by its label with its citation: ``Liu 2011~\cite{Liu2011robust-1a2b}``."""
    mark = rf"\cite{{{key}}}" if key else ""
    return "~".join(filter(None, (escape_latex(label), mark)))


def cited_studies(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Return columns of studies together with their citations, by the name of the column."""
    found = {}
    for column in filter(is_citation, table.columns):
        label = column.replace(CITATION, "study")
        if label in table.columns:
            pairs = zip(table.column(label), table.column(column), strict=True)
            found[label] = tuple(cite(format_cell(a), format_cell(b)) for a, b in pairs)
    return found


def note_of(row: Mapping[str, Cell], columns: Sequence[str]) -> str:
    """Return the lines below a row: moved columns by name, the quoted sentence, source and place.

    A sentence that may not be passed on is left out; its place remains.
    """
    said = {name: format_cell(row[name]) for name in columns}
    moved = [name for name in columns if name not in BELOW and said[name]]
    parts = [rf"\emph{{{title_of(name)}:}} {typeset(name, said[name])}." for name in moved]
    if sentence := quote_of(said):
        parts.append(f"``{typeset('sentence', sentence)}''")
    source = [typeset(name, said[name]) for name in ("said_by", "place") if said.get(name)]
    if source:
        parts.append(f"({'; '.join(source)})")
    return " ".join(parts)
