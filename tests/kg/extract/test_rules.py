"""Every rule reads its own example and leaves its counter-example alone."""

from __future__ import annotations

import pytest

from kg.extract.chemicals import find as chemicals
from kg.extract.patterns import Rule, compile_pattern
from kg.extract.solids import as_roles, coatings, forms, named_roles, role_patterns
from tests.rows import each_row

RULES = (
    *coatings.COATINGS,
    *role_patterns.ROLES,
    *as_roles.AS_ROLES,
    *named_roles.NAMED_ROLES,
    *forms.FORMS,
    *chemicals.RULES,
)


@each_row("rule", RULES, ids=lambda rule: rule.id)
def test_rule_reads_its_example(rule: Rule, read):
    assert any(list(rule.find(reading)) for reading in read(rule.example))


@each_row("rule", RULES, ids=lambda rule: rule.id)
def test_rule_leaves_its_counter_example(rule: Rule, read):
    assert not any(list(rule.find(reading)) for reading in read(rule.counter_example))


def test_rule_names_are_unique():
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("pattern", "shorthand", "slot"),
    [
        ("{M:x} ~2 on {M:y}", "<M0> was grown on <M3> ", "<M0> "),
        ("{M*:x} films?", "<M0> , <M1> and <M2> film ", "<M0> , <M1> and <M2> "),
        ("thin [oxide] {M:x}", "thin oxide <M4> ", "<M4> "),
        ("shells? [(] {MS:x}", "shell ( <S1> ", "<S1> "),
    ],
)
def test_pattern_language(pattern: str, shorthand: str, slot: str):
    match = compile_pattern(pattern).search(shorthand)
    assert match is not None
    assert match["x"] == slot


def test_gap_stops_at_a_semicolon():
    assert compile_pattern("{M:x} ~3 on {M:y}").search("<M0> ; grown on <M1> ") is None


def test_broken_pattern_is_named():
    with pytest.raises(ValueError, match=r"\(around"):
        compile_pattern("{M:x} (around")
