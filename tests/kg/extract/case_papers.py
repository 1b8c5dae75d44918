"""Claims of texts that are made up for tests."""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract


def read(text: str) -> corpus.Paper:
    return corpus.read_bytes(text.encode(), id="case", source="case.txt")


def claims(text: str) -> list[dict[str, object]]:
    return [to_record(claim) for claim in extract(read(text))]


def holds(found: list[dict[str, object]], wanted: dict[str, object]) -> bool:
    return any(wanted.items() <= claim.items() for claim in found)


def wrong(cases: list[tuple[str, dict[str, object], bool]]) -> list[str]:
    return [
        f"{text} {wanted} is {not expected}"
        for text, wanted, expected in cases
        if holds(claims(text), wanted) is not expected
    ]
