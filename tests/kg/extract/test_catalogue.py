"""Every rule of the catalogue reads its example and leaves its counter-example alone."""

from __future__ import annotations

import corpus
from kg.extract.confidence import confidence_of, counts, smoothed
from kg.extract.rules.catalogue import CARDS, CODED
from kg.extract.rules.reasons import OTHER_ORDER, REASONS
from kg.extract.settle.settling import settle
from kg.extract.tracing import trace


def fired(text: str) -> set[str]:
    paper = corpus.read_bytes(f"Notes\n\n{text}\n".encode(), id="card", source="card.txt")
    statements = trace(paper).statements
    settled = {claim.evidence.rule for claim, _ in settle(paper, statements)}
    return settled | {statement.finding.rule for statement in statements}


def test_coded_rules_read_their_examples_only():
    wrong = [f"{card.id} misses {card.example!r}" for card in CODED
             if card.id not in fired(card.example)]  # fmt: skip
    wrong += [f"{card.id} reads {card.counter!r}" for card in CODED
              if card.id in fired(card.counter)]  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_every_rule_has_one_card_with_an_example_and_a_counter_example():
    assert all(card.example and card.counter for card in CARDS.values())
    assert not {*REASONS, *OTHER_ORDER, *counts()} - CARDS.keys()


def test_a_rule_without_support_states_its_reason():
    sparse = {name for name, row in counts().items() if min(row["documents"], row["sources"]) < 2}
    unmeasured = CARDS.keys() - counts().keys()
    assert not sorted((sparse | unmeasured) - REASONS.keys())
    assert not sparse.intersection(OTHER_ORDER)


def test_the_more_often_a_rule_was_right_the_surer_its_claims():
    assert smoothed(1, 0) < smoothed(9, 0) < smoothed(99, 0) < 1
    assert smoothed(9, 1) < smoothed(10, 0)
    assert confidence_of("no such rule") == 0.5
    assert confidence_of("process-named") > 0.9
