"""What the text calls by its part and not by its formula: "the cathode", "a perovskite film"."""

from __future__ import annotations

import re

from corpus.model import Span
from kg.composition import composition_classes, contained_elements
from kg.extract.links.account import Account, Part, solids_of

#: The roles of the solids that play the part of a noun, by its first letters.
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
#: A noun with the size that it has: "the cathode thickness", "the thickness of the scaffold".
_AHEAD = re.compile(
    rf"\b{_NOUN}(?:'s)?\s(?:(?:layer|film)\s)?(?:thickness(?:es)?|diameters?|sizes?)\b[^.;,()]{{0,30}}$|"
    rf"\b(?:thickness(?:es)?|diameters?|sizes?)\sof\s(?:the|each|all|this|our)\s(?:[\w-]+\s){{0,2}}?"
    rf"{_NOUN.replace('noun', 'named')}\b[^.;,()]{{0,30}}$",
    re.IGNORECASE,
)
#: "A 60 nm-thick top electrode", "350 nm thick solid perovskite film".
_BEHIND = re.compile(rf"[\s-]thick\s(?:[\w-]+\s){{0,3}}?{_NOUN}\b", re.IGNORECASE)
#: Between a solid and the noun of its part: "the Pt top electrode".
_OWN = re.compile(r"[\s-](?:[\w-]+\s){0,2}?")


def sized_part(account: Account, part: Part, number: Span) -> tuple[str, ...] | None:
    """The solids of the part whose size a number is.

    ``None`` where no noun of a part stands by the number, or where its solid stands beside it.
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
    """Whether a solid stands in the phrase of a noun, or behind it up to the number."""
    is_ahead = end <= noun and _OWN.fullmatch(part.text, end, noun) is not None
    return is_ahead or noun <= start < match.end()


def playing(account: Account, part: Part, noun: str) -> tuple[str, ...]:
    """The one solid of the study that plays the part of a noun; of a shell that of the sentence."""
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
    """Whether a solid can be meant by "the perovskite": a halide, or an oxide of two metals."""
    is_oxide = "O3" in formula and len(contained_elements(formula)) > 2
    return is_oxide or "HalidePerovskite" in composition_classes(formula)
