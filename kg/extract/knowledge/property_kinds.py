"""The kinds of property of an outcome, and the meaning of its labels."""

from __future__ import annotations

import re

from kg.extract.knowledge.measures import units_of
from kg.extract.mentions import Mention
from kg.model import Quantity
from ontology import vocabulary

#: Directions for more or less of a property, and for any change or its absence.
MORE_OR_LESS = frozenset({"increase", "decrease"})
CHANGES = MORE_OR_LESS | {"change", "none"}
#: Qualities that are present or absent, as phenomena are.
QUALITIES = frozenset(
    {"conformality", "uniformity", "crystallinity", "deposition_selectivity", "colloidal_stability"}
)
#: Treatments of a sample: their mention means that they were done.
TREATMENTS = frozenset({"infilling", "surface_passivation"})
#: Properties of a coating rather than of the solid under it.
OF_COAT = frozenset({"barrier_performance"})
#: Properties of a film in itself, although it lies on something.
OF_FILM = OF_COAT | frozenset(
    "density growth_rate refractive_index impurity_content etch_rate".split()
)
#: Positions in wavelengths: a shift to higher energies is one to shorter wavelengths.
POSITIONS = frozenset({"exciton_peak_position", "plasmon_resonance_position"})
FLIPPED = {"increase": "decrease", "decrease": "increase"}
LABEL_DIRECTIONS = {
    "presenceLabel": "present",
    "absenceLabel": "absent",
    "increaseLabel": "increase",
    "decreaseLabel": "decrease",
}
#: Processes whose speed is given as a time: the shorter, the faster.
PACED = frozenset(
    ["electron_transfer", "hole_transfer", "energy_transfer", "charge_separation", "recombination"]
)
TIMES = frozenset({"fs", "ps", "ns", "us", "ms", "s"})
#: Labels that name a property without a statement about it.
NAMED = ("name", "symbol", "bareLabel")
CHANGE_LABELS = ("increaseLabel", "decreaseLabel")
#: Qualities whose presence means an improvement: to have them is to have more of them.
LASTING = frozenset(
    """air_stability oxidation_resistance water_stability thermal_stability
    photostability stability sintering_resistance surface_passivation
    electronic_coupling""".split()
)

#: Labels for what happened to a sample, as opposed to its nature: "degrade in air".
HAPPENING = re.compile(
    r"(?:photo)?(?:degrad|decompos|deteriorat|oxidi[sz]|bleach|dissolv|disintegrat|corrod|"
    r"hydroly[sz]|melt|los[et])",
    re.IGNORECASE,
)


def has_unit(mention: Mention, quantity: Quantity | None) -> bool:
    """Return whether a quantity is in a unit of the property itself, and no ratio of two values."""
    return quantity is not None and (quantity.unit or "1") in units_of(mention.id)


def is_phenomenon(notation: str) -> bool:
    """Return whether a property is something that happens or exists, rather than a quality."""
    term = vocabulary().get("property", notation)
    return term is not None and "phenomenon" in term.extra.get("aspect", ())


def is_flaw(notation: str) -> bool:
    """Return whether less of a property is better: leakage, roughness, recombination."""
    term = vocabulary().get("property", notation)
    return term is not None and "flaw" in term.extra.get("aspect", ())


def is_phenomenon_or_quality(notation: str) -> bool:
    """Return whether a property can be present: a phenomenon, or a quality such as uniformity."""
    return is_phenomenon(notation) or notation in QUALITIES
