"""Growth per cycle against deposition temperature, by process.

A growth per cycle is drawn only if the text links it to one temperature: both are in one sentence
without another temperature, or both refer to the same thing, which has no other temperature.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.analytics.facts import Facts, Value
from kg.analytics.names import concepts_named
from kg.maps.axes import in_unit, interval_cell, left_out_notes
from kg.maps.model import Answer, Interval, Mark, Point, Scatter
from kg.table import Iri, Row, Table
from ontology.iri import concept_iri

_GROWTH: Final = concept_iri("parameter", "growth_per_cycle")
#: Parameters of temperature: with a number, and room temperature without one.
_TEMPERATURES: Final = {
    concept_iri("parameter", name) for name in ("temperature", "room_temperature")
}
_CELSIUS, _PER_CYCLE = "Cel", "nm/{cycle}"
_NO_PROCESS: Final = "process not stated"

_NO_UNIT = "without a unit"
_OTHER_UNIT = "in a unit that is not a length per cycle"
_NO_TEMPERATURE = "without a temperature"
_SEVERAL = "with several temperatures; the text does not state which one applies"

COLUMNS = (
    *("process", "material", "study", "year", "temperature_degc", "temperature_printed"),
    *("growth_nm", "growth_printed", "linked", "left_out", "sentence", "place"),
    *("temperature_low_raw", "temperature_high_raw", "growth_low_raw", "growth_high_raw"),
    "study_iri",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Growth:
    """A growth per cycle; ``left_out`` is the reason why it is not drawn, or ``""``."""

    value: Value
    process: str
    material: str
    growth: Interval | None = None
    heat: Value | None = None
    temperature: Interval | None = None
    linked: str = ""
    left_out: str = ""


def growth_map(facts: Facts, *, process: str = "", material: str = "", count: int = 200) -> Answer:
    """Return growths per cycle with their temperatures.

    Parameters
    ----------
    facts
        The graph.
    process
        Only this process and its variants; any if empty.
    material
        Only this material, by its label; any if empty.
    count
        The greatest number of points drawn.

    Returns
    -------
    A growth is drawn if its sentence has one temperature, or if exactly one temperature is stated
    for the same thing (``linked``). It is left out, with the reason in ``left_out``, if there is no
    temperature or several without a clear choice, and if its unit is missing or not a length per
    cycle (for example a mass).

    Raises
    ------
    QueryError
        If the process is unknown.
    """
    wanted = concepts_named(facts, "process", process, option="process") if process else None
    found = [
        one
        for one in _growths(facts, wanted)
        if not material or material in one.material.split(", ")
    ]
    sure = [one for one in found if not one.left_out]
    points = tuple(_point(facts, one) for one in sure[:count])
    reasons = Counter(one.left_out for one in found if one.left_out)
    return Answer(
        title="Growth per cycle by deposition temperature",
        description=(
            f"{len(points)} {'value' if len(points) == 1 else 'values'} of growth per cycle in nm"
            " against the deposition temperature in °C; bars span ranges that the text states."
        ),
        picture=Scatter(
            x_title="deposition temperature / °C",
            y_title="growth per cycle / nm",
            points=points,
        )
        if points
        else None,
        table=Table(columns=COLUMNS, rows=tuple(_row(facts, one) for one in found)),
        notes=left_out_notes(reasons, len(sure) - len(points)),
    )


def _growths(facts: Facts, wanted: Collection[str] | None) -> Iterator[_Growth]:
    """Yield the growths per cycle of some processes; of all if ``wanted`` is ``None``."""
    heats: defaultdict[str, list[Value]] = defaultdict(list)
    for value in facts.values:
        if value.quality in _TEMPERATURES and value.base:
            heats[value.study].append(value)
    for value in facts.values:
        is_wanted = wanted is None or not _processes(facts, value).isdisjoint(wanted)
        if value.quality == _GROWTH and is_wanted:
            yield _read(facts, value, heats[value.study])


def _read(facts: Facts, value: Value, heats: Sequence[Value]) -> _Growth:
    """Return a growth per cycle with its temperature, or with the reason why it is left out."""
    processes = facts.labels(_processes(facts, value)) or _NO_PROCESS
    solids = [thing for thing in value.of if facts.kind(thing) in ("material", "system")]
    material = facts.labels(map(facts.family, solids))
    growth = in_unit(_PER_CYCLE, value.base, value.lower, value.upper)
    near, linked = _temperatures(facts, value, heats)
    temperatures = dict.fromkeys(
        found for heat in near if (found := in_unit(_CELSIUS, heat.base, heat.lower, heat.upper))
    )
    is_one = len(temperatures) == 1
    return _Growth(
        value=value,
        process=processes,
        material=material,
        growth=growth,
        heat=near[0] if is_one else None,
        temperature=next(iter(temperatures)) if is_one else None,
        linked=linked if is_one else "",
        left_out=_why_left_out(value, growth, len(temperatures)),
    )


def _why_left_out(value: Value, growth: Interval | None, temperatures: int) -> str:
    """Return why a growth with this number of temperatures is not drawn; ``""`` if it is."""
    if not value.code:
        return _NO_UNIT
    if growth is None:
        return _OTHER_UNIT
    if not temperatures:
        return _NO_TEMPERATURE
    return _SEVERAL if temperatures > 1 else ""


def _temperatures(
    facts: Facts, value: Value, heats: Sequence[Value]
) -> tuple[Sequence[Value], str]:
    """Return the temperatures that may belong to a growth: in its sentence, else of its thing."""
    here = (value.sentence, value.place)
    own = {*map(facts.family, value.of)}
    beside = [
        heat
        for heat in heats
        if (heat.sentence, heat.place) == here
        and (not own or not heat.of or own & {*map(facts.family, heat.of)})
    ]
    if beside:
        return beside, "same sentence"
    return [heat for heat in heats if own & {*map(facts.family, heat.of)}], "same thing"


def _processes(facts: Facts, value: Value) -> frozenset[str]:
    """Return the processes of a growth: stated, or those that made its solid, or the only one."""
    stated = frozenset(thing for thing in value.of if facts.kind(thing) == "process")
    if stated:
        return stated
    solids = [facts.family(thing) for thing in value.of]
    makers = frozenset().union(
        *(facts.makers_of.get((value.study, solid), frozenset()) for solid in solids)
    )
    used = facts.processes_of.get(value.study, frozenset())
    return makers or (used if len(used) == 1 else frozenset())


def _point(facts: Facts, one: _Growth) -> Point:
    if one.growth is None or one.temperature is None or one.heat is None:
        raise ValueError("a growth that was left out is not a point")
    made = f" of {one.material}" if one.material else ""
    title = (
        f"{facts.label(one.value.study)}: {one.value.printed}{made} at {one.heat.printed},"
        f" {one.process} ({one.linked})"
    )
    mark = Mark(title=title, iri=one.value.study)
    return Point(series=one.process, x=one.temperature, y=one.growth, mark=mark)


def _row(facts: Facts, one: _Growth) -> Row:
    study, heat = facts.studies[one.value.study], one.temperature
    return (
        *(one.process, one.material or None, study.label, study.year),
        *(interval_cell(heat), one.heat.printed if one.heat else None),
        *(interval_cell(one.growth), one.value.printed),
        *(one.linked or None, one.left_out or None),
        *(one.value.sentence or None, one.value.place or None),
        *_ends(heat),
        *_ends(one.growth),
        Iri(study.iri),
    )


def _ends(interval: Interval | None) -> Iterator[float | None]:
    yield from (interval.low, interval.high) if interval else (None, None)
