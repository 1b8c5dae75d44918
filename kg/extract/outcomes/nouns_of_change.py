"""Nouns of change after their property: "the EQE (a 7% increase)", "EQE of A gave a rise"."""

from __future__ import annotations

import re

from kg.extract.knowledge.property_kinds import FLIPPED
from kg.extract.outcomes.predication import Predication
from kg.extract.reading import Reading

#: Words between a property, with its owner, and the noun of its change.
HAS = (
    r"(?: (?:of|for|in) [^.;,]{2,60})? "
    r"(?:show|demonstrat|exhibit|yield|experienc|ha[ds]|have|saw)(?:e?d|s|n)? "
)
#: Text between a property and the noun of its change.
_TO_NOUN = re.compile(
    rf"\s?\(an? [\d.]+ ?% |{HAS}(?:an? (?:\w+ )?|(?:(?!that|no|not|how)[\w-]+(?:,| and)? ){{1,3}})"
)
#: Text after a noun of change; an adjective ("an enhanced stability") has none of it.
_NOUN_END = re.compile(r"$|[),.;]| (?:of|by|to|after|with|when|upon|from|compared|in|at)\b")


def with_noun(reading: Reading, predication: Predication) -> Predication:
    """Return the predication, with the direction of a noun of change after the property if any."""
    mention = predication.mention
    for cue in reading.of_kind("direction"):
        is_noun = cue.id in FLIPPED and _NOUN_END.match(reading.text, cue.end)
        if is_noun and _TO_NOUN.fullmatch(reading.text, mention.end, cue.start):
            is_inverse = mention.label == "inverseLabel"
            return Predication(mention, FLIPPED[cue.id] if is_inverse else cue.id, cue)
    return predication
