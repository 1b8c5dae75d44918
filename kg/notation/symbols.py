"""The words of the grammar: element symbols, ligands, placeholders and named solids.

Compositions of the ligand abbreviations are those of the neutral fragment as bound (``Cp`` is
C5H5). Abbreviations whose composition depends on the paper (``amd``, ``TCPP`` as a linker) carry
none; they count as themselves.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of a list printed with spaces."""
    return frozenset(text.split())


ELEMENTS: Final = words(
    """H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se
    Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy
    Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf
    Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og D"""
)

NONMETALS: Final = words("H D He C N O F Ne P S Cl Ar Se Br Kr I Xe At Rn")

#: Counted with the metals where the question is whether a pair of symbols is an alloy or a bond,
#: and apart from them where it is what a metal is.
METALLOIDS: Final = words("B Si Ge As Sb Te")

#: Noble gases form no solid here; the elements from polonium on are met only as look-alikes.
RARE: Final = words(
    """He Ne Ar Kr Rn Po At Fr Ra Ac Pa Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn
    Nh Fl Mc Lv Ts Og Tc Pm"""
)

#: Letters that stand for a choice of elements: ``CsPbX3``, ``PbE``, ``ABX3``, ``R3P``.
PLACEHOLDERS: Final = words("X E M A R L Q Ln")

#: Ligands and groups that may stand anywhere in a formula, with their composition.
GROUPS: Final[dict[str, str]] = {
    "Me": "CH3",
    "Et": "C2H5",
    "nPr": "C3H7",
    "iPr": "C3H7",
    "Bu": "C4H9",
    "nBu": "C4H9",
    "iBu": "C4H9",
    "sBu": "C4H9",
    "tBu": "C4H9",
    "tAm": "C5H11",
    "Ph": "C6H5",
    "Bz": "C6H6",
    "Cp": "C5H5",
    "Cp*": "C10H15",
    "MeCp": "C6H7",
    "EtCp": "C7H9",
    "iPrCp": "C8H11",
    "Ac": "C2H3O",
    "MA": "CH6N",
    "FA": "CH5N2",
    "TMS": "C3H9Si",
    "TCPP": "",
}

#: Ligand abbreviations that are only read inside brackets, since many are also words.
BRACKETED: Final[dict[str, str]] = {
    "acac": "C5H7O2",
    "tfac": "C5H4F3O2",
    "hfac": "C5HF6O2",
    "thd": "C11H19O2",
    "tmhd": "C11H19O2",
    "dpm": "C11H19O2",
    "dpdmg": "",
    "fod": "C10H10F3O2",
    "dmamp": "C6H14NO",
    "dmap": "C5H12NO",
    "mmp": "C5H11O2",
    "btsa": "C6H18NSi2",
    "hmds": "C6H18NSi2",
    "amd": "",
    "famd": "",
    "tmeda": "C6H16N2",
    "cod": "C8H12",
    "COD": "C8H12",
    "thf": "C4H8O",
    "THF": "C4H8O",
    "dme": "C4H10O2",
    "py": "C5H5N",
    "en": "C2H8N2",
    "bpy": "C10H8N2",
}

#: Solids that the field calls by letters or a name and puts into stacks beside formulas.
NAMED: Final = words(
    """ITO FTO AZO GZO IZO IGZO ATO YSZ PMOF MOF COF MOF-5 MOF-808 UiO-66 UiO-67 NU-1000 HKUST-1
    ZIF-8 ZIF-67 MIL-53 MIL-100 MIL-101 CNT CNTs MWCNT SWCNT rGO GO PET PEN PMMA PEDOT:PSS PTAA
    spiro-OMeTAD PCBM glass quartz sapphire graphene graphite silica alumina titania"""
)

#: Named solids that follow an element with a hyphen: ``Al-PMOF``, ``Zr-MOF``.
FRAMEWORKS: Final = words("PMOF MOF COF BDC TCPP BTC soc-MOF")


def is_metal(symbol: str) -> bool:
    """Whether an element symbol is a metal or a metalloid."""
    return symbol in ELEMENTS and symbol not in NONMETALS
