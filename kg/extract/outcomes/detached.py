"""Decide whether the words around a property and a number keep the two apart.

A number is near many words but measures one of them: the noun after it ("66 % mass loss"), the noun
connected by "of" or "was" ("a concentration of 0.1 %"), or the noun of a comparative. Words that
imply a change or a lack ("rougher", "decomposition") have a number only if the grammar joins both.
"""

from __future__ import annotations

import re

from kg.extract.knowledge.measures import quantity_of, units_of
from kg.extract.knowledge.property_kinds import CHANGE_LABELS, NAMED, POSITIONS
from kg.extract.mentions import Mention
from kg.extract.outcomes.peaks import NEARLY, is_no_peak
from kg.extract.reading import Reading

_LINKING = (
    r"(?:is|are|was|were|be|been|being|amount(?:s|ed)? to|reach(?:e[sd])?|exceed(?:s|ed)?|"
    r"remain(?:s|ed)?|equals?|stay(?:s|ed)?|averag(?:es?|ed)|"
    r"(?:(?:is|was|are|were) )?(?:measured|found|determined|estimated|calculated) (?:to be|as|at))"
)
_MEASURED = (
    r"(?:,? as (?:measured|determined|seen|found|estimated) (?:by|with|in|from) [\w -]{2,30}?,?)?"
)
#: Text between a word of change or lack and its number: "of the cell by 40 %", "is fourfold".
_TO_NUMBER = re.compile(
    rf"(?:\s?\([^()]{{1,20}}\))?{_MEASURED}(?:"
    rf"\s?[:=]|\s?[(,]|\s(?:of|by|from|to|in)|"
    r"\s(?:of|in|on|over|upon|after|during|with|at|within|across|throughout)\s(?:[^.;:,()]|\.(?=\d)){1,60}?\s?(?:"
    rf"\s(?:by|from|to|{_LINKING})|\()|"
    rf"\s(?:\w+ly\s)?{_LINKING}|\W{{0,4}})"
    rf"{NEARLY}"
)
#: Text between a verb or noun of change and its number: "rises threefold", "fell by 40 %".
_FROM_CUE = re.compile(rf"(?:\s(?:by|to|from|of|in|\w+ly))*{NEARLY}")
#: Text between a number and its word of change: "95 % of the native ligands were lost".
_TO_LABEL = re.compile(
    r"[\s-](?:of (?:the |its |their |all )?)?(?:(?!and\b|or\b|in\b|for\b|due\b|with\b|at\b|that\b|"
    r"was\b|were\b|is\b|are\b|ha[sd]\b|have\b|shows?\b|\w+ed\b)[\w-]+[\s-]){0,2}"
)

#: The maximum number of characters between a number and a word of change: "40 %, lower".
_BESIDE = 2


def is_loose_label(
    reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None
) -> bool:
    """Return whether the grammar does not join a word of change or lack with a number."""
    is_change = mention.label in CHANGE_LABELS
    if not is_change and (mention.label != "inverseLabel" or _is_in_own_unit(mention, quantity)):
        return False
    text = reading.text
    if cue is not None and (
        0 <= cue.start - quantity.end <= _BESIDE
        or (cue.end <= quantity.start and _FROM_CUE.fullmatch(text, cue.end, quantity.start))
    ):
        return _is_broken(text, *_gap(mention, cue))
    if mention.end <= quantity.start:
        return _TO_NUMBER.fullmatch(text, mention.end, quantity.start) is None
    return _TO_LABEL.fullmatch(text, quantity.end, mention.start) is None


def _gap(one: Mention, other: Mention) -> tuple[int, int]:
    """Return the start and end of the text between two mentions; it is empty if they overlap."""
    first, second = sorted((one, other), key=lambda m: m.start)
    return first.end, max(first.end, second.start)


def _is_broken(text: str, start: int, end: int) -> bool:
    return re.search(r"[,;:]| and ", text[start:end]) is not None


def _is_in_own_unit(mention: Mention, quantity: Mention) -> bool:
    """Return whether a word of lack is a measured quantity: "water vapour transmission rate"."""
    value = quantity_of(quantity)
    unit = value.unit if value is not None else None
    is_damage = _DAMAGE.search(mention.text) is not None
    return (
        not is_damage
        and unit not in ("percent", "{fold}")
        and (unit or "1") in units_of(mention.id)
    )


