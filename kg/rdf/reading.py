"""Claims read back from their quads, exactly as they were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from corpus.model import Author, Reference
from kg.claims import canonical
from kg.model import KINDS, Claim, Content, Evidence, Quantity, join_readers
from kg.rdf.links import read_links
from kg.rdf.nodes import END, GENERATED_BY, IDENTIFIER, SELECTOR, START, TITLE, TYPE, ald
from ontology import rdf, vocabulary
from ontology.claim_kinds import CLAIM_KINDS, FORMULA, LAYERS, QUANTITY, ClaimKind
from ontology.iri import PREFIXES, local_name

#: Properties that identify a study; :func:`studies_from_quads` needs no other quads.
STUDY_PREDICATES = (
    TITLE,
    *map(ald, ("firstAuthor", "year", "container", "volume", "pages", "doi")),
)

#: subject -> predicate -> values
_Index = Mapping[str, Mapping[str, list[str]]]


def claims_from_quads(quads: Iterable[rdf.Quad]) -> tuple[Claim, ...]:
    """Return every claim in a set of quads, in canonical order."""
    return canonical(_claims(index_quads(quads)))


def index_quads(quads: Iterable[rdf.Quad]) -> _Index:
    """Return the values of the quads by subject and predicate."""
    index: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, rdf.NamedNode) and not isinstance(quad.object, rdf.Triple):
            index[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return index


def studies_from_quads(quads: Iterable[rdf.Quad]) -> Iterator[tuple[str, Reference]]:
    """Yield the IRI of each study with every identifying record that documents give of it."""
    index: defaultdict[tuple[str, object], defaultdict[str, set[str]]]
    index = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        if isinstance(quad.subject, rdf.NamedNode) and isinstance(quad.object, rdf.Literal):
            values = index[quad.subject.value, quad.graph_name]
            values[quad.predicate.value].add(quad.object.value)
    for (iri, _), values in index.items():
        if iri.startswith(PREFIXES["study"]):
            for record in _records(values):
                yield iri, record


def _records(values: Mapping[str, set[str]]) -> Iterator[Reference]:
    """Yield every record that the values of one study in one document allow; usually one."""
    listed = [sorted(values.get(name.value, ())) or [""] for name in STUDY_PREDICATES]
    for title, family, year, container, volume, pages, doi in product(*listed):
        yield Reference(
            authors=(Author(family=family),) if family else (),
            title=title,
            year=int(year) if year else None,
            container=container,
            volume=volume,
            pages=pages,
            doi=doi,
        )


def _claims(index: _Index) -> Iterator[Claim]:
    kind_of = {ald(kind.class_name).value: kind for kind in CLAIM_KINDS.values()}
    for subject in list(index):
        for name in index[subject].get(TYPE.value, ()):
            if name in kind_of:
                yield _claim(index, subject, kind_of[name])


def _one(index: _Index, subject: str, predicate: rdf.NamedNode) -> str:
    values = index[subject].get(predicate.value, ())
    return values[0] if values else ""


def _claim(index: _Index, subject: str, kind: ClaimKind) -> Claim:
    document = _one(index, subject, ald("statedIn"))
    return Claim(
        doc=_one(index, document, IDENTIFIER),
        study=_one(index, subject, ald("studyKey")),
        content=_content(index, subject, kind),
        evidence=read_evidence(index, _one(index, subject, ald("hasEvidence"))),
        confidence=float(_one(index, subject, ald("confidence"))),
        links=read_links(index, subject, _quantity),
    )


def read_evidence(index: _Index, subject: str) -> Evidence:
    """Return the evidence at a node."""
    selectors = sorted(
        index[subject][SELECTOR.value], key=lambda iri: int(iri.rsplit("/", maxsplit=1)[1])
    )
    activities = index[subject].get(GENERATED_BY.value, ())
    readers = (_one(index, each, ald("extractorVersion")) for each in activities)
    return Evidence(
        spans=tuple((int(_one(index, s, START)), int(_one(index, s, END))) for s in selectors),
        rule=_one(index, subject, ald("rule")),
        extractor=join_readers(readers),
        quote=_one(index, subject, ald("quote")),
        place=_one(index, subject, ald("place")),
        curator=next((_one(index, each, ald("curator")) for each in activities), ""),
        source=_one(index, subject, ald("readIn")),
    )


def _notation(index: _Index, subject: str, name: str) -> str:
    """Return the notation of a claim's concept; its local name if the vocabulary lacks it."""
    iri = _one(index, subject, ald(name))
    term = vocabulary().by_iri(iri)
    return term.notation if term is not None else local_name(iri)


def _formula(index: _Index, subject: str) -> str:
    return _one(index, _one(index, subject, ald("material")), ald("formula"))


def _quantity(index: _Index, subject: str) -> Quantity | None:
    node = _one(index, subject, ald("quantity"))
    if not node:
        return None

    def number(name: str) -> float | None:
        text = _one(index, node, ald(name))
        return float(text) if text else None

    return Quantity(
        value=number("value"),
        value_max=number("valueMax"),
        start=number("startValue"),
        unit=_one(index, node, ald("unitCode")) or None,
        bound=_one(index, node, ald("bound")) or None,
        approximate=_one(index, node, ald("approximate")) == "true",
        raw=_one(index, node, ald("rawText")),
    )


def _content(index: _Index, subject: str, kind: ClaimKind) -> Content:
    values: dict[str, Any] = {
        name: _value(index, subject, name, holds) for name, holds in kind.fields.items()
    }
    return KINDS[kind.name](**values)


def _value(index: _Index, subject: str, name: str, holds: str) -> object:
    """Return the value of a field of a claim."""
    if holds == QUANTITY:
        return _quantity(index, subject)
    if holds == LAYERS:
        return tuple(_one(index, subject, ald("layers")).split(" > "))
    if holds == FORMULA:
        return _formula(index, subject)
    printed = _one(index, subject, ald("printedName")) if holds == "chemical" else ""
    return printed or _notation(index, subject, name)
