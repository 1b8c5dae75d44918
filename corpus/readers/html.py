"""Reader of HTML articles, as saved from a publisher's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from corpus.citations import expand_numbers
from corpus.errors import ReadError
from corpus.model import Paper, PassageKind
from corpus.readers.html_furniture import is_furniture, is_other_part
from corpus.readers.html_records import own_record
from corpus.readers.html_references import read_entries
from corpus.readers.html_refusals import why_no_article
from corpus.readers.markup.draft import Draft, Line
from corpus.readers.markup.inline import Dialect, inline, script_of
from corpus.readers.markup.table import rows
from corpus.readers.markup.tree import Element, children, descendants, name_of, text_of
from corpus.records.fields import tidy_doi

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p ul ol dl table figure figcaption blockquote pre section article div main caption header"
    " h1 h2 h3 h4 h5 h6 li dd dt details hgroup address body".split()
)
#: Quoted names in a script call: "popRef('c12')".
_QUOTED = re.compile(r"""['"]([\w.:-]{2,60})['"]""")
#: Classes and labels of links to references.
_CITING = re.compile(
    r"(?:^|\s)(?:ref|bib\w*|cit\w*|xref(?:-bibr)?|reference\w*|biblink|link-ref)(?:$|[\s\d_-])",
    re.I,
)
_CAPTION = re.compile(r"(?:Figure|Fig\.?|Scheme|Table|Chart)\s?S?\d", re.IGNORECASE)

#: A function that adds a block: its kind, its content, the level of a heading.
_Add = Callable[[PassageKind, Line, int], None]


def read_html(root: Element, *, id: str, source: str, sha256: str) -> Paper:
    """Read an article: title, text, captions, tables and references; menus are left out.

    Raises
    ------
    ReadError
        If the publisher sent another page instead of the article, such as a login page.
    """
    body = _article(root)
    listed = read_entries(body)
    title = _title(root)
    draft = Draft(known=tuple(dict.fromkeys(record.number for record, _ in listed.entries)))

    def add(kind: PassageKind, line: Line, level: int) -> None:
        draft.add(kind, line, level=level)

    dialect = _dialect(listed.numbers)
    if title is not None:
        add("title", inline(title, dialect), 0)
    skipped = listed.elements if title is None else listed.elements | {title}
    _Writer(add, dialect, body, skipped).write(body)
    references = draft.add_references(listed.entries)
    record = own_record(root, draft.title, _printed_doi(root, listed.elements))
    paper = draft.paper(id=id, source=source, sha256=sha256, record=record, references=references)
    if cause := why_no_article(root, paper):
        raise ReadError(source, cause)
    return paper


def _article(root: Element) -> Element:
    """Return the element of the article: the longest ``article``, or ``main``, or ``body``."""
    for name in ("article", "main", "body"):
        found = [x for x in descendants(root, name) if not _is_inside(x, name)]
        if any(text_of(element) for element in found):
            return max(found, key=lambda element: len(text_of(element)))
    return root


def _title(root: Element) -> Element | None:
    """Return the heading that is the title of the page's metadata, or else the first ``h1``.

    It may be outside the element of the article.
    """
    record = own_record(root, "")
    told = _letters(record.title) if record is not None else ""
    headings = [h for h in descendants(root, "h1", "h2", "h3") if not _is_in_furniture(h)]
    same = [h for h in headings if told and _letters(text_of(h)) == told]
    first = [h for h in headings if name_of(h) == "h1" and text_of(h)]
    return next(iter([*same, *first]), None)


def _printed_doi(root: Element, entries: frozenset[Element]) -> str:
    """Return the first DOI that the page prints as a link outside its reference list."""
    for link in descendants(root, "a"):
        doi = tidy_doi(text_of(link))
        if doi and entries.isdisjoint(link.iterancestors()):
            return doi
    return ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_in_furniture(element: Element) -> bool:
    return any(is_furniture(above) for above in (element, *element.iterancestors()))


def _is_inside(element: Element, name: str) -> bool:
    return any(name_of(above) == name for above in element.iterancestors())


def _dialect(numbers: Mapping[str, str]) -> Dialect:
    known = frozenset(numbers.values())

    def cited(element: Element) -> tuple[str, ...] | None:
        if name_of(element) not in {"a", "button"}:
            return None
        found = dict.fromkeys(numbers[key] for key in _targets(element) if key in numbers)
        if not found and _is_scripted(element):
            found = dict.fromkeys(n for n in expand_numbers(text_of(element)) if n in known)
        return tuple(found) or None

    return Dialect(script=script_of, cited=cited, apart=_BLOCKS, skips=is_furniture)


