"""The table of repairs of subscripts in brackets, as printed by bibliographic databases.

"TiO(2)" and "Al(2)O(3)" are formulas; "CdSe(12)" ends with a citation mark and "Si(100)" with a
crystal face.
"""

from __future__ import annotations

import re

from corpus.formulas import ATOM, is_whole
from corpus.repairs.model import Repair
from corpus.valences import is_neutral

_COUNT = re.compile(r"(?<=[A-Za-z)])\(([2-9]|[1-9]\d)\)")
_MANY = 2


def _opened(match: re.Match[str]) -> str:
    """Return a formula without the brackets of its counts, or the match if it may be none."""
    spaced, found = _COUNT.subn(r" \1 ", match[0])
    is_formula = found >= _MANY or is_whole(spaced.strip())
    return spaced.replace(" ", "") if is_formula else match[0]


def _joined(match: re.Match[str]) -> str:
    """Return a formula without the blank after its first element; other text unchanged."""
    is_open = "x" in match[2]
    parts = re.sub(r"(?<=[a-zA-Z])(?=\d)", " ", match[3])
    is_formula = is_open or is_whole(f"{match[1]} {match[2]} {parts}")
    return f"{match[1]}{match[2]}{match[3]}" if is_formula else match[0]


def _whole(match: re.Match[str]) -> str:
    """Return an alloy without blanks if its fractions add up to one or are variable."""
    joined = match[0].replace(" ", "")
    shares = [float(share) for share in re.findall(r"\d\.\d+", joined)]
    is_open = re.search(r"\d[-−–][xy]", joined) is not None
    return joined if is_open or _are_shares(shares) else match[0]


def _are_shares(shares: list[float]) -> bool:
    return len(shares) > 1 and any(
        abs(sum(shares[start:end]) - 1) < 1e-6
        for start in range(len(shares))
        for end in range(start + 2, len(shares) + 1)
    )


def _oxide(match: re.Match[str]) -> str:
    """Return an oxide whose O was read as a zero, corrected; other text unchanged."""
    joined = f"{match[1]}O{match[2]}"
    is_oxide = joined not in _NO_OXIDES and is_whole(_apart(joined))
    return joined if is_oxide else match[0]


def _compound(match: re.Match[str]) -> str:
    """Return a formula without its blanks if it is neutral; other text unchanged."""
    joined = match[0].replace(" ", "")
    is_one = is_whole(_apart(joined)) and not is_whole(_apart(match[0].split(" ")[0]))
    return joined if is_one else match[0]


def _lowered(match: re.Match[str]) -> str:
    """Return a formula with raised counts lowered, unless it is a formula without them.

    A citation mark may follow a formula, but never interrupts it.
    """
    parts = _ATOM_COUNT.findall(match[0])
    atoms = [atom for atom, _, _ in parts]
    counts = [float(low or high or 1) for _, low, high in parts]
    uncited = [float(low or 1) for _, low, _ in parts]
    is_compound = is_neutral(atoms, uncited) and _RAISED.sub("", match[0]) not in _HARDLY_MADE
    is_within = any(high for _, _, high in parts[:-1])
    is_index = is_neutral(atoms, counts) and (is_within or not is_compound)
    return _RAISED.sub(r"_{\1}", match[0]) if is_index else match[0]


def _apart(formula: str) -> str:
    """Return a formula with blanks around its counts."""
    return re.sub(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z])", " ", formula)


