"""``--vocab``: a user's own words, from reading a text to the page; each run is a process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

WORDS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ald: <https://w3id.org/ald-kg/ontology#> .
@prefix lab: <https://lab.example/terms#> .
lab:zibromene skos:inScheme <https://w3id.org/ald-kg/chemical> ; skos:notation "zibromene" ;
    skos:prefLabel "zibromene" ; ald:symbol "ZBM" .
lab:bubbles skos:inScheme <https://w3id.org/ald-kg/property> ; skos:notation "bubble_count" ;
    skos:prefLabel "bubble count" .
lab:glimmer skos:inScheme <https://w3id.org/ald-kg/technique> ; skos:notation "glimmer_imaging" ;
    skos:prefLabel "glimmer imaging" .
lab:wobble skos:inScheme <https://w3id.org/ald-kg/process> ; skos:notation "wobble_deposition" ;
    skos:prefLabel "wobble deposition" .
lab:vycorene skos:inScheme <https://w3id.org/ald-kg/material> ; skos:notation "vycorene" ;
    skos:prefLabel "vycorene" .
<https://w3id.org/ald-kg/property/electron-mobility> skos:altLabel "electron nimbleness" .
"""
TEXT = """Films of Al2O3 were grown by wobble deposition using ZBM as the precursor.
The films were characterised by glimmer imaging. The bubble count of the films increased.
The electron nimbleness increased. Al2O3 films were grown on vycorene substrates.
"""
#: What the text says with the words, as (kind, value).
SAID = {
    ("chemical", "zibromene"),
    ("outcome", "bubble_count"),
    ("outcome", "electron_mobility"),
    ("technique", "glimmer_imaging"),
    ("process", "wobble_deposition"),
    ("material", "vycorene"),
}
#: Runs commands one after the other, then asks pages; prints [exit code, output, errors] of each.
MANY = """
import json, sys
from pathlib import Path
from fastapi.testclient import TestClient
from typer.testing import CliRunner
from api.app import create_app
from api.cli.app import make_app
commands, store = json.loads(sys.argv[1]), Path(sys.argv[2])
app, told = make_app(), []
for words in commands:
    result = CliRunner().invoke(app, words)
    told.append([result.exit_code, result.stdout, result.stderr])
with TestClient(create_app(store)) as client:
    study = client.get("/api/v1/studies").json()["items"][0]
    told += [[0, client.get(path).text, ""] for path in ("/studies/" + study["id"], "/property")]
print(json.dumps(told))
"""


def run(*arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    variables = {k: v for k, v in os.environ.items() if k != "ALDKG_VOCAB"} | environ
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=variables, check=False)


def aldkg(*arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    return run("-c", "from api.cli import main; main()", *arguments, **environ)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vocab")
    (folder / "my.ttl").write_text(WORDS, encoding="utf-8")
    claim = {"doc": "one", "study": "this", "kind": "process", "process": "wobble_deposition"}
    (folder / "gold.jsonl").write_text(json.dumps(claim) + "\n", encoding="utf-8")
    (folder / "papers").mkdir()
    for name in ("one", "two"):
        (folder / "papers" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, list]:
    """What the commands say with the words, by command; of the pages too."""
    papers, store = str(folder / "papers"), str(folder / "graph")
    asked = ("query", "outcome-of-property", "--property", "bubble count")
    commands = {
        "build": ("build", papers, "--store", store),
        "query": (*asked, "--store", store, "--format", "csv"),
        "export": ("export", "--format", "claims", "--store", store),
        "check": ("check", store, "--report", str(folder / "report.ttl")),
        "explain": ("explain", papers + "/one.txt"),
        "evaluate": (
            *("evaluate", papers, "--gold", str(folder / "gold.jsonl")),
            *("--format", "csv"),
        ),
    }
    done = run(
        *("-c", MANY, json.dumps([*commands.values()]), store),
        ALDKG_VOCAB=str(folder / "my.ttl"),
    )
    assert done.returncode == 0, done.stderr
    return dict(zip([*commands, "study", "property"], json.loads(done.stdout), strict=True))


def said(printed: str) -> set[tuple[str, str]]:
    names = ("substance", "property", "technique", "process", "formula")
    claims = map(json.loads, printed.splitlines())
    return {(claim["kind"], claim[name]) for claim in claims for name in names if name in claim}


def test_words_are_read_by_every_worker(folder: Path) -> None:
    papers, words = folder / "papers", folder / "my.ttl"
    done = aldkg("extract", papers, "--vocab", words, "--workers", "2")
    assert done.returncode == 0, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    for doc in ("one", "two"):
        own = "\n".join(json.dumps(claim) for claim in claims if claim["doc"] == doc)
        assert said(own) >= SAID
    assert all(re.search(r"\+vocab\.[0-9a-f]{8}$", claim["extractor"]) for claim in claims)


def test_words_are_read_only_where_they_are_named(folder: Path, told: dict[str, list]) -> None:
    bare = aldkg("extract", folder / "papers").stdout
    assert said(bare) & SAID == set()
    assert "vocab" not in bare
    assert said(told["export"][1]) >= SAID


def test_the_graph_calls_them_by_their_labels_even_without_the_file(
    folder: Path, told: dict[str, list]
) -> None:
    assert told["build"][0] == 0, told["build"][2]
    sparql = "SELECT DISTINCT ?label { ?claim ald:property ?p . ?p skos:prefLabel ?label }"
    asked = aldkg("query", "--store", folder / "graph", "--sparql", sparql, "-f", "csv")
    assert {"bubble count", "electron mobility"} <= set(asked.stdout.splitlines())


def test_questions_pages_and_scores_know_them(told: dict[str, list]) -> None:
    assert "increase" in told["query"][1]
    assert "bubble count" in told["explain"][1]
    assert "strict,process,1,1,1,1,0,0" in told["evaluate"][1].splitlines()
    labels = ("bubble count", "wobble deposition", "glimmer imaging", "zibromene")
    assert [label for label in labels if label not in told["study"][1]] == []
    assert "bubble count" in told["property"][1]


def test_the_graph_is_sound_but_for_missing_definitions(
    folder: Path, told: dict[str, list]
) -> None:
    report = (folder / "report.ttl").read_text(encoding="utf-8")
    messages = set(re.findall(r'sh:resultMessage "(.+?)"', report))
    assert told["check"][0] == 1
    assert messages == {"The term has no definition (skos:definition)."}


def test_a_faulty_file_is_one_line_and_nothing_is_read(folder: Path) -> None:
    wrong = folder / "wrong.ttl"
    wrong.write_text(WORDS.replace('skos:prefLabel "bubble count"', "ald:symbol 'BC'"))
    result = aldkg("extract", folder / "papers", "--vocab", wrong)
    assert (result.returncode, result.stdout) == (1, "")
    cause = "https://lab.example/terms#bubbles: no preferred label (skos:prefLabel)"
    assert result.stderr.strip().splitlines() == [f"aldkg: {wrong}: {cause}"]
