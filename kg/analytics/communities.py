"""Communities: groups of things with more links among themselves than to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kg.analytics.facts import Facts
from kg.analytics.projection import linked_network, studies_of
from kg.table import Row, Table

if TYPE_CHECKING:
    import networkx as nx


#: Seed of the order in which Louvain visits nodes; fixed, so that results can be repeated.
SEED: Final = 7
#: The number of terms in the name of a community.
NAMED_BY: Final = 3

#: Column -> the kinds of things listed in it.
_LISTED: Final[Mapping[str, tuple[str, ...]]] = {
    "materials": ("material", "class"),
    "reagents": ("chemical",),
    "processes": ("process",),
    "properties": ("property",),
    "techniques": ("technique",),
}
COLUMNS = ("community", "named_by", "terms", "studies", "linked_inside", *_LISTED)


def community_table(facts: Facts, *, resolution: float = 1.0, at_least: int = 3) -> Table:
    """Return the communities of the linked network, the largest first.

    Parameters
    ----------
    facts
        The graph.
    resolution
        Values above 1 give smaller communities, values below 1 larger ones.
    at_least
        The least number of terms of a community; samples do not count as terms.

    Returns
    -------
    ``named_by`` are the terms with the strongest links inside the community, ``studies`` those that
    state a link inside, ``linked_inside`` the share of the links of its members that stay inside.

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.

    Notes
    -----
    Louvain's method over nodes in sorted order with a fixed seed, weighted by studies; near linear
    in the number of edges. It is a heuristic: other groupings can score as well.

    References
    ----------
    V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. P10008
    (2008), doi:10.1088/1742-5468/2008/10/P10008.
    """
    network = linked_network(facts)
    found = []
    for group in find_communities(network, resolution=resolution):
        terms = [node for node in group if network.nodes[node]["kind"] != "system"]
        if len(terms) >= at_least:
            found.append(_row(network, group, terms))
    found.sort(key=lambda row: (-int(row[1] or 0), str(row[0])))
    rows = tuple((number, *row) for number, row in enumerate(found, start=1))
    return Table(columns=COLUMNS, rows=rows)


def _row(network: nx.Graph[str], group: Sequence[str], terms: Sequence[str]) -> Row:
    inside = network.subgraph(group)
    strength = dict(inside.degree(weight="weight"))
    by_strength = sorted(terms, key=lambda node: (-strength[node], _label(network, node)))
    within = sum(strength.values())
    total = sum(weight for _, weight in network.degree(group, weight="weight"))
    links = (link for _, _, found in inside.edges(data="links") for link in found)
    return (
        ", ".join(_label(network, node) for node in by_strength[:NAMED_BY]),
        len(terms),
        len(studies_of(links)),
        round(within / total, 2) if total else None,
        *(
            ", ".join(_label(network, n) for n in by_strength if network.nodes[n]["kind"] in kinds)
            or None
            for kinds in _LISTED.values()
        ),
    )


def _label(network: nx.Graph[str], node: str) -> str:
    return str(network.nodes[node]["label"])


def find_communities(
    network: nx.Graph[str], *, resolution: float = 1.0
) -> tuple[tuple[str, ...], ...]:
    """Return groups of nodes, each node in one group, the largest first; nodes are sorted.

    Raises
    ------
    ValueError
        If ``resolution`` is not positive.

    Examples
    --------
    >>> import networkx as nx
    >>> two = nx.relabel_nodes(nx.barbell_graph(3, 0), str)
    >>> find_communities(two)
    (('0', '1', '2'), ('3', '4', '5'))
    """
    import networkx as nx  # slow to import, so loaded only for an analysis

    if resolution <= 0:
        raise ValueError(f"resolution must be positive, not {resolution}")
    names = sorted(network)
    groups = nx.community.louvain_communities(
        _numbered(network, names), resolution=resolution, seed=SEED
    )
    named = (tuple(sorted(names[number] for number in group)) for group in groups)
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def _numbered(network: nx.Graph[str], names: Sequence[str]) -> nx.Graph[int]:
    """Return the network with numbers as nodes, because sets of numbers have a stable order."""
    import networkx as nx  # slow to import, so loaded only for an analysis

    number = {name: position for position, name in enumerate(names)}
    edges = ((*sorted((number[a], number[b])), w) for a, b, w in network.edges(data="weight"))
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    numbered.add_weighted_edges_from(sorted((a, b, 1 if w is None else w) for a, b, w in edges))
    return numbered
