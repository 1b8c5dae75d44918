"""The studies of a table: their records, combined from all rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.model import Author, Reference
from kg.curated.columns import RECORD
from kg.curated.rows import Row
from kg.identity import doi_key, place_key, title_key

_YEARS = range(1600, 2201)


def read_studies(rows: Iterable[Row]) -> tuple[Reference, ...]:
    """Return a record for each study in the rows; contradictions and gaps are noted in the rows.

    The values in one row apply to all rows with the same study. A study that cannot be identified
    has no record.
    """
    first: dict[str, Row] = {}
    said: dict[str, dict[str, tuple[str, int]]] = {}
    for row in rows:
        if not row["study"]:
            row.refuse("study", "the study is missing")
        else:
            first.setdefault(row["study"], row)
            _gather(row, said.setdefault(row["study"], {}))
    return tuple(_records(first, said))


def _gather(row: Row, said: dict[str, tuple[str, int]]) -> None:
    for column in RECORD:
        if not row[column]:
            continue
        cause = _fault(column, row[column])
        known, number = said.setdefault(column, (row[column], row.number))
        if known != row[column]:
            cause = f"{row[column]!r}, but row {number} gives {known!r} for study {row['study']!r}"
        if cause:
            row.refuse(column, cause)


def _fault(column: str, text: str) -> str:
    if column == "year" and not (re.fullmatch(r"[0-9]{4}", text) and int(text) in _YEARS):
        return f"{text!r} is not a year"
    if column == "doi" and not doi_key(Reference(doi=text)):
        return f"{text!r} is not a DOI (10.NNNN/...)"
    return ""


def _records(
    first: dict[str, Row], said: dict[str, dict[str, tuple[str, int]]]
) -> Iterator[Reference]:
    for name, row in first.items():
        values = {c: text for c, (text, _) in said[name].items() if not _fault(c, text)}
        record = _record(name, values)
        if doi_key(record) or title_key(record) or place_key(record):
            yield record
        elif not any(_fault(column, text) for column, (text, _) in said[name].items()):
            cause = (
                f"study {name!r} cannot be identified: give its doi, or authors, year and "
                "title, or authors, year, container, volume and pages"
            )
            row.refuse("study", cause)


def _record(name: str, values: dict[str, str]) -> Reference:
    year = values.get("year", "")
    doi = values.get("doi", "")
    return Reference(
        number=name,
        key=name,
        authors=_authors(values.get("authors", "")),
        title=values.get("title", ""),
        container=values.get("container", ""),
        year=int(year) if year.isdecimal() else None,
        volume=values.get("volume", ""),
        pages=values.get("pages", ""),
        doi=doi_key(Reference(doi=doi)) if doi else "",
    )


def _authors(text: str) -> tuple[Author, ...]:
    parts = (name.partition(",") for name in text.split(";") if name.strip())
    return tuple(Author(family=family.strip(), given=given.strip()) for family, _, given in parts)
