"""Tables on a terminal: as wide as it is, and nothing is lost."""

from __future__ import annotations

import re

from kg.layout import BELOW
from kg.plain import render_text
from kg.syntax import explain_syntax
from kg.table import Table, with_values
from tests.rows import each_row

SENTENCE = "The dots were covered with alumina by atomic layer deposition, and their light stayed."
COLUMNS = (
    *("study", "year", "sample", "cause", "property", "change", "from", "to", "unit"),
    *("conditions", "said_by", "sentence", "place", "doi"),
)
ROW = (
    *("Roe 2011", 2011, "PbS/Al2O3", "alumina", "photoluminescence quantum yield", "increase"),
    *("10", "40", "%", "annealing temperature 60 °C; annealing time 45 min", "the paper itself"),
    *(SENTENCE, "roe-2011, paragraph 1", "10.5555/a.very.long.identifier.of.a.paper.12345"),
)
TABLE = with_values(
    Table(columns=COLUMNS, rows=(ROW, ROW, ("Vik 2012", *ROW[1:-3], "S.", *ROW[-2:])))
)


@each_row("width", [10, 40, 60, 80, 120, 200, 400])
def test_a_table_fits_and_names_what_it_folds_away(width: int):
    text = render_text(TABLE, width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    folded = re.search(r"Too wide to show: (.+?)\.", words)
    names = re.split(", ?", folded[1].replace(" ", "")) if folded else []
    shown = [name for name in TABLE.columns if name not in (*names, *BELOW)]
    assert {*names, *shown} == set(TABLE.columns) - set(BELOW)
    assert ("10 → 40 %" in words) == ("value" in shown)
    assert words.replace(" ", "").count(SENTENCE.replace(" ", "")) == 1  # said once for two rows


def test_the_sentence_of_the_coating_stands_ahead_of_the_other():
    told = ("Dots were coated.", "They glow.", "p. 2")
    table = Table(columns=("study", "coating_sentence", "sentence", "place"), rows=(("A", *told),))
    assert "Dots were coated. … They glow. (p. 2)" in render_text(table, 80)


def test_a_belief_without_room_is_read_below_its_row():
    table = Table(
        columns=(*TABLE.columns, "belief"),
        rows=tuple((*row, 0.62) for row in TABLE.rows),
    )
    narrow, wide = (" ".join(render_text(table, width).split()) for width in (60, 400))
    assert "(the paper itself; roe-2011, paragraph 1; belief 0.62)" in narrow
    assert "belief" not in narrow.partition("Too wide to show: ")[2]
    assert "; belief 0.62)" not in wide
    bare = Table(columns=("study", "cause", "belief"), rows=(("A", "word " * 9, 0.62),))
    assert "Too wide to show: belief." in " ".join(render_text(bare, 24).split())


def test_the_least_useful_columns_fold_first():
    assert "Too wide to show: doi. --columns NAME" in render_text(TABLE, 110)
    assert "Too wide to show: year, conditions, doi." in " ".join(render_text(TABLE, 80).split())
    assert "Too wide" not in render_text(TABLE, 200)


def test_a_file_has_every_column_and_no_broken_line():
    lines = render_text(TABLE).splitlines()
    assert len(lines) == 2 + 3 + 2
    assert lines[0].split()[0] == "study"
    assert lines[2].endswith(ROW[-1])
    assert lines[4] == f"    {SENTENCE} (the paper itself; roe-2011, paragraph 1)"


def test_a_table_without_rows_and_one_of_sentences_only():
    assert render_text(Table(columns=("a_b",)), 20) == "a b\n---\n"
    alone = Table(columns=("sentence",), rows=(("One two.",),))
    assert render_text(alone, 20).splitlines()[2] == "One two."


@each_row(
    ("cause", "sparql", "words"),
    [
        ("error at 1:16: expected X", "SELECT * WHER {}", ["line 1, column 16", "'WHER' may mean"]),
        ("error at 1:21: expected X", "SELECT * { ?s foo:b ?o }", ["'foo:'", "ald:, skos:"]),
        (
            "error at 2:9: expected X",
            "SELECT *\n{ ?s ?p ",
            ["line 2, column 9", "missing at the end"],
        ),
        ("error at 1:17: expected X", "ASK { ?s ald:b }", ["after 'ASK { ?s ald:b }'"]),
        ("error at 1:13: expected IRI parsing failed", "ASK { <a> a b}", ["not an absolute IRI"]),
        ("error at 1:1: expected X", "", ["at the beginning"]),
        ("too deep", "ASK {}", ["bad SPARQL: too deep"]),
        ("error at 1:31: expected X", "PREFIX foo: <a:b> ASK { foo:b }", ["after"]),
    ],
)
def test_what_is_wrong_with_a_query(cause: str, sparql: str, words: list[str]):
    text = explain_syntax(cause, sparql, ["skos", "ald"])
    assert [word for word in words if word not in text] == []
    assert "\n" not in text
