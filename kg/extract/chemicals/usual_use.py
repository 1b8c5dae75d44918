"""Reagents without a rule, each in the role that its name or its usual use suggests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.extract.chemicals import analytes, ligands
from kg.extract.chemicals.named_source import names_source
from kg.extract.chemicals.not_used import is_set_aside
from kg.extract.chemicals.roles_in_recipes import (
    JOINED,
    as_element,
    is_base,
    part_in_recipe,
    sets_acidity,
    washes,
    weighed_role,
)
from kg.extract.findings import Finding
from kg.extract.knowledge.usual_roles import (
    ACID_OR_BASE,
    COMMON,
    TELLING,
    default_role,
    is_aqueous_acid,
    usual_role,
)
from kg.extract.knowledge.vapour import has_particles
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Chemical
from kg.substances import is_reagent_formula, is_reagent_name

#: Words around a liquid that cleans or etches.
_ETCHING = re.compile(r"etch|dipp?\w*\b|remov|clean|strip|dilut", re.IGNORECASE)
#: Substances with several uses: silanes couple or give silica, polymers cover or dissolve.
_OF_MANY_USES = re.compile(r"silane$|^poly")
#: Words of a sentence in which an oxidant cleans.
_CLEANED = re.compile(r"\b(?:degreas|piranha|pre-?clean|cleaned)\w*", re.IGNORECASE)
#: An ultraviolet lamp, whose ozone cleans.
_UV_OZONE = re.compile(r"\bUV\W{0,3}(?:O3|[Oo]zone)")
_ACRONYM = re.compile(r"[A-Z]{3,}")
#: Before the gas of an annealing, in which no film grows.
_ANNEALED_IN = re.compile(r"\banneal\w*\s+[^.;,]{0,40}\bin\s+(?:an?\s+|flowing\s+|pure\s+)*$")

#: Words for the making of something: without one, a compound of a metal is only mentioned and is no
#: precursor.
MADE = re.compile(
    r"\b(?:deposit|grow|grew|ALD\b|prepar|synthe|dissol|react|mix|add|solution|precursor|dos(?:e|ing)|"
    r"evaluat|combin|infiltrat|carr(?:y|ied)|transport|deliver|puls|fabricat|made\b|convert|inject|exchang|vapou?r|(?:super|sub)?cycles?\b|sequence|expos|from\b|source|reduc|hydroly|obtain|"
    r"g[ai]ve\b|yield|boil|purchas|suppl|us(?:ed|es|ing)\b|report|heated|sol-gel|decompos|treat|process|taken|flask|loaded|charged|placed)\w*",
    re.IGNORECASE,
)


def _sets_ph(mention: Mention, usual: str) -> bool:
    """Return whether a substance of a sentence on the pH is an acid or a base that sets it."""
    if ACID_OR_BASE.fullmatch(mention.text) or is_base(mention):
        return True
    return usual in ("", "byproduct", "additive") and is_aqueous_acid(mention)


#: Words in a mention that determine its role: "oleic acid-capped", "N2 carrier gas".
_ROLE_WORDS = (
    ("ligand", re.compile(r"capped|terminated|passivated|ligand", re.IGNORECASE)),
    ("purge_gas", re.compile(r"carrier|purge", re.IGNORECASE)),
    ("byproduct", re.compile(r"by-?product", re.IGNORECASE)),
)


#: The name of a solid that a recipe dissolves, see :mod:`kg.extract.finders.weighed`.
_DISSOLVED_SOLID = re.compile(r"\boxide$")


def _told_by_name(reading: Reading, mention: Mention) -> str:
    """Return the role that a mention, or the last of its list, names: "TOP and amine ligands"."""
    told = next((role for role, words in _ROLE_WORDS if words.search(mention.text)), "")
    if told or usual_role(mention) != "ligand":
        return told
    behind = (m for m in reading.of_kind("chemical") if m.start > mention.end)
    joined = next((m for m in behind if JOINED.fullmatch(reading.between(mention, m))), None)
    return _told_by_name(reading, joined) if joined is not None else ""


def find_by_usual_use(
    reading: Reading, mention: Mention, is_bought: bool, *, is_known: bool
) -> Iterator[Finding]:
    """Yield a reagent without a rule, in the role that its name or usual use suggests.

    ``is_known`` is true if another mention of it has a role in this sentence.
    """
    if told := _told_by_name(reading, mention):
        yield _named_as(told, mention, "role-in-name")
        return
    usual = default_role(mention.id)
    is_known_kind = is_reagent_formula(mention.text) or is_reagent_name(mention.text)
    if not usual and (is_known_kind or _DISSOLVED_SOLID.search(mention.text)):
        usual = usual_role(mention)
    if _is_electrode_or_ambient(reading, mention) or _is_idle(reading, mention, usual):
        return
    if usual == "coreactant" and _ACRONYM.fullmatch(mention.text):
        return  # three capitals are as often the name of an instrument
    if sets_acidity(reading) and _sets_ph(mention, usual):
        yield _named_as("additive", mention, "sets-ph")
    elif usual in _BY_CONTEXT and not is_known and _BY_CONTEXT[usual](reading, mention):
        yield _named_as(part_in_recipe(reading, mention, usual), mention, f"{usual}-named")
    elif role := part_in_recipe(reading, mention, _used_as(reading, mention, usual, is_bought)):
        yield _named_as(role, mention, "reagent-named")


#: After a solid that is the electrode of a cell and no reagent: "Li2S cathodes".
_OF_CELL = re.compile(r"[\s-](?:composite\s)?(?:cathodes?|anodes?|electrodes?|batter(?:y|ies))\b")


def _is_electrode_or_ambient(reading: Reading, mention: Mention) -> bool:
    """Return whether a substance is set aside, a cell's electrode, or the gas of an annealing."""
    ahead = reading.text[: mention.start]
    if is_set_aside(reading, mention, usual_role(mention)):
        return True
    return bool(_OF_CELL.match(reading.text, mention.end) or _ANNEALED_IN.search(ahead))


