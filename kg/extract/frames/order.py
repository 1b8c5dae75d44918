"""The arguments of an event by the order of words, for sentences with a wrong parse.

"X was grown ... on Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token as Word

from kg.extract.frames.arguments import PREPOSITIONS, USING, Argument, is_verbal
from kg.extract.frames.fillers import Fillers
from kg.extract.text.tags import FINITE

#: The number of words around a predicate within which the order of words gives its arguments.
_REACH = 14
_CLAUSE_ENDS = frozenset({";", ":", "which", "while", "whereas", "but"})


def in_order(word: Word, fillers: Fillers) -> Iterator[Argument]:
    """Yield the arguments around a predicate, by the prepositions before them."""
    yield from _behind(word, fillers)
    if is_verbal(word):
        yield from _before(word, fillers)


def _before(verb: Word, fillers: Fillers) -> Iterator[Argument]:
    """Yield the name before a verb in its clause, and the antecedent of "on which"."""
    has_object = verb.tag_ not in ("VBN", "VBD")
    words = verb.doc[max(0, verb.i - _REACH) : verb.i]
    for other in reversed(words):
        if other.lower_ == "which" and other.i and other.nbor(-1).tag_ == "IN":
            preposition = other.nbor(-1).lower_
            held = [w for w in words if w.i < other.i and fillers.names(w)]
            yield from ((PREPOSITIONS.get(preposition, preposition), w) for w in held[-1:])
        if other.lower_ in _CLAUSE_ENDS or other.tag_ in FINITE - {"VBD"}:
            return
        is_theme = (
            other.dep_ != "pobj" or _is_carried(other, verb, fillers) or _is_passive_at(other)
        )
        if fillers.names(other) and is_theme and not has_object:
            has_object = True
            yield "object", other


def _is_carried(word: Word, verb: Word, fillers: Fillers) -> bool:
    """Return whether the noun after "of" is meant: "a layer of ZnO that was grown".

    In "protection of steel with layers grown" the steel is not.
    """
    preposition = word.head
    between = word.doc[word.i + 1 : verb.i]
    is_near = not any(other.tag_.startswith("N") for other in between)
    return preposition.lower_ == "of" and (is_near or fillers.carries(preposition.head))


def _is_passive_at(word: Word) -> bool:
    """Return whether a passive verb comes right after a word, which is then its subject."""
    return word.i + 1 < len(word.doc) and word.nbor().dep_ == "auxpass"


def _behind(word: Word, fillers: Fillers) -> Iterator[Argument]:
    """Yield the names after a predicate, by the preposition before them."""
    is_before_noun = word.dep_ == "amod" and word.tag_ != "VBG"
    function = "object" if is_verbal(word) and not is_before_noun else ""
    for other in word.doc[word.i + 1 : word.i + 1 + _REACH]:
        if other.lower_ in _CLAUSE_ENDS or (_ends_phrase(word, other) and not fillers.names(other)):
            return
        if function == "with" and other.lower_ == ",":  # "coated with 5 cycles, ZnO grown on ..."
            return
        if fillers.names(other):
            yield function, other
        elif other.lower_ in USING:
            function = "using"
        elif other.lower_ == "of":
            before = word.doc[other.i - 1]
            function = "object" if before.i == word.i else function * fillers.carries(before)
        elif other.tag_ == "IN":
            function = PREPOSITIONS.get(other.lower_, other.lower_)


def _ends_phrase(word: Word, other: Word) -> bool:
    """Return whether a verb after a predicate has arguments of its own."""
    is_participle = is_verbal(other) and other.tag_ != "VBG"
    return is_participle if word.tag_.startswith("N") else other.tag_ in FINITE
