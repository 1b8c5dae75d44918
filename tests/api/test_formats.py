from __future__ import annotations

import pytest

from api.answers.formats import (
    BOOLEAN,
    CSV,
    GRAPH,
    JSON,
    MAX_RANGES,
    N_TRIPLES,
    SOLUTIONS,
    TSV,
    TURTLE,
    XML,
    choose,
    choose_formats,
)
from api.errors import HttpError
from tests.rows import each_row


@each_row(
    ("accept", "offers", "chosen"),
    [
        (None, SOLUTIONS, JSON),
        ("", SOLUTIONS, JSON),
        ("*/*", GRAPH, TURTLE),
        ("text/csv", SOLUTIONS, CSV),
        ("text/*", SOLUTIONS, CSV),
        ("TEXT/TAB-SEPARATED-VALUES", SOLUTIONS, TSV),
        (f"{JSON};q=0.1, {XML};q=0.9", SOLUTIONS, XML),
        (f"{JSON};q=0, */*;q=0.5", SOLUTIONS, XML),
        ("application/json", SOLUTIONS, JSON),
        ("application/xml", BOOLEAN, XML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", SOLUTIONS, XML),
        (f"{TURTLE};q=0.2, {N_TRIPLES};q=0.8, */*;q=0.1", GRAPH, N_TRIPLES),
        ("image/png", SOLUTIONS, None),
        ("text/csv", GRAPH, None),
        ("text/csv;q=rather", SOLUTIONS, None),
    ],
)
def test_choose(accept: str | None, offers: tuple[str, ...], chosen: str | None) -> None:
    assert choose(accept, offers) == chosen


def test_format_name_wins_over_accept() -> None:
    formats = choose_formats("application/sparql-results+xml", "csv")
    assert (formats.solutions, formats.boolean, formats.graph) == (CSV, None, None)


def test_unknown_format_name() -> None:
    with pytest.raises(HttpError, match="unknown format 'pdf'") as error:
        choose_formats(None, "pdf")
    assert error.value.status == 400


def test_so_many_members_of_accept_are_read() -> None:
    others = ["image/png"] * (MAX_RANGES - 1)
    assert choose(",".join([*others, "text/csv"]), SOLUTIONS) == CSV
    assert choose(",".join([*others, "image/png", "text/csv"]), SOLUTIONS) is None
