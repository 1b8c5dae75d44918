"""Analyses of the graph as a network of linked things: what is central, missing or contradictory.

:func:`run` answers any analysis of :data:`ANALYSES` by its name, with plain arguments and a plain
table. Each analysis is a function of :class:`kg.analytics.facts.Facts`, which are read once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.analytics.inquiry import Inquiry
from kg.analytics.parameters import Parameter
from kg.analytics.reading import read_facts
from kg.analytics.registry import ANALYSES, Analysis, find_analysis
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Graph

__all__ = ["ANALYSES", "Analysis", "Inquiry", "Parameter", "find_analysis", "run"]


def run(store: Graph, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Return the result of a named analysis of a graph.

    Parameters
    ----------
    store
        The graph that is analysed.
    name
        A name of :data:`ANALYSES`.
    parameters
        The given values, by name; an empty text means the default.

    Raises
    ------
    QueryError
        If the analysis, a parameter or a value is unknown, or a needed value is missing.
    """
    return find_analysis(name).answer(read_facts(store), parameters or {})
