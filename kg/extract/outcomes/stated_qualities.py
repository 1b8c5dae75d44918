"""Phenomena and qualities that a sentence states without a word of change or observation."""

from __future__ import annotations

import re

from kg.extract.knowledge.property_kinds import (
    LASTING,
    PACED,
    QUALITIES,
    TREATMENTS,
    is_phenomenon,
    is_phenomenon_or_quality,
)
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Words before an explanation, which must exist itself: "thanks to the charge separation in".
_CAUSE = Rare(
    r"\b(?:(?:due|thanks|owing) to|because of|by virtue of|as a result of|(?:caused|induced) by"
    r"|attributed to|ascribed to|assigned to|"
    r"explained by|(?:verified|evidenced|borne out|proved|proven) by|(?:a |the )(?:direct "
    r")?(?:consequence|result|sign|signature|hallmark|mark) of|"
    r"(?:characteristic|indicative|typical) of|(?:testif(?:y|ies|ied)|point(?:s|ing)?) to"
    r")\s+(?:the |an? |its |their )?(?:[\w-]+ (?!and\b)){0,2}(?:[\w-]+ [\w-]* ?and )?$",
    re.IGNORECASE,
)


#: Adjectives that assert a quality without a comparison: "high oxidation stability".
_PRAISE = re.compile(
    r"\b(?:high|excellent|good|superior|outstanding|exceptional|remarkable|great|robust|perfect|"
    r"superb|indefinite|prolonged|unprecedented|unmatched|extraordinary)"
    r"(?: (?:[\w-]+ ){1,3}and)?(?: film| layer)?\s+$",
    re.IGNORECASE,
)


#: Words before and after an infilling that was carried out.
_MEANS = re.compile(r"\b(?:by|via|through|after|upon|ALD|PEALD)\s+(?:the\s+)?$")
_FILLED = re.compile(r"\s+(?:of\s+)?[^.;,]{1,60}\b(?:with|by|through|via)\b")


def is_praised(reading: Reading, mention: Mention) -> bool:
    """Return whether an adjective asserts a quality: "excellent conformality"."""
    is_quality = mention.id in LASTING or mention.id in QUALITIES
    return is_quality and _PRAISE.search(reading.text[: mention.start]) is not None


def cause_at(reading: Reading, mention: Mention) -> int:
    """Return the offset of the words that make a phenomenon a cause; -1 if there are none."""
    cause = _CAUSE.search(reading.text, 0, mention.start)
    return cause.start() if cause is not None and is_cause(reading, mention) else -1


def is_cause(reading: Reading, mention: Mention) -> bool:
    """Return whether the sentence gives a phenomenon or a quality as the cause of a finding."""
    may_be_there = is_phenomenon_or_quality(mention.id) or (
        mention.id in LASTING and mention.label != "inverseLabel"
    )
    if not may_be_there or mention.id == "trap_states":
        return False
    ahead = reading.text[: mention.start]
    by_way = mention.id in PACED and _BY_WAY.search(ahead) is not None
    return by_way or _CAUSE.search(reading.text, 0, mention.start) is not None


#: Names of measured quantities, which always have a level: "the crystallization temperature".
_MEASURE = re.compile(r"\b(?:temperatures?|rates?|energ(?:y|ies)|times?)$")
_WORD = re.compile(r" [a-z]+")


def _names_measure(reading: Reading, mention: Mention) -> bool:
    if _MEASURE.search(mention.text):
        return True
    behind = _WORD.match(reading.text, mention.end)
    return behind is not None and _MEASURE.search(behind[0]) is not None


#: Words between an event and the process by which it occurred: "dissociation by electron transfer".
_BY_WAY = re.compile(
    r"\b(?:quench|dissociat|separat|deca|relax|emi(?:t|ssion)|excit|extract|sensiti[sz]|depopulat|"
    r"populat|process)\w*\s(?:[^.;,]{0,40}\s)?(?:by|via|through) (?:an? |the )?"
    r"(?:means of )?(?:\w+ly )?(?:\w+ )?$"
)


def is_done(reading: Reading, mention: Mention) -> bool:
    """Return whether a treatment was carried out: "by infilling the pores with TiN"."""
    if mention.id not in TREATMENTS:
        return False
    return (
        _MEANS.search(reading.text[: mention.start]) is not None
        or _FILLED.match(reading.text, mention.end) is not None
        or any(m.end + 1 == mention.start for m in reading.of_kind("material", "chemical", "ion"))
    )


#: Words by which a sample has a phenomenon: "the films have severe tensile stress".
_HAS = re.compile(
    r"\b(?:ha(?:s|ve|d))\s+(?:an?\s+)?(?:(?:severe|strong|large|high|significant|considerable|"
    r"residual|pronounced|slight|small|moderate|clear|built-in)\s+)*$",
    re.IGNORECASE,
)


def is_had(reading: Reading, mention: Mention) -> bool:
    """Return whether the sentence says that a sample has a phenomenon."""
    if not is_phenomenon(mention.id) or mention.id in LASTING:
        return False
    return _HAS.search(reading.text[: mention.start]) is not None


def is_stated(reading: Reading, mention: Mention) -> bool:
    """Return whether the words beside a property say that it was present."""
    if _names_measure(reading, mention):
        return False
    return any(told(reading, mention) for told in (is_cause, is_praised, is_done, is_had))
