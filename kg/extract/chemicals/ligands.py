"""How sentences name what binds to the surface of nanocrystals: lists, exchanges, treatments.

A rule's ``emits`` is read as in :mod:`kg.extract.chemicals.reagents`; "bound" is the role
of a ligand for what binds as one: usual ligands, organics of no usual role, halides. "treated" is
the same in a sentence on particles.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.patterns import Rule
from kg.grounding import reagent_id

#: Slots ``x``, and ``a`` and ``b`` where one replaces the other; a ``process`` is an exchange of
#: ligands.
RULES = (
    Rule(
        "ligand-behind",
        "{C*:x} [-] [based] [capping] [surface] [native] [molecular] (ligands?|surfactants?)",
        "bound",
        "oxalic acid, EDT and pyridine ligands",
        "oxalic acid, EDT and pyridine",
    ),
)

#: A salt of a metal with a fatty acid: "Pb(oleate)2", "cadmium stearate".
_FATTY_SALT = re.compile(
    r"(?:[A-Z][a-z]?[- ]?\(?|[a-z]+(?:\(I{1,3}\))? )"
    r"(oleate|stearate|myristate|palmitate|laurate)s?\)?[234]?"
)


def bound_part(mention: Mention) -> Mention:
    """What binds of a substance that caps a particle: of the salt of a fatty acid, the acid."""
    salt = _FATTY_SALT.fullmatch(mention.text)
    if salt is None:
        return mention
    return replace(mention, id=reagent_id(salt[1]), text=salt[1])