def _targets(element: Element) -> Iterator[str]:
    """Yield the possible targets of a link: its fragment, or else the names in its attributes."""
    address = element.get("href") or ""
    fragment = unquote(address.rpartition("#")[2]) if "#" in address else ""
    if fragment:
        yield fragment
        return
    for name in ("rid", "data-rid", "data-ref", "data-refid", "data-reference", "data-xml-rid"):
        yield from (element.get(name) or "").split()
    yield from _QUOTED.findall(f"{address} {element.get('onclick') or ''}")
    yield from (element.get("class") or "").split()


def _is_scripted(element: Element) -> bool:
    """Return whether a link is handled by a script and is called a citation by its attributes."""
    address = (element.get("href") or "").lower()
    is_script = address.startswith("javascript:") or address in {"", "#"}
    called = f"{element.get('class') or ''} {element.get('aria-label') or ''}"
    return is_script and _CITING.search(called) is not None


class _Writer:
    """Writer of the blocks of a page, in the order of the page."""

    def __init__(
        self, add: _Add, dialect: Dialect, body: Element, skipped: frozenset[Element]
    ) -> None:
        self._add = add
        self._dialect = dialect
        self._skipped = skipped
        self._holders = _holders(body)

    def write(self, element: Element) -> None:
        """Write an element that contains blocks; loose text between them becomes a paragraph.

        Content below a heading of another part is left out, up to the next heading.
        """
        loose = Line()
        loose.write(element.text)
        outside = 0
        for child in element:
            level = _HEADINGS.get(name_of(child), 0)
            if level and (not outside or level <= outside):
                outside = level if is_other_part(text_of(child)) else 0
            if outside:
                continue
            if child in self._holders:
                self._add("paragraph", loose, 0)
                loose = Line()
                self._block(child)
            elif name_of(child) and not self._is_skipped(child):
                loose.append(inline(child, self._dialect, whole=True))
            loose.write(child.tail)
        self._add("paragraph", loose, 0)

    def _is_skipped(self, element: Element) -> bool:
        return element in self._skipped or is_furniture(element)

    def _block(self, element: Element) -> None:
        name = name_of(element)
        if self._is_skipped(element) or _is_other(element):
            return
        if name in _HEADINGS:
            self._heading(element, _HEADINGS[name])
        elif name == "table":
            self._table(element)
        elif name in {"figcaption", "caption"}:
            self._caption(element)
        elif name in {"p", "pre", "li", "dd", "dt"}:
            self._text(element, name)
        else:
            self.write(element)

    def _heading(self, element: Element, level: int) -> None:
        self._add("heading", inline(element, self._dialect), max(level, 2))

    def _text(self, element: Element, name: str) -> None:
        line = inline(element, self._dialect)
        kind: PassageKind = "list_item" if name in {"li", "dd"} else "paragraph"
        if _CAPTION.match(line.text) and _is_captioned(element):
            kind = "caption"
        self._add(kind, line, 0)
        for block in line.apart:
            self._block(block)

    def _caption(self, element: Element) -> None:
        """Write the blocks of a caption as one block."""
        caption = Line()

        def add(_kind: PassageKind, line: Line, _level: int) -> None:
            if line.text:
                caption.end_sentence()
                caption.append(line)

        _Writer(add, self._dialect, element, self._skipped).write(element)
        self._add("caption", caption, 0)

    def _table(self, element: Element) -> None:
        for caption in children(element, "caption"):
            self._caption(caption)
        for row in rows(element, self._dialect):
            self._add("table", row, 0)


def _is_other(element: Element) -> bool:
    """Return whether all headings in an element head parts outside the article."""
    headings = [text_of(heading) for heading in descendants(element, *_HEADINGS)]
    return bool(headings) and all(is_other_part(heading) for heading in headings)


def _holders(body: Element) -> frozenset[Element]:
    """Return the block elements of a page and all elements that contain one."""
    found: set[Element] = set()
    for element in descendants(body, *_BLOCKS):
        above: Element | None = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return frozenset(found)


def _is_captioned(element: Element) -> bool:
    return any(
        name_of(above) == "figure" or "caption" in (above.get("class") or "")
        for above in (element, *element.iterancestors())
    )
