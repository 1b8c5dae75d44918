"""Recognise systematic names of reagents, whether or not the vocabulary has the substance.

A name is accepted if every part of it is known and the parts make a reagent: a metal with organic
ligands or a counted halide, or an organic group with a compound class. Names of solids (oxides,
sulfides of a metal) are not accepted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.substances.complexes import has_metal
from kg.substances.formulas import molecule
from kg.substances.names import METALS, respelled

#: A part of a name: its class in :data:`_CLASSES`, or ``"count"``, and its letters.
Part = tuple[str, str]

_STEM = "(?:octadec|hexadec|tetradec|dodec|undec|meth|eth|prop|but|pent|hex|hept|oct|non|dec)"
_CLASSES = {
    "metal": "|".join(sorted(METALS, key=len, reverse=True)),
    "ligand": f"ammine|fluoroacetate|{_STEM}ox|isopropox|phenox|acac|thd|hfac|tfac|btsa|"
    "cyclopentadienyl|indenyl|(?:cyclo|penta|octa|hexa|hepta)+dien(?:e|yl)|butadiene|cymene|"
    "(?:ferro|rutheno|nickelo|cobalto|magneso|chromo|vanado|mangano|osmo|zircono|hafno|titano)cene|"
    "acetylene|butyne|hexyne|isocyanat|acetate|formate|propionate|citrate|tartrate|benzoate|oleate|stearate|myristate|palmitate|laurate|"
    "octanoate|hexanoate|decanoate|butyrate|mandelate|undecylenate|oleylat|nitrate|carbonyl|borohydride|triflate|xanthate|"
    "xanthogenate|dithiocarbamate|pivalate|(?:pent|hex|hept|oct)anedionat[eo]|pyrrolyl|carboxylate|"
    f"{_STEM}anethiolate|dithiolate",
    "hanger": "amidinat|guanidinat|triazenid[eo]?|amid|imid|keto?iminat|diketonat|alkox|"
    "diaza(?:buta)?dienyl",
    "radical": f"naphthyl|cyclohexenyl|naphthalene?(?=thiol|amine)|cyclohexane(?=butyrate)|"
    f"iso(?:propyl|butyl|amyl)|neopentyl|{_STEM}yl|amyl|phenyl|benzyl|vinyl|allyl|"
    f"mesityl|silyl|germyl|stannyl|oleyl|adamantyl|mercapto|{_STEM}ane?(?=thiol|amine|di|phosphonic)",
    "head": "amine|phosphine|phosphite|phosphate|phosphonic acid|arsine|stibine|thiol|silanol|"
    "glycol|diol|alcohol|ether|silane|silazane|siloxane|hydrazine|borane|"
    "sulfide|selenide|telluride|germane|urea|pyridine|benzene|thiophene|furan",
    "halide": "chlor|fluor|brom|iod",
    "joint": "acid|tert|sec|iso|cyclo|hydrid[eo]|"
    "y(?=methyl|ethyl|propyl)|o(?=(?:di|tri)?sila)|acet|form|prop(?=amid)|ene(?= ?glycol)|carb|"
    "ox(?=ide|tri|chlor|$|\\W)|anhydr|thio(?=\\)? ?(?:phosph|ars|stib)ine)",
}
_PART = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _CLASSES.items()))
#: Ligands of precursors whose alkyl groups loose names leave out: "gallium triazenide".
_CHELATE = re.compile(r"(?:amidinat|guanidinat|triazenid|keto?iminat|diketonat)")
_COUNT = re.compile(
    r"(?:tetrakis|pentakis|hexakis|tris|bis|mono|di|tri|tetra|penta|hexa|octa|deca|dodeca)"
)
_FILL = re.compile(r"[\s()\[\],'*-]+|\d+")
_STATED = re.compile(r"\(\s?(?:0|i{1,3}|iv|v|vi{0,2})\s?\)", re.IGNORECASE)


def is_structure(text: str) -> bool:
    """Return whether a formula shows a metal or metalloid with organic groups: ``Al(NiPr2)3``.

    "MeV" is a unit of energy, not methyl vanadium.

    >>> is_structure("Al(NiPr2)3"), is_structure("MeV")
    (True, False)
    """
    read = molecule(text) if text != "MeV" else None
    return read is not None and bool(read.centres) and {"C", "H"} <= dict(read.elements).keys()


#: Soluble halides, which are not solids of the field, without the count of their anions.
_SOLUBLE_SALT = re.compile(
    r"(?:indium|gallium|tin|germanium|antimony|iron|cobalt|nickel|platinum|palladium|gold|"
    r"ruthenium|iridium|rhodium|mercury) (?:chloride|bromide|iodide)",
    re.IGNORECASE,
)


#: A formula: no blanks, and a digit or a lower-case letter, unlike an acronym.
_FORMULA = re.compile(
    r"(?=.*[a-z\d])[\[({]{0,2}(?:[ημκ]\d-?|[a-z]{2,6}\)|[nist]-?)?[A-Z][^\s]{1,60}"
)
_METAL_NAME = re.compile(
    "|".join((*METALS, "silan", "silaz", "silox", "german", "stannan", "ocene"))
)


@lru_cache(maxsize=16384)
def holds_metal(text: str) -> bool:
    """Return whether a name or formula denotes a compound of a metal, silicon or boron.

    Examples
    --------
    >>> [holds_metal(t) for t in ("tris(dimethylamido)rhenium", "In(dmamp)3", "tBuNH2", "urea")]
    [True, True, False, False]
    """
    if _FORMULA.fullmatch(text) and has_metal(text):
        return True
    return _METAL_NAME.search(respelled(text)) is not None


@lru_cache(maxsize=65536)
def is_name_word(word: str) -> bool:
    """Return whether a word may occur in a systematic name: every part of it is known."""
    return bool(_parts(_STATED.sub("", respelled(word))))


@lru_cache(maxsize=8192)
def is_reagent_name(name: str) -> bool:
    """Return whether a text is the systematic name of a reagent, and nothing else.

    Examples
    --------
    >>> names = ("tris(dimethylamido)rhenium", "rhenium pentachloride", "indium iodide")
    >>> [is_reagent_name(n) for n in names]
    [True, True, True]
    >>> [is_reagent_name(n) for n in ("rhenium sulfide", "rhenium", "ethyl", "indium tin oxide")]
    [False, False, False, False]
    """
    parts = _parts(_STATED.sub("", respelled(name)))
    if parts is None:
        return False
    classes = {kind for kind, _ in parts}
    metals = {text for kind, text in parts if kind == "metal"}
    if not metals:
        return _is_organic_reagent(parts, classes)
    if len(metals) > 1:
        return False
    if "head" in classes:
        return _is_adduct(parts, classes)
    if classes <= {"metal", "halide", "count"}:
        is_told = "count" in classes or bool(_STATED.search(name) or _SOLUBLE_SALT.fullmatch(name))
        return "halide" in classes and is_told
    is_named_by_kind = any(_CHELATE.match(text) for kind, text in parts if kind == "hanger")
    return "ligand" in classes or "radical" in classes or is_named_by_kind


def _is_organic_reagent(parts: Sequence[Part], classes: set[str]) -> bool:
    """Return whether parts without a metal make a reagent: "zirconocene", "triethylphosphine"."""
    if any(text.endswith("cene") for _, text in parts):
        return True
    is_silane = any(text.startswith("silan") for _, text in parts)
    is_headed = "radical" in classes or ("ligand" in classes and is_silane)
    return "head" in classes and is_headed and (is_silane or "halide" not in classes)


def _is_adduct(parts: Sequence[Part], classes: set[str]) -> bool:
    """Return whether a metal has a molecule as its ligand: "chloro(triethylphosphine)gold"."""
    last_class, last = parts[-1]
    if last_class == "metal" and classes & {"halide", "ligand", "radical"}:
        return True
    return "ligand" in classes and last in ("silane", "phosphine")


def _parts(text: str) -> list[Part] | None:
    """Return the classes of the parts from left to right; ``None`` if a part is unknown."""
    found: list[Part] = []
    at = 0
    while at < len(text):
        if fill := _FILL.match(text, at):
            at = fill.end()
        elif part := _PART.match(text, at):
            found.append((str(part.lastgroup), part.group()))
            at = part.end()
        elif count := _COUNT.match(text, at):
            found.append(("count", count.group()))
            at = count.end()
        else:
            return None
    return found
