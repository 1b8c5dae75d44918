"""Names of solids that charge balance gives a formula: "manganese ferrite", "terbium oxide".

The vocabulary has the names that are common, and those whose formula the charges do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import gcd

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of
from kg.substances.names import METAL_NAMES

#: The charge of a metal's ion in its solids, where it has one -> names and symbols.
_CATIONS = {
    1: "lithium:Li sodium:Na potassium:K silver:Ag",
    2: "magnesium:Mg calcium:Ca strontium:Sr barium:Ba manganese:Mn cobalt:Co nickel:Ni copper:Cu "
    "zinc:Zn cadmium:Cd lead:Pb",
    3: "aluminum:Al aluminium:Al gallium:Ga indium:In bismuth:Bi scandium:Sc yttrium:Y "
    "lanthanum:La praseodymium:Pr neodymium:Nd samarium:Sm europium:Eu gadolinium:Gd terbium:Tb "
    "dysprosium:Dy holmium:Ho erbium:Er thulium:Tm ytterbium:Yb lutetium:Lu",
    4: "hafnium:Hf zirconium:Zr",
}
_METALS = {
    name: (symbol, charge)
    for charge, listed in _CATIONS.items()
    for name, symbol in (pair.split(":") for pair in listed.split())
}
#: The anion of a mixed oxide beside a cation of a charge.
_OXO = {
    "ferrite": {2: "Fe2O4", 3: "FeO3"},
    "cobaltite": {2: "Co2O4", 3: "CoO3"},
    "chromite": {2: "Cr2O4", 3: "CrO3"},
    "manganite": {2: "Mn2O4", 3: "MnO3"},
    "aluminate": {1: "AlO2", 2: "Al2O4", 3: "AlO3"},
    "gallate": {2: "Ga2O4"},
    "nickelate": {3: "NiO3"},
    "scandate": {3: "ScO3"},
    "vanadate": {3: "VO4"},
    "phosphate": {3: "PO4"},
    "titanate": {2: "TiO3"},
    "zirconate": {2: "ZrO3"},
    "hafnate": {2: "HfO3"},
    "stannate": {2: "SnO3"},
    "tungstate": {2: "WO4"},
    "molybdate": {2: "MoO4"},
    "niobate": {1: "NbO3"},
    "tantalate": {1: "TaO3"},
    "silicate": {4: "SiO4"},
}
#: Simple anions; the salts of metals of one state alone are told by their charges.
_SIMPLE = {
    "oxide": ("O", 2), "sulfide": ("S", 2), "selenide": ("Se", 2), "telluride": ("Te", 2),
    "nitride": ("N", 3), "phosphide": ("P", 3), "arsenide": ("As", 3), "fluoride": ("F", 1),
}  # fmt: skip
_OF_ONE_STATE = frozenset("Mg Ca Sr Ba Zn Cd Al Ga In".split()) | {
    symbol for symbol, charge in _METALS.values() if charge in (3, 4) and symbol != "Bi"
}
_NAME = Rare(
    rf"\b(?P<metal>{one_of(_METALS)})[ -](?P<anion>{one_of((*_OXO, *_SIMPLE))})s?\b", re.IGNORECASE
)
#: Bridging anions of hybrid films, whose salts have no short formula.
_HYBRID = Rare(
    rf"\b(?P<metal>{one_of(METAL_NAMES)}|[A-Z][a-z]?)[ -]"
    r"(?P<anion>terephthalate|fumarate|succinate|adipate|squarate|naphthalenedicarboxylate|"
    r"benzenedicarboxylate|terephthalic acid|quinolinolate|quinolinate)\b",
    re.IGNORECASE,
)
_METAL_AHEAD = Rare(rf"\b(?:{one_of(METAL_NAMES)})[ -]$", re.IGNORECASE)


@settles("ald_compounds")
def with_compounds(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the solids that only their names tell.

    A binary name behind another metal is a part of a ternary one: "gadolinium iron oxide".
    """
    known = {(m.start, m.end) for m in mentions if m.kind == "material"}
    found = (m for m in _compounds(text) if (m.start, m.end) not in known)
    return tuple(m for m in (*mentions, *found) if not _is_of_ternary(m, text))


def _compounds(text: str) -> Iterator[Mention]:
    for match in _NAME.finditer(text):
        formula = _formula(match["metal"].lower(), match["anion"].lower())
        if formula:
            yield _solid(match, formula)
    for match in _HYBRID.finditer(text):
        symbol, _ = _METALS.get(match["metal"].lower(), (match["metal"], 0))
        yield _solid(match, f"{symbol}-{match['anion'].lower()}")


def _solid(match: re.Match[str], formula: str) -> Mention:
    start, end = match.span()
    return Mention(start=start, end=end, kind="material", id=formula, text=match.group())


def _formula(metal: str, anion: str) -> str:
    """The formula of a metal's compound, ``""`` where charges do not tell it.

    >>> [_formula(*name.split()) for name in ("manganese ferrite", "terbium oxide", "zinc nitride")]
    ['MnFe2O4', 'Tb2O3', 'Zn3N2']
    """
    symbol, charge = _METALS[metal]
    if anion in _OXO:
        behind = _OXO[anion].get(charge, "")
        return symbol + behind if behind and not behind.startswith(symbol) else ""
    if symbol not in _OF_ONE_STATE:
        return ""
    other, needed = _SIMPLE[anion]
    shared = gcd(charge, needed)
    return _counted(symbol, needed // shared) + _counted(other, charge // shared)


def _counted(symbol: str, count: int) -> str:
    return symbol if count == 1 else f"{symbol}{count}"


def _is_of_ternary(mention: Mention, text: str) -> bool:
    """Whether a binary compound by name stands behind another metal."""
    is_binary = mention.kind == "material" and " " in mention.text and mention.text[0].islower()
    return is_binary and _METAL_AHEAD.search(text, 0, mention.start) is not None
