"""Which parameter of a process, sample or test a number is the value of, and how closely."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.binding.adjacent import ADJACENT, is_tried
from kg.extract.binding.attributes import DEFAULTS, candidates, owner_of
from kg.extract.binding.called import called
from kg.extract.binding.distance import distance
from kg.extract.binding.headed import measure_of
from kg.extract.binding.light import is_shining
from kg.extract.knowledge.families import is_particle
from kg.extract.knowledge.measures import in_unit, is_growth, is_light, quantity_of, top_of
from kg.extract.knowledge.thresholds import LONG_TEST, ROOM_KELVIN, SHORT_TEST
from kg.extract.mentions import Mention
from kg.extract.owners import Owner
from kg.extract.reading import Reading
from kg.extract.solids.forms import form_of

#: The characters before and after a number within which words can select its parameter.
_AHEAD, _NEAR = 90, 45
_OF = re.compile(r" of (?:an? |the )?")
_OF_GAS = re.compile(r" (?:of )?(?:gaseous )?")
#: The further thicknesses of a stack: "3/15/30 nm Cr/Pd/Au".
_FURTHER = r"(?:(?:\s?/\s?[\d.]+)+\s?(?:nm|Å|μm))?"
_BESIDE_SOLID = re.compile(rf"{_FURTHER}[ -](?:of )?(?:(?:amorphous|thick|thin|ALD|crystalline) )?")
_CORE = re.compile(r"[ -](?:cores?|seeds?|colloids?)\b(?![/@-]| (?:layer|film)s?\b)")
#: In a bracket that lists particles: "nanoparticles [11-nm maghemite and 19-nm magnetite]".
_AMONG_PARTICLES = re.compile(
    r"\b(?:[Nn]ano(?:particles|crystals|rods|cubes)|NPs|NCs|QDs|dots)\s[(\[][^)\]]*$"
)
#: "0.6 nm of oxide": a solid named only by its class.
_OF_CLASS = re.compile(
    r"[ -](?:of\s)?(?:the\s|this\s|that\s|amorphous\s|thick\s|ALD\s)*(?:oxide|nitride|sulfide|"
    r"alumina|silica|titania|hafnia|zirconia|yttria|ceria|metal|material|polymer|coating|film|"
    r"shell)\b(?![ -](?:nano|particles?|core|grains?|clusters?))"
)
_AT = re.compile(r"\bat\s(?:about\s|around\s)?[~≈∼]?\s?$", re.IGNORECASE)
#: Units of time that only tests have: no deposition of this field takes days.
_LONG = frozenset({"d", "wk", "mo", "a"})
#: The cost of a number whose parameter no word names.
UNNAMED = 90


class Setting(NamedTuple):
    """A parameter that a number may be the value of; ``cost`` is in characters, 0 for certain."""

    cost: int
    parameter: str
    owner: Owner


def setting(reading: Reading, number: Mention) -> Setting | None:
    """Return the parameter of which a number is the value: the one whose words are closest to it.

    ``None`` if there is none.
    """
    told = _told(reading, number)
    if told is not None:
        return told
    low, high = max(0, number.start - _AHEAD), number.end + _NEAR
    named = [
        (cost, order, Setting(cost, attribute.parameter, attribute.owner))
        for order, attribute in enumerate(candidates(number))
        if attribute.words is not None
        and (attribute.parameter != "wavelength" or not _is_shorter_than_light(number))
        for word in attribute.words.finditer(reading.text, low, high)
        for cost in (distance(reading.text, number, *word.span()),)
    ]
    if named:
        nearest = min(named)[2]
        is_test = nearest.parameter == "test_duration"
        return _of_test_or_step(reading, number) if is_test else nearest
    return Setting(UNNAMED, *DEFAULTS[number.id]) if number.id in DEFAULTS else None


def _of_test_or_step(reading: Reading, number: Mention) -> Setting | None:
    """Return the duration of a test, or of a step of a process if it is too short for a test.

    A time below a second without a test is one of carriers or of a pulse, and gives ``None``.
    """
    quantity, top = quantity_of(number), top_of(number)
    minutes = in_unit(top, quantity.unit, SHORT_TEST.unit) if quantity is not None and top else None
    if minutes is None or minutes >= SHORT_TEST.value or is_tried(reading, number):
        return Setting(0, "test_duration", "test")
    return Setting(0, "duration", "process") if minutes * 60 >= 1 else None


def _told(reading: Reading, number: Mention) -> Setting | None:
    """Return the setting that the number itself or the words right beside it determine."""
    if _is_cold(reading, number):
        return Setting(0, "test_temperature", "test")
    if _is_endured(number):
        return Setting(0, "test_duration", "test")
    if is_growth(reading, number):
        is_etched = _ETCHED.search(reading.text[: number.start]) is not None
        parameter = "etch_per_cycle" if is_etched else "growth_per_cycle"
        return Setting(0, parameter, "process")
    if parameter := called(reading, number):
        return Setting(0, parameter, owner_of(parameter))
    for row in ADJACENT:
        if row.tells(reading, number):
            return Setting(0, row.what, row.owner)
    if number.id == "length":
        measure = measure_of(reading, number)
        is_size = bool(measure) and measure != "other"
        told = _of_length(reading, number)
        return Setting(0, measure, "sample") if is_size else told
    return _of_chemical(reading, number) if number.id in _OF_REAGENTS else None


#: Before the thickness that one cycle removes: "an etch per cycle of 0.5 Å".
_ETCHED = re.compile(
    r"\b(?:(?:[Ee]tch(?:ed|ing)?|[Rr]emoval)(?:\s(?:rates?|amounts?|thickness))?\sper\scycle|EPC)\b"
    r"(?:(?!\bgrowth\b|\bGPC\b)[^;])*$"
)


def _is_shorter_than_light(mention: Mention) -> bool:
    """Return whether a length is too short for a wavelength of light, as the axis of a dot is."""
    quantity = quantity_of(mention)
    unit = quantity.unit if quantity is not None else None
    return unit in ("Ao", "pm") or (unit == "nm" and not is_light(mention))


#: Between the two ends of a range, the first of which is explained: "294 K (room temperature) to".
_STRETCH = re.compile(r"\s(?:\([^()]*\)\s)?(?:and|to|through|up to)\s[~≈]?")


def _is_cold(reading: Reading, number: Mention) -> bool:
    """Return whether a temperature is that of a cryostat, or the end of a range that starts there.

    Nothing of this field grows at such a temperature.
    """
    if _is_of_cryostat(number):
        return True
    quantity = quantity_of(number)
    return (
        quantity is not None
        and quantity.unit == "K"
        and any(
            _is_of_cryostat(cold) and _STRETCH.fullmatch(reading.text, cold.end, number.start)
            for cold in reading.of_kind("quantity")
        )
    )


def _is_of_cryostat(number: Mention) -> bool:
    quantity, top = quantity_of(number), top_of(number)
    if quantity is None or number.id != "temperature" or quantity.unit != "K":
        return False
    return top is not None and 0.0 < top <= ROOM_KELVIN.value


def _is_endured(mention: Mention) -> bool:
    """Return whether a time is so long that it must be a test: days, or hundreds of hours."""
    quantity = quantity_of(mention)
    if mention.id != "time" or quantity is None:
        return False
    hours = (quantity.value or quantity.value_max or 0.0) if quantity.unit == "h" else 0.0
    return quantity.unit in _LONG or hours >= LONG_TEST.value


def _of_length(reading: Reading, number: Mention) -> Setting | None:
    """Return the setting of a length: "efficiency at 450 nm", "3 nm of TiO2", "8 nm NiO"."""
    if is_shining(reading, number) or (
        is_light(number) and _AT.search(reading.text[: number.start])
    ):
        return Setting(0, "wavelength", "test")
    quantity, solid = quantity_of(number), _solid_behind(reading, number)
    if solid is None and _OF_CLASS.match(reading.text, number.end):
        return Setting(0, "thickness", "sample")
    if _is_in_bracket_of_layers(reading, number):
        return Setting(0, "thickness", "sample")
    if quantity is None or quantity.value is None or solid is None:
        return None
    is_size = is_particle(form_of(reading, solid)) or _CORE.match(reading.text, solid.end)
    is_size = is_size or _AMONG_PARTICLES.search(reading.text[: number.start])
    return Setting(0, "particle_size" if is_size else "thickness", "sample")


#: From a layer or a stack to the number in the bracket after it: "Cr/Au (5/50 nm)".
_LAYER_BY_LAYER = re.compile(r"\s?\((?:[\d.]+\s?(?:nm|Å|μm)?\s?[/,]\s?)*")
_ONLY_NUMBERS = re.compile(r"(?:\s?[/,]\s?[\d.]+\s?(?:nm|Å|μm)?)*\s?(?:thick(?:ness)?)?\)")
_METALLISED = re.compile(
    r"\b(?i:evaporat|sputter|deposit(?:ed|ion)|metalli[sz]|electrode|contact|gate|cathode|anode)"
)


def _is_in_bracket_of_layers(reading: Reading, number: Mention) -> bool:
    if not (_ONLY_NUMBERS.match(reading.text, number.end) and _METALLISED.search(reading.text)):
        return False
    return any(
        _LAYER_BY_LAYER.fullmatch(reading.text, solid.end, number.start)
        and not is_particle(form_of(reading, solid))
        for solid in reading.of_kind("material", "stack")
        if solid.end < number.start
    )


#: Dimensions of what is stated of a reagent; a percentage above this one is its purity.
_OF_REAGENTS = frozenset({"time", "fraction", "percent", "mass_fraction"})
_MOST_PERCENT = 50.0
#: Before the share of gas in a furnace, or of an impurity in a reagent.
_NO_SHARE = re.compile(r"\b(?:anneal|calcin|reduced|combust|contain)\w*\b[^.;]*$")


def _of_chemical(reading: Reading, number: Mention) -> Setting | None:
    """Return the setting of an amount of reagent: "0.1 s of TMA", "50 ppm ethanol"."""
    is_purity = number.id == "percent" and (top_of(number) or 0.0) > _MOST_PERCENT
    if is_purity or _NO_SHARE.search(reading.text[: number.start]):
        return None
    between = _OF if number.id == "time" else _OF_GAS
    behind = [m for m in reading.of_kind("chemical") if m.start >= number.end]
    for reagent in behind:
        if between.fullmatch(reading.text, number.end, reagent.start):
            return Setting(0, "pulse_time" if number.id == "time" else "concentration", "process")
    return None


def _solid_behind(reading: Reading, mention: Mention) -> Mention | None:
    for solid in reading.of_kind("material", "stack"):
        if solid.start > mention.end and _BESIDE_SOLID.fullmatch(
            reading.text, mention.end, solid.start
        ):
            return solid
    return None
