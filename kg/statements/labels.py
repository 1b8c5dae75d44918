"""What claims, statements and documents are called: a label for each, so that tools can list them.

The label of a claim is its study and what it says in one line; that of a document is its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.rdf.nodes import IDENTIFIER, LABEL, TYPE, ald
from kg.statements.said import Said, pairs
from kg.statements.words import unit_in_words, value_in_words
from ontology import embedded, rdf, vocabulary
from ontology.claim_kinds import CLAIM_KINDS, LAYERS, QUANTITY, ClaimKind, property_of
from ontology.iri import BELIEF_GRAPH, PREFIXES, local_name, sample_layers

_GRAPH: Final = rdf.NamedNode(BELIEF_GRAPH)


def _key(kind: ClaimKind) -> frozenset[str]:
    return frozenset(property_of(name) for name, holds in kind.fields.items() if holds != QUANTITY)


_KINDS: Final = {_key(kind): kind for kind in CLAIM_KINDS.values()}
_CODED: Final = frozenset().union(*_KINDS)


def say(said: Said, studies: Mapping[str, str]) -> str:
    """A claim in one line: ``"Liu 2011: precursor: trimethylaluminum"``.

    Parameters
    ----------
    said
        The claim.
    studies
        What each study is called.
    """
    content = dict(said.content)
    kind = _KINDS.get(_CODED.intersection(content))
    told = {name: _told(name, content) for name in kind.fields} if kind is not None else {}
    line = kind.in_one_line(told) if kind is not None else ""
    return ": ".join(filter(None, (studies.get(said.study, ""), line)))


def _told(name: str, content: Mapping[str, str]) -> str:
    if name == QUANTITY:
        unit = unit_in_words(content["unitCode"]) if "unitCode" in content else ""
        return " ".join(filter(None, (value_in_words(content), unit)))
    iri = content[property_of(name)]
    if name == LAYERS:
        return " > ".join(sample_layers(iri))
    term = vocabulary().by_iri(iri)
    return term.label if term is not None else local_name(iri)


def label_quads(
    store: embedded.Store, said: Iterable[Said], studies: Mapping[str, str]
) -> Iterator[rdf.Quad]:
    """The labels of a store's claims and documents; ``studies`` as in :func:`say`."""
    for one in said:
        yield _label(one.claim, say(one, studies))
    documents = {node for node, kind in pairs(store, TYPE) if kind == ald("Document").value}
    for node, name in pairs(store, IDENTIFIER):
        if node in documents:
            yield _label(node, name)


def _label(node: str, text: str) -> rdf.Quad:
    return rdf.Quad(rdf.NamedNode(node), LABEL, rdf.Literal(text), _GRAPH)


def study_labels(store: embedded.Store) -> Mapping[str, str]:
    """What each study is called; of several labels the first in the alphabet."""
    found: dict[str, str] = {}
    for node, text in pairs(store, LABEL):
        if node.startswith(PREFIXES["study"]):
            found[node] = min(text, found.get(node, text))
    return found
