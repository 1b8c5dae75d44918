"""Items as JSON-LD: the same triples as in the graph, under the context of the ontology. Pure.

References
----------
https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from api.catalog.reading import Record
from api.schemas import Shape
from api.v1 import shapes
from kg.catalog.claims import REFS
from kg.catalog.studies import TEXTS
from ontology.context import context
from ontology.curie import from_curie
from ontology.iri import BASE, claim_iri, document_iri, study_iri, sub_iri

#: Field of a quantity -> its RDF property.
_QUANTITY: Final = {
    "value": "ald:value",
    "value_max": "ald:valueMax",
    "from": "ald:startValue",
    "unit": "ald:unitCode",
    "bound": "ald:bound",
    "lower": "ald:lower",
    "upper": "ald:upper",
}
_EVIDENCE: Final = {"place": "ald:place", "quote": "ald:quote", "rule": "ald:rule"}
_COMPOSITE: Final = {
    **{"made": "ald:made", "processes": "ald:byProcess", "precursors": "ald:fromPrecursor"},
    **{"coreactants": "ald:withCoReactant", "sample": "ald:onSample", "causes": "ald:causedBy"},
    **{"baselines": "ald:comparedWith", "techniques": "ald:shownWith", "before": "ald:before"},
    **{"after": "ald:after", "unit": "ald:inUnit", "conditions": "ald:conditionText"},
    **{"voice": "ald:voice", "belief": "ald:belief"},
}


def linked(items: Iterable[Record], shape: type[Shape]) -> Record:
    """Return a JSON-LD document of items of one schema."""
    make = _MAKERS[shape]
    nodes = [
        {"@id": item["iri"], **{name: value for name, value in make(item) if _is_told(value)}}
        for item in items
    ]
    used = {from_curie(name) for name in _names(nodes)}
    prefixes = {name.partition(":")[0] for name in _curies(nodes)}
    return {"@context": context(used, prefixes | {"xsd"}), "@graph": nodes}


def _is_told(value: Any) -> bool:
    return value is not None and value not in ("", [], {})


def _names(value: Any) -> Iterator[str]:
    """Yield the CURIEs among the keys."""
    if isinstance(value, list):
        for one in value:
            yield from _names(one)
    elif isinstance(value, Mapping):
        for name, below in value.items():
            if not name.startswith("@"):
                yield name
            yield from _names(below)


def _curies(nodes: list[Record]) -> Iterator[str]:
    yield from _names(nodes)
    yield from (node["@type"] for node in nodes if "@type" in node)


def _ref(value: Any) -> Any:
    """Return one term or several as references in JSON-LD: ``{"@id": IRI}``."""
    if isinstance(value, Mapping):
        return {"@id": value["iri"]}
    return [_ref(one) for one in value] if isinstance(value, list) else value


def _mapped(item: Record, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name, curie in names.items():
        yield curie, _ref(item.get(name))


def _study(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:Study"
    yield from _mapped(item, {"label": "rdfs:label", "year": "ald:year", **TEXTS})


def _claim(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", f"ald:{item['kind'].title()}Claim"
    yield "ald:aboutStudy", {"@id": study_iri(item["study"]["id"])}
    yield from _mapped(item, {name: f"ald:{name}" for name in REFS})
    yield from _mapped(item, {"study_key": "ald:studyKey", "confidence": "ald:confidence"})
    yield "ald:layers", " > ".join(item["layers"])
    if item["quantity"]:
        told = {name: value for name, value in _mapped(item["quantity"], _QUANTITY) if value}
        yield "ald:quantity", {"@id": sub_iri(item["iri"], "quantity"), **told}
    yield "ald:hasEvidence", {"@id": sub_iri(item["iri"], "evidence"), **_place(item["evidence"])}


def _place(evidence: Record) -> Record:
    told = {name: value for name, value in _mapped(evidence, _EVIDENCE) if value}
    return {"oa:hasSource": {"@id": document_iri(evidence["document"])}, **told}


def _evidence(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:Evidence"
    yield from _place(item).items()
    yield "@reverse", {"ald:hasEvidence": {"@id": claim_iri(item["claim"]["id"])}}


def _thing(item: Record) -> Iterator[tuple[str, Any]]:
    if item["iri"].startswith(f"{BASE}id/"):
        yield "ald:formula", item["formula"]
        yield "rdfs:label", item["label"]
    else:
        yield "skos:prefLabel", {"@value": item["label"], "@language": "en"}


def _system(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:MaterialSystem"
    yield "ald:architecture", _ref(item["architecture"])
    yield "ald:layers", " > ".join(item["layers"])


def _document(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:Document"
    names = {"id": "dcterms:identifier", "title": "dcterms:title", "genre": "ald:genre"}
    yield from _mapped(item, {**names, "sha256": "ald:sha256", "written_from": "ald:writtenFrom"})
    if item["describes"]:
        yield "ald:describes", {"@id": study_iri(item["describes"])}


def _recipe(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:Recipe"
    yield "ald:recipeOf", {"@id": study_iri(item["study"]["id"])}
    yield "ald:hasPart", [{"@id": claim_iri(claim["id"])} for claim in item["claims"]]
    yield from _mapped(item, _COMPOSITE)


def _observation(item: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", "ald:Observation"
    yield "ald:onStudy", {"@id": study_iri(item["study"]["id"])}
    yield "ald:assertedBy", [{"@id": claim_iri(claim["id"])} for claim in item["claims"]]
    yield from _mapped(item, _COMPOSITE)


_MAKERS: Final[Mapping[type[Shape], Callable[[Record], Iterator[tuple[str, Any]]]]] = (
    MappingProxyType(
        {
            shapes.StudyItem: _study,
            shapes.ClaimItem: _claim,
            shapes.EvidenceItem: _evidence,
            shapes.ThingItem: _thing,
            shapes.SystemItem: _system,
            shapes.DocumentItem: _document,
            shapes.RecipeItem: _recipe,
            shapes.ObservationItem: _observation,
        }
    )
)
