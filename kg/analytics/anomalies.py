"""Numbers that look wrong: impossible ones, probable errors of the unit, and outliers.

Nothing is corrected. A row shows a number that does not fit, its neighbours (the values that other
studies report of the same quality), and a possible explanation.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from kg.analytics.facts import Facts, Value
from kg.table import Cell, Iri, Row, Table
from ontology.iri import concept_iri

IMPOSSIBLE: Final = "impossible"
UNIT: Final = "probable unit error"
FAR: Final = "far from its neighbours"

#: Modified z-score above which a value is an outlier, after Iglewicz and Hoaglin.
FAR_FROM: Final = 3.5
#: 1.4826 times the median absolute deviation estimates the standard deviation.
_TO_DEVIATION: Final = 1.4826
#: Least spread assumed for the neighbours: 10 %, on a logarithmic scale.
_LEAST_SPREAD: Final = math.log10(1.1)
#: Tolerance for a deviation by a known factor, on a logarithmic scale: a factor of 1.6.
_NEAR_FACTOR: Final = math.log10(1.6)
#: A range whose ends differ by more than this factor has no central value.
_WIDEST: Final = 10.0

_PREFIXES: Final = ((1e3, "a prefix of the unit"), (1e6, "two prefixes of the unit"))
#: Base unit -> the factor of a unit error, and the confused units. Counts have no unit to confuse.
_FACTORS: Final = {
    "m": ((10.0, "Å and nm"), *_PREFIXES),
    "s": ((60.0, "s and min, or min and h"), (3600.0, "s and h"), *_PREFIXES),
    "1": ((100.0, "% and a fraction"),),
    "percent": ((100.0, "% and a fraction"),),
}
_KELVIN: Final = 273.15
#: Qualities that cannot exceed 100 %.
_WHOLE: Final = frozenset(
    concept_iri("property", name)
    for name in (
        *("photoluminescence_quantum_yield", "power_conversion_efficiency", "fill_factor"),
        *("faradaic_efficiency", "transmittance", "reflectance"),
    )
)
#: Directions with which a value may be the change itself ("rose by 120 %"), not the level.
_CHANGES: Final = frozenset({"increase", "decrease", "change"})

COLUMNS = (
    *("suspicion", "quality", "of", "study", "printed", "value", "neighbours_median", "unit"),
    *("neighbours", "distance", "explanation", "sentence", "place", "study_iri"),
)


#: The common properties of neighbours: quality, base unit, direction of an outcome.
_Group = tuple[str, str, str]


def anomaly_table(facts: Facts, *, neighbours: int = 4, every: bool = False) -> Table:
    """Return the numbers that do not fit.

    Parameters
    ----------
    facts
        The graph.
    neighbours
        The least number of values of other studies that a value is judged by.
    every
        Whether to list every judged value, not only the odd ones.

    Returns
    -------
    Neighbours are values of the same quality and unit in other studies and, if there are enough, of
    the same thing. ``distance`` is the modified z-score of the logarithm of the value. Beyond 3.5
    the value is *far*, or a *probable unit error* if a common slip explains it. Without neighbours
    only impossible values (below absolute zero, a yield above 100 %) are found.

    Notes
    -----
    O(n²) in the values of one quality.

    References
    ----------
    B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC Quality Press (1993).
    """
    groups: defaultdict[_Group, list[Value]] = defaultdict(list)
    for value in facts.values:
        if value.code:
            groups[_group(value)].append(value)
    rows = [
        row
        for group in groups.values()
        for value in group
        for row in _judged(facts, value, group, neighbours, every=every)
    ]
    order: dict[Cell, int] = {IMPOSSIBLE: 0, UNIT: 1, FAR: 2}
    rows.sort(key=lambda row: (order.get(row[0], 3), *map(str, row[1:5])))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _group(value: Value) -> _Group:
    return value.quality, value.base or value.code, value.direction


def _judged(
    facts: Facts, value: Value, group: Sequence[Value], least: int, *, every: bool
) -> Iterator[Row]:
    """Yield the row of a value that is odd, or with ``every`` of one with enough neighbours."""
    number, impossible = central(value), _impossible(value)
    near, thing = _neighbours(facts, value, group, least) if number is not None else ([], "")
    distance = modified_z(number, near) if number is not None and len(near) >= least else None
    slip, suspicion = "", None
    if number is not None and distance is not None and abs(distance) > FAR_FROM:
        slip = unit_slip(number, median(near), base=value.base or value.code)
        suspicion = UNIT if slip else FAR
    if impossible or suspicion or (every and distance is not None):
        yield (
            IMPOSSIBLE if impossible else suspicion,
            facts.label(value.quality),
            facts.labels(map(facts.family, (thing,) if thing else value.of)) or None,
            facts.label(value.study),
            value.printed,
            _short(number),
            _short(median(near)) if near else None,
            value.base or value.code,
            len(near),
            round(distance, 1) if distance is not None else None,
            impossible or slip or None,
            value.sentence,
            value.place,
            Iri(value.study),
        )


def _short(number: float | None) -> float | None:
    """Return the number to six digits, because the last digits of a sum depend on its order."""
    return float(f"{number:.6g}") if number is not None else None


def central(value: Value) -> float | None:
    """Return the middle of a value; ``None`` for a bound ("up to 90 %") or a wide span."""
    low, high = value.lower, value.upper
    if low is None or high is None or (low > 0 and high / low > _WIDEST):
        return None
    return (low + high) / 2


def _neighbours(
    facts: Facts, value: Value, group: Sequence[Value], least: int
) -> tuple[list[float], str]:
    """Return values of other studies: of the same thing if there are enough, else of any."""
    alike = [other for other in group if other.study != value.study]
    for thing in value.of:
        near = [other for other in alike if facts.family(thing) in map(facts.family, other.of)]
        if len(near) >= least:
            return _numbers(near), thing
    return _numbers(alike), ""


def _numbers(values: Sequence[Value]) -> list[float]:
    """Return one number per study, so that a study that repeats itself has no more weight."""
    by_study: defaultdict[str, set[float]] = defaultdict(set)
    for value in values:
        number = central(value)
        if number is not None:
            by_study[value.study].add(number)
    return sorted(median(numbers) for numbers in by_study.values())


def modified_z(number: float, near: Sequence[float]) -> float:
    """Return the distance of a number from the median of others, in robust standard deviations.

    The scale is logarithmic if all numbers are positive, otherwise linear.

    >>> round(modified_z(1000.0, [1.0, 2.0, 1.5, 1.2]), 1) > FAR_FROM
    True
    >>> modified_z(1.5, [1.0, 2.0, 1.5])
    0.0
    """
    is_positive = min(number, *near) > 0
    scaled = [math.log10(one) if is_positive else one for one in (number, *near)]
    middle = median(scaled[1:])
    spread = _TO_DEVIATION * median(abs(one - middle) for one in scaled[1:])
    least = _LEAST_SPREAD if is_positive else max(abs(middle) / 10, 1e-12)
    return (scaled[0] - middle) / max(spread, least)


def _impossible(value: Value) -> str:
    low = value.lower if value.lower is not None else value.upper
    if value.base == "K" and low is not None and low < 0:
        return "below absolute zero"
    is_level = value.direction not in _CHANGES
    if value.quality in _WHOLE and value.code == "percent" and is_level and (low or 0) > 1:
        return "more than 100 %"
    return ""


def unit_slip(number: float, middle: float, *, base: str) -> str:
    """Return the confused units that explain a number far from the median; ``""`` if none do.

    >>> unit_slip(0.36e-6, 0.34e-9, base="m"), unit_slip(343.0 + 273.15, 340.0, base="K")
    ('a prefix of the unit', 'K and °C')
    >>> unit_slip(1.0, 25.0, base="{cycle}")
    ''
    """
    if base == "K":
        return "K and °C" if _is_off_by_kelvin(number, middle) else ""
    if number <= 0 or middle <= 0 or base.startswith("{"):
        return ""
    off = abs(math.log10(number / middle))
    near = {abs(off - math.log10(f)): told for f, told in _FACTORS.get(base, _PREFIXES)}
    return near[min(near)] if min(near) < _NEAR_FACTOR else ""


def _is_off_by_kelvin(number: float, middle: float) -> bool:
    """Return whether a temperature differs from the median by 273 K, within a tenth of it."""
    return middle > 0 and abs(abs(number - middle) - _KELVIN) < middle / 10
