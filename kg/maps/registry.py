"""Every map by name: its question, its parameters and an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from kg.analytics.inquiry import Inquiry, find_named
from kg.analytics.parameters import Parameter, integer
from kg.analytics.trends import TRENDING
from kg.maps.changes import change_map
from kg.maps.growth import growth_map
from kg.maps.heat import heat_map
from kg.maps.links import link_map
from kg.maps.model import Answer
from kg.maps.timeline import timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Inquiry[Answer]):
    """An inquiry whose answer is a picture with its rows."""


def _name(name: str, description: str, default: str = "", argument: str = "") -> Parameter:
    return Parameter(
        name=name, type="name", default=default, description=description, argument=argument
    )


def _count(default: int, high: int, description: str) -> Parameter:
    return integer("count", default, 1, high, description)


_POINTS: Final = (200, 400, "the largest number of values to draw; the rows hold all")


def _sides(rows: str, columns: str) -> tuple[Parameter, ...]:
    told = "names, separated by commas; if empty, those with the most studies"
    return (
        _name("rows", f"the {rows}: {told}"),
        _name("columns", f"the {columns}: {told}"),
        _count(20, 40, "the largest number of rows and columns, if none are named"),
    )


_ALL: Final[tuple[Map, ...]] = (
    Map(
        name="links",
        title="Links around a thing",
        question="What is a material, process, reagent or property linked with, by which studies?",
        function=link_map,
        parameters=(
            _name("thing", "the thing in the middle; if empty, the most linked one"),
            _name("study", "only the links of this study, instead of a thing"),
            _count(24, 60, "the largest number of things around the centre"),
        ),
        example=(("thing", "Al2O3"),),
    ),
    Map(
        name="material-by-process",
        title="Materials by process",
        question="Which material was made by which process, what failed, and what was never tried?",
        function=partial(heat_map, relation="material-process"),
        parameters=(
            *_sides("materials", "processes"),
            integer("absent", 3, 0, 60, "number of processes listed that no study here uses"),
        ),
        example=(("rows", "Al2O3, ZnO, TiO2"),),
    ),
    Map(
        name="core-by-shell",
        title="Cores by shell",
        question="Which cores were covered by which shells, what failed, and what was never tried?",
        function=partial(heat_map, relation="core-coating"),
        parameters=_sides("cores", "shells"),
        example=(("rows", "PbS, PbSe, CdSe, InP"),),
    ),
    Map(
        name="first-reports",
        title="First reports",
        question="In which year was each material, process or precursor first reported here?",
        function=timeline,
        parameters=(
            Parameter(
                name="kind",
                type="choice",
                choices=tuple(TRENDING),
                default="process",
                description="the kind of term",
            ),
            integer("at_least", 1, 1, 1000, "the smallest number of studies that a term must have"),
            _count(30, 100, "the largest number of terms; those with the most studies are kept"),
        ),
        example=(("kind", "material"),),
    ),
    Map(
        name="growth",
        title="Growth per cycle by temperature",
        question="What is the growth per cycle at each deposition temperature, by process?",
        function=growth_map,
        parameters=(
            _name("process", "only this process and its kinds; any if empty"),
            _name("material", "only this material; any if empty"),
            _count(*_POINTS),
        ),
    ),
    Map(
        name="before-and-after",
        title="Values before and after",
        question="How did the quantum yield, mobility or another property change, and by what?",
        function=change_map,
        parameters=(
            _name(
                "property",
                "the property, including its kinds; if empty, the one with the most values",
                argument="property_",
            ),
            _count(*_POINTS),
        ),
        example=(("property", "electron mobility"),),
    ),
)

#: Every map by name, in the order in which they are listed.
MAPS: Final[Mapping[str, Map]] = MappingProxyType({one.name: one for one in _ALL})


def find_map(name: str) -> Map:
    """Return the map with this name.

    Raises
    ------
    QueryError
        If there is none; the message lists the existing ones.
    """
    return find_named("map", MAPS, name)
