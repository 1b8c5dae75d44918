"""Interpret the head of a column: a parameter or property with its unit, a role, a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from kg.extract.knowledge.measures import in_unit
from kg.extract.quantities import QuantityMatch, find_quantities
from kg.grounding import flatten, ground
from ontology import vocabulary

#: ``label`` is a column without claims: it names the samples or has an unknown head.
Kind = Literal[
    "parameter", "property", "chemical", "material", "process", "technique", "reference", "label"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The content of a column: its kind, the id of a term, and the unit as printed."""

    kind: Kind
    id: str = ""
    unit: str = ""


#: Parameters of a process or a sample, as in tables of samples or recipes. Parameters of an
#: instrument or a test (wavelength, distance, concentration) may belong to anything.
PARAMETERS: Final = frozenset(
    """temperature annealing_temperature annealing_time pressure flow_rate power growth_per_cycle
    growth_rate cycle_count cycle_time pulse_time purge_time exposure_time monolayer_count thickness
    particle_size aspect_ratio etch_per_cycle mass_change_per_cycle""".split()
)
_REFERENCE: Final = re.compile(
    r"\W*(?:refs?|references?|sources?|citations?|literature|reported by|works?|stud(?:y|ies)|"
    r"authors?|publications?)\W*(?:\(?years?\)?|nos?\.?|numbers?)?\W*",
    re.IGNORECASE,
)
#: Heads of columns of solids that may be layers or particles. In a table of depositions, materials
#: are films.
_SAMPLE_SOLID: Final = re.compile(r"(?:compounds?|samples?|systems?)", re.IGNORECASE)
_MATERIAL: Final = re.compile(r"materials?", re.IGNORECASE)
_LAYER: Final = re.compile(
    r"(?:(?:deposited|ald|thin) )*(?:films?|oxides?|layers?|coatings?)(?: materials?)?",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(
    r"(?:(?:colloidal )?quantum )?dots?|c?qds?|ncs?|nanocrystals?", re.IGNORECASE
)
#: Heads of columns of processes, and of techniques.
_PROCESS: Final = re.compile(
    r"(?:(?:deposition|growth|synthesis|fabrication|preparation|ald) )?(?:process|method|technique|"
    r"type|mode|route)(?:es|s)?(?: of (?:deposition|synthesis))?",
    re.IGNORECASE,
)
_TECHNIQUE: Final = re.compile(
    r"(?:characteri[sz]ation|measurement|analysis) (?:method|technique|tool)s?", re.IGNORECASE
)
#: Heads of columns of reagents: "Precursor A", "Zn precursor", "Reactant 2".
_REAGENT: Final = re.compile(
    r"(?:(?:[A-Z][a-z]?|metal|cation) )?(?:precursors?|reactants?|chemicals?|reagents?)"
    r"(?: ?[AB12])?(?:,? ?(?:and|/|&) ?(?:co-?)?reactants?)?",
    re.IGNORECASE,
)
#: Words in heads of values that were not measured, or that are differences.
UNMEASURED: Final = re.compile(
    r"\b(?:calc(?:ulated|\.)?|theor\w*|simulat\w*|model\w*|predict\w*|expected|estimated|nominal\w*|"
    r"target\w*|literature|bulk|reported|errors?|deviations?|std\.?|s\.?d\.?|uncertaint\w+|changes?|"
    r"differences?|normali[sz]ed|dft|fit(?:s|ted|ting)?|assumed|input|threshold|limits?|range)\b|[ΔδσΣ]",
    re.IGNORECASE,
)
#: Words in heads of properties of a reagent.
_OF_REAGENT: Final = re.compile(r"\bvapou?r\b|\bboiling\b|\bmelting\b", re.IGNORECASE)
#: A head that only distinguishes values of the same quantity.
_PLAIN: Final = re.compile(
    r"\W*(?:averages?|avg\.?|mean|best|champion|max\.?|values?)\W*", re.IGNORECASE
)
_QUALIFIER: Final = re.compile(
    r"(?:average|avg\.?|mean|measured|film|total|ald|optimi[sz]ed|typical) ", re.IGNORECASE
)
#: Ways to separate a unit from the name before it.
_SET_OFF: Final = (
    re.compile(r"(?P<name>.+?)\s*[\[(]\s*(?P<unit>[^\[\]]+?)\s*[\])]"),
    re.compile(r"(?P<name>.+?)\s*/\s*(?P<unit>\S.*)"),
    re.compile(r"(?P<name>.+?)(?:,| in)\s+(?P<unit>\S.*)"),
    re.compile(r"(?P<name>.*?\S)\s+(?P<unit>\S.*)"),
)
#: A number for testing a unit.
_SAMPLE: Final = "3 "


@cache
def column_labels() -> Mapping[str, str]:
    """Return the lower-case names of parameters that only heads of columns use, with the ids."""
    terms = vocabulary().of_kind("parameter")
    return {n.lower(): t.notation for t in terms for n in t.extra.get("columnLabel", ())}


def bare_temperatures() -> frozenset[str]:
    """Return the names of a temperature that do not say which one it is."""
    return frozenset(
        {"temperature"} | {n for n, id in column_labels().items() if id == "temperature"}
    )


def read_head(levels: Sequence[str]) -> Head:
    """Return the content of a column, from its heads from top to bottom.

    >>> read_head(("Growth per cycle (Å/cycle)",))
    Head(kind='parameter', id='growth_per_cycle', unit='Å/cycle')
    >>> read_head(("Hall data", "Mobility / cm2 V-1 s-1")).id
    'carrier_mobility'
    >>> read_head(("Calculated", "Band gap (eV)")).kind
    'label'
    """
    if any(UNMEASURED.search(level) and not _is_known(level) for level in levels):
        return Head(kind="label")
    levels = [level for level in levels if not _PLAIN.fullmatch(level)] or levels
    texts = (*levels[:0:-1], " ".join(levels)) if len(levels) > 1 else levels
    found = (head for text in texts for head in _readings(" ".join(text.split())))
    return next(found, Head(kind="label"))


@lru_cache(maxsize=4096)
def _readings(text: str) -> tuple[Head, ...]:
    """Return the readings of a head, the best first."""
    if _REFERENCE.fullmatch(text):
        return (Head(kind="reference"),)
    return (*_measured(text), *_roles(text))


def _is_known(text: str) -> bool:
    """Return whether a word like "threshold" belongs to a known name: "threshold voltage"."""
    return any(_term(name) for name, _ in _parted(text))


def _measured(text: str) -> Iterator[Head]:
    """Yield the parameter or property that a head names, with its unit if it has one."""
    for name, unit in _parted(text):
        term = _term(name)
        if term is None:
            continue
        kind, notation, is_short = term
        if fits(kind, notation, unit_of(unit)) if unit else _needs_none(notation, is_short):
            yield Head(kind=kind, id=notation, unit=unit)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield each name and unit that a head may consist of; brackets may hold something else."""
    for pattern in _SET_OFF:
        match = pattern.fullmatch(text)
        if match and unit_of(match["unit"]) is not None:
            yield match["name"], match["unit"]
    yield text, ""
    bracketed = _SET_OFF[0].fullmatch(text)
    if bracketed:
        yield bracketed["name"], ""


def _term(name: str) -> tuple[Literal["parameter", "property"], str, bool] | None:
    """Return the kind and id of a name, and whether only heads of columns use it."""
    name = _QUALIFIER.sub("", name.strip(" :*"), count=1)
    if _OF_REAGENT.search(name) or name in _AMBIGUOUS:
        return None
    if (short := column_labels().get(name.lower())) is not None:
        return "parameter", short, True
    parameter = ground("parameter", name).term
    if parameter is not None and parameter.notation in PARAMETERS:
        return "parameter", parameter.notation, False
    found = ground("property", name)
    if found.term is None or found.term.notation in _UNMEASURABLE:
        return None
    is_other = len(name) <= _LONGEST_SYMBOL and found.reason not in ("id", "printed")
    return None if is_other else ("property", found.term.notation, False)


def is_symbol(text: str, notation: str) -> bool:
    """Return whether a head names a property only by its symbol, which may be ambiguous."""
    term = vocabulary().get("property", notation)
    names = {flatten(name) for name, _ in _parted(text)}
    return term is not None and not names.isdisjoint(map(flatten, term.symbols))


#: Symbols of a critical, a Curie or a crystallization temperature.
_AMBIGUOUS: Final = frozenset({"Tc", "TC"})
#: Properties without a measure of their own, so that the column may contain anything.
_UNMEASURABLE: Final = frozenset({"stability", "structure", "stoichiometry"})
#: Names up to this length are symbols, in which case matters: "FE" is an efficiency and "Fe" is
#: iron.
_LONGEST_SYMBOL: Final = 4


def unit_of(printed: str) -> str | None:
    """Return the UCUM code of a printed unit; ``None`` for a power of ten or no unit.

    >>> unit_of("cm2 V-1 s-1"), unit_of("10¹⁸ cm⁻³"), unit_of("XRD")
    ('cm2.V-1.s-1', None, None)
    """
    found = _sample(printed)
    if len(found) != 1:
        return None
    quantity = found[0].quantity
    is_whole = found[0].start == 0 and found[0].end == len(_SAMPLE + printed)
    return quantity.unit if is_whole and quantity.value == float(_SAMPLE) else None


@lru_cache(maxsize=1024)
def _sample(unit: str) -> tuple[QuantityMatch, ...]:
    return find_quantities(_SAMPLE + unit)


def _needs_none(notation: str, is_short: bool) -> bool:
    """Return whether a head names a parameter without a unit; a short name is ambiguous."""
    return not is_short or fits("parameter", notation, None)


def fits(kind: str, notation: str, unit: str | None) -> bool:
    """Return whether a term may have a unit; ``None`` is that of a bare number."""
    term = vocabulary().get(kind, notation)
    units = term.extra.get("unitCode", ()) if term is not None else ()
    if unit is None:
        return "1" in units or notation == "cycle_count"
    if notation == "particle_size":  # a diameter in millimetres belongs to a wire or a nozzle
        return unit in ("nm", "Ao", "um")
    if notation in ("growth_per_cycle", "growth_rate") and unit in ("nm", "Ao", "pm"):
        return notation == "growth_per_cycle"  # "GPC (Å)"
    if notation == "growth_rate" and unit.endswith("/{cycle}"):
        return True
    return unit in units or any(in_unit(1.0, unit, known) is not None for known in units)


def _roles(text: str) -> Iterator[Head]:
    """Yield the readings of a head without numbers: roles of reagents or solids, processes."""
    for pattern, head in _ROLES:
        if pattern.fullmatch(text):
            yield head
    reagent = ground("role_chemical", text).term
    if reagent is not None:
        yield Head(kind="chemical", id=reagent.notation)
    solid = ground("role_material", text).term
    if solid is not None and solid.notation in _SOLIDS:
        yield Head(kind="material", id=solid.notation)


#: Roles of solids that a head may name directly.
_SOLIDS: Final = frozenset({"core", "shell", "substrate", "dopant", "matrix", "overlayer"})
#: Patterns of heads with their readings, in the order in which they are tried.
_ROLES: Final = (
    (_PROCESS, Head(kind="process")),
    (_TECHNIQUE, Head(kind="technique")),
    (_REAGENT, Head(kind="chemical", id="precursor")),
    (_SAMPLE_SOLID, Head(kind="material")),
    (_MATERIAL, Head(kind="material", id="material")),
    (_LAYER, Head(kind="material", id="film")),
    (_PARTICLE, Head(kind="material", id="nanocrystal")),
)
