"""Reagents and the role of each: precursor, co-reactant, ligand, solvent, ..."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.extract.chemicals import analytes, gases, ligands, purposes, reagents, recipes
from kg.extract.chemicals.added import added_for
from kg.extract.chemicals.aqueous import find_aqueous
from kg.extract.chemicals.blanket_gases import is_blanket
from kg.extract.chemicals.carbon_sources import find_carbon_sources
from kg.extract.chemicals.cycle_order import find_turns
from kg.extract.chemicals.dosed_organics import part_in_vapour
from kg.extract.chemicals.etchants import is_ale, is_frequency, is_of_ale
from kg.extract.chemicals.named_source import names_part
from kg.extract.chemicals.not_used import is_set_aside, stands
from kg.extract.chemicals.paired import find_paired
from kg.extract.chemicals.partial_names import OF_LAYER, in_full, is_part_of_name
from kg.extract.chemicals.reagents_of_processes import (
    find_reagents_of_processes,
    reagent_findings,
)
from kg.extract.chemicals.roles_in_recipes import (
    part_in_recipe,
)
from kg.extract.chemicals.usual_use import MADE, find_by_usual_use
from kg.extract.context.apparatus import is_of_cleaning
from kg.extract.context.bought import BOUGHT
from kg.extract.context.modality import is_denied
from kg.extract.finders.weighed import CHALCOGENS
from kg.extract.findings import Finding
from kg.extract.frames.reader import Frame
from kg.extract.knowledge.usual_roles import (
    COMMON,
    is_aqueous_acid,
    part_of,
    usual_role,
)
from kg.extract.knowledge.vapour import has_particles, is_about_particles
from kg.extract.mentions import Mention
from kg.extract.patterns import Found, Rule, find_all
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.substances.names import SYMBOLS

RULES = (
    *analytes.RULES,
    *recipes.RULES,
    *ligands.RULES,
    *purposes.RULES,
    *gases.RULES,
    *reagents.RULES,
    *recipes.MIXTURES,
)
#: Rules that state a role explicitly, and may give a substance a second one.
_OUTRIGHT = frozenset({"as-stabilizer", "as-solvent", "as-reducing-agent"})
#: Rules for the purpose for which a substance is added.
_AS_AGENT = frozenset({"as-stabilizer", "as-reducing-agent"})
#: A metal or its ion, which is no ligand.
_CATION = re.compile(rf"[+⁺]\)?$|^(?:{'|'.join(SYMBOLS)})$")
#: Substances that treat a surface without binding to it as ligands.
_NO_LIGANDS = frozenset("ozone oxygen water hydrogen_peroxide hydrogen nitrogen argon".split())
#: Before a liquid that washes, or in which something is detected: no solvent of the process.
_NO_MEDIUM = re.compile(
    r"\b(?:clean|rins|wash|sonicat)\w*\s+(?:(?!\w*dispers|dissol|suspend)\w+\s+){0,4}?in\s+"
    r"[^.;]{0,40}$|"
    r"\bcentrifug(?:ed|ation|ing)\s+in\s+(?:\w+\s+)?$|"
    r"\b(?:adsor|sorption|uptake|leak|leach|detect|remov|toxic|pollut)\w*\b[^.;,]{0,60}\bin\s+"
    r"(?:\w+\s+)?$"
)
#: Before a liquid that washes a product or precipitates it.
_WASHED_WITH = re.compile(
    r"\b(?:(?:wash|rins)\w*\b[^.;,]{0,60}\b(?:with|by|using|of)\s|"
    r"(?:precipitat|centrifug|flocculat|isolat)\w*\b[^.;,]{0,60}\badding\s)"
    r"(?:(?!dispers|suspend|dissol|dilut)[^.;,]){0,40}$"
)
#: A usual method of others: "they are usually synthesized by the reduction of gold chloride".
_USUALLY = Rare(
    r"\b(?:is|are)\s(?:usually|commonly|typically|often|generally|conventionally|traditionally|"
    r"mostly)\s(?:synthes\w+|prepared|made|grown|obtained|produced|fabricated|deposited)\b"
)


def find_chemicals(reading: Reading, frames: Sequence[Frame]) -> Iterator[Finding]:
    """Yield every reagent of a sentence with its role."""
    if _USUALLY.search(reading.text):
        return
    named = reading.of_kind("chemical")
    parts_of_names = {
        m.start for m in named if in_full(reading, m) is not m or is_part_of_name(reading, m)
    }
    foreign = {m.start for m in named if is_frequency(reading, m)}
    parts_of_names |= foreign
    given: set[int] = set()  # the starts of the reagents that have a role
    for finding in _by_rule(reading, frames, parts_of_names):
        if finding.at in foreign:
            continue
        given.add(finding.at)
        yield finding
    yield from find_aqueous(reading)
    is_bought = BOUGHT.search(reading.text) is not None
    known = {m.id for m in named if m.start in given - parts_of_names}
    for mention in named:
        is_free = mention.start not in given | parts_of_names
        if is_free and not is_denied(reading, mention):
            yield from find_by_usual_use(reading, mention, is_bought, is_known=mention.id in known)


def _by_rule(
    reading: Reading, frames: Sequence[Frame], parts_of_names: Collection[int]
) -> Iterator[Finding]:
    """Yield the reagents whose role the words of a sentence state, in general one role each."""
    paired = tuple(find_paired(reading))
    is_paired = bool(paired) or "respectively" in reading.text
    turns = (
        finding
        for gas, role in find_turns(reading)
        if role
        for finding in reagent_findings(reading, role, gas, "in-turn")
    )
    given = set(parts_of_names)
    carbon = tuple(find_carbon_sources(reading))
    for finding in (*carbon, *paired, *find_reagents_of_processes(reading), *turns):
        given.add(finding.at)
        yield finding
    for rule, mention, role in (*_told(reading), *_in_events(reading, frames)):
        is_second = mention.start in given and (rule not in _OUTRIGHT or is_paired)
        if _is_used(reading, mention, role) and (not is_second or role == "plasma_gas"):
            given.add(mention.start)
            yield from reagent_findings(reading, role, mention, rule)


def _told(reading: Reading) -> Iterator[tuple[str, Mention, str]]:
    """Yield each substance that a rule names, with the rule and the role."""
    for rule, found in find_all(RULES, reading):
        if not _is_meant(reading, rule, found):
            continue
        for named in (*found["x"], *found["a"], *found["b"]):
            mention = added_for(reading, named) if rule.id in _AS_AGENT else named
            how = "etches" if rule.id == "etched-in" and is_ale(reading) else rule.emits
            role = part_of(how, mention, found.slots)
            role = part_in_vapour(reading, rule.emits, mention, role)
            if role == "byproduct" and rule.emits == "default" and is_aqueous_acid(mention):
                role = "additive"
            if role and (role := part_in_recipe(reading, mention, role)):
                yield rule.id, mention, role


def _in_events(reading: Reading, frames: Sequence[Frame]) -> Iterator[tuple[str, Mention, str]]:
    """Yield each reagent of the events of a sentence, with the event's rule and the role."""
    for event, found in sorted(frames, key=lambda frame: not frame[1]["binders"]):
        named = found["reagents"] or found["binders"]
        reagents = named or tuple(m for m in found["means"] if m.kind == "chemical")
        how = event.emits if named else "means"
        for mention in reagents:
            if mention.id in COMMON and names_part(reading, mention):
                continue  # "the oxygen source" is another reagent
            if how == "capping":
                mention = ligands.bound_part(in_full(reading, mention))
            role = _role_in_event(reading, how, mention, reagents)
            if role and (role := part_in_recipe(reading, mention, role)):
                yield event.id, mention, role


