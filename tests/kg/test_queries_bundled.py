"""Every question on the graph that ships: it has an answer, which is the golden one.

``pytest tests/kg --update-golden`` writes answers and page anew; look at the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.queries import NamedQuery, load_queries, run
from kg.queries.page import render_page
from kg.store import Graph
from kg.table import render_csv
from tests.rows import each_row

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "queries"
PAGE = ROOT / "docs" / "queries.md"

#: Tables of everything: their golden answers are those of the small graph.
WHOLE = ("all-claims", "bibliography", "links")

#: The corpus that ships holds no two observations of one sample that contradict each other.
UNANSWERED = ("disagreements",)

each_query = each_row("query", load_queries().values(), ids=lambda query: query.name)


@each_query
def test_every_question_has_an_answer(query: NamedQuery, bundled: Graph):
    answer = run(bundled, query.name, dict(query.example))
    assert (len(answer) > 0) == (query.name not in UNANSWERED)


@each_query
def test_no_column_is_empty_in_all_rows_that_readers_see(query: NamedQuery, bundled: Graph):
    table = run(bundled, query.name, dict(query.example)).readable()
    assert [name for name in table.columns if not any(table.column(name))] == (
        list(table.columns) if query.name in UNANSWERED else []
    )


@each_query
def test_the_answer_is_the_golden_one(
    query: NamedQuery, bundled: Graph, answers: Graph, golden: Callable[[str, str], None]
):
    store = answers if query.name in WHOLE else bundled
    golden(f"queries/{query.name}.csv", render_csv(run(store, query.name, dict(query.example))))


def test_golden_answers_belong_to_queries():
    assert {path.stem for path in GOLDEN.glob("*.csv")} == set(load_queries())


def test_the_page_is_printed_from_the_queries(bundled: Graph, request: pytest.FixtureRequest):
    queries = load_queries().values()
    page = render_page(queries, {q.name: run(bundled, q.name, dict(q.example)) for q in queries})
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
