"""Combine what a sentence states about a property with its value into an outcome."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.knowledge.measures import as_reported, is_bare
from kg.extract.knowledge.property_kinds import NAMED, POSITIONS, has_unit
from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import WEAK
from kg.extract.outcomes.compared import compared
from kg.extract.outcomes.directions import RATES, by_cue, outcome_with
from kg.extract.outcomes.levels import implied
from kg.extract.outcomes.losses import as_loss, without_lack
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.properties import is_meant, is_plain_in_context, is_vague
from kg.extract.outcomes.unitless import plain_value
from kg.extract.reading import Reading
from kg.model import Outcome, Quantity

#: Text between a rate and the first end of its range.
_FROM = re.compile(r"\bfrom\b|\bbetween\b|\d ?[-–]")
#: A share after a verb of keeping, so that not everything was kept.
_SHARE_KEPT = re.compile(
    r"\s(?:~|≈|about |over |above |more than |at least |nearly |only )*[\d.]+\s?% of "
    r"(?:its|their|the) (?:initial|original|starting)\b"
)
#: Nucleation as a step that every growth has: "allowed a short burst".
_STEP_OF_GROWTH = re.compile(
    r"(?:allow|provid|enabl|ensur|permit|offer|exist)(?!.*mechanism)|.*(?:stage|process|event|burst|phase)s?$|"
    r".*nucleation (?:result|le[ad])",
    re.IGNORECASE,
)
#: Text between a verb of keeping and the level of a property: "maintains a high ratio (10^6)".
_A_LEVEL = re.compile(r" an? (?:\w+ly )?(?:high|low|good|large|small|wide|narrow|stable|decent) ")


def outcome_of(reading: Reading, predication: Predication, value: Mention | None) -> Outcome | None:
    """Return the outcome of a property with a number as its value; ``None`` without a claim."""
    mention, direction, cue = predication
    quantity = _quantity(reading, predication, value)
    if quantity is not None and _is_of_a_level(reading, predication):
        direction = "reported"
    if not _is_property(reading, mention, direction, quantity):
        return None
    quantity = _as_range(reading, mention, cue, value, quantity)
    is_aside = value is not None and reading.text[: value.start].endswith(("(", "(~", "(≈", ": "))
    direction = by_cue(mention.id, direction, cue, quantity, is_aside=is_aside)
    if _is_share_kept(reading, mention, direction, cue):
        return None
    if direction == "present" and _is_step_of_growth(mention, cue):
        return None
    direction, quantity = without_lack(reading, mention, direction, quantity)
    return as_loss(mention, outcome_with(mention, direction, quantity))


#: Text between a peak and the wavelengths of several samples: "an emission wavelength from 4 to 5".
_SPANNING = re.compile(r"(?:\s(?:range|region|bands?|maxima))?\s(?:spanning )?from (?:about |~)?")


#: Words before a peak that samples have, so that it does not move.
_HAVING = re.compile(
    r"\b(?:with|of|having|ha[sd]|have|(?:obtain|achiev|show|exhibit|display|cover|reach|provid)\w*|"
    r"g[ai]v\w+) (?:an? |the |their |its )?(?:tunable |different |various )?$"
)


def _as_range(
    reading: Reading,
    mention: Mention,
    cue: Mention | None,
    value: Mention | None,
    quantity: Quantity | None,
) -> Quantity | None:
    """Return a quantity with two ends as a range, unless a word says that it changed."""
    is_told = cue is not None and cue.id not in WEAK
    if quantity is None or quantity.start is None or value is None or is_told:
        return quantity
    is_rising = quantity.value is not None and quantity.start < quantity.value
    is_span = mention.id in POSITIONS and mention.label in NAMED and is_rising
    is_had = _HAVING.search(reading.text, 0, mention.start) is not None
    if not is_span or not is_had or not _SPANNING.fullmatch(reading.text, mention.end, value.start):
        return quantity
    return replace(quantity, start=None, value=quantity.start, value_max=quantity.value)


#: The remaining share, before its property: "less than 40 % of the initial activity".
_SHARE_AHEAD = re.compile(
    r"\d\s?% (?:of (?:its |their |the )?)?(?:initial|original|starting) (?:\w+ )?$"
)


def _is_share_kept(reading: Reading, mention: Mention, direction: str, cue: Mention | None) -> bool:
    if direction != "none" or cue is None:
        return False
    ahead = _SHARE_AHEAD.search(reading.text[: mention.start])
    return ahead is not None or _SHARE_KEPT.match(reading.text, cue.end) is not None


def _quantity(reading: Reading, predication: Predication, value: Mention | None) -> Quantity | None:
    """Return the value of a property, with its reference, or in words: "was halved"."""
    mention, direction, cue = predication
    quantity = (
        (plain_value(reading, mention) if is_bare(value) else None)
        or compared(reading, mention, value, direction)
        or plain_value(reading, mention)
        or implied(reading, mention, cue)
    )
    is_weak = cue is None or cue.id in WEAK
    if quantity is None or value is None or mention.id not in RATES or not is_weak:
        return quantity
    is_range = _FROM.search(reading.text, mention.end, value.end) is not None
    return as_reported(quantity) if is_range else quantity  # "rates from 0.1 to 0.6 Å/cycle"


def _is_property(
    reading: Reading, mention: Mention, direction: str, quantity: Quantity | None
) -> bool:
    """Return whether an ambiguous word ("gap", "index") names its property here."""
    if mention.label != "bareLabel":
        return True
    has_value = has_unit(mention, quantity) and (not is_vague(mention) or is_meant(reading))
    return has_value or is_plain_in_context(reading, mention, direction)


def _is_step_of_growth(mention: Mention, cue: Mention | None) -> bool:
    if mention.id != "nucleation" or cue is None:
        return False
    words = sorted((mention, cue), key=lambda m: m.start)
    return _STEP_OF_GROWTH.match(" ".join(m.text for m in words)) is not None


def _is_of_a_level(reading: Reading, predication: Predication) -> bool:
    """Return whether a value belongs to a constant level of a sample, not to its change.

    "The permeabilities depend on the film, from 2 to 5 g/m2/d": the values are more specific than
    the verb.
    """
    mention, direction, cue = predication
    if direction == "change":
        return mention.label == "inverseLabel"
    if direction != "none" or cue is None:
        return False
    return _A_LEVEL.match(reading.text, cue.end, mention.start) is not None
