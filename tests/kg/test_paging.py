"""Answers page by page: together the pages are the answer, in its order, for every question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.queries import NamedQuery, Pages, Place, find_query, load_queries, run
from kg.queries.asking import given_terms, terms_by_variable
from kg.queries.blocks import key_query
from kg.queries.cursor import mark_of, read_cursor, write_cursor
from kg.queries.named import parse_query
from kg.queries.paging import patience_left
from kg.store import EmbeddedGraph, Graph
from kg.table import Row
from ontology import embedded
from tests.rows import each_row

#: Answers that are one row a thing of the whole graph, and those about two studies.
WHOLE = {"compare-studies", "claims-of-study", "graph-summary", "ligand-families-of-precursors"}
WHOLE |= {"material-classes", "untried-materials"}


def all_pages(
    graph: Graph, query: NamedQuery, values: Mapping[str, str], limit: int, patience: float = 1e9
) -> tuple[list[Row], int]:
    """The rows of all pages, each asked for as its cursor says, and how many pages there are."""
    rows: list[Row] = []
    cursor, count, mark = "", 0, mark_of(graph)
    while cursor or not count:
        before, place = read_cursor(cursor, mark)
        page = Pages(graph, query, values, whole=0).page(
            place, limit=limit, before=before, patience=patience
        )
        rows += page.table.rows
        assert page.after == len(rows)
        assert len(page.table) <= limit
        assert page.total in (None, len(rows))
        cursor = write_cursor(page.after, page.following, mark) if page.following else ""
        count += 1
    return rows, count


CASES = [
    (query, values)
    for query in load_queries().values()
    for values in ({}, dict(query.example))
    if values or not any(param.is_required for param in query.params)
]
CASES += [
    (find_query(name), {"sure": "0.8"})
    for name in ("recipes", "studies-of-system", "disagreements")
]

#: Values from which the keys of a question are found.
NARROW = [
    ("references-without-claims", {"name": "review"}),
    ("effect-of-precursor", {"chemical": "TMA", "link": "study"}),
    ("effect-of-precursor", {"property": "conductivity", "link": "study"}),
    ("effect-of-precursor", {"chemical": "TMA", "property": "photoluminescence intensity"}),
    ("effects-of-process", {"process": "ALD", "link": "study"}),
    ("effects-of-process", {"property": "stability"}),
    ("effects-of-process", {"process": "ALD", "property": "stability", "link": "stated"}),
]


@each_row(("query", "values"), CASES)
def test_all_pages_are_the_answer(
    query: NamedQuery, values: dict[str, str], bundled: Graph
) -> None:
    whole = run(bundled, query.name, values)
    rows, _ = all_pages(bundled, query, values, limit=max(37, len(whole) // 4))
    assert tuple(rows) == whole.rows, query.name
    assert (query.paging is None) == (query.name in WHOLE)


@each_row(("name", "values"), NARROW)
def test_keys_found_from_the_values_are_those_among_all(
    name: str, values: dict[str, str], bundled: Graph
) -> None:
    query = find_query(name)
    assert query.paging is not None
    given = terms_by_variable(query, given_terms(bundled, query, values))
    listed = [
        list(bundled.select(key_query(paging, query.text, given)))
        for paging in (query.paging, replace(query.paging, narrow=""))
    ]
    assert listed[0] == listed[1]
    assert listed[0] or values.get("link") != "study"
    rows, _ = all_pages(bundled, query, values, limit=37)
    assert tuple(rows) == run(bundled, name, values).rows


@pytest.mark.parametrize("name", ["studies", "links", "deposited-below"])
def test_pages_of_one_row_and_pages_without_time(name: str, answers: Graph) -> None:
    query = find_query(name)
    whole = run(answers, name)
    rows, count = all_pages(answers, query, {}, limit=1)
    assert (tuple(rows), count >= len(whole)) == (whole.rows, True)
    rows, count = all_pages(answers, query, {}, limit=1000, patience=0.0)
    assert tuple(rows) == whole.rows
    assert count > 1  # each page ends after its first block


def test_finding_where_to_look_counts_but_leaves_half_of_the_time(bundled: Graph) -> None:
    pages = Pages(bundled, find_query("studies"), {}, whole=0)
    assert pages.listing_seconds > 0
    for spent, left in ((0.0, 0.4), (0.1, 0.3), (5.0, 0.2)):
        pages.listing_seconds = spent
        assert patience_left(pages, 0.4) == pytest.approx(left)


def test_a_page_is_found_by_the_rows_before_it(bundled: Graph) -> None:
    pages = Pages(bundled, find_query("studies"), {}, whole=0)
    whole = run(bundled, "studies").rows
    assert pages.page(before=100, limit=10).table.rows == whole[100:110]
    beyond = pages.page(before=10_000, limit=10)
    assert (beyond.table.rows, beyond.following, beyond.total) == ((), None, None)


def test_a_small_graph_is_answered_as_a_whole_and_counted(bundled: Graph) -> None:
    query = find_query("studies")
    many = Pages(bundled, query, {})
    assert many.is_whole
    first = many.page(limit=10)
    assert (first.total, first.following) == (153, Place(skip=10))
    assert many.page(first.following, limit=10).table.rows == run(bundled, "studies").rows[10:20]
    assert not Pages(bundled, query, {}, whole=152).is_whole


def test_rows_are_counted_up_to_a_page(bundled: Graph) -> None:
    query = find_query("studies")
    assert Pages(bundled, query, {"name": "Liu 2011"}, whole=0).count() == "1"
    assert Pages(bundled, query, {"name": "nobody"}, whole=0).count() == ""
    assert Pages(bundled, query, {}, whole=0).count(most=20) == "more than 20"


def test_nothing_to_look_through_is_an_empty_answer() -> None:
    nothing = EmbeddedGraph(embedded.Store())
    page = Pages(nothing, find_query("applications"), {}, whole=-1).page(limit=10)
    assert (page.total, page.following, page.table.rows) == (0, None, ())


def test_a_cursor_of_another_graph_tells_the_rows_alone() -> None:
    place = Place(group=3, size=4, skip=5)
    cursor = write_cursor(100, place, "0000abcd")
    assert read_cursor(cursor, "0000abcd") == (100, place)
    assert read_cursor(cursor, "0000abce") == (100, None)
    assert read_cursor("100.x", "0000abcd") == (0, None)


HEAD = "# title: T\n# topic: T\n# question: Q?\n"
BODY = "SELECT ?study WHERE {\n  # block: VALUES ?study_iri {block}\n  ?study_iri a ald:Study\n}\n"


@each_row(
    ("lines", "order", "message"),
    [
        ("# pages: study_iri\n# keys: ?study_iri a ald:Study .", "?study", "write '# pages:"),
        ("# pages: study_iri by ?study", "?study", "write '# pages:"),
        ("# pages: study_iri by ?year\n# keys: ?s a ?t .", "?study", "order of its pages"),
        ("# pages: study_iri by ?stu\n# keys: ?s a ?t .", "?study", "order of its pages"),
        ("# pages: claim by ?study\n# keys: ?s a ?t .", "?study", "is no variable of"),
    ],
)
def test_what_a_file_says_wrong_on_its_pages(lines: str, order: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse_query("q", f"{HEAD}{lines}\n{BODY}ORDER BY {order}\n")


def test_a_question_without_a_block_has_no_pages() -> None:
    lines = "# pages: study_iri by ?study\n# keys: ?study_iri a ald:Study ."
    text = f"{HEAD}{lines}\nSELECT ?study WHERE {{ ?study_iri a ald:Study }}\nORDER BY ?study\n"
    with pytest.raises(QueryError, match="no line '# block:"):
        parse_query("q", text)
