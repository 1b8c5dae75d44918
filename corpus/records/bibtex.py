"""BibTeX, as reference managers write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import DuplicateBlockKeyBlock, Entry

from corpus.errors import ReadError
from corpus.model import Author, Reference, WorkType
from corpus.readers.markup.records import tidy_doi, year_of
from corpus.text import clean

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "patent": "patent",
    "online": "document",
}
_USED = frozenset(
    "author title journal journaltitle booktitle year date volume number pages publisher school doi"
    " url".split()
)
#: Longer fields are no part of a record; decoding TeX takes time that grows with their square.
_LONGEST = 5_000
_BRACES = re.compile(r"[{}]")


def read_bibtex(text: str, source: str) -> tuple[Reference, ...]:
    """Read every entry; one that is damaged is passed over.

    Raises
    ------
    ReadError
        If no entry can be read.
    """
    library = parse_string(text)
    entries = [*library.entries, *_repeated(library.failed_blocks)]
    for entry in entries:
        entry.fields = [
            field
            for field in entry.fields
            if field.key.lower() in _USED and len(str(field.value)) <= _LONGEST
        ]
    decoded = Library(list(entries))
    for step in (
        middlewares.LatexDecodingMiddleware(),  # first: names cannot be decoded once divided
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
    ):
        decoded = step.transform(decoded)
    if not decoded.entries:
        raise ReadError(source, "holds no BibTeX entry that can be read")
    return tuple(_record(entry) for entry in decoded.entries)


def _repeated(failed: list[Any]) -> list[Entry]:
    """Entries under a key that was used before; their keys are of no use, the rest is."""
    blocks = (b.ignore_error_block for b in failed if isinstance(b, DuplicateBlockKeyBlock))
    found = [block for block in blocks if isinstance(block, Entry)]
    for number, entry in enumerate(found):
        entry.key = f"{entry.key}#{number}"
    return found


def _record(entry: Entry) -> Reference:
    fields = {field.key.lower(): field.value for field in entry.fields}

    def text(*names: str) -> str:
        values = (fields.get(name) for name in names)
        return next((_plain(value) for value in values if isinstance(value, str)), "")

    return Reference(
        key=entry.key.partition("#")[0],
        authors=_authors(fields),
        title=clean(text("title")),
        container=clean(text("journal", "journaltitle", "booktitle")),
        year=year_of(text("year", "date")),
        volume=text("volume"),
        issue=text("number"),
        pages=re.sub(r"-{1,2}", "–", text("pages")),
        publisher=text("publisher", "school"),
        doi=tidy_doi(text("doi")),
        url=text("url"),
        type=cast("WorkType", _TYPES.get(entry.entry_type.lower(), "document")),
    )


def _plain(value: str) -> str:
    return " ".join(_BRACES.sub("", value).split())


def _authors(fields: Mapping[str, Any]) -> tuple[Author, ...]:
    names = fields.get("author")
    if not isinstance(names, list):
        return ()
    return tuple(
        Author(
            family=_plain(" ".join([*name.von, *name.last, *name.jr])),
            given=_plain(" ".join(name.first)),
        )
        for name in names
        if name.last and name.last != ["others"]
    )
