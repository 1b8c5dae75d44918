"""Reagents and the part each plays: precursor, co-reactant, ligand, solvent, ..."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.extract.rules import reagents, recipes
from kg.extract.rules.apparatus import is_of_cleaning
from kg.extract.weighed import CHALCOGENS, is_weighed
from kg.grounding import ground
from kg.model import Chemical
from kg.substances import holds_metal, is_reagent_formula, is_reagent_name, substance

RULES = (*recipes.RULES, *reagents.RULES, *recipes.MIXTURES)
#: Rules that say a part outright, be it the second one of a substance.
_OUTRIGHT = frozenset({"also-as-source", "also-as-solvent", "as-stabilizer"})
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
#: In a sentence with these an oxidant cleans.
_CLEANED = re.compile(r"\b(?:degreas|piranha|pre-?clean|cleaned)\w*", re.IGNORECASE)
#: A gas that dries or blows dust off.
_DRIED = re.compile(r"\b(?:dr(?:y|ied|ying)|blow(?:n|ing)?|blew)\b[^.;,]{0,40}$")
#: A lamp whose ozone cleans.
_UV_OZONE = re.compile(r"\bUV\W{0,3}(?:O3|[Oo]zone)")
_ACRONYM = re.compile(r"[A-Z]{3,}")
_OF_SOURCE = re.compile(r"\s(?:sources?|precursors?|supply|reservoir)\b")
#: Substances that are everywhere: they count only where the words give them a part.
COMMON = frozenset(
    "water oxygen nitrogen hydrogen deuterium argon methane helium hydrogen_chloride chlorine "
    "sulfur selenium sulfide_ion co2".split()
)
#: What a surface is treated with but not covered by.
_NO_LIGANDS = frozenset("ozone oxygen water hydrogen_peroxide hydrogen nitrogen argon".split())
#: Liquids that wash are no solvents of the process.
_WASHED = re.compile(r"\b(?:clean|rins|wash|sonicat)\w*\s+(?:\w+\s+){0,4}?in\s+[^.;]{0,40}$")
#: In such an atmosphere a film is annealed, not grown.
_ANNEALED_IN = re.compile(r"\banneal\w*\s+(?:\w+\s+){0,2}in\s+(?:an?\s+)?$")
#: Gases that purge and carry.
_INERT = frozenset("nitrogen argon helium hydrogen".split())
#: Roles whose substances count wherever they are named.
_TELLING = frozenset({"precursor", "coreactant", "phase_transfer_agent"})


#: What makes something: without it a compound of a metal is named, not used as a precursor.
_MADE = re.compile(
    r"\b(?:deposit|grow|grew|ALD\b|prepar|synthe|dissol|react|mix|add|solution|precursor|dos(?:e|ing)|"
    r"puls|fabricat|made\b|convert|inject|vapou?r|cycles?\b|expos|from\b|source|reduc|hydroly|obtain|"
    r"purchas|suppl|us(?:ed|es|ing)\b|report|heated|sol-gel|decompos|treat|process)\w*",
    re.IGNORECASE,
)
#: One capital is a current or an axis, no substance.
_LETTER = re.compile(r"[A-Z]")
_POLYMER = re.compile(r"(?:\b[Pp]oly\(|\b[Tt]ris-)$")


def find_chemicals(reading: Reading) -> Iterator[Finding]:
    """Every reagent with its role."""
    given: set[int] = set()
    given |= {m.start for m in reading.of_kind("chemical") if _is_alias(reading, m)}
    given |= {m.start for m in reading.of_kind("chemical") if _is_part_of_name(reading, m)}
    for finding in (*_respectively(reading), *_in_processes(reading)):
        given.add(finding.at)
        yield finding
    for rule, mention, role in _told(reading):
        is_second = mention.start in given and rule.id not in _OUTRIGHT
        if _is_used(reading, mention, role) and (not is_second or role == "plasma_gas"):
            given.add(mention.start)
            yield from _findings(reading, role, mention, rule.id)
    is_bought = _BOUGHT.search(reading.text) is not None
    for mention in reading.of_kind("chemical"):
        if mention.start not in given and not is_denied(reading, mention):
            yield from _named(reading, mention, is_bought)


def _told(reading: Reading) -> Iterator[tuple[Rule, Mention, str]]:
    """What each rule says of each substance that it names: its role."""
    for rule in RULES:
        for found in rule.find(reading):
            for mention in (*found["x"], *found["a"], *found["b"]):
                role = _role(rule.emits, mention, found.slots) or _of_mld(reading, rule, found)
                if role:
                    yield rule, mention, role


_MLD = re.compile(r"\bmolecular layer deposition\b|\bMLD\b")


def _of_mld(reading: Reading, rule: Rule, found: Found) -> str:
    """The part of an organic that an MLD doses with a metal's precursor: ethanolamine."""
    mates = [m for group in found.slots.values() for m in group]
    is_mld = rule.emits in ("paired", "default") and _MLD.search(reading.sentence.passage.text)
    is_dosed = is_mld and any(usual_role(m) == "precursor" for m in mates)
    return "coreactant" if is_dosed else ""


