"""Which study a stretch of text speaks for: the six rules of the claims contract as one pass.

1. a sentence belongs to the references cited in it, each clause to its own (:mod:`.clauses`);
2. sentences that go on about the same work belong to it too (:mod:`.discourse`);
3. "X et al." is the study whose first author is X, and wins over a number that contradicts it
   (:mod:`.authors`, :mod:`.namesakes`);
4. a caption's part belongs to the reference of its permission line (:mod:`.figures`);
5. a range or list of marks credits every member;
6. everything else the document says on its own account (``"this"``, :mod:`.account`).
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
    """Credits the sentences of one paper; made once per paper.

    Parameters
    ----------
    paper
        Its reference list resolves names and numbers; a document that tells its own work speaks
        for itself but where it reports what others did.
    """

    def __init__(self, paper: Paper) -> None:
        self._sources = Sources(paper)
        self._is_note = paper.genre == "note"
        #: Whether the document tells its own work.
        self.is_own = tells_own_work(paper)
        #: Whether it cites others for what is known.
        self.cites = not self._is_note and cites_throughout(paper)
        #: Whether it is an excerpt without a list that shows data of its own.
        self.reports_data = not self.cites and not self._is_note and reports_data(paper)
        #: The passages where a paper tells what others did.
        self.openings = Openings(paper)
        self._captions = Captions(paper, self._sources, is_own=self.is_own)

    def credit(self, sentences: Sequence[Sentence]) -> tuple[tuple[Credit, ...], ...]:
        """The credits of one passage's sentences, in order; each sentence is covered entirely."""
        if not sentences:
            return ()
        if self._is_note:  # "Roe et al. grew ..." is the study that the note is on
            return tuple((((0, len(sentence.text)), (THIS,)),) for sentence in sentences)
        passage = sentences[0].passage
        if passage.kind == "caption":
            return tuple(self._captions.credit(sentence) for sentence in sentences)
        parts = groupby(sentences, key=lambda s: self.openings.holds(passage, s.end))
        told = (self._narrated(list(part), is_opening) for is_opening, part in parts)
        return tuple(chain.from_iterable(told))

    def listed(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Those of some numbers that the reference list has; all of them if there is no list."""
        return self._sources.listed(numbers)

    def named_in(self, text: str) -> tuple[str, ...]:
        """The studies that a text calls by their authors, each of which only one entry can mean."""
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
