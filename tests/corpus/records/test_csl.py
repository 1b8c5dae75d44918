"""CSL-JSON of Zotero, Mendeley, Crossref and others, and Zotero's own JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus import Reference
from corpus.records import read_entries
from corpus.records.csl import is_csl
from tests.rows import each_row

ITEM = {"id": "doe11", "type": "article-journal", "title": "A"}


def read(data: object) -> list[Reference]:
    return [entry.record for entry in read_entries(json.dumps(data).encode(), "a.json").entries]


WRAPPERS: list[Any] = [
    [ITEM],
    ITEM,
    {"items": [ITEM]},
    {"status": "ok", "message": {"items": [ITEM]}},
    {"status": "ok", "message": ITEM},
    {"references": [ITEM]},
    {"doe11": ITEM},
]


@pytest.mark.parametrize("data", WRAPPERS)
def test_wrappers(data: object) -> None:
    assert [(r.key, r.title, r.type) for r in read(data)] == [("doe11", "A", "article-journal")]
    assert is_csl(json.dumps(data).encode())


DATES = [
    {"date-parts": [[2011, 3]]},
    {"date-parts": [["2011", "3"]]},
    {"date-parts": [[2011, 12], [2012, 1]]},
    {"raw": "March 2011"},
    {"literal": "2011"},
    {"year": 2011},
    [{"year": 2011, "month": 3}],
    "2011-03",
    2011,
]


@each_row("date", DATES)
def test_dates(date: object) -> None:
    assert read([{**ITEM, "issued": date}])[0].year == 2011


def test_an_empty_date_is_made_up_for_by_another() -> None:
    item = {**ITEM, "issued": {"date-parts": [[None]]}, "published-print": {"date-parts": [[2011]]}}
    assert read([item])[0].year == 2011


NAMES: list[tuple[Any, list[tuple[str, str]]]] = [
    ([{"family": "Doe", "given": "J."}], [("Doe", "J.")]),
    ([{"literal": "Lab of Films"}], [("Lab of Films", "")]),
    ([{"name": "Lab of Films", "sequence": "first"}], [("Lab of Films", "")]),
    ([{"non-dropping-particle": "van", "family": "Doe", "suffix": "Jr."}], [("van Doe", "Jr.")]),
    ([{"firstName": "J.", "lastName": "Doe", "creatorType": "author"}], [("Doe", "J.")]),
    ([{"firstName": "J.", "lastName": "Doe", "creatorType": "editor"}], []),
    ([{"first_name": "J.", "last_name": "Doe"}], [("Doe", "J.")]),
    (["Doe, J.", "Roe, K."], [("Doe", "J."), ("Roe", "K.")]),
    ("Doe, J.", [("Doe", "J.")]),
    ([None, 7, {}], []),
]


@each_row(("names", "expected"), NAMES)
def test_names(names: object, expected: list[tuple[str, str]]) -> None:
    assert [(a.family, a.given) for a in read([{**ITEM, "author": names}])[0].authors] == expected


def test_a_work_of_crossref() -> None:
    work = {
        "type": "journal-article",
        "title": ["Al<sub>2</sub>O<sub>3</sub> &amp; <mml:math><mml:mi>n</mml:mi></mml:math>-GaN"],
        "container-title": ["Journal of Films"],
        "short-container-title": ["J. Films"],
        "author": [{"given": "J.", "family": "Doe", "sequence": "first", "affiliation": []}],
        "issued": {"date-parts": [[2011, 3]]},
        "DOI": "10.5555/a",
        "page": "3-5",
    }
    (record,) = read({"message": work})
    assert (record.title, record.container) == ("Al2O3 & n-GaN", "Journal of Films")
    assert (record.type, record.doi, record.pages) == ("article-journal", "10.5555/a", "3–5")


def test_an_item_of_zotero_with_its_files() -> None:
    item = {
        "itemType": "journalArticle",
        "citationKey": "doe11",
        "title": "A",
        "publicationTitle": "J. Films",
        "date": "2011-03-01",
        "creators": [{"lastName": "Doe", "firstName": "J.", "creatorType": "author"}],
        "attachments": [
            {"title": "Full; Text", "path": "/home/me/storage/ABCD1234/doe: a.pdf"},
            {"title": "Page", "url": "https://example.org"},
        ],
    }
    items = [item, {"itemType": "note", "note": "n"}, {"itemType": "attachment", "title": "x"}]
    (entry,) = read_entries(json.dumps({"items": items}).encode(), "a.json").entries
    assert entry.files == ("/home/me/storage/ABCD1234/doe: a.pdf",)
    record = entry.record
    assert (record.key, record.container, record.year) == ("doe11", "J. Films", 2011)
    assert record.type == "article-journal"


def test_what_is_lost_is_named() -> None:
    read = read_entries(json.dumps([ITEM, 7, {"id": "x", "type": "book"}]).encode(), "a.json")
    assert [entry.record.key for entry in read.entries] == ["doe11"]
    assert read.problems == (
        "item 2: is not an object",
        "item 3 'x': has neither title, author nor DOI",
    )


OTHERS = [
    b"{}",
    b"[1]",
    b"[",
    b'{"a": {"b": 1}}',
    b'[{"type": "book"}]',
    b'{"type": "object", "title": "A schema", "properties": {"x": {"type": "string"}}}',
]


@pytest.mark.parametrize("data", OTHERS)
def test_other_json_is_no_csl(data: bytes) -> None:
    assert not is_csl(data)
