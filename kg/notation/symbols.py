"""The vocabulary of the grammar: element symbols, ligands, placeholders and named solids.

Compositions of the ligand abbreviations are those of the neutral fragment as bound (``Cp`` is
C5H5). Abbreviations whose composition depends on the paper (``amd``, ``TCPP`` as a linker) have
none and count as symbols.
"""

from __future__ import annotations

import re
from typing import Final

#: The form of an element symbol: a capital and at most one small letter.
SYMBOL: Final = re.compile(r"[A-Z][a-z]?")
HALOGENS: Final = frozenset({"F", "Cl", "Br", "I"})
#: The chalcogens except oxygen.
CHALCOGENS: Final = frozenset({"S", "Se", "Te"})
#: Superscript digits and signs to ASCII, for :meth:`str.translate`.
FROM_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


def words(text: str) -> frozenset[str]:
    """Return the words of a text separated by spaces."""
    return frozenset(text.split())


ELEMENTS: Final = words(
    """H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se
    Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy
    Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf
    Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og D"""
)

NONMETALS: Final = words("H D He C N O F Ne P S Cl Ar Se Br Kr I Xe At Rn")

#: Metalloids; they count as metals when alloys are distinguished from bonds, but not as metals in
#: the classification of materials.
METALLOIDS: Final = words("B Si Ge As Sb Te")

#: Symbols that are hardly ever meant: noble gases, and rare radioactive elements.
RARE: Final = words(
    """He Ne Ar Kr Rn Po At Fr Ra Ac Pa Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn
    Nh Fl Mc Lv Ts Og Tc Pm"""
)

#: Placeholders for a choice of elements: ``CsPbX3``, ``PbE``, ``ABX3``, ``R3P``; ``RE`` and ``Ln``
#: are rare earths, ``Ae`` alkaline earths.
PLACEHOLDERS: Final = words("X E M A R L Q Ln RE Ae")

#: Ligands and groups that may occur anywhere in a formula, with their composition.
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
    "HMDS": "C6H18NSi2",
    "PEA": "C8H12N",
    "BA": "C4H12N",
    "EA": "C2H8N",
    "GA": "CH6N3",
    "TCPP": "",
    "Tx": "",
}

#: Ligand abbreviations that are read only inside brackets, because many are also words.
BRACKETED: Final[dict[str, str]] = {
    "acac": "C5H7O2",
    "tfac": "C5H4F3O2",
    "hfac": "C5HF6O2",
    "thd": "C11H19O2",
    "tmhd": "C11H19O2",
    "dpm": "C11H19O2",
    "dpdmg": "",
    "dmg": "C4H7N2O2",
    "fod": "C10H10F3O2",
    "dmamp": "C6H14NO",
    "dmap": "C5H12NO",
    "dmamb": "C7H16NO",
    "dma": "C2H6N",
    "edpa": "",
    "keim": "",
    "mmp": "C5H11O2",
    "btsa": "C6H18NSi2",
    "hmds": "C6H18NSi2",
    "amd": "",
    "famd": "",
    "AMD": "",
    "fAMD": "",
    "DAD": "C2H2N2",
    "dad": "C2H2N2",
    "tmvs": "C5H12Si",
    "TMVS": "C5H12Si",
    "vtms": "C5H12Si",
    "VTMS": "C5H12Si",
    "tmeda": "C6H16N2",
    "cod": "C8H12",
    "COD": "C8H12",
    "thf": "C4H8O",
    "THF": "C4H8O",
    "dme": "C4H10O2",
    "DME": "C4H10O2",
    "CHD": "C6H8",
    "DMBD": "C6H10",
    "DMP": "C5H12NO",
    "DBDMS": "",
    "BDC": "C8H4O4",
    "BTC": "C9H3O6",
    "oleate": "C18H33O2",
    "stearate": "C18H35O2",
    "myristate": "C14H27O2",
    "acetate": "C2H3O2",
    "py": "C5H5N",
    "en": "C2H8N2",
    "bpy": "C10H8N2",
}

