"""A sentence as the rules see it: its mentions, its words, and a typed shorthand of both.

The shorthand writes every mention as a letter for its kind and its index (``<M0>`` a material,
``<S1>`` a stack, ``<F2>`` a form, ...) and every other word in lower case. The rule tables are
patterns over that shorthand, so a pattern reads "a material, then *shell around*, then a material"
and never names a compound.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar

from spacy.tokens import Doc

from kg.extract.finders.acronyms import shortens
from kg.extract.finders.pipeline import find_mentions
from kg.extract.mentions import Mention
from kg.extract.text.language import language_model
from kg.extract.text.rare import Rare
from kg.extract.text.sentences import Sentence
from kg.extract.words import WORD, Token, printed, tokens_of
from ontology.claim_kinds import CLAIM_KINDS

#: The letter of each kind of mention in the shorthand; mentions of other kinds stay plain words.
#: Solids and ions come first: if several mentions cover the same words, the first kind wins.
LETTERS = {
    **{"material": CLAIM_KINDS["material"].letter, "ion": "I", "stack": "S"},
    **{kind.name: kind.letter for kind in CLAIM_KINDS.values() if kind.letter},
    "quantity": "Q",
}
_START, _END = attrgetter("start"), attrgetter("end")
Answer = TypeVar("Answer")
_FIGURE = Rare(r"\(\s*(?:see\s+)?(?:Figure|Fig|Scheme|Table)s?\.?\s+S?\d+[^()]*\)", re.IGNORECASE)


class Reading:
    """One sentence with everything found in it; made by :func:`read_sentence`."""

    def __init__(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.mentions = mentions
        self._of_kind: dict[tuple[str, ...], tuple[Mention, ...]] = {}
        self._kinds = {mention.kind for mention in mentions}
        #: The results of functions decorated with :func:`kept`.
        self.answers: dict[Callable[[Reading], Any], Any] = {}
        #: The sentence before it in its passage, if there is one.
        self.before: Reading | None = None
        #: Its :attr:`doc` after tags, heads and lemmas are set (:func:`kg.extract.parsing.parse`).
        self.parse: Doc | None = None

    @property
    def earlier(self) -> Iterator[Reading]:
        """The sentences before it in its passage, the nearest first."""
        before = self.before
        while before is not None:
            yield before
            before = before.before

    def of_kind(self, *kinds: str) -> tuple[Mention, ...]:
        """Return the mentions of these kinds, in order."""
        known = self._of_kind.get(kinds)
        if known is None:
            absent = self._kinds.isdisjoint(kinds)  # most kinds are absent
            known = () if absent else tuple([m for m in self.mentions if m.kind in kinds])
            self._of_kind[kinds] = known
        return known

    def between(self, a: Mention, b: Mention) -> str:
        """Return the text between two mentions, in whichever order they are given."""
        first, second = sorted((a, b), key=lambda m: m.start)
        return self.text[first.end : second.start]

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of the kinds of mention in the shorthand."""
        return frozenset(re.findall(r"<([A-Z])\d", self.shorthand))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence, formulas and quantities as one word each."""
        return tokens_of(self.text, self.mentions)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The :attr:`tokens` as printed, in lower case."""
        return tuple([self.text[token.start : token.end].lower() for token in self.tokens])

    def words_of(self, mention: Mention) -> slice:
        """Return the slice of :attr:`tokens` that a mention covers, wholly or partly."""
        first = bisect_right(self.tokens, mention.start, key=_END)
        return slice(first, bisect_left(self.tokens, mention.end, key=_START))

    @cached_property
    def doc(self) -> Doc:
        """The sentence in spaCy: token ``i`` is ``tokens[i]``, ``spans`` are the mentions by kind.

        Raises
        ------
        ExtractionError
            If the language model is not installed.
        """
        return printed(self.text, self.tokens, self.mentions, language_model().vocab)

    @cached_property
    def shorthand(self) -> str:
        """The typed shorthand: one space after every word, without brackets that only repeat."""
        words: list[str] = []
        hidden = [m.span() for m in _FIGURE.finditer(self.text)]
        at = 0
        for number, mention in self._coded():
            words += self._words_outside(at, mention.start, hidden)
            words.append(f"<{LETTERS[mention.kind]}{number}>")
            at = mention.end
        words += self._words_outside(at, len(self.text), hidden)
        return _drop_asides("".join(word + " " for word in words), self.mentions)

    def _coded(self) -> list[tuple[int, Mention]]:
        """Return one mention per span, with its index; of equal spans the first kind in LETTERS."""
        order = list(LETTERS)
        best: dict[int, tuple[int, Mention]] = {}
        for number, mention in enumerate(self.mentions):
            if mention.kind not in LETTERS:
                continue
            held = best.get(mention.start)
            if held is None or order.index(mention.kind) < order.index(held[1].kind):
                best[mention.start] = (number, mention)
        return [best[start] for start in sorted(best)]

    def _words_outside(self, start: int, end: int, hidden: list[tuple[int, int]]) -> list[str]:
        if not hidden:
            return [word.lower() for word in WORD.findall(self.text, start, end)]
        found = WORD.finditer(self.text, start, end)
        return [m.group().lower() for m in found if not any(a <= m.start() < b for a, b in hidden)]


