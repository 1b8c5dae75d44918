"""Numbers that describe an instrument, a model or a transition, not what was done to a sample.

The claims contract leaves them out: the wavelength of a lamp that only probes, the ramp of a
thermal analysis, a Curie temperature, the power that a laser gives.
"""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: nm; a length that is longer may be a wavelength.
_SHORTEST_WAVE = 200.0
#: A temperature that a solid has, or that a model gives to carriers, and nobody set.
_OWN_TEMPERATURE = re.compile(
    r"(?:\b(?:Curie|N[eé]el|Debye|Weiss|Verwey|Fermi|critical|blocking|superconduct\w+|"
    r"transition|melting|boiling|glass|freezing|onset|decomposition|ignition|black-?body|"
    r"effective|electron\w*|hole|carrier|phonon|noise|characteristic|maximum operat\w+|lasing)\s"
    r"(?:\w+\s)?(?:temperatures?|points?)\b[^.;,]{0,40}|"
    r"\bT\s?(?:[cCNBgmDe]|max|irr?|SL|0)[′']?\s?(?:\([^()]{0,12}\))?\s?"
    r"(?:=|≈|~|∼|of|is|was|up to|above|below|as high as)[^.;,\d]{0,20})$"
)
#: Sentences on the temperature of a transition give no temperature of a process.
_MAGNETIC = re.compile(r"\bT[BN]\b|\b(?:blocking|N[eé]el|Curie) temperature")
#: Between planes of a lattice.
_LATTICE = re.compile(
    r"\b(?:inter-?layer|inter-?planar|lattice|layer-to-layer|d-)\s?(?:distances?|spacings?)"
    r"\b[^.;]{0,60}$"
)
#: A ramp of a thermal analysis, and the instruments and columns that have settings of their own.
_ANALYSED = re.compile(
    r"\b(?:thermogravi\w+|calorimet\w+|(?:TGA?|DSC|DTA)(?=\s(?:curve|anal|measure|scan|trace|data|"
    r"was|were)\w*)|chromatogra\w+|HPLC|gel permeation|eluent|mobile phase)\b"
)
_ANALYSED_BY = frozenset({"temperature", "time", "flow"})
#: Light that only probes a sample: its wavelength is a setting of the instrument.
_PROBING = re.compile(
    r"(?:\bexcit\w*|λ\s?(?:exc?|em|max)?\w*|\blasers?|\blamps?|\bsource|\bpump\w*|\bprobe\w*|"
    r"\billuminat\w*|\birradiat\w*|\bradiation)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_PROBE_BEHIND = re.compile(
    r"[ -](?:[\w:–-]+\s){0,3}(?:lasers?|lamps?|LEDs?|diode|excitation|illumination|irradiation|"
    r"light|radiation|pulses?|beam|pump|filters?|line)\b"
)
#: The power that a device gives, not what a process takes.
_OUTPUT = re.compile(
    r"\b(?:output|emit\w*|emission|peak|optical|lasing|lasers?|collected|radiat\w*|power of|"
    r"Pmax)\b",
    re.IGNORECASE,
)
_POWERED = re.compile(
    r"plasma|\bRF\b|\brf\b|sputter|microwave|magnetron|ultrasound|sonic|lamp|\bDC\b"
)


def is_set_on_instrument(reading: Reading, mention: Mention) -> bool:
    """Whether a quantity is set on an instrument or belongs to a transition, a model, a device."""
    ahead = reading.text[: mention.start]
    if mention.id in _ANALYSED_BY and _ANALYSED.search(reading.text):
        return True
    if mention.id == "temperature":
        named = _MAGNETIC.search(reading.text) or _OWN_TEMPERATURE.search(ahead)
        return named is not None
    if mention.id == "length":
        return _probes(reading, mention)
    is_output = mention.id == "power" and not _POWERED.search(reading.text)
    return is_output and _OUTPUT.search(reading.text) is not None


#: Where a band of a spectrum lies.
_BAND = re.compile(
    r"\b(?:bands?|peaks?|maxim\w+|shoulder|feature|edge|onset|cent(?:er|re)d|line)\b[^;,]{0,35}$",
    re.IGNORECASE,
)
#: What is measured over a stretch of the spectrum.
_SPECTRAL = re.compile(
    r"\b(?:wavelengths?|spectr\w+|reflect\w+|transmi\w+|absorb\w*|absorption|E?QEs?|visible|"
    r"infrared|NIR|near-IR|haze|region)\b"
)
#: The height scale of a micrograph: "z = 6 nm".
_SCALE = re.compile(r"\b(?:Δ?z(?:max)?|scale bars?)\s?(?:=|:|of|is)?\s?$")


def _probes(reading: Reading, mention: Mention) -> bool:
    """Whether a length is the wavelength of light that only shines on a sample."""
    if any(m.id == "photodetector" for m in reading.of_kind("application")):
        return False  # a detector is tested at it
    ahead = reading.text[: mention.start]
    if is_light(mention) and _BAND.search(ahead):
        return True
    if _SCALE.search(ahead) or _LATTICE.search(ahead) or _is_window(reading, mention):
        return True
    if _PROBING.search(ahead):
        return True
    return is_light(mention) and _PROBE_BEHIND.match(reading.text, mention.end) is not None


def _is_window(reading: Reading, mention: Mention) -> bool:
    """Whether a length is a stretch of the spectrum: "between 400 and 900 nm"."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    return (
        quantity is not None
        and quantity.value_max is not None
        and is_light(mention)
        and _SPECTRAL.search(reading.text) is not None
    )


def is_light(mention: Mention) -> bool:
    """Whether a length may be a wavelength of light, by its unit and size."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    value = (quantity.value or quantity.value_max or 0.0) if quantity is not None else 0.0
    return quantity is not None and quantity.unit == "nm" and value >= _SHORTEST_WAVE
