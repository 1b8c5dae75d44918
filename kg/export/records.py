"""Studies as bibliographic records with citation keys, for every format that cites."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.queries import run
from kg.table import IRI_SUFFIX, Cell, Table

if TYPE_CHECKING:
    from kg.store import Graph

#: Words that say nothing about a title.
_STOP_WORDS = frozenset(
    "a an and are as at by for from how in into is its of on or the through to toward towards "
    "under using via what why with without".split()
)
#: So many words of its title name a study of which neither author nor file is known.
_WORDS = 3
#: The column of a table that holds citation keys.
CITATION = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRecord:
    """The record of a study as it is cited; what is not known is ``""`` (``year`` ``None``).

    ``authors`` are pairs of family and given names; ``type`` is a type of CSL-JSON.
    """

    iri: str
    key: str
    label: str = ""
    title: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    type: str = "document"


def read_records(store: Graph) -> tuple[StudyRecord, ...]:
    """The record of every study in the store, in the order of their citation keys.

    Where documents print a field differently, the longest text stands (the first of equal ones).
    """
    fields = _fields(run(store, "bibliography"))
    keys = _unique_keys({iri: _base_key(found) for iri, found in fields.items()})
    records = (_record(iri, keys[iri], found) for iri, found in fields.items())
    return tuple(sorted(records, key=lambda record: (record.key, record.iri)))


def _fields(table: Table) -> dict[str, dict[str, str]]:
    """The best value of each field of each study."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, field, value in table.rows:
        found[str(iri)][str(field)].add(str(value))
    return {
        iri: {
            field: min(values, key=lambda text: (-len(text), text)) for field, values in of.items()
        }
        for iri, of in sorted(found.items())
    }


def _record(iri: str, key: str, found: dict[str, str]) -> StudyRecord:
    kept = ("label", "title", "container", "volume", "issue", "pages", "publisher", "doi", "url")
    return StudyRecord(
        iri=iri,
        key=key,
        authors=tuple(
            _author(name) for name in found.get("authors", "").split(";") if name.strip()
        ),
        year=int(found["year"]) if "year" in found else None,
        type=found.get("type", "document"),
        **{name: found.get(name, "") for name in kept},
    )


def _author(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip(), given.strip()


def _base_key(found: dict[str, str]) -> str:
    """First author, year and the first telling word of the title: ``Liu2011robust``.

    Without an author, the file of the study stands first (``scan7dots``); without either, the first
    words of the title do (``growthFilms1999``).
    """
    family, year = _letters(found.get("first_author", "")), found.get("year", "")
    file = _letters(found.get("document", ""))
    title = found.get("title", "")
    words = [] if title == found.get("document") else _telling_words(title)
    if family or file:
        return (family or file) + year + "".join(words[:1])
    known = words or _telling_words(found.get("container", "")) or ["untitled"]
    return known[0] + "".join(word.capitalize() for word in known[1:_WORDS]) + year


def _telling_words(text: str) -> list[str]:
    words = (_letters(word).lower() for word in re.split(r"[\W_]+", text))
    return [word for word in words if len(word) > 1 and word not in _STOP_WORDS]


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())


def _unique_keys(keys: dict[str, str]) -> dict[str, str]:
    """The keys, with four digits of the study's IRI where two studies would share one."""
    counts = Counter(keys.values())
    return {
        iri: key if counts[key] == 1 else f"{key}{hashlib.sha256(iri.encode()).hexdigest()[:4]}"
        for iri, key in keys.items()
    }


def cited(table: Table, records: Iterable[StudyRecord]) -> Table:
    """The table with citation keys in place of the IRIs of studies, other IRIs left out.

    A column ``study_iri`` becomes ``citation``, ``other_study_iri`` ``other_citation``; columns
    without any value are left out.
    """
    keys = {record.iri: record.key for record in records}
    is_cited = [_cites(name) for name in table.columns]
    renamed = Table(
        columns=tuple(
            name.replace("study" + IRI_SUFFIX, CITATION) if cites else name
            for name, cites in zip(table.columns, is_cited, strict=True)
        ),
        rows=tuple(
            tuple(
                _key(cell, keys) if cites else cell
                for cell, cites in zip(row, is_cited, strict=True)
            )
            for row in table.rows
        ),
    )
    return renamed.readable()


def _cites(column: str) -> bool:
    return column.endswith("study" + IRI_SUFFIX)


def _key(cell: Cell, keys: dict[str, str]) -> Cell:
    return keys.get(str(cell)) if cell is not None else None


def is_citation(column: str) -> bool:
    """Whether a column holds citation keys."""
    return column == CITATION or column.endswith("_" + CITATION)
