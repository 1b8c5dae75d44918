"""What each claim of a store says of which study, and where: read back for grouping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.rdf.nodes import SELECTOR, START, ald
from ontology import embedded, rdf
from ontology.claim_kinds import CLAIM_KINDS, QUANTITY, property_of

_CODED: Final = tuple(
    dict.fromkeys(
        property_of(name)
        for kind in CLAIM_KINDS.values()
        for name, holds in kind.fields.items()
        if holds != QUANTITY
    )
)
_NUMBERS: Final = ("value", "valueMax", "startValue", "bound", "unitCode")
#: Links of claims that a statement has in common.
LINKS: Final = ("of", "agent", "against", "under", "conditionOf", "usedFor", "usedWith", "makes")
_SHOWS: Final = "shows"

#: Subject -> values of one property.
_Values = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim: what it states of which study, in which document, on which evidence.

    ``content`` are its coded values and numbers, sorted: the same for all claims that say the same.
    ``starts`` are the offsets at which its sentences begin. ``links`` are the IRIs that it points
    at, by the name of the link. ``accepted_by`` are the people who read the sentence and agree.
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
    accepted_by: frozenset[str] = frozenset()

    def value(self, name: str) -> str:
        """A coded value or number of its content; "" if it has none of this name."""
        return next((value for key, value in self.content if key == name), "")


def read_said(store: embedded.Store) -> Iterator[Said]:
    """Every claim in a store's default graph that names its study and its document."""
    contents = _contents(store)
    documents, confidences = values(store, "statedIn"), values(store, "confidence")
    evidence, quotes, places = (values(store, name) for name in ("hasEvidence", "quote", "place"))
    starts = _starts(store)
    links = {name: _listed(store, name) for name in (*LINKS, _SHOWS)}
    accepted = _accepted(store)
    for claim, study in values(store, "aboutStudy").items():
        if claim in documents:
            receipt = evidence.get(claim, "")
            yield Said(
                claim=claim,
                study=study,
                document=documents[claim],
                content=tuple(sorted(contents.get(claim, ()))),
                confidence=float(confidences.get(claim, "0")),
                quote=quotes.get(receipt, ""),
                place=places.get(receipt, ""),
                starts=tuple(sorted(starts.get(receipt, ()))),
                links={
                    n: tuple(sorted(found[claim])) for n, found in links.items() if claim in found
                },
                accepted_by=accepted.get(claim, frozenset()),
            )


def _accepted(store: embedded.Store) -> dict[str, frozenset[str]]:
    """Who accepted each claim as a whole."""
    verdicts, names = values(store, "verdict"), values(store, "curator")
    of_links = values(store, "decidesOnLink")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim, decision in pairs(store, ald("hasDecision")):
        if verdicts[decision] == "accept" and decision not in of_links:
            found[claim].add(names[decision])
    return {claim: frozenset(people) for claim, people in found.items()}


def _contents(store: embedded.Store) -> dict[str, list[tuple[str, str]]]:
    """What each claim states: its coded values, and the numbers of its quantity."""
    quantities = numbers_of(store)
    contents: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in _CODED:
        for subject, value in pairs(store, ald(name)):
            contents[subject].append((name, value))
    for subject, numbers in quantities.items():
        contents[subject] += [(name, numbers[name]) for name in _NUMBERS if name in numbers]
    return contents


def numbers_of(store: embedded.Store) -> dict[str, dict[str, str]]:
    """The numbers of the quantity of each subject that has one, ``approximate`` with them."""
    described: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name in (*_NUMBERS, "approximate"):
        for quantity, value in pairs(store, ald(name)):
            described[quantity][name] = value
    owners = pairs(store, ald("quantity"))
    return {subject: described.get(quantity, {}) for subject, quantity in owners}


def _starts(store: embedded.Store) -> dict[str, list[int]]:
    at = dict(pairs(store, START))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for evidence, selector in pairs(store, SELECTOR):
        if selector in at:
            found[evidence].append(int(at[selector]))
    return found


def _listed(store: embedded.Store, name: str) -> _Values:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, value in pairs(store, ald(name)):
        found[subject].append(value)
    return dict(found)


def pairs(store: embedded.Store, predicate: rdf.NamedNode) -> Iterator[tuple[str, str]]:
    """Subject and value of every triple of the default graph with this predicate."""
    for quad in store.quads_for_pattern(None, predicate, None, rdf.DefaultGraph()):
        if isinstance(quad.subject, rdf.NamedNode) and not isinstance(quad.object, rdf.Triple):
            yield quad.subject.value, quad.object.value


def values(store: embedded.Store, name: str) -> dict[str, str]:
    """Subject -> value of a property of ours that has at most one."""
    return dict(pairs(store, ald(name)))
