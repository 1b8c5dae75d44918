"""What a text says before it comes to its own work.

An abstract opens with the state of the field: "Thin-film solar cells are made of rare elements. In
this work, SnS is grown." An application that is named only there is none of the study's. Source:
the conventions of the claims contract for ``application``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: The nouns by which a text refers to itself.
WORK = r"(?:work|study|paper|report|letter|article|contribution|communication|thesis|research)"
#: An adverb that does not make a statement general: "successfully", not "widely".
_HOW = (
    r"(?:(?!(?:wide|common|typical|usual|general|frequent|extensive|inten|previous|recent|main|most|"
    r"normal|traditional|conventional|increasing|current|routine))\w+ly )?"
)
#: Verbs of making, which report own work in the perfect tense as well: "have been grown by ALD".
_MADE = r"(?:synthesi[sz]ed|prepared|deposited|grown|produced|fabricated)"
#: Words by which a text turns to its own work.
_OWN = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Hh]erein|HERE|Here (?:a|an|the|we|is|are))\b|\bHere,|"
    rf"\b(?:[Tt]his|[Tt]he (?:present|current)|[Pp]resent) {WORK}\b|"
    r"\b(?:[Tt]his|[Tt]he present) (?:\w+ )?(?:work|study)\b|\bhere(?=[.,;]| to\b)|"
    rf"\b(?:is|are) {_HOW}(?:investigated|studied|examined|reported|presented|demonstrated|"
    r"compared|described|explored|evaluated|analy[sz]ed|discussed|introduced|proposed|"
    rf"reali[sz]ed|achieved|obtained|attained|performed|developed|{_MADE})\b|"
    rf"(?<!\bthat )(?<!\bwhich )\b(?:(?:has|have) been {_HOW}(?:{_MADE}|coated|applied|"
    r"investigated|studied|characteri[sz]ed)|has been developed)\b|"
    r"\b(?:is|are) (?:then|subsequently|first) (?:\w+ly )?\w{3,}ed\b|"
    r"\b(?:was|were) (?:\w+ly |then |also )?(?:[\w-]{3,}ed|grown|made|found|built|spun|shown)\b"
)
#: Phrases for what the field needs or does in general: "are needed to replace", "has been widely
#: used".
_FIELD = re.compile(
    r"\b(?:(?:is|are) (?:urgently |highly |still )?(?:needed|required|desired|sought)|"
    r"(?:has|have) (?:attracted|gained|received|drawn|emerged)|(?:has|have) been (?:widely|"
    r"extensively|intensively|commonly)|(?:is|are) (?:being |of )?(?:\w+ly )?(?:great interest|"
    r"paramount importance|of interest|widely used|increasingly)|"
    r"(?:offer|has|have) (?:[\w-]+ ){0,3}applications)\b"
)


#: The short name that a text defines: "electrochromic (EC) materials".
_SHORT = re.compile(r"\s*(?:\w+\s+){0,2}\(([A-Z][A-Za-z-]{0,5}[A-Z])s?\)")


def is_background(reading: Reading, mention: Mention) -> bool:
    """Return whether a mention comes before the text turns to its own work.

    That is so if "we", "here" or "this work" occurs only in a later sentence of the paragraph,
    unless the mention is given a short name that the later part uses. Without such words, it is so
    for a first sentence on what the field needs or does. A paragraph that cites is on the works
    that it cites.
    """
    passage = reading.sentence.passage
    if passage.kind != "paragraph" or passage.citations or _is_result(reading):
        return False
    own = _turns_to_own(passage.text)
    if own is not None:
        short = _SHORT.match(reading.text, mention.end)
        if short is not None and re.search(rf"\b{short[1]}s?\b", passage.text[own:]):
            return False
        return reading.sentence.end <= own
    return reading.sentence.start == 0 and _FIELD.search(reading.text) is not None


@lru_cache(maxsize=256)  # called for each mention of a paragraph
def _turns_to_own(text: str) -> int | None:
    """Return the offset at which a text first refers to its own work, or ``None``."""
    own = _OWN.search(text)
    return None if own is None else own.start()


#: Verbs of a result, if its number is in the same sentence.
_PAST = re.compile(
    r"\b(?:had|reached|gave|showed|lasted|delivered|exhibited|remained|rose|fell|yielded|attained|"
    r"displayed|improved|answered|became|kept|retained|was|were)\b"
)


def _is_result(reading: Reading) -> bool:
    """Return whether a sentence gives a number that was found: "the diodes had an EQE of 12 %"."""
    return bool(reading.of_kind("quantity")) and _PAST.search(reading.text) is not None


#: Words by which an abstract explicitly turns to its own work.
_TURN = re.compile(
    rf"\b(?:[Hh]ere(?:,? (?:we|I)\b|in\b)|HERE|[Ii]n the (?:present|current) {WORK}\b|"
    r"[Ww]e (?:here |now |thus |also |\w+ly )?(?:report|present|demonstrate|show|describe|"
    r"introduce|propose|develop|investigate|study|use|employ|synthesi[sz]e|find)(?:s|ed)?\b|"
    rf"[Tt]his {WORK}\b)"
)
#: The largest part of a paragraph that can be on the state of the field.
_OPENING = 0.6


def is_before_turn(reading: Reading) -> bool:
    """Return whether a sentence is on the state of the field, before the text says "here we".

    A text that has such words only near its end is on its own work throughout.
    """
    passage = reading.sentence.passage
    if passage.kind != "paragraph" or passage.citations or "measured" in reading.text:
        return False
    return reading.sentence.end <= _opening_of(passage.text)


@lru_cache(maxsize=256)  # called for each property of a paragraph
def _opening_of(text: str) -> int:
    """Return where the state of the field ends; 0 for a paragraph on its own work."""
    turn, own = _TURN.search(text), _turns_to_own(text)
    if turn is None or turn.start() > _OPENING * len(text):
        return 0
    return turn.start() if own is None else min(turn.start(), own)


#: Phrases of a closing sentence for what the result is good for.
_GOOD_FOR = re.compile(
    r"\b(?:may|might|can|could|will|should|would)\s+be\s+(?:[\w-]+\s+){0,5}(?:suit(?:ed|able)|used|"
    r"useful|applied|applicable|beneficial|significant|promising|attractive|important|route|"
    r"candidates?|extended|employed)\b",
    re.IGNORECASE,
)


def is_own(reading: Reading) -> bool:
    """Return whether the text has turned to its own work by the end of a sentence."""
    return _OWN.search(reading.sentence.passage.text[: reading.sentence.end]) is not None


def is_closing_use(reading: Reading) -> bool:
    """Return whether a sentence closes the paragraph with a use for the result.

    Such a sentence names an application of the study although it is hedged: "the films may be
    suited for".
    """
    passage = reading.sentence.passage
    is_last = not passage.text[reading.sentence.end :].strip()
    return is_last and is_own(reading) and _GOOD_FOR.search(reading.text) is not None
