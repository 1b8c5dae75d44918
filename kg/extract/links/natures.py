"""Infer agents from the nature of a property: infilling has a deposition, doping a dopant."""

from __future__ import annotations

import re

from kg.extract.links.account import Account, within
from kg.extract.links.phrases import TREATMENTS
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.model import Thing

#: Qualities of a film that depend on its deposition.
OF_DEPOSITION = frozenset(
    {"conformality", "uniformity", "self_limiting_growth", "deposition_selectivity"}
)
_ADSORBED = frozenset({"nucleation", "precursor_adsorption"})
_DEPOSITED = re.compile(r"\b(?:process(?:es)?|deposit\w*|grow[ns]?|growth|grew)\b", re.IGNORECASE)


def agents_by_nature(account: Account, stated: StatedOutcome) -> tuple[Thing, ...] | None:
    """Return the agents of a property whose kind determines them, such as infilling.

    ``None`` for all other properties, whose agents the text has to state.
    """
    name, direction = stated.outcome.property, stated.outcome.direction
    if name == "infilling":
        return _deposition(account, stated, anywhere=True)
    if name in OF_DEPOSITION:
        return _deposition(account, stated, anywhere=False)
    if name == "doping" and direction == "present":
        return _dopant(account, stated) or None
    if name in _ADSORBED and direction == "present":
        return _adsorbing(account, stated)
    return None


def _deposition(account: Account, stated: StatedOutcome, *, anywhere: bool) -> tuple[Thing, ...]:
    """Return the deposition that the clause names, else the sentence, else the study."""
    named: list[str] = []
    for start, end in (stated.reach, stated.part.stretch):
        named = named or [
            account.name_of(m)
            for m in within(stated.part.mentions, start, end)
            if m.kind == "process"
            and m.id not in TREATMENTS
            and not any(a <= m.start < b for a, b in stated.compared)
        ]
    if not named and (anywhere or _DEPOSITED.search(stated.part.text, *stated.reach)):
        made = [p for p in account.processes if p.endswith("ald") or p == "cvd"]
        named = made if len(made) == 1 else []
    return tuple(Thing("process", name) for name in dict.fromkeys(named))


def _dopant(account: Account, stated: StatedOutcome) -> tuple[Thing, ...]:
    """Return the dopant that the sentence names, without its charge."""
    dopants = {f for f, roles in account.roles.items() if "dopant" in roles}
    text = stated.part.text
    named = [m for m in stated.part.mentions if m.id in dopants] or [
        m
        for m in stated.part.mentions
        if (m.kind in ("material", "ion", "chemical") and _DOPING.match(text, m.end))
    ]
    return tuple(Thing("chemical", _CHARGE.sub("", m.text).lower()) for m in named[:1])


_DOPING = re.compile(r"[- ]?dop(?:ed|ing|ant)\b")
_CHARGE = re.compile(r"[\d⁰¹²³⁴-⁹]*[+⁺−⁻]$")


def _adsorbing(account: Account, stated: StatedOutcome) -> tuple[Thing, ...]:
    """Return the reagent that reacts with the surface: the first that the sentence names."""
    reacting = [
        account.name_of(m)
        for m in stated.part.mentions
        if m.kind == "chemical"
        and account.reagents.get(account.name_of(m), frozenset()) & {"precursor", "coreactant"}
    ]
    return tuple(Thing("chemical", name) for name in reacting[:1])
