"""``aldkg check`` and ``aldkg version``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from api.cli import graphs
from kg.model import Claim, Document, Evidence, Process, System
from kg.rdf import document_quads
from kg.store import ontology_quads, replace
from ontology import embedded, rdf
from ontology.graphs import graph_iri
from ontology.iri import PREFIXES
from tests.api.output import lines

Aldkg = Callable[..., Result]
STUDY = "https://w3id.org/ald-kg/id/study/x"
UNLABELLED = f"<{STUDY}> a <https://w3id.org/ald-kg/ontology#Study> .\n"
MESSAGE = "A study must have a label"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.ttl"
    path.write_text(UNLABELLED, encoding="utf-8")
    return path


@pytest.fixture
def sound_store(tmp_path: Path) -> Path:
    evidence = Evidence(spans=((0, 5),), rule="r", extractor="ald-kg/1")
    contents = (Process(process="ald"), System(architecture="core_shell", layers=("CdSe", "CdS")))
    claims = tuple(Claim(doc="d", study="this", content=c, evidence=evidence) for c in contents)
    quads = document_quads(Document(id="d", sha256="0" * 64, claims=claims))
    replace(tmp_path / "sound", {"d": quads})
    return tmp_path / "sound"


@pytest.fixture
def bad_store(tmp_path: Path) -> Path:
    graph = rdf.NamedNode(graph_iri("d"))
    kind, study = PREFIXES["rdf"] + "type", "https://w3id.org/ald-kg/ontology#Study"
    nodes = [rdf.NamedNode(f"{STUDY}{number}") for number in range(5)]
    quads = [rdf.Quad(n, rdf.NamedNode(kind), rdf.NamedNode(study), graph) for n in nodes]
    replace(tmp_path / "graph", {"d": quads})
    return tmp_path / "graph"


def test_bundled_graph_is_sound_and_not_empty(
    aldkg: Aldkg, shipped_documents: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[embedded.DefaultGraph] = []

    def bundled_graph() -> embedded.DefaultGraph:
        checked.append(graphs.bundled_graph())
        return checked[0]

    monkeypatch.setattr("kg.build.bundled_documents", lambda: shipped_documents)
    monkeypatch.setattr("api.cli.check.bundled_graph", bundled_graph)
    result = aldkg("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines(result.stdout) == ["ontology and the bundled graph are sound"]
    (graph,) = checked
    claims = "SELECT (COUNT(*) AS ?n) { ?claim a <https://w3id.org/ald-kg/ontology#Claim> }"
    (row,) = graph.select(claims)
    assert int(row["n"].value) > 300
    assert len(graph.store) > sum(1 for _ in ontology_quads())


def test_faults_of_a_file_are_a_table(aldkg: Aldkg, bad: Path) -> None:
    result = aldkg("check", bad)
    assert result.exit_code == 1
    header, row, total = lines(result.stdout)
    assert header.split("\t")[0] == "severity"
    assert row.split("\t")[:2] == ["violation", "study:x"]
    assert MESSAGE in row
    assert total == "1 violation, found by 1 check."
    assert lines(result.stderr) == [f"aldkg: ontology and {bad}: {total}"]


def test_a_store_is_checked_where_it_lies(aldkg: Aldkg, sound_store: Path, bad_store: Path) -> None:
    result = aldkg("check", sound_store)
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines(result.stdout) == [f"ontology and {sound_store} are sound"]
    result = aldkg("check", bad_store)
    assert (result.exit_code, result.stdout.count(MESSAGE)) == (1, 5)
    result = aldkg("check", bad_store, "--limit", "2")
    assert (result.exit_code, result.stdout.count(MESSAGE)) == (1, 2)
    assert "there may be more: ald:Study rdfs:label" in result.stderr


def test_reports(aldkg: Aldkg, bad: Path, sound_store: Path, tmp_path: Path) -> None:
    turtle, page = tmp_path / "r.ttl", tmp_path / "r.HTML"
    for report in (turtle, page):
        result = aldkg("check", bad, "--report", report)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "1 violation, found by 1 check." in result.stderr
    triples = {(t.predicate.value, t.object) for t in rdf.parse(path=str(turtle))}
    assert (PREFIXES["sh"] + "focusNode", rdf.NamedNode(STUDY)) in triples
    assert (PREFIXES["sh"] + "conforms", rdf.Literal(False)) in triples
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert MESSAGE in page.read_text(encoding="utf-8")
    assert aldkg("check", sound_store, "--report", turtle).exit_code == 0
    assert "conforms true" in turtle.read_text(encoding="utf-8")


def test_a_report_of_no_kind_is_wrong_use(aldkg: Aldkg, bad: Path, tmp_path: Path) -> None:
    result = aldkg("check", bad, "--report", tmp_path / "r.pdf")
    assert result.exit_code == 2
    assert ".ttl or .html" in result.stderr
    assert not (tmp_path / "r.pdf").exists()


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        ("x.ttl", "<a> <b>", "malformed"),
        ("x.nt", UNLABELLED + "<no", "malformed"),
        ("x.owl", "", "not RDF: unknown suffix"),
        ("", "", "no graph"),
        ("gone.ttl", None, "no such file"),
    ],
)
def test_check_of_what_is_no_graph(
    aldkg: Aldkg, tmp_path: Path, name: str, text: str | None, cause: str
) -> None:
    path = tmp_path / name
    if name and text is not None:
        path.write_text(text, encoding="utf-8")
    result = aldkg("check", path)
    assert result.exit_code == 1
    assert len(lines(result.stderr)) == 1
    assert f"aldkg: {path}: {cause}" in result.stderr


def test_version(aldkg: Aldkg) -> None:
    for arguments in (["version"], ["--version"]):
        result = aldkg(*arguments)
        assert result.exit_code == 0
        assert [line.split()[0] for line in lines(result.stdout)] == [
            "ald-kg",
            "ontology",
            "extractor",
        ]
