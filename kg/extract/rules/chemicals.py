"""Reagents and the part each plays: precursor, co-reactant, ligand, solvent, ..."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied
from kg.extract.patterns import Rule
from kg.extract.reading import Reading
from kg.model import Chemical
from ontology import vocabulary
from ontology.terms import Term

#: What is immersed or stable in a liquid is tested in it, not dissolved.
_UNTESTED = "(?<!immersed\\s)(?<!stable\\s)(?<!stability\\s)(?<!stored\\s)(?<!soaked\\s)"
#: ``emits`` is the role, or "default" for the role that the vocabulary gives the substance.
RULES = (
    Rule(
        "as-coreactant",
        "{C*:x} ~5 as ~3 (coreactants?|co|counter|oxidants?|oxidizers?|oxidizer)",
        "coreactant",
        "O3 was used as the oxidant",
        "O3 was removed",
    ),
    Rule(
        "coreactant-list",
        "(coreactants?|reactants?) \\( {C*:x}",
        "coreactant",
        "coreactants (H2O, O3)",
        "(H2O)",
    ),
    Rule(
        "coreactant-named",
        "co - reactants? ~2 {C*:x}",
        "coreactant",
        "the co-reactant (H2O)",
        "the H2O",
    ),
    Rule("replacing", "replacing {C} by {C:x}", "coreactant", "replacing H2O by O3", "replaced O3"),
    Rule(
        "as-precursor",
        "{C*:x} ~4 as ~4 (precursors?|sources?|reagents?)",
        "default_precursor",
        "using DEZ as the zinc source",
        "DEZ is pyrophoric",
    ),
    Rule(
        "precursor-list",
        "precursors? \\( {C*:x}",
        "default_precursor",
        "precursors (TMA, DEZ)",
        "(TMA)",
    ),
    Rule(
        "precursors-of-list",
        "precursors? ~3 [(] {C*:x}",
        "default_precursor",
        "precursor TMA",
        "TMA",
    ),
    Rule(
        "used-as-reactants",
        "using ~2 {C*:x} ~3 as ~2 (reactants?|reagents?|precursors?|sources?)",
        "default",
        "using DEZ and H2S as reactants",
        "using DEZ",
    ),
    Rule(
        "capped",
        "{C:x} - (capped|terminated|functionalized|passivated|linked|treated|stabilized|coated|"
        "ligated)",
        "ligand",
        "pyridine-capped dots",
        "oleic acid was hot",
    ),
    Rule(
        "capped-with",
        "(capped|terminated|functionalized|stabilized|passivated|ligated|treated|pretreated) ~1 "
        "(with|by|using) ~4 {C*:x}",
        "ligand",
        "dots capped with oleylamine",
        "washed with ethanol",
    ),
    Rule(
        "as-ligand",
        "{C*:x} ~3 as ~3 (ligands?|surfactants?|linkers?)",
        "ligand",
        "S²⁻ was used as a ligand",
        "S²⁻ ions",
    ),
    Rule(
        "ligand-named",
        "(ligands?|surfactants?) ~1 \\( ~1 {C*:x}",
        "ligand",
        "ligands (oleic acid)",
        "(oleic acid)",
    ),
    Rule(
        "ligand-behind", "{C:x} (ligands?|surfactants?)", "ligand", "pyridine ligands", "pyridine"
    ),
    Rule(
        "solvent-verb",
        "(dispersed|dissolved|suspended|solubilized|diluted|redispersed|solution|phase|mixture|"
        "solvents?|dispersion|bath|synthesized) ~3 (in|of|with) ~6 {C*:x}",
        "solvent_only",
        "dots dispersed in toluene",
        "dots in a film",
    ),
    Rule(
        "solvent-list",
        "(phase|solvents?) ~2 \\( (i\\.e|e\\.g|such) [.] [as] {C*:x}",
        "solvent",
        "the nonpolar phase (i.e. toluene, hexane)",
        "the phase (toluene)",
    ),
    Rule(
        "solution-of",
        "{C:x} (solution|phase|solutions)",
        "solvent_only",
        "a toluene solution",
        "a toluene bath",
    ),
    Rule("in-solvent", _UNTESTED + "in {C:x}", "solvent_only", "stirred in octane", "rich octane"),
    Rule("plasma", "{C*:x} ~1 plasmas?", "plasma", "an O2 plasma", "O2 gas"),
    Rule("plasma-list", "plasmas? \\( {C*:x}", "plasma", "plasmas (O2, H2)", "gases (O2)"),
    Rule(
        "pulse",
        "{C*:x} (pulses?|exposures?|doses?|dosing|pulsing|half|subcycles?)",
        "default",
        "short H2O pulses",
        "H2O vapour",
    ),
    Rule(
        "introduced",
        "{C*:x} ~1 (is|are|was|were) ~2 (introduced|pulsed|dosed|injected|admitted|supplied)",
        "default",
        "TMA and O2 are sequentially introduced",
        "TMA and O2 are gases",
    ),
    Rule(
        "exposure-of",
        "(pulses?|exposures?|exposed|doses?|dosing|pulsing|cycles?) (of|to) ~1 {C*:x}",
        "default",
        "exposures of TDMAT",
        "vapour of TDMAT",
    ),
    Rule(
        "purge",
        "(purged|purging|flowing|flushed|purge) ~2 ~2 {C:x}",
        "purge_gas",
        "purged with N2",
        "heated in N2",
    ),
    Rule(
        "carrier",
        "{C:x} ~2 (carrier|purge|purging|flow)",
        "purge_gas",
        "an Ar flow of 20 sccm",
        "Ar ions",
    ),
    Rule(
        "released",
        "(release|releases|released|releasing|evolution|formation|byproducts?) ~1 of {C:x}",
        "byproduct",
        "the release of methane",
        "pure methane",
    ),
    Rule(
        "releasing",
        "(releasing|releases|liberating|evolving|eliminating|yielding) =1 {C:x}",
        "byproduct",
        "is converted by TMA, releasing methane",
        "methane was pure",
    ),
    Rule(
        "product-of",
        "{C:x} =4 as? =3 (byproducts?|products?)",
        "byproduct",
        "pyridine is a byproduct",
        "pyridine gas",
    ),
    Rule(
        "addition-during",
        "addition of ~1 {C:x} (during|after|before|prior)",
        "additive_only",
        "Addition of zinc chloride during the growth helps.",
        "The addition was slow.",
    ),
    Rule(
        "in-presence-of",
        "in the presence of ~1 {C:x}",
        "additive",
        "treated in the presence of trioctylphosphine",
        "in the glovebox",
    ),
    Rule(
        "transferred-between",
        "transferred from {C:a} (into|to) {C:b}",
        "solvent",
        "The dots were transferred from octane into DMF.",
        "The dots were transferred by hand.",
    ),
    Rule(
        "cast-from",
        "(cast|coated|deposited|processed|printed|spun) from {C:x}",
        "solvent_or_ligand",
        "The ink was cast from butylamine.",
        "ZnO was coated with SiO2 particles.",
    ),
    Rule(
        "containing",
        "containing ~1 {C*:x}",
        "default",
        "a solution containing oleic acid",
        "a can of oleic acid",
    ),
    Rule(
        "solution-in",
        "(solution|solutions|dissolved|dispersed|suspended) ~5 in ~1 {C:x}",
        "solvent_or_ligand",
        "a solution of sulfur in trioctylphosphine",
        "sulfur and trioctylphosphine",
    ),
    Rule(
        "bound-ligand",
        "(bound|bonded|attached|anchored|adsorbed) {C:x}",
        "ligand_only",
        "bound oleylamine",
        "pure oleylamine",
    ),
    Rule(
        "replaced-by",
        "ligands? ~2 (replaced|exchanged|displaced|substituted) (by|with|for) ~1 {C*:x}",
        "ligand",
        "native ligands were replaced by pyridine",
        "ligands and pyridine",
    ),
    Rule(
        "dosing-both",
        "(dosing|pulsing|introducing|alternating) ~1 {C*:x}",
        "default",
        "dosing TMA and dry O2 in turn",
        "TMA and dry O2",
    ),
    Rule(
        "transfer-between",
        "transfer between {C*:x}",
        "solvent",
        "by phase transfer between hexane and N-methylformamide",
        "between hexane and air",
    ),
    Rule(
        "serves-as-purge",
        "{C:x} ~4 (served|serves|used|acted|acts) as ~2 (purge|purging|carrier)",
        "purge_gas",
        "N2, which served as the purge gas",
        "N2 was used up",
    ),
    Rule(
        "from-both",
        "(from|using|with|between|of|alternating) ~2 {C*:x} ~6 (at|as|in|on|and|by|,|\\.)",
        "paired",
        "alumina from TMA and H2O at 70 °C",
        "alumina is dense",
    ),
    Rule("chemical-slash", "{C:a} / {C:b}", "paired_slash", "10 cycles of TMA/H2O", "TMA is used"),
    Rule(
        "solvent-of",
        "solutions? of ~3 {C:x}",
        "solvent_only",
        "aqueous solutions of salts in water",
        "salts",
    ),
)
#: Roles that the words give only to substances of these usual roles.
_ONLY = {
    "additive_only": ("additive", ("precursor", "ligand", "additive")),
    "ligand_only": ("ligand", ("ligand",)),
    "solvent_only": ("solvent", ("solvent",)),
    "solvent_or_ligand": ("solvent", ("solvent", "ligand")),
}
#: What an experimental section buys it uses, each in its usual part.
_BOUGHT = re.compile(
    r"\b(?:purchased|obtained|received|supplied|bought) (?:from|by)\b|\bwere purchased\b|"
    r"\bused (?:as received|without further purification)\b",
    re.IGNORECASE,
)
#: Words around a liquid that cleans or etches.
_ETCHING = re.compile(r"etch|dipp?\w*\b|remov|clean|strip|dilut", re.IGNORECASE)
#: Substances that are everywhere: they count only where the words give them a part.
COMMON = frozenset(
    "water oxygen nitrogen hydrogen argon methane helium hydrogen_chloride sulfide_ion".split()
)
#: Gases that purge and carry.
_INERT = frozenset("nitrogen argon helium hydrogen".split())
#: Roles whose substances count wherever they are named.
_TELLING = frozenset({"precursor", "coreactant", "phase_transfer_agent"})


def find_chemicals(reading: Reading) -> Iterator[Finding]:
    """Every reagent with its role."""
    given: set[int] = set()
    for rule in RULES:
        for found in rule.find(reading):
            for mention in (*found["x"], *found["a"], *found["b"]):
                role = _role(rule.emits, mention, found.slots)
                if role and _is_used(reading, mention, role, given):
                    given.add(mention.start)
                    yield from _findings(role, mention, rule.id)
    is_bought = _BOUGHT.search(reading.text) is not None
    for mention in reading.of_kind("chemical"):
        if mention.start not in given and not is_denied(reading, mention):
            yield from _named(reading, mention, is_bought)


def _is_used(reading: Reading, mention: Mention, role: str, given: set[int]) -> bool:
    """Whether a role holds: not denied, the first one told, no plasma taken for a liquid."""
    if is_denied(reading, mention) or (mention.start in given and role != "plasma_gas"):
        return False
    of_plasma = reading.text.startswith(" plasma", mention.end)
    return not of_plasma or role in ("plasma", "precursor")


#: Words inside a name that give its role: "oleic acid-capped", "N2 carrier gas".
_ROLE_WORDS = (
    ("ligand", re.compile(r"capped|terminated|passivated|ligand", re.IGNORECASE)),
    ("purge_gas", re.compile(r"carrier|purge", re.IGNORECASE)),
    ("byproduct", re.compile(r"by-?product", re.IGNORECASE)),
)


def _findings(role: str, mention: Mention, rule: str) -> Iterator[Finding]:
    roles = ("coreactant", "plasma_gas") if role == "plasma" else (role,)
    for each in roles:
        yield Finding(content=Chemical(role=each, chemical=mention.id), at=mention.start, rule=rule)


def default_role(chemical: str) -> str:
    """The role that the field nearly always gives a substance; ``""`` where it has none."""
    term = vocabulary().get("chemical", chemical) or _by_name().get(chemical)
    roles = term.extra.get("defaultRole", ()) if term is not None else ()
    return roles[0] if roles else ""


@cache
def _by_name() -> dict[str, Term]:
    """The substances by every name and symbol in lower case."""
    return {
        name.lower(): term
        for term in reversed(vocabulary().of_kind("chemical"))
        for name in (term.label, *term.alts, *term.symbols)
    }


def _role(emits: str, mention: Mention, slots: dict[str, tuple[Mention, ...]]) -> str:
    """The role that a rule gives a substance, by what it usually is; ``""`` for none."""
    usual = default_role(mention.id)
    if emits in ("paired", "paired_slash"):
        mates = [m for group in slots.values() for m in group]
        reactive = any(default_role(m.id) == "precursor" for m in mates)
        return usual if reactive and usual in _TELLING else ""
    if emits == "purge_gas":  # a "water purge" drives water out
        return emits if mention.id in _INERT else ""
    if emits in _ONLY:
        role, usuals = _ONLY[emits]
        is_water = role == "solvent" and mention.id == "water"
        return role if usual in usuals or is_water else ""
    if emits == "default_precursor":  # "both precursors, TMA and water"
        return usual if usual == "coreactant" else "precursor"
    if emits == "plasma":  # "from cobaltocene and NH3 plasma": the metal's source is no plasma
        return usual if usual == "precursor" else emits
    return usual if emits == "default" else emits


def _named(reading: Reading, mention: Mention, is_bought: bool) -> Iterator[Finding]:
    usual = default_role(mention.id)
    told = next((role for role, words in _ROLE_WORDS if words.search(mention.text)), "")
    if told:
        yield Finding(
            content=Chemical(role=told, chemical=mention.id), at=mention.start, rule="role-in-name"
        )
        return
    around = reading.text[max(0, mention.start - 25) : mention.end + 25]
    is_etchant = usual == "coreactant" and _ETCHING.search(around) is not None
    if (usual in _TELLING or (is_bought and usual)) and mention.id not in COMMON and not is_etchant:
        content = Chemical(role=usual, chemical=mention.id)
        yield Finding(content=content, at=mention.start, rule="reagent-named", certain=0.7)
