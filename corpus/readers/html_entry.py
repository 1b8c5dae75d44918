"""One entry of a reference list on a page: its label, its text, and its tagged parts.

Publishers tag the parts of an entry by class (``NLM_year``, ``pubYear``, ``cit-pub-date``), or link
it to Google Scholar with its record in the address; if they do neither, the text is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from corpus.bibliography import read_entry
from corpus.model import Reference
from corpus.readers.markup.names import read_name, read_names
from corpus.readers.markup.tree import Element, as_printed, descendants, name_of, text_of
from corpus.records.fields import number_of, pages_of, tidy_doi, year_of
from corpus.text import clean

#: Class names of the parts of an entry, without prefix and with letters only.
_ROLES: Mapping[str, re.Pattern[str]] = {
    "label": re.compile(
        r"(?:ref|reference|citation|cit|bib)?(?:label|num|number|counter)|bullet|ltxtagbibitem"
        r"|ltxrolerefnum|citationnumber|referencenumber|cartic\w*counter"
    ),
    "group": re.compile(r"(?:contrib|author|auth|person)(?:s|group|list)|authors\w*"),
    "author": re.compile(r"stringname|contribauthor|authors?|auth|fn|name"),
    "title": re.compile(r"(?:article|art|ref|chapter)?title(?:text\w*)?|atl"),
    "container": re.compile(
        r"journal(?:title|name)?|sourcetitle|jnlabbrev|source(?:journal|book)?|jnl|booktitle|series"
    ),
    "host": re.compile(r"host\w*|source"),
    "year": re.compile(r"(?:pub)?year|pubdate|citemonthyear|date"),
    "volume": re.compile(r"vol(?:ume)?|journalnumber"),
    "issue": re.compile(r"issue(?:number)?|citedissue"),
    "first": re.compile(r"fpage|pagefirst|startpage|firstpage"),
    "last": re.compile(r"lpage|pagelast|endpage|lastpage"),
}
_PREFIX = re.compile(r"^(?:nlm|cit|citation|hlfld|html|ref|reference)[_-]")
_LINK_TEXT = re.compile(
    r"[\s\[\]|,;.·•]*(?:(?:view )?(?:article|record)(?: (?:in|on) .{3,30})?|cas|chemport|ads|isi"
    r"|pubmed(?: central)?|pmc(?: free article)?|google scholar|cross ?ref|doi|web of science.?"
    r"|scopus|medline|full[- ]?text(?: pdf)?|pdf(?: \([\d.]+ ?[kmg]b?\))?|download.*|search"
    r"|openurl|free full text|first citation in article|go to reference|links?|abstract|zbmath"
    r"|mathscinet|citing articles?"
    r"|view in article|in text|inspire|nasa ads|adsabs|iopscience|external links?|links out"
    r"|open url|article google scholar|show (?:context|in context))[\s\[\]|,;.·•]*",
    re.IGNORECASE,
)
_LINK_BOX = re.compile(
    r"(?:^|[\s_-])(?:\w*links?|extra|external|linkout|sfx\w*|cas(?:record|content)\w*|occurrences"
    r"|\w*additional|refplaceholder|\w*sprinkles\w*|hidden|visually-hidden|ltx_bib_cited|issn)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?P<container>.*?[\w.)]),?\s(?P<volume>[A-Z]?\d{1,4}[A-Z]?)?\s?(?:\((?P<issue>[^()]{1,12})\)\s)?"
    r"\(?(?P<year>(?:19|20)\d\d)\)?(?:[,;:]\s?(?:pp?\.\s?|Article\s)?(?P<first>\w+)(?:\s?[–-]\s?(?P<last>\w+))?)?\.?"
)
#: Separator after a part that is on a separate line.
_SEPARATOR = "\x1f"
_BREAK = re.compile(rf"(?<=[\w)\]]){_SEPARATOR}[\s{_SEPARATOR}]*(?=[^\s,;.])")
_BLOCKS = frozenset({"li", "p", "div", "dd", "ul"})
_BEHIND = re.compile(r"[\s|,;.]*(?:\[[\s,]*\][\s|,;.]*)*$")
_NUMBER_AHEAD = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)]|(\d{1,3})\s)\s*(?=\D)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as printed, without label and links, and the record of its parts."""

    label: str
    printed: str
    record: Reference


