"""What the README shows is what the bundled graph answers."""

from __future__ import annotations

import re
from pathlib import Path

from kg.queries import run
from kg.store import EmbeddedGraph
from kg.table import format_cell

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_answer_at_the_top_is_in_the_bundled_graph(bundled: EmbeddedGraph) -> None:
    lines = [line for line in README.splitlines() if line.startswith("|")]
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines[:6])
    asked = {"core": "PbX", "max_temperature": "100"}
    answer = run(bundled, "oxide-coated-dots", asked)
    assert re.search(rf"answers with {len(answer)} rows", README)
    shown = answer.select(head)
    columns = [shown.columns.index(name) for name in head]
    known = [[format_cell(row[at]) for at in columns] for row in shown.rows]
    assert [row for row in rows if row not in known] == []


def test_every_file_that_it_names_is_there() -> None:
    links = re.findall(r"\]\(((?!http)[^)#]+)", README)
    assert len(links) > 10
    assert [link for link in links if not (ROOT / link).exists()] == []
