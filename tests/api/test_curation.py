"""Deciding in the browser and by HTTP: who may, what is written, and what a page shows of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import corpus
from api.app import create_app
from api.curation.curators import Curators, add_curator, read_curators
from api.curation.recording import Recorder
from api.errors import HttpError
from api.graph import ServedGraph
from api.settings import Settings, SettingsError
from kg.batch.diagnosis import Diagnosis
from kg.batch.reading import ReadDocument, as_document
from kg.batch.sources import Sources
from kg.batch.summary import summarise
from kg.build import write_sources
from kg.claims import claim_key
from kg.curated import read_tables
from kg.curation.log import log_beside, read_log
from kg.ledger import Origin
from kg.model import Claim, Condition, Content, Evidence, Links, Outcome, Process, Quantity, Thing
from kg.store import generations, render_quads, writing
from kg.surroundings import describe, write_text
from ontology import rdf
from ontology.graphs import ONTOLOGY_GRAPH
from ontology.iri import NAMESPACE, PREFIXES
from tests.rows import each_row

TOKEN = "not-a-real-token"  # noqa: S105
BEARER = {"Authorization": f"Bearer {TOKEN}"}
NOTE = """---
key: roth-2020
title: "A survey of coats"
authors: ["Roth, B."]
year: 2020
---

# Films

Dots need coats. The films of ZnO grew by ALD at 80 °C.[3] They were more stable.
Nothing else is known of them. That will change.
"""
GREW = "The films of ZnO grew by ALD at 80 °C.[3]"
HOSTILE = '</p><script>alert(1)</script>"\'><img src=x onerror=alert(2)>\r\n{"id": "0"}'


def claim(raw: str, sentence: str, content: Content, quote: str = "", **links: Any) -> Claim:
    start = raw.index(sentence)
    where = Evidence(
        spans=((start, start + len(sentence)),),
        rule="r",
        extractor="x",
        quote=quote or sentence,
        place="Films, paragraph 1",
    )
    return Claim(
        doc="roth",
        study="this",
        content=content,
        evidence=where,
        confidence=0.8,
        links=Links(**links),
    )


def claims_of(raw: str) -> dict[str, Claim]:
    celsius = Quantity(value=80.0, unit="Cel", raw="80 °C")
    made = (Thing("material", "ZnO"),)
    return {
        "grew": claim(raw, GREW, Process(process="ald"), makes=made),
        "heat": claim(raw, GREW, Condition(parameter="temperature", quantity=celsius)),
        "gain": claim(
            raw, "They were more stable.", Outcome(property="stability", direction="increase")
        ),
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A graph of one note with its text, and the ids of its claims."""
    folder = tmp_path_factory.mktemp("built")
    note = folder / "roth.md"
    note.write_text(NOTE, encoding="utf-8")
    paper = corpus.read(note, id="roth")
    claims = claims_of(paper.raw)
    read = ReadDocument(
        document=as_document(paper, tuple(claims.values())), diagnosis=Diagnosis(), origin=Origin()
    )
    terms = (NAMESPACE + "Study", PREFIXES["rdf"] + "type", PREFIXES["owl"] + "Class")
    quad = rdf.Quad(*map(rdf.NamedNode, terms), rdf.NamedNode(ONTOLOGY_GRAPH))
    store = folder / "graph"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.store.quads.rendered_ontology", lambda: render_quads([quad]))
        with writing(store) as writer:
            write_sources(writer, Sources(read={"roth": summarise(read)}))
    write_text(store, "roth", describe(paper, claims.values()))
    return store, {name: claim_key(one) for name, one in claims.items()}


@pytest.fixture
def make(built: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Callable[..., TestClient]]:
    """Make a service of a copy of the graph, without the workers that answer queries."""
    made = []

    def make(**given: Any) -> TestClient:
        store = tmp_path / "graph"
        shutil.copytree(built[0], store)
        line = f"Doe, J.\tsha256:{sha256(TOKEN.encode()).hexdigest()}"
        settings = Settings(store=store, **{"curator": line, **given})
        app = create_app(store, settings)
        app.state.graph = ServedGraph(store)
        app.state.recorder = Recorder(store, log_beside(store), app.state.graph)
        made.append(app)
        return TestClient(app, follow_redirects=False)

    yield make
    for app in made:
        app.state.graph.close()


