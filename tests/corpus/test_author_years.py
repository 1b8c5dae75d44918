"""Texts that cite by author and year, and lists that print no numbers."""

from __future__ import annotations

from corpus import Paper, read_bytes
from tests.rows import each_row

ENTRIES = """Doe, J., Roe, R., 2015. Air and lead sulfide dots. J. Ex. Chem. 12,
101–109.
Doe, J., 2017a. One. J. Ex. Chem. 14, 1–8.
Doe, J., 2017b. Two. J. Ex. Chem. 14, 9–18.
Poe, A., Doe, J., Roe, R., 2016. Shells. J. Ex. Chem. 13, 1–8.
van der Moe, A. (2018) Titania on dots. J. Ex. Chem. 15, 1–8."""


def _read(text: str, entries: str = ENTRIES) -> Paper:
    raw = f"Dots in air\n\n## Introduction\n\n{text}\n\n## References\n\n{entries}\n"
    return read_bytes(raw.encode(), id="a", source="a.txt")


CASES = [
    ("Doe and Roe (2015) grew dots.", "Doe and Roe grew dots.", [(11, ("1",))]),
    ("Dots grew (Doe and Roe, 2015).", "Dots grew.", [(9, ("1",))]),
    ("Dots grew (Doe & Roe 2015).", "Dots grew.", [(9, ("1",))]),
    ("Dots grew (e.g., Poe et al., 2016; Doe, 2017b).", "Dots grew.", [(9, ("4", "3"))]),
    ("Dots grew (see Poe\net al., 2016) there.", "Dots grew there.", [(9, ("4",))]),
    ("Dots grew (Doe, 2017).", "Dots grew.", [(9, ("2", "3"))]),
    ("Poe and coworkers (2016) grew dots.", "Poe and coworkers grew dots.", [(17, ("4",))]),
    ("Van der Moe (2018) grew dots.", "Van der Moe grew dots.", [(11, ("5",))]),
    ("Dots grew in March (2015).", "Dots grew in March (2015).", []),
    ("Dots by Poe (2015) grew.", "Dots by Poe (2015) grew.", []),
    ("Doe grew dots in 2015.", "Doe grew dots in 2015.", []),
]


@each_row(("printed", "text", "marks"), CASES)
def test_citations_by_author_and_year(
    printed: str, text: str, marks: list[tuple[int, tuple[str, ...]]]
) -> None:
    passage = _read(printed).passages[-1]
    assert passage.text == text
    assert [(c.at, c.numbers) for c in passage.citations] == marks


def test_a_list_without_numbers_is_divided_at_names() -> None:
    references = _read("Dots grew.").references
    assert [r.number for r in references] == list("12345")
    assert [r.year for r in references] == [2015, 2017, 2017, 2016, 2018]
    assert (references[0].pages, references[4].authors[0].family) == ("101–109", "van der Moe")


def test_a_list_without_numbers_is_divided_at_blank_lines() -> None:
    spaced = "Doe, J. Dots\nof air. J. Ex. 2015, 1, 2.\n\nRoe, R. Films. J. Ex. 2016, 2, 3."
    assert [r.title for r in _read("Dots grew.", spaced).references] == ["Dots of air", "Films"]


def test_a_numbered_list_is_cited_by_numbers() -> None:
    paper = _read("Doe and Roe (2015) grew dots.²", ENTRIES.replace("\nDoe", "\n[2] Doe"))
    assert "(2015)" in paper.passages[-1].text
    assert [c.numbers for c in paper.passages[-1].citations] == [("2",)]
