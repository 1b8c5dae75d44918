from __future__ import annotations

from typing import Any

import pytest

from api.schemas import ClaimShape, EvidenceShape, QuantityShape, StudyRef
from api.units import bounds_in, measured_alike, offered, shown_in
from tests.rows import each_row


def claim(text: str, unit: str, kind: Any = "condition", **numbers: Any) -> ClaimShape:
    """A claim with a quantity."""
    return ClaimShape(
        id="0" * 16,
        iri="https://w3id.org/ald-kg/id/claim/0",
        kind=kind,
        statement=f"value {text}",
        study=StudyRef(id="a", label="A", href="/a"),
        study_key="1",
        confidence=1.0,
        quantity=QuantityShape(text=text, unit=unit, **numbers),
        evidence=EvidenceShape(document="d", spans=((0, 1),)),
    )


@each_row(
    ("made", "units", "shown"),
    [
        (claim("70 °C", "Cel", value=70), ["K"], "value 343 K"),
        (claim("70.5 °C", "Cel", value=70.5), ["K"], "value 343.6 K"),
        (claim("343 K", "K", value=343), ["Cel"], "value 70 °C"),
        (claim("about 2 nm", "nm", value=2, approximate=True), ["K", "Ao"], "value about 20 Å"),
        (claim("1 to 2 nm", "nm", value=1, value_max=2), ["Ao"], "value 10 to 20 Å"),
        (claim("> 3 nm", "nm", value=3, bound="min"), ["Ao"], "value ≥ 30 Å"),
        (claim("1 → 2 nm", "nm", "outcome", start=1, value=2), ["Ao"], "value 10 → 20 Å"),
        # a step of temperature is not a point of the scale
        (claim("5 °C", "Cel", "outcome", value=5), ["K"], "value 5 °C"),
        (claim("5 °C", "Cel", value=5), ["nm", "nothing"], "value 5 °C"),
        (claim("5 apples", "apple", value=5), ["K"], "value 5 apples"),
    ],
)
def test_quantities_in_other_units(made: ClaimShape, units: list[str], shown: str):
    assert shown_in(made, made.statement, units) == shown


@each_row(
    ("first", "second", "is_one"),
    [
        ("70 nm", "70-nm", True),
        ("a few nm", "several nm", False),
        ("70 nm", "7 nm", False),
    ],
)
def test_a_value_is_one_however_it_is_printed(first: str, second: str, *, is_one: bool):
    number = {"70": 70.0, "7 ": 7.0}
    keys = {
        measured_alike(claim(text, "nm", value=number.get(text[:2])), f"thickness: {text}")
        for text in (first, second)
    }
    assert (len(keys) == 1) is is_one


def test_units_that_fit_the_values_are_offered():
    claims = [claim("150 °C", "Cel", value=150), claim("5 nm", "nm", value=5)]
    found = [
        [unit.code for unit in units] for units in offered([*claims, claim("x", "x", value=1)])
    ]
    assert sorted(map(sorted, found)) == [["Ao", "nm"], ["Cel", "K"]]


def test_ends_of_a_quantity():
    quantity = QuantityShape(text="1 to 2 nm", value=1, value_max=2, unit="nm")
    assert list(bounds_in(quantity, "Ao")) == pytest.approx([10, 20])
