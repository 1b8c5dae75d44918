"""Wavelengths of light: of an instrument, of light on a sample, and of bands in its spectrum."""

from __future__ import annotations

import re

from kg.extract.binding.rows import Row
from kg.extract.knowledge.measures import is_light, quantity_of
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_SPECTRAL = re.compile(
    r"\b(?:wavelengths?|spectr\w+|reflect\w+|transmi\w+|absorb\w*|absorption|E?QEs?|visible|"
    r"infrared|NIR|near-IR|haze|region)\b"
)


def _has_no_detector(reading: Reading, _: Mention) -> bool:
    """Return whether no photodetector is named: light tests a detector, but only probes others."""
    return all(m.id != "photodetector" for m in reading.of_kind("application"))


def _is_probing(reading: Reading, number: Mention) -> bool:
    return is_light(number) and _has_no_detector(reading, number)


#: Words for the transparency of a film: over a stretch of the spectrum, it is tested.
_CLEAR = re.compile(r"\b(?i:(?:anti-?)?reflect\w+|transmi\w+|transparen\w+)\b(?:[^.;]|\.\d){0,60}$")


def _is_stretch(reading: Reading, number: Mention) -> bool:
    """Return whether a range is the part of the spectrum in which something absorbs or emits."""
    quantity = quantity_of(number)
    if quantity is None or quantity.value_max is None or not _is_probing(reading, number):
        return False
    is_test = quantity.value is not None and _CLEAR.search(reading.text[: number.start]) is not None
    return not is_test and _SPECTRAL.search(reading.text) is not None


#: After the wavelength of a source that only probes: "excited by a 405 nm laser".
_OF_SOURCE = re.compile(r"[ -](?:[\w:–-]+\s){0,2}(?:lasers?|lamps?|LEDs?|diodes?|lines?)\b")
_RAMAN = re.compile(r"\bRaman\b[^.;]{0,160}\b(?:wavelength|excitation|laser)\b")


#: Before the wavelength of light that a sample emits: "emit red light at 620 nm".
_SENT_OUT = re.compile(
    r"\bemit\w* (?:[\w-]+ ){0,3}light (?:\w+ ){0,3}~?$|\bemit(?:s|ted|ting)? (?:\w+ ){0,2}$"
)


def _is_on_sample(reading: Reading, number: Mention) -> bool:
    return _SENT_OUT.search(reading.text[: number.start]) is None


def _is_put_in(reading: Reading, number: Mention) -> bool:
    is_of_tool = _RAMAN.search(reading.text) is not None
    return _is_probing(reading, number) and _is_on_sample(reading, number) and not is_of_tool


def _is_shining(reading: Reading, number: Mention) -> bool:
    """Return whether light falls on a sample, with no named source and no Raman spectrometer."""
    is_of_tool = _OF_SOURCE.match(reading.text, number.end) or _RAMAN.search(reading.text)
    return _is_probing(reading, number) and _is_on_sample(reading, number) and not is_of_tool


