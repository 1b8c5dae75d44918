"""What changed, and how: properties with the words, and values, that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.findings import Finding
from kg.extract.knowledge.measures import as_reported, is_bare, quantity_of
from kg.extract.knowledge.property_kinds import (
    FLIPPED,
    LABEL_DIRECTIONS,
    LASTING,
    NAMED,
    has_unit,
    is_phenomenon_or_quality,
)
from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import TELLING, WEAK, is_listed_with
from kg.extract.outcomes.admissible import Spoken
from kg.extract.outcomes.compared import compared
from kg.extract.outcomes.cues import is_telling, say
from kg.extract.outcomes.directions import RATES, by_cue, is_condition, outcome_with
from kg.extract.outcomes.dopings import find_dopings
from kg.extract.outcomes.incubations import find_incubations
from kg.extract.outcomes.levels import implied, is_apposed, level_ahead, ratio_beside
from kg.extract.outcomes.paraphrases import find_told
from kg.extract.outcomes.pronouns import find_pronouns
from kg.extract.outcomes.properties import (
    find_properties,
    is_meant,
    is_plain_in_context,
    is_vague,
)
from kg.extract.outcomes.ratios import with_ratio
from kg.extract.outcomes.senses import meant
from kg.extract.outcomes.switched import find_switches
from kg.extract.outcomes.trends import shares_verb, turn_of, with_trend
from kg.extract.outcomes.unitless import plain_value
from kg.extract.outcomes.unnamed_properties import find_unnamed
from kg.extract.owners import Binding, Owned
from kg.extract.reading import Reading
from kg.extract.syntax import Tree
from kg.model import Outcome

#: Right before the value that something has: "is estimated to be".
_LEVEL = re.compile(r"\b(?:be|is|was|are|were|of|at|as)\s+(?:\w+ly\s+|about\s+|~)?$")
#: Between a rate and the first end of its range.
_FROM = re.compile(r"\bfrom\b|\bbetween\b|\d ?[-–]")


def needs_parse(reading: Reading) -> bool:
    """Whether a sentence can hold an outcome that only its syntax tells.

    A quality that is only seen or reported needs none: its value speaks, or nothing does.
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
    reading: Reading, spoken: Sequence[Spoken], binding: Binding
) -> Iterator[Finding]:
    """The outcomes of a sentence, each resting on its property, word of change and numbers.

    A word that only judges a property ("very smooth") gives way to a value of it beside.
    """
    found = list(_find_outcomes(reading, spoken, binding))
    turned = {o.property for f in found if f.rule == "switched" and (o := _outcome_of(f))}
    if "structure" in turned:
        turned.add("crystallinity")  # the phase that it had, and the one that it got
    valued = {o.property for o in map(_outcome_of, found) if o and o.quantity}
    for finding in found:
        outcome = _outcome_of(finding)
        is_named = outcome is not None and outcome.property in turned and not outcome.quantity
        if is_named and finding.rule != "switched":
            continue
        if outcome and _is_reference(outcome, found):
            continue
        judged = finding.rule.removeprefix("outcome-") in LABEL_DIRECTIONS
        if outcome and judged and outcome.quantity is None and outcome.property in valued:
            continue
        yield finding


def _is_reference(outcome: Outcome, found: Sequence[Finding]) -> bool:
    """Whether a value is told already as one end of a change or comparison of its property."""
    value = outcome.quantity.value if outcome.quantity is not None else None
    start = outcome.quantity.start if outcome.quantity is not None else None
    if start is not None:
        return False
    return (
        outcome.direction == "reported"
        and value is not None
        and any(
            other.property == outcome.property
            and other.quantity is not None
            and other.quantity.start is not None
            and value in (other.quantity.start, other.quantity.value)
            for other in map(_outcome_of, found)
            if other is not None
        )
    )


def _outcome_of(finding: Finding) -> Outcome | None:
    return finding.content if isinstance(finding.content, Outcome) else None


