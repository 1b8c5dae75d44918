"""Floors of the links on the development gold, where it stands beside the project."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import corpus
from kg.claims import to_record
from kg.evaluate_links import evaluate_links
from kg.extract import extract

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).parents[4] / "shared"))
GOLD = SHARED / "gold" / "links.dev.jsonl"

#: Figure -> at least this.
FLOORS = {
    "of_precision": 0.91,
    "of_recall": 0.90,
    "agent_precision": 0.94,
    "agent_recall": 0.78,
}


@pytest.mark.skipif(not GOLD.is_file(), reason="the gold links are not beside the project")
def test_floor():
    files = [SHARED / "seed" / "review.txt", *sorted((SHARED / "gold" / "texts").glob("*.txt"))]
    claims = [to_record(claim) for path in files for claim in extract(corpus.read(path))]
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    figures = evaluate_links(gold, claims).figures()
    low = {name: figures[name] for name, floor in FLOORS.items() if (figures[name] or 0) < floor}
    assert low == {}
    assert (figures["not_agent"] or 0) <= 0.03
