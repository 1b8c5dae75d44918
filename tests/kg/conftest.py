"""Two small documents that every named query has something to say about.

Liu 2011 is spoken of twice, in a survey and in a note on it, and must stay one study. The other
studies are made up and carry Greek letters for names.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.model import Author, Reference
from kg.model import (
    Application,
    Chemical,
    Claim,
    Condition,
    Content,
    Disagreement,
    Document,
    Evidence,
    Form,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
    Thing,
)
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph

LIU = Reference(
    number="1",
    authors=(Author(family="Liu", given="Y."), Author(family="Law", given="M.")),
    title="Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition",
    container="Nano Lett.",
    year=2011,
    volume="11",
    issue="12",
    pages="5349–5355",
    type="article-journal",
)
ALPHA = Reference(
    number="2",
    authors=(Author(family="Alpha", given="A."),),
    title="On shells grown in solution & the like: 50% {or} more_less",
    container="J. Test.",
    year=2012,
    doi="10.9999/alpha.2012",
    type="article-journal",
)
BETA = Reference(
    number="3",
    authors=(Author(family="Beta", given="B."),),
    title="The Same Pair by Exchange",
    container="Proceedings of Tests",
    year=2003,
    type="paper-conference",
)
GAMMA = Reference(
    number="4",
    authors=(Author(family="Gämma", given="C."),),
    title="Dots left uncoated",
    year=2013,
    type="thesis",
)


def celsius(value: float) -> Quantity:
    return Quantity(value=value, unit="Cel", raw=f"{value:g} °C")


LIU_CLAIMS: tuple[tuple[str, tuple[Content, ...]], ...] = (
    (
        "PbSe dots were infilled with Al₂O₃ from TMA and water at 70 °C.",
        (
            Material(role="nanocrystal", formula="PbSe"),
            Material(role="matrix", formula="Al2O3"),
            Form(formula="PbSe", form="quantum_dot"),
            System(architecture="nanocomposite", layers=("PbSe", "Al2O3")),
            Process(process="thermal_ald"),
            Chemical(role="precursor", chemical="trimethylaluminum"),
            Chemical(role="coreactant", chemical="water"),
            Condition(parameter="temperature", quantity=celsius(70.0)),
        ),
    ),
    (
        "TEM showed that the film was infilled, and the mobility of electrons rose.",
        (
            Technique(technique="tem"),
            Outcome(property="infilling", direction="present"),
            Outcome(property="electron_mobility", direction="increase"),
        ),
    ),
    ("Transistors were made.", (Application(application="field_effect_transistor"),)),
)

SURVEY: tuple[tuple[str, str, tuple[Content, ...]], ...] = (
    (
        "2",
        "CdSe was given a CdS shell by colloidal ALD; oleylamine stayed on it.",
        (
            Material(role="core", formula="CdSe"),
            Material(role="shell", formula="CdS"),
            System(architecture="core_shell", layers=("CdSe", "CdS")),
            Process(process="biphasic_colloidal_ald"),
            Chemical(role="ligand", chemical="oleylamine"),
            Outcome(property="ligand_retention", direction="present"),
            Technique(technique="tem"),
        ),
    ),
    (
        "2",
        "The quantum yield rose from 10 to 40 %, after a growth of 0.3 nm per cycle.",
        (
            Outcome(
                property="photoluminescence_quantum_yield",
                direction="increase",
                quantity=Quantity(value=40.0, start=10.0, unit="percent", raw="from 10 to 40 %"),
            ),
            Condition(
                parameter="growth_per_cycle",
                quantity=Quantity(
                    value=0.3, unit="nm/{cycle}", raw="0.3 nm per cycle", approximate=True
                ),
            ),
        ),
    ),
    (
        "3",
        "Cation exchange gave CdS on CdSe, at 150–200 °C; the quantum yield fell.",
        (
            Material(role="core", formula="CdSe"),
            Material(role="shell", formula="CdS"),
            System(architecture="core_shell", layers=("CdSe", "CdS")),
            Process(process="cation_exchange"),
            Outcome(property="photoluminescence_quantum_yield", direction="decrease"),
            Condition(
                parameter="temperature",
                quantity=Quantity(value=150.0, value_max=200.0, unit="Cel", raw="150–200 °C"),
            ),
        ),
    ),
    (
        "4",
        "PbSe dots under ZnO at 420 K were not infilled.",
        (
            Material(role="nanocrystal", formula="PbSe"),
            Material(role="overlayer", formula="ZnO"),
            Process(process="ald"),
            Chemical(role="precursor", chemical="diethylzinc"),
            Condition(
                parameter="temperature",
                quantity=Quantity(value=420.0, unit="K", raw="420 K"),
            ),
            Outcome(property="infilling", direction="absent"),
        ),
    ),
)


def claims_of(doc: str, sentences: list[tuple[str, str, tuple[Content, ...]]]) -> tuple[Claim, ...]:
    """The claims of sentences that follow one another in a document."""
    found: list[Claim] = []
    at = 0
    for study, sentence, contents in sentences:
        evidence = Evidence(
            spans=((at, at + len(sentence)),), rule="by-hand", extractor="test 1", quote=sentence
        )
        found += [Claim(doc=doc, study=study, content=c, evidence=evidence) for c in contents]
        at += len(sentence) + 1
    return tuple(found)


DISPUTED = Disagreement(
    studies=("2", "3"),
    cue="contradictory results",
    about=(Thing("material", "CdS"), Thing("outcome", "photoluminescence_intensity")),
    evidence=Evidence(
        spans=((7, 19), (23, 40)),
        rule="by-hand",
        extractor="test 1",
        quote="Contradictory results were reported.",
        place="section 2, paragraph 1",
    ),
)


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    told = [("1", sentence, contents) for sentence, contents in LIU_CLAIMS[:1]]
    noted = [("this", sentence, contents) for sentence, contents in LIU_CLAIMS]
    survey = Document(
        id="survey",
        sha256="a" * 64,
        claims=claims_of("survey", [*told, *SURVEY]),
        references=(LIU, ALPHA, BETA, GAMMA),
        record=Reference(authors=(Author(family="Omega"),), title="A Survey", year=2020),
        disagreements=(DISPUTED,),
    )
    note = Document(
        id="liu-2011",
        sha256="b" * 64,
        claims=claims_of("liu-2011", noted),
        record=LIU,
        genre="note",
    )
    return survey, note


@pytest.fixture(scope="session")
def answers(documents: tuple[Document, ...]) -> EmbeddedGraph:
    """A store of the small documents, in memory."""
    slugs = study_iris(documents)
    return EmbeddedGraph.in_memory(quad for d in documents for quad in document_quads(d, slugs))


@pytest.fixture(scope="session")
def claims_about() -> Callable[..., tuple[Claim, ...]]:
    """Claims of a document on its own study, one a content, all with the same evidence."""

    def make(doc: str, *contents: Content, study: str = "this") -> tuple[Claim, ...]:
        return claims_of(doc, [(study, "One sentence said it all.", contents)])

    return make
