"""Select the solids of a sentence that can be the object of an outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Span
from kg.extract.links.account import OUTER, Account, Part, solids_of
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.links.things import is_laminate
from kg.extract.mentions import Mention

#: Words before a solid that carries something.
ON = re.compile(r"\b(?:on|onto|over)\s(?:[\w-]+\s){0,3}$")


def is_sample(account: Account, part: Part, mention: Mention, outside: Sequence[Span]) -> bool:
    """Return whether a solid is a sample of its study, not a reagent, wafer or auxiliary layer.

    ``outside`` are the stretches of the sentence that name no sample.
    """
    if any(a <= mention.start < b for a, b in outside):
        return False
    layers = solids_of(mention)
    if len(layers) > 1:
        is_apart = account.subjects.isdisjoint(layers)
        if account.is_around(layers) and is_laminate(part, mention):
            return False
        return not (is_apart and ON.search(part.text[: mention.start]))
    known = account.roles.get(layers[0])
    if known is None and mention.text.lower() in account.reagents:
        return False  # a salt that is used as a reagent
    if known is None:
        if layers[0] in account.forms:
            return True
        is_compound = sum(letter.isupper() for letter in layers[0]) > 1
        return is_compound and not is_on(account, part, mention)
    return not account.is_bystander(layers[0])


#: Properties of an electrode itself, not of a contact that only conducts current.
_OF_ELECTRODES = frozenset(
    """specific_capacity capacity_retention faradaic_efficiency catalytic_activity overpotential
    electron_transfer""".split()
)


def is_electrode(account: Account, stated: StatedOutcome, mention: Mention) -> bool:
    """Return whether a solid is an electrode under test: "the NiO electrode has a capacity of"."""
    layers = solids_of(mention)
    if stated.outcome.property not in _OF_ELECTRODES or len(layers) > 1:
        return False
    is_apart = any(a <= mention.start < b for a, b in stated.compared)
    return "electrode" in account.roles.get(layers[0], ()) and not is_apart


def is_only_outer(account: Account, formula: str) -> bool:
    """Return whether a solid has no role but that of a layer on or around another."""
    roles = account.roles.get(formula, frozenset())
    return bool(roles) and roles <= OUTER


def is_on(account: Account, part: Part, mention: Mention) -> bool:
    """Return whether the sentence puts something on a solid; its own ligands do not count."""
    on = ON.search(part.text[: mention.start])
    if on is None:
        return False
    bound = [m for m in part.mentions if m.kind == "chemical" and m.end == on.start() - 1]
    return not any("ligand" in account.reagents.get(account.name_of(m), ()) for m in bound)
