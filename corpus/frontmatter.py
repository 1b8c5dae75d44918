"""Parser of Markdown front matter: YAML between two ``---`` lines, read into a record.

A note must have a complete record, and a fault in it is an error. The front matter that a
converter, a note-taking program or Pandoc gives to a paper has fields of many kinds; only the known
ones are used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

import yaml

from corpus.errors import ReadError
from corpus.manuscript import read_authors
from corpus.model import Author, Reference, WorkType

#: The line that opens front matter; followed by a blank line or text, it is only a horizontal rule.
#: YAML may begin with comments.
_OPEN = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?=(?:#[^\n]*\n)*(?:[^\s:#][^\n:]{0,60}:(?=\s)|-[ \t]|[\[{]))"
)
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
#: Fields that only notes have; papers may have any of the others too.
_OF_NOTES = frozenset({"key", "written_from", "number"})
#: Fields of a paper by the names that programs give them.
_OF_PAPERS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container": ("journal", "container-title", "publication"),
    "volume": ("volume",),
    "issue": ("issue",),
    "pages": ("pages", "page"),
    "doi": ("doi", "DOI"),
    "url": ("url", "URL"),
}
_YEAR_AHEAD = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
#: Separators of several authors in one value, as in exported lists and in BibTeX.
_BETWEEN_AUTHORS = re.compile(r";|\sand\s")
_FEWEST_WORDS = 3
#: The most characters of front matter; a longer block is something else.
_LIMIT = 32_768


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of a note: the record of its study, and the document it was written from.

    ``written_from`` is a document id, ``""`` if the note was written from the study itself. ``end``
    is the offset at which the text of the note begins.
    """

    record: Reference
    written_from: str
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """The front matter of a paper: its record, and the offset at which the text begins."""

    record: Reference
    end: int


def has_front_matter(raw: str) -> bool:
    """Return whether a document opens with a ``---`` line followed by YAML."""
    return _OPEN.match(raw) is not None


def read_front_matter(raw: str, source: str) -> FrontMatter | PaperHead:
    """Parse the front matter of a note or a paper; :func:`has_front_matter` must be true.

    Raises
    ------
    ReadError
        If the block is not closed, is not YAML, or lacks a key that a note requires.
    """
    start = cast("re.Match[str]", _OPEN.match(raw)).end()
    close = _CLOSE.search(raw, start)
    if close is None:
        raise ReadError(source, "front matter opened in line 1 has no closing line ---")
    if close.start() - start > _LIMIT:
        raise ReadError(source, f"front matter is longer than {_LIMIT} characters")
    fields = _parse(raw[start : close.start()], source)
    if not _OF_NOTES & fields.keys():
        return PaperHead(record=_of_paper(fields), end=close.end())
    missing = [key for key in _REQUIRED if not fields.get(key)]
    if missing:
        needed = ", ".join(_REQUIRED)
        raise ReadError(source, f"front matter has no {missing[0]!r} (a note needs {needed})")
    return FrontMatter(
        record=_reference(fields, source),
        written_from=_text(fields, "written_from", source),
        end=close.end(),
    )


def _of_paper(fields: Mapping[str, object]) -> Reference:
    plain = {name: value for name, value in fields.items() if isinstance(value, str)}
    values = {
        name: next((" ".join(plain[key].split()) for key in keys if key in plain), "")
        for name, keys in _OF_PAPERS.items()
    }
    values["container"] = values["container"].strip("*_ ")  # sites set the journal in italics
    dated = (_YEAR_AHEAD.match(plain.get(key, "")) for key in ("year", "date", "published"))
    if len(values["title"].split()) < _FEWEST_WORDS:  # "Associated content"
        values["title"] = ""
    return Reference(
        authors=_named(fields.get("authors") or fields.get("author")),
        year=next((int(match[0]) for match in dated if match), None),
        type="article-journal" if values["container"] else "document",
        **values,  # type: ignore[arg-type]
    )


def _named(value: object) -> tuple[Author, ...]:
    """Parse names in either order, or in parts as in CSL and Quarto, alone or in a list.

    >>> [a.family for a in _named("de Poe, Jan and Doe Roe, J.")]
    ['de Poe', 'Doe Roe']
    >>> [a.family for a in _named([{"name": "Jane Doe"}, {"given": "R.", "family": "van Roe"}])]
    ['Doe', 'van Roe']
    """
    values = _BETWEEN_AUTHORS.split(value) if isinstance(value, str) else value
    authors: list[Author] = []
    for one in values if isinstance(values, list) else [values]:
        parts = _in_parts(one)
        name = one.get("name", one.get("literal")) if isinstance(one, dict) else one
        if parts is not None:
            authors.append(parts)
        elif isinstance(name, str):
            authors += read_authors(name) or _family_first(name)
    return tuple(authors)


#: Keys of the parts of a name in CSL, Quarto and other programs.
_GIVEN, _FAMILY = ("given", "first", "firstname"), ("family", "last", "lastname")
_PARTICLES = ("dropping-particle", "non-dropping-particle")


def _in_parts(value: object) -> Author | None:
    """Parse a name given in parts, ``{"given": ..., "family": ...}``, also below ``name``."""
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("name"), dict):
        return _in_parts(value["name"])
    plain = {key: " ".join(text.split()) for key, text in value.items() if isinstance(text, str)}
    family = next((plain[key] for key in _FAMILY if plain.get(key)), "")
    given = next((plain[key] for key in _GIVEN if plain.get(key)), "")
    particles = (plain[key] for key in _PARTICLES if plain.get(key))
    return Author(family=" ".join((*particles, family)), given=given) if family else None


def _family_first(name: str) -> tuple[Author, ...]:
    """Parse one name with a comma; with several commas the parts are ambiguous, so ``()``."""
    family, *given = (part.strip() for part in name.split(","))
    return (Author(family=family, given=given[0]),) if family and len(given) == 1 else ()


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
    authors = []
    for name in names if isinstance(names, list) else ():
        author = _in_parts(name)
        if author is None and isinstance(name, str):
            family, _, given = name.partition(",")
            author = Author(family=family.strip(), given=given.strip())
        authors.append(author)
    if not authors or None in authors:
        raise ReadError(source, "front matter key 'authors' is not a list of 'Family, G.' names")
    known = tuple(author for author in authors if author is not None)
    if not all(author.family for author in known):
        raise ReadError(source, "front matter key 'authors' holds an empty name")
    return known


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
