"""A law: what is claimed in a damaged text is what is claimed in the clean one.

The whole measure is ``benchmarks/damage.py``; here stands a part of it, on the project's own texts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.data.damage import DAMAGES, claims_of, pair
from tests.rows import each_row

TEXTS = Path(__file__).resolve().parents[2] / "data" / "evaluation" / "development" / "texts"
#: One text in eight.
CHOSEN = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))[::8]]
#: The share of claims in common, at least.
FLOOR = 0.98


#: Many kinds of damage leave a text alone, or start from the same clean one.
read = cache(claims_of)


@each_row("name", DAMAGES)
def test_claims_of_a_damaged_text(name: str) -> None:
    common = either = 0
    for number, text in enumerate(CHOSEN):
        before, damaged = pair(name, text, f"law {number}")
        if damaged != before:
            expected, found = read(before), read(damaged)
            common += len(expected & found)
            either += len(expected | found)
    assert common >= FLOOR * either, f"{common} of {either} claims are in both"


def test_the_texts_are_damaged() -> None:
    """Each kind changes some text, and does so in the same way each time."""
    for name in DAMAGES:
        pairs = [pair(name, text, f"law {number}") for number, text in enumerate(CHOSEN)]
        assert any(before != damaged for before, damaged in pairs), name
        assert pairs == [pair(name, text, f"law {number}") for number, text in enumerate(CHOSEN)]
