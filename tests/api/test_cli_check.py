"""``aldkg check`` and ``aldkg version``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Aldkg = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def test_check(aldkg: Aldkg, tiny_store: Path, tmp_path: Path) -> None:
    result = aldkg("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sound" in result.stdout
    bad = tmp_path / "bad.ttl"
    bad.write_text(
        "<https://w3id.org/ald-kg/id/study/x> a <https://w3id.org/ald-kg/ontology#Study> .\n",
        encoding="utf-8",
    )
    result = aldkg("check", bad)
    assert result.exit_code == 1
    assert f"aldkg: {bad}: https://w3id.org/ald-kg/id/study/x" in result.stderr.replace(
        "study:x", "https://w3id.org/ald-kg/id/study/x"
    )


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [("x.ttl", "<a> <b>", "malformed"), ("x.owl", "", "unknown format"), ("", "", "no graph")],
)
def test_check_of_what_is_no_graph(
    aldkg: Aldkg, tmp_path: Path, name: str, text: str, cause: str
) -> None:
    path = tmp_path / name
    if name:
        path.write_text(text, encoding="utf-8")
    result = aldkg("check", path)
    assert result.exit_code == 1
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
