"""Inference by the axioms of the ontology: the OWL 2 RL rules that queries rely on.

The rules are read from the ontology's own axioms (``rdfs:subClassOf``, ``owl:inverseOf``, ...), so
there is no second list to maintain. Each is one CONSTRUCT query; they run until nothing new
follows. The conclusions are in a named graph of their own, separate from the statements of
documents. It can be dropped and made again at any time, with the same content.

Only conclusions in the project's own namespace are drawn (and ``skos:broaderTransitive``): a query
can find that a claim is also a ``prov:Entity`` by ``rdfs:subClassOf*``. Rules for domain, range,
equality and contradiction are left to the reasoner that checks the ontology.

References
----------
OWL 2 Web Ontology Language Profiles, section 4.3: https://www.w3.org/TR/owl2-profiles/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from tempfile import SpooledTemporaryFile
from typing import Any, Final

from kg.clauses import Clause, read_clauses
from ontology import embedded, rdf, source
from ontology.axioms import Index, below, index_triples, members, named_pairs, values
from ontology.graphs import INFERRED_GRAPH
from ontology.iri import NAMESPACE, PREFIXES
from ontology.rdf import Node, text_of

_GRAPH: Final = rdf.NamedNode(INFERRED_GRAPH)
_RDF, _RDFS, _OWL = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"]
_FORMAT: Final = rdf.RdfFormat.N_TRIPLES
#: Bytes of conclusions that are kept in memory; larger results go to disk.
_IN_MEMORY: Final = 4_000_000
#: The end of a line of the inferred graph.
_END: Final = f" {_GRAPH} .\n".encode()
_HEADS: Final = (NAMESPACE, PREFIXES["skos"] + "broaderTransitive")


#: A function that takes quads as lines of N-Quads and loads them later.
Keep = Callable[[bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its name in the OWL 2 RL tables, its conclusion and its premises.

    ``head`` is the class or property of its conclusion, ``body`` those of its premises. ``query``
    is the rule in SPARQL, ``clauses`` the same as patterns.
    """

    name: str
    head: str
    body: frozenset[str]
    query: str
    clauses: tuple[Clause, ...] = ()


def materialise(store: embedded.Store, keep: Keep | None = None) -> None:
    """Add all conclusions to the inferred graph and the default graph.

    Parameters
    ----------
    store
        A store that is open for writing and holds no inferred triple.
    keep
        As in :func:`inferring`.
    """
    for _ in inferring(store, rules(), keep=keep):
        pass


def inferring(
    store: embedded.Store,
    first: Iterable[Rule],
    among: Iterable[Rule] | None = None,
    *,
    keep: Keep | None = None,
) -> Iterator[None]:
    """Infer step by step, with one rule at each step, until nothing new follows.

    Parameters
    ----------
    store
        As in :func:`materialise`, but it may hold inferred triples.
    first
        The rules to begin with.
    among
        The rules to apply to their conclusions; all if left out.
    keep
        A function that takes the quads of the inferred graph, which is then not filled.
    """
    waiting, others = tuple(first), rules() if among is None else tuple(among)
    while waiting:
        fresh = set()
        for rule in waiting:
            if _apply(store, rule, keep):
                fresh.add(rule.head)
            yield
        waiting = tuple(rule for rule in others if rule.body & fresh)


def _apply(store: embedded.Store, rule: Rule, keep: Keep | None) -> bool:
    """Add the conclusions of one rule, without Python objects; return whether there are any.

    Blank nodes would not survive the serialisation, but no conclusion has one.
    """
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as conclusions:
        found: Any = store.query(rule.query)
        found.serialize(conclusions, format=_FORMAT)
        size = conclusions.tell()
        # for few triples a transaction is faster and leaves no small files
        put = store.load if size < _IN_MEMORY else store.bulk_load
        if size:
            _put(put, conclusions, rdf.DefaultGraph())
            if keep is None:
                _put(put, conclusions, _GRAPH)
            else:
                conclusions.seek(0)
                while lines := conclusions.readlines(_IN_MEMORY):
                    keep(b"".join(lines).replace(b" .\n", _END))
        return size > 0