#: Words for damage, which may occur at a current or voltage: "poisoning at 200 mA".
_DAMAGE = re.compile(r"\b(?:poison|degrad|deactivat|decompos|corro|delaminat|agglomer)", re.I)


#: Text between a number and a property in another part of the sentence.
_NEW_PART = re.compile(r",\s|;|\sand\s")
#: A list of numbers that belong to the same word: "40 % and 30 %, lower X".
_OWN_LIST = re.compile(r"(?:,| and|, and| or)\s[~≈]?[\d.]+")


def is_of_part_before(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a number belongs to a part of the sentence before the property.

    "The mass is larger by 33 %, consistent with a larger gap".
    """
    if quantity.end > mention.start:
        return False
    gap = reading.text[quantity.end : mention.start]
    return _NEW_PART.search(_OWN_LIST.sub("", gap)) is not None


#: Nouns of quantities that often have a percentage, a length or a voltage.
_AMOUNTS = (
    r"(?:concentrations?|contents?|humidity|recover(?:y|ies)|loadings?|(?:mass|weight|volume) "
    r"(?:loss(?:es)?|gains?|changes?|expansions?|fractions?|contractions?)|expansions?(?:/\w+)?|"
    r"(?:standard )?deviations?|uncertaint(?:y|ies)|strains?|elongations?|duty cycles?|"
    r"(?<!quantum )(?<!luminescence )(?<!photon )yields?|tilts?|compressions?)"
)
_LENGTHS = (
    r"(?:thickness(?:es)?|widths?|depths?|diameters?|heights?|lengths?|pitch(?:es)?|"
    r"sizes?|spacings?|distances?|periods?|radi(?:us|i))"
)
_VOLTAGES = (
    r"(?:(?:operat(?:ing|ion)|blocking|breakdown|gate|drain|applied|bias|supply|driving|drive|"
    r"cut-?off|forming|scan|cell|input|output) (?:voltages?|bias(?:es)?|potentials?)|bias(?:es)?)"
)
_TIED = (
    rf" (?:(?:of|over|above|below|exceeding|under|up to|{_LINKING})|(?=[(~≈=:<>]))"
    rf"[ (=:]*{NEARLY}$"
)
_OTHER_NOUNS = {
    "percent": _AMOUNTS,
    "nm": _LENGTHS,
    "um": _LENGTHS,
    "Ao": _LENGTHS,
    "V": _VOLTAGES,
    "mV": _VOLTAGES,
}
_TIED_TO = {unit: re.compile(rf"\b({nouns}){_TIED}") for unit, nouns in _OTHER_NOUNS.items()}
_BEFORE_NOUN = {
    unit: re.compile(
        rf"\s(?:of )?(?:(?!under|at|in|with|for|by|and|as|on|to|from|than)[a-z]+ )?({nouns})\b"
    )
    for unit, nouns in _OTHER_NOUNS.items()
}


def is_of_other_noun(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether another noun has the number: "a concentration of 0.1 %", "66 % loss"."""
    value = quantity_of(quantity)
    unit = value.unit or "" if value is not None else ""
    if unit not in _TIED_TO:
        return False
    ahead = _TIED_TO[unit].search(reading.text, max(0, quantity.start - 60), quantity.start)
    behind = _BEFORE_NOUN[unit].match(reading.text, quantity.end)
    return any(
        noun is not None and not (mention.start <= noun.start(1) < mention.end)
        for noun in (ahead, behind)
    )


#: Words around a relative humidity: "a relative humidity (RH) lower than 30 %", "60 % RH".
_HUMID = re.compile(r"\b(?:humidity|R\.?H\.?)(?:\s?\(R\.?H\.?\))?[^.;,()\d]{0,20}$")
_OF_HUMIDITY = re.compile(r"\s(?:of\s)?(?:relative humidity|humidity|R\.?H\b)")


def is_humidity(reading: Reading, quantity: Mention) -> bool:
    """Return whether a percentage is a humidity."""
    value = quantity_of(quantity)
    if value is None or value.unit != "percent":
        return False
    ahead = _HUMID.search(reading.text, max(0, quantity.start - 60), quantity.start)
    return ahead is not None or _OF_HUMIDITY.match(reading.text, quantity.end) is not None


#: Text after a number that is the difference of two values.
_DIFFERENCE = re.compile(
    r"(?:[^.;,()]{0,20}\d ?[\w%]+)? (?:difference|spread|variation)s? (?:in|of|between)\b"
)
#: A sign right before the symbol of a property that changed.
_DELTA = re.compile(r"[∆Δδ]\s?$")
#: Text after a property whose shift has the value.
_SHIFT = re.compile(r" shifts?(?: \([^()]*\))? of\b")
#: A relative clause about the noun before it: "an emission that is ten times stronger".
_RELATIVE = re.compile(rf"\b([\w-]+) (?:that|which) {_LINKING}{NEARLY}$")


def is_difference(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a number is a difference: "a 0.7 nm difference in width", "ΔV of 6 V"."""
    if mention.id in POSITIONS:
        return False
    return bool(
        _DIFFERENCE.match(reading.text, quantity.end)
        or _DELTA.search(reading.text[: mention.start])
        or (quantity.start > mention.end and _SHIFT.match(reading.text, mention.end))
    )


def is_of_relative_clause(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a relative clause gives the number to another noun before it.

    "The absorption causes an emission that is 10 times stronger".
    """
    relative = _RELATIVE.search(reading.text, mention.end, quantity.start)
    return relative is not None and relative.start(1) > mention.end


#: The maximum length of an aside with two names of one property: "the efficiency (PCE or η) of".
_SHORT_ASIDE = 25
_ASIDE = re.compile(r"\(([^()]*)\)")


def is_across_bracket(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a property is in brackets and the number is outside of them."""
    for aside in _ASIDE.finditer(reading.text):
        if aside.start() < mention.start and mention.end < aside.end(1):
            is_short = mention.end == aside.end(1) and len(aside[1]) <= _SHORT_ASIDE
            is_outside = quantity.start >= aside.end() or quantity.end <= aside.start()
            return is_outside and not is_short
    return False


#: The end of a spectral range in an index: "the ratio PL740-750nm".
_INDEX = re.compile(r"[A-Za-z]\d{2,}\s?[-–]\s?$")


def is_index(reading: Reading, quantity: Mention) -> bool:
    """Return whether a number is part of a symbol: "PL740-750nm"."""
    return _INDEX.search(reading.text[: quantity.start]) is not None


#: Text between a number and the property after it: "45 % of the total selectivity".
_TO_NAME = re.compile(
    r"\s(?:of\s)?(?:(?!and\b|or\b|at\b|in\b|for\b|with\b|to\b|on\b|under\b|after\b|by\b|from\b|"
    r"when\b|than\b|as\b)[\w-]+\s){0,3}(?:-)?"
)
#: A number that belongs to the property before it.
_HAS_OWN = re.compile(r"\s?(?:of|[=:~≈(]|is|was|were|are)\s?[~≈<>(]?\s?\d")
#: Text between a property and a number that certainly belongs to it.
_OF = re.compile(rf"\s?(?:of|[=:(]|was|is|were|are)(?:\s|(?<=[(=:])){NEARLY}")


def is_of_name_behind(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a number belongs to another property right after it.

    "80 % of X conversion and 90 % of Y selectivity".
    """
    value = quantity_of(quantity)
    unit = (value.unit or "1") if value is not None else "1"
    if mention.end <= quantity.start and _OF.fullmatch(reading.text, mention.end, quantity.start):
        return False
    return any(
        other.id != mention.id
        and other.label in NAMED
        and quantity.end < other.start
        and unit in units_of(other.id)
        and _TO_NAME.fullmatch(reading.text, quantity.end, other.start)
        and not _HAS_OWN.match(reading.text, other.end)
        for other in reading.of_kind("property")
    )


def is_detached(reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None) -> bool:
    """Return whether the words around a number prevent it from being the property's value."""
    return bool(
        mention.text
        and (
            is_index(reading, quantity)
            or is_humidity(reading, quantity)
            or is_loose_label(reading, mention, quantity, cue)
            or is_of_part_before(reading, mention, quantity)
            or is_of_other_noun(reading, mention, quantity)
            or is_difference(reading, mention, quantity)
            or is_of_relative_clause(reading, mention, quantity)
            or is_across_bracket(reading, mention, quantity)
            or is_of_name_behind(reading, mention, quantity)
            or is_no_peak(reading, mention, quantity, cue)
        )
    )
