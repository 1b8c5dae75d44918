"""Texts with the claims on substances and solids that must come out of them, and must not."""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract

KEYS = ("role", "formula", "form", "architecture", "layers", "chemical")
#: A text, claims that must come out of it, and claims that must not.
Case = tuple[str, set[str], set[str]]


def claims(text: str) -> set[str]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    return {" ".join(str(r[key]) for key in KEYS if r.get(key) is not None) for r in records}


def failures(cases: tuple[Case, ...]) -> list[str]:
    """Every wanted claim that is missing and every refused one that came out."""
    found = [(text, claims(text), wanted, refused) for text, wanted, refused in cases]
    return [
        f"{text}: missing {sorted(wanted - made)}, wrong {sorted(refused & made)}"
        for text, made, wanted, refused in found
        if wanted - made or refused & made
    ]
