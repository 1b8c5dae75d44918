from __future__ import annotations

from typing import Any

from ontology.iri import BASE
from tests.rows import each_row

ALUMINA_ETC = (
    # page, what it must tell
    ("/process/thermal-ald", ("Also called", "Meyer 2015", 'class="chip"', "1 study")),
    ("/chemical/trimethylaluminum", ("Meyer 2015", "Search and narrow", "/compare?study=")),
    ("/data/material/PbSe", ("A material of the class", "Selenide", "The thing in the graph")),
    ("/property/electron-mobility", ("<h2>Outcomes</h2>", "The mobility rose sevenfold.")),
    ("/material/PbSe", ("lead selenide", "1 study", "Meyer 2015")),
    ("/form/quantum-dot", ("No study in this graph uses this term.",)),
    ("/unit/nm", ("The term in the ontology",)),
    ("/chemical/diethylzinc", ("No study in this graph uses this term.",)),
)


@each_row("path, told", ALUMINA_ETC)
def test_a_term_reads_as_a_page(client: Any, path: str, told: tuple[str, ...]) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 200
    missing = [text for text in told if text not in response.text]
    assert not missing
    assert ("No study" in response.text) == any("No study" in text for text in told)


@each_row(
    "path, accept",
    [
        ("/process/thermal-ald.ttl", "text/turtle"),
        ("/data/material/PbSe.jsonld", "application/ld+json"),
        ("/data/material/PbSe.nt", "application/n-triples"),
        ("/process/thermal-ald.json", "application/json"),
        ("/data/material/PbSe.csv", "text/csv"),
    ],
)
def test_a_suffix_is_as_good_as_accept(client: Any, path: str, accept: str) -> None:
    bare = path.rpartition(".")[0]
    response = client.get(path)
    assert response.headers["content-type"].startswith(accept)
    assert response.text == client.get(bare, headers={"Accept": accept}).text


def test_the_studies_of_a_term_as_data(client: Any) -> None:
    found = client.get("/process/thermal-ald.json").json()
    assert found["iri"] == BASE + "process/thermal-ald"
    assert [study["label"] for study in found["studies"]] == ["Meyer 2015"]
    assert client.get(found["all_studies"]).json()["total"] == found["study_count"]
    table = client.get("/data/material/PbSe.csv").text.splitlines()
    assert table[0] == "study,year,title,doi,iri"
    assert table[1].startswith("Meyer 2015,2015,")
    assert client.get("/process/nope.json").status_code == 404


def test_the_longest_vocabulary_is_a_light_page(client: Any) -> None:
    response = client.get("/chemical", headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert len(response.content) < 200_000