def _in_processes(reading: Reading) -> Iterator[Finding]:
    """Reagents by which a process is named: "O2 plasma-enhanced ALD", "EDT treatment"."""
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
                    yield from _findings(reading, "ligand", ligand, "exchanged-using")
        elif process.id in ("plasma_enhanced_ald", "plasma_treatment"):
            yield from _of_plasma(reading, process)


def _of_plasma(reading: Reading, process: Mention) -> Iterator[Finding]:
    """The gas right before or at the head of the name of a plasma process."""
    for gas in reading.of_kind("chemical"):
        is_ahead = reading.text[gas.end : process.start] in (" ", "-", "/")
        if is_ahead and process.text.lower().startswith("plasma"):
            yield from _findings(reading, "plasma", gas, "reagent-of-process")
    known = substance(_FIRST_WORD.split(process.text, maxsplit=1)[0])
    if known is not None and not is_denied(reading, process):
        for role in ("coreactant", "plasma_gas"):
            content = Chemical(role=role, chemical=known.notation)
            yield Finding(content=content, at=process.start, rule="reagent-of-process")


#: Between an exchange and the ligand that it brings.
_EXCHANGED = re.compile(r"[\"'”’]?\s(?:\w+\s){0,2}(?:using|with|by)\s(?:\w+\s){0,2}")
_FIRST_WORD = re.compile(r"[\s-]")


#: Two reagents and their two parts, in order.
_PAIRED = re.compile(
    r"<C(\d+)> (?:\( [^()]{1,40}\) )?(?:and|,) (?:[a-z]+ )?<C(\d+)> (?:\( [^()]{1,40}\) )?"
    r"(?:(?!as )[^\s;:]+ ){0,5}as (?:the |an? )?(?:[a-z0-9-]+ ){0,2}?(WORDS) (?:and|,) "
    r"(?:the |an? )?(?:[a-z0-9-]+ ){0,2}?(WORDS) (?:[^\s;:]+ ){0,6}?, respectively".replace(
        "WORDS",
        "precursors?|sources?|co - reactants?|coreactants?|oxidants?|reactants?|"
        "co - reagents?|nitridants?|reducing agents?",
    )
)


def _respectively(reading: Reading) -> Iterator[Finding]:
    """ "DEZ and water were used as precursor and co-reactant, respectively"."""
    for match in _PAIRED.finditer(reading.shorthand):
        for number, word in ((match[1], match[3]), (match[2], match[4])):
            mention = reading.mentions[int(number)]
            role = "precursor" if word[:6] in ("precur", "source") else "coreactant"
            yield from _findings(reading, role, mention, "respectively")


def _is_alias(reading: Reading, mention: Mention) -> bool:
    """A formula in brackets right behind the name of the same reagent."""
    if mention.label != "symbol" or not is_reagent_formula(mention.text):
        return False
    gap = r"\s?" if mention.text.startswith("[") else r"\s?[(\[]"
    return any(
        m.label == "name" and re.fullmatch(gap, reading.text[m.end : mention.start])
        for m in reading.of_kind("chemical")
        if m.end <= mention.start
    )


#: Acids and bases that set the pH.
_PH_SETTERS = frozenset(
    ("NaOH", "KOH", "HCl", "HNO3", "H2SO4", "NH4OH", "sodium hydroxide", "potassium hydroxide")
)
_PH = re.compile(r"\bpH\b")
#: What washes or throws down a product is no medium of its synthesis.
_WASHING = re.compile(
    r"\b(?:wash|rins|precipitat|flocculat|clean|centrifug|purif|extract|quench)\w*\b[^.;]{0,60}$"
)
_TO_WASH = re.compile(r"[^.;]{0,40}\b(?:to|for) (?:wash|rins|precipitat|flocculat|purif)\w*")


