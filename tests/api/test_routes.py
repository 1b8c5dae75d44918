from __future__ import annotations

from typing import Any

from tests.rows import each_row

MEYER = "meyer-2015-aaaa1111"


def get(client: Any, path: str, **params: Any) -> Any:
    response = client.get(path, params=params)
    assert response.status_code == 200, response.text
    return response.json()


def ids(page: dict[str, Any]) -> list[str]:
    return [item["id"].lstrip("0") for item in page["items"]]


def test_health(client: Any) -> None:
    health = get(client, "/health")
    assert (health["status"], health["studies"], health["claims"]) == ("ok", 2, 8)


def test_studies_are_listed_by_label(client: Any) -> None:
    page = get(client, "/api/v1/studies")
    assert [s["label"] for s in page["items"]] == ["Meyer 2015", "Rossi 2019"]
    assert page["items"][0]["doi"] == "10.5555/films.3"
    assert page["items"][0]["claim_count"] == 6
    assert page["items"][0]["documents"] == ["overview"]


@each_row(
    ("filters", "labels"),
    [
        ({"material": "PbSe"}, ["Meyer 2015"]),
        ({"material": "PbSe", "chemical": "TMA"}, ["Meyer 2015"]),
        ({"material": "PbSe", "application": "solar_cell"}, []),
        ({"material": "CdS"}, ["Rossi 2019"]),
        ({"q": "shells"}, ["Rossi 2019"]),
        ({"q": "pbse mobility"}, ["Meyer 2015"]),
        ({"q": "alumina", "application": "solar_cell"}, []),
        ({"document": "overview"}, ["Meyer 2015", "Rossi 2019"]),
    ],
)
def test_studies_by_filter(client: Any, filters: dict[str, str], labels: list[str]) -> None:
    page = get(client, "/api/v1/studies", **filters)
    assert [s["label"] for s in page["items"]] == labels


def test_a_study_has_its_claims_by_kind(client: Any) -> None:
    study = get(client, f"/api/v1/studies/{MEYER}")
    assert list(study["claims"]) == ["material", "process", "chemical", "condition", "outcome"]
    condition = study["claims"]["condition"][0]
    assert condition["statement"] == "temperature: 70 °C"
    assert condition["quantity"]["lower"] == condition["quantity"]["upper"] == 70
    assert condition["evidence"]["quote"] == "Alumina grown at 70 °C fills PbSe films."
    nanocrystal = study["claims"]["material"][1]
    assert nanocrystal["evidence"]["spans"] == [[90, 95], [100, 140]]
    assert nanocrystal["evidence"]["quote"] is None


def test_a_change_keeps_where_it_started(client: Any) -> None:
    claim = get(client, "/api/v1/claims/0000000000000006")
    assert claim["quantity"]["from"] == 1
    assert claim["quantity"]["value"] == 7
    assert claim["property"]["id"] == "electron_mobility"
    assert claim["direction"]["id"] == "increase"


@each_row(
    ("filters", "numbers"),
    [
        ({"study": "Rossi 2019"}, ["7", "8"]),
        ({"study": MEYER, "kind": "chemical"}, ["4"]),
        ({"kind": "material"}, ["1", "2"]),
        ({"material": "alumina"}, ["1"]),
        ({"material": "Al₂O₃"}, ["1"]),
        ({"material": "CdSe"}, ["7"]),
        ({"process": "thermal ALD"}, ["3"]),
        ({"process": "https://w3id.org/ald-kg/process/thermal-ald"}, ["3"]),
        ({"chemical": "TMA"}, ["4"]),
        ({"property": "electron_mobility"}, ["6"]),
        ({"direction": "increase"}, ["6"]),
        ({"direction": "increased"}, ["6"]),
        ({"direction": "improved"}, ["6"]),
        ({"direction": "fell"}, []),
        ({"application": "solar cell"}, ["8"]),
        ({"role": "precursor"}, ["4"]),
        ({"parameter": "temperature"}, ["5"]),
        ({"technique": "tem"}, []),
        ({"document": "overview", "kind": "system"}, ["7"]),
        ({"q": "sevenfold"}, ["6"]),
        ({"q": "trimethylalum"}, ["4"]),
        ({"q": "TMA"}, ["4"]),
        ({"q": "alumina", "kind": "process"}, ["3"]),
        ({"q": '"; DROP TABLE texts; --'}, []),
    ],
)
def test_claims_by_filter(client: Any, filters: dict[str, str], numbers: list[str]) -> None:
    page = get(client, "/api/v1/claims", **filters)
    assert ids(page) == numbers
    assert page["total"] == len(numbers)


