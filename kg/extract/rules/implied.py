"""Techniques and uses that other words than their names tell.

"XRD, TEM and photoluminescence" lists a measurement, "a higher solar cell efficiency" speaks of a
solar cell, and a photodetector for the infrared is infrared optoelectronics as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.extract.gazetteer import gazetteer
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from ontology import vocabulary

#: Uses whose reactions are measured for others, too: hydrogen evolves in photocatalysis.
_OF_REACTIONS = frozenset({"water_splitting", "fuel_cell"})
#: Between two items of a list, each with its acronym.
_LISTED = re.compile(r"(?: \([A-Za-z\d/–-]+\))?(?:,| and|, and| as well as)(?: the| by)? ")
#: Uses told by a verb or by the light that a device works with.
_USES = (
    (
        "infrared_optoelectronics",
        re.compile(
            r"\b(?:infrared|IR|SWIR|MWIR|NIR)[ -](?:[\w-]+ ){0,3}?(?:photodetect|photoconduct|"
            r"photodiode|detector|imag(?:er|e sensor)|light-emitting|LEDs?\b)\w*"
        ),
    ),
    (
        "encapsulation",
        re.compile(
            r"\bencapsulat(?:e[sd]?|ing)\b[^.;,]{0,40}?\b(?:devices?|O?LEDs?|cells?|diodes?|displays?|"
            r"electronics|modules?)\b",
            re.IGNORECASE,
        ),
    ),
)


def find_implied(reading: Reading) -> Iterator[Mention]:
    """The mentions of techniques and applications that a sentence implies."""
    yield from _listed_methods(reading)
    for notation, words in _USES:
        if match := words.search(reading.text):
            yield Mention(
                start=match.start(),
                end=match.end(),
                kind="application",
                id=notation,
                text=match.group(),
            )
    for named in reading.of_kind("property"):
        uses = [use for use in gazetteer().find(named.text) if use.kind == "application"]
        use = max(uses, key=lambda use: len(use.text), default=None)
        if use is not None and use.id not in _OF_REACTIONS:
            yield replace(use, start=named.start + use.start, end=named.start + use.end)


def _listed_methods(reading: Reading) -> Iterator[Mention]:
    """Measurements that a list names by what they measure, beside techniques."""
    techniques = list(reading.of_kind("technique"))
    for named in reading.of_kind("property"):
        method = _listed_labels().get(named.text.lower())
        if method is not None and any(_are_listed(reading, named, t) for t in techniques):
            techniques.append(replace(named, kind="technique", id=method))
            yield techniques[-1]


@lru_cache(maxsize=1)
def _listed_labels() -> dict[str, str]:
    """Techniques by the names of what they measure, in lower case."""
    return {
        label.lower(): term.notation
        for term in vocabulary().of_kind("technique")
        for label in term.extra.get("listedLabel", ())
    }


def _are_listed(reading: Reading, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return _LISTED.fullmatch(reading.text, first.end, second.start) is not None