def read_item(item: Element) -> Entry:
    """Parse the entry in an element of a list."""
    tagged = _label(item)
    label, printed = _numbered(item, tagged, _printed(item, tagged))
    record = _merged(read_entry(printed, clean), _as_reference(_parts(item)), _scholarly(item))
    doi = record.doi or _doi(item)
    return Entry(label=label, printed=printed, record=replace(record, doi=doi))


def _numbered(item: Element, tagged: Element | None, printed: str) -> tuple[str, str]:
    """Split an entry into label and text; the label may be an attribute of the list item."""
    if tagged is not None and number_of(text_of(tagged)):
        return text_of(tagged), printed
    told = item.get("data-counter") or item.get("data-content") or item.get("value") or ""
    ahead = _NUMBER_AHEAD.match(printed)
    if ahead is None or (ahead[4] and not number_of(told)):
        return told, printed
    return next(filter(None, ahead.groups())), printed[ahead.end() :]


def _merged(base: Reference, told: Reference, linked: Reference) -> Reference:
    """Merge the records of the tags, the link and the text, in this order of precedence.

    The text takes precedence over the link if it could be parsed completely. If the others have
    authors and journal but no title, a title found in the text only is wrong: many styles print
    none.
    """
    is_whole = bool(base.authors and base.year and base.container)
    ranked = (told, base, linked) if is_whole else (told, linked, base)
    merged: dict[str, Any] = {
        name: next((value for r in ranked if (value := getattr(r, name))), getattr(base, name))
        for name in ("authors", "title", "container", "year", "volume", "issue", "pages", "doi")
    }
    others = (told,) if is_whole else (told, linked)
    if any(r.authors and r.container for r in others) and not any(r.title for r in others):
        merged["title"] = ""
    kind = "article-journal" if merged["container"] and base.type == "document" else base.type
    return replace(base, **merged, type=kind)


def _as_reference(parts: Mapping[str, list[str]]) -> Reference:
    """Return a record of tagged parts; an empty one without a year and another part."""

    def one(role: str) -> str:
        return next(iter(parts.get(role, ())), "").strip(" ,;:()")

    host = _HOST.fullmatch(one("host") or one("container"))
    found = host.groupdict() if host else {}
    year = year_of(one("year") or found.get("year") or "")
    if year is None or not (parts.keys() & {"author", "title", "container", "first"}):
        return Reference()
    title = one("title").rstrip(".")
    container = found.get("container") or one("container") or one("emphasis")
    first = one("first") or found.get("first") or ""
    last = one("last") or found.get("last") or ""
    return Reference(
        authors=tuple(author for text in parts.get("author", ()) for author in read_names(text)),
        title=clean(title) if title != container.rstrip(".") else "",
        container=clean(container.strip(" ,")),
        year=year,
        volume=one("volume") or found.get("volume") or "",
        issue=one("issue") or found.get("issue") or "",
        pages=pages_of(first.rstrip("."), last.rstrip(".")),
    )


def _parts(item: Element) -> Mapping[str, list[str]]:
    """Return the texts of the tagged parts of an entry by role, without nested parts."""
    found: dict[str, list[str]] = {}
    taken: set[Element] = set()
    for element in item.iterdescendants():
        role = _role(element) or _emphasis(element)
        if not role or not taken.isdisjoint(element.iterancestors()):
            continue
        if role == "group" and any(_role(x) == "author" for x in element.iterdescendants()):
            continue
        is_name = role in {"author", "group"}
        text = _name_in(element) if is_name else text_of(element)
        found.setdefault("author" if is_name else role, []).append(text)
        if role != "label" and name_of(element) != "cite":
            taken.add(element)
    return found