@each_row(
    ("path", "names"),
    [
        ("/api/v1/materials", ["Al2O3", "CdS", "CdSe", "PbSe"]),  # the layers of a system, too
        ("/api/v1/processes", ["thermal_ald"]),
        ("/api/v1/chemicals", ["trimethylaluminum"]),
    ],
)
def test_things(client: Any, path: str, names: list[str]) -> None:
    page = get(client, path)
    assert [thing["id"] for thing in page["items"]] == names
    assert all(thing["study_count"] == thing["claim_count"] == 1 for thing in page["items"])


def test_things_say_what_they_are(client: Any) -> None:
    chemical = get(client, "/api/v1/chemicals")["items"][0]
    assert chemical["roles"] == ["precursor"]
    assert "TMA" in chemical["synonyms"]
    assert chemical["definition"]
    material = get(client, "/api/v1/materials")["items"][0]
    assert (material["classes"], material["roles"]) == (["Oxide"], ["matrix"])
    assert get(client, "/api/v1/chemicals", q="tma")["total"] == 1
    assert get(client, "/api/v1/chemicals", q="oxygen")["total"] == 0


def test_pages_are_linked(client: Any) -> None:
    page = get(client, "/api/v1/claims", study=MEYER, limit=4)
    assert (len(page["items"]), page["total"], page["links"]["prev"]) == (4, 6, None)
    following = client.get(page["links"]["next"]).json()
    assert (len(following["items"]), following["links"]["next"]) == (2, None)
    first = client.get(following["links"]["prev"]).json()
    assert first == page
    assert client.get(page["links"]["self"]).json() == page
    assert "cursor=4." in page["links"]["next"]
    assert following == get(client, "/api/v1/claims", study=MEYER, limit=4, offset=4)
    stale = get(client, "/api/v1/claims", study=MEYER, limit=4, cursor="4.1.ffffffff")
    assert stale["items"] == following["items"]


def test_an_answer_that_still_holds_is_not_sent_again(client: Any) -> None:
    for path in ("/api/v1/studies", f"/studies/{MEYER}", "/api/v1/search?q=TMA"):
        answer = client.get(path)
        again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == answer.headers["etag"]
        assert client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_named_queries(client: Any) -> None:
    listed = get(client, "/api/v1/queries")
    by_name = {query["name"]: query for query in listed["items"]}
    query = by_name["studies-of-material"]
    assert [param["name"] for param in query["params"]] == ["material", "role", "sure"]
    answer = get(client, query["href"], material="PbSe")
    assert [row["study"] for row in answer["rows"]] == ["Meyer 2015"]
    as_csv = client.get(query["href"], params={"material": "PbSe", "format": "csv"})
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert "Meyer 2015" in as_csv.text


@each_row(
    ("path", "params", "status", "words"),
    [
        ("/api/v1/queries/nope", {}, 404, "no query 'nope'"),
        ("/api/v1/queries/studies-of-material", {"colour": "red"}, 400, "no parameter 'colour'"),
        ("/api/v1/queries/studies-of-material", {"format": "pdf"}, 400, "unknown format 'pdf'"),
        ("/api/v1/studies/nope", {}, 404, "no study 'nope'"),
        ("/api/v1/claims/nope", {}, 404, "no claim 'nope'"),
        ("/api/v1/claims", {"kind": "opinion"}, 422, "kind"),
        ("/api/v1/claims", {"limit": 201}, 422, "limit"),
        ("/api/v1/claims", {"offset": -1}, 422, "offset"),
        ("/api/v1/claims", {"q": "x" * 501}, 422, "q"),
        ("/api/v1/claims", {"cursor": "1.2"}, 422, "cursor"),
        ("/api/v1/complete", {}, 422, "q"),
        ("/api/v1/search", {}, 422, "q"),
    ],
)
def test_bad_requests(
    client: Any, path: str, params: dict[str, Any], status: int, words: str
) -> None:
    response = client.get(path, params=params)
    assert response.status_code == status
    assert words in response.json()["detail"]
