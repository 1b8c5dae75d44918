"""Triples as text in the formats of the addresses of terms and things."""

from __future__ import annotations

from collections.abc import Iterable

from api.answers.formats import JSON_LD, N_TRIPLES
from kg.export.jsonld import render_node
from kg.export.rdf import with_sorted_prefixes
from ontology import rdf
from ontology.iri import PREFIXES


def serialise(triples: Iterable[rdf.Triple], media: str) -> str:
    """Return these triples as JSON-LD, N-Triples or Turtle, in a fixed order."""
    if media == JSON_LD:
        return render_node(triples)
    listed = sorted(set(triples), key=str)
    if media == N_TRIPLES:
        return "".join(f"{triple} .\n" for triple in listed)
    data = rdf.serialize(listed, format=rdf.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return with_sorted_prefixes((data or b"").decode())
