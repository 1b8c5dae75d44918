"""Studies as plain records, and the names by which each is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kg.catalog.source import Resource, Source
from kg.catalog.text import name_key
from ontology.iri import local_name, segments

#: Text fields of a study -> the property with the text.
TEXTS: Final = {
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


def study_record(resource: Resource) -> dict[str, Any]:
    """Return a study without its claims; the keys are those of the API's studies."""
    slug, year = segments(resource.iri)[-1], resource.text("ald:year")
    texts = {name: resource.text(curie) for name, curie in TEXTS.items()}
    return {
        "id": slug,
        "iri": resource.iri,
        "href": f"/api/v1/studies/{slug}",
        "label": resource.text("rdfs:label") or slug,
        **({"year": int(year)} if year else {}),
        **{name: text for name, text in texts.items() if text},
    }


def place_in_list(study: dict[str, Any]) -> tuple[str, int, str, str]:
    """Return the sort key of studies: label, year, title, id."""
    return study["label"].casefold(), study.get("year", 0), study.get("title", ""), study["id"]


def known_names(
    source: Source, resource: Resource, study: dict[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Yield field, key and text of each name by which a study is found directly.

    The fields are ``study`` (id, any of its labels, DOI), ``author`` (family names), ``first`` (the
    first author) and ``reference`` (its numbers in reference lists).
    """
    for name in (study["id"], resource.iri, *resource.all("rdfs:label"), *resource.all("ald:doi")):
        yield "study", name_key(name), name
    for listed in resource.all("ald:authors"):
        for author in listed.split(";"):
            family = author.partition(",")[0].strip()
            yield "author", name_key(family), family
    for family in resource.all("ald:firstAuthor"):
        yield "first", name_key(family), family
    for entry in source.pointing("ald:refersTo", resource.iri):
        number = local_name(entry)  # the IRI of an entry ends with its number
        yield "reference", name_key(number), number
