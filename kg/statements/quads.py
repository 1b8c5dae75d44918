"""Statements as quads of their own graph: belief, voices, the sentence to show and its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final

from kg.rdf.nodes import LABEL, TYPE, Value, ald, decimal, typed
from kg.statements.belief import Belief, beliefs
from kg.statements.claims import StatedClaim, claims_about, studies_spoken_of
from kg.statements.labels import claim_labels, claim_line, study_label
from kg.statements.observations import (
    make_context,
    number_triples,
    observation_triples,
)
from kg.statements.voices import GENERAL, ORDER, SourceDocument, SourceDocuments, in_words
from kg.things import Things
from ontology import embedded, rdf
from ontology.graphs import BELIEF_GRAPH

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)
#: Text in place of a sentence that may not be passed on.
NOT_SHIPPED: Final = "(no text here: see {place}; `aldkg attach` shows it from your copy)"
#: The same for a row without a quote, for which no copy can be attached.
_NOT_QUOTED: Final = "(no text here: see {place})"


def statement_quads(
    store: embedded.Store,
    studies: Iterable[str] | None = None,
    source_documents: Mapping[str, SourceDocument] | None = None,
    things: Things | None = None,
) -> Iterator[rdf.Quad]:
    """Yield the statements of a store and the labels of its claims, for a graph of their own.

    They are made one study at a time, so that memory does not grow with the store.

    Parameters
    ----------
    store
        The store.
    studies
        The studies whose statements are wanted; all if left out.
    source_documents
        The documents of the store, if they were already read.
    things
        The reader of its things, if it is shared.
    """
    things = Things(store) if things is None else things
    source_documents = SourceDocuments(store) if source_documents is None else source_documents
    for study in studies_spoken_of(store) if studies is None else studies:
        yield from _of_study(
            claims_about(things, study), study_label(store, study), source_documents
        )


def _of_study(
    claims: Iterable[StatedClaim], study: str, source_documents: Mapping[str, SourceDocument]
) -> Iterator[rdf.Quad]:
    """Yield the statements that claims on a study form; ``study`` is its label."""
    stated = {one.claim: one for one in claims}
    found = beliefs(stated.values(), source_documents)
    context = make_context(stated.values())
    for belief in found:
        ordered = sorted(
            (stated[claim] for claim in belief.claims), key=lambda one: _rank(one, source_documents)
        )
        record = [*_record(belief, ordered, source_documents), *number_triples(ordered)]
        record.append((LABEL, rdf.Literal(claim_line(ordered[0], study))))
        if ordered[0].value("property"):
            record += observation_triples(ordered, context)
        for predicate, value in record:
            yield rdf.Quad(rdf.NamedNode(belief.iri), predicate, value, _GRAPH)
    yield from claim_labels(stated.values(), study)
    for first, second in _in_one_sentence(found, stated):
        yield rdf.Quad(rdf.NamedNode(first), ald("inSentenceWith"), rdf.NamedNode(second), _GRAPH)


def _record(
    found: Belief, ordered: Sequence[StatedClaim], source_documents: Mapping[str, SourceDocument]
) -> Iterator[tuple[rdf.NamedNode, Value]]:
    shown = next((stated for stated in ordered if stated.quote), ordered[0])
    voices = dict.fromkeys(in_words(source_documents[s.document], s.study) for s in ordered)
    places = "; ".join(dict.fromkeys(place_of(stated, source_documents) for stated in ordered))
    yield TYPE, ald("Statement")
    yield ald("onStudy"), rdf.NamedNode(found.study)
    yield ald("belief"), decimal(found.belief)
    yield ald("sourceCount"), typed(str(found.sources), "integer")
    yield ald("documentCount"), typed(str(found.documents), "integer")
    for claim in found.claims:
        yield ald("assertedBy"), rdf.NamedNode(claim)
    yield ald("shownBy"), rdf.NamedNode(shown.claim)
    yield ald("voice"), rdf.Literal("; ".join(voices))
    missing = _NOT_QUOTED if source_documents[shown.document].genre == "table" else NOT_SHIPPED
    yield ald("sentence"), rdf.Literal(shown.quote or missing.format(place=places))
    yield ald("statedAt"), rdf.Literal(places)
    if all(source_documents[stated.document].voice(stated.study) == GENERAL for stated in ordered):
        yield ald("inGeneral"), typed("true", "boolean")


def _rank(
    stated: StatedClaim, source_documents: Mapping[str, SourceDocument]
) -> tuple[int, float, str]:
    voice = source_documents[stated.document].voice(stated.study)
    return ORDER.index(voice), -stated.confidence, stated.claim


def place_of(stated: StatedClaim, source_documents: Mapping[str, SourceDocument]) -> str:
    """Return document and place of a claim: "review, section 3.3, paragraph 4"."""
    place = stated.place or f"characters from {stated.starts[0] if stated.starts else 0}"
    return f"{source_documents[stated.document].id}, {place}"


def _in_one_sentence(
    found: Iterable[Belief], stated: Mapping[str, StatedClaim]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of statements on one study that come from one sentence, in both directions."""
    made: defaultdict[tuple[str, str, int], dict[str, None]] = defaultdict(dict)
    for belief in found:
        for claim in belief.claims:
            for start in stated[claim].starts:
                made[belief.study, stated[claim].document, start][belief.iri] = None
    pairs = {pair for statements in made.values() for pair in permutations(statements, 2)}
    yield from sorted(pairs)
