"""A sentence as the rules see it: its mentions, its words, and a typed shorthand of both.

The shorthand writes every mention as a letter for its kind and its index (``<M0>`` a material,
``<S1>`` a stack, ``<F2>`` a form, ...) and every other word in lower case. The rule tables are
patterns over that shorthand, so they speak of "a material, then *shell around*, then a material"
and never of one compound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc

from kg.extract.chalcogenidometallates import find_complex_anions
from kg.extract.ellipsis import find_shared
from kg.extract.gazetteer import Gazetteer
from kg.extract.halide_ions import find_halide_ions
from kg.extract.halides import is_grown, with_halides
from kg.extract.language import language_model
from kg.extract.mentions import Mention, longest_first
from kg.extract.molecules import find_acids_and_salts, find_names, is_molecular, with_definitions
from kg.extract.quantities import find_quantities
from kg.extract.sentences import Sentence
from kg.extract.tungsten import find_tungsten
from kg.extract.weighed import find_sulfur, is_ligand, with_weighed
from kg.extract.words import WORD, Token, printed, tokens_of
from kg.grounding import reagent_id
from kg.notation import Formula, NotationMatch, Stack, find_notation
from kg.substances import find_complexes, substance
from ontology import vocabulary
from ontology.claim_kinds import CLAIM_KINDS

#: The letter of each kind of mention in the shorthand; kinds without one stay plain words.
#: Solids and ions come first: of mentions of the same words the first kind wins.
LETTERS = {
    **{"material": CLAIM_KINDS["material"].letter, "ion": "I", "stack": "S"},
    **{kind.name: kind.letter for kind in CLAIM_KINDS.values() if kind.letter},
    "quantity": "Q",
}
_FIGURE = re.compile(
    r"\(\s*(?:see\s+)?(?:Figure|Fig|Scheme|Table)s?\.?\s+S?\d+[^()]*\)", re.IGNORECASE
)
#: The thickness behind a single layer, which is a quantity of its own: "Al2O3 (5 nm)".
_THICKNESS = re.compile(r"\s*\(\s*~?[\d.][^()]*\s(?:nm|Å|μm|um|MLs?|cycles?|monolayers?)\s*\)$")
#: An element with an amount that is left open.
_UNCOUNTED = re.compile(r"[CHNO][xyn](?![A-Za-z(])")


class Reading:
    """One sentence with everything found in it; made by :func:`read_sentence`."""

    def __init__(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.mentions = mentions
        #: The sentence before it in its passage, if there is one.
        self.before: Reading | None = None

    @property
    def earlier(self) -> Iterator[Reading]:
        """The sentences before it in its passage, the nearest first."""
        before = self.before
        while before is not None:
            yield before
            before = before.before

    def of_kind(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of these kinds, in order."""
        return tuple(m for m in self.mentions if m.kind in kinds)

    def between(self, a: Mention, b: Mention) -> str:
        """The text between two mentions, whichever comes first."""
        first, second = sorted((a, b), key=lambda m: m.start)
        return self.text[first.end : second.start]

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of the kinds of mention that the shorthand holds."""
        return frozenset(re.findall(r"<([A-Z])\d", self.shorthand))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence, formulas and quantities as one word each."""
        return tokens_of(self.text, self.mentions)

    @cached_property
    def doc(self) -> Doc:
        """The sentence in spaCy: token ``i`` is ``tokens[i]``, ``spans`` are the mentions by kind.

        It has tags and dependencies once :func:`kg.extract.parsing.parse` has parsed it.

        Raises
        ------
        ExtractionError
            If the language model is not installed.
        """
        return printed(self.text, self.tokens, self.mentions, language_model().vocab)

    @property
    def parse(self) -> Doc | None:
        """The same with tags and dependencies, if it has been parsed."""
        doc: Doc | None = self.__dict__.get("doc")
        return doc if doc is not None and doc.has_annotation("DEP") else None

    @cached_property
    def shorthand(self) -> str:
        """The typed shorthand: one space behind every word, asides left out."""
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
        """One mention per span, with its index; of equal spans the first kind in LETTERS wins."""
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
        found = WORD.finditer(self.text, start, end)
        return [m.group().lower() for m in found if not any(a <= m.start() < b for a, b in hidden)]


#: Behind a reagent: the bracket with its amount, purity or supplier.
_PURITY = re.compile(
    r"(<C\d+> )\( (?:(?!\) |\( ).)*?"
    r"(?:<Q\d+>|%|\binc\b|\bltd\b|aldrich|strem|merck|purity|\bgrade\b)[^()]*\) "
)


#: The letters of a numbered list: "(A) TMA, (B) ethanolamine and (C) maleic anhydride".
_ENUMERATED = re.compile(r"(?:(?<=using )|(?<=and )|(?<=, ))\( (?:[a-e]|i{1,3}|iv) \) (<\w\d+> )")