def _named_as(role: str, mention: Mention, rule: str) -> Finding:
    return Finding(content=Chemical(role=role, chemical=mention.id), at=mention.start, rule=rule)


def _used_as(reading: Reading, mention: Mention, usual: str, is_bought: bool) -> str:
    """Return the role of a reagent that is weighed, bought, or nearly always has the same role."""
    around = reading.text[max(0, mention.start - 25) : mention.end + 25]
    if names_source(reading, mention):
        return ""  # "the iodine source" is another reagent
    if is_bought and usual in ("additive", "solvent") and _OF_MANY_USES.search(mention.id):
        return ""
    if usual == "coreactant" and (_ETCHING.search(around) or _CLEANED.search(reading.text)):
        return ""
    weighed = weighed_role(reading, mention) or as_element(reading, mention)
    is_telling = usual in TELLING or (is_bought and usual != "")
    return weighed or (usual if is_telling and mention.id not in COMMON else "")


#: Words for the synthesis of particles: a ligand in such a sentence is used as one.
_SYNTHESIS = re.compile(
    r"\b(?:synthes[ie]s|synthesi[sz]\w+|prepar(?:ed|ing|ation)|nucleation|precursors?|flask|inject\w+|"
    r"dosage|shell(?:ing)?|phase transfer)\b",
    re.IGNORECASE,
)


def _is_of_synthesis(reading: Reading, mention: Mention) -> bool:
    """Return whether a sentence on the synthesis of particles names a usual ligand."""
    if washes(reading, mention):
        return False
    if (
        mention.id == "amine"
        or mention.id.endswith("ion")
        or ligands.OF_SALT.match(reading.text, mention.end)
    ):
        return False
    return has_particles(reading) and _SYNTHESIS.search(reading.text) is not None


#: Roles that a substance has without further words if the sentence is on the right subject.
_BY_CONTEXT: dict[str, Callable[[Reading, Mention], bool]] = {
    "analyte": analytes.is_tried,
    "ligand": _is_of_synthesis,
}


def _is_idle(reading: Reading, mention: Mention, usual: str) -> bool:
    """Return whether a reagent is only mentioned, without making anything, or is a lamp's ozone."""
    if mention.id == "ozone" and _UV_OZONE.search(reading.text):
        return True
    return usual in TELLING and not MADE.search(reading.text)
