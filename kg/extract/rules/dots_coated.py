"""Dots and what grows on them where no verb joins both: "the dots during ALD of HfO2".

The dots may go by their form alone ("on the QD film"); which they are the study says, see
:mod:`kg.extract.composites`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import UNSAID, Coating, Finding
from kg.extract.mentions import Mention
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.extract.rules.families import PARTICLE_FILMS, core_of
from kg.extract.rules.forms import form_of
from kg.extract.rules.systems import layers_of

#: Forms of what is embedded or covered as a whole.
DOTS = frozenset(
    {
        "quantum_dot",
        "nanocrystal",
        "nanoplatelet",
        "dot_in_rod",
        "monolayer_film",
        *PARTICLE_FILMS,
    }
)
#: Between a solid and the word for its form.
_BESIDE = re.compile(r"(?:[\s@/()-]|core|shell)*")
_GROWTH = "(deposition|growth|ald|coating|infilling|infill|overcoating|overgrowth|<P\\d+>)"
_TIME = "(during|upon|after|following|before)"

#: Slots ``inner`` or ``dots``, and ``outer``.
RULES = (
    Rule(
        "dots-in-growth",
        "{MS*:inner} ~2 {F:dots} ~2 " + _TIME + " ~1 {M*:outer} " + _GROWTH,
        "",
        "The emission of CdTe quantum dots during HfO2 deposition was followed.",
        "The emission of CdTe quantum dots during a HfO2 shortage was followed.",
    ),
    Rule(
        "dots-in-growth-of",
        "{MS*:inner} ~2 {F:dots} ~2 " + _TIME + " [the] " + _GROWTH + " of ~1 {M*:outer}",
        "",
        "CdTe quantum dots dim upon growth of HfO2.",
        "CdTe quantum dots dim upon heating in a HfO2 boat.",
    ),
    Rule(
        "form-in-growth",
        "{F:dots} ~9 (upon|after|following) [the] ~1 {M*:outer} " + _GROWTH,
        "",
        "The emission of the quantum dots fell after ZnO deposition.",
        "The emission of the quantum dots fell in ZnO powder.",
    ),
    Rule(
        "growth-on-form",
        "(deposited|deposition|grown|growth|grew|ald|<P\\d+>) [of] ~1 {M*:outer} [)] ~3 "
        "(on|onto|over|around|upon|into) [the] ~1 {F:dots}",
        "",
        "The growth of ZnO on the quantum dot film was slow.",
        "The growth of ZnO on wafers beside quantum dot films was slow.",
    ),
    Rule(
        "surface-starts-growth",
        "{MS*:inner} ~9 (initiate|initiates|start|starts|seed|seeds|enable|enables|allow|allows) "
        "[the] (growth|nucleation|deposition) of ~3 {M*:outer}",
        "",
        "Hydroxyls on the CdTe quantum dots start the growth of ALD HfO2.",
        "Hydroxyls on the CdTe quantum dots start to etch HfO2.",
    ),
)


def find_coated_dots(reading: Reading) -> Iterator[Finding]:
    """The dots, named or not, on which something grows."""
    for rule in RULES:
        for found in rule.find(reading):
            yield from _coatings(reading, found)


def _coatings(reading: Reading, found: Found) -> Iterator[Finding]:
    named = found["inner"]
    dots = next(iter(found["dots"]), None)
    if dots is not None and (dots.id not in DOTS or (not named and _is_named(reading, dots))):
        return
    for outer in found["outer"]:
        for inner in named or (None,):
            coating = _coating(reading, inner, dots, outer)
            if coating is not None:
                yield Finding(content=coating, at=outer.start, rule=found.rule)


def _is_named(reading: Reading, dots: Mention) -> bool:
    """Whether the solid of the dots stands right before their form."""
    return any(
        solid.end <= dots.start and _BESIDE.fullmatch(reading.between(solid, dots))
        for solid in reading.of_kind("material", "stack")
    )


def _is_shaped(reading: Reading, solid: Mention) -> bool:
    """Whether a solid is itself called dots: "growth of PbS dots on the dot film"."""
    return any(
        form.id in DOTS and form.start >= solid.end
        for form in reading.of_kind("form")
        if _BESIDE.fullmatch(reading.between(solid, form))
    )


def _coating(
    reading: Reading, inner: Mention | None, dots: Mention | None, outer: Mention
) -> Coating | None:
    """``None`` where the inner solid is no dot, or the outer a shape of its own."""
    form = dots.id if dots is not None else form_of(reading, inner) if inner is not None else ""
    if form not in DOTS or _is_shaped(reading, outer):
        return None
    inside = () if inner is None else layers_of(inner) if inner.kind == "stack" else (inner.id,)
    return Coating(
        inner=core_of(inside) if inside else UNSAID,
        outer=outer.id,
        inner_form="quantum_dot",
        inside=inside,
        outside=(outer.id,),
    )
