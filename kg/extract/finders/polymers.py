"""Polymers by systematic names that the vocabulary does not list: "poly(isobornyl acrylate)".

Such a name is a solid if a film, a membrane or a coating consists of it. Elsewhere the polymer may
be in solution, and is read as a reagent; its unit is never one: "poly(glycolic acid) was
dissolved".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.finders.acronyms import shortens
from kg.extract.finders.components import settles
from kg.extract.finders.halides import is_grown
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

#: A bracket with brackets in it, as in names.
_BRACKET: Final = (
    r"(?:\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\)){4,150}\)"
    r"|\[(?:[^\[\]\n]|\[[^\[\]\n]*\]){4,200}\])"
)
#: Endings of the names of units; other words with "poly" are no polymers: "polycrystal",
#: "polymorph".
_UNITS: Final = (
    "styrene|ethylene|propylene|butylene|pentene|norbornene|octene|butadiene|isoprene|acetylene|"
    "phenylene|xylylene|vinylene|fluorene|thiophene|furan|pyrrole|indole|carbazole|aniline|imide|"
    "amide|ester|ether|urethane|urea|carbonate|acrylate|acrylamide|acrylonitrile|siloxane|silane|"
    "silazane|silsesquioxane|phosphazene|sulfone|ketone|imine|azole|pyridine|quinoline|oxazoline|"
    "pyrrolidone|lactide|lactone|lactam|glycolide|lysine|dopamine|catechol|anhydride|thiourea|"
    "phthalate|naphthalate|adipate|succinate|oxazine|borazine|acetal|selenophene|rotaxane"
)
_ONE: Final = rf"[Pp]oly-?(?:{_BRACKET}|[a-z]{{0,20}}(?:{_UNITS})\b)"
_JOINT: Final = r"-(?:co|b|block|r|ran|random|alt|g|graft|stat)-"
NAME: Final = Rare(rf"(?<![\w/-]){_ONE}(?:{_JOINT}{_ONE})*(?!\w)")
#: The end of the text in a bracket that holds a unit, and no remark: "poly(crystalline)".
_UNIT: Final = re.compile(
    r"(?:[a-z ](?:acid|urea)|[a-z]{2}(?:ene|ide|ate|ine|ole|one|ol|al|ane|an|yl|er|ose|phen|"
    r"ium|lin|quid|ran)s?|\d)[)\]\s]*$"
)
_NO_UNIT: Final = re.compile(r"crystalline|dispers|morph|valent")
#: After a polymer that is a solid.
_BODY: Final = re.compile(
    r"(?:\s\([^()]{2,20}(?:\([^()]*\))?[^()]*\))?"
    r"[ -](?:(?:thin|block|co|homo|electrospun|porous)[ -]?)*"
    r"(?:films?|layers?|substrates?|membranes?|(?:nano|micro)?fib(?:er|re)s?|brush(?:es)?|"
    r"matri(?:x|ces)|foils?|sheets?|coatings?|resists?|scaffolds?|hydrogels?|networks?|"
    r"(?:nano|micro)?(?:bead|sphere)s?|templates?|interlayers?|separators?|blends?|composites?|"
    r"fabrics?|foams?|sponges?|dielectrics?|surfaces?)\b"
)
#: Before such a polymer.
_AHEAD: Final = re.compile(
    r"\b(?:(?:films?|layers?|membranes?|(?:nano)?fib(?:er|re)s?|coatings?|brushes|matrix|"
    r"sheets?|foils?|substrates?) (?:of|made of)|"
    r"(?:coat(?:ed|ing)|cover(?:ed|ing)|laminated)\b[^.;]{0,40} (?:with|by)|"
    r"(?:deposited|grown|sputtered|grew) on(?:to)?) (?:an? |the |thin |porous )*$",
    re.IGNORECASE,
)
#: Right after a name, its acronym in brackets.
_SHORT: Final = re.compile(r"\s?\((?P<short>P[A-Za-z0-9-]{1,11})[);,]")


@settles("ald_polymers")
def with_polymers(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the polymers found by their names, without units inside a name.

    >>> [
    ...     m.id
    ...     for m in with_polymers((), "Poly(isobornyl acrylate) films and poly(glycine) in water")
    ... ]
    ['poly(isobornyl acrylate)']
    """
    names = tuple(_names(text))
    if not names:
        return mentions
    solids = {(m.start, m.end) for m in mentions if m.kind == "material"}
    reagents = {(m.start, m.end) for m in mentions if m.kind == "chemical"}
    found = {
        (m.start, m.end): m
        for m in names
        if (m.start, m.end) not in solids and _is_solid(m, text, (m.start, m.end) in reagents)
    }
    kept = (
        m
        for m in mentions
        if m.kind != "chemical"
        or ((m.start, m.end) not in found and not any(_is_unit(m, name) for name in names))
    )
    return (*kept, *found.values())


def _names(text: str) -> Iterator[Mention]:
    for match in NAME.finditer(text):
        if not _is_polymer(match[0]):
            continue
        short = _SHORT.match(text, match.end())
        is_short = short is not None and shortens(re.sub(r"\W", "", short["short"]), match[0])
        name = match[0][0].lower() + match[0][1:]
        yield Mention(
            start=match.start(),
            end=match.end(),
            kind="material",
            id=short["short"] if short is not None and is_short else name,
            text=match[0],
            label="name",
        )


def _is_polymer(name: str) -> bool:
    """Return whether the text after "poly" is a unit.

    >>> (
    ...     _is_polymer("poly(methyl acrylate)"),
    ...     _is_polymer("poly(crystalline)"),
    ...     _is_polymer("poly(dA)"),
    ... )
    (True, False, False)
    """
    return _UNIT.search(name) is not None and _NO_UNIT.search(name) is None


def _is_solid(mention: Mention, text: str, is_reagent: bool) -> bool:
    """Return whether the words around a polymer make it a solid; a known reagent must be grown."""
    if is_grown(mention.start, mention.end, text):
        return True
    is_body = _BODY.match(text, mention.end) or _AHEAD.search(text[: mention.start])
    return not is_reagent and is_body is not None


def _is_unit(mention: Mention, name: Mention) -> bool:
    """Return whether a reagent is only a part of a polymer's name."""
    is_within = name.start <= mention.start and mention.end <= name.end
    return is_within and mention.end - mention.start < name.end - name.start