#: Formulas that are not corrected: "Co02" may be carbon dioxide, "Ni02" a sample.
_NO_OXIDES = frozenset({"CoO2", "NiO2", "PtO2", "PdO2", "AgO2", "AuO2"})
#: Capitals of other alphabets that look like Latin ones and are confused with them.
_LATIN = dict(zip("АВСЕНКМОРТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHKMOPTXYABEZHIKMNOPTYX", strict=True))
_ALIKE = "".join(_LATIN)
_PIECE = rf"(?:(?:{ATOM})(?:\d\.\d{{1,2}}|[2-9]|12)?){{1,2}}"
_ANION = "O|S|Se|Te|N|F|Cl|Br|I"
#: An atom with its count: plain, subscript or superscript.
_ATOM_COUNT = re.compile(rf"({ATOM})_?\{{?(\d{{1,2}})?\}}?(?:\^\{{(\d{{1,2}})\}})?")
#: Oxides that are neutral but rare compared with the dioxide.
_HARDLY_MADE = frozenset({"TiO", "SiO", "ZrO", "HfO"})
_RAISED = re.compile(r"\^\{(\d{1,2})\}")
_SHARE = r"(?:0\.\d{1,2}|[xy]|1[-−–][xy])"
_VARIABLE = r"\((?:\d[-−–])?[xyX]\)"
_VARIABLES = re.compile(r"\(((?:\d[-−–])?[xyX])\)")
#: Metals whose common oxide is M2O3, so that lost subscripts can be restored.
_SESQUI = r"(?:Al|Ga|In|La|Y|Sc|Gd)"

