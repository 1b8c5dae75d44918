r"""An answer as a list of sentences with citations, for the text of a review.

Each row becomes one sentence on the study, the material, the process and the outcome, followed by
the quoted text that supports it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.captions import NO_CAPTION, Caption
from kg.export.columns import for_print
from kg.export.records import CITATION, is_citation
from kg.export.sentences import UNSAID, sentence_of
from kg.export.texts import cite, head_of, note_of, typeset
from kg.layout import split_below
from kg.table import Cell, Table, format_cell

#: The title in a paragraph of its own, so that a long one is broken.
_TITLE = r"{\raggedright\noindent\textbf{%s.}\par}"
#: Columns on the confidence in a sentence, printed after it.
_SURE = ("linked", "belief", "sources")


def render(table: Table, caption: Caption = NO_CAPTION) -> str:
    r"""Return the table as an ``itemize``, which needs mhchem and siunitx as ``latex`` does."""
    named = for_print(table)
    title = [_TITLE % typeset("caption", caption.title)] if caption.title else []
    if not named.rows:
        return "\n".join([*title, "The graph has no statement on this."]) + "\n"
    items = _items(named, caption)
    return "\n".join([*title, r"\begin{itemize}\raggedright", *items, r"\end{itemize}"]) + "\n"


def _items(table: Table, caption: Caption) -> Iterator[str]:
    _, below = split_below(table.columns)
    behind = [*(name for name in _SURE if name in table.columns), *below]
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        parts = (rf"\item {_sentence(row, behind, caption)}.", note_of(row, behind))
        yield " ".join(filter(None, parts))


def _sentence(row: Mapping[str, Cell], behind: Sequence[str], caption: Caption) -> str:
    said = {
        name: typeset(name, cell)
        for name, cell in row.items()
        if format_cell(cell) not in {"", *UNSAID} and name not in behind and not is_citation(name)
    }
    study, key = format_cell(said.pop("study", "")), format_cell(row.get(CITATION))
    told = sentence_of(said)
    rest = (
        f"{_head(name, caption)}: {text}"
        for name, text in said.items()
        if name not in told.columns and name != "year"
    )
    text = "; ".join(filter(None, (told.text, *rest)))
    if study:
        return ": ".join(filter(None, (cite(study, key), text)))
    return _capital(text) + (rf"~\cite{{{key}}}" if key else "")


def _head(name: str, caption: Caption) -> str:
    head = head_of(name, caption)
    return (
        head if any(work.column == name for work in caption.works) else head[:1].lower() + head[1:]
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
