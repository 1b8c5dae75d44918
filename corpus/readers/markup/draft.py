"""The plain text that a reader makes of marked-up documents; quotes and offsets refer to it.

Each block (heading, paragraph, caption, table row, reference) is one line: headings after ``#``,
superscripts as ``^{...}``, subscripts as ``_{...}``, table rows between ``|``. The same file always
gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.citations import GivenMark
from corpus.hyphens import vocabulary
from corpus.layout import Block
from corpus.link_marks import Link, marks_of
from corpus.model import Paper, PassageKind, Reference, Span
from corpus.passages import make_passages
from corpus.readers.markup.tree import Element, as_printed
from corpus.tables import PrintedCell, PrintedRow, gridded

_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True, kw_only=True)
class Line:
    """A line being written: its text, the links to references in it, and its deferred blocks.

    For a row of a table, ``cells`` has its cells, and ``is_first_row`` and ``is_head`` describe it.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    apart: list[Element] = field(default_factory=list)
    cells: list[PrintedCell] = field(default_factory=list)
    is_first_row: bool = False
    is_head: bool = False

    def write(self, text: str | None) -> None:
        """Append text with each run of blanks reduced to one."""
        text = _BLANKS.sub(" ", as_printed(text or ""))
        if not self.parts or self.parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self.parts.append(text)
            self.length += len(text)

    def append(self, line: Line) -> None:
        """Append the content of another line."""
        self.write("".join(line.parts))
        start = self.length - line.length  # a leading blank may have been dropped
        self.links += (
            replace(link, start=link.start + start, end=link.end + start) for link in line.links
        )
        self.apart += line.apart

    def end_sentence(self) -> None:
        """Append the full stop that the layout of titles and labels leaves out."""
        if self.text:
            self.write(" " if self.text.endswith((".", "?", "!")) else ". ")

    def close_up(self) -> None:
        """Remove a blank at the end."""
        if self.parts and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
            self.links = [replace(link, end=min(link.end, self.length)) for link in self.links]

    def link(self, start: int, numbers: tuple[str, ...]) -> None:
        """Add a link from the text written since ``start`` to the references of these numbers."""
        if self.length > start:
            self.links.append(Link(start=start, end=self.length, numbers=numbers))

    @property
    def text(self) -> str:
        """The text written so far, without trailing blanks."""
        return "".join(self.parts).rstrip(" ")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A document being written, block by block."""

    known: Sequence[str] = ()
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    marks: list[GivenMark] = field(default_factory=list)
    tables: list[list[PrintedRow]] = field(default_factory=list)

    def add(self, kind: PassageKind, line: Line | str, *, level: int = 0) -> None:
        """Write a block; one without text is left out."""
        written = _line(line) if isinstance(line, str) else line
        if not written.text.strip():
            return
        prefix = "#" * level + " " if level else ""
        span = self._write(prefix + written.text, "\n" if kind == "table" else "\n\n")
        self.blocks.append(Block(kind=kind, lines=(span,), level=level))
        if written.cells:
            self._add_row(written, span)
        found = marks_of(written.text, written.links, self.known)
        self.marks.extend(mark.shifted(span[0] + len(prefix)) for mark in found)

    def _add_row(self, line: Line, span: Span) -> None:
        if line.is_first_row or not self.tables:
            self.tables.append([])
        cells = tuple(cell.shifted(span[0]) for cell in line.cells)
        self.tables[-1].append(PrintedRow(lines=(span,), cells=cells, is_head=line.is_head))

    def _laid_out(self) -> list[Block]:
        """Return the blocks; those of table rows include the cells that reach into them."""
        rows = {
            printed.lines: grid
            for number, table in enumerate(self.tables)
            for printed, grid in zip(table, gridded(table, number), strict=True)
        }
        return [
            replace(block, lines=rows[block.lines][0], row=rows[block.lines][1])
            if block.lines in rows
            else block
            for block in self.blocks
        ]

    @property
    def title(self) -> str:
        """The text of the title, ``""`` if none was written."""
        found = (block for block in self.blocks if block.kind == "title")
        block = next(found, None)
        return "".join(self.parts)[slice(*block.lines[0])] if block else ""

    def add_references(self, entries: Sequence[tuple[Reference, str]]) -> tuple[Reference, ...]:
        """Write the reference list, and return its records with the spans of their entries."""
        if entries:
            self._write("## References", "\n\n")
        return tuple(
            replace(record, span=self._write(f"[{record.number}] {printed}", "\n"))
            for record, printed in entries
        )

    def _write(self, text: str, end: str) -> Span:
        start = self.length
        self.parts += (text, end)
        self.length += len(text) + len(end)
        return start, start + len(text)

    def paper(
        self,
        *,
        id: str,
        source: str,
        sha256: str,
        record: Reference | None,
        references: tuple[Reference, ...],
    ) -> Paper:
        """Return the paper with the text and passages written so far."""
        raw = "".join(self.parts)
        known, blocks = frozenset(self.known), self._laid_out()
        return Paper(
            id=id,
            raw=raw,
            passages=tuple(make_passages(raw, blocks, vocabulary(raw), known, self.marks)),
            references=references,
            record=record,
            source=source,
            sha256=sha256,
        )


def _line(text: str) -> Line:
    line = Line()
    line.write(text)
    return line