def _is_used(reading: Reading, mention: Mention, role: str) -> bool:
    """Whether a role holds: not denied, no plasma taken for a liquid."""
    if is_denied(reading, mention):
        return False
    if role == "purge_gas" and _DRIED.search(reading.text[: mention.start]):
        return False
    if role == "precursor" and not _MADE.search(reading.text):
        return False
    if role == "ligand" and mention.id in _NO_LIGANDS:
        return False
    if is_of_cleaning(reading, mention.start):
        return False
    if role == "additive" and mention.id in COMMON:
        return False  # "degrades in the presence of water"
    if role == "solvent" and _WASHED.search(reading.text[: mention.start]):
        return False
    of_plasma = reading.text.startswith(" plasma", mention.end)
    return not of_plasma or role in ("plasma", "precursor")


#: Words inside a name that give its role: "oleic acid-capped", "N2 carrier gas".
_ROLE_WORDS = (
    ("ligand", re.compile(r"capped|terminated|passivated|ligand", re.IGNORECASE)),
    ("purge_gas", re.compile(r"carrier|purge", re.IGNORECASE)),
    ("byproduct", re.compile(r"by-?product", re.IGNORECASE)),
)


#: A plasma that treats what is there and takes no part in a cycle of growth.
_TREATING_AHEAD = re.compile(
    r"\b(?:clean|treat|activat|functionali[sz]|expos|hydrophili[sz]|ash)\w*\b[^.;,]{0,30}"
    r"\b(?:with|by|in|using|to)\s(?:an?\s|the\s)?(?:[\w-]+[\s/]){0,2}$"
)
_TREATING_BEHIND = re.compile(
    r"[\w\s,/]{0,20}\bplasmas?[- ](?:pre-?)?(?:treat|clean|activat|expos|ash|functionali[sz])"
)


def _is_treating(reading: Reading, mention: Mention) -> bool:
    """ "Cleaned with an O2 plasma", "plasmas (O2, H2)" in a list beside the co-reactants."""
    return (
        _TREATING_AHEAD.search(reading.text[: mention.start]) is not None
        or _TREATING_BEHIND.match(reading.text, mention.end) is not None
        or _LISTED_APART.search(reading.text) is not None
    )


#: A list of plasmas and one of co-reactants in one sentence: the first are no co-reactants.
_LISTED_APART = re.compile(
    r"\bplasmas\s?\([^()]*\)[^.;]*\bco-?reactants?\b|\bco-?reactants?\b[^.;]*\bplasmas\s?\(",
    re.IGNORECASE,
)


def _findings(reading: Reading, role: str, mention: Mention, rule: str) -> Iterator[Finding]:
    roles: tuple[str, ...] = (role,)
    if role == "plasma":
        is_treating = _is_treating(reading, mention)
        roles = ("plasma_gas",) if is_treating else ("coreactant", "plasma_gas")
    for each in roles:
        yield Finding(content=Chemical(role=each, chemical=mention.id), at=mention.start, rule=rule)


def default_role(chemical: str) -> str:
    """The role that the field nearly always gives a substance; ``""`` where it has none."""
    term = ground("chemical", chemical).term
    roles = term.extra.get("defaultRole", ()) if term is not None else ()
    return roles[0] if roles else ""


def usual_role(mention: Mention) -> str:
    """The usual role of a reagent; a metal compound that no vocabulary has is a precursor."""
    known = default_role(mention.id)
    is_salt = _ALKALI_SALT.fullmatch(mention.text) is not None
    return known or ("precursor" if holds_metal(mention.text) and not is_salt else "")


#: Buffers and electrolytes: salts of sodium or potassium with a plain acid give no film its metal.
_ALKALI_SALT = re.compile(
    r"(?:Na|K)\d?(?:HCO3|CO3|Cl|Br|NO3|H?SO4|H?2?PO4|BF4|PF6|ClO4)(?:[·•].*)?"
)


def _role(emits: str, mention: Mention, slots: dict[str, tuple[Mention, ...]]) -> str:
    """The role that a rule gives a substance, by what it usually is; ``""`` for none."""
    usual = usual_role(mention)
    if emits in ("paired", "paired_slash"):
        mates = [m for group in slots.values() for m in group]
        reactive = any(usual_role(m) == "precursor" for m in mates)
        return usual if reactive and usual in _TELLING else ""
    if emits == "purge_gas":  # a "water purge" drives water out
        return emits if mention.id in _INERT else ""
    if emits == "sole_liquid":
        return _of_liquid(usual, slots["x"])
    if emits in _ONLY:
        return _if_usual(emits, mention, usual)
    if emits == "default_precursor":  # "both precursors, TMA and water"
        return usual if usual == "coreactant" else "precursor"
    if emits in ("plasma", "reactive"):
        return _of_gas(emits, usual)
    if emits == "in_mixture":
        return usual if _is_mixture(slots["x"]) else ""
    return _dosed(usual, slots) if emits == "default" else emits


