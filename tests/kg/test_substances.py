"""One substance for every spelling: names, formulas, abbreviations."""

from __future__ import annotations

import pytest

from kg.claims import to_record
from kg.grounding import reagent_iri
from kg.model import Chemical, Claim, Document, Evidence
from kg.rdf import document_quads
from kg.rdf.reading import claims_from_quads
from kg.substances import is_reagent_name, molecule, substance
from ontology import vocabulary
from ontology.iri import NAMESPACE
from tests.rows import each_row

SUBSTANCES = vocabulary().of_kind("chemical")

#: Spellings that the vocabulary does not list must lead where the listed ones do.
ALIASES = {
    "diethylzinc": "DEZ|DEZn|ZnEt2|Et2Zn|Zn(C2H5)2|(C2H5)2Zn|Zn(CH2CH3)2|diethyl zinc|zinc diethyl|"
    "Diethyl-Zinc|zinc-diethyl|diethylzinc(II)",
    "trimethylaluminum": "TMA|AlMe3|Me3Al|Al(CH3)3|(CH3)3Al|Al2(CH3)6|trimethylaluminium|"
    "trimethyl aluminium|aluminium trimethyl",
    "tetrakis_dimethylamido_titanium": "TDMAT|Ti(NMe2)4|Ti[N(CH3)2]4|(Me2N)4Ti|"
    "tetrakis(dimethylamido)titanium(IV)|tetrakis(dimethylamino) titanium|"
    "titanium tetrakis(dimethylamide)|tetrakis(N,N-dimethylamido)titanium",
    "tetrakis_ethylmethylamido_hafnium": "TEMAH|Hf(NEtMe)4|Hf(N(CH3)C2H5)4|Hf[N(C2H5)(CH3)]4|"
    "tetrakis(methylethylamino)hafnium|hafnium tetrakis(ethylmethylamide)",
    "titanium_isopropoxide": "TTIP|Ti(OiPr)4|Ti(O-i-Pr)4|Ti(OPri)4|Ti[OCH(CH3)2]4|Ti(iOPr)4|"
    "titanium(IV) isopropoxide|titanium tetraisopropoxide|tetraisopropoxytitanium|"
    "titanium iso-propoxide",
    "lithium tert-butoxide": "LiOtBu|LiO-t-Bu|LiOBut|LiOᵗBu|LiOC(CH3)3|lithium t-butoxide",
    "aluminum tri-sec-butoxide": "Al(OsBu)3|Al(O-s-Bu)3|aluminium tri-sec-butoxide",
    "(methylcyclopentadienyl)trimethylplatinum": "MeCpPtMe3|(MeCp)PtMe3|Pt(CpMe)Me3|"
    "(CH3C5H4)Pt(CH3)3|trimethyl(methylcyclopentadienyl)platinum(IV)",
    "tris(isopropylcyclopentadienyl)lanthanum": "La(iPrCp)3|La(CpiPr)3|La(C5H4iPr)3|La(C5H4C3H7)3",
    "tris(diisopropylamido)aluminum": "Al(NiPr2)3|Al[N(iPr)2]3|Al[N(CH(CH3)2)2]3",
    "lead(ii)bis(2,2,6,6-tetramethyl-3,5-heptanedionato)": "Pb(thd)2|Pb(tmhd)2|Pb(C11H19O2)2|"
    "bis(2,2,6,6-tetramethylheptane-3,5-dionato)lead(II)|lead bis(dipivaloylmethanate)",
    "zinc acetylacetonate": "Zn(acac)2|bis(2,4-pentanedionato)zinc|bis(acetylacetonato)zinc(II)",
    "bis(n,n'-diisopropylacetamidinato)cobalt": "Co(iPrAMD)2|Co(iPr-MeAMD)2|Co(iPr2amd)2",
    "bis(trimethylsilyl) sulfide": "(TMS)2S|(Me3Si)2S|S(SiMe3)2|bis(trimethylsilyl)sulphide",
    "bis[bis(trimethylsilyl)amido]cobalt": "Co(btsa)2|Co[N(Si(CH3)3)2]2|"
    "cobalt bis[bis(trimethylsilyl)amide]|cobalt(II) bis(hexamethyldisilazide)",
    "cadmium_acetate": "Cd(OAc)2|Cd(CH3COO)2·2H2O|cadmium(II) acetate|cadmium acetate dihydrate",
    "bismuth nitrate": "Bi(NO3)3|Bi(NO3)3*5H2O|bismuth(III) nitrate pentahydrate",
    "tin tetrachloride": "SnCl4|tin(IV) chloride|stannic chloride",
    "tin dichloride": "SnCl2|tin(II) chloride|stannous chloride",
    "cesium oleate": "caesium oleate|Cs-oleate",
    "trioctylphosphine oxide": "TOPO|tri-n-octylphosphine oxide|trioctyl phosphine oxide",
    "1_octadecene": "ODE|1-octadecene|octadecene|octadec-1-ene",
    "oleylamine": "OLA|oleyl amine|oleyl-amine",
    "tris(tert-butoxy)silanol": "HOSi(OtBu)3|(tBuO)3SiOH",
    # formulas in lower case, as claims have them
    "tris(cyclopentadienyl)yttrium": "Cp3Y|cp3y|y(cp)3",
    "cyclopentadienylcobalt dicarbonyl": "(c5h5)co(co)2|cpco(co)2",
    "palladium hexafluoroacetylacetonate": "Pd(hfa)2|pd(hfac)2",
    "chloroauric acid": "haucl4·3h2o|haucl4•xh2o",
    "zinc stearate": "zn stearate|Zn stearate",
    # numbers inside a name
    "1,4-butanediol": "butane-1,4-diol",
    "isopropanol": "propan-2-ol|2-propanol",
    "hexamethylenediamine": "hexane-1,6-diamine",
    "1-octanethiol": "octane-1-thiol",
    "trimethoxy(pentamethylcyclopentadienyl)titanium": "Cp*Ti(OMe)3|TiCp*(OMe)3|Ti(CpMe5)(OMe)3",
}


