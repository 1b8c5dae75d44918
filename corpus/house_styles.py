"""Patterns for year, volume, issue and pages of an article in the styles of publishers.

Each row describes the end of an entry in one style; title and journal precede it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = r"[*_]{0,3}(?P<year>(?:18|19|20)\d\d)[a-z]?[*_]{0,3}"
_MONTH = (
    r"(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:[\s/–-]+[A-Z][a-z]{2,8}\.?)?(?:\s\d{1,2})?,?\s"
)
_IN_BRACKETS = rf"[(\[]\s?(?:{_MONTH})?{_YEAR}\s?[)\]]"
_VOLUME = (
    r"(?:[Vv]ol(?:ume|\.)?\s?)?[*_]{0,3}"
    r"(?P<volume>(?:[A-Z]{1,3}-?)?\d{1,5}[A-Z]?(?:\s?[-–/]\s?\d{1,5})?)[*_]{0,3}"
)
_ISSUE = (
    r"(?:\s?[*_]{0,2}[(\[](?P<issue>(?!(?:19|20)\d\d[)\]])[^()\[\]]{1,20})[)\]][*_]{0,2}"
    r"|,?\s(?:[Nn]os?|[Ii]ss(?:ue)?|[Nn]r|[Nn]umber)\.?\s?(?P<number>[\w–/-]{1,9}))?"
)
_PAGE = r"(?:(?:[A-Za-z]{0,3}[.-]?\d[\w.]*\w|[A-Z]?\d)(?:/\d+)?)"
_PAGES = (
    r"(?:(?:[Pp]{1,2}|[Pp]ages?|[Aa]rt(?:icle)?|[Pp]aper|[Nn]o|[Nn]umber|ID|Article ID|S)[.:]?\s)*"
    r"(?:pp?\.?\s?|P\.?\s?)?"
    rf"(?P<pages>{_PAGE}(?:\s?[-–—−‐]{{1,2}}\s?{_PAGE})?)"
    r"(?:\s?[(\[]\d{1,3}\s?(?:pp|pages|p)\.?[)\]])?"
)
#: The end of an entry, or the beginning of a remark after it.
_END = r"(?:\s?[.,;]?\s*$|\.?\s?[;.]\s|\s?\.?\s?[\[(]|,?\s(?:and|see|cf|in|also|English|Erratum)\b)"
_ROWS: tuple[tuple[str, str], ...] = (
    # Elsevier, Taylor & Francis: "12 (3) (2009) 340–345", "12 (2009), pp. 340–345"
    ("volume (year) pages", rf"{_VOLUME}{_ISSUE},?\s?{_IN_BRACKETS}\s?[,:.]?\s?{_PAGES}{_END}"),
    # APS, AIP, Nature, Optica, ECS: "12, 340 (2009)", "12(4), 340–348 (2009)"
    (
        "volume, pages (year)",
        rf"{_VOLUME}{_ISSUE}\s?[,:;]?\s?(?<!\d){_PAGES}\s?[,.]?\s?{_IN_BRACKETS}{_END}",
    ),
    # ACS, RSC, Wiley, MDPI, Vancouver: "2009, 12 (3), 340–345", "2009;12(3):340–5"
    (
        "year, volume, pages",
        rf"\(?{_YEAR}\)?(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?\s?[,;.:]\s?{_VOLUME}{_ISSUE}"
        rf"\s?[,:;]\s?{_PAGES}{_END}",
    ),
    # IEEE, plain BibTeX: "vol. 12, no. 3, pp. 340–345, Mar. 2009", "12(3):340–345, 2009"
    (
        "volume, pages, year",
        rf"{_VOLUME}{_ISSUE}\s?[,:]\s?(?:{_PAGES}\s?,\s)(?:{_MONTH})?{_YEAR}{_END}",
    ),
    (
        "year, volume (issue)",
        rf"{_YEAR}\s?[,;]\s?{_VOLUME}\s?[(\[](?P<issue>[^()]{{1,16}})[)\]]{_END}",
    ),
    ("volume (year)", rf"{_VOLUME}{_ISSUE},?\s?{_IN_BRACKETS}{_END}"),
    ("volume, year", rf"(?<=[.\s]){_VOLUME}{_ISSUE},\s(?:{_MONTH})?{_YEAR}{_END}"),
    ("year, pages", rf"(?<=[\s,(*_]){_YEAR}\)?[*_]{{0,2}}\s?[,;:]\s?{_PAGES}{_END}"),
    ("pages (year)", rf"(?<=[.,])\s{_PAGES}\s?{_IN_BRACKETS}{_END}"),
)
_DATED = tuple((name, re.compile(rf"(?<![\w–-]){row}")) for name, row in _ROWS)
#: Styles that print the year after the authors, as in Harvard, IOP and Springer journals.
_UNDATED = tuple(
    re.compile(rf"(?<![\w–-]){row}")
    for row in (
        rf"{_VOLUME}{_ISSUE}\s?[,:;]\s?{_PAGES}{_END}",
        rf"{_VOLUME}{_ISSUE}\s{_PAGES}{_END}",
        rf"{_VOLUME}\s?[(\[](?P<issue>[^()\[\]]{{1,16}})[)\]]{_END}",
        rf"(?<=[.,]\s){_PAGES}{_END}",
    )
)
_LAST_YEAR = re.compile(r"(?<![\w/–-])(?:18|19|20)\d\d(?=[a-z]?(?:[^\w–-]|$))(?!\s?[-–]\s?\d)")
_YEAR_IN_BRACKETS = re.compile(r"\((?:[^()]{0,60}[\s,.])?(?P<year>(?:18|19|20)\d\d)[a-z]?\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Year, volume, issue and pages of an article, and the offset in the entry where they begin."""

    start: int
    year: int | None
    volume: str = ""
    issue: str = ""
    pages: str = ""


def find_place(text: str) -> Place | None:
    """Find year, volume, issue and pages of an entry; ``None`` if it follows no known style.

    >>> place = find_place("J. Ex. 12(4), 340–348 (2009).")
    >>> place.year, place.volume, place.issue, place.pages
    (2009, '12', '4', '340–348')
    """
    found = next((match for _, row in _DATED if (match := row.search(text))), None)
    return _place(found, int(found["year"])) if found else None


def find_undated_place(text: str) -> Place | None:
    """Find volume, issue and pages of an entry that prints the year elsewhere, or ``None``."""
    found = next((match for row in _UNDATED if (match := row.search(text))), None)
    return _place(found, None) if found else None


def find_year(text: str) -> int | None:
    """Find the year of an entry in no known style: the last in brackets, or the last of all."""
    bracketed = list(_YEAR_IN_BRACKETS.finditer(text))
    if bracketed:
        return int(bracketed[-1]["year"])
    plain = _LAST_YEAR.findall(text)
    return int(plain[-1]) if plain else None


def _place(match: re.Match[str], year: int | None) -> Place:
    parts = match.groupdict()
    pages = re.sub(r"\s", "", parts.get("pages") or "").rstrip(".")
    return Place(
        start=match.start(),
        year=year,
        volume=re.sub(r"\s", "", parts.get("volume") or ""),
        issue=(parts.get("issue") or parts.get("number") or "").strip(),
        pages=pages,
    )
