"""The table of rules: how often each fires on annotated texts, and how often it is right."""

from __future__ import annotations

import json

from kg.extract.coverage import support


def test_rules_are_counted_by_documents_and_by_what_the_annotation_says(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a", "b"):
        (texts / f"{name}.txt").write_text("Films\n\nThe films were annealed. The mobility rose.\n")
    claim = {
        "doc": "a",
        "study": "this",
        "kind": "outcome",
        "property": "carrier_mobility",
        "direction": "increase",
        "evidence": [[0, 1]],
    }
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim) + "\n")
    found = support([tmp_path])["outcome-name"]
    assert (found.right, found.wrong, len(found.documents)) == (1, 1, 2)
    assert found.precision == 0.5
