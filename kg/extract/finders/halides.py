"""Halides that a sentence uses as reagents: ``TaI5`` in "from TaI5 and NH3", "TaI5 as the source".

A binary halide is a solid as often as a reagent, and its formula does not decide between them. The
words around it do: a substance from which something is grown, or that is dissolved or dosed, is a
reagent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.grounding import reagent_id
from kg.notation import Formula, NotationError, parse_formula
from kg.notation.symbols import HALOGENS, is_metal

#: Metals whose oxyhalides are volatile; those of others are layered solids (BiOCl, LaOF).
_OXYHALIDES = frozenset({"V", "Nb", "Ta", "Cr", "Mo", "W", "Re", "Os"})
#: Right before a substance that is used as a reagent.
_TAKEN = Rare(
    r"\b(?:from|using|use[sd]?|employ(?:s|ed|ing)|precursors?|dissolv(?:ed|ing)|mixing|reacting|"
    r"(?:solutions?|suspensions?|pulses?|doses?|exposures?|additions?|mixtures?|amounts?|vapou?rs?"
    r"|mmol|mol|mg|g) of)\s+(?:the\s+|an?\s+|\w+ous\s+)?(?:\d\S*\s\w+\s)?[(\[]?$"
)
#: Right after such a substance.
_USED = Rare(
    r"[)\]]?\s(?:\([^()]{1,60}\)\s)?(?:(?:was|were|is|are)\s)?(?:\w+\s){0,2}?"
    r"(?:as\s(?:the\s|an?\s|its\s)?(?:[\w-]+\s){0,3}?(?:precursors?|sources?|reactants?|reagents?|"
    r"salts?)\b|(?:precursors?|pulses?|doses?|vapou?rs?|solutions?|salts?)\b|dissolved\b|was added|"
    r"(?:(?:evaporated|sublimed|vapou?ri[sz]ed|heated|kept|held|stored)\b[^.;]{1,60}?\s)?"
    r"(?:pulsed|dosed|delivered)\b)"
)
#: After a binary compound that is the source of its element: "TeO2 as the tellurium source".
_AS_SOURCE = Rare(
    r"[)\]]?\s(?:\([^()]{1,40}\)\s)?(?:(?:was|were|is|are)\s)?(?:\w+\s){0,2}?as\s(?:the|an?|its)\s"
    r"(?:[A-Z][a-z]?|[a-z]+(?:um|ium|ine|ic|er|on|us|ur|en|ad|in|nc|lt|se))\s(?:sources?|precursors?)\b"
)
#: After one that is itself called a precursor: "CdO was used as the precursor".
_AS_PRECURSOR = Rare(
    r"[)\]]?\s(?:\([^()]{1,40}\)\s)?(?:(?:was|were|is|are)\s)?(?:\w+\s)?as\s(?:the\s|an?\s|its\s)?"
    r"(?:(?:metal|solid|starting|inorganic|cation|anion)\s)?(?:precursors?|reagents?|reactants?)\b"
)
#: Right before and right after a salt that binds to a surface.
_BINDING_AHEAD = Rare(
    r"\b(?:exchanged?|exchanging|treat(?:ed|ing|ment)|passivat(?:ed|ing|ion)|capp(?:ed|ing)|"
    r"coordinated|replaced|soaked)\s(?:[\w-]+\s){0,3}?(?:with|by|using|in)\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"(?:\s\([A-Z]\w{1,5}\))?\)?[- ](?:capped|coated|treated|passivated|terminated|capping|"
    r"passivation|treatment|(?:surface )?ligands?)\b"
)
#: Metals of such salts; halides of others are shells and crystals.
_SURFACE_METALS = frozenset("Pb Cd Zn In Ga Sn Cu Ag Hg Bi Sb".split())
#: Right before and right after a solid that was made.
_MADE_OF = re.compile(
    r"\b(?:films?|layers?|coatings?|shells?|crystals?|nanocrystals?|nanoparticles?|dots?|growth|"
    r"deposition|ALD|synthesis)\s(?:of\s)?$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s(?:thin\s)?(?:films?|layers?|coatings?|shells?|nano\w+|quantum dots?|NCs?|QDs?)\b"
    r"|\s(?:was|were|is|are)\s(?:\w+ly\s)?(?:deposited|grown)\b"
)
_BESIDE = re.compile(r"\s?(?:(?:,|and|or|, and|with|plus)\s|/\s?)")


@settles("ald_halides")
def with_halides(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions of a sentence, with the halides that it uses as reagents read as such."""
    listed = list(mentions)
    reacting = {i for i, mention in enumerate(listed) if _may_react(mention, text)}
    if not reacting:
        return tuple(listed)
    used = reacting & _taken(listed, text)
    return tuple(_as_reagent(m) if i in used else m for i, m in enumerate(listed))


