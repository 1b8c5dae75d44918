"""The table of rules: how often each fires on annotated texts, and how often it is right."""

from __future__ import annotations

import json

import pytest

from kg.extract.coverage import annotated_set, report, support, table

CLAIM = {
    "doc": "a",
    "study": "this",
    "kind": "outcome",
    "property": "carrier_mobility",
    "direction": "increase",
    "evidence": [[0, 1]],
}


@pytest.fixture
def folder(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a", "b", "c"):
        (texts / f"{name}.txt").write_text("Films\n\nThe films were annealed. The mobility rose.\n")
    rows = [
        CLAIM,
        CLAIM | {"doc": "b", "property": "conductivity"},
        CLAIM | {"doc": "c", "optional": True},
    ]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_rules_are_counted_by_documents_and_by_what_the_annotation_says(folder):
    found = support([annotated_set(str(folder))])["outcome-name"]
    assert (found.right, found.wrong) == (1, 1)  # the optional one is neither
    assert (len(found.documents), len(found.sources)) == (3, 1)
    assert found.precision == 0.5
    assert not found.is_supported


def test_a_set_may_keep_its_claims_apart_from_its_texts(folder):
    claims = f"{folder / 'claims.jsonl'}={folder / 'texts' / 'a.txt'}"
    both = support([annotated_set(claims), annotated_set(str(folder))])
    assert both["outcome-name"].is_supported
    with pytest.raises(ValueError, match="no claims or no texts found"):
        annotated_set(str(folder / "texts"))


def test_the_report_names_examples_and_rules_that_never_fired(folder):
    rules = support([annotated_set(str(folder))])
    lines = {line.split()[0]: line for line in report(rules)}
    assert "The carrier mobility rose." in lines["outcome-name"]
    assert lines["sheet"].split()[1] == "0"
    assert json.loads(table(rules))["outcome-name"]["wrong"] == 1
