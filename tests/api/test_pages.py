from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import api

MEYER = "/studies/meyer-2015-aaaa1111"


def page(client: Any, path: str, status: int = 200, **params: Any) -> str:
    response = client.get(path, params=params, headers={"Accept": "text/html"})
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return str(response.text)


def test_home_lists_and_offers(client: Any) -> None:
    text = page(client, "/")
    assert "2 studies, 8 claims" in text
    assert "read the sentence before you cite a claim" in text
    assert '<a class="chip" href="/?material=PbSe">' in text
    assert "Al<sub>2</sub>O<sub>3</sub>" in text


def test_a_question_is_shown_in_words_of_its_form(client: Any) -> None:
    asked = {"ask": "1", "max_temperature": "warm"}
    text = client.get("/queries/deposited-below", params=asked).text
    assert 'role="alert">max temperature: &#39;warm&#39; is not a temperature' in text
    assert "SELECT DISTINCT ?study" in text
    assert "# block:" not in text
    assert "# values:" not in text


def test_a_page_shows_how_sure_rows_are_and_takes_the_least(client: Any) -> None:
    text = page(client, "/queries/studies-of-material", ask="1")
    assert '<th scope="col">belief</th>' in text
    assert '<label for="p-sure">belief at least</label>' in text
    assert '<option value="0.7">' in text
    none = page(client, "/queries/studies-of-material", sure="1")
    assert "no row has a belief of at least 1; without this condition there are " in none
    wrong = client.get("/queries/studies-of-material", params={"sure": "70"}).text
    assert 'role="alert">belief at least: &#39;70&#39; is not a number from 0 to 1' in wrong


def test_questions_are_asked_by_clicks_alone(client: Any) -> None:
    text = page(client, "/")
    asked = "/queries/oxide-coated-dots?ask=1&amp;core=PbX&amp;max_temperature=below+100+%C2%B0C"
    assert f'href="{asked}"' in text
    assert text.count('href="/queries/') == 5
    assert f'href="{asked}"' in page(client, "/queries")
    text = page(client, "/queries/outcome-of-property", property="electron mobility", link="study")
    assert "<option selected>study</option>" in text
    assert '<option value="PbSe">' in text
    assert '<option value="infilling">' in text
    assert ">LaTeX</a> <a" in text
    assert ">BibTeX</a>" in text


def test_search_works_without_javascript(client: Any) -> None:
    text = page(client, "/", q="sevenfold")
    assert "1 study" in text
    assert MEYER in text
    assert "electron mobility" in text
    assert "Nothing found" in page(client, "/", q="zirconia")


def test_search_by_filter(client: Any) -> None:
    text = page(client, "/", material="CdS")
    assert "Shells on CdSe dots" in text
    assert MEYER not in text


def test_a_study_shows_each_claim_with_its_evidence(client: Any) -> None:
    text = page(client, MEYER)
    assert "Meyer, A.; Roth, B." in text
    assert 'href="https://doi.org/10.5555/films.3"' in text
    assert "<blockquote>The mobility rose sevenfold.</blockquote>" in text
    assert "overview, characters 90–95, 100–140" in text  # no quote is known
    for heading in ("Materials", "Processes", "Chemicals", "Conditions", "Outcomes"):
        assert f"<h2>{heading}</h2>" in text


def test_what_texts_say_is_escaped(client: Any) -> None:
    text = page(client, MEYER)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert "<b>matrices" not in text
    asked = page(client, "/", q='"><script>alert(1)</script>')
    assert "<script>alert" not in asked


def test_questions(client: Any) -> None:
    assert "/queries/studies-of-material" in page(client, "/queries")
    empty = page(client, "/queries/studies-of-material")
    assert 'name="material"' in empty
    assert "rows" not in empty.split("</header>")[1].split("<details>")[0]
    answer = page(client, "/queries/studies-of-material", ask=1, material="PbSe")
    assert page(client, "/queries/studies-of-material", material="PbSe") == answer
    assert f'<a href="{MEYER}">Meyer 2015</a>' in answer
    assert "format=csv" in answer


def test_a_question_asked_wrongly_says_why(client: Any) -> None:
    text = page(client, "/queries/studies-of-material", 400, ask=1, colour="red")
    assert "no parameter" in text
    assert page(client, "/queries/nope", 404)


def test_api_page(client: Any) -> None:
    text = page(client, "/docs")
    assert "/api/v1/studies/{id}" in text
    links = re.findall(r'<h2>.*?<a href="([^"]+)"', text)
    assert "/api/v1/complete?q=mobility" in links
    refused = [link for link in links if client.get(link.replace("&amp;", "&")).status_code != 200]
    assert set(refused) <= {"/ready"}  # a worker may not have been started yet


def test_the_api_page_sets_names_apart(client: Any) -> None:
    text = page(client, "/docs")
    assert "<code>format=csv</code>" in text
    assert "`" not in text


def test_an_empty_answer_leads_on(client: Any) -> None:
    text = page(client, "/queries/studies-by-process", process="sol-gel")
    assert '<a href="/queries/studies-by-process?ask=1">ask without conditions</a>' in text
    assert ">BibTeX</a>" not in text
    text = page(client, "/", q="xyzzyblorb", material="PbSe")
    assert '<a href="/?q=xyzzyblorb">xyzzyblorb</a> without filters' in text
    assert '<ol class="studies">' not in text


def test_a_name_that_may_be_meant_is_a_link(client: Any) -> None:
    text = page(client, "/queries/studies-of-material", 400, material="alumnium", role="core")
    asked = "/queries/studies-of-material?material=aluminum&amp;role=core&amp;ask=1"
    assert f'did you mean: <a href="{asked}">aluminum</a>' in text


def test_titles_tell_pages_apart(client: Any) -> None:
    shown = page(client, "/", q="mobility", process="thermal_ald")
    assert "<title>mobility, thermal ALD · ald-kg</title>" in shown
    assert "process: thermal ALD <span" in shown
    assert "<title>Meyer 2015: " in page(client, MEYER)


def test_studies_of_a_question_on_a_study_are_compared(client: Any) -> None:
    text = page(client, "/queries/claims-of-study", study="Meyer 2015")
    links = re.findall(r'href="(/compare[^"]*)"', text.replace("&amp;", "&"))
    assert links[1:] == ["/compare?study=meyer-2015-aaaa1111"]
    text = page(client, "/queries/studies-of-material", material="PbSe")
    assert 'href="/compare?query=studies-of-material&amp;material=PbSe"' in text


def test_choices_are_offered(client: Any) -> None:
    assert '<select id="p-within"' in page(client, "/analytics/disagreements")


@pytest.mark.parametrize("name", ["app.css", "search.js", "sparql.css", "sparql.js", "icon.svg"])
def test_static_files(client: Any, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 200


#: Written to files that need nothing else, never served.
STAND_ALONE = frozenset({"reference-file.html", "explanation.html"})


def test_pages_load_nothing_from_elsewhere() -> None:
    """No address of another site, no inline script or style: the content policy forbids both."""
    folder = Path(api.__file__).parent
    files = [*folder.glob("templates/*.html"), *folder.glob("static/*")]
    assert len(files) > 8
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r'(?:src|action)="https?:', text), file
        assert not re.search(r"url\(|@import|import .* from [\"']http", text), file
        if file.name not in STAND_ALONE:
            assert not re.search(r"<style|\son\w+=|\sstyle=|<script(?! src=)", text), file
