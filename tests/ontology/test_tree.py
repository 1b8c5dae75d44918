from __future__ import annotations

import re
from pathlib import Path

from tests.rows import each_row

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path
    for package in ("ontology", "corpus", "kg", "api")
    for path in (ROOT / package).rglob("*.py")
)


@each_row("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_iri_builds_iris(path):
    if path != ROOT / "ontology" / "iri.py":
        assert "w3id.org" not in path.read_text(encoding="utf-8")


def test_the_engine_has_two_doors():
    """Terms, and the embedded engine."""
    doors = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if re.search(r"^\s*(?:from|import) pyoxigraph\b", path.read_text(encoding="utf-8"), re.M)
    }
    assert doors == {"ontology/rdf.py", "ontology/embedded.py"}
