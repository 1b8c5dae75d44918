"""Quantities of a process or structure: which parameter each number is a value of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.admissible import is_detection_limit
from kg.extract.rules.families import is_particle
from kg.extract.rules.forms import form_of
from kg.extract.rules.instruments import is_light, is_set_on_instrument
from kg.extract.rules.measures import in_unit
from kg.extract.rules.numberless import find_numberless
from kg.extract.rules.paired import paired_steps
from kg.extract.rules.parameters import PARAMETERS
from kg.extract.rules.sequences import find_steps
from kg.extract.thresholds import (
    LEAST_PRESSURE,
    LONG_TEST,
    MOST_PER_CYCLE,
    ROOM_KELVIN,
)
from kg.model import Condition, Quantity

#: Lengths of apparatus and samples that say nothing of the process.
_APPARATUS = re.compile(
    r"inch|tube|pillar|wafer|-wide\b|channel (?:width|length)|gate length|flange|reactor|"
    r"chamber|lateral|scale bar|resolution|line\b",
    re.IGNORECASE,
)
#: How far, in characters, the words that select a parameter stand ahead of or behind a number.
_AHEAD, _NEAR = 90, 45
_PURGING = re.compile(r" (?:purge|flush|flow)")
_BESIDE_SOLID = re.compile(r"[ -](?:of )?(?:(?:amorphous|thick|thin|ALD|crystalline) )?")
_AT = re.compile(r"\bat\s(?:about\s|around\s)?[~≈∼]?\s?$", re.IGNORECASE)
_PH = re.compile(r"\bpH(?: value)?(?: of| =|:| to| was| adjusted to)?\s?[~≈]?$")
_ASPECT = re.compile(r"aspect ratios?[^,;]{0,25}$")
_TRENCH = re.compile(
    r"\s(?:[a-z-]+ )?(?:trench|via|pore|hole(?!s?[ -](?:dop|conc|mob|trans|carr)))"
)
#: Units of carrier dynamics, of vessels and of gas streams.
_NOT_OF_A_PROCESS = frozenset("us ns ps fs cm mm [in_i] km/s m/s cm/s mm/s m/min km/h".split())
_ASIDE = re.compile(
    r"\b(?:base pressure|background pressure|evacuated to)\b[^.;]{0,30}$|"
    r"\b(?:(?:has|have|having|with) (?:an? )?(?:[\w-]+ ){0,2}vapou?r pressure|"
    r"vapou?r pressures? of (?:(?:the|this|its) )?(?:[\w-]+ ){1,3}(?:is|was|are|were)|"
    r"(?:melting|boiling|flash) (?:point|temperature)|solubility)\b(?:[^.;]|\.\d){0,60}$|"
    r"\b(?:boil|melt|sublime)s(?: \w+ly)?(?: already)? at [^.;]{0,12}$|"
    r"\b(?:Ar|argon)\+? ions? for $",
    re.IGNORECASE,
)
#: Settings and limits of an instrument.
_INSTRUMENT = re.compile(
    r"\b(?:accuracy|precision|per (?:point|step|scan|spectrum|frame)|tips?|cantilever|resolution|"
    r"step size|scan (?:rate|speed)|integration time|acquisition time|spot size|slit|"
    r"(?:rise|fall|response|recovery|decay) times?)\b"
)
#: A difference of two temperatures or pressures: "50 °C above the limit".
_DIFFERENCE = re.compile(r" (?:above|higher|lower|warmer|colder|wide)\b")
#: Nothing in this field is deposited for days.
_LONG = frozenset({"d", "wk", "mo", "a"})
_PER_CYCLE = re.compile(r"per[ -]cycle|\bGPC\b", re.IGNORECASE)
#: What a word behind the number, and a parting between both, cost in characters.
_BEHIND, _APART = 6, 12
_ATTRIBUTIVE = re.compile(r"[ -](?:[A-Z]\w*[ -]|thick |colloidal )?")
_PARTING = re.compile(r"[,;:]|\band\b|\bwith\b|\. ")


def find_conditions(reading: Reading, taken: frozenset[int]) -> Iterator[Finding]:
    """The condition of every quantity that is no outcome's value (``taken``: their starts)."""
    paired = paired_steps(reading)
    for mention in reading.of_kind("quantity"):
        if mention.start in taken or mention.quantity is None or is_hypothetical(reading, mention):
            continue
        if mention.quantity.kind == "sequence":
            yield from find_steps(reading, mention)
            continue
        parameter = paired.get(mention.start) or parameter_of(reading, mention)
        if parameter and not _is_one_cycle(mention):
            moved = _is_moved(reading, mention)
            for quantity in _stated(parameter, mention.quantity.quantity, is_moved=moved):
                yield Finding(
                    content=Condition(parameter=parameter, quantity=quantity),
                    at=mention.start,
                    rule=f"quantity-{mention.id}",
                )
    yield from find_numberless(reading)


