"""The studies to which a paragraph belongs, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from kg.extract.context.general import tells_a_study
from kg.extract.credit.authors import NamedWork, cites_by_year, find_named_works
from kg.extract.credit.clauses import Holder, by_holders, by_turns, others_clauses
from kg.extract.credit.coordination import by_marks
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
    means_aside,
    names_again,
    of_two,
    opens_later,
    opens_topic,
    points_to_others,
    tells_more,
)
from kg.extract.credit.figures import figures_mentioned
from kg.extract.credit.marks import Credit, Mark, union
from kg.extract.credit.reports import (
    borrows_method,
    does_with_borrowed,
    found_of_it_at,
    is_reported,
    own_words_at,
    points_to_details,
    reports_others,
    shows_data,
    speaks_for_itself,
    turns_to_itself,
    unnumbered_at,
)
from kg.extract.credit.sources import Sources
from kg.extract.text.sentences import Sentence
from kg.model import THIS

#: The kind of account that a passage gives.
Speaker = Literal["survey", "study", "introduction", "excerpt"]
#: A figure within this many characters is the subject of its sentence ("Figure 6a shows ...").
_OPENING = 14
#: An announcement does not belong to a list of more works than this.
_FEW = 4


class Narration:
    """The crediting of one passage of running text; made once per passage.

    ``speaker`` is "survey" for a passage on others' work, "study" if the document reports its own
    and only explicit reports on others are theirs, "introduction" if a study reports others' work
    but may turn to its own, and "excerpt" for the same in a text without a list, which may also
    borrow a method. ``has_data`` is true for an excerpt from a report of data, whether or not this
    passage shows any.
    """

    def __init__(
        self,
        sources: Sources,
        sentences: Sequence[Sentence],
        speaker: Speaker = "survey",
        *,
        has_data: bool = False,
    ) -> None:
        self._sources = sources
        self._sentences = sentences
        self._speaker = speaker
        self._has_data = has_data or any(shows_data(s.text) for s in sentences)
        #: The work that is being reported; ``None`` for none, empty for others' work without a
        #: number.
        self._work: tuple[str, ...] | None = None
        self._told = False  # whether its author's name introduced it
        self._inherited = False  # whether the last sentence got it only from the sentences before
        self._is_aside = False  # whether the last sentence interrupted it
        self._pair: tuple[tuple[str, ...], ...] = ()  # the works that one sentence kept apart

    @cached_property
    def _last_own(self) -> int:
        """The index of the last sentence that turns to the document's own study, -1 for none."""
        own = (i for i, s in enumerate(self._sentences) if turns_to_itself(s.text))
        return max(own, default=-1)

    def credits(self) -> tuple[tuple[Credit, ...], ...]:
        """Return the credits of every sentence; together they cover each sentence."""
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
        turns = of_two(sentence.text)
        if turns and len(self._pair) == 2 and not marks:
            turned = by_turns(sentence.text, turns, self._pair)
            self._work = turned[-1][1]
            return turned
        given = self._accounted(index, works, marks) if self._speaker != "survey" else None
        if given is None:
            given = self._others(index, works, marks)
        if marks or works:
            self._pair = _told_apart(marks, given)
        return given

    def _others(
        self, index: int, works: Sequence[NamedWork], marks: Sequence[Mark]
    ) -> tuple[Credit, ...]:
        sentence = self._sentences[index]
        if holders := self._named(index, works, marks):
            return by_holders(sentence.text, holders, marks)
        if marks:
            return self._cited(sentence, marks, works)
        if works and reports_others(sentence.text, works, is_cited=False):
            return self._from(sentence.text, 0, ())
        return self._unmarked(sentence)

    # -- the document's own account -------------------------------------------------------------

    def _accounted(
        self, index: int, works: Sequence[NamedWork], marks: Sequence[Mark]
    ) -> tuple[Credit, ...] | None:
        """Return the credit of own work or of others' without a number; ``None`` if cited."""
        sentence = self._sentences[index]
        text = sentence.text
        if not marks:
            if works and reports_others(text, works, is_cited=False):
                return self._told_by_others(index, works)
            if (cut := self._turn_to_others(index)) is not None:
                return self._from(text, cut, ())
        if self._is_own(text, works, marks):
            return self._own(sentence, marks)
        is_fact = self._speaker == "excerpt" and self._has_data and not tells_a_study(text)
        if marks and not works and is_fact:  # a general fact supports the finding
            return self._from(text, 0, ())
        return None

    def _turn_to_others(self, index: int) -> int | None:
        """Return where a sentence turns to others' work without a number, or ``None``."""
        text = self._sentences[index].text
        if cites_by_year(text) and not (speaks_for_itself(text) or borrows_method(text)):
            return 0
        return unnumbered_at(text, is_own_ahead=index < self._last_own)

    def _from(self, text: str, cut: int, studies: tuple[str, ...]) -> tuple[Credit, ...]:
        """Credit a sentence to a work from an offset on; if that is 0, the work is continued."""
        if cut == 0:
            self._work, self._told = studies, False
            return (((0, len(text)), studies),)
        return ((0, cut), (THIS,)), ((cut, len(text)), studies)

    def _is_own(self, text: str, works: Sequence[NamedWork], marks: Sequence[Mark]) -> bool:
        is_told = self._speaker == "study" or (
            speaks_for_itself(text) if marks else turns_to_itself(text)
        )
        if self._speaker == "excerpt" and not is_told:
            is_told = (
                shows_data(text)
                or points_to_details(text)
                or (self._has_data and tells_a_study(text))
                or does_with_borrowed(text, [mark.at for mark in marks])
                or self._reported_at(text, marks) is not None
            )
        cut = self._reported_at(text, marks)
        is_apart = cut is not None and self._speaker == "study" and text[:cut].endswith(";")
        if cut is not None and (is_apart or shows_data(text[:cut])):
            return True
        return is_told and not reports_others(text, works, is_cited=bool(marks))

    def _own(self, sentence: Sentence, marks: Sequence[Mark]) -> tuple[Credit, ...]:
        """Credit a sentence to the document, except clauses and comparisons with a mark."""
        text = sentence.text
        goes_on = authors_tell(text) or points_to_others(text)
        if self._work is not None and not marks and goes_on:
            return self._whole(sentence, self._work)
        self._work, self._told = None, False
        if (cut := self._reported_at(text, marks)) is not None:
            return ((0, cut), (THIS,)), ((cut, len(text)), marks[-1].numbers)
        if marks and not borrows_method(text):
            return others_clauses(text, marks, own_words_at(text), (THIS,))
        return self._whole(sentence, (THIS,))

    def _reported_at(self, text: str, marks: Sequence[Mark]) -> int | None:
        """Return where a comparison with a report of others begins, before the last mark.

        ``None`` if there is none. It may be a clause of its own: "Fig. 2 shows a peak; a similar
        one was reported.[6]", "PMMA, which was shown to crack.[6]"
        """
        for mark in marks[-1:]:
            last = text.rfind("; ", 0, mark.at) + 1  # of several comparisons, the last is theirs
            for cut in (last, comparison_at(text, last, mark.at)):
                if cut and is_reported(text[cut : mark.at]):
                    return cut
            return found_of_it_at(text, mark.at)
        return None

    def _told_by_others(self, index: int, works: Sequence[NamedWork]) -> tuple[Credit, ...]:
        """Credit others' work without a mark to the listed study, or to none."""
        sentence = self._sentences[index]
        if holders := self._named(index, works, ()):
            return by_holders(sentence.text, holders, ())
        return self._from(sentence.text, 0, ())

    # -- a survey of others ---------------------------------------------------------------------

    def _named(
        self, index: int, works: Sequence[NamedWork], marks: Sequence[Mark]
    ) -> tuple[Holder, ...]:
        """Return the named works to which a sentence belongs, and the one compared to them."""
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
        self._work = _all_studies(told)
        self._told = True
        return tuple(sorted((*told, *likened), key=lambda holder: holder.start))

    def _compared(self, likened: Sequence[Holder], marks: Sequence[Mark]) -> Iterator[Holder]:
        """Yield the work that resembles a named one: the current work, else the cited one."""
        named = _all_studies(likened)
        cited = tuple(n for mark in marks for n in mark.numbers if n not in named)
        studies = self._work or cited or named
        yield Holder(studies=studies)

    def _cited(
        self, sentence: Sentence, marks: Sequence[Mark], works: Sequence[NamedWork]
    ) -> tuple[Credit, ...]:
        marks = self._of_next_paper(sentence.text, marks)
        numbers = {n for mark in marks for n in mark.numbers}
        goes_on = continues_work(sentence.text)
        is_told = self._told and not is_next_paper(sentence.text)
        if goes_on and is_told and self._work and not numbers & set(self._work):
            return by_holders(sentence.text, (Holder(studies=self._work),), marks)
        last = marks[-1].numbers
        is_named = len(marks) == 1 and any(
            not is_contrasted(sentence.text[: work.start]) for work in works
        )
        self._told = len(last) == 1 and (self._told or goes_on or is_named)
        self._work = last
        return by_marks(sentence.text, marks)

    def _of_next_paper(self, text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
        """Return the marks of a later work, without those of the current one.

        "Later on, ... [84,95]" after work 95 is about 84.
        """
        if not (opens_later(text) and self._told and self._work):
            return marks
        later = [
            Mark(at=mark.at, numbers=tuple(n for n in mark.numbers if n not in self._work))
            for mark in marks
        ]
        return later if all(mark.numbers for mark in later) else marks

    def _unmarked(self, sentence: Sentence) -> tuple[Credit, ...]:
        text = sentence.text
        was_aside, self._is_aside = self._is_aside, False
        if studies := self._sources.of_figures(text[:_OPENING]):
            self._work, self._told = studies, True
        elif self._work is not None and (is_background(text) or (was_aside and means_aside(text))):
            self._is_aside = True
            return self._whole(sentence, (THIS,))
        elif self._goes_on(text):
            self._inherited = True
        else:
            self._work, self._told = self._of_example(text), False
        return self._whole(sentence, (THIS,) if self._work is None else self._work)

    def _goes_on(self, text: str) -> bool:
        if self._work is None or is_general(text):
            return False
        if continues_work(text) or (self._told and not opens_topic(text)):
            return True
        return self._speaker in ("introduction", "excerpt") and tells_more(text)

    def _of_example(self, text: str) -> tuple[str, ...] | None:
        """Return the work of the figure in "To give one example, ... (Figure 7a)", or ``None``."""
        if not gives_example(text) or not figures_mentioned(text):
            return None
        return self._sources.of_figures(text) or None

    # -- looking back ---------------------------------------------------------------------------

    def _serves_previous(
        self,
        index: int,
        previous: tuple[Credit, ...],
        given: tuple[Credit, ...],
        was_inherited: bool,
    ) -> bool:
        """Return whether the uncited sentence before a cited one belongs to the same work.

        It does if it announced that work, or if it was only assumed to continue on another work
        whose title fits it less well.
        """
        before, here = self._sentences[index - 1], self._sentences[index]
        studies = given[0][1]
        if self._speaker == "study" or before.citations or not studies or studies == (THIS,):
            return False
        if all(held == (THIS,) for _, held in previous):
            return self._is_announced(before, here, studies)
        return (
            was_inherited
            and not names_again(before.text)
            and bool(here.citations)
            and previous[0][1] != studies
            and self._sources.fit(studies, before.text)
            > self._sources.fit(previous[0][1], before.text)
        )

    def _is_announced(self, before: Sentence, here: Sentence, studies: tuple[str, ...]) -> bool:
        """Return whether a work is announced: "Recently, a way was proposed. Here, ... [86]"."""
        if len(studies) > _FEW or not announces(before.text) or speaks_for_itself(before.text):
            return False
        if here.citations and details(here.text):
            return True
        return any(work.start == 0 for work in find_named_works(here.text))


def _told_apart(marks: Sequence[Mark], given: Sequence[Credit]) -> tuple[tuple[str, ...], ...]:
    """Return the works of a sentence one by one, by its marks or else by its credits."""
    by_mark = dict.fromkeys(mark.numbers for mark in marks)
    return tuple(by_mark if len(by_mark) > 1 else dict.fromkeys(held for _, held in given))


def _all_studies(holders: Sequence[Holder]) -> tuple[str, ...]:
    studies: tuple[str, ...] = ()
    for holder in holders:
        studies = union(studies, holder.studies)
    return studies
