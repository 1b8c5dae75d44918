"""Formulas of solids from their names, as charges, prefixes and the kinds of metals tell them.

The vocabulary has the names that are common, and those whose formula none of these tells.
"""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from kg.extract.text.trie import one_of

#: The metals by the charge of their ions, where solids have one -> names and symbols. ``large`` are
#: the divalent ions that fill the big place of a perovskite; ``0`` has metals of several charges.
_KINDS: Final = {
    "1": "lithium:Li sodium:Na potassium:K silver:Ag rubidium:Rb cesium:Cs caesium:Cs",
    "2": "magnesium:Mg manganese:Mn cobalt:Co nickel:Ni copper:Cu zinc:Zn cadmium:Cd iron:Fe",
    "large": "calcium:Ca strontium:Sr barium:Ba lead:Pb",
    "3": "aluminum:Al aluminium:Al gallium:Ga indium:In bismuth:Bi scandium:Sc yttrium:Y "
    "lanthanum:La praseodymium:Pr neodymium:Nd samarium:Sm europium:Eu gadolinium:Gd terbium:Tb "
    "dysprosium:Dy holmium:Ho erbium:Er thulium:Tm ytterbium:Yb lutetium:Lu",
    "4": "hafnium:Hf zirconium:Zr thorium:Th",
    "0": "titanium:Ti vanadium:V niobium:Nb tantalum:Ta chromium:Cr molybdenum:Mo tungsten:W "
    "rhenium:Re ruthenium:Ru osmium:Os rhodium:Rh iridium:Ir palladium:Pd platinum:Pt gold:Au "
    "mercury:Hg germanium:Ge tin:Sn antimony:Sb cerium:Ce thallium:Tl uranium:U",
}
#: Name -> symbol and kind.
METALS: Final = {
    name: (symbol, kind)
    for kind, listed in _KINDS.items()
    for name, symbol in (pair.split(":") for pair in listed.split())
}
_CHARGES: Final = {"1": 1, "2": 2, "large": 2, "3": 3, "4": 4}
#: The metals whose compounds with a simple anion need no state: they have only one.
_OF_ONE_STATE: Final = frozenset("Mg Ca Sr Ba Zn Cd Al Ga In Zr Hf Th".split()) | {
    symbol for symbol, kind in METALS.values() if kind == "3" and symbol != "Bi"
}
#: Names that tell the state of a metal -> its symbol and charge.
_STATED: Final = {
    name: (symbol, int(charge))
    for name, symbol, charge in (
        row.split(":")
        for row in (
            "cuprous:Cu:1 cupric:Cu:2 ferrous:Fe:2 ferric:Fe:3 stannous:Sn:2 stannic:Sn:4 "
            "plumbous:Pb:2 plumbic:Pb:4 cobaltous:Co:2 cobaltic:Co:3 manganous:Mn:2 manganic:Mn:3 "
            "nickelous:Ni:2 chromous:Cr:2 chromic:Cr:3 mercurous:Hg:1 mercuric:Hg:2 cerous:Ce:3 "
            "ceric:Ce:4 argentous:Ag:1 thallous:Tl:1 titanous:Ti:3"
        ).split()
    )
}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_SIMPLE: Final = {
    "oxide": ("O", 2), "sulfide": ("S", 2), "selenide": ("Se", 2), "telluride": ("Te", 2),
    "nitride": ("N", 3), "phosphide": ("P", 3), "arsenide": ("As", 3), "antimonide": ("Sb", 3),
    "fluoride": ("F", 1), "boride": ("B", 0), "carbide": ("C", 0), "silicide": ("Si", 0),
    "germanide": ("Ge", 0),
}  # fmt: skip
#: Two anions in one word, as films of them are written.
_DOUBLE: Final = {
    "oxynitride": "ON", "oxysulfide": "OS", "oxyselenide": "OSe", "oxyfluoride": "OF",
    "oxycarbide": "OC", "carbonitride": "CN", "sulfoselenide": "SSe",
}  # fmt: skip
_COUNTS: Final = {"": 1, "mono": 1, "di": 2, "tri": 3, "tetra": 4, "hexa": 6}
_TRIVALENT: Final = frozenset({"Bi", "Sb"}) | {s for s, kind in METALS.values() if kind == "3"}
#: The oxo anion of a salt by the kind of its metal M.
_OXO: Final = {
    "ferrite": {"2": "MFe2O4", "3": "MFeO3"},
    "orthoferrite": {"3": "MFeO3"},
    "hexaferrite": {"large": "MFe12O19"},
    "cobaltite": {"2": "MCo2O4", "large": "MCoO3", "3": "MCoO3"},
    "cobaltate": {"large": "MCoO3", "3": "MCoO3"},
    "chromite": {"2": "MCr2O4", "large": "MCr2O4", "3": "MCrO3"},
    "manganite": {"2": "MMn2O4", "large": "MMnO3", "3": "MMnO3"},
    "aluminate": {"1": "MAlO2", "2": "MAl2O4", "large": "MAl2O4", "3": "MAlO3"},
    "gallate": {"2": "MGa2O4", "large": "MGa2O4", "3": "MGaO3"},
    "nickelate": {"3": "MNiO3"},
    "scandate": {"3": "MScO3"},
    "vanadate": {"large": "MVO3", "3": "MVO4"},
    "phosphate": {"3": "MPO4"},
    "pyrophosphate": {"2": "M2P2O7", "4": "MP2O7"},
    "titanate": {"2": "MTiO3", "large": "MTiO3", "4": "MTiO4"},
    "zirconate": {"2": "MZrO3", "large": "MZrO3", "3": "M2Zr2O7"},
    "hafnate": {"2": "MHfO3", "large": "MHfO3", "3": "M2Hf2O7"},
    "stannate": {"2": "MSnO3", "large": "MSnO3", "3": "M2Sn2O7"},
    "tungstate": {"2": "MWO4", "large": "MWO4"},
    "molybdate": {"2": "MMoO4", "large": "MMoO4"},
    "niobate": {"1": "MNbO3", "2": "MNb2O6", "3": "MNbO4"},
    "tantalate": {"1": "MTaO3", "2": "MTa2O6", "3": "MTaO4"},
    "ruthenate": {"large": "MRuO3"},
    "iridate": {"large": "MIrO3"},
    "cerate": {"large": "MCeO3"},
    "bismuthate": {"large": "MBiO3"},
    "germanate": {"2": "M2GeO4"},
    "silicate": {"2": "M2SiO4", "large": "MSiO3", "3": "M2SiO5", "4": "MSiO4"},
    "disilicate": {"3": "M2Si2O7"},
}
_NOBLE: Final = frozenset({"Au", "Ag", "Pt", "Pd"})
#: The kind that two metals on one place of a crystal make, where it is none of theirs.
_MEANS: Final = {frozenset({"1", "3"}): "large", frozenset({"large", "3"}): "3"}