def _emphasis(element: Element) -> str:
    """Return ``"emphasis"`` for a part in italics, mostly the journal; ``""`` for others."""
    is_set_apart = name_of(element) in {"i", "em", "cite"}
    return "emphasis" if is_set_apart and not text_of(element).startswith("et al") else ""


def _name_in(element: Element) -> str:
    """Return the name in an element, family name first if its parts are tagged."""
    parts = {
        key: text_of(x)
        for x in element.iterdescendants()
        for token in (x.get("class") or "").lower().split()
        for key in ("surname", "given")
        if key in token
    }
    if parts.keys() == {"surname", "given"}:
        return f"{parts['surname']}, {parts['given']}"
    return text_of(element)


def _role(element: Element) -> str:
    """Return the role of an element in an entry, by its class; ``""`` if it has none."""
    for token in (element.get("class") or "").lower().split():
        bare = re.sub(r"[^a-z]", "", _PREFIX.sub("", token))
        for role, names in _ROLES.items():
            if names.fullmatch(bare):
                return role
    return ""


def _label(item: Element) -> Element | None:
    """Return the first element with the number of the entry, or ``None``."""
    for element in item.iterdescendants():
        if (
            isinstance(element.tag, str)
            and _role(element) == "label"
            and len(text_of(element)) < 12
        ):
            return element
    return None


def _printed(item: Element, label: Element | None) -> str:
    text = _BREAK.sub(", ", as_printed("".join(_pieces(item, label)))).replace(_SEPARATOR, " ")
    text = " ".join(text.split()).removeprefix("↵").strip()
    text = re.sub(r"(?<=\() | (?=\))|(?<=\d[–-]) (?=\d)|\s(?=[,;.:](?:\s|$))", "", text)
    return _BEHIND.sub("", text) + ("." if text.rstrip(" ,;|").endswith(".") else "")


def _pieces(element: Element, label: Element | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if name_of(child) and child is not label and not _is_link_out(child):
            role, is_block = _role(child), name_of(child) in _BLOCKS
            yield " " if role or is_block else ""
            yield from _pieces(child, label)
            yield _SEPARATOR if role and (is_block or role == "title") else " " if is_block else ""
        yield child.tail or ""


def _is_link_out(element: Element) -> bool:
    """Return whether an element is a link to the cited work and not text of the entry."""
    name = name_of(element)
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    if name in {"script", "style", "svg", "img", "button", "meta"}:
        return True
    if name not in {"cite", "i", "em", "b"} and _LINK_BOX.search(called):
        return not any(_role(x) for x in element.iterdescendants())
    return (
        name in {"a", "span", "p", "div", "li", "b"}
        and _LINK_TEXT.fullmatch(text_of(element)) is not None
    )


def _scholarly(item: Element) -> Reference:
    """Return the record in the address of a search at Google Scholar."""
    for link in descendants(item, "a"):
        address = link.get("href") or ""
        if "scholar" in address and "author=" in address:
            # some pages have "author=Aauthor=B"
            query = re.sub(r"(?<![?&])author=", "&author=", urlsplit(address).query)
            return _from_query(parse_qs(query))
    return Reference()


def _from_query(query: Mapping[str, list[str]]) -> Reference:
    def one(*names: str) -> str:
        return next((query[name][0].strip() for name in names if name in query), "")

    first, _, last = one("pages").partition("-")
    names = (" ".join(name.replace(",", ", ").split()) for name in query.get("author", ()))
    return Reference(
        authors=tuple(read_name(name) for name in names if name),
        title=clean(one("title")),
        container=clean(one("journal")),
        year=year_of(one("publication_year")),
        volume=one("volume"),
        issue=one("issue"),
        pages=pages_of(first, last),
        doi=tidy_doi(one("doi")),
    )


def _doi(item: Element) -> str:
    told = (x.get("data-doi") or "" for x in item.iter() if isinstance(x.tag, str))
    links = (unquote(link.get("href") or "") for link in descendants(item, "a"))
    addresses = (link for link in links if "doi.org/" in link)
    return next((doi for text in (*told, *addresses) if (doi := tidy_doi(text))), "")
