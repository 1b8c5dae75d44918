"""Changes of kind: of the sign of the carriers, of the phase of a solid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_denied, is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.lattices import LATTICE
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome

_STEMS = ("switch", "chang", "convert", "transform", "turn", "invert", "evolv", "transition")
_TURN = rf"(?:{'|'.join(_STEMS)})(?:e|es|ed|ing|s)?"
_CARRIERS = r"(?:[np]-type|ambipolar|unipolar|[np]-channel|electron|hole)\b"
#: Words for processes of carriers other than conduction.
_NOT_PACE = r"(?! (?:decay|trap|inject|transfer|extract|capture|collect|relax)\w*)"
_PHASE = rf"(?:{LATTICE}|amorphous|crystalline)\b"
_PASSAGE = r"(?:transition|shift|transformation|conversion|change|evolution|switch)"
#: A phase, or the orientation of the grains of a film.
_FACE = rf"(?:\b{_PHASE}|\(\d{{3,4}}\)|\b[abc][- ]ax[ie]s)"
#: From disorder to order, or back.
_ORDER = re.compile(r"amorphous\b.*\bto\b.*crystalline|(crystalline\b.*\bto\b.*amorphous)", re.I)
_TYPE = r"(?:an? )?(?:quasi-)?type[- ](?:II?|1|2)\b"
#: Property -> pattern of sentences in which one kind of it turns into another.
_ROWS = (
    (
        "doping",
        Rare(
            rf"\b{_TURN}\b[^.;]{{0,40}}\bfrom (?:an? )?(?:\w+ )?{_CARRIERS}{_NOT_PACE}"
            r"[^.;]{0,25}\bto\b"
            rf"(?: an? )?[^.;]{{0,20}}?{_CARRIERS}{_NOT_PACE}",
            re.IGNORECASE,
        ),
    ),
    (
        "band_offset",
        Rare(rf"(?i)\b(?:{_TURN}|{_PASSAGE})\b[^.;]*\bfrom {_TYPE}[^.;]*\bto\b[^.;]*{_TYPE}"),
    ),
    (
        "structure",
        Rare(
            rf"\b{_PHASE}[^.;]{{0,50}}\b{_TURN}\b[^.;]{{0,15}}\b(?:in)?to\b[^.;]{{0,30}}{_PHASE}|"
            rf"\b{_TURN}\b[^.;]{{0,40}}\b{_PHASE}[^.;]{{0,40}}\b(?:in)?to\b[^.;]{{0,40}}{_PHASE}|"
            rf"\b{_PASSAGE}\b[^.;]{{0,25}}\b(?:from|of)\b[^.;]{{0,30}}?{_FACE}[^.;]{{0,40}}"
            rf"\b(?:in)?to\b[^.;]{{0,30}}{_FACE}|"
            rf"\b{LATTICE}[- –→]+(?:to[- –]+)?{LATTICE} (?:phase )?{_PASSAGE}\b(?! temp)",
            re.IGNORECASE,
        ),
    ),
)


def find_switches(reading: Reading) -> Iterator[Finding]:
    """Yield changes of one kind into another, at most one for each property."""
    for notation, pattern in _ROWS:
        match = pattern.search(reading.text)
        if match is None:
            continue
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id=notation, text=match[0]
        )
        if not (is_denied(reading, place) or is_hypothetical(reading, place)):
            content = Outcome(property=notation, direction="change")
            ordered = _ORDER.search(match[0])
            if ordered is not None:
                said = "decrease" if ordered[1] else "increase"
                content = Outcome(property="crystallinity", direction=said)
            yield Finding(content=content, at=match.start(), rule="switched")
