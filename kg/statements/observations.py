"""Observations: the claims on one outcome combined, in columns and in words.

An observation is the statement of an outcome with its sample, cause, baseline, test conditions and
the technique that showed it. Its parts remain claims, each with its own evidence. A link of any of
the claims is a link of the observation; without one it stays empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.rdf.nodes import TYPE, Value, ald
from kg.statements.claims import StatedClaim
from kg.statements.formatting import (
    change_in_words,
    condition_in_words,
    label_of,
    unit_in_words,
    value_in_words,
)
from ontology import rdf
from ontology.iri import PREFIXES, concept_iri, sample_layers, segments

#: Parameters that describe the duration and severity of a test.
_TRIED: Final = frozenset(
    concept_iri("parameter", name)
    for name in (
        *("test_duration", "test_temperature", "relative_humidity", "power_density"),
        *("wavelength", "fluence", "inert_atmosphere", "annealing_time"),
    )
)
_NO_CHANGE: Final = concept_iri("direction", "none")
_SAMPLE: Final = PREFIXES["sample"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The context of observations: further claims on the same study.

    ``beside`` are claims by document and sentence, ``techniques`` the claims on techniques.
    """

    beside: Mapping[tuple[str, int], Sequence[StatedClaim]]
    techniques: Sequence[StatedClaim]


def make_context(stated: Iterable[StatedClaim]) -> Context:
    """Return the claims on a study in the form for :func:`observation_triples`."""
    beside: defaultdict[tuple[str, int], list[StatedClaim]] = defaultdict(list)
    techniques: list[StatedClaim] = []
    for one in stated:
        for start in one.starts:
            beside[one.document, start].append(one)
        if one.value("technique"):
            techniques.append(one)
    return Context(beside=beside, techniques=techniques)


def observation_triples(
    claims: Sequence[StatedClaim], context: Context
) -> Iterator[tuple[rdf.NamedNode, Value]]:
    """Yield the properties of the observation of these claims; the first claim has priority."""
    first = claims[0]
    yield TYPE, ald("Observation")
    yield (
        ald("change"),
        rdf.Literal(change_in_words(first.value("property"), first.value("direction"))),
    )
    samples = [sample for claim in claims for sample in claim.links.get("of", ())]
    if samples:
        yield ald("onSample"), rdf.NamedNode(samples[0])
        yield ald("sampleText"), rdf.Literal(thing_in_words(samples[0]))
    for link, property_, text in (
        ("agent", "causedBy", "causeText"),
        ("against", "comparedWith", "baselineText"),
    ):
        things = sorted({thing for claim in claims for thing in claim.links.get(link, ())})
        for thing in things:
            yield ald(property_), rdf.NamedNode(thing)
        if things:
            yield ald(text), rdf.Literal(", ".join(map(thing_in_words, things)))
    yield from _conditions(claims, context)
    yield from _techniques(claims, context)


def number_triples(claims: Sequence[StatedClaim]) -> Iterator[tuple[rdf.NamedNode, Value]]:
    """Yield the values of these claims in words."""
    numbers = next((claim.numbers for claim in claims if claim.numbers), None)
    if numbers is None:
        return
    start, final = numbers.get("startValue"), value_in_words(numbers)
    before = value_in_words({"value": start}) if start else ""
    if claims[0].value("direction") == _NO_CHANGE:
        before = before or final  # "remained at 6 %": the same before and after
    if before:
        yield ald("before"), rdf.Literal(before)
    if final:
        yield ald("after"), rdf.Literal(final)
    if numbers.get("unitCode"):
        yield ald("inUnit"), rdf.Literal(unit_in_words(numbers["unitCode"]))


def _conditions(
    claims: Sequence[StatedClaim], context: Context
) -> Iterator[tuple[rdf.NamedNode, Value]]:
    """Yield the conditions that the text links to the outcome, else those in its own sentence."""
    linked = dict.fromkeys(
        condition_in_words(parameter, numbers)
        for claim in claims
        for parameter, numbers in claim.tried
    )
    if linked:
        yield ald("conditionText"), rdf.Literal("; ".join(linked))
        return
    beside = dict.fromkeys(
        condition_in_words(one.value("parameter"), one.numbers)
        for one in _neighbours(claims, context)
        if one.value("parameter") in _TRIED
    )
    if beside:
        yield ald("conditionBesideText"), rdf.Literal("; ".join(sorted(beside)))


def _techniques(
    claims: Sequence[StatedClaim], context: Context
) -> Iterator[tuple[rdf.NamedNode, Value]]:
    """Yield the techniques that showed the property, according to the text."""
    shown = {claim.value("property") for claim in claims}
    for one in context.techniques:
        if shown & set(one.links.get("shows", ())):
            yield ald("shownWith"), rdf.NamedNode(one.value("technique"))


def _neighbours(claims: Sequence[StatedClaim], context: Context) -> Iterator[StatedClaim]:
    for claim in claims:
        for start in claim.starts:
            yield from context.beside.get((claim.document, start), ())


def thing_in_words(iri: str) -> str:
    """Return a sample by its layers, a solid by its formula, a concept by its label."""
    if iri.startswith(_SAMPLE):
        return "/".join(sample_layers(iri))
    first = segments(iri)[0]
    return segments(iri)[-1] if first == "id" else label_of(iri)
