"""Recipes and observations: linked claims of a study, grouped; nothing that they do not say."""

from __future__ import annotations

from kg.model import (
    Chemical,
    Claim,
    Condition,
    Content,
    Evidence,
    Links,
    Outcome,
    Process,
    Quantity,
    Technique,
    Thing,
    solid,
)
from kg.observations import observations
from kg.recipes import recipes

ALD, HFO2, ZNO = Thing("process", "ald"), solid(("HfO2",)), solid(("ZnO",))


def claim(content: Content, *, at: int = 0, study: str = "this", **links: object) -> Claim:
    evidence = Evidence(spans=((at, at + 9),), rule="r", extractor="x/1")
    return Claim(doc="d", study=study, content=content, evidence=evidence, links=Links(**links))


def reagent(role: str, name: str, made: tuple[Thing, ...], *partners: str) -> Claim:
    with_ = tuple(Thing("chemical", partner) for partner in partners)
    chemical = Chemical(role=role, chemical=name)
    return claim(chemical, used_for=(ALD, *made), used_with=with_)


def celsius(value: float, *owner: Thing) -> Claim:
    quantity = Quantity(value=value, unit="Cel")
    return claim(Condition(parameter="temperature", quantity=quantity), owner=owner)


TWO_FILMS = (
    claim(Process(process="ald"), makes=(HFO2, ZNO)),
    reagent("precursor", "TEMAHf", (HFO2,), "ozone"),
    reagent("coreactant", "ozone", (HFO2,), "TEMAHf"),
    reagent("precursor", "diethylzinc", (ZNO,), "water"),
    reagent("coreactant", "water", (ZNO,), "diethylzinc"),
    celsius(250, ALD, HFO2),
    celsius(120, ALD, ZNO),
    celsius(60, Thing("chemical", "TEMAHf")),
)


def test_each_film_has_its_own_reagents_and_temperature():
    hafnia, zinc_oxide = recipes(TWO_FILMS)
    assert (hafnia.made, hafnia.processes) == (HFO2, ("ald",))
    assert (hafnia.precursors, hafnia.coreactants) == (("TEMAHf",), ("ozone",))
    assert [t.value for t in hafnia.temperatures] == [250]  # not that of the bubbler
    assert (zinc_oxide.precursors, zinc_oxide.coreactants) == (("diethylzinc",), ("water",))
    assert [t.value for t in zinc_oxide.temperatures] == [120]
    assert set(hafnia.claims) == {TWO_FILMS[0], TWO_FILMS[1], TWO_FILMS[2], TWO_FILMS[5]}


def test_precursors_that_stand_for_one_another_make_two_recipes():
    claims = (
        reagent("precursor", "TEMAHf", (HFO2,), "ozone"),
        reagent("precursor", "hafnium tetrachloride", (HFO2,), "water"),
        reagent("coreactant", "ozone", (HFO2,), "TEMAHf"),
        reagent("coreactant", "water", (HFO2,), "hafnium tetrachloride"),
        celsius(250, ALD, HFO2),
    )
    found = recipes(claims)
    assert [(r.precursors, r.coreactants) for r in found] == [
        (("TEMAHf",), ("ozone",)),
        (("hafnium tetrachloride",), ("water",)),
    ]
    assert [r.temperatures for r in found] == [(), ()]  # the text does not say of which


def test_precursors_used_together_share_a_recipe():
    claims = (
        reagent("precursor", "lithd", (solid(("LiF",)),), "TiF4"),
        reagent("precursor", "TiF4", (solid(("LiF",)),), "lithd"),
    )
    assert [r.precursors for r in recipes(claims)] == [("lithd", "TiF4")]


def test_precursors_of_different_elements_share_a_recipe_and_those_of_one_do_not():
    cds = solid(("CdSe", "CdS"))
    both = [reagent("precursor", name, (cds,)) for name in ("cadmium_acetate", "potassium_sulfide")]
    assert [r.precursors for r in recipes(both)] == [("cadmium_acetate", "potassium_sulfide")]
    three = [*both, reagent("precursor", "cadmium_formate", (cds,))]
    assert len(recipes(three)) == 3  # nothing says which of the salts was used with the sulfide


def test_a_reagent_of_other_metals_alone_is_no_precursor_but_a_dopant_may_be():
    wrong = reagent("precursor", "Cs oleate", (ZNO,))
    grown = claim(Process(process="ald"), makes=(ZNO,))
    assert [(r.precursors, r.processes) for r in recipes([grown, wrong])] == [((), ("ald",))]
    doped = [reagent("precursor", name, (ZNO,), "water") for name in ("diethylzinc", "ferrocene")]
    assert {name for r in recipes(doped) for name in r.precursors} == {"diethylzinc", "ferrocene"}
    assert recipes([reagent("precursor", "cesium oleate", (solid(("CsPbBr3", "ZnO")),))])


def test_studies_are_kept_apart_and_unlinked_claims_make_no_recipe():
    other = claim(Process(process="cvd"), study="8", makes=(HFO2,))
    found = recipes([*TWO_FILMS, other])
    assert [(r.study, r.processes) for r in found if r.made == HFO2] == [
        ("this", ("ald",)),
        ("8", ("cvd",)),
    ]
    assert recipes([claim(Process(process="ald")), celsius(100)]) == ()


def test_an_observation_is_an_outcome_with_its_links_and_proofs():
    infilling = claim(
        Outcome(property="infilling", direction="present"),
        of=("PbTe", "HfO2"),
        agent=(ALD,),
        against=(solid(("PbTe",)),),
    )
    shown = (Thing("outcome", "infilling"),)
    tem = claim(Technique(technique="tem"), shows=shown)
    elsewhere = claim(Technique(technique="xps"), at=50, shows=shown)
    other = claim(Technique(technique="afm"), shows=(Thing("outcome", "surface_roughness"),))
    (found,) = observations([infilling, tem, elsewhere, other])
    assert (found.property, found.direction) == ("infilling", "present")
    assert (found.sample, found.agents) == (("PbTe", "HfO2"), (ALD,))
    assert (found.baseline, found.conditions) == ((solid(("PbTe",)),), ())
    assert (found.techniques, found.claims) == (("tem",), (infilling, tem))


def test_a_reagent_of_several_films_belongs_to_no_recipe_without_a_partner():
    listed = (
        claim(Process(process="ald"), makes=(HFO2, ZNO)),
        reagent("precursor", "TEMAHf", (HFO2,)),
        reagent("precursor", "diethylzinc", (ZNO,)),
        reagent("coreactant", "ozone", (HFO2, ZNO)),
        reagent("coreactant", "water", (ZNO,)),
    )
    assert [recipe.coreactants for recipe in recipes(listed)] == [(), ("water",)]
