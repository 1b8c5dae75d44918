"""Numbers of the graph in the unit of an axis, by the one table of units; what is left out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.maps.model import Interval
from ontology import vocabulary
from ontology.iri import concept_iri
from ontology.units import conversions


def in_unit(code: str, base: str, lower: float | None, upper: float | None) -> Interval | None:
    """An interval in the base unit, given in the unit of an axis.

    Parameters
    ----------
    code
        The unit of the axis, a notation of the vocabulary.
    base
        The base unit of the numbers: its notation or IRI.
    lower, upper
        The ends in the base unit; ``None`` where an end is open.

    Returns
    -------
    ``None`` where the numbers are of another dimension than the axis, or both ends are open.

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
    """The number to ten digits: what a conversion adds behind them is noise."""
    return float(f"{number:.10g}")


def interval_cell(interval: Interval | None) -> str | float | None:
    """An interval as a cell of a table: a number, or its ends.

    >>> interval_cell(Interval(low=1.0, high=2.0)), interval_cell(Interval(low=None, high=2.0))
    ('1 to 2', '≤ 2')
    """
    if interval is None or interval.low == interval.high:
        return interval.low if interval else None
    if interval.low is None or interval.high is None:
        return f"≤ {interval.high:g}" if interval.low is None else f"≥ {interval.low:g}"
    return f"{interval.low:g} to {interval.high:g}"


def left_out_notes(reasons: Mapping[str, int], more: int) -> tuple[str, ...]:
    """The values that a plot does not show: those left out, by reason, and those beyond its limit.

    >>> left_out_notes({"without a unit": 2}, 3)
    ('2 left out: without a unit.', '3 more not drawn.')
    """
    told = [f"{number} left out: {reason}." for reason, number in sorted(reasons.items())]
    return (*told, f"{more} more not drawn.") if more else tuple(told)
