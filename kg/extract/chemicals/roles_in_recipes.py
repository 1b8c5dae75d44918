"""The role of a reagent that follows from the other reagents of its recipe."""

from __future__ import annotations

import re

from kg.extract.finders.weighed import CHALCOGENS, is_weighed
from kg.extract.knowledge.usual_roles import (
    is_aqueous_acid,
    is_binding_salt,
    is_corrosive,
    usual_role,
)
from kg.extract.knowledge.vapour import has_particles
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Bases that precipitate the oxide or hydroxide of a metal.
_BASE = re.compile(
    r"(?!ammonium )(?:.* )?hydroxides?|(?:Na|K|Li|Cs|Rb|TMA)OH(?:[·•.].*)?", re.IGNORECASE
)
_PH = re.compile(r"\bpH\b")
#: Salts of the metals that such a base precipitates.
_METAL_SALT = re.compile(
    r"\b(?:Fe|Zn|Cu|Co|Ni|Mn|Mg|Al|Cd|In|Sn|Ce|Y)(?:Cl[234]?|\(NO3\)|SO4|\(CH3COO|\(OAc|\(Ac)"
)
#: The salts that citrate reduces, and stronger reducing agents that act before it.
_NOBLE = re.compile(r"\b(?:HAuCl4|AgNO3|gold chloride|chloroauric|silver nitrate|H2PtCl6)")
_STRONGER = re.compile(r"\b(?:NaBH4|borohydride|ascorbic|hydrazine|N2H4)\b")
_CITRATE = re.compile(r"(?:tri)?-?sodium citrate.*|citrate")
#: Hydrides that remove the fluorine of a metal fluoride.
_SILANES = frozenset({"silane", "disilane", "diborane", "trisilane"})
_FLUORIDE = re.compile(r"\b(?:W|Mo|Ta|Nb)F[56]\b")
#: Fluorides that supply the fluorine for the film of another metal, and such films.
_FLUORINATING = re.compile(r"(?:Ti|Ta|Nb|W|Mo)F[456]|(?:titanium|tantalum|niobium) \w*fluoride")
_FLUORIDE_FILM = re.compile(
    r"\b(?:Li|Na|K|Mg|Ca|Sr|Ba|Al|Y|La|Ce|Gd|Tb|Eu|Er|Yb|Zr|Hf|Mn|Zn|Pb)F[234]?\b"
)
#: Sources of arsenic or antimony, and their compounds with a group-III metal.
_PNICTOGEN = re.compile(r"(?:ars|stib)ine$|^(?:As|Sb)\(")
_PNICTIDE = re.compile(r"\b(?:In|Ga|Al)(?:As|Sb)\b")
#: Phosphines, and the phosphides of metals for which they supply the phosphorus.
_PHOSPHINE = re.compile(r"T[OBP]P|PPh3|tri-?(?:n-)?(?:octyl|butyl|phenyl)phosphine", re.IGNORECASE)
_PHOSPHIDE = re.compile(r"\b(?:(?:Ni|Co|Fe|Cu|Mn|Mo|W|Pd|Rh|Ru)\d{0,2}){1,2}P\d?(?![a-z\w(])")
#: Particles of a noble metal, whose growth sulfides and hydroxides only steer; names of compounds,
#: whose anions these supply.
_NOBLE_PARTICLES = re.compile(
    r"\b(?:[Ss]ilver|[Gg]old|[Pp]latinum|[Pp]alladium|A[ug]|P[td])[ -]"
    r"(?:nano\w+|NPs?|NCs?|NRs?|NWs?|particles?|colloids?|sols?)\b"
)
_COMPOUND = re.compile(
    r"\b(?:Ag|Au|Pt|Pd|Cd|Zn|Pb|Cu|Hg|In|Sn|Mo|Fe|Co|Ni|Ti|Ce|Zr)\d?(?:S|Se|Te|O)\d?x?\b|"
    r"(?<!sodium )\b(?:sulf|sulph|ox|selen|tellur)ides?\b"
)
_STEERS = re.compile(r"(?:Na|K)2S(?:[·•.].*)?|NaHS|sodium (?:hydro)?sul(?:f|ph)ide")
_ETCHANT = re.compile(r"\betchants?\b|\betch\w* of\b")
#: Words for an etch; words right before or after a substance that it forms or takes apart.
_ETCHES = Rare(r"\b(?:etch\w*|ALE|volatil\w+)\b")
_MADE_AHEAD = re.compile(
    r"\b(?:produc(?:e[sd]?|ing)|form(?:s|ed|ing)?|yield(?:s|ed|ing)?|generat(?:e[sd]?|ing)|"
    r"formation of|volatili[sz]\w+ (?:as|to)|conver\w+ [^.;,]{1,40} (?:in)?to)\s(?:the\s)?"
    r"(?:\w+ )?$"
)
_MADE_BEHIND = re.compile(r"\s(?:formation|desorption|release|evolution)\b")
_TAKEN_APART = re.compile(
    r"\b(?:accepts?|abstracts?|removes?|takes?|extracts?)\s(?:\w+\s){1,3}from\s(?:the\s)?$"
)
#: The Hummers recipe, which oxidizes graphite.
_HUMMERS = Rare(r"\bHummers|\bgraphite (?:flakes|powder)")
_OF_HUMMERS = re.compile(
    r"(?P<oxidant>KMnO4|potassium permanganate)|H2SO4|H3PO4|H2O2|HCl|NaNO3|hydrogen peroxide|"
    r"(?:sulfuric|phosphoric|hydrochloric) acid"
)
#: A salt that supplies the anion if a recipe states its amount.
_SULFIDE = re.compile(r"(?:potassium|sodium|lithium|ammonium)_(?:sulfide|selenide)")
#: Words for two liquid phases between which something moves.
_PHASES = re.compile(r"\bphases?\b|\bformamide|\bcolloidal ALD\b|\bcycles?\b")


