"""Whether a sentence is about layers from vapours, or about particles."""

from __future__ import annotations

import re

from kg.extract.knowledge.families import is_particle
from kg.extract.reading import Reading

#: Growth from vapours of precursors.
VAPOUR = re.compile(
    r"\b(?:[Aa]tomic|[Mm]olecular)[- /]layer|\b[AM]LD\b|\bhybrid\b|\bgas phase\b|"
    r"\b(?:[Aa]lu|[Zz]in|[Tt]itani|[Zz]ir|[Hh]afni|[Mm]angan|[Vv]anadi|[Ll]ithi)\w*cones?\b"
)


def has_particles(reading: Reading) -> bool:
    """Return whether a sentence names a shape of particles."""
    return any(is_particle(form.id) for form in reading.of_kind("form"))


_PARTICLES = re.compile(
    r"\b(?:quantum dots?|[QC]+Ds?|NCs?|NPLs?|nanocrystals?|nanoplatelets?|nanorods?|colloid\w*|"
    r"dots?)\b"
)


def is_about_particles(reading: Reading) -> bool:
    """Return whether the passage of a sentence is about particles in a liquid or cast from it."""
    return _PARTICLES.search(reading.sentence.passage.text) is not None


def is_vapour_growth(reading: Reading) -> bool:
    """Return whether a sentence without particles is in a passage on growth from vapours."""
    return not has_particles(reading) and bool(VAPOUR.search(reading.sentence.passage.text))
