"""Claims as plain records: the resources of the graph combined, with a line of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.catalog.source import Resource, Source
from kg.model import join_readers
from kg.statements.formatting import quantity_in_words
from ontology import vocabulary
from ontology.claim_kinds import CLAIM_KINDS, LAYERS, QUANTITY, property_of
from ontology.iri import BASE, NAMESPACE, local_name, segments

_CLASSES: Final = {NAMESPACE + kind.class_name: name for name, kind in CLAIM_KINDS.items()}
#: The parts of a quantity in the graph.
_NUMBERS: Final = ("startValue", "value", "valueMax", "bound", "approximate", "unitCode")
_SYSTEMS: Final = f"{BASE}id/system/"
#: The order in which claims are shown.
_ORDER: Final = {kind: place for place, kind in enumerate(CLAIM_KINDS)}

#: Fields of a claim that refer to a concept or substance; each has a property of the same name.
REFS: Final = tuple(
    dict.fromkeys(
        property_of(name)
        for kind in CLAIM_KINDS.values()
        for name, holds in kind.fields.items()
        if holds != QUANTITY
    )
)

#: A record of JSON values.
Record = dict[str, Any]


def claim_record(source: Source, iri: str) -> Record | None:
    """Return a claim by its IRI, without its study; ``None`` if its kind is unknown.

    The keys are those of the API's claims; fields that the claim lacks are left out.
    """
    resource = source.read(iri)
    kinds = [_CLASSES[name] for name in resource.all("rdf:type") if name in _CLASSES]
    if not kinds:
        return None
    layers, quantity = resource.text("ald:layers"), resource.text("ald:quantity")
    record: Record = {
        "id": segments(iri)[-1],
        "iri": iri,
        "kind": kinds[0],
        "study_key": resource.text("ald:studyKey"),
        "confidence": resource.number("ald:confidence") or 0.0,
        "evidence": _evidence(source, resource),
    }
    for name in REFS:
        if value := resource.text(f"ald:{name}"):
            record[name] = make_ref(source, value)
    if layers:
        record["layers"] = layers.split(" > ")
    if quantity:
        record["quantity"] = _quantity(source.read(quantity))
    record["statement"] = statement(record)
    return record


def make_ref(source: Source, iri: str) -> dict[str, str]:
    """Return id, label and IRI of a concept or substance; the label may come from the IRI."""
    term = vocabulary().by_iri(iri)
    if term is not None:
        return {"id": term.notation, "label": term.label, "iri": iri}
    resource = source.read_shared(iri)
    name = "/".join(segments(iri)[2:]) if iri.startswith(_SYSTEMS) else local_name(iri)
    labels = (resource.text(curie) for curie in ("rdfs:label", "ald:formula", "ald:layers"))
    label = next(filter(None, labels), name)
    return {"id": name, "label": label, "iri": iri}


def _quantity(resource: Resource) -> Record:
    number = resource.number
    numbers = {name: resource.text(f"ald:{name}") for name in _NUMBERS}
    found = {
        "text": resource.text("ald:rawText") or quantity_in_words(numbers),
        "value": number("ald:value"),
        "value_max": number("ald:valueMax"),
        "start": number("ald:startValue"),
        "unit": numbers["unitCode"] or None,
        "bound": numbers["bound"] or None,
        "lower": number("ald:lower"),
        "upper": number("ald:upper"),
    }
    record = {name: value for name, value in found.items() if value is not None}
    return {**record, "approximate": True} if numbers["approximate"] == "true" else record


def _evidence(source: Source, claim: Resource) -> Record:
    evidence = source.read(claim.text("ald:hasEvidence"))
    selectors = [source.read(iri) for iri in evidence.all("oa:hasSelector")]
    document = source.read_shared(evidence.text("oa:hasSource"))
    made_by = map(source.read_shared, evidence.all("prov:wasGeneratedBy"))
    readers = (each.text("ald:extractorVersion") for each in made_by)
    record = {
        "document": document.text("dcterms:identifier"),
        "spans": sorted([int(s.text("oa:start")), int(s.text("oa:end"))] for s in selectors),
        "rule": evidence.text("ald:rule"),
        "extractor": join_readers(readers),
    }
    texts = {name: evidence.text(f"ald:{name}") for name in ("place", "quote")}
    return {**record, **{name: text for name, text in texts.items() if text}}


def statement(claim: Mapping[str, Any]) -> str:
    """Return the claim in one line: ``"temperature: 70 °C"``."""
    kind = CLAIM_KINDS[claim["kind"]]
    return kind.in_one_line({name: _field_in_words(claim, name) for name in kind.fields})


def _field_in_words(claim: Mapping[str, Any], name: str) -> str:
    """Return the value of a field of a claim in words."""
    found = claim.get(name if name == LAYERS else property_of(name))
    if not found:
        return ""
    if name == LAYERS:
        return "/".join(found)
    return str(found["text" if name == QUANTITY else "label"])


def place_in_list(claim: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the sort key of the claims of a study: kind, document, place in the text."""
    evidence = claim["evidence"]
    return _ORDER[claim["kind"]], evidence["document"], evidence["spans"], claim["id"]
