"""The content of a picture before it is drawn: marks with texts, axes with units."""

from __future__ import annotations

from dataclasses import dataclass

from kg.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The text of one mark of a picture, and its link.

    ``title`` is read aloud by screen readers and shown at the pointer. ``iri`` is the study or
    thing whose page the mark links to; ``rows`` are the values of ``first`` and ``second`` that
    narrow the table to the rows behind the mark. A mark with neither has no link.
    """

    title: str
    iri: str = ""
    rows: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A field of a heat map: its state (:data:`kg.analytics.gaps.STATES`) and number of studies."""

    row: int
    column: int
    state: str
    studies: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A heat map of two kinds of things; ``rows`` and ``columns`` are their labels."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One line of a timeline: the years of a term, with the number of studies in each.

    ``first`` names the first study.
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
    """A number on an axis, in the unit of the axis; ``None`` is an open end.

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
        """Both ends; ``None`` if one is open."""
        return (self.low, self.high) if self.low is not None and self.high is not None else None

    @property
    def centre(self) -> float:
        """The middle, or the only end of an interval that is open on one side."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a scatter plot, with ranges of both its numbers."""

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
    """A value before and after a treatment; ``start`` is ``None`` if the text does not state it."""

    group: str
    label: str
    start: float | None
    end: Interval
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Values before and after, one per line, grouped by cause."""

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
    """A node-link diagram: things around a centre, which is the first node, with their links.

    If ``has_centre`` is false, all things are placed around an empty middle.
    """

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    has_centre: bool = True


Picture = HeatMap | Timeline | Scatter | Changes | NodeLinkDiagram


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A map before drawing: its picture, the same content as rows, and notes.

    ``picture`` is ``None`` if nothing fits. ``notes`` explain what was left out and why. ``pair``
    are the columns of the table that ``first`` and ``second`` narrow.
    """

    title: str
    description: str
    picture: Picture | None
    table: Table
    notes: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
