"""The voice of a claim on a study: the paper itself, a review of it, a curator's note.

A note is not the study. A note that was written from another document repeats that document; the
two are one source, however often they agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.rdf.nodes import IDENTIFIER, ald
from ontology import embedded, rdf

PAPER: Final = "the paper itself"
REVIEW: Final = "a review about it"
CITING: Final = "a paper that cites it"
NOTE: Final = "a curator's note"
TABLE: Final = "a curator's table"
#: The voice of a survey that is about no particular study.
GENERAL: Final = "a review in general"

#: Voices in the order in which their sentences are preferred.
ORDER: Final = (PAPER, REVIEW, CITING, GENERAL, NOTE, TABLE)

_DEFAULT: Final = rdf.DefaultGraph()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document as a source: its id and genre, its own study, the document that it is based on.

    ``is_survey`` is true if it has more claims on other studies than on its own.
    """

    id: str
    genre: str
    own: str
    written_from: str
    is_survey: bool

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> SourceDocument:
        """Return the document in a row of the catalog: its fields in the order of this class."""
        name, genre, own, written_from, is_survey = row
        return cls(
            id=name,
            genre=genre or "article",
            own=own,
            written_from=written_from,
            is_survey=bool(is_survey),
        )

    def voice(self, study: str) -> str:
        """Return its voice on a study: one of :data:`ORDER`."""
        if self.genre == "note":
            return NOTE
        if self.genre == "table":
            return TABLE
        if self.own == study:
            return GENERAL if self.is_survey else PAPER
        return REVIEW if self.is_survey else CITING

    def describes_first_hand(self, study: str) -> bool:
        """Return whether its claims on a study come from the study itself."""
        return self.own == study and not self.written_from


class SourceDocuments(dict[str, SourceDocument]):
    """The documents of a store's default graph by IRI, each read when it is first needed.

    Parameters
    ----------
    store
        The store; it must not change while documents are read.
    """

    def __init__(self, store: embedded.Store) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, document: str) -> SourceDocument:
        own = self._text(document, ald("describes"))
        self[document] = SourceDocument(
            id=self._text(document, IDENTIFIER) or document,
            genre=self._text(document, ald("genre")) or "article",
            own=own,
            written_from=self._text(document, ald("writtenFrom")),
            is_survey=self._balance(document, own) < 0,
        )
        return self[document]

    def _text(self, subject: str, predicate: rdf.NamedNode) -> str:
        found = self._store.quads_for_pattern(rdf.NamedNode(subject), predicate, None, _DEFAULT)
        return min((quad.object.value for quad in found), default="")  # type: ignore[union-attr]

    def _balance(self, document: str, own: str) -> int:
        """Return the number of claims on its own study minus the number on others."""
        node = rdf.NamedNode(document)
        claims = self._store.quads_for_pattern(None, ald("statedIn"), node, _DEFAULT)
        about = (self._text(q.subject.value, ald("aboutStudy")) for q in claims)  # type: ignore[union-attr]
        return sum(1 if study == own else -1 for study in about if study)


def in_words(speaker: SourceDocument, study: str) -> str:
    """Return the voice of a document, with the source that a note was written from.

    >>> note = SourceDocument(
    ...     id="liu", genre="note", own="s", written_from="review", is_survey=False
    ... )
    >>> in_words(note, "s")
    "a curator's note, written from review"
    """
    voice = speaker.voice(study)
    return f"{voice}, written from {speaker.written_from}" if speaker.written_from else voice
