"""A build keeps what was decided, tells what finds no claim, and keeps the text around claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import corpus
from corpus.model import Paper
from kg.build import build
from kg.claims import claim_key
from kg.curation.decision import decide
from kg.curation.log import append, log_beside
from kg.curation.reading import decisions_on_claim, find_claim
from kg.errors import CurationError
from kg.holdings import remove_documents
from kg.model import Claim, Evidence, Process
from kg.store import open_graph
from kg.surroundings import around, describe, write_text

SENTENCE = "The shells of ZnO grew by ALD in vacuum."
NOTE = """---
key: roth-2020
title: "A survey of coats"
authors: ["Roth, B."]
year: 2020
---

{before} {sentence} Nothing else is known of them.
"""


def extract(paper: Paper) -> tuple[Claim, ...]:
    start = paper.raw.find(SENTENCE)
    if start < 0:
        return ()
    where = Evidence(
        spans=((start, start + len(SENTENCE)),), rule="r", extractor="x", quote=SENTENCE
    )
    return (Claim(doc=paper.id, study="this", content=Process(process="ald"), evidence=where),)


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., tuple]:
    """Write a note and build the graph of it, with the decisions beside it."""

    def built(before: str, sentence: str = SENTENCE) -> tuple:
        note = tmp_path / "roth.md"
        note.write_text(NOTE.format(before=before, sentence=sentence), encoding="utf-8")
        store = tmp_path / "graph"
        report = build([note], store, extract=extract, decisions=log_beside(store))
        return report, open_graph(store), extract(corpus.read(note))

    return built


@pytest.mark.usefixtures("small_ontology")
def test_what_was_decided_outlives_builds(built: Callable[..., tuple], tmp_path: Path) -> None:
    log = log_beside(tmp_path / "graph")
    report, graph, (claim,) = built("Dots need coats.")
    assert (report.decisions, report.unmatched_decisions) == (0, ())
    assert find_claim(graph, claim_key(claim)) == claim
    correction = {"process": "thermal_ald"}
    append(
        log, decide(claim, "correct", name="Doe, J.", reason="so it says", correction=correction)
    )
    report, graph, (moved,) = built("Dots need coats, and many of them do.")
    assert claim_key(moved) != claim_key(claim)
    assert (report.decisions, report.unmatched_decisions) == (1, ())
    (told,) = decisions_on_claim(graph, claim_key(moved))
    now = find_claim(graph, told.claim)
    assert now is not None
    assert (now.content, now.evidence.spans) == (
        Process(process="thermal_ald"),
        moved.evidence.spans,
    )
    report, graph, claims = built("Dots need coats.", sentence="Nobody made any.")
    assert claims == ()
    assert report.decisions == 0
    (line,) = report.unmatched_decisions
    assert "correct by Doe, J." in line
    assert line.endswith("this claim is no longer found there")
    log.write_bytes(log.read_bytes() + b'{"id": "1')
    report, _, _ = built("Dots need coats.")
    assert (report.decisions, report.claims) == (1, 1)
    assert "line 2 is not a decision" in report.unmatched_decisions[0]
    log.rename(tmp_path / "elsewhere")
    with pytest.raises(CurationError, match=r"in force \(1\), but their file"):
        built("Dots need coats.")


@pytest.mark.usefixtures("small_ontology")
def test_the_text_around_a_claim(built: Callable[..., tuple], tmp_path: Path) -> None:
    store = tmp_path / "graph"
    _, _, (claim,) = built("Dots need coats. Coats need time.[3] Some do.")
    paper = corpus.read(tmp_path / "roth.md")
    write_text(store, "roth", describe(paper, [claim]))
    found = around(store, "roth", claim.evidence.spans, [claim_key(claim)])
    assert found is not None
    (said,) = found.passages
    assert [one.text for one in said] == [
        *("Coats need time.", "Some do.", SENTENCE, "Nothing else is known of them.")
    ]
    assert said[0].cited == ((16, "[3]"),)
    assert [one.is_read for one in said] == [False, False, True, False]
    ((start, end, kind),) = said[2].marks
    assert (said[2].text[start:end], kind) == ("ALD", "process")
    # another copy of the text: the claim keeps the places of the one that was read
    far = Claim(
        doc="roth",
        study="this",
        content=claim.content,
        evidence=Evidence(spans=((9000, 9040),), rule="r", extractor="x"),
    )
    places = {far.evidence.spans: claim.evidence.spans}
    write_text(store, "roth", describe(paper, [far], places=places))
    again = around(store, "roth", ((9000, 9040),), [claim_key(far)])
    assert again is not None
    assert [one.text for one in again.passages[0] if one.is_read] == [SENTENCE]
    assert around(store, "roth", ((5, 6),), []) is None
    assert around(store, "other", ((5, 6),), []) is None
    remove_documents(store, ["roth"])
    assert list((store / "texts").iterdir()) == []