#: Verbs that move a setting from one value to another, so that both are values of it.
_MOVED = re.compile(
    r"\b(?:increas|decreas|reduc|rais|rise|rose|lower|shorten|lengthen|extend|stretch|prolong|chang"
    r"|shrink|shrank|grow|grew|drop|fall|fell|went|goes|go|declin|climb)\w*\b[^.;]*$",
    re.IGNORECASE,
)


def _is_moved(reading: Reading, mention: Mention) -> bool:
    """Whether a verb of change stands between a quantity and the one before it."""
    before = [m.end for m in reading.of_kind("quantity") if m.end <= mention.start]
    return _MOVED.search(reading.text[max(before, default=0) : mention.start]) is not None


def _stated(parameter: str, quantity: Quantity, *, is_moved: bool) -> Iterator[Quantity]:
    """The settings that a quantity states.

    "Shortened from 6 s to 1 s" has two settings, "temperatures from 90 to 120 °C" a range.
    """
    quantity = _in_nanometres(quantity)
    if quantity.unit == "{supercycle}":
        quantity = replace(quantity, unit="{cycle}")
    if parameter == "growth_per_cycle":
        quantity = per_cycle(quantity)
    if parameter == "ph":
        quantity = replace(quantity, unit="[pH]")
    if quantity.start is None or quantity.value is None:
        yield quantity
    elif is_moved:
        yield as_reported(quantity)
        yield replace(quantity, value=quantity.start, start=None)
    else:
        low, high = sorted((quantity.start, quantity.value))
        yield replace(quantity, value=low, value_max=high, start=None)


def _in_nanometres(quantity: Quantity) -> Quantity:
    """A size printed in powers of a metre ("10⁻⁹ m") in the unit of the field."""
    if quantity.unit != "m":
        return quantity
    ends = [None if end is None else end * 1e9 for end in (quantity.value, quantity.value_max)]
    return replace(quantity, value=ends[0], value_max=ends[1], unit="nm")


def _is_one_cycle(mention: Mention) -> bool:
    """ "One ALD cycle consists of ...": what a cycle is, not how many were run."""
    return mention.id == "count_cycle" and mention.text.lower().startswith("one ")


def parameter_of(reading: Reading, mention: Mention) -> str:
    """The parameter that a number is a value of: the one whose words stand closest to it."""
    rows = PARAMETERS.get(mention.id, ())
    if _is_no_condition(reading, mention):
        return ""
    if _is_cold(mention):
        return "test_temperature"
    if _is_endured(mention):
        return "test_duration"
    if mention.id == "length" and _is_growth(reading, mention):
        return "growth_per_cycle"
    if mention.id == "length" and _APPARATUS.search(_around(reading, mention, 25)):
        return ""
    if mention.id == "dimensionless":
        return _of_bare_number(reading, mention)
    if told := _told_by_place(reading, mention):
        return told
    costs = [
        (cost, order, parameter)
        for order, (parameter, words) in enumerate(rows)
        if parameter != "wavelength" or not _is_shorter_than_light(mention)
        for cost in _costs(reading, mention, words)
    ]
    default = next((parameter for parameter, words in rows if not words), "")
    return min(costs)[2] if costs else default


def _is_shorter_than_light(mention: Mention) -> bool:
    """A length in nm below the ultraviolet: the axis of a dot, no wavelength."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    return quantity is not None and quantity.unit == "nm" and not is_light(mention)


def _is_cold(mention: Mention) -> bool:
    """A temperature of a cryostat: nothing of this field grows there."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    if quantity is None or mention.id != "temperature" or quantity.unit != "K":
        return False
    top = quantity.value_max if quantity.value_max is not None else quantity.value
    return top is not None and 0.0 < top <= ROOM_KELVIN.value


