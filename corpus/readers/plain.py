"""Plain text and Markdown, as typed or as converted from PDF."""

from __future__ import annotations

from dataclasses import replace

from corpus.author_years import author_year_marks, is_unnumbered
from corpus.hyphens import vocabulary
from corpus.imprint import printed_year, read_imprint
from corpus.layout import lay_out
from corpus.manuscript import Head, read_head
from corpus.model import Paper, Reference
from corpus.passages import make_passages
from corpus.references import read_references


#: Brackets and points of a full-width font, one character for another.
_NARROW = str.maketrans("（）；，：", "();,:")


def read_plain(raw: str, *, id: str, source: str, sha256: str) -> Paper:
    """Read an article: its passages, its reference list, and the record in its head."""
    narrow = raw.translate(_NARROW)
    layout = lay_out(narrow)
    references = read_references(narrow, layout.entries)
    head = read_head(narrow, layout)
    known = frozenset(reference.number for reference in references)
    marks = (
        author_year_marks(raw, head.blocks, references) if is_unnumbered(raw, references) else ()
    )
    passages = tuple(make_passages(raw, head.blocks, vocabulary(raw), known, marks))
    title = next((passage.text for passage in passages[:2] if passage.kind == "title"), "")
    return Paper(
        id=id,
        raw=raw,
        passages=passages,
        references=references,
        record=_record(title, head),
        source=source,
        sha256=sha256,
    )


def _record(title: str, head: Head) -> Reference | None:
    if not (title or head.doi):
        return None
    imprints = (imprint for line in head.front if (imprint := read_imprint(line)))
    printed = next(imprints, Reference())
    year = printed.year or printed_year(head.front)
    return replace(printed, title=title, authors=head.authors, doi=head.doi, year=year)
