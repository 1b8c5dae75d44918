"""Which study a stretch of text speaks for: the six rules of the claims contract as one pass.

1. a sentence belongs to the references cited in it, each clause to its own;
2. sentences that go on about the same work belong to it too;
3. "X et al." is the study whose first author is X, and wins over a number that contradicts it;
4. a caption's part belongs to the reference of its permission line;
5. a range or list of marks credits every member;
6. everything else the document says on its own account (``"this"``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Paper, Reference, Span
from kg.extract.credit.authors import NamedWork, candidates, choose, find_named_works
from kg.extract.credit.discourse import continues_work, is_comparison, opens_topic
from kg.extract.credit.figures import caption_parts, figure_credits, figures_mentioned
from kg.extract.sentences import Sentence
from kg.model import THIS

_CONTRAST = re.compile(r"\b(?:but|while|whereas)\b")

#: A stretch of a sentence (offsets in its text) and the studies it is credited to.
Credit = tuple[Span, tuple[str, ...]]


@dataclass(slots=True)
class _Narrative:
    """The work a paragraph is speaking of; ``told`` when it was introduced by its author's name."""

    studies: tuple[str, ...] = ()
    told: bool = False


class Crediting:
    """Credits the sentences of one paper; made once per paper.

    Parameters
    ----------
    paper
        Its reference list resolves names and numbers. Without one (an abstract, a section) every
        sentence is the document's own.
    """

    def __init__(self, paper: Paper) -> None:
        self._by_number: Mapping[str, Reference] = {r.number: r for r in paper.references}
        captions = [p for p in paper.passages if p.kind == "caption"]
        self._figures = figure_credits(captions)

    def credit(self, sentences: Sequence[Sentence]) -> tuple[tuple[Credit, ...], ...]:
        """The credits of one passage's sentences, in order; each sentence is covered entirely."""
        if not self._by_number:
            return tuple((((0, len(s.text)), (THIS,)),) for s in sentences)
        if sentences and sentences[0].passage.kind == "caption":
            return tuple(self._caption_credit(s) for s in sentences)
        return self._running_text(sentences)

    def _caption_credit(self, sentence: Sentence) -> tuple[Credit, ...]:
        pieces: list[Credit] = []
        for (start, end), studies in caption_parts(sentence.passage):
            a, b = max(start, sentence.start), min(end, sentence.end)
            if a < b:
                pieces.append(((a - sentence.start, b - sentence.start), studies))
        covered = pieces[-1][0][1] if pieces else 0
        if covered < len(sentence.text):
            rest = pieces[-1][1] if pieces else (THIS,)
            pieces.append(((covered, len(sentence.text)), rest))
        return tuple(pieces)

    def _running_text(self, sentences: Sequence[Sentence]) -> tuple[tuple[Credit, ...], ...]:
        narrative = _Narrative()
        credits: list[tuple[Credit, ...]] = []
        for index, sentence in enumerate(sentences):
            given = self._sentence_credit(sentence, index, sentences, narrative)
            if self._explains_previous(sentence, given, credits):
                credits[-1] = tuple((span, given[0][1]) for span, _ in credits[-1])
            credits.append(given)
        return tuple(credits)

    def _explains_previous(
        self, sentence: Sentence, given: tuple[Credit, ...], credits: list[tuple[Credit, ...]]
    ) -> bool:
        """ "... was compared. They showed ... [86]": the number also serves the sentence before."""
        return bool(
            credits
            and sentence.citations
            and continues_work(sentence.text)
            and all(studies == (THIS,) for _, studies in credits[-1])
            and given[0][1] != (THIS,)
        )

    def _sentence_credit(
        self, sentence: Sentence, index: int, sentences: Sequence[Sentence], narrative: _Narrative
    ) -> tuple[Credit, ...]:
        whole = (0, len(sentence.text))
        named = self._named_studies(sentence, index, sentences, narrative)
        if named:
            narrative.studies, narrative.told = named, True
            return self._with_others(sentence, named)
        cited = self._cited(sentence)
        if cited:
            return self._by_marks(sentence, cited, narrative)
        if studies := self._of_opening_figure(sentence):
            narrative.studies, narrative.told = studies, True
        elif not self._goes_on(sentence, narrative):
            narrative.studies, narrative.told = (), False
        return ((whole, narrative.studies or (THIS,)),)

    def _with_others(self, sentence: Sentence, named: tuple[str, ...]) -> tuple[Credit, ...]:
        """ "... by Roe et al., but many others ... [75,78]": the contrast gets the rest."""
        end = len(sentence.text)
        cited = self._cited(sentence)
        others = tuple(n for _, group in cited for n in group if n not in named)
        contrast = _CONTRAST.search(sentence.text)
        if others and contrast and set(named) & {n for _, group in cited for n in group}:
            return ((0, contrast.start()), named), ((contrast.start(), end), others)
        return (((0, end), named),)

    def _goes_on(self, sentence: Sentence, narrative: _Narrative) -> bool:
        if not narrative.studies:
            return False
        if continues_work(sentence.text):
            return True
        return narrative.told and not opens_topic(sentence.text)

    def _of_opening_figure(self, sentence: Sentence) -> tuple[str, ...]:
        """ "Figure 6a illustrates ...": such a sentence speaks for the figure's source."""
        for key in figures_mentioned(sentence.text[:14]):
            if key in self._figures:
                return self._figures[key]
        return ()

    def _cited(self, sentence: Sentence) -> list[tuple[int, tuple[str, ...]]]:
        found = []
        for mark in sentence.citations:
            known = tuple(n for n in mark.numbers if n in self._by_number)
            if known:
                found.append((max(0, min(mark.at - sentence.start, len(sentence.text))), known))
        return found

    def _by_marks(
        self, sentence: Sentence, cited: list[tuple[int, tuple[str, ...]]], narrative: _Narrative
    ) -> tuple[Credit, ...]:
        numbers = {n for _, group in cited for n in group}
        if (
            narrative.told
            and continues_work(sentence.text)
            and not numbers & set(narrative.studies)
        ):
            return (((0, len(sentence.text)), narrative.studies),)
        pieces: list[Credit] = []
        start = 0
        for at, studies in cited:
            if pieces and at - start < 3:  # two marks side by side
                pieces[-1] = (pieces[-1][0], _union(pieces[-1][1], studies))
            else:
                pieces.append(((start, at), studies))
                start = at
        (first, _), last = pieces[-1]
        pieces[-1] = ((first, len(sentence.text)), last)
        told = len(last) == 1 and (narrative.told or continues_work(sentence.text))
        narrative.studies, narrative.told = last, told
        return tuple(pieces)

    def _named_studies(
        self, sentence: Sentence, index: int, sentences: Sequence[Sentence], narrative: _Narrative
    ) -> tuple[str, ...]:
        studies: tuple[str, ...] = ()
        for work in find_named_works(sentence.text):
            reference = self._resolve(work, index, sentences)
            if reference is None:
                continue
            if is_comparison(sentence.text[: work.start]):
                studies = _union(narrative.studies, studies)
            studies = _union(studies, (reference.number,))
        return studies

    def _resolve(
        self, work: NamedWork, index: int, sentences: Sequence[Sentence]
    ) -> Reference | None:
        found = candidates(work, tuple(self._by_number.values()))
        if len(found) < 2:
            return found[0] if found else None
        here = sentences[index]
        near = sentences[index : index + 4]
        context = " ".join(s.text for s in sentences[max(0, index - 1) : index + 4])
        numbers = {r.number for r in found}
        for hints in (
            self._numbers([here]) & numbers,
            self._figure_numbers([here]) & numbers,
            self._numbers(near) & numbers,
            self._figure_numbers(near) & numbers,
        ):
            if hints:
                return choose(found, hints, context)
        return choose(found, (), context)

    def _numbers(self, sentences: Iterable[Sentence]) -> set[str]:
        return {n for s in sentences for mark in s.citations for n in mark.numbers}

    def _figure_numbers(self, sentences: Iterable[Sentence]) -> set[str]:
        keys = [key for s in sentences for key in figures_mentioned(s.text)]
        return {n for key in keys for n in self._figures.get(key, ())}


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(study for study in second if study not in first))
