"""The parser reads what the model would, though each word by itself is looked at once."""

from collections.abc import Callable
from typing import cast

import pytest
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from kg.extract import parsing
from kg.extract.parsing import _vectors
from kg.extract.reading import Reading
from kg.extract.text.language import language_model


def test_words_in_sentences_have_the_vectors_of_the_model() -> None:
    nlp = language_model()
    sentences = ("The film grew on the film.", "Film", "A thin film, the second, grew.")
    docs = [
        Doc(nlp.vocab, words=[*words, "."], spaces=[True] * len(words) + [False])
        for words in map(str.split, sentences)
    ]
    model = cast(Tok2Vec, nlp.get_pipe("tok2vec")).model
    for ours, theirs in zip(_vectors(model, docs), model.predict(docs), strict=True):
        assert ours.shape == theirs.shape
        assert abs(ours - theirs).max() < 1e-5


def test_words_that_are_remembered_have_the_same_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = language_model()
    model = cast(Tok2Vec, nlp.get_pipe("tok2vec")).model
    first, second = (
        Doc(nlp.vocab, words=words.split()) for words in ("A film grew .", "It grew .")
    )
    monkeypatch.setattr(parsing, "_known", {})
    (alone,) = _vectors(model, [second])
    monkeypatch.setattr(parsing, "_known", {})
    _vectors(model, [first])
    assert len(parsing._known) == len(first)
    (behind,) = _vectors(model, [second])
    assert len(parsing._known) == len(first) + 1  # "It" is new
    assert abs(alone - behind).max() < 1e-5
    monkeypatch.setattr(parsing, "_REMEMBERED", 1)
    _vectors(model, [second])
    assert len(parsing._known) == len(second)  # the memory was full


def test_a_parse_takes_one_thread(
    read: Callable[[str], list[Reading]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def threads() -> list[int]:
        return [lib["num_threads"] for lib in threadpool_info() if lib["user_api"] == "blas"]

    before, seen, reader = threads(), [], parsing._parse

    def watched(batch: list[Reading]) -> None:
        seen.append(threads())
        reader(batch)

    monkeypatch.setattr(parsing, "_parse", watched)
    (doc,) = parsing.parse(read("Dots were coated."))
    assert [word.tag_ for word in doc] == ["NNS", "VBD", "VBN", "."]
    assert before
    assert seen == [[1] * len(before)]
    assert threads() == before
