"""Front matter of literature notes: YAML between two ``---`` lines, read into a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

import yaml

from corpus.errors import ReadError
from corpus.model import Author, Reference, WorkType

_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_REQUIRED = ("key", "authors", "title", "year")
_FIELDS = {
    "key": "key",
    "title": "title",
    "journal": "container",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
    "publisher": "publisher",
    "doi": "doi",
    "url": "url",
    "number": "number",
}
#: Front matter is a record of some lines; more than this is something else.
_LIMIT = 32_768


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of a note: the record of its study, and the document it was written from.

    ``written_from`` is the id of a document, ``""`` if the note was written from the study itself.
    ``end`` is the offset at which the text of the note begins.
    """

    record: Reference
    written_from: str
    end: int


def has_front_matter(raw: str) -> bool:
    """Tell whether a document opens with a ``---`` line."""
    return _OPEN.match(raw) is not None


def read_front_matter(raw: str, source: str) -> FrontMatter:
    """Read what is above a note.

    Raises
    ------
    ReadError
        If the block is not closed, is not YAML, or lacks a required key.
    """
    start = cast("re.Match[str]", _OPEN.match(raw)).end()
    close = _CLOSE.search(raw, start)
    if close is None:
        raise ReadError(source, "front matter opened in line 1 is never closed by a line ---")
    if close.start() - start > _LIMIT:
        raise ReadError(source, f"front matter is longer than {_LIMIT} characters")
    fields = _parse(raw[start : close.start()], source)
    missing = [key for key in _REQUIRED if not fields.get(key)]
    if missing:
        needed = ", ".join(_REQUIRED)
        raise ReadError(source, f"front matter has no {missing[0]!r} (a note needs {needed})")
    return FrontMatter(
        record=_reference(fields, source),
        written_from=_text(fields, "written_from", source),
        end=close.end(),
    )


def _parse(block: str, source: str) -> Mapping[str, object]:
    try:
        # BaseLoader builds strings, lists and mappings only: page 021302 stays as written.
        fields = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise ReadError(
            source, f"front matter is not YAML: line {line}, {error.problem}"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "nested too deeply"
        raise ReadError(source, f"front matter is not YAML: {reason}") from error
    if not isinstance(fields, dict):
        raise ReadError(source, "front matter is not a list of 'key: value' lines")
    return fields


def _reference(fields: Mapping[str, object], source: str) -> Reference:
    values = {name: _text(fields, key, source) for key, name in _FIELDS.items()}
    return Reference(
        authors=_authors(fields["authors"], source),
        year=_year(_text(fields, "year", source), source),
        type=_type(_text(fields, "type", source), source),
        **values,  # type: ignore[arg-type]
    )


def _text(fields: Mapping[str, object], key: str, source: str) -> str:
    value = fields.get(key, "")
    if not isinstance(value, str):
        raise ReadError(source, f"front matter key {key!r} is not plain text")
    return " ".join(value.split())


def _authors(value: object, source: str) -> tuple[Author, ...]:
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ReadError(source, "front matter key 'authors' is not a list of 'Family, G.' names")
    authors = []
    for name in names:
        family, _, given = name.partition(",")
        authors.append(Author(family=family.strip(), given=given.strip()))
    if not all(author.family for author in authors):
        raise ReadError(source, "front matter key 'authors' holds an empty name")
    return tuple(authors)


def _year(value: str, source: str) -> int:
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d", value):
        raise ReadError(source, f"front matter key 'year' is {value!r}, not a year")
    return int(value)


def _type(value: str, source: str) -> WorkType:
    if value and value not in get_args(WorkType):
        raise ReadError(
            source,
            f"front matter key 'type' is {value!r}, not one of {', '.join(get_args(WorkType))}",
        )
    return cast("WorkType", value or "article-journal")
