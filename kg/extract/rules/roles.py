"""The roles of solids that a sentence names: film, substrate, matrix, electrode, shell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.patterns import Rule
from kg.extract.reading import Reading
from kg.extract.rules.families import broader, is_oxide, is_particle
from kg.extract.rules.forms import form_of
from kg.extract.rules.laid_down import find_laid_down
from kg.extract.rules.role_patterns import ROLES
from kg.model import Material

#: A name that says its part: "glass substrates", "silicon wafer".
_PLATE_NAME = re.compile(r"\b(?:substrates?|wafers?|slides?)$", re.IGNORECASE)
_ONE_ELEMENT = re.compile(r"[A-Z][a-z]?")
_CHARGE = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]*[+⁺-]$")
#: Behind an element that is a part of what was grown: "Li-containing films".
_PART = re.compile(
    r"\)?\??-(?:containing|based|rich|free|doped|doping|poor|terminated|layers?|layered|functional"
    r"|stable|metallic|component|oxide|[a-z]+-(?:nitride|oxide|carbide|sulfide))\b"
    r"| (?:contents?|fractions?|ratios?|concentrations?|compositions?|percentages?)\b"
    r"| (?:alkoxides?|chalcogenides?|halides?|oxo-?nitrides?|phosphonates?)\b"
)
#: Right before what was coated, or an object of which it is the first part: "ALD-coated LiCoO2/C".
_COATED_AHEAD = re.compile(r"\b(?:coated|modified|treated|covered)\s(?:\S+/\s?)?$", re.IGNORECASE)
#: A particle that is capped is enclosed: the coatings tell it.
_PARTICLE_CAPPED = re.compile(
    r"\b(?:dots?|Q?C?QDs?|NCs?|NPs?|NPLs?|nano\w+|particles?|cores?)\s(?:\(\w+\)\s)?"
    r"(?:(?:were|are|was|is|and)\s)?(?:\w+\s)?capped\s[^.;]*$"
)
_SHELL_BEHIND = re.compile(r"[- ]shell\b")
#: Right before a carrier of a catalyst.
_CARRIED = re.compile(r"\bsupported on (?:[\w-]+ ){0,4}$")
#: Roles of a solid that is no particle.
_FLAT = frozenset({"film", "substrate"})


def find_roles(reading: Reading) -> Iterator[Finding]:
    """Solids in a role that the sentence names; a contact is no film besides."""
    laid = list(find_laid_down(reading))
    yield from laid
    contacts = {f.at for f in laid if getattr(f.content, "role", "") == "electrode"}
    for rule in ROLES:
        for found in rule.find(reading):
            for mention in found["x"]:
                if rule.emits != "film" or mention.start not in contacts:
                    yield from _role_findings(reading, rule, mention)
    for mention in reading.of_kind("material"):
        if _PLATE_NAME.search(mention.text):
            yield _found("substrate", mention.id, mention, "plate-named")


def _role_findings(reading: Reading, rule: Rule, mention: Mention) -> Iterator[Finding]:
    if rule.emits == "dopant":
        yield from _dopant(mention, rule)
        return
    if mention.stack is not None and mention.kind == "stack":
        if rule.emits == "electrode" or rule.id == "transport-stack":
            for layer in dict.fromkeys(mention.stack.formulas):
                yield _found(rule.emits, layer, mention, rule.id)
        return
    if mention.kind != "material" or not _may_be(reading, rule, mention):
        return
    capped = rule.id == "overgrown-with" and is_oxide(mention.id)
    role = "overlayer" if capped else rule.emits
    is_coat = role == "film" and _COAT.match(reading.text, mention.end)
    yield _found(role, mention.id, mention, "coating-of" if is_coat else rule.id)


#: Behind a film that is called a coating.
_COAT = re.compile(
    r"\s(?:\(\w+\)\s)?(?:(?:ALD|atomic layer deposition)\s)?(?:\(\w+\)\s)?coatings?\b"
)


def _may_be(reading: Reading, rule: Rule, mention: Mention) -> bool:
    """Whether a solid may have the role that a rule reads."""
    if rule.id == "ald-film-noun" and not _is_grown(reading, mention):
        return False
    if rule.id == "overlayer" and _SHELL_BEHIND.match(reading.text, mention.end):
        return False
    if rule.id == "capped-by" and _PARTICLE_CAPPED.search(reading.text[: mention.start]):
        return False
    if rule.id == "ald-of" and (
        _COATED_AHEAD.search(reading.text[: mention.start]) or _is_changed(reading, mention)
    ):
        return False
    return rule.emits not in _FLAT or _is_flat(reading, rule, mention)


def _is_flat(reading: Reading, rule: Rule, mention: Mention) -> bool:
    """Whether a solid may be a film or a plate: no particle, no part of a name or of a stack."""
    form = form_of(reading, mention)
    is_layer = rule.id == "film-of" and reading.text.startswith("/", mention.end)
    is_part = _PART.match(reading.text, mention.end) is not None
    if rule.emits == "substrate" and _CARRIED.search(reading.text[: mention.start]):
        return False
    return not (is_particle(form) or form == "powder" or is_layer or is_part)


def _dopant(mention: Mention, rule: Rule) -> Iterator[Finding]:
    """An element that dopes a solid, be it named as an ion."""
    formula = _CHARGE.sub("", mention.id)
    if _ONE_ELEMENT.fullmatch(formula):
        yield _found("dopant", formula, mention, rule.id)


def _is_grown(reading: Reading, mention: Mention) -> bool:
    """Whether the process named right behind a solid is an ALD, or none is named there."""
    behind = [m for m in reading.of_kind("process") if 0 <= m.start - mention.end <= 1]
    return all("ald" in {m.id, *broader("process", m.id)} for m in behind)


#: Processes that change what is there and grow nothing.
_CHANGES = frozenset(
    "annealing cation_exchange anion_exchange ligand_exchange plasma_treatment "
    "surface_pretreatment galvanic_replacement anodization".split()
)


def _is_changed(reading: Reading, mention: Mention) -> bool:
    """ "Cation exchange of Pb", "annealing of ZnO": the process before it grows nothing."""
    before = [m for m in reading.of_kind("process") if m.end <= mention.start]
    if not before or before[-1].id not in _CHANGES:
        return False
    return _OF.fullmatch(reading.between(before[-1], mention)) is not None


_OF = re.compile(r"\s(?:of|the|between)\s(?:[\w-]+\s){0,3}")


def _found(role: str, formula: str, mention: Mention, rule: str) -> Finding:
    return Finding(content=Material(role=role, formula=formula), at=mention.start, rule=rule)
