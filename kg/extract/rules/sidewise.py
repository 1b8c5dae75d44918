"""Solids side by side in one particle, as words tell it: "Au-tipped CdSe rods", "CdS with Pt tips".

Source: the conventions of the claims contract for heterodimers, the metal behind what it sits on.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.model import Material, System

#: Slots ``body`` and ``tip``; or ``a`` and ``b``, in the order of the words.
RULES = (
    Rule(
        "tipped",
        "{M:tip} - tipped ~1 {M:body}",
        "heterodimer",
        "Au-tipped CdSe nanorods",
        "Au-tipped probes on CdSe",
    ),
    Rule(
        "with-tips",
        "{M:body} [F] ~2 with ~1 {M:tip} (tips?|domains?|satellites?)",
        "heterodimer",
        "CdS nanorods with Pt tips",
        "CdS nanorods with Pt wires",
    ),
    Rule(
        "tips-on",
        "{M:tip} (tips?|domains?|satellites?) ~1 (on|onto|at) ~4 {M:body}",
        "heterodimer",
        "Pt tips on the CdS nanorods",
        "Pt wires on the CdS nanorods",
    ),
    Rule(
        "heterostructures-of",
        "(heterostructures?|heterojunctions?|heterocrystals?) (of|between) ~1 {M:a} and ~1 {M:b}",
        "heterostructure",
        "heterostructures of CdSe and CdTe",
        "heterostructures of CdSe with CdTe",
    ),
)


def find_side_by_side(reading: Reading) -> Iterator[Finding]:
    """Particles of two solids that lie beside each other, and both solids."""
    for rule in RULES:
        for found in rule.find(reading):
            parts = _parts(found)
            if len({part.id for part in parts}) == 2 and not is_denied(reading, parts[0]):
                yield from _findings(rule, parts)


def _parts(found: Found) -> tuple[Mention, ...]:
    return (*found["body"], *found["tip"], *found["a"], *found["b"])


def _findings(rule: Rule, parts: tuple[Mention, ...]) -> Iterator[Finding]:
    layers = tuple(part.id for part in parts)
    at = parts[0].start
    yield Finding(content=System(architecture=rule.emits, layers=layers), at=at, rule=rule.id)
    if rule.emits == "heterodimer":
        for formula in layers:
            yield Finding(
                content=Material(role="nanocrystal", formula=formula), at=at, rule=rule.id
            )
