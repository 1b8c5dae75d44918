"""The page on the ontology: its queries answer, its files exist, its formula is the code's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.statements.belief import SYSTEMATIC_ERROR, belief
from ontology.source import turtle_files

PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_runs(answers, query):
    list(answers.query(query))


def test_the_queries_that_the_small_documents_can_answer(answers):
    counts = [len(list(answers.query(query))) for query in QUERIES]
    assert len(counts) == 7
    assert all(counts[1:])  # none of the small documents has an oxide on a II-VI core


def test_every_module_is_named():
    stems = [n.removeprefix("modules/") for n in turtle_files() if n.startswith("modules/")]
    assert [name for name in stems if name not in PAGE] == []


def test_the_numbers_of_belief_are_those_of_the_code():
    assert f"`e` = {SYSTEMATIC_ERROR}" in PAGE
    assert f"gives {belief([0.9])}, two give {belief([0.9, 0.9])}" in PAGE
    assert f"more than {belief([1.0])}" in PAGE
