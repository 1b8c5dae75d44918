"""The triples of a thing, read from the store subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from api.answers.address import candidates
from kg.store import Graph
from ontology import rdf
from ontology.iri import PREFIXES

#: The most links to a thing that are shown; SPARQL finds the others.
MOST_LINKS: Final = 200

_FORMAT: Final = rdf.RdfFormat.N_TRIPLES
#: The fields of a thing that hold triples.
_TRIPLES: Final = ("out", "parts", "into")

_OUT: Final = "SELECT DISTINCT ?p ?o {{ {node} ?p ?o }}"
_IN: Final = f"SELECT DISTINCT ?s ?p {{{{ ?s ?p {{node}} }}}} ORDER BY ?p ?s LIMIT {MOST_LINKS + 1}"
_LABELS: Final = (PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing with the triples about it and its parts, and the triples that point at it.

    ``has_more`` is true if further triples point at it.
    """

    iri: str
    label: str
    out: tuple[rdf.Triple, ...]
    parts: tuple[rdf.Triple, ...]
    into: tuple[rdf.Triple, ...]
    has_more: bool

    @property
    def triples(self) -> tuple[rdf.Triple, ...]:
        """All triples of the thing."""
        return (*self.out, *self.parts, *self.into)

    def as_texts(self) -> dict[str, Any]:
        """Return the thing as data for JSON, with the triples as N-Triples."""
        texts = {name: _lines(getattr(self, name)) for name in _TRIPLES}
        return {"iri": self.iri, "label": self.label, "has_more": self.has_more, **texts}

    @classmethod
    def from_texts(cls, texts: Mapping[str, Any]) -> Thing:
        """Return the thing from the result of :meth:`as_texts`."""
        triples = {
            name: tuple(quad.triple for quad in rdf.parse(texts[name], format=_FORMAT))
            for name in _TRIPLES
        }
        return cls(**{**texts, **triples})


def _lines(triples: Iterable[rdf.Triple]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)


def find_thing(store: Graph, path: str) -> str | None:
    """Return the IRI of the thing at a path; ``None`` if it is not in the graph."""
    for iri in candidates(path):
        node = _node(iri)
        if node is not None and store.ask(f"ASK {{ {node} ?p ?o }}"):
            return iri
    return None


def _node(iri: str) -> rdf.NamedNode | None:
    try:
        return rdf.NamedNode(iri)
    except ValueError:
        return None


def describe_thing(store: Graph, iri: str) -> Thing:
    """Return the triples of a thing and of its parts, and the links to it."""
    node = rdf.NamedNode(iri)
    out = tuple(sorted(_out(store, node), key=str))
    into = tuple(_into(store, node))
    labels = (t.object.value for t in out if t.predicate.value in _LABELS)  # type: ignore[union-attr]
    return Thing(
        iri=iri,
        label=min(labels, default=""),
        out=out,
        parts=tuple(sorted(_parts(store, node, out), key=str)),
        into=into[:MOST_LINKS],
        has_more=len(into) > MOST_LINKS,
    )


def _parts(store: Graph, node: rdf.NamedNode, out: Iterable[rdf.Triple]) -> Iterator[rdf.Triple]:
    """Yield the triples of the parts of a thing, whose IRIs begin with that of the thing."""
    seen = {node}
    waiting = [node]
    known = {node: tuple(out)}
    while waiting:
        one = waiting.pop()
        for triple in known.get(one) or tuple(_out(store, one)):
            if one != node:
                yield triple
            value = triple.object
            is_part = isinstance(value, rdf.NamedNode) and value.value.startswith(f"{node.value}/")
            if isinstance(value, rdf.NamedNode) and is_part and value not in seen:
                seen.add(value)
                waiting.append(value)


def _out(store: Graph, node: rdf.NamedNode) -> Iterator[rdf.Triple]:
    rows: Any = store.select(_OUT.format(node=node))
    for name, value in rows:
        yield rdf.Triple(node, name, value)


def _into(store: Graph, node: rdf.NamedNode) -> Iterator[rdf.Triple]:
    rows: Any = store.select(_IN.format(node=node))
    for subject, name in rows:
        yield rdf.Triple(subject, name, node)
