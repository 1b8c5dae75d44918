"""Parsers of works other than journal articles: patents, theses, books, chapters, preprints."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.house_styles import find_year
from corpus.model import Reference, WorkType

_Y = r"(?P<year>(?:18|19|20)\d\d)"
_PATENT = re.compile(
    r"(?:(?P<office>U\.?\s?S\.?A?\.?|European|Eur\.|World|Int\.|International|Japanese|Jpn\.|Japan"
    r"|German|Ger\.|British|French|Finnish|Swedish|Chinese|Korean|Russian|Soviet|WO|EP|JP|CN|KR|DE)"
    r"\s?(?:Pat(?:ent|\.)?|Provisional)(?:\s(?:Appl(?:ication|\.)|Pub(?:lication|\.)))?"
    r"|\bPat(?:ent|\.)(?:\sNo\.)?(?=\s[A-Z]{0,2}\s?\d)"
    r"|\b(?:US|WO|EP|JP|CN|KR|DE)\s?(?:patent\s)?(?=\d{2,4}[,/]?\d{3}))"
    r"(?P<number>(?:\s(?:No|Nr)\.?)?,?\s?[A-Z]{0,2}\s?[\w,/.-]*\d[\w,/.-]*(?:\s[AB]\d)?)?",
)
_THESIS = re.compile(
    r"[(\[]?(?:Ph\.?\s?D\.?|[Dd]octoral|[Mm]aster(?:['’]?s)?(?:\sof\sScience)?|M\.?\s?S\.?c?\.?"
    r"|[Dd]iploma|[Bb]achelor(?:['’]s)?|[Hh]abilitation|[Ll]icentiate)\.?\s"
    r"(?:[Tt]hesis|[Dd]issertation)|\b[Dd]issertation\b|\bThesis\b|\bthesis\b"
)
_PREPRINT = re.compile(r"\b(?:arXiv|ChemRxiv|bioRxiv)\b[:\s]?\s?(?P<id>[\w./-]*)", re.I)
_PAGES = r"(?:[,;]\s(?:Vol\.?\s(?P<volume>\w+)[,;]\s)?(?:[Cc]hap(?:ter|\.)\s\w+[,;]?\s?)?"
_PAGES += r"(?:pp?\.?\s?(?P<pages>[\w–-]+))?)?"
#: ACS: "Shells. In Book of Dots; Roe, L., Ed.; Press: City, 2015; pp 51–115."
_CHAPTER = re.compile(
    r"^(?P<title>.+?)[.,]?\s+[Ii]n:?\s+(?P<book>.+?);\s+"
    r"(?:(?P<editors>[^;]+?(?:;[^;]+?){0,6}?),?\s*\(?[Ee]ds?\.?\)?[;.]\s+)?"
    rf"(?:(?P<publisher>[^;\d]+?)(?:,|:|;)\s*(?:[^;\d]+?[,:]\s*)?)?\(?{_Y}\)?[;,.]?\s*"
    r"(?:(?:Vol\.\s*(?P<volume>\d+)[;,]\s*)?(?:pp?\.?\s*(?P<pages>[\w–-]+)))?\s*\.?$"
)
#: AIP, Elsevier: "in Book of Dots, edited by L. Roe (Press, City, 2015), p. 51"
_IN_BOOK = re.compile(
    r"^(?P<title>.*?)[.,;:]?\s*\b[Ii]n:?\s+(?P<book>[^()]+?)"
    r"(?:,?\s\(?(?:[Ee]dited\sby|[Ee]ds?\.(?:\sby)?)\)?[\s:,]*(?P<editors>[^()]*?))?,?\s*"
    rf"\((?P<publisher>[^()]*?),?\s{_Y}\){_PAGES}"
)
#: Elsevier: "Shells, in: L. Roe (Ed.), Book of Dots, Press, City, 2015, pp. 51–115"
_IN_EDITED = re.compile(
    r"^(?P<title>.*?)[.,;:]?\s*\b[Ii]n:?\s+(?P<editors>[^()]+?)\s\([Ee]ds?\.?\),?\s+(?P<book>[^,]+"
    rf"(?:,\s(?![A-Z])[^,]+)*),\s(?P<publisher>[^()\d]+?),?\s\(?{_Y}\)?{_PAGES}"
)
#: "Book of Dots (Press, City, 2015)", "Book of Dots, 2nd ed.; Press: City, 2015"
_BRACKETED_BOOK = re.compile(
    rf"^(?P<title>[^()]+(?:\([^()]*?[Ee]d[^()]*\))?[^()]*?)[,.]?\s*"
    rf"\((?P<publisher>[^()\d]*[A-Z][^()\d]*?)[,:]?\s{_Y}\){_PAGES}"
)
_BOOK = re.compile(
    r"^(?P<title>[^;]+?)[;,.]\s(?:[^;]{0,40}?\b[Ee]dn?\.?[;,.]\s)?(?:[^;]*?\b[Ee]ds?\.\)?[;,]\s)?"
    r"(?P<publisher>(?:[A-Z&][\w.&’'-]*(?:\s(?:and|of|&|für))?\s?){1,6})"
    rf"(?:[:,]\s(?:[A-Z][\w.]*(?:[\s,/]+|\sand\s)){{0,6}}|,?\s)\(?{_Y}\)?{_PAGES}(?:[,;.]|$)"
)
_PRESS = re.compile(
    r"\b(?:Press|Wiley|Springer|Elsevier|Academic|McGraw|Verlag|Pergamon|Plenum|Dekker|Butterworth"
    r"|Kluwer|Oxford|Cambridge|Chapman|CRC|Publish\w*|Publications?|Pub\.|Interscience|VCH|Dover"
    r"|North[- ]Holland|Addison|Prentice|World Scientific|Noyes|Sons|Books|Taylor|IOP|ASM|Materials"
    r" Research Society|Electrochemical Society|SPIE|IEEE|Company|Inc\.|Ltd)\b"
)
_PROCEEDINGS = re.compile(
    r"\b(?:Conference|Symposium|Proceedings|Workshop|Congress|Proc\.|Conf\.|Symp\.)", re.I
)
_URL = re.compile(r"(?:https?://|www\.)[^\s,;<>)\]]+[^\s,;<>)\].]")

Clean = Callable[[str], str]


def read_other_work(text: str, clean: Clean) -> Reference | None:
    """Parse the part after the authors as a patent, thesis, chapter, preprint or book."""
    for read in (_patent, _thesis, _chapter, _preprint, _book):
        found = read(text, clean)
        if found is not None:
            return found
    return None


def find_url(text: str) -> str:
    """Return the first web address in a text, or ``""``."""
    match = _URL.search(text)
    return match[0] if match else ""


def _patent(text: str, clean: Clean) -> Reference | None:
    match = _PATENT.search(text)
    if match is None:
        return None
    name = " ".join(match[0].split()).strip(" ,.(")
    title = text[: match.start()].strip(' .,;:“”"')
    return Reference(title=clean(title or name), year=find_year(text), type="patent")


def _thesis(text: str, clean: Clean) -> Reference | None:
    match = _THESIS.search(text)
    if match is None:
        return None
    title = text[: match.start()].strip(' .,;:“”"([')
    behind = re.sub(r"[()\[\]]", " ", text[match.end() :])
    school = re.split(r"[,;.]?\s*(?:18|19|20)\d\d\b", behind)[0].strip(" .,;:")
    return Reference(
        title=clean(title),
        publisher=clean(" ".join(school.split())),
        year=find_year(text),
        type="thesis",
    )


def _chapter(text: str, clean: Clean) -> Reference | None:
    match = _IN_EDITED.match(text) or _CHAPTER.match(text) or _IN_BOOK.match(text)
    if match is None:
        return None
    book = match["book"].strip('*_ “”",')
    kind: WorkType = "paper-conference" if _PROCEEDINGS.search(book) else "chapter"
    return Reference(
        title=clean(match["title"].strip(' “”",.')),
        container=clean(book),
        publisher=(match["publisher"] or "").strip(),
        year=int(match["year"]),
        volume=match["volume"] or "",
        pages=match["pages"] or "",
        type=kind,
    )


def _preprint(text: str, clean: Clean) -> Reference | None:
    match = _PREPRINT.search(text)
    if match is None or (year := find_year(text)) is None:
        return None
    title = text[: match.start()].strip(' .,;:“”"')
    return Reference(
        title=clean(re.sub(r"(?:[Pp]reprint(?:\sat)?|[Aa]t)$", "", title).strip(" .,")),
        container=match[0].strip(" :."),
        year=year,
        type="preprint",
    )


def _book(text: str, clean: Clean) -> Reference | None:
    match = _BRACKETED_BOOK.match(text) or _BOOK.match(text)
    if match is None or not _PRESS.search(match["publisher"]):
        return None
    return Reference(
        title=clean(match["title"].strip('*_ “”",.')),
        publisher=clean(match["publisher"].strip(" ,:")),
        year=int(match["year"]),
        volume=match["volume"] or "",
        pages=match["pages"] or "",
        type="book",
    )


def read_undated_book(text: str, year: int | None, clean: Clean) -> Reference:
    """Parse "Title. Publisher." after authors and year."""
    match = _UNDATED_BOOK.match(text)
    title = match["title"] if match else text.rstrip(".")
    publisher = match["publisher"].strip("*_ ") if match else ""
    return replace(
        Reference(title=clean(title.strip("*_'‘’“”\" ")), year=year),
        publisher=publisher,
        type="book" if publisher else "document",
    )


_UNDATED_BOOK = re.compile(
    r"(?P<title>[^.]+(?:\([^)]*\))?)\.\s(?:.{0,40}\b[Ee]dn?\.\s)?(?P<publisher>[^.]+)\.?$"
)
