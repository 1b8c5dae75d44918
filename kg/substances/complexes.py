"""Formulas of reagents in running text, with any ligands: ``Bi(dmb)3``, ``[Ce(thd)4]``.

A metal with bracketed groups is a complex even if a ligand is in no list, because papers invent
short names of ligands. Hydrates (``SnCl4·5H2O``), complex acids and salts (``HAuCl4``,
``(NH4)2PdCl4``), salts of oxoanions (``Gd(NO3)3``) and organic molecules written with alkyl groups
(``tBuNH2``) are reagents too. Not reagents are mixed sites (``(Ti,Cr)Ox``), oxidation states
(``Cu(II)``), crystal faces (``Si(100)``) and frameworks (``MIL-101(Cr)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.notation.symbols import SYMBOL
from kg.substances.groups import ALKYLS, ELEMENTS, LIGANDS, ORGANIC

#: A string that may be a formula with brackets, a hydrate or a salt.
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9\])@/-])(?:[nist]-?(?=Bu|Pr|Am)|tert-|cis-|trans-)?(?=[A-Z([])"
    r"[A-Za-z0-9ⁱᵗⁿˢ()\[\]{}'′*·•∙‚=≡,.+μηκ-]{3,90}"
)
_RAISED = str.maketrans("ⁱᵗⁿˢ", "itns")
#: The base of an adduct, after a metal's compound: ``AlH3·NMe3``.
_ADDUCT = re.compile(
    r"[*·•∙]\(?\d?(?:[NP](?:Me|Et|CH3|\(CH3\)\d|\(C2H5\))\S*|(?:SMe|OEt)2|(?:Me|Et|(?:[in]-?)?Pr[in]?|(?:[nist]-?)?Bu[nist]?|H)OH|C4H8O2?|THF|thf|dme|DME|py|"
    r"tmeda|TMEDA|diox(?:ane)?|diglyme)\)?\d?$"
)
_HYDRATE = re.compile(r"[*·•∙‚.]\s?(?:\d{1,2}(?:[./]\d)?|[xn])?\s?\(?H2O\)?$")
#: Salts of amines with acids: ``NH2OH·HCl``.
_HYDROCHLORIDE = re.compile(r"(?=[^·]*N)[CHNOS\d()]+[·•∙‚.]\d?H(?:Cl|Br|I)")
#: Contents of a bracket that are not a ligand: a face, an oxidation state, a share, a phase, ...
_NO_LIGAND = re.compile(
    r"^(?:[\d\s.,/+−-]*|I{1,3}|IV|VI{0,3}|[0IVX]+(?:/[IVX]+)?|[xyz\d−-]+|s|l|g|aq|ads|cr|solid|gas"
    r"|OH|OOH|PO4|SiO4|CO3|S|Se|Te|O|[A-Z][a-z]?(?:[,/][A-Z][a-z]?)+)$"
)
#: Anions whose salts are dissolved or evaporated, not deposited.
_ANIONS = ("NO3", "ClO4", "BF4", "PF6", "BH4", "MnO4", "SCN", "HCOO", "OAc", "SO3CF3", "OTf")
_SALT = re.compile(
    r"(?:C[HF]3|H)COO(?:Ag|Na|K|Cs|Li|Tl)$|(?:\(NH4\)\d?|[A-Z][a-z]?O?\d?)\(?(?:"
    + "|".join(_ANIONS)
    + r"|CH3COO|C2H3O2)\)?\d?$"
)
#: Acids and salts of halide complexes of the noble metals: ``HAuCl4``, ``K2PtCl6``.
_HALOMETALLATE = re.compile(
    r"(?:H|Li|Na|K|\(NH4\)|NH4)\d?(?:Au|Pt|Pd|Rh|Ir|Ru|Os|Ti|Zr|Ta)(?:Cl|Br|F)\d$"
)
#: Layered halides of organic cations, and frameworks: solids with organic parts.
_ORGANIC_SOLID = re.compile(
    r"^[(\[][^()]*[)\]]\d?[A-Z]{0,2}[a-z]?(?:Pb|Sn|Ge|Bi|Sb|Cu|Mn|Cd|Ag)\d?(?:Cl|Br|I|X)\d"
    r"|\((?:BTC|BDC|DOBDC|dobdc|NDC|mIm|MIM|TCPP|BPDC|HITP|HHTP)\)"
)
_ALKYL = r"(?:[nist]-?)?(?:Me|Et|Pr|Bu|Oct|Ph|Bz|Am)"
#: Alcohols, amines, thiols, hydrazines, phosphines, chalcogenides, phosphites, lithium alkyls.
_ORGANIC = re.compile(
    rf"(?:{_ALKYL}\d?){{1,3}}(?:OH|SH|SeH|NH2|NH|N|NHNH2|NNH2|P|PO|CN|CHO|COOH|I|Br|Cl)$"
    rf"|(?:(?!Pr){_ALKYL}\d?){{1,2}}(?:S|Se|Te)2?$|O?P\(O?{_ALKYL}\)3O?$|{_ALKYL}Li$"
    r"|CH3(?:CH2)*\d?(?:OH|NH2|SH|CN|COOH|I)$|C\d+H\d+(?:OH|NH2|SH)$"
)
_SMALL_LIGANDS = frozenset("CO CN NO NH3 PH3 PF3 CH3 C2H5 CH3COO".split())
#: A metal halide, which may bind a base in a bracket after it.
_HALIDE = re.compile(r"[A-Z][a-z]?(?:Cl|Br|I)[2-4]")
#: Groups that are known ligands.
_KNOWN = frozenset(LIGANDS) | frozenset(ALKYLS)
_LIGAND = re.compile(r"(?:[ημκ]\d?-?)?(?:\d(?:,\d)*-)?[A-Za-z][A-Za-z0-9'′*,=≡μηκ+·()\[\]-]*$")


@dataclass(frozen=True, slots=True)
class Complex:
    """A reagent's formula in a text: ``text[start:end]``."""

    start: int
    end: int
    text: str


