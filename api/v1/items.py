"""Items of the resources: assembles records from the catalog with labels and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlencode

from api.catalog import Catalog
from api.catalog.reading import Composite, Record, TermQuery
from api.paging import Window
from api.schemas import ClaimShape, Shape
from api.v1 import shapes
from api.v1.parameters import Wanted
from api.v1.resources import Resource
from ontology.iri import document_iri, sub_iri

_ROOT: Final = "/api/v1"


def find_items(
    listing: Catalog, resource: Resource, wanted: Wanted, window: Window
) -> tuple[list[Record], int, list[int]]:
    """Return a page of items, the total number, and the catalog numbers of those on the page."""
    if resource.level == "term":
        query = TermQuery(
            field=resource.field,
            begun=wanted.q,
            tags={name: listing.called(name, value) for name, value in wanted.filters.items()},
            sort=wanted.sort or resource.sorts[0],
        )
        found, total = listing.terms(query, limit=window.limit, offset=window.offset)
        return [_term(resource, record) for record in found], total, []
    filters = {**wanted.filters, **({"kind": resource.field} if resource.field else {})}
    result = listing.find(resource.level, filters, wanted.q).result
    numbers = listing.page(resource.level, result, wanted.sort, window)
    return list(_MAKERS[resource.shape](listing, resource, numbers)), result.total, numbers


def find_item(listing: Catalog, resource: Resource, key: str) -> Record | None:
    """Return the item with this id; ``None`` if there is none."""
    if resource.level == "term":
        record = listing.term(resource.field, key)
        return _term(resource, record) if record else None
    number = listing.number(resource.level, key)
    if number is None:
        return None
    if resource.level == "study":
        study = listing.study(key)
        return {**_dump(study), "links": _study_links(key)} if study else None
    (item,) = _MAKERS[resource.shape](listing, resource, [number])
    is_other = resource.field and item["kind"] != resource.field
    return None if is_other else item


def _dump(shape: Shape) -> Record:
    return shape.model_dump(mode="json", by_alias=True)


def _address(name: str, key: str) -> str:
    return f"{_ROOT}/{name}/{quote(key, safe='')}"


def _study_links(key: str) -> Record:
    own = _address("studies", key)
    return {"self": own, "study": own, "evidence": f"{_ROOT}/evidence?{urlencode({'study': key})}"}


def _term(resource: Resource, record: Record) -> Record:
    """Return a term as an item; the label of a document is its title."""
    key = record["id"]
    asked = urlencode({resource.field: key})
    links = {
        "self": _address(resource.name, key),
        "study": f"{_ROOT}/studies?{asked}",
        "evidence": f"{_ROOT}/evidence?{asked}",
    }
    if resource.field == "document":
        record = {**record, "iri": document_iri(key), "label": record["title"] or record["label"]}
    return {name: record[name] for name in resource.shape.model_fields if name in record} | {
        "links": links
    }


def _studies(listing: Catalog, _: Resource, numbers: Sequence[int]) -> Iterator[Record]:
    for study in listing.studies(numbers):
        yield {**_dump(study), "links": _study_links(study.id)}


def _claim_links(resource: Resource, claim: ClaimShape) -> Record:
    return {
        "self": _address(resource.name, claim.id),
        "study": claim.study.href,
        "evidence": _address("evidence", claim.id),
    }


def _claims(listing: Catalog, resource: Resource, numbers: Sequence[int]) -> Iterator[Record]:
    for claim in listing.claims(numbers):
        links = _claim_links(resource, claim)
        yield {**_dump(claim), "label": claim.statement, "links": links}


def _evidence(listing: Catalog, resource: Resource, numbers: Sequence[int]) -> Iterator[Record]:
    for claim in listing.claims(numbers):
        place = ", ".join(filter(None, (claim.evidence.document, claim.evidence.place)))
        yield {
            "id": claim.id,
            "label": place,
            "iri": sub_iri(claim.iri, "evidence"),
            **_dump(claim.evidence),
            "claim": _claim_ref(claim),
            "study": _dump(claim.study),
            "links": _claim_links(resource, claim),
        }


def _claim_ref(claim: ClaimShape) -> Record:
    href = _address("claims", claim.id)
    return {"id": claim.id, "kind": claim.kind, "label": claim.statement, "href": href}


def _composites(listing: Catalog, resource: Resource, numbers: Sequence[int]) -> Iterator[Record]:
    if resource.level == "term":
        return
    for found in listing.composites(resource.level, numbers):
        own = _address(resource.name, found.record["id"])
        links = {"self": own, "study": found.study.href, "evidence": own}
        told = {name: "" for name in resource.shape.model_fields if name in _TOLD}
        yield {
            **told,
            **found.record,
            "study": _dump(found.study),
            "claims": [_claim_ref(claim) for claim in found.claims],
            "evidence": list(_places(found)),
            "links": links,
        }


#: Fields of an observation that are ``""`` if the text does not state them.
_TOLD: Final = frozenset({"before", "after", "unit", "conditions", "voice"})


def _places(found: Composite) -> Iterable[Record]:
    """Yield each place of the claims once."""
    by_place = {(c.evidence.document, c.evidence.spans): c.evidence for c in found.claims}
    return map(_dump, by_place.values())


_MAKERS: Final[dict[type[Shape], Callable[..., Iterator[Record]]]] = {
    shapes.StudyItem: _studies,
    shapes.ClaimItem: _claims,
    shapes.EvidenceItem: _evidence,
    shapes.RecipeItem: _composites,
    shapes.ObservationItem: _composites,
}
