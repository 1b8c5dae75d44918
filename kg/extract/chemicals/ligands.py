"""Ligands of nanocrystals as sentences name them: in lists, exchanges and treatments.

A rule's ``emits`` is explained in :mod:`kg.extract.chemicals.reagents`; "bound" is the role of a
ligand for usual ligands, organics without a usual role, and halides. "treated" is the same in a
sentence on particles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.chemicals.roles_in_recipes import washes
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.knowledge.vapour import is_about_particles
from kg.extract.mentions import Mention
from kg.extract.patterns import Rule
from kg.extract.reading import Reading
from kg.grounding import reagent_id

#: Words for ligands. In the rules, the slots are ``x``, or ``a`` and ``b`` if one replaces the
#: other; a ``process`` is an exchange of ligands.
_BINDERS = (
    r"(?:ligands?|surfactants?|stabili[sz]ers?|(?:capping|stabili[sz]ing|passivating)"
    r"\s(?:agents?|molecules?|groups?))"
)
#: Words that open a list of ligands.
_SUCH_AS = (
    r"(?:\(|:|such\sas|like|including|namely|(?:consisting|composed)\sof|compris(?:ing|ed\sof)|"
    r"comparing|mixtures?\sof|i\.e(?:\s\.)?(?:\s,)?|e\.g(?:\s\.)?(?:\s,)?)"
)
RULES = (
    Rule(
        "ligand-behind",
        "{C*:x} [-] [based] [capping] [surface] [native] [molecular] [thiol] [type] "
        f"({_BINDERS})",
        "bound",
        "oxalic acid, EDT and pyridine ligands",
        "oxalic acid, EDT and pyridine",
    ),
    Rule(
        "ligands-listed",
        f"({_BINDERS}) [mixture] [,] ({_SUCH_AS}) ~1 {{C*:x}}",
        "ligand",
        "capping agents: aniline, cysteine and TOP",
        "capping agents, aniline was found",
    ),
    Rule(
        "coats-particles",
        "{C*:x} [(] [M] [)] [-] (coated|modified|protected|decorated|stabili[sz]ed) ^2 {F}",
        "treated",
        "cysteine-coated ZnS quantum dots",
        "cysteine near ZnS quantum dots",
    ),
    Rule(
        "modifies-particles",
        "(modified|modification|functionali[sz]ed|functionali[sz]ation|grafted) ~6 (with|by) "
        "[using] [the] ~1 {C*:x}",
        "modifies",
        "Their surface was modified with cysteine for the dots.",
        "Their surface was modified near cysteine for the dots.",
    ),
)

#: A salt of a metal with a fatty acid: "Pb(oleate)2", "cadmium stearate".
_FATTY_SALT = re.compile(
    r"(?:[A-Z][a-z]?[- ]?\(?|[a-z]+(?:\(I{1,3}\))? )"
    r"(oleate|stearate|myristate|palmitate|laurate)s?\)?[234]?"
)


def bound_part(mention: Mention) -> Mention:
    """Return the part of a substance that binds to a particle: of a fatty acid's salt, the acid."""
    salt = _FATTY_SALT.fullmatch(mention.text)
    if salt is None:
        return mention
    return replace(mention, id=reagent_id(salt[1]), text=salt[1])


#: After an acid that is part of a salt or buffer, or that is absent.
OF_SALT = re.compile(
    r"-free\b|(?:\s\([^()]{1,9}\))?\s(?:acid\s)?(?:salts?|buffer\w*|complex\w*|matri\w+)\b"
)
#: Words for a synthesis in a flask.
_HOT = re.compile(
    r"\b(?:inject\w*|flask|degass\w*|Schlenk|octadecene|ODE|reflux\w*|synthes\w+|nucleation)\b"
)


def added_alone(reading: Reading, mention: Mention, mates: Sequence[Mention]) -> str:
    """Return the role of a ligand that is added in a synthesis of dots, or of a solvent beside it.

    ``""`` for other substances.
    """
    usual, wanted = usual_role(mention), {usual_role(mate) for mate in mates}
    if usual not in ("ligand", "solvent") or "ligand" not in wanted | {usual}:
        return ""
    is_made = is_about_particles(reading) and _HOT.search(reading.sentence.passage.text)
    is_other = washes(reading, mention) or OF_SALT.match(reading.text, mention.end)
    return usual if is_made and not is_other else ""
