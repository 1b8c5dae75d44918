"""Tags, dependencies and lemmas: predicted from the shadow words, written on the printed ones."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc

from kg.extract.reading import Reading
from kg.extract.text.language import language_model
from kg.extract.text.lemmas import lemmatise
from kg.extract.words import shadow

#: Sentences that go through the model at once; more takes memory, not time.
_BATCH = 256


def parse(readings: Iterable[Reading]) -> list[Doc]:
    """Parse sentences; each gets its :attr:`Reading.parse`, which are returned.

    The components are called on whole batches: ``Language.pipe`` costs milliseconds a call, which
    is more than a note of three sentences needs.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    listed = list(readings)
    for start in range(0, len(listed), _BATCH):
        _parse(listed[start : start + _BATCH])
    return [reading.doc for reading in listed]


def _parse(batch: list[Reading]) -> None:
    nlp = language_model()
    shadows = [shadow(reading.tokens, nlp.vocab) for reading in batch]
    docs = [reading.doc for reading in batch]
    for name, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            # the vectors of words feed the other components; all else is for the reader of the doc
            written = shadows if name == "tok2vec" else docs
            component.set_annotations(written, component.predict(shadows))
    for reading, doc in zip(batch, docs, strict=True):
        lemmatise(doc)
        reading.parse = doc
