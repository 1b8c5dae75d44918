"""Cues directly beside their property, if the parse does not connect the two.

The small model reads "conferred air stability" or "the PL intensity of passivated dots was found to
remain stable" as a noun with a participle; the order of the words is clear nevertheless.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.knowledge.property_kinds import FLIPPED
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Directions that state a change, and those that only state an observation.
TELLING = frozenset({"increase", "decrease", "none"})
WEAK = frozenset({"present", "reported"})
#: Text between a cue and the property after it: no verb, comma or other noun phrase.
_AHEAD = re.compile(
    r"\s+(?:by (?:~)?(?:half|[\d.]+\s?%)\s+)?"
    r"(?:(?:in|of)\s+)?(?:(?:the|its|their|both|all|an?|our|these|average|mean|overall|total|"
    r"effective|measured|apparent|final|initial|film|device|long-term|corresponding|observed|"
    r"respective|radiative|specific|peak|maximum|minimum)\s+){0,3}(?:[a-z]+(?<!ed)(?<!ing) and\s+)?"
)
_AUXILIARY = (
    r"(?:(?:was|were|is|are|has|have|had|been|be|being|can|to|thus|also|almost|even|further|then|still|"
    r"only|just|first|\w+ly|found|shown|observed|seen|reported|proven|demonstrated|measured)\s+)"
)
#: Text between a property and the verb after it: auxiliaries, perhaps after a phrase of the noun.
_BEHIND = re.compile(
    rf"-|\s+(?:(?:of|in|for|on|with|between)\s+(?:[^\s,;:()]+\s+){{1,6}}?(?={_AUXILIARY}))?{_AUXILIARY}{{0,5}}"
    r"(?:(?<=\w )(?:about |nearly |~)?\d[\d.]*(?:\s?%|-fold|\s?times|×)\s)?"
)
#: Text between a property, with its owner, and its verb: "the gap of the films widened with".
_OF = re.compile(
    r"\s+(?:of|in|for|with|between|on|at|(?:inferred|deduced|derived|estimated|extracted|calculated|"
    r"determined|measured) (?:from|by|with|in))\s+(?:[^\s,;:()]+\s+){1,5}"
)
#: The form of a verb that makes a statement.
_FINITE = re.compile(
    r"(?:[a-z]{3,}(?:ed|es|ens|ows|ops|lls|ses|ves)|rises?|rose|fell|grew|went up|drops)$"
)
#: Text after a verb without an object.
_ENDS = re.compile(
    r"\s*(?:[.,;]|$)|\s+(?:(?:by|from|to|with|upon|after|as|when|at|until|down|up|slightly|strongly|"
    r"significantly|markedly|gradually|linearly|monotonically|considerably|again)\b)"
)
#: An object, which the verb is about instead of its subject: "the strain lowers the gap".
_OBJECT = re.compile(r"\s+(?:the(?! \w+er\b)|its|their|an?|both|all|these|this)\s")
#: Text between a noun of change and its property: "an increase in the roughness".
_OWN = re.compile(r" (?:in|of) (?:(?:the|its|their) )?(?:[\w-]+ ){0,2}")
#: Text between a verb and a property in another statement.
_PARTED = re.compile(r"\band (?:an?|the) (?:[\w-]+ )?$|, while|; ")
#: Text between a verb without an object and the next subject: "decreases and the lifetime".
_THEN = re.compile(r",? (?:and|while|whereas|but) (?:the|its|their) (?:[\w-]+ ){0,2}?")
#: Text between a property with its value and the next subject: "exceeds 85% and the resistance".
_NEXT_SUBJECT = re.compile(
    r"^[^.;,]{0,40} (?:exceeds?|reach(?:es|ed)|is|was|are|were|ha[sd]|have|amounts? to)\b.*\d.*"
    r"(?:,? and|,? while|,? whereas|,? but) (?:the|its|their) $"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+)?$")
_SHARED = re.compile(
    r"\s*(?:(?:by|to) (?:about |~|over )?\d(?:[^,;:()]|,(?=\d)){0,20}?)?(?:,|,? and|,? or|"
    r",? as well as|,? but also)\s+(?:also\s+|in\s+|the\s+|its\s+|their\s+)*"
)

#: The same with two values before one comparison: "a higher X of 2 V and Y of 3 A than".
_BOTH_VALUED = re.compile(r"\sof \d(?:[^,;:()]|,(?=\d)){0,20}?,? and ")


def cue_beside(reading: Reading, mention: Mention, words: Sequence[Mention]) -> Mention | None:
    """Return the word of change right before or right after a property, if there is one."""
    cues = [cue for cue in words if cue.id in TELLING]
    for cue in reversed([*cues, *(cue for cue in words if cue.id == "absent")]):
        if cue.end < mention.start and _AHEAD.fullmatch(reading.text, cue.end, mention.start):
            return cue
    for cue in cues:
        if cue.start > mention.end and _BEHIND.fullmatch(reading.text, mention.end, cue.start):
            passive = _PASSIVE.search(reading.text[mention.end : cue.start])
            if passive or not _OBJECT.match(reading.text, cue.end):
                return cue
    return next((cue for cue in cues if _is_further_verb(reading, mention, cue)), None)


def _is_further_verb(reading: Reading, mention: Mention, cue: Mention) -> bool:
    """Return whether a verb without an object belongs to a property further before it."""
    if cue.start <= mention.end or not _ENDS.match(reading.text, cue.end):
        return False
    if any(mention.end < p.start < cue.start for p in reading.of_kind("property")):
        return False
    if not _FINITE.search(cue.text):
        return False
    between = (mention.end, cue.start)
    return bool(_OF.fullmatch(reading.text, *between))


def is_of_another(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a verb belongs to another subject after the verb of the property.

    "The peak shifts from 608 to 623 nm and the yield decreases": the yield decreases.
    "The barrier improved with the dose and a rate of 5 nm/h was found": the barrier improved.
    """
    if mention.end < cue.start and any(
        _OWN.fullmatch(reading.text, cue.end, other.start)
        for other in reading.of_kind("property")
        if other.start > cue.end
    ):
        return True
    between = [
        other
        for other in reading.of_kind("property")
        if mention.end < other.start
        and other.end < cue.start
        and _BEHIND.fullmatch(reading.text, other.end, cue.start)
    ]
    if between:
        has_value = _NEXT_SUBJECT.search(reading.text[mention.end : between[-1].start])
        return has_value is not None or any(
            mention.end <= verb.start < between[-1].start for verb in reading.of_kind("direction")
        )
    if cue.end <= mention.start and _THEN.fullmatch(reading.text, cue.end, mention.start):
        return True
    parted = _PARTED.search(reading.text, cue.end, mention.start) or _has_verb(reading, mention)
    if mention.start < cue.end or not parted:
        return False
    return any(
        other.end < cue.start and _BEHIND.fullmatch(reading.text, other.end, cue.start)
        for other in reading.of_kind("property")
    )


