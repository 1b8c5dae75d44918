from __future__ import annotations

import io
import re
import zipfile
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
    assert f'{QUESTION.replace("&", "&amp;")}&amp;drop=meyer-2015-aaaa1111" aria-label="R' in text


def test_studies_are_chosen_by_what_they_name(client: Any) -> None:
    text = get(client, "/compare?study=rossi-2019-bbbb2222&study=PbSe").text
    assert "1 study names PbSe" in text
    assert '<input type="checkbox" name="study" value="meyer-2015-aaaa1111"> Meyer 2015' in text
    assert '<input type="hidden" name="study" value="rossi-2019-bbbb2222">' in text
    assert "o study is called" not in text
    assert "1 study names PbSe" in get(client, "/compare?study=PbSe").text
    assert "o study is called" in get(client, "/compare.csv?study=PbSe", 400).text


def test_a_question_is_chosen_and_filled_in(client: Any) -> None:
    assert '<option value="studies-of-material">' in get(client, "/compare").text
    text = get(client, "/compare?query=studies-of-material").text
    assert re.search('name="material" value="" placeholder="[^"]+" list="c-material', text)
    assert "claims-of-study" not in text  # it asks for a study
    assert '<label for="p-study">' not in get(client, "/compare?query=recipes").text
    none = get(client, f"/compare?{QUESTION}&drop=meyer-2015-aaaa1111").text
    assert ">Meyer 2015<" not in none


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
    assert found["bib"].text.count("\n  author = ") == 2
    assert found["ris"].text.count("TY  - ") == 2
    assert len(found["csl.json"].json()) == 2
    alone = get(client, "/compare.bib?study=rossi-2019-bbbb2222").text
    assert alone.count("\n  author = ") == 1


def test_columns_sort_both_ways_and_can_be_hidden(client: Any) -> None:
    ups = get(client, f"/compare?{BOTH}&sort=year").text
    assert '<th scope="col"><a class="order" href="/compare?study=meyer' in ups
    assert "sort=-year" in ups
    downs = get(client, f"/compare?{BOTH}&sort=-year").text
    assert downs.index(">Rossi 2019<") < downs.index(">Meyer 2015<")
    # a study without a temperature is last in either direction
    for order in ("temperature", "-temperature"):
        text = get(client, f"/compare?{BOTH}&sort={order}").text
        assert text.index(">Meyer 2015<") < text.index(">Rossi 2019<")
    assert 'aria-sort="descending"' in text
    hidden = get(client, f"/compare?{BOTH}&hide=outcomes").text
    assert "Sort by outcomes" in ups
    assert "Sort by outcomes" not in hidden
    assert "Hidden columns (click to show):" in hidden
    assert "outcomes" not in get(client, f"/compare.csv?{BOTH}&hide=outcomes").text
    assert "Sort by ligands" in get(client, f"/compare?{BOTH}&empty=1").text


def test_pinned_columns_stand_first_and_stay_in_view(client: Any) -> None:
    text = get(client, f"/compare?{BOTH}&first=outcomes&first=process").text
    heads = re.findall(r'<th scope="col"([^>]*)>.*?>([^<>]+)<span', text)
    assert heads[:3] == [
        *(("", "Study"), (' class="kept-1"', "Outcomes"), (' class="kept-2"', "Process")),
    ]
    assert "kept" not in heads[3][0]
    assert 'aria-label="Unpin outcomes"' in text
    assert 'aria-label="Pin core"' in text
    csv = get(client, f"/compare.csv?{BOTH}&first=outcomes").text
    assert csv.startswith("study,year,outcomes,")


def test_quantities_are_shown_in_the_unit_chosen(client: Any) -> None:
    text = get(client, f"/compare?{BOTH}&unit=K").text
    assert "<summary>343 K</summary>" in text
    assert "<b>K</b>" in text
    assert ",343 K," in get(client, f"/compare.csv?{BOTH}&unit=K").text
    units = text.partition("Units:")[2].partition("Order:")[0]
    assert "</a><" not in units  # else a phone has no place to break the line
    assert "1 → 7 cm² V⁻¹ s⁻¹" in text  # a mobility is not measured in kelvin


def test_pinned_studies_stand_first_and_rows_are_grouped(client: Any) -> None:
    text = get(client, f"/compare?{BOTH}&pin=rossi-2019-bbbb2222&pin=nope").text
    assert text.index(">Rossi 2019<") < text.index(">Meyer 2015<")
    assert 'aria-label="Unpin Rossi 2019"' in text
    assert "pin=nope" not in text
    asked = "query=outcome-of-property&link=study&study=Rossi 2019"
    assert "group by link" in get(client, f"/compare?{asked}").text
    grouped = get(client, f"/compare?{asked}&group=1").text
    assert grouped.index("Same sentence") < grouped.index(">Meyer 2015<")
    assert grouped.index(">Meyer 2015<") < grouped.index("Added by hand")
    assert "same sentence" in get(client, f"/compare.csv?{asked}&group=1").text


def test_a_workbook_has_numbers_links_and_sentences(client: Any) -> None:
    response = get(client, f"/compare.xlsx?{BOTH}&unit=K")
    with zipfile.ZipFile(io.BytesIO(response.content)) as book:
        first, second, texts, links = (
            book.read(f"xl/{name}").decode()
            for name in (
                *("worksheets/sheet1.xml", "worksheets/sheet2.xml", "sharedStrings.xml"),
                "worksheets/_rels/sheet1.xml.rels",
            )
        )
    assert "lowest temperature / K" in texts
    assert "<v>343.15</v>" in first
    assert '<pane xSplit="1" ySplit="1"' in first
    assert 'Target="https://doi.org/10.5555/films.3"' in links
    assert "The mobility rose sevenfold." in texts
    assert len(re.findall("<row ", second)) > 5
    assert response.content == get(client, f"/compare.xlsx?{BOTH}&unit=K").content
    answer = get(client, "/queries/outcome-of-property.xlsx?property=electron mobility")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        assert "Sentences" in book.read("xl/workbook.xml").decode()


def test_an_empty_comparison_says_how_to_go_on(client: Any) -> None:
    assert "Add studies above" in get(client, "/compare").text
    assert "No study is called" in get(client, "/compare?study=<b>zzz</b>", 404).text
    text = get(client, "/compare?study=<script>alert(1)</script>").text
    assert "1 study names &lt;script&gt;" in text
    assert "<script>alert" not in text


@each_row(
    "path, status",
    [
        ("/compare?query=nope", 404),
        ("/compare?query=graph-summary", 400),
        ("/compare?query=recipes&colour=red", 400),
        ("/compare?sort=colour", 400),
        ("/compare?hide=<script>alert(1)</script>", 400),
        ("/compare?unit=furlong", 400),
        ("/compare?study=%ff%fe", 400),
        ("/compare.doc?study=Meyer 2015", 404),
        ("/compare.csv", 400),
        ("/compare.csv?study=" + "x" * 10_000, 400),
    ],
)
def test_what_cannot_be_compared_says_why(client: Any, path: str, status: int) -> None:
    assert 'class="problem"' in get(client, path, status).text
