"""Which coating a row of ``oxide-coated-dots`` tells of, and which sentences stand beside it."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Author, Reference
from kg.model import Claim, Content, Document, Links, Material, Outcome, System
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
