"""What is wrong with a graph: SHACL shapes and SPARQL checks, as plain values.

The shapes stand on the classes of ``ald-kg.ttl``, the checks are ``checks/*-violation.rq`` (each
row ``?focus ?message`` is one violation). pySHACL is always given the ontology: without it, an
instance of a subclass would pass its superclass's shape unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox
import pyshacl
from rdflib import Graph
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from ontology import rdf, source
from ontology.errors import OntologyError
from ontology.iri import NAMESPACE, PREFIXES, to_curie

#: Labels that serve only to find terms in texts: most of the vocabularies' triples.
_MATCHING = frozenset(
    {PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "hiddenLabel", NAMESPACE + "symbol"}
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One thing wrong: at which node, in plain words, by which shape or check.

    ``check`` is the class and path of a SHACL shape (``ald:Claim ald:aboutStudy``) or the name of
    a check (``broader-cycle``). ``severity`` is ``violation``, ``warning`` or ``info``.
    """

    focus: str
    message: str
    check: str
    severity: str = "violation"


def validate(graph: Graph) -> list[Violation]:
    """What is wrong with an ontology graph, judged by itself; empty if nothing.

    ``graph`` is a whole ontology as ``ontology.graph()`` gives it.
    """
    return sorted({*_by_shapes(_copy(graph), graph), *_by_checks(_ntriples(graph))})


def validate_data(graph: Graph) -> list[Violation]:
    """What is wrong with instance data, judged by our ontology; empty if nothing.

    Faults of the ontology itself are not repeated here: see :func:`validate`.
    """
    own = {str(node) for node in graph.subjects()}
    by_shapes = (found for found in _by_shapes(_with_types(graph), _model()) if found.focus in own)
    by_checks = set(_by_checks(_ontology_ntriples(), _ntriples(graph))) - _known()
    return sorted({*by_shapes, *by_checks})


def _with_types(data: Graph) -> Graph:
    """A copy of the data that also says what each concept is that the data points to.

    pySHACL takes classes and properties from the ontology it is given, but no individuals.
    """
    concepts = _types()
    merged = _copy(data)
    for node in set(data.objects()):
        for kind in concepts.get(node, ()):
            merged.add((node, RDF.type, kind))
    return merged


def _copy(graph: Graph) -> Graph:
    copied = Graph(bind_namespaces="none")
    copied += graph
    return copied


@cache
def _types() -> dict[Node, list[Node]]:
    """The classes of each thing in the ontology."""
    types: dict[Node, list[Node]] = {}
    for node, kind in rdf.graph().subject_objects(RDF.type):
        types.setdefault(node, []).append(kind)
    return types


@cache
def _model() -> Graph:
    return rdf.to_graph(source.model())


@cache
def _ontology_ntriples() -> bytes:
    """The ontology without the labels for text matching, which no check reads."""
    kept = (triple for triple in source.triples() if triple.predicate.value not in _MATCHING)
    return ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b""


@cache
def _known() -> frozenset[Violation]:
    """What the checks find in the ontology alone."""
    return frozenset(_by_checks(_ontology_ntriples()))


def parse_turtle(data: bytes, name: str) -> Graph:
    """A Turtle document as a graph to validate; ``name`` is what errors call it.

    Raises
    ------
    OntologyError
        Naming the file, the line and the cause.
    """
    return rdf.to_graph(source.parse_turtle(data, name))


def _by_shapes(data: Graph, shapes: Graph) -> Iterator[Violation]:
    """Run the shapes over the data, to which pySHACL adds the ontology in place."""
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, ont_graph=shapes, inplace=True)
    if not isinstance(report, Graph):
        raise OntologyError(f"the shapes could not be run: {text}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _violation(report, result, shapes)


def _violation(report: Graph, result: Node, shapes: Graph) -> Violation:
    shape = report.value(result, SH.sourceShape)
    owner = shapes.value(predicate=SH.property, object=shape) or shape
    path = report.value(result, SH.resultPath)
    severity = str(report.value(result, SH.resultSeverity))
    return Violation(
        focus=str(report.value(result, SH.focusNode)),
        message=str(report.value(result, SH.resultMessage)),
        check=" ".join(to_curie(str(node)) for node in (owner, path) if node is not None),
        severity=severity.rpartition("#")[2].lower(),
    )


def _by_checks(*documents: bytes) -> Iterator[Violation]:
    """Run the checks over N-Triples documents, in an engine much faster than rdflib's."""
    store = ox.Store()
    for document in documents:
        store.bulk_load(document, format=ox.RdfFormat.N_TRIPLES)
    for name, query in checks().items():
        for row in store.query(query):  # type: ignore[union-attr]
            focus, message = row["focus"], row["message"]
            yield Violation(focus=_text(focus), message=_text(message), check=name)


def _ntriples(graph: Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")


def _text(term: object) -> str:
    """The IRI or the text of a solution's term."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


@cache
def checks() -> dict[str, str]:
    """Name -> SPARQL text of every check, sorted by name."""
    entries = files("ontology").joinpath("checks").iterdir()
    texts = {entry.name: entry.read_text(encoding="utf-8") for entry in entries}
    suffix = "-violation.rq"
    return {
        name.removesuffix(suffix): texts[name] for name in sorted(texts) if name.endswith(suffix)
    }
