"""Answers to questions in parts: by cursor, by page, and as one text that is sent in parts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api import streaming
from api.workers.printing import part_of_answer
from kg.table import Table, render_csv

ASKED = "/api/v1/queries/all-claims"


def test_rows_come_so_many_at_a_time(client: Any) -> None:
    whole = client.get(ASKED).json()["rows"]
    rows, address = [], f"{ASKED}?limit=3"
    while address:
        found = client.get(address).json()
        assert (found["offset"], len(found["rows"]) <= 3) == (len(rows), True)
        rows += found["rows"]
        address = found["links"]["next"]
    assert rows == whole
    assert found["total"] == len(whole) > 3


def test_csv_links_the_next_rows_in_a_header(client: Any) -> None:
    first = client.get(ASKED, params={"limit": 2, "format": "csv"})
    assert len(first.text.splitlines()) == 3
    following = first.links["next"]["url"]
    assert client.get(following).text.splitlines()[0] == first.text.splitlines()[0]
    assert "next" not in client.get(ASKED, params={"limit": 2000, "format": "csv"}).links


def test_rows_are_as_sure_as_asked_for_in_every_format(client: Any) -> None:
    address = "/api/v1/queries/studies-of-material"
    every = client.get(address).json()["rows"]
    most = max(row["belief"] for row in every)
    for least in (most - 0.01, most + 0.01):
        some = [row for row in every if row["belief"] >= least]
        assert client.get(address, params={"sure": least}).json()["rows"] == some
    for shown in ({"format": "csv"}, {"format": "csv", "limit": 1}):
        asked = {"sure": most - 0.01, **shown}
        head, first = client.get(address, params=asked).text.splitlines()[:2]
        assert ",belief,said by," in head
        assert f",{most}," in first
    for asked in (address, "/queries/studies-of-material.csv"):
        wrong = client.get(asked, params={"sure": "1.5"})
        assert wrong.status_code == 400
        assert "sure: '1.5' is not a number from 0 to 1" in wrong.text


def test_a_parameter_takes_several_values(client: Any) -> None:
    address = "/api/v1/queries/studies-of-material"

    def rows(params: Any) -> Any:
        return client.get(address, params=params).json()["rows"]

    both = rows({"material": ["PbSe", "Al2O3"]})
    assert both == rows({"material": "PbSe or Al2O3"})
    alone = [*rows({"material": "PbSe"}), *rows({"material": "Al2O3"})]
    assert sorted(map(json.dumps, both)) == sorted(map(json.dumps, alone))
    first = client.get(address, params={"material": ["PbSe", "Al2O3"], "limit": 1}).json()
    assert client.get(first["links"]["next"]).json()["rows"] == both[1:2]
    twice = client.get("/api/v1/queries/deposited-below?max_temperature=1&max_temperature=2")
    assert (twice.status_code, "takes one value" in twice.text) == (400, True)
    page = client.get("/queries/studies-of-material", params={"material": ["PbSe", "Al2O3"]})
    assert 'value="PbSe or Al2O3"' in page.text
    assert f"{len(both)} rows" in page.text


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"limit": "0"}, "from 1 to 2000"),
        ({"limit": "2001"}, "from 1 to 2000"),
        ({"limit": "many"}, "from 1 to 2000"),
        ({"cursor": "1.2"}, "not a cursor"),
    ],
)
def test_what_is_no_limit_and_no_cursor(client: Any, params: Any, message: str) -> None:
    refused = client.get(ASKED, params=params)
    assert (refused.status_code, message in refused.text) == (400, True)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_long_answer_is_sent_in_parts(
    client: Any, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    whole = client.get(ASKED, params={"format": form, "raw": "true"})
    monkeypatch.setattr(streaming, "MAX_ROWS", 2)
    parts = client.get(ASKED, params={"format": form, "raw": "true"})
    assert (parts.text, "content-length" in parts.headers) == (whole.text, False)


def test_parts_make_one_text() -> None:
    table = Table(columns=("study", "note", "study_iri"), rows=(("A", None, "a"), ("B", None, "b")))
    first, second = (Table(columns=table.columns, rows=(row,)) for row in table.rows)
    nothing = Table(columns=table.columns)

    def text(form: str, *parts: Table) -> str:
        count, before, texts = len(parts), 0, []
        for i, part in enumerate(parts):
            texts.append(
                part_of_answer(
                    part,
                    "q",
                    (),
                    form=form,
                    is_raw=False,
                    is_first=i == 0,
                    is_last=i == count - 1,
                    has_rows_before=before > 0,
                )
            )
            before += len(part)
        return "".join(texts)

    for parts in ((first, second), (nothing, first, nothing, second), (first, second, nothing)):
        assert json.loads(text("json", *parts)) == json.loads(text("json", table))
        # what is empty is known at the end alone, so a longer answer keeps its columns
        assert text("csv", *parts) == render_csv(table.without("study_iri"))
    assert text("csv", table) == render_csv(table.select(["study"]).without("study_iri"))


def test_a_page_goes_on_at_a_cursor(client: Any) -> None:
    following = client.get(f"{ASKED}?limit=2").json()["links"]["next"].partition("cursor=")[2]
    page = client.get("/queries/all-claims", params={"ask": 1, "cursor": following})
    assert page.status_code == 200
    assert "first page" in page.text
    assert client.get("/queries/all-claims?cursor=nonsense").status_code in (400, 422)
