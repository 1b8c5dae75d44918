"""The network that the analyses work on: things, joined where a text links them.

Occurring in one study does not join two things; an edge needs a link that a sentence states. The
members of a family (``AlOx``, ``Al2O3``) are one node. Conditions and baselines only qualify a
link, so they are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kg.analytics.facts import Facts, Link, Use

if TYPE_CHECKING:
    import networkx as nx


#: Link of a layer to its sample; it follows from the name of the sample.
LAYER_OF: Final = "layer of"
_PROPERTY_OF: Final = "property of"
_QUALIFYING: Final = frozenset({"condition of", "observed under", "compared with"})


def linked_network(facts: Facts) -> nx.Graph[str]:
    """Return the undirected network of all linked things of a graph.

    Returns
    -------
    Nodes are IRIs with ``kind`` and ``label``. An edge has ``links``, its :class:`Link` objects,
    each in its own direction, and ``weight``, the number of studies that state one.

    Notes
    -----
    Linear in the number of links. A link of a thing with its own family is left out.
    """
    import networkx as nx  # slow to import, so loaded only for an analysis

    found: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in _links(facts):
        if link.source != link.target:
            found[min(link.source, link.target), max(link.source, link.target)].append(link)
    network: nx.Graph[str] = nx.Graph()
    for iri in sorted({end for pair in found for end in pair}):
        network.add_node(iri, kind=facts.kind(iri), label=facts.label(iri))
    for pair, links in sorted(found.items()):
        unique = tuple(dict.fromkeys(links))
        network.add_edge(*pair, links=unique, weight=len({link.study for link in unique}))
    return network


def _links(facts: Facts) -> Iterator[Link]:
    described = {(use.study, facts.family(use.thing)): use for use in facts.uses}
    for link in facts.links:
        if link.name in _QUALIFYING:
            continue
        yield _moved(facts, link, link.source, link.name, link.target)
        if link.name == _PROPERTY_OF:
            whole = facts.family(link.target)
            for layer in dict.fromkeys(facts.layers_of(whole)):
                shown = described.get((link.study, whole), link)
                yield _moved(facts, shown, layer, LAYER_OF, whole)


def _moved(facts: Facts, link: Link | Use, source: str, name: str, target: str) -> Link:
    return Link(
        source=facts.family(source),
        name=name,
        target=facts.family(target),
        study=link.study,
        sentence=link.sentence,
        place=link.place,
    )


def studies_of(links: Iterable[Link]) -> frozenset[str]:
    """Return the studies that state one of these links."""
    return frozenset(link.study for link in links)
