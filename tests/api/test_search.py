"""Search by the names that people use, on two invented studies."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import unquote_plus

from api.catalog.sentences import _sentences
from api.schemas import EvidenceShape
from tests.api.test_units import claim
from tests.rows import each_row


def search(client: Any, **params: Any) -> dict[str, Any]:
    response = client.get("/api/v1/search", params=params)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def labels(found: dict[str, Any]) -> list[str]:
    return [hit["study"]["label"] for hit in found["items"]]


@each_row(
    ("asked", "wanted"),
    [
        ("TMA", ["Meyer 2015"]),
        ("Al(CH3)3", ["Meyer 2015"]),
        ("Al2O3", ["Meyer 2015"]),
        ("Al₂O₃", ["Meyer 2015"]),
        ("$Al_2O_3$", ["Meyer 2015"]),
        ("\\ce{Al2O3}", ["Meyer 2015"]),
        ("Al<sub>2</sub>O<sub>3</sub>", ["Meyer 2015"]),
        ("alumina films", ["Meyer 2015"]),
        ("AlOx", []),  # another solid, which no study has
        ("selenides", ["Meyer 2015", "Rossi 2019"]),
        ("matrixes", ["Meyer 2015"]),
        ("CdSe/CdS", ["Rossi 2019"]),
        ("CdSe@CdS", ["Rossi 2019"]),
        ("core-shell", ["Rossi 2019"]),
        ("Rossi et al. (2019)", ["Rossi 2019"]),
        ("rossi 2019", ["Rossi 2019"]),
        ("Roth", ["Meyer 2015"]),
        ("2019", ["Rossi 2019"]),
        ("[7]", ["Meyer 2015"]),
        ("ref 8", ["Rossi 2019"]),
        ("8", ["Rossi 2019"]),
        ("10.5555/films.3", ["Meyer 2015"]),
        ("dots", ["Rossi 2019"]),
        ("!!", []),
        ('"; DROP TABLE study; --', []),
        ("* NEAR(\x00 OR ^", []),
        ("dots\x00\x01", ["Rossi 2019"]),
        ("/@" * 200, []),
        ("trimethylalum", ["Meyer 2015"]),
        ("metal oxides", ["Meyer 2015"]),
        ("μ", ["Meyer 2015"]),  # of a property that it reports
        ("β-carotene", []),
    ],
)
def test_studies_are_found_by_any_name(client: Any, asked: str, wanted: list[str]) -> None:
    found = search(client, q=asked)
    assert labels(found) == wanted
    assert found["total"] == len(wanted)


@each_row(
    ("asked", "corrected", "wanted"),
    [
        ("trimethylalumnium", "trimethylaluminium", ["Meyer 2015"]),
        ("Rosi", "Rossi", ["Rossi 2019"]),
        ("thermal ADL mobilty", None, ["Meyer 2015"]),
        ("zirconia", "", []),
        ("δ", "", []),
        ("Al2O4", "", []),  # a formula is no slip of another
        ("high-b", "", []),
    ],
)
def test_a_slip_is_corrected(
    client: Any, asked: str, corrected: str | None, wanted: list[str]
) -> None:
    found = search(client, q=asked)
    assert labels(found) == wanted
    assert corrected is None or found["corrected"] == corrected


@each_row(
    ("asked", "wanted"),
    [
        ("zirconia", ["zirconium oxide"]),
        ("metal halide perovskites", ["halide perovskite"]),
        ("III–V", ["III-V semiconductor"]),
        ("θ", ["contact angle"]),
        ("TMA", []),
        ("xyzzy", []),
    ],
)
def test_a_term_that_no_study_has_is_named(client: Any, asked: str, wanted: list[str]) -> None:
    assert [term["label"] for term in search(client, q=asked)["absent"]] == wanted


def test_an_exact_name_comes_before_a_text(client: Any) -> None:
    found = search(client, q="PbSe")
    assert labels(found) == ["Meyer 2015"]
    assert [one["id"] for one in found["meant"]] == ["PbSe"]
    partly = search(client, q="solar cell TMA shells")
    assert (labels(partly), partly["is_partial"]) == (["Rossi 2019"], True)


def test_a_number_and_its_unit_are_no_element(client: Any) -> None:
    found = search(client, q="PbSe at 100 C")
    assert [one["id"] for one in found["meant"]] == ["PbSe"]


def test_hits_show_the_sentence_with_the_words_marked(client: Any) -> None:
    (hit,) = search(client, q="Al₂O₃")["items"]
    sentence = hit["sentences"][0]
    claims = [(claim["kind"], claim["statement"]) for claim in sentence["claims"]]
    assert claims == [("material", "matrix: Al2O3")]
    (start, end), *_ = sentence["marks"]
    assert sentence["sentence"][start:end] == "Alumina"


def test_a_statement_is_shown_once_beside_its_sentence() -> None:
    quoted = EvidenceShape(document="note", spans=((0, 1),), quote="It is 70 nm thick.")
    note = claim("70 nm", "nm", value=70).model_copy(update={"evidence": quoted})
    review, bare = claim("70-nm", "nm", value=70), claim("7 nm", "nm", value=7)
    found = list(_sentences((review, bare, note), ()))
    assert [one.sentence for one in found] == ["It is 70 nm thick.", ""]
    assert [one.statement for shown in found for one in shown.claims] == [
        "value 70 nm",
        "value 7 nm",
    ]


def test_facets_narrow_and_count(client: Any) -> None:
    found = search(client, q="selenides")
    facets = {facet["name"]: facet["values"] for facet in found["facets"]}
    years = [(value["id"], value["count"]) for value in facets["year"]]
    assert years == [("2019", 1), ("2015", 1)]
    assert {"kind", "material_class", "process", "property", "voice"} <= set(facets)
    for name, values in facets.items():
        for value in values:
            narrowed = search(client, q="selenides", **{name: value["id"]})
            assert narrowed["total"] == value["count"], (name, value)


def test_facets_of_the_page_are_links_that_can_be_undone(client: Any) -> None:
    def links(text: str) -> list[str]:
        return [html.unescape(link) for link in re.findall(r'href="(/\?[^"]*)"', text)]

    page = client.get("/", params={"q": "selenides"}).text
    (narrower,) = [link for link in links(page) if link.endswith("year=2015")]
    narrowed = client.get(narrower).text
    assert "Alumina" in narrowed
    assert "Shells on" not in narrowed
    assert unquote_plus("/?q=selenides") in links(narrowed)
    assert 'aria-current="true"' in narrowed


def test_marked_sentences_are_escaped(client: Any) -> None:
    page = client.get("/", params={"q": "alumina"}).text
    assert "<mark>Alumina</mark> grown" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


@each_row(
    ("begun", "wanted"),
    [
        ("trimethyl", "trimethylaluminum"),
        ("TM", "trimethylaluminum"),
        ("core sh", "core/shell"),
        ("mobil", "electron mobility"),
        ("zzz", None),
        ("!", None),
    ],
)
def test_names_are_completed(client: Any, begun: str, wanted: str | None) -> None:
    items = client.get("/api/v1/complete", params={"q": begun}).json()["items"]
    assert wanted in [item["text"] for item in items] if wanted else items == []


def test_what_was_meant_is_linked_only_where_it_can_be_filtered_by(client: Any) -> None:
    assert '<a href="/?chemical=trimethylaluminum">' in client.get("/", params={"q": "TMA"}).text
    meant = client.get("/", params={"q": "temperature"}).text
    assert "Searched as temperature (parameter)" in meant
    assert 'href="/?parameter=' not in meant
