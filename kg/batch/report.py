"""The report of a build: counts, rejected files, and unread items by frequency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import Any

from corpus import Reference
from kg.batch.diagnosis import Seen
from kg.batch.libraries import LibraryReport
from kg.batch.reading import Rejected
from kg.batch.summary import Summary

#: Fields of a record that identify the work.
_TOLD = ("title", "authors", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An unknown chemical or unit, with its counts of occurrences and documents, and an example."""

    name: str
    count: int
    documents: int
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """The report on one document.

    ``silence`` is the reason why it has no claim, ``doubt`` the reason why it seems not to belong
    to the field; ``lacks`` are the fields missing from its record, of title, authors and year.
    """

    id: str
    source: str
    sha256: str
    claims: int
    silence: str = ""
    lacks: tuple[str, ...] = ()
    doubt: str = ""
    repairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """The report on a build.

    ``rejected`` lists files with the cause; ``unknown_chemicals`` and ``unknown_units`` the unknown
    names in the texts, the most frequent first; ``repairs`` the damage of texts by kind;
    ``libraries`` the bibliography files, with the works without a document; ``unchanged`` the
    documents that were not read, because the graph has their content; ``decisions`` counts the
    decisions on claims in force, ``unmatched_decisions`` lists decisions that match no claim, with
    the cause.
    """

    documents: tuple[DocumentReport, ...] = ()
    studies: int = 0
    claims_by_kind: Mapping[str, int] = field(default_factory=dict)
    triples: int = 0
    rejected: tuple[Rejected, ...] = ()
    unknown_chemicals: tuple[Unread, ...] = ()
    unknown_units: tuple[Unread, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    libraries: tuple[LibraryReport, ...] = ()
    unchanged: tuple[str, ...] = ()
    decisions: int = 0
    unmatched_decisions: tuple[str, ...] = ()
    workers: int = 1
    seconds: float = 0.0

    @property
    def claims(self) -> int:
        """The number of claims of all kinds."""
        return sum(self.claims_by_kind.values())

    @property
    def silent(self) -> tuple[DocumentReport, ...]:
        """The documents without a claim."""
        return tuple(document for document in self.documents if not document.claims)

    @property
    def unrecorded(self) -> tuple[DocumentReport, ...]:
        """The documents whose authors, year or title are unknown."""
        return tuple(document for document in self.documents if document.lacks)

    @property
    def doubtful(self) -> tuple[DocumentReport, ...]:
        """The documents that seem not to belong to the field."""
        return tuple(document for document in self.documents if document.doubt)

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON object; the same files give the same apart from ``run``."""
        found = asdict(self)
        run = {name: found.pop(name) for name in ("seconds", "workers")}
        rejected = [{"source": source, "cause": cause} for source, cause in self.rejected]
        return {**found, "claims": self.claims, "rejected": rejected, "run": run}


def report_on(read: Sequence[Summary], shipped: Sequence[Summary] = (), **done: Any) -> BuildReport:
    """Return the report on documents that were read, and on those that came with their claims.

    ``done`` are fields of the report that do not follow from the documents.
    """
    kinds: Counter[str] = Counter()
    for one in (*shipped, *read):
        kinds.update(one.kinds)
    lines = [*map(_shipped_line, shipped), *map(_line, read)]
    repairs: Counter[str] = Counter()
    for one in read:
        repairs.update(one.diagnosis.repairs)
    return BuildReport(
        documents=tuple(sorted(lines, key=lambda line: line.id)),
        claims_by_kind=dict(sorted(kinds.items())),
        unknown_chemicals=_ranked([one.diagnosis.chemicals for one in read]),
        unknown_units=_ranked([one.diagnosis.units for one in read]),
        repairs=dict(sorted(repairs.items(), key=lambda item: (-item[1], item[0]))),
        **done,
    )


def _line(one: Summary) -> DocumentReport:
    document, diagnosis = one.document, one.diagnosis
    return DocumentReport(
        id=document.id,
        source=document.source,
        sha256=document.sha256,
        claims=one.claims,
        silence=diagnosis.silence,
        lacks=_lacks(document.record),
        doubt=diagnosis.doubt,
        repairs=diagnosis.repairs,
    )


def _lacks(record: Reference | None) -> tuple[str, ...]:
    known = record or Reference()
    return tuple(name for name in _TOLD if not getattr(known, name))


def _shipped_line(one: Summary) -> DocumentReport:
    document = one.document
    return DocumentReport(
        id=document.id,
        source=document.source,
        sha256=document.sha256,
        claims=one.claims,
    )


def _ranked(seen: Sequence[tuple[Seen, ...]]) -> tuple[Unread, ...]:
    """Return names by frequency, then by the number of documents, then by name."""
    counts = Counter(name for name, _ in chain.from_iterable(seen))
    spread = Counter(name for each in seen for name in {name for name, _ in each})
    # reversed, so that the first example of each name is kept
    examples = dict(sorted(chain.from_iterable(seen), reverse=True))
    found = [
        Unread(name=name, count=count, documents=spread[name], example=examples[name])
        for name, count in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, -one.documents, one.name)))
