"""Predict tags, dependencies and lemmas on the shadow words, and write them on the printed ones.

Shadow words are plain words in the place of formulas, quantities and reagents, see
:mod:`kg.extract.words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from kg.extract.reading import Reading
from kg.extract.text.language import language_model
from kg.extract.text.lemmas import lemmatise
from kg.extract.words import shadow

#: The number of sentences that the model takes at once; larger batches cost memory and save no
#: time.
_BATCH = 256
#: The number of words whose vectors are kept, which takes 13 MB.
_REMEMBERED = 1 << 15
_known: dict[int, Any] = {}


def parse(readings: Iterable[Reading]) -> list[Doc]:
    """Parse sentences, set each one's :attr:`Reading.parse`, and return the parsed documents.

    The components are called on whole batches: ``Language.pipe`` costs milliseconds a call, which
    is too much for a note of three sentences.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    listed = list(readings)
    with _libraries().limit(limits=1, user_api="blas"):
        for start in range(0, len(listed), _BATCH):
            _parse(listed[start : start + _BATCH])
    return [reading.doc for reading in listed]


@cache
def _libraries() -> ThreadpoolController:
    """Return the libraries that use threads, which are looked up once.

    A parse takes one thread: with more, threads that multiply its small matrices mostly wait for
    each other.
    """
    return ThreadpoolController()


def _parse(batch: list[Reading]) -> None:
    nlp = language_model()
    shadows = [shadow(reading.tokens, nlp.vocab) for reading in batch]
    docs = [reading.doc for reading in batch]
    for name, component in nlp.pipeline:
        if not isinstance(component, TrainablePipe):
            continue
        if name == "tok2vec":  # the vectors of words feed the other components
            component.set_annotations(shadows, _vectors(component.model, shadows))
        else:
            component.set_annotations(docs, component.predict(shadows))
    for reading, doc in zip(batch, docs, strict=True):
        lemmatise(doc)
        reading.parse = doc


def _vectors(model: Any, shadows: Sequence[Doc]) -> list[Any]:
    """Return the vectors that ``model`` predicts for the words of each sentence.

    The vector of a word by itself does not depend on its sentence, and is computed once and kept.
    """
    embed, encode = model.layers
    words = np.concatenate([doc.to_array(["ORTH", "SPACY"]) for doc in shadows])
    numbers, first, places = np.unique(words.sum(axis=1), return_index=True, return_inverse=True)
    if len(_known) > _REMEMBERED:
        _known.clear()
    new = [at for at, number in enumerate(numbers.tolist()) if number not in _known]
    if new:
        vocab = shadows[0].vocab
        orths, spaces = words[first[new]].T.tolist()
        apart = [vocab.strings[orth] for orth in orths]
        (vectors,) = embed.predict([Doc(vocab, words=apart, spaces=list(map(bool, spaces)))])
        _known.update(zip(numbers[new].tolist(), vectors, strict=True))
    vectors = np.stack([_known[number] for number in numbers.tolist()])
    return list(encode.predict(np.split(vectors[places], np.cumsum([*map(len, shadows)])[:-1])))
