"""The ontology's Turtle files as triples: the one place that opens them.

Parsing is pyoxigraph's (ten times faster than rdflib). Blank nodes are numbered in file order, so
the same files always give the same triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.nodes import Node
from ontology.soundness import refuse_faults

_MODULES = "modules/"


def turtle_files() -> Mapping[str, Traversable]:
    """``ald-kg.ttl``, its modules and the vocabularies by name, in a fixed order."""
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


def parse_turtle(data: bytes, name: str) -> tuple[ox.Triple, ...]:
    """The triples of a Turtle document; ``name`` is what errors call it.

    Raises
    ------
    OntologyError
        Naming the file, the line and the cause.
    """
    try:
        quads = list(ox.parse(data, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        raise OntologyError(f"{name}: {line}{error.msg}") from error
    stem = name.removesuffix(".ttl").replace("/", "-")
    return tuple(_numbered((quad.triple for quad in quads), stem))


def _numbered(triples: Iterable[ox.Triple], stem: str) -> Iterator[ox.Triple]:
    """Blank nodes renamed by order of appearance; the parser draws their names at random."""
    names: dict[str, ox.BlankNode] = {}

    def rename(node: Node) -> Node:
        if not isinstance(node, ox.BlankNode):
            return node
        return names.setdefault(node.value, ox.BlankNode(f"{stem}-{len(names)}"))

    for triple in triples:
        yield ox.Triple(rename(triple.subject), triple.predicate, rename(triple.object))  # type: ignore[arg-type]


@cache
def model() -> tuple[ox.Triple, ...]:
    """The triples of ``ald-kg.ttl`` and its modules: classes, properties, shapes.

    Raises
    ------
    OntologyError
        If any file of the ontology is faulty.
    """
    own = {
        name: triples
        for name, triples in _files().items()
        if "/" not in name or name.startswith(_MODULES)
    }
    return _joined(own)


@cache
def triples() -> tuple[ox.Triple, ...]:
    """All triples of the ontology and its vocabularies.

    Raises
    ------
    OntologyError
        If any file is faulty; nothing is loaded then.
    """
    return _joined(_files())


@cache
def _files() -> Mapping[str, tuple[ox.Triple, ...]]:
    return read_files({name: entry.read_bytes() for name, entry in turtle_files().items()})


def read_files(texts: Mapping[str, bytes]) -> Mapping[str, tuple[ox.Triple, ...]]:
    """The triples of Turtle files that make one ontology, by file name: all of them or none.

    Raises
    ------
    OntologyError
        Naming file, term and cause: no Turtle, an unknown term, a unit that is no UCUM, a circle
        of broader concepts.
    """
    read = {name: parse_turtle(data, name) for name, data in texts.items()}
    refuse_faults(read)
    return read


def _joined(files: Mapping[str, tuple[ox.Triple, ...]]) -> tuple[ox.Triple, ...]:
    return tuple(chain.from_iterable(files.values()))
