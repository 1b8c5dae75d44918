"""Imprints: the lines in which a journal says of an article where it stands.

They stand in running heads and feet, below titles, on cover sheets and in the subject of a file:
"J. Vac. Sci. Technol. A 31, 01A123 (2013)", "Chem. Mater. 2015, 27, 1234-1240", "VOLUME 76, NUMBER
7 PHYSICAL REVIEW LETTERS 12 FEBRUARY 1996". A table of such forms; the first that fits counts.
"""

from __future__ import annotations

import re

from corpus.model import Reference

_DOI = re.compile(r"\b10\.\d{4,9}/[-!#-;=?-Z\\^_a-z|~]*[-0-9A-Za-z)>]", re.ASCII)
_DASHES = str.maketrans("−–—‐‑", "-----", "\u200b\u00ad\u2060")
_YEAR = r"(?P<year>(?:19[3-9]|20[0-4])\d)"
_MONTH = r"(?:\d{1,2}\s)?[A-Z][A-Za-z]{2,8}\.?(?:\s\d{1,2},?)?\s"
_WORD = r"(?:[A-Z][\w’'.&-]*[\w.:]|[A-Z]\b|&)"
_LINK = r"(?:of|and|the|in|for|on|de|der|für|und|fur|&|-)"
#: A journal begins with a capital and goes on in capitalised words.
_NAME = rf"(?P<container>{_WORD}(?:,?\s(?:{_LINK}\s){{0,3}}{_WORD}){{0,9}})"
_VOLUME = r"(?P<volume>[A-Z]?\d{1,4}[A-Z]?)"
_ISSUE = r"(?P<issue>\d{1,3}(?:-\d{1,3})?[A-Z]?)"
_PAGE = r"(?P<pages>(?!(?:19|20)\d\d\b\s*[,;])[A-Za-z]{0,3}\d{1,10}[A-Z]?(?:\s?-\s?[A-Z]{0,3}\d{1,10})?)"
_DOT = r"\s?[|•·/]\s?"

