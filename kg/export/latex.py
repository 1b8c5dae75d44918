r"""A table as LaTeX, ready for ``\input`` in a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.captions import NO_CAPTION, Caption
from kg.export.columns import for_print
from kg.export.paper import Column, Layout, lay_out
from kg.export.records import is_citation
from kg.export.texts import cited_studies, head_of, note_of, typeset
from kg.layout import split_below
from kg.table import Cell, Table, format_cell, heading

#: The packages that a document with such a table needs; siunitx version 3 (2021) or later.
PACKAGES = (
    r"\usepackage{booktabs,longtable,array,pdflscape}",
    r"\usepackage[version=4]{mhchem}",
    r"\usepackage{siunitx}",
)
#: The text that a citation is measured by: a number in brackets.
_MARK = " [999]"


def render(table: Table, caption: Caption = NO_CAPTION) -> str:
    r"""Return the table as a ``longtable`` with rules of booktabs; it may run over several pages.

    A column ``citation`` holds keys for ``\cite``, printed after the study. Formulas are set by
    mhchem, quantities by siunitx. The sentence is printed below its row, quoted. A table that is
    too wide for an upright page is printed in landscape; no line is wider than that of an article.
    """
    named = for_print(table)
    cited = cited_studies(named)
    beside, below = split_below(
        [
            n
            for n in named.columns
            if not (is_citation(n) and n.replace("citation", "study") in cited)
        ]
    )
    layout = lay_out([_column(named, name, name in cited, caption) for name in beside])
    body = _body(named, layout, [*layout.moved, *below], cited)
    return "\n".join(_lines(named, layout, body, caption)) + "\n"


def _lines(table: Table, layout: Layout, body: Iterator[str], caption: Caption) -> Iterator[str]:
    head = " & ".join(_head(table, name, caption) for name in layout.columns) + r" \\"
    yield from (f"% {line}" for line in PACKAGES)
    if layout.is_aside:
        yield r"\begin{landscape}"
    yield r"\begingroup\small\setlength{\tabcolsep}{4pt}\setlength{\LTcapwidth}{\linewidth}"
    yield rf"\begin{{longtable}}{{@{{}}{_format(table, layout)}@{{}}}}"
    if caption.title:
        label = rf"\label{{tab:{caption.name}}}" if caption.name else ""
        yield rf"\caption{{{_title(caption)}}}{label} \\"
    yield from (r"\toprule", head, r"\midrule", r"\endfirsthead")
    yield from (r"\toprule", head, r"\midrule", r"\endhead")
    yield from (r"\bottomrule", r"\endlastfoot")
    yield from body
    yield r"\end{longtable}"
    yield r"\endgroup"
    if layout.is_aside:
        yield r"\end{landscape}"


def _title(caption: Caption) -> str:
    return typeset("caption", caption.title) + "."


def _column(table: Table, name: str, is_cited: bool, caption: Caption) -> Column:
    mark = _MARK if is_cited or is_citation(name) else ""
    texts = [format_cell(cell) + mark for cell in table.column(name)]
    if decimals := _decimals(table, name):
        texts.append(_widest(decimals))
    works = {work.column: work.label + _MARK for work in caption.works}
    head = works.get(name) or heading(name)
    return Column(name=name, texts=(head, *((mark,) if is_citation(name) else texts)))


def _body(
    table: Table, layout: Layout, below: Sequence[str], cited: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    width = len(layout.columns)
    if not table.rows:
        yield rf"\multicolumn{{{width}}}{{@{{}}l@{{}}}}{{No rows}} \\"
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    notes = [*(note_of(row, below) for row in rows), ""]
    for number, row in enumerate(rows):
        printed = [
            cited[name][number] if name in cited else _cell(table, name, row[name])
            for name in layout.columns
        ]
        note = notes[number]
        yield _guarded(" & ".join(printed)) + (r" \\*" if note else r" \\")
        if note and note != notes[number + 1]:  # once for consecutive rows with the same note
            yield rf"\multicolumn{{{width}}}{{{_NOTE}}}{{\footnotesize {note}}} \\"
            yield r"\addlinespace[3pt]"


#: The line below a row: as wide as the page, with an indent.
_NOTE = r"@{\hspace{1em}}>{\raggedright\arraybackslash}p{\dimexpr\linewidth-1em\relax}@{}"


def _guarded(line: str) -> str:
    """Return the row, guarded so that LaTeX does not read it as an argument of the line before."""
    return "{}" + line if line.startswith(("[", "*")) else line


def _head(table: Table, name: str, caption: Caption) -> str:
    head = head_of(name, caption)
    return f"{{{head}}}" if _decimals(table, name) else head


def _cell(table: Table, name: str, cell: Cell) -> str:
    return format_cell(cell) if _decimals(table, name) else typeset(name, cell)


def _format(table: Table, layout: Layout) -> str:
    """Return the column format: numbers right or by the point, long texts wrapped, others left."""

    def letter(name: str, width: float | None) -> str:
        if width is not None:
            return rf">{{\raggedright\arraybackslash}}p{{{width}\linewidth}}"
        if decimals := _decimals(table, name):
            return f"S[table-format={decimals}]"
        return "r" if _is_numeric(table, name) else "l"

    return "".join(map(letter, layout.columns, layout.widths))


def _decimals(table: Table, name: str) -> str:
    """Return the digits before and after the point of a column of numbers, ``"2.1"``, or ``""``."""
    texts = [format_cell(cell) for cell in table.column(name) if cell is not None]
    if not _is_numeric(table, name) or not any("." in text for text in texts):
        return ""
    if any("e" in text for text in texts):
        return ""
    parts = [text.lstrip("-").partition(".") for text in texts]
    sign = "-" if any(text.startswith("-") for text in texts) else ""
    return f"{sign}{max(len(a) for a, _, _ in parts)}.{max(len(b) for _, _, b in parts)}"


def _widest(decimals: str) -> str:
    """Return a number with all digits of a column, as wide as any cell.

    >>> _widest("-3.2")
    '-000.00'
    """
    whole, _, part = decimals.lstrip("-").partition(".")
    sign = "-" if decimals.startswith("-") else ""
    return f"{sign}{'0' * int(whole)}.{'0' * int(part)}"


def _is_numeric(table: Table, name: str) -> bool:
    known = [cell for cell in table.column(name) if cell is not None]
    return bool(known) and all(isinstance(cell, int | float) for cell in known)
