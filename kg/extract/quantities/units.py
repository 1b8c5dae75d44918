"""Printed units to UCUM codes and dimensions.

A unit is a product of factors, each a spelling of the table with an exponent; the code is composed
as the claims contract writes it: ``cm2.V-1.s-1``, ``nm/{cycle}``, ``uJ.cm-2``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with its UCUM code and the dimension it measures."""

    code: str
    dimension: str


#: ``UCUM code: (kind, spellings)``; spellings are separated by spaces, ``_`` stands for a space.
_TABLE: Final[dict[str, tuple[str, str]]] = {
    "Cel": ("temperature", "°C °_C ℃ degC deg_C oC degrees_C degrees_Celsius •_C •C"),
    "K": ("temperature", "K kelvin"),
    "pm": ("length", "pm picometers"),
    "nm": ("length", "nm nanometer nanometers nanometre nanometres"),
    "Ao": ("length", "Å angstrom angstroms Angstrom Angstroms ångström Ångström A° A_°"),
    "um": ("length", "μm um micron microns micrometer micrometers micrometre micrometres μ_m"),
    "mm": ("length", "mm millimeter millimeters"),
    "cm": ("length", "cm centimeter centimeters Cm"),
    "m": ("length", "m meter meters metre metres"),
    "km": ("length", "km"),
    "[in_i]": ("length", "inch inches ″"),
    "fs": ("time", "fs femtoseconds"),
    "ps": ("time", "ps picoseconds"),
    "ns": ("time", "ns nanoseconds nanosecond"),
    "us": ("time", "μs us microseconds"),
    "ms": ("time", "ms millisecond milliseconds"),
    "s": ("time", "s sec secs second seconds"),
    "min": ("time", "min mins minute minutes"),
    "h": ("time", "h hr hrs hour hours"),
    "d": ("time", "d day days"),
    "wk": ("time", "week weeks"),
    "mo": ("time", "month months"),
    "a": ("time", "year years yr yrs"),
    "Torr": ("pressure", "Torr torr"),
    "mTorr": ("pressure", "mTorr mtorr"),
    "Pa": ("pressure", "Pa"),
    "hPa": ("pressure", "hPa"),
    "kPa": ("pressure", "kPa"),
    "MPa": ("pressure", "MPa"),
    "GPa": ("pressure", "GPa"),
    "mbar": ("pressure", "mbar"),
    "bar": ("pressure", "bar"),
    "atm": ("pressure", "atm"),
    "psi": ("pressure", "psi"),
    "eV": ("energy", "eV"),
    "meV": ("energy", "meV"),
    "keV": ("energy", "keV"),
    "MeV": ("energy", "MeV"),
    "J": ("energy", "J"),
    "kJ": ("energy", "kJ"),
    "mJ": ("energy", "mJ"),
    "uJ": ("energy", "μJ uJ μ_J"),
    "nJ": ("energy", "nJ"),
    "kcal": ("energy", "kcal"),
    "V": ("voltage", "V volts volt"),
    "mV": ("voltage", "mV"),
    "kV": ("voltage", "kV"),
    "MV": ("voltage", "MV"),
    "A": ("current", "A"),
    "mA": ("current", "mA"),
    "uA": ("current", "μA uA"),
    "nA": ("current", "nA"),
    "pA": ("current", "pA"),
    "W": ("power", "W watt watts"),
    "mW": ("power", "mW"),
    "uW": ("power", "μW uW"),
    "nW": ("power", "nW"),
    "kW": ("power", "kW"),
    "S": ("conductance", "S"),
    "mS": ("conductance", "mS"),
    "uS": ("conductance", "μS"),
    "Ohm": ("resistance", "Ω ohm ohms Ohm Ohms Ω"),
    "mOhm": ("resistance", "mΩ mohm"),
    "uOhm": ("resistance", "μΩ μohm uohm"),
    "kOhm": ("resistance", "kΩ kohm"),
    "MOhm": ("resistance", "MΩ Mohm"),
    "F": ("capacitance", "F"),
    "mF": ("capacitance", "mF"),
    "uF": ("capacitance", "μF uF"),
    "nF": ("capacitance", "nF"),
    "pF": ("capacitance", "pF"),
    "mC": ("charge", "mC"),
    "uC": ("charge", "μC"),
    "Hz": ("frequency", "Hz"),
    "kHz": ("frequency", "kHz"),
    "MHz": ("frequency", "MHz"),
    "GHz": ("frequency", "GHz"),
    "THz": ("frequency", "THz"),
    "[rpm]": ("rotation", "rpm"),
    "cd": ("candela", "cd"),
    "lm": ("lumen", "lm"),
    "lx": ("illuminance", "lx lux"),
    "Jones": ("detectivity", "Jones"),
    "mol": ("amount", "mol moles"),
    "mmol": ("amount", "mmol"),
    "umol": ("amount", "μmol umol"),
    "nmol": ("amount", "nmol"),
    "mol.L-1": ("concentration", "M"),
    "mmol.L-1": ("concentration", "mM"),
    "umol.L-1": ("concentration", "μM"),
    "g": ("mass", "g gram grams"),
    "kg": ("mass", "kg"),
    "mg": ("mass", "mg"),
    "ug": ("mass", "μg ug"),
    "ng": ("mass", "ng"),
    "u": ("mass", "Da amu"),
    "L": ("volume", "L l liter liters litre litres"),
    "mL": ("volume", "mL ml milliliters"),
    "uL": ("volume", "μL μl uL"),
    "sccm": ("flow", "sccm SCCM"),
    "slm": ("flow", "slm SLM"),
    "percent": ("percent", "% percent per_cent"),
    "[ppm]": ("fraction", "ppm"),
    "[ppb]": ("fraction", "ppb"),
    "deg": ("angle", "° degrees degree deg"),
    "dB": ("level", "dB"),
    "{cycle}": ("count_cycle", "cycle cycles cyc cy supercycle supercycles super-cycles"),
    "{monolayer}": ("count_monolayer", "monolayer monolayers ML MLs"),
    "{pulse}": ("count_pulse", "pulse pulses"),
    "{layer}": ("count_layer", "layers"),
    "{fold}": ("fold", "fold -fold"),
    "{square}": ("square", "sq square □"),
    "{decade}": ("decade", "dec decade"),
}

