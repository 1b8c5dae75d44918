r"""A table as LaTeX, ready to be read into a paper with ``\input``."""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.escape import escape_latex, latex_with_formulas
from kg.export.records import is_citation
from kg.table import Cell, Table, format_cell, heading

#: Columns whose longest text is longer than this wrap.
_WRAP_AT = 30
#: Columns in which digits behind letters are never subscripts.
_VERBATIM = frozenset({"study", "other_study", "document", "doi", "unit", "year"})


def render(table: Table) -> str:
    r"""The table as a ``longtable`` with the rules of booktabs.

    A column ``citation`` holds keys for ``\cite``. Formulas get their subscripts. Columns without
    any value are left out, as a page is narrow. Needs the packages ``booktabs`` and ``longtable``,
    and ``textcomp`` in a LaTeX from before 2020.
    """
    named = _without_empty_columns(table.readable())
    header = " & ".join(escape_latex(heading(name)) for name in named.columns)
    body = [_guarded(" & ".join(_cells(named.columns, row))) + r" \\" for row in named.rows]
    lines = [
        r"% \usepackage{booktabs,longtable}",
        rf"\begin{{longtable}}{{@{{}}{_alignment(named)}@{{}}}}",
        r"\toprule",
        header + r" \\",
        r"\midrule",
        r"\endhead",
        r"\bottomrule",
        r"\endlastfoot",
        *body,
        r"\end{longtable}",
    ]
    return "\n".join(lines) + "\n"


def _without_empty_columns(table: Table) -> Table:
    unused = (name for name in table.columns if not any(map(format_cell, table.column(name))))
    return table.without(*unused) if table.rows else table


def _guarded(line: str) -> str:
    """The row, kept from being read as an argument of the line end before it."""
    return "{}" + line if line.startswith(("[", "*")) else line


def _cells(columns: Sequence[str], row: Sequence[Cell]) -> list[str]:
    return [_cell(name, cell) for name, cell in zip(columns, row, strict=True)]


def _cell(column: str, cell: Cell) -> str:
    text = format_cell(cell)
    if is_citation(column):
        return rf"\cite{{{text}}}" if text else ""
    return escape_latex(text) if column in _VERBATIM else latex_with_formulas(text)


def _alignment(table: Table) -> str:
    """Numbers to the right, short texts to the left, long ones wrapped in an equal share."""
    wrapped = [name for name in table.columns if _longest(table, name) > _WRAP_AT]
    share = round(0.6 / len(wrapped), 2) if wrapped else 0

    def letter(name: str) -> str:
        if name in wrapped:
            return rf"p{{{share}\linewidth}}"
        return "r" if _is_numeric(table, name) else "l"

    return "".join(map(letter, table.columns))


def _longest(table: Table, column: str) -> int:
    if is_citation(column):
        return 0
    return max((len(format_cell(cell)) for cell in table.column(column)), default=0)


def _is_numeric(table: Table, column: str) -> bool:
    known = [cell for cell in table.column(column) if cell is not None]
    return bool(known) and all(isinstance(cell, int | float) for cell in known)