def _role_in_event(
    reading: Reading, how: str, mention: Mention, reagents: tuple[Mention, ...]
) -> str:
    """Return the role of one of the reagents of an event; ``""`` if it has none there.

    ``how`` is the role, or the way to find it, that the event gives its reagents, see
    :func:`part_of`.
    """
    is_apart = how in ("treated", "etchant") and not has_particles(reading)
    if is_apart and not (usual_role(mention) == "ligand" and is_about_particles(reading)):
        return ""
    if how == "dosed" and stands(reading, mention):
        return ""
    slots = {"x": reagents}
    role = part_of(how, mention, slots)
    if not role and how == "byproduct_only" and gases.is_of_cycle(reading):
        role = part_of("freed", mention, slots)
    role = part_in_vapour(reading, how, mention, role)
    if not role and how == "in_mixture":
        return ligands.added_alone(reading, mention, reagents)
    return role


def _is_meant(reading: Reading, rule: Rule, found: Found) -> bool:
    """Return whether the conditions for the meaning of a rule hold in this sentence.

    Its process must be an exchange of ligands, its treatment one of particles, its etch one by
    cycles, and so on.
    """
    if rule.emits == "treats" and found["process"]:
        return all(process.id == "surface_pretreatment" for process in found["process"])
    if rule.emits in ("treated", "modifies") and not has_particles(reading):
        return False
    if rule.emits == "etches" and not is_of_ale(reading):
        return False
    if rule.emits == "freed" and not gases.is_set_free(reading, found):
        return False
    if rule.emits == "reduces" and "reduc" not in reading.text:
        return False
    if rule.emits == "sensed" and not analytes.is_of_sensing(reading):
        return False
    is_anion = all(
        element.id in _ANIONIC or element.id in CHALCOGENS.values() for element in found["element"]
    )
    return is_anion and all(process.id == "ligand_exchange" for process in found["process"])


