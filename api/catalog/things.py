"""Materials, processes and chemicals as the API lists them: what claims name, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from api.catalog.resources import Resource
from api.schemas import ClaimShape, Ref, ThingShape
from ontology import vocabulary
from ontology.iri import to_curie


@dataclass(slots=True)
class _Tally:
    studies: set[str] = field(default_factory=set)
    claims: int = 0
    roles: set[str] = field(default_factory=set)


def list_things(
    claims: Iterable[ClaimShape], name: str, materials: Mapping[str, Resource]
) -> tuple[ThingShape, ...]:
    """Return the things that claims name in this field, those of most studies first.

    Parameters
    ----------
    claims
        All claims.
    name
        ``"material"``, ``"process"`` or ``"chemical"``.
    materials
        What the graph says of materials, by IRI.
    """
    tallies: defaultdict[Ref, _Tally] = defaultdict(_Tally)
    for claim, ref in _mentions(claims, name):
        tally = tallies[ref]
        tally.claims += 1
        tally.studies.add(claim.study.id)
        if claim.role:
            tally.roles.add(claim.role.label)
    things = (_thing(ref, tally, materials.get(ref.iri)) for ref, tally in tallies.items())
    return tuple(sorted(things, key=lambda thing: (-thing.study_count, thing.label, thing.iri)))


def _mentions(claims: Iterable[ClaimShape], name: str) -> Iterator[tuple[ClaimShape, Ref]]:
    for claim in claims:
        ref: Ref | None = getattr(claim, name)
        if ref:
            yield claim, ref


def _thing(ref: Ref, tally: _Tally, material: Resource | None) -> ThingShape:
    term = vocabulary().by_iri(ref.iri)
    formula = material.text("ald:formula") if material else ""
    return ThingShape(
        id=ref.id,
        label=ref.label,
        iri=ref.iri,
        definition=term.definition if term else "",
        synonyms=(*term.alts, *term.symbols) if term else (),
        formula=formula or (term.formula if term else ""),
        classes=_classes(material) if material else (),
        roles=tuple(sorted(tally.roles)),
        study_count=len(tally.studies),
        claim_count=tally.claims,
    )


def _classes(material: Resource) -> tuple[str, ...]:
    curies = map(to_curie, material.all("rdf:type"))
    names = (curie.removeprefix("ald:") for curie in curies if curie.startswith("ald:"))
    return tuple(name for name in names if name != "Material")
