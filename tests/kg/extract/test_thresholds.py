"""Every number that decides reads its case and leaves the text on its other side."""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract
from kg.extract.knowledge.thresholds import THRESHOLDS

KEYS = ("layers", "parameter", "property", "formula", "form")
REFERENCES = "\n\nReferences\n\n" + "\n".join(
    f"({n}) Roe, A.; Doe, B. Dots in Oxides {n}. J. Films 201{n}, 1, 1{n}." for n in range(1, 6)
)


def claims(text: str) -> set[tuple[str, ...]]:
    text = f"Films and dots\n\n{text}{REFERENCES if '[' in text else ''}\n"
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    found = set()
    for claim in map(to_record, extract(paper)):
        values = (claim[key] for key in KEYS if claim.get(key) is not None)
        shown = (",".join(v) if isinstance(v, list) else str(v) for v in values)
        found.add((claim["kind"], *shown))
    return found


def test_each_threshold_decides_its_case():
    wrong = []
    for name, threshold in THRESHOLDS.items():
        if threshold.claim not in claims(threshold.case):
            wrong.append(f"{name}: {threshold.case} lacks {threshold.claim}")
        if threshold.claim in claims(threshold.counter):
            wrong.append(f"{name}: {threshold.counter} has {threshold.claim}")
    assert len(THRESHOLDS) > 1
    assert not wrong, "\n".join(wrong)
