"""Published spellings of reagents in the two frames in which papers name them."""

from __future__ import annotations

import random

import pytest

import corpus
from kg.claims import to_record
from kg.extract import extract
from ontology import vocabulary

#: Reagents that no list has, in the notations of the field.
UNLISTED = """Me2In(EDPA) Mn(DPDAD)2 Zr(OtBu)2(dmae)2 Ru(CO)3(TMM) W2(NMe2)6 TaI5 AsCl3 NbF5
Bi(OCMe2iPr)3 Gd(DPDMG)3 Co(tBu-allyl)(CO)3 (η5-CpMe)Pt(CH3)3 Pr(OCMe2CH2OMe)3 In(etfd)3
[Ru(tfa)3] Ni(PF3)4 MoO2Br2 WOF4 (tBuCp)2HfMe2 CuCl(PPh3) dimethylaluminum\u00a0isopropoxide
chloro(triethylphosphine)gold(I) tris(N,N'-diisopropylformamidinato)yttrium""".split(" ")
FRAMES = (
    "The films were grown by ALD using {} as the precursor and ozone as the oxidant.",
    "The films were deposited by ALD from {} and water at 200 °C.",
)


def roles(text: str) -> list[str]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = map(to_record, extract(paper))
    return sorted(r["role"] for r in records if r["kind"] == "chemical")


def listed() -> list[str]:
    """A sample of the spellings that the vocabulary has for precursors."""
    terms = vocabulary().of_kind("chemical")
    spellings = [
        text
        for term in terms
        if term.extra.get("defaultRole", ())[:1] == ("precursor",)
        for text in sorted({term.formula, *term.symbols, *term.alts, term.label} - {""})
    ]
    return random.Random(7).sample(spellings, 150)  # noqa: S311


@pytest.mark.parametrize("frame", FRAMES)
def test_a_reagent_comes_out_whole_as_the_one_precursor(frame):
    unlisted = [name.replace("\u00a0", " ") for line in UNLISTED for name in line.split("\n")]
    names = [*listed(), *unlisted]
    wrong = {n: r for n in names if (r := roles(frame.format(n))) != ["coreactant", "precursor"]}
    assert not wrong


@pytest.mark.parametrize(
    ("text", "reagents", "solids"),
    [
        ("Thin films of CsBr and KI were obtained by ALD.", set(), {"CsBr", "KI"}),
        ("LiF was deposited by ALD from TiF4 and lithium tert-butoxide.",
         {"tif4", "lithium tert-butoxide"}, {"LiF"}),
        ("DEZ and water were used as the precursor and the co-reactant, respectively.",
         {"diethylzinc", "water"}, set()),
        ("We studied ALD. NbI5 was kept at 140 °C and pulsed for 0.4 s.", {"nbi5"}, set()),
        ("We studied ALD. NbI5 was evaporated at 140 °C.", set(), {"NbI5"}),
        ("Hybrid films were grown by molecular layer deposition from TMA and uracil.",
         {"trimethylaluminum", "uracil"}, set()),
    ],
)  # fmt: skip
def test_the_words_around_a_halide_tell_reagent_from_solid(text, reagents, solids):
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    assert {r["chemical"] for r in records if r["kind"] == "chemical"} == reagents
    assert {r["formula"] for r in records if r["kind"] == "material"} == solids


@pytest.mark.parametrize(
    ("text", "reagents"),
    [
        ("Ferrocene was used as an internal reference for the voltammetry.", set()),
        ("Holes in the SnO2 grown by ALD were seen by voltammetry of ferrocene and cobaltocene.",
         set()),
        ("Decamethylferrocene served as electron donor to the CdSe dots.", set()),
        ("Ferrocene in DMF was the hole acceptor of the CdS dots.", {"dimethylformamide"}),
        # what a film is made of, though a current tells of it
        ("The Fe2O3 layer from ferrocene and ozone blocks the redox couple.",
         {"ferrocene", "ozone"}),
        ("With TDMAT and water TiO2 was grown on ITO, and voltammetry shows no pinholes.",
         {"tetrakis_dimethylamido_titanium", "water"}),
    ],
)  # fmt: skip
def test_a_redox_probe_makes_nothing(text, reagents):
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    assert {r["chemical"] for r in records if r["kind"] == "chemical"} == reagents
