"""The tables of docs/notation.md say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from kg.notation import elements, parse_stack
from kg.notation.symbols import PLACEHOLDERS
from tests.rows import each_row

PAGE = (Path(__file__).parents[2] / "docs" / "notation.md").read_text(encoding="utf-8")
ROWS = [re.findall(r"`([^`]+)`", line) for line in PAGE.splitlines() if line.startswith("| `")]
STACKS = [row for row in ROWS if len(row) == 3]
COMPOSITIONS = [row for row in ROWS if len(row) == 2]
EBNF = PAGE.split("```ebnf")[1].split("```")[0]


@each_row(("text", "printed", "layers"), STACKS)
def test_example(text: str, printed: str, layers: str) -> None:
    stack = parse_stack(text)
    assert (str(stack), " > ".join(stack.formulas)) == (printed, layers)


@each_row(("formula", "expected"), COMPOSITIONS)
def test_composition(formula: str, expected: str) -> None:
    assert ", ".join(f"{s} {amount}" for s, amount in elements(formula).items()) == expected


def test_the_page_has_both_tables() -> None:
    assert len(STACKS) >= 20
    assert len(COMPOSITIONS) >= 5


def test_every_rule_used_in_the_grammar_is_defined() -> None:
    plain = re.sub(r'"[^"]*"|\(\*.*?\*\)', " ", EBNF)
    defined = set(re.findall(r"^([a-z-]+) +=", plain, re.MULTILINE))
    used = set(re.findall(r"[a-z]+(?:-[a-z]+)*", plain))
    given = {
        "integer",
        "number",
        "digit",
        "greek",
        "roman",
        "letters",
        "name",
        "member",
        "element",
        "framework",
    }
    assert used - defined - given == {"bracket-open", "bracket-close"}


def test_the_placeholders_of_the_grammar_are_those_of_the_code() -> None:
    line = re.search(r"^placeholder = (.*) ;$", EBNF, re.MULTILINE)
    assert line is not None
    assert set(re.findall(r'"(\w+)"', line[1])) == PLACEHOLDERS
