"""Abbreviated ligands and groups of metal-organic compounds, with their compositions.

A composition is that of the group as bound (``Cp`` is C5H5). Groups that differ only in branching
(``iPr`` and ``nPr``) have the same composition and are distinguished by their mark.
"""

from __future__ import annotations

from typing import Final

#: Alkyl groups as printed -> (composition, mark). ``3?`` is a propyl of unknown branching.
ALKYLS: Final[dict[str, tuple[str, str]]] = {
    "Me": ("CH3", "1"),
    "Et": ("C2H5", "2"),
    "nPr": ("C3H7", "3n"),
    "iPr": ("C3H7", "3i"),
    "Pr": ("C3H7", "3?"),
    "nBu": ("C4H9", "4n"),
    "iBu": ("C4H9", "4i"),
    "sBu": ("C4H9", "4s"),
    "tBu": ("C4H9", "4t"),
    "Bu": ("C4H9", "4?"),
}

#: Other groups; variants of a spelling differ only in case.
LIGANDS: Final[dict[str, str]] = {
    "Cp*": "C10H15",
    "Cp": "C5H5",
    "tAm": "C5H11",
    "Np": "C5H11",
    "Ph": "C6H5",
    "Bn": "C7H7",
    "OAc": "C2H3O2",
    "Ac": "C2H3O2",
    "acac": "C5H7O2",
    "tfac": "C5H4F3O2",
    "hfacac": "C5HF6O2",
    "hfac": "C5HF6O2",
    "hfa": "C5HF6O2",
    "tmhd": "C11H19O2",
    "TMHD": "C11H19O2",
    "thd": "C11H19O2",
    "THD": "C11H19O2",
    "dpm": "C11H19O2",
    "DPM": "C11H19O2",
    "fod": "C10H10F7O2",
    "tmod": "C12H21O2",
    "dmamp": "C6H14NO",
    "DMAMP": "C6H14NO",
    "dmamb": "C7H16NO",
    "DMAMB": "C7H16NO",
    "dmap": "C5H12NO",
    "DMAP": "C5H12NO",
    "mmp": "C5H11O2",
    "btsa": "C6H18NSi2",
    "BTSA": "C6H18NSi2",
    "hmds": "C6H18NSi2",
    "HMDS": "C6H18NSi2",
    "TMS": "C3H9Si",
    "VTMS": "C5H12Si",
    "TMVS": "C5H12Si",
    "COD": "C8H12",
    "cod": "C8H12",
    "CHD": "C6H8",
    "TMEDA": "C6H16N2",
    "tmeda": "C6H16N2",
    "oleate": "C18H33O2",
    "myristate": "C14H27O2",
    "stearate": "C18H35O2",
    "DDTC": "C5H10NS2",
    "ddtc": "C5H10NS2",
    "dedtc": "C5H10NS2",
}

ELEMENTS: Final = frozenset(
    """H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se
    Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy
    Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Th U""".split()
)

#: Elements of organic compounds; any other is the centre of a precursor.
ORGANIC: Final = frozenset("H C N O F P S Cl Br I".split())
