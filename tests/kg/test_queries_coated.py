"""Which coating a row tells of, at which temperature, and which sentences stand beside it."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Author, Reference
from kg.model import (
    Chemical,
    Claim,
    Condition,
    Content,
    Document,
    Links,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
    Thing,
    solid,
)
from kg.queries import run
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph
from kg.table import Table
from tests.kg.conftest import claims_of
from tests.rows import each_row

#: What a sentence says of the outcome, and of which layers.
Told = tuple[str, tuple[Content, ...], tuple[str, ...]]


def _answer(*sentences: Told) -> Table:
    """What the question finds in a review of one study, of which these sentences tell."""
    made = claims_of("review", [("7", text, said) for text, said, _ in sentences])
    layers = {text: of for text, _, of in sentences}
    claims: tuple[Claim, ...] = tuple(
        replace(claim, links=Links(of=layers[claim.evidence.quote]))
        if isinstance(claim.content, Outcome)
        else claim
        for claim in made
    )
    cited = Reference(number="7", authors=(Author(family="Delta"),), title="D")
    document = Document(id="review", sha256="", claims=claims, references=(cited,))
    store = EmbeddedGraph.in_memory(document_quads(document, study_iris([document])))
    return run(store, "oxide-coated-dots")


SHELLS = (
    Material(role="core", formula="SiO2"),
    Material(role="core", formula="Pd"),
    Material(role="shell", formula="Al2O3"),
    Material(role="shell", formula="ZnO"),
    System(architecture="core_shell", layers=("SiO2", "ZnO")),
)


@each_row(
    ("told", "pairs"),
    [
        # ZnO is told to be on silica; nothing is said of what lies below the alumina
        ((), {("SiO2", "ZnO"), ("SiO2", "Al2O3"), ("Pd", "Al2O3")}),
        (
            (System(architecture="core_shell", layers=("SiO2", "Al2O3")),),
            {("SiO2", "ZnO"), ("SiO2", "Al2O3")},
        ),
        # an outcome tells of coated Pd
        (
            (
                System(architecture="core_shell", layers=("SiO2", "Al2O3")),
                Outcome(property="accessible_surface", direction="decrease"),
            ),
            {("SiO2", "ZnO"), ("SiO2", "Al2O3"), ("Pd", "Al2O3")},
        ),
    ],
)
def test_a_coating_goes_with_the_core_that_it_is_told_of(
    told: tuple[Content, ...], pairs: set[tuple[str, str]]
):
    found = _answer(("One sentence said it all.", (*SHELLS, *told), ("Pd", "Al2O3")))
    listed = zip(found.column("core"), found.column("coating"), strict=True)
    assert {(core, one) for core, many in listed for one in str(many).split(", ")} == pairs


def test_what_an_oxide_was_turned_into_is_no_outcome_of_the_oxide():
    turned = (
        Material(role="core", formula="Ag"),
        System(architecture="core_shell", layers=("Ag", "Al2O3")),
        System(architecture="hybrid", layers=("Ag", "Al-MOF")),
        Outcome(property="stability", direction="increase"),
    )
    found = _answer(("One sentence said it all.", turned, ("Ag", "Al-MOF")))
    listed = zip(found.column("coating"), found.column("property"), strict=True)
    assert list(listed) == [("Al2O3", None)]


def test_nanocrystals_that_are_an_oxide_have_their_outcomes():
    coated = (
        Material(role="nanocrystal", formula="SnO2"),
        System(architecture="nanocomposite", layers=("SnO2", "HfO2")),
        Outcome(property="conductivity", direction="increase"),
    )
    found = _answer(("One sentence said it all.", coated, ("SnO2", "HfO2")))
    listed = zip(found.column("coating"), found.column("property"), strict=True)
    assert list(listed) == [("HfO2", "conductivity")]


def test_the_sentence_of_the_coating_stands_beside_that_of_the_outcome():
    coated, glow = "PbSe dots were coated with alumina.", "The mobility of the dots rose."
    system = System(architecture="nanocomposite", layers=("PbSe", "Al2O3"))
    core = Material(role="nanocrystal", formula="PbSe")
    rose = Outcome(property="electron_mobility", direction="increase")

    def texts(*said: Told) -> tuple[object, object]:
        found = _answer(*said)
        return found.column("coating_sentence")[0], found.column("sentence")[0]

    assert texts((coated, (core, system), ()), (glow, (rose,), system.layers)) == (coated, glow)
    assert texts((coated, (core, system, rose), system.layers)) == (None, coated)


#: A sentence: what it says, with the links of that.
Linked = tuple[tuple[Content, Links], ...]

FREE = Links()
CORE = (Material(role="nanocrystal", formula="PbSe"), FREE)
MATRIX = (Material(role="matrix", formula="Al2O3"), FREE)
OVERLAYER = (Material(role="overlayer", formula="Al2O3"), FREE)
FILM = (Material(role="film", formula="Al2O3"), FREE)
ALD, ANNEALING = Thing("process", "ald"), Thing("process", "annealing")
FILLED = (Outcome(property="infilling", direction="present"), FREE)
SEEN = (Technique(technique="scanning_tunneling_microscopy"), FREE)

#: What a sample is found to have at the temperature of :func:`heated`.
SHOWN = (
    Outcome(property="carrier_mobility", direction="increase"),
    Links(under=(Condition(parameter="temperature", quantity=Quantity(value=70, unit="Cel")),)),
)


def heated(*owner: Thing) -> tuple[Content, Links]:
    """A temperature of 70 °C, and what it belongs to."""
    quantity = Quantity(value=70, unit="Cel")
    return Condition(parameter="temperature", quantity=quantity), Links(owner=owner)


def makes(*formulas: str) -> tuple[Content, Links]:
    """ALD, and the solids that it makes."""
    return Process(process="ald"), Links(makes=tuple(solid((formula,)) for formula in formulas))


def _store(*sentences: Linked) -> EmbeddedGraph:
    texts = [f"Sentence {number} said it all." for number in range(len(sentences))]
    told = [tuple(content for content, _ in said) for said in sentences]
    made = claims_of("paper", [("7", text, said) for text, said in zip(texts, told, strict=True)])
    links = [links for said in sentences for _, links in said]
    claims = tuple(replace(c, links=one) for c, one in zip(made, links, strict=True))
    cited = Reference(number="7", authors=(Author(family="Delta"),), title="D")
    document = Document(id="paper", sha256="", claims=claims, references=(cited,))
    return EmbeddedGraph.in_memory(document_quads(document, study_iris([document])))


@each_row(
    ("name", "told", "shown"),
    [
        ("of the coating", ((CORE, MATRIX), (heated(solid(("Al2O3",))),)), "70 °C"),
        ("of the coated", ((CORE, MATRIX), (heated(solid(("PbSe", "Al2O3"))),)), "70 °C"),
        ("of the core", ((CORE, MATRIX), (heated(solid(("PbSe",))),)), "not stated"),
        ("of core and process", ((CORE, MATRIX), (heated(solid(("PbSe",)), ALD),)), "not stated"),
        ("of the process", ((CORE, MATRIX, makes()), (heated(ALD),)), "70 °C"),
        ("of another process", ((CORE, MATRIX, makes("ZnS")), (heated(ALD),)), "not stated"),
        ("of a process that makes it", ((CORE, MATRIX, makes("Al2O3")), (heated(ALD),)), "70 °C"),
        ("of annealing", ((CORE, MATRIX), (heated(ANNEALING),)), "not stated"),
        ("of a reagent", ((CORE, MATRIX), (heated(Thing("chemical", "TMA")),)), "not stated"),
        ("in one sentence", ((CORE, MATRIX, heated()),), "70 °C"),
        ("in another sentence", ((CORE, MATRIX), (heated(),)), "not stated"),
        ("in another sentence with the core", ((CORE, MATRIX), (CORE, heated())), "not stated"),
    ],
)  # fmt: skip
def test_which_temperature_is_that_of_a_coating(
    name: str, told: tuple[Linked, ...], shown: str
) -> None:
    found = run(_store(*told), "oxide-coated-dots")
    assert set(found.column("temperature")) == {shown}, name


@each_row(
    ("told", "rows"),
    [(((CORE, FILM),), 0), (((CORE, FILM), (FILLED,)), 1), (((CORE, MATRIX),), 1)],
)
def test_a_film_is_a_coating_if_it_fills_the_pores(told: tuple[Linked, ...], rows: int) -> None:
    assert len(run(_store(*told), "oxide-coated-dots")) == rows


@each_row(
    ("told", "roles"),
    [
        # the sentence of the temperature tells of the matrix alone
        (((MATRIX, heated(solid(("Al2O3",)))), (OVERLAYER,)), ["matrix"]),
        (((MATRIX, OVERLAYER, heated(solid(("Al2O3",)))),), ["matrix", "overlayer"]),
        (((MATRIX,), (OVERLAYER,), (heated(solid(("Al2O3",))),)), ["matrix", "overlayer"]),
        # at which something was measured
        (((MATRIX, SEEN, heated()),), []),
        (((MATRIX, SHOWN, heated()),), []),
        (((MATRIX, heated()),), ["matrix"]),
    ],
)
def test_which_role_of_a_solid_takes_a_temperature(
    told: tuple[Linked, ...], roles: list[str]
) -> None:
    assert list(run(_store(*told), "deposited-below").column("role")) == roles


def _dimmer(direction: str, *agent: Thing) -> tuple[Content, Links]:
    told = Outcome(property="photoluminescence_intensity", direction=direction)
    return told, Links(of=("InP", "ZnO", "ZnSe"), agent=agent)


@each_row(
    ("effect", "is_one"),
    [
        (_dimmer("decrease"), True),
        (_dimmer("decrease", solid(("ZnO",))), True),
        (_dimmer("decrease", ALD), True),
        (_dimmer("decrease", solid(("ZnSe",))), False),
        (_dimmer("decrease", Thing("form", "quantum_dot")), False),
        (_dimmer("decrease", Thing("chemical", "TMA")), False),
        (_dimmer("decrease", ANNEALING), False),
        (_dimmer("reported"), False),
        (_dimmer("reported", solid(("ZnO",))), True),
    ],
)
def test_what_is_an_effect_of_the_coating(effect: tuple[Content, Links], is_one: bool) -> None:
    found = run(_store((effect,)), "effects-of-coating", {"coating": "ZnO"})
    assert len(found) == is_one


def test_a_laminate_is_no_coating() -> None:
    denser = Outcome(property="stability", direction="increase"), Links(of=("Al2O3", "ZrO2"))
    for architecture, rows in (("nanolaminate", 0), ("core_shell", 1)):
        system = System(architecture=architecture, layers=("Al2O3", "ZrO2")), FREE
        found = run(_store((system, denser)), "effects-of-coating", {"coating": "ZrO2"})
        assert len(found) == rows


def test_a_reagent_beside_two_changes_of_a_property_caused_neither() -> None:
    reagent = Chemical(role="precursor", chemical="TMA"), FREE
    for directions, rows in ((("decrease",), 1), (("decrease", "none"), 0)):
        store = _store((reagent, *(_dimmer(direction) for direction in directions)))
        assert len(run(store, "effect-of-precursor")) == rows


def test_what_etches_a_solid_is_no_precursor_of_it() -> None:
    film = Material(role="film", formula="AlN"), FREE
    for process, rows in (("atomic_layer_etching", 0), ("ald", 1)):
        used = Links(used_for=(Thing("process", process),))
        store = _store((film, (Chemical(role="precursor", chemical="TMA"), used)))
        assert len(run(store, "precursors-of-material", {"material": "AlN"})) == rows, process
