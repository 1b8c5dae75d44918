"""Find the outcomes of a sentence: its properties with the words and values of their change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.findings import Finding
from kg.extract.knowledge.measures import as_reported, quantity_of
from kg.extract.knowledge.property_kinds import (
    FLIPPED,
    LABEL_DIRECTIONS,
    LASTING,
    NAMED,
    is_phenomenon_or_quality,
)
from kg.extract.mentions import Mention
from kg.extract.outcomes.amount import outcome_of
from kg.extract.outcomes.coordinated import (
    with_direction_of_first,
    with_direction_of_last,
    with_ratio_of_last,
)
from kg.extract.outcomes.cues import is_telling, predicate
from kg.extract.outcomes.directions import is_condition
from kg.extract.outcomes.dopings import find_dopings
from kg.extract.outcomes.incubations import find_incubations
from kg.extract.outcomes.levels import is_apposed, level_ahead, levels_reached, ratio_beside
from kg.extract.outcomes.nouns_of_change import with_noun
from kg.extract.outcomes.paraphrases import find_told
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.pronouns import find_pronouns
from kg.extract.outcomes.properties import find_properties
from kg.extract.outcomes.ratios import with_ratio
from kg.extract.outcomes.senses import meant
from kg.extract.outcomes.switched import find_switches
from kg.extract.outcomes.trends import is_top, turn_of, with_trend
from kg.extract.outcomes.unitless import listed_values
from kg.extract.outcomes.unnamed_properties import find_unnamed
from kg.extract.owners import Binding, Owned
from kg.extract.reading import Reading, kept
from kg.extract.syntax import Tree
from kg.model import Outcome, Quantity

#: Words right before a value that something has: "is estimated to be".
_LEVEL = re.compile(r"\b(?:be|is|was|are|were|of|at|as)\s+(?:\w+ly\s+|about\s+|~)?$")


@kept
def needs_parse(reading: Reading) -> bool:
    """Return whether a sentence may contain an outcome that only its syntax reveals.

    A quality that is only seen or reported needs no parse: it is an outcome only if it has a value.
    """
    cues = reading.of_kind("direction")
    named = (*reading.of_kind("property"), *meant(reading)) if cues else ()
    properties = [m for m in named if m.label not in LABEL_DIRECTIONS]
    if not properties:
        return False
    return any(is_telling(cue) for cue in cues) or any(
        is_phenomenon_or_quality(m.id) or m.id in LASTING for m in properties
    )


def find_outcomes(
    reading: Reading, predications: Sequence[Predication], binding: Binding
) -> Iterator[Finding]:
    """Yield the outcomes of a sentence, each with its property, word of change and numbers.

    A word that only judges a property ("very smooth") is dropped if a value of the property is
    given.
    """
    found = list(_find_outcomes(reading, predications, binding))
    turned = {o.property for f in found if f.rule == "switched" and (o := _outcome_of(f))}
    if "structure" in turned:
        turned.add("crystallinity")  # the phases before and after
    valued = {o.property for o in map(_outcome_of, found) if o and o.quantity}
    for finding in found:
        outcome = _outcome_of(finding)
        if outcome is None:
            yield finding
            continue
        is_bare = outcome.quantity is None
        is_only_named = is_bare and outcome.property in turned and finding.rule != "switched"
        is_judgement = finding.rule.removeprefix("outcome-") in LABEL_DIRECTIONS
        is_covered = is_bare and is_judgement and outcome.property in valued
        if not (is_only_named or is_covered or _is_reference(outcome, found)):
            yield finding


def _is_reference(outcome: Outcome, found: Sequence[Finding]) -> bool:
    """Return whether a value is already one end of a change or comparison of its property."""
    quantity = outcome.quantity
    if outcome.direction != "reported" or quantity is None:
        return False
    if quantity.start is not None or quantity.value is None:
        return False
    others = [o.quantity for o in map(_outcome_of, found) if o and o.property == outcome.property]
    return any(
        other is not None
        and other.start is not None
        and quantity.value in (other.start, other.value)
        for other in others
    )


def _outcome_of(finding: Finding) -> Outcome | None:
    return finding.content if isinstance(finding.content, Outcome) else None


def find_predications(reading: Reading, doc: Doc | None) -> tuple[Predication, ...]:
    """Return the properties that a sentence names, each with its stated direction.

    Without the parse (``doc``), only the order of the words counts.
    """
    tree = Tree(reading, doc) if doc is not None else None
    named = [
        m
        for m in find_properties(reading)
        if tree is None or m.label not in NAMED or not tree.names_another(m)
    ]
    unnamed = find_unnamed(reading, named)
    mentions = sorted([*named, *find_pronouns(reading, named), *unnamed], key=lambda m: m.start)
    alone = [with_noun(reading, with_trend(reading, predicate(reading, m, tree))) for m in mentions]
    shared = with_direction_of_first(reading, with_direction_of_last(reading, alone))
    return tuple(with_ratio(reading, one) for one in shared)


def _is_level(reading: Reading, predication: Predication, value: Mention) -> bool:
    """Return whether a value beside a change is a level of the property, not a share of change."""
    cue = predication.cue
    is_share = cue is not None and cue.start == value.end + 1
    return is_apposed(reading, predication, value) and not is_share


#: Text between a word for no change and the level in brackets.
_TO_ASIDE = re.compile(r"[^.;,()]+? (?:of|on|from) [^.;,()]{2,60} \((?:about |~)?")


def _is_in_aside(reading: Reading, predication: Predication, value: Mention) -> bool:
    """Return whether brackets give the level of a constant: "independent of power (0.4 nm)"."""
    cue = predication.cue
    if cue is None or cue.end > value.start:
        return False
    return _TO_ASIDE.fullmatch(reading.text, cue.start, value.start) is not None


def _find_outcomes(
    reading: Reading, predications: Sequence[Predication], binding: Binding
) -> Iterator[Finding]:
    outcomes = [outcome_of(reading, one, binding.value_of(one.mention)) for one in predications]
    outcomes = with_ratio_of_last(reading, predications, outcomes)
    turns = [turn_of(reading, one) for one in predications]
    for one, outcome, turn in zip(predications, outcomes, turns, strict=True):
        mention, direction, cue = one
        if outcome is None or (cue is not None and cue in turns):
            continue
        numbers = binding.of(mention)
        found = (
            []
            if is_top(reading, one)
            else [
                *_as_change_and_value(reading, one, outcome, numbers),
                *_further(mention, outcome, numbers),
                *_listed(reading, mention, outcome),
            ]
        )
        yield from (_resting_on(finding, one, numbers) for finding in found)
        if turn is not None:
            back = Outcome(property=mention.id, direction=FLIPPED[direction])
            yield replace(_finding(back, mention), terms=(mention, turn))
    for one, level in levels_reached(reading, predications, outcomes):
        told = Outcome(property=one.mention.id, direction="reported", quantity=as_reported(level))
        yield _finding(told, one.mention)
    yield from _shares(binding)
    yield from find_switches(reading)
    yield from find_told(reading)
    yield from find_incubations(reading)
    if all(one.mention.id != "doping" or not one.direction for one in predications):
        yield from find_dopings(reading)


def _shares(binding: Binding) -> Iterator[Finding]:
    """Yield the shares of elements: stoichiometry and impurities."""
    for one in binding.owned:
        quantity = quantity_of(one.number)
        if one.rule == "element-share" and quantity is not None:
            content = Outcome(
                property=one.attribute, direction="reported", quantity=as_reported(quantity)
            )
            yield Finding(content=content, at=one.number.start, rule=one.rule, terms=(one.number,))


def _as_change_and_value(
    reading: Reading, predication: Predication, outcome: Outcome, numbers: Sequence[Owned]
) -> Iterator[Finding]:
    """Yield an outcome as a change and a value if the sentence states both.

    "Is dependent on the phase and is estimated to be 3.6 eV".
    """
    mention = predication.mention
    quantity = outcome.quantity
    values = [one.number for one in numbers if one.owner == "result" and one.role == "value"]
    ratio = ratio_beside(reading, predication, outcome, values)
    if ratio is not None:
        yield _finding(replace(outcome, quantity=ratio), mention)
    is_level = values and _LEVEL.search(reading.text[mention.end : values[0].start])
    is_ratio = quantity is not None and quantity.unit == "{fold}"
    if quantity is not None and outcome.direction == "change" and is_level and not is_ratio:
        yield _finding(replace(outcome, quantity=None), mention)
        outcome = replace(outcome, direction="reported", quantity=as_reported(quantity))
    elif outcome.direction in FLIPPED and values and _is_level(reading, predication, values[0]):
        outcome = replace(outcome, direction="reported")
    elif outcome.direction == "none" and is_condition(mention.id, quantity):
        outcome = replace(outcome, quantity=None)
    elif outcome.direction == "none" and values and _is_in_aside(reading, predication, values[0]):
        yield _finding(replace(outcome, quantity=None), mention)
        outcome = replace(outcome, direction="reported")
    level = level_ahead(reading, mention, outcome, values)
    if level is not None and not is_condition(mention.id, level):
        told = Outcome(property=mention.id, direction="reported", quantity=as_reported(level))
        yield _finding(told, mention)
    yield _finding(outcome, mention)


def _further(mention: Mention, outcome: Outcome, numbers: Sequence[Owned]) -> Iterator[Finding]:
    """Yield the other values of "74% and 68%", "12 ns on ZnO and 27 ns on glass"."""
    for one in numbers:
        quantity = quantity_of(one.number)
        if one.role == "listed" and quantity is not None:
            if outcome.quantity is not None and outcome.quantity.start is not None:
                further = _as_change(quantity, one.number)
            else:
                further = as_reported(quantity)
            yield _finding(replace(outcome, quantity=further), mention)


def _as_change(quantity: Quantity, number: Mention) -> Quantity:
    """Return the quantity of a further change: a printed range goes from one end to the other."""
    ends = number.quantity.members if number.quantity is not None else ()
    if quantity.start is not None or len(ends) != 2:
        return quantity
    return replace(quantity, start=ends[0].value, value=ends[1].value, value_max=None)


def _listed(reading: Reading, mention: Mention, outcome: Outcome) -> Iterator[Finding]:
    """Yield the other bare numbers of "the refractive indices were 1.7, 1.8 and 1.9"."""
    if outcome.quantity is None or outcome.direction != "reported":
        return
    for quantity in listed_values(reading, mention, outcome.quantity):
        yield _finding(replace(outcome, quantity=quantity), mention)


def _resting_on(finding: Finding, predication: Predication, numbers: Sequence[Owned]) -> Finding:
    """Return the finding with the mentions that support it: property, cue and numbers."""
    mention, _, cue = predication
    own = (one.number for one in numbers if one.owner == "result")
    terms = tuple(term for term in (mention, cue, *own) if term is not None)
    return replace(finding, terms=terms)


def _finding(outcome: Outcome, mention: Mention) -> Finding:
    weak = outcome.quantity is None and outcome.direction in ("present", "change", "absent")
    return Finding(
        content=outcome,
        at=mention.start,
        rule=f"outcome-{mention.label}",
        weak=weak,
    )
