"""Two studies disagree if they report opposite changes of one sample from one baseline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg import analytics
from kg.model import Claim, Condition, Document, Links, Outcome, Quantity, Thing
from kg.queries import run
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph
from tests.rows import each_row

ClaimsAbout = Callable[..., tuple[Claim, ...]]

COATED = Links(of=("CdSe", "ZnS"))
OTHER = Links(of=("CdSe", "CdS"))
EXCHANGED = replace(COATED, against=(Thing("process", "cation_exchange"),))
AGED = replace(
    COATED, under=(Condition(parameter="test_duration", quantity=Quantity(value=13, unit="d")),)
)
THIN = replace(
    COATED, under=(Condition(parameter="thickness", quantity=Quantity(value=2, unit="nm")),)
)
THICK = replace(
    COATED, under=(Condition(parameter="thickness", quantity=Quantity(value=20, unit="nm")),)
)
AGAINST_OXIDE = replace(COATED, against=(Thing("material", "ZnO"),))


def reports(claims_about: ClaimsAbout, doc: str, direction: str, links: Links) -> Document:
    outcome = Outcome(property="photoluminescence_quantum_yield", direction=direction)
    (claim,) = claims_about(doc, outcome)
    return Document(id=doc, sha256="", claims=(replace(claim, links=links),))


@each_row(
    ("name", "direction", "first", "second", "is_disagreement"),
    [
        ("no baseline", "decrease", COATED, COATED, True),
        ("one baseline", "decrease", EXCHANGED, EXCHANGED, True),
        ("the same change", "increase", COATED, COATED, False),
        ("another sample", "decrease", COATED, OTHER, False),
        ("a baseline that one names", "decrease", COATED, EXCHANGED, False),
        ("another baseline", "decrease", AGAINST_OXIDE, EXCHANGED, False),
        ("a test over time and a preparation", "none", COATED, AGED, False),
        ("two tests over time", "none", AGED, AGED, True),
        ("conditions that one names", "none", COATED, THIN, True),
        ("other conditions", "none", THIN, THICK, False),
    ],
)
def test_disagreements(
    name: str,
    direction: str,
    first: Links,
    second: Links,
    is_disagreement: bool,
    claims_about: ClaimsAbout,
) -> None:
    documents = [
        reports(claims_about, "one", "increase", first),
        reports(claims_about, "two", direction, second),
    ]
    slugs = study_iris(documents)
    store = EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))
    found = run(store, "disagreements")  # each pair once
    assert len(found) == is_disagreement, name
    for study in ("one", "two"):
        rows = run(store, "disagreements", {"study": study})
        assert list(rows.column("study")) == [study] * is_disagreement, name


def test_what_a_study_reports_of_the_coated_sample_explains_the_bare_one(
    claims_about: ClaimsAbout,
) -> None:
    bare = Links(of=("CdSe",))
    dim, bright = reports(claims_about, "one", "absent", bare), Links(of=("CdSe", "ZnS"))
    coated = reports(claims_about, "one", "present", bright)
    contrast = Document(id="one", sha256="", claims=(*dim.claims, *coated.claims))
    other = reports(claims_about, "two", "present", bare)
    for first, wanted in ((dim, 1), (contrast, 0)):
        documents = [first, other]
        slugs = study_iris(documents)
        store = EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))
        assert len(run(store, "disagreements")) == wanted


def test_a_study_that_reports_both_changes_contradicts_none(claims_about: ClaimsAbout) -> None:
    up, down = (reports(claims_about, "one", way, COATED) for way in ("increase", "decrease"))
    both = Document(id="one", sha256="", claims=(*up.claims, *down.claims))
    documents = [both, reports(claims_about, "two", "decrease", COATED)]
    slugs = study_iris(documents)
    store = EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))
    assert len(run(store, "disagreements")) == 0
    assert len(analytics.run(store, "disagreements")) == 0


def test_each_side_of_a_disagreement_shows_its_sentence(bundled: EmbeddedGraph) -> None:
    rows = run(bundled, "disagreements")
    sentences = [*rows.column("sentence"), *rows.column("other_sentence")]
    assert sentences
    assert all(sentences)
    missing = [str(text) for text in sentences if "(no text here" in str(text)]
    assert all("aldkg attach" in text for text in missing)  # the review's own text is not shipped
    assert len(missing) < len(sentences) / 4
