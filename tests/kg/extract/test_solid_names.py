"""Formulas of solids that only their names tell, and names that tell none."""

from __future__ import annotations

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
}  # fmt: skip
UNTOLD = (
    *("tin nitride", "iron oxide", "tungsten hexafluoride", "titanium tetrafluoride"),
    *("gold iron oxide", "lead magnesium niobate", "Ni-Fe alloy"),
    *("copper nickel foils", "gold-silver core-shell cubes", "copper nanowires", "ferrous films"),
    *("zinc zinc oxide", "zirconium oxychloride", "ruthenium tetroxide", "iron titanium vanadate"),
)


@each_row(("name", "told"), [*TOLD.items(), *((name, "") for name in UNTOLD)])
def test_a_name_tells_a_formula(name: str, told: str) -> None:
    found = NAME.search(name)
    assert (formula(found) if found is not None else "") == told
