"""Update a graph to a file of decisions, one document at a time.

The claims in a document's graph are reset to those that were read, the decisions in force are
applied again, and the graph is replaced as a whole (:mod:`kg.delta`). A new decision, a withdrawn
one and a document that was read again are handled in the same way.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from kg.curation.graphs import concerned, settled_quads
from kg.curation.log import DecisionLog, read_log
from kg.delta import Delta, apply, is_derived
from kg.errors import CurationError, StoreError
from kg.model import Decision
from kg.rdf.decisions import decision_ids
from kg.rdf.nodes import ald
from kg.store import Graph, Location, Writer, render_quads, writing
from kg.table import table_from_result
from ontology import embedded, rdf
from ontology.graphs import graph_iri
from ontology.iri import segments

#: Seconds between two checks whether another build has ended.
_PAUSE: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The result of applying decisions to a graph.

    ``documents`` are the changed documents, ``applied`` counts decisions in force, ``unmatched``
    are the decisions that match no claim, ``damaged`` the lines of the file that are not decisions,
    with the cause.
    """

    documents: tuple[str, ...] = ()
    applied: int = 0
    unmatched: tuple[Decision, ...] = ()
    damaged: tuple[tuple[int, str], ...] = ()


def settle_store(store: Location, log: Path, *, patience: float = 0.0) -> Settled:
    """Update a graph to a file of decisions.

    Parameters
    ----------
    store
        The graph.
    log
        The file.
    patience
        Number of seconds to wait for another build to end.

    Raises
    ------
    StoreError
        If there is no graph, it cannot be written, or another build writes for longer than that.
    CurationError
        If the file cannot be read, or is gone.
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


def settle(writer: Writer, kept: DecisionLog) -> Settled:
    """Update the graph of a writer to decisions; write no generation if nothing changes.

    Raises
    ------
    StoreError
        If there is no graph, or it cannot be written.
    CurationError
        As in :func:`require_decisions`.
    """
    live, decisions = writer.live(), kept.in_force
    if live is None:
        raise StoreError("no graph here to decide on (build one with `aldkg build`)")
    require_decisions(writer, kept)
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


def require_decisions(writer: Writer, kept: DecisionLog) -> None:
    """Raise an error if the decisions in force in a graph are missing from the file.

    Raises
    ------
    CurationError
        If the graph has decisions and the file has no row at all: it is lost or the wrong one.
    """
    count = len(set().union(*_held(writer).values()))
    if count and not kept.decisions and not kept.damaged:
        raise CurationError(
            f"the graph has decisions on claims in force ({count}), but their file is missing: "
            "restore it next to the graph, or name it with ALDKG_DECISIONS"
        )


def applied_ids(graph: Graph) -> frozenset[str]:
    """Return the ids of the decisions that are in force in a graph."""
    rows = table_from_result(graph.query("SELECT ?one { ?one ald:verdict ?verdict }")).rows
    return frozenset(segments(str(row[0]))[-1] for row in rows)


def unmatched(graph: Graph, kept: DecisionLog) -> tuple[Decision, ...]:
    """Return the decisions in force that match no claim in a graph."""
    found = applied_ids(graph)
    return tuple(one for one in kept.in_force if one.id not in found)


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
        concerns=concerned(before, after),
    )
    writer.amend(partial(apply, delta=delta))
