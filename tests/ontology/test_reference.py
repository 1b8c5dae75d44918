"""The reference says what the Turtle says; what was published stays; the drawing is current."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from ontology import drawing, source, vocabulary
from ontology.drawing import draw, overview
from ontology.iri import BASE, NAMESPACE, ONTOLOGY_IRI
from ontology.layout import lay_out
from ontology.published import faulty_replacements, read_published, vanished, with_new
from ontology.reference import published_iris, read_reference, reference

ROOT = Path(__file__).parents[2]
HEADER = f"""@prefix ald: <{NAMESPACE}> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{ONTOLOGY_IRI}/test> a owl:Ontology ; dcterms:title "Test" .
"""


def read(turtle: str):
    return read_reference(
        {"modules/test.ttl": source.parse_turtle((HEADER + turtle).encode(), "t")}
    )


def test_every_term_is_in_the_reference_with_what_the_turtle_says():
    found = reference()
    for term in vocabulary().terms:
        entry = found.by_iri[term.iri]
        assert (entry.label, entry.definition) == (term.label, term.definition)
        assert set(term.broader) <= set(entry.wider)
        assert entry.sources
    study = found.by_iri[NAMESPACE + "Study"]
    assert (study.kind, study.label, study.notation) == ("class", "study", "Study")
    assert NAMESPACE + "Claim" in found.by_iri[NAMESPACE + "aboutStudy"].domain
    assert BASE + "process/thermal-ald" in found.by_iri[BASE + "process/ald"].narrower


def test_every_entry_stands_in_one_section():
    found = reference()
    sections = (*found.modules, *found.vocabularies)
    assert sum(len(section.entries) for section in sections) == len(found.by_iri) > 1500
    assert {section.name for section in found.modules} >= {"core", "materials", "curation"}
    assert len(found.vocabularies) == len(vocabulary().kinds)
    assert all(section.title and section.description for section in sections)
    assert found.version_iri == f"{ONTOLOGY_IRI}/{found.version}"


# ── what was published ───────────────────────────────────────────────────────────────────────


def test_no_published_iri_vanishes():
    """If this fails: deprecate the term, do not delete it (docs/publication.md)."""
    published = read_published()
    assert len(published) == len(set(published)) > 1500
    assert vanished(published) == ()


def test_no_iri_looks_like_a_blank_node_to_owl_tools():
    """OWLAPI, and so Protégé, takes each IRI with the letters ``genid`` for one."""
    assert [iri for iri in published_iris() if "genid" in iri] == []


def test_what_is_replaced_is_deprecated_and_by_what_there_is():
    assert list(faulty_replacements()) == []


def test_a_vanished_iri_is_found():
    assert vanished([*read_published(), BASE + "process/gone"]) == (BASE + "process/gone",)
    assert vanished([NAMESPACE + "A"], read("ald:A a owl:Class .")) == ()
    assert vanished([NAMESPACE + "A"], read("ald:B a owl:Class .")) == (NAMESPACE + "A",)


def test_the_list_only_grows():
    assert with_new(["# head", "b", "gone"], ["c", "a", "b"]) == ["# head", "b", "gone", "a", "c"]
    assert set(published_iris()) >= set(read_published())


@pytest.mark.parametrize(
    ("turtle", "fault"),
    [
        ("ald:A a owl:Class ; dcterms:isReplacedBy ald:B . ald:B a owl:Class .", "not owl:deprec"),
        ("ald:A a owl:Class ; owl:deprecated true ; dcterms:isReplacedBy ald:C .", "not defined"),
        (
            "ald:A a owl:Class ; owl:deprecated true ; dcterms:isReplacedBy ald:B . "
            "ald:B a owl:Class ; owl:deprecated true .",
            "deprecated itself",
        ),
    ],
)
def test_faulty_replacements_are_found(turtle, fault):
    (found,) = faulty_replacements(read(turtle))
    assert found.startswith("ald:A: replaced")
    assert fault in found


def test_a_good_replacement():
    found = read(
        "ald:A a owl:Class ; owl:deprecated true ; dcterms:isReplacedBy ald:B . ald:B a owl:Class ."
    )
    assert list(faulty_replacements(found)) == []
    entry = found.by_iri[NAMESPACE + "A"]
    assert entry.deprecated
    assert entry.replaced_by == (NAMESPACE + "B",)


# ── the drawing ──────────────────────────────────────────────────────────────────────────────


def test_the_drawing_is_current():
    """If this fails: python -m ontology.drawing."""
    assert (ROOT / "docs" / "ontology.svg").read_text(encoding="utf-8") == draw()


def test_the_drawing_shows_every_class_and_arrow():
    shown = overview()
    root = ElementTree.fromstring(draw())  # noqa: S314 (our own text)
    space = "{http://www.w3.org/2000/svg}"
    links = [one.get("href") for one in root.iter(f"{space}a")]
    names = {name for edge in shown.arrows for name in edge}
    assert sorted(links) == sorted(NAMESPACE + name for name in names)
    assert {"Study", "Claim", "Evidence", "Document", "Quantity", "Material"} <= names
    paths = [one for one in root.iter(f"{space}path") if one.get("marker-end")]
    assert len(paths) == sum(a != b for a, b in shown.arrows)
    assert ("Claim", "Study") in shown.arrows
    assert "hasClaim" not in {name for names in shown.arrows.values() for name in names}


def test_boxes_do_not_overlap():
    root = ElementTree.fromstring(draw())  # noqa: S314 (our own text)
    space = "{http://www.w3.org/2000/svg}"
    boxes = [
        tuple(float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
        for rect in root.iter(f"{space}rect")
        if rect.get("rx")
    ]
    for number, (x, y, width, height) in enumerate(boxes):
        for x2, y2, _, _ in boxes[number + 1 :]:
            assert abs(x - x2) >= width or abs(y - y2) >= height


def test_names_are_escaped():
    one = drawing.Overview(arrows={('A"<b>', "C&D"): ("<p>",)}, narrower={})
    ElementTree.fromstring(draw(one))  # noqa: S314 (our own text)


@pytest.mark.parametrize(
    "edges",
    [[], [("a", "a")], [("a", "b"), ("b", "a")], [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]],
)
def test_circles_are_laid_out(edges):
    layout = lay_out(edges)
    placed = [node for layer in layout.layers for node in layer]
    assert len(placed) == len(set(placed))
    assert {name for a, b in edges if a != b for name in (a, b)} <= set(placed)
    assert set(layout.routes) == {(a, b) for a, b in edges if a != b}
