"""How sure a row is: the column ``belief`` of every question on statements, and ``sure``."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.export.telling import tell
from kg.queries import NamedQuery, explain_empty, find_query, load_queries, run
from kg.queries.named import parse_query
from kg.store import Graph
from kg.table import Table
from tests.rows import each_row

SURE = [query for query in load_queries().values() if query.belief]
#: Questions that show sentences, but whose rows are claims, points that a text calls disputed, or
#: chosen by their belief.
OTHERS = {"all-claims", "controversies", "doubtful-statements"}
#: Between two beliefs that statements of the bundled graph have.
BETWEEN = 0.8049

each_sure = each_row("query", SURE, ids=lambda query: query.name)


def values_of_example(query: NamedQuery) -> dict[str, str]:
    return dict(query.example) if any(param.is_required for param in query.params) else {}


def test_every_question_that_shows_sentences_shows_how_sure_they_are() -> None:
    shown = {query.name for query in load_queries().values() if "ald:sentence" in query.text}
    assert shown - {query.name for query in SURE} <= OTHERS
    assert len({query.param("sure") for query in SURE}) == 1


def test_the_line_of_a_question_is_written_out() -> None:
    query = parse_query(
        "q",
        "# title: T\n# topic: O\n# question: Q?\n"
        "SELECT ?study ?belief ?said_by\nWHERE {\n  ?said ald:onStudy ?study .\n"
        "  # sure: ?said ?made\n}\n",
    )
    assert query.text == (
        "SELECT ?study\n"
        "       (ROUND(IF(COALESCE(?made_belief < ?said_belief, false), ?made_belief, ?said_belief)"
        " * 100) / 100 AS ?belief)\n"
        "       ?said_by\nWHERE {\n  ?said ald:onStudy ?study .\n"
        "  ?said ald:belief ?said_belief .\n  ?made ald:belief ?made_belief .\n"
        "  # values: sure\n"
        "  FILTER(!BOUND(?sure) || ?said_belief >= ?sure && ?made_belief >= ?sure)\n}\n"
    )
    assert [(param.name, param.default) for param in query.params] == [("sure", "")]


@each_sure
def test_rows_are_at_least_as_sure_as_asked_for(query: NamedQuery, bundled: Graph) -> None:
    values = values_of_example(query)
    every = run(bundled, query.name, values)
    beliefs = every.column("belief")
    assert all(isinstance(one, float) and one == round(one, 2) and 0 < one < 1 for one in beliefs)
    if "sentence" in every.columns:
        assert every.columns.index("belief") < every.columns.index("said_by")
    sure = run(bundled, query.name, {**values, "sure": str(BETWEEN)})
    assert all(one > BETWEEN for one in sure.column("belief"))
    if len(query.text.split("_belief >= ?sure")) == 2 and not query.merge:  # one statement a row
        kept = (row for row, one in zip(every.rows, beliefs, strict=True) if one > BETWEEN)
        assert sure.rows == tuple(kept)
    assert run(bundled, query.name, {**values, "sure": "0"}).rows == every.rows


def test_what_is_optional_is_left_out_alone(bundled: Graph) -> None:
    """A coating that was surely read stays, even if what came of it was not."""
    every = run(bundled, "oxide-coated-dots")
    sure = run(bundled, "oxide-coated-dots", {"sure": str(BETWEEN)})
    assert set(every.column("study_iri")) == set(sure.column("study_iri"))
    seen, left = (sum(cell is not None for cell in t.column("change")) for t in (every, sure))
    assert 0 < left < seen


def test_a_row_is_as_sure_as_the_least_sure_thing_that_it_lists() -> None:
    rows = (("Zhu 2018", "DEZ", 0.9), ("Zhu 2018", "water", 0.6), ("Zhu 2018", "water", 0.7))
    table = Table(columns=("study", "reagents", "belief"), rows=(*rows, ("Ro 2020", None, None)))
    assert table.merged(("reagents",), "belief").rows == (
        ("Zhu 2018", "DEZ, water", 0.7),
        ("Ro 2020", None, None),
    )
    assert Table(columns=("study", "belief"), rows=(("Ro", 0.4), ("Ro", 0.8))).merged(
        (), "belief"
    ).rows == (("Ro", 0.8),)


def test_a_row_in_words_tells_its_belief() -> None:
    table = Table(columns=("made", "process", "belief"), rows=(("ZnO", "ALD", 0.84),))
    assert [(one.text, one.belief) for one in tell(table)] == [("ZnO was made by ALD", "0.84")]


def test_an_empty_answer_says_that_nothing_is_so_sure(answers: Graph) -> None:
    (reason,) = explain_empty(answers, "studies-by-technique", {"sure": "1"})
    assert reason.startswith("no row has a belief of at least 1; without this condition there ")


def test_a_question_on_no_statements_takes_no_belief(answers: Graph) -> None:
    assert not find_query("study-overview").belief
    with pytest.raises(QueryError, match="sure"):
        run(answers, "study-overview", {"sure": "0.5"})
