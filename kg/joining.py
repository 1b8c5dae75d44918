"""Join the records of new documents with those of a graph into studies; find renamed studies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Reference
from kg.identity import same_study, work_key
from kg.ledger import Entry
from kg.store import Renames
from ontology.iri import study_iri

#: The slug of a study in a graph, and one of its records.
NamedRecord = tuple[str, Reference]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The studies of new documents and of the unchanged documents of a graph.

    ``slugs`` are by work key. ``renames`` are the studies in unchanged documents whose IRI changes.
    ``torn`` are unchanged documents in which two records no longer belong to one study: renaming
    cannot repair their graphs, so they must be read again.
    """

    slugs: Mapping[str, str]
    renames: Renames
    torn: frozenset[str]


def join_studies(
    records: Iterable[Reference],
    carried: Mapping[str, Entry],
    readable: Collection[str] = (),
    *,
    dropped: Iterable[Entry] | None = None,
) -> Joined:
    """Join records of new documents with those of the documents in a graph.

    Parameters
    ----------
    records
        The records of new documents and libraries.
    carried
        The ledger entries of the documents that stay in the graph.
    readable
        Those of them that can be read again. Records that are one study in any other document stay
        one study.
    dropped
        The entries of documents that do not stay, if the present code joined the studies of the
        graph. Then only studies that the new records or these entries touch are compared again.
    """
    records = list(records)
    told = [one for entry in carried.values() for one in entry.studies]
    kept = (entry for name, entry in carried.items() if name not in readable)
    pairs = [pair for entry in kept for pair in _pairs(entry.studies)]
    settled: set[str] = set()
    if dropped is not None:
        quiet = _untouched(records, told, [one for entry in dropped for one in entry.studies])
        pairs += _pairs(quiet)
        settled = {work_key(record) for _, record in quiet}
    slugs = same_study([*records, *(record for _, record in told)], pairs, settled)
    renames: dict[str, dict[str, str]] = {}
    torn: set[str] = set()
    for name, entry in carried.items():
        now = _now(entry, slugs)
        if any(len(after) > 1 for after in now.values()):
            torn.add(name)
        moved = {old: min(after) for old, after in now.items() if after != {old}}
        if moved:
            renames[name] = {study_iri(old): study_iri(new) for old, new in moved.items()}
    return Joined(slugs=slugs, renames=renames, torn=frozenset(torn))


def as_they_stand(carried: Mapping[str, Entry]) -> Joined:
    """Return the studies of the documents of a graph to which nothing is added."""
    told = (one for entry in carried.values() for one in entry.studies)
    slugs = {work_key(record): slug for slug, record in told}
    return Joined(slugs=slugs, renames={}, torn=frozenset())


def _untouched(
    records: Iterable[Reference], told: Sequence[NamedRecord], dropped: Sequence[NamedRecord]
) -> list[NamedRecord]:
    """Return the records of studies that no new or dropped record touches."""
    spoken_of = {work_key(record) for record in (*records, *(record for _, record in dropped))}
    touched = {slug for slug, _ in dropped}
    touched |= {slug for slug, record in told if work_key(record) in spoken_of}
    return [(slug, record) for slug, record in told if slug not in touched]


def _pairs(told: Iterable[NamedRecord]) -> Iterator[tuple[Reference, Reference]]:
    """Yield pairs of records that belong to one study."""
    first: dict[str, Reference] = {}
    for slug, record in told:
        other = first.setdefault(slug, record)
        if other is not record:
            yield other, record


def _now(entry: Entry, slugs: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Return the slugs that the records of each study in the graph have now, by its old slug."""
    now: defaultdict[str, set[str]] = defaultdict(set)
    for slug, record in entry.studies:
        now[slug].add(slugs[work_key(record)])
    return now
