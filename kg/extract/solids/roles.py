"""Find the roles of solids that a sentence names: film, substrate, matrix, electrode, shell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.findings import Finding, formula_of, role_of, solid_finding
from kg.extract.knowledge.families import CATALYST_METALS, is_oxide, is_particle, is_tube
from kg.extract.knowledge.vapour import VAPOUR, is_vapour_growth
from kg.extract.mentions import Mention
from kg.extract.patterns import Rule, find_all
from kg.extract.reading import Reading
from kg.extract.solids.as_roles import find_as_roles
from kg.extract.solids.device_roles import find_device_roles
from kg.extract.solids.forms import form_of
from kg.extract.solids.named_roles import find_named_roles
from kg.extract.solids.role_patterns import ROLES
from kg.extract.text.rare import Rare
from kg.model import Material

#: A name that includes the role: "glass substrates", "silicon wafer".
_PLATE_NAME = re.compile(r"\b(?:substrates?|wafers?|slides?)$", re.IGNORECASE)
_PLATE = re.compile(r"\s(?:\w+\s)?(?:wafers?|slides?)\b")
#: A name that includes the word for an electrode.
_ELECTRODE_NAME = Rare(r"\bmetal (?:anodes?|cathodes?|electrodes?)$", re.IGNORECASE)
#: Words after an element that is only a part of what was grown: "Li-containing films".
_PART = re.compile(
    r"\s(?:\w+\s)?(?:nano)?catalysts?\b|\)?\??-(?:containing|based|rich|free|doped|doping|poor|"
    r"terminated|layers?|layered|functional|stable|conducting|ion|metallic|component|oxide)\b|"
    r"\(I{1,3}V?\) [a-z]|[ -](?:[Pp]oly[a-z]+|[a-z]+phthalates?)\b|"
    r" (?:atoms?|alkoxides?|chalcogenides?|halides?|oxo-?nitrides?|phosphonates?)\b"
)
#: Words before a coated solid, or before an object that it begins: "ALD-coated LiCoO2/C".
_COATED_AHEAD = re.compile(r"\b(?:coated|modified|treated|covered)\s(?:\S+/\s?)?$", re.IGNORECASE)
#: Words after the solid of a photoelectrode.
_PHOTOELECTRODE = re.compile(
    r"\s(?:nano\w+\s|NWs?\s|NRs?\s|NTs?\s)?(?:arrays?\s|films?\s)?"
    r"photo-?(?:electrodes?|anodes?|cathodes?)\b"
)
_PHOTOELECTRODE_AHEAD = Rare(
    r"photo-?(?:electrode|anode|cathode)s?\s(?:of|from)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
#: Words after the metal of a catalyst.
_CATALYST = re.compile(
    r"(?:-based(?:\s[\w-]+){0,2})?\s(?:nano)?catalysts?\b(?! (?:layer|film|bed))"
)
#: Words before a carrier of a catalyst.
_CARRIED = re.compile(r"\bsupported on (?:[\w-]+ ){0,4}$")
#: Words before the host of a dopant, which is not a matrix: "W⁶⁺ in the TiO2 matrix".
_DISSOLVED = re.compile(
    r"(?:[+⁺]|\b(?:ions?|dopants?|atoms?|vacanc\w+|interstitials?|solubility))[^.;]{0,30}"
    r"\s(?:in|into|within) (?:the |an? )(?:\w+ )?$"
)
#: Roles of a solid that is not a particle.
_FLAT = frozenset({"film", "substrate"})


def find_roles(reading: Reading) -> Iterator[Finding]:
    """Yield the roles of solids that a sentence names."""
    for rule, found in find_all(ROLES, reading):
        for mention in found["x"]:
            yield from (_bare_core(reading, f) for f in _role_findings(reading, rule, mention))
    for rule_id, role, mention in (
        *find_as_roles(reading),
        *find_named_roles(reading),
        *find_device_roles(reading),
    ):
        if _may_have(reading, role, mention):
            yield _bare_core(reading, solid_finding(role, mention, rule_id))
    yield from _by_the_word_behind(reading)


#: What a passage says in which a core has something around it.
_AROUND = re.compile(
    r"shell|crown|coat|cladd?ing|cladded|overgr|encapsul|embed|wrapp|covered|hetero|dot-in|@|"
    r"seed|giant",
    re.IGNORECASE,
)


def _bare_core(reading: Reading, finding: Finding) -> Finding:
    """Return a core as a nanocrystal if the passage describes nothing around it."""
    passage = reading.sentence.passage
    if role_of(finding) != "core" or _AROUND.search(passage.text):
        return finding
    return replace(finding, content=Material(role="nanocrystal", formula=formula_of(finding)))


def _by_the_word_behind(reading: Reading) -> Iterator[Finding]:
    """Yield photoelectrodes, catalysts and their carriers, and plates named as such."""
    for mention in reading.of_kind("material"):
        is_ahead = _PHOTOELECTRODE_AHEAD.search(reading.text, 0, mention.start)
        if is_ahead or _PHOTOELECTRODE.match(reading.text, mention.end):
            yield solid_finding("electrode", mention, "electrode")
        if _CATALYST.match(reading.text, mention.end):
            yield from _of_catalyst(reading, mention)
        if _ELECTRODE_NAME.search(mention.text):
            yield solid_finding("electrode", mention, "electrode")
        if _PLATE_NAME.search(mention.text):
            yield solid_finding("substrate", mention, "plate-named")


def _of_catalyst(reading: Reading, mention: Mention) -> Iterator[Finding]:
    """Yield the metal of "the Pd catalyst", and the carrier of "Pd/TiO2 catalysts"."""
    metals = [m for m in reading.of_kind("material") if m.id in CATALYST_METALS]
    for metal in metals:
        is_carried = reading.text[metal.end : mention.start] == "/"
        if metal is mention or is_carried:
            yield solid_finding("nanocrystal", metal, "catalyst-named")
        if is_carried:
            yield solid_finding("support", mention, "catalyst-named")


def _role_findings(reading: Reading, rule: Rule, mention: Mention) -> Iterator[Finding]:
    if mention.stack is not None and mention.kind == "stack":
        if rule.emits == "electrode" or rule.id == "encapsulated-with":
            for layer in dict.fromkeys(mention.stack.formulas):
                yield solid_finding(rule.emits, mention, rule.id, formula=layer)
        return
    if mention.kind != "material" or not _may_be(reading, rule, mention):
        return
    if rule.emits in _OF_GROWTH:
        role = _OF_GROWTH[rule.emits]
        if _is_of_growth(reading, role, mention):
            yield solid_finding(role, mention, rule.id)
        return
    if rule.id == "gate-metal" and is_oxide(mention.id):
        yield solid_finding("film", mention, "film-of")
        return
    is_coat = rule.emits == "film" and _COAT.match(reading.text, mention.end)
    yield solid_finding(rule.emits, mention, "coating-of" if is_coat else rule.id)


#: What a passage on films from vapours names.
_FROM_VAPOUR = re.compile(
    r"\b(?:PE-?)?[AM]LD\b|\b\w*CVD\b|\b(?:atomic layer|vapou?r(?:[- ]phase)?) deposition\b",
    re.IGNORECASE,
)
#: What rules emit that hold in texts on growth from vapours only -> the role.
_OF_GROWTH = {"below": "substrate", "grown": "film"}


def _is_of_growth(reading: Reading, role: str, mention: Mention) -> bool:
    """Return whether a passage is about growth from vapours and its solid is no particle."""
    if role == "substrate":
        return is_vapour_growth(reading) and is_flat(reading, role, mention)
    return (
        _FROM_VAPOUR.search(reading.sentence.passage.text) is not None
        and not form_of(reading, mention)
        and is_flat(reading, role, mention)
    )


#: Words after a film that is called a coating.
_COAT = re.compile(
    r"\s(?:\(\w+\)\s)?(?:(?:ALD|atomic layer deposition)\s)?(?:\(\w+\)\s)?coatings?\b"
)


#: Words around a layer that was removed: "the ZnO layer was dissolved", "to remove a SiO2 layer".
_NO_FILM = re.compile(
    r"/| (?:\w+ ){0,2}?(?:films?|layers?) (?:was|were|is|are) (?:then |\w+ly )?(?:removed|stripped|"
    r"dissolved|etched away|peeled off|lifted off)\b"
)
_REMOVING = Rare(r"\b(?:remov|[Ss]trip)(?:e[sd]?|ing|ped|s|ping)? (?:the |an? |any )?(?:\w+ )?$")
#: Words for a layer that was omitted: "without an AlN seed layer".
_SPARED = re.compile(r"\b(?:without|no need for)(?: the use of)? (?:an?|any|the|additional|\s)*$")
_UNCONVERTED = re.compile(
    r"\b(?:not|never|cannot|without|no)\s(?:[a-z]+\s){0,2}?(?:conver|transform)\w+[^.;,]*$"
)
_TO_GROW_ON = re.compile(
    r" (?:seed|buffer|adhesion|nucleation|wetting|template|priming)(?:ing)? (?:inter)?layers?\b"
)


def _may_be(reading: Reading, rule: Rule, mention: Mention) -> bool:
    """Return whether a solid may have the role that a rule reads."""
    if rule.id == "colloids-of" and VAPOUR.search(reading.sentence.passage.text):
        return False
    if rule.id == "film-of" and _NO_FILM.match(reading.text, mention.end):
        return False
    ahead = reading.text[: mention.start]
    if rule.id == "film-of" and _REMOVING.search(reading.text, 0, mention.start):
        return False
    if rule.emits == "product" and _UNCONVERTED.search(ahead):
        return False
    if _TO_GROW_ON.match(reading.text, mention.end) and _SPARED.search(ahead):
        return False
    return _may_have(reading, rule.emits, mention)


def _may_have(reading: Reading, role: str, mention: Mention) -> bool:
    if role == "matrix" and _DISSOLVED.search(reading.text[: mention.start]):
        return False
    return role not in _FLAT or is_flat(reading, role, mention)


def is_flat(reading: Reading, role: str, mention: Mention) -> bool:
    """Return whether a solid may be a film or a substrate: not a particle or a part of a name."""
    is_plate = _PLATE.match(reading.text, mention.end) is not None
    if role == "substrate" and not is_plate and _CARRIED.search(reading.text[: mention.start]):
        return False
    if role == "film" and _COATED_AHEAD.search(reading.text[: mention.start]):
        return False
    form = form_of(reading, mention)
    is_part = _PART.match(reading.text, mention.end) is not None
    is_thread = role == "film" and is_tube(mention.text, reading.text[mention.end :])
    return not (is_particle(form) or form == "powder" or is_part or is_thread)
