"""Solids that the vocabulary does not list: "terbium oxide", "nickel zinc ferrite".

Their formulas are derived from their names in :mod:`kg.extract.finders.solid_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import settles
from kg.extract.finders.halides import is_grown
from kg.extract.finders.molecules import with_water
from kg.extract.finders.solid_names import METALS, NAME, formula, may_react
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of
from kg.notation import find_notation, parse_formula
from kg.notation.symbols import SYMBOL, is_metal
from kg.substances.names import METAL_NAMES

#: Bridging anions of hybrid films, whose salts have no short formula.
_HYBRID = Rare(
    rf"\b(?P<metal>{one_of(METAL_NAMES)}|[A-Z][a-z]?)[ -]"
    r"(?P<anion>terephthalate|fumarate|succinate|adipate|squarate|naphthalenedicarboxylate|"
    r"benzenedicarboxylate|terephthalic acid|quinolinolate|quinolinate)\b",
    re.IGNORECASE,
)
#: The metals of a layered double hydroxide: "NiFe-LDH", "nickel iron layered double hydroxide".
_DOUBLE_HYDROXIDE = Rare(
    rf"(?<![\w-])(?:(?P<symbols>(?:[A-Z][a-z]?[-–/]?){{2,4}}(?<![-–/]))|"
    rf"(?P<names>(?i:(?:(?:{one_of(METAL_NAMES)})[- –]){{1,3}}(?:{one_of(METAL_NAMES)}))))[- –]"
    r"(?:[Ll]ayered[ -][Dd]ouble[ -][Hh]ydroxides?|LDHs?)\b"
)
_METAL_AHEAD = Rare(rf"\b(?:{one_of(METAL_NAMES)})[ -]$", re.IGNORECASE)


@settles("ald_compounds")
def with_compounds(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the solids that are recognized only by the form of their names.

    A binary name after another metal is a part of a ternary one: "gadolinium iron oxide".
    """
    solids, reagents = (
        {(m.start, m.end) for m in mentions if m.kind == kind} for kind in ("material", "chemical")
    )
    found = {(m.start, m.end): m for m in _compounds(text) if (m.start, m.end) not in solids}
    grown = {span for span, m in found.items() if m.kind == "material"}
    known = (m for m in mentions if m.kind != "chemical" or (m.start, m.end) not in grown)
    new = (m for m in found.values() if m.kind == "material" or (m.start, m.end) not in reagents)
    return tuple(m for m in (*known, *new) if not _is_of_ternary(m, text))


def _compounds(text: str) -> Iterator[Mention]:
    """Yield solids and salts by their names; a salt is a solid if it is grown, else a reagent."""
    for match in NAME.finditer(text):
        told = formula(match)
        if told and (not may_react(match) or is_grown(*match.span(), text)):
            yield _solid(match, _printed(told, text, match.end()))
        elif may_react(match):
            yield with_water(text, match.start(), match.end("anion"))
    for match in _DOUBLE_HYDROXIDE.finditer(text):
        if metals := _of_hydroxide(match):
            yield _solid(match, f"{metals}-LDH")
    for match in _HYBRID.finditer(text):
        symbol, _ = METALS.get(match["metal"].lower(), (match["metal"], ""))
        yield _solid(match, f"{symbol}-{match['anion'].lower()}")


def _of_hydroxide(name: re.Match[str]) -> str:
    """Return the symbols of the metals of a layered double hydroxide, without separators."""
    if name["symbols"]:
        metals = SYMBOL.findall(name["symbols"])
        return "".join(metals) if all(map(is_metal, metals)) else ""
    return "".join(METALS[metal.lower()][0] for metal in re.split("[- –]", name["names"]))


#: After a name and its shape: the formula that the paper gives the solid.
_BEHIND = re.compile(r" (?:[a-z]+ ){1,2}\((?=[A-Z])")


def _printed(told: str, text: str, end: int) -> str:
    """Return the formula printed after a name and its shape, if it has the elements of ``told``.

    Else return ``told``.
    """
    behind = _BEHIND.match(text, end)
    found = find_notation(text[behind.end() : behind.end() + 40]) if behind is not None else ()
    if not found or found[0].start or len(found[0].stack.flat) > 1:
        return told
    printed = found[0].stack.flat[0].formula
    return printed.plain if set(printed.symbols) == set(parse_formula(told).symbols) else told


def _solid(match: re.Match[str], id_: str) -> Mention:
    start, end = match.span()
    return Mention(start=start, end=end, kind="material", id=id_, text=match.group())


def _is_of_ternary(mention: Mention, text: str) -> bool:
    """Return whether a binary compound by name comes after another metal."""
    is_binary = mention.kind == "material" and " " in mention.text and mention.text[0].islower()
    return is_binary and _METAL_AHEAD.search(text, 0, mention.start) is not None
