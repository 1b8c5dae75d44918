"""Which of the solids that a sentence names can be the object of an outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Span
from kg.extract.links.account import OUTER, Account, Part, solids_of
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.links.things import is_laminate
from kg.extract.mentions import Mention

#: Ahead of a solid on which something stands.
ON = re.compile(r"\b(?:on|onto|over)\s(?:[\w-]+\s){0,3}$")


def is_sample(account: Account, part: Part, mention: Mention, outside: Sequence[Span]) -> bool:
    """Whether a solid is a sample of its study, and no reagent, wafer or layer that only serves.

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
        return False  # a salt that something is made from
    if known is None:
        if layers[0] in account.forms:
            return True
        is_compound = sum(letter.isupper() for letter in layers[0]) > 1
        return is_compound and not is_on(account, part, mention)
    return not account.is_bystander(layers[0])


#: What an electrode has itself, not what it only leads current to.
_OF_ELECTRODES = frozenset(
    """specific_capacity capacity_retention faradaic_efficiency catalytic_activity overpotential
    electron_transfer""".split()
)


def is_electrode(account: Account, stated: StatedOutcome, mention: Mention) -> bool:
    """Whether a solid is an electrode that is tried: "the NiO electrode has a capacity of ..."."""
    layers = solids_of(mention)
    if stated.outcome.property not in _OF_ELECTRODES or len(layers) > 1:
        return False
    is_apart = any(a <= mention.start < b for a, b in stated.compared)
    return "electrode" in account.roles.get(layers[0], ()) and not is_apart


def is_only_outer(account: Account, formula: str) -> bool:
    """Whether a solid is only put around another, of which the text has to speak."""
    roles = account.roles.get(formula, frozenset())
    return bool(roles) and roles <= OUTER


def is_on(account: Account, part: Part, mention: Mention) -> bool:
    """Whether something stands on a solid; its own ligands do not count."""
    on = ON.search(part.text[: mention.start])
    if on is None:
        return False
    bound = [m for m in part.mentions if m.kind == "chemical" and m.end == on.start() - 1]
    return not any("ligand" in account.reagents.get(account.name_of(m), ()) for m in bound)
