"""Lemmas of words whose tags are known."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import cast

from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from kg.extract.text.language import language_model

#: Part of speech by the first two letters of a Penn Treebank tag; other words have no entry.
_POS = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}


def lemmatise(doc: Doc) -> None:
    """Set the lemmas of a tagged sentence's words; a formula or quantity keeps its text."""
    for word in doc:
        word.lemma = _lemma_id(word.orth, word.norm, word.tag)


@lru_cache(maxsize=1 << 15)
def _lemma_id(orth: int, norm: int, tag: int) -> int:
    """Return the id of a word's lemma from the ids of its text, norm and tag, all cached."""
    strings = language_model().vocab.strings
    text, word = strings[orth], strings[orth].lower()
    is_plain = strings[norm].lower() == word
    return strings.add(lemma(word, strings[tag][:2]) if is_plain else text)


@lru_cache(maxsize=1 << 15)
def lemma(word: str, tag: str) -> str:
    """Return the lemma of a lower-case word, by the first two letters of its tag.

    Raises
    ------
    ExtractionError
        If the language model is not installed.

    Examples
    --------
    >>> [lemma("underwent", "VB"), lemma("saw", "VB"), lemma("saw", "NN"), lemma("losses", "NN")]
    ['undergo', 'see', 'saw', 'loss']
    """
    pos = _POS.get(tag)
    if pos is None:
        return word
    nlp = language_model()
    token = Doc(nlp.vocab, words=[word], pos=[pos])[0]
    return cast(Lemmatizer, nlp.get_pipe("lemmatizer")).rule_lemmatize(token)[0]


def is_one_of(word: Token, lemmas: Container[str]) -> bool:
    """Return whether a word, as printed or as its lemma, is one of the lemmas."""
    return word.lower_ in lemmas or word.lemma_ in lemmas
