"""Reader of PDF: the text layer in reading order.

The plain text that quotes and offsets refer to has a line of text for each printed line, and a
blank line between paragraphs: columns follow each other, captions follow the paragraph that they
interrupt; running heads, page numbers and the lettering of figures are left out; superscripts are
``^{...}`` and subscripts ``_{...}``. The same file always gives the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from corpus.author_years import author_year_marks, is_unnumbered
from corpus.errors import ReadError
from corpus.front import own_record
from corpus.hyphens import vocabulary
from corpus.layout import Block, heading_level
from corpus.model import Paper, PassageKind, Reference, Span
from corpus.passages import make_passages
from corpus.readers.pdf.columns import regions
from corpus.readers.pdf.covers import split_covers
from corpus.readers.pdf.furniture import returning, without_furniture
from corpus.readers.pdf.glyphs import Page, open_pdf
from corpus.readers.pdf.head import read_head
from corpus.readers.pdf.information import read_information
from corpus.readers.pdf.initials import with_initials
from corpus.readers.pdf.lines import PrintedLine, fragments, lines
from corpus.readers.pdf.paragraphs import Paragraph, body_size, paragraphs, without_figures
from corpus.readers.pdf.quality import unusable
from corpus.readers.pdf.record import read_front
from corpus.readers.pdf.references import TakenList, take_references
from corpus.readers.pdf.title import with_title
from corpus.reference_lists import PrintedEntry, printed_entry
from corpus.references import read_references


@dataclass(slots=True)
class _Sheet:
    """The plain text being written, with its blocks and the entries of its reference lists."""

    raw: str
    blocks: list[Block]
    entries: list[PrintedEntry]


def read_pdf(data: bytes, *, id: str, source: str, sha256: str) -> Paper:
    """Read the text layer of a PDF.

    Raises
    ------
    ReadError
        If the file cannot be opened, exceeds a limit, or its text layer is unusable.
    """
    printed = open_pdf(data, source)
    pages, covers = split_covers(printed.pages)
    listed = list(_printed(pages))
    text, lists = take_references(listed)
    body = body_size(line for _, region in text for line in region)
    found = paragraphs(text, body)
    cause = unusable(pages, " ".join(block.text for block in found))
    if cause:
        raise ReadError(source, f"this PDF's text layer is unusable because {cause}")
    told = read_information(printed.information, data)
    head = read_head(with_title(found, body, told.titles))
    sheet = _written(without_figures(head.blocks, body), lists)
    first_page = (line for number, region in listed if number == 0 for line in region)
    front = read_front(pages, covers, first_page)
    record = partial(own_record, authors=head.authors, front=front, told=told.record)
    return _paper(sheet, record, id=id, source=source, sha256=sha256)


def _printed(pages: Sequence[Page]) -> Iterator[tuple[int, list[PrintedLine]]]:
    often = returning(pages)
    for number, page in enumerate(pages):
        found = without_furniture(fragments(page.glyphs()), page, often, is_first=not number)
        found = with_initials(found)
        for region in regions(found):
            yield number, lines(region)


def _paper(
    sheet: _Sheet,
    record_of: Callable[[str], Reference | None],
    *,
    id: str,
    source: str,
    sha256: str,
) -> Paper:
    raw = sheet.raw
    references = read_references(raw, sheet.entries)
    known = frozenset(reference.number for reference in references)
    marks = (
        author_year_marks(raw, sheet.blocks, references) if is_unnumbered(raw, references) else ()
    )
    passages = tuple(make_passages(raw, sheet.blocks, vocabulary(raw), known, marks))
    title = next((passage.text for passage in passages if passage.kind == "title"), "")
    return Paper(
        id=id,
        raw=raw,
        passages=passages,
        references=references,
        record=record_of(title),
        source=source,
        sha256=sha256,
    )


def _written(blocks: Sequence[Paragraph], lists: Sequence[TakenList]) -> _Sheet:
    """Return the text followed by the reference lists, wherever these were printed."""
    parts: list[str] = []
    sheet = _Sheet("", [], [])
    at = 0

    def write(lines: Sequence[str], end: str = "\n") -> list[Span]:
        nonlocal at
        spans = []
        for line in lines:
            spans.append((at, at + len(line)))
            parts.append(line + "\n")
            at += len(line) + 1
        parts.append(end)
        at += len(end)
        return spans

    for block in blocks:
        sheet.blocks += _blocks(block, write(block.lines))
    for taken in lists:
        write([taken.heading] if taken.heading else [])
        entries = [printed_entry(entry, write(lines, "")) for entry, lines in taken.entries]
        sheet.entries += (entry for entry in entries if entry.lines)
        write([])
    sheet.raw = "".join(parts)
    return sheet


def _blocks(block: Paragraph, spans: Sequence[Span]) -> Iterator[Block]:
    """Yield the block of a paragraph, or one block for each row of a table."""
    if block.kind == "table":
        yield from (Block(kind="table", lines=(span,)) for span in spans)
    elif block.kind == "heading":
        level = heading_level(block.text) or 2
        yield Block(kind="heading", lines=tuple(spans), level=level)
    elif block.kind in {"title", "paragraph", "caption"}:
        yield Block(kind=cast("PassageKind", block.kind), lines=tuple(spans))
