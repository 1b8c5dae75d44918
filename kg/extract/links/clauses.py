"""Split sentences into clauses, the units in which links look for subjects and causes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from corpus.model import Span
from kg.extract.reading import Reading
from kg.extract.syntax import is_verb
from kg.extract.text.tags import FINITE

#: Words that always open a clause.
_OPENERS = frozenset("while whereas although though but because whose".split())
_BREAKING = _OPENERS | {";", ":"}
#: Words that open a clause if a subject and a verb follow before the next break.
_LINKS = frozenset("and which that when since so if where".split())
_MAY_CUT = _BREAKING | _LINKS | {","}
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "WDT", "VBG", "CD"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with at most one subject; ``opener`` is the word right before it."""

    start: int
    end: int
    opener: str = ""


def clauses_of(reading: Reading, doc: Doc | None, stretch: Span) -> tuple[Clause, ...]:
    """Return the clauses of a stretch of a sentence, in order.

    "A coat was grown, and the yield rose, which shows X" has three; participles ("leading to X")
    and infinitives belong to the clause before them. ``doc`` is the parse of the sentence, if it
    has one.
    """
    start, end = stretch
    cuts = [(at, word) for at, word in _cuts(reading, doc) if start < at < end]
    starts = [(start, ""), *cuts]
    ends = [at for at, _ in cuts] + [end]
    return tuple(
        Clause(at, stop, word) for (at, word), stop in zip(starts, ends, strict=True) if at < stop
    )


def _cuts(reading: Reading, doc: Doc | None) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    last, words = 0, reading.words
    for i, word in enumerate(words):
        if word not in _MAY_CUT:
            continue
        is_break = word in _BREAKING or (word == "that" and words[i - 1 : i] == ("and",))
        is_break = is_break or (word == "," and _starts_anew(reading, doc, (last, i)))
        if is_break or (word in _LINKS and _opens_clause(reading, doc, (last, i), word)):
            found.append((reading.tokens[i].end, word))
            last = i
    return found


def _opens_clause(reading: Reading, doc: Doc | None, span: Span, word: str) -> bool:
    """Return whether a subject and a finite verb follow a word; "which" needs only a verb.

    ``span`` holds the token indexes of the last opener and of the word. "And" opens a clause only
    if the current clause already has a verb: "A and B rose" is one clause.
    """
    last, at = span
    if doc is None:
        return bool(_LIKELY.match(reading.text, reading.tokens[at].end))
    if word == "that" and doc[at].tag_ == "DT":
        return False
    if word == "that" and at and is_verb(doc[at - 1]):
        return True
    if word == "and" and not any(token.tag_ in FINITE for token in doc[last:at]):
        return False
    has_subject = word in ("which", "that") and doc[at].tag_ == "WDT"
    for token in doc[at + 1 : at + 14]:
        if token.tag_ in FINITE:
            return has_subject
        if token.text in _BREAKS or token.lower_ in _BREAKS or token.tag_ == "TO":
            return False
        has_subject = has_subject or token.tag_ in _SUBJECTS
    return False


#: The subject of another clause after a comma.
_PRONOUN = re.compile(r"\s(?:it|they)\s")


def _starts_anew(reading: Reading, doc: Doc | None, span: Span) -> bool:
    """Return whether a pronoun after a comma begins a clause, as the one before has its verb."""
    last, at = span
    has_verb = any(token.tag_ in FINITE for token in (doc[last:at] if doc is not None else ()))
    return has_verb and _PRONOUN.match(reading.text, reading.tokens[at].end) is not None


#: Words that end the search for a verb after a subject.
_BREAKS = frozenset({",", ";", ":", "(", "and", "or", "but", "when", "which", "while", "that"})
#: A subject of a few words with an unambiguous verb, for sentences without a parse.
_LIKELY = re.compile(
    r"\s+(?:the|a|an|this|these|it|they|its|their|no)\s(?:[\w/@-]+\s){0,5}?"
    r"(?:is|are|was|were|has|have|had|can|could|shows?|showed|exhibits?|exhibited)\b",
    re.IGNORECASE,
)


def first_verb(reading: Reading, doc: Doc | None, start: int, end: int) -> int | None:
    """Return the offset of the first finite verb in a stretch, ``None`` without a parse or verb."""
    for token, word in zip(reading.tokens, doc or (), strict=False):
        if start <= token.start < end and word.tag_ in FINITE and is_verb(word):
            return token.start
    return None