#: Behind a reagent: its acronym in brackets, read as a reagent of its own or not at all.
_ACRONYM = re.compile(r"(<C(\d+)> )\( (?:<C(\d+)>|[a-z][a-z0-9]{1,7}) \) ")


def _drop_asides(shorthand: str, mentions: tuple[Mention, ...]) -> str:
    """Leave out a bracket that only repeats the mention before it: ``gallium oxide (Ga2O3)``."""

    def same(match: re.Match[str]) -> str:
        first, second = mentions[int(match[2])], mentions[int(match[4])]
        return match[1] if (first.kind, first.id) == (second.kind, second.id) else match[0]

    shorthand = re.sub(r"(<\w(\d+)> )[(\[] (<\w(\d+)> )[)\]] ", same, shorthand)
    shorthand = re.sub(r"(<M\d+> )\( \d{3,4} \) ", r"\1", shorthand)  # a crystal face
    shorthand = _ENUMERATED.sub(r"\1", shorthand)
    shorthand = _PURITY.sub(r"\1", shorthand)
    shorthand = _ACRONYM.sub(lambda m: _without_acronym(m, mentions), shorthand)
    return re.sub(r"(<[FPTA]\d+> )\( [a-z0-9-]{2,8} (?:[a-z0-9-]{1,5} )?\) ", r"\1", shorthand)


def _without_acronym(match: re.Match[str], mentions: tuple[Mention, ...]) -> str:
    """``<C0> ( tgh )`` without its bracket; one reagent in brackets only where it shortens it."""
    if match[3] is None:
        return match[1]
    is_short = _shortens(mentions[int(match[3])].text, mentions[int(match[2])].text)
    return match[1] if is_short else match[0]


