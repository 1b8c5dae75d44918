"""Distinguish the plasmon resonance of a metal from the exciton peak of a semiconductor."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_PLASMON = re.compile(r"[Pp]lasmon|\bL?SPR")
#: A shift within this many characters of the word plasmon is one of the plasmon resonance.
_NEAR = 60
#: A peak of an absorption spectrum, or of an unnamed spectrum.
_ABSORBED = re.compile(
    r"absor|extinct|^peak|^spectral|^.?max|shift|move|to the (?:red|blue)", re.IGNORECASE
)
_METAL = re.compile(
    r"\b(?:gold|silver|[Cc]opper|Gold|Silver|Au|Ag|Cu|Ag@Au|Au@Ag|AuAg|AgAu|AuCu|CuAu|Al)\b[- ]"
    r"(?:\w+ )?(?:[Nn]ano\w+|particles?|NPs?|NRs?|NSs?|NCs|colloids?|sols?|clusters?|"
    r"islands?|rods?|spheres?|shells?|prisms?|cubes?)\b"
)
#: Solids and words for excitons, whose peaks are not plasmon resonances.
_EXCITONIC = re.compile(
    r"exciton|[Qq]uantum|\bQDs?\b|\bdots?\b|(?:S|Se|Te|InP|InAs|PbX3|Br3|I3|Cl3)\b|perovskite|"
    r"photolumin|lumin|\bdyes?\b|\bPL\b|emi(?:ssion|t)"
)


def is_of_plasmon(reading: Reading, mention: Mention) -> bool:
    """Return whether a peak or shift is near the word plasmon or belongs to a metal colloid."""
    if mention.id != "exciton_peak_position" or not _ABSORBED.search(mention.text):
        return False
    around = reading.text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    if _PLASMON.search(around):
        return "exciton" not in mention.text
    for text in (reading.text, reading.sentence.passage.text):
        is_metal, is_other = _METAL.search(text), _EXCITONIC.search(text)
        if is_metal or is_other:
            return is_metal is not None and is_other is None
    return False
