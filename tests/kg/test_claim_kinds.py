"""One registry of kinds: a tenth kind is one entry, and a forgotten place is named."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.schemas import ClaimShape
from kg.catalog.claims import REFS
from ontology import source
from ontology.axioms import index_triples, values
from ontology.claim_kinds import CLAIM_KINDS, QUANTITY, ClaimKind, property_of, same_kinds
from ontology.iri import NAMESPACE, PREFIXES
from ontology.rdf import NamedNode
from tests.rows import each_row

ROOT = Path(__file__).parents[2]
CLAIM = NamedNode(NAMESPACE + "Claim")


def _named(path: str, pattern: str) -> list[str]:
    return re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"))


@each_row(
    ("path", "pattern"),
    [
        ("kg/queries/graph-summary.rq", r'\(ald:\w+Claim "(\w+) claims"'),
        ("docs/claims.md", r"\n\| `(\w+)` \| `\w+`(?:, `\w+`)* \| [^|]+\|(?=\n)"),
        ("api/static/kinds.css", r'data-kind="(\w+)"'),
    ],
)
def test_what_is_written_by_hand_names_each_kind(path, pattern):
    same_kinds(path, _named(path, pattern))


def test_no_claim_is_of_two_kinds():
    disjoint = _named("ontology/modules/core.ttl", r"AllDisjointClasses ;([^.]+)\.")
    assert any(
        set(re.findall(r"\w+Claim", listed)) == {k.class_name for k in CLAIM_KINDS.values()}
        for listed in disjoint
    )


def test_the_ontology_defines_what_the_registry_names():
    index = index_triples(source.model())
    missing = []
    for kind in CLAIM_KINDS.values():
        claims = NamedNode(NAMESPACE + kind.class_name)
        if CLAIM not in values(index, claims, PREFIXES["rdfs"] + "subClassOf"):
            missing.append(kind.class_name)
        for name in (*map(property_of, kind.fields), *kind.study_link.values()):
            if NamedNode(NAMESPACE + name) not in index:
                missing.append(name)
    assert missing == []


def test_the_api_shows_each_field():
    shown = set(ClaimShape.model_fields)
    assert set(REFS) <= shown
    assert {"layers", QUANTITY} <= shown


@each_row(
    ("fields", "message"),
    [
        ({"fields": {"shape": "shapes"}}, "holds 'shapes', which is not a kind of term"),
        ({"fields": {"form": "form"}, "aspect": "role"}, "has no field 'role'"),
    ],
)
def test_a_faulty_entry_is_refused(fields, message):
    with pytest.raises(ValueError, match=message):
        ClaimKind(name="hue", heading="Hues", **fields)


def test_a_tenth_kind_is_one_entry_and_its_content():
    done = subprocess.run(
        [sys.executable, "-m", "tests.data.tenth_kind"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "kg.model.Content has no entry for claims of kind 'hue'",
        "kg.evaluate.KINDS has no entry for claims of kind 'hue'",
        "api.schemas.Kind has no entry for claims of kind 'hue'",
        "api.explanation.terminal.STYLES has no entry for claims of kind 'hue'",
        "as JSON and back: True",
        "as RDF and back: True",
        "in the schema: True",
        "its letter: H",
    ], done.stderr
