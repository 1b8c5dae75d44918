"""What the ranker looks at: an outcome in its sentence, as named numbers between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token as Word

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.statements import Statement
from kg.extract.syntax import Tree
from kg.model import Outcome

#: Words of aims, means, varied factors and common knowledge.
_HEDGE = re.compile(
    r"\b(?:aims?|goals?|in order to|can|could|may|might|potential|promising|expected|would|should|"
    r"needs?|challenges?|important|however|typically|generally|usually|often|known|previous|"
    r"recent(?:ly)?|reported|conventional|many|widely|investigated?|stud(?:y|ied)|effects?|"
    r"influences?|roles?|function of|depend\w*)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:we|our|here|herein|this (?:work|study|paper|letter|article))\b", re.I)
#: Beyond so many characters a word is merely far.
_FAR = 120
#: Beyond so many outcomes a sentence merely lists.
_CROWD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An outcome as stated, with its sentence and the outcomes of its document."""

    statement: Statement
    reading: Reading
    outcomes: Sequence[Statement]
    sentences: int

    @property
    def outcome(self) -> Outcome:
        """The content, which is an outcome.

        Raises
        ------
        TypeError
            If the statement is of another kind.
        """
        content = self.statement.finding.content
        if not isinstance(content, Outcome):
            raise TypeError(f"{type(content).__name__} is no outcome")
        return content


def features(told: Told) -> dict[str, float]:
    """The features of one outcome, each 0 to 1; what is absent is 0 and left out."""
    named = dict.fromkeys((*_of_content(told), *_of_words(told), *_of_syntax(told)), 1.0)
    measured = {**_distances(told), **_surroundings(told)}
    return named | {name: value for name, value in measured.items() if value}


def _of_content(told: Told) -> Iterator[str]:
    outcome, finding = told.outcome, told.statement.finding
    unit = outcome.quantity.unit if outcome.quantity is not None else None
    yield f"property={outcome.property}"
    yield f"direction={outcome.direction}"
    yield f"unit={unit}"
    yield f"rule={finding.rule}"
    if finding.weak:
        yield "weak"
    if outcome.quantity is not None:
        yield "valued"


def _of_words(told: Told) -> Iterator[str]:
    for term in told.statement.finding.terms:
        yield f"{term.kind} by {term.label}"
        if term.kind in ("direction", "property"):
            yield f"{term.kind} in words={term.text.lower()}"
    for word in set(_HEDGE.findall(told.reading.text.lower())):
        yield f"hedge={word}"
    if _HEDGE.search(told.reading.text):
        yield "hedged"
    if _OWN.search(told.reading.text):
        yield "own"


def _of_syntax(told: Told) -> Iterator[str]:
    if told.reading.parse is None:
        return
    tree = Tree(told.reading, told.reading.parse)
    for name, term in _terms(told).items():
        word = tree.head(term)
        if word is not None:
            yield f"{name} is {_function(word)}"
            yield f"{name} is {word.dep_} of {_function(word.head)}"


def _function(word: Word) -> str:
    return f"{word.dep_} {word.tag_}"


def _terms(told: Told) -> dict[str, Mention]:
    """The property and the word of change that an outcome rests on, where its rule says them."""
    found: dict[str, Mention] = {}
    for term in told.statement.finding.terms:
        if term.kind in ("property", "direction"):
            found.setdefault(term.kind, term)
    return found


def _distances(told: Told) -> dict[str, float]:
    terms = _terms(told)
    if len(terms) < len(("property", "direction")):
        return {}
    apart = terms["direction"].start - terms["property"].start
    return {"apart": min(abs(apart), _FAR) / _FAR, "change first": float(apart < 0)}


def _surroundings(told: Told) -> dict[str, float]:
    at, last = told.statement.sentence, told.sentences - 1
    beside = [s for s in told.outcomes if s.sentence == at and s is not told.statement]
    elsewhere = [s for s in told.outcomes if s.sentence != at]
    name = told.outcome.property
    return {
        "opens": float(at == 0),
        "second": float(at == 1),
        "closes": float(at == last),
        "place": at / max(last, 1),
        "crowd": min(len(beside), _CROWD) / _CROWD,
        "again": float(any(_property(s) == name for s in elsewhere)),
        "twice": float(any(_property(s) == name for s in beside)),
    }


def _property(statement: Statement) -> str:
    return getattr(statement.finding.content, "property", "")
