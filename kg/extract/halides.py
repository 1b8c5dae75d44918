"""Halides that a sentence uses as reagents: ``TaI5`` in "from TaI5 and NH3", "TaI5 as the source".

A binary halide is a solid as often as a reagent, and its formula does not tell which. The words
around it do: what something is grown from, dissolved or dosed is a reagent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.grounding import reagent_id
from kg.notation.symbols import is_metal

_HALOGENS = frozenset({"F", "Cl", "Br", "I"})
#: Metalloids whose halides are volatile.
_METALLOIDS = frozenset({"B", "Si", "Ge", "As", "Sb", "Te", "Se"})
#: Metals whose oxyhalides are volatile; those of others are layered solids (BiOCl, LaOF).
_OXYHALIDES = frozenset({"V", "Nb", "Ta", "Cr", "Mo", "W", "Re", "Os"})
#: Right before what is taken as a reagent.
_TAKEN = re.compile(
    r"\b(?:from|using|use[sd]?|employ(?:s|ed|ing)|precursors?|dissolv(?:ed|ing)|mixing|reacting|"
    r"(?:solutions?|suspensions?|pulses?|doses?|exposures?|additions?|mixtures?|amounts?|vapou?rs?"
    r"|mmol|mol|mg|g) of)\s+(?:the\s+|an?\s+|\w+ous\s+)?(?:\d\S*\s\w+\s)?[(\[]?$"
)
#: Right behind it.
_USED = re.compile(
    r"[)\]]?\s(?:\([^()]{1,60}\)\s)?(?:(?:was|were|is|are)\s)?(?:\w+\s){0,2}?"
    r"(?:as\s(?:the\s|an?\s|its\s)?(?:[\w-]+\s){0,3}?(?:precursors?|sources?|reactants?|reagents?|"
    r"salts?)\b|(?:precursors?|pulses?|doses?|vapou?rs?|solutions?|salts?)\b|dissolved\b|was added)"
)
#: Right before and right behind a solid that was made.
_MADE_OF = re.compile(
    r"\b(?:films?|layers?|coatings?|shells?|crystals?|nanocrystals?|nanoparticles?|dots?|growth|"
    r"deposition|ALD|synthesis)\s(?:of\s)?$"
)
_MADE = re.compile(
    r"\s(?:thin\s)?(?:films?|layers?|coatings?|shells?|nano\w+|quantum dots?|NCs?|QDs?)\b"
    r"|\s(?:was|were|is|are)\s(?:\w+ly\s)?(?:deposited|grown)\b"
)
_BESIDE = re.compile(r"\s?(?:,|and|or|/|, and|with|plus)\s")


def with_halides(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions of a sentence with the halides that it uses as reagents told apart."""
    settled: list[Mention] = []
    used: list[Mention] = []
    for mention in mentions:
        is_used = _is_used(mention, text) or _is_listed(used, mention, text)
        if is_used and _is_halide(mention):
            mention = replace(
                mention, kind="chemical", id=reagent_id(mention.text), label="symbol", stack=None
            )
        if is_used and mention.kind == "chemical":
            used.append(mention)
        settled.append(mention)
    return tuple(settled)


def _is_halide(mention: Mention) -> bool:
    """Whether a solid is a metal or metalloid with halogens, or also oxygen, alone."""
    if mention.kind != "material" or mention.stack is None or len(mention.stack.flat) != 1:
        return False
    formula = mention.stack.flat[0].formula
    symbols = set(formula.symbols)
    halogens = symbols & _HALOGENS
    centres = symbols - _HALOGENS - {"O"}
    if formula.dopants or formula.charge or len(centres) != 1 or len(halogens) != 1:
        return False
    if "O" in symbols:
        return centres <= _OXYHALIDES
    return all(is_metal(symbol) or symbol in _METALLOIDS for symbol in centres)


def _is_used(mention: Mention, text: str) -> bool:
    return bool(_TAKEN.search(text[: mention.start]) or _USED.match(text, mention.end))


def _is_listed(used: list[Mention], mention: Mention, text: str) -> bool:
    """Whether it stands in a list right behind a reagent in use: "from H2S and TaI5"."""
    return any(_BESIDE.fullmatch(text[m.end : mention.start]) for m in used[-3:])


def is_grown(start: int, end: int, text: str) -> bool:
    """Whether the words around a formula say that it is the solid that was made.

    Examples
    --------
    >>> text = "Thin films of CsBr were grown."
    >>> is_grown(14, 18, text)
    True
    """
    return bool(_MADE_OF.search(text[:start]) or _MADE.match(text, end))
