"""PDF: the text layer, put into the order in which it is read.

The plain text that quotes and offsets refer to is made of the lines as printed, a line of the page
to a line of text and a blank line between paragraphs: columns one after the other, captions behind
the paragraph that they interrupt, running heads, page numbers and the lettering of figures left
out, superscripts as ``^{...}`` and subscripts as ``_{...}``. The same file always gives the same
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from corpus.author_years import author_year_marks, is_unnumbered
from corpus.errors import ReadError
from corpus.hyphens import vocabulary
from corpus.layout import Block, heading_level
from corpus.manuscript import read_authors
from corpus.model import Author, Paper, PassageKind, Reference, Span
from corpus.passages import make_passages
from corpus.readers.pdf.columns import regions
from corpus.readers.pdf.furniture import returning, without_furniture
from corpus.readers.pdf.glyphs import Page, open_pdf
from corpus.readers.pdf.lines import Fragment, PrintedLine, fragments, lines
from corpus.readers.pdf.paragraphs import Paragraph, paragraphs
from corpus.readers.pdf.quality import unusable
from corpus.references import read_references

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
#: Between the title and the first heading stand names and addresses; an abstract is longer.
_SHORTEST_ABSTRACT = 40


@dataclass(slots=True)
class _Sheet:
    """The plain text being written, with its blocks and the region of the references."""

    raw: str
    blocks: list[Block]
    references: Span | None


def read_pdf(data: bytes, *, id: str, source: str, sha256: str) -> Paper:
    """Read the text layer of a PDF.

    Raises
    ------
    ReadError
        If it cannot be opened, passes a limit, or its text layer is unusable.
    """
    printed = open_pdf(data, source)
    pages = printed.pages
    blocks = paragraphs(_printed(pages))
    cause = unusable(pages, " ".join(block.text for block in blocks))
    if cause:
        raise ReadError(source, f"this PDF's text layer is unusable because {cause}")
    return _paper(
        blocks,
        _doi([fragments(pages[0].glyphs())] if pages else []),
        id=id,
        source=source,
        sha256=sha256,
    )


def _printed(pages: Sequence[Page]) -> Iterator[tuple[int, list[PrintedLine]]]:
    often = returning(pages)
    for number, page in enumerate(pages):
        found = without_furniture(fragments(page.glyphs()), page, often)
        for region in regions(found):
            yield number, lines(region)


def _doi(found: Sequence[list[Fragment]]) -> str:
    """The first DOI that the first page prints, be it in its head or foot."""
    texts = (fragment.text for parts in found for fragment in parts)
    return next((match[0] for text in texts if (match := _DOI.search(text))), "")


def _paper(blocks: Sequence[Paragraph], doi: str, *, id: str, source: str, sha256: str) -> Paper:
    text, authors = _without_head(blocks)
    sheet = _written(text)
    raw = sheet.raw
    references = read_references(raw, sheet.references) if sheet.references else ()
    known = frozenset(reference.number for reference in references)
    marks = (
        author_year_marks(raw, sheet.blocks, references) if is_unnumbered(raw, references) else ()
    )
    passages = tuple(make_passages(raw, sheet.blocks, vocabulary(raw), known, marks))
    title = next((passage.text for passage in passages if passage.kind == "title"), "")
    record = Reference(title=title, authors=authors, doi=doi) if title or doi else None
    return Paper(
        id=id,
        raw=raw,
        passages=passages,
        references=references,
        record=record,
        source=source,
        sha256=sha256,
    )


def _without_head(blocks: Sequence[Paragraph]) -> tuple[list[Paragraph], tuple[Author, ...]]:
    """Drop names and addresses between the title and the text; return who the authors are."""
    if not blocks or blocks[0].kind != "title":
        return list(blocks), ()
    first = next((at for at, block in enumerate(blocks) if block.kind == "heading"), 1)
    head = blocks[1:first]
    authors = next(filter(None, (read_authors(block.text) for block in head[:3])), ())
    kept = [block for block in head if len(block.text.split()) >= _SHORTEST_ABSTRACT]
    return [blocks[0], *kept, *blocks[first:]], authors


def _written(blocks: Sequence[Paragraph]) -> _Sheet:
    parts: list[str] = []
    sheet = _Sheet("", [], None)
    at = 0
    for block in blocks:
        spans = []
        for line in block.lines:
            spans.append((at, at + len(line)))
            parts.append(line + "\n")
            at += len(line) + 1
        parts.append("\n")
        at += 1
        if block.kind == "references":
            sheet.references = (spans[0][0], at)
        elif block.kind == "entry" and sheet.references:
            sheet.references = (sheet.references[0], at)
        else:
            sheet.blocks += _blocks(block, spans)
    sheet.raw = "".join(parts)
    return sheet


def _blocks(block: Paragraph, spans: Sequence[Span]) -> Iterator[Block]:
    """Make the block of a paragraph; each row of a table is one."""
    if block.kind == "table":
        yield from (Block(kind="table", lines=(span,)) for span in spans)
    elif block.kind == "heading":
        level = heading_level(block.text) or 2
        yield Block(kind="heading", lines=tuple(spans), level=level)
    elif block.kind in {"title", "paragraph", "caption"}:
        yield Block(kind=cast("PassageKind", block.kind), lines=tuple(spans))