_METAL: Final = one_of(METALS)
_SYMBOL: Final = one_of(symbol for symbol, _ in METALS.values())
_ANIONS: Final = one_of(
    (*_SIMPLE, *_DOUBLE, *_OXO, "sulphide", "oxysulphide", "sulphoselenide", "alloy")
)
#: A name of one solid: its metals, and its anion with their counts.
NAME: Final = re.compile(
    rf"\b(?:(?P<many>di|tri)?(?P<metals>{_METAL}(?:[- –—‐‑](?:{_METAL}|silicon))*"
    rf"|(?-i:{_SYMBOL}(?:[-–]{_SYMBOL})+(?=[ -](?!alloy)[a-z])))"
    rf"(?: ?\((?P<roman>I{{1,3}}|IV|VI?)\))?|(?P<stated>{one_of(_STATED)}))[- –—‐‑]"
    rf"(?P<count>{one_of((*filter(None, _COUNTS), 'pent', 'penta', 'sesqui', 'hemi'))})?"
    rf"(?P<anion>{_ANIONS})s?\b",
    re.IGNORECASE,
)
_KNOWN: Final = {symbol: (symbol, kind) for symbol, kind in METALS.values()}
_BETWEEN: Final = re.compile(r"[- –—‐‑]")


def formula(name: re.Match[str]) -> str:
    """The formula of a solid by its name, ``""`` where the name does not tell it.

    >>> names = (
    ...     "manganese ferrite",
    ...     "terbium oxide",
    ...     "ferrous sulphide",
    ...     "antimony pentoxide",
    ...     "nickel zinc ferrite",
    ...     "hafnium titanium oxide",
    ...     "gold-copper alloy",
    ...     "tin nitride",
    ... )
    >>> [formula(NAME.search(name)) for name in names]
    ['MnFe2O4', 'Tb2O3', 'FeS', 'Sb2O5', '(Ni,Zn)Fe2O4', 'HfTiOx', 'AuCu', '']
    """
    anion = name["anion"].lower().replace("sulph", "sulf")
    count = (name["count"] or "").lower()
    if count + anion in _OXO:  # "disilicate"
        anion, count = count + anion, ""
    if name["stated"]:
        return "" if count else _balanced(*_STATED[name["stated"].lower()], anion)
    metals = [_metal(printed) for printed in _BETWEEN.split(name["metals"])]
    if len(metals) == 1 and anion in _SIMPLE:
        return _binary(name, *metals[0], anion, count)
    symbols = [symbol for symbol, _ in metals]
    return "" if len(set(symbols)) < len(symbols) else _of_several(metals, anion, count)