def speak(reading: Reading, doc: Doc | None) -> tuple[Spoken, ...]:
    """The properties that a sentence speaks of, each with what is said of it."""
    tree = Tree(reading, doc) if doc is not None else None
    named = [
        m
        for m in find_properties(reading)
        if tree is None or m.label not in NAMED or not tree.names_another(m)
    ]
    unnamed = find_unnamed(reading, named)
    mentions = sorted([*named, *find_pronouns(reading, named), *unnamed], key=lambda m: m.start)
    said = [_with_noun(reading, with_trend(reading, say(reading, m, tree))) for m in mentions]
    return tuple(with_ratio(reading, one) for one in _shared(reading, _shared_back(reading, said)))


#: Behind a property: whose it is, and that it has what follows.
_HAS = (
    r"(?: (?:of|for|in) [^.;,]{2,60})? "
    r"(?:show|demonstrat|exhibit|yield|experienc|ha[ds]|have|saw)(?:e?d|s|n)? "
)
#: From a property to the noun of its change: "the EQE (a 7% increase)", "EQE of A gave a rise".
_TO_NOUN = re.compile(
    rf"\s?\(an? [\d.]+ ?% |{_HAS}(?:an? (?:\w+ )?|(?:(?!that|no|not|how)[\w-]+(?:,| and)? ){{1,3}})"
)
#: Behind a noun of change, and not behind an adjective: "an enhanced stability".
_NOUN_END = re.compile(r"$|[),.;]| (?:of|by|to|after|with|when|upon|from|compared|in|at)\b")


def _with_noun(reading: Reading, spoken: Spoken) -> Spoken:
    mention = spoken[0]
    for cue in reading.of_kind("direction"):
        is_noun = cue.id in FLIPPED and _NOUN_END.match(reading.text, cue.end)
        if is_noun and _TO_NOUN.fullmatch(reading.text, mention.end, cue.start):
            return mention, FLIPPED[cue.id] if mention.label == "inverseLabel" else cue.id, cue
    return spoken


def _is_level(reading: Reading, spoken: Spoken, value: Mention) -> bool:
    """Whether a value beside a change is no share that the change is called."""
    cue = spoken[2]
    is_share = cue is not None and cue.start == value.end + 1
    return is_apposed(reading, spoken, value) and not is_share


def outcome_of(reading: Reading, spoken: Spoken, value: Mention | None) -> Outcome | None:
    """What a property amounts to with a number as its value; ``None`` if it says nothing."""
    mention, direction, cue = spoken
    quantity = (
        (plain_value(reading, mention) if is_bare(value) else None)
        or compared(reading, mention, value, direction)
        or plain_value(reading, mention)
        or implied(reading, mention, cue)
    )
    is_range = value is not None and _FROM.search(reading.text, mention.end, value.end) is not None
    if (
        quantity is not None
        and mention.id in RATES
        and (cue is None or cue.id in WEAK)
        and is_range
    ):
        quantity = as_reported(quantity)  # "rates from 0.1 to 0.6 Å/cycle": a range
    if quantity is not None and _is_of_a_level(reading, spoken):
        direction = "reported"
    is_named = (
        mention.label != "bareLabel"
        or (has_unit(mention, quantity) and (not is_vague(mention) or is_meant(reading)))
        or is_plain_in_context(reading, mention, direction)
    )
    is_aside = value is not None and reading.text[: value.start].endswith(("(", "(~", "(≈"))
    direction = by_cue(direction, cue, quantity, is_aside=is_aside)
    if direction == "none" and cue is not None and _SHARE_KEPT.match(reading.text, cue.end):
        return None
    if direction == "present" and _is_on_the_way(mention, cue):
        return None
    if quantity is not None and mention.label == "inverseLabel" and _LACK.search(mention.text):
        if direction == "reported":
            return None
        if quantity.unit not in ("percent", "{fold}"):
            quantity = None
    return outcome_with(mention, direction, quantity) if is_named else None