def find_complexes(text: str) -> Iterator[Complex]:
    """Yield the formulas of reagents in cleaned text, from left to right.

    Examples
    --------
    >>> [c.text for c in find_complexes("Bi2O3 from Bi(dmb)3, [Ce(thd)4] on Si(100)")]
    ['Bi(dmb)3', '[Ce(thd)4]']
    """
    for match in _TOKEN.finditer(text):
        start, word = match.start(), _trimmed(match.group())
        if word.startswith("(") and _wraps(word):
            start, word = start + 1, word[1:-1]
        if is_reagent_formula(word):
            yield Complex(start, start + len(word), word)


@lru_cache(maxsize=16384)
def is_reagent_formula(word: str) -> bool:
    """Return whether the notation alone shows that a formula is that of a reagent.

    Examples
    --------
    >>> [is_reagent_formula(w) for w in ("In(dmamp)3", "Zr(Cp)(tBuDAD)(OiPr)", "tBuNH2", "HAuCl4")]
    [True, True, True, True]
    >>> [is_reagent_formula(w) for w in ("Si(100)", "(Ti,Cr)Ox", "Cu(II)", "Zn(OH)2", "Al2O3")]
    [False, False, False, False, False]
    """
    if _HYDROCHLORIDE.fullmatch(word):
        return True
    word = word.translate(_RAISED)
    hydrate = _HYDRATE.search(word) or _ADDUCT.search(word)
    if hydrate:
        return _metals(word[: hydrate.start()]) != [] and word[0] != "."
    if _SALT.match(word) or _HALOMETALLATE.match(word):
        return bool(_metals(word))
    if _ORGANIC.match(word):
        return True
    return _is_complex(word) and not _ORGANIC_SOLID.search(word)


def has_metal(word: str) -> bool:
    """Return whether a formula has a metal or metalloid among its symbols."""
    return bool(_metals(word))