def _metal(printed: str) -> tuple[str, str]:
    """The symbol and the kind of a metal, or of silicon."""
    return _KNOWN.get(printed) or METALS.get(printed.lower(), ("Si", "0"))


def _binary(name: re.Match[str], symbol: str, kind: str, anion: str, count: str) -> str:
    """One metal with one simple anion, by the counts or the charge that the name prints."""
    if name["many"]:
        other = _times(_SIMPLE[anion][0], _COUNTS.get(count, 5))
        return f"{symbol}{_COUNTS[name['many'].lower()]}{other}"
    if name["roman"]:
        return "" if count else _balanced(symbol, _ROMAN[name["roman"].lower()], anion)
    return _counted(symbol, kind, anion, count)


def _of_several(metals: list[tuple[str, str]], anion: str, count: str) -> str:
    """Metals with an oxo anion or with two anions, or several of them with one; an alloy."""
    symbols = [symbol for symbol, _ in metals]
    if anion in _OXO and not count:
        return _salt(symbols, {kind for _, kind in metals}, anion)
    if anion == "alloy":
        return "".join(symbols) if len(symbols) > 1 and not count else ""
    if len(metals) == 1:
        return _double(*metals[0], anion) if anion in _DOUBLE else ""
    return _mixed(symbols, anion, count) if anion not in _OXO else ""


def _salt(symbols: list[str], kinds: set[str], anion: str) -> str:
    """The formula of a salt of an oxo anion; metals of one place stand in brackets."""
    kind = kinds.copy().pop() if len(kinds) == 1 else _MEANS.get(frozenset(kinds), "")
    metal = symbols[0] if len(symbols) == 1 else f"({','.join(symbols)})"
    return re.sub(r"M(?![a-z])", metal, _OXO[anion].get(kind, ""))


def _mixed(symbols: list[str], anion: str, count: str) -> str:
    """Metals in one solid, whose shares its name leaves open."""
    if anion in _DOUBLE:
        return "".join(symbols) + _DOUBLE[anion]
    if count not in _COUNTS or anion == "fluoride":
        return ""
    if _NOBLE & set(symbols) and anion == "oxide":  # "gold iron oxide particles" are of both
        return ""
    other = "Ox" if anion == "oxide" else _times(_SIMPLE[anion][0], _COUNTS[count])
    return "".join(symbols) + other


def _counted(symbol: str, kind: str, anion: str, count: str) -> str:
    """A metal with one simple anion, by the count of that or by the charge of the metal."""
    other, charge = _SIMPLE[anion]
    if not count:
        return _balanced(symbol, _CHARGES[kind], anion) if symbol in _OF_ONE_STATE else ""
    if count == "sesqui" or (count == "tri" and charge == 2 and symbol in _TRIVALENT):
        return f"{symbol}2{other}3"
    if count.startswith("pent"):
        return f"{symbol}2{other}5" if charge == 2 else ""
    if count == "hemi":
        return f"{symbol}2{other}"
    is_volatile = count in ("tetra", "hexa") and other != "B"
    return "" if is_volatile else symbol + _times(other, _COUNTS[count])


def _double(symbol: str, kind: str, anion: str) -> str:
    if kind == "3" and anion in ("oxysulfide", "oxyselenide") and symbol not in ("Al", "Ga", "In"):
        return f"{symbol}2O2{_DOUBLE[anion][1:]}"
    return symbol + _DOUBLE[anion]


def _balanced(symbol: str, charge: int, anion: str) -> str:
    """The formula that is neutral; ``""`` for an anion without a charge of its own."""
    other, needed = _SIMPLE.get(anion, ("", 0))
    if not needed:
        return ""
    shared = gcd(charge, needed)
    return _times(symbol, needed // shared) + _times(other, charge // shared)


def _times(symbol: str, count: int) -> str:
    return symbol if count == 1 else f"{symbol}{count}"
