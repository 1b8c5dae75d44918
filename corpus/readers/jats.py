"""Reader of JATS, the XML of publishers and of PubMed Central."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.errors import ReadError
from corpus.model import Paper
from corpus.readers.jats_records import number_of, own_record, read_entries
from corpus.readers.markup.article import ArticleWriter
from corpus.readers.markup.draft import Draft
from corpus.readers.markup.inline import Dialect, inline, script_of
from corpus.readers.markup.table import rows
from corpus.readers.markup.tree import Element, child, children, descendants, name_of, text_of

_NAMESPACE = "nlm.nih.gov"
_APART = frozenset(
    "fig fig-group table-wrap table-wrap-group list def-list boxed-text disp-quote p sec fn".split()
)
_SKIPPED = frozenset(
    "graphic inline-graphic media supplementary-material inline-supplementary-material email"
    " label object-id alt-text long-desc permissions attrib processing-meta".split()
)
#: Abstracts that repeat the main one, or are pictures.
_OTHER_ABSTRACTS = frozenset(
    {"graphical", "toc", "teaser", "precis", "short", "web-summary", "key-points", "highlights"}
)
_MARKERS = frozenset({"fn", "table-fn", "aff", "corresp", "author-notes", "contrib"})
_LEFT_OUT = frozenset({"ref-list", "fn-group", "ack", "notes", "glossary", "bio", "sec-meta"})


def is_jats(root: Element) -> bool:
    """Return whether a tree is a JATS article or contains one, in whatever elements of an API."""
    return next(_articles(root), None) is not None


def read_jats(root: Element, *, id: str, source: str, sha256: str) -> Paper:
    """Read an article: title, abstract, text, captions, tables and references.

    Raises
    ------
    ReadError
        If the file holds several articles.
    """
    article = _article(root, source)
    entries = read_entries(article)
    numbers = {key: entry.number for keys, entry, _ in entries for key in keys}
    draft = Draft(known=tuple(dict.fromkeys(entry.number for _, entry, _ in entries)))
    _Writer(draft, _dialect(numbers)).write(article)
    record = own_record(article, draft.title)
    references = draft.add_references([(entry, printed) for _, entry, printed in entries])
    return draft.paper(id=id, source=source, sha256=sha256, record=record, references=references)


def _articles(root: Element) -> Iterator[Element]:
    """Yield the articles of a tree; JATS has no namespace or that of the NLM."""
    if _is_article(root):
        yield root
        return
    for found in descendants(root, "article"):
        if _is_article(found) and not any(_is_article(above) for above in found.iterancestors()):
            yield found


def _is_article(element: Element) -> bool:
    is_theirs = not str(element.tag).startswith("{") or _NAMESPACE in str(element.tag)
    return name_of(element) == "article" and is_theirs


def _article(root: Element, source: str) -> Element:
    articles = list(_articles(root))
    if len(articles) > 1:
        names = ", ".join(filter(None, map(_called, articles[:3])))
        more = f" ({names}{', ...' if len(articles) > 3 else ''})" if names else ""
        raise ReadError(
            source, f"holds {len(articles)} articles{more}; save each in a separate file"
        )
    return articles[0]


def _called(article: Element) -> str:
    """Return a name for an article among others in the file: its DOI, or else its title."""
    meta = child(article, "front", "article-meta")
    dois = (x for x in children(meta, "article-id") if x.get("pub-id-type") == "doi")
    title = text_of(child(meta, "title-group", "article-title"))
    return text_of(next(dois, None)) or title[:40]


def _dialect(numbers: Mapping[str, str]) -> Dialect:
    def cited(element: Element) -> tuple[str, ...] | None:
        if name_of(element) != "xref" or element.get("ref-type") != "bibr":
            return None
        rids = (element.get("rid") or "").split()
        found = tuple(numbers[rid] for rid in rids if rid in numbers)
        return found or tuple(filter(None, (number_of(text_of(element)),)))

    return Dialect(script=script_of, cited=cited, apart=_APART, skips=_skips)


def _skips(element: Element) -> bool:
    """Return whether an element is not text: a picture, or the mark of a footnote."""
    return name_of(element) in _SKIPPED or element.get("ref-type") in _MARKERS


class _Writer(ArticleWriter):
    """Writer of an article into a draft."""

    def write(self, article: Element) -> None:
        """Write title, abstracts, body, appendices and floats."""
        meta = child(article, "front", "article-meta")
        title = child(meta, "title-group", "article-title")
        if title is not None:
            self._draft.add("title", inline(title, self._dialect))
        for abstract in children(meta, "abstract"):
            if abstract.get("abstract-type") not in _OTHER_ABSTRACTS:
                self._draft.add("heading", text_of(child(abstract, "title")) or "Abstract", level=2)
                self.blocks(abstract, 3)
        for part in children(article, "body", "back", "floats-group"):
            self.blocks(part, 2)

    def block(self, element: Element, level: int) -> None:
        """Write one block according to its element name."""
        name = name_of(element)
        if name == "p":
            self.paragraph(element, level)
        elif name == "sec":
            self.section(element, child(element, "title"), level)
        elif name == "title" and not _is_titled(element):
            self._draft.add("heading", inline(element, self._dialect), level=level)
        elif name in {"fig", "table-wrap"}:
            self._float(element)
        elif name in {"list", "def-list"}:
            self._list(element)
        elif name == "disp-formula":
            self._draft.add("paragraph", inline(element, self._dialect))
        elif not _is_left_out(element):
            self.blocks(element, level)

    def _float(self, element: Element) -> None:
        self.caption(element, _caption_parts(element))
        for table in descendants(element, "table"):
            for row in rows(table, self._dialect):
                self._draft.add("table", row)

    def _list(self, element: Element) -> None:
        for item in children(element, "list-item", "def-item"):
            for part in item:
                if name_of(part) in {"list", "def-list"}:
                    self._list(part)
                elif name_of(part) in {"p", "term", "def", "title"}:
                    self._item(part)

    def _item(self, part: Element) -> None:
        line = inline(part, self._dialect)
        self._draft.add("list_item", line)
        for block in line.apart:
            if name_of(block) in {"list", "def-list"}:
                self._list(block)
            elif name_of(block) == "p":
                self._item(block)


def _is_left_out(element: Element) -> bool:
    """Return whether a part is left out; footnotes with a type are about authors and funding."""
    name = name_of(element)
    if name == "fn":
        return element.get("fn-type") is not None
    return name in _LEFT_OUT | _SKIPPED | {"title", ""}


def _is_titled(title: Element) -> bool:
    """Return whether a heading was already written with its section."""
    parent = title.getparent()
    return parent is not None and name_of(parent) in {"sec", "abstract"}


def _caption_parts(element: Element) -> Iterator[Element]:
    for caption in children(element, "caption"):
        yield from children(caption, "title", "p")
    for foot in children(element, "table-wrap-foot"):
        yield from descendants(foot, "p")
