"""The links around a thing, or the links that one study states, with their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.analytics.facts import KINDS, Facts, Link
from kg.analytics.names import thing_named
from kg.analytics.projection import linked_network, studies_of
from kg.errors import QueryError
from kg.grounding import ground
from kg.maps.model import Answer, DrawnEdge, DrawnNode, Mark, NodeLinkDiagram
from kg.statements.quads import NOT_SHIPPED
from kg.table import Iri, Row, Table
from ontology import vocabulary

if TYPE_CHECKING:
    import networkx as nx


#: Kinds of things in their order around the centre.
_AROUND = ("material", "system", "chemical", "process", "technique", "property", "parameter")
_NO_TEXT = NOT_SHIPPED.partition("{")[0]
#: Greatest number of characters of a sentence in a mark; the table has the full sentence.
_TOLD = 160

COLUMNS = (
    *("thing", "link", "other", "study", "year", "sentence", "place"),
    *("thing_iri", "other_iri", "study_iri", "first_raw", "second_raw"),
)


def link_map(facts: Facts, *, thing: str = "", study: str = "", count: int = 24) -> Answer:
    """Return the links around a thing, or all links that one study states.

    Parameters
    ----------
    facts
        The graph.
    thing
        A material, reagent, process, property, technique or sample; if neither this nor a study is
        given, the most linked one.
    study
        The label or IRI of a study, or the last part of the IRI: only its links.
    count
        The greatest number of things around the centre; those that most studies link are kept.

    Returns
    -------
    One row for every link that is drawn, as the text states it. ``first`` and ``second`` are its
    ends in the picture, from the centre outwards.

    Raises
    ------
    QueryError
        If the name is unknown, or both are given.
    """
    if thing and study:
        raise QueryError("links: give either a thing or a study")
    if study:
        facts = _of_study(facts, study)
    network = linked_network(facts)
    centre = "" if study or not network else _centre(facts, network, thing)
    if not network or (centre and centre not in network):
        return _empty(study or thing)
    shown = _drawn_things(network, centre, count)
    drawn = network.subgraph(shown)
    left_out = (len(network) if not centre else len(network[centre]) + 1) - len(shown)
    name = facts.label(centre) if centre else study_label(facts)
    edges = sorted(
        _edges(drawn, centre, shown),
        key=lambda edge: (edge[0] != centre, -len(studies_of(edge[2])), edge[:2]),
    )
    return Answer(
        title=f"Links around {name}" if centre else f"Links that {name} states",
        description=(
            f"{len(shown)} things and {len(edges)} links among them; each line is a link that a"
            " sentence states; a wider line means more studies."
        ),
        picture=NodeLinkDiagram(
            nodes=tuple(_node(facts, drawn, iri, centre) for iri in shown),
            edges=tuple(_edge(facts, *edge) for edge in edges),
            has_centre=bool(centre),
        ),
        table=Table(columns=COLUMNS, rows=tuple(_rows(facts, edges))),
        notes=(f"Linked and not shown: {left_out} more.",) if left_out > 0 else (),
        pair=("first_raw", "second_raw"),
    )


def study_label(facts: Facts) -> str:
    """Return the label of the one study in these facts."""
    return facts.labels({link.study for link in facts.links})


def _of_study(facts: Facts, name: str) -> Facts:
    """Return only the links and uses of one study.

    Raises
    ------
    QueryError
        If there is no study with that name.
    """
    wanted = name.strip().casefold()
    found = [
        iri
        for iri, study in facts.studies.items()
        if wanted in (iri.casefold(), study.label.casefold(), iri.rpartition("/")[2].casefold())
    ]
    if not found:
        raise QueryError(f"study: nothing in this graph is called {name!r}")
    return replace(
        facts,
        links=tuple(link for link in facts.links if link.study in found),
        uses=tuple(use for use in facts.uses if use.study in found),
    )


def _empty(name: str) -> Answer:
    return Answer(
        title=f"Links of {name}" if name else "Links",
        description="No text in the graph states a link.",
        picture=None,
        table=Table(columns=COLUMNS),
        pair=("first_raw", "second_raw"),
    )


def _centre(facts: Facts, network: nx.Graph[str], thing: str) -> str:
    """Return the requested thing, even if it has no links; by default the most linked one.

    Raises
    ------
    QueryError
        If neither the graph nor the vocabulary has the name.
    """
    if thing:
        try:
            return facts.family(thing_named(facts, thing, network.nodes, option="thing"))
        except QueryError:
            kinds = set(KINDS) & set(vocabulary().kinds)
            terms = (ground(kind, thing).term for kind in sorted(kinds))
            known = next((term.iri for term in terms if term is not None), "")
            if known:
                return known
            raise
    return min(map(str, network), key=lambda iri: (-network.degree(iri, weight="weight"), iri))


def _drawn_things(network: nx.Graph[str], centre: str, count: int) -> list[str]:
    """Return the centre and the things around it, by kind; or the most linked things."""

    def weight(iri: str) -> int:
        return int(network.edges[centre, iri]["weight"] if centre else network.degree(iri))

    near: Iterable[str] = network[centre] if centre else network
    chosen = sorted(near, key=lambda iri: (-weight(iri), _label(network, iri), iri))[:count]
    chosen.sort(key=lambda iri: (_place(network, iri), _label(network, iri), iri))
    return [centre, *chosen] if centre else chosen


def _label(network: nx.Graph[str], iri: str) -> str:
    return str(network.nodes[iri]["label"]).casefold()


def _place(network: nx.Graph[str], iri: str) -> int:
    kind = network.nodes[iri]["kind"]
    return _AROUND.index(kind) if kind in _AROUND else len(_AROUND)


_Edge = tuple[str, str, Sequence[Link]]


def _edges(network: nx.Graph[str], centre: str, shown: Sequence[str]) -> Iterator[_Edge]:
    """Yield each edge, directed from the centre, or else in the order of the shown things."""
    for one, other, links in network.edges(data="links"):
        first, second = sorted((one, other), key=lambda iri: (iri != centre, shown.index(iri)))
        yield first, second, links


def _node(facts: Facts, network: nx.Graph[str], iri: str, centre: str) -> DrawnNode:
    below = ""
    if centre and iri != centre:
        links = network.edges[centre, iri]["links"]
        number = len(studies_of(links))
        below = f"{_names(links)} · {number} {'study' if number == 1 else 'studies'}"
    label, kind = facts.label(iri), facts.kind(iri)
    mark = Mark(title=f"{label} ({kind})", iri=iri)
    return DrawnNode(iri=iri, kind=kind, label=label, below=below, mark=mark)


def _names(links: Iterable[Link]) -> str:
    """Return the names of the two most frequent kinds of links."""
    names = [link.name for link in links]
    ranked = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    return ", ".join(ranked[:2]) + (" …" if len(ranked) > 2 else "")


def _edge(facts: Facts, first: str, second: str, links: Sequence[Link]) -> DrawnEdge:
    told = next((link for link in links if _quote(link)), links[0])
    stated = f"{facts.label(told.source)} {told.name} {facts.label(told.target)}"
    title = f"{stated}: {facts.labels(studies_of(links))}. {_quote(told)}".strip()
    mark = Mark(title=title, rows=(facts.label(first), facts.label(second)))
    return DrawnEdge(ends=(first, second), studies=len(studies_of(links)), mark=mark)


def _quote(link: Link) -> str:
    """Return the beginning of the sentence of a link; ``""`` if the text may not be passed on."""
    if link.sentence.startswith(_NO_TEXT):
        return ""
    return link.sentence if len(link.sentence) <= _TOLD else link.sentence[:_TOLD] + " …"


def _rows(facts: Facts, edges: Iterable[_Edge]) -> Iterator[Row]:
    for first, second, links in edges:
        for link in links:
            study = facts.studies[link.study]
            yield (
                *(facts.label(link.source), link.name, facts.label(link.target)),
                *(study.label, study.year, link.sentence or None, link.place or None),
                *(Iri(link.source), Iri(link.target), Iri(study.iri)),
                *(facts.label(first), facts.label(second)),
            )