#: Fractions are percent in UCUM; what they are a fraction of is the dimension.
_FRACTIONS: Final = {
    "mass_fraction": "wt% wt.% wt._% wt_% wt-%",
    "atomic_fraction": "at% at.% at._% at_% at-%",
    "mole_fraction": "mol% mol.% mol_% mol-%",
    "volume_fraction": "vol% vol.% vol._% vol_%",
}

#: Ways to say a cycle between the number and the word.
CYCLE_WORDS: Final = (
    r"(?:(?:PE-?|T-|c-|full |complete |total |consecutive |repeated |successive )?"
    r"(?:ALD|PEALD|MLD|ALE|SILAR|deposition|growth|charge-discharge|CV|coating|reaction"
    r"|[A-Z][a-z]?[A-Za-z0-9]{1,10}) ){1,2}"
)

#: Letters too common to be a unit on their own; they count in products (``A cm⁻²``, ``S/cm``).
_NEVER_ALONE: Final = frozenset(["A", "S", "F", "l", "cy", "cyc", "sq", "square", "dec", "cd"])
#: A single one of these below the line is written behind a slash.
_SLASHED: Final = frozenset(
    (
        *("{cycle}", "{pulse}", "{square}", "{decade}"),
        *("h", "min", "s", "d", "a", "W", "A", "mol", "mL", "g", "kg"),
    )
)