def part_in_recipe(reading: Reading, mention: Mention, role: str) -> str:
    """Return the role of a reagent, given its recipe's other reagents and its product."""
    part = _part(reading, mention, role)
    if part in ("precursor", "coreactant") and _moves_particles(reading, mention):
        return "phase_transfer_agent"
    if part == "precursor" and _is_only_added(reading, mention):
        return "additive"
    return "additive" if part == "coreactant" and _steers_metal(reading, mention) else part


def _part(reading: Reading, mention: Mention, role: str) -> str:
    """Return the role of a reagent, given the other reagents of its recipe.

    Citrate reduces noble metals unless a stronger agent does, halides bind in an exchange of
    ligands, weighed water dissolves, and a base supplies the oxygen for a metal.
    """
    passage = reading.sentence.passage.text
    if role == "ligand" and _is_used_up(mention, passage):
        return "coreactant"
    is_of_hummers = _HUMMERS.search(passage) and not washes(reading, mention)
    if is_of_hummers and (oxidant := _OF_HUMMERS.fullmatch(mention.text)):
        return "coreactant" if oxidant["oxidant"] else "additive"
    is_in_water = _IN_WATER.search(mention.text) or _HYDROLYSED.search(passage)
    if mention.id == "ammonia" and is_in_water:
        return _of_ammonia_water(reading, mention)
    if role == "precursor":
        is_etchant = is_corrosive(mention) and _ETCHANT.search(reading.text)
        return "additive" if is_etchant else _of_source(reading, mention)
    if role == "coreactant" and mention.id == "water":
        return "solvent" if is_weighed(mention.start, mention.end, reading.text) else role
    if role == "byproduct" and is_aqueous_acid(mention):
        return "additive" if is_weighed(mention.start, mention.end, reading.text) else role
    if role == "phase_transfer_agent" and has_particles(reading):
        return role if _PHASES.search(passage) else "ligand"
    return _of_base(reading, mention, role)


#: Particles that are transferred from one liquid to another.
_MOVED = re.compile(
    r"\b(?:dots?|QDs?|NCs?|NPs?|NPLs?|nano\w+|particles?|platelets?|rods?)\b[^.;]{0,80}?"
    r"\b(?:phase[- ]transferred|transferred (?:\w+ly )?(?:from|in|into|to))\b|"
    r"\b[Pp]hase[- ]transfer\b(?! catal)"
)


