"""Formulas of solids that only their names tell, names that tell none, and salts in a sentence."""

from __future__ import annotations

from kg.extract.finders.pipeline import find_mentions
from kg.extract.finders.solid_names import NAME, formula
from tests.rows import each_row

TOLD = {
    # counts and states
    "nickel disulfide": "NiS2", "niobium monoxide": "NbO", "antimony pentoxide": "Sb2O5",
    "bismuth trioxide": "Bi2O3", "tungsten hemicarbide": "W2C", "tricobalt tetraoxide": "Co3O4",
    "iron(II) oxide": "FeO", "vanadium (III) sulphide": "V2S3", "cuprous telluride": "Cu2Te",
    "manganous oxide": "MnO", "ferric phosphide": "FeP", "terbium fluoride": "TbF3",
    # several metals, two anions, alloys
    "hafnium titanium oxide": "HfTiOx", "zinc–tin sulfide": "ZnSnS", "Ni-Fe oxide": "NiFeOx",
    "titanium-silicon-nitride": "TiSiN", "zinc germanium diphosphide": "ZnGeP2",
    "gadolinium oxysulphide": "Gd2O2S", "niobium oxynitride": "NbON",
    "tungsten–rhenium alloy": "WRe", "ruthenium-cobalt alloys": "RuCo",
    "platinum–ruthenium nanoparticles": "PtRu", "molybdenum-tungsten films": "MoW",
    "cadmium selenide telluride": "CdSeTe", "molybdenum sulphide selenide": "MoSSe",
    "lanthanum oxychloride": "LaOCl", "potassium magnesium fluoride": "KMgF3",
    "sodium erbium fluoride": "NaErF4", "trimanganese tetroxide": "Mn3O4",
    # salts of oxo anions
    "manganese ferrite": "MnFe2O4", "strontium manganite": "SrMnO3", "iron tungstate": "FeWO4",
    "ytterbium disilicate": "Yb2Si2O7", "hafnium titanate": "HfTiO4", "samarium zirconate":
    "Sm2Zr2O7", "strontium hexaferrite": "SrFe12O19", "manganese zinc ferrite": "(Mn,Zn)Fe2O4",
    "zirconium tungstate": "ZrW2O8", "gadolinium titanate": "Gd2Ti2O7",
    "magnesium bismuthide": "Mg3Bi2", "lutetium borate": "LuBO3",
    "sodium bismuth titanate": "(Na,Bi)TiO3", "lanthanum calcium manganite": "(La,Ca)MnO3",
    "lanthanum strontium titanate": "(La,Sr)TiO3", "lithium molybdate": "Li2MoO4",
    "aluminum tungstate": "Al2(WO4)3", "cobalt phosphate": "Co3(PO4)2",
    "iron(III) phosphate": "FePO4", "lithium disilicate": "Li2Si2O5",
    "lead magnesium niobate": "PbMgNbOx", "lithium aluminum silicate": "LiAlSiOx",
    "iron titanium vanadate": "FeTiVOx", "barium strontium lead zirconate": "(Ba,Sr,Pb)ZrO3",
    "zirconium aluminate": "ZrAlOx", "titanium molybdate": "TiMoOx", "zinc borate": "ZnBOx",
    "thulium iron garnet": "Tm3Fe5O12", "bismuth yttrium iron garnet": "(Bi,Y)3Fe5O12",
    # salts whose charges tell them
    "yttrium hydroxide": "Y(OH)3", "ferric hydroxide": "Fe(OH)3", "silver carbonate": "Ag2CO3",
    "aluminium sulphate": "Al2(SO4)3", "strontium iodide": "SrI2", "bismuth fluoride": "BiF3",
    "cobalt oxalate": "CoC2O4", "ferric oxyhydroxide": "FeOOH",
    "iron(III) oxide hydroxide": "FeOOH", "nickel iron hydroxide": "NiFe(OH)x",
    # metals of unlike charges
    "barium zirconium sulfide": "BaZrS3", "sodium bismuth selenide": "NaBiSe2",
    "cesium zirconium chloride": "Cs2ZrCl6", "rubidium lead bromide": "RbPbBr3",
    "cesium sodium indium chloride": "Cs2NaInCl6",
}  # fmt: skip
UNTOLD = (
    *("tin nitride", "iron oxide", "tungsten hexafluoride", "titanium tetrafluoride"),
    *("gold iron oxide", "sodium potassium germanate", "Ni-Fe alloy"),
    *("copper nickel foils", "gold-silver core-shell cubes", "copper nanowires", "ferrous films"),
    *("copper chloride", "ferrous oxyhydroxide"),
    *("cesium zinc bromide", "sodium germanate", "nickel cobalt carbonate"),
    *("zinc zinc oxide", "zirconium oxychloride", "ruthenium tetroxide"),
)


@each_row(("name", "told"), [*TOLD.items(), *((name, "") for name in UNTOLD)])
def test_a_name_tells_a_formula(name: str, told: str) -> None:
    found = NAME.search(name)
    assert (formula(found) if found is not None else "") == told


@each_row(
    ("text", "kind", "id_"),
    [
        ("Copper chloride was dissolved in oleylamine.", "chemical", "copper chloride"),
        ("Tin acetate and oleic acid were mixed.", "chemical", "tin acetate"),
        ("Nickel sulfate hexahydrate was added.", "chemical", "nickel sulfate"),
        ("The dots were made from sodium stannate.", "chemical", "sodium stannate"),
        ("Cobalt oxalate decomposed in the flask.", "chemical", "cobalt oxalate"),
        ("Manganese bromides were used.", "chemical", "manganese bromide"),
        ("Films of strontium sulfate were grown.", "material", "SrSO4"),
        ("Lithium hydroxide films dissolve in water.", "material", "LiOH"),
        ("Zinc iodide was deposited on glass.", "material", "ZnI2"),
        ("Sodium tantalate split water.", "material", "NaTaO3"),
        ("The TiN metal gate was etched.", "material", "TiN"),
        ("A metallic TiN layer conducts.", "material", "TiN"),
        ("Zinc fluorophosphate lay beside MgO.", "material", "MgO"),
        ("Copper selenites lie beside MgO.", "material", "MgO"),
    ],
)
def test_a_salt_is_a_reagent_unless_it_is_grown(text: str, kind: str, id_: str) -> None:
    found = [m for m in find_mentions(text) if m.kind in ("material", "chemical")]
    assert {(m.kind, m.id) for m in found if m.start == found[0].start} == {(kind, id_)}
