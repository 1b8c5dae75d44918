"""The claims of a store on each study, read back to be grouped into statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.rdf.nodes import SELECTOR, START, ald
from kg.things import Things
from ontology import embedded, rdf
from ontology.claim_kinds import CLAIM_KINDS, QUANTITY, property_of
from ontology.iri import NAMESPACE

_CODED: Final = tuple(
    dict.fromkeys(
        property_of(name)
        for kind in CLAIM_KINDS.values()
        for name, holds in kind.fields.items()
        if holds != QUANTITY
    )
)
_NUMBERS: Final = ("value", "valueMax", "startValue", "bound", "unitCode")
#: Links of claims that are shared by a statement.
LINKS: Final = ("of", "agent", "against", "under", "conditionOf", "usedFor", "usedWith", "makes")
_SHOWS: Final = "shows"

#: A node by the local names of its properties (those of the ontology and of annotations).
_Node = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClaim:
    """One claim: its content, study, document and evidence.

    ``content`` are its coded values and numbers, sorted, so that claims with the same content are
    equal. ``starts`` are the offsets of the beginnings of its sentences. ``links`` are the IRIs of
    its targets, by the name of the link; ``numbers`` are those of its quantity, ``tried`` the
    parameters and numbers of its test conditions. ``accepted_by`` are the people who accepted it.
    """

    claim: str
    study: str
    document: str
    content: tuple[tuple[str, str], ...]
    confidence: float
    quote: str
    place: str
    starts: tuple[int, ...]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    tried: tuple[tuple[str, Mapping[str, str]], ...] = ()
    accepted_by: frozenset[str] = frozenset()

    def value(self, name: str) -> str:
        """Return a coded value or number of its content; ``""`` if it has none with this name."""
        return next((value for key, value in self.content if key == name), "")


def studies_spoken_of(store: embedded.Store) -> list[str]:
    """Return the studies that claims in a store's default graph are about, sorted."""
    return sorted({study for _, study in pairs(store, ald("aboutStudy"))})


def claims_about(things: Things, study: str) -> Iterator[StatedClaim]:
    """Yield every claim on a study that names its document.

    Inferences do not affect the result: for these properties the rules conclude only what documents
    state.
    """
    for claim in things.pointing(ald("aboutStudy").value, study):
        found = _read(things, claim)
        if "statedIn" in found:
            yield _stated(things, claim, study, found)


def _stated(things: Things, claim: str, study: str, found: _Node) -> StatedClaim:
    evidence = _read(things, _first(found, "hasEvidence"))
    selectors = (_read(things, selector) for selector in evidence.get("hasSelector", ()))
    numbers = _numbers(things, found)
    content = [(name, value) for name in _CODED for value in found.get(name, ())]
    content += [(name, numbers[name]) for name in _NUMBERS if name in numbers]
    links = {name: tuple(sorted(found[name])) for name in (*LINKS, _SHOWS) if name in found}
    conditions = [_read(things, node) for node in links.get("under", ())]
    return StatedClaim(
        claim=claim,
        study=study,
        document=_first(found, "statedIn"),
        content=tuple(sorted(content)),
        confidence=float(_first(found, "confidence") or "0"),
        quote=_first(evidence, "quote"),
        place=_first(evidence, "place"),
        starts=tuple(sorted(int(at) for one in selectors for at in one.get("start", ()))),
        links=links,
        numbers=numbers,
        tried=tuple(
            (_first(one, "parameter"), _numbers(things, one))
            for one in conditions
            if "parameter" in one
        ),
        accepted_by=_accepted_by(things, found),
    )


def _accepted_by(things: Things, claim: _Node) -> frozenset[str]:
    """Return the people who accepted a claim as a whole."""
    decisions = (_read(things, decision) for decision in claim.get("hasDecision", ()))
    return frozenset(
        _first(one, "curator")
        for one in decisions
        if _first(one, "verdict") == "accept" and "decidesOnLink" not in one
    )


def _numbers(things: Things, owner: _Node) -> dict[str, str]:
    """Return the numbers of a node's quantity, with ``approximate``; none if it has no quantity."""
    quantity = _read(things, _first(owner, "quantity"))
    return {n: _first(quantity, n) for n in (*_NUMBERS, "approximate") if n in quantity}


def _read(things: Things, iri: str) -> _Node:
    found: defaultdict[str, list[str]] = defaultdict(list)
    if iri:
        for predicate, text in things.said_of(iri):
            found[_name(predicate)].append(text)
    return dict(found)


@cache
def _name(predicate: str) -> str:
    """Return the local name of a property of the ontology, or of those that describe evidence."""
    if predicate.startswith(NAMESPACE):
        return predicate.removeprefix(NAMESPACE)
    return {SELECTOR.value: "hasSelector", START.value: "start"}.get(predicate, predicate)


def _first(node: _Node, name: str) -> str:
    return min(node.get(name, ()), default="")


def pairs(store: embedded.Store, predicate: rdf.NamedNode) -> Iterator[tuple[str, str]]:
    """Yield subject and value of every triple of the default graph with this predicate."""
    for quad in store.quads_for_pattern(None, predicate, None, rdf.DefaultGraph()):
        if isinstance(quad.subject, rdf.NamedNode) and not isinstance(quad.object, rdf.Triple):
            yield quad.subject.value, quad.object.value
