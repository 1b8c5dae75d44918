"""Paths between two things: chains of links, each with its studies and a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from kg.analytics.facts import Facts, Link
from kg.analytics.names import thing_named
from kg.analytics.projection import linked_network
from kg.table import Row, Table

if TYPE_CHECKING:
    import networkx as nx


#: Extra length of a step that only one study states; more studies add less. It decides only between
#: chains with the same number of steps.
_RARITY: Final = 0.01

COLUMNS = ("path", "chain", "step", "from", "link", "to", "studies", "sentence", "place")


def path_table(facts: Facts, *, start: str, end: str, count: int = 3) -> Table:
    """Return the shortest chains of links between two things.

    Parameters
    ----------
    facts
        The graph.
    start, end
        Names of things: materials, reagents, processes, properties, techniques, samples.
    count
        The greatest number of chains.

    Returns
    -------
    One row for each link of each step. ``from`` and ``to`` have the direction that the text states,
    not that of the chain. Of equally long chains, those that more studies state come first. There
    is no row if nothing joins the two.

    Raises
    ------
    QueryError
        If a name is unknown.

    Notes
    -----
    Dijkstra's algorithm for each chain, O(edges + nodes * log nodes): each chain is the shortest
    that shares no inner thing with the ones before. A chain joins statements of different studies,
    so a relation between its ends is an idea, not a finding.

    References
    ----------
    E. W. Dijkstra, "A note on two problems in connexion with graphs", Numer. Math. 1, 269 (1959),
    doi:10.1007/BF01386390.
    """
    network = linked_network(facts)
    source = thing_named(facts, start, network, option="start")
    target = thing_named(facts, end, network, option="end")
    rows: list[Row] = []
    for number, nodes in enumerate(islice(_chains(network, source, target), count), start=1):
        chain = " – ".join(facts.label(node) for node in nodes)
        for step, pair in enumerate(pairwise(nodes), start=1):
            links = network.edges[pair]["links"]
            rows += [(number, chain, step, *row) for row in _link_rows(facts, links)]
    return Table(columns=COLUMNS, rows=tuple(rows))


def _chains(network: nx.Graph[str], source: str, target: str) -> Iterator[Sequence[str]]:
    """Yield the shortest path, then each time the shortest that avoids all earlier inner nodes."""
    import networkx as nx  # slow to import, so loaded only for an analysis

    left = nx.Graph(network)
    while source != target and nx.has_path(left, source, target):
        nodes = nx.dijkstra_path(left, source, target, weight=_length)
        yield nodes
        left.remove_nodes_from(nodes[1:-1])
        if len(nodes) == 2:
            left.remove_edge(source, target)


def _length(_source: str, _target: str, edge: dict[str, int]) -> float:
    return 1 + _RARITY / edge["weight"]


def _link_rows(facts: Facts, links: Iterable[Link]) -> Iterator[Row]:
    """Yield a row for each type of link in each direction, with all studies that state it."""
    grouped: defaultdict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in links:
        grouped[facts.label(link.source), link.name, facts.label(link.target)].append(link)
    for (source, name, target), group in sorted(grouped.items()):
        shown = best_shown(facts, group)
        studies = facts.labels({link.study for link in group})
        yield source, name, target, studies, shown.sentence, shown.place


def best_shown(facts: Facts, links: Sequence[Link]) -> Link:
    """Return the link with the best sentence to show: it names both ends, and is short."""

    def rank(link: Link) -> tuple[bool, int, int, str]:
        ends = (facts.label(link.source), facts.label(link.target))
        named = sum(end.casefold() in link.sentence.casefold() for end in ends)
        return link.sentence.startswith("("), -named, len(link.sentence), link.sentence

    return min(links, key=rank)
