"""Credit each stretch of text to a study: the six rules of the claims contract in one pass.

1. a sentence belongs to the references cited in it, each clause to its own (:mod:`.clauses`);
2. sentences that continue on the same work belong to it too (:mod:`.discourse`);
3. "X et al." is the study whose first author is X, and wins over a number that contradicts it
   (:mod:`.authors`, :mod:`.namesakes`);
4. a part of a caption belongs to the reference of its permission line (:mod:`.figures`);
5. a range or list of marks credits every member;
6. everything else is the document's own (``"this"``, :mod:`.account`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from corpus.model import Paper
from kg.extract.credit.account import cites_throughout, reports_data, tells_others, tells_own_work
from kg.extract.credit.authors import find_named_works
from kg.extract.credit.captions import Captions
from kg.extract.credit.marks import Credit
from kg.extract.credit.narration import Narration, Speaker
from kg.extract.credit.openings import Openings
from kg.extract.credit.sources import Sources
from kg.extract.text.sentences import Sentence
from kg.model import THIS

__all__ = ["Credit", "Crediting"]


class Crediting:
    """The crediting of the sentences of one paper; made once per paper.

    Parameters
    ----------
    paper
        Its reference list resolves names and numbers; a document that reports its own work is the
        source of its statements, except those on what others did.
    """

    def __init__(self, paper: Paper) -> None:
        self._sources = Sources(paper)
        self._is_note = paper.genre == "note"
        #: Whether the document reports its own work.
        self.is_own = tells_own_work(paper)
        #: Whether it cites others for common knowledge.
        self.cites = not self._is_note and cites_throughout(paper)
        #: Whether it is an excerpt without a reference list that shows data of its own.
        self.reports_data = not self.cites and not self._is_note and reports_data(paper)
        #: The passages in which a paper reports the work of others.
        self.openings = Openings(paper)
        self._captions = Captions(paper, self._sources, is_own=self.is_own)

    def credit(self, sentences: Sequence[Sentence]) -> tuple[tuple[Credit, ...], ...]:
        """Return the credits of one passage's sentences, in order; they cover each sentence."""
        if not sentences:
            return ()
        if self._is_note:  # "Roe et al. grew ..." is the study that the note summarises
            return tuple((((0, len(sentence.text)), (THIS,)),) for sentence in sentences)
        passage = sentences[0].passage
        if passage.kind == "caption":
            return tuple(self._captions.credit(sentence) for sentence in sentences)
        parts = groupby(sentences, key=lambda s: self.openings.holds(passage, s.end))
        told = (self._narrated(list(part), is_opening) for is_opening, part in parts)
        return tuple(chain.from_iterable(told))

    def listed(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers that the reference list has; all of them if there is no list."""
        return self._sources.listed(numbers)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the studies that a text names by their authors, if only one entry can be meant."""
        works = find_named_works(text)
        found = ((work, self._sources.candidates(work)) for work in works)
        return tuple(
            entries[0].number
            for work, entries in found
            if len(entries) == 1 and work.year in (None, entries[0].year)
        )

    def _narrated(
        self, sentences: Sequence[Sentence], is_opening: bool
    ) -> tuple[tuple[Credit, ...], ...]:
        speaker = self._speaker(sentences, is_opening)
        return Narration(self._sources, sentences, speaker, has_data=self.reports_data).credits()

    def _speaker(self, sentences: Sequence[Sentence], is_opening: bool) -> Speaker:
        if not self.is_own:
            return "survey"
        if is_opening:
            return "introduction"
        is_excerpt = not self.cites and tells_others(sentences)
        return "excerpt" if is_excerpt else "study"
