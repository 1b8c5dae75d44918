"""The network of studies and materials as GraphML and GEXF, for Gephi, Cytoscape and yEd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.store import Graph

#: GEXF carries the day of writing, by which equal graphs would differ.
_DATE = re.compile(r' lastmodifieddate="[^"]*"')


def render_graphml(store: Graph) -> str:
    """The bipartite network of studies and materials as GraphML."""
    import networkx

    return "\n".join(networkx.generate_graphml(_network(store))) + "\n"


def render_gexf(store: Graph) -> str:
    """The bipartite network of studies and materials as GEXF 1.2."""
    import networkx  # only where a network is written: it takes a third of a second to load

    lines = networkx.generate_gexf(_network(store))
    return _DATE.sub("", "\n".join(lines)) + "\n"


def _network(store: Graph) -> Any:
    from kg.analytics.projection import study_material_network

    return study_material_network(store)
