"""Claims as the API shows them: resources of the graph put together, with a line to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from api.catalog.resources import Resource, read_resources
from api.schemas import ClaimShape, EvidenceShape, Kind, QuantityShape, Ref, StudyRef
from kg.extract.quantities.format import format_quantity
from kg.model import Quantity
from ontology import vocabulary
from ontology.iri import NAMESPACE, local_name, segments

if TYPE_CHECKING:
    from kg.store import Graph

#: Kinds in the order of the claims contract, which is the order in which they are shown.
KINDS: tuple[Kind, ...] = (
    "material",
    "form",
    "system",
    "process",
    "chemical",
    "condition",
    "technique",
    "outcome",
    "application",
)

_CLASSES = {f"{NAMESPACE}{kind.title()}Claim": kind for kind in KINDS}

#: Fields of a claim that name a concept or substance; each is a property of the same name.
REFS = (
    "role",
    "material",
    "form",
    "architecture",
    "process",
    "chemical",
    "parameter",
    "technique",
    "property",
    "direction",
    "application",
)

Resources = Mapping[str, Resource]


def read_claims(store: Graph, studies: Mapping[str, StudyRef]) -> Iterator[ClaimShape]:
    """Every claim of the graph, sorted by IRI; ``studies`` is found by IRI."""
    parts = _Parts(store)
    for resource in read_resources(store, "ald:Claim").values():
        kinds = [_CLASSES[iri] for iri in resource.all("rdf:type") if iri in _CLASSES]
        study = studies.get(resource.text("ald:aboutStudy"))
        if kinds and study:
            yield _claim(resource, kinds[0], study, parts)


class _Parts:
    """The resources that belong to claims, by IRI."""

    def __init__(self, store: Graph) -> None:
        self.quantities = read_resources(store, "ald:Quantity")
        self.evidence = read_resources(store, "ald:Evidence")
        self.selectors = read_resources(store, "oa:TextPositionSelector")
        self.documents = read_resources(store, "ald:Document")
        self.extractions = read_resources(store, "ald:Extraction")
        self.labels = {
            iri: resource.text("rdfs:label") or resource.text("ald:formula")
            for name in ("ald:Material", "ald:ChemicalSubstance")
            for iri, resource in read_resources(store, name).items()
        }


def _claim(resource: Resource, kind: Kind, study: StudyRef, parts: _Parts) -> ClaimShape:
    fields: dict[str, Any] = {
        name: make_ref(iri, parts.labels) for name in REFS if (iri := resource.text(f"ald:{name}"))
    }
    quantity = parts.quantities.get(resource.text("ald:quantity"))
    layers = resource.text("ald:layers")
    claim = ClaimShape(
        id=segments(resource.iri)[-1],
        iri=resource.iri,
        kind=kind,
        statement="",
        study=study,
        study_key=resource.text("ald:studyKey"),
        confidence=resource.number("ald:confidence") or 0.0,
        layers=tuple(layers.split(" > ")) if layers else (),
        quantity=_quantity(quantity) if quantity else None,
        evidence=_evidence(resource, parts),
        **fields,
    )
    return claim.model_copy(update={"statement": statement(claim)})


@cache
def _term_ref(iri: str) -> Ref | None:
    term = vocabulary().by_iri(iri)
    return Ref(id=term.notation, label=term.label, iri=iri) if term else None


def make_ref(iri: str, labels: Mapping[str, str]) -> Ref:
    """Return the concept or substance with this IRI; what has no label is called by its name."""
    name = local_name(iri)
    return _term_ref(iri) or Ref(id=name, label=labels.get(iri) or name, iri=iri)


def _quantity(resource: Resource) -> QuantityShape:
    number = resource.number
    quantity = Quantity(
        value=number("ald:value"),
        value_max=number("ald:valueMax"),
        unit=resource.text("ald:unitCode") or None,
        bound=resource.text("ald:bound") or None,
        start=number("ald:startValue"),
        approximate=resource.text("ald:approximate") == "true",
    )
    return QuantityShape(
        text=resource.text("ald:rawText") or format_quantity(quantity),
        value=quantity.value,
        value_max=quantity.value_max,
        start=quantity.start,
        unit=quantity.unit,
        bound=quantity.bound,
        approximate=quantity.approximate,
        lower=number("ald:lower"),
        upper=number("ald:upper"),
    )


def _evidence(claim: Resource, parts: _Parts) -> EvidenceShape:
    evidence = parts.evidence[claim.text("ald:hasEvidence")]
    selectors = [parts.selectors[iri] for iri in evidence.all("oa:hasSelector")]
    spans = sorted((int(s.text("oa:start")), int(s.text("oa:end"))) for s in selectors)
    extraction = parts.extractions.get(evidence.text("prov:wasGeneratedBy"))
    return EvidenceShape(
        document=parts.documents[evidence.text("oa:hasSource")].text("dcterms:identifier"),
        spans=tuple(spans),
        quote=evidence.text("ald:quote") or None,
        rule=evidence.text("ald:rule"),
        extractor=extraction.text("ald:extractorVersion") if extraction else "",
    )


def statement(claim: ClaimShape) -> str:
    """Return the claim in one line: ``"temperature: 70 °C"``."""
    aspect = claim.role or claim.form or claim.architecture or claim.parameter or claim.property
    thing = claim.material or claim.process or claim.chemical or claim.technique
    values = [
        claim.direction.label if claim.direction else "",
        " > ".join(claim.layers),
        (thing or claim.application or _NOTHING).label,
        claim.quantity.text if claim.quantity else "",
    ]
    value = ", ".join(filter(None, values))
    return ": ".join(filter(None, (aspect.label if aspect else "", value)))


_NOTHING = Ref(id="", label="", iri="")
