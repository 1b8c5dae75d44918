"""The content of a picture before it is drawn: marks with words, axes with units."""

from __future__ import annotations

from dataclasses import dataclass

from kg.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The text of one mark of a picture, and its link.

    ``title`` is read out and shown at the pointer. ``iri`` is the study or thing whose page it
    leads to; ``rows`` are the values of ``first`` and ``second`` that narrow the table to the rows
    behind the mark. A mark with neither leads nowhere.
    """

    title: str
    iri: str = ""
    rows: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A field of a heat map: ``state`` of :data:`kg.analytics.gaps.STATES`, number of studies."""

    row: int
    column: int
    state: str
    studies: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Two kinds of things against each other; ``rows`` and ``columns`` are their labels."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One line of a timeline: the years of a term, the number of studies in each.

    ``first`` names the study that comes first.
    """

    label: str
    first: str
    years: tuple[tuple[int, int, Mark], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Terms by the years of their studies, the earliest first."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A number on an axis, in the unit of the axis; ``None`` is an end that the text leaves open.

    Raises
    ------
    ValueError
        If both ends are open.
    """

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("an interval without ends")

    @property
    def ends(self) -> tuple[float, float] | None:
        """Both ends; ``None`` where one is open."""
        return (self.low, self.high) if self.low is not None and self.high is not None else None

    @property
    def centre(self) -> float:
        """The middle; of an interval with one end that end."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a scatter plot with the extent of both its numbers."""

    series: str
    x: Interval
    y: Interval
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """Points of several series; the titles of the axes name their units."""

    x_title: str
    y_title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value before and after something; ``start`` is ``None`` where no text says it."""

    group: str
    label: str
    start: float | None
    end: Interval
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Values before and after, one line each, the lines of a group together."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """A thing in a node-link diagram. ``below`` is a second, smaller line of text."""

    iri: str
    kind: str
    label: str
    below: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """A line between two things, with the studies that link them."""

    ends: tuple[str, str]
    studies: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeLinkDiagram:
    """A node-link diagram: things around a centre, which is the first, and the links among them.

    Without a centre (``has_centre``) all stand around an empty middle.
    """

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    has_centre: bool = True


Picture = HeatMap | Timeline | Scatter | Changes | NodeLinkDiagram


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A map as far as it depends on the graph: what is drawn, the same as rows, and remarks.

    ``picture`` is ``None`` where nothing fits. ``notes`` say what was left out and why. ``pair``
    are the columns of the table that ``first`` and ``second`` narrow.
    """

    title: str
    description: str
    picture: Picture | None
    table: Table
    notes: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