@pytest.fixture
def service(make: Callable[..., TestClient]) -> TestClient:
    """One service for all rows of a table."""
    return make()


@pytest.fixture
def ids(built: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return built[1]


def page(client: TestClient, path: str, status: int = 200) -> str:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text[:300]
    return response.text


def sign_in(client: TestClient, path: str) -> dict[str, str]:
    """Sign in, and return the hidden fields of the form on a page."""
    response = client.post("/curate", data={"token": TOKEN, "next": path})
    assert (response.status_code, response.headers["location"]) == (303, path)
    return hidden(page(client, path))


def hidden(text: str) -> dict[str, str]:
    form = text[text.rindex('<form class="decide"') :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_a_claim_stands_in_its_context(make: Any, ids: dict[str, str]) -> None:
    client = make()
    text = page(client, f"/evidence/{ids['heat']}")
    assert 'Dots need coats. <span class="own">The films of ZnO grew by ALD at' in text
    assert '<mark data-kind="condition">80 °C</mark>.<span class="cited">[3]</span></span>' in text
    assert "Nothing else is known of them." in text
    assert "Source: a curator&#39;s note: roth, Films, paragraph 1" in text
    assert f'<a href="/evidence/{ids["grew"]}">atomic layer deposition</a>' in text
    shutil.rmtree(client.app.state.graph.path / "texts")
    assert "Only this sentence is available" in page(client, f"/evidence/{ids['heat']}")


def test_a_sentence_of_an_answer_leads_to_its_claim(make: Any, ids: dict[str, str]) -> None:
    client = make()
    study = re.findall(r'"/studies/([^"]+)"', page(client, f"/evidence/{ids['grew']}"))[0]
    listed = client.get("/api/v1/claims").json()["items"]
    quotes = {one["evidence"].get("quote"): one["id"] for one in listed}
    last = next(quote for quote in quotes if quote and quote != GREW)
    wanted = {
        GREW: f"/evidence/{ids['grew']}",
        f"{GREW} … {last}": f"/evidence/{quotes[last]}",
        "Nobody claims this.": f"/studies/{study}#disputes",
    }
    for sentence, path in wanted.items():
        said = sha256(sentence.encode()).hexdigest()[:16]
        found = client.get("/evidence", params={"study": study, "said": said})
        assert (found.status_code, found.headers["location"]) == (303, path)
    assert client.get("/evidence", params={"study": "nobody", "said": "0" * 16}).status_code == 404


def test_a_stranger_reads_and_cannot_write(make: Any, ids: dict[str, str], tmp_path: Path) -> None:
    client, path = make(), f"/evidence/{ids['gain']}"
    text = page(client, path)
    assert "<form" not in text
    assert "Sign in" in text
    told = {"verdict": "reject", "reason": "no", "form": "x"}
    answers = [
        client.post(path, data=told),
        client.post("/api/v1/decisions", json={"claim": ids["gain"], "verdict": "accept"}),
        client.post("/decisions/0000000000000000/undo", data=told),
        client.post(path, data=told, headers={"Cookie": "aldkg_curator=446f65.9999999999.00"}),
        client.post("/api/v1/decisions", json={}, headers={"Authorization": "Bearer nonsense"}),
    ]
    assert [one.status_code for one in answers] == [401] * 5
    assert answers[0].json()["title"] == "Unauthorized"
    assert not log_beside(tmp_path / "graph").exists()


def test_without_curators_nobody_signs_in(make: Any, ids: dict[str, str]) -> None:
    client = make(curator="")
    evidence, told = page(client, f"/evidence/{ids['gain']}"), page(client, "/curate")
    assert "Sign in" not in evidence + told
    assert 'href="/curate"' in evidence
    assert "ALDKG_CURATORS" in told
    for answer in (
        client.post("/curate", data={"token": ""}),
        client.post("/api/v1/decisions", json={}, headers=BEARER),
    ):
        assert (answer.status_code, answer.json()["status"]) == (403, 403)


def test_rejected_in_the_browser_and_undone(
    make: Any, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path = make(), f"/evidence/{ids['gain']}"
    fields = {**sign_in(client, path), "verdict": "reject", "reason": HOSTILE}
    assert client.post(path, data={**fields, "form": "0" * 64}).status_code == 403
    elsewhere = client.post(path, data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403
    for _ in range(2):  # sent twice, it is one decision
        sent = client.post(path, data=fields)
        assert sent.headers["location"] == f"{path}?state=done#decisions"
    text = page(client, path)
    assert "rejected by Doe, J. and is left out of answers" in text
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text + page(client, "/decisions")
    assert client.get(f"/api/v1/claims/{ids['gain']}").status_code == 404

    async def busy(*_: object) -> None:
        raise HttpError(503, "too many are at work")

    monkeypatch.setattr("api.study_pages.ask", busy)
    study = client.get("/api/v1/studies").json()["items"][0]
    shown = page(client, f"/studies/{study['id']}")
    assert "Rejected by readers" in shown
    assert "<script>alert" not in shown
    (decision,) = client.get("/api/v1/decisions").json()["items"]
    undone = client.post(f"/decisions/{decision['id']}/undo", data=hidden(page(client, path)))
    assert undone.headers["location"] == "/decisions?state=done"
    assert client.get(f"/api/v1/claims/{ids['gain']}").status_code == 200
    listed = client.get("/api/v1/decisions").json()
    assert [one["in_force"] for one in listed["items"]] == [False, False]


def test_corrected_in_the_browser(make: Any, ids: dict[str, str]) -> None:
    client, path = make(), f"/evidence/{ids['heat']}"
    fields = {**sign_in(client, path), "verdict": "correct", "reason": "printed 90"}
    wrong = client.post(path, data={**fields, "cell-value": "warm"})
    assert wrong.status_code == 422
    assert "&#39;warm&#39; is not a number" in wrong.text
    assert 'value="warm"' in wrong.text
    assert '<datalist id="k-parameter"><option ' in wrong.text
    assert "upper end of a range; an upper bound if <code>value</code> is empty" in wrong.text
    sent = client.post(path, data={**fields, "cell-value": "90"})
    text = page(client, sent.headers["location"])
    assert "90 °C" in text
    assert "originally read as <i>temperature: 80 °C</i>" in text
    assert "printed 90" in text
    assert "The claim that replaced it" in page(client, path)


def test_links_by_http(make: Any, ids: dict[str, str]) -> None:
    client, grew = make(), ids["grew"]
    link = {"claim": grew, "link": "makes material:ZnO", "reason": "it was alumina"}
    right = {**link, "verdict": "correct", "thing": "material:aluminum oxide"}
    sent = client.post("/api/v1/decisions", json=right, headers=BEARER)
    assert (sent.status_code, sent.json()["is_applied"]) == (201, True)
    assert sent.json()["correction"] == {"thing": "material:Al2O3"}
    undone = client.post("/api/v1/decisions", json={"undoes": sent.json()["id"]}, headers=BEARER)
    assert undone.status_code == 201
    twice = client.post("/api/v1/decisions", json={"undoes": sent.json()["id"]}, headers=BEARER)
    assert (twice.status_code, twice.json()["title"]) == (409, "Conflict")
    table = client.get("/api/v1/decisions?format=csv").text
    assert table.startswith("id,date,name,verdict")


@each_row(
    ("body", "status"),
    [
        (b"[]", 400),
        (b"{", 400),
        (b'{"a":' * 3000, 400),
        (b'{"reason": "' + b"x" * 30_000 + b'"}', 413),
        (b'{"claim": "../x"}', 404),
        (b'{"claim": "CLAIM", "verdict": "burn"}', 422),
        (b'{"claim": "CLAIM", "verdict": "reject"}', 422),
        (b'{"claim": "CLAIM", "verdict": "correct", "correction": 5}', 422),
        (b'{"claim": "CLAIM", "verdict": "accept", "link": "rule x"}', 422),
        (b'{"claim": "CLAIM", "verdict": "accept", "id": "../../etc"}', 422),
        (b'{"undoes": "0000000000000000"}', 404),
    ],
)
def test_odd_requests_write_nothing(
    service: TestClient, ids: dict[str, str], tmp_path: Path, body: bytes, status: int
) -> None:
    headers = {**BEARER, "Content-Type": "application/json"}
    content = body.replace(b"CLAIM", ids["heat"].encode())
    answer = service.post("/api/v1/decisions", content=content, headers=headers)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert not log_beside(tmp_path / "graph").exists()


def test_who_guesses_is_slowed_down(make: Any) -> None:
    client = make()
    tried = [client.post("/curate", data={"token": f"{n}"}).status_code for n in range(8)]
    assert tried[0] == 401
    assert tried[-1] == 429
    assert client.post("/curate", data={"token": TOKEN}).status_code == 429


def test_a_decision_during_a_build_is_kept(
    make: Any, ids: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.curation.recording._WAIT", 0.3)
    monkeypatch.setattr("api.curation.recording._PATIENCE", 0.0)
    client, store = make(), tmp_path / "graph"
    body = {"claim": ids["gain"], "verdict": "accept"}
    with generations.locked(store):
        sent = client.post("/api/v1/decisions", json=body, headers=BEARER)
        assert (sent.status_code, sent.json()["is_applied"]) == (201, False)
    assert len(read_log(log_beside(store)).in_force) == 1


def test_curators_come_from_a_file_of_hashes(tmp_path: Path) -> None:
    path = tmp_path / "curators"
    token = add_curator(path, "Roe, A.")
    assert token not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    assert read_curators(Settings(store=tmp_path, curators=path)).name_of(token) == "Roe, A."
    assert Curators({}).name_of(token) == ""
    path.write_text("Roe\tplain\n")
    with pytest.raises(SettingsError, match="line 1: not a name"):
        read_curators(Settings(store=tmp_path, curators=path))
    with pytest.raises(SettingsError, match="cannot be read"):
        read_curators(Settings(store=tmp_path, curators=tmp_path / "none"))
    with pytest.raises(SettingsError, match="a name is one line"):
        add_curator(path, "a\tb")


def test_by_command(
    built: tuple[Path, dict[str, str]], ids: dict[str, str], tmp_path: Path, aldkg: Any
) -> None:
    store = tmp_path / "graph"
    shutil.copytree(built[0], store)
    at = ("--store", store)
    shown = aldkg("curate", "show", ids["heat"], *at)
    assert "  value=80\n" in shown.stdout
    sure = ("--name", "Doe, J.", "--reason", "-1 was printed")
    assert aldkg("curate", "correct", ids["heat"], "value=90", *sure, *at).exit_code == 0
    assert aldkg("curate", "accept", ids["grew"], "--name", "Roe, A.", *at).exit_code == 0
    assert aldkg("curate", "reject", ids["gain"], *sure, *at).exit_code == 0
    wrong = aldkg("curate", "correct", ids["grew"], "process=sputering", *sure, *at)
    assert wrong.exit_code == 1
    assert "'sputering' is not a process of the vocabulary" in wrong.stderr
    for line in (["reject", "nope", *sure], ["undo", "nope", "--name", "N"]):
        assert aldkg("curate", *line, *at).exit_code == 2
    assert "decisions on claims: 3 in force" in aldkg("status", *at).stdout
    listed = read_log(log_beside(store)).decisions
    assert aldkg("curate", "undo", listed[2].id, "--name", "Doe, J.", *at).exit_code == 0
    table = tmp_path / "table.csv"
    aldkg("curate", "export", "--format", "import", "-o", table, *at)
    assert aldkg("import", "--check", table).stdout == "1 table without faults (2 claims)\n"
    found = read_tables([table]).documents[0]
    assert {one.content for one in found.claims} == {
        Process(process="ald"),
        Condition(parameter="temperature", quantity=Quantity(value=90.0, unit="Cel")),
    }
    assert found.references[0].title == "A survey of coats"
    assert "'-1 was printed" in aldkg("curate", "export", *at).stdout
    same = aldkg("curate", "export", "--format", "jsonl", *at).stdout
    assert same == log_beside(store).read_text(encoding="utf-8")
    assert aldkg("curate", "token", "Roe", "--file", tmp_path / "c").stdout.strip()
