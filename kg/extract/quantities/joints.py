"""Joints between successive numbers: a range, a list, a slash, a ratio, a size or a tolerance."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.quantities.atoms import Atom
from kg.extract.quantities.context import is_ph
from kg.extract.quantities.numbers import is_power_of_ten

_JOINTS: Final = (
    (
        "range",
        re.compile(
            r" ?-{1,2} ?| (?:(?:up|down) )?to(?: about| approximately)? ?[~+]?"
            r"| ?~ ?| (?:through|until) | ?→ ?| ?\.\.\.? ?| ?[…÷] ?"
            r"| ?[≤<] ?[Tt](?:_?[a-z]{1,4})? ?[≤<] ?"
        ),
    ),
    (
        "list",
        re.compile(
            r"(?:-?,? |,)(?:and|or|then|vs\.?|versus|&|instead of|rather than|(?:as )?against)"
            r"(?: (?:at|of|for|about|almost|nearly))? [~≥≤]?"
            r"|[- ]?, ?[≥≤]?| ?; ?(?:(?:and|or) )?"
        ),
    ),
    ("slash", re.compile(r" ?/ ?| ?\+ ?")),
    ("ratio", re.compile(r" ?: ?")),
    ("times", re.compile(r" ?x ?")),
    ("scale", re.compile(r"\) ?[x·] ?")),
    ("tolerance", re.compile(r" ?\(?(?:±|\+/-|\+-) ?")),
)
#: Text before a step that is followed by its end: ``shifted by 15 nm to 635 nm``.
_BY: Final = re.compile(r"\bby (?:about |up to |~ ?)?$")
_BETWEEN: Final = re.compile(r"\b(?:[Bb]etween|range of)(?: about| approximately)? ~?$")
#: Text before a response that is followed by its stimulus: ``a response of 9 to 50 ppm ethanol``.
_RESPONSE: Final = re.compile(r"\b[Rr]esponses? (?:value )?(?:of|was|is) (?:about )?~?$")


def joint_between(text: str, before: Atom, after: Atom) -> str | None:
    """Return the name of the joint between two successive numbers; ``None`` without one."""
    gap = text[before.end : after.start]
    if len(gap) > 22 or (
        gap == " to " and (_is_apart(text, before) or _is_label(text, before, after))
    ):
        return None
    if after.unit and is_ph(text, before.start):
        return None
    for name, pattern in _JOINTS:
        if pattern.fullmatch(gap):
            paired = gap.split()[:1] == ["and"] and _BETWEEN.search(
                text, max(0, before.start - 30), before.start
            )
            is_or = gap.strip() == "or" and _are_neighbours(before, after)
            if name == "times" and is_power_of_ten(after.printed):
                return "scale"  # the power follows the uncertainty of its factor
            return "range" if paired or is_or else name
    return None


def _are_neighbours(before: Atom, after: Atom) -> bool:
    """Return whether two numbers are successive counts: "6 or 7 monolayers"."""
    is_count = after.unit is not None and after.unit.dimension.startswith("count")
    return is_count and before.unit is None and after.value - before.value == 1.0


#: Nouns before the number of a run: "from 80 % in cycle 1 to 90 % in cycle 2".
_RUN: Final = re.compile(r"\b(?:cycle|run|batch|sample|step|stage|test|day|week|phase|layer)\s$")


def _is_label(text: str, before: Atom, after: Atom) -> bool:
    """Return whether a number is only the label of the run of the value before it."""
    is_bare = before.unit is None and after.unit is not None
    return is_bare and _RUN.search(text, max(0, before.start - 10), before.start) is not None


def _is_apart(text: str, atom: Atom) -> bool:
    """Return whether a number is a step or a response, and another quantity follows "to"."""
    ahead = _BY if atom.unit else _RESPONSE
    return ahead.search(text, max(0, atom.start - 30), atom.start) is not None
