"""A graph brought in line with a file of decisions, one document at a time.

What a document's graph says of its claims is taken back to what was read, the decisions that are in
force are applied anew, and the graph is replaced as a whole (:mod:`kg.delta`): the same way for a
decision more, one less, and a document that was read again.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from kg.claims import claim_key
from kg.curation.applying import as_read, put_into_force
from kg.curation.decision import Decision
from kg.curation.log import Kept, read_log
from kg.delta import Delta, apply, is_derived
from kg.errors import StoreError
from kg.model import THIS, DecidedClaim, Document
from kg.rdf import claims_from_quads, claims_quads
from kg.rdf.decisions import decision_ids, originals, without_decisions
from kg.rdf.nodes import ald
from kg.store import Graph, Location, Writer, render_quads, writing
from kg.table import table_from_result
from ontology import embedded, rdf
from ontology.iri import PREFIXES, graph_iri, segments

#: Seconds between two looks whether another build has ended.
_PAUSE: Final = 0.2
_CLAIM: Final = re.compile(rf"({re.escape(PREFIXES['claim'])})([^/]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What came of the decisions on a graph.

    ``documents`` are those that were changed, ``applied`` counts decisions in force,
    ``unmatched`` are the decisions that found no claim, ``damaged`` the lines of the file that are
    no decision, with the cause.
    """

    documents: tuple[str, ...] = ()
    applied: int = 0
    unmatched: tuple[Decision, ...] = ()
    damaged: tuple[tuple[int, str], ...] = ()


def settle_store(store: Location, log: Path, *, patience: float = 0.0) -> Settled:
    """Bring a graph in line with a file of decisions.

    Parameters
    ----------
    store
        The graph.
    log
        The file.
    patience
        How many seconds to wait for another build to end.

    Raises
    ------
    StoreError
        If there is no graph, it cannot be written, or another build is writing for longer.
    CurationError
        If the file cannot be read.
    """
    end = time.monotonic() + patience
    while True:
        try:
            with writing(store) as writer:
                return settle(writer, read_log(log))
        except StoreError:
            if time.monotonic() >= end:
                raise
        time.sleep(_PAUSE)


def settle(writer: Writer, kept: Kept) -> Settled:
    """Bring the graph of a writer in line with decisions; no generation if nothing changes.

    Raises
    ------
    StoreError
        If there is no graph, or it cannot be written.
    """
    live, decisions = writer.live(), kept.in_force
    if live is None:
        raise StoreError("no graph here to decide on (build one with `aldkg build`)")
    wanted = _by_document(decisions)
    known = {*writer.documents()}
    held = _held(writer)
    changed = {}
    for name in sorted((wanted.keys() & known) | held.keys()):
        if {one.id for one in wanted.get(name, ())} != held.get(name, frozenset()):
            before = list(_graph(live, name))
            after = settled_quads(name, before, wanted.get(name, ()))
            if {*before} != {*after}:
                changed[name] = after
    if changed:
        _write(writer, live, changed)
        held = _held(writer)
    found = set().union(*held.values())
    return Settled(
        documents=tuple(changed),
        applied=len(found),
        unmatched=tuple(one for one in decisions if one.id not in found),
        damaged=kept.damaged,
    )


def applied_ids(graph: Graph) -> frozenset[str]:
    """The ids of the decisions that are in force in a graph."""
    rows = table_from_result(graph.query("SELECT ?one { ?one ald:verdict ?verdict }")).rows
    return frozenset(segments(str(row[0]))[-1] for row in rows)


def unmatched(graph: Graph, kept: Kept) -> tuple[Decision, ...]:
    """The decisions in force that found no claim in a graph."""
    found = applied_ids(graph)
    return tuple(one for one in kept.in_force if one.id not in found)


