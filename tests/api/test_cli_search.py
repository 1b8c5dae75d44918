"""``aldkg search``: the search of the start page, in the terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

from api.cli.search import render_found
from api.schemas import SearchPage
from tests.rows import each_row

Aldkg = Callable[..., Result]


@each_row(
    ("words", "printed"),
    [
        (["TMA"], ["Searched as trimethylaluminum (chemical).", "Meyer 2015: Alumina"]),
        (["rossi", "2019"], ["1 study", "Rossi 2019: Shells on CdSe dots"]),
        (["PbSe", "--limit", "1"], ["Alumina grown at 70 °C fills PbSe films"]),
        (["Rosi"], ["Nothing was found for 'Rosi'; this is what was found for 'Rossi'."]),
        (["zirconia"], ["the vocabulary has zirconium oxide", "0 studies"]),
        (["--material", "PbSe", "--year", "..2016"], ["1 study", "Meyer 2015"]),
        (["oxide on PbSe dots"], ["oxide-coated-dots --core 'PbSe' --coating 'oxide'"]),
        ([], ["aldkg: search: give words, or a filter"]),
        (["TMA", "--confidence", "..0.2"], ["0 studies"]),
        (["TMA", "--confidence", "0.7"], ["aldkg: --confidence: '0.7' is not valid"]),
        (["TMA", "--year", "soon"], ["aldkg: --year: 'soon' is not valid"]),
        (["TMA", "--process", "xyz"], ["aldkg: search: no process 'xyz' is known"]),
    ],
)
def test_search(aldkg: Aldkg, tiny_store: Path, words: list[str], printed: list[str]) -> None:
    result = aldkg("search", "--store", tiny_store, *words)
    text = " ".join((result.stdout + result.stderr).split())
    assert [part for part in printed if part not in text] == []
    assert result.exit_code == (2 if printed[0].startswith("aldkg:") else 0)


def test_formats(aldkg: Aldkg, tiny_store: Path, client: Any) -> None:
    page = client.get("/api/v1/search", params={"q": "PbSe", "limit": 10}).json()
    shown = json.loads(aldkg("search", "--store", tiny_store, "PbSe", "-f", "json").stdout)
    assert shown == page
    table = aldkg("search", "--store", tiny_store, "PbSe", "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    claims = [c["id"] for hit in page["items"] for one in hit["sentences"] for c in one["claims"]]
    assert [row["claim"] for row in rows if row["claim"]] == claims != []
    found = SearchPage.model_validate({**page, "links": {"self_": ""}})
    for width in (30, 80):
        text = render_found(found, "PbSe", "store", width)
        assert max(map(len, text.splitlines())) <= width
