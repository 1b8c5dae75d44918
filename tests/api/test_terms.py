"""IRIs of terms and things answer: the right document, the right format, never somewhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from api.answers.address import candidates, local
from api.app import create_app
from api.reference import render_reference
from api.settings import Settings, SettingsError
from kg.export.trusty import artifact_code
from kg.store import open_graph
from ontology import rdf, source
from ontology.context import context
from ontology.graphs import graph_iri
from ontology.iri import (
    BASE,
    NAMESPACE,
    ONTOLOGY_IRI,
    SCHEMES,
    document_iri,
    material_iri,
    system_iri,
)
from ontology.published import read_published
from ontology.reference import read_reference, reference
from tests.rows import each_row

FORMATS = {
    "text/turtle": rdf.RdfFormat.TURTLE,
    "application/n-triples": rdf.RdfFormat.N_TRIPLES,
    "application/ld+json": rdf.RdfFormat.JSON_LD,
}


def get(client: Any, path: str, accept: str = "text/turtle", **options: Any) -> Any:
    return client.get(path, headers={"Accept": accept}, follow_redirects=False, **options)


def triples(response: Any) -> set[rdf.Triple]:
    media = response.headers["content-type"].split(";")[0]
    return {quad.triple for quad in rdf.parse(response.content, format=FORMATS[media])}


def said_of(iri: str) -> set[rdf.Triple]:
    node = rdf.NamedNode(iri)
    return {triple for triple in source.triples() if triple.subject == node}


def path_of(iri: str) -> str:
    return "/" + iri.removeprefix(BASE)


# ── documents of the ontology ────────────────────────────────────────────────────────────────


@each_row("accept", FORMATS)
@each_row(
    "iri",
    [
        BASE + "process/thermal-ald",
        BASE + "unit/nm%2F%7Bcycle%7D",
        BASE + "material/Al2O3",
        BASE + "chemical-role/precursor",
    ],
)
def test_a_term_answers_in_every_format(client, iri, accept):
    response = get(client, path_of(iri), accept)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    assert "Accept" in response.headers["vary"]
    assert triples(response) == said_of(iri)


def test_people_get_a_page(client):
    response = get(client, "/process/thermal-ald", "text/html,*/*;q=0.8")
    assert response.headers["content-type"].startswith("text/html")
    entry = reference().by_iri[BASE + "process/thermal-ald"]
    assert entry.definition in response.text
    assert 'href="/process/ald"' in response.text
    assert 'href="/?process=thermal_ald"' in response.text


@pytest.mark.parametrize("accept", FORMATS)
def test_the_ontology_answers(client, accept):
    found = triples(get(client, "/ontology", accept))
    node = rdf.NamedNode(NAMESPACE + "Study")
    stated = {t for t in said_of(NAMESPACE + "Study") if not isinstance(t.object, rdf.BlankNode)}
    assert stated <= found
    assert any(t.subject == node and isinstance(t.object, rdf.BlankNode) for t in found)
    assert len(found) == len(set(source.model()))


def test_the_page_of_the_ontology_has_a_place_for_every_class(client):
    page = get(client, "/ontology", "text/html").text
    for iri in ("Study", "aboutStudy", "Oxide", "Curation"):
        assert f'id="{iri}"' in page
    assert "<svg" in page
    assert 'href="/ontology#Claim"' in page


def test_versions_and_modules(client):
    version = reference().version
    whole, versioned = (
        triples(get(client, path)) for path in ("/ontology", f"/ontology/{version}")
    )
    assert len(whole) == len(versioned)
    module = triples(get(client, "/ontology/outcomes"))
    assert said_of(NAMESPACE + "OutcomeClaim") & module
    assert not said_of(NAMESPACE + "Study") & module
    assert get(client, "/ontology/alignments").status_code == 200
    assert get(client, "/ontology/9.9.9").status_code == 404


@each_row("scheme", SCHEMES.values())
def test_every_vocabulary_answers(client, scheme):
    section = reference().find_section(BASE + scheme)
    assert section is not None
    found = triples(get(client, f"/{scheme}"))
    assert {rdf.NamedNode(entry.iri) for entry in section.entries} <= {t.subject for t in found}
    assert section.title in get(client, f"/{scheme}", "text/html").text


def test_every_published_iri_answers(client):
    """Each hundredth of them, and all that are not of a vocabulary."""
    terms = [iri for iri in read_published() if "#" not in iri]
    short = [iri for iri in terms if iri.removeprefix(BASE).count("/") == 0 or "ontology" in iri]
    for iri in (*short, *terms[::100]):
        assert get(client, path_of(iri)).status_code == 200, iri


def test_the_format_parameter(client):
    response = get(client, "/process/ald?format=nt", "text/html")
    assert response.headers["content-type"].startswith("application/n-triples")
    assert get(client, "/process/ald?format=docx").status_code == 400
    assert get(client, "/graph/document/x?format=html").status_code == 404
    assert get(client, "/process/ald", "image/png").status_code == 406
    assert (
        get(client, "/process/ald", "application/json")
        .headers["content-type"]
        .startswith("application/json")
    )


@each_row(
    "path",
    [
        *("/process/nope", "/process/", "/process/ald/more", "/unit/%00"),
        *("/id/", "/id/material/Nope", "/id/material", "/id/nope/x", "/id//evil.example"),
        *("/data/", "/data/material/Nope", "/data//evil.example", "/graph/nope", "/ontology/"),
        *("/graph/document/nope", "/id/claim/nope/nanopublication", "/id/claim/%22/x"),
        "/id/claim/0000000000000000/nanopublication/RA0",
    ],
)
@each_row("accept", ["application/json", "text/html", "text/turtle"])
def test_what_is_unknown_is_not_found(client, path, accept):
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 404
    assert "location" not in response.headers


def test_replaced_terms_say_by_what(client, monkeypatch):
    turtle = f"""@prefix process: <{BASE}process/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <{BASE}process> a skos:ConceptScheme ; dcterms:title "Processes" .
        process:old a skos:Concept ; skos:prefLabel "old" ; owl:deprecated true ;
            dcterms:isReplacedBy process:new .
        process:new a skos:Concept ; skos:prefLabel "brand new" ."""
    found = read_reference({"vocab/test.ttl": source.parse_turtle(turtle.encode(), "test")})
    monkeypatch.setattr("api.terms.routes.reference", lambda: found)
    page = get(client, "/process/old", "text/html")
    assert page.status_code == 200
    assert "deprecated" in page.text
    assert '<a href="/process/new">brand new</a>' in page.text
    assert page.headers["link"] == '</process/new>; rel="successor-version"'
    assert get(client, "/process/old").headers["link"] == page.headers["link"]
    fresh = get(client, "/process/new", "text/html")
    assert "link" not in fresh.headers
    assert "deprecated" not in fresh.text


# ── things ───────────────────────────────────────────────────────────────────────────────────


def a_claim(store: Path) -> str:
    wanted = rdf.NamedNode(NAMESPACE + "statedIn")
    quads = open_graph(store).quads()
    return min(q.subject.value for q in quads if q.predicate == wanted)


def test_things_lead_to_documents_about_them(client, tiny_store):
    for iri in (material_iri("PbSe"), a_claim(tiny_store)):
        response = get(client, path_of(iri))
        assert response.status_code == 303
        target = response.headers["location"]
        assert target == path_of(iri).replace("/id/", "/data/")
        about = get(client, target)
        assert rdf.NamedNode(iri) in {triple.subject for triple in triples(about)}


@pytest.mark.parametrize("accept", FORMATS)
def test_a_document_about_a_claim_tells_its_evidence(client, tiny_store, accept):
    claim = a_claim(tiny_store)
    found = triples(get(client, path_of(claim).replace("/id/", "/data/"), accept))
    stored = {quad.triple for quad in open_graph(tiny_store).quads()}
    own = {t for t in stored if str(t.subject).startswith(f"<{claim}")}
    assert own
    assert own <= found
    assert found <= {q.triple for q in open_graph(tiny_store).quads(ontology=True)}


def test_studies_lead_people_to_their_page(client, tiny_store):
    wanted = rdf.NamedNode(NAMESPACE + "aboutStudy")
    iri = next(q.object.value for q in open_graph(tiny_store).quads() if q.predicate == wanted)
    response = get(client, path_of(iri), "text/html")
    assert response.headers["location"] == path_of(iri).replace("/id/study/", "/studies/")
    assert client.get(response.headers["location"]).status_code == 200
    assert get(client, path_of(iri)).headers["location"].startswith("/data/study/")


def test_pages_of_things_are_escaped(client):
    page = get(client, "/data/material/PbSe", "text/html")
    assert page.status_code == 200
    assert "PbSe" in page.text
    assert "javascript:" not in page.text
    for path in ("/data/<script>alert(1)</script>", "/process/<script>alert(1)</script>"):
        response = get(client, path, "text/html")
        assert response.status_code == 404
        assert "<script>alert" not in response.text


def test_named_graphs(client, tiny_store):
    store = open_graph(tiny_store)
    name = store.documents()[0]
    response = get(client, path_of(graph_iri(name)))
    assert triples(response) == {quad.triple for quad in store.quads(name)}
    assert get(client, path_of(document_iri(name))).status_code == 303
    assert get(client, "/graph/ontology").headers["location"] == "/ontology"
    assert get(client, "/graph/belief").headers["location"] == "/.well-known/void"
    assert get(client, "/graph").headers["location"] == "/.well-known/void"


def test_nanopublications_have_addresses(client, tiny_store):
    claim = a_claim(tiny_store)
    led = get(client, f"{path_of(claim)}/nanopublication", "*/*")
    assert led.status_code == 303
    response = get(client, led.headers["location"], "application/trig")
    quads = list(rdf.parse(response.content, format=rdf.RdfFormat.TRIG))
    code = led.headers["location"].rsplit("/", 1)[1]
    assert artifact_code(quads, code) == code
    assert {quad.graph_name.value.split("#")[0] for quad in quads} == {
        f"{claim}/nanopublication/{code}"
    }
    assert get(client, led.headers["location"][:-1] + "_", "*/*").status_code == 404
    assert get(client, led.headers["location"], "text/html").status_code == 406


# ── descriptions, settings ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("accept", [*FORMATS, "text/html", "*/*"])
def test_the_description_of_the_graph(client, tiny_store, accept):
    found = triples(get(client, "/.well-known/void", accept))
    number = len({q.triple for q in open_graph(tiny_store).quads(ontology=True)})
    assert f'"{number}"^^' in "\n".join(str(t) for t in found if "void#triples" in str(t))


def test_the_context_is_served(client):
    response = client.get("/context.jsonld")
    assert response.headers["content-type"] == "application/ld+json"
    assert response.json() == {"@context": context()}


def test_the_drawing_is_served(client):
    response = client.get("/ontology.svg")
    assert response.headers["content-type"].startswith("image/svg+xml")
    assert f'href="{NAMESPACE}Claim"' in response.text


def test_the_base_is_the_configured_one_and_no_other(tiny_store):
    settings = Settings(
        store=tiny_store,
        workers=1,
        spare_workers=1,
        base_url="https://kg.example.org/ald/",
        license="https://creativecommons.org/licenses/by/4.0/",
    )
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Accept": "text/turtle"}
    with TestClient(create_app(tiny_store, settings)) as client:
        found = client.get("/id/material/PbSe", headers=headers, follow_redirects=False)
        assert found.headers["location"] == "https://kg.example.org/ald/data/material/PbSe"
        text = client.get("/.well-known/void", headers=headers).text
    assert "<https://kg.example.org/ald/sparql>" in text
    assert "creativecommons.org/licenses/by/4.0/" in text
    assert "evil" not in text


def test_redirects_stay_here(client, tiny_store):
    for path in ("/id/material/PbSe", "/graph", "/graph/inferred", path_of(a_claim(tiny_store))):
        response = client.get(path, headers={"Host": "evil.example"}, follow_redirects=False)
        target = urlsplit(response.headers["location"])
        assert (target.scheme, target.netloc) == ("", "")


@pytest.mark.parametrize(
    ("field", "value", "cause"),
    [
        ("base_url", "kg.example.org/", "not an http address"),
        ("base_url", "https://kg.example.org", "end with a slash"),
        ("base_url", 'https://kg.example.org/"><script>/', "not an http address"),
        ("license", "javascript:alert(1)", "not an http address"),
    ],
)
def test_addresses_that_are_none(tmp_path, field, value, cause):
    with pytest.raises(SettingsError, match=cause):
        Settings(store=tmp_path, **{field: value})


# ── pure parts ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("/id/material/Zn(Cd)S%2fZnS", material_iri("Zn(Cd)S/ZnS")),
        ("/id/material/Zn(Cd)S/ZnS", material_iri("Zn(Cd)S/ZnS")),
        ("/id/system/core_shell/CdSe,Zn(S)", system_iri("core_shell", ("CdSe", "Zn(S)"))),
        ("/id/system/core_shell/CdSe,CdS", system_iri("core_shell", ("CdSe", "CdS"))),
        ("/unit/nm/{cycle}", BASE + "unit/nm%2F%7Bcycle%7D"),
    ],
)
def test_spellings_of_a_path(path, iri):
    assert iri in set(candidates(path))


def test_links_of_pages():
    assert local(ONTOLOGY_IRI) == "/ontology"
    assert local("data:text/html,x") == ""


def test_the_reference_as_one_file():
    page = render_reference()
    assert page.count('class="term"') == len(reference().by_iri)
    assert page.count('href="#process:ald"') >= 1
    assert 'id="process:ald"' in page
    assert "/static/" not in page
    assert "<script" not in page


def test_the_reference_is_escaped():
    turtle = f"""@prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <{ONTOLOGY_IRI}/test> a owl:Ontology .
        <{NAMESPACE}A> a owl:Class ; rdfs:label "<b>bold</b>" ; rdfs:subClassOf <javascript:x> ;
            skos:definition "<script>x</script>" ."""
    found = read_reference({"modules/test.ttl": source.parse_turtle(turtle.encode(), "test")})
    page = render_reference(found)
    assert "<script>x" not in page
    assert "&lt;b&gt;bold" in page
    assert 'href="javascript' not in page


def test_json_ld_of_a_term_has_the_served_context(client):
    document = json.loads(get(client, "/process/ald", "application/ld+json").text)
    assert document["@context"].items() <= context().items()
