"""Reader of Word documents (.docx): printed paragraphs, with all tracked changes accepted.

Comments, headers and footers, hidden text and tables of contents are left out. A text box follows
the paragraph to which it is anchored.

References
----------
ECMA-376, Office Open XML, part 1: WordprocessingML (17) and Office MathML (22.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.errors import ReadError
from corpus.model import Paper, PassageKind
from corpus.readers.markup.tree import Element, child, children, descendants, name_of, text_of
from corpus.readers.office.archive import Archive
from corpus.readers.office.article import Properties, read_printed
from corpus.readers.office.attributes import value_of
from corpus.readers.office.equations import flat_equation
from corpus.readers.office.notes import NoteKind, Notes, read_notes
from corpus.readers.office.printed import Printed, Run, equation, flat, rows_of
from corpus.readers.office.symbols import in_font, sign
from corpus.readers.office.word_fields import DELETED, Fields, read_fields
from corpus.readers.office.word_numbers import Numbers, read_numbers
from corpus.readers.office.word_styles import Look, Styles, read_styles
from corpus.reference_lists import is_heading_of_references

#: Elements whose content is read as if it were in the element's place.
_HOLDERS = frozenset(
    "ins moveto hyperlink smarttag sdt sdtcontent customxml fldsimple dir bdo ruby rubybase"
    " choice fallback".split()
)
#: The element of a note mark -> the part with the notes.
_NOTE_MARKS: Mapping[str, NoteKind] = {
    "footnotereference": "footnotes",
    "endnotereference": "endnotes",
}
#: Types of notes that are only the lines which separate notes from the text.
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_EQUATIONS = frozenset({"omath", "omathpara"})
_CODE = re.compile("[0-9a-fA-F]{1,4}")
_CHARACTERS = {
    **{"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "nobreakhyphen": "-", "softhyphen": ""},
}


def is_word(archive: Archive) -> bool:
    """Return whether an archive is a Word document."""
    return any(name.startswith("word/") for name in archive.names)


def read_word(archive: Archive, *, id: str, sha256: str) -> Paper:
    """Read a document: title, text, captions, tables, notes and references.

    Raises
    ------
    ReadError
        If a part is damaged or exceeds a limit, or the archive has no document.
    """
    main = archive.related("").get("officedocument", "word/document.xml")
    body = child(archive.tree(main), "body")
    if body is None:
        raise ReadError(archive.source, "a zip archive without the text of a Word document")
    related = archive.related(main)
    styles = read_styles(archive.tree(related.get("styles", "word/styles.xml")))
    numbers = read_numbers(archive.tree(related.get("numbering", "word/numbering.xml")))

    def printed(part: Element, notes: Notes) -> Iterator[Printed]:
        yield from _Writer(styles, numbers, notes, read_fields(part)).blocks(part)

    notes = read_notes(
        {
            (kind, value_of(note, "id")): list(printed(note, Notes()))
            for kind in _NOTE_MARKS.values()
            for note in children(archive.tree(related.get(kind, "")), "footnote", "endnote")
            if value_of(note, "type") not in _RULES
        },
        has_list=_has_list(body, styles),
    )
    paragraphs = list(printed(body, notes))
    return read_printed(
        [*paragraphs, *notes.written()],
        _properties(archive),
        id=id,
        source=archive.source,
        sha256=sha256,
    )


def _has_list(body: Element, styles: Styles) -> bool:
    """Return whether the text has a reference list of its own, so that no note is an entry."""
    return any(
        is_heading_of_references(text_of(paragraph))
        or styles.is_entry(value_of(child(paragraph, "ppr", "pstyle")))
        for paragraph in descendants(body, "p")
    )


def _properties(archive: Archive) -> Properties:
    name = archive.related("").get("core-properties", "docProps/core.xml")
    root = archive.tree(name)
    return Properties(title=text_of(child(root, "title")), author=text_of(child(root, "creator")))


@dataclass(slots=True)
class _Writer:
    """Writer of the paragraphs of a part; ``_waiting`` has runs before a deleted paragraph mark."""

    styles: Styles
    numbers: Numbers
    notes: Notes
    fields: Fields
    _waiting: list[Run] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)

    def blocks(self, parent: Element) -> Iterator[Printed]:
        """Yield the paragraphs and rows of an element."""
        for element in parent:
            name = name_of(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "alternatecontent":
                yield from self.blocks(_chosen(element))
            elif name in _HOLDERS:
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Printed]:
        properties = child(element, "ppr")
        style = value_of(child(properties, "pstyle")) or self.styles.usual
        runs = [*self._waiting, *self._runs(element, style)]
        is_merged = any(name in DELETED for name in map(name_of, _mark(properties)))
        self._waiting = runs if is_merged else []
        boxes, self._boxes = self._boxes, []
        if not is_merged and not self.styles.is_contents(style):
            text = flat(runs)
            if text:
                letters = [run for run in runs if run.text.strip()]
                yield replace(
                    self._printed(text, properties, style),
                    size=max(run.size for run in letters),
                    is_bold=all(run.is_bold for run in letters),
                )
        for box in boxes:
            yield from self.blocks(box)

    def _printed(self, text: str, properties: Element | None, style: str) -> Printed:
        """Classify a paragraph by its style, and count it in its list."""
        own = child(properties, "numpr")
        numbering = own if own is not None else self.styles.numbering(style)
        label = self.numbers.label(numbering, self.styles)
        level = self.styles.level(properties, style)
        if self.styles.is_title(style):
            return Printed(text=text, kind="title", level=1)
        if level:
            return Printed(text=text, kind="heading", level=level)
        if self.styles.is_caption(style):
            return Printed(text=text, kind="caption")
        is_entry = self.styles.is_entry(style)
        kind: PassageKind = "list_item" if label else "paragraph"
        return Printed(text=text, kind=kind, label=label, is_entry=is_entry)

    def _table(self, table: Element) -> Iterator[Printed]:
        rows = [list(_below(one, "tc")) for one in _below(table, "tr") if not _is_deleted(one)]
        return rows_of(rows, self.blocks)

    def _runs(self, element: Element, style: str) -> Iterator[Run]:
        for part in element:
            name = name_of(part)
            if name == "r":
                yield from self._run(part, style)
            elif name in _EQUATIONS and not self.fields.is_silent:
                yield equation(flat_equation(part))
            elif name == "alternatecontent":
                yield from self._runs(_chosen(part), style)
            elif name in _HOLDERS:
                yield from self._runs(part, style)

    def _run(self, element: Element, style: str) -> Iterator[Run]:
        look = self.styles.look(child(element, "rpr"), style)
        for part in element:
            name = name_of(part)
            if name == "fldchar":
                self.fields.pass_sign(part)
            elif name == "instrtext":
                self.fields.take_instruction(part.text or "")
            elif not (self.fields.is_silent or look.is_hidden):
                yield from self._content(part, name, look)

    def _content(self, part: Element, name: str, look: Look) -> Iterator[Run]:
        if name == "t":
            yield Run(in_font(part.text or "", look.font), look.script, look.size, look.is_bold)
        elif name in _CHARACTERS:
            yield Run(_CHARACTERS[name], look.script)
        elif name == "sym":
            code = value_of(part, "char")
            found = sign(int(code, 16), value_of(part, "font")) if _is_code(code) else ""
            yield Run(found, look.script)
        elif name in _NOTE_MARKS:
            is_custom = _is_on(value_of(part, "customMarkFollows"))
            yield Run(
                "" if is_custom else self.notes.mark(_NOTE_MARKS[name], value_of(part, "id")), "^"
            )
        elif name in {"drawing", "pict", "object", "alternatecontent"}:
            chosen = _chosen(part) if name == "alternatecontent" else part
            self._boxes += _outermost(chosen, "txbxcontent")


def _is_on(value: str) -> bool:
    """Return whether the value of an attribute means true."""
    return value in {"1", "true", "on"}


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _mark(properties: Element | None) -> Sequence[Element]:
    """Return the properties of the mark at the end of a paragraph."""
    found = child(properties, "rpr")
    return list(found) if found is not None else []


def _chosen(alternatives: Element) -> Element:
    """Return the form of a content for current programs, or else the fallback for old ones."""
    found = child(alternatives, "choice")
    if found is None:
        found = child(alternatives, "fallback")
    return found if found is not None else alternatives


def _below(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, including those in content controls."""
    for element in parent:
        if name_of(element) == name:
            yield element
        elif name_of(element) in _HOLDERS:
            yield from _below(element, name)


def _is_deleted(row: Element) -> bool:
    return child(row, "trpr", "del") is not None


def _outermost(element: Element, name: str) -> list[Element]:
    """Return the elements of a name that are not inside another of that name."""
    found = list(descendants(element, name))
    inner = {x for outer in found for x in descendants(outer, name)}
    return [x for x in found if x not in inner]
