"""``aldkg import`` and ``aldkg export --format ro-crate``."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.store import open_graph

Aldkg = Callable[..., Result]

HEADER = "study,doi,kind,process,technique,curator\n"
GOOD = HEADER + "a,10.9999/a,process,ald,,Kim\na,,technique,,TEM,Kim\n"
BAD = GOOD + "a,,process,adl,,Kim\nb,10.9/b,process,ald,,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.usefixtures("small_ontology")
def test_import(aldkg: Aldkg, table: Path, tmp_path: Path) -> None:
    result = aldkg("import", table, "--store", tmp_path / "g")
    assert result.exit_code == 0, result.stderr
    assert "2 claims" in result.stderr
    assert open_graph(tmp_path / "g").documents() == ("mine",)


@pytest.mark.usefixtures("small_ontology")
def test_nothing_is_half_loaded(aldkg: Aldkg, table: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text(BAD, encoding="utf-8")
    result = aldkg("import", tmp_path, "--store", tmp_path / "g")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(": ")[1].removeprefix(f"{tmp_path}/") for line in lines] == [
        "other.csv, row 4, column process",
        "other.csv, row 5, column curator",
        "other.csv, row 5, column doi",
    ]
    assert not (tmp_path / "g").exists()


@pytest.mark.usefixtures("small_ontology")
def test_the_right_rows_on_request(aldkg: Aldkg, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(BAD, encoding="utf-8")
    result = aldkg("import", path, "--valid-rows", "--store", tmp_path / "g")
    assert result.exit_code == 3
    assert "row 4, column process" in result.stderr
    assert "2 claims" in result.stderr


def test_check_alone(aldkg: Aldkg, table: Path, tmp_path: Path) -> None:
    result = aldkg("import", table, "--check", "--store", tmp_path / "g")
    assert (result.exit_code, result.stdout) == (0, "1 table without faults (2 claims)\n")
    table.write_text(BAD, encoding="utf-8")
    assert aldkg("import", table, "--check", "--valid-rows").exit_code == 1
    assert not (tmp_path / "g").exists()


def test_misuse(aldkg: Aldkg, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("Films.", encoding="utf-8")
    assert aldkg("import", tmp_path / "note.md").exit_code == 2
    missing = aldkg("import", tmp_path / "none.csv")
    assert missing.exit_code == 1
    assert "no such file" in missing.stderr


def test_a_crate_as_folder_and_zip(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    options = ["export", "--store", tiny_store, "--format", "ro-crate", "-o"]
    assert aldkg(*options, tmp_path / "crate").exit_code == 0
    assert aldkg(*options, tmp_path / "crate.zip").exit_code == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "crate").iterdir()}
    with zipfile.ZipFile(tmp_path / "crate.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    graph = json.loads(files["ro-crate-metadata.json"])["@graph"]
    assert {part["@id"] for part in graph[1]["hasPart"]} == set(files) - {"ro-crate-metadata.json"}
    again = aldkg(*options, tmp_path / "crate")
    assert again.exit_code == 2
    assert "not an empty folder" in again.stderr


@pytest.mark.parametrize("more", [[], ["-o", "x", "--query", "studies"]])
def test_a_crate_needs_a_folder_and_no_query(
    aldkg: Aldkg, tiny_store: Path, more: list[str]
) -> None:
    result = aldkg("export", "--store", tiny_store, "--format", "ro-crate", *more)
    assert result.exit_code == 2
    assert "ro-crate holds the whole graph" in result.stderr
