"""Matching of records to the papers that they describe: by DOI, title, then file name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath, PureWindowsPath

from rapidfuzz import fuzz, process

from corpus.model import Paper, Reference
from corpus.records.entry import Entry
from corpus.records.joining import filled, joined
from corpus.text import clean

#: Percent of letters and digits in which equal titles agree: of 80, four may differ (a lost
#: ligature, a misplaced subscript). Titles of two parts of a series may differ by less; then years
#: or authors distinguish them, or neither is taken.
LIKENESS = 95.0
#: Shorter titles ("Thin films") must agree in every letter.
SHORTEST = 20
#: Letters and digits at the beginning that identify a title, for pages where more than the title
#: was read, or its second line was not.
BEGINNING = 30
_LONG_KEY = 4
#: The most years between two records of one work: online and printed version.
YEARS_APART = 1


def match_records(papers: Iterable[Paper], records: Iterable[Reference]) -> tuple[Paper, ...]:
    """Return each paper with the record that matches it, if there is exactly one.

    A record is matched by its DOI, or else its title, or else the name of the paper's file: the one
    that its entry names, or its citation key.

    The record of a note, which its author wrote, is only completed; for other papers the matched
    record replaces what was read from the page. The number and key of a paper stay.
    """
    index = index_entries(Entry(record=record) for record in records)
    return tuple(matched(paper, index) for paper in papers)


def title_key(title: str) -> str:
    """Return the letters and digits of a title, without accents and in lower case.

    >>> title_key("Al<sub>2</sub>O<sub>3</sub> on Nanocrystals: Überzüge")
    'al2o3onnanocrystalsuberzuge'
    """
    plain = unicodedata.normalize("NFKD", clean(title))
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c))).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordIndex:
    """Records by DOI, by the key of their title, and by file names without suffix."""

    by_doi: Mapping[str, Reference]
    by_title: Mapping[str, list[Reference]]
    by_name: Mapping[str, list[Reference]]


def index_entries(entries: Iterable[Entry]) -> RecordIndex:
    """Index records for matching; of several with one DOI the first takes precedence."""
    by_doi: dict[str, Reference] = {}
    by_title: defaultdict[str, list[Reference]] = defaultdict(list)
    by_name: defaultdict[str, list[Reference]] = defaultdict(list)
    for entry in entries:
        record = entry.record
        if record.doi:
            doi = record.doi.lower()
            by_doi[doi] = filled(by_doi[doi], record) if doi in by_doi else record
        if key := title_key(record.title):
            by_title[key].append(record)
        for name in _names(entry):
            by_name[name].append(record)
    return RecordIndex(by_doi=by_doi, by_title=by_title, by_name=by_name)


def _names(entry: Entry) -> set[str]:
    """Return the file names of an entry without suffix, and its key if it may be a file name."""
    key = entry.record.key
    names = {PureWindowsPath(file).stem for file in entry.files}
    if len(key) >= _LONG_KEY and any(letter.isalpha() for letter in key):
        names.add(key)
    return {name.casefold() for name in names if name}


def matched(paper: Paper, index: RecordIndex) -> Paper:
    """Return one paper with its matching record, as in :func:`match_records`."""
    own = paper.record or Reference()
    found = _of_doi(own, index) or _of_title(own, index) or _of_name(own, paper.source, index)
    return given(paper, found) if found is not None else paper


def given(paper: Paper, record: Reference) -> Paper:
    """Return a paper with this record, which takes precedence except over that of a note."""
    own = paper.record or Reference()
    first, second = (own, record) if paper.genre == "note" else (record, own)
    whole = filled(first, second)
    key = own.key or record.key
    return replace(paper, record=replace(whole, number=own.number, span=own.span, key=key))


def _of_doi(own: Reference, index: RecordIndex) -> Reference | None:
    return index.by_doi.get(own.doi.lower()) if own.doi else None


def _of_title(own: Reference, index: RecordIndex) -> Reference | None:
    key = title_key(own.title)
    alike = [record for near in _near(key, index) for record in index.by_title[near]]
    if not alike:
        alike = [record for near in _beginning(key, index) for record in index.by_title[near]]
    return _the_one(own, alike)


def _of_name(own: Reference, source: str, index: RecordIndex) -> Reference | None:
    return _the_one(own, index.by_name.get(PurePath(source).stem.casefold(), []))


def _the_one(own: Reference, records: Iterable[Reference]) -> Reference | None:
    fitting = [record for record in records if _may_be(own, record)]
    is_one = len({title_key(record.title) for record in fitting}) == 1
    return joined(fitting) if is_one else None


def _near(key: str, index: RecordIndex) -> list[str]:
    if key in index.by_title:
        return [key]
    if len(key) < SHORTEST:
        return []
    found = process.extract(
        key, index.by_title.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=None
    )
    return [near for near, _, _ in found if len(near) >= SHORTEST]


def _beginning(key: str, index: RecordIndex) -> list[str]:
    """Return the titles that begin with this one, or that this one begins with."""
    if len(key) < BEGINNING:
        return []
    return [
        title
        for title in index.by_title
        if len(title) >= BEGINNING and (title.startswith(key) or key.startswith(title))
    ]


def _may_be(own: Reference, record: Reference) -> bool:
    """Return whether DOIs, years and first authors allow that two equal titles are one work."""
    if own.doi and record.doi:
        return False  # equal DOIs were matched before, so these differ
    if own.year and record.year and abs(own.year - record.year) > YEARS_APART:
        return False
    if not own.authors or not record.authors:
        return True
    first, other = (title_key(r.authors[0].family) for r in (own, record))
    return first.endswith(other) or other.endswith(first)  # either may lack particles
