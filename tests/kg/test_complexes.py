"""Formulas of reagents whatever their ligands, and the solids that look like them."""

from __future__ import annotations

from kg.notation import find_notation
from kg.substances import find_complexes, is_reagent_formula
from kg.substances.formulas import molecule

REAGENTS = """Bi(dmb)3 In(dmamp)3 [Ce(thd)4] Sc(MeCp)2(Me2pz) Zr(Cp)(tBuDAD)(OiPr) VO(OnPr)3
Zn(DMP)2 [Cu(amd)]2 (EtCp)2Ru (tBuN)2W(NMe2)2 Hf[N(C2H5)(CH3)]4 Me2In(EDPA) (η5-CpMe)Pt(CH3)3
Gd(NO3)3 ZrO(NO3)2*xH2O SnCl4·5H2O CuSO4.5H2O HAuCl4 (NH4)2PdCl4 K2PtCl4 NaBH4 KMnO4 tBuNH2
EtOH CH3CN iPr2Te tBu2S2 OP(OMe)3 nBuLi Ni(PF3)4 Pt(PF3)4 GaH3·NMe3 ZnCl2·2THF Fe(ⁱPrAMD)2
Pd(hfac)(1,5-COD) WCp(CO)2(η3-2-methylallyl) CoBr2(TMPDA)
Ta[Nb(OMe)6]2·2MeOH""".split()
SOLIDS = """Si(100) (Ti,Cr)Ox Cu(II) Zn(OH)2 Al2O3 MIL-101(Cr) (PEA)2PbI4 Cu3(BTC)2 Cs2SnI6
CsPb(Br/I)3 Pb(S,Se) TiO2(anatase) Ca10(PO4)6(OH)2 CdSe(core) ALD(1) Fig(a) TiO2/Al2O3
0.5Ba(Zr0.2Ti0.8)O3 LiFePO4 La0.7Sr0.3MnO3 PrS Pr2Se3 PrTe2 InP(100)
AlCl3(s)""".split()


def test_the_notation_tells_reagents_from_solids():
    assert [word for word in REAGENTS if not is_reagent_formula(word)] == []
    assert [word for word in SOLIDS if is_reagent_formula(word)] == []


def test_brackets_and_stops_around_a_formula_are_no_part_of_it():
    text = "Films grew (from Bi(dmb)3), then [Ce(thd)4], (NH4)2PdCl4; finally tBuNH2."
    found = [(complex.text, text[complex.start : complex.end]) for complex in find_complexes(text)]
    assert found == [(t, t) for t in ("Bi(dmb)3", "[Ce(thd)4]", "(NH4)2PdCl4", "tBuNH2")]


def test_a_formula_that_counts_none_of_something_is_no_formula():
    """Slips of converters and hostile text: the amount 0, thousands of digits or of brackets."""
    for text in ("Zn(CH3)0", "Al0(CH3)6", "H2O0", "Zn(CH3)00", "Zn(CH3)" + "9" * 5000):
        assert molecule(text) is None, text[:20]
        list(find_complexes(f"Films grew from {text} and water."))
        find_notation(f"Films grew from {text} and water.")
    assert molecule("(" * 3000 + "C" + ")" * 3000) is None
    assert molecule("Zn(C10H20)10") is not None