#: The dimension of a product, by the kinds of its factors with their exponents.
_PRODUCTS: Final[dict[tuple[tuple[str, int], ...], str]] = {
    (("length", 2),): "area",
    (("length", 3),): "volume",
    (("length", -1),): "wavenumber",
    (("length", -2),): "areal_density",
    (("length", -3),): "number_density",
    (("length", 1), ("time", -1)): "growth_rate",
    (("count_cycle", -1), ("length", 1)): "rate_per_cycle",
    (("count_cycle", -1), ("count_monolayer", 1)): "rate_per_cycle",
    (("count_cycle", -1), ("time", 1)): "time_per_cycle",
    (("count_cycle", -1), ("length", -2), ("mass", 1)): "mass_per_cycle",
    (("length", -2), ("mass", 1)): "areal_mass",
    (("length", 2), ("time", -1), ("voltage", -1)): "mobility",
    (("length", 2), ("time", -1)): "diffusivity",
    (("energy", 1), ("length", -2)): "fluence",
    (("length", -2), ("power", 1)): "power_density",
    (("length", -3), ("power", 1)): "power_density",
    (("conductance", 1), ("length", -1)): "conductivity",
    (("length", 1), ("resistance", 1)): "resistivity",
    (("resistance", 1), ("square", -1)): "sheet_resistance",
    (("current", 1), ("length", -2)): "current_density",
    (("current", 1), ("power", -1)): "responsivity",
    (("candela", 1), ("length", -2)): "luminance",
    (("candela", 1), ("current", -1)): "current_efficiency",
    (("lumen", 1), ("power", -1)): "luminous_efficacy",
    (("length", -3), ("mass", 1)): "density",
    (("mass", 1), ("volume", -1)): "mass_concentration",
    (("amount", 1), ("volume", -1)): "concentration",
    (("length", 2), ("mass", -1)): "specific_surface",
    (("temperature", 1), ("time", -1)): "heating_rate",
    (("percent", 1), ("time", -1)): "percent_rate",
    (("time", -1), ("volume", 1)): "flow",
    (("energy", 1), ("amount", -1)): "molar_energy",
    (("amount", -1), ("energy", 1)): "molar_energy",
    (("length", -1), ("voltage", 1)): "field",
    (("decade", -1), ("voltage", 1)): "subthreshold_swing",
    (("capacitance", 1), ("length", -2)): "capacitance_density",
    (("capacitance", 1), ("mass", -1)): "specific_capacitance",
    (("charge", 1), ("length", -2)): "charge_density",
    (("current", 1), ("mass", -1)): "specific_current",
    (("current", 1), ("mass", -1), ("time", 1)): "specific_capacity",
    (("length", -1), ("power", 1), ("temperature", -1)): "thermal_conductivity",
    (("length", 1), ("voltage", -1)): "length_per_voltage",
}

_SPELLED: Final[dict[str, tuple[str, str]]] = {
    spelling.replace("_", " "): (code, kind)
    for code, (kind, spellings) in _TABLE.items()
    for spelling in spellings.split()
} | {
    spelling.replace("_", " "): ("percent", kind)
    for kind, spellings in _FRACTIONS.items()
    for spelling in spellings.split()
}
_NAME: Final = "|".join(re.escape(s) for s in sorted(_SPELLED, key=lambda s: (-len(s), s)))
_CYCLES: Final = rf"(?:{CYCLE_WORDS})?(?:super-?)?cycles?"
_FACTOR: Final = rf"(?P<name>{_CYCLES}|{_NAME})"
_NEGATIVE: Final = r"(?P<neg>⁻[¹²³⁴]|\^ ?[{(]?- ?[1-4][)}]?|-[1-4](?![0-9.]))"
_POSITIVE: Final = r"(?P<pos>[²³]|\^ ?[{(]?[1-4][)}]?|\([23]\)|(?<=m)[23](?![0-9]))?"
_FIRST: Final = re.compile(rf"{_FACTOR}(?:{_NEGATIVE}|{_POSITIVE})")
_FOLLOWING: Final = re.compile(rf"[ ·.]{{0,2}}{_FACTOR}{_NEGATIVE}")
_PER: Final = re.compile(rf"(?: ?/ ?\(?|[ -]per[ -](?=\w*[ -]?\w*[ -]?\w+)){_FACTOR}{_POSITIVE}")
_BELOW: Final = re.compile(r"[ ·.*-]?(?P<name>s|K|h|cm)(?P<pos>[²³])?(?![A-Za-z])")
_TIMES: Final = re.compile(
    r"(?:(?<=[ΩΩm])[ ·.*-]?(?P<name>cm|m)|(?<=A)[ ·]?(?P<hour>h))(?![A-Za-z])"
)
_CLOSE: Final = re.compile(r" ?\)")
_END: Final = re.compile(r"(?![A-Za-z0-9⁰¹²³⁴-⁹⁺⁻%]|-[0-9])")
_LETTER_END: Final = re.compile(r"(?![A-Za-z0-9⁰¹²³⁴-⁹⁺⁻%]|[-'][A-Za-z0-9]|\.[A-Z]\.)")


