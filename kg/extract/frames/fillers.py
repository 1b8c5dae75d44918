"""The mentions in an argument of a predicate: the solids, reagents or shapes of its noun phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Token as Word

from kg.extract.knowledge.families import is_wafer
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_SUBSTANCES = ("material", "stack", "chemical", "ion")
#: Nouns that stand for the noun after "of": "a 5 nm layer of ZnO", "the surface of PbS dots".
_CARRIERS = frozenset(
    """layer layers film films coating coatings coat coats overlayer overlayers overcoat shell
    shells monolayer monolayers cycle cycles pulse pulses exposure exposures dose doses
    amount surface surfaces top side sides array arrays pore pores void voids gap gaps
    space spaces interstices mixture matrix matrices combination deposit deposits use
    powder powders ensemble assembly assemblies pair ald deposition growth substrate
    substrates wafer wafers vapor vapour particles nanoparticles one nm type types series
    set islands islet walls wall superlattices multilayers bilayers stacks ends tips
    materials metals semiconductors compounds alloys variety number range piece pieces
    oxides nitrides sulfides selenides tellurides fluorides channel channels capillaries lines
    stack laminate laminates skin skins cap jacket sheath cages framework frameworks
    islands production preparation synthesis fabrication formation""".split()
)

#: Nouns for a finished device, which has a solid on it and is no solid.
_DEVICES = frozenset(
    """device devices cell cells led leds oled oleds qled qleds transistor transistors tft tfts
    fets detector detectors photodetector photodetectors diode diodes photodiodes pixels panel
    panels module modules chip chips sensor sensors""".split()
)
#: Nouns for another finished body that can be coated.
_BODIES = frozenset(
    """electrode electrodes cathode cathodes anode anodes photoanode photoanodes photocathode
    photocathodes separator separators membrane membranes filter filters fabric fabrics textile
    textiles foam foams scaffold scaffolds implant implants stent stents lens lenses sponge sponges
    powder powders catalyst catalysts photocatalyst photocatalysts""".split()
)
#: Nouns for a substrate whose solid is not named.
_PLATES = frozenset("substrate substrates wafer wafers slide slides coupon coupons".split())
#: Every word for a device, body or plate.
THINGS = _DEVICES | _BODIES | _PLATES | {"ones"}
_OF = frozenset("of between in including like with".split())
_LISTING = frozenset({",", "and", "or", "then", "finally"})
#: After a name that is only a part of the next word: "Zn-doped dots", "Pt- and Ni-tipped rods", "an
#: Al–O bond".
_WITHIN = re.compile(
    r"\)?[\s-]{0,2}(?:co-?)?doped\b(?! (?:with|by) )|-\s|"
    r"[-–—][A-Z][A-Za-z\d]*\s(?:bond|group|stretch|vibration|species|mode|peak|band)"
)


def _is_such_as(preposition: Word) -> bool:
    """Return whether a word is the "as" of "metals such as Pt"."""
    is_as = preposition.lower_ == "as" and preposition.i > 0
    return is_as and preposition.nbor(-1).lower_ == "such"


def _has_list(word: Word) -> bool:
    """Return whether a word opens a list: "ZnO, MgO and TiN"."""
    return any(child.dep_ == "conj" for child in word.children)


class Fillers:
    """The mentions of a sentence, addressed by the words of its parse."""

    def __init__(self, reading: Reading, doc: Doc) -> None:
        self.reading = reading
        self.doc = doc
        self._at: dict[int, list[Mention]] = {}
        uses = reading.of_kind("application")
        # a catalyst or a membrane is a solid
        self._devices = {m.start for m in uses if not re.search("catal|membrane", m.id)}
        for mention in reading.of_kind(*_SUBSTANCES, "form", "process", "application"):
            if _WITHIN.match(reading.text, mention.end):
                continue
            for word in doc[reading.words_of(mention)]:
                self._at.setdefault(word.i, []).append(mention)
        named = ((i, m.kind) for i, listed in self._at.items() for m in listed)
        self._substances = {i for i, kind in named if kind in _SUBSTANCES}
        self._found: dict[tuple[object, ...], tuple[Any, ...]] = {}

    def once(self, look: Callable[..., Iterable[Any]], word: Word, *rest: object) -> Any:
        """Return what ``look`` finds around a word; computed once for all events of the word."""
        key = (look, word.i, rest)
        if key not in self._found:
            self._found[key] = tuple(look(word, *rest))
        return self._found[key]

    def names(self, word: Word) -> bool:
        """Return whether a word is the name of a substance, regardless of its tag."""
        return word.i in self._substances

    def of(self, word: Word, *kinds: str, is_deep: bool = False) -> tuple[Mention, ...]:
        """Return the mentions in a noun phrase, each member of a list by itself, in order.

        With ``is_deep``, also the possessor of a property: "the emission of PbS dots".
        """
        return tuple(self.once(self._of, word, kinds, is_deep))

    def _of(self, word: Word, kinds: Sequence[str], is_deep: bool) -> tuple[Mention, ...]:
        members = [*self._members(word, frozenset())]
        if is_deep and not members:
            members = self._carried(word, frozenset(), _OF | {"on"})
        named = [m for m in members if m.kind in kinds]
        if "form" in kinds:  # a coat on "a PbS solar cell" is no coat on PbS
            named = [m for m in named if m.end + 1 not in self._devices or is_wafer(m.id)]
        found = {(m.start, m.kind in _SUBSTANCES): m for m in reversed(named)}
        return tuple(sorted(found.values(), key=lambda m: m.start))

    def devices(self, word: Word) -> tuple[Mention, ...]:
        """Return the finished device, body or plate that a noun phrase names."""
        before = [w.lower_ for w in self.doc[: word.i]]
        is_meant = word.lower_ == "ones" and not _DEVICES.isdisjoint(before)
        is_device = word.lower_ in _DEVICES or is_meant
        if not is_device and word.lower_ not in _BODIES | _PLATES:
            return ()
        token = self.reading.tokens[word.i]
        text = self.reading.text[token.start : token.end]
        kind = "plate" if word.lower_ in _PLATES else "device" if is_device else "body"
        return (Mention(start=token.start, end=token.end, kind=kind, id=kind, text=text),)

    def _members(self, word: Word, seen: frozenset[int]) -> Iterator[Mention]:
        if word.i in seen:
            return
        seen |= {word.i}
        named = list(self._named(word, seen))
        yield from named
        for child in word.children:
            is_next = child.dep_ == "conj" or (child.dep_ == "appos" and self._is_listed(child))
            if is_next and (self.names(child) or not child.tag_.startswith("VB")):
                yield from self._members(child, seen)
        if (stray := self._next_of_list(word)) is not None:
            yield from self._members(stray, seen)

    def _is_listed(self, apposition: Word) -> bool:
        """Return whether an apposition of the parser continues a list: "(ZnO, MgO, TiN)"."""
        return _has_list(apposition) or (_has_list(apposition.head) and self.names(apposition))

    def _next_of_list(self, word: Word) -> Word | None:
        """Return the next member of a list, tagged as a verb: "with ZnSe and then ZnS"."""
        at = word.i + 1
        while at < len(self.doc) and self.doc[at].lower_ in _LISTING:
            at += 1
        if at == word.i + 1 or at == len(self.doc) or not self.names(self.doc[at]):
            return None
        return self.doc[at] if self.doc[at].tag_.startswith("VB") else None

    def _named(self, word: Word, seen: frozenset[int]) -> Iterator[Mention]:
        """Yield the mentions of one noun: itself, those before it, or those after "of"."""
        here = self._at.get(word.i, [])
        if substances := [m for m in here if m.kind in _SUBSTANCES]:
            yield from substances
            return
        if any(m.start in self._devices for m in here if m.kind == "application"):
            return
        before = [c for c in word.lefts if c.dep_ in ("compound", "nmod", "amod", "appos")]
        modifiers = [m for c in before for m in self._modifying(c, seen)]
        if not any(m.kind in _SUBSTANCES for m in modifiers) and self.carries(word):
            modifiers += self._carried(word, seen) or self._beside(word)
        if not modifiers and not here:
            stated = [c for c in word.rights if c.dep_ == "appos"]
            modifiers = [m for c in stated for m in self._members(c, seen)]
        yield from (*modifiers, *here)

    def _carried(
        self, word: Word, seen: frozenset[int], prepositions: frozenset[str] = _OF
    ) -> list[Mention]:
        """Return the mentions after "a layer of", "cores, including" and "pores in"."""
        phrases = [
            c
            for c in word.children
            if c.dep_ == "prep" and (c.lower_ in prepositions or _is_such_as(c))
        ]
        inside = [g for phrase in phrases for g in phrase.children if g.dep_ == "pobj"]
        return [m for noun in inside for m in self._members(noun, seen)]

    def _beside(self, word: Word) -> list[Mention]:
        """Return the substance before a noun that the parser did not attach to it."""
        at = word.i - 1
        while at >= 0 and self.doc[at].tag_ in ("JJ", "CD", "HYPH", "NN") and at not in self._at:
            at -= 1
        return [m for m in self._at.get(at, ()) if m.kind in _SUBSTANCES] if at >= 0 else []

    def _modifying(self, word: Word, seen: frozenset[int]) -> Iterator[Mention]:
        """Yield the mentions before a noun: "PbSe dot films", "TiN-covered wafers"."""
        if word.tag_.startswith("VB") or word.lower_.endswith("ed"):
            if not word.lower_.endswith(("covered", "coated", "based")):
                return
            for child in word.lefts:
                if child.dep_ in ("npadvmod", "compound", "nmod"):
                    yield from self._at.get(child.i, [])
            return
        yield from self._members(word, seen)

    def carries(self, word: Word) -> bool:
        """Return whether a noun stands for what is named with it: a layer, a shape, an amount."""
        if word.lower_ in _CARRIERS or word.i in self._at:
            return True
        return self._is_quantity(word)

    def is_thick(self, word: Word) -> bool:
        """Return whether a noun phrase has a thickness: "5 nm of ZnO", "5 nm ZnO"."""
        return any(self._is_quantity(part) for part in (word, *word.lefts))

    def _is_quantity(self, word: Word) -> bool:
        token = self.reading.tokens[word.i]
        return any(q.start <= token.start < q.end for q in self.reading.of_kind("quantity"))
