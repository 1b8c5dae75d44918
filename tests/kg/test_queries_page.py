"""The page of named queries: what a section says, and how questions are listed."""

from __future__ import annotations

from kg.queries import load_queries
from kg.queries.page import render_page
from kg.table import Table


def test_a_section_says_what_can_be_filled_in():
    query = load_queries()["oxide-coated-dots"]
    page = render_page([query], {})
    assert "## oxide-coated-dots" in page
    assert "- `--max-temperature` (temperature, default any): only depositions" in page
    assert "```text" not in page


def test_questions_are_listed_by_topic_and_tables_come_last():
    queries = load_queries()
    names = ["all-claims", "studies-by-technique", "oxide-coated-dots"]
    page = render_page([queries[name] for name in names], {})
    places = [page.index(f"](#{name}): ") for name in reversed(names)]
    assert places == sorted(places)
    assert page.index("**Materials and systems**") < places[0] < page.index("**Studies**")


def test_an_answer_leaves_out_columns_that_say_nothing():
    answer = Table(columns=("study", "doi"), rows=(("Liu 2011", None),) * 6)
    page = render_page([load_queries()["studies"]], {"studies": answer})
    shown = page.split("```text\n")[1]
    assert shown.startswith("study\n")
    assert "... and 2 more" in shown