def _trimmed(word: str) -> str:
    """Return a string without punctuation after it and without unbalanced brackets."""
    word = word.rstrip(",.-=+'′·•∙")
    while word and word[-1] in ")]}" and not _is_balanced(word):
        word = word[:-1].rstrip(",.-=+·•∙")
    if not _is_balanced(word):
        word = _balanced_head(word)
    return word


def _balanced_head(word: str) -> str:
    """Return the longest beginning with balanced brackets: ``Cu`` for ``Cu(hfac``."""
    depth, last = 0, 0
    for at, sign in enumerate(word, start=1):
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0:
            break
        if depth == 0:
            last = at
    return word[:last].rstrip(",.-=+·•∙")


def _is_balanced(word: str) -> bool:
    depth = 0
    for sign in word:
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0:
            return False
    return depth == 0


def _wraps(word: str) -> bool:
    """Return whether one pair of brackets encloses the whole string."""
    depth = 0
    for at, sign in enumerate(word):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0:
            return at == len(word) - 1
    return False


def _is_complex(word: str) -> bool:
    """Return whether a metal has bracketed groups of which at least one is a ligand."""
    inner = word[1:-1] if word[:1] == "[" and _wraps(word) else word
    counted = re.fullmatch(r"\[(.*)\](?:\d|n)", word)
    inner = counted[1] if counted else inner
    outer, groups = _parted(inner)
    if not groups or "," in outer or "." in outer or len(_metals(outer)) != 1:
        return False
    if not _reads_as_centre(outer):
        return False
    ligands = [(name, count) for name, count in groups if _is_ligand(name)]
    if len(ligands) < len(groups) or not ligands:
        return False
    is_told = len(groups) > 1 or word[0] == "[" or any(count for _, count in groups)
    is_told = is_told or _HALIDE.fullmatch(outer) is not None  # NiCl2(TMPDA)
    return is_told or _has_known(outer) or any(_has_known(name) for name, _ in ligands)


def _parted(word: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text outside the brackets, and the outermost groups, each with its count."""
    outer, groups, depth, opened = [], [], 0, 0
    at = 0
    while at < len(word):
        sign = word[at]
        if sign in "([{":
            opened = at + 1 if depth == 0 else opened
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth == 0:
                count = re.compile(r"\d?").match(word, at + 1)
                groups.append((word[opened:at], count[0] if count else ""))
                at = count.end() if count else at + 1
                continue
        elif depth == 0:
            outer.append(sign)
        at += 1
    return "".join(outer), groups


def _metals(text: str) -> list[str]:
    return [s for s in SYMBOL.findall(text) if s in ELEMENTS and s not in ORGANIC]


def _reads_as_centre(outer: str) -> bool:
    """Return whether the text outside the brackets is a metal with only halides, oxo and alkyls."""
    rest = outer
    for known in sorted(_KNOWN, key=len, reverse=True):
        rest = rest.replace(known, "")
    rest = re.sub(r"[nist]-(?=$|[A-Z(])|[-=μηκ]|\d", "", rest)
    symbols = re.findall(r"[A-Z][a-z]?|.", rest)
    return all(symbol in ELEMENTS for symbol in symbols)


def _is_ligand(name: str) -> bool:
    """Return whether a bracket may hold a ligand, not a state, face, site or solid."""
    if name in _ANIONS or name in _SMALL_LIGANDS:
        return True
    if _NO_LIGAND.match(name) or not _LIGAND.match(name):
        return False
    symbols = SYMBOL.findall(name)
    is_solid = "".join(re.findall(r"[A-Z][a-z]?\d*", name)) == name and all(
        s in ELEMENTS for s in symbols
    )
    return not is_solid or ("H" in symbols and "C" in symbols) or _has_known(name)


def _has_known(name: str) -> bool:
    return any(ligand in name for ligand in _KNOWN if len(ligand) > 1)
