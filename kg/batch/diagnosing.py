"""Diagnose a document: why it has no claims, and which chemicals and units are unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.model import Paper
from kg.batch.diagnosis import Diagnosis, Seen
from kg.batch.field import doubt_of
from kg.batch.unread import find_unread
from kg.explain import why_silent
from kg.extract.reading import Reading
from kg.extract.statements import Trace
from kg.grounding import ground
from kg.model import Claim


def diagnose(paper: Paper, read: Trace, claims: Sequence[Claim]) -> Diagnosis:
    """Return the diagnosis of a paper from which these claims were made.

    A note always counts as belonging to the field, because it was written for the graph.
    """
    is_note = paper.genre == "note"
    return Diagnosis(
        silence=why_silent(read, len(claims)),
        doubt="" if is_note else doubt_of(read.readings, claims),
        chemicals=tuple(_unknown_chemicals(read.readings)),
        units=tuple(seen for reading in read.readings for seen in find_unread(reading)),
        repairs=dict(paper.repairs),
    )


def _unknown_chemicals(readings: Iterable[Reading]) -> Iterator[Seen]:
    for reading in readings:
        for mention in reading.of_kind("chemical"):
            if ground("chemical", mention.id).term is None:
                yield mention.id, mention.text
