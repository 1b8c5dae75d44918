"""Fields that an entry of BibTeX takes over from another one: ``crossref`` and ``xdata``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.records.bibtex_syntax import RawEntry

#: What says something of an entry itself, and of no part of it.
_OWN = frozenset(
    "abstract author bookauthor citation-key crossref doi eprint entryset file files ids keywords"
    " label local-url options pages pdf shorttitle sortkey sorttitle subtitle title titleaddon url"
    " xdata xref".split()
)
#: The title of what contains the entry is called otherwise in the entry (BibLaTeX, appendix B).
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_OF_JOURNALS = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_JOURNALS = frozenset({"periodical", "issue"})


def inherit(entries: Iterable[RawEntry]) -> None:
    """Give every entry the fields it lacks from the entries that it refers to, and theirs.

    A reference to an entry that is not there is added to its problems. Keys have no case.
    """
    listed = list(entries)
    by_key: dict[str, RawEntry] = {}
    for entry in listed:
        by_key.setdefault(entry.key.lower(), entry)
    done: set[int] = set()
    for entry in listed:
        _complete(entry, by_key, done)


def _complete(entry: RawEntry, by_key: Mapping[str, RawEntry], done: set[int]) -> None:
    if id(entry) in done:  # a circle ends here too
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
    # the booktitle of proceedings is their own title, that of a book is the title of its series
    for name, values in [*kept, *found] if parent.kind == "proceedings" else [*found, *kept]:
        entry.fields.setdefault(name, values)
