"""Coded values as text for readers: "red shift", "> 70", "cm² V⁻¹ s⁻¹", "70 °C"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ontology import vocabulary
from ontology.iri import segments
from ontology.terms import Term

_RAISED: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻²³")
_SHIFTS: Final = ("red shift", "blue shift")
#: 0 °C in kelvin.
_ZERO_CELSIUS: Final = 273.15


@cache
def unit_in_words(code: str) -> str:
    """Return a UCUM code as papers print it; the code itself if the vocabulary lacks it.

    >>> unit_in_words("cm2.V-1.s-1"), unit_in_words("percent"), unit_in_words("Cel")
    ('cm² V⁻¹ s⁻¹', '%', '°C')
    """
    term = vocabulary().get("unit", code)
    if term is None:
        return code.strip("{}")
    raised = (symbol for symbol in term.symbols if _RAISED & set(symbol) and " " in symbol)
    return next(raised, (*term.symbols, term.label)[0])


def label_of(iri: str) -> str:
    """Return the preferred label of a concept; the last part of any other IRI."""
    term = vocabulary().by_iri(iri)
    return term.label if term is not None else segments(iri)[-1]


def change_in_words(property_iri: str, direction_iri: str) -> str:
    """Return the direction of an outcome in words; for a spectral position, its shift.

    >>> from ontology.iri import concept_iri
    >>> position = concept_iri("property", "exciton_peak_position")
    >>> change_in_words(position, concept_iri("direction", "increase"))
    'red shift'
    """
    term, direction = vocabulary().by_iri(property_iri), vocabulary().by_iri(direction_iri)
    if direction is None:
        return label_of(direction_iri)
    found = _labels(term, f"{direction.notation}Label")
    named = (shift for shift in _SHIFTS if any(shift in label for label in found))
    return next(named, direction.label)


def _labels(term: Term | None, name: str) -> tuple[str, ...]:
    return term.extra.get(name, ()) if term is not None else ()


def value_in_words(numbers: Mapping[str, str]) -> str:
    """Return the final value of a quantity with its bound.

    Parameters
    ----------
    numbers
        ``value``, ``valueMax``, ``bound`` and ``approximate`` as in the graph.

    >>> value_in_words({"value": "70.0", "bound": "min"}), value_in_words({"valueMax": "90"})
    ('≥ 70', '≤ 90')
    >>> value_in_words({"value": "10", "valueMax": "20"}), value_in_words({"value": "1E-7"})
    ('10 to 20', '1e-07')
    """
    low, high = _number(numbers.get("value")), _number(numbers.get("valueMax"))
    about = "about " if numbers.get("approximate") == "true" else ""
    if low and high:
        return f"{about}{low} to {high}"
    if high:
        return f"≤ {high}"
    return f"≥ {low}" if low and numbers.get("bound") == "min" else f"{about}{low}" if low else ""


def _number(text: str | None) -> str:
    return f"{float(text):.10g}" if text else ""


def quantity_in_words(numbers: Mapping[str, str]) -> str:
    """Return a quantity with its unit, and with the value before a change.

    Parameters
    ----------
    numbers
        As in :func:`value_in_words`, with ``startValue`` and ``unitCode``.

    >>> quantity_in_words({"startValue": "1", "value": "8.0", "unitCode": "cm2.V-1.s-1"})
    '1 → 8 cm² V⁻¹ s⁻¹'
    """
    ends = (_number(numbers.get("startValue")), value_in_words(numbers))
    unit = unit_in_words(numbers["unitCode"]) if numbers.get("unitCode") else ""
    return " ".join(filter(None, (" → ".join(filter(None, ends)), unit)))


def condition_in_words(parameter_iri: str, numbers: Mapping[str, str]) -> str:
    """Return a condition in one phrase.

    >>> from ontology.iri import concept_iri
    >>> condition_in_words(
    ...     concept_iri("parameter", "temperature"), {"value": "70", "unitCode": "Cel"}
    ... )
    'temperature 70 °C'
    >>> condition_in_words(concept_iri("parameter", "room_temperature"), {})
    'room temperature (20 to 25 °C)'
    """
    term = vocabulary().by_iri(parameter_iri)
    if term is not None and not value_in_words(numbers):
        return " ".join(filter(None, (term.label, _meant(term))))
    return f"{label_of(parameter_iri)} {quantity_in_words(numbers)}".strip()


def _meant(term: Term) -> str:
    """Return the temperature of a condition without a number; ``""`` if it implies none."""
    ends = [term.extra.get(name) for name in ("meansLower", "meansUpper")]
    if None in ends:
        return ""
    low, high = (float(end[0]) - _ZERO_CELSIUS for end in ends if end)
    return f"({low:g} to {high:g} °C)"
