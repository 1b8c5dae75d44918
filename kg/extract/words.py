"""The words of a sentence in spaCy: as printed, and as the parser reads them.

Each formula, quantity and reagent is one word. The parser reads a plain word in its place
("silicon", "meters"), which lets the small model find the subject of the verb: see
``docs/decisions/0002-one-word-per-formula.md``. The result is written on the printed words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.extract.mentions import Mention

#: Kinds of mention that the parser reads as one word, and a plain word of the same part of speech
#: for each.
SURROGATES = {"material": "silicon", "stack": "silicon", "chemical": "water", "quantity": "meters"}
WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*|[^\w\s]|_")
#: The acronym in brackets after the words that it shortens; the text after it belongs to those
#: words.
_ACRONYM = re.compile(
    r"(?<=[a-z] )\([A-Z][A-Za-z-]{0,3}[A-Z][A-Za-z]{0,3}s?\)"
    r"(?= (?:of|on|in|for|by|with|from|at|was|were|is|are)\b)"
)


class Token(NamedTuple):
    """A word of a sentence; the parser reads ``surrogate`` in its place."""

    start: int
    end: int
    surrogate: str


def tokens_of(text: str, mentions: Iterable[Mention]) -> tuple[Token, ...]:
    """Return the words of a sentence, with each formula, quantity and reagent as one word."""
    tokens: list[Token] = []
    at = 0
    for mention in mentions:
        if mention.start < at or not (mention.kind in SURROGATES or _is_term(mention)):
            continue
        tokens += _plain(text, at, mention.start)
        tokens.append(Token(mention.start, mention.end, _surrogate(mention)))
        at = mention.end
    return (*tokens, *_plain(text, at, len(text)))


def _plain(text: str, start: int, end: int) -> list[Token]:
    words = [Token(m.start(), m.end(), m[0]) for m in WORD.finditer(text, start, end)]
    if text.find("(", start, end) < 0:  # most often there is no bracket
        return words
    hidden = [m.span() for m in _ACRONYM.finditer(text, start, end)]
    return [w for w in words if not any(a <= w.start < b for a, b in hidden)]


def _is_term(mention: Mention) -> bool:
    """Return whether a mention is a property's name of several words, which parses best as one."""
    return mention.kind == "property" and mention.label == "name" and " " in mention.text


def _surrogate(mention: Mention) -> str:
    if mention.kind != "property":
        return SURROGATES[mention.kind]
    return "properties" if mention.text.endswith("s") else "property"


def printed(text: str, tokens: Sequence[Token], mentions: Iterable[Mention], vocab: Vocab) -> Doc:
    """Return the sentence as a spaCy document with its words as printed, and its mentions as spans.

    ``doc.spans`` has a group for each kind of mention; the ``id_`` of a span is the term's notation
    or the formula, its ``label_`` the kind. A mention that covers only part of a word has the whole
    word. The norm of a word is the word that the parser reads in its place.
    """
    words = [text[token.start : token.end] for token in tokens]
    doc = _doc(vocab, tokens, words)
    for index, (word, token) in enumerate(zip(words, tokens, strict=True)):
        if word != token.surrogate:
            doc[index].norm_ = token.surrogate
    groups: dict[str, list[Span]] = defaultdict(list)
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    for mention in mentions:
        first, behind = bisect_right(ends, mention.start), bisect_left(starts, mention.end)
        span = Span(doc, first, behind, label=mention.kind, span_id=mention.id)
        groups[mention.kind].append(span)
    for kind, spans in groups.items():
        doc.spans[kind] = spans
    return doc


def shadow(tokens: Sequence[Token], vocab: Vocab) -> Doc:
    """Return the sentence as the parser reads it, with one word for each printed one."""
    return _doc(vocab, tokens, [token.surrogate for token in tokens])


def _doc(vocab: Vocab, tokens: Sequence[Token], words: list[str]) -> Doc:
    spaces = [following.start > token.end for token, following in pairwise(tokens)]
    starts: list[bool | int | None] = [index == 0 for index in range(len(tokens))]
    return Doc(vocab, words=words, spaces=[*spaces, False][: len(words)], sent_starts=starts)
