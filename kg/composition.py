"""Classes of compounds by formula, for queries such as "any oxide" or "any lead chalcogenide".

The class depends on the elements alone: the cations are the metals and metalloids, the anions the
non-metals. A placeholder counts as its family: ``E`` is a chalcogen, ``X`` in a perovskite a
halogen (in ``MX2`` and ``PbX`` papers also write it for chalcogens, so there it gives no class).
Carbonates and phosphates count as oxides. Hydroxides, nitrates, sulfates, and borides and silicides
of one metal have no class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from kg.notation import NotationError, elements, parse_formula
from kg.notation.model import Formula
from kg.notation.symbols import (
    BRACKETED,
    ELEMENTS,
    FRAMEWORKS,
    GROUPS,
    METALLOIDS,
    NONMETALS,
    PLACEHOLDERS,
    words,
)

_ANIONS: Final = {
    "O": ("Oxide",),
    "S": ("Sulfide", "ChalcogenCompound"),
    "Se": ("Selenide", "ChalcogenCompound"),
    "Te": ("Telluride", "ChalcogenCompound"),
    "E": ("ChalcogenCompound",),
    "F": ("Fluoride", "Halide"),
    "Cl": ("Chloride", "Halide"),
    "Br": ("Bromide", "Halide"),
    "I": ("Iodide", "Halide"),
    "N": ("Nitride", "Pnictide"),
    "P": ("Phosphide", "Pnictide"),
    "As": ("Arsenide", "Pnictide"),
    "Sb": ("Antimonide", "Pnictide"),
    "C": ("Carbide",),
}
#: Binary and mixed semiconductors by the groups of their elements: cations, anions, class.
_SEMICONDUCTORS: Final = (
    (words("Zn Cd Hg"), words("O S Se Te E"), "IIVISemiconductor"),
    (words("B Al Ga In"), words("N P As Sb"), "IIIVSemiconductor"),
    (words("Ge Sn Pb"), words("S Se Te E"), "IVVISemiconductor"),
)
_REPLACING: Final = words("Mg Be")
_LEAD_CHALCOGENS: Final = words("S Se Te E")
_HALOGENS: Final = words("F Cl Br I X")
_ORGANIC_CATIONS: Final = words("MA FA PEA BA EA GA")
#: Symbols of the grammar; other symbols are organic cations abbreviated by a paper itself.
_KNOWN: Final = ELEMENTS | PLACEHOLDERS | GROUPS.keys() | BRACKETED.keys()
#: Letters that denote metals in the grammar.
_METAL_LETTERS: Final = words("M A Ln RE Ae")
_PEROVSKITE_CATIONS: Final = words("Cs Rb K A") | _ORGANIC_CATIONS
_PEROVSKITE_METALS: Final = words("Pb Sn Ge Bi Sb Ag In Mn M")
#: Solids known by an abbreviation or a name, with the formula of their main component.
_NAMED: Final = {
    "ITO": "In2O3",
    "FTO": "SnO2",
    "AZO": "ZnO",
    "GZO": "ZnO",
    "IZO": "In2O3",
    "IGZO": "InGaZnO4",
    "ATO": "SnO2",
    "YSZ": "ZrO2",
    "sapphire": "Al2O3",
    "AAO": "Al2O3",
    "alumina": "Al2O3",
    "silica": "SiO2",
    "quartz": "SiO2",
    "titania": "TiO2",
    "zirconia": "ZrO2",
    "hafnia": "HfO2",
    "HZO": "Hf0.5Zr0.5O2",
    "STO": "SrTiO3",
    "BTO": "BaTiO3",
    "PZT": "PbZrTiO3",
    "YAG": "Y3Al5O12",
    "IWO": "In2O3",
    "IGO": "In2O3",
    "ZTO": "ZnSnO3",
    "GDC": "CeO2",
    "CGO": "CeO2",
    "LLZO": "Li7La3Zr2O12",
    "CIGS": "CuInGaSe2",
    "CZTS": "Cu2ZnSnS4",
    "CZTSe": "Cu2ZnSnSe4",
    "GST": "Ge2Sb2Te5",
    "WNC": "WNxCy",
    "ITZO": "InSnZnO",
    "IGTO": "InGaSnO",
    "IGZTO": "InGaZnSnO",
    "ScSZ": "ZrO2",
    "SDC": "CeO2",
    "YDC": "CeO2",
    "BZY": "BaZrO3",
    "BCY": "BaCeO3",
    "BZCY": "BaZrCeO3",
    "BZCYYb": "BaZrCeO3",
    "LSM": "LaSrMnO3",
    "LSC": "LaSrCoO3",
    "LSF": "LaSrFeO3",
    "LSCF": "LaSrCoFeO3",
    "LSGM": "LaSrGaMgO3",
    "BSCF": "BaSrCoFeO3",
    "BST": "BaSrTiO3",
    "PLZT": "PbLaZrTiO3",
    "PMN-PT": "PbMgNbTiO3",
    "KNN": "KNaNbO3",
    "SBT": "SrBi2Ta2O9",
    "LNMO": "LiNi0.5Mn1.5O4",
    "LATP": "LiAlTiP3O12",
    "LAGP": "LiAlGeP3O12",
    "LGPS": "Li10GeP2S12",
}


#: Organic cations written out, with the abbreviation that the grammar reads as one symbol.
_CATIONS: Final = (("CH3NH3", "MA"), ("CH(NH2)2", "FA"), ("HC(NH2)2", "FA"))
#: Longer ammonium cations, as in ``(C4H9NH3)2PbBr4``.
_AMMONIUM: Final = re.compile(r"\((?:[CH]\d*)+NH3\)")
#: Pseudohalides: their group of carbon and nitrogen makes neither a carbide nor a nitride.
_PSEUDOHALIDE: Final = re.compile(r"\(S?CN\)|^(?:K|Na|Li|Ag|Cu|NH4)S?CN$")
_LINKERS: Final = words("BTC BDC TCPP")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ions:
    """The symbols of a compound, divided into cations and anions."""

    cations: frozenset[str]
    anions: frozenset[str]
    formula: Formula


@lru_cache(maxsize=4096)
def composition_classes(formula: str) -> tuple[str, ...]:
    """Return the ontology's composition classes of a formula, as sorted local names.

    A text that is not a formula has no class.

    >>> composition_classes("PbSe")
    ('ChalcogenCompound', 'IVVISemiconductor', 'LeadChalcogenCompound', 'Selenide')
    """
    text = _NAMED.get(formula, formula)
    for cation, short in _CATIONS:
        text = text.replace(cation, short)
    text = _AMMONIUM.sub("BA", text)
    try:
        read = parse_formula(text)
    except NotationError:
        return ("MetalOrganicFramework",) if _is_framework(formula) else ()
    if read.name in FRAMEWORKS or _is_framework(read.name) or _LINKERS & set(read.symbols):
        return ("MetalOrganicFramework",)
    if read.charge not in ("", "0") or _PSEUDOHALIDE.search(read.body):
        return ()
    return tuple(sorted(_classes(_ions(read))))


@lru_cache(maxsize=4096)  # claims name the same solids again and again
def contained_elements(formula: str) -> tuple[str, ...]:
    """Return the chemical elements of a solid, sorted, without placeholders (``X``, ``E``).

    >>> (
    ...     contained_elements("CsPbX3"),
    ...     contained_elements("ITO"),
    ...     contained_elements("soda-lime glass"),
    ... )
    (('Cs', 'Pb'), ('In', 'O'), ())
    """
    try:
        symbols = elements(_NAMED.get(formula, formula))
    except NotationError:
        return ()
    return tuple(sorted(symbol for symbol in symbols if symbol in ELEMENTS))


def _is_framework(name: str) -> bool:
    return name in FRAMEWORKS or name.startswith(("MOF-", "ZIF-", "UiO-", "MIL-", "HKUST-", "NU-"))


def _ions(formula: Formula) -> _Ions:
    """Divide the elements into ions; a metalloid is an anion beside a metal or boron as the cation.

    Organic cations of perovskites (``MA``, ``PEA``) are kept whole, not counted as carbon and
    nitrogen.
    """
    organic = frozenset(s for s in formula.symbols if s in _ORGANIC_CATIONS or s not in _KNOWN)
    symbols = frozenset(elements(formula)) if not organic else frozenset(formula.symbols)
    if formula.dopants:
        symbols = frozenset(formula.symbols)
    metals = {s for s in symbols if s in ELEMENTS and s not in NONMETALS | METALLOIDS}
    metalloids = symbols & METALLOIDS
    pnictides = symbols & {"As", "Sb"} if metals or "B" in symbols else frozenset()
    telluride = symbols & {"Te"} if metals or metalloids - {"Te"} else frozenset()
    anions = (symbols & NONMETALS) | (symbols & {"E", "X"}) | pnictides | telluride
    cations = metals | (metalloids - anions) | organic | (symbols & _METAL_LETTERS)
    return _Ions(cations=frozenset(cations), anions=frozenset(anions), formula=formula)


def _classes(ions: _Ions) -> set[str]:
    if not ions.anions:
        return _metal_classes(ions)
    if not ions.cations:
        return {"Nitride", "Pnictide"} if ions.anions == {"C", "N"} else set()
    if _is_organic(ions):
        return set()
    found = {name for anion in _own_anions(ions) for name in _ANIONS.get(anion, ())}
    found |= _semiconductor_classes(ions)
    if "Pb" in ions.cations and ions.anions <= _LEAD_CHALCOGENS:
        found.add("LeadChalcogenCompound")
    return found | _perovskite_classes(ions)


def _semiconductor_classes(ions: _Ions) -> set[str]:
    """Return the classes II-VI, III-V and IV-VI; magnesium may replace zinc (``Zn1-xMgxO``)."""
    cations = ions.cations - _REPLACING if ions.cations - _REPLACING else ions.cations
    return {
        name
        for metals, anions, name in _SEMICONDUCTORS
        if cations <= metals and ions.anions <= anions
    }


def _metal_classes(ions: _Ions) -> set[str]:
    if not ions.cations or ions.cations <= METALLOIDS or ions.cations & _METAL_LETTERS:
        return set()
    if ions.cations & {"B", "Si"} and len(ions.cations - METALLOIDS) == 1:
        return set()
    return {"Metal"} if len(ions.cations) == 1 else {"Metal", "Alloy"}


def _is_organic(ions: _Ions) -> bool:
    """Return whether the compound has carbon and hydrogen, as a precursor or a ligand has."""
    return {"C", "H"} <= ions.anions or ("H" in ions.anions and "O" not in ions.anions)


def _own_anions(ions: _Ions) -> frozenset[str]:
    """Return the anions that bind to the cation; in an oxoanion only the oxygen does.

    Carbonates and phosphates count as oxides, sulfates and nitrates as none; sulfides that contain
    phosphorus (``Cu3PS4``) are sulfides, not phosphides.
    """
    oxo = words("C N P S Se") if "O" in ions.anions else frozenset()
    thio = words("P As Sb") if ions.anions & {"S", "Se", "Te"} else frozenset()
    centres = _oxo_centres(ions, oxo)
    salt = centres & {"N", "S", "Se"} or _is_hydroxide(ions.formula)
    return ions.anions - centres - thio - ({"O", "H"} if salt else frozenset())


def _is_hydroxide(formula: Formula) -> bool:
    """Return whether there is one hydrogen for each oxygen: ``Al(OH)3``, but not ``AlOOH``."""
    amounts = elements(formula)
    oxygen, hydrogen = amounts.get("O"), amounts.get("H")
    return isinstance(oxygen, Fraction) and oxygen == hydrogen


def _oxo_centres(ions: _Ions, centres: frozenset[str]) -> frozenset[str]:
    """Return the non-metals with at least three oxygens each, and any phosphorus beside oxygen."""
    amounts = elements(ions.formula)
    oxygen = amounts.get("O")
    found = {"P"} & centres
    for centre in centres & ions.anions:
        amount = amounts[centre]
        if not isinstance(oxygen, str) and not isinstance(amount, str) and oxygen is not None:
            found |= {centre} if oxygen >= 3 * amount else set()
    return frozenset(found)


def _perovskite_classes(ions: _Ions) -> set[str]:
    """Return the perovskite classes (ABX3, double and layered halide perovskites) of the ions."""
    halides = ions.anions & _HALOGENS
    if not halides or ions.anions - _HALOGENS - {"C", "H", "N"}:
        return set()
    metals = ions.cations & _PEROVSKITE_METALS
    ammonium = "N" in ions.anions
    if not metals or not (ions.cations & _PEROVSKITE_CATIONS or ions.cations - _KNOWN or ammonium):
        return set()
    found = {"HalidePerovskite", "Halide"}
    return found | {"LeadHalidePerovskite"} if "Pb" in metals else found