#: Elements that a source supplies as the anion of a compound.
_ANIONIC = frozenset("S Se Te P As Sb N O F Cl Br I".split())


def _is_no_carrier(reading: Reading, mention: Mention) -> bool:
    is_reactive = mention.id in ("hydrogen", "oxygen", "ammonia") and "plasma" in reading.text
    is_in_box = reading.text.startswith(("-filled", " filled", " glove"), mention.end)
    return is_reactive or is_in_box or is_blanket(reading, mention)


def _makes(reading: Reading, mention: Mention) -> bool:
    """Return whether a sentence makes something from a substance that is no layer itself."""
    return MADE.search(reading.text) is not None and not OF_LAYER.match(reading.text, mention.end)


def _is_used(reading: Reading, mention: Mention, role: str) -> bool:
    """Return whether a role holds: the use is not denied, and no plasma was taken for a liquid."""
    if role != "analyte" and is_denied(reading, mention):
        return False
    if role == "purge_gas" and _is_no_carrier(reading, mention):
        return False
    if is_set_aside(reading, mention, role) or (
        role == "precursor" and not (_makes(reading, mention) or is_ale(reading))
    ):
        return False
    if role == "ligand" and (mention.id in _NO_LIGANDS or _CATION.search(mention.text)):
        return False
    if is_of_cleaning(reading, mention.start):
        return False
    if role == "additive" and mention.id in COMMON and not is_aqueous_acid(mention):
        return False  # "degrades in the presence of water"
    if role == "solvent" and not _is_medium(reading, mention):
        return False
    of_plasma = reading.text.startswith(" plasma", mention.end)
    return not of_plasma or role in ("plasma", "precursor")


def _is_medium(reading: Reading, mention: Mention) -> bool:
    """Return whether a liquid is the medium of a synthesis, and not of a washing or a detection."""
    ahead = reading.text[: mention.start]
    if _WASHED_WITH.search(ahead) and mention.id != "water":
        return False
    return not _NO_MEDIUM.search(ahead)
