"""Citation keys: a pure function of the work, and a list beside the graph that only grows.

A key consists of first author, year, the first significant word of the title and four digits of a
hash of the work: ``Liu2011robust-5c1f``. Every key has the digits. If they were added only where
two works would share a key, the key of a work would depend on the rest of the graph.

A record may be completed or corrected later, which would change the key that a paper cites. So
every key that was given is stored, with all keys of identity of its work
(:func:`kg.identity.keys`), in ``citation-keys.tsv`` of the store. The file is stored beside the
generations, not in the graph: a document's graph is replaced when the document is read again and
vanishes when it is removed, but the keys must remain. It is plain text, one line for each name of a
work, and may be copied to another store.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpus.model import Reference
from kg.identity import keys as names_of
from kg.identity import normalised, work_key

#: The list of keys in the folder of a store.
FILE = "citation-keys.tsv"
#: Words that do not characterise a title.
_STOP_WORDS = frozenset(
    "a an and are as at by for from how in into is its of on or the through to toward towards "
    "under using via what why with without".split()
)
#: Number of title words in the key of a study without a known author or file.
_WORDS = 3
#: Hexadecimal digits of the hash in a key.
_DIGITS = 4


def citation_key(record: Reference, document: str = "") -> str:
    """Return the key of a work, made only from its record (and its file, if it has no author).

    >>> from corpus.model import Author
    >>> law = Reference(authors=(Author(family="Law"),), year=2011, title="On the Growth of PbSe")
    >>> citation_key(law)
    'Law2011growth-8513'
    """
    family, file = (
        _letters(record.authors[0].family) if record.authors else "",
        _letters(document),
    )
    year = str(record.year or "")
    words = [] if record.title == document else _telling_words(record.title)
    if family or file:
        stem = (family or file) + year + "".join(words[:1])
    else:
        known = words or _telling_words(record.container) or ["untitled"]
        stem = known[0] + "".join(word.capitalize() for word in known[1:_WORDS]) + year
    return f"{stem}-{_digest(normalised(record.title) or work_key(record))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def give_keys(
    works: Mapping[str, tuple[Reference, str]], known: Mapping[str, str]
) -> dict[str, str]:
    """Return the key of each work by its IRI: the one in the list, otherwise a new one.

    Parameters
    ----------
    works
        IRI -> record, and the file name, used if no author is known.
    known
        Name of a work -> key, as :func:`read_keys` returns them.
    """
    listed = {iri: _known_key(record, known) for iri, (record, _) in sorted(works.items())}
    given: dict[str, str] = {}
    taken: set[str] = set()
    for iri in sorted(listed, key=lambda one: (not listed[one], one)):
        own = citation_key(*works[iri])
        tries = (listed[iri], own, f"{own}-{_digest(iri)}")
        given[iri] = next(key for key in tries if key and key not in taken)
        taken.add(given[iri])
    return given


def _known_key(record: Reference, known: Mapping[str, str]) -> str:
    return next((known[name] for name in names_of(record) if name in known), "")


def read_keys(folder: Path | None) -> dict[str, str]:
    """Return the keys given so far by the names of their works; the first one for each name."""
    known: dict[str, str] = {}
    if folder is None or not (folder / FILE).is_file():
        return known
    for line in (folder / FILE).read_text(encoding="utf-8").splitlines():
        key, tab, name = line.partition("\t")
        if tab:
            known.setdefault(name, key)
    return known


def append_keys(folder: Path, given: Iterable[tuple[str, Reference]]) -> None:
    """Add keys to the list, each under every name of its work that is not in it yet.

    Raises
    ------
    OSError
        If the list cannot be written.
    """
    lines = "".join(_new_lines(given, read_keys(folder)))
    if lines:
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())


def _new_lines(given: Iterable[tuple[str, Reference]], known: dict[str, str]) -> Iterator[str]:
    for key, record in given:
        for name in names_of(record):
            if name and name not in known:
                known[name] = key
                yield f"{key}\t{name}\n"


def _telling_words(text: str) -> list[str]:
    words = (_letters(word).lower() for word in re.split(r"[\W_]+", text))
    return [word for word in words if len(word) > 1 and word not in _STOP_WORDS]


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())
