"""How sentences name what binds to the surface of nanocrystals: lists, exchanges, treatments.

A rule's ``emits`` is read as in :mod:`kg.extract.chemicals.reagents`; "bound" is the role
of a ligand for what binds as one: usual ligands, organics of no usual role, halides. "treated" is
the same in a sentence on particles.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

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
