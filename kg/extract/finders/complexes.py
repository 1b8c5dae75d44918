"""Formulas of metal complexes, which their notation shows to be reagents."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.grounding import reagent_id
from kg.substances import find_complexes


@finds("ald_complexes")
def find_reagents(text: str) -> Iterator[Mention]:
    """Yield every complex of a metal in a text, as a reagent."""
    for found in find_complexes(text):
        yield Mention(
            start=found.start,
            end=found.end,
            kind="chemical",
            id=reagent_id(found.text),
            text=found.text,
            label="symbol",
        )