def _moves_particles(reading: Reading, mention: Mention) -> bool:
    """Return whether a base only helps to transfer particles to another liquid."""
    return is_base(mention) and _MOVED.search(reading.text) is not None


def _is_used_up(mention: Mention, passage: str) -> bool:
    """Return whether a usual ligand is consumed: it reduces, or supplies its phosphorus."""
    if _CITRATE.fullmatch(mention.text):
        return _NOBLE.search(passage) is not None and not _STRONGER.search(passage)
    return _PHOSPHINE.fullmatch(mention.text) is not None and bool(_PHOSPHIDE.search(passage))


def _steers_metal(reading: Reading, mention: Mention) -> bool:
    """Return whether a sulfide or a hydroxide only steers the growth of a noble metal."""
    passage = reading.sentence.passage.text
    if not (_STEERS.fullmatch(mention.text) or is_base(mention)):
        return False
    return bool(_NOBLE_PARTICLES.search(passage)) and not _COMPOUND.search(passage)


#: Before a salt that is added to the synthesis of another solid.
_ADDITION_OF = re.compile(r"\b[Aa]dditions? of (?:an? |some |the )?(?:[a-z]+ )?$")
_METAL = re.compile(r"[A-Z][a-z]?(?=[A-Z(\d])")


def _is_only_added(reading: Reading, mention: Mention) -> bool:
    """Return whether no solid has a salt's metal: "addition of ZnCl2 gave InP dots of one size"."""
    metal = _METAL.match(mention.text)
    if metal is None or not _ADDITION_OF.search(reading.text[: mention.start]):
        return False
    solids = [m.id for m in reading.of_kind("material")]
    return bool(solids) and not any(re.search(rf"{metal[0]}(?![a-z])", solid) for solid in solids)


def _of_source(reading: Reading, mention: Mention) -> str:
    """Return the role of the source of a metal or of an anion, as its recipe uses it."""
    passage = reading.sentence.passage.text
    if mention.id in _SILANES and _FLUORIDE.search(reading.text):
        return "coreactant"
    if _FLUORINATING.fullmatch(mention.text) and _FLUORIDE_FILM.search(passage):
        return "coreactant"
    if _PNICTOGEN.search(mention.text) and _PNICTIDE.search(passage):
        return "coreactant"
    if _ETCHES.search(passage):
        ahead = reading.text[: mention.start]
        if _TAKEN_APART.search(ahead):
            return ""
        if _MADE_AHEAD.search(ahead) or _MADE_BEHIND.match(reading.text, mention.end):
            return "byproduct"
    is_dissolved = is_weighed(mention.start, mention.end, reading.text)
    if _SULFIDE.fullmatch(mention.id) and is_dissolved:
        return "coreactant"
    is_exchange = any(process.id == "ligand_exchange" for process in reading.of_kind("process"))
    is_bound = is_binding_salt(mention) and (
        is_dissolved if is_exchange else not is_dissolved and _is_beside_ligand(reading, mention)
    )
    return "ligand" if is_bound else "precursor"


#: Words on the surface of dots, and the words between two ligands of a list.
_OF_LIGANDS = re.compile(r"\bligands?\b|\bpassivat|\bcapp(?:ed|ing)\b")
JOINED = re.compile(r"(?:\s?\([^()]*\))?\s?(?:,|and|or|/|with|plus|, and)\s?")


def _is_beside_ligand(reading: Reading, mention: Mention) -> bool:
    """Return whether a sentence on ligands lists a salt with a ligand: "EDT and ZnI2"."""
    return _OF_LIGANDS.search(reading.text) is not None and any(
        usual_role(m) == "ligand" and JOINED.fullmatch(reading.between(m, mention))
        for m in reading.of_kind("chemical")
    )