def _is_endured(mention: Mention) -> bool:
    """A time that only a test lasts: days, or hundreds of hours."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    if mention.id != "time" or quantity is None:
        return False
    hours = (quantity.value or quantity.value_max or 0.0) if quantity.unit == "h" else 0.0
    return quantity.unit in _LONG or hours >= LONG_TEST.value


def _told_by_place(reading: Reading, mention: Mention) -> str:
    """ "4 s of O2 plasma", "efficiency at 450 nm", "3 nm of TiO2", "8 nm NiO"."""
    value = mention.quantity.quantity.value if mention.quantity is not None else None
    if mention.id == "percent":
        return _of_share(reading, mention)
    if mention.id == "time" and _of_plasma(reading, mention):
        return "exposure_time"
    if mention.id == "time" and _of_reagent(reading, mention):
        return "pulse_time"
    if mention.id != "length" or value is None:
        return ""
    if is_light(mention) and _AT.search(reading.text[: mention.start]):
        return "wavelength"
    solid = _solid_behind(reading, mention)
    if solid is None:
        return ""
    return "particle_size" if is_particle(form_of(reading, solid)) else "thickness"


_HUMID_BEHIND = re.compile(r"\s?(?:relative\s|ambient\s)?(?:humidity|R\.?H\b)", re.IGNORECASE)
_HUMID_AHEAD = re.compile(
    r"(?:humidity|\bRH\b)(?:\s\(RH\))?\s?(?:of|was|is|=|:|at)?\s?[~≈]?$", re.IGNORECASE
)
_DILUTED = re.compile(
    r"\s(?:aqueous\s|[\w-]+\s){0,2}(?:solutions?\b|in\s(?:N2|Ar|He|nitrogen|argon)\b)"
)


def _of_share(reading: Reading, mention: Mention) -> str:
    """A percentage beside the word: humidity of the air, a share in a solution or gas."""
    if _HUMID_BEHIND.match(reading.text, mention.end) or _HUMID_AHEAD.search(
        reading.text[: mention.start]
    ):
        return "relative_humidity"
    is_diluted = _DILUTED.match(reading.text, mention.end) or _is_strength(reading, mention)
    return "concentration" if is_diluted else ""


#: Acids, bases and oxidants that are sold as solutions: "37% HCl", "30 wt% NH4OH".
_DISSOLVED = re.compile(
    r"\s(?:HCl|HNO3|H2SO4|HF|H2O2|H3PO4|NH4OH|NH3|KOH|NaOH|TMAH|acetic acid|hydrochloric acid|"
    r"nitric acid|sulfuric acid|hydrogen peroxide|ammonia|ammonium hydroxide|hydrazine)\b"
)


def _is_strength(reading: Reading, mention: Mention) -> bool:
    return _DISSOLVED.match(reading.text, mention.end) is not None


_PLASMA_BEHIND = re.compile(
    r"(?:\s(?:of|long))?\s[\w*/+]{1,8}(?:\s?[/+*]\s?\w{1,4})?\s(?:plasma|\*)"
)


def _of_plasma(reading: Reading, mention: Mention) -> bool:
    """ "A 3 s O2 plasma": how long the surface meets the plasma."""
    return _PLASMA_BEHIND.match(reading.text, mention.end) is not None


def _of_reagent(reading: Reading, mention: Mention) -> bool:
    behind = re.match(r" of (?:an? |the )?", reading.text[mention.end :])
    if behind is None:
        return False
    at = mention.end + behind.end()
    return any(
        m.start == at and not _PURGING.match(reading.text, m.end)
        for m in reading.of_kind("chemical")
    )


def _solid_behind(reading: Reading, mention: Mention) -> Mention | None:
    for solid in reading.of_kind("material"):
        if solid.start > mention.end and _BESIDE_SOLID.fullmatch(
            reading.text[mention.end : solid.start]
        ):
            return solid
    return None


def _of_bare_number(reading: Reading, mention: Mention) -> str:
    if _PH.search(reading.text[: mention.start]):
        return "ph"
    is_deep = _ASPECT.search(reading.text[: mention.start]) or _TRENCH.match(
        reading.text, mention.end
    )
    return "aspect_ratio" if is_deep else ""


def _is_no_condition(reading: Reading, mention: Mention) -> bool:
    """Differences, lifetimes of carriers, dimensions and speeds in an apparatus, base pressures."""
    unit = (mention.quantity.quantity.unit if mention.quantity is not None else "") or ""
    return (
        unit in _NOT_OF_A_PROCESS
        or _is_of_lattice(reading, mention)
        or _is_dose(reading, mention)
        or _is_of_test(reading, mention)
        or is_set_on_instrument(reading, mention)
        or is_detection_limit(reading, mention)
        or _is_ultrahigh_vacuum(mention)
        or _INSTRUMENT.search(_around(reading, mention, 22)) is not None
        or _DIFFERENCE.match(reading.text, mention.end) is not None
        or _ASIDE.search(reading.text[: mention.start]) is not None
    )


#: Distances of atoms, which the crystal has and nobody set.
_LATTICE = re.compile(
    r"\b(?:lattice|fringes?|interplanar|inter-?planar|d[- ]?spacings?|bond length|unit cell|"
    r"interlayer)\b",
    re.IGNORECASE,
)


def _is_of_lattice(reading: Reading, mention: Mention) -> bool:
    return mention.id == "length" and _LATTICE.search(_around(reading, mention, 35)) is not None


#: Cycles that test a device or a cell, and deposit nothing.
_TEST_CYCLES = re.compile(
    r"\b(?:bending|folding|switching|endurance|fatigue|program\w*|write|erase|charge|discharge|"
    r"cycling|thermal|heating|sweep|polari[sz]ation|potential)[ /-](?:[\w-]+ )?$|"
    r"\b(?:bent|folded|switched|cycled) (?:for |over )?$",
    re.IGNORECASE,
)
_OF_TEST = re.compile(r" (?:of )?(?:bending|folding|switching|endurance|charg|discharg|cycling)")


def _is_of_test(reading: Reading, mention: Mention) -> bool:
    """ "10000 bending cycles": how often a device was tested, no count of a process."""
    if mention.id != "count_cycle":
        return False
    return bool(
        re.search(
            r"\b(?:bending|folding|switching|fatigue|thermal|charge|discharge)\b", mention.text
        )
        or _TEST_CYCLES.search(reading.text[: mention.start])
        or _OF_TEST.match(reading.text, mention.end)
    )


def _is_dose(reading: Reading, mention: Mention) -> bool:
    """ "120 mbar s": a pressure times a time."""
    is_timed = re.match(r"[ ·.]?s\b(?!\s(?:pulse|purge))", reading.text[mention.end :])
    return mention.id == "pressure" and is_timed is not None


def _is_ultrahigh_vacuum(mention: Mention) -> bool:
    """A pressure of a spectrometer: nothing is deposited from vapours below it."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    if quantity is None or mention.id != "pressure":
        return False
    top = quantity.value_max if quantity.value_max is not None else quantity.value
    is_vacuum = top is not None and top < LEAST_PRESSURE.value
    return is_vacuum and quantity.unit in ("mbar", "Torr", "Pa", "hPa")


