"""``aldkg explain``: on a terminal or in a file, as a page that stands alone, as JSON."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import Result

from api.cli.explain import view_file
from api.explanation.page import render_page
from api.explanation.terminal import print_view

Aldkg = Callable[..., Result]
REVIEW = """# A survey

PbSe dots were infilled with Al2O3 by ALD at 70 °C [1].
InP <script>alert("x")</script> dots were coated with ZnO at 120 °C [2].
Nobody knows. TiO2 could be promising.

## References

[1] Liu, Y.; Law, M. Robust solids. Nano Lett. 2011, 11, 5349-5355.
[2] Crisp, R.; Houtepen, A. Dots in oxide. J. Phys. Chem. C 2020, 124, 1-9.
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "survey.md"
    path.write_text(REVIEW, encoding="utf-8")
    return path


def test_a_document_with_its_claims(aldkg: Aldkg, note: Path) -> None:
    result = aldkg("explain", note)
    assert result.exit_code == 0
    assert "Oxide coats on dots" in result.stdout
    assert "«PbSe»" in result.stdout
    assert re.search(
        r"^ +condition +temperature: 80 °C  \(rule quantity-temperature; 0\.\d+; from 80 °C\)$",
        result.stdout,
        re.MULTILINE,
    )
    assert re.search(r"trimethylaluminum as precursor  \(rule .*; from trimeth", result.stdout)


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        (
            "claims.jsonl",
            b'{"doc": "a", "study": "this", "kind": "form", "evidence": []}',
            "claims",
        ),
        ("deep.xml", b"<article>" + b"<p>" * 9999, "nested deeper than"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", "damaged PDF"),
        ("noise.pdf", bytes(range(256)) * 9, "damaged PDF"),
        ("noise", bytes(range(256)) * 9, "binary"),
        ("login.html", b"<title>Sign in to read</title><p>Password</p>", "asks to log in"),
        ("odd.xml", b'<?xml version="1.0" encoding="x-odd"?><article/>', "encoding"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(
    aldkg: Aldkg, tmp_path: Path, name: str, data: bytes, cause: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = aldkg("explain", tmp_path / name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"aldkg: {tmp_path / name}: ")
    assert cause in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_name_that_is_no_text_does_no_harm(aldkg: Aldkg, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("PbS dots were coated with Al2O3 by ALD.", encoding="utf-8")
    for options in ((), ("--json",), ("--html", tmp_path / "page.html")):
        assert aldkg("explain", path, *options).exit_code == 0


def test_only_some_kinds(aldkg: Aldkg, review: Path) -> None:
    result = aldkg("explain", review, "--kind", "condition")
    assert "temperature: 70 °C" in result.stdout
    assert "Al2O3 as" not in result.stdout
    assert "Nobody knows" not in result.stdout


def test_only_some_studies(aldkg: Aldkg, review: Path) -> None:
    result = aldkg("explain", review, "--study", "2")
    assert "temperature: 120 °C  (Crisp 2020; rule" in result.stdout
    assert "70 °C" not in result.stdout


def test_all_tells_what_was_read_in_vain(aldkg: Aldkg, review: Path) -> None:
    assert "hedged" not in aldkg("explain", review).stdout
    told = aldkg("explain", review, "--all").stdout
    assert "× hedged: only assumed, intended or expected" in told
    assert "× no term of the field" in told


def test_a_terminal_has_colours(note: Path) -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", width=90)
    print_view(view_file(note), console, only_chosen=False, everything=False)
    assert "\x1b[4;35mALD\x1b[0m" in stream.getvalue()
    assert "«" not in stream.getvalue()


def test_json(aldkg: Aldkg, review: Path) -> None:
    found = json.loads(aldkg("explain", review, "--json", "--kind", "condition").stdout)
    assert [claim["study"] for claim in found["claims"]] == ["1", "2"]
    assert [claim["kind"] for claim in found["claims"]] == ["condition"] * 2
    claim = found["claims"][0]
    assert (claim["says"], claim["terms"]) == ("temperature: 70 °C", ["70 °C"])
    ((passage, sentence, statement),) = claim["read_at"]
    place = found["passages"][passage]["sentences"][sentence]
    assert place["statements"][statement]["claims"] == [claim["number"]]
    term = place["terms"][place["statements"][statement]["terms"][0]]
    assert place["text"][term["start"] : term["end"]] == "70 °C"


class _Page(HTMLParser):
    """The marks, links and foreign addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "mark":
            self.marks.append(given["data-kind"] or "")
        self.ids.add(given.get("id") or "")
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def test_the_page_needs_nothing_else_and_escapes_the_text(review: Path) -> None:
    text = render_page(view_file(review))
    page = _Page(text)
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= page.ids
    assert not re.search(r"url\(|@import|https?://", text)
    assert page.tags.count("script") == 1
    assert "&lt;script&gt;alert(" in text
    assert {"condition", "process", "material"} <= set(page.marks)


def test_the_page_is_written_or_printed(aldkg: Aldkg, note: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert aldkg("explain", note, "--html", target).stdout == ""
    shown = aldkg("explain", note, "--html", "-").stdout
    assert shown == target.read_text(encoding="utf-8")
    assert shown.startswith("<!doctype html>")
    assert "Al<sub>2</sub>O<sub>3</sub>" in shown


def test_a_document_without_a_claim(aldkg: Aldkg, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("Nothing is said.\n")
    assert "no term of the field" in aldkg("explain", path).stdout
    assert "no term of the field" in aldkg("explain", path, "--html", "-").stdout


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--kind", "colour"], 2, "no kind 'colour'; there are: material"),
        (["--study", "7"], 2, "no claim about study '7'; there are: 1, 2"),
        (["--html", "/nowhere/x.html"], 1, "/nowhere/x.html: there is no folder /nowhere"),
    ],
)
def test_misuse(aldkg: Aldkg, review: Path, options: list[str], code: int, words: str) -> None:
    result = aldkg("explain", review, *options)
    assert result.exit_code == code
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_what_cannot_be_read(aldkg: Aldkg, tmp_path: Path) -> None:
    result = aldkg("explain", tmp_path / "none.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no such file" in result.stderr


def test_a_claim_read_from_no_term_names_none(note: Path) -> None:
    """A reader of one's own may find a claim where no term of the vocabulary stands."""
    view = view_file(note)
    view.claims.update({n: replace(claim, terms=()) for n, claim in view.claims.items()})
    stream = io.StringIO()
    print_view(view, Console(file=stream, width=200), only_chosen=False, everything=False)
    assert "; from" not in stream.getvalue()
    assert re.search(r"rule [\w-]+; [\d.]+\)", stream.getvalue())
