"""What moves the fingerprint of the code, and what does not."""

from __future__ import annotations

from pathlib import Path

from kg.fingerprint import digest_of, fingerprint


def test_rules_vocabularies_and_versions_move_it_and_exports_do_not(tmp_path: Path):
    package = tmp_path / "kg"
    for name in ("extract/solids/a.py", "vocab/b.ttl", "export/c.py", "queries/d.rq", "words.txt"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("1")
    first = digest_of([package], ["spacy 1"])
    assert digest_of([package], ["spacy 2"]) != first
    for name, moves in (
        ("extract/solids/a.py", True),
        ("vocab/b.ttl", True),
        ("words.txt", True),
        ("export/c.py", False),
        ("queries/d.rq", False),
    ):
        (package / name).write_text("2")
        assert (digest_of([package], ["spacy 1"]) != first) == moves, name
        (package / name).write_text("1")
    assert digest_of([package], ["spacy 1"]) == first
    assert len(fingerprint()) == 16
