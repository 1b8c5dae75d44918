"""Reader of the XML of Elsevier's article API, ``full-text-retrieval-response``.

References
----------
Elsevier's schemas ``ja`` (journal article), ``ce`` (common elements) and ``sb`` (structured
bibliography): https://www.elsevier.com/xml/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.model import Paper
from corpus.readers.elsevier_records import own_record, read_entries
from corpus.readers.markup.article import ArticleWriter
from corpus.readers.markup.draft import Draft
from corpus.readers.markup.inline import Dialect, Script, inline
from corpus.readers.markup.table import rows
from corpus.readers.markup.tree import Element, child, children, descendants, name_of, text_of

_NAMESPACE = "http://www.elsevier.com/xml/"
#: Local names of the root elements of articles from the API.
_ARTICLES = ("article", "simple-article", "converted-article", "exam", "book-review", "chapter")
_APART = frozenset(
    "display list para simple-para figure table section footnote enunciation".split()
)
_SKIPPED = frozenset(
    "float-anchor link label alt-text alt-e-component e-component inline-figure correspondence"
    " keywords acknowledgment bibliography glossary biography further-reading".split()
)
#: Abstracts that repeat the main one, or are pictures.
_OTHER_ABSTRACTS = frozenset({"graphical", "author-highlights", "teaser", "editors-choice"})


def is_elsevier(root: Element) -> bool:
    """Return whether a tree is a response of the article API, or an article alone."""
    if name_of(root) == "full-text-retrieval-response":
        return True
    is_theirs = str(root.tag).startswith("{" + _NAMESPACE)
    return is_theirs and name_of(root) in {"doc", *_ARTICLES}


def read_elsevier(root: Element, *, id: str, source: str, sha256: str) -> Paper:
    """Read an article: title, abstract, text, captions, tables and references.

    From a response without the article (no entitlement), title and abstract are read.
    """
    is_article = name_of(root) in _ARTICLES
    article = root if is_article else next(descendants(root, *_ARTICLES), root)
    entries = read_entries(article)
    numbers = {key: entry.number for key, entry, _ in entries if key}
    draft = Draft(known=tuple(dict.fromkeys(entry.number for _, entry, _ in entries)))
    _Writer(draft, _dialect(numbers)).write(root, article)
    references = draft.add_references([(entry, printed) for _, entry, printed in entries])
    record = own_record(root, article, draft.title)
    return draft.paper(id=id, source=source, sha256=sha256, record=record, references=references)


def _dialect(numbers: Mapping[str, str]) -> Dialect:
    def cited(element: Element) -> tuple[str, ...] | None:
        if name_of(element) not in {"cross-ref", "cross-refs"}:
            return None
        found = (numbers.get(key) for key in (element.get("refid") or "").split())
        return tuple(filter(None, found)) or None

    return Dialect(script=_script, cited=cited, apart=_APART, skips=_skips)


def _script(element: Element) -> Script:
    name = name_of(element)
    return "^" if name == "sup" else "_" if name == "inf" else ""


def _skips(element: Element) -> bool:
    return name_of(element) in _SKIPPED


class _Writer(ArticleWriter):
    """Writer of an article into a draft."""

    def write(self, root: Element, article: Element) -> None:
        """Write title, abstracts, body, appendices and floats."""
        head = _first(article, "head", "simple-head")
        title = child(head, "title")
        if title is None:
            title = child(root, "coredata", "title")
        if title is not None:
            self._draft.add("title", inline(title, self._dialect))
        self._abstracts(root, head)
        for part in children(article, "body"):
            self.blocks(part, 2)
        for floats in children(article, "floats"):
            self.blocks(floats, 2)

    def _abstracts(self, root: Element, head: Element | None) -> None:
        told = [a for a in children(head, "abstract") if a.get("class") not in _OTHER_ABSTRACTS]
        for abstract in told:
            heading = text_of(child(abstract, "section-title")) or "Abstract"
            self._draft.add("heading", heading, level=2)
            self.blocks(abstract, 3)
        short = child(root, "coredata", "description")
        if not told and text_of(short):
            self._draft.add("heading", "Abstract", level=2)
            self._draft.add("paragraph", text_of(short).removeprefix("Abstract").strip())

    def block(self, element: Element, level: int) -> None:
        """Write one block according to its element name."""
        name = name_of(element)
        if name in {"para", "simple-para", "note-para"}:
            self.paragraph(element, level)
        elif name in {"section", "abstract-sec", "appendices"}:
            self.section(element, child(element, "section-title"), level)
        elif name in {"figure", "table"}:
            self._float(element)
        elif name == "list":
            self._list(element, level)
        elif name == "formula":
            self._draft.add("paragraph", inline(element, self._dialect))
        elif name not in _SKIPPED | {"section-title", ""}:
            self.blocks(element, level)

    def _float(self, element: Element) -> None:
        self.caption(element, _caption_parts(element))
        for row in rows(element, self._dialect):
            self._draft.add("table", row)

    def _list(self, element: Element, level: int) -> None:
        for part in descendants(element, "para", "simple-para"):
            line = inline(part, self._dialect)
            self._draft.add("list_item", line)
            for block in line.apart:
                if name_of(block) not in {"list", "para", "simple-para"}:
                    self.block(block, level)


def _first(parent: Element, *names: str) -> Element | None:
    return next(children(parent, *names), None)


def _caption_parts(element: Element) -> Iterator[Element]:
    for caption in children(element, "caption"):
        yield from children(caption, "simple-para", "para")
    for foot in children(element, "legend", "table-footnote"):
        yield from descendants(foot, "simple-para", "note-para")
