"""Names that share their last word: "hafnium and zirconium oxides", "absorption and PL spectra".

The shared word is added to each member, so that the rest of the extractor gets one solid, technique
or property for each member. An acronym in brackets may come before the shared word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kg.extract.finders.components import settles
from kg.extract.finders.gazetteer import gazetteer
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of
from kg.substances.names import METAL_NAMES

_METAL = one_of(METAL_NAMES)
_SHARED = Rare(
    rf"\b((?:(?:{_METAL})(?:, | and | or |, and |, or ))+)({_METAL}) "
    r"((?:di|tri|sesqui)?(?:oxide|nitride|sulfide|sulphide|selenide|telluride|fluoride)s?)\b",
    re.IGNORECASE,
)
#: The same in the other order: "oxides of hafnium and zirconium".
_SHARED_BEFORE = Rare(
    rf"\b((?:oxide|nitride|sulfide|sulphide|selenide|telluride|fluoride)s?) of "
    rf"({_METAL}(?:(?:, | and | or |, and |, or ){_METAL})*)\b(?! [a-z]+ides?\b)",
    re.IGNORECASE,
)
_MEMBER = re.compile(_METAL, re.IGNORECASE)
_HEAD = (
    r"(?P<head>spectroscop(?:y|ies)|spectra|measurements?|microscop(?:y|ies)|images|imaging"
    r"|analys[ei]s|diffraction|decay curves|curves|mapping|patterns?)\b"
)
_BEFORE = r"\b(?P<before>(?:[\w-]+ ){0,2}[\w-]+)"
_BRACKET = r"\([A-Z][\w-]{0,9}\)"
#: The last word of a technique, after its acronym, or after another technique.
_TECHNIQUES = (
    Rare(rf"{_BEFORE} {_BRACKET} (?P<rest>){_HEAD}"),
    Rare(
        rf"{_BEFORE}(?: {_BRACKET})?,? (?:and|or|as well as) "
        rf"(?P<rest>(?:[\w-]+ ){{1,3}})(?:{_BRACKET} )?{_HEAD}"
    ),
)
_LAST_WORD = re.compile(r"[\w-]+ $")
#: The last word of properties: "thermal and chemical stability", "photo- and storage stability".
_PROPERTIES = Rare(
    r"\b(?P<before>[\w-]+)(?:, [\w-]+)*,? (?:and|or) (?:the )?[\w-]+ "
    r"(?P<head>stabilit(?:y|ies)|resistances?|mobilit(?:y|ies)|conductivit(?:y|ies)|efficienc(?:y|ies)|"
    r"activit(?:y|ies)|densit(?:y|ies)|selectivit(?:y|ies)|lifetimes?|roughness|uniformity)\b"
)
#: An acronym inside a name: "the photoluminescence (PL) quantum efficiency".
_INTERRUPTED = Rare(
    r"\b(?P<before>(?:[\w-]+ ){0,3}[\w-]+) \([A-Z][A-Za-z-]{1,5}\) (?P<rest>[\w-]+(?: [\w-]+){0,2})"
)


@settles("ald_shared_words")
def with_shared(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the members of lists that name their last word once.

    They replace mentions of the same words. The last member of a list is printed in full and is not
    repeated.
    """
    shared = (*_solids(text), *_techniques(text), *_properties(text), *_interrupted(text))
    spans = {(m.start, m.end) for m in shared}
    return (*shared, *(m for m in mentions if (m.start, m.end) not in spans))


def _techniques(text: str) -> Iterator[Mention]:
    for pattern in _TECHNIQUES:
        for match in pattern.finditer(text):
            yield from _technique(match)


def _technique(match: re.Match[str]) -> Iterator[Mention]:
    """Yield the technique that words name together with a last word apart from them.

    In "scanning and transmission electron microscopy" two words may be shared.
    """
    last = _LAST_WORD.search(match["rest"])
    shared = (last.group() + match["head"], last.group().strip()) if last is not None else ()
    tails = (match["head"], *shared)
    start, end = match.span("before")
    words = [m.start() for m in re.finditer(r"[\w-]+", match["before"])]
    for tail, first in product(tails, words):
        name = match["before"][first:]
        whole = f"{name} {tail}"
        for found in gazetteer().find(whole):
            if found.kind == "technique" and (found.start, found.end) == (0, len(whole)):
                yield replace(found, start=start + first, end=end, text=name)
                return


def _properties(text: str) -> Iterator[Mention]:
    for match in _PROPERTIES.finditer(text):
        whole = f"{match['before'].removesuffix('-')} {match['head']}"
        for found in gazetteer().find(whole):
            is_whole = (found.start, found.end) == (0, len(whole))
            if found.kind == "property" and found.label == "name" and is_whole:
                start, end = match.span("before")
                if not any(m.kind == "property" for m in gazetteer().find(match["before"])):
                    yield replace(found, start=start, end=end, text=match["before"])


def _interrupted(text: str) -> Iterator[Mention]:
    """Yield properties with an acronym inside their names, from the words on both sides of it."""
    for match in _INTERRUPTED.finditer(text):
        before, rest = match["before"], match["rest"]
        for found in gazetteer().find(f"{before} {rest}"):
            is_across = found.start < len(before) < found.end
            if found.kind == "property" and found.label == "name" and is_across:
                start = match.start("before") + found.start
                if text[:start].endswith("X-ray "):  # a technique, no light from the sample
                    continue
                end = match.start("rest") + found.end - len(before) - 1
                yield replace(found, start=start, end=end, text=text[start:end])


def _solids(text: str) -> Iterator[Mention]:
    for match in _SHARED.finditer(text):
        for member in _MEMBER.finditer(match[1]):
            if member.group().lower() != match[2].lower():  # not "iridium and iridium dioxide"
                yield from _solid(member, match.start(1), match[3])
    for match in _SHARED_BEFORE.finditer(text):
        for member in _MEMBER.finditer(match[2]):
            yield from _solid(member, match.start(2), match[1])


def _solid(metal: re.Match[str], offset: int, anion: str) -> Iterator[Mention]:
    """Yield the compound of one metal of a list; ``anion`` is printed once for all metals."""
    whole = f"{metal.group()} {anion.removesuffix('s')}".lower()
    start, end = offset + metal.start(), offset + metal.end()
    for found in gazetteer().find(whole):
        if found.kind == "material" and (found.start, found.end) == (0, len(whole)):
            yield replace(found, start=start, end=end, text=metal.group())