def _put(
    put: Callable[..., None],
    triples: SpooledTemporaryFile[bytes],
    graph: rdf.NamedNode | rdf.DefaultGraph,
) -> None:
    triples.seek(0)
    # lenient: the engine wrote these bytes itself, so IRIs need no second check
    put(triples, format=_FORMAT, to_graph=graph, lenient=True)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules that follow from the ontology's axioms, in a fixed order.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return read_rules(source.model())


def read_rules(triples: Iterable[rdf.Triple]) -> tuple[Rule, ...]:
    """Return the rules that follow from these axioms, properties before classes."""
    index = index_triples(triples)
    made = (
        *_below(index, _RDFS + "subPropertyOf", "prp-spo1"),
        *_inverses(index),
        *_chains(index),
        *_transitive(index),
        *_below(index, _RDFS + "subClassOf", "cax-sco"),
        *_definitions(index),
    )
    return tuple(rule for rule in made if rule.head.startswith(_HEADS))


def _rule(name: str, head: str, body: Iterable[str], conclusion: str, premises: str) -> Rule:
    where = f"{premises} FILTER NOT EXISTS {{ {conclusion} }}"
    query = f"CONSTRUCT {{ {conclusion} }} WHERE {{ {where} }}"
    return Rule(
        name=name,
        head=head,
        body=frozenset(body),
        query=query,
        clauses=read_clauses(conclusion, premises),
    )


def _below(index: Index, predicate: str, name: str) -> Iterator[Rule]:
    """Yield one rule of subsumption for each class or property that has narrower ones."""
    for high, lows in below(index, predicate).items():
        listed = f"VALUES ?kind {{ {' '.join(f'<{low}>' for low in sorted(lows))} }}"
        if name == "cax-sco":
            yield _rule(name, high, lows, f"?x a <{high}>", f"{listed} ?x a ?kind .")
        else:
            yield _rule(name, high, lows, f"?x <{high}> ?y", f"{listed} ?x ?kind ?y .")


def _inverses(index: Index) -> Iterator[Rule]:
    for one, other in named_pairs(index, _OWL + "inverseOf"):
        yield _rule("prp-inv1", other, {one}, f"?y <{other}> ?x", f"?x <{one}> ?y .")
        yield _rule("prp-inv2", one, {other}, f"?y <{one}> ?x", f"?x <{other}> ?y .")


def _chains(index: Index) -> Iterator[Rule]:
    for subject in sorted(index, key=str):
        for head in values(index, subject, _OWL + "propertyChainAxiom"):
            steps = [text_of(step) for step in members(index, head)]
            premises = " ".join(f"?x{n} <{step}> ?x{n + 1} ." for n, step in enumerate(steps))
            conclusion = f"?x0 {subject} ?x{len(steps)}"
            yield _rule("prp-spo2", text_of(subject), steps, conclusion, premises)


def _transitive(index: Index) -> Iterator[Rule]:
    for iri, kind in named_pairs(index, _RDF + "type"):
        if kind == _OWL + "TransitiveProperty":
            premises = f"?x <{iri}> ?y . ?y <{iri}> ?z ."
            yield _rule("prp-trp", iri, {iri}, f"?x <{iri}> ?z", premises)


def _definitions(index: Index) -> Iterator[Rule]:
    """Yield the rules of classes defined as an intersection of classes and restrictions."""
    for subject in sorted(index, key=str):
        for definition in values(index, subject, _OWL + "equivalentClass"):
            for parts in values(index, definition, _OWL + "intersectionOf"):
                body, premises = _intersection(index, parts)
                yield _rule("cls-int1", text_of(subject), body, f"?x a {subject}", premises)


def _intersection(index: Index, parts: Node) -> tuple[set[str], str]:
    """Return the classes and properties of an intersection, and its premises in SPARQL."""
    body: set[str] = set()
    premises: list[str] = []
    for number, part in enumerate(members(index, parts)):
        if isinstance(part, rdf.NamedNode):
            body.add(part.value)
            premises.append(f"?x a {part} .")
        else:
            (on,) = values(index, part, _OWL + "onProperty")
            (filler,) = values(index, part, _OWL + "someValuesFrom")
            body |= {text_of(on), text_of(filler)}
            premises.append(f"?x {on} ?y{number} . ?y{number} a {filler} .")
    return body, " ".join(premises)
