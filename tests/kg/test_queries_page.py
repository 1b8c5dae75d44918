"""The page of named queries cannot drift from the queries."""

from __future__ import annotations

import os
from pathlib import Path

from kg.queries import load_queries, run
from kg.queries.page import render_page
from kg.store import Store

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_is_printed_from_the_queries(answers: Store):
    """Set ALDKG_UPDATE_GOLDEN to print it anew."""
    queries = load_queries().values()
    page = render_page(queries, {q.name: run(answers, q.name, dict(q.example)) for q in queries})
    if "ALDKG_UPDATE_GOLDEN" in os.environ:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_a_section_says_what_can_be_filled_in():
    query = load_queries()["oxide-coated-dots"]
    page = render_page([query], {})
    assert "## oxide-coated-dots" in page
    assert "- `--max-temperature` (number, default any): only what was done" in page
    assert "```text" not in page
