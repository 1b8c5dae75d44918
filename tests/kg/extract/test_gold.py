"""Floors of the measure on the development gold, where it stands beside the project."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

import corpus
from kg.claims import to_record
from kg.extract import extract

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).parents[4] / "shared"))
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the gold claims are not beside the project"
)

#: file -> (documents, strict F1, uncredited F1, evidence overlap): at least these.
FLOORS = {
    "review": (("seed/review.txt",), 0.9, 0.905, 0.969),
    "other": (("gold/texts/*.txt",), 0.845, 0.845, 0.959),
}


def scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "contract/score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_floor(name: str):
    patterns, strict, uncredited, overlap = FLOORS[name]
    files = sorted(path for pattern in patterns for path in SHARED.glob(pattern))
    claims = [to_record(claim) for path in files for claim in extract(corpus.read(path))]
    score = scorer()
    report = score.score(score.read(SHARED / f"gold/{name}.dev.jsonl"), claims)
    assert report["strict"]["all"]["f1"] >= strict
    assert report["uncredited"]["all"]["f1"] >= uncredited
    assert report["evidence_overlap"] >= overlap