#: A nucleation that is a step on the way, as each growth has one: "allowed a short burst".
_ON_THE_WAY = re.compile(
    r"(?:allow|provid|enabl|ensur|permit|offer|exist)(?!.*mechanism)|.*(?:stage|process|event|burst|phase)s?$|"
    r".*nucleation (?:result|le[ad])",
    re.IGNORECASE,
)


def _is_on_the_way(mention: Mention, cue: Mention | None) -> bool:
    if mention.id != "nucleation" or cue is None:
        return False
    words = sorted((mention, cue), key=lambda m: m.start)
    return _ON_THE_WAY.match(" ".join(m.text for m in words)) is not None


#: Behind a verb of keeping: how much was left, so that not all was kept.
_SHARE_KEPT = re.compile(
    r"\s(?:~|≈|about |over |above |more than |at least |nearly |only )*[\d.]+\s?% of "
    r"(?:its|their|the) (?:initial|original|starting)\b"
)
#: A name that counts what is missing: "a VOC deficit of 0.4 V" is no voltage of 0.4 V.
_LACK = re.compile(r"\b(?:deficits?|loss(?:es)?)$")
#: Between a verb of keeping and a property that has a level: "maintains a high ratio (10^6)".
_A_LEVEL = re.compile(r" an? (?:\w+ly )?(?:high|low|good|large|small|wide|narrow|stable|decent) ")


def _is_of_a_level(reading: Reading, spoken: Spoken) -> bool:
    """Whether a value is of something that a sample has all along, not of what changed or did not.

    "The permeabilities depend on the film, from 2 to 5 g/m2/d": the values say more than the verb.
    """
    mention, direction, cue = spoken
    if direction == "change":
        return mention.label == "inverseLabel"
    if direction != "none" or cue is None:
        return False
    return _A_LEVEL.match(reading.text, cue.end, mention.start) is not None


def _find_outcomes(
    reading: Reading, spoken: Sequence[Spoken], binding: Binding
) -> Iterator[Finding]:
    outcomes = [outcome_of(reading, one, binding.value_of(one[0])) for one in spoken]
    outcomes = _with_shared_ratio(reading, spoken, outcomes)
    turns = [turn_of(reading, one) for one in spoken]
    for one, outcome, turn in zip(spoken, outcomes, turns, strict=True):
        numbers = binding.of(one[0])
        if outcome is not None and (one[2] is None or one[2] not in turns):
            found = [
                *_one_or_two(reading, one, outcome, numbers),
                *_further(one[0], outcome, numbers),
            ]
            yield from (_resting_on(finding, one, numbers) for finding in found)
            if turn is not None:
                back = Outcome(property=one[0].id, direction=FLIPPED[one[1]])
                yield replace(_finding(back, one[0]), terms=(one[0], turn))
    yield from _shares(binding)
    yield from find_switches(reading)
    yield from find_told(reading)
    yield from find_incubations(reading)
    if all(mention.id != "doping" or not said for mention, said, _ in spoken):
        yield from find_dopings(reading)


def _with_shared_ratio(
    reading: Reading, spoken: Sequence[Spoken], outcomes: Sequence[Outcome | None]
) -> list[Outcome | None]:
    """The ratio at the end of a list is that of all: "raised the X and the Y by a factor of 2"."""
    shared = list(outcomes)
    for i in range(len(shared) - 1, 0, -1):
        first, last = shared[i - 1], shared[i]
        if (
            first is not None
            and last is not None
            and first.quantity is None
            and last.quantity is not None
            and last.quantity.unit == "{fold}"
            and first.direction == last.direction
            and is_listed_with(reading, spoken[i - 1][0], spoken[i][0])
        ):
            shared[i - 1] = replace(first, quantity=last.quantity)
    return shared


def _shares(binding: Binding) -> Iterator[Finding]:
    """The shares of elements: what a solid consists of, and what else it holds."""
    for one in binding.owned:
        quantity = quantity_of(one.number)
        if one.rule == "element-share" and quantity is not None:
            content = Outcome(
                property=one.attribute, direction="reported", quantity=as_reported(quantity)
            )
            yield Finding(content=content, at=one.number.start, rule=one.rule, terms=(one.number,))


