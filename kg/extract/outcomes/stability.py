"""Stability of a sample against agents: air, water, light, heat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import clause, is_needed, is_negated
from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome

#: Words for a sample that withstands harm or is protected from it.
_SHIELDED = Rare(
    r"\b(?:(?:enhanced|improved|increased|superior|better|higher|excellent|exceptional|good|high)"
    r"\s+(?:\w+\s+){0,2}(?:stabilit(?:y|ies)|resistance|robustness)|stable\s+performance|"
    r"stabilities|protect(?:s|ed|ing|ion)?|"
    r"prevent(?:s|ed|ing)?|inhibit(?:s|ed|ing)?|conferring|confers?|stability|"
    r"unaffected(?=\s+by)|(?:is|are|was|were|be|proved?|"
    r"proven) (?:\w+ly )?stable(?! (?:dispers|colloid))|"
    r"resistant(?=\s+(?:to|against|towards?))|withstands?|shield(?:s|ed|ing)?|remained\s+stable|"
    r"unstable|not stable)\b",
    re.IGNORECASE,
)
_FAILED = re.compile(r"unstable|not stable", re.IGNORECASE)
_LINK = re.compile(r"\b(?:under|upon|against|from|towards?|to|in|by)\b", re.IGNORECASE)
#: Words before a reaction that a catalyst carries out: "toward formic acid oxidation".
_REACTION = re.compile(
    r"\b(?:acid|CO|alcohol|methanol|ethanol|glycerol|methane|water|ammonia|hydrogen|reaction)\s+$",
    re.IGNORECASE,
)
#: A property of stability, and words for the agent that it withstands.
AGENTS = (
    (
        "photostability",
        r"(?:UV|light(?![- ](?:emi|comm|harv|absor|sourc|conver|out))|illumination|irradiation|"
        r"photo-?irradiation|sunlight)\b",
    ),
    (
        "thermal_stability",
        r"(?:heat(?:ing)?|(?:high|elevated)\s+temperatures?|"
        r"thermal\s+(?:treatments?|annealing|stress))\b",
    ),
    ("air_stability", r"(?:air|(?<!\w )atmosphere|ambient\s+(?:air|conditions|atmosphere))\b"),
    (
        "water_stability",
        r"(?:water|moisture|humidity|aqueous(?! (?:\w+ )?(?:electrolytes?|solutions?|media)))\b",
    ),
    (
        "corrosion_resistance",
        r"(?:acid(?:s|ic)?(?=[,;.]| and| or| after| at\b| for\b| solutions?| environments?|"
        r" media| baths?)|alkaline|"
        r"basic (?:solutions?|environments?|media)|NaCl|brine|seawater|corrosive)\b",
    ),
    ("oxidation_resistance", r"(?:oxygen|oxidation|O2)\b"),
)
#: The temperature that is withstood: "stability up to 500 °C".
_UP_TO = re.compile(
    r"(?:\s(?:even|in \w+|(?:for|at) temperatures))?\s(?:up to|until|beyond|above)\s"
    r"(?:temperatures? of\s|about\s|~)*\d[\d,.]*\s?(?:°|º|℃|K\b)"
)
#: The last item of a list, which is not a statement of its own: "against water, light, and heat".
_LAST = re.compile(
    r", and (?:(?:also|even|finally|upon|under|in|to|against|towards?|from) )*"
    rf"(?:{'|'.join(words for _, words in AGENTS)})",
    re.IGNORECASE,
)
_REACH = 300
#: Brackets with the duration or the temperature of a test, which are no agents.
_ASIDE = re.compile(r"\([^()]*\)")
#: The maximum number of words between the preposition and the agent.
_WORDS = 9


#: Words before a stability that is lacking or only measured: "poor stability against moisture".
_POOR = re.compile(
    r"\b(?:poor|low|lower|limited|insufficient|inferior|lack of|weak|bad|reduced|unsatisfactory|"
    r"inadequate|issues? of|"
    # only measured
    r"to (?:quantify|measure|assess|evaluate|test|determine|compare|monitor|investigate|study|"
    r"examine|probe|check|verify|follow))"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def find_stabilities(reading: Reading) -> Iterator[Finding]:
    """Yield the stability (increased or absent) against each agent of a word of protection."""
    for shield in _SHIELDED.finditer(reading.text):
        _, end = clause(reading, shield.start())
        last = _LAST.match(reading.text, end)
        end = min(last.end() if last else end, shield.end() + _REACH)
        link = _LINK.search(reading.text, shield.end(), end)
        if link is None or not _is_told(reading, shield):
            continue
        has_failed = _FAILED.match(shield[0]) is not None
        for notation in _withstood(reading.text, shield, link, end):
            yield Finding(
                content=Outcome(
                    property=notation, direction="absent" if has_failed else "increase"
                ),
                at=shield.start(),
                rule="unstable-against" if has_failed else "stable-against",
            )


def _is_told(reading: Reading, shield: re.Match[str]) -> bool:
    """Return whether a sentence asserts a stability, and not that of a colloid."""
    start, end = shield.span()
    return not (
        _POOR.search(reading.text[:start])
        or "colloidal " in reading.text[:end].lower()[-26:]
        or is_needed(reading, start)
        or is_negated(reading, max(0, start - 15), start)
        or not is_asserted(reading, _place(shield))
    )


def _withstood(text: str, shield: re.Match[str], link: re.Match[str], end: int) -> Iterator[str]:
    """Yield the stability against each agent listed between a preposition and an offset."""
    listed = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)[link.end() : end]
    is_heated = "tab" in shield[0] and _UP_TO.match(text, shield.end()) is not None
    for notation, words in AGENTS:
        if notation == "air_stability" and "oxid" in text[shield.end() : link.start()]:
            continue  # "prevent the oxidation of the dots in air"
        agent = re.search(r"\b" + words, listed, re.IGNORECASE)
        if (notation == "thermal_stability" and is_heated) or (
            agent is not None and not _is_done(listed, agent.start())
        ):
            yield notation


def _place(shield: re.Match[str]) -> Mention:
    return Mention(
        start=shield.start(), end=shield.end(), kind="property", id="stability", text=shield[0]
    )


#: Words before a treatment that made the sample, which it need not withstand.
_MADE_BY = re.compile(
    r"\b(?:synthesi[sz]ed|prepared|obtained|formed|made|produced|fabricated|via)\b"
)


def _is_done(text: str, at: int) -> bool:
    """Return whether the agent belongs to a reaction that is carried out or another statement."""
    before = text[:at]
    if _MADE_BY.search(before):
        return True
    last = re.split(r",|\band\b", before)[-1]
    return _REACTION.search(before) is not None or len(last.split()) > _WORDS
