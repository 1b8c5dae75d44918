"""``aldkg export``: every format, and what it refuses."""

from __future__ import annotations

import csv
import errno
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from kg.export.formats import FORMATS
from kg.files import opened_whole
from tests.api.output import lines

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", FORMATS)
def test_export_in_every_format(aldkg: Aldkg, tiny_store: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    result = aldkg("export", "--store", tiny_store, "--format", name, "-o", target)
    assert (result.exit_code, result.stderr) == (0, "")
    if name == "xlsx":
        with zipfile.ZipFile(target) as book:
            text = book.read("xl/sharedStrings.xml").decode()
    else:
        text = target.read_text(encoding="utf-8")
    assert re.search("Meyer|meyer|PbSe|void:documents", text)
    shown = aldkg("export", "--store", tiny_store, "--format", name)
    assert shown.stdout_bytes == target.read_bytes()


def test_export_of_a_query(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["export", "--store", tiny_store, "--format", "csv", "--query"]
    result = aldkg(*options, "studies-of-material", "--material", "PbSe")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["study"], row["material"]) for row in rows] == [("Meyer 2015", "PbSe")]
    assert aldkg(*options, "studies-of-material", "--material=PbSe").stdout == result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--format", "docx"], 2, "unknown format 'docx'"),
        (["--format", "csv", "--formula", "PbSe"], 2, "--formula"),
        (["--format", "csv", "--query", "studies-of-material", "--formula"], 2, "needs a value"),
        (["--format", "csv", "--query", "studies-of-material", "PbSe"], 2, "PbSe"),
        (["--format", "csv", "--query", "nope"], 1, "no query 'nope'"),
        (["--format", "csv", "--query", "studies", "--colour", "red"], 2, "--colour"),
        (["--format", "csv", "--query", "studies", "--nam", "x"], 2, "did you mean --name?"),
        (["--format", "csv", "--query", "studies", "--columns", "yer"], 1, "did you mean year?"),
        (["--format", "bibtex", "--study", "Mayer 2015"], 1, "--study: no study 'Mayer 2015'"),
        (["--format", "bibtex", "--query", "graph-summary"], 1, "names no study"),
        (["--format", "json", "--bom"], 2, "--bom goes with --format csv"),
        (["--format", "ttl", "--query", "studies"], 1, "takes no query"),
    ],
)
def test_bad_exports(
    aldkg: Aldkg, tiny_store: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    target = tmp_path / "out"
    result = aldkg("export", "--store", tiny_store, "-o", target, *arguments)
    assert result.exit_code == code
    assert result.stderr.startswith("aldkg: ")
    assert len(lines(result.stderr)) == 1
    assert words in result.stderr
    assert not target.exists()


def test_records_of_an_answer_hold_the_studies_that_its_table_cites(
    aldkg: Aldkg, tiny_store: Path
) -> None:
    options = ["export", "--store", tiny_store, "--format"]
    asked = ["--query", "studies-of-material", "--material", "PbSe"]
    table = aldkg(*options, "latex", *asked).stdout
    (key,) = set(re.findall(r"\\cite{([^}]+)}", table))
    assert re.findall(r"@\w+{([^,]+),", aldkg(*options, "bibtex", *asked).stdout) == [key]
    assert re.findall("ID  - (.+)\r", aldkg(*options, "ris", *asked).stdout_bytes.decode()) == [key]
    named = aldkg(*options, "bibtex", "--study", "Meyer 2015").stdout
    assert named == aldkg(*options, "bibtex", *asked).stdout
    assert len(re.findall("@", aldkg(*options, "bibtex").stdout)) > 1


def test_columns_and_studies_of_a_table(aldkg: Aldkg, tiny_store: Path) -> None:
    options = ["export", "--store", tiny_store, "--format", "csv", "--query", "studies"]
    chosen = aldkg(*options, "--study", "Meyer 2015", "--columns", "year,study", "--bom")
    assert chosen.stdout_bytes.decode().startswith("\ufeffyear,study,study_iri\r\n2015,Meyer 2015,")
    assert len(lines(chosen.stdout)) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told_with_the_file(aldkg: Aldkg, tiny_store: Path) -> None:
    result = aldkg("export", "--store", tiny_store, "--format", "csv", "-o", "/dev/full")
    assert result.exit_code == 1
    assert lines(result.stderr) == ["aldkg: /dev/full: no space left on device"]


def test_a_disk_that_fills_up_names_the_file_and_not_the_draft(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full") as caught, opened_whole(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, "full")
    assert caught.value.filename == str(tmp_path / "a.csv")
    assert not list(tmp_path.iterdir())


def test_no_part_of_a_draft_stays(
    aldkg: Aldkg, tiny_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(_data: bytes, file: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(file))

    monkeypatch.setattr("kg.export.review.review_files", lambda *_: {"a/review.md": b"A"})
    monkeypatch.setattr("api.cli.review.emit_bytes", fill_up)
    result = aldkg("review", "PbSe", "--out", tmp_path / "draft", "--store", tiny_store)
    assert (result.exit_code, lines(result.stderr)[0].split(": ")[-1]) == (
        1,
        "no space left on device",
    )
    assert not (tmp_path / "draft").exists()