#: Ammonia in water by its names, and the alkoxides whose hydrolysis it only catalyses.
_IN_WATER = re.compile(r"OH|H2O|hydroxide|aqueous|solution|water")
_HYDROLYSED = Rare(r"\bSt[oö]ber|\bsol[-–]gel\b|\bmicroemulsion")
_ALKOXIDE = re.compile(r"\bTEOS\b|\b(?:ortho)?silicate|silane\b|\bTMOS\b|\bAPTES\b")


def _of_ammonia_water(reading: Reading, mention: Mention) -> str:
    """Return the role of ammonia in water: it precipitates a metal, or is an additive."""
    if _TEST_MEDIUM.search(reading.text):
        return ""
    others = [m for m in reading.of_kind("chemical") if m.id != mention.id]
    is_source = any(usual_role(m) == "precursor" and not _ALKOXIDE.search(m.text) for m in others)
    return "coreactant" if is_source and not sets_acidity(reading) else "additive"


def _of_base(reading: Reading, mention: Mention, role: str) -> str:
    """Return the role of a hydroxide: with the source of a metal it supplies the oxygen."""
    if role not in ("additive", "") or not is_base(mention) or sets_acidity(reading):
        return role
    others = (m for m in reading.of_kind("chemical") if m is not mention)
    is_of_salt = any(usual_role(m) == "precursor" for m in others) or (
        is_weighed(mention.start, mention.end, reading.text)
        and _METAL_SALT.search(reading.sentence.passage.text) is not None
    )
    return "coreactant" if is_of_salt else role


def is_base(mention: Mention) -> bool:
    """Return whether a substance is a hydroxide that precipitates metals."""
    return _BASE.fullmatch(mention.text) is not None


def sets_acidity(reading: Reading) -> bool:
    """Return whether a sentence mentions the pH."""
    return _PH.search(reading.text) is not None


#: Before an element that reacts as such.
_ELEMENTAL = re.compile(
    r"\b(?:[Ee]lemental|[Pp]owdered|reactions? of [^.;]{3,60}? with|"
    r"(?:stock|precursor) solution of)\s$"
)


def as_element(reading: Reading, mention: Mention) -> str:
    """Return the role of a chalcogen that is used as the element ("powdered sulfur"); else ""."""
    if mention.id not in CHALCOGENS.values():
        return ""
    return "coreactant" if _ELEMENTAL.search(reading.text[: mention.start]) else ""


#: Before a liquid that washes or precipitates a product: no medium of its synthesis.
_WASHING = re.compile(
    r"\b(?:wash|rins|precipitat|flocculat|clean|centrifug|purif|extract|quench)\w*\b[^.;]{0,60}$"
)


def washes(reading: Reading, mention: Mention) -> bool:
    """Return whether a liquid only washes a product or precipitates it."""
    return _WASHING.search(reading.text[: mention.start]) is not None


#: Words for a test in the substances of the sentence: "an overpotential of 390 mV in 1 M KOH".
_TEST_MEDIUM = re.compile(
    r"\b(?:stab(?:le|ility)|overpotential|electroly\w*|corro\w*|photocurrent|photoanode|evolution|"
    r"etch rate|RHE|electrodes?)\b"
)


#: Acids and iodides without a usual role, which steer a growth.
_HELPS = re.compile(r"[a-z]ic acid$|^(?:K|Na)I$|^(?:potassium|sodium) iodide$")


def weighed_role(reading: Reading, mention: Mention) -> str:
    """Return the role of a substance whose amount a recipe states; ``""`` if it only washes."""
    if not is_weighed(mention.start, mention.end, reading.text):
        return ""
    if mention.id in CHALCOGENS.values():
        return "coreactant"
    usual = "solvent" if mention.id == "water" else usual_role(mention)
    is_washing = washes(reading, mention)
    if not usual and _HELPS.search(mention.text):
        usual = "additive"
    if usual in ("byproduct", "additive") and _TEST_MEDIUM.search(reading.text):
        return ""
    if usual == "byproduct":
        return "additive" if is_aqueous_acid(mention) and not is_washing else ""
    return "" if usual == "solvent" and is_washing else usual
