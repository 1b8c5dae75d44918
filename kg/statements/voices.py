"""Who says something of a study: the paper itself, a review about it, a curator's note.

A note is not the study. One that was written from another document repeats that document: the two
are one source, however often they agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.rdf.nodes import IDENTIFIER
from kg.statements.said import Said, pairs, values
from ontology import embedded

PAPER: Final = "the paper itself"
REVIEW: Final = "a review about it"
CITING: Final = "a paper that cites it"
NOTE: Final = "a curator's note"
TABLE: Final = "a curator's table"
#: A survey that speaks of no study in particular.
GENERAL: Final = "a review in general"

#: From the voice whose sentence is shown first to the last.
ORDER: Final = (PAPER, REVIEW, CITING, GENERAL, NOTE, TABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A document as one who speaks: its id and genre, its own study, what it was written from.

    ``is_survey`` if it has more to say of other studies than of its own.
    """

    id: str
    genre: str
    own: str
    written_from: str
    is_survey: bool

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> Speaker:
        """The speaker that a row of the catalog keeps: its fields, in their order here."""
        name, genre, own, written_from, is_survey = row
        return cls(
            id=name,
            genre=genre or "article",
            own=own,
            written_from=written_from,
            is_survey=bool(is_survey),
        )

    def voice(self, study: str) -> str:
        """In which voice it speaks of a study: one of :data:`ORDER`."""
        if self.genre == "note":
            return NOTE
        if self.genre == "table":
            return TABLE
        if self.own == study:
            return GENERAL if self.is_survey else PAPER
        return REVIEW if self.is_survey else CITING

    def describes_first_hand(self, study: str) -> bool:
        """Whether what it says of a study was taken from the study itself."""
        return self.own == study and not self.written_from


def read_speakers(store: embedded.Store, said: Iterable[Said]) -> dict[str, Speaker]:
    """The documents of a store's default graph as speakers, by IRI."""
    own, genres = values(store, "describes"), values(store, "genre")
    sources, ids = values(store, "writtenFrom"), dict(pairs(store, IDENTIFIER))
    balance: Counter[str] = Counter()
    speaking = dict(own)
    for one in said:
        speaking.setdefault(one.document, "")
        balance[one.document] += 1 if own.get(one.document) == one.study else -1
    return {
        document: Speaker(
            id=ids.get(document, document),
            genre=genres.get(document, "article"),
            own=study,
            written_from=sources.get(document, ""),
            is_survey=balance[document] < 0,
        )
        for document, study in speaking.items()
    }


def in_words(speaker: Speaker, study: str) -> str:
    """The voice of a speaker, with the source that a note was written from.

    >>> note = Speaker(id="liu", genre="note", own="s", written_from="review", is_survey=False)
    >>> in_words(note, "s")
    "a curator's note, written from review"
    """
    voice = speaker.voice(study)
    return f"{voice}, written from {speaker.written_from}" if speaker.written_from else voice
