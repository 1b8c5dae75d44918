"""Every analysis by name: its question, its parameters and the columns of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kg.analytics import (
    anomalies,
    centrality,
    communities,
    completeness,
    disagreements,
    gaps,
    paths,
    prediction,
    substitutions,
    trends,
)
from kg.analytics.inquiry import Inquiry, find_named
from kg.analytics.pairs import RELATIONS
from kg.analytics.parameters import Parameter, integer
from kg.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Inquiry[Table]):
    """An inquiry whose answer is a table with these columns."""

    columns: tuple[str, ...]


_STUDIES: Final = "the smallest number of studies that a thing must have"
_OF_PAIRS: Final = (
    "the smallest number of studies that each term of a pair must have; for a chosen thing all "
    "pairs are shown"
)
_RELATION: Final = Parameter(
    name="relation",
    type="choice",
    choices=tuple(RELATIONS),
    default="core-coating",
    description="what brings two things together",
)
_DEPOSITION: Final = Parameter(
    name="process",
    type="name",
    default="",
    description="the process, including its kinds; if empty, gas-phase and liquid-phase ALD",
)

_ALL: Final[tuple[Analysis, ...]] = (
    Analysis(
        name="centrality",
        title="The most linked things",
        question="Which materials, precursors, processes and properties are linked by the most "
        "studies?",
        function=centrality.rank_things,
        columns=centrality.COLUMNS,
        parameters=(
            Parameter(
                name="kind",
                type="choice",
                choices=centrality.RANKED,
                default="",
                description="only this kind; if empty, all but chemicals and techniques",
            ),
            integer("at_least", 1, 1, 1000, _STUDIES),
        ),
        example=(("kind", "material"), ("at_least", "2")),
    ),
    Analysis(
        name="communities",
        title="Groups of linked terms",
        question="Which materials, reagents, processes and properties are linked with each other?",
        function=communities.community_table,
        columns=communities.COLUMNS,
        parameters=(
            Parameter(
                name="resolution",
                type="number",
                default="1",
                low=0.1,
                high=10,
                description="above 1 smaller communities, below 1 larger ones",
            ),
            integer("at_least", 3, 1, 1000, "the smallest number of terms in a community"),
        ),
    ),
    Analysis(
        name="paths",
        title="How two things are connected",
        question="Through which links, and of which studies, does one thing lead to another?",
        function=paths.path_table,
        columns=paths.COLUMNS,
        parameters=(
            Parameter(
                name="start",
                type="name",
                description="a material, reagent, process, property, technique or sample",
            ),
            Parameter(name="end", type="name", description="the end of the chain, likewise"),
            integer("count", 3, 1, 10, "the largest number of chains to list"),
        ),
        example=(("start", "InP"), ("end", "quantum yield")),
    ),
    Analysis(
        name="gaps",
        title="The map of gaps",
        question="Which pairs were never combined, which failed, and what is not in this corpus?",
        function=gaps.gap_map,
        columns=gaps.COLUMNS,
        parameters=(
            _RELATION,
            Parameter(
                name="thing",
                type="name",
                default="",
                description="only pairs with this thing; all if empty",
            ),
            integer(
                "at_least",
                2,
                1,
                1000,
                _OF_PAIRS,
            ),
            Parameter(
                name="state",
                type="choice",
                choices=gaps.STATES,
                default="",
                description="only this state; if empty, all pairs that were not combined",
            ),
        ),
        example=(("thing", "PbSe"),),
    ),
    Analysis(
        name="predictions",
        title="Pairs that may come next",
        question="Which unreported pairs are most like those that are reported?",
        function=prediction.prediction_table,
        columns=prediction.COLUMNS,
        parameters=(_RELATION, integer("count", 20, 1, 200, "the largest number of pairs to list")),
        example=(("relation", "core-property"), ("count", "10")),
    ),
    Analysis(
        name="prediction-quality",
        title="How well pairs are predicted",
        question="Does the prediction find hidden pairs, and more of them than a simple count?",
        function=prediction.quality_table,
        columns=prediction.QUALITY_COLUMNS,
    ),
    Analysis(
        name="substitutions",
        title="Alternative precursors",
        question="Which precursors were tried for the same purpose, with which effects?",
        function=substitutions.substitution_table,
        columns=substitutions.COLUMNS,
        parameters=(
            Parameter(
                name="role",
                type="choice",
                choices=substitutions.ROLES,
                default=substitutions.PRECURSOR,
                description="the role of the reagents",
            ),
            Parameter(
                name="thing",
                type="name",
                default="",
                description="only for this solid or sample, or with this reagent; any if empty",
            ),
        ),
    ),
    Analysis(
        name="disagreements",
        title="Where studies disagree",
        question="Where do studies of a sample report opposite changes or incompatible values?",
        function=disagreements.disagreement_table,
        columns=disagreements.COLUMNS,
        parameters=(
            Parameter(
                name="property",
                type="name",
                default="",
                description="only this property and its kinds; any if empty",
                argument="property_",
            ),
            Parameter(
                name="within",
                type="flag",
                default="false",
                description="also pairs within one study, if cause, baseline or conditions differ",
            ),
        ),
    ),
    Analysis(
        name="anomalies",
        title="Numbers that look wrong",
        question="Which values are impossible, probably have a wrong unit, or are far from others?",
        function=anomalies.anomaly_table,
        columns=anomalies.COLUMNS,
        parameters=(
            integer(
                "neighbours", 4, 2, 1000, "the smallest number of other studies to compare with"
            ),
            Parameter(
                name="every",
                type="flag",
                default="false",
                description="list every value that was judged",
            ),
        ),
    ),
    Analysis(
        name="trends",
        title="Trends over the years",
        question="In which years were terms used, and is their use rising or falling?",
        function=trends.trend_table,
        columns=trends.COLUMNS,
        parameters=(
            Parameter(
                name="kind",
                type="choice",
                choices=tuple(trends.TRENDING),
                default="process",
                description="the kind of term",
            ),
            integer("at_least", 2, 1, 1000, _STUDIES),
        ),
    ),
    Analysis(
        name="completeness",
        title="How completely depositions are reported",
        question="How many studies of a deposition state its precursor, temperature, cycles, ...?",
        function=completeness.completeness_by_field,
        columns=completeness.COLUMNS_BY_FIELD,
        parameters=(_DEPOSITION,),
    ),
    Analysis(
        name="completeness-of-studies",
        title="How completely each study reports",
        question="What does each study of a deposition state, and what does it leave out?",
        function=completeness.completeness_by_study,
        columns=completeness.COLUMNS_BY_STUDY,
        parameters=(_DEPOSITION,),
        example=(("process", "colloidal ALD"),),
    ),
)

#: Every analysis by name, in the order in which they are listed.
ANALYSES: Final[Mapping[str, Analysis]] = MappingProxyType({one.name: one for one in _ALL})


def find_analysis(name: str) -> Analysis:
    """Return the analysis with this name.

    Raises
    ------
    QueryError
        If there is none; the message lists the existing ones.
    """
    return find_named("analysis", ANALYSES, name)
