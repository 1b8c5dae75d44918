"""What a document left unread: why it makes no claim, and what nobody taught us to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.model import Paper
from kg.batch.field import doubt_of
from kg.batch.unread import find_unread
from kg.explain import why_silent
from kg.extract.reading import Reading
from kg.extract.statements import Trace
from kg.model import Claim
from kg.substances import substance

#: A name or unit as counted, and the words in which it stands.
Seen = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What reading one document left open.

    ``silence`` says why it makes no claim and is ``""`` where it makes one; ``doubt`` why it seems
    not to be of the field, and is ``""`` where it seems to be. ``chemicals`` are
    well-formed chemicals that the vocabulary does not have and ``units`` unknown units behind a
    number, each occurrence with its text. ``repairs`` counts damage of the text by kind.
    """

    silence: str = ""
    doubt: str = ""
    chemicals: tuple[Seen, ...] = ()
    units: tuple[Seen, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)


def diagnose(paper: Paper, read: Trace, claims: Sequence[Claim]) -> Diagnosis:
    """What was left open in a paper of which these claims were made."""
    return Diagnosis(
        silence=why_silent(read, len(claims)),
        doubt=doubt_of(read.readings, claims),
        chemicals=tuple(_unknown_chemicals(read.readings)),
        units=tuple(seen for reading in read.readings for seen in find_unread(reading)),
        repairs=dict(paper.repairs),
    )


def _unknown_chemicals(readings: Iterable[Reading]) -> Iterator[Seen]:
    for reading in readings:
        for mention in reading.of_kind("chemical"):
            if substance(mention.id) is None:
                yield mention.id, mention.text