#: Older spellings of branched alkyl groups, with the branch at the end.
OLD_BRANCHES: Final[dict[str, str]] = {
    "Pri": "iPr",
    "Prn": "nPr",
    "But": "tBu",
    "Bun": "nBu",
    "Bus": "sBu",
    "Bui": "iBu",
}

#: Solids that the field denotes by an abbreviation or a name in stacks beside formulas.
NAMED: Final = words(
    """ITO FTO AZO GZO IZO IGZO IGZTO ITZO IZTO ZITO GIZO HIZO IWZO IGTO IWO IGO ZTO AZTO AIZO ZATO
    ATO NTO YSZ ScSZ ScCeSZ GDC GDC10 GDC20 CGO CGO10 CGO20 SDC SDC20 YDC LDC ESB BZY BCY BZCY
    BCZY BZCYYb LSM LSC LSF LSCF LSGM LSCM LSCrM BSCF PBSCF PBCO SFMO ZTA HZO HAO STO BTO LAO SRO
    BST BFO LNO KTO BZO SZO LZO DSO GSO NSTO LSAT PZT PLZT PMN SBT KNN CCTO LSMO LCMO PCMO YBCO
    REBCO BSCCO LCO LMO LTO LFP LNMO LVO NVP NMC NMC811 NMC622 NMC532 NMC111 NCM NCM811 NCM622
    NCM523 NCM111 NCA LATP LAGP LGPS LLZO LLZTO LLTO LIPON LPSCl NASICON NZSP CIGS CIGSe CIGSSe
    CIS CGS CZTS CZTSe CZTSSe AIGS CGT GST GST225 YAG YIG TmIG YAP GGG LuAG DLC AAO PMOF MOF MOFs
    COF COFs CNT CNTs MWCNT MWCNTs MWNT MWNTs SWCNT SWCNTs SWNT SWNTs DWCNT DWCNTs VACNT VACNTs
    CNF CNFs NCD UNCD BDD BNNT BNNTs BNNS BNNSs HOPG rGO RGO GO GQD GQDs hBN PET PEN PI PMMA PDMS
    PTFE ETFE PVDF PVA PVB PVC PVP PVK PAN PANI PPy PEO PEI PEIE PEEK SPEEK PLA PLGA PLLA PCL
    HDPE LDPE EVA PBI HSQ BCB PEDOT PEDOT:PSS PTAA P3HT PTB7 PCPDTBT PCBM PC60BM PC61BM PC71BM
    TFB NPB CBP TPBi TCTA TAPC HATCN CuPc ZnPc Alq3 spiro-OMeTAD Spiro-OMeTAD spiro-MeOTAD MXene
    LSFO LSCr LST SNDC BCFZY BCFN SCFN NBSCF GBCO LNF SFM SMMO NVPF NFPP LMFP NCMA LLZNO
    NSMO PSMO LPCMO BiYIG BGO BBO KTP IMO TTO AGZO ACIGS CZGS CZTGSe N2200 PM6 PCDTBT PBTTT PPV
    PNIPAM TPU PEF PFPE PVDC GCN CIPS
    glass quartz sapphire graphene graphite silica alumina titania zirconia hafnia"""
)

#: Porous solids named by a laboratory and a number: ``UiO-66``, ``MIL-101(Cr)``.
PORES: Final = words("MOF ZIF UiO MIL NU HKUST IRMOF DUT PCN CAU COF MCM SBA KIT KCC ZSM HZSM")

#: Named solids that follow an element with a hyphen: ``Al-PMOF``, ``Zr-MOF``.
FRAMEWORKS: Final = words("PMOF MOF COF BDC TCPP BTC soc-MOF")


def is_metal(symbol: str) -> bool:
    """Return whether an element symbol is a metal or a metalloid."""
    return symbol in ELEMENTS and symbol not in NONMETALS