def settled_quads(
    name: str, quads: Sequence[rdf.Quad], decisions: Iterable[Decision]
) -> list[rdf.Quad]:
    """The graph of a document with these decisions in force, and no others.

    Parameters
    ----------
    name
        The document's id.
    quads
        Its graph, with whatever decisions are in force in it.
    decisions
        The decisions to put into force.
    """
    plain = list(without_decisions(quads))
    claims = claims_from_quads(plain)
    studies = _studies(quads)
    undecided = [DecidedClaim(original=o, claim=None, decisions=()) for o in originals(quads)]
    base = as_read(claims, undecided)
    document = put_into_force(Document(id=name, sha256="", claims=base), decisions)
    old = {*claims_quads(name, claims, (), studies)}
    gone = {claim_key(c) for c in claims} - {claim_key(c) for c in document.claims}
    kept = (quad for quad in plain if quad not in old and not _is_of(quad, gone))
    new = claims_quads(name, document.claims, document.decided, studies)
    return list(dict.fromkeys((*kept, *new)))


def _is_of(quad: rdf.Quad, keys: Collection[str]) -> bool:
    """Whether a quad describes one of these claims, or a part of one."""
    claim = _CLAIM.match(quad.subject.value)  # type: ignore[union-attr] # no blank node
    return claim is not None and claim[2] in keys


def _studies(quads: Iterable[rdf.Quad]) -> dict[str, rdf.NamedNode]:
    """The node of each study of a document, by its number as printed."""
    values: dict[Any, Any] = {(quad.predicate, quad.subject): quad.object for quad in quads}
    found = {}
    for (predicate, subject), value in values.items():
        if predicate == ald("describes"):
            found[THIS] = value
        elif predicate == ald("number"):
            found[value.value] = values[ald("refersTo"), subject]
        elif predicate == ald("studyKey"):
            found[value.value] = values[ald("aboutStudy"), subject]
        elif predicate == ald("claimAsRead"):
            found[json.loads(value.value)["study"]] = values[ald("concernsStudy"), subject]
    return found


def _by_document(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.claim is not None:
            found[one.claim.doc].append(one)
    return found


def _held(writer: Writer) -> Mapping[str, frozenset[str]]:
    return decision_ids(writer.carried((), ald("verdict")))


def _graph(live: embedded.Store, name: str) -> Iterator[rdf.Quad]:
    return live.quads_for_pattern(None, None, None, rdf.NamedNode(graph_iri(name)))


def _concerned(before: Sequence[rdf.Quad], after: Sequence[rdf.Quad]) -> frozenset[str] | None:
    """The studies that claims which differ are about; ``None`` if a document speaks otherwise now.

    Documents that say more of other studies than of their own are surveys.
    """
    if _surveys(before) != _surveys(after):
        return None
    about: dict[Any, Any] = {
        _owner(q.subject): q.object
        for q in (*before, *after)
        if q.predicate in (ald("aboutStudy"), ald("concernsStudy"))
    }
    owners = {_owner(quad.subject) for quad in {*before} ^ {*after}}
    return frozenset(about[owner].value for owner in owners if owner in about)


def _owner(node: Any) -> rdf.NamedNode:
    """The claim that a node describes or is part of."""
    claim = _CLAIM.match(node.value)
    return rdf.NamedNode(claim[0]) if claim else node


def _surveys(quads: Iterable[rdf.Quad]) -> set[object]:
    """The graphs of documents that say more of other studies than of their own."""
    own = {quad.graph_name: quad.object for quad in quads if quad.predicate == ald("describes")}
    balance: Counter[object] = Counter()
    for quad in quads:
        if quad.predicate == ald("aboutStudy"):
            balance[quad.graph_name] += 1 if quad.object == own.get(quad.graph_name) else -1
    return {graph for graph, count in balance.items() if count < 0}


def _write(writer: Writer, live: embedded.Store, changed: Mapping[str, list[rdf.Quad]]) -> None:
    if not is_derived(live):
        writer.replace_rendered(
            changed, map(render_quads, changed.values()), derived=False, ledger=[*writer.ledger()]
        )
        return
    before = list(chain.from_iterable(_graph(live, name) for name in changed))
    after = list(chain.from_iterable(changed.values()))
    delta = Delta(
        dropped=frozenset(changed),
        added=tuple(after),
        renames={},
        ledger=tuple(writer.ledger()),
        concerns=_concerned(before, after),
    )
    writer.amend(partial(apply, delta=delta))
