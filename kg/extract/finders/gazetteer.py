"""The ontology's labels as a gazetteer: spaCy phrase patterns whose id is the term.

Names match in any case, with or without hyphens, in British or American spelling, and in the
regular plural; symbols (``TEM``, ``TMA``, ``In``) match letter by letter. Both are patterns over
the words of a text without hyphens, so that "core-shell", "core shell" and "Core–Shell" are the
same, and without articles after prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.mentions import Mention
from kg.grounding import american, singular
from kg.inflection import inflections
from kg.substances.names import with_inner_locants
from ontology import vocabulary
from ontology.terms import Term

#: Labels of outcome properties that state more than the property; see the ontology.
OUTCOME_LABELS = (
    "bareLabel",
    "inverseLabel",
    "rateLabel",
    "presenceLabel",
    "absenceLabel",
    "increaseLabel",
    "decreaseLabel",
)
_WORD = re.compile(r"[^\W_]+(?:[²³⁰-⁹⁺⁻]+)?|[^\w\s]|_")
#: Keys of the ``user_data`` of a document of words.
_TEXT, _PLACES = "text", "places"
_HYPHENS = frozenset("-‐‑‒–—")
_ARTICLES = frozenset({"a", "an", "the"})
#: "Shifts to a longer wavelength" is "shifts to longer wavelength".
_PREPOSITIONS = frozenset({"to", "towards", "toward", "against", "of", "in", "from", "on", "by"})
#: Behind a word that belongs to the next by its hyphen: "reduction of oxygen-containing groups".
_BOUND = re.compile(r"[-‐‑–](?:containing|terminated|rich|deficient|bearing|functionali[sz]ed)\b")
#: Kinds whose names of several words end before such a word.
_WHOLE = frozenset({"application", "property"})
_DEGREES = re.compile(r"[°º˚]\s?$")


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    id: str
    label: str


class Gazetteer:
    """A finder of the terms of a vocabulary in running text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.vocab = Vocab()
        self._norm = cache(lambda word: self.vocab.strings.add(american(singular(word))))
        self._known: set[str] = set()
        self._names = PhraseMatcher(self.vocab, attr="NORM")
        self._symbols = PhraseMatcher(self.vocab, attr="ORTH")
        self._entries: dict[int, _Entry] = {}
        for term in terms:
            self._add(term)

    def _add(self, term: Term) -> None:
        names = (term.label, *term.alts, *term.hidden)
        if term.kind == "material":  # a doped solid is read as its host and its dopant
            names = tuple(name for name in names if "doped" not in name)
        if term.kind == "chemical":  # "butane-1,4-diol" is 1,4-butanediol
            names = (*names, *filter(None, map(with_inner_locants, names)))
        if term.kind == "direction":
            names = tuple(form for name in names for form in inflections(name))
        labelled = [("name", names)]
        orth = self.vocab.strings.add
        for name in OUTCOME_LABELS:
            texts = term.extra.get(name, ())
            labelled.append((name, tuple(text for text in texts if not text.isupper())))
            # "ICE" is an efficiency, "ice" is none
            acronyms = [text for text in texts if text.isupper()]
            entry = _Entry(term.kind, term.notation, name)
            self._register(self._symbols, orth, entry, acronyms)
        predicates = term.extra.get("predicateLabel", ())
        labelled.append(("predicateLabel", tuple(f for p in predicates for f in inflections(p))))
        for label, texts in labelled:
            self._register(self._names, self._norm, _Entry(term.kind, term.notation, label), texts)
        symbol = _Entry(term.kind, term.notation, "symbol")
        self._register(self._symbols, orth, symbol, term.symbols)

    def _register(
        self,
        matcher: PhraseMatcher,
        number: Callable[[str], int],
        entry: _Entry,
        texts: Iterable[str],
    ) -> None:
        """Add names to a matcher, by the numbers that its attribute has for their words.

        A matcher also takes documents, but making thousands of them takes longer than everything
        else here.
        """
        words = (_words(text) for text in texts)
        patterns: Any = [[number(word.group()) for word in listed] for listed in words if listed]
        if patterns:
            key = "\t".join((entry.kind, entry.id, entry.label))
            self._entries[self.vocab.strings.add(key)] = entry
            matcher.add(key, patterns)

    def words(self, text: str) -> Doc:
        """Return the normalised words of a text without hyphens; ``user_data`` has their places."""
        found = _words(text)
        words = [m.group() for m in found]
        for word in words:
            if word not in self._known:  # a norm belongs to the word, not to each occurrence
                self.vocab[word].norm = self._norm(word)
                self._known.add(word)
        places = {_TEXT: text, _PLACES: [m.span() for m in found]}
        return Doc(self.vocab, words=words, user_data=places)

    def find(self, text: str) -> Iterator[Mention]:
        """Yield every term named in ``text``, including overlapping ones."""
        yield from self.match(self.words(text))

    def match(self, doc: Doc) -> Iterator[Mention]:
        """Yield every term named by words from :meth:`words`."""
        text, spans = doc.user_data[_TEXT], doc.user_data[_PLACES]
        for matcher in (self._names, self._symbols):
            for key, first, last in matcher(doc):
                entry = self._entries[key]
                start, end = spans[first][0], spans[last - 1][1]
                if text[start] == "C" and _DEGREES.search(text, max(0, start - 2), start):
                    continue  # "a 150 °C ALD process" is no C-ALD
                if last - first > 1 and entry.kind in _WHOLE and _BOUND.match(text, end):
                    continue
                yield Mention(
                    start=start,
                    end=end,
                    kind=entry.kind,
                    id=entry.id,
                    text=text[start:end],
                    label=entry.label,
                )


def _words(text: str) -> list[re.Match[str]]:
    """Return the words that names are compared by: no hyphens, no article after a preposition."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        printed = word.group()
        is_article = printed in _ARTICLES and words and words[-1].group() in _PREPOSITIONS
        if printed not in _HYPHENS and not is_article:
            words.append(word)
    return words


#: Kinds whose names are words of the rules themselves rather than mentions.
_UNREAD = frozenset({"role_material", "role_chemical", "architecture", "unit", "ligand_family"})
#: The parameters that are stated without a number; the others are recognized by their quantity.
_NUMBERLESS = frozenset({"room_temperature", "inert_atmosphere"})


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer of every term that rules look for; it is made once."""
    return Gazetteer(term for term in vocabulary().terms if _is_read(term))


def _is_read(term: Term) -> bool:
    if term.kind == "parameter":
        return term.notation in _NUMBERLESS
    return term.kind not in _UNREAD
