"""Exclude wavelengths that are no peak positions: of lamps, windows, onsets and thicknesses."""

from __future__ import annotations

import re

from kg.extract.knowledge.measures import quantity_of
from kg.extract.knowledge.property_kinds import POSITIONS
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Words of approximation right before a number: "only about ~".
NEARLY = (
    r"(?:\s(?:only|just|even|about|around|approximately|roughly|nearly|almost|over|above|below|"
    r"under|more than|less than|at least|at most|up to|as \w+ as|an?|\w+ly))*\s?[~≈∼±<>≤≥]{0,2}\s?"
)
#: Words after light for an image or a curve, whose numbers are places and windows.
_PICTURE = re.compile(r"\s(?:images?|mapp?ings?|maps?|curves?|tails?|filters?)\b")
#: Words before the wavelength at which a band begins or ends.
_REACH = re.compile(
    rf"\b(?:extend|start|begin|began|stretch|spread|tail)\w*(?: out| up| down)?"
    rf"(?: (?:at|from|to|around|near|beyond|until))?{NEARLY}$"
)
_EXCITED = re.compile(r"\bexcitation\b(?:(?!\band\b|\bpeak)[^.;,]){0,40}$")
#: Text between a word for light and its window: "the emission from 500 to".
_WINDOW = re.compile(rf"(?:\s[\w-]+){{0,2}}?\sfrom(?: the)?{NEARLY}")
_FITTED = re.compile(r"\bby \w+ing\b")
_ATTRIBUTE = re.compile(r"\b(?:an?|the) (?:about |~)?$")
_BRIGHT = re.compile(
    r"[ -](?:\w+ )?(?:emi|absor|peak|band|PL\b|photolum|\w*lumin|fluor|line|exciton|feature|"
    r"transition|shoulder|maxim|wavelength|red|blue|shift)"
)
#: Properties in wavenumbers that are not positions of bands.
_COEFFICIENT = re.compile(r"coefficient|\bloss|\bgain\b|\bcross[ -]section|[α𝛼]")
#: Words for measurements of light over a window.
_COLLECTED = re.compile(
    r"\b(?:integrat|area|window|collect|record|measur|detect|filter|summ|count|monitor)",
    re.IGNORECASE,
)


def is_no_peak(reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None) -> bool:
    """Return whether a wavelength is that of a lamp, a window, an onset or a thickness."""
    value = quantity_of(quantity)
    if value is None or (mention.id not in POSITIONS and mention.id != "absorption"):
        return False
    if value.unit == "cm-1":
        return _COEFFICIENT.search(reading.text) is None
    between = reading.text[mention.end : quantity.start]
    if mention.id not in POSITIONS:
        return False
    if _EXCITED.search(between):
        return True
    ahead = reading.text[: quantity.start]
    is_window = (
        cue is None
        and value.value_max is not None
        and _WINDOW.fullmatch(between) is not None
        and _COLLECTED.search(reading.text, 0, mention.start) is not None
    )
    return mention.label == "bareLabel" and bool(
        is_window
        or _PICTURE.match(reading.text, mention.end)
        or _REACH.search(ahead)
        or _FITTED.search(between)
        or (_ATTRIBUTE.search(ahead) and not _BRIGHT.match(reading.text, quantity.end))
    )