def _has_verb(reading: Reading, mention: Mention) -> bool:
    """Return whether a verb of change follows a property: "recombination being slowed"."""
    return any(
        verb.id in TELLING
        and verb.start > mention.end
        and _PASSIVE.search(reading.text[mention.end : verb.start])
        and _BEHIND.fullmatch(reading.text, mention.end, verb.start)
        for verb in reading.of_kind("direction")
    )


def is_listed_with(reading: Reading, first: Mention, second: Mention) -> bool:
    """Return whether two properties are items of one list: "the luminance and the efficiency"."""
    if first.end >= second.start:
        return False
    cues = any(first.end <= c.start < second.start for c in reading.of_kind("direction"))
    if cues:
        return False
    if _SHARED.fullmatch(reading.text, first.end, second.start) is not None:
        return True
    valued = _BOTH_VALUED.fullmatch(reading.text, first.end, second.start)
    return valued is not None and " than " in reading.text[second.end :]


#: Text between a verb without an object and the next subject: "the X falls and the Y rises".
_TO_SUBJECT = re.compile(
    r",?\s(?:and|but|while|whereas)\s(?:the\s|its\s|their\s|an?\s)?(?:[\w-]+\s)?"
)
_FINITE = re.compile(r"(?:\w+s|\w+ed|rose|fell|grew|shrank|dropped)$")


def is_of_first(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a verb is about the property before it: "the X falls and the Y rises"."""
    if cue.id not in FLIPPED or not _FINITE.fullmatch(cue.text):
        return False
    if not _TO_SUBJECT.fullmatch(reading.text, cue.end, mention.start):
        return False
    return any(
        other.start >= mention.end and other.id in FLIPPED and _FINITE.fullmatch(other.text)
        for other in reading.of_kind("direction")
    )
