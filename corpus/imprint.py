"""Parser of imprints: the lines in which a journal prints its name, year, volume and pages.

Imprints are printed in running heads and feet, below titles, on cover sheets and in the subject
field of a file. :data:`FORMS` lists the forms that journals use; the first that matches counts.
"""

from __future__ import annotations

import re

from corpus.model import Reference

_DOI = re.compile(r"\b10\.\d{4,9}/[-!#-;=?-Z\\^_a-z|~<>]*[-0-9A-Za-z)>]", re.ASCII)
#: Additions that run into a DOI: paths of supplements, the label of the next entry.
_BEHIND_DOI = re.compile(
    r"/-/DC.*|/(?:suppl|full|abstract|pdf|epdf)\w*$|\.?(?:DOI|doi|http).*$|\.pdf$"
)
_DASHES = str.maketrans("−–—‐‑", "-----", "\u200b\u00ad\u2060")
_CONTROL = re.compile("[\x00-\x1f\x7f\ufffd]")

_WORD = r"(?:[A-Z][\w’'.&-]*[\w.:]|[A-Z]\b|&)"
_LINK = r"(?:of|and|the|in|for|on|de|der|für|und|fur|&|-)"
#: The parts of an imprint. The name of a journal is a run of capitalised words.
_PARTS = {
    "NAME": rf"(?P<container>{_WORD}(?:,?\s(?:{_LINK}\s){{0,3}}{_WORD}){{0,9}})",
    "YEAR": r"(?P<year>(?:19[3-9]|20[0-4])\d)",
    "VOLUME": r"(?P<volume>[A-Z]?\d{1,4}[A-Z]?)(?!\w)",
    "ISSUE": r"(?P<issue>\d{1,4}(?:-\d{1,3})?[A-Z]?)",
    "PAGES": (
        r"(?P<pages>(?!(?:19|20)\d\d\b\s?[,;])[A-Za-z]{0,4}\d[\dA-Z]{0,9}(?:\.\d+)?"
        r"(?:\s?-\s?[A-Z]{0,3}\d{1,10})?)"
    ),
    "VOL": r"\b(?i:vol(?:ume|\.)?)",
    "NO": r"\b(?i:no\.?|number|issue)",
    "DATE": r"(?:\d{1,2}\s)?[A-Za-z]{3,9}\.?(?:[-/][A-Z][a-z]{2,8}\.?)?(?:\s\d{1,2},?)?",
    "BAR": r"\s?[|•·/]\s?",
}

#: Pairs of an example and the form it illustrates; a blank in a form matches any white space.
FORMS = (
    # the brackets are optional because old fonts lose them
    (
        "J. Layer Sci. A 31, 01A123 (2013)",
        r"NAME[.,]? VOLUME(?: ?\(ISSUE\))?[,:] ?(?:\d{1,3}, )?PAGES[ ,;]*\(?YEAR\b",
    ),
    (
        "Layer Mater. 2015, 27 (4), 1234-1240",
        r"NAME[.,]? \(?YEAR\)?, ?(?:VOL )?VOLUME(?: ?\(ISSUE\))?"
        r"(?:, ?(?:NO \d+, ?)?(?:pp?\. ?)?PAGES)?",
    ),
    ("Prog. Layers 2018;26(3):808-824", r"NAME[.,]? YEAR; ?VOLUME(?:\(ISSUE\))?: ?PAGES"),
    ("Adv. Layers 2018, 1802366", r"NAME[.,]? YEAR, (?P<pages>\d{6,8})"),
    ("Journal of Layers 310 (2008) 123-129", r"NAME,? VOLUME ?\(YEAR\) ?(?:PAGES)?"),
    ("2019 J. Layer Films 12 031501", r"\bYEAR NAME VOLUME PAGES"),
    (
        "LAYER COMMUNICATIONS | (2018) 9:3021",
        r"NAME(?:BAR|,? )\(?YEAR\)?[ ,]? ?VOLUME: ?(?:ISSUE, )?PAGES",
    ),
    ("Layer Lett. 2012.12:1234-1240", r"NAME[. ]+YEAR\.VOLUME:PAGES"),  # the subject of files
    (
        "(2017) On layers of oxides, Layer Letters, 507:1, 69-85",
        r"\(YEAR\)[^()]{5,300}?[,.] NAME, VOLUME:ISSUE, PAGES",
    ),
    (
        "(2016). On layers of oxides. Layer Letters, 10(5), 295-302",
        r"\(YEAR\)\.?[^()]{5,300}?\. NAME, VOLUME(?:\(ISSUE\))?, PAGES",
    ),
    (
        "Layers. 2022 December 16; 378(6625): 1-9",
        r"NAME\. YEAR(?: DATE)?; VOLUME(?:\(ISSUE\))?: ?PAGES",
    ),
    (
        "Vol. 30, No. 13 / 20 Jun 2022 / Layer Express 23208",
        r"VOL VOLUME, NO ISSUEBARDATE YEARBARNAME(?: PAGES)?",
    ),
    (
        "2 May 2005 / Vol. 13, No. 9 / LAYER EXPRESS 3331",
        r"DATE YEARBARVOL VOLUME, NO ISSUEBARNAME PAGES",
    ),
    (
        "VOLUME 76, NUMBER 7 LAYER REVIEW LETTERS 12 FEBRUARY 1996",
        r"VOL VOLUME, NO ISSUE NAME DATE YEAR",
    ),
    (
        "Journal of Layers 012504-1 Jan-Mar 2025 • Vol. 15(1)",
        r"NAME (?P<pages>\d{4,7})-\d+ DATE YEARBARVOL VOLUME\(ISSUE\)",
    ),
    (
        "PLS July 13, 2004 vol. 101 no. 28 10303",
        r"NAME(?:BAR| )(?:DATE )?YEAR(?:BAR|[ ,]+)VOL VOLUME(?:(?:BAR|[ ,]+)NO ISSUE)?"
        r"(?:(?:BAR|[ ,]+)PAGES)?",
    ),
    (
        "Layer Energy | VOL 7 | August 2022 | 754-764",
        r"NAMEBARVOL VOLUME(?:BARNO ISSUE)?BARDATE YEARBARPAGES",
    ),
    (
        "Layers Today - Volume 18, Number 7 - September 2015",
        r"NAME(?:BAR|[ ,-]+)VOL ?VOLUME(?:(?:BAR|[ ,]+)NO ?ISSUE)?(?:,? ?pp?\. ?PAGES)?"
        r"(?:BAR|[ ,(-]+)(?:DATE )?YEAR\)?",
    ),
    (
        "layer physics VOL 3 NOVEMBER 2007",
        r"^(?P<container>[A-Z][a-z]+(?: [a-z]+){1,3})(?:BAR| )VOL VOLUME(?:BAR| )(?:DATE )?YEAR",
    ),
    ("LAYER REVIEW A, VOLUME 61, 022102", r"NAME, VOL VOLUME, PAGES"),
    ("J. Layer Sci. B 15(1), Jan/Feb 1997", r"NAME VOLUME\(ISSUE\), DATE YEAR"),
    ("Layer-Electron. Rev., 18, no. 4, 2010", r"NAME, VOLUME, NO ISSUE, YEAR"),
    ("LAYER-ELECTRONICS REVIEW 18(4), 438-445", r"NAME VOLUME\(ISSUE\), PAGES"),
    ("Layer Science (2022), 13, 1408-1418", r"NAME,? \(YEAR\), VOLUME, PAGES"),
    ("J. Layer Soc. 155 (2) D123-D128 (2008)", r"NAME,? VOLUME \(ISSUE\) PAGES \(YEAR\)"),
)


