"""Formulas of solids from their names, by charges, prefixes and the kinds of metals.

The vocabulary has the common names, and those whose formula cannot be derived in this way.
"""

from __future__ import annotations

import re
from importlib.resources import files
from math import gcd
from typing import Final

from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of
from kg.notation.symbols import SYMBOL
from kg.substances.names import BRITISH, SYMBOL_OF

#: Group -> key -> entries, each split at its colons; see the comments of the file.
_TABLES: Final[dict[str, dict[str, list[list[str]]]]] = {}
for _row in (
    (files("kg.extract.finders") / "solid_names.tsv").read_text(encoding="utf-8").splitlines()
):
    if not _row.startswith("#"):
        _group, _key, _listed = _row.split("\t")
        _TABLES.setdefault(_group, {})[_key] = [entry.split(":") for entry in _listed.split()]

_KIND_OF: Final = {symbol: kind for kind, row in _TABLES["metals"].items() for (symbol,) in row}
_ACTINIDES: Final = {"thorium": "Th", "uranium": "U"}
#: Name -> symbol and kind.
METALS: Final = {
    name: (symbol, _KIND_OF[symbol])
    for name, symbol in (SYMBOL_OF | BRITISH | _ACTINIDES).items()
    if symbol in _KIND_OF
}
_KNOWN: Final = {symbol: (symbol, kind) for symbol, kind in METALS.values()}
_CHARGES: Final = {"1": 1, "2": 2, "large": 2, "3": 3, "4": 4}
_SETS: Final = {key: frozenset(name for (name,) in row) for key, row in _TABLES["set"].items()}
_OF_CHARGE_3: Final = {symbol for symbol, kind in _KIND_OF.items() if kind == "3"} | {"Sb"}
#: The metals whose compounds with a simple anion need no oxidation state: they have only one.
_OF_ONE_STATE: Final = _SETS["one state"]
#: The metals with only one state in salts and in compounds with other metals.
_OF_KNOWN_CHARGE: Final = _OF_ONE_STATE | _SETS["known charge"]
STATED, _SALTS, _BINARY = (
    {name: (symbol, int(charge)) for name, symbol, charge in _TABLES[group][""]}
    for group in ("stated", "salts", "simple")
)
_SIMPLE: Final = _BINARY | _SALTS
_DOUBLE: Final = dict(_TABLES["double"][""])
_OXO: Final = {anion: dict(row) for anion, row in _TABLES["oxo"].items()}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_COUNTS: Final = {"": 1, "mon": 1, "mono": 1, "di": 2, "tri": 3, "tetr": 4, "tetra": 4, "hexa": 6}
_NOBLE: Final = frozenset({"Au", "Ag", "Pt", "Pd"})
#: The kind of two metals together on one site of a crystal, if it is neither of theirs.
_MEANS: Final = {frozenset({"1", "3"}): "large", frozenset({"large", "3"}): "3"}

