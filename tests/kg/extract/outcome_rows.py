"""The outcomes of a text as the rows in which tables of tests state them."""

from __future__ import annotations

from array import array

from corpus.model import Paper, Passage
from kg.claims import to_record
from kg.extract import extract
from kg.model import Outcome


def outcomes(text: str) -> set[tuple[object, ...]]:
    """Every outcome of a text as the row that states it."""
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    claims = extract(Paper(id="case", raw=text, passages=(passage,)))
    return {_row(to_record(claim)) for claim in claims if isinstance(claim.content, Outcome)}


def _row(record: dict[str, object]) -> tuple[object, ...]:
    row: list[object] = [record["property"], record["direction"]]
    if "from" in record:
        row += ["from", record["from"]]
    if "value" in record:
        row += [">"] * ("bound" in record) + [record["value"]]
    elif "value_max" in record:
        row += ["<", record["value_max"]]
    return (*row, record["unit"]) if "unit" in record else tuple(row)
