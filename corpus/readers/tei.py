"""Reader of TEI as written by GROBID, which converts PDF files with a trained model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from corpus.bibliography import read_entry
from corpus.citations import expand_numbers
from corpus.errors import ReadError
from corpus.model import Author, Paper, Reference, WorkType
from corpus.readers.markup.draft import Draft, Line
from corpus.readers.markup.inline import Dialect, Script, inline, write_all
from corpus.readers.markup.table import rows
from corpus.readers.markup.tree import Element, child, children, descendants, name_of, text_of
from corpus.records.fields import tidy_doi, year_of
from corpus.text import clean

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_APART = frozenset({"figure", "list", "table", "div"})
_SKIPPED = frozenset({"note", "graphic", "listbibl", "label", "biblstruct"})
_LEFT_OUT = frozenset({"acknowledgement", "references", "availability", "funding", "annex-note"})
_PARTS = ("div", "figure", "p", "list", "table", "note", "head", "formula")
_RAISED = re.compile(r"\bsup")
_LOWERED = re.compile(r"\bsub")


def is_tei(root: Element) -> bool:
    """Return whether a tree is a TEI document, or a corpus of several."""
    return name_of(root) in {"tei", "tei.2", "teicorpus"}


def read_tei(root: Element, *, id: str, source: str, sha256: str) -> Paper:
    """Read a document: title, abstract, text, captions, tables and references.

    Raises
    ------
    ReadError
        If the file is a corpus with several documents, or with none.
    """
    if name_of(root) == "teicorpus":
        documents = list(descendants(root, "tei", "tei.2"))
        if len(documents) != 1:
            count = len(documents)
            raise ReadError(source, f"holds {count} TEI documents; save each in a separate file")
        root = documents[0]
    entries = list(_entries(root))
    numbers = {key: entry.number for key, entry, _ in reversed(entries)}  # the first of one id
    draft = Draft(known=tuple(entry.number for _, entry, _ in entries))
    dialect = _dialect(numbers)
    _write_text(draft, dialect, root)
    references = draft.add_references([(entry, printed) for _, entry, printed in entries])
    return draft.paper(
        id=id, source=source, sha256=sha256, record=_own_record(root), references=references
    )


def _dialect(numbers: Mapping[str, str]) -> Dialect:
    known = frozenset(numbers.values())

    def cited(element: Element) -> tuple[str, ...] | None:
        if name_of(element) != "ref" or element.get("type") != "bibr":
            return None
        targets = (target.lstrip("#") for target in (element.get("target") or "").split())
        found = tuple(numbers[target] for target in targets if target in numbers)
        # without a target the number is as printed
        return found or tuple(n for n in expand_numbers(text_of(element)) if n in known)

    return Dialect(script=_script, cited=cited, apart=_APART, skips=_skips, blank_before=True)


def _skips(element: Element) -> bool:
    return name_of(element) in _SKIPPED


def _script(element: Element) -> Script:
    if name_of(element) != "hi":
        return ""
    look = element.get("rend") or ""
    return "^" if _RAISED.search(look) else "_" if _LOWERED.search(look) else ""


def _write_text(draft: Draft, dialect: Dialect, root: Element) -> None:
    title = child(root, "teiheader", "filedesc", "titlestmt", "title")
    if title is not None:
        draft.add("title", inline(title, dialect))
    abstract = child(root, "teiheader", "profiledesc", "abstract")
    if text_of(abstract):
        draft.add("heading", "Abstract", level=2)
        _write_blocks(draft, dialect, cast("Element", abstract), 3)
    for part in ("body", "back"):
        for element in children(child(root, "text", part), *_PARTS):
            _write_block(draft, dialect, element, 2)


def _write_blocks(draft: Draft, dialect: Dialect, parent: Element, level: int) -> None:
    for element in parent:
        _write_block(draft, dialect, element, level)


def _write_block(draft: Draft, dialect: Dialect, element: Element, level: int) -> None:
    name = name_of(element)
    if name == "note" and element.get("place") in {"foot", "end"}:
        _write_paragraph(draft, dialect, element, level)
        return
    if element.get("type") in _LEFT_OUT or name in _SKIPPED or not name:
        return
    if name == "head":
        number = element.get("n")
        line = Line()
        line.write(f"{number} " if number else "")
        write_all(line, element, dialect)
        draft.add("heading", line, level=min(level, 6))
    elif name in {"p", "ab", "s"}:
        _write_paragraph(draft, dialect, element, level)
    elif name == "figure":
        _write_figure(draft, dialect, element)
    elif name in {"list", "table"}:
        _write_items(draft, dialect, element)
    elif name == "formula":
        draft.add("paragraph", inline(element, dialect))
    else:
        _write_blocks(draft, dialect, element, level + (name == "div" and level > 2))


def _write_paragraph(draft: Draft, dialect: Dialect, element: Element, level: int) -> None:
    line = inline(element, dialect)
    draft.add("paragraph", line)
    for block in line.apart:
        _write_block(draft, dialect, block, level)


def _write_items(draft: Draft, dialect: Dialect, element: Element) -> None:
    if name_of(element) == "table":
        for row in rows(element, dialect):
            draft.add("table", row)
        return
    for item in children(element, "item"):
        line = inline(item, dialect)
        draft.add("list_item", line)
        for block in line.apart:
            _write_items(draft, dialect, block)


def _write_figure(draft: Draft, dialect: Dialect, element: Element) -> None:
    """Write a caption; GROBID often leaves the label in the head ("Figure 1.") or leaves it out."""
    caption = Line()
    head = text_of(child(element, "head")).rstrip(".: ")
    label = text_of(child(element, "label")).strip()
    if label and not re.search(rf"\b{re.escape(label)}\b", head):
        kind = "Table" if element.get("type") == "table" else "Figure"
        head = f"{kind} {label}. {head}" if head else f"{kind} {label}"
    caption.write(head)
    for described in children(element, "figdesc"):
        for part in list(descendants(described, "p")) or [described]:
            caption.end_sentence()
            write_all(caption, part, dialect)
    draft.add("caption", caption)
    for table in descendants(element, "table"):
        for row in rows(table, dialect):
            draft.add("table", row)


def _own_record(root: Element) -> Reference | None:
    description = child(root, "teiheader", "filedesc")
    record = _record(child(description, "sourcedesc", "biblstruct"))
    title = clean(text_of(child(description, "titlestmt", "title"))) or record.title
    year = record.year or _first_year(child(description, "publicationstmt"))
    authors = record.authors or tuple(_authors(child(description, "titlestmt")))
    doi = record.doi or _doi(description)
    if not title and not doi:
        return None
    return replace(record, title=title, year=year, authors=authors, doi=doi)


def _entries(root: Element) -> Iterator[tuple[str, Reference, str]]:
    """Yield the id, the record and the printed text of each reference, as far as GROBID kept it."""
    found = descendants(child(root, "text", "back"), "biblstruct")
    for number, entry in enumerate(found, start=1):
        raw = next(
            (n for n in descendants(entry, "note") if n.get("type") == "raw_reference"), None
        )
        record = _record(entry)
        printed = text_of(raw) or " ".join(filter(None, (p.strip() for p in _texts(entry))))
        if not record.authors and not record.title and raw is not None:
            record = read_entry(text_of(raw), clean)
        yield entry.get(_ID) or f"#{number}", replace(record, number=str(number)), printed


def _texts(entry: Element) -> Iterator[str]:
    for part in entry.iter():
        if isinstance(part.tag, str):
            yield part.text or ""


def _record(entry: Element | None) -> Reference:
    analytic, monograph = child(entry, "analytic"), child(entry, "monogr")
    imprint = child(monograph, "imprint")
    title = clean(_title(analytic))
    container = clean(_title(monograph))
    scopes = {scope.get("unit") or "": scope for scope in children(imprint, "biblscope")}
    return Reference(
        authors=tuple(_authors(analytic)) or tuple(_authors(monograph)),
        title=title or container,
        container=container if title else "",
        year=_first_year(imprint),
        volume=text_of(scopes.get("volume")),
        issue=text_of(scopes.get("issue")),
        pages=_pages(scopes.get("page")),
        publisher=text_of(child(imprint, "publisher")),
        doi=_doi(entry),
        type=_type(monograph, is_part=bool(title)),
    )


def _title(parent: Element | None) -> str:
    titles = list(children(parent, "title"))
    main = [title for title in titles if title.get("type") == "main"]
    return text_of(next(iter(main or titles), None))


def _type(monograph: Element | None, *, is_part: bool) -> WorkType:
    if child(monograph, "meeting") is not None:
        return "paper-conference"
    level = next((title.get("level") for title in children(monograph, "title")), "")
    if level == "j":
        return "article-journal"
    return "document" if level != "m" else "chapter" if is_part else "book"


def _authors(parent: Element | None) -> Iterator[Author]:
    for author in children(parent, "author"):
        name = child(author, "persname")
        family = text_of(child(name, "surname"))
        given = " ".join(text_of(part) for part in children(name, "forename"))
        if family:
            yield Author(family=family, given=given)


def _pages(scope: Element | None) -> str:
    if scope is None:
        return ""
    first, last = scope.get("from"), scope.get("to")
    return f"{first}–{last}" if first and last and first != last else first or text_of(scope)


def _first_year(parent: Element | None) -> int | None:
    dates = descendants(parent, "date")
    years = (year_of(date.get("when") or "") or year_of(text_of(date)) for date in dates)
    return next((year for year in years if year), None)


def _doi(entry: Element | None) -> str:
    identifiers = descendants(entry, "idno", "ptr")
    texts = (text_of(x) or x.get("target") or "" for x in identifiers)
    return next((doi for text in texts if (doi := tidy_doi(text))), "")
