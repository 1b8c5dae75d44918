from __future__ import annotations

import json
from typing import Any

import pytest

from api.errors import HttpError
from api.schemas import EvidenceShape
from api.study_pages import by_evidence
from kg.export.telling import tell
from kg.table import Table
from tests.api.test_units import claim

MEYER = "/studies/meyer-2015-aaaa1111"
ROWS = Table(
    columns=("study", "made", "process", "said_by", "sentence", "place", "study_iri"),
    rows=(
        ("Roth 2014", "HfO2", "ALD", "the paper itself", "HfO2 grew.", "roth, line 1", "x:1"),
        ("Roth 2014", "TiO2", None, "a review", "(no text here: see review)", "review", "x:1"),
    ),
)


def page(client: Any, path: str, **params: Any) -> str:
    response = client.get(path, params=params, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text[:300]
    return str(response.text)


def test_rows_are_told_with_what_they_rest_on() -> None:
    with_text, without = tell(ROWS)
    assert with_text.text == "HfO2 was made by ALD"
    assert (with_text.quote, with_text.place) == ("HfO2 grew.", "roth, line 1")
    assert (without.text, without.quote) == ("TiO2 was made", "")
    assert with_text.study_iri == "x:1"


def test_a_study_tells_what_it_saw_and_links_its_terms(client: Any) -> None:
    text = page(client, MEYER)
    assert "What was observed" in text
    assert '<a href="/chemical/trimethylaluminum">trimethylaluminum</a>' in text
    assert '<a href="/data/material/PbSe">PbSe</a>' in text
    assert 'href="/compare?study=meyer-2015-aaaa1111"' in text
    assert "a review about it: overview" in text


def test_a_study_in_other_formats(client: Any) -> None:
    found = {
        suffix: client.get(f"{MEYER}.{suffix}")
        for suffix in ("bib", "ris", "csl.json", "json", "csv", "ttl", "jsonld")
    }
    assert {one.status_code for one in found.values()} == {200}
    assert "@article{" in found["bib"].text
    assert "DO  - 10.5555/films.3" in found["ris"].text
    assert found["csl.json"].json()[0]["DOI"] == "10.5555/films.3"
    assert found["json"].json()["id"] == "meyer-2015-aaaa1111"
    assert found["csv"].text.startswith("kind,statement,sentence")
    assert "Meyer 2015" in found["ttl"].text
    by_accept = client.get(MEYER, headers={"Accept": "text/turtle"})
    assert by_accept.text == found["ttl"].text
    assert client.get("/studies/none.bib").status_code == 404
    assert client.get(MEYER, headers={"Accept": "image/png"}).status_code == 406


def test_a_busy_service_still_shows_the_claims(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> None:
        raise HttpError(503, "too many are at work")

    monkeypatch.setattr("api.study_pages.ask", busy)
    response = client.get(MEYER, headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert "The service is busy" in response.text
    assert "sevenfold" in response.text
    assert response.headers["cache-control"] == "no-store"


def test_questions_stand_below_their_topics(client: Any) -> None:
    text = page(client, "/queries")
    topics = {one["name"] for one in json.loads(client.get("/api/v1/queries").text)["items"]}
    assert all(f'href="/queries/{name}"' in text for name in topics)
    assert text.index('id="chemistry"') < text.index('href="/queries/recipes"')


def test_an_answer_has_its_sentences_in_view(client: Any) -> None:
    text = page(client, "/queries/outcome-of-property", property="electron_mobility")
    assert "<blockquote>The mobility rose sevenfold.</blockquote>" in text
    assert '<a href="https://doi.org/10.5555/films.3">' in text
    assert ">sentence</th>" not in text
    assert 'href="/compare?query=outcome-of-property&amp;property=electron_mobility"' in text


def test_an_answer_in_other_formats(client: Any) -> None:
    found = {
        suffix: client.get(f"/queries/studies-of-material.{suffix}?material=PbSe")
        for suffix in ("csv", "json", "md", "tex", "list.tex", "bib", "ris", "csl.json")
    }
    assert {one.status_code for one in found.values()} == {200}
    assert found["json"].json()["query"] == "studies-of-material"
    assert all("Meyer" in one.text for one in found.values())
    assert r"\begin{itemize}" in found["list.tex"].text
    assert client.get("/queries/graph-summary.bib").status_code == 400
    assert client.get("/queries/nope.csv").status_code == 404


def test_terms_in_an_answer_are_linked(client: Any) -> None:
    text = page(client, "/queries/outcome-of-property", property="electron_mobility")
    assert '<a href="/property/electron-mobility">electron mobility</a>' in text


def test_a_long_answer_comes_in_pages(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.question_pages.PAGE_ROWS", 3)
    first = page(client, "/queries/all-claims", ask=1)
    assert "1–3 of 8" in first
    assert 'href="/queries/all-claims?ask=1&amp;offset=3"' in first
    last = page(client, "/queries/all-claims", ask=1, offset=6)
    assert "7–8 of 8" in last
    assert "next →" not in last
    behind = client.get("/queries/all-claims?ask=1&offset=900", headers={"Accept": "text/html"})
    assert (behind.status_code, "Go to the first page" in behind.text) == (404, True)


def test_what_two_documents_say_is_one_statement() -> None:
    note = claim("70 nm", "nm", value=70)
    quoted = EvidenceShape(document="note", spans=((0, 1),), quote="It is 70 nm thick.")
    review = claim("70-nm", "nm", value=70)
    other = claim("7 nm", "nm", value=7)
    rows = by_evidence((review, note.model_copy(update={"evidence": quoted}), other))
    said = [[c.evidence.document for c in one] for _, statements in rows for one in statements]
    assert said == [["note", "d"], ["d"]]
    assert [place.document for place in rows[0][0]] == ["note", "d"]
