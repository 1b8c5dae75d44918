"""Who a paragraph speaks for, sentence after sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kg.extract.credit.account import is_reported, reports_others, speaks_for_itself
from kg.extract.credit.authors import NamedWork, find_named_works
from kg.extract.credit.clauses import Credit, Holder, Mark, by_holders, by_marks, union
from kg.extract.credit.discourse import (
    announces,
    authors_tell,
    comparison_at,
    continues_work,
    details,
    gives_example,
    is_background,
    is_contrasted,
    is_general,
    is_likened,
    is_next_paper,
    opens_topic,
)
from kg.extract.credit.figures import figures_mentioned
from kg.extract.credit.sources import Sources
from kg.extract.sentences import Sentence
from kg.model import THIS

#: Who speaks in a passage.
Speaker = Literal["survey", "study", "introduction"]
#: So far into a sentence its figure is what it is about ("Figure 6a shows ...").
_OPENING = 14
#: An announcement is not served by a longer list than this.
_FEW = 4


class Narration:
    """Credits one passage of running text; made once per passage.

    ``speaker`` is "survey" where others' work is told, "study" where the document tells its own
    and only what it reports of others is theirs, and "introduction" where a study tells others'
    work but may turn to its own.
    """

    def __init__(
        self, sources: Sources, sentences: Sequence[Sentence], speaker: Speaker = "survey"
    ) -> None:
        self._sources = sources
        self._sentences = sentences
        self._speaker = speaker
        self._studies: tuple[str, ...] = ()  # the work that is being told
        self._told = False  # whether it was introduced by its author's name
        self._inherited = False  # whether the last sentence got it only from what went before

    def credits(self) -> tuple[tuple[Credit, ...], ...]:
        """The credits of every sentence; each sentence is covered entirely."""
        credits: list[tuple[Credit, ...]] = []
        for index, sentence in enumerate(self._sentences):
            was_inherited = self._inherited
            given = self._credit(index)
            if credits and self._serves_previous(index, credits[-1], given, was_inherited):
                credits[-1] = tuple((span, given[0][1]) for span, _ in credits[-1])
            credits.append(given or self._whole(sentence, (THIS,)))
        return tuple(credits)

    def _whole(self, sentence: Sentence, studies: tuple[str, ...]) -> tuple[Credit, ...]:
        return (((0, len(sentence.text)), studies),)

    def _credit(self, index: int) -> tuple[Credit, ...]:
        sentence = self._sentences[index]
        self._inherited = False
        marks = self._sources.marks(sentence)
        works = find_named_works(sentence.text)
        if self._is_own(sentence.text, works, is_cited=bool(marks)):
            return self._own(sentence, marks)
        if self._speaker == "study" and works and not marks:
            return self._told_by_others(index, works)
        return self._others(index, works, marks)

    def _is_own(self, text: str, works: Sequence[NamedWork], *, is_cited: bool) -> bool:
        if self._speaker == "survey":
            return False
        if self._speaker == "introduction" and not speaks_for_itself(text):
            return False
        return not reports_others(text, works, is_cited=is_cited)

    def _others(
        self, index: int, works: Sequence[NamedWork], marks: Sequence[Mark]
    ) -> tuple[Credit, ...]:
        sentence = self._sentences[index]
        if holders := self._named(index, works, marks):
            return by_holders(sentence.text, holders, marks)
        if marks:
            return self._cited(sentence, marks)
        return self._unmarked(sentence)

    # -- the document's own account -------------------------------------------------------------

    def _own(self, sentence: Sentence, marks: Sequence[Mark]) -> tuple[Credit, ...]:
        """The document's own, but for a comparison with what others reported."""
        text = sentence.text
        if self._studies and not marks and authors_tell(text):
            return self._whole(sentence, self._studies)
        self._studies, self._told = (), False
        for mark in marks[-1:]:
            cut = comparison_at(text, 0, mark.at)
            if cut and is_reported(text[cut : mark.at]):
                return ((0, cut), (THIS,)), ((cut, len(text)), mark.numbers)
        return self._whole(sentence, (THIS,))

    def _told_by_others(self, index: int, works: Sequence[NamedWork]) -> tuple[Credit, ...]:
        """Others' work without a mark: the listed study, or nobody's that could be named."""
        sentence = self._sentences[index]
        holders = self._named(index, works, ())
        return by_holders(sentence.text, holders, ()) if holders else self._whole(sentence, ())

    # -- a survey of others ---------------------------------------------------------------------

    def _named(
        self, index: int, works: Sequence[NamedWork], marks: Sequence[Mark]
    ) -> tuple[Holder, ...]:
        """The named works that a sentence speaks for, and the one it likens to them."""
        text = self._sentences[index].text
        told: list[Holder] = []
        likened: list[Holder] = []
        for work in works:
            reference = self._sources.resolve(work, index, self._sentences)
            if reference is None or is_contrasted(text[: work.start]):
                continue
            holder = Holder(studies=(reference.number,), start=work.start, end=work.end)
            (likened if is_likened(text[: work.start]) else told).append(holder)
        if likened and not told:
            told = list(self._compared(likened, marks))
        if not told:
            return ()
        self._studies = _all_studies(told)
        self._told = True
        return tuple(sorted((*told, *likened), key=lambda holder: holder.start))

    def _compared(self, likened: Sequence[Holder], marks: Sequence[Mark]) -> Iterator[Holder]:
        """What is likened to a named work: what was being told, else what is cited."""
        named = _all_studies(likened)
        cited = tuple(n for mark in marks for n in mark.numbers if n not in named)
        studies = self._studies or cited or named
        yield Holder(studies=studies)

    def _cited(self, sentence: Sentence, marks: Sequence[Mark]) -> tuple[Credit, ...]:
        numbers = {n for mark in marks for n in mark.numbers}
        goes_on = continues_work(sentence.text)
        if (
            goes_on
            and self._told
            and not numbers & set(self._studies)
            and not is_next_paper(sentence.text)
        ):
            return by_holders(sentence.text, (Holder(studies=self._studies),), marks)
        last = marks[-1].numbers
        self._told = len(last) == 1 and (self._told or goes_on)
        self._studies = last
        return by_marks(len(sentence.text), marks)

    def _unmarked(self, sentence: Sentence) -> tuple[Credit, ...]:
        text = sentence.text
        if studies := self._sources.of_figures(text[:_OPENING]):
            self._studies, self._told = studies, True
        elif self._studies and is_background(text):
            return self._whole(sentence, (THIS,))
        elif self._goes_on(text):
            self._inherited = True
        else:
            self._studies, self._told = self._of_example(text), False
        return self._whole(sentence, self._studies or (THIS,))

    def _goes_on(self, text: str) -> bool:
        if not self._studies or is_general(text):
            return False
        return continues_work(text) or (self._told and not opens_topic(text))

    def _of_example(self, text: str) -> tuple[str, ...]:
        """ "To give one example, ... (Figure 7a)" tells the work that the figure comes from."""
        if not gives_example(text) or not figures_mentioned(text):
            return ()
        return self._sources.of_figures(text)

    # -- looking back ---------------------------------------------------------------------------

    def _serves_previous(
        self,
        index: int,
        previous: tuple[Credit, ...],
        given: tuple[Credit, ...],
        was_inherited: bool,
    ) -> bool:
        """Whether a cited sentence also says whose the uncited one before it is.

        It does where that one announced it, and where that one only went on about another work
        though its topic fits the title now cited better than that work's.
        """
        before, here = self._sentences[index - 1], self._sentences[index]
        studies = given[0][1]
        if self._speaker == "study" or before.citations or not studies or studies == (THIS,):
            return False
        if all(held == (THIS,) for _, held in previous):
            return self._is_announced(before, here, studies)
        return (
            was_inherited
            and bool(here.citations)
            and previous[0][1] != studies
            and self._sources.fit(studies, before.text)
            > self._sources.fit(previous[0][1], before.text)
        )

    def _is_announced(self, before: Sentence, here: Sentence, studies: tuple[str, ...]) -> bool:
        """ "Recently, a way was proposed. Here, ... [86]", "... . Roe et al. made ..."."""
        if len(studies) > _FEW or not announces(before.text) or speaks_for_itself(before.text):
            return False
        if here.citations and details(here.text):
            return True
        return any(work.start == 0 for work in find_named_works(here.text))


def _all_studies(holders: Sequence[Holder]) -> tuple[str, ...]:
    studies: tuple[str, ...] = ()
    for holder in holders:
        studies = union(studies, holder.studies)
    return studies
