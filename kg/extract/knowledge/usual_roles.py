"""The usual role of a substance, and the role that a rule gives it on that basis."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.mentions import Mention
from kg.grounding import ground
from kg.substances import holds_metal

#: Rules whose role holds only for substances with certain usual roles.
_ONLY = {
    "additive_only": ("additive", ("precursor", "ligand", "additive")),
    "byproduct_only": ("byproduct", ("byproduct", "precursor", "")),
    "solvent_only": ("solvent", ("solvent",)),
    "called_solvent": ("solvent", ("solvent", "ligand", "")),
    "solvent_or_ligand": ("solvent", ("solvent", "ligand")),
}
#: Common substances, which count only if the words give them a role.
COMMON = frozenset(
    "water oxygen nitrogen hydrogen deuterium argon methane helium hydrogen_chloride chlorine "
    "sulfur selenium sulfide_ion co2".split()
)
#: Gases that purge and carry.
INERT = frozenset("nitrogen argon helium hydrogen".split())
#: Roles whose substances count wherever they are named.
TELLING = frozenset({"precursor", "coreactant", "phase_transfer_agent"})


def default_role(chemical: str) -> str:
    """Return the role that the field nearly always gives a substance; ``""`` if there is none."""
    term = ground("chemical", chemical).term
    roles = term.extra.get("defaultRole", ()) if term is not None else ()
    return roles[0] if roles else ""


#: Names of sources of phosphorus, arsenic, antimony or a chalcogen, with any substituents.
_ANION_SOURCE = re.compile(
    r"(?:silyl|germyl|stannyl|amino|amido|thio)\)?[ -]?"
    r"(?:phosphine|arsine|stibine|sulfide|selenide|telluride)$|(?:thio|seleno)urea$|"
    r"^(?:Te|tellurium)(?: powder)?$",
    re.IGNORECASE,
)


def usual_role(mention: Mention) -> str:
    """Return the usual role of a reagent; an unlisted metal compound is a precursor."""
    known = default_role(mention.id)
    if not known and _METALATE.fullmatch(mention.text):
        return "ligand"
    if not known and _ANION_SOURCE.search(mention.text):
        return "coreactant"
    is_salt = _ALKALI_SALT.fullmatch(mention.text) is not None
    return known or ("precursor" if holds_metal(mention.text) and not is_salt else "")


#: Anions of a metal and a chalcogen, which bind to dots: "[Cd2Se3]2-".
_METALATE = re.compile(r"\[?(?:[A-Z][a-z]?\d*){1,2}(?:S|Se|Te)\d*\]?\s?\(?[\d²³⁴]?[-−–⁻]\)?")
#: Buffers and electrolytes: simple salts of sodium or potassium are no source of metal for a film.
_ALKALI_SALT = re.compile(
    r"(?:Na|K)\d?(?:HCO3|CO3|Cl|Br|I|NO3|H?SO4|H?2?PO4|BF4|PF6|ClO4)(?:[·•].*)?|"
    r"(?:sodium|potassium) (?:chlor|brom|iod|fluor|acet|form|nitr|thiocyan)\w+"
)


Slots = dict[str, tuple[Mention, ...]]


def part_of(emits: str, mention: Mention, slots: Slots) -> str:
    """Return the role that a rule gives a substance, in view of its usual role; ``""`` for none."""
    usual = usual_role(mention)
    if emits in _ONLY:
        return _if_usual(emits, mention, usual)
    decide = _BY_USUAL.get(emits)
    return decide(usual, mention, slots) if decide is not None else emits


def _paired(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of a precursor's partner; in a longer list, a recipe, ligands count too."""
    mates = [m for group in slots.values() for m in group]
    if not any(usual_role(m) == "precursor" for m in mates):
        return ""
    if len(mates) > 2 and _ALKALI_SALT.fullmatch(mention.text):
        return "additive"
    is_beside_ligand = len(mates) <= 5 and any(usual_role(m) == "ligand" for m in mates)
    is_recipe = usual == "ligand" or (usual == "solvent" and is_beside_ligand)
    is_recipe = is_recipe and len(mates) > 2
    return usual if usual in TELLING or is_recipe else ""


