"""Formulas of reagents that their notation tells, whatever their ligands."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.grounding import reagent_id
from kg.substances import find_complexes


@finds("ald_complexes")
def find_reagents(text: str) -> Iterator[Mention]:
    """Every complex of a metal in a text."""
    for found in find_complexes(text):
        yield Mention(
            start=found.start,
            end=found.end,
            kind="chemical",
            id=reagent_id(found.text),
            text=found.text,
            label="symbol",
        )
