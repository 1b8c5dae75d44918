"""Solids by names that tell no formula: trivial names, acronyms, frameworks, polymers."""

from __future__ import annotations

from kg.extract.finders.pipeline import find_mentions
from tests.kg.extract.claim_rows import claims
from tests.rows import each_row

SOLIDS = {
    # minerals and trivial names
    "Nanosheets of franckeite were exfoliated.": ["franckeite"],
    "Films of calaverite and of stuffed greenockite were grown.": ["AuTe2", "CdS"],
    "A beta-eucryptite ceramic was sintered.": ["LiAlSiO4"],
    "White phosphorus was sublimed beside α-W.": ["P", "W"],
    "The chalcogenide glass was drawn to a fiber.": ["chalcogen glass"],
    # alloys and steels by their grade
    "AISI 410 plates and Al 2024 sheets were coated.": ["stainless steel", "aluminum alloy"],
    "The Terfenol-D rods and a Finemet ribbon were annealed.": ["Terfenol-D", "FINEMET"],
    # acronyms
    "BCFZY cathodes on a layer of SNDC were tested.": ["BCFZY", "SNDC"],
    "The NVPF powder was coated with alumina.": ["NVPF", "Al2O3"],
    # frameworks by laboratory and number
    "ZIF-71 and MIL-47(V) were activated, and a MIL-STD-750 test was passed.":
        ["ZIF-71", "MIL-47(V)"],
    "NH2-MIL-88 beside UiO-67-bpy and Hf-MOF-808": ["NH2-MIL-88", "UiO-67-bpy", "Hf-MOF-808"],
    # polymers by systematic names
    "Poly(tetrahydrofurfuryl acrylate) films were grown by iCVD.":
        ["poly(tetrahydrofurfuryl acrylate)"],
    "Silica was covered by poly(hexyl methacrylate) (PHMA).": ["SiO2", "PHMA"],
    "Membranes of polybenzothiazole-co-polyimide were cast.":
        ["polybenzothiazole-co-polyimide"],
    "A polysilane layer and polycrystalline silicon were etched.": ["polysilane", "Si"],
}  # fmt: skip
#: A polymer in solution is no solid, and its unit no reagent.
DISSOLVED = (
    "Poly(lactobionic acid) was added to the solution.",
    "The poly(crystalline) grains and poly(dA) strands were seen.",
    "A polymorph of high polydispersity formed.",
)


@each_row(("text", "solids"), SOLIDS.items())
def test_a_name_is_one_solid(text: str, solids: list[str]) -> None:
    found = [m for m in find_mentions(text) if m.kind == "material"]
    assert [m.id for m in found] == solids


@each_row("text", DISSOLVED)
def test_a_polymer_in_solution_is_no_solid(text: str) -> None:
    assert [m for m in find_mentions(text) if m.kind in ("material", "chemical")] == []


FILMS = {
    "Thin films of PU were cast. The gain was 3 dB.": {"film polyurethane"},
    "The PI thin films were grown by MLD.": {"film polyimide"},
    "The PI controller was tuned, and ZnO films were grown by ALD.": {"film ZnO"},
}


@each_row(("text", "films"), FILMS.items())
def test_a_short_symbol_is_a_polymer_only_where_something_is_made_of_it(
    text: str, films: set[str]
) -> None:
    assert {claim for claim in claims(text) if claim.startswith("film ")} == films
