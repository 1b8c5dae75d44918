"""Tables in Markdown and in the HTML of a plain text: their rows and cells."""

from __future__ import annotations

import pytest

from corpus import Paper, read_bytes


def _read(text: str) -> Paper:
    return read_bytes(text.encode(), id="doc", source="doc.txt")


def _cells(paper: Paper) -> list[list[str]]:
    """The clean text of each cell of the rows whose cells are known."""
    return [
        [passage.text[slice(*passage.clean_span(span))].strip() for span in passage.row.cells]
        for passage in paper.passages
        if passage.row is not None
    ]


#: Tables in Markdown, and the cells of their rows.
TABLES = {
    "bars at both ends": "| T | GPC |\n|:--|--:|\n| 90 | 1.1 |",
    "bars between the cells": "T | GPC\n--- | ---\n90 | 1.1",
    "right below a line of text": "Films grew slowly.\n| T | GPC |\n| --- | --- |\n| 90 | 1.1 |",
    "a bar that is escaped": "| T | GPC |\n|---|---|\n| 90 \\| 95 | 1.1 |",
    "HTML": "<table><tr><th>T</th><th>GPC</th></tr><tr><td>90</td><td> 1.1 </td></tr></table>",
    "HTML on several lines": (
        "<table>\n<thead><tr><td>T</td>\n<td>GPC</td></tr></thead>\n"
        "<tr><td>90</td>\n<td>1.1\n</td></tr>\n</table>"
    ),
    "HTML without end tags": "<table><tr><th>T<th>GPC<tr><td>90<td>1.1</table>",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_cells_of_tables_in_markdown(name: str) -> None:
    paper = _read(f"# Growth of films\n\nFilms grew.\n\n{TABLES[name]}\n\nThey were dense.\n")
    first = "90 | 95" if "escaped" in name else "90"
    assert _cells(paper) == [["T", "GPC"], [first, "1.1"]]
    assert [p.row.is_head for p in paper.passages if p.row is not None] == [True, False]
    assert paper.passages[-1].text == "They were dense."


def test_a_cell_of_several_rows_stands_in_each() -> None:
    paper = _read(
        "<table><tr><th>Film</th><th colspan=2>Made at</th></tr>"
        "<tr><td rowspan='2'>Al<sub>2</sub>O<sub>3</sub></td><td>90</td><td>1.1</td></tr>"
        "<tr><td>120</td><td>1.0 [3]</td></tr></table>\n"
    )
    assert _cells(paper) == [
        ["Film", "Made at", "Made at"],
        ["Al2O3", "90", "1.1"],
        ["Al2O3", "120", "1.0"],
    ]
    last = paper.passages[-1]
    assert [c.numbers for c in last.citations] == [("3",)]
    assert all(paper.raw[at] == sign for at, sign in zip(last.origins, last.text, strict=True)
               if sign.isalnum())  # fmt: skip


def test_what_is_no_table() -> None:
    paper = _read("Bars | stand in text.\n\nThe norm |a| is one.\n\n<table><tr><td>open\n")
    assert not _cells(paper)
