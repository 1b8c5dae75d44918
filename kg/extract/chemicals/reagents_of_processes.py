"""Reagents in the name of a process, and the gas of a plasma: "O2 plasma-enhanced ALD"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_denied
from kg.extract.findings import Finding
from kg.extract.knowledge.usual_roles import default_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Chemical
from kg.substances import substance


def find_reagents_of_processes(reading: Reading) -> Iterator[Finding]:
    """Yield reagents in the name of a process: "O2 plasma-enhanced ALD", "EDT treatment"."""
    for process in reading.of_kind("process"):
        if process.id == "ligand_exchange":
            known = substance(_FIRST_WORD.split(process.text, maxsplit=1)[0])
            if known is not None and "ligand" in known.extra.get("defaultRole", ()):
                content = Chemical(role="ligand", chemical=known.notation)
                yield Finding(content=content, at=process.start, rule="reagent-of-process")
            for ligand in reading.of_kind("chemical"):
                is_brought = _EXCHANGED.fullmatch(
                    reading.text, process.end, max(process.end, ligand.start)
                )
                if is_brought and default_role(ligand.id) in ("ligand", ""):
                    yield from reagent_findings(reading, "ligand", ligand, "exchanged-using")
        elif process.id in ("plasma_enhanced_ald", "plasma_treatment"):
            yield from _of_plasma(reading, process)
        if process.id in _CYCLIC:
            yield from _of_base(reading, process)
    yield from _of_ions(reading)


#: Processes that are named by their co-reactant ("ozone-based ALD"), and words before a mere
#: comparison.
_CYCLIC = frozenset({"ald", "thermal_ald", "spatial_ald", "area_selective_ald"})
_BASED = re.compile(
    r"(?<![\w-])(\w+)[- ](?:based|assisted)\s(?:thermal\s)?(?=(?:ALD|[Aa]tomic[- ]layer)\b)"
)
_OTHERS = re.compile(r"\b(?:compatib\w+|compared|than|unlike|other)\b[^.;,]*$")


def _of_base(reading: Reading, process: Mention) -> Iterator[Finding]:
    """Yield the gas on which a process is based, right before its name or at the head of it."""
    found = _BASED.search(reading.text, max(0, process.start - 25), process.end)
    gas = substance(found[1]) if found and found.end() >= process.start else None
    if gas is None or default_role(gas.notation) != "coreactant" or is_denied(reading, process):
        return
    if not _OTHERS.search(reading.text[: process.start]):
        content = Chemical(role="coreactant", chemical=gas.notation)
        yield Finding(content=content, at=process.start, rule="based-on-gas")


def _of_plasma(reading: Reading, process: Mention) -> Iterator[Finding]:
    """Yield the gas right before the name of a plasma process, or at the head of it."""
    for gas in reading.of_kind("chemical"):
        is_ahead = reading.text[gas.end : process.start] in (" ", "-", "/", "-based ")
        if is_ahead and process.text.lower().startswith("plasma"):
            yield from reagent_findings(reading, "plasma", gas, "reagent-of-process")
    known = substance(_FIRST_WORD.split(process.text, maxsplit=1)[0])
    if known is not None and not is_denied(reading, process):
        for role in ("coreactant", "plasma_gas"):
            content = Chemical(role=role, chemical=known.notation)
            yield Finding(content=content, at=process.start, rule="reagent-of-process")


#: Ions that remove the surface that the other gas of the cycle has modified.
_NOBLE_IONS = Rare(
    r"\b(?P<gas>Ar|[Aa]rgon|Ne|[Nn]eon|He|[Hh]elium|Kr|Xe)[+⁺]?[- ]"
    r"(?:ions?|ion[- ]bombardment|bombardment)\b(?! (?:beam|mill|gun|slic|polish))"
)


def _of_ions(reading: Reading) -> Iterator[Finding]:
    """Yield the noble gas whose ions etch in turn with a reactive gas."""
    ions = _NOBLE_IONS.search(reading.text)
    gas = substance(ions["gas"]) if ions and _is_by_turns(reading) else None
    if ions and gas is not None:
        content = Chemical(role="coreactant", chemical=gas.notation)
        yield Finding(content=content, at=ions.start(), rule="ions-by-turns")


#: Between an exchange and the new ligand.
_EXCHANGED = re.compile(r"[\"'”’]?\s(?:\w+\s){0,2}(?:using|with|by)\s(?:\w+\s){0,2}")
_FIRST_WORD = re.compile(r"[\s-]")


#: Words for cleaning: a plasma that cleans takes no part in growth.
_CLEANING = re.compile(r"\b(?:pre-?)?(?:clean|degreas|ashed|ashing|rins)\w*", re.IGNORECASE)
#: Words for a treatment before growth: its plasma is not part of the ALD cycles.
_TREATING = re.compile(
    r"\b(?:pre-?)?(?:treat|activat|functionali[sz]|hydrophili[sz])\w*|"
    r"\bexpos\w*\b[^.;]*\b(?:before|prior to)\b",
    re.IGNORECASE,
)
#: The plasma of a sputtering gun is no reagent.
_SPUTTERING = re.compile(r"\bsputter\w*\b[^.;]*\busing an? Ar(?:gon)? plasma\b")
#: Separate lists of plasmas and of co-reactants in one sentence: the plasmas are no co-reactants.
_LISTED_APART = re.compile(r"\bplasmas\s?\([^()]*\)[^.;]*\bco-?reactants?\b", re.IGNORECASE)


#: Atomic layer etching, whose gases are the reagents of its cycles.
_BY_TURNS = re.compile(r"\b[Aa]tomic[- ]layer etch|\bALEt?\b")
_ETCHING = re.compile(
    r"(?<!wet[ -])\betch(?:ed|ing|es|er|ant)?\b(?!\s(?:rates?|resist|selectiv))|\bRIE\b",
    re.IGNORECASE,
)


def reagent_findings(reading: Reading, role: str, mention: Mention, rule: str) -> Iterator[Finding]:
    """Yield a reagent in its role; the gas of a plasma may have two roles."""
    roles: tuple[str, ...] = (role,)
    if role == "etch_gas":
        roles = ("coreactant",) if _is_by_turns(reading) else ("plasma_gas",)
    if role == "plasma":
        roles = _roles_in_plasma(reading)
    name = mention.id.lower() if mention.kind == "ion" else mention.id
    for each in roles:
        yield Finding(content=Chemical(role=each, chemical=name), at=mention.start, rule=rule)


def _roles_in_plasma(reading: Reading) -> tuple[str, ...]:
    text = reading.text
    if any(words.search(text) for words in (_CLEANING, _LISTED_APART, _SPUTTERING)):
        return ("plasma_gas",)
    if _ETCHING.search(text) and not _is_by_turns(reading):
        return ("plasma_gas",)
    return ("coreactant",) if _TREATING.search(text) else ("coreactant", "plasma_gas")


def _is_by_turns(reading: Reading) -> bool:
    """Return whether the passage of a sentence is about atomic layer etching."""
    return _BY_TURNS.search(reading.sentence.passage.text) is not None
