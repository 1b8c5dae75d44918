"""The network of studies and materials as GraphML and GEXF, for Gephi, Cytoscape and yEd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import networkx as nx

from kg.analytics.projection import study_material_network

if TYPE_CHECKING:
    from kg.store import Store

#: GEXF carries the day of writing, by which equal graphs would differ.
_DATE = re.compile(r' lastmodifieddate="[^"]*"')
#: What XML 1.0 cannot carry.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render_graphml(store: Store) -> str:
    """The bipartite network of studies and materials as GraphML."""
    return "\n".join(nx.generate_graphml(_clean(study_material_network(store)))) + "\n"


def render_gexf(store: Store) -> str:
    """The bipartite network of studies and materials as GEXF 1.2."""
    lines = nx.generate_gexf(_clean(study_material_network(store)))
    return _DATE.sub("", "\n".join(lines)) + "\n"


def _clean(network: nx.Graph) -> nx.Graph:
    for _, data in network.nodes(data=True):
        data["label"] = _FORBIDDEN.sub("", data["label"])
    return network
