"""Formulas printed with blanks: closed up where they are plainly formulas, else left."""

from __future__ import annotations

from collections import Counter

from corpus.formulas import close_formulas
from corpus.mapped import mapped
from tests.rows import each_row

CLOSED = [
    ("an Al 2 O 3 film", "an Al2O3 film"),
    ("Pb(C 11 H 19 O 2 ) 2", "Pb(C11H19O2)2"),
    ("((Me 3 Si) 2 Te)", "((Me3Si)2Te)"),
    ("SnO x /Ag stacks", "SnOx/Ag stacks"),
    ("the SnO x, grown", "the SnOx, grown"),
    ("a SnO x layer", "a SnOx layer"),
    ("TiO 2 and ZrO 2.", "TiO2 and ZrO2."),
    ("the CO 2 reduction", "the CO2 reduction"),
    ("an O 2 plasma, N 2 purge", "an O2 plasma, N2 purge"),
    ("NH 3 or H 2 O pulses", "NH3 or H2O pulses"),
    ("H 2 S and Li 2 S", "H2S and Li2S"),
    ("TiCl 4 was dosed", "TiCl4 was dosed"),
    ("MoS 2 sheets", "MoS2 sheets"),
    ("V 2 O 5 and In 2 O 3", "V2O5 and In2O3"),
    ("Cd 0.5 Zn 0.5 S dots", "Cd0.5Zn0.5S dots"),
    ("of Al(CH 3 ) 3 vapor", "of Al(CH3)3 vapor"),
    ("LaCrO 3 films on SrTiO 3", "LaCrO3 films on SrTiO3"),
    ("CsPbBr 3 and MAPbI 3 dots", "CsPbBr3 and MAPbI3 dots"),
    ("a NaCoO 2 cathode, AgInS 2 cores", "a NaCoO2 cathode, AgInS2 cores"),
    ("with NiCp 2 or ZnEt 2", "with NiCp2 or ZnEt2"),
    ("LiNi 0.8 Mn 0.1 Co 0.1 O 2 powder", "LiNi0.8Mn0.1Co0.1O2 powder"),
    ("a Zn x Cd 1-x S core", "a ZnxCd1-xS core"),
    ("films of Co x N and of Co 2.3 N", "films of CoxN and of Co2.3N"),
    ("of Si 0.5 C and of Pt x Ni", "of Si 0.5 C and of Pt x Ni"),
    ("a Cdx Hg1−x Te alloy, Cu 2-x S disks", "a CdxHg1−xTe alloy, Cu2-xS disks"),
    ("In 2 O 3 :H and SiO 2 -coated", "In2O3:H and SiO2-coated"),
    ("an H 2 O/H 2 O 2 bath", "an H2O/H2O2 bath"),
    ("Al 2 O 3 Pt contacts", "Al2O3 Pt contacts"),
    ("α-Al 2 O 3 /Si and Se@Ag 2 Se", "α-Al2O3/Si and Se@Ag2Se"),
    ("a Zn 1− x Mg x O film", "a Zn1−xMgxO film"),
    ("the (Al x Ga 1– x ) 2 O 3 and AlO x N y layers", "the (AlxGa1–x)2O3 and AlOxNy layers"),
    ("Al2 O3 -coated Bi2 Te3, Fe3 O4", "Al2O3-coated Bi2Te3, Fe3O4"),
    ("CsPb(Br x I 1- x ) 3 NCs", "CsPb(BrxI1-x)3 NCs"),
    ("Ba 2 YCu 3 O z and K x Co 2 Se 2 films", "Ba2YCu3Oz and KxCo2Se2 films"),
    ("Y 2 Ba 4 Cu 7 O 15+x and Sr 2 LnNbCu 2 O 8", "Y2Ba4Cu7O15+x and Sr2LnNbCu2O8"),
    ("La 1.875 Sr 0.125 NiO 4+δ", "La1.875Sr0.125NiO4+δ"),
    ("Sr 2 Fe1−xMoxO 6 powder", "Sr2Fe1−xMoxO6 powder"),
    ("Sr 10 (PO 4 ) 6 (OH) 2 rods", "Sr10(PO4)6(OH)2 rods"),
    ("YBa 2 (Cu 0.9 Ni 0.1 ) 3 O 7-δ", "YBa2(Cu0.9Ni0.1)3O7-δ"),
    ("HfO 2 (Ta 2 O 5 ) stacks", "HfO2 (Ta2O5) stacks"),
    ("of ZrCl 4 ·8H 2 O and Co(NO 3 ) 2 · 6H 2 O", "of ZrCl4·8H2O and Co(NO3)2· 6H2O"),
    ("the oxide (Ga 2 O 3 , 9 nm)", "the oxide (Ga2O3 , 9 nm)"),
    ("MeCpPtMe 3, Ni(OH) 2 or NH 4 OH", "MeCpPtMe3, Ni(OH)2 or NH4OH"),
]
LEFT = [
    "PbSe 2 nm dots",
    "ZnO 5 nm thick",
    "of CdSe 3 samples",
    "In 2 days",
    "for I 2 think",
    "Figure 1 C shows",
    "TiO 2 nm thick",
    "a T 97 lifetime",
    "As 3 of them",
    "No 2 here",
    "in Table 3",
    "Pt 3 nm",
    "ZnO 3 nm thick",
    "of ZnO 2 samples and PbS 2 more",
    "LaCrO 3 nm of it",
    "GaAs 2 times",
    "CsPbBr 2 of them",
    "Cdy is not a formula",
    "of CdS 2 HOURS",
    "Si 3 (thin) and Pt 2 (Zr 3 of them)",
    "TiO2 Al2O3 stacks and N2 H2 mixtures",
]


@each_row(("printed", "expected"), CLOSED)
def test_blanks_go(printed: str, expected: str) -> None:
    assert close_formulas(mapped(printed)).text == expected


def test_closed_formulas_are_counted() -> None:
    counts: Counter[str] = Counter()
    close_formulas(mapped("TiO 2 and ZrO 2 on ZnO 2 nm"), counts)
    assert counts == {"blank in a formula": 2}


@each_row("text", LEFT)
def test_quantities_and_words_stay(text: str) -> None:
    assert close_formulas(mapped(text)).text == text