INDICES: tuple[Repair, ...] = (
    Repair(
        name="minus sign lost or read as an accent in a composition",  # "CdSxSe1  x", "PbxCd1´xS"
        pattern=re.compile(
            r"(?:(?<=[xy][A-Z]1)|(?<=[xy][A-Z][a-z]1)|(?<=[xy] [A-Z][a-z]1))(?: {1,2}|´)"
            r"(?=[xy](?![a-z]))"
        ),
        replacement="-",
        signs=("1 x", "1  x", "1´x", "1 y", "1  y", "1´y"),
    ),
    Repair(
        name="blank between the parts of an alloy",  # "Zn0.03 Cd0.97 Se", "In 0.53Ga0.47As"
        pattern=re.compile(
            rf"(?<![\w.])(?:(?:{ATOM}) ?{_SHARE} ?){{1,6}}(?:Se|Te|As|Sb|S|N|O|P)(?![A-Za-z])"
        ),
        replacement=_whole,
        signs=(" 0.", " Cd", " Ga", "x ", "Hf", " Zn"),
    ),
    Repair(
        name="blank before the oxygen of an alloy",  # "La0.6Sr0.4Mn O3"
        pattern=re.compile(rf"((?:(?:{ATOM})0?\.\d{{1,2}}){{2,}}(?:{ATOM})) (?=O[34](?![\w]))"),
        replacement=r"\1",
        signs=(" O3", " O4"),
    ),
    Repair(
        name="indices lost from an oxide",  # "ALD Al O films"
        pattern=re.compile(
            rf"(?<![\w-])({_SESQUI}) O(?= (?:films?|layers?|passivation|coatings?|gate)\b)"
        ),
        replacement=r"\g<1>2O3",
        signs=(" O ",),
    ),
    Repair(
        name="letter of another alphabet in a formula",  # a Cyrillic O in "ZnO"
        pattern=re.compile(f"(?<=[A-Za-z0-9])[{_ALIKE}]|[{_ALIKE}](?=[A-Za-z0-9])"),
        replacement=lambda match: _LATIN[match[0]],
        signs=tuple(_ALIKE),
    ),
    Repair(
        name="letter of a formula read as a one",  # "A12O3", "TiC14"
        pattern=re.compile(
            r"(?<![A-Za-z\d])(A)[1I](?=2[O0]3(?!\d)|F3(?!\d)|(?:Ga(?:N|As)|PO4|Ox)(?!\w))"
            r"|\b((?:Ti|Hf|Zr|Si|Sn|Ge|Al|Ga|Nb|Ta|Mo)C)[1I](?=[3-5](?!\w))"
        ),
        replacement=lambda match: f"{match[1] or match[2]}l",
        signs=("A1", "AI", "C1", "CI"),
    ),
    Repair(
        name="zero read for the O of an oxide",  # "Ru02", "Ti02", "Co304", "SrTi03"
        pattern=re.compile(
            rf"(?<![A-Za-z\d])((?:(?:{ATOM})\d?){{1,3}}(?:(?<=[A-Z][a-z])|(?<=[a-z]\d)|(?<=[VW])))0([2-57])(?!\w|\.\d)"
        ),
        replacement=_oxide,
        signs=("02", "03", "04", "05", "07"),
    ),
    Repair(
        name="decimal point of a share as a middle dot",  # "Hf0·5Zr0·5O2"
        pattern=re.compile(r"(?<=[a-zA-Z)]0)·(?=\d{1,2}[A-Z(])"),
        replacement=".",
        signs=("0·",),
    ),
    Repair(
        name="blank between the atoms of a compound",  # "Sr Ti O3", "LiNi0.5 Mn1.5 O4", "V2O 5"
        pattern=re.compile(
            rf"(?<![\w.\-–/@])(?:(?!(?:In|As|He|No|I|V|W|U|Y) )(?:{_PIECE}) (?:(?:{_PIECE}) )*"
            rf"(?:{_ANION})(?: ?[2-9]|12)|(?:{ATOM})\d(?:{_ANION}) [2-9])(?![\w%°.]\w|[\w%°/]|"
            r" ?(?:plasma|gas|flow|pulse|ambient|atmosphere|anneal|mixture|dos|exposure)|"
            r" (?:[nμµk]?m|min|h|s|mL|K|cycles?|wt|at|mol|and \d|to \d)\b)"
        ),
        replacement=_compound,
        signs=(" O", " S", " Se", " Te", " N", " F", " Cl", " Br", " I", "2O ", "2Cl "),
    ),
    Repair(
        name="blanks around the colon of a dopant",  # "ZnO : Al", "Y2O3 : Eu3+"
        pattern=re.compile(
            rf"(?<=[a-z\d][OS]|[OSF]\d|Se) : (?=(?:{ATOM})(?:[23²³]?[+⁺])?(?: (?!ratio)|[,.;)/]))"
        ),
        replacement=":",
        signs=(" : ",),
    ),
    Repair(
        name="blank after the metals in brackets",  # "(Ba, Sr) TiO3", "(Hf,Zr) O2"
        pattern=re.compile(
            rf"(?<![\w)])(\((?:{ATOM})(?:, ?(?:{ATOM}))+\)) "
            r"(?=(?:(?:Ti|Zr|Mn|Fe|Co|Nb|Ta)O3|O2)(?!\w))"
        ),
        replacement=r"\1",
        signs=(") T", ") Z", ") M", ") F", ") C", ") N", ") O"),
    ),
    Repair(
        name="dot of a hydrate read as a comma",  # "HAuCl4‚3H2O"
        pattern=re.compile(r"(?<=[A-Z\da-z)])\s?‚(?=\d{0,2}(?:\.5)?H(?:2O|Cl)\b)"),
        replacement="·",
        signs=("‚",),
    ),
    Repair(
        name="blank between a metal and its chloride's count",  # "HAuCl 4", "FeCl 2·4H2O"
        pattern=re.compile(
            r"(?<=AuCl|PtCl|PdCl) (?=[46](?![\d.%]))|(?<=Cl) (?=[2-5](?:·|\.\d?H2O))"
        ),
        replacement="",
        signs=("Cl ",),
    ),
    Repair(
        name="blank in the name of a hydride",  # "H 2O", "D 2O", "H 2S"
        pattern=re.compile(r"(?<![\w.-])([HD]) (?=2(?:O2?|S|Se)(?![\w]))"),
        replacement=r"\1",
        signs=("H 2", "D 2"),
    ),
    Repair(
        name="blank after the ligands of a complex",  # "Sn(TAA) 2", "[Gd(DPDMG) 3]"
        pattern=re.compile(
            rf"(?<=[a-z(\[ ])((?:{ATOM})\((?:[A-Za-z]{{2,8}})\)) "
            r"(?=[2-4](?:[,.;\]/)]|$| (?!nm|°|%|cycles|s\b|h\b|min|and \d|to \d|or \d)))"
        ),
        replacement=r"\1",
        signs=(") 2", ") 3", ") 4"),
    ),
    Repair(
        name="count of a metal in brackets",  # "Pt(3)Ni"
        pattern=re.compile(
            r"(?<![\w(])((?:Pt|Pd|Au|Ag|Cu|Ni|Co|Fe|Rh|Ru))\(([2-9])\)(?=(?:Ni|Co|Fe|Cu|Sn|Pt|Pd|Au|Zn|Ti|Y)(?![a-z]))"
        ),
        replacement=r"\1\2",
        signs=("(",),
    ),
    Repair(
        name="subscript of a gas separated",  # "O-3 oxidant", "N-2/H-2 plasma"
        pattern=re.compile(
            r"(?<![\w-])(?:[NHO]-[23][/-])?[NHO]-[23](?=\s(?:mixed\s|mixture\s|gas\s)?(?:plasmas?|gas|"
            r"oxidant|atmosphere|flow|pulses?|exposures?|treatment|anneal\w*|ambient|reactant)\b)"
        ),
        replacement=lambda match: re.sub(r"-(?=\d)", "", match[0]),
        signs=("N-2", "H-2", "O-2", "O-3"),
    ),
    Repair(
        name="blank after the first element",  # "Cu 2S", "Cu 2-xSe", "In 2O3"
        pattern=re.compile(
            r"(?<![\w.–-])([A-Z][a-z]) ([1-9](?:\.\d)?(?:[-−–]x)?)((?:S|Se|Te|O)\d{0,2})(?![\w°%])"
        ),
        replacement=_joined,
        signs=tuple(f" {digit}" for digit in "123456789"),
    ),
    Repair(
        name="blank in the brackets of a formula",  # "Mg( thd)(2)"
        pattern=re.compile(r"(?<=[A-Z][a-z]\() (?=[A-Za-z]{2,6}\)(?:\(\d\)|\d))"),
        replacement="",
        signs=("( ",),
    ),
    Repair(
        name="branch mark separated",  # "Zr(O t Bu)4", "Co( i PrAMD)2"
        pattern=re.compile(
            r"(?:(?<=[(\[])\s?|(?<=[(\[][ON])\s)([nist])\s(?=(?:Pr|Bu|Am)(?![a-z]))"
        ),
        replacement=r"\1",
        signs=(" Pr", " Bu", " Am"),
    ),
    Repair(
        name="index of a formula above the line",  # "SiO<sup>2</sup>"
        pattern=re.compile(
            rf"(?<![\w}}])(?:(?:{ATOM})(?:\d{{1,2}}|[_^]\{{\d{{1,2}}\}})?){{2,5}}(?![\w{{^])"
        ),
        replacement=_lowered,
        signs=("^{",),
    ),
    Repair(
        name="subscript in brackets",  # "TiO(2)", "Al(2)O(3)", "Al(CH(3))(3)"
        pattern=re.compile(
            rf"(?<![\w.(])(?:(?:{ATOM})(?![a-z])|\((?:{ATOM})(?![a-z])|\d|\)|\(\d{{1,2}}\))+(?<=\))"
            rf"(?:(?:{ATOM})(?![a-z])|\d)*"
        ),
        replacement=_opened,
        signs=tuple(f"({digit}" for digit in "23456789"),
    ),
    Repair(
        name="variable subscript in brackets",  # "AlO(x)", "TiO(X)", "CsPbBr(x)I(3-x)"
        pattern=re.compile(
            rf"(?<![\w.(])(?:(?:{ATOM})(?![a-z])(?:\d|{_VARIABLE})?){{2,6}}(?<=\))(?![\w(])"
        ),
        replacement=lambda match: _VARIABLES.sub(lambda part: part[1].lower(), match[0]),
        signs=("(x)", "(X)", "(y)", "-x)", "-y)"),
    ),
)