def _of_two(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role as :func:`_paired` does; one substance beside a precursor is its partner."""
    is_open = usual in ("", "byproduct", "analyte") and mention.kind == "chemical"
    mates = [m for group in slots.values() for m in group]
    if is_open and len(mates) == 2 and mention.id not in INERT:
        return "coreactant" if _paired("coreactant", mention, slots) else ""
    return _paired(usual, mention, slots)


def _means(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role in a growth: that of a precursor's partner, or of an oxidant by itself."""
    is_active = usual == "coreactant" and mention.id not in INERT
    return usual if is_active else _paired(usual, mention, slots)


#: Salts whose anion binds to the metals of a surface.
_BINDING_SALT = re.compile(
    r"[A-Z][a-z]?\d?(?:Cl|Br|I|SCN)\d?|.*(?:chloride|bromide|iodide|thiocyanate)s?|"
    r"(?:Na|K|\(?NH4\)?)2(?:S|Se|Te)|(?:sodium|potassium|ammonium) (?:sulf|selen|tellur)ide"
)


def is_binding_salt(mention: Mention) -> bool:
    """Return whether a substance is a salt whose anion binds to the metals of a surface."""
    return _BINDING_SALT.fullmatch(mention.text) is not None


def _binding(usual: str, mention: Mention, slots: Slots) -> str:
    """Return "ligand" for a substance called one, unless it is a solvent, a gas or a precursor.

    Salts with a binding anion count although they are precursors elsewhere.
    """
    may_bind = usual in ("ligand", "linker", "phase_transfer_agent", "")
    may_bind = may_bind and mention.id not in COMMON
    return "ligand" if may_bind or is_binding_salt(mention) else ""


def _linking(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of what attaches particles to something: linker, if it can bind."""
    is_organic = bool(_binding(usual, mention, slots)) and not is_binding_salt(mention)
    return "linker" if is_organic else ""


def _treating(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of a treatment of particles: a ligand, or an acid or base that reacts."""
    is_reactive = ACID_OR_BASE.fullmatch(mention.text) is not None
    return "additive" if is_reactive else _binding(usual, mention, slots)


#: Acids and bases that etch or strip a surface rather than bind to it.
ACID_OR_BASE = re.compile(
    r"NaOH|KOH|LiOH|NH4OH|HF|HCl|HNO3|H2SO4|(?:sodium|potassium|lithium) hydroxide|"
    r"(?:hydrofluoric|hydrochloric|nitric|sulfuric) acid"
)


#: Elements that only name a source in "the oxygen and sulfur precursors".
_ELEMENTS = frozenset("oxygen nitrogen hydrogen sulfur selenium".split())


def _if_usual(emits: str, mention: Mention, usual: str) -> str:
    """Return the role of a rule for some kinds of substance only; an acid is no solvent."""
    role, usuals = _ONLY[emits]
    if emits == "solvent_or_ligand" and _ACID.search(mention.text):
        return usual
    if role == "solvent" and not usual and _LIQUID.search(mention.text):
        return role
    if role == "additive" and not usual and _ACID.search(mention.text):
        return role
    if role == "byproduct" and not usual and mention.id in COMMON:
        return ""
    is_water = role == "solvent" and mention.id == "water"
    return role if usual in usuals or is_water else ""


def _in_mixture(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of a reagent of a synthesis with a source of metal; ``""`` without one."""
    listed = slots["x"]
    is_mixture = len(listed) > 1 and any(usual_role(m) == "precursor" for m in listed)
    if usual == "byproduct" and is_mixture:
        return "additive" if is_aqueous_acid(mention) else ""
    return usual if is_mixture else ""


#: An acid by its name in water.
_AQUEOUS_ACID = re.compile(r"acid\b|^HCl$")


def is_aqueous_acid(mention: Mention) -> bool:
    """Return whether a by-product of the gas phase has the name of an acid in water."""
    return _AQUEOUS_ACID.search(mention.text) is not None


def _dosed(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of a dosed substance; a solvent dosed with a precursor is a co-reactant."""
    mates = {usual_role(m) for group in slots.values() for m in group}
    return "coreactant" if usual == "solvent" and "precursor" in mates else usual


def _of_liquid(usual: str, mention: Mention, slots: Slots) -> str:
    """Return the role of a liquid that dissolves something; amines and phosphines do so alone."""
    liquids = slots["x"]
    is_mixed = any(usual_role(liquid) == "solvent" for liquid in liquids)
    is_liquid = not (_ACID.search(liquids[0].text) or _SURFACTANT.search(liquids[0].id))
    if usual == "ligand" and not is_mixed and is_liquid:
        return "solvent"
    if usual == "ligand" and not is_liquid:
        return usual
    return usual if usual == "solvent" else ""


#: Endings of the names of liquids that are in no list.
_LIQUID = re.compile(
    r"(?:pyridine|benzene|ether|furan|pyrrolidone|sulfoxide|nitrile|carbonate|\bglycol|"
    r"(?:meth|eth|prop|but|pent|hex|hept|oct|dec)(?:anol|ane|ene)|alcohols?)$"
)
#: Acids bind what they dissolve.
_ACID = re.compile(r"acid\b|\b(?:OA|TDPA|ODPA)\b")

#: Endings of the names of ligands that are salts or polymers, and no liquids.
_SURFACTANT = re.compile(
    r"(?:bromide|chloride|iodide|citrate|sulfate|sulfonate|oleate|stearate|hydroxide|pvp|"
    r"pyrrolidone|alcohol)$|^poly",
    re.IGNORECASE,
)


def _called_coreactant(usual: str, mention: Mention, slots: Slots) -> str:
    """Return "precursor" for one listed before the co-reactant, else "coreactant".

    "From DEZ and water as the coreactant."
    """
    is_other = usual == "precursor" and usual_role(slots["x"][-1]) == "coreactant"
    return usual if is_other else "coreactant"


#: Gases that are dosed, and that a surface may also release.
_FREED_TOO = frozenset({"water", "ammonia", "hydrogen fluoride", "co2"})
#: Usual roles of substances that a surface may release: the ligand of an alkoxide leaves as an
#: alcohol.
_MAY_LEAVE = frozenset({"", "byproduct", "analyte", "solvent"})
#: Substances that etch, strip or oxidize the surface of a solid.
_CORROSIVE = re.compile(
    r"(?:(?:Na|K|Li)OH|TMAH|HF|BHF|HCl|HNO3|H2SO4|H3PO4|H2O2|HBr|HI|FeCl3|KI|NH4OH|NH4F)|"
    r"(?:hydro\w+|nitric|sulfuric|sulphuric|phosphoric|acetic|citric|oxalic|formic) acid|"
    r".*\bpersulfate|hydrogen peroxide|.*\bhydroxide|\(NH4\)2S2O8|[KN]a?2S2O8|"
    r"(?:iron|ferric)(?:\(III\))? chloride|aqua regia"
)

#: Gases of reactive ion etching.
_ETCH_GAS = re.compile(r"[BC]\d?Cl\d|SF6|CF4|CHF3|C4F8|C2F6|Cl2|HBr|NF3|XeF2|chlorine|BCl3")


def is_corrosive(mention: Mention) -> bool:
    """Return whether a substance etches, strips or oxidizes the surface of a solid."""
    return _CORROSIVE.fullmatch(mention.text) is not None


def is_etch_gas(mention: Mention) -> bool:
    """Return whether a substance is a gas of reactive ion etching."""
    return _ETCH_GAS.fullmatch(mention.text) is not None


_SILANE = re.compile(r"silane\)?$|^APT[EM]S$")
_MONOLAYER = re.compile(
    r"silanes?$|silazane$|thiols?$|phosphonic acid|^(?:ODT|OTS|HMDS|ODPA|DDT|PFOTS)$"
)
#: Alcohols and sugars that reduce the salts of noble metals.
_REDUCES = re.compile(r"glycol|diol|alcohol|glucose|citrate|ethanol|methanol|glycerol|oleylamine")

#: The function by which each kind of rule decides; other rules name the role itself.
_BY_USUAL: dict[str, Callable[[str, Mention, Slots], str]] = {
    "paired": _of_two,
    "means": _means,
    "paired_slash": _paired,
    "bound": _binding,
    "linking": _linking,
    "capping": lambda usual, m, s: "" if default_role(m.id) == "precursor" else "ligand",
    "treated": _treating,
    "modifies": lambda usual, m, s: usual if usual == "additive" else _treating(usual, m, s),
    "sole_liquid": _of_liquid,
    "in_mixture": _in_mixture,
    "default": _dosed,
    "contained": lambda usual, m, s: usual,
    # a dosed substance is no solvent
    "dosed": lambda usual, m, s: "coreactant" if usual in ("solvent", "byproduct") else usual,
    "of_anion": lambda usual, m, s: "coreactant",
    "etchant": lambda usual, m, s: "" if m.id in COMMON else "additive",
    "sensed": lambda usual, m, s: "" if usual == "precursor" and m.kind != "ion" else "analyte",
    # a precursor decomposes to the metal, and is no analyte
    "degraded": lambda usual, m, s: "" if usual == "precursor" else "analyte",
    "tested": lambda usual, m, s: "analyte" if usual in ("", "analyte") else "",
    "in_presence": lambda usual, m, s: "ligand" if usual == "ligand" else "additive",
    "metal_precursor": lambda usual, m, s: (
        "precursor" if usual == "precursor" or _SILANE.search(m.text) else ""
    ),
    "called_coreactant": _called_coreactant,
    "called_precursor": lambda usual, m, s: (
        usual if usual == "coreactant" and m.id not in _ELEMENTS else ""
    ),
    # a "water purge" removes water
    "purge_gas": lambda usual, m, s: "purge_gas" if m.id in INERT else "",
    # "both precursors, TMA and water"
    "default_precursor": lambda usual, m, s: usual if usual == "coreactant" else "precursor",
    # common liquids, in which a sample is tested, are no solvents
    "kept_in": lambda usual, m, s: usual if usual == "solvent" and m.id not in COMMON else "",
    "corrodes": lambda usual, m, s: "additive" if is_corrosive(m) else "",
    "left": lambda usual, m, s: "" if usual == "precursor" or m.id in INERT else "byproduct",
    "freed": lambda usual, m, s: "byproduct" if usual in _MAY_LEAVE or m.id in _FREED_TOO else "",
    "gas_etches": lambda usual, m, s: "etch_gas" if any(map(is_etch_gas, s["x"])) else "",
    # a monolayer that inhibits growth
    "blocks": lambda usual, m, s: "additive" if _MONOLAYER.search(m.text) else "",
    "reduces": lambda usual, m, s: "coreactant" if _REDUCES.search(m.text) else "",
    "helps": lambda usual, m, s: "" if usual in ("solvent", "byproduct") else "additive",
    "converts": lambda usual, m, s: "" if usual in ("solvent", "ligand") else "coreactant",
    # a salt of a metal is an additive of a treatment; other ligands are read by the words for
    # ligands
    "treats": lambda usual, m, s: "additive" if usual == "precursor" else "",
    "etches": lambda usual, m, s: (
        usual
        if usual == "precursor"
        else ""
        if usual == "solvent" or m.id in INERT
        else "coreactant"
    ),
    # a metal's source is no plasma ("from CoCp2 and NH3 plasma")
    "plasma": lambda usual, m, s: usual if usual == "precursor" else "plasma",
    "reactive": lambda usual, m, s: usual if usual in TELLING else "",
}