#: Light that excites or illuminates a sample: the setting of a test.
_SHINING = (
    Row(
        "test",
        "wavelength",
        "length",
        ahead=r"(?i:\bexcit(?!on)\w*|\bλ\s?exc?\w*|\bpump\w*|\billuminat\w*|\birradiat\w*|"
        r"\b(?:UV|visible|blue|green|red|NIR|monochromatic) light)\b"
        r"(?:(?!peak|emi|cent|max|band|visible|in the|power|density|spectr)[^.;,]){0,25}",
        only=_is_shining,
    ),
    Row(
        "test",
        "wavelength",
        "length",
        behind=r"[ -](?:(?!to|of|and|with|for|in)[\w:–-]+\s){0,2}"
        r"(?:excitation|illumination|irradiation|light|pump(?:ing)?)\b(?![ -](?:emi|source))",
        only=_is_put_in,
    ),
)
#: Light of an instrument.
PROBING_LIGHT = (
    Row(
        "instrument",
        "probing light",
        "length",
        ahead=r"(?i:λ\s?(?:em|max)?\w*|\blasers?|\blamps?|\bsource|\bprobe\w*|\bradiation)\b"
        r"(?:(?!peak|emi|cent|max)[^.;,]){0,25}",
        only=_has_no_detector,
    ),
    Row(
        "instrument",
        "probing light",
        "length",
        behind=r"[ -](?:(?!to\s)[\w:–-]+\s){0,3}(?:lasers?|lamps?|LEDs?|diode|radiation|pulses?|"
        r"beam|filters?|line)\b",
        only=_is_probing,
    ),
    Row(
        "instrument",
        "probing light",
        "energy",
        behind=r"[ -](?:\w+\s)?(?:lasers?|lamps?|LEDs?|excitation|pulses?|beam|pump|photons?)\b",
        only=_has_no_detector,
    ),
)
#: Light to which a film is exposed is a setting and no value of the film: "UV light (365 nm)".
_LIGHT = Row(
    "test",
    "light",
    "length",
    ahead=r"\b(?:light|lamp|excited)\s*\(?(?:at |of |with )?|λ\s*=\s*",
    only=_is_on_sample,
)
#: Light on a sample.
LIGHT = (_LIGHT, *_SHINING)
#: What reaches from one wavelength or colour to another.
_STRETCHING = (
    r"(?i:\b(?:photo|spectral |optical |light )?(?:response|absorption|sensitivity|emission|"
    r"(?:electro|photo)?luminescence|fluorescence|edge|onset|cut-?off|light[- ]harvesting|"
    r"ultraviolet|UV|visible|infrared|NIR)\b)"
)
#: What a body has in nanometres as well.
_OF_BODY = r"\b(?:sizes?|diameters?|thick\w*|thin\w*|lengths?|widths?|radi(?:us|i)|grow\w*|grew)\b"
#: Positions and widths of the bands of a spectrum.
POSITIONS = (
    Row("none", "position in a spectrum", "wavenumber"),
    Row("none", "stretch of a spectrum", "length", only=_is_stretch),
    Row(  # "a red-shift (16 nm)", "3 nm (blue-shift)", "shifts of 7, 15 and 48 nm"
        "none",
        "shift of a spectrum",
        "length",
        ahead=r"\bshift(?:ed|s|ing)?\s?(?:\(|(?:of|by|over)\s(?:a region of\s)?"
        r"(?:(?:more than|about|up to|approximately|only|ca\.)\s)?)[~≈]?(?:[\d.]+(?:\snm)?,?\s"
        r"(?:and\s)?)*|(?i:red|blue|Stokes)[- ]?shift(?:s|ed)?\b[^.;]{0,160}?\b(?:of|by|was|were|"
        r"is|are)\s(?:about\s|only\s)?[~≈]?(?:[\d.]+(?:\snm)?,?\s(?:and\s)?)*",
        behind=r"[ -]?\(?(?i:red|blue|bathochromic|hypsochromic|Stokes|spectral)[ -]?shift",
    ),
    Row(
        "none",
        "position in a spectrum",
        "length",
        ahead=r"\b(?i:bands?|peaks?|maxim\w+|shoulder|feature|edge(?!s? lengths?)|onset|"
        r"cent(?:ered|red)|line)\b[^;,]{0,35}(?:\d(?:\snm)?,\s(?:and\s)?[~≈]?\d{2,4}(?:\snm)?)*"
        r"(?:\sand\s|,\s(?:and\s)?)?[~≈]?|"
        r"\b(?:[Ee]mission|[Ff]luorescence|\w*[Ll]uminescence|PL) wavelengths?\b[^;]{0,120}|"
        r"\b[Ee]missions? (?:at|around|near|in (?:a|the) range (?:of|from))\s(?:about\s)?[~≈]?\s?"
        r"(?:\d[\d.]*\s?(?:nm\s)?(?:to|and|-)\s)?",
        only=_is_probing,
    ),
    Row(  # "the response reaches from the ultraviolet to 640 nm"
        "none",
        "end of a stretch of the spectrum",
        "length",
        ahead=rf"{_STRETCHING}(?:(?!{_OF_BODY})[^.;]){{0,90}}?\b(?:to|until|beyond|toward|towards)\s"
        r"(?:(?:about|around|approximately|nearly|over|above|the)\s)?[~≈]?",
        only=_is_probing,
    ),
)


def is_shining(reading: Reading, number: Mention) -> bool:
    """Return whether a length is the wavelength of light that excites or illuminates a sample."""
    return any(row.tells(reading, number) for row in _SHINING)
