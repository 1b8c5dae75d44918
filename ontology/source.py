"""The Turtle files of the ontology and those that a user adds, as triples.

They are parsed with pyoxigraph (ten times faster than rdflib). Blank nodes are numbered in file
order, so the same files always give the same triples.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from ontology import additions, rdf
from ontology.errors import OntologyError
from ontology.rdf import Node
from ontology.soundness import refuse_faults

_MODULES = "modules/"

#: The triples of each file, by its name.
Files = Mapping[str, tuple[rdf.Triple, ...]]


def turtle_files() -> Mapping[str, Traversable]:
    """Return ``ald-kg.ttl``, its modules and the vocabularies by name, in a fixed order."""
    root = files("ontology")
    return {
        **_turtle_in(root, ""),
        **_turtle_in(root / "modules", _MODULES),
        **_turtle_in(root / "vocab", "vocab/"),
    }


def _turtle_in(folder: Traversable, prefix: str) -> dict[str, Traversable]:
    if not folder.is_dir():
        return {}
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".ttl"))
    return {prefix + entry.name: entry for entry in sorted(found, key=lambda entry: entry.name)}


def parse_turtle(data: bytes, name: str) -> tuple[rdf.Triple, ...]:
    """Return the triples of a Turtle document; ``name`` identifies it in errors.

    Raises
    ------
    OntologyError
        If it is not Turtle; the message names the file, the line and the cause.
    """
    try:
        quads = list(rdf.parse(data, format=rdf.RdfFormat.TURTLE))
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        raise OntologyError(f"{name}: {line}{error.msg}") from error
    stem = name.removesuffix(".ttl").replace("/", "-")
    return tuple(_numbered((quad.triple for quad in quads), stem))


def _numbered(triples: Iterable[rdf.Triple], stem: str) -> Iterator[rdf.Triple]:
    """Yield triples with blank nodes renamed by order; the parser assigns random names."""
    names: dict[str, rdf.BlankNode] = {}

    def rename(node: Node) -> Node:
        if not isinstance(node, rdf.BlankNode):
            return node
        return names.setdefault(node.value, rdf.BlankNode(f"{stem}-{len(names)}"))

    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, rdf.BlankNode) or isinstance(value, rdf.BlankNode):
            yield rdf.Triple(rename(subject), triple.predicate, rename(value))  # type: ignore[arg-type]
        else:  # most triples, which can be reused
            yield triple


@cache
def model() -> tuple[rdf.Triple, ...]:
    """Return the triples of ``ald-kg.ttl`` and its modules: classes, properties, shapes.

    Raises
    ------
    OntologyError
        If any file of the ontology is faulty.
    """
    return _joined(
        triples
        for name, triples in packaged_files().items()
        if "/" not in name or name.startswith(_MODULES)
    )


@cache
def triples() -> tuple[rdf.Triple, ...]:
    """Return all triples of the ontology, its vocabularies and the user's additions.

    Raises
    ------
    OntologyError
        If any file is faulty; then nothing is loaded.
    """
    return _joined((*packaged_files().values(), *added_files().values()))


def packaged_files() -> Files:
    """Return the triples of each file that comes with ald-kg, by its name in the package.

    Raises
    ------
    OntologyError
        If any file is faulty.
    """
    return _files()[0]


def added_files() -> Files:
    """Return the triples of each file of the user, by its path; see :mod:`ontology.additions`.

    Raises
    ------
    OntologyError
        If any file is faulty.
    """
    return _files()[1]


@cache
def added_digest() -> str:
    """Return a digest of the user's additions; ``""`` if there are none."""
    return additions.digest(added_files())


def add_files(paths: Iterable[Path]) -> None:
    """Make this process, and those that it starts, read files besides the packaged ones.

    Raises
    ------
    OntologyError
        If the vocabulary has been read already.
    """
    if _files.cache_info().currsize:
        raise OntologyError("the vocabulary has already been read; add the files earlier")
    os.environ[additions.VARIABLE] = os.pathsep.join(map(str, paths))


@cache
def _files() -> tuple[Files, Files]:
    texts = {name: entry.read_bytes() for name, entry in turtle_files().items()}
    return read_files(texts, additions.read_added(additions.added_files()))


def read_files(
    texts: Mapping[str, bytes], added: Mapping[str, bytes] | None = None
) -> tuple[Files, Files]:
    """Return the triples of the Turtle files of one ontology, by file name: all or none.

    Parameters
    ----------
    texts
        The files of the ontology.
    added
        The files of a user.

    Raises
    ------
    OntologyError
        If a file is not Turtle, has an unknown term, a unit that is not UCUM, a cycle of broader
        concepts, or an addition that does not fit; the message names file, term and cause.
    """
    read = {name: parse_turtle(data, name) for name, data in texts.items()}
    more = {name: parse_turtle(data, name) for name, data in (added or {}).items()}
    if more:
        more = additions.completed(more, _joined(read.values()))
    refuse_faults([*read.items(), *more.items()])
    return read, more


def _joined(files: Iterable[tuple[rdf.Triple, ...]]) -> tuple[rdf.Triple, ...]:
    return tuple(chain.from_iterable(files))