def _shortens(short: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in their order."""
    letters = iter(name.lower())
    return all(letter in letters for letter in short.lower())


def _by_acronym(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with names that no vocabulary has read as the acronym in brackets behind them.

    A slip in a name ("ethandithiol (EDT)") leaves its acronym.
    """
    known = {m.start: m for m in mentions if m.kind == "chemical" and m.label == "symbol"}

    def meant(mention: Mention) -> Mention:
        short = known.get(mention.end + 2) if text.startswith(" (", mention.end) else None
        is_open = mention.kind == "chemical" and mention.label == "name" and mention.stack is None
        if short is None or not is_open or vocabulary().get("chemical", mention.id) is not None:
            return mention
        return replace(mention, id=short.id) if _shortens(short.text, mention.text) else mention

    return tuple(meant(mention) for mention in mentions)


def read_sentence(
    sentence: Sentence, gazetteer: Gazetteer, shorts: Mapping[str, str] | None = None
) -> Reading:
    """Find every mention of a sentence; of overlapping ones the longest stands.

    ``shorts`` are the document's own acronyms of reagents, see :mod:`kg.extract.abbreviations`.
    """
    text = sentence.text
    listed = tuple(gazetteer.find(text))
    found = [
        *_notation(text),
        *_quantities(text),
        *_ratios(text),
        *listed,
        *_names(text, listed),
        *_complexes(text),
        *find_halide_ions(text),
        *find_sulfur(text),
        *find_tungsten(text),
        *find_complex_anions(text),
    ]
    shared = list(find_shared(text, gazetteer.find))
    spans = {(m.start, m.end) for m in shared}
    found = [*shared, *(m for m in found if (m.start, m.end) not in spans)]
    if shorts:
        found = with_definitions(found, text, shorts)
    settled = _by_acronym(with_halides(_settled(longest_first(found), text), text), text)
    return Reading(sentence, _with_shapes(with_weighed(settled, text), gazetteer))


#: A shape at the head of the name of a device: "nanowire transistor", "quantum dot solar cell".
_SHAPED = re.compile(
    r"(?:colloidal\s)?(quantum[- ]dots?|QDs?|CQDs?|nanocrystals?|NCs?|nanowires?|nanoplatelets?|"
    r"NPLs?|nanorods?|nanoparticles?)\b"
)


def _with_shapes(mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions with the shape that the name of a device begins with as one of its own."""
    extra: list[Mention] = []
    for device in mentions:
        shaped = _SHAPED.match(device.text) if device.kind == "application" else None
        if shaped is not None:
            extra += [
                replace(m, start=device.start + m.start, end=device.start + m.end)
                for m in gazetteer.find(shaped[0])
                if m.kind == "form"
            ]
    return tuple(sorted((*mentions, *extra), key=lambda m: m.start)) if extra else mentions


def _names(text: str, listed: Iterable[Mention]) -> Iterator[Mention]:
    """Names of reagents that the vocabulary does not list in this spelling."""
    spans = {(m.start, m.end) for m in listed if m.kind == "chemical"}
    names = (*find_names(text), *find_acids_and_salts(text))
    yield from (name for name in names if (name.start, name.end) not in spans)


def _complexes(text: str) -> Iterator[Mention]:
    """Formulas of reagents that their notation tells, whatever their ligands."""
    for found in find_complexes(text):
        yield Mention(
            start=found.start,
            end=found.end,
            kind="chemical",
            id=reagent_id(found.text),
            text=found.text,
            label="symbol",
        )


def _quantities(text: str) -> Iterator[Mention]:
    for match in find_quantities(text):
        start, end = match.start, match.end
        yield Mention(
            start=start,
            end=end,
            kind="quantity",
            id=match.dimension,
            text=text[start:end],
            quantity=match,
        )


#: "The S/Mo ratio", "O:Al ratio": how the elements of a film stand.
_ELEMENTS_RATIO = re.compile(
    r"\b\(?[A-Z][a-z]?(?:\+[A-Z][a-z]?\))?\s?[/:]\s?\(?[A-Z][a-z]?(?:\+[A-Z][a-z]?\))?"
    r"(?:\s(?:atomic|elemental|molar))?\sratios?\b"
)


def _ratios(text: str) -> Iterator[Mention]:
    for match in _ELEMENTS_RATIO.finditer(text):
        yield Mention(
            start=match.start(),
            end=match.end(),
            kind="property",
            id="stoichiometry",
            text=match.group(),
        )


def _notation(text: str) -> Iterator[Mention]:
    for match in find_notation(text):
        yield from _as_mentions(match, text)


def _as_mentions(match: NotationMatch, text: str) -> Iterator[Mention]:
    layers = match.stack.flat
    if match.ambiguous:
        return
    if len(layers) > 1:
        yield from _stack_mentions(match, text)
        return
    printed = _THICKNESS.sub("", text[match.start : match.end])
    end = match.start + len(printed)
    yield _formula_mention(layers[0].formula, match.start, end, printed, match.stack)


#: Capitals before a slash, which are as often those of a ligand: "PEG/CdSe QDs".
_LIGAND_AHEAD = re.compile(r"[A-Z]{3,5}e?[/@]")


def _stack_mentions(match: NotationMatch, text: str) -> Iterator[Mention]:
    """A stack as one mention; gases and enumerations with a slash as one mention a member."""
    printed = text[match.start : match.end]
    molecular = [is_molecular(layer.formula) for layer in match.stack.flat]
    charged = any(layer.formula.charge for layer in match.stack.flat)  # "PbS/Ni2+-doped CdS"
    if all(molecular) or charged or match.reading == "list":
        yield from _members(match, printed)
        return
    if _LIGAND_AHEAD.match(printed) and substance(match.stack.formulas[0]) is not None:
        return
    yield Mention(
        start=match.start,
        end=match.end,
        kind="stack",
        id=str(match.stack),
        text=printed,
        stack=match.stack,
    )


def _members(match: NotationMatch, printed: str) -> Iterator[Mention]:
    at = 0
    for layer in match.stack.flat:
        formula = layer.formula.plain
        found = printed.find(formula, at)
        start = max(found, at)
        at = start + len(formula)
        span = (match.start + start, min(match.start + at, match.end))
        yield _formula_mention(layer.formula, *span, formula, Stack(layers=(layer,)))


def _formula_mention(formula: Formula, start: int, end: int, printed: str, stack: Stack) -> Mention:
    plain = formula.plain
    kind = "material"
    if formula.charge and not formula.dopants:
        kind = "ion"
    elif vocabulary().get("chemical", plain.lower()) or is_molecular(formula):
        is_surface_species = _UNCOUNTED.search(plain) is not None  # NHx, CHx
        kind, plain = "species" if is_surface_species else "chemical", reagent_id(printed)
    return Mention(start=start, end=end, kind=kind, id=plain, text=printed, stack=stack)


def _settled(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Of one span read as a known chemical and as a formula, keep the chemical.

    The formula of a solid that the sentence grows stays one ("films of CsBr"). A polymer that is a
    ligand as often as a solid is the solid only where it is grown.
    """
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_span.setdefault((mention.start, mention.end), []).append(mention)
    kept: list[Mention] = []
    for group in by_span.values():
        known = [m for m in group if m.kind == "chemical" and m.stack is None]
        solids = [m for m in group if m.kind == "material" and m.stack is not None]
        if known and solids and is_grown(group[0].start, group[0].end, text):
            group = [m for m in group if m.kind != "chemical"]
        elif known and any(m.stack is not None for m in group):
            group = [m for m in group if m.stack is None]
        printed = [m for m in group if m.stack is not None or m.label == "symbol"]
        if printed and not group[0].text.islower():  # "TiN" is no tin
            group = [m for m in group if m in printed or m.kind not in ("material", "chemical")]
        if any(m.kind == "chemical" and is_ligand(m.id) for m in group):
            is_solid = is_grown(group[0].start, group[0].end, text)
            group = [m for m in group if m.kind != ("chemical" if is_solid else "material")]
        kept += group
    return tuple(kept)
