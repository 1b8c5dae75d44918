"""The record of a document, read from the lines of its first pages: imprint, dates, DOI.

Printed lines take precedence, because the metadata of files are often wrong; the metadata fill gaps
and spell out the name of a journal that the page abbreviates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.imprint import find_doi, find_year, read_imprint
from corpus.model import Author, Reference
from corpus.prose import is_notice, is_prose

#: A year or a volume label; a line with neither is not an imprint.
_DATED = re.compile(r"(?<!\d)(?:19[3-9]|20[0-4])\d(?!\d)|\bvol", re.IGNORECASE)
_CITE = re.compile(r"\b(?:cite|citation)\b", re.IGNORECASE)
_IDENTIFIED = re.compile(r"\bdoi\b|doi\.org|dx\.doi|^\W*10\.\d{4}", re.IGNORECASE)
#: The marks of footnotes after a title.
_FOOTNOTES = re.compile(r"(?:\s*(?:[*†‡§∗⋆#]|\(\*\)))+$")
_DATE = (
    r"(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"(?:\s\d{1,2},?)?\s"
)
#: A line with only a date, or with a date after the kind of the article.
_DATE_LINE = re.compile(
    rf"^[\s#*]*(?:[\w ]{{5,40}}[|•·]\s?)?{_DATE}((?:19|20)\d\d)[\s*]*$", re.IGNORECASE
)
#: Forms of a printed year in order of preference, for documents without an imprint.
_YEARS = (
    *(
        re.compile(form, re.IGNORECASE)
        for form in (
            r"(?:©|\(c\)|copyright|ª)\s*(?:\(c\)\s*)?((?:19|20)\d\d)",
            r"published.{0,30}?\b((?:19|20)\d\d)",
            r"available online.{0,30}?\b((?:19|20)\d\d)",
            r"accepted.{0,30}?\b((?:19|20)\d\d)",
            r"(?:received|submitted|dated).{0,30}?\b((?:19|20)\d\d)",
        )
    ),
    _DATE_LINE,
)
#: A DOI at the end of an abstract: "https://doi.org/10.5555/films.1", "[DOI: 10.5555/films.1]".
_DOI_AT_END = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s?)10\.\d{4,9}/\S+\s*$", re.IGNORECASE
)
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLines:
    """The lines of the first pages and of cover sheets; those in margins are kept separately."""

    first: tuple[str, ...]
    cover: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    stamp: str = ""

    def all(self) -> tuple[str, ...]:
        """Return every line, beginning with those that most likely belong to this very article."""
        return (*self.margins, *self.first, *self.cover)


def of_record(line: str) -> str:
    """Return the part of a line that may print the record; ``""`` for sentences of the text."""
    if len(line) < _LONGEST_LINE and (
        is_notice(line)
        or _CITE.search(line)
        or _DATE_LINE.search(line)
        or _begins_imprint(line)
        or (_IDENTIFIED.search(line) and not is_prose(line))
    ):
        return line.strip()
    at_end = _DOI_AT_END.search(line)
    return at_end[0] if at_end else ""


def own_record(
    title: str, authors: tuple[Author, ...], front: FrontLines, told: Reference
) -> Reference | None:
    """Combine what is known about a document into a record; ``None`` if nothing is known.

    Parameters
    ----------
    title, authors
        As printed on the first page, ``""`` and ``()`` if they are not printed.
    front
        The lines of the first pages.
    told
        The record from the metadata of the file.
    """
    imprint = _imprint(front) or Reference()
    record = Reference(
        title=_FOOTNOTES.sub("", title) or told.title,
        authors=_more(authors, told.authors),
        container=_spelt_out(imprint.container, told.container),
        year=imprint.year or _printed_year(front) or told.year,
        doi=_doi(front, told),
    )
    for name in ("volume", "issue", "pages"):
        value = getattr(imprint, name) or getattr(told, name)
        record = replace(record, **{name: value})
    if front.stamp and not imprint.container:
        year = record.year or find_year(front.stamp)
        record = replace(record, container="arXiv", year=year, type="preprint")
    elif record.container:
        record = replace(record, type="article-journal")
    return record if record != Reference() else None


def _imprint(front: FrontLines) -> Reference | None:
    """Return the fullest imprint of the first source with any: citation, margin, first page."""
    pairs = [" ".join(pair) for pair in pairwise(front.cover)]
    cited = [text for text in (*pairs, *front.cover, *front.first) if _CITE.search(text)]
    tops = [text for text in front.first if _begins_imprint(text)]
    for texts in (cited, front.margins, tops, pairs, front.cover):
        found = [read_imprint(text) for text in texts if _DATED.search(text)]
        known = [reference for reference in found if reference is not None]
        if known:
            return max(known, key=_fullness)
    return None


def _begins_imprint(text: str) -> bool:
    """Return whether a line is only an imprint; longer lines may cite other articles."""
    found = read_imprint(text) if _DATED.search(text) and len(text) < 120 else None
    return found is not None and text.lower().startswith(found.container[:5].lower())


def _fullness(reference: Reference) -> int:
    fields = reference.container, reference.year, reference.volume, reference.pages
    return sum(map(bool, fields))


def _printed_year(front: FrontLines) -> int | None:
    for form in _YEARS:
        for text in front.all():
            if match := form.search(text):
                return int(match[1])
    return None


def _doi(front: FrontLines, told: Reference) -> str:
    """Return the DOI of the metadata, or the first one that the page prints as its own."""
    if told.doi:
        return told.doi
    texts = (*front.cover, *front.margins, *front.first)
    joined = (_continued(*pair) for pair in pairwise(texts))
    found = (find_doi(text) for text in (*texts, *joined) if _IDENTIFIED.search(text))
    return next((doi for doi in found if re.search(r"/.*\d", doi)), "")


def _continued(text: str, after: str) -> str:
    """Join a DOI that is divided by a line end before its number; ``""`` if there is none."""
    is_cut = re.search(r"10\.\d{4,9}/?\S*$", text.rstrip())
    return (
        text.rstrip() + after.lstrip() if is_cut and re.match(r"\s*(?!\d+\s*$)\S*\d", after) else ""
    )


def _more(printed: tuple[Author, ...], told: tuple[Author, ...]) -> tuple[Author, ...]:
    """Return the longer list of authors; metadata name all authors, or only the first."""
    return told if len(told) > len(printed) else printed


def _spelt_out(printed: str, told: str) -> str:
    """Return the full journal name of the metadata if the page prints an abbreviation of it."""
    if not printed or not told:
        return printed or told
    return told if is_abbreviation(printed, told) else printed


def is_abbreviation(short: str, full: str) -> bool:
    """Return whether each word of ``short`` abbreviates the corresponding word of ``full``.

    >>> is_abbreviation("J. Layer Sci. A", "Journal of Layer Science A")
    True
    >>> is_abbreviation("Layers Today", "Biochemical Pharmacology")
    False
    """
    shorts, fulls = (list(_words(name)) for name in (short, full))
    return len(shorts) == len(fulls) and all(
        a and b.startswith(a[0]) and _is_within(a, b) for a, b in zip(shorts, fulls, strict=True)
    )


def _words(name: str) -> Iterable[str]:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return (word for word in words if word not in {"of", "and", "the", "in", "for", "on"})


def _is_within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
