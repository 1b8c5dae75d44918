"""Reader of plain text and Markdown, typed or converted from PDF."""

from __future__ import annotations

from dataclasses import replace

from corpus.author_years import author_year_marks, is_unnumbered
from corpus.front import FrontLines, own_record
from corpus.frontmatter import PaperHead
from corpus.hyphens import vocabulary
from corpus.layout import Layout, lay_out
from corpus.manuscript import read_head
from corpus.model import Paper, Reference
from corpus.passages import make_passages
from corpus.records.joining import filled
from corpus.references import read_references

#: Full-width brackets and punctuation -> their usual characters, one for one.
_NARROW = str.maketrans("（）；，：", "();,:")


def read_plain(
    raw: str, above: PaperHead | None = None, *, id: str, source: str, sha256: str
) -> Paper:
    """Read an article: its passages, its reference list, and the record in its head.

    ``above`` is its front matter, which takes precedence over the printed record.
    """
    narrow = raw.translate(_NARROW)
    layout = lay_out(narrow, above.end if above else 0)
    paper = read_laid_out(raw, layout, Reference(), id=id, source=source, sha256=sha256)
    if above is None:
        return paper
    return replace(paper, record=filled(above.record, paper.record or Reference()))


def read_laid_out(
    raw: str, layout: Layout, told: Reference, *, id: str, source: str, sha256: str
) -> Paper:
    """Read an article from its layout; ``told`` is the record in the metadata of its file.

    The printed record takes precedence over that of the metadata.
    """
    narrow = raw.translate(_NARROW)
    references = read_references(narrow, layout.entries)
    head = read_head(narrow, layout)
    known = frozenset(reference.number for reference in references)
    marks = (
        author_year_marks(raw, head.blocks, references) if is_unnumbered(raw, references) else ()
    )
    passages = tuple(make_passages(raw, head.blocks, vocabulary(raw), known, marks))
    title = next((passage.text for passage in passages if passage.kind == "title"), "")
    told = replace(told, doi=head.doi or told.doi)
    return Paper(
        id=id,
        raw=raw,
        passages=passages,
        references=references,
        record=own_record(title, head.authors, FrontLines(first=layout.front), told),
        source=source,
        sha256=sha256,
    )
