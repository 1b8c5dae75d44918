"""Families of forms and solids that the rules distinguish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.composition import composition_classes
from kg.notation.symbols import SYMBOL
from ontology import vocabulary

#: Forms of a continuous layer.
FILM_FORMS = frozenset({"thin_film", "nanolaminate", "mesoporous_film"})
#: Films made of particles -> the form of these particles.
PARTICLE_FILMS = {"quantum_dot_film": "quantum_dot", "nanoplatelet_film": "nanoplatelet"}
#: Elements that are electrodes, catalysts or wafers rather than the core or shell of a dot.
METALS = frozenset(
    {"Au", "Ag", "Cu", "Pt", "Pd", "Al", "Ti", "W", "Ru", "Ni", "Co", "Si", "Ge", "Cr", "Mo"}
)
#: Metals whose particles on a carrier are catalysts.
CATALYST_METALS = frozenset("Au Ag Cu Pt Pd Ru Rh Ir Os Ni Co Fe Pt-Pd PtPd Re".split())
#: Uses of metal particles on a carrier.
CATALYTIC_USES = frozenset({"catalysis", "fuel_cell", "co2_electroreduction"})
#: Forms that add nothing to a more specific form of the same solid.
GENERIC_FORMS = frozenset({"nanoparticle", "particle"})
#: Forms that are no particle in themselves.
_NO_PARTICLE = FILM_FORMS | {"bulk", "monolayer_film", "powder"}
#: Syntheses in a liquid.
WET_SYNTHESES = frozenset(
    "colloidal_synthesis sol_gel solvothermal_synthesis precipitation chemical_reduction".split()
)
#: Semiconductors that are made as colloidal dots.
_DOT_CLASSES = frozenset(
    {
        "Sulfide",
        "Selenide",
        "Telluride",
        "LeadHalidePerovskite",
        "IIIVSemiconductor",
        "IIVISemiconductor",
        "IVVISemiconductor",
        "Metal",
    }
)


def is_particle(form: str) -> bool:
    """Return whether a form is a particle: a dot, a rod, a wire, a sphere."""
    return bool(form) and form not in _NO_PARTICLE


#: Solids that are used as bare plates and foils.
PLATES = frozenset(
    {"glass", "borosilicate glass", "soda-lime glass", "quartz", "sapphire", "mica"}
    | {"PET", "PEN", "polyimide"}
)


@lru_cache(maxsize=4096)
def is_dot_material(formula: str) -> bool:
    """Return whether a solid is one that the field makes as colloidal nanocrystals."""
    return bool(_DOT_CLASSES & set(composition_classes(formula)))


#: Endings of names of carbon for a tube or a fibre, and their acronyms.
_TUBE = re.compile(r"(?:tube|fib(?:er|re))s?$|^(?:MW|SW|DW)?CN[TF]s?$")
_SHEET = re.compile(r"\s(?:thin\s)?(?:films?|layers?|coatings?)\b")


def is_tube(name: str, behind: str) -> bool:
    """Return whether a name of carbon and the words after it mean a tube or a fibre, and no film.

    >>> is_tube("carbon nanotubes", " grew"), is_tube("CNF", " film"), is_tube("graphene", "")
    (True, False, False)
    """
    return _TUBE.search(name) is not None and not _SHEET.match(behind)


@lru_cache(maxsize=4096)
def is_catalyst_metal(formula: str) -> bool:
    """Return whether a solid is a metal whose particles are catalysts, or an alloy of such metals.

    >>> [is_catalyst_metal(formula) for formula in ("Pt", "PtRu", "PtO2", "Si")]
    [True, True, False, False]
    """
    symbols = set(SYMBOL.findall(formula))
    return bool(symbols) and symbols <= CATALYST_METALS and "." not in formula


@lru_cache(maxsize=4096)
def is_wafer(formula: str) -> bool:
    """Return whether a solid is used as a wafer or a sheet that others grew: "MBE-grown GaAs"."""
    return formula in ("C", "Si", "Ge") or "IIIVSemiconductor" in composition_classes(formula)


@lru_cache(maxsize=4096)
def is_oxide(formula: str) -> bool:
    """Return whether a solid is an oxide."""
    return "Oxide" in composition_classes(formula)


#: How names of organic solids that hold particles begin or end.
_ORGANIC = re.compile(
    r"^[Pp]oly(?!cr)|cellulose|silicone|epoxy|chitosan|gelatin|alginate|resin|rubber|"
    r"^(?:nylon|Kevlar|cotton|silk|wool|Nafion)"
)


@lru_cache(maxsize=4096)
def is_polymer(formula: str) -> bool:
    """Return whether a solid is a polymer, by its name or the name of its symbol.

    >>> [is_polymer(solid) for solid in ("PMMA", "poly(hexyl acrylate)", "ITO", "PbSe")]
    [True, True, False, False]
    """
    if composition_classes(formula) or SYMBOL.fullmatch(formula):
        return False  # silicon is also called polysilicon
    term = vocabulary().get("material", formula)
    names = (formula, *((term.label, *term.alts) if term is not None else ()))
    return any(_ORGANIC.search(name) for name in names)


@cache
def broader(kind: str, notation: str, *, steps: int = 9) -> frozenset[str]:
    """Return the broader terms of a term (``skos:broader``), up to ``steps`` steps, by notation."""
    found: set[str] = set()
    level = {notation}
    for _ in range(steps):
        terms = [vocabulary().get(kind, name) for name in level]
        iris = [iri for term in terms if term is not None for iri in term.broader]
        wider = [vocabulary().by_iri(iri) for iri in iris]
        level = {term.notation for term in wider if term is not None} - found
        found |= level
    return frozenset(found)


def core_of(layers: Sequence[str]) -> str:
    """Return the core of a stack: the middle layer of a symmetric one, else the first.

    >>> core_of(["CdS", "CdSe", "CdS"]), core_of(["CdSe", "CdS", "ZnS"])
    ('CdSe', 'CdSe')
    """
    symmetric = len(layers) % 2 == 1 and list(layers) == list(reversed(layers))
    return layers[len(layers) // 2] if symmetric else layers[0]


_FRAMEWORK = re.compile(r"MOF|^ZIF-|^MIL-|^UiO-|^NU-|^HKUST|^COF")


def is_framework(formula: str) -> bool:
    """Return whether a solid is a metal-organic framework, by its name."""
    return _FRAMEWORK.search(formula) is not None