def _if_usual(emits: str, mention: Mention, usual: str) -> str:
    """The role of a rule that reads only some kinds of substance; an acid is no solvent."""
    role, usuals = _ONLY[emits]
    if emits == "solvent_or_ligand" and _ACID.search(mention.text):
        return usual
    is_water = role == "solvent" and mention.id == "water"
    return role if usual in usuals or is_water else ""


def _is_mixture(listed: tuple[Mention, ...]) -> bool:
    """Whether a list of reagents is one of a synthesis: one of them is a source of metal."""
    return len(listed) > 1 and any(usual_role(m) == "precursor" for m in listed)


def _of_gas(emits: str, usual: str) -> str:
    """A metal's source is no plasma ("from CoCp2 and NH3 plasma"); what is let in reacts."""
    if emits == "plasma":
        return usual if usual == "precursor" else emits
    return usual if usual in _TELLING else ""


def _dosed(usual: str, slots: dict[str, tuple[Mention, ...]]) -> str:
    """What is dosed in turn with a metal's precursor is no solvent: ethylene glycol in MLD."""
    mates = {usual_role(m) for group in slots.values() for m in group}
    return "coreactant" if usual == "solvent" and "precursor" in mates else usual


def _of_liquid(usual: str, liquids: tuple[Mention, ...]) -> str:
    """The role of a liquid that something is dissolved in; amines and phosphines dissolve alone."""
    is_mixed = any(usual_role(liquid) == "solvent" for liquid in liquids)
    if usual == "ligand" and not is_mixed and not _ACID.search(liquids[0].text):
        return "solvent"
    return usual if usual == "solvent" else ""


#: Acids bind what they dissolve.
_ACID = re.compile(r"acid\b|\b(?:OA|TDPA|ODPA)\b")


def _weighed_role(reading: Reading, mention: Mention) -> str:
    """The part of what a recipe takes an amount of; ``""`` for what only washes."""
    if not is_weighed(mention.start, mention.end, reading.text):
        return ""
    if mention.id in CHALCOGENS.values():
        return "coreactant"
    usual = "solvent" if mention.id == "water" else usual_role(mention)
    is_washing = _WASHING.search(reading.text[: mention.start]) is not None
    is_washing = is_washing or _TO_WASH.match(reading.text, mention.end) is not None
    return "" if usual == "solvent" and is_washing else usual


def _named(reading: Reading, mention: Mention, is_bought: bool) -> Iterator[Finding]:
    usual = default_role(mention.id)
    if not usual and (is_reagent_formula(mention.text) or is_reagent_name(mention.text)):
        usual = usual_role(mention)
    told = next((role for role, words in _ROLE_WORDS if words.search(mention.text)), "")
    if told:
        yield Finding(
            content=Chemical(role=told, chemical=mention.id), at=mention.start, rule="role-in-name"
        )
        return
    around = reading.text[max(0, mention.start - 25) : mention.end + 25]
    if _ANNEALED_IN.search(reading.text[: mention.start]) or _is_idle(reading, mention, usual):
        return
    is_etchant = usual == "coreactant" and (
        _ETCHING.search(around) is not None or _CLEANED.search(reading.text) is not None
    )
    if usual == "coreactant" and _ACRONYM.fullmatch(mention.text):
        return  # three capitals name an instrument as often
    if mention.text in _PH_SETTERS and _PH.search(reading.text):
        content = Chemical(role="additive", chemical=mention.id)
        yield Finding(content=content, at=mention.start, rule="sets-ph")
        return
    if _OF_SOURCE.match(reading.text, mention.end):
        return  # "the iodine source" is another reagent
    weighed = "" if is_etchant else _weighed_role(reading, mention)
    is_telling = (usual in _TELLING or (is_bought and usual)) and not is_etchant
    if weighed or (is_telling and mention.id not in COMMON):
        content = Chemical(role=weighed or usual, chemical=mention.id)
        yield Finding(content=content, at=mention.start, rule="reagent-named")


def _is_part_of_name(reading: Reading, mention: Mention) -> bool:
    """One capital, or the repeat unit of a polymer: "poly(ethyleneglycol)", "Tris-HCl"."""
    if _LETTER.fullmatch(mention.text):
        return True
    return _POLYMER.search(reading.text[: mention.start]) is not None


def _is_idle(reading: Reading, mention: Mention, usual: str) -> bool:
    """Whether a sentence names a reagent without making anything, or as what a lamp cleans with."""
    if mention.id == "ozone" and _UV_OZONE.search(reading.text):
        return True
    return usual in _TELLING and not _MADE.search(reading.text)
