"""Parser of one printed entry of a reference list into a bibliographic record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.accents import recompose
from corpus.containers import split_container
from corpus.house_styles import Place, find_place, find_undated_place, find_year
from corpus.model import Author, Reference
from corpus.names import names_ahead
from corpus.works import find_url, read_other_work, read_undated_book

#: The length of an entry with a hundred authors; longer text comprises several entries.
_LONGEST = 4_000
_LONGEST_CONTAINER = 120
_DOI = re.compile(
    r"(?:https?\s?://\s?(?:dx\.\s?)?doi\.org/\s?|\bdoi\s?:?\s*)?\b(10\.\d{4,9}/[^\s,;\]]+?)"
    r"[.,;)\]]*(?=\s|$)",
    re.IGNORECASE,
)
#: A DOI divided by a line end: "10.1155/2014/ 809261".
_BROKEN_DOI = re.compile(r"(\b10\.\d{4,9}/(?:[^\s,;]*[/(_-])?) (?=[\w(])")
#: Additions by databases: "[CrossRef]", "(accessed ...)", the translation of a Russian journal.
_ADDED = re.compile(
    r"\s?\[(?:CrossRef|Cross Ref|PubMed|Google Scholar|Green Version|CAS|Web of Science|PMC[^\]]*"
    r"|[A-Z]\w*\.? [^\]]{8,200}(?:19|20)\d\d[^\]]{0,30})\]\.?|\s?\(?(?:last )?accessed[^)]*\)?\.?$",
    re.IGNORECASE,
)
#: A year directly after the names, "(2015)", "2015a.", "(2015, March)"; no other year follows it.
_YEAR_AHEAD = re.compile(
    r"[\s,.:;]*\(?(?P<year>(?:18|19|20)\d\d)[a-z]?(?:[–-](?:19|20)?\d\d)?(?:,\s[A-Z][a-z]+(?:\s\d{1,2})?)?\)?"
    r"(?![\d–-]|\s?[;,]\s?[*_]*\d)(?:[.,:;]*\s+|(?<=\)))(?=\S)"
)
_VANCOUVER = re.compile(r"(?:19|20)\d\d[^;,]{0,10};")
#: Brackets that old fonts print as other signs, or lose on one side: "~1997!", "15 2003-."
_CONTROL = r"\x01-\x08\x0e-\x1f"
_DAMAGED_BRACKETS = tuple(
    (re.compile(pattern), r"(\1)")
    for pattern in (
        rf"[~共{_CONTROL}]\s?([^~!共兲{_CONTROL}()]{{1,60}}?)[!兲{_CONTROL}-](?=[\s.,;]|$)",
        rf"(?<=\s)[{_CONTROL}–−-]((?:19|20)\d\d)[{_CONTROL}]?(?=[.;,]?(?:\s|$))",
        rf"(?<=\s)((?:19|20)\d\d)[{_CONTROL}–−-](?=[.;,]|\s*$)",
    )
)
#: Words that introduce the names: "For a review, see: R. Doe ...".
_INTRODUCTION = re.compile(
    r"[^\d]{0,160}?\b(?:see(?:\salso)?|e\.\s?g\.|z\.\s?B\.|cf\.|[Vv]gl\.|[Rr]eviews?|Übersicht(?:en)?"
    r"|for example|for instance|examples?|by|in|from|Ref\.)[:,]*\s+(?=\S)",
    re.IGNORECASE,
)
#: Ordinary words that were read as scripts because of an uneven baseline: "^{F. and}".
_NO_SCRIPT = re.compile(r"[_^]\{([^{}]*(?:[A-Za-z]{2}|[. ][A-Za-z]|[A-Za-z]\.)[^{}]*)\}")
_EDITORS = re.compile(r"[\s,]*\(?[Ee]ds?\b\.?\)?[.,;:]?\s*")

#: Types of works whose entries can look like those of journal articles.
_OUTSIDE_JOURNALS = frozenset({"patent", "thesis", "chapter", "paper-conference", "preprint"})
_UNPUBLISHED = re.compile(
    r"[\s,;(]*(?:in press|submitted(?: to)?|accepted|to be published|unpublished|in preparation)"
    r"[\s,.;()]*|[\s,(]*(?:18|19|20)\d\d[a-z]?[\s).]*$"
)

Clean = Callable[[str], str]


def read_entry(text: str, clean: Clean = str) -> Reference:
    """Parse one printed entry into a record; fields that are not recognised stay empty.

    ``clean`` is applied to titles and containers.

    >>> record = read_entry("Doe, J. A.; Roe, R. Thin Films. *J. Ex.* 2011, *4* (2), 7–9.")
    >>> record.authors[1].family, record.container, record.year, record.pages
    ('Roe', 'J. Ex.', 2011, '7–9')
    """
    printed = _mended(text[:_LONGEST])
    printed = _BROKEN_DOI.sub(r"\1", printed)
    doi, url = _DOI.search(printed), find_url(printed)
    printed = _ADDED.sub("", _DOI.sub("", printed)).strip()
    authors, end = _names(printed)
    rest = printed[end:]
    if editors := _EDITORS.match(rest):
        rest = rest[editors.end() :]
    record = _read_rest(rest.strip(), clean, bool(authors))
    return replace(
        record,
        authors=authors,
        doi=doi[1] if doi else "",
        url="" if "doi.org" in url else url,
    )


def _mended(text: str) -> str:
    text = _NO_SCRIPT.sub(r"\1", " ".join(recompose(text).split()))
    for damaged, bracket in _DAMAGED_BRACKETS:
        text = damaged.sub(bracket, text)
    return text


def _names(printed: str) -> tuple[tuple[Author, ...], int]:
    """Return the names at the beginning, or after introductory words, and where they end."""
    authors, end = names_ahead(printed)
    at = 0
    while not authors and (introduction := _INTRODUCTION.match(printed, at)):
        at = introduction.end()
        authors, end = names_ahead(printed, at)
    return authors, end if authors else 0


def _read_rest(rest: str, clean: Clean, has_authors: bool) -> Reference:
    """Parse the part of an entry that follows the names."""
    ahead = _YEAR_AHEAD.match(rest) if has_authors else None
    if ahead:
        return _read_undated(rest[ahead.end() :], int(ahead["year"]), clean)
    rest = rest.lstrip(" .,:;")
    place = find_place(rest)
    other = read_other_work(rest, clean)
    is_elsewhere = place is None or not place.volume
    if other is not None and (is_elsewhere or other.type in _OUTSIDE_JOURNALS):
        return other
    return _article(rest, place, clean) if place else _unplaced(rest, clean, has_authors)


def _read_undated(rest: str, year: int, clean: Clean) -> Reference:
    place = find_undated_place(rest)
    if place is None:
        other = read_other_work(rest, clean)
        return replace(other, year=year) if other else read_undated_book(rest, year, clean)
    return _article(rest, replace(place, year=year), clean)


def _article(rest: str, place: Place, clean: Clean) -> Reference:
    title, container = split_container(rest[: place.start].rstrip(" ,;:("))
    if _VANCOUVER.match(rest, place.start):  # "J Ex. 2015;12": this full stop ends the name
        container = container.rstrip(".")
    return Reference(
        title=clean(title.strip(" .,*_")),
        container=clean(container.strip(" ,*_")),
        year=place.year,
        volume=place.volume,
        issue=place.issue,
        pages=place.pages,
        type="article-journal" if container else "document",
    )


def _unplaced(rest: str, clean: Clean, has_authors: bool) -> Reference:
    """Parse an entry that gives no place of publication, at most a year."""
    year = find_year(rest)
    if has_authors and year is not None:
        title, container = split_container(_UNPUBLISHED.sub("", _UNPUBLISHED.sub("", rest)))
    else:
        title, _, container = rest.partition(". ")
    return Reference(
        title=clean(title.rstrip(".")),
        container=clean(container) if len(container) < _LONGEST_CONTAINER else "",
        year=year,
    )
