"""The ontology's Turtle files as triples: the one place that opens them.

Parsing is pyoxigraph's (ten times faster than rdflib). Blank nodes are numbered in file order, so
the same files always give the same triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import pyoxigraph as ox

from ontology.errors import OntologyError

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def turtle_files() -> tuple[Traversable, ...]:
    """``ald-kg.ttl``, its modules and the vocabularies, in a fixed order."""
    return (*_model_files(), *_turtle_in(files("ontology") / "vocab"))


def _model_files() -> tuple[Traversable, ...]:
    root = files("ontology")
    return (*_turtle_in(root), *_turtle_in(root / "modules"))


def _turtle_in(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".ttl"))
    return sorted(found, key=lambda entry: entry.name)


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
    stem = name.rsplit("/", 1)[-1].removesuffix(".ttl")
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
        If the file is not Turtle.
    """
    return _read(_model_files())


@cache
def triples() -> tuple[ox.Triple, ...]:
    """All triples of the ontology and its vocabularies.

    Raises
    ------
    OntologyError
        If a file is not Turtle.
    """
    return (*model(), *_read(_turtle_in(files("ontology") / "vocab")))


def _read(entries: Iterable[Traversable]) -> tuple[ox.Triple, ...]:
    return tuple(
        triple for entry in entries for triple in parse_turtle(entry.read_bytes(), entry.name)
    )