def kept(function: Callable[[Reading], Answer]) -> Callable[[Reading], Answer]:
    """Compute a function of a sentence once and keep its result with the sentence.

    It is for functions of the words and mentions that several stages call.
    """

    @wraps(function)
    def asked(reading: Reading) -> Answer:
        if function not in reading.answers:
            reading.answers[function] = function(reading)
        answer: Answer = reading.answers[function]
        return answer

    return asked


#: After a reagent: the bracket with its amount, purity or supplier.
_PURITY = re.compile(
    r"((?:<C\d+>|<M\d+>(?! \( [^()]*<)) )\( (?:(?!\) |\( | in <C).)*?"
    r"(?:<Q\d+>|%|\binc\b|\bltd\b|aldrich|strem|merck|purity|\bgrade\b)(?:(?! in <C)[^()])*\) "
)


#: The letters of a numbered list: "(A) TMA, (B) ethanolamine and (C) maleic anhydride".
_ENUMERATED = Rare(r"(?:(?<=using )|(?<=and )|(?<=, ))\( (?:[a-e]|i{1,3}|iv) \) (<\w\d+> )")


#: "A trace amount of" a reagent means no more than the reagent.
_SOME = Rare(
    r"(?<!\S)(?:an? |the )?(?:(?:small|trace|catalytic|certain|appropriate|required|excess|large|"
    r"suitable|equal|different) )?(?:amounts?|quantit(?:y|ies)) of (?=(?:\S+ )?<C)"
)


#: A solid that a preposition sets apart does not begin a list: "Besides silicon, Co9S8 films grew".
_BESIDES = Rare(
    r"(\b(?:besides|unlike|(?:apart|aside) from|in (?:addition|contrast) to|compared (?:to|with)) "
    r"(?:[a-z]+ ){0,2}<M\d+> (?:[a-z]+ ){0,2}), "
)


#: After a reagent: its acronym in brackets, whether or not it was read as a reagent of its own.
_ACRONYM = re.compile(r"(<C(\d+)> )\( (?:<C(\d+)>|[a-z][a-z0-9]{1,7}) \) ")


#: Brackets to remove: another mention of the same term, the face of a crystal, an acronym.
_REPEATED = re.compile(r"(<\w(\d+)> )[(\[] (<\w(\d+)> )[)\]] ")
_FACE = re.compile(r"(<M\d+> )\( \d{3,4} \) ")
_SHORT = re.compile(r"(<[FPTA]\d+> )\( [a-z0-9-]{2,8} (?:[a-z0-9-]{1,5} )?\) ")


def _drop_asides(shorthand: str, mentions: tuple[Mention, ...]) -> str:
    """Remove each bracket that only repeats the mention before it: ``gallium oxide (Ga2O3)``."""

    def same(match: re.Match[str]) -> str:
        first, second = mentions[int(match[2])], mentions[int(match[4])]
        return match[1] if (first.kind, first.id) == (second.kind, second.id) else match[0]

    if "(" not in shorthand and "[" not in shorthand:  # most expressions below need one
        return _BESIDES.sub(r"\1; ", _SOME.sub("", shorthand))
    shorthand = _REPEATED.sub(same, shorthand)
    shorthand = _FACE.sub(r"\1", shorthand)
    shorthand = _SOME.sub("", shorthand)
    shorthand = _ENUMERATED.sub(r"\1", shorthand)
    shorthand = _BESIDES.sub(r"\1; ", shorthand)
    shorthand = _PURITY.sub(r"\1", shorthand)
    shorthand = _ACRONYM.sub(lambda m: _without_acronym(m, mentions), shorthand)
    return _SHORT.sub(r"\1", shorthand)


def _without_acronym(match: re.Match[str], mentions: tuple[Mention, ...]) -> str:
    """Return ``<C0> ( tgh )`` without its bracket; a reagent in brackets must be an acronym."""
    if match[3] is None:
        return match[1]
    short, name = mentions[int(match[3])].text, mentions[int(match[2])].text
    is_acronym = " " in name and re.fullmatch(r"[A-Z]{3,5}", short) is not None
    return match[1] if is_acronym or shortens(short, name) else match[0]


def read_sentence(sentence: Sentence, shorts: Mapping[str, str] | None = None) -> Reading:
    """Find every mention of a sentence; of overlapping ones the longest is kept.

    ``shorts`` are the document's own acronyms of reagents, see
    :mod:`kg.extract.own_names.abbreviations`.
    """
    return Reading(sentence, find_mentions(sentence.text, shorts))


def in_order(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Link each sentence of a document to the one before it in its passage, and return them."""
    for reading, following in pairwise(readings):
        if following.sentence.passage is reading.sentence.passage:
            following.before = reading
    return readings
