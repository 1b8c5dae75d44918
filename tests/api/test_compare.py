from __future__ import annotations

from typing import Any

from tests.rows import each_row

BOTH = "study=meyer-2015-aaaa1111&study=Rossi 2019"
QUESTION = "query=studies-of-material&material=PbSe"


def get(client: Any, path: str, status: int = 200) -> Any:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text[:300]
    return response


def test_studies_stand_side_by_side_with_their_sentences(client: Any) -> None:
    text = get(client, f"/compare?{BOTH}").text
    assert text.index(">Meyer 2015<") < text.index(">Rossi 2019<")
    assert "<summary>trimethylaluminum</summary>" in text
    assert "<blockquote>The mobility rose sevenfold.</blockquote>" in text
    assert ">Ligands<" not in text  # neither names a ligand
    assert 'href="/compare?study=rossi-2019-bbbb2222" aria-label="Remove Meyer 2015"' in text
    turned = get(client, f"/compare?study=Rossi 2019&{BOTH}&sort=year").text
    assert turned.index(">Meyer 2015<") < turned.index(">Rossi 2019<")


def test_a_comparison_of_the_studies_that_answer_a_question(client: Any) -> None:
    text = get(client, f"/compare?{QUESTION}").text
    assert ">Meyer 2015<" in text
    assert ">Rossi 2019<" not in text
    more = get(client, f"/compare?{QUESTION}&study=Rossi 2019").text
    assert ">Rossi 2019<" in more
    assert "query=studies-of-material&amp;material=PbSe&amp;study=rossi" in more


def test_a_comparison_is_taken_along(client: Any) -> None:
    found = {
        name: get(client, f"/compare.{name}?{BOTH}")
        for name in ("csv", "json", "md", "tex", "bib", "ris", "csl.json")
    }
    assert found["csv"].text.startswith("study,year,")
    assert get(client, f"/compare.csv?{BOTH}&bom=1").content.startswith(b"\xef\xbb\xbf")
    assert [row["label"] for row in found["json"].json()["rows"]] == ["Meyer 2015", "Rossi 2019"]
    assert "| Meyer 2015 |" in found["md"].text
    assert r"\caption{Comparison of studies" in found["tex"].text
    assert found["bib"].text.count("@article{") == 2
    assert found["ris"].text.count("TY  - ") == 2
    assert len(found["csl.json"].json()) == 2
    alone = get(client, "/compare.bib?study=rossi-2019-bbbb2222").text
    assert alone.count("@article{") == 1


def test_an_empty_comparison_says_how_to_go_on(client: Any) -> None:
    assert "Add a study above" in get(client, "/compare").text
    text = get(client, "/compare?study=<script>alert(1)</script>", 404).text
    assert "no study is called" in text
    assert "<script>alert" not in text


@each_row(
    "path, status",
    [
        ("/compare?query=nope", 404),
        ("/compare?query=graph-summary", 400),
        ("/compare?query=recipes&colour=red", 400),
        ("/compare?sort=colour", 400),
        ("/compare.doc?study=Meyer 2015", 404),
        ("/compare.csv", 400),
        ("/compare.csv?study=" + "x" * 10_000, 400),
    ],
)
def test_what_cannot_be_compared_says_why(client: Any, path: str, status: int) -> None:
    assert 'class="problem"' in get(client, path, status).text
