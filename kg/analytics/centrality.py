"""The most linked things, and how many shortest paths lead through each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.analytics.facts import Facts
from kg.analytics.projection import linked_network, studies_of
from kg.table import Iri, Row, Table

if TYPE_CHECKING:
    import networkx as nx


#: Greatest number of nodes for an exact betweenness; in larger networks it is sampled.
EXACT_UP_TO: Final = 2_000
_SAMPLES: Final = 256
SEED: Final = 7

PRECURSOR: Final = "precursor"
#: Choices for a ranking: kinds of things, and reagents in the role of a precursor.
RANKED: Final = ("material", PRECURSOR, "chemical", "process", "property", "technique")

COLUMNS = (
    *("kind", "rank", "name", "studies", "neighbours", "betweenness", "linked_most_to"),
    "name_iri",
)


def rank_things(facts: Facts, *, kind: str = "", at_least: int = 1) -> Table:
    """Return the things of each kind, ranked by the number of studies that link them.

    Parameters
    ----------
    facts
        The graph.
    kind
        One of :data:`RANKED`; if empty, materials, precursors, processes and properties.
    at_least
        The least number of studies that link a thing.

    Returns
    -------
    ``studies`` link the thing to others, ``neighbours`` are the things that it is linked to.
    ``betweenness`` (0 to 1) is the share of shortest paths between two other things that lead
    through it.

    Notes
    -----
    O(nodes * edges) up to 2000 nodes; beyond, betweenness is estimated from 256 sources
    drawn with a fixed seed.

    References
    ----------
    U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25, 163 (2001),
    doi:10.1080/0022250X.2001.9990249.
    """
    import networkx as nx  # slow to import, so loaded only for an analysis

    network = linked_network(facts)
    samples = None if network.number_of_nodes() <= EXACT_UP_TO else _SAMPLES
    between = nx.betweenness_centrality(network, k=samples, seed=SEED)
    shown = (kind,) if kind else ("material", PRECURSOR, "process", "property")
    rows: list[Row] = []
    for one in shown:
        found = [_row(network, node, between[node]) for node in _nodes(facts, network, one)]
        kept = [row for row in found if isinstance(row[1], int) and row[1] >= at_least]
        kept.sort(key=lambda row: (-int(row[1] or 0), -int(row[2] or 0), str(row[0])))
        rows += [(one, rank, *row) for rank, row in enumerate(kept, start=1)]
    return Table(columns=COLUMNS, rows=tuple(rows))


def _nodes(facts: Facts, network: nx.Graph[str], kind: str) -> Iterator[str]:
    precursors = facts.in_role.get(PRECURSOR, frozenset())
    for node, data in network.nodes(data=True):
        if node in precursors if kind == PRECURSOR else data["kind"] == kind:
            yield node


def _row(network: nx.Graph[str], node: str, between: float) -> Row:
    edges = network[node]
    studies = studies_of(link for edge in edges.values() for link in edge["links"])
    label = network.nodes[node]["label"]
    return (
        label,
        len(studies),
        len(edges),
        round(between, 4),
        _strongest(network, node),
        Iri(node),
    )


def _strongest(network: nx.Graph[str], node: str, count: int = 3) -> str:
    """Return the neighbours that most studies link, with their numbers; samples are left out."""
    weights = Counter(
        {
            network.nodes[other]["label"]: edge["weight"]
            for other, edge in network[node].items()
            if network.nodes[other]["kind"] != "system"
        }
    )
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{label} ({weight})" for label, weight in ordered[:count])
