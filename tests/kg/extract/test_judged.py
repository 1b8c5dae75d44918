"""Claims of whole papers are as sure as claims like them were right on papers that were judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import corpus
from kg.extract import extract
from kg.extract.confidence import confidence_of
from kg.extract.judged import Count, Group, counted, judged, main, share_right, table
from kg.extract.rules.catalogue import CARDS
from kg.model import Outcome

FINDING = "The mobility of our PbS dots increased after ALD of Al2O3."
FILLER = "We cast films of PbS dots for the next test. "
WHOLE = 70


def written(sentences: str, length: int) -> str:
    """A paper of at least so many sentences that tells no outcome but that of the sentences."""
    return f"# Films of PbS dots\n\n## Results\n\n{sentences}\n\n{FILLER * length}\n"


def confidence_of_outcome(text: str) -> float:
    paper = corpus.read_bytes(text.encode(), id="dots", source="dots.md")
    (claim,) = [claim for claim in extract(paper) if isinstance(claim.content, Outcome)]
    return claim.confidence


def test_an_outcome_of_a_whole_paper_is_less_sure_than_one_of_an_abstract():
    abstract = confidence_of_outcome(written(FINDING, 0))
    paper = confidence_of_outcome(written(FINDING, WHOLE))
    assert abstract - paper > 0.1


def test_a_whole_paper_is_surer_of_what_it_says_twice():
    again = "Conclusions: the mobility of PbS dots increased after ALD of Al2O3."
    once = confidence_of_outcome(written(FINDING, WHOLE))
    twice = confidence_of_outcome(written(f"{FINDING}\n\n{again}", WHOLE))
    assert twice - once > 0.1


def test_a_review_is_as_sure_as_the_development_texts():
    cited = (
        "The mobility of PbS dots increased after ALD of Al2O3.[1] "
        "ZnO was grown on CdSe dots by ALD.[2] "
    )
    works = "\n".join(f"({n}) Roe, A. Dots in Oxides {n}. J. Films 2011, {n}, 1." for n in (1, 2))
    text = f"# Films of PbS dots\n\n{cited * WHOLE}\n\n## References\n\n{works}\n"
    paper = corpus.read_bytes(text.encode(), id="dots", source="dots.md")
    claims = extract(paper)
    assert {claim.study for claim in claims} >= {"1", "2"}
    assert all(claim.confidence == confidence_of(claim.evidence.rule) for claim in claims)


def test_the_share_of_a_rule_seldom_seen_is_near_that_of_its_kind():
    often, seldom, other = (Group("outcome", name, False) for name in ("often", "seldom", "other"))
    counts = {often: Count(80, 20), seldom: Count(0, 1), Group("form", "x", False): Count(0, 50)}
    assert share_right(counts, seldom) == pytest.approx(8 * 80 / 101 / 9)
    assert share_right(counts, other) == pytest.approx(80 / 101)
    assert share_right(counts, Group("outcome", "often", True)) is None


def test_the_table_holds_what_was_counted_by_rules_of_the_catalogue(tmp_path: Path, capsys):
    claim = {"kind": "outcome", "rule": "outcome-name", "evidence": [[0, 5]]}
    verdicts = ("right", "right", "wrong", "doubtful")
    file = tmp_path / "judged.jsonl"
    file.write_text("".join(json.dumps({**claim, "verdict": v}) + "\n" for v in verdicts))
    main([str(file)])
    assert "outcome    one sentence         2 of    3 0.67" in capsys.readouterr().out
    counts = counted(json.loads(line) for line in file.read_text().splitlines())
    assert json.loads(table(counts))[0] == {
        "kind": "outcome", "rule": "outcome-name", "repeated": False, "right": 2, "wrong": 1,
    }  # fmt: skip
    assert not {group.rule for group in judged()} - CARDS.keys()


def test_a_claim_without_a_verdict_is_refused():
    with pytest.raises(ValueError, match="right, wrong or doubtful"):
        counted([{"kind": "outcome", "rule": "outcome-name", "evidence": [], "verdict": "yes"}])
