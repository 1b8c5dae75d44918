"""HTML articles, as saved from a publisher's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from corpus.model import Paper, PassageKind
from corpus.readers.html_records import own_record, read_entries
from corpus.readers.markup.draft import Draft, Line
from corpus.readers.markup.inline import Dialect, Script, inline
from corpus.readers.markup.table import rows
from corpus.readers.markup.tree import Element, children, descendants, name_of, text_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p ul ol dl table figure figcaption blockquote pre section article div main caption header"
    " h1 h2 h3 h4 h5 h6 li dd dt details hgroup address body".split()
)
_SKIPPED = frozenset(
    "script style noscript template svg nav footer form button input select textarea iframe object"
    " canvas img audio video head annotation annotation-xml map dialog aside".split()
)
_OTHER_ROLES = frozenset("navigation complementary search banner contentinfo dialog menu".split())
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(r"(?:Figure|Fig\.?|Scheme|Table|Chart)\s?S?\d", re.IGNORECASE)

#: Takes a block: its kind, what stands in it, the level of a heading.
_Add = Callable[[PassageKind, Line, int], None]


def read_html(root: Element, *, id: str, source: str, sha256: str) -> Paper:
    """Read an article: title, text, captions, tables and references; menus are left out."""
    body = _article(root)
    listed = read_entries(body)
    draft = Draft(known=tuple(record.number for record, _ in listed.entries))

    def add(kind: PassageKind, line: Line, level: int) -> None:
        draft.add(kind, line, level=level)

    _Writer(add, _dialect(listed.numbers), body, listed.elements).write(body)
    references = draft.add_references(listed.entries)
    record = own_record(root, draft.title)
    return draft.paper(id=id, source=source, sha256=sha256, record=record, references=references)


def _article(root: Element) -> Element:
    """Find the element that holds the article: the longest ``article``, else ``main``, else all."""
    for name in ("article", "main", "body"):
        found = [x for x in descendants(root, name) if not _is_inside(x, name)]
        if any(text_of(element) for element in found):
            return max(found, key=lambda element: len(text_of(element)))
    return root


def _is_inside(element: Element, name: str) -> bool:
    return any(name_of(above) == name for above in element.iterancestors())


def _dialect(numbers: Mapping[str, str]) -> Dialect:
    def cited(element: Element) -> tuple[str, ...] | None:
        if name_of(element) != "a":
            return None
        number = numbers.get((element.get("href") or "").rpartition("#")[2])
        return (number,) if number else None

    return Dialect(script=_script, cited=cited, apart=_BLOCKS, skips=_skips)


def _script(element: Element) -> Script:
    name = name_of(element)
    return "^" if name == "sup" else "_" if name == "sub" else ""


def _skips(element: Element) -> bool:
    return (
        name_of(element) in _SKIPPED
        or element.get("role") in _OTHER_ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


class _Writer:
    """Writes the blocks of a page, in the order of the page."""

    def __init__(
        self, add: _Add, dialect: Dialect, body: Element, skipped: frozenset[Element]
    ) -> None:
        self._add = add
        self._dialect = dialect
        self._skipped = skipped
        self._holders = _holders(body)
        self._has_title = False

    def write(self, element: Element) -> None:
        """Write an element that holds blocks; loose text between them is a paragraph."""
        loose = Line()
        loose.write(element.text)
        for child in element:
            if child in self._holders:
                self._add("paragraph", loose, 0)
                loose = Line()
                self._block(child)
            elif name_of(child) and not self._is_skipped(child):
                loose.append(inline(child, self._dialect, whole=True))
            loose.write(child.tail)
        self._add("paragraph", loose, 0)

    def _is_skipped(self, element: Element) -> bool:
        return element in self._skipped or _skips(element)

    def _block(self, element: Element) -> None:
        name = name_of(element)
        if self._is_skipped(element):
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
        line = inline(element, self._dialect)
        if level == 1 and not self._has_title:
            self._has_title = True
            self._add("title", line, 0)
        else:
            self._add("heading", line, max(level, 2))

    def _text(self, element: Element, name: str) -> None:
        line = inline(element, self._dialect)
        kind: PassageKind = "list_item" if name in {"li", "dd"} else "paragraph"
        if _CAPTION.match(line.text) and _is_captioned(element):
            kind = "caption"
        self._add(kind, line, 0)
        for block in line.apart:
            self._block(block)

    def _caption(self, element: Element) -> None:
        """Write the blocks of a caption as one."""
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


def _holders(body: Element) -> frozenset[Element]:
    """Collect the blocks of a page and all that holds one."""
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
