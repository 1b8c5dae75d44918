"""Studies as the API shows them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from api.catalog.resources import Resource, read_resources
from api.schemas import ClaimShape, StudyRef, StudyShape
from ontology.iri import segments

if TYPE_CHECKING:
    from kg.store import Graph

#: Fields of a study that are text, and the property that holds each.
_TEXTS = {
    "title": "dcterms:title",
    "authors": "ald:authors",
    "container": "ald:container",
    "volume": "ald:volume",
    "issue": "ald:issue",
    "pages": "ald:pages",
    "doi": "ald:doi",
    "type": "ald:publicationType",
    "citation": "dcterms:bibliographicCitation",
}


def read_study_resources(store: Graph) -> Mapping[str, Resource]:
    """Return the studies of the graph by IRI."""
    return read_resources(store, "ald:Study")


def study_ref(resource: Resource) -> StudyRef:
    """Return the study in short."""
    slug = segments(resource.iri)[-1]
    return StudyRef(id=slug, label=resource.text("rdfs:label") or slug, href=f"/api/studies/{slug}")


def make_studies(
    resources: Iterable[Resource], claims: Iterable[ClaimShape]
) -> tuple[StudyShape, ...]:
    """Return the studies with what is claimed of them counted, by label, year and title."""
    counts: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        counts[claim.study.id] += 1
        documents[claim.study.id].add(claim.evidence.document)
    studies = (_study(resource, counts, documents) for resource in resources)
    return tuple(sorted(studies, key=lambda s: (s.label.casefold(), s.year or 0, s.title, s.id)))


def _study(
    resource: Resource, counts: Mapping[str, int], documents: Mapping[str, set[str]]
) -> StudyShape:
    ref = study_ref(resource)
    year = resource.text("ald:year")
    return StudyShape(
        id=ref.id,
        iri=resource.iri,
        href=ref.href,
        label=ref.label,
        year=int(year) if year else None,
        documents=tuple(sorted(documents.get(ref.id, ()))),
        claim_count=counts.get(ref.id, 0),
        **{name: resource.text(curie) for name, curie in _TEXTS.items()},
    )
