"""The reference list of a page: its position, its entries, and the anchors that cite them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.bibliography import read_entry
from corpus.model import Reference
from corpus.readers.html_entry import Entry, read_item
from corpus.readers.markup.tree import Element, descendants, name_of, text_of
from corpus.records.fields import unique_numbers
from corpus.text import clean

_HEADING = re.compile(
    r"(?:\d+\.?\s)?(?:references?(?: and notes| (?:&|and) links)?|notes and references"
    r"|bibliography|(?:literature|works|references) cited|literature)(?: ?\(\d+\))?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:^|[\s_-])(?:references?|reflist|ref-list|bibliography(?:-sec\w*|wrapper)?|biblist"
    r"|references-list|refs)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABEL_AHEAD = re.compile(r"\s*[\[(]?\d{1,3}[\]).]?\s")
#: Ids that publishers give to entries: "ref12", "bib0060", "B12-nano-9", "cit12", "CR12", "R12".
_ENTRY_ID = re.compile(
    r"(?P<stem>.*?(?:bib|ref|cit|cr|b|c|r|note)[\w.]*?[-_.]?)0*(?P<n>\d{1,4})(?P<end>\D*)", re.I
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PART = re.compile(r"(?:^|[;.]\s+)\(?([a-z])\)\s+")
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The reference list of a page: records with the printed entries, and the elements of the list.

    ``numbers`` maps the anchors to which links point to the numbers of the entries.
    """

    entries: Sequence[tuple[Reference, str]] = ()
    numbers: Mapping[str, str]
    elements: frozenset[Element] = frozenset()


def read_entries(body: Element) -> Listed:
    """Find and parse the reference list of a page; without one the result is empty."""
    headings, items = _found(body)
    read = [read_item(item) for item in items]
    numbers = unique_numbers([entry.label for entry in read])
    entries = [
        (replace(record, number=number), printed)
        for entry, number in zip(read, numbers, strict=True)
        for record, printed in _works(entry)
    ]
    return Listed(
        entries=entries,
        numbers=dict(_anchors(items, numbers)),
        elements=frozenset((*headings, *items, *(t for t in map(_term, items) if t is not None))),
    )


def _works(entry: Entry) -> Iterator[tuple[Reference, str]]:
    """Split an entry of several works, "(a) ...; (b) ...", into records and texts."""
    marks = list(_PART.finditer(entry.printed))
    letters = "".join(mark[1] for mark in marks)
    if len(marks) < 2 or marks[0].start() or not "abcdefghijklmnop".startswith(letters):
        yield entry.record, entry.printed
        return
    ends = [*(mark.start() for mark in marks[1:]), len(entry.printed)]
    for mark, end in zip(marks, ends, strict=True):
        printed = entry.printed[mark.end() : end]
        yield read_entry(printed, clean), printed


def _found(body: Element) -> tuple[list[Element], list[Element]]:
    """Return the headings and the items of the reference list.

    The items are those below the heading, or in an element with the class or id of a list. If a
    broken page scatters them, they are collected by their numbered ids.
    """
    headings = [
        heading
        for heading in descendants(body, "h1", "h2", "h3", "h4", "h5", "h6")
        if _HEADING.fullmatch(text_of(heading).strip(" .:"))
    ]
    counted = _counted(body)
    named = (x for x in body.iterdescendants() if name_of(x) and _is_named(x))
    for holder in (*_behind(headings[-1:]), *named):
        items = [item for item in _items(holder) if _is_entry(item)]
        if items and _has_years(items):
            is_part = len(counted) > 2 * len(items)
            return headings, counted if is_part else items
    return (headings, counted) if headings else ([], [])


def _is_entry(item: Element) -> bool:
    """Return whether an item is an entry and not a line of a menu or of the page's footer."""
    text = text_of(item)
    is_menu = len(text.split()) < _FEW + 1 and not re.search(r"\d", text)
    return bool(text) and not is_menu and not text.startswith(("©", "Copyright"))


def _has_years(items: Sequence[Element]) -> bool:
    return 2 * sum(bool(_YEAR.search(text_of(item))) for item in items) >= len(items)


def _counted(body: Element) -> list[Element]:
    """Return the largest group of elements whose ids are numbered and whose texts have years."""
    families: defaultdict[tuple[str, str, str], dict[int, Element]] = defaultdict(dict)
    for element in descendants(body, "li", "p", "div", "dd", "tr", "span"):
        match = _ENTRY_ID.fullmatch(element.get("id") or "")
        if match:
            family = families[name_of(element), match["stem"], match["end"]]
            family.setdefault(int(match["n"]), element)
    fitting = (
        list(family.values())
        for family in families.values()
        if len(family) >= _FEW and _has_years([*family.values()])
    )
    return max(fitting, key=len, default=[])


def _is_named(element: Element) -> bool:
    called = f"{element.get('id') or ''} {element.get('class') or ''}"
    return element.get("role") in {"doc-bibliography", "doc-endnotes"} or bool(_LIST.search(called))


def _behind(headings: Sequence[Element]) -> Iterator[Element]:
    """Yield the siblings after a heading, and after up to three of its ancestors."""
    for heading in headings:
        at: Element | None = heading
        for _ in range(4):
            if at is None:
                return
            yield from (x for x in at.itersiblings() if name_of(x))
            at = at.getparent()


def _items(holder: Element) -> list[Element]:
    if name_of(holder) in {"a", "sup", "sub", "li"}:
        return []
    found = [x for x in descendants(holder, "li") if not _is_nested(x, holder)]
    if not found and name_of(holder) in {"div", "section", "dl"}:
        found = _blocks(holder)
    if not found and name_of(holder) in {"table", "div", "section"}:
        found = [row for row in descendants(holder, "tr") if _YEAR.search(text_of(row))]
    return found


def _blocks(holder: Element) -> list[Element]:
    """Return entries that are blocks: each with an id, a label, or a term before its definition."""
    direct = [x for x in holder if name_of(x) in {"p", "div", "dd", "span"} and text_of(x)]
    if name_of(holder) == "dl":
        return [x for x in direct if name_of(x) == "dd"]
    told = [x for x in direct if x.get("id") or _LABEL_AHEAD.match(text_of(x))]
    if not told and len(direct) == 1 and name_of(direct[0]) == "div":
        return _items(direct[0])
    return told


def _is_nested(item: Element, holder: Element) -> bool:
    for above in item.iterancestors():
        if above is holder:
            return False
        if name_of(above) == "li":
            return True
    return False


def _term(item: Element) -> Element | None:
    """Return the term before a definition, which has the label of the entry."""
    return item.getprevious() if name_of(item) == "dd" else None


def _anchors(items: Sequence[Element], numbers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the anchors of each entry with its number: the ids in it, and in the term before it."""
    for item, number in zip(items, numbers, strict=True):
        term = _term(item)
        elements = [*item.iter(), *(term.iter() if term is not None else ())]
        for element in elements:
            if isinstance(element.tag, str):
                for name in ("id", "name", "data-bib-id"):
                    if value := element.get(name):
                        yield value, number
