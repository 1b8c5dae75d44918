"""Decisions as a table for people, as a table for ``aldkg import``, and as stored."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from kg.claims import kind_of, to_record
from kg.curated.columns import NAMES
from kg.curation.asking import cell_of
from kg.curation.decision import content_of, corrected_record, to_row
from kg.curation.formatting import claim_in_words
from kg.curation.log import DecisionLog
from kg.curation.studies import Cells
from kg.errors import CurationError
from kg.model import Decision
from kg.table import Table

#: Each format and its media type.
FORMATS: Final = MappingProxyType(
    {
        "csv": "text/csv; charset=utf-8",
        "jsonl": "application/jsonl; charset=utf-8",
        "import": "text/csv; charset=utf-8",
    }
)
_COLUMNS: Final = (
    *("id", "date", "name", "verdict", "in_force", "document", "study", "kind", "claim", "link"),
    *("correction", "reason", "undoes"),
)
_NONE: Final[Cells] = MappingProxyType({})
#: Characters at the start of a cell that make spreadsheet programs read a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def render_decisions(kept: DecisionLog, form: str, studies: Cells = _NONE) -> str:
    """Return all decisions in one of :data:`FORMATS`.

    ``csv`` has a row for each decision, ``jsonl`` a line for each. ``import`` has the claims that
    people accepted or corrected, one per row in the form of ``aldkg import``; ``studies`` are the
    records of their studies (:func:`kg.curation.studies.study_cells`).

    Raises
    ------
    CurationError
        If there is no such format.
    """
    if form == "csv":
        return _csv(_COLUMNS, _rows(kept))
    if form == "jsonl":
        return "".join(json.dumps(to_row(d), ensure_ascii=False) + "\n" for d in kept.decisions)
    if form == "import":
        return _csv(NAMES, (_import_row(one, studies) for one in _claims(kept)))
    raise CurationError(f"no format {form!r}; there are: {', '.join(FORMATS)}")


def decisions_table(kept: DecisionLog) -> Table:
    """Return all decisions as a table, one per row."""
    return Table(columns=_COLUMNS, rows=tuple(map(tuple, _rows(kept))))


def _csv(columns: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that spreadsheet programs do not read as a formula; numbers stay unchanged."""
    is_number = cell[1:].replace(".", "", 1).isdecimal()
    return f"'{cell}" if cell.startswith(_FORMULA) and not is_number else cell


def _rows(kept: DecisionLog) -> Iterator[Sequence[str]]:
    standing = {one.id for one in kept.in_force}
    for one in kept.decisions:
        claim = one.claim
        told = (claim.doc, claim.study, kind_of(claim.content)) if claim else ("", "", "")
        yield (
            *(one.id, one.date, one.name, one.verdict, "yes" if one.id in standing else ""),
            *told,
            claim_in_words(claim) if claim else "",
            str(one.link or ""),
            json.dumps(one.correction, ensure_ascii=False) if one.correction else "",
            *(one.reason, one.undoes),
        )


def _claims(kept: DecisionLog) -> Iterator[Decision]:
    """Yield the latest decision on each claim that people accepted or corrected as a whole."""
    last = {
        (d.claim.doc, d.claim.study, claim_in_words(d.claim)): d
        for d in kept.in_force
        if d.claim is not None and d.link is None
    }
    yield from (one for one in last.values() if one.verdict != "reject")


def _import_row(one: Decision, studies: Cells) -> list[str]:
    assert one.claim is not None  # noqa: S101 - see _claims
    record = corrected_record(one) if one.correction else to_record(one.claim)
    spans = one.claim.evidence.spans
    cells = {name: cell_of(value) for name, value in content_of(record).items()}
    cells |= studies.get((one.claim.doc, one.claim.study), {})
    cells |= {
        "study": f"{one.claim.doc} {one.claim.study}",
        "kind": kind_of(one.claim.content),
        "curator": one.name,
        "source": one.claim.doc,
        "start": str(spans[0][0]),
        "end": str(spans[-1][1]),
        "note": one.reason,
    }
    return [cells.get(name, "") for name in NAMES]
