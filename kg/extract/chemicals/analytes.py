"""Substances that a sensor detects or a test reaction consumes.

A rule's ``emits`` is explained in :mod:`kg.extract.chemicals.reagents`; "sensed" makes a substance
the analyte of a sentence on sensing, whatever its role elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mentions import Mention
from kg.extract.patterns import Rule
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_SENSING = (
    "(sensors?|sensing|biosensors?|sensitive|sensitivity|selective|selectivity|respon(?:se|ses|d|ds|"
    "ded|ding)|answer(?:s|ed|ing)?|detection|<[AO]\\d+>)"
)
RULES = (
    Rule(
        "as-probe",
        "{C*:x} ^6 as ^4 (probe|probes|analytes?|pollutants?|contaminants?)",
        "analyte",
        "with crystal violet as the probe molecule",
        "with crystal violet as the ink",
    ),
    Rule(
        "sensor-of",
        _SENSING + " ~4 (to|toward|towards|of|for) ~1 [Q] [of] {CI*:x}",
        "sensed",
        "the sensor responds to 10 ppm of acetone",
        "the sensor was washed with acetone",
    ),
    Rule(
        "provokes",
        "{CI*:x} ^2 (provoked?|gave|gives?|caused?|produced?|triggered) ^4 (signals?|responses?)",
        "sensed",
        "Neither ethanol nor acetone provoked a signal of the sensor.",
        "Neither ethanol nor acetone provoked a fire near the sensor.",
    ),
)
_SENSOR = re.compile(r"\b(?i:(?:bio|gas|chemi|nano)?-?sens(?:ors?|ing))\b")
_SENSED = re.compile(
    rf"{_SENSOR.pattern}|\bresponses?\b[^.;]*\bpp[mb]\b|"
    r"\bsenses?\b|\bdetect(?:s|ing)?\b|\bprobes?\b",
    re.IGNORECASE,
)
#: Words for sensing in a passage about a sensor: "their response to acetone", "no signal".
_ANSWERED = re.compile(r"\b(?:respon(?:se|d)|signal|answer|interfer)\w*\b")
#: Reactions and measurements that consume or detect a dye or another test molecule.
_TRIED = re.compile(
    r"degrad|decompos|photocataly|photoactiv|irradiat|dyes?\b|oxidation|\breduction|catalys|catalyz|"
    r"catalytic|bleach|decolo|remov|SERS|Raman|detect|pollutant|contaminant|"
    r"desorption|test reaction|probe molecule|model (?:reaction|compound|pollutant)",
    re.IGNORECASE,
)


#: Words for molecules that only exchange electrons, so that a current or a charge is measured.
_REDOX = Rare(
    r"\bvoltamm\w+|\bredox[- ](?:probes?|couples?|pairs?|mediators?|species|shuttles?|markers?)\b|"
    r"\bouter[- ]sphere\b|\b(?:internal|potential) (?:standard|reference)s?\b|\bmediators?\b|"
    r"\b(?:electron|hole) (?:donors?|acceptors?|scavengers?)\b|"
    r"\bsupporting electrolytes?\b",
    re.IGNORECASE,
)
#: Words for the making of something, and words around a reagent of it.
_MAKING = re.compile(
    r"\b(?:deposit|gr[eo]w|ALD\b|synthes|prepar|made\b|electro-?plat|electrodeposit)\w*",
    re.IGNORECASE,
)
_MADE_FROM = re.compile(
    r"\b(?:from|precursors?|sources?|dos(?:ed|es|ing)|puls\w+)\s(?:\w+\s){0,2}?$", re.IGNORECASE
)
_AS_REAGENT = re.compile(r"\s(?:precursors?|sources?|puls\w+|dos\w+|vapou?r)\b")


def is_probe(reading: Reading, mention: Mention) -> bool:
    """Return whether a molecule is there only to exchange electrons, and nothing is made from it.

    "Ferrocene as the redox couple", "voltammetry of ferrocene". Words for making something must be
    farther from it than those for a redox probe.
    """
    text = reading.text
    seen = _distance(_REDOX.finditer(text), mention)
    if seen is None or _MADE_FROM.search(text[: mention.start]):
        return False
    made = _distance(_MAKING.finditer(text), mention)
    return (made is None or seen < made) and not _AS_REAGENT.match(text, mention.end)


def _distance(found: Iterable[re.Match[str]], mention: Mention) -> int | None:
    """Return the distance in characters from a mention to the nearest of some matches."""
    gaps = (max(mention.start - m.end(), m.start() - mention.end) for m in found)
    return min(gaps, default=None)


_NAME = re.compile(r"[a-z]{3}")


def is_of_sensing(reading: Reading) -> bool:
    """Return whether a sentence is on what a sensor detects, and not on growth."""
    is_said = _SENSED.search(reading.text) is not None or (
        _ANSWERED.search(reading.text) is not None
        and _SENSOR.search(reading.sentence.passage.text) is not None
    )
    return is_said and not reading.of_kind("technique")


def is_tried(reading: Reading, mention: Mention) -> bool:
    """Return whether a sentence is on a test that consumes or detects a molecule, such as a dye.

    Formulas of gases do not count, as gases only adsorb.
    """
    if not _NAME.search(mention.text):
        return False
    return _TRIED.search(reading.text[: mention.start] + reading.text[mention.end :]) is not None
