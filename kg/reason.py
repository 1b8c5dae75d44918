"""Inference by the axioms of the ontology: the OWL 2 RL rules that queries rely on.

The rules are read off the ontology's own axioms (``rdfs:subClassOf``, ``owl:inverseOf``, ...), so
there is no second list to keep. Each is one CONSTRUCT; they run until nothing new follows. What
they give stands in a named graph of its own, apart from what documents say: it can be dropped and
made again at any time, and is the same every time.

Only conclusions in our own words are drawn (and ``skos:broaderTransitive``): that a claim is also a
``prov:Entity`` can be asked by ``rdfs:subClassOf*``. Rules for domain, range, equality and
contradiction are left to the reasoner that checks the ontology.

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
#: Bytes of conclusions that are kept in memory; more of them wait on disk.
_IN_MEMORY: Final = 4_000_000
#: The end of a line of the inferred graph.
_END: Final = f" {_GRAPH} .\n".encode()
_HEADS: Final = (NAMESPACE, PREFIXES["skos"] + "broaderTransitive")


#: Takes quads, as lines of N-Quads, that are loaded later.
Keep = Callable[[bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its name in the OWL 2 RL tables, what it concludes, and from what.

    ``head`` is the class or property of its conclusion, ``body`` those of its premises. ``clauses``
    say the same without SPARQL.
    """

    name: str
    head: str
    body: frozenset[str]
    query: str
    clauses: tuple[Clause, ...] = ()


def materialise(store: embedded.Store, keep: Keep | None = None) -> None:
    """Add all that follows to the inferred graph and the default graph.

    Parameters
    ----------
    store
        It must be open for writing, and hold no inferred triple.
    keep
        As of :func:`inferring`.
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
    """Infer step by step, one rule at each, until nothing new follows.

    Parameters
    ----------
    store
        As of :func:`materialise`, but inferred triples may stand in it.
    first
        The rules to begin with.
    among
        The rules that may follow on them; all if left out.
    keep
        Takes the quads of the inferred graph, which is not filled then.
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
    """Add what follows by one rule, without making Python objects; whether it is anything.

    The bytes carry no blank node over, and nothing that is concluded has one.
    """
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as conclusions:
        found: Any = store.query(rule.query)
        found.serialize(conclusions, format=_FORMAT)
        size = conclusions.tell()
        # few triples are put in faster as a transaction, and leave no small files behind
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
    # lenient: the engine itself has written what it reads here, so it need not check IRIs again
    put(triples, format=_FORMAT, to_graph=graph, lenient=True)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that the ontology's axioms give, in a fixed order.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return read_rules(source.model())


def read_rules(triples: Iterable[rdf.Triple]) -> tuple[Rule, ...]:
    """The rules that these axioms give, properties before classes, sorted by conclusion."""
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
    """Subsumption: one rule for each class or property with narrower ones."""
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
    """Classes defined as all that is of one class and has a value of another for a property."""
    for subject in sorted(index, key=str):
        for definition in values(index, subject, _OWL + "equivalentClass"):
            for parts in values(index, definition, _OWL + "intersectionOf"):
                body, premises = _intersection(index, parts)
                yield _rule("cls-int1", text_of(subject), body, f"?x a {subject}", premises)


def _intersection(index: Index, parts: Node) -> tuple[set[str], str]:
    """Premises that something belongs to every class of an intersection, and what they name."""
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
