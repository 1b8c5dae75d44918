"""The record of a paper that comes as text or Markdown: from its first lines or front matter."""

from __future__ import annotations

import textwrap

import pytest

from corpus import Paper, read_bytes
from tests.rows import each_row


def _read(text: str) -> Paper:
    return read_bytes(textwrap.dedent(text).lstrip("\n").encode(), id="doc", source="doc.txt")


def _texts(paper: Paper, kind: str) -> list[str]:
    return [passage.text for passage in paper.passages if passage.kind == kind]


@each_row(
    ("line", "year", "doi"),
    [
        ("RESEARCH ARTICLE | MAY 22 2018", 2018, ""),
        ("Published online: 3 May 2018", 2018, ""),
        ("Received 4 May 2017; accepted 2 March 2018", 2018, ""),
        ("© 2018 Example Society", 2018, ""),
        ("December 2018", 2018, ""),
        ("Cite this: J. Ex. Mater., 2018, 3, 101", 2018, ""),
        ("Published 3 May 2018. https://doi.org/10.5555/films.2018", 2018, "10.5555/films.2018"),
        ("The films are flat and dry. [DOI: 10.5555/films.7]", None, "10.5555/films.7"),
        ("10.5555/films.8", None, "10.5555/films.8"),
        ("Reprinted with permission.\n\nCopyright 2018 Example Society", None, ""),
        ("Films were published in 2018 by others, as all of the groups know.", None, ""),
    ],
)
def test_lines_that_print_a_record(line: str, year: int | None, doi: str) -> None:
    head = "# Slow growth of thin oxides\n\nJane Doe and Li Roe"
    record = _read(f"{head}\n\n{line}\n\n## Abstract\n\nIt grew.\n").record
    assert record is not None
    assert (record.title, record.year, record.doi) == ("Slow growth of thin oxides", year, doi)
    assert [author.family for author in record.authors] == ["Doe", "Roe"]


def test_names_above_an_address_are_no_title() -> None:
    paper = _read(
        "Jane Doe and Li Roe*\n\nDepartment of Examples, Exampletown\n\nABSTRACT: Dots grew.\n"
    )
    assert [passage.kind for passage in paper.passages] == ["heading", "paragraph"]


HEADS = {
    "a vault": ("authors:\n  - Doe, Jane\n  - Li Roe\ntags: [dots]\nyear: 2018", 2018, ""),
    "pandoc": (
        "author:\n- name: Jane Doe\n- name: Li Roe\ndate: 2018-05-03\nDOI: 10.5555/a.1",
        2018,
        "10.5555/a.1",
    ),
    "BibTeX": ("author: Doe, J. and Roe, L.\nyear: 2018", 2018, ""),
    "CSL": (
        "author:\n- {family: Doe, given: Jane}\n- family: Roe\n  given: Li\nyear: 2018",
        2018,
        "",
    ),
    "Quarto": (
        "author:\n- name: {given: Jane, family: Doe}\n  affiliations: [{name: A School}]\n"
        "- name: Li Roe\n  affiliation: A School\ndate: 2018",
        2018,
        "",
    ),
    "one line": ("authors: Jane Doe; Li Roe\ndate: soon\ndraft: {a: b}", None, ""),
}


@pytest.mark.parametrize("name", HEADS)
def test_front_matter_that_is_no_note_is_the_record_of_a_paper(name: str) -> None:
    fields, year, doi = HEADS[name]
    paper = _read(
        f"---\ntitle: Slow growth of oxides\n{fields}\n---\n\n# Dots in air\n\nThey grew.\n"
    )
    record = paper.record
    assert record is not None
    assert (paper.genre, record.title, record.year) == ("article", "Slow growth of oxides", year)
    assert [author.family for author in record.authors] == ["Doe", "Roe"]
    assert record.doi == doi
    assert paper.passages[-1].text == "They grew."


@each_row(
    "opening",
    ["---\n\n# Dots in air\n\n", "---\n# Dots in air\n\n", "---\r\n\r\n# Dots in air\n\n"],
)
def test_a_rule_at_the_beginning_is_no_front_matter(opening: str) -> None:
    paper = _read(f"{opening}The dots were grown in air.\n\n---\n\nThey were dried.\n")
    texts = [p.text for p in paper.passages]
    assert texts == ["Dots in air", "The dots were grown in air.", "They were dried."]
    assert paper.record is not None
    assert paper.record.title == "Dots in air"


def test_the_journal_of_a_paper_is_set_in_italics_by_some_sites() -> None:
    paper = _read("---\ntitle: Slow growth of oxides\npublication: '*J. Ex.*'\n---\n\nThey grew.\n")
    assert paper.record is not None
    assert (paper.record.container, paper.record.type) == ("J. Ex.", "article-journal")


@each_row("above", ["Monday, June 7, 2021", "7 June 2021", "15 downloads 2 Views 1.5MB Size"])
def test_a_date_or_counts_of_readers_are_no_title(above: str) -> None:
    paper = _read(f"{above}\n\nOxide keeps dots bright\n\nDots were coated with an oxide.\n")
    assert _texts(paper, "title") == ["Oxide keeps dots bright"]
