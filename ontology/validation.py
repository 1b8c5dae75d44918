"""Validation of a graph by SHACL shapes and SPARQL checks; the result is plain values.

The shapes are defined on the classes of the modules, the checks in ``checks/NAME-SEVERITY.rq``
(each row ``?focus ?message`` is one violation). Both run as SPARQL in the embedded store: see
``shapes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from rdflib import Graph

from ontology import embedded, rdf, rdflib_graph, source
from ontology.answers import Selecting
from ontology.iri import NAMESPACE, PREFIXES
from ontology.shapes import Constraint, compile_shapes

#: Properties of labels that are used only to find terms in texts: most triples of the vocabularies.
_MATCHING = frozenset(
    {PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "hiddenLabel", NAMESPACE + "symbol"}
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One violation: its node, a message, and the shape or check that found it.

    ``check`` is the class and path of a SHACL shape (``ald:Claim ald:aboutStudy``) or the name of a
    check (``broader-cycle``). ``severity`` is ``violation``, ``warning`` or ``info``.
    """

    focus: str
    message: str
    check: str
    severity: str = "violation"


def validate(graph: Graph | None = None) -> list[Violation]:
    """Return the violations of an ontology by its own shapes and the checks.

    ``graph`` is a whole ontology as ``ontology.graph()`` gives it; our own if left out, which
    costs less than to pass it on.
    """
    store = _loaded(_serialized(source.triples()) if graph is None else _ntriples(graph))
    shapes = compile_shapes(rdf.Triple(q.subject, q.predicate, q.object) for q in store.store)
    return sorted({*_by_shapes(store, shapes), *_by_checks(store)})


def validate_data(graph: Graph) -> list[Violation]:
    """Return the violations in instance data by the shapes and checks of our ontology.

    Faults of the ontology itself are not repeated here: see :func:`validate`.
    """
    own = {str(node) for node in graph.subjects()}
    store = _loaded(_ontology_ntriples(), _ntriples(graph))
    by_shapes = (found for found in _by_shapes(store, shapes()) if found.focus in own)
    return sorted({*by_shapes, *(set(_by_checks(store)) - _known())})


def validate_store(store: Selecting, *, limit: int | None = None) -> list[Violation]:
    """Return the violations in the default graph of a store with data and our ontology.

    Nothing is copied, so that a graph of a million triples takes seconds, and little memory.

    Parameters
    ----------
    store
        The store to check.
    limit
        The most violations listed for one constraint; all if left out.
    """
    found = {*_by_shapes(store, shapes(), limit), *_by_checks(store, limit)}
    return sorted(found - _known())


@cache
def shapes() -> tuple[Constraint, ...]:
    """Return every constraint of the ontology's shapes.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed, or a shape uses an unsupported part of SHACL.
    """
    return compile_shapes(source.model())


def _loaded(*documents: bytes) -> embedded.DefaultGraph:
    store = embedded.Store()
    for document in documents:
        store.bulk_load(document, format=rdf.RdfFormat.N_TRIPLES)
    return embedded.DefaultGraph(store)


@cache
def _ontology_ntriples() -> bytes:
    """Return the ontology without the labels for text matching, which no check reads."""
    return _serialized(t for t in source.triples() if t.predicate.value not in _MATCHING)


@cache
def _known() -> frozenset[Violation]:
    """Return the violations that the checks find in the ontology alone."""
    return frozenset(_by_checks(_loaded(_ontology_ntriples())))


def parse_turtle(data: bytes, name: str) -> Graph:
    """Parse a Turtle document into a graph to validate; ``name`` identifies it in errors.

    Raises
    ------
    OntologyError
        If it is not Turtle; the message names the file, the line and the cause.
    """
    return rdflib_graph.to_graph(source.parse_turtle(data, name))


def _by_shapes(
    store: Selecting, constraints: Iterable[Constraint], limit: int | None = None
) -> Iterator[Violation]:
    for constraint in constraints:
        for row in _rows(store, constraint.query, limit):
            yield Violation(
                focus=_text(row["focus"]),
                message=constraint.message,
                check=constraint.check,
                severity=constraint.severity,
            )


def _by_checks(store: Selecting, limit: int | None = None) -> Iterator[Violation]:
    for name, check in checks().items():
        for row in _rows(store, check.query, limit):
            yield Violation(
                focus=_text(row["focus"]),
                message=_text(row["message"]),
                check=name,
                severity=check.severity,
            )


def _rows(store: Selecting, query: str, limit: int | None) -> Iterator[rdf.QuerySolution]:
    yield from islice(store.select(query), limit)


def _serialized(triples: Iterable[rdf.Triple]) -> bytes:
    return rdf.serialize(triples, format=rdf.RdfFormat.N_TRIPLES) or b""


def _ntriples(graph: Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")


def _text(term: object) -> str:
    """Return the IRI or the text of a term in a solution."""
    return term.value if isinstance(term, rdf.NamedNode | rdf.Literal) else str(term)


@dataclass(frozen=True, slots=True)
class Check:
    """A SPARQL query whose rows ``?focus ?message`` are violations of one severity."""

    severity: str
    query: str


@cache
def checks() -> dict[str, Check]:
    """Return every check by name, sorted; its file is called ``NAME-SEVERITY.rq``."""
    found: dict[str, Check] = {}
    for entry in sorted(files("ontology").joinpath("checks").iterdir(), key=lambda e: e.name):
        name, _, severity = entry.name.removesuffix(".rq").rpartition("-")
        if entry.name.endswith(".rq"):
            found[name] = Check(severity, entry.read_text(encoding="utf-8"))
    return found