@each_row(("alias", "notation"), [(a, n) for n, text in ALIASES.items() for a in text.split("|")])
def test_an_alias_leads_to_its_substance(alias, notation):
    found = substance(alias)
    assert found is not None
    assert found.notation == notation


@each_row("term", SUBSTANCES, ids=lambda term: term.notation)
def test_every_label_and_symbol_leads_home(term):
    for text in (term.notation, term.label, *term.alts, *term.symbols):
        assert substance(text) is term
    assert reagent_iri(term.label) == term.iri


@each_row(
    "text",
    [
        "Ti(OnBu)3Cl", "Ti(NHEt)4", "Zn(OEt)2", "ZnO", "PbS", "CdSe", "Si", "tin chloride",
        "copper chloride", "tungsten chloride", "zinc oxide", "QDs", "DEZZ", "", "and", "nickel",
        "amd", "(2019)",
    ],
)  # fmt: skip
def test_what_is_no_substance_or_two_is_none(text):
    assert substance(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ti(OiPr)4", "Ti(OnPr)4"),
        ("SiH2(NEt2)2", "SiH2(NHtBu)2"),
        ("Zr(OiPr)4", "Zr(OnPr)4"),
        ("CuCl", "CuCl2"),
        ("Co(acac)2", "Co(acac)3"),
        ("nitrogen dioxide", "nitrous oxide"),
        ("1-propanol", "isopropanol"),
    ],
)
def test_isomers_and_oxidation_states_are_kept_apart(one, other):
    assert substance(one) is not None
    assert substance(one) is not substance(other)


def test_an_unknown_substance_has_an_iri_of_its_own():
    assert reagent_iri("tris(dimethylamido)rhenium").endswith("tris%28dimethylamido%29rhenium")


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("Hf[N(CH3)(C2H5)]4", {"C": 12, "H": 32, "Hf": 1, "N": 4}),
        ("Sr(iPr3Cp)2", {"C": 28, "H": 46, "Sr": 1}),
        ("Pr(thd)3", {"C": 33, "H": 57, "O": 6, "Pr": 1}),
        ("Zn(NO3)2·6H2O", {"N": 2, "O": 6, "Zn": 1}),
        ("(η5-C5H5)2Ni", {"C": 10, "H": 10, "Ni": 1}),
    ],
)
def test_a_formula_is_added_up(text, elements):
    read = molecule(text)
    assert read is not None
    assert dict(read.elements) == elements


@each_row("text", ["TEM", "Zn(C2H5", "QDs", "Cd-oleate", "Se2-", "HMDSO", "(", "Xx2"])
def test_what_is_no_formula_is_not_read(text):
    assert molecule(text) is None


@each_row(
    ("name", "expected"),
    [
        ("tris(dimethylamido)rhenium", True),
        ("rhenium(V) chloride", True),
        ("bis(diethylamino)dimethylsilane", True),
        ("praseodymium tris(2,2,6,6-tetramethyl-3,5-heptanedionate)", True),
        ("pentadecanethiol", True),
        ("zirconocene dichloride", True),
        ("n-butylferrocene", True),
        ("bis(2,4-dimethylpentadienyl)iron", True),
        ("tris(1,3-diethyltriazenide)gallium(III)", True),
        ("trichloro(propyl)silane", True),
        ("palladium(II) hexafluoroacetylacetonate trimethylphosphine", True),
        ("trichloroethyl", False),
        ("rhenium sulfide", False),
        ("lead iodide", False),
        ("indium tin oxide", False),
        ("zinc blende", False),
        ("methyl", False),
        ("lead amine", False),
    ],
)
def test_a_reagent_name_is_known_by_its_parts(name, expected):
    assert is_reagent_name(name) is expected


def test_the_graph_has_one_node_for_all_names_and_keeps_each():
    names = ("pb(thd)2", "pb(tmhd)2", "lead bis(dipivaloylmethanate)", "tris(unheard)of")
    claims = tuple(
        Claim(
            doc="d",
            study="this",
            content=Chemical(role="precursor", chemical=name),
            evidence=Evidence(spans=((at, at + 1),), rule="r", extractor="e"),
        )
        for at, name in enumerate(names)
    )
    quads = tuple(document_quads(Document(id="d", sha256="0" * 64, claims=claims)))
    nodes = {q.object.value for q in quads if q.predicate.value == NAMESPACE + "chemical"}
    assert len(nodes) == 2
    assert {c.content for c in claims_from_quads(quads)} == {c.content for c in claims}
    told = [to_record(claim).get("substance") for claim in claims]
    assert told[0] is not None
    assert told == [told[0]] * 3 + [None]
