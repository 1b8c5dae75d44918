"""The headline facts of every bundled note are claims."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import corpus
from kg.claims import to_record
from kg.extract import extract

ROOT = Path(__file__).parents[3]
NOTES = ROOT / "corpus" / "notes"
KEYS = ("role", "formula", "form", "architecture", "layers", "process", "chemical", "parameter",
        "property", "direction", "from", "value", "value_max", "unit", "application")  # fmt: skip


def headlines() -> dict[str, set[str]]:
    rows = (ROOT / "tests" / "data" / "note_headlines.tsv").read_text(encoding="utf-8").splitlines()
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if not row.startswith("#"):
            note, claim = row.split("\t")
            wanted[note].add(claim)
    return dict(wanted)


def claims(note: Path) -> set[str]:
    found = set()
    for claim in map(to_record, extract(corpus.read(note))):
        values = (claim[key] for key in KEYS if claim.get(key) is not None)
        shown = (",".join(v) if isinstance(v, list) else str(v) for v in values)
        found.add(" ".join((claim["kind"], *shown)))
    return found


def test_every_headline_of_a_note_is_a_claim():
    wanted = headlines()
    notes = {note.stem: claims(note) for note in sorted(NOTES.glob("*.md"))}
    assert set(wanted) == set(notes)
    lost = [f"{note}: {sorted(rows - notes[note])}" for note, rows in wanted.items()
            if rows - notes[note]]  # fmt: skip
    assert not lost, "\n".join(lost)
