"""The sentences of a caption, each to the study of the part that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from corpus.model import Paper, Passage
from kg.extract.credit.coordination import by_marks
from kg.extract.credit.figures import caption_parts, figure_of, figures_mentioned
from kg.extract.credit.marks import Credit
from kg.extract.credit.narration import Narration
from kg.extract.credit.sources import Sources
from kg.extract.text.sentences import Sentence, split_sentences
from kg.model import THIS

#: A title fits a caption from this share of its words on.
_FITS = 0.3


class Captions:
    """Credits the captions of one paper."""

    def __init__(self, paper: Paper, sources: Sources, *, is_own: bool) -> None:
        self._paper = paper
        self._sources = sources
        self._is_own = is_own

    def credit(self, sentence: Sentence) -> tuple[Credit, ...]:
        """The pieces of one sentence of a caption, each with its studies."""
        parts = self._parts(sentence.passage)
        if not parts:
            return self._by_marks(sentence)
        pieces: list[Credit] = []
        for (start, end), studies in parts:
            a, b = max(start, sentence.start), min(end, sentence.end)
            if a < b:
                pieces.append(((a - sentence.start, b - sentence.start), studies or (THIS,)))
        return tuple(pieces)

    def _by_marks(self, sentence: Sentence) -> tuple[Credit, ...]:
        marks = () if self._is_own else self._sources.marks(sentence)
        if marks:
            return by_marks(sentence.text, marks)
        return (((0, len(sentence.text)), (THIS,)),)

    def _parts(self, caption: Passage) -> tuple[Credit, ...]:
        figure = figure_of(caption)
        return tuple(
            (
                part.span,
                self._believed(figure + part.letter, part.studies, caption.text[slice(*part.span)]),
            )
            for part in caption_parts(caption)
        )

    def _believed(self, key: str, printed: tuple[str, ...], text: str) -> tuple[str, ...]:
        """The printed number, unless its title has nothing of the caption and the text's work does.

        The running text tells a figure as somebody's work ("Roe et al. ... (Figure 2d)"); a number
        that is plainly another's is a slip, as rule 3 has it for sentences.
        """
        if not printed or self._sources.fit(printed, text) > 0:
            return printed
        told = self._told.get(key, ())
        return told if self._sources.fit(told, text) >= _FITS else printed

    @cached_property
    def _told(self) -> Mapping[str, tuple[str, ...]]:
        """Figure -> the study for which the running text shows it, where it is one only."""
        told: dict[str, set[str]] = {}
        for passage in self._paper.passages:
            if passage.kind == "paragraph":
                for key, study in self._shown(passage):
                    told.setdefault(key, set()).add(study)
        return {key: tuple(studies) for key, studies in told.items() if len(studies) == 1}

    def _shown(self, passage: Passage) -> Iterator[tuple[str, str]]:
        sentences = split_sentences(passage)
        for sentence, credit in zip(
            sentences, Narration(self._sources, sentences).credits(), strict=True
        ):
            studies = {study for _, held in credit for study in held} - {THIS}
            if len(studies) == 1:
                for key in figures_mentioned(sentence.text):
                    yield key, min(studies)
