"""CSL-JSON, the format of citation processors and of Zotero."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast, get_args

from corpus.errors import ReadError
from corpus.model import Author, Reference, WorkType
from corpus.readers.markup.records import tidy_doi, year_of
from corpus.text import clean

_TYPES = {"article": "preprint", "article-magazine": "article-journal"}


def is_csl(data: bytes) -> bool:
    """Tell whether JSON looks like CSL: a list of objects with a type and a title."""
    try:
        items = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return bool(_works(items))


def read_csl(text: str, source: str) -> tuple[Reference, ...]:
    """Read every work.

    Raises
    ------
    ReadError
        If it is not JSON, or no list of works.
    """
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(source, f"not JSON: line {error.lineno}, {error.msg}") from error
    except RecursionError as error:
        raise ReadError(source, "not CSL-JSON: nested too deeply") from error
    works = _works(items)
    if not works:
        raise ReadError(source, "not CSL-JSON: no list of works with type and title")
    return tuple(_record(work) for work in works)


def _works(items: object) -> list[Mapping[str, object]]:
    listed = items if isinstance(items, list) else [items]
    return [
        item
        for item in listed
        if isinstance(item, dict)
        and isinstance(item.get("type"), str)
        and isinstance(item.get("title"), str)
    ]


def _record(work: Mapping[str, object]) -> Reference:
    def text(name: str) -> str:
        value = work.get(name)
        return " ".join(str(value).split()) if isinstance(value, str | int) else ""

    kind = _TYPES.get(text("type"), text("type"))
    return Reference(
        key=text("citation-key") or text("id"),
        authors=_authors(work.get("author")),
        title=clean(text("title")),
        container=clean(text("container-title")),
        year=_year(work.get("issued")),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("page").replace("-", "–"),
        publisher=text("publisher"),
        doi=tidy_doi(text("DOI")),
        url=text("URL"),
        type=cast("WorkType", kind if kind in get_args(WorkType) else "document"),
    )


def _authors(names: object) -> tuple[Author, ...]:
    people = [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    found = (
        Author(
            family=" ".join(
                str(name[part])
                for part in ("dropping-particle", "non-dropping-particle", "family", "literal")
                if name.get(part)
            ),
            given=str(name.get("given") or ""),
        )
        for name in people
    )
    return tuple(author for author in found if author.family)


def _year(issued: object) -> int | None:
    """``{"date-parts": [[2011, 3]]}`` or ``{"raw": "2011"}``."""
    return year_of(json.dumps(issued)) if isinstance(issued, dict) else None