#: Forms with an example each.
_FORMS = tuple(
    re.compile(form)
    for form in (
        # J. Vac. Sci. Technol. A 31, 01A123 (2013); old fonts lose the brackets
        rf"{_NAME}[.,]?\s{_VOLUME}(?:\s?\({_ISSUE}\))?[,:]\s?(?:{_ISSUE.replace('issue', 'no')},\s)?"
        rf"(?P<pages>[A-Z]{{0,3}}\d[\w.]{{0,8}}(?:\s?-\s?[A-Z]?\d[\w.]{{0,8}})?)[\s,;]*\(?{_YEAR}\b",
        # Chem. Mater. 2015, 27 (4), 1234-1240; Coatings 2017, 7, 236; Chem. Sci., 2022, 13, 1408
        rf"{_NAME}[.,]?\s\(?{_YEAR}\)?,\s?{_VOLUME}(?:\s?\({_ISSUE}\))?(?:,\s?(?:no\.\s\d+,\s?)?{_PAGE})?",
        # Prog. Layers 2018;26(3):808-824; Adv. Layers 2018, 1802366
        rf"{_NAME}[.,]?\s{_YEAR};\s?{_VOLUME}(?:\({_ISSUE}\))?:\s?{_PAGE}",
        rf"{_NAME}[.,]?\s{_YEAR},\s(?P<pages>\d{{6,8}})",
        # Journal of Examples 310 (2008) 123-129; Solar Energy, 162 (2018) 525-532
        rf"{_NAME},?\s{_VOLUME}\s?\({_YEAR}\)\s?{_PAGE}?",
        # 2019 J. Layer Films 12 031501
        rf"\b{_YEAR}\s{_NAME}\s{_VOLUME}\s{_PAGE}",
        # Nano-Micro Lett. (2021) 13:152; J Mater Sci (2010) 45:1234-1240; Examples | (2018) 9:3021
        rf"{_NAME}(?:{_DOT}|,?\s)\(?{_YEAR}\)?[\s,]\s?{_VOLUME}:\s?(?:{_ISSUE},\s?)?{_PAGE}",
        # Nano Lett. 2012.12:1234-1240, the subject of files
        rf"{_NAME}[.\s]+{_YEAR}\.{_VOLUME}:{_PAGE}",
        # Nature Energy | VOL 7 | August 2022 | 754-764
        rf"(?i:(?-i:{_NAME}){_DOT}VOL\.?\s{_VOLUME}{_DOT}(?:NO\.?\s{_ISSUE}{_DOT})?{_MONTH}{_YEAR}"
        rf"(?:{_DOT}{_PAGE})?)",
        # Ferroelectrics, 507:1, 69-85 behind "(2017)" and a title
        rf"\({_YEAR}\)[^()]{{5,300}}?[,.]\s{_NAME},\s{_VOLUME}:{_ISSUE},\s{_PAGE}",
        # 20 Jun 2022 / Optics Express 23208 behind "Vol. 30, No. 13 /"
        rf"(?i:vol\.?\s{_VOLUME},\sno\.?\s{_ISSUE}{_DOT}{_MONTH}{_YEAR}{_DOT}(?-i:{_NAME})(?:\s{_PAGE})?)",
        # 2 May 2005 / Vol. 13, No. 9 / OPTICS EXPRESS 3331
        rf"(?i:{_MONTH}{_YEAR}{_DOT}vol\.?\s{_VOLUME},\sno\.?\s{_ISSUE}{_DOT}(?-i:{_NAME})\s{_PAGE})",
        # PNAS | July 13, 2004 | vol. 101 | no. 28 | 10302-10307; PNAS 2023 Vol. 120 No. 5 e2220578120
        rf"(?i:(?-i:{_NAME})(?:{_DOT}|\s)(?:{_MONTH})?{_YEAR}(?:{_DOT}|[\s,]+)vol\.?\s{_VOLUME}"
        rf"(?:(?:{_DOT}|[\s,]+)no\.?\s{_ISSUE})?(?:(?:{_DOT}|[\s,]+){_PAGE})?)",
        # VOLUME 76, NUMBER 7 PHYSICAL REVIEW LETTERS 12 FEBRUARY 1996
        rf"(?i:volume\s{_VOLUME},\snumber\s{_ISSUE}\s(?-i:{_NAME})\s(?:\d{{1,2}}\s)?[a-z]+\s{_YEAR})",
        # Materials Today Volume 18, Number 7 September 2015; Acta, Vol. 37, No. 11, pp. 1-6, 1992
        rf"(?i:(?-i:{_NAME})(?:{_DOT}|[\s,]+)vol(?:ume|\.)?\s?{_VOLUME}(?:,?\s(?:no\.?|number|issue)"
        rf"\s{_ISSUE})?(?:,?\spp?\.?\s{_PAGE})?(?:{_DOT}|[\s,]+)(?:{_MONTH})?{_YEAR})",
        # PHYSICAL REVIEW A, VOLUME 61, 022102
        rf"(?i:(?-i:{_NAME}),\svolume\s{_VOLUME},\s{_PAGE})",
        # Opto-Electron. Rev., 18, no. 4, 2010; OPTO-ELECTRONICS REVIEW 18(4), 438-445
        rf"{_NAME},\s{_VOLUME},\sno\.\s{_ISSUE},\s{_YEAR}",
        rf"{_NAME}\s{_VOLUME}\({_ISSUE}\),\s{_PAGE}",
        # Examples (2022), 13, 1408-1418; Proceedings, 155 (2) D123-D128 (2008)
        rf"{_NAME},?\s\({_YEAR}\),\s{_VOLUME},\s{_PAGE}",
        rf"{_NAME},?\s{_VOLUME}\s\({_ISSUE}\)\s{_PAGE}\s\({_YEAR}\)",
    )
)
#: Only the subject of a file says so little: "Nature Communications, doi:10...", "Examples, 2017."
_SUBJECT = re.compile(rf"{_NAME},(?:\s{_YEAR}\.?)?\s(?:doi:|https?://)")
_NO_JOURNAL = re.compile(
    r"^(?:fig|figure|table|eq|eqs|ref|refs|sec|section|vol|volume|no|received|accepted|published|page"
    r"|copyright|doi|issn|available|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|printed|downloaded"
    r"|submitted|revised|in|the|and|at|a|an|hal|special issue|supplementary|chapter|part|grant)\b\.?$",
    re.IGNORECASE,
)
_LETTERS = 3
#: Characters of a line that are looked at: an imprint with a title has 300.
_LONGEST = 400
#: "A. Kranz, O. Lind Layer Science": names stand ahead of the journal without a sign between.
_NAMES_AHEAD = re.compile(
    r"(?!J\.)(?:[A-Z]\.[-\s]?)+\s?[A-Z][\w-]{2,}[,\s]|.*,\s(?:[A-Z]\.\s?)+[A-Z]\w"
)


