"""What is known better than the review prints: the table, and the bundled graph that takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from corpus.model import Author, Reference
from kg.build import bundled_documents
from kg.bundled import read_shipped
from kg.corrections import Correction, corrected, read_corrections
from kg.documents import read_document_file
from kg.errors import ExtractionError
from kg.identity import doi_key, same_study, work_key
from kg.model import Document

PRINTED = Reference(
    number="7",
    authors=(Author(family="Meier", given="A."), Author(family="Rosis", given="B.")),
    title="Films",
    pages="1–9",
)
HEADER = "number\tfield\tprinted\tcorrected\n"


def rule(field: str, printed: str, right: str) -> Correction:
    return Correction(number="7", field=field, printed=printed, corrected=right)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return bundled_documents(extract=lambda paper: ())


def test_fields_names_and_subtitles_are_corrected():
    rules = [
        rule("pages", "1–9", "3117"),
        rule("year", "", "2018"),
        rule("author 2", "Rosis, B.", "Rossi, B."),
        rule("subtitle", "", "And Shells"),
    ]
    right = corrected(PRINTED, rules)
    assert (right.pages, right.year, right.title) == ("3117", 2018, "Films: And Shells")
    assert right.authors == (PRINTED.authors[0], Author(family="Rossi", given="B."))


def test_what_stands_already_is_left():
    assert corrected(PRINTED, [rule("pages", "1-9", "1–9")]) == PRINTED


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        (rule("pages", "2–9", "3117"), "found '1–9', expected '2–9'"),
        (rule("author 2", "Bianchi, B.", "Rossi, B."), "found 'Rosis, B.'"),
        (rule("author 3", "Rosis, B.", "Rossi, B."), "there are 2 authors"),
        (rule("colour", "", "blue"), "no field 'colour'"),
    ],
)
def test_a_correction_of_something_else_is_refused(wrong: Correction, cause: str):
    with pytest.raises(ExtractionError, match=cause):
        corrected(PRINTED, [wrong])


@pytest.mark.parametrize(
    ("text", "line"),
    [("7\tpages\t1–9\t3117\n", 1), (HEADER + "7\tpages\t3117\n", 2), ("# a\n" + HEADER * 2, 3)],
)
def test_a_malformed_table_is_named_with_its_line(tmp_path: Path, text: str, line: int):
    (tmp_path / "c.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(ExtractionError, match=rf"c\.tsv, line {line}: not the columns"):
        read_corrections(tmp_path / "c.tsv")


def test_every_correction_of_the_review_is_of_something_it_prints():
    files = corpus.bundled_review()
    printed = read_document_file(files.document).document
    rows = read_corrections(files.corrections)
    numbers = {"this", *(reference.number for reference in printed.references)}
    assert {row.number for row in rows} <= numbers
    assert len({(row.number, row.field) for row in rows}) == len(rows)
    right = read_shipped().document
    changed = {
        a.number for a, b in zip(printed.references, right.references, strict=True) if a != b
    }
    assert changed == {row.number for row in rows} - {"this"}


def test_the_review_says_what_it_is(documents: list[Document]):
    own = documents[0].record
    assert own is not None
    assert own.title.startswith("Atomic Control in Multicomponent Nanomaterials: ")
    assert (own.year, own.container, own.type) == (2020, "ACS Materials Letters", "article-journal")
    assert own.doi == "10.1021/acsmaterialslett.0c00271"


def test_a_note_and_the_reference_it_is_on_are_one_study_with_one_doi(documents: list[Document]):
    review, *notes = documents
    slugs = same_study([*review.references, *(note.record for note in notes if note.record)])
    by_number = {reference.number: reference for reference in review.references}
    with_doi = [note.record for note in notes if note.record and note.record.doi]
    assert len(with_doi) >= 15
    for own in with_doi:
        reference = by_number[own.number]
        assert doi_key(own) == doi_key(reference), own.key
        assert slugs[work_key(own)] == slugs[work_key(reference)], own.key
    assert sum(bool(reference.doi) for reference in review.references) == 26
