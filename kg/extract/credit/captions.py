"""Credit each sentence of a caption to the study of its part of the figure."""

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

#: The share of a title's words from which it fits a caption.
_FITS = 0.3


class Captions:
    """The crediting of the captions of one paper."""

    def __init__(self, paper: Paper, sources: Sources, *, is_own: bool) -> None:
        self._paper = paper
        self._sources = sources
        self._is_own = is_own

    def credit(self, sentence: Sentence) -> tuple[Credit, ...]:
        """Return the pieces of one sentence of a caption, each with its studies."""
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
        """Return the printed number, or the study of the running text if the number must be a slip.

        The running text assigns a figure to a work ("Roe et al. ... (Figure 2d)"). If the caption
        shares no word with the title of the printed number and fits that of the other work, the
        number is a slip, as in rule 3 for sentences.
        """
        if not printed or self._sources.fit(printed, text) > 0:
            return printed
        told = self._told.get(key, ())
        return told if self._sources.fit(told, text) >= _FITS else printed

    @cached_property
    def _told(self) -> Mapping[str, tuple[str, ...]]:
        """Figure -> the study for which the running text shows it, if there is only one."""
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
