"""Labels of claims, statements and documents, so that tools can list them.

The label of a claim is its study and its content in one line; that of a document is its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.rdf.nodes import IDENTIFIER, LABEL, TYPE, ald
from kg.statements.claims import StatedClaim
from kg.statements.formatting import quantity_in_words
from ontology import embedded, rdf, vocabulary
from ontology.claim_kinds import CLAIM_KINDS, LAYERS, QUANTITY, ClaimKind, property_of
from ontology.graphs import BELIEF_GRAPH
from ontology.iri import local_name, sample_layers

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)
_DEFAULT: Final = rdf.DefaultGraph()


def _key(kind: ClaimKind) -> frozenset[str]:
    return frozenset(property_of(name) for name, holds in kind.fields.items() if holds != QUANTITY)


_KINDS: Final = {_key(kind): kind for kind in CLAIM_KINDS.values()}
_CODED: Final = frozenset().union(*_KINDS)


def claim_line(stated: StatedClaim, study: str) -> str:
    """Return a claim in one line: ``"Liu 2011: precursor: trimethylaluminum"``.

    Parameters
    ----------
    stated
        The claim.
    study
        The label of its study.
    """
    content = dict(stated.content)
    kind = _KINDS.get(_CODED.intersection(content))
    told = {name: _field_text(name, content) for name in kind.fields} if kind is not None else {}
    line = kind.in_one_line(told) if kind is not None else ""
    return ": ".join(filter(None, (study, line)))


def _field_text(name: str, content: Mapping[str, str]) -> str:
    if name == QUANTITY:
        return quantity_in_words(content)
    iri = content[property_of(name)]
    if name == LAYERS:
        return "/".join(sample_layers(iri))
    term = vocabulary().by_iri(iri)
    return term.label if term is not None else local_name(iri)


def claim_labels(stated: Iterable[StatedClaim], study: str) -> Iterator[rdf.Quad]:
    """Yield the labels of claims on a study with this label."""
    for one in stated:
        yield _label(rdf.NamedNode(one.claim), claim_line(one, study))


def document_labels(
    store: embedded.Store, documents: Iterable[rdf.NamedNode] | None = None
) -> Iterator[rdf.Quad]:
    """Yield the labels of the documents of a store.

    Parameters
    ----------
    store
        The store.
    documents
        The wanted documents; all if left out.
    """
    for document in _documents(store) if documents is None else documents:
        for quad in store.quads_for_pattern(document, IDENTIFIER, None, _DEFAULT):
            yield _label(document, quad.object.value)  # type: ignore[union-attr] # a text


def _documents(store: embedded.Store) -> Iterator[rdf.NamedNode]:
    for quad in store.quads_for_pattern(None, TYPE, ald("Document"), _DEFAULT):
        yield quad.subject  # type: ignore[misc] # a document has an IRI


def _label(node: rdf.NamedNode, text: str) -> rdf.Quad:
    return rdf.Quad(node, LABEL, rdf.Literal(text), _GRAPH)


def study_label(store: embedded.Store, study: str) -> str:
    """Return the label of a study; the alphabetically first of several."""
    stated = store.quads_for_pattern(rdf.NamedNode(study), LABEL, None, _DEFAULT)
    return min((quad.object.value for quad in stated), default="")  # type: ignore[union-attr]