def read_unit(text: str, pos: int) -> tuple[Unit, int] | None:
    """Read the longest unit that starts at ``pos``; return it with the position behind it."""
    first = _FIRST.match(text, pos)
    if first is None:
        return None
    factors = [_factor(first, 1)]
    end = first.end()
    while (step := _next_factors(text, end)) is not None:
        factors += step[0]
        end = step[1]
    alone = len(factors) == 1 and factors[0][1] == 1
    if alone and first["name"] in _NEVER_ALONE:
        return None
    boundary = _LETTER_END if alone and len(first["name"]) == 1 and first["name"] != "%" else _END
    if boundary.match(text, end) is None:
        return None
    return _compose(tuple(factors)), end


def _next_factors(text: str, pos: int) -> tuple[list[tuple[str, int]], int] | None:
    """Read ``V⁻¹``, ``/cycle``, ``/(V s)`` or the ``cm`` of ``Ω cm`` behind a factor."""
    if (mark := _FOLLOWING.match(text, pos)) is not None:
        return [_factor(mark, 1)], mark.end()
    if (mark := _TIMES.match(text, pos)) is not None:
        return [(mark["name"] or mark["hour"], 1)], mark.end()
    mark = _PER.match(text, pos)
    if mark is None:
        return None
    found, end = [_factor(mark, -1)], mark.end()
    bracketed = "(" in mark[0][:3]
    if (found[0][0] in ("V", "m", "g") or bracketed) and (more := _BELOW.match(text, end)):
        found.append(_factor(more, -1))
        end = more.end()
    if bracketed and (close := _CLOSE.match(text, end)) is not None:
        end = close.end()
    return found, end


def _factor(mark: re.Match[str], sign: int) -> tuple[str, int]:
    """Return the spelling of a factor and its exponent."""
    groups = mark.groupdict()
    digits = re.sub(
        r"[^0-9-]", "", (groups.get("neg") or groups.get("pos") or "1").translate(_SUPERSCRIPT)
    )
    return mark["name"], sign * int(digits)


@lru_cache(maxsize=1024)
def _compose(factors: tuple[tuple[str, int], ...]) -> Unit:
    """Compose code and dimension of a product."""
    coded = [(*_look_up(name), power) for name, power in factors]
    if len(coded) == 1 and coded[0][2] == 1:
        return Unit(code=coded[0][0], dimension=coded[0][1])
    if coded[0][0] == "A" and any(kind == "count_cycle" for _, kind, _ in coded):
        coded[0] = ("Ao", "length", coded[0][2])  # typed without the ring: 1.1 A/cycle
    powers: dict[str, int] = {}
    for _, kind, power in coded:
        powers[kind] = powers.get(kind, 0) + power
    signature = tuple(sorted((kind, power) for kind, power in powers.items() if power))
    return Unit(code=_code(coded), dimension=_PRODUCTS.get(signature, "other"))


def _look_up(name: str) -> tuple[str, str]:
    if name.endswith(("cycle", "cycles")):
        return _SPELLED["cycle"]
    return _SPELLED[name]


def _code(coded: list[tuple[str, str, int]]) -> str:
    """Write ``nm/{cycle}`` for a rate and dots with exponents for every other product."""
    last, _, power = coded[-1]
    single = last == "{cycle}" or all(p > 0 for _, _, p in coded[:-1])
    slashed = last in _SLASHED or (last == "L" and coded[0][1] in ("mass", "volume"))
    if power == -1 and single and slashed and not (last == "g" and coded[0][0] == "cm"):
        return f"{'.'.join(_power(c, p) for c, _, p in coded[:-1])}/{last}"
    return ".".join(_power(c, p) for c, _, p in coded)


def _power(code: str, power: int) -> str:
    return code if power == 1 else f"{code}{power}"