_METAL: Final = one_of(METALS)
_SYMBOL: Final = one_of(symbol for symbol, _ in METALS.values())
#: Other spellings of anions -> those of the tables.
_SPELLINGS: Final = {
    "sulph": "sulf",
    "oxide hydroxide": "oxyhydroxide",
    "aluminium garnet": "aluminum garnet",
}
_OTHER_ANIONS: Final = (
    *"sulphide sulphate oxysulphide sulphoselenide alloy".split(),
    "oxide hydroxide",
    "aluminium garnet",
)
_ANIONS: Final = one_of((*_SIMPLE, *_DOUBLE, *_OXO, *_OTHER_ANIONS))
_SECOND: Final = "sul(?:f|ph)ide|selenide|telluride|phosphide|arsenide|antimonide"
_SHAPE: Final = (
    r"(?:nano(?!comp)\w+|films?|layers?|particles?|foils?|membranes?|clusters?|cubes?|rods?|wires?|"
    r"dendrites?)"
)
#: Kinds of the metals of a double halide -> the counts of the metals and of the halogen.
_HALIDES: Final = {("1", "large"): "113", ("1", "4"): "216", ("1", "1", "3"): "2116"}
_FLUORIDES: Final = {("1", "3"): "114", ("1", "2"): "113"} | _HALIDES
_HALOGENS: Final = ("fluoride", "chloride", "bromide", "iodide")
#: Metals that are too small for the large site of a perovskite.
_SMALL: Final = _SETS["small"]
_ALKALIS: Final = _SETS["alkalis"]
#: Anions whose alkali salts are reagents.
_OF_ALKALIS: Final = _SETS["of alkalis"]
_JOINT: Final = "[- –—‐‑]"
#: A name of one solid: its metals, and its anion with their counts; or an alloy and its shape.
NAME: Final = Rare(
    rf"\b(?:(?P<many>di|tri)?(?P<metals>{_METAL}(?:{_JOINT}(?:{_METAL}|silicon))*"
    rf"|(?-i:{_SYMBOL}(?:[-–]{_SYMBOL})+(?=[ -](?!alloy)[a-z])))"
    rf"(?: ?\((?P<roman>I{{1,3}}|IV|VI?)\))?|(?P<stated>{one_of(STATED)}))(?:{_JOINT}"
    rf"(?P<count>{one_of((*filter(None, _COUNTS), 'pent', 'penta', 'sesqui', 'hemi'))})?"
    rf"(?P<anion>{_ANIONS})s?\b(?: (?P<second>{_SECOND})\b)?|(?<=[a-z])(?= {_SHAPE}\b))",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(_JOINT)


def formula(name: re.Match[str]) -> str:
    """Return the formula of a solid from its name, ``""`` if it cannot be derived.

    >>> names = "manganese ferrite, ferrous sulphide, antimony pentoxide, hafnium titanium oxide"
    >>> [formula(name) for name in NAME.finditer(names)]
    ['MnFe2O4', 'FeS', 'Sb2O5', 'HfTiOx']
    """
    if name["anion"] is None and (name["stated"] or name["roman"] or " " in name["metals"]):
        return ""
    anion, count = _anion(name), (name["count"] or "").lower()
    if count + anion in _OXO:  # "disilicate"
        anion, count = count + anion, ""
    metals, charge = _metals(name)
    if charge and len(metals) == 1:
        symbol, kind = metals[0]
        if anion in _SIMPLE or anion == "oxyhydroxide":
            return "" if count else _balanced(symbol, charge, anion)
        metals = [(symbol, kind if kind == "large" else str(charge))]
    if len(metals) == 1 and anion in _SIMPLE and not name["second"]:
        return _binary(name, *metals[0], anion, count)
    symbols = [symbol for symbol, _ in metals]
    if len(set(symbols)) < len(symbols):
        return ""
    if name["second"] and anion in _SIMPLE:  # "cadmium selenide telluride"
        other = name["second"].lower().replace("sulph", "sulf")
        return "".join(symbols) + _SIMPLE[anion][0] + _SIMPLE[other][0]
    return _of_several(metals, anion, count)


def may_react(name: re.Match[str]) -> bool:
    """Return whether a name is that of a reagent as often as of a solid: copper chloride.

    >>> names = "sodium stannate, zinc stannate, nickel sulfate"
    >>> [may_react(name) for name in NAME.finditer(names)]
    [True, False, True]
    """
    (metals, _), anion = _metals(name), _anion(name)
    is_soluble = metals[0][0] in _ALKALIS and anion in _OF_ALKALIS
    return len(metals) == 1 and (is_soluble or anion in _SALTS)


def _anion(name: re.Match[str]) -> str:
    anion = (name["anion"] or "alloy").lower()
    for spelling, known in _SPELLINGS.items():
        anion = anion.replace(spelling, known)
    return anion


def _metals(name: re.Match[str]) -> tuple[list[tuple[str, str]], int]:
    """Return the metals of a name with their kinds, and the charge that it prints or 0."""
    if name["stated"]:
        symbol, charge = STATED[name["stated"].lower()]
        return [(symbol, "0")], charge
    metals = [_metal(printed) for printed in _BETWEEN.split(name["metals"])]
    return metals, _ROMAN[name["roman"].lower()] if name["roman"] else 0


def _metal(printed: str) -> tuple[str, str]:
    """Return the symbol and the kind of a metal, or of silicon."""
    return _KNOWN.get(printed) or METALS.get(printed.lower(), ("Si", "0"))


def _binary(name: re.Match[str], symbol: str, kind: str, anion: str, count: str) -> str:
    """Return the formula of one metal with one simple anion, by the printed counts or charge."""
    if name["many"]:
        other = _times(_SIMPLE[anion][0], _COUNTS.get(count, 5))
        return f"{symbol}{_COUNTS[name['many'].lower()]}{other}"
    return _counted(symbol, kind, anion, count)


def _of_several(metals: list[tuple[str, str]], anion: str, count: str) -> str:
    """Return the formula of an alloy, or of metals with an oxo anion or with several anions."""
    symbols = [symbol for symbol, _ in metals]
    if anion in _OXO and not count:
        return _salt(symbols, {kind for _, kind in metals}, anion)
    if anion == "alloy":
        return "".join(symbols) if len(symbols) > 1 and not count else ""
    if len(metals) == 1:
        return _double(*metals[0], anion) if anion in _DOUBLE else ""
    if anion in _HALOGENS:
        return _double_halide(metals, anion) if not count else ""
    is_told = anion not in _OXO and anion != "oxide" and not count
    return (is_told and _neutral(metals, anion)) or _mixed(symbols, anion, count)


def _double_halide(metals: list[tuple[str, str]], anion: str) -> str:
    """Return the formula of a halide by the kinds of its metals: "lithium yttrium fluoride"."""
    of_kinds = _FLUORIDES if anion == "fluoride" else _HALIDES
    counts = of_kinds.get(tuple(kind for _, kind in metals), "")
    symbols = (*(symbol for symbol, _ in metals), _SIMPLE[anion][0])
    return "" if "Al" in symbols else "".join(map(_times, symbols, map(int, counts)))


def _neutral(metals: list[tuple[str, str]], anion: str) -> str:
    """Return the neutral formula of two metals of unlike charges in equal shares: BaZrS3.

    ``""`` if there is none.
    """
    charges = {_CHARGES[kind] for symbol, kind in metals if symbol in _OF_KNOWN_CHARGE}
    other, needed = _SIMPLE.get(anion, ("", 0))
    if len(metals) != 2 or len(charges) != 2 or not needed or sum(charges) % needed:
        return ""
    return "".join(symbol for symbol, _ in metals) + _times(other, sum(charges) // needed)


def _salt(symbols: list[str], kinds: set[str], anion: str) -> str:
    """Return the formula of a salt of an oxo anion; metals of one site are put in brackets."""
    if len(kinds) > 1:
        form = _shared_place(symbols, _MEANS.get(frozenset(kinds), ""), anion)
    else:
        form = _OXO[anion].get(next(iter(kinds)), "")
    if not form:
        return _with_open_shares(symbols, anion)
    metal = symbols[0] if len(symbols) == 1 else f"({','.join(symbols)})"
    return re.sub(r"M(?![a-z])", metal, form)


def _shared_place(symbols: list[str], mean: str, anion: str) -> str:
    """Return the form of a salt whose metals of unlike charges share the large perovskite site."""
    if not mean or not _SMALL.isdisjoint(symbols):
        return ""
    forms = [_OXO[anion].get(kind, "") for kind in (mean, "large")]
    # a perovskite has one metal on this site ("MTiO3"), other salts have more ("M2Ti2O7")
    return next((form for form in forms if form[1:2].isalpha()), "")


def _with_open_shares(metals: list[str], anion: str) -> str:
    """Return the formula of a salt with unknown shares: hafnium aluminate, lead iron tungstate."""
    centre = SYMBOL.findall(next(iter(_OXO[anion].values()))[1:])[0]
    is_salt = centre not in metals and not _ALKALIS.issuperset(metals)
    return f"{''.join(metals)}{centre}Ox" if is_salt else ""


def _mixed(symbols: list[str], anion: str, count: str) -> str:
    """Return the formula of a solid of several metals in unknown shares."""
    if anion in _DOUBLE:
        return "".join(symbols) + _DOUBLE[anion]
    if anion == "hydroxide":
        return "".join(symbols) + "(OH)x"
    if anion in _OXO or anion in _SALTS or count not in _COUNTS:
        return ""
    if _NOBLE & set(symbols) and anion == "oxide":  # "gold iron oxide particles" consist of both
        return ""
    other = "Ox" if anion == "oxide" else _times(_SIMPLE[anion][0], _COUNTS[count])
    return "".join(symbols) + other


def _counted(symbol: str, kind: str, anion: str, count: str) -> str:
    """Return the formula of a metal with a simple anion, by its count or the metal's charge."""
    other, charge = _SIMPLE[anion]
    if not count:
        is_salt = anion in _SALTS or anion == "fluoride"
        is_known = symbol in (_OF_KNOWN_CHARGE if is_salt else _OF_ONE_STATE)
        is_oxo = anion in _SALTS and anion not in _HALOGENS
        return _balanced(symbol, _CHARGES.get(kind, 0), anion) if is_known or is_oxo else ""
    if count == "sesqui" or (count == "tri" and charge == 2 and symbol in _OF_CHARGE_3):
        return f"{symbol}2{other}3"
    if count.startswith("pent"):
        return f"{symbol}2{other}5" if charge == 2 else ""
    if count == "hemi":
        return f"{symbol}2{other}"
    is_volatile = count in ("tetr", "tetra", "hexa") and other != "B"
    return "" if is_volatile else symbol + _times(other, _COUNTS[count])


def _double(symbol: str, kind: str, anion: str) -> str:
    if kind == "3" and anion in ("oxysulfide", "oxyselenide") and symbol not in _SMALL:
        return f"{symbol}2O2{_DOUBLE[anion][1:]}"
    is_reagent = kind != "3" and anion in ("oxychloride", "oxybromide", "oxyiodide")
    return "" if is_reagent else symbol + _DOUBLE[anion]


def _balanced(symbol: str, charge: int, anion: str) -> str:
    """Return the neutral formula; ``""`` for an anion without a charge of its own."""
    if anion == "oxyhydroxide":
        return f"{symbol}OOH" if charge == 3 else ""
    other, needed = _SIMPLE.get(anion, ("", 0))
    if not needed or not charge:
        return ""
    shared = gcd(charge, needed)
    return _times(symbol, needed // shared) + _times(other, charge // shared)


def _times(symbol: str, count: int) -> str:
    if count == 1:
        return symbol
    return f"{symbol}{count}" if SYMBOL.fullmatch(symbol) else f"({symbol}){count}"