def _is_growth(reading: Reading, mention: Mention) -> bool:
    """A length of a few ångström in a sentence on the growth per cycle: "... was 1.8 Å for ZnO"."""
    quantity = mention.quantity.quantity if mention.quantity is not None else None
    if quantity is None or quantity.value is None or not _PER_CYCLE.search(reading.text):
        return False
    in_nm = in_unit(quantity.value, quantity.unit, "nm")
    return in_nm is not None and in_nm <= MOST_PER_CYCLE.value


def _costs(reading: Reading, mention: Mention, words: str) -> Iterator[int]:
    """How far each of a parameter's words is from a number; commas and "and" set apart."""
    if not words:
        return
    low, high = max(0, mention.start - _AHEAD), mention.end + _NEAR
    for match in re.compile(words, re.IGNORECASE).finditer(reading.text, low, high):
        if match.start() >= mention.end:
            gap, behind = reading.text[mention.end : match.start()], _BEHIND
            if _ATTRIBUTIVE.fullmatch(gap):  # "6 nm PbSe QDs"
                gap, behind = "", 0
        else:
            gap, behind = reading.text[match.end() : mention.start], 0
        yield len(gap) + behind + _APART * len(_PARTING.findall(gap))


def _around(reading: Reading, mention: Mention, reach: int) -> str:
    return reading.text[max(0, mention.start - reach) : mention.end + reach]


def per_cycle(quantity: Quantity) -> Quantity:
    """A growth per cycle printed as a length: "a growth per cycle of 1.1 Å" is Å per cycle."""
    unit = quantity.unit or ""
    return quantity if "/" in unit else replace(quantity, unit=unit + "/{cycle}")


def as_reported(quantity: Quantity) -> Quantity:
    """The quantity of a plain report: a change's end value without its start."""
    return replace(quantity, start=None)
