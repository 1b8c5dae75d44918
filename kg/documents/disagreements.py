"""The disagreements that a document states, as records in the header of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corpus.model import Span
from kg.claims import read_evidence, receipt_record
from kg.documents.form import PLACES
from kg.documents.soundness import fault_of_things
from kg.errors import ExtractionError
from kg.model import Disagreement
from kg.records.links import read_things
from kg.records.values import Record, quoted, text, texts

#: Required keys of a record; the others are those of evidence and :data:`PLACES`.
REQUIRED: Final = ("studies", "cue", "evidence")
RECEIPT: Final = ("rule", "extractor", "quote", "place")
_KEYS: Final = frozenset({*REQUIRED, *RECEIPT, "about", PLACES})


def disagreement_record(one: Disagreement, places: tuple[Span, ...] = ()) -> Record:
    """Return a disagreement as a record, with its places in non-blank characters if known."""
    return {
        "studies": list(one.studies),
        "cue": one.cue,
        **({"about": list(map(str, one.about))} if one.about else {}),
        "evidence": [list(span) for span in one.evidence.spans],
        **receipt_record(one.evidence),
        **({PLACES: [list(span) for span in places]} if places else {}),
    }


def read_disagreement(record: Mapping[str, Any]) -> Disagreement:
    """Return the disagreement of a record.

    Raises
    ------
    ExtractionError
        If a key is unknown or missing, or has a wrong type or a value that no graph can hold.
    """
    if unknown := sorted(map(str, record.keys() - _KEYS)):
        raise ExtractionError(f"a disagreement has no key {quoted(unknown[0])}")
    about = read_things(record, "about") if "about" in record else ()
    if fault := fault_of_things("about", about):
        raise ExtractionError(fault)
    studies = texts(record, "studies", "studies")
    if not studies:
        raise ExtractionError("a disagreement names no study")
    return Disagreement(
        studies=studies,
        cue=text(record, "cue"),
        about=about,
        evidence=read_evidence(record),
    )
