"""The sources of a paper: its numbers, the origin of its figures, the entry that a name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.model import Paper, Reference
from kg.extract.credit.authors import NamedWork, is_family
from kg.extract.credit.figures import figure_credits, figures_mentioned
from kg.extract.credit.marks import Mark, marks_of
from kg.extract.credit.namesakes import candidates, choose, topic_overlap
from kg.extract.text.sentences import Sentence


class Sources:
    """The reference list of one paper, and the figures that it took from listed works."""

    def __init__(self, paper: Paper) -> None:
        self.references = paper.references
        self._by_number: dict[str, list[Reference]] = {}
        for reference in paper.references:  # several works may have the same number
            self._by_number.setdefault(reference.number, []).append(reference)
        self._figures = figure_credits(p for p in paper.passages if p.kind == "caption")
        #: The results of :meth:`candidates`, which is called again for the captions.
        self._candidates: dict[tuple[object, ...], tuple[Reference, ...]] = {}

    def marks(self, sentence: Sentence) -> tuple[Mark, ...]:
        """Return the marks of a sentence, without numbers that the list does not have."""
        return marks_of(sentence, self._by_number.keys())

    def listed(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers that the list has; all of them if there is no list."""
        return tuple(n for n in numbers if not self._by_number or n in self._by_number)

    def of_figures(self, text: str) -> tuple[str, ...]:
        """Return the studies from which the first figure that a text mentions was taken."""
        shown = (self._figures[key] for key in figures_mentioned(text) if key in self._figures)
        return next(shown, ())

    def fit(self, numbers: Iterable[str], text: str) -> float:
        """Return how well a text fits the best of the titles of these references, 0 to 1."""
        known = [reference for n in numbers for reference in self._by_number.get(n, ())]
        return max((topic_overlap(reference, text) for reference in known), default=0.0)

    def candidates(self, work: NamedWork) -> tuple[Reference, ...]:
        """Return the references that a named work can mean, in the order of the list."""
        name = (work.family, work.second, work.year, work.whole_group)
        if name not in self._candidates:
            self._candidates[name] = candidates(work, self.references)
        return self._candidates[name]

    def resolve(
        self, work: NamedWork, index: int, sentences: Sequence[Sentence]
    ) -> Reference | None:
        """Return the reference that a name in ``sentences[index]`` means, if the list has it."""
        if (cited := self._cited_beside(work, sentences[index])) is not None:
            return cited
        found = self.candidates(work)
        context = " ".join(s.text for s in sentences[max(0, index - 1) : index + 4])
        hints = self._hints(sentences[index : index + 4])
        chosen = choose(found, hints, context)
        if chosen is None or is_family(work.family, chosen.authors[0].family):
            return chosen
        is_cited = any(chosen.number in near for near in hints)
        fits = work.whole_group or bool(topic_overlap(chosen, context))
        return chosen if is_cited or fits else None

    def _cited_beside(self, work: NamedWork, sentence: Sentence) -> Reference | None:
        """Return the work whose number follows a group's name, if that is among its authors.

        The head of a group is the last author. If the authors of an entry were not read, they are
        in what was taken for its title.
        """
        behind = [m for m in self.marks(sentence) if m.at >= work.end]
        numbers = behind[0].numbers if behind and work.whole_group else ()
        listed = (reference for n in numbers for reference in self._by_number.get(n, ()))
        return next((reference for reference in listed if _names(reference, work.family)), None)

    def _hints(self, near: Sequence[Sentence]) -> tuple[set[str], ...]:
        """Return the numbers of marks and of figures, in a sentence and in the next three."""
        here = near[:1]
        return (
            self._numbers(here),
            self._figure_numbers(here),
            self._numbers(near),
            self._figure_numbers(near),
        )

    def _numbers(self, sentences: Iterable[Sentence]) -> set[str]:
        return {n for s in sentences for mark in s.citations for n in mark.numbers}

    def _figure_numbers(self, sentences: Iterable[Sentence]) -> set[str]:
        keys = [key for s in sentences for key in figures_mentioned(s.text)]
        return {n for key in keys for n in self._figures.get(key, ())}


def _names(reference: Reference, family: str) -> bool:
    """Return whether an entry has a family name among its authors, or in a title with initials."""
    if any(is_family(family, author.family) for author in reference.authors):
        return True
    return re.search(rf"\b{re.escape(family)},?\s?[A-Z]\b", reference.title) is not None
