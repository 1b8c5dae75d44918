"""Resolve nouns for parts of a device or sample to solids: "the cathode", "a perovskite film"."""

from __future__ import annotations

import re

from corpus.model import Span
from kg.composition import composition_classes, contained_elements
from kg.extract.links.account import Account, Part, solids_of

#: The roles of the solids to which a noun can refer.
_ROLES = {
    "electrode": frozenset({"electrode"}),
    "cathode": frozenset({"electrode"}),
    "anode": frozenset({"electrode"}),
    "contact": frozenset({"electrode"}),
    "substrate": frozenset({"substrate"}),
    "wafer": frozenset({"substrate"}),
    "scaffold": frozenset({"template", "support"}),
    "template": frozenset({"template"}),
}
_NOUN = (
    r"(?P<noun>(?:electrode|cathode|anode|contact|substrate|wafer|scaffold|template|shell|"
    r"perovskite)s?)"
)
#: A noun with its dimension: "the cathode thickness", "the thickness of the scaffold".
_AHEAD = re.compile(
    rf"\b{_NOUN}(?:'s)?\s(?:(?:layer|film)\s)?(?:thickness(?:es)?|diameters?|sizes?)\b[^.;,()]{{0,30}}$|"
    rf"\b(?:thickness(?:es)?|diameters?|sizes?)\sof\s(?:the|each|all|this|our)\s(?:[\w-]+\s){{0,2}}?"
    rf"{_NOUN.replace('noun', 'named')}\b[^.;,()]{{0,30}}$",
    re.IGNORECASE,
)
#: "A 60 nm-thick top electrode", "350 nm thick solid perovskite film".
_BEHIND = re.compile(rf"[\s-]thick\s(?:[\w-]+\s){{0,3}}?{_NOUN}\b", re.IGNORECASE)
#: Text between a solid and the noun for its part: "the Pt top electrode".
_OWN = re.compile(r"[\s-](?:[\w-]+\s){0,2}?")


def sized_part(account: Account, part: Part, number: Span) -> tuple[str, ...] | None:
    """Return the solid of the part whose thickness, diameter or size a number gives.

    ``()`` if the part has no single known solid, and ``None`` if no noun for a part is near the
    number or if its solid is named beside it.
    """
    match = _AHEAD.search(part.text, 0, number[0]) or _BEHIND.match(part.text, number[1])
    if match is None:
        return None
    group = "noun" if match["noun"] else "named"
    at = match.start(group)
    own = [m for m in part.mentions if solids_of(m) and _is_of(part, m.start, m.end, match, at)]
    if own:
        stack = solids_of(own[-1])
        is_shell = match[group].lower().startswith("shell") and len(stack) > 1
        return stack[-1:] if is_shell else None
    return playing(account, part, match[group])


def _is_of(part: Part, start: int, end: int, match: re.Match[str], noun: int) -> bool:
    """Return whether a solid is in the phrase of a noun, or between the noun and the number."""
    is_ahead = end <= noun and _OWN.fullmatch(part.text, end, noun) is not None
    return is_ahead or noun <= start < match.end()


def playing(account: Account, part: Part, noun: str) -> tuple[str, ...]:
    """Return the only solid of the study to which a noun for a part can refer, else ``()``.

    "The shell" refers to the shell in the sentence if there is one.
    """
    if noun.lower().startswith("perovskite"):
        found = [f for f in account.roles if is_perovskite(f)]
    elif noun.lower().startswith("shell"):
        stacks = [solids_of(m) for m in part.mentions if len(solids_of(m)) > 1]
        found = list(dict.fromkeys(s[-1] for s in stacks)) or list(
            account.coats(frozenset({"shell"}))
        )
    else:
        wanted = _ROLES[noun.lower().removesuffix("s")]
        found = [f for f, roles in account.roles.items() if roles & wanted]
    return tuple(found) if len(found) == 1 else ()


def is_perovskite(formula: str) -> bool:
    """Return whether "the perovskite" can mean a solid: a halide, or an oxide of two metals."""
    is_oxide = "O3" in formula and len(contained_elements(formula)) > 2
    return is_oxide or "HalidePerovskite" in composition_classes(formula)