def _shared(reading: Reading, spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """What is said of the first property of a list is said of the others too."""
    before: Spoken | None = None
    last: Spoken | None = None  # of the words before; one word may stand for two properties
    for one in spoken:
        mention, direction, cue = one
        if last is not None and last[0].start < mention.start:
            before = last
        if before is not None and (cue is None or cue.id in WEAK) and mention.label in NAMED:
            first, said, told = before
            listed = is_listed_with(reading, first, mention) or shares_verb(
                reading, before, mention
            )
            if told is not None and told.id in TELLING and listed:
                opposed = (first.label == "inverseLabel") != (mention.label == "inverseLabel")
                direction, cue = FLIPPED.get(said, said) if opposed else said, told
        last = (mention, direction, cue)
        yield last


#: From the last of a list to the noun of change that all of its items have.
_ALL_HAVE = re.compile(rf"{_HAS}(?:an? )?(?:[\w-]+,? ){{0,2}}")


def _shared_back(reading: Reading, said: Sequence[Spoken]) -> list[Spoken]:
    """What a noun behind a list says is said of all: "the X, the Y and the Z showed a rise"."""
    spoken = list(said)
    for i in range(len(spoken) - 1, 0, -1):
        (one, _, weak), (last, told, cue) = spoken[i - 1], spoken[i]
        if cue is None or cue.id not in TELLING or one.start == last.start:
            continue
        end = max(m.end for m, _, other in spoken if other == cue)
        is_free = (weak is None or weak.id in WEAK) and one.label in NAMED
        if (
            is_free
            and _ALL_HAVE.fullmatch(reading.text, end, cue.start)
            and is_listed_with(reading, one, last)
        ):
            spoken[i - 1] = (one, told, cue)
    return spoken


def _one_or_two(
    reading: Reading, spoken: Spoken, outcome: Outcome, numbers: Sequence[Owned]
) -> Iterator[Finding]:
    """ "Is dependent on the phase and is estimated to be 3.6 eV": a change, and a value."""
    mention = spoken[0]
    quantity = outcome.quantity
    values = [one.number for one in numbers if one.owner == "result" and one.role == "value"]
    ratio = ratio_beside(reading, spoken, outcome, values)
    if ratio is not None:
        yield _finding(replace(outcome, quantity=ratio), mention)
    is_level = values and _LEVEL.search(reading.text[mention.end : values[0].start])
    if quantity is not None and outcome.direction == "change" and is_level:
        yield _finding(replace(outcome, quantity=None), mention)
        outcome = replace(outcome, direction="reported", quantity=as_reported(quantity))
    elif outcome.direction in FLIPPED and values and _is_level(reading, spoken, values[0]):
        outcome = replace(outcome, direction="reported")
    elif outcome.direction == "none" and is_condition(mention.id, quantity):
        outcome = replace(outcome, quantity=None)
    level = level_ahead(reading, mention, outcome, values)
    if level is not None and not is_condition(mention.id, level):
        told = Outcome(property=mention.id, direction="reported", quantity=as_reported(level))
        yield _finding(told, mention)
    yield _finding(outcome, mention)


def _further(mention: Mention, outcome: Outcome, numbers: Sequence[Owned]) -> Iterator[Finding]:
    """The other values of "74% and 68%", "12 ns on ZnO and 27 ns on glass"."""
    for one in numbers:
        quantity = quantity_of(one.number)
        if one.role == "listed" and quantity is not None:
            yield _finding(replace(outcome, quantity=as_reported(quantity)), mention)


def _resting_on(finding: Finding, spoken: Spoken, numbers: Sequence[Owned]) -> Finding:
    """The finding with the mentions that it rests on: property, word of change, its numbers."""
    mention, _, cue = spoken
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
