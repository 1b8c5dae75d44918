"""Numbers that are no setting of a process and no size of a sample, and what they are instead.

The claims contract leaves them out: what an instrument is set to or can resolve, the wavelength of
a lamp that only probes, a Curie temperature, the power that a laser gives, a difference of two
values, a lattice spacing, the cycles of a bending test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.extract.binding.model import Owner
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.admissible import is_detection_limit
from kg.extract.rules.measures import is_growth, is_light, quantity_of, top_of
from kg.extract.thresholds import LEAST_PRESSURE

#: Lengths of apparatus that say nothing of the process.
_APPARATUS = re.compile(
    r"inch|tube|pillar|wafer|-wide\b|channel (?:width|length)|gate length|flange|reactor|"
    r"chamber|lateral|scale bar|resolution|line\b",
    re.IGNORECASE,
)
#: Units of carrier dynamics, of vessels and of gas streams.
_OTHER_UNITS = frozenset("us ns ps fs cm mm [in_i] km/s m/s cm/s mm/s m/min km/h".split())
_ASIDE = re.compile(
    r"\b(?:(?:has|have|having|with) (?:an? )?(?:[\w-]+ ){0,2}vapou?r pressure|"
    r"vapou?r pressures? of (?:(?:the|this|its) )?(?:[\w-]+ ){1,3}(?:is|was|are|were)|"
    r"(?:melting|boiling|flash) (?:point|temperature)|solubility)\b(?:[^.;]|\.\d){0,60}$|"
    r"\b(?:boil|melt|sublime)s(?: \w+ly)?(?: already)? at [^.;]{0,12}$|"
    r"\b(?:Ar|argon)\+? ions? for $",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(?:base pressure|background pressure|evacuated to)\b[^.;]{0,30}$", re.I)
#: What an instrument is set to, and what it can tell apart.
_SETTING = re.compile(
    r"\b(?:accuracy|precision|per (?:point|step|scan|spectrum|frame)|tips?|cantilever|resolution|"
    r"step size|scan (?:rate|speed)|integration time|acquisition time|spot size|slit|"
    r"(?:rise|fall|response|recovery|decay) times?)\b"
)
#: A difference of two temperatures or pressures: "50 °C above the limit".
_DIFFERENCE = re.compile(
    r" (?:above|below (?:the|its|that|this)|higher|lower|warmer|colder|wide)\b"
)
#: Distances of atoms, which the crystal has and nobody set.
_LATTICE = re.compile(
    r"\b(?:lattice|fringes?|interplanar|inter-?planar|d[- ]?spacings?|bond length|unit cell|"
    r"interlayer)\b",
    re.IGNORECASE,
)
#: Between planes of a lattice.
_PLANES = re.compile(
    r"\b(?:inter-?layer|inter-?planar|lattice|layer-to-layer|d-)\s?(?:distances?|spacings?)"
    r"\b[^.;]{0,60}$"
)
#: Cycles that test a device or a cell, and deposit nothing.
_TEST_CYCLES = re.compile(
    r"\b(?:bending|folding|switching|endurance|fatigue|program\w*|write|erase|charge|discharge|"
    r"cycling|thermal|heating|sweep|polari[sz]ation|potential)[ /-](?:[\w-]+ )?$|"
    r"\b(?:bent|folded|switched|cycled) (?:for |over )?$",
    re.IGNORECASE,
)
_OF_TEST = re.compile(r" (?:of )?(?:bending|folding|switching|endurance|charg|discharg|cycling)")
_NAMED_TEST = re.compile(r"\b(?:bending|folding|switching|fatigue|thermal|charge|discharge)\b")
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
#: A ramp of a thermal analysis, and the instruments and columns that have settings of their own.
_ANALYSED = re.compile(
    r"\b(?:thermogravi\w+|calorimet\w+|(?:TGA?|DSC|DTA)(?=\s(?:curve|anal|measure|scan|trace|data|"
    r"was|were)\w*)|chromatogra\w+|HPLC|gel permeation|eluent|mobile phase)\b"
)
_ANALYSED_BY = frozenset({"temperature", "time", "flow"})
#: Light that only probes a sample: its wavelength is a setting of the instrument.
_PROBING = re.compile(
    r"(?:\bexcit(?!on)\w*|λ\s?(?:exc?|em|max)?\w*|\blasers?|\blamps?|\bsource|\bpump\w*|\bprobe\w*|"
    r"\billuminat\w*|\birradiat\w*|\bradiation)\b(?:(?!peak|emi|cent|max)[^.;,]){0,25}$",
    re.IGNORECASE,
)
_PROBE_BEHIND = re.compile(
    r"[ -](?:[\w:–-]+\s){0,3}(?:lasers?|lamps?|LEDs?|diode|excitation|illumination|irradiation|"
    r"light|radiation|pulses?|beam|pump|filters?|line)\b"
)
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
#: The power that a device gives, not what a process takes.
_OUTPUT = re.compile(
    r"\b(?:output|emit\w*|emission|peak|optical|lasing|lasers?|collected|radiat\w*|power of|"
    r"Pmax)\b",
    re.IGNORECASE,
)
_POWERED = re.compile(
    r"plasma|\bRF\b|\brf\b|sputter|microwave|magnetron|ultrasound|sonic|lamp|\bDC\b"
)
#: A test that a cell or a stability runs through: "160 mAh/g after 100 cycles".
_CYCLED = re.compile(
    r"\b(?:capacit\w+|mA ?h|retention|retain\w*|cycl(?:e|ing) (?:life|stability|performance))\b"
)
_PLAIN_CYCLES = re.compile(r"[\d.,]+ cycles?")
#: The rate of a battery: "(7.8C)".
_RATE = re.compile(r"[\d./]+ ?C")
#: Ions of a depth profile: "after 60 s of Ar+ sputtering".
_SPUTTERED = re.compile(r" of (?:Ar|argon)?\+? ?(?:ion )?(?:sputter|etch|bombard|mill)")
#: "92% of its initial efficiency": what a test left.
_SHARE = re.compile(r" of (?:its|their|the) (?:initial|original|starting)\b")
_BIAS = re.compile(r"\b(?:bias\w*|applied|applying|gate voltages?)\b[^.;]{0,30}$")
_SECONDS = re.compile(r"[ ·.]?s\b(?!\s(?:pulse|purge))")


def around(reading: Reading, mention: Mention, reach: int) -> str:
    """The text around a mention, so many characters on either side."""
    return reading.text[max(0, mention.start - reach) : mention.end + reach]


def _has_other_unit(_: Reading, mention: Mention) -> bool:
    quantity = quantity_of(mention)
    return quantity is not None and quantity.unit in _OTHER_UNITS


def _is_one_cycle(_: Reading, mention: Mention) -> bool:
    """ "One ALD cycle consists of ...": what a cycle is, not how many were run."""
    return mention.id == "count_cycle" and mention.text.lower().startswith("one ")


def _is_dose(reading: Reading, mention: Mention) -> bool:
    """ "120 mbar s": a pressure times a time."""
    return mention.id == "pressure" and _SECONDS.match(reading.text, mention.end) is not None


def _is_difference(reading: Reading, mention: Mention) -> bool:
    return _DIFFERENCE.match(reading.text, mention.end) is not None


def _is_aside(reading: Reading, mention: Mention) -> bool:
    return _ASIDE.search(reading.text[: mention.start]) is not None


def _is_base_pressure(reading: Reading, mention: Mention) -> bool:
    return mention.id == "pressure" and _BASE.search(reading.text[: mention.start]) is not None


def _is_of_lattice(reading: Reading, mention: Mention) -> bool:
    return mention.id == "length" and bool(
        _LATTICE.search(around(reading, mention, 35))
        or _PLANES.search(reading.text[: mention.start])
    )


def _is_own_temperature(reading: Reading, mention: Mention) -> bool:
    return mention.id == "temperature" and bool(
        _MAGNETIC.search(reading.text) or _OWN_TEMPERATURE.search(reading.text[: mention.start])
    )


def _counts_tests(reading: Reading, mention: Mention) -> bool:
    """ "10000 bending cycles": how often a device was tested, no count of a process."""
    return mention.id == "count_cycle" and bool(
        _NAMED_TEST.search(mention.text)
        or _TEST_CYCLES.search(reading.text[: mention.start])
        or _OF_TEST.match(reading.text, mention.end)
        or (_PLAIN_CYCLES.fullmatch(mention.text) and _CYCLED.search(reading.text))
    )


def _is_charge_rate(reading: Reading, mention: Mention) -> bool:
    return bool(_RATE.fullmatch(mention.text) and _CYCLED.search(reading.text))


def _is_sputtered(reading: Reading, mention: Mention) -> bool:
    return mention.id == "time" and _SPUTTERED.match(reading.text, mention.end) is not None


def _is_left(reading: Reading, mention: Mention) -> bool:
    return mention.id == "percent" and _SHARE.match(reading.text, mention.end) is not None


def _is_bias(reading: Reading, mention: Mention) -> bool:
    return mention.id in ("voltage", "field") and bool(
        _BIAS.search(reading.text[: mention.start]) or reading.text.startswith(" bias", mention.end)
    )


def _is_ultrahigh_vacuum(_: Reading, mention: Mention) -> bool:
    """A pressure of a spectrometer: nothing is deposited from vapours below it."""
    quantity, top = quantity_of(mention), top_of(mention)
    if quantity is None or top is None or mention.id != "pressure":
        return False
    return top < LEAST_PRESSURE.value and quantity.unit in ("mbar", "Torr", "Pa", "hPa")


def _is_setting(reading: Reading, mention: Mention) -> bool:
    return _SETTING.search(around(reading, mention, 22)) is not None


def _is_of_analysis(reading: Reading, mention: Mention) -> bool:
    return mention.id in _ANALYSED_BY and _ANALYSED.search(reading.text) is not None


def _is_output(reading: Reading, mention: Mention) -> bool:
    is_plain = mention.id == "power" and not _POWERED.search(reading.text)
    return is_plain and _OUTPUT.search(reading.text) is not None


def _is_of_apparatus(reading: Reading, mention: Mention) -> bool:
    return mention.id == "length" and bool(
        (_APPARATUS.search(around(reading, mention, 25)) and not is_growth(reading, mention))
        or _SCALE.search(reading.text[: mention.start])
    )


def probes(reading: Reading, mention: Mention) -> bool:
    """Whether a length is the wavelength of light that only shines on a sample."""
    if mention.id != "length" or _has_detector(reading):
        return False
    if _PROBING.search(reading.text[: mention.start]):
        return True
    return is_light(mention) and _PROBE_BEHIND.match(reading.text, mention.end) is not None


def _has_detector(reading: Reading) -> bool:
    """A photodetector is tested at a wavelength."""
    return any(m.id == "photodetector" for m in reading.of_kind("application"))


def _is_of_spectrum(reading: Reading, mention: Mention) -> bool:
    """Whether a number is where a band lies, or a stretch: "between 400 and 900 nm"."""
    quantity = quantity_of(mention)
    if mention.id == "wavenumber":
        return True
    if mention.id != "length" or quantity is None or not is_light(mention):
        return False
    if _has_detector(reading):
        return False
    is_stretch = quantity.value_max is not None and _SPECTRAL.search(reading.text) is not None
    return is_stretch or _BAND.search(reading.text[: mention.start]) is not None


class Foreign(NamedTuple):
    """Whose a number is that nobody set, what it is, and how it is told."""

    owner: Owner
    what: str
    tells: Callable[[Reading, Mention], bool]


#: The first row that tells a number says what it is.
ROWS = (
    Foreign("none", "one cycle", _is_one_cycle),
    Foreign("none", "difference", _is_difference),
    Foreign("none", "dose", _is_dose),
    Foreign("none", "property of a substance", _is_aside),
    Foreign("none", "own temperature", _is_own_temperature),
    Foreign("none", "lattice", _is_of_lattice),
    Foreign("none", "position in a spectrum", _is_of_spectrum),
    Foreign("none", "dynamics or apparatus", _has_other_unit),
    Foreign("result", "share of the initial value", _is_left),
    Foreign("test", "cycles of a test", _counts_tests),
    Foreign("test", "rate of charging", _is_charge_rate),
    Foreign("test", "bias", _is_bias),
    Foreign("instrument", "depth profile", _is_sputtered),
    Foreign("instrument", "detection limit", is_detection_limit),
    Foreign("instrument", "base pressure", _is_base_pressure),
    Foreign("instrument", "vacuum of a spectrometer", _is_ultrahigh_vacuum),
    Foreign("instrument", "setting or resolution", _is_setting),
    Foreign("instrument", "thermal analysis", _is_of_analysis),
    Foreign("instrument", "probing light", probes),
    Foreign("instrument", "emitted power", _is_output),
    Foreign("instrument", "apparatus", _is_of_apparatus),
)


def foreign(reading: Reading, number: Mention) -> Foreign | None:
    """The row that says why a number is no setting; ``None`` where nothing does."""
    return next((row for row in ROWS if row.tells(reading, number)), None)
