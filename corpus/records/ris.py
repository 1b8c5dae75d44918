"""RIS, as publishers' pages and reference managers export it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import rispy

from corpus.errors import ReadError
from corpus.model import Author, Reference, WorkType
from corpus.readers.markup.records import tidy_doi, year_of
from corpus.text import clean

_TYPES = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "PAT": "patent",
    "UNPB": "preprint",
}


def read_ris(text: str, source: str) -> tuple[Reference, ...]:
    """Read every record that begins with ``TY`` and ends with ``ER``.

    Raises
    ------
    ReadError
        If there is none.
    """
    try:
        entries = rispy.loads(text)
    except (rispy.parser.ParseError, ValueError, OSError) as error:
        raise ReadError(source, f"not RIS: {str(error).splitlines()[0]}") from error
    if not entries:
        raise ReadError(source, "holds no RIS record (from TY to ER)")
    return tuple(_record(entry) for entry in entries)


def _record(entry: Mapping[str, Any]) -> Reference:
    def text(*names: str) -> str:
        values = (entry.get(name) for name in names)
        return next((" ".join(str(value).split()) for value in values if value), "")

    first, last = text("start_page"), text("end_page")
    names = [*(entry.get("first_authors") or ()), *(entry.get("authors") or ())]
    return Reference(
        key=text("id", "label"),
        authors=tuple(_author(name) for name in names),
        title=clean(text("title", "primary_title", "translated_title")),
        container=clean(
            text("journal_name", "secondary_title", "alternate_title3", "alternate_title1")
        ),
        year=year_of(text("year", "publication_year", "date")),
        volume=text("volume"),
        issue=text("number", "issue"),
        pages=f"{first}–{last}" if first and last and last != first else first,
        publisher=text("publisher"),
        doi=tidy_doi(text("doi")),
        url=next(iter(entry.get("urls") or ()), ""),
        type=cast("WorkType", _TYPES.get(text("type_of_reference"), "document")),
    )


def _author(name: str) -> Author:
    family, _, given = name.partition(",")
    return Author(family=family.strip(), given=given.strip(" ,"))
