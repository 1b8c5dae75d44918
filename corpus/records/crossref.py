"""Inheritance of fields between BibTeX entries by ``crossref`` and ``xdata``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.records.bibtex_syntax import RawEntry

#: Fields that describe an entry itself, and are not inherited by its parts.
_OWN = frozenset(
    "abstract author bookauthor citation-key crossref doi eprint entryset file files ids keywords"
    " label local-url options pages pdf shorttitle sortkey sorttitle subtitle title titleaddon url"
    " xdata xref".split()
)
#: Field of the containing work -> its name in the entry (BibLaTeX manual, appendix B).
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_OF_JOURNALS = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_JOURNALS = frozenset({"periodical", "issue"})


def inherit(entries: Iterable[RawEntry]) -> None:
    """Fill the missing fields of every entry from the entries that it refers to, recursively.

    A reference to a missing entry is added to the problems of the entry. Keys are case-insensitive.
    """
    listed = list(entries)
    by_key: dict[str, RawEntry] = {}
    for entry in listed:
        by_key.setdefault(entry.key.lower(), entry)
    done: set[int] = set()
    for entry in listed:
        _complete(entry, by_key, done)


def _complete(entry: RawEntry, by_key: Mapping[str, RawEntry], done: set[int]) -> None:
    if id(entry) in done:  # this also stops circular references
        return
    done.add(id(entry))
    for name in ("xdata", "crossref"):
        for key in _keys(entry, name):
            parent = by_key.get(key.lower())
            if parent is None:
                entry.problems.append(f"its {name} {key!r} is not an entry of this file")
            elif parent is not entry:
                _complete(parent, by_key, done)
                _take_over(entry, parent, is_whole=name == "xdata")


def _keys(entry: RawEntry, name: str) -> list[str]:
    values = ",".join(entry.fields.get(name, ()))
    return [key for key in (part.strip() for part in values.split(",")) if key]


def _take_over(entry: RawEntry, parent: RawEntry, *, is_whole: bool) -> None:
    renamed = {} if is_whole else _OF_JOURNALS if parent.kind in _JOURNALS else _RENAMED
    found = [
        (other, parent.fields[name]) for name, other in renamed.items() if name in parent.fields
    ]
    kept = [(n, values) for n, values in parent.fields.items() if is_whole or n not in _OWN]
    # for proceedings the booktitle is their own title, for a book that of its series
    for name, values in [*kept, *found] if parent.kind == "proceedings" else [*found, *kept]:
        entry.fields.setdefault(name, values)
