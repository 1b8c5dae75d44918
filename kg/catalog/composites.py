"""Recipes and observations as plain records, each combined from several claims of a study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kg.catalog.claims import Record, make_ref
from kg.catalog.source import Resource, Source
from kg.catalog.terms import Terms
from ontology.curie import to_curie
from ontology.iri import segments

#: Kinds of records made from several claims, in the order in which the tables are written.
COMPOSITES: Final = ("recipe", "observation")

#: Field of a record -> the property whose values are its things.
_REFS: Final[Mapping[str, Mapping[str, str]]] = {
    "recipe": {
        "made": "ald:made",
        "processes": "ald:byProcess",
        "precursors": "ald:fromPrecursor",
        "coreactants": "ald:withCoReactant",
    },
    "observation": {
        "sample": "ald:onSample",
        "causes": "ald:causedBy",
        "baselines": "ald:comparedWith",
        "techniques": "ald:shownWith",
    },
}
#: Field of a record -> the property whose value is its text.
_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "recipe": {},
    "observation": {
        "before": "ald:before",
        "after": "ald:after",
        "unit": "ald:inUnit",
        "conditions": "ald:conditionText",
        "voice": "ald:voice",
    },
}
#: Field of a record -> the field of the catalog that its terms belong to.
_FIELDS: Final = {
    "processes": "process",
    "precursors": "chemical",
    "coreactants": "chemical",
    "techniques": "technique",
}
_PARTS: Final = {"recipe": "ald:hasPart", "observation": "ald:assertedBy"}
#: Fields with at most one thing; the others are lists.
_SINGLE: Final = frozenset({"made", "sample"})


def composites_of(
    source: Source, study: str, claims: Sequence[Record]
) -> dict[str, tuple[Record, ...]]:
    """Return the recipes and observations of a study, each sorted by label.

    Parameters
    ----------
    source
        The graph.
    study
        The IRI of the study.
    claims
        The records of its claims.
    """
    known = {claim["id"]: claim for claim in claims}
    found = {
        "recipe": _read(source, "recipe", source.pointing("ald:recipeOf", study), known),
        "observation": _read(source, "observation", source.pointing("ald:onStudy", study), known),
    }
    return {
        name: tuple(sorted(records, key=lambda record: (record["label"], record["id"])))
        for name, records in found.items()
    }


def terms_of(record: Mapping[str, Any], terms: Terms) -> set[int]:
    """Return the numbers of the terms that a recipe or observation itself names."""
    solid = record.get("made") or record.get("sample")
    found = terms.of_sample(solid["iri"]) if solid else set()
    for name, field in _FIELDS.items():
        for ref in record.get(name, ()):
            found.add(terms.add(field, ref["id"], ref["label"], ref["iri"]).number)
    return found


def _read(
    source: Source, name: str, iris: Iterator[str], claims: Mapping[str, Record]
) -> Iterator[Record]:
    wanted = f"ald:{name.title()}"
    for resource in map(source.read, iris):
        if wanted in _classes(resource):
            record = _record(source, name, resource)
            parts = [claims[key] for key in record["claim_ids"] if key in claims]
            yield {**record, "label": _LABELS[name](record, parts)}


def _classes(resource: Resource) -> Iterator[str]:
    return map(to_curie, resource.all("rdf:type"))


def _record(source: Source, name: str, resource: Resource) -> Record:
    record: Record = {
        "id": segments(resource.iri)[-1],
        "iri": resource.iri,
        "claim_ids": [segments(iri)[-1] for iri in resource.all(_PARTS[name])],
    }
    for field, curie in _REFS[name].items():
        refs = [make_ref(source, iri) for iri in resource.all(curie)]
        record[field] = (refs[0] if refs else None) if field in _SINGLE else refs
    texts = {field: resource.text(curie) for field, curie in _TEXTS[name].items()}
    record.update({field: text for field, text in texts.items() if text})
    if name == "observation":
        record["belief"] = resource.number("ald:belief") or 0.0
    return record


def _outcome_label(record: Mapping[str, Any], parts: Sequence[Record]) -> str:
    """Return an observation in one line: the statement of its first claim, and the sample."""
    stated = parts[0]["statement"] if parts else ""
    return f"{stated} ({record['sample']['label']})" if record["sample"] else stated


def _recipe_label(record: Mapping[str, Any], _: Sequence[Record]) -> str:
    """Return a recipe in one line: the solid, its reagents and the process."""
    reagents = " + ".join(ref["label"] for ref in (*record["precursors"], *record["coreactants"]))
    ways = ", ".join(ref["label"] for ref in record["processes"])
    made = (record["made"] or {}).get("label", "")
    return " by ".join(filter(None, (" from ".join(filter(None, (made, reagents))), ways)))


_LABELS: Final = {"recipe": _recipe_label, "observation": _outcome_label}
