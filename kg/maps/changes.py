"""A property before and after a treatment, grouped by the cause of the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from kg.analytics.facts import Facts, Outcome
from kg.analytics.names import concepts_named
from kg.maps.axes import in_unit, interval_cell, left_out_notes
from kg.maps.model import Answer, Change, Changes, Interval, Mark
from kg.statements.formatting import label_of, unit_in_words
from kg.table import Iri, Row, Table
from ontology import vocabulary
from ontology.units import conversions

#: Directions with which a value may be the change itself, not a value of the property.
_BY: Final = frozenset({"increase", "decrease", "change"})
#: The default property if the graph has no values.
_USUAL: Final = "photoluminescence quantum yield"
_NO_CAUSE: Final = "cause not stated"

_NO_UNIT = "without a unit"
_OTHER_UNIT = "in a unit of another kind"
_AMOUNT = "only one value is stated, which may be the change itself"

COLUMNS = (
    *("property", "cause", "sample", "study", "year", "change", "before", "after", "unit"),
    *("printed", "baseline", "conditions", "left_out", "sentence", "place", "study_iri"),
)


def change_map(facts: Facts, *, property_: str = "", count: int = 200) -> Answer:
    """Return the values of a property before and after, by cause.

    Parameters
    ----------
    facts
        The graph.
    property_
        The property, with its variants; if empty, the one with most values before and after.
    count
        The greatest number of values drawn.

    Returns
    -------
    Values after a change are drawn with the value before, if the text states one. A value that
    is only reported is drawn alone.

    Raises
    ------
    QueryError
        If the property is unknown.
    """
    if not property_:
        property_ = _most_told(facts)
    wanted = concepts_named(facts, "property", property_, option="property")
    outcomes = [one for one in facts.outcomes if one.property in wanted and one.value]
    code = _unit(outcomes)
    read = [(one, *_ends(one, code)) for one in outcomes]
    read.sort(key=lambda told: _order(facts, told[0]))
    sure = [
        (one, start, end) for one, start, end, left_out in read if end is not None and not left_out
    ]
    drawn = tuple(_change(facts, *told) for told in sure[:count])
    reasons = Counter(left_out for *_, left_out in read if left_out)
    name = label_of(_widest(wanted))
    unit = unit_in_words(code) if code else ""
    values = "1 value" if len(drawn) == 1 else f"{len(drawn)} values"
    return Answer(
        title=f"{name[:1].upper()}{name[1:]} before and after",
        description=(
            f"{values} of the {name}{f' in {unit}' if unit else ''}, grouped by what"
            " caused the change; an open mark is the value before, a full mark the value after."
        ),
        picture=Changes(title=f"{name} / {unit}" if unit else name, changes=drawn)
        if drawn
        else None,
        table=Table(columns=COLUMNS, rows=tuple(_row(facts, *told, unit=unit) for told in read)),
        notes=left_out_notes(reasons, len(sure) - len(drawn)),
    )


def _most_told(facts: Facts) -> str:
    """Return the property with most pairs of values before and after, else with most values."""
    told = Counter(facts.label(one.property) for one in facts.outcomes if one.start is not None)
    every = Counter(facts.label(one.property) for one in facts.outcomes if one.value)
    ranked = sorted(every, key=lambda name: (-told[name], -every[name], name))
    return ranked[0] if ranked else _USUAL


def _widest(terms: Collection[str]) -> str:
    """Return the term that is broader than all others of a set."""

    def is_below(iri: str) -> bool:
        term = vocabulary().by_iri(iri)
        return term is not None and any(wider in terms for wider in term.broader)

    return min(terms, key=lambda iri: (is_below(iri), iri))


def _unit(outcomes: Iterable[Outcome]) -> str:
    """Return the unit of the axis: the unit of the property that fits most of the values."""
    bases = Counter(one.dimension for one in outcomes if one.dimension)
    if not bases:
        return ""
    base = max(sorted(bases), key=lambda iri: bases[iri])
    of_property = dict.fromkeys(
        code
        for one in outcomes
        if (term := vocabulary().by_iri(one.property)) is not None
        for code in term.extra.get("unitCode", ())
    )
    fitting = (code for code in of_property if _base_of(code) == base)
    term = vocabulary().by_iri(base)
    return next(fitting, term.notation if term is not None else "")


def _base_of(code: str) -> str:
    term = vocabulary().get("unit", code)
    conversion = conversions().get(term.iri) if term is not None else None
    return conversion.base if conversion is not None else ""


def _ends(outcome: Outcome, code: str) -> tuple[float | None, Interval | None, str]:
    """Return the value before, the value after, and the reason why they are not drawn."""
    if not outcome.dimension:
        return None, None, _NO_UNIT
    end = in_unit(code, outcome.dimension, outcome.lower, outcome.upper)
    before = in_unit(code, outcome.dimension, outcome.start, outcome.start)
    if end is None:
        return None, None, _OTHER_UNIT
    if before is None and outcome.direction in _BY:
        return None, end, _AMOUNT
    return (before.low if before else None), end, ""


def _order(facts: Facts, outcome: Outcome) -> tuple[object, ...]:
    """Return a sort key: cause (no cause last), sample, study."""
    cause = facts.labels(outcome.causes)
    year = facts.studies[outcome.study].year or 0
    return not cause, cause.casefold(), _sample(facts, outcome), year, facts.label(outcome.study)


def _sample(facts: Facts, outcome: Outcome) -> str:
    return facts.label(facts.family(outcome.sample)) if outcome.sample else ""


def _change(facts: Facts, one: Outcome, start: float | None, end: Interval) -> Change:
    cause = facts.labels(one.causes) or _NO_CAUSE
    study, sample = facts.label(one.study), _sample(facts, one)
    what = f"{study}: {facts.label(one.property)}{f' of {sample}' if sample else ''} {one.value}"
    against = f", compared with {one.baseline}" if one.baseline else ""
    under = f", {one.conditions}" if one.conditions else ""
    return Change(
        group=cause,
        label=" · ".join(filter(None, (sample, study))),
        start=start,
        end=end,
        mark=Mark(title=f"{what}{against}{under}; by: {cause}", iri=one.study),
    )


def _row(
    facts: Facts,
    one: Outcome,
    start: float | None,
    end: Interval | None,
    left_out: str,
    *,
    unit: str,
) -> Row:
    study = facts.studies[one.study]
    return (
        *(facts.label(one.property), facts.labels(one.causes) or None),
        *(_sample(facts, one) or None, study.label, study.year, one.change),
        *((start, interval_cell(end)) if not left_out else (None, None)),
        unit if end is not None else None,
        *(one.value, one.baseline or None, one.conditions or None, left_out or None),
        *(one.sentence or None, one.place or None, Iri(study.iri)),
    )
