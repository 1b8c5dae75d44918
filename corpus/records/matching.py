"""Records matched to the papers that they are of: by DOI, then by title."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from corpus.model import Paper, Reference
from corpus.records.joining import filled, joined
from corpus.text import clean

#: Titles agree if so many hundredths of their letters and digits do: of 80, four may differ (a
#: ligature lost, a subscript misplaced). Titles of two parts of a series differ by less, but then
#: years or authors tell them apart, or neither is taken.
LIKENESS = 95.0
#: Shorter titles ("Thin films") must agree in every letter.
SHORTEST = 20
#: The year of the online version and of the printed one.
YEARS_APART = 1


def match_records(papers: Iterable[Paper], records: Iterable[Reference]) -> tuple[Paper, ...]:
    """Give each paper the record that is of it, if there is just one.

    Of a note, whose author wrote the record down, only gaps are filled; elsewhere what the record
    says replaces what was read from the page. The number and the key of a paper stay.
    """
    index = index_records(records)
    return tuple(matched(paper, index) for paper in papers)


def title_key(title: str) -> str:
    """Return the letters and digits of a title, unaccented and in lower case.

    >>> title_key("Al<sub>2</sub>O<sub>3</sub> on Nanocrystals: Überzüge")
    'al2o3onnanocrystalsuberzuge'
    """
    plain = unicodedata.normalize("NFKD", clean(title))
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c))).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordIndex:
    """Records by DOI and by the key of their title."""

    by_doi: Mapping[str, Reference]
    by_title: Mapping[str, list[Reference]]


def index_records(records: Iterable[Reference]) -> RecordIndex:
    """Put records in order for matching; of several with one DOI the first counts most."""
    by_doi: dict[str, Reference] = {}
    by_title: defaultdict[str, list[Reference]] = defaultdict(list)
    for record in records:
        if record.doi:
            doi = record.doi.lower()
            by_doi[doi] = filled(by_doi[doi], record) if doi in by_doi else record
        if key := title_key(record.title):
            by_title[key].append(record)
    return RecordIndex(by_doi=by_doi, by_title=by_title)


def matched(paper: Paper, index: RecordIndex) -> Paper:
    """Give one paper its record, as :func:`match_records` does."""
    own = paper.record
    found = _find(own, index) if own else None
    if own is None or found is None:
        return paper
    first, second = (own, found) if paper.genre == "note" else (found, own)
    whole = filled(first, second)
    key = own.key or found.key
    return replace(paper, record=replace(whole, number=own.number, span=own.span, key=key))


def _find(own: Reference, index: RecordIndex) -> Reference | None:
    by_doi = index.by_doi.get(own.doi.lower()) if own.doi else None
    if by_doi is not None:
        return by_doi
    key = title_key(own.title)
    alike = [record for near in _near(key, index) for record in index.by_title[near]]
    return joined([record for record in alike if _may_be(own, record)])


def _near(key: str, index: RecordIndex) -> list[str]:
    if key in index.by_title:
        return [key]
    if len(key) < SHORTEST:
        return []
    found = process.extract(
        key, index.by_title.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=None
    )
    return [near for near, _, _ in found if len(near) >= SHORTEST]


def _may_be(own: Reference, record: Reference) -> bool:
    """Two works may share a title: DOIs, years and first authors must not contradict."""
    if own.doi and record.doi:
        return False  # the same one would have been found by it
    if own.year and record.year and abs(own.year - record.year) > YEARS_APART:
        return False
    if not own.authors or not record.authors:
        return True
    first, other = (title_key(r.authors[0].family) for r in (own, record))
    return first.endswith(other) or other.endswith(first)  # particles come and go
