"""Whose records are completed, and the file that takes the changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import ReadError, open_library
from corpus.model import Author, Reference
from kg.enrich.changes import Change
from kg.enrich.file import read_items, with_changes, write_items
from kg.enrich.works import Work, works_of_paths

OWN = Reference(
    key="meyer", authors=(Author(family="Meyer"),), title="Oxide coats on dots", year=2015
)
WORK = Work(name="paper", record=OWN)


def change(field: str, proposed: object, now: object = "") -> Change:
    return Change(
        field=field,
        now=now,
        proposed=proposed,
        kind="conflict" if now else "new",
        source="Crossref",
        way="title",
        similarity=99.0,
    )


DOI, YEAR = change("doi", "10.5555/a"), change("year", 2016, 2015)
ITEM = {"id": "m", "type": "article-journal", "title": "Oxide Coats on Dots", "note": "mine"}


def test_a_new_record_has_what_was_known_and_what_was_found():
    assert with_changes([], [(WORK, (DOI, YEAR))]) == [
        {
            "id": "meyer",
            "type": "document",
            "title": "Oxide coats on dots",
            "author": [{"family": "Meyer"}],
            "issued": {"date-parts": [[2015]]},
            "DOI": "10.5555/a",
        }
    ]


def test_an_item_keeps_what_it_has():
    given = [{**ITEM, "DOI": "10.5555/mine"}, {"id": "other", "title": "Else"}]
    (first, second) = with_changes(given, [(WORK, (DOI, YEAR, change("volume", "7")))])
    assert first == {**ITEM, "DOI": "10.5555/mine", "volume": "7"}
    assert second == given[1]
    assert "volume" not in given[0]


def test_only_overwrite_replaces():
    (item,) = with_changes([{**ITEM, "DOI": "10.5555/mine"}], [(WORK, (DOI, YEAR))], overwrite=True)
    assert item["DOI"] == "10.5555/a"
    assert item["issued"] == {"date-parts": [[2016]]}


@pytest.mark.parametrize(
    "item",
    [
        {"id": "x", "DOI": "https://doi.org/10.5555/A"},
        {"id": "paper"},
        {"id": "x", "citation-key": "meyer"},
        {"id": "x", "title": "Oxide coats on <i>dots</i>"},
    ],
)
def test_the_item_of_a_work_is_known(item: dict[str, str]):
    work = Work(name="paper", record=Reference(**{**_fields(OWN), "doi": "10.5555/a"}))
    (found,) = with_changes([item], [(work, (change("volume", "7"),))])
    assert found == {**item, "volume": "7"}


def _fields(record: Reference) -> dict[str, object]:
    return {"key": record.key, "title": record.title}


def test_without_a_change_nothing_is_written():
    assert with_changes([ITEM], [(WORK, (YEAR,)), (WORK, ())]) == [ITEM]


def test_ids_stay_apart():
    other = Work(name="other", record=Reference(key="m", title="Wires"))
    assert [item["id"] for item in with_changes([{"id": "z"}], [(other, (DOI,))])] == ["z", "m"]
    twice = [(other, (DOI,)), (Work(name="m-1", record=Reference(title="Rods")), (DOI,))]
    assert len({item["id"] for item in with_changes([], twice)}) == 2


def test_the_file_comes_back_as_records(tmp_path: Path):
    file = tmp_path / "enriched.json"
    assert read_items(file) == []
    file.write_text(write_items(with_changes([], [(WORK, (DOI,))])), encoding="utf-8")
    (record,) = open_library([tmp_path]).records
    assert (record.doi, record.year, record.title) == ("10.5555/a", 2015, OWN.title)
    assert read_items(file)[0]["id"] == "meyer"


@pytest.mark.parametrize(("text", "cause"), [("{", "not JSON"), ('{"a": 1}', "no list of items")])
def test_another_file_is_not_written_over(tmp_path: Path, text: str, cause: str):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=rf"x\.json: .*{cause}"):
        read_items(tmp_path / "x.json")


NOTE = """---
key: meyer-2015
title: "Oxide coats on quantum dots"
authors: ["Meyer, A."]
year: 2015
---

PbSe was coated with Al2O3.
"""
BIB = """@article{m, title={Oxide coats on quantum dots}, author={Meyer, A.}, year=2015, volume={3}}
@article{w, title={Wires without any paper here}, author={Roe, B.}, year=2016}
@article{w2, title={Wires without any paper here}, author={Roe, B.}, year=2016}
"""


def test_papers_come_first_then_records_of_none(tmp_path: Path):
    (tmp_path / "a.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "plain.txt").write_text("Some text without a record at all.\n", encoding="utf-8")
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01" * 50)
    works, rejected = works_of_paths([tmp_path], workers=1)
    assert [(work.name, work.record.volume) for work in works] == [
        ("a", "3"),
        ("plain", ""),
        ("w", ""),
    ]
    assert [Path(source).name for source, _ in rejected] == ["bad.txt"]
