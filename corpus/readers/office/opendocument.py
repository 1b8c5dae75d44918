"""Reader of OpenDocument texts (.odt): printed paragraphs, with tracked changes accepted.

Comments, headers and footers, hidden text and tables of contents are left out. Footnotes that are
not references follow the text.

References
----------
OASIS OpenDocument 1.3, part 3: text content (5), tables (9), change tracking (5.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from corpus.errors import ReadError
from corpus.model import Paper
from corpus.readers.markup.formula import flat_formula
from corpus.readers.markup.tree import Element, child, descendants, name_of, text_of
from corpus.readers.office.archive import Archive
from corpus.readers.office.article import Properties, read_printed
from corpus.readers.office.attributes import value_of, whole
from corpus.readers.office.equations import unlike_marks
from corpus.readers.office.notes import Key, NoteKind, Notes, read_notes
from corpus.readers.office.opendocument_styles import Styles, read_styles
from corpus.readers.office.printed import Printed, Run, Script, equation, flat, rows_of
from corpus.reference_lists import is_heading_of_references

#: Elements whose blocks are read as if they were in the element's place.
_HOLDERS = frozenset("section bibliography index-body index-title text-box".split())
_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end table-of-content illustration-index table-index"
    " object-index user-index alphabetical-index ruby-text hidden-text script note".split()
)
_NOTE_KINDS: Mapping[str, NoteKind] = {"footnote": "footnotes", "endnote": "endnotes"}
#: The character that LibreOffice inserts for an empty part of a formula.
_PLACEHOLDER = "\u2751"
#: The most consecutive blanks.
_MOST_BLANKS = 100


def read_opendocument(archive: Archive, *, id: str, sha256: str) -> Paper:
    """Read a document: title, text, captions, tables, notes and references.

    Raises
    ------
    ReadError
        If a part is damaged or exceeds a limit, or the archive has no text.
    """
    root = archive.tree("content.xml")
    body = child(root, "body", "text")
    if root is None or body is None:
        raise ReadError(archive.source, "an OpenDocument file that contains no text")
    styles = read_styles([archive.tree("styles.xml"), root])
    notes = _notes(archive, styles, body)
    paragraphs = list(_Writer(archive, styles, notes).blocks(body))
    return read_printed(
        [*paragraphs, *notes.written()],
        _properties(archive),
        id=id,
        source=archive.source,
        sha256=sha256,
    )


def _notes(archive: Archive, styles: Styles, body: Element) -> Notes:
    has_list = any(
        is_heading_of_references(text_of(one)) or styles.is_entry(value_of(one, "style-name"))
        for one in descendants(body, "p", "h")
    )
    texts: dict[Key, list[Printed]] = {}
    for note in descendants(body, "note"):
        kind = _NOTE_KINDS.get(value_of(note, "note-class"), "footnotes")
        inside = child(note, "note-body")
        if inside is not None:
            writer = _Writer(archive, styles, Notes())
            texts[kind, value_of(note, "id")] = list(writer.blocks(inside))
    return read_notes(texts, has_list=has_list)


def _properties(archive: Archive) -> Properties:
    meta = child(archive.tree("meta.xml"), "meta")
    author = text_of(child(meta, "initial-creator")) or text_of(child(meta, "creator"))
    return Properties(title=text_of(child(meta, "title")), author=author)


@dataclass(slots=True)
class _Writer:
    """Writer of the blocks of a document; ``_counts`` has the current numbers of its lists."""

    archive: Archive
    styles: Styles
    notes: Notes
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _boxes: list[Element] = field(default_factory=list)

    def blocks(self, parent: Element) -> Iterator[Printed]:
        """Yield the paragraphs and rows of an element."""
        for element in parent:
            name = name_of(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, "")
            elif name == "list":
                yield from self._list(element, "", 1)
            elif name == "table":
                yield from self._table(element)
            elif name in _HOLDERS:
                yield from self.blocks(element)
            elif name == "frame":
                yield from self._framed(element)

    def _paragraph(self, element: Element, label: str) -> Iterator[Printed]:
        style = value_of(element, "style-name")
        text = flat(self._runs(element, ""))
        boxes, self._boxes = self._boxes, []
        if text:
            one = self._printed(element, text, style, label)
            is_bold = self._is_bold(element, style)
            yield replace(one, size=self._size(element, style), is_bold=is_bold)
        for box in boxes:
            yield from self.blocks(box)

    def _size(self, element: Element, style: str) -> int:
        """Return the largest letter size in a paragraph, or that of its style, in half points."""
        spans = (value_of(x, "style-name") for x in descendants(element, "span") if text_of(x))
        set_here = max((self.styles.size("text", name) for name in spans), default=0)
        return set_here or self.styles.size("paragraph", style) or self.styles.usual

    def _is_bold(self, element: Element, style: str) -> bool:
        if self.styles.is_bold("paragraph", style):
            return True
        loose = [element.text or "", *(part.tail or "" for part in element)]
        spans = [x for x in element if name_of(x) == "span" and text_of(x)]
        is_all = bool(spans) and not "".join(loose).strip()
        return is_all and all(self.styles.is_bold("text", value_of(x, "style-name")) for x in spans)

    def _printed(self, element: Element, text: str, style: str, label: str) -> Printed:
        if self.styles.is_title(style):
            return Printed(text=text, kind="title", level=1)
        if name_of(element) == "h":
            return Printed(
                text=text, kind="heading", level=whole(value_of(element, "outline-level"), 1)
            )
        if self.styles.is_caption(style):
            return Printed(text=text, kind="caption")
        is_entry = self.styles.is_entry(style)
        return Printed(
            text=text, kind="list_item" if label else "paragraph", label=label, is_entry=is_entry
        )

    def _list(self, element: Element, style: str, depth: int) -> Iterator[Printed]:
        style = value_of(element, "style-name") or style
        key = style, depth
        goes_on = value_of(element, "continue-numbering") == "true"
        if not (goes_on or value_of(element, "continue-list")) or key not in self._counts:
            self._counts[key] = self.styles.start(style, depth) - 1
        for item in element:
            label = ""
            if name_of(item) == "list-item":
                counted = self._counts[key] + 1
                self._counts[key] = whole(value_of(item, "start-value"), counted)
                label = self.styles.label(style, depth, self._counts[key])
            for block in item:
                if name_of(block) == "list":
                    yield from self._list(block, style, depth + 1)
                elif name_of(block) in {"p", "h"}:
                    yield from self._paragraph(block, label)
                    label = ""

    def _table(self, table: Element) -> Iterator[Printed]:
        rows = [[c for c in one if name_of(c) == "table-cell"] for one in _rows(table)]
        return rows_of(rows, self.blocks)

    def _framed(self, frame: Element) -> Iterator[Printed]:
        for box in descendants(frame, "text-box"):
            yield from self.blocks(box)
            return

    def _runs(self, element: Element, script: Script) -> Iterator[Run]:
        yield Run(element.text or "", script)
        for part in element:
            yield from self._part(part, name_of(part), script)
            yield Run(part.tail or "", script)

    def _part(self, part: Element, name: str, script: Script) -> Iterator[Run]:
        if name == "s":
            yield Run(" " * min(whole(value_of(part, "c"), 1), _MOST_BLANKS), script)
        elif name in {"tab", "line-break"}:
            yield Run(" " if name == "tab" else "\n", script)
        elif name == "note":
            kind = _NOTE_KINDS.get(value_of(part, "note-class"), "footnotes")
            yield Run(self.notes.mark(kind, value_of(part, "id")), "^")
        elif name == "frame":
            yield from self._object(part)
        elif name == "span":
            style = value_of(part, "style-name")
            own = self.styles.script(style)
            if not self.styles.is_hidden(style):
                yield from self._runs(part, script if own is None else own)
        elif name and name not in _SKIPPED:
            yield from self._runs(part, script)

    def _object(self, frame: Element) -> Iterator[Run]:
        """Yield the formula in a frame; a text box is kept until after the paragraph."""
        embedded = child(frame, "object")
        if embedded is None:
            self._boxes += [box for box in frame if name_of(box) == "text-box"]
            return
        place = value_of(embedded, "href").removeprefix("./")
        root = child(embedded, "math")
        if root is None and place:
            root = self.archive.tree(f"{place}/content.xml")
        if root is not None and name_of(root) == "math":
            yield equation(unlike_marks(flat_formula(root).replace(_PLACEHOLDER, "")))


def _rows(parent: Element) -> Iterator[Element]:
    for element in parent:
        if name_of(element) == "table-row":
            yield element
        elif name_of(element) in {"table-rows", "table-header-rows", "table-row-group"}:
            yield from _rows(element)
