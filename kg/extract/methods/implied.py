"""Techniques and applications that follow from words other than their names.

"XRD, TEM and photoluminescence" lists a measurement, "a higher solar cell efficiency" implies a
solar cell, and a photodetector for the infrared is infrared optoelectronics as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from kg.extract.finders.gazetteer import gazetteer
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare, Table
from ontology import vocabulary

#: Applications whose reactions are also measured for others: hydrogen evolves in photocatalysis.
_OF_REACTIONS = frozenset({"water_splitting", "fuel_cell"})
_BY_CURRENT = frozenset({"HER", "OER"})
#: Sentences in which the evolution of hydrogen only competes with the desired reaction.
_COMPETING = re.compile(r"\bCO2\b|\b(?:suppress|compet|hinder|inhibit)\w*\b[^.;]*\bHER\b")
#: Between two items of a list, each with its acronym.
_LISTED = re.compile(r"(?: \([A-Za-z\d/–-]+\))?(?:,| and|, and| as well as)(?: the| by)? ")
#: Applications implied by a verb or by the light with which a device works.
_USES = (
    (
        "infrared_optoelectronics",
        Rare(
            r"\b(?:[Ii]nfrared|IR|SWIR|MWIR|NIR)[ -](?:[\w-]+ ){0,5}?(?:photo(?:electric )?detect|"
            r"photoconduct|photodiode|detector|imag(?:er|e sensor)|"
            r"(?:light-)?emitting (?:di|dev)|LEDs?\b|electroluminescen)\w*|"
            r"(?:detectors?|diodes?|\bLEDs?|conductors?)\b(?: [\w-]+){0,4} "
            r"(?:for|in) the (?:[\w-]+[- ])?(?:infrared|IR|SWIR|MWIR|NIR)\b"
        ),
    ),
    (
        "encapsulation",
        Rare(
            r"\bencapsulat(?:e[sd]?|ing)\b[^.;,]{0,40}?\b(?:devices?|O?LEDs?|cells?|diodes?|displays?|"
            r"electronics|modules?)\b|"
            r"\b(?:devices?|O?LEDs?|solar cells?|displays?|modules?)\s(?:(?:were|was|are|thus|"
            r"sealed|and)\s){0,3}encapsulated\b",
            re.IGNORECASE,
        ),
    ),
    (
        "solar_cell",
        Rare(
            r"\b(?:perovskite|[Dd]ye-sensiti[sz]ed|tandem|CIGS|kesterite|photovoltaic) cells?\b|"
            r"\b[Cc]ells? (?:of|with|reached|gave|had|delivered|show(?:ed|ing)|having) [^.;]{0,30}"
            r"\d ?% (?:(?:power[- ])?conversion )?efficienc|"
            r"\bcells\b[^.;]*\b(?:open-circuit voltage|short-circuit current|fill factor)|"
            r"\b(?:[Oo]pen-circuit voltage|[Ss]hort-circuit current|[Ff]ill factor)s?\b[^.;]*"
            r"\bcells\b"
        ),
    ),
    (
        "photocatalysis",
        Rare(
            r"\bevol(?:ves?|ved|ving|ution of) (?:hydrogen|H2|oxygen|O2)\b[^.;]*"
            r"\b(?:light|illumination|irradiation|lamp)\b|"
            r"\b(?:[Hh]ydrogen|H2)\b (?:was |is )?(?:evol|produc|generat)\w+[^.;]*"
            r"\b(?:light|illumination|irradiation|lamp)\b|"
            r"\b(?:[Pp]hotod|[Dd])egradation of (?:methylene blue|methyl orange|rhodamine|MB\b|"
            r"RhB\b|phenol|dyes?\b)"
        ),
    ),
    ("catalysis", Rare(r"\b[Cc]atalytically tested\b|\btested (?:catalytically|as catalysts?)\b")),
    ("memory_device", Rare(r"\b(?:embedded|memory) (?:memor(?:y|ies)|transistors?)\b")),
    (
        "superconducting_device",
        Rare(
            r"\b[Ss]uperconduct\w+\b[^.;]*\bresonators?\b|\bkinetic[- ]inductance (?:detector|"
            r"resonator)s?\b|\b(?:coplanar|microwave) resonators?\b"
        ),
    ),
    (
        "gas_sensor",
        Rare(
            r"\b[Ss]ensors?\b[^.;]*\bpp[mb]\b|"
            r"\b(?:[Hh]ydrogen|H2|[Gg]as|NH3|NO2) (?:optical|plasmonic) sensing\b|"
            r"\b[Oo]ptical sensing of (?:hydrogen|H2|ammonia|NO2|gas|vapou?r)|"
            r"\b[Rr]esponses? to (?:\d+ ?pp[mb] (?:of )?)?(?:hydrogen|"
            r"hydrogen sul(?:ph|f)ide|ammonia|ethanol|acetone|formaldehyde|H2S?|NO2?|NH3|CO)\b|"
            r"\b[Dd]etection of [^.;]{0,40}\b(?:gas|vapou?rs?|H2S?|NO2|NH3)\b[^.;]*\bpp[mb]\b"
        ),
    ),
    (
        "battery",
        Rare(
            r"\bmA ?h(?: ?g| ?/ ?g|\.g)|"
            r"\b(?:NMC|NCM|NCA|LCO|LFP|LNMO|LiCoO2|LiFePO4|LiMn2O4|LiNi\S+)\d* cathodes?\b"
        ),
    ),
    ("sers_substrate", Rare(r"\bfor (?:surface-enhanced Raman|SERS)\b|\bRaman \w+ \(SERS\) subst")),
    (
        "catalysis",
        Rare(r"\bturnover (?:frequenc(?:y|ies)|numbers?)\b|\bhydrogenation of \w+"),
    ),
)


_TABLE = Table(_USES, itemgetter(1))


def find_implied(reading: Reading) -> Iterator[Mention]:
    """Yield the techniques and applications that a sentence implies, as mentions."""
    yield from _listed_methods(reading)
    for notation, words in _TABLE.fitting(reading.text):
        if match := words.search(reading.text):
            yield Mention(
                start=match.start(),
                end=match.end(),
                kind="application",
                id=notation,
                text=match.group(),
            )
    for named in reading.of_kind("property"):
        use = _use_in(named.text)
        is_run = use is not None and (use.id not in _OF_REACTIONS or _is_by_current(reading, use))
        if use is not None and is_run:
            yield replace(use, start=named.start + use.start, end=named.start + use.end)


def _is_by_current(reading: Reading, use: Mention) -> bool:
    """Return whether a reaction has its electrochemical acronym, and is desired."""
    return use.text in _BY_CURRENT and _COMPETING.search(reading.text) is None


@lru_cache(maxsize=1024)  # sentences name the same properties
def _use_in(name: str) -> Mention | None:
    """Return the application that is part of a property's name, or ``None``."""
    uses = [use for use in gazetteer().find(name) if use.kind == "application"]
    return max(uses, key=lambda use: len(use.text), default=None)


def _listed_methods(reading: Reading) -> Iterator[Mention]:
    """Yield measurements that a list beside techniques names by what they measure."""
    techniques = list(reading.of_kind("technique"))
    for named in reading.of_kind("property"):
        method = _listed_labels().get(named.text.lower())
        if method is not None and any(_are_listed(reading, named, t) for t in techniques):
            techniques.append(replace(named, kind="technique", id=method))
            yield techniques[-1]


@lru_cache(maxsize=1)
def _listed_labels() -> dict[str, str]:
    """Return techniques by the names of what they measure, in lower case."""
    return {
        label.lower(): term.notation
        for term in vocabulary().of_kind("technique")
        for label in term.extra.get("listedLabel", ())
    }


def _are_listed(reading: Reading, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return _LISTED.fullmatch(reading.text, first.end, second.start) is not None
