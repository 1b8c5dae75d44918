"""Small worlds of facts, written down by hand: solids by formula, terms by kind and notation."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analytics.facts import Facts, Link, Node, Outcome, Recipe, Study, Use, Value
from kg.statements.formatting import label_of
from ontology.iri import concept_iri, material_iri, sample_iri, segments

LAYERED = ("sample", "system")


def solid(formula: str) -> str:
    return material_iri(formula)


def sample(*layers: str) -> str:
    return sample_iri(layers) if len(layers) > 1 else solid(layers[0])


def term(name: str) -> str:
    """``process:ald`` as the IRI of the concept."""
    kind, notation = name.split(":")
    return concept_iri(kind, notation)


def link(source: str, name: str, target: str, study: str = "Alpha 2011", text: str = "So.") -> Link:
    return Link(source=source, name=name, target=target, study=study, sentence=text)


def use(study: str, role: str, thing: str) -> Use:
    return Use(study=study, role=role, thing=thing)


def found(study: str, property_: str, direction: str, on: str = "", **more: object) -> Outcome:
    return Outcome(
        study=study,
        property=term(f"property:{property_}"),
        direction=direction,
        change=direction,
        sample=on,
        **more,  # type: ignore[arg-type]
    )


def recipe(study: str, made: str, process: str, *precursors: str) -> Recipe:
    chemicals = tuple(term(f"chemical:{name}") for name in precursors)
    return Recipe(
        study=study, made=solid(made), processes=(term(f"process:{process}"),), precursors=chemicals
    )


def world(
    *,
    links: Iterable[Link] = (),
    uses: Iterable[Use] = (),
    outcomes: Iterable[Outcome] = (),
    values: Iterable[Value] = (),
    recipes: Iterable[Recipe] = (),
    same: dict[str, str] | None = None,
) -> Facts:
    """Facts with a node for everything that they name; a study's label ends with its year."""
    groups = (tuple(links), tuple(uses), tuple(outcomes), tuple(values), tuple(recipes))
    studies = sorted({fact.study for group in groups for fact in group})
    named = {end for one in groups[0] for end in (one.source, one.target)}
    named |= {one.thing for one in groups[1]}
    named |= {i for o in groups[2] for i in (o.property, o.sample, *o.causes) if i}
    named |= {i for v in groups[3] for i in (v.quality, *v.of)}
    named |= {i for r in groups[4] for i in (r.made, *r.processes, *r.precursors)}
    layers = {
        iri: tuple(map(solid, segments(iri)[-1].split(",")))
        for iri in sorted(named)
        if segments(iri)[1] in LAYERED
    }
    named |= {one for found_ in layers.values() for one in found_}
    return Facts(
        nodes={iri: _node(iri) for iri in sorted(named)},
        studies={s: Study(iri=s, label=s, year=int(s.split()[-1])) for s in studies},
        links=groups[0],
        uses=groups[1],
        outcomes=groups[2],
        values=groups[3],
        recipes=groups[4],
        same=same or {},
        layers=layers,
    )


def _node(iri: str) -> Node:
    first, *rest = segments(iri)
    if first != "id":
        return Node(iri=iri, kind=first, label=label_of(iri))
    kind = "system" if rest[0] in LAYERED else rest[0]
    return Node(iri=iri, kind=kind, label=rest[-1].replace(",", "/"))