def find_doi(text: str) -> str:
    """Return the first DOI in a text, without what stands behind it.

    >>> find_doi("https://doi.org/10.5555/layers.2020(3)12).")
    '10.5555/layers.2020(3)12'
    """
    match = _DOI.search(text.translate(_DASHES))
    if match is None:
        return ""
    doi = match[0]
    while doi.endswith(")") and doi.count(")") > doi.count("("):
        doi = doi[:-1]
    return doi


def find_year(text: str) -> int | None:
    """Return the first year in a text that may be one of publication."""
    match = re.search(rf"(?<!\d){_YEAR}(?!\d)", text)
    return int(match["year"]) if match else None


def read_imprint(line: str) -> Reference | None:
    """Read journal, year, volume, issue and pages of a line; ``None`` if it is no imprint.

    >>> found = read_imprint("Kranz et al. J. Layer Sci. A 31, 01A123 (2013)")
    >>> found.container, found.year, found.volume, found.pages
    ('J. Layer Sci. A', 2013, '31', '01A123')
    """
    plain = " ".join(line.translate(_DASHES).split())[:_LONGEST]
    for form in (*_FORMS, _SUBJECT):
        for match in form.finditer(plain):
            found = _reference(match.groupdict())
            if found is not None:
                return found
    return None


def _reference(groups: dict[str, str | None]) -> Reference | None:
    container = _journal(groups["container"] or "")
    if not container:
        return None
    year = groups.get("year")
    return Reference(
        container=container,
        year=int(year) if year else None,
        volume=groups.get("volume") or "",
        issue=groups.get("issue") or "",
        pages=(groups.get("pages") or "").replace(" ", ""),
        type="article-journal",
    )


def _journal(name: str) -> str:
    """Return the name of a journal in small letters with capitals, ``""`` if it is none."""
    name = re.sub(r"^.*?\bet al\.?[,:]?\s*/?\s*|^(?:Cite this|Cite as|Citation):?\s*", "", name)
    name = name.strip(" ,&-–:").removesuffix(" Vol")
    if (
        sum(map(str.isalpha, name)) < _LETTERS
        or _NO_JOURNAL.match(name)
        or _NAMES_AHEAD.match(name)
    ):
        return ""
    return _in_small_letters(name) if name.isupper() and len(name) > 5 else name


def _in_small_letters(name: str) -> str:
    """Write a name that is set in capitals as names are written.

    >>> _in_small_letters("JOURNAL OF LAYERS A")
    'Journal of Layers A'
    """
    small = {"Of", "And", "The", "In", "For", "On", "De", "Der", "Und"}
    words = (word if len(word) == 1 else word.title() for word in name.split())
    return " ".join(word.lower() if at and word in small else word for at, word in enumerate(words))
