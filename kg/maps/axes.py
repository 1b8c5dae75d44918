"""Convert numbers of the graph to the unit of an axis, and describe the values left out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.maps.model import Interval
from ontology import vocabulary
from ontology.iri import concept_iri
from ontology.units import conversions


def in_unit(code: str, base: str, lower: float | None, upper: float | None) -> Interval | None:
    """Return an interval, given in the base unit, in the unit of an axis.

    Parameters
    ----------
    code
        The unit of the axis, a notation of the vocabulary.
    base
        The base unit of the numbers: its notation or IRI.
    lower, upper
        The ends in the base unit; ``None`` for an open end.

    Returns
    -------
    ``None`` if the numbers have another dimension than the axis, or both ends are open.

    Examples
    --------
    >>> in_unit("Cel", "K", 353.15, 373.15)
    Interval(low=80.0, high=100.0)
    >>> in_unit("Cel", "m", 1.0, 2.0) is None
    True
    """
    conversion = conversions().get(concept_iri("unit", code))
    if conversion is None or base not in _names_of(conversion.base):
        return None
    ends = [None if end is None else tidy(conversion.restore(end)) for end in (lower, upper)]
    return None if ends == [None, None] else Interval(low=ends[0], high=ends[1])


def _names_of(iri: str) -> tuple[str, str]:
    term = vocabulary().by_iri(iri)
    return iri, term.notation if term is not None else iri


def tidy(number: float) -> float:
    """Return the number to ten digits, without the rounding noise of a conversion."""
    return float(f"{number:.10g}")


def interval_cell(interval: Interval | None) -> str | float | None:
    """Return an interval as a cell of a table: a number, or its ends.

    >>> interval_cell(Interval(low=1.0, high=2.0)), interval_cell(Interval(low=None, high=2.0))
    ('1 to 2', '≤ 2')
    """
    if interval is None or interval.low == interval.high:
        return interval.low if interval else None
    if interval.low is None or interval.high is None:
        return f"≤ {interval.high:g}" if interval.low is None else f"≥ {interval.low:g}"
    return f"{interval.low:g} to {interval.high:g}"


def left_out_notes(reasons: Mapping[str, int], more: int) -> tuple[str, ...]:
    """Return notes on the values that a plot does not show: by reason, and beyond its limit.

    >>> left_out_notes({"without a unit": 2}, 3)
    ('2 left out: without a unit.', '3 more not drawn.')
    """
    told = [f"{number} left out: {reason}." for reason, number in sorted(reasons.items())]
    return (*told, f"{more} more not drawn.") if more else tuple(told)