def _compiled(form: str) -> re.Pattern[str]:
    pattern = re.sub("|".join(_PARTS), lambda part: _PARTS[part[0]], form.replace(" ", r"\s"))
    return re.compile(pattern)


_FORMS = tuple(_compiled(form) for _, form in FORMS)
#: Short forms found only in subject fields: "Nature Communications, doi:10...", "Examples, 2017."
_SUBJECT = _compiled(r"NAME,(?: YEAR\.?)? (?:doi:|https?://)")
_NO_JOURNAL = re.compile(
    r"^(?:fig|figure|table|eq|eqs|ref|refs|sec|section|vol|volume|no|received|accepted|published|page"
    r"|copyright|doi|issn|available|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|printed|downloaded"
    r"|submitted|revised|jan-mar|apr-jun|jul-sep|oct-dec|in|the|and|at|a|an|hal"
    r"|special issue|supplementary|chapter|part|grant)\b\.?$",
    re.IGNORECASE,
)
_SHORTEST = 3
_YEAR = _compiled(r"(?<!\d)YEAR(?!\d)")
#: Number of leading characters of a line that are searched: an imprint with a title has 300.
_LONGEST = 400
#: Names directly before the journal, without punctuation: "A. Kranz, O. Lind Layer Science".
_NAMES_AHEAD = re.compile(
    r"(?!J\.)(?:[A-Z]\.[-\s]?)+\s?[A-Z][\w-]{2,}[,\s]|.*,\s(?:[A-Z]\.\s?)+[A-Z]\w"
)


def find_doi(text: str) -> str:
    """Return the first DOI in a text, without the characters that follow it; ``""`` if none.

    >>> find_doi("https://doi.org/10.5555/layers.2020(3)12).")
    '10.5555/layers.2020(3)12'
    """
    match = _DOI.search(text.translate(_DASHES))
    if match is None:
        return ""
    doi = _BEHIND_DOI.sub("", match[0])
    for opening, closing in ("()", "<>"):
        while doi.endswith(closing) and doi.count(closing) > doi.count(opening):
            doi = doi[:-1]
    return doi


def find_year(text: str) -> int | None:
    """Return the first year in a text that may be a year of publication, or ``None``."""
    match = _YEAR.search(text)
    return int(match["year"]) if match else None


def read_imprint(line: str) -> Reference | None:
    """Return journal, year, volume, issue and pages of a line; ``None`` if it is not an imprint.

    >>> found = read_imprint("Kranz et al. J. Layer Sci. A 31, 01A123 (2013)")
    >>> found.container, found.year, found.volume, found.pages
    ('J. Layer Sci. A', 2013, '31', '01A123')
    """
    plain = " ".join(_CONTROL.sub(" ", line.translate(_DASHES)).split())[:_LONGEST]
    plain = plain[:1].upper() + plain[1:]
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
    """Return the cleaned name of a journal in mixed case; ``""`` if it cannot be one."""
    name = re.sub(
        r"^.*?\bet al\.?[,:]?\s*/?\s*|^(?i:cite this(?: article)?|cite as|citation):?\s*", "", name
    )
    name = name.strip(" ,&-–:").removesuffix(" Vol")
    if len(name) < _SHORTEST or _NO_JOURNAL.match(name) or _NAMES_AHEAD.match(name):
        return ""
    return _in_small_letters(name) if name.isupper() and len(name) > 5 else name


def _in_small_letters(name: str) -> str:
    """Return a name printed in capitals in the usual mixed case.

    >>> _in_small_letters("JOURNAL OF LAYERS A")
    'Journal of Layers A'
    """
    small = {"Of", "And", "The", "In", "For", "On", "De", "Der", "Und"}
    words = (word if len(word) == 1 else word.title() for word in name.split())
    return " ".join(word.lower() if at and word in small else word for at, word in enumerate(words))
