"""Every question on the graph that ships: it has an answer, which is the golden one.

``pytest tests/kg --update-golden`` writes answers and page anew; look at the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kg.queries import NamedQuery, load_queries, run
from kg.queries.page import render_page
from kg.store import Graph
from kg.table import Table, render_csv
from tests.rows import each_row

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "queries"
PAGE = ROOT / "docs" / "queries.md"

#: Tables of everything: their golden answers are those of the small graph.
WHOLE = ("all-claims", "bibliography", "links")

each_query = each_row("query", load_queries().values(), ids=lambda query: query.name)


Examples = Callable[[NamedQuery], Table]


@pytest.fixture(scope="module")
def example(bundled: Graph) -> Examples:
    """The answer to the example of a question, asked once."""
    return cache(lambda query: run(bundled, query.name, dict(query.example)))


@each_query
def test_the_answer_is_the_golden_one(
    query: NamedQuery, example: Examples, answers: Graph, golden: Callable[[str, str], None]
):
    answer = example(query)
    assert answer.rows
    shown = answer.readable()
    assert [name for name in shown.columns if not any(shown.column(name))] == []
    told = run(answers, query.name, dict(query.example)) if query.name in WHOLE else answer
    golden(f"queries/{query.name}.csv", render_csv(told))


def test_coated_nanocrystals_of_one_property_alone(bundled: Graph):
    told = run(bundled, "oxide-coated-dots", {"property": "photoluminescence"})
    assert len(told) > 1
    assert {str(cell)[:17] for cell in told.column("property")} == {"photoluminescence"}


def test_golden_answers_belong_to_queries():
    assert {path.stem for path in GOLDEN.glob("*.csv")} == set(load_queries())


def test_the_page_is_printed_from_the_queries(example: Examples, request: pytest.FixtureRequest):
    queries = load_queries().values()
    page = render_page(queries, {q.name: example(q) for q in queries})
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
