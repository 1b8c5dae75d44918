"""The resources of ``/api/v1``: filters, orders, fields, formats, and what they refuse."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal

from api.v1.resources import RESOURCES
from kg.store import open_graph
from ontology import vocabulary
from ontology.graphs import ONTOLOGY_GRAPH
from ontology.iri import PREFIXES
from tests.rows import each_row

MEYER, ROSSI = "meyer-2015-aaaa1111", "rossi-2019-bbbb2222"
OBSERVED = "42c7f31ce6405650"


def get(client: Any, path: str, accept: str = "*/*", **params: Any) -> Any:
    response = client.get(f"/api/v1/{path}", params=params, headers={"Accept": accept})
    assert response.status_code == 200, response.text
    return response


def ids(client: Any, path: str, **params: Any) -> list[str]:
    return [item["id"].lstrip("0") for item in get(client, path, **params).json()["items"]]


@each_row(
    ("path", "params", "wanted"),
    [
        ("studies", {"quantity": "temperature:..100 Cel"}, [MEYER]),
        ("studies", {"quantity": "temperature:..343.15 K"}, [MEYER]),
        ("studies", {"quantity": "temperature:71..100 °C"}, []),
        ("studies", {"quantity": "temperature:70 °C"}, [MEYER]),
        ("studies", {"quantity": "electron mobility:5.. cm2.V-1.s-1"}, [MEYER]),
        ("studies", {"quantity": "temperature:..100 Cel; electron_mobility:9.. cm2.V-1.s-1"}, []),
        ("studies", {"quantity": "temperature:..100 nm"}, []),
        ("studies", {"year": "2015"}, [MEYER]),
        ("studies", {"year": "2016.."}, [ROSSI]),
        ("studies", {"year": "..2014"}, []),
        ("studies", {"layer": "CdS"}, [ROSSI]),
        ("studies", {"layer": "PbSe"}, []),
        ("studies", {"system": "core_shell/CdSe,CdS"}, [ROSSI]),
        ("studies", {"material_class": "Oxide"}, [MEYER]),
        ("studies", {"role": "precursor"}, [MEYER]),
        ("studies", {"material": "ZnO"}, []),
        ("studies", {"sort": "-label"}, [ROSSI, MEYER]),
        ("studies", {"sort": "-year"}, [ROSSI, MEYER]),
        ("studies", {"sort": "year", "limit": 1, "offset": 1}, [ROSSI]),
        ("conditions", {"parameter": "temperature"}, ["5"]),
        ("conditions", {"year": "2019"}, []),
        ("outcomes", {"direction": "increased", "voice": "a review about it"}, ["6"]),
        ("claims", {"year": "2019", "sort": "-study"}, ["8", "7"]),
        ("claims", {"year": "2019", "confidence": "0.99..", "sort": "-study"}, ["8", "7"]),
        ("claims", {"year": "2019", "confidence": "..0.2"}, []),
        ("evidence", {"kind": "process"}, ["3"]),
        ("evidence", {"q": "sevenfold"}, ["6"]),
        ("systems", {"layer": "CdS"}, ["core_shell/CdSe,CdS"]),
        ("systems", {"layer": "CdTe"}, []),
        ("materials", {"material_class": "Selenide", "sort": "label"}, ["CdSe", "PbSe"]),
        ("materials", {"q": "alumina"}, ["Al2O3"]),
        ("chemicals", {"role": "precursor"}, ["trimethylaluminum"]),
        ("chemicals", {"role": "solvent"}, []),
        ("materials", {"role": "nanocrystal"}, ["PbSe"]),
        ("applications", {}, ["solar_cell"]),
        ("techniques", {}, []),
        ("documents", {}, ["overview"]),
        ("recipes", {"material": "alumina", "chemical": "TMA"}, ["aa"]),
        ("recipes", {"quantity": "temperature:..100 Cel"}, ["aa"]),
        ("recipes", {"study": "Rossi 2019"}, []),
        ("observations", {"property": "electron_mobility", "year": "2015"}, [OBSERVED]),
        ("observations", {"direction": "decreased"}, []),
    ],
)  # fmt: skip
def test_lists(client: Any, path: str, params: dict[str, Any], wanted: list[str]) -> None:
    assert ids(client, path, **params) == wanted


def test_pages_follow_one_another_in_every_order(client: Any) -> None:
    for resource in RESOURCES.values():
        for sort in resource.sorts:
            whole = [item["id"] for item in get(client, resource.name, sort=sort).json()["items"]]
            found, address = [], f"/api/v1/{resource.name}?limit=1&sort={sort}"
            while address:
                page = client.get(address).json()
                found += [item["id"] for item in page["items"]]
                address = page["links"]["next"]
            assert found == whole, (resource.name, sort)


def test_a_recipe_and_an_observation(client: Any) -> None:
    recipe = get(client, "recipes/00000000000000aa").json()
    assert recipe["label"] == "Al2O3 from trimethylaluminum by thermal ALD"
    assert recipe["made"]["label"] == "Al2O3"
    assert [claim["kind"] for claim in recipe["claims"]] == ["process", "chemical", "condition"]
    assert recipe["study"]["label"] == "Meyer 2015"
    seen = get(client, "observations").json()["items"][0]
    assert (seen["before"], seen["after"], seen["unit"]) == ("1", "7", "cm² V⁻¹ s⁻¹")
    assert seen["evidence"][0]["quote"] == "The mobility rose sevenfold."


def test_some_fields(client: Any) -> None:
    page = get(client, "outcomes", fields="label,quantity,quantity").json()
    assert [list(item) for item in page["items"]] == [["id", "quantity", "label"]]
    assert list(get(client, f"studies/{MEYER}", fields="year").json()) == ["id", "year"]
    assert "fields=label" in get(client, "claims", fields="label", limit=1).json()["links"]["next"]


def test_csv(client: Any) -> None:
    by_suffix, by_accept = get(client, "conditions.csv"), get(client, "conditions", "text/csv")
    assert by_suffix.text == by_accept.text
    assert by_accept.headers["vary"].startswith("Accept")
    (row,) = csv.DictReader(io.StringIO(by_suffix.text))
    assert (row["study.label"], row["parameter.id"]) == ("Meyer 2015", "temperature")
    assert (row["quantity.lower"], row["quantity.unit"]) == ("70.0", "Cel")
    assert row["evidence.quote"] == "Alumina grown at 70 °C fills PbSe films."
    assert row["evidence.spans"] == "10-60"
    some = get(client, "studies.csv", fields="label", limit=1)
    assert some.text.splitlines() == ["id,label", f"{MEYER},Meyer 2015"]
    assert 'rel="next"' in some.headers["link"]
    assert get(client, f"studies/{ROSSI}.csv").text.count("\n") == 2


@pytest.fixture(scope="module")
def stated(tiny_store: Path) -> set[tuple[str, ...]]:
    """What the documents say, what was derived from it, and what terms are called."""
    store = open_graph(tiny_store)
    derived = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } FILTER(?g != <%s>) }"
    triples = [*store.construct(derived % ONTOLOGY_GRAPH)]
    graph = Graph().parse(data="".join(f"{one} .\n" for one in triples), format="nt")
    label = PREFIXES["skos"] + "prefLabel"
    return plain(graph) | {(term.iri, label, term.label) for term in vocabulary().terms}


def plain(graph: Graph) -> set[tuple[str, ...]]:
    """The triples, numbers by their value."""
    return {(str(s), str(p), _value(o)) for s, p, o in graph}


def _value(node: Any) -> str:
    value = node.toPython() if isinstance(node, Literal) else node
    return str(float(value) if isinstance(value, int | float | Decimal) else value)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_json_ld_says_what_the_graph_says(client: Any, stated: set[tuple[str, ...]]) -> None:
    for resource in RESOURCES.values():
        answer = get(client, resource.name, "application/ld+json")
        assert answer.headers["content-type"].startswith("application/ld+json")
        assert get(client, f"{resource.name}.jsonld").text == answer.text
        found = plain(Graph().parse(data=answer.text, format="json-ld"))
        items = get(client, resource.name).json()["items"]
        assert {item["iri"] for item in items} <= {subject for subject, _, _ in found}
        assert found <= stated, resource.name
        if items:
            assert len(found) >= len(items)


@each_row(
    ("address", "status", "words"),
    [
        ("studies?colour=red", 422, "no parameter 'colour'"),
        ("studies?limit=1&limit=2", 422, "limit is given twice"),
        ("studies?limit=0", 422, "limit"),
        ("studies?offset=99999999999", 422, "offset"),
        ("studies?cursor=x", 422, "cursor"),
        ("studies?sort=colour", 422, "sort: there are: "),
        ("studies?fields=colour", 422, "fields: there are: id, iri"),
        ("studies?year=late", 422, "year"),
        ("studies?quantity=hot", 422, "quantity"),
        ("studies?confidence=1.5..", 422, "confidence"),
        ("studies?confidence=..", 422, "confidence"),
        ("studies?quantity=colour:1..2", 404, "no parameter or property 'colour'"),
        ("studies?quantity=temperature:1..2 blob", 404, "no unit 'blob'"),
        ("studies?process=<script>alert(1)</script>", 404, "no process '<script>"),
        ("studies?process=magic", 404, "no process 'magic' is known"),
        ("studies?material=nothing at all", 404, "no material"),
        ("conditions?study=Nobody 1999", 404, "no study 'Nobody 1999'"),
        ("conditions?process=thermal_ald", 422, "no parameter 'process'"),
        (f"studies?q={'x' * 10_000}", 422, "q"),
        ("studies?q=%ff", 400, "UTF-8"),
        ("studies/%ff", 400, "UTF-8"),
        ("studies/nope", 404, "no study 'nope'"),
        ("studies/nope.csv", 404, "no study 'nope.csv'"),
        (f"studies/{MEYER}?colour=red", 422, "there are: fields"),
        (f"outcomes/{'x' * 10_000}", 404, "no outcome"),
        ("outcomes/0000000000000005", 404, "no outcome"),
        ("outcomes/..%2f..%2fetc", 404, "no outcome"),
        ("search?q=TMA&colour=red", 422, "no parameter 'colour'"),
        ("studies.pdf", 404, "there is nothing at /api/v1/studies.pdf"),
        ("nothing", 404, "there is nothing at /api/v1/nothing"),
    ],
)
def test_what_is_refused(client: Any, address: str, status: int, words: str) -> None:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert words in response.json()["detail"]
    assert len(response.text) < 2_000


def test_just_below_what_is_refused(client: Any) -> None:
    assert ids(client, "studies", offset=10**9) == []
    assert ids(client, "studies", limit=200) == [MEYER, ROSSI]
    assert ids(client, "studies", q="x" * 500) == []
    refused = client.get("/api/v1/studies", headers={"Accept": "image/png"})
    assert (refused.status_code, refused.json()["title"]) == (406, "Not Acceptable")


def test_addresses_without_a_version_lead_on(client: Any) -> None:
    for address in (f"studies/{MEYER}?fields=id", "complete?q=%CE%B3-alumina", "queries"):
        moved = client.get(f"/api/{address}", follow_redirects=False)
        assert (moved.status_code, moved.headers["location"]) == (308, f"/api/v1/{address}")
    for address in ("/api/", "/api/v1/", "/api//evil.example/"):
        assert client.get(address).status_code == 404
