"""The whole linked graph as a network, for Gephi, Cytoscape, yEd and networkx.

Nodes are studies and all things that they used, made or found. Edges are typed. An edge from a
study to a thing that it used has the role as its type. Each link that a text states is an edge from
thing to thing, once for each study that states it, with the sentence. The graph is directed and may
have several edges between two nodes. networkx holds all of it, so memory grows with it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO

from corpus.legible import legible

if TYPE_CHECKING:
    import networkx as nx

    from kg.analytics.facts import Facts, Link, Use
    from kg.store import Graph

STUDY = "study"
#: The two sorts of edges: a link stated in the text, and a thing that a study has.
LINK, USE = "link", "use"

#: The day of writing in GEXF, which is removed so that equal graphs give equal files.
_DATE = re.compile(r' lastmodifieddate="[^"]*"')


def linked_graph(facts: Facts) -> nx.MultiDiGraph[str]:
    """Return the whole linked graph.

    Returns
    -------
    Nodes are IRIs with ``label`` and ``kind``, studies also with ``year`` if it is known. Edges
    have ``sort`` (:data:`LINK` or :data:`USE`), ``link`` (such as ``makes``, ``precursor for`` or
    ``on``; for a use the role), ``study`` (the label), ``sentence`` and ``place``.
    """
    import networkx as nx  # slow to import, so loaded only for an export

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, study in facts.studies.items():
        year = {"year": study.year} if study.year is not None else {}
        graph.add_node(iri, label=legible(study.label), kind=STUDY, **year)
    edges: dict[tuple[str, str, str, str, str], Link | Use] = {
        **{(use.study, use.thing, use.role, USE, use.study): use for use in facts.uses},
        **{(one.source, one.target, one.name, LINK, one.study): one for one in facts.links},
    }
    for iri in sorted({end for source, target, *_ in edges for end in (source, target)}):
        if iri in facts.nodes:
            graph.add_node(iri, label=legible(facts.label(iri)), kind=facts.kind(iri))
    for number, (key, said) in enumerate(sorted(edges.items(), key=lambda item: item[0])):
        source, target, name, sort, _ = key
        graph.add_edge(source, target, key=number, sort=sort, link=name, **_edge_texts(facts, said))
    return graph


def _network_of(store: Graph) -> nx.MultiDiGraph[str]:
    from kg.analytics.reading import read_facts  # not needed when a build lists formats

    return linked_graph(read_facts(store))


def _edge_texts(facts: Facts, said: Link | Use) -> dict[str, str]:
    return {
        "study": legible(facts.label(said.study)),
        "sentence": legible(said.sentence),
        "place": legible(said.place),
    }


def write_graphml(store: Graph, out: BinaryIO) -> None:
    """Write the linked graph as GraphML."""
    import networkx as nx  # slow to import, so loaded only for an export

    for line in nx.generate_graphml(_network_of(store)):
        out.write(f"{line}\n".encode())


def write_gexf(store: Graph, out: BinaryIO) -> None:
    """Write the linked graph as GEXF 1.2."""
    import networkx as nx  # slow to import, so loaded only for an export

    for line in nx.generate_gexf(_network_of(store)):
        out.write(_DATE.sub("", f"{line}\n").encode())


def write_cytoscape(store: Graph, out: BinaryIO) -> None:
    """Write the linked graph as Cytoscape JSON, for Cytoscape and Cytoscape.js."""
    import networkx as nx  # slow to import, so loaded only for an export

    data = nx.cytoscape_data(_network_of(store), name="label")
    for part in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(data):
        out.write(part.encode())
    out.write(b"\n")