def _taken(mentions: list[Mention], text: str) -> set[int]:
    """Return the indices of used mentions: by the words around them, or listed with a used one."""
    taken = {i for i, mention in enumerate(mentions) if _is_used(mention, text)}
    order = range(len(mentions))
    for step in (order, reversed(order)):
        used: list[int] = []
        for index in step:
            beside = any(_are_listed(mentions[index], mentions[other], text) for other in used[-3:])
            if index in taken or beside:
                taken.add(index)
                formula = _formula(mentions[index])
                if mentions[index].kind == "chemical" or (formula and _is_halide(formula)):
                    used.append(index)
    return taken


def _may_react(mention: Mention, text: str) -> bool:
    """Return whether a solid is a halide, or a binary compound that is called a source."""
    formula = _formula(mention)
    if formula is None:
        return False
    is_binary = len(set(formula.symbols)) == 2 and not formula.dopants
    called = (_AS_SOURCE, _AS_PRECURSOR)
    is_source = is_binary and any(words.match(text, mention.end) for words in called)
    return is_source or _is_halide(formula)


def _as_reagent(mention: Mention) -> Mention:
    label = "symbol" if mention.stack is not None else "name"
    id_ = reagent_id(mention.text)
    return replace(mention, kind="chemical", id=id_, label=label, stack=None)


def _is_halide(formula: Formula) -> bool:
    """Return whether a solid consists of one metal, one halogen and possibly oxygen."""
    symbols = set(formula.symbols)
    halogens = symbols & HALOGENS
    centres = symbols - HALOGENS - {"O"}
    if formula.dopants or formula.charge or len(centres) != 1 or len(halogens) != 1:
        return False
    if "O" in symbols:
        return centres <= _OXYHALIDES
    return all(is_metal(symbol) for symbol in centres)


def _formula(mention: Mention) -> Formula | None:
    """Return the formula of a solid, also of one printed by its name: lead iodide."""
    if mention.kind != "material":
        return None
    if mention.stack is None:
        if not (mention.text.endswith("ide") or mention.text == mention.id):
            return None
        try:
            return parse_formula(mention.id)
        except NotationError:
            return None
    return mention.stack.flat[0].formula if len(mention.stack.flat) == 1 else None


def _is_used(mention: Mention, text: str) -> bool:
    behind = _USED.match(text, mention.end) or _AS_SOURCE.match(text, mention.end)
    if behind or _TAKEN.search(text, 0, mention.start):
        return True
    formula = _formula(mention)
    if formula is None or not _SURFACE_METALS & set(formula.symbols) or "F" in formula.symbols:
        return False
    return bool(_BINDING_AHEAD.search(text, 0, mention.start) or _BINDING.match(text, mention.end))


def _are_listed(a: Mention, b: Mention, text: str) -> bool:
    """Return whether two mentions are neighbours in a list: "from H2S and TaI5"."""
    first, second = sorted((a, b), key=lambda m: m.start)
    return _BESIDE.fullmatch(text[first.end : second.start]) is not None


def is_grown(start: int, end: int, text: str) -> bool:
    """Return whether the words around a formula say that it is the solid that was made.

    Examples
    --------
    >>> text = "Thin films of CsBr were grown."
    >>> is_grown(14, 18, text)
    True
    """
    return bool(_MADE_OF.search(text[:start]) or _MADE.match(text, end))
