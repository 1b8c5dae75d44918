"""One key for every spelling of a chemical name.

``diethylzinc``, ``diethyl zinc``, ``zinc diethyl`` and ``Zinc-diethyl`` have one key, and so have
``tetrakis(dimethylamido)titanium(IV)`` and ``titanium tetrakis(dimethylamide)``: a name is divided
into its parts (metal, multipliers, groups, locants), the spelling of each part is normalised, and
the parts are sorted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

#: Metals, and other elements in their place in names -> their symbols.
SYMBOL_OF = dict(
    pair.split(":")
    for pair in """
    lithium:Li beryllium:Be boron:B sodium:Na magnesium:Mg aluminum:Al silicon:Si potassium:K
    calcium:Ca scandium:Sc titanium:Ti vanadium:V chromium:Cr manganese:Mn iron:Fe cobalt:Co
    nickel:Ni copper:Cu zinc:Zn gallium:Ga germanium:Ge arsenic:As rubidium:Rb strontium:Sr
    yttrium:Y zirconium:Zr niobium:Nb molybdenum:Mo ruthenium:Ru rhodium:Rh palladium:Pd
    silver:Ag cadmium:Cd indium:In tin:Sn antimony:Sb cesium:Cs barium:Ba lanthanum:La cerium:Ce
    praseodymium:Pr neodymium:Nd samarium:Sm europium:Eu gadolinium:Gd terbium:Tb dysprosium:Dy
    holmium:Ho erbium:Er thulium:Tm ytterbium:Yb lutetium:Lu hafnium:Hf tantalum:Ta tungsten:W
    rhenium:Re osmium:Os iridium:Ir platinum:Pt gold:Au mercury:Hg thallium:Tl lead:Pb
    bismuth:Bi selenium:Se tellurium:Te sulfur:S""".split()
)
METALS = tuple(SYMBOL_OF)
#: British names -> symbols.
BRITISH = {"aluminium": "Al", "caesium": "Cs", "sulphur": "S"}
METAL_NAMES = (*METALS, *BRITISH)

#: Metals that recipes denote by their symbols: "Zn stearate", "Cd-oleate".
SYMBOLS = {
    symbol: name
    for name, symbol in SYMBOL_OF.items()
    if symbol in "Li Na K Mg Al Ca Ti Mn Fe Co Ni Cu Zn Ga Ag Cd In Sn Sb Cs Hg Pb Bi".split()
}
_SYMBOLIC = re.compile(
    rf"(?<!\w)({'|'.join(SYMBOLS)})(\(I{{1,3}}V?\))?[ -]"
    r"(?=(?:[\w-]+ )?\w*(?:oleate|stearate|myristate|palmitate|laurate|octanoate|"
    r"undecylenate|undecenoate|acetate|formate|acetylacetonate|xanthate|carbamate|nitrate|phosphonate|carboxylate)\b)"
)

_LOCANTS = r"\d{1,2}(?:,\d{1,2})*"
_ENDINGS = (
    r"(?:di|tri)?(?:ols?|thiols?|amines?|(?:carboxylic|phosphonic) acids?|carbaldehyde)\b|enes?\b"
)
_OUTER = re.compile(rf"({_LOCANTS})-([a-z]{{3,}}?)({_ENDINGS})")

#: Normalisation before a name is divided: American spelling, old stems, variants of a ligand.
_RESPELLED = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"[′’‘`´ʹ]", "'"),
        (r"[‐‑‒–—−]", "-"),
        (r"(?<!\w)[α-ω]-(?=[a-z])|[ημκ]\d-?", ""),
        (r"alumini?um", "aluminum"),
        (r"sulph", "sulf"),
        (r"(?<=[a-z]{2}ate)s\b", ""),
        (r"caesium", "cesium"),
        (r"\banhydrous\b", ""),
        (r"(?:mono|di|tri|tetra|penta|hexa|hepta|octa|nona|sesqui)?-?hydrate\b", ""),
        (
            rf"(?<![a-z])([a-z]{{3,}})-({_LOCANTS})-(?={_ENDINGS})",  # butane-1,4-diol
            r"\2-\1",
        ),
        (r"\bferrous\b", "iron(ii)"),
        (r"\bferric\b", "iron(iii)"),
        (r"\bcuprous\b", "copper(i)"),
        (r"\bcupric\b", "copper(ii)"),
        (r"\bstannous\b", "tin(ii)"),
        (r"\bstannic\b", "tin(iv)"),
        (r"\bplumbous\b", "lead(ii)"),
        (r"\bmercuric\b", "mercury(ii)"),
        (r"\bcobaltous\b", "cobalt(ii)"),
        (r"\bargentous\b", "silver(i)"),
        (r"(?:h-?)?2,2,6,6-tetramethyl-?(?:3,5-)?heptane-?(?:3,5-?)?-?dion(?:e|at[eo]|ato)", "thd"),
        (r"dipivalo?ylmethanat[eo]", "thd"),
        (r"1,1,1,5,5,5-hexafluoro-?(?:2,4-)?(?:pentanedion|acetylaceton)at[eo]", "hfac"),
        (r"hexafluoroacetylacetonat[eo]", "hfac"),
        (r"(?:2,4-pentanedion|pentane-2,4-dion|acetylaceton)at[eo]", "acac"),
        (
            r"(?:1,1,1,3,3,3-)?hexamethyldisilaz(?:ide|anide|ido)|bis\(?trimethylsilyl\)?-?amid(?:e|o)",
            "btsa",
        ),
        (
            r"propan-?2-olat[eo]|2-propoxide|2-propanolat[eo]|isopropanolat[eo]|isopropylat[eo]",
            "isopropoxide",
        ),
        (r"(?<![a-z])i-?(?=pr)|iso-", "iso"),
        (r"(?<![a-z])t-(?=[bp])|tertiary[ -]?|tert[.-]", "tert"),
        (r"(?<![a-z])s-(?=b)|secondary[ -]?|sec-", "sec"),
        (r"\b(?:n'?,\s?)*n'?-(?=[a-z])|normal[ -]", ""),
        (r"amid(?:o|e|ato)|amino", "amid"),
        (r"imid(?:o|e)|imino", "imid"),
        (r"inat[eo]", "inat"),
        (
            r"ox(?:y|ide|o|yl)(?![a-z])|ox(?:y|ide|o)(?=tri|tetra|zirc|hafn|tita|tant|niob|sil|alum)",
            "ox",
        ),
        (r"(eth|meth)(?:anolat[eo]|ylat[eo])", r"\1ox"),
        (r"butanolat[eo]|butylat[eo]", "butox"),
        (r"cyclopentadienid[eo]", "cyclopentadienyl"),
        (r"(chlor|fluor|brom|iod)(?:ide|o)(?![a-z])", r"\1"),
        (r"(acet|ole|stear|myrist|palmit|form|nitr|sulf|carbon)ato", r"\1ate"),
    )
)
_STATE = re.compile(r"\s?\(\s?(0|i{1,3}|iv|v|vi{0,2}|viii)\s?\)")
_STATES = {"0": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_MULTIPLIERS = {
    "mono": "1", "bis": "2", "di": "2", "tris": "3", "tri": "3", "tetrakis": "4", "tetra": "4",
    "pentakis": "5", "penta": "5", "hexakis": "6", "hexa": "6",
}  # fmt: skip
_PARTS = (
    "cyclopentadienyl|cyclo|isopropox|isopropyl|ethox|methox|butox|pentox|methyl|ethyl|propyl|butyl"
    "|pentyl|hexyl|octyl|decyl|phenyl|benzyl|vinyl|allyl|silyl|amidinat|amine|amid|imid|phosphine"
    "|phosphonic|thiol|oxide|ox|sulfide|selenide|telluride|acetate|acac|thd|hfac|btsa|acid|tert|sec"
    "|iso|glycol|ether|alcohol|hydride|chlor|fluor|brom|iod|carbonyl|oleate|stearate|oleyl|silane"
)
_PART = re.compile(rf"{'|'.join(sorted(METALS, key=len, reverse=True))}|{_PARTS}")
_COUNT = re.compile("|".join(sorted(_MULTIPLIERS, key=len, reverse=True)))
_SKIPPED = re.compile(r"[\s()\[\]{},.'’-]+")
_LOCANT = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKey:
    """The normalised parts of a name, sorted, and the oxidation state if it is given.

    ``multipliers`` (``"2"`` for *bis* and *di*) and ``locants`` are separate, because loose names
    leave them out: "titanium chloride", "octadecene".
    """

    parts: tuple[str, ...]
    multipliers: tuple[str, ...] = ()
    locants: tuple[str, ...] = ()
    state: int | None = None


@lru_cache(maxsize=8192)
def name_key(name: str) -> NameKey:
    """Return the key of a chemical name.

    Examples
    --------
    >>> name_key("tetrakis(dimethylamido)titanium(IV)").parts
    ('amid', 'methyl', 'titanium')
    >>> name_key("diethyl zinc") == name_key("zinc diethyl") == name_key("Diethylzinc")
    True
    """
    text = respelled(name)
    found = _STATE.search(text)
    parts: list[str] = []
    multipliers: list[str] = []
    locants: list[str] = []
    for kind, part in _cut(_STATE.sub("", text)):
        {"part": parts, "multiplier": multipliers, "locant": locants}[kind].append(part)
    return NameKey(
        parts=tuple(sorted(parts)),
        multipliers=tuple(sorted(multipliers)),
        locants=tuple(sorted(locants)),
        state=_STATES[found[1]] if found else None,
    )


def with_inner_locants(name: str) -> str:
    """Return the name with its locants right before the ending; ``""`` if it has none.

    >>> with_inner_locants("1,4-butanediol"), with_inner_locants("1-octadecene")
    ('butane-1,4-diol', 'octadec-1-ene')
    """
    found = _OUTER.fullmatch(name)
    return f"{found[2]}-{found[1]}-{found[3]}" if found is not None else ""


@lru_cache(maxsize=4096)
def respelled(name: str) -> str:
    """Return the name in lower case and American spelling, with one spelling for each ligand."""
    text = _SYMBOLIC.sub(_spelled, name).lower()
    for pattern, spelling in _RESPELLED:
        text = pattern.sub(spelling, text)
    return text


def _spelled(symbol: re.Match[str]) -> str:
    return f"{SYMBOLS[symbol[1]]}{symbol[2] or ''} "


def _cut(text: str) -> list[tuple[str, str]]:
    """Return the name's parts from left to right: known parts, multipliers, unknown parts."""
    found: list[tuple[str, str]] = []
    rest, at = "", 0
    while at < len(text):
        step = _step(text, at, fresh=not rest)
        if step is None:
            rest += text[at]
            at += 1
            continue
        kind, part, at = step
        found += [("part", rest)] if rest else []
        rest = ""
        found += [(kind, part)] if part else []
    return [*found, ("part", rest)] if rest else found


def _step(text: str, at: int, *, fresh: bool) -> tuple[str, str, int] | None:
    """Return kind, spelling and end of the part at a place; ``None`` inside an unknown part."""
    if skipped := _SKIPPED.match(text, at):
        return "part", "", skipped.end()
    if locant := _LOCANT.match(text, at):
        return "locant", locant[0], locant.end()
    if part := _PART.match(text, at):
        return "part", part[0], part.end()
    count = _COUNT.match(text, at) if fresh else None
    return ("multiplier", _MULTIPLIERS[count[0]], count.end()) if count else None
