"""A picture of the ontology as SVG: its classes as boxes, its properties as arrows.

The picture is derived from the Turtle alone and is always the same: ``python -m ontology.drawing``
rewrites ``docs/ontology.svg``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

from ontology import rdf, source
from ontology.axioms import Index, below, index_triples, values
from ontology.iri import NAMESPACE, PREFIXES
from ontology.layout import Edge, Layout, lay_out
from ontology.rdf import Node, text_of

_RDF, _RDFS, _OWL = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"]

#: Sizes in pixels.
_WIDTH: Final = 156
_GAP: Final = 128
_BOX: Final = 40
_PASSAGE: Final = 16
_SPACE: Final = 16
_MARGIN: Final = 20
_LETTER: Final = 6.2
#: The most property names printed at an arrow.
_NAMED: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The content of the drawing: arrows between classes with the names of their properties.

    ``narrower`` has the number of classes below each class.
    """

    arrows: Mapping[Edge, tuple[str, ...]]
    narrower: Mapping[str, int]


def overview(triples: Iterable[rdf.Triple] | None = None) -> Overview:
    """Return the classes linked by object properties; of two inverse properties, one is kept.

    Narrower properties are left out if the wider one is drawn.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    index = index_triples(source.model() if triples is None else triples)
    arrows: defaultdict[Edge, list[str]] = defaultdict(list)
    for node in sorted(index, key=str):
        ends = _ends(index, node)
        if ends is not None:
            arrows[ends].append(text_of(node).removeprefix(NAMESPACE))
    tree = below(index, _RDFS + "subClassOf")
    names = {name for edge in arrows for name in edge}
    return Overview(
        arrows={edge: tuple(names) for edge, names in sorted(arrows.items())},
        narrower={name: len(tree.get(NAMESPACE + name, ())) for name in sorted(names)},
    )


def _ends(index: Index, node: Node) -> Edge | None:
    """Return the two classes that a property links, ``None`` if it is not to be drawn."""
    is_property = rdf.NamedNode(_OWL + "ObjectProperty") in values(index, node, _RDF + "type")
    if not is_property or not text_of(node).startswith(NAMESPACE):
        return None
    wider = (text_of(one) for one in values(index, node, _RDFS + "subPropertyOf"))
    if values(index, node, _OWL + "inverseOf") or any(one.startswith(NAMESPACE) for one in wider):
        return None
    ends = [
        text_of(next(iter(values(index, node, _RDFS + side)), None)) for side in ("domain", "range")
    ]
    if not all(end.startswith(NAMESPACE) for end in ends):
        return None
    start, end = (end.removeprefix(NAMESPACE) for end in ends)
    return start, end


def draw(found: Overview | None = None, *, base: str = NAMESPACE) -> str:
    """Return the picture as SVG.

    Parameters
    ----------
    found
        The content of the drawing; the whole ontology if left out.
    base
        The prefix of a class name in a link: the namespace, or ``#`` inside a page.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    shown = found or overview()
    layout = lay_out(shown.arrows)
    places = _places(layout)
    height = max((y for _, y in places.values()), default=0) + _BOX + _MARGIN
    width = len(layout.layers) * (_WIDTH + _GAP) - _GAP + 2 * _MARGIN
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="group" '
        f'viewBox="0 0 {width} {height:.0f}" font-family="sans-serif" font-size="11">',
        "<title>Classes and properties of the ontology</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#567"/></marker></defs>',
        f'<rect width="{width}" height="{height:.0f}" fill="#fff"/>',
        *_arrows(shown, layout, places),
        *_boxes(shown, layout, places, base),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


#: Node -> its upper left corner.
_Places = Mapping[str, tuple[float, float]]


def _places(layout: Layout) -> _Places:
    heights = [sum(_height(node) + _SPACE for node in layer) for layer in layout.layers]
    tallest = max(heights, default=0)
    places: dict[str, tuple[float, float]] = {}
    for number, layer in enumerate(layout.layers):
        x = _MARGIN + number * (_WIDTH + _GAP)
        slack = (tallest - heights[number]) / (len(layer) + 1)
        y = _MARGIN + slack
        for node in layer:
            places[node] = (x, y)
            y += _height(node) + _SPACE + slack
    return places


def _is_passage(node: str) -> bool:
    return "|" in node


def _height(node: str) -> int:
    return _PASSAGE if _is_passage(node) else _BOX


def _boxes(shown: Overview, layout: Layout, places: _Places, base: str) -> Iterator[str]:
    for layer in layout.layers:
        for node in layer:
            if _is_passage(node):
                continue
            x, y = places[node]
            count = shown.narrower.get(node, 0)
            below_it = f"{count} narrower {'class' if count == 1 else 'classes'}" if count else ""
            middle = y + (17 if count else 24)
            own = ", ".join(shown.arrows.get((node, node), ()))
            yield f'<a href="{escape(base + node)}">'
            if own:
                yield f"<title>{escape(f'{node}: {own} (to the same class)')}</title>"
            yield (
                f'<rect x="{x}" y="{y:.1f}" width="{_WIDTH}" height="{_BOX}" rx="6" '
                'fill="#eef4fa" stroke="#567"/>'
            )
            yield _text(x + _WIDTH / 2, middle, node, 'font-weight="bold" fill="#123"')
            if below_it:
                yield _text(x + _WIDTH / 2, y + 32, below_it, 'fill="#567" font-size="9"')
            yield "</a>"


def _arrows(shown: Overview, layout: Layout, places: _Places) -> Iterator[str]:
    labels: list[str] = []
    for edge, route in layout.routes.items():
        points = _points(route, places)
        curve = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
        for (x0, y0), (x1, y1) in pairwise(points):
            bend = (x0 + x1) / 2
            curve += f" C{bend:.1f} {y0:.1f} {bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        yield f'<path d="{curve}" fill="none" stroke="#9ab" marker-end="url(#tip)"/>'
        names = shown.arrows[edge]
        label = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        (x0, y0), (x1, y1) = points[-2:]
        x, y = x0 + (x1 - x0) * 0.68, y0 + (y1 - y0) * 0.78
        labels += [
            f'<rect x="{x - len(label) * _LETTER / 2 / 1.15:.1f}" y="{y - 9:.1f}" '
            f'width="{len(label) * _LETTER / 1.15:.1f}" height="12" fill="#fff" opacity="0.85"/>',
            _text(x, y, label, 'fill="#345" font-size="9.5"', ", ".join(names)),
        ]
    yield from labels


def _points(route: tuple[str, ...], places: _Places) -> list[tuple[float, float]]:
    """Return the points of an arrow, which starts and ends at the facing sides of its boxes."""
    points: list[tuple[float, float]] = []
    is_forward = places[route[0]][0] < places[route[-1]][0]
    for number, node in enumerate(route):
        x, y = places[node]
        middle = y + _height(node) / 2
        near, far = (x, x + _WIDTH) if is_forward else (x + _WIDTH, x)
        if number > 0:
            points.append((near, middle))
        if number < len(route) - 1:
            points.append((far, middle))
    return points


def _text(x: float, y: float, words: str, style: str, title: str = "") -> str:
    hint = f"<title>{escape(title)}</title>" if title and title != words else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" {style}>{hint}{escape(words)}</text>'
    )


if __name__ == "__main__":
    from pathlib import Path

    Path("docs/ontology.svg").write_text(draw(), encoding="utf-8")
