"""The data model of a paper: passages of clean text with the offset of each character.

Readers turn bytes into a :class:`Paper`. Its ``raw`` is the plain text of the document: for text
and Markdown files exactly as decoded from disk; for XML and HTML the text written by
:mod:`corpus.readers.markup.draft`, for PDF that of :mod:`corpus.readers.pdf`, which are
deterministic. Every :class:`Passage` carries cleaned text (citation marks removed, subscripts
flattened, page breaks joined) and, for each of its characters, the offset in ``raw`` it came from.
So a quote is always ``paper.raw[start:end]``, whatever was cleaned.

All offsets count Unicode code points, as in the claims contract.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

#: A half-open interval ``(start, end)`` of code-point offsets.
Span = tuple[int, int]

PassageKind = Literal["title", "heading", "paragraph", "caption", "list_item", "table"]

#: Kinds of published work, with the names of CSL-JSON.
WorkType = Literal[
    "article-journal",
    "chapter",
    "paper-conference",
    "patent",
    "book",
    "thesis",
    "preprint",
    "document",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person as printed in reference lists: ``family`` with particles, ``given`` as initials."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The bibliographic record of one work: an entry of a reference list, or the paper itself.

    ``number`` is the number printed in the citing document (``"88"``), or ``""`` for the paper's
    own record. Several works under one number, "(88) (a) ...; (b) ...", are several references with
    that number, distinguished by ``part`` (``"a"``, ``"b"``, ...). ``span`` is the position of the
    entry in ``Paper.raw``; ``None`` for records from front matter. Missing fields are ``""`` (text)
    or ``None`` (``year``).
    """

    number: str = ""
    part: str = ""
    key: str = ""
    authors: tuple[Author, ...] = ()
    title: str = ""
    container: str = ""
    year: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    type: WorkType = "document"
    span: Span | None = None

    @property
    def label(self) -> str:
        """The unique number of the reference in its list: ``"88"``, ``"88b"``.

        The first work under a number has the number alone, because that is how it is cited.
        """
        return self.number + (self.part if self.part != "a" else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation mark that the clean-up removed from a passage.

    ``at`` is the offset of the mark in the clean text of the passage: a mark after a full stop has
    ``at`` just after that full stop, and belongs to the sentence that ends there. ``numbers`` lists
    every member of a range or list, in order. ``span`` is the mark itself in ``Paper.raw``.
    ``permission`` is true for "reprinted with permission from ref. (88)" in a caption.
    """

    at: int
    numbers: tuple[str, ...]
    span: Span
    permission: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: the span of the raw text in each column.

    ``table`` is the index of the table in the document. ``cells`` has a half-open interval of
    offsets in ``Paper.raw`` for each column, an empty one for an empty cell; a cell that spans
    several columns or rows is repeated in each of them. ``is_head`` is true for rows that name the
    columns.
    """

    table: int
    cells: tuple[Span, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of clean text that belongs together: a paragraph, a caption, a heading.

    ``origins[i]`` is the offset in ``Paper.raw`` of the character ``text[i]``. Offsets increase
    strictly, except that the letters of one expanded character (a ligature) share its offset.
    ``section`` is the path of headings above the passage, outermost first; ``repairs`` counts the
    repairs of damaged text by their names. ``row`` has the cells of a table row, ``None`` where
    they are not known (PDF).

    Raises
    ------
    ValueError
        If the numbers of characters and offsets differ.
    """

    kind: PassageKind
    text: str
    origins: array[int] = field(repr=False)
    section: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)
    row: Row | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError(f"{len(self.text)} characters but {len(self.origins)} origins")

    def clean_span(self, raw: Span) -> Span:
        """Return the interval of the clean text that comes from an interval of the raw text."""
        return bisect_left(self.origins, raw[0]), bisect_left(self.origins, raw[1])

    def raw_spans(self, start: int, end: int, *, gap: int = 40) -> tuple[Span, ...]:
        """Return the one or several spans of the raw text that ``text[start:end]`` comes from.

        Markup and citation marks between two characters (up to ``gap`` raw characters) are
        included, so the quote reads as printed; a figure or page break that divides a sentence
        splits the span.

        Raises
        ------
        ValueError
            If the interval is empty or outside the passage.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is not inside a passage of {len(self.text)}")
        spans: list[Span] = []
        origins = self.origins
        first = origins[start]
        for block in range(start, end - 1, max(gap, 1)):
            until = min(block + max(gap, 1), end - 1)
            if origins[until] - origins[block] <= gap:
                continue  # offsets never decrease, so there is no larger gap in between
            for at in range(block + 1, until + 1):
                if origins[at] - origins[at - 1] > gap:
                    spans.append((first, origins[at - 1] + 1))
                    first = origins[at]
        spans.append((first, origins[end - 1] + 1))
        return tuple(spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as read: raw text, clean passages, its reference list and its own record.

    ``id`` is the document id in claims (the file stem unless set otherwise). ``genre`` is
    ``"note"`` for a literature note on one study and ``"article"`` otherwise; in both, claims refer
    to the document's own study as ``"this"``. ``written_from`` is the id of the document that a
    note was written from, ``""`` if that was the study itself. ``repairs`` counts the repairs of
    damaged text by their names ("ligature", "degree sign read as 8"); without damage it is empty.
    """

    id: str
    raw: str = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    references: tuple[Reference, ...] = field(default=(), repr=False)
    record: Reference | None = None
    genre: Literal["article", "note"] = "article"
    written_from: str = ""
    source: str = ""
    sha256: str = ""
    repairs: Mapping[str, int] = field(default_factory=dict, repr=False)
