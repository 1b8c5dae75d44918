"""Sentences in, claims out: ``tests/data/sentences.jsonl`` holds one statement a line."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

from corpus import bundled_notes, find_papers, read
from corpus.model import Paper, Passage
from kg.claims import to_record
from kg.extract import EXTRACTOR, extract, extract_all
from kg.model import Condition
from kg.records.links import LINK_KEYS
from tests.rows import each_row

DATA = Path(__file__).parents[2] / "data" / "sentences.jsonl"
CASES = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
COMMON = {
    "doc",
    "study",
    "evidence",
    "confidence",
    "rule",
    "extractor",
    "quote",
    "raw",
    "approximate",
    "substance",
    "place",
    *LINK_KEYS,
}


def paper(*texts: str) -> Paper:
    raw = "\n".join(texts)
    passages = []
    for text in texts:
        start = raw.index(text)
        origins = array("l", range(start, start + len(text)))
        passages.append(Passage(kind="paragraph", text=text, origins=origins))
    return Paper(id="case", raw=raw, passages=tuple(passages))


def own(claim) -> str:
    record = {key: value for key, value in to_record(claim).items() if key not in COMMON}
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


@each_row("case", CASES, ids=lambda case: case["text"][:60])
def test_sentence_gives_its_claims(case):
    expected = {json.dumps(c, ensure_ascii=False, sort_keys=True) for c in case["claims"]}
    assert {own(claim) for claim in extract(paper(case["text"]))} == expected


def test_claims_carry_their_receipt():
    text = "HfO2 films were deposited by ALD."
    for claim in extract(paper("An opening line.", text)):
        assert claim.evidence.quote == text
        assert claim.evidence.extractor == EXTRACTOR
        assert claim.evidence.rule
        assert 0 < claim.confidence <= 1


def test_repeated_statement_is_one_claim_with_both_sentences():
    first, second = "ZrO2 was grown by ALD.", "Again ZrO2 was deposited by ALD."
    claims = [c for c in extract(paper(first, second)) if '"process": "ald"' in own(c)]
    assert len(claims) == 1
    assert len(claims[0].evidence.spans) == 2


def test_a_number_printed_in_two_ways_is_one_claim():
    text = "The HfO2 films were grown at 200 °C. The films grown at 200°C were smooth."
    (claim,) = (c for c in extract(paper(text)) if isinstance(c.content, Condition))
    assert claim.content.quantity.raw == "200 °C"
    assert len(claim.evidence.spans) == 2


def test_extraction_repeats_itself():
    texts = [case["text"] for case in CASES]
    assert extract(paper(*texts)) == extract(paper(*texts))


def test_papers_parsed_together_give_the_claims_that_each_gives():
    papers = [read(path) for path in find_papers(bundled_notes())[:6]]
    alone = [extract(paper) for paper in papers]
    assert sum(map(len, alone)) > 20
    assert list(extract_all(papers)) == alone


def test_general_process_gives_way_to_the_special_one():
    found = {own(c) for c in extract(paper("ALD is used. Plasma-enhanced ALD of AlN was done."))}
    assert '{"kind": "process", "process": "plasma_enhanced_ald"}' in found
    assert '{"kind": "process", "process": "ald"}' not in found


def test_a_long_run_of_dashes_costs_no_more_than_its_length():
    """A pattern with two ways to read each dash took minutes for this one."""
    claimed = extract(paper(f"ZnO films {'-' * 2000} were grown by ALD."))
    assert "process" in {to_record(claim)["kind"] for claim in claimed}
