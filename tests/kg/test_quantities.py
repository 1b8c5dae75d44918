"""Quantities: a table, the law of printing and reading, and what is not a quantity."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.extract.quantities import QuantityMatch, find_quantities
from kg.extract.quantities.dimensions import NEVER_ALONE
from kg.model import Quantity
from ontology import vocabulary
from tests.kg.printed_quantities import format_quantity
from tests.rows import each_row

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "data" / "quantities.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]


def shown(match: QuantityMatch) -> str:
    """Print a match as the table writes it."""
    quantity = match.quantity
    members = [f"{member.value:g}" for member in match.members]
    low, high = quantity.value, quantity.value_max
    value = {
        "sequence": " ".join(members),
        "size": " ".join(members),
        "repeat": "x".join(members),
        "change": f"{quantity.start or 0:g}->{low or 0:g}",
        "range": f"{low or 0:g}..{high or 0:g}",
        "max": f"<{high or 0:g}",
        "min": f">{low or 0:g}",
        "exact": f"{low or 0:g}",
    }[match.kind]
    tolerance = f"+-{match.tolerance:g}" if match.tolerance else ""
    near = "~" if quantity.approximate else ""
    return f"{near}{value}{tolerance} {quantity.unit or 1} {match.dimension}"


def only(text: str) -> QuantityMatch:
    (match,) = find_quantities(text)
    return match


def test_the_table_is_as_long_as_promised() -> None:
    assert len(TABLE) >= 600
    assert len({text for text, _ in TABLE}) == len(TABLE)


@each_row(("text", "expected"), TABLE)
def test_table(text: str, expected: str) -> None:
    assert "; ".join(map(shown, find_quantities(text))) == (expected if expected != "-" else "")


@each_row(("text", "expected"), TABLE)
def test_a_quantity_reads_the_same_inside_a_sentence(text: str, expected: str) -> None:
    framed = find_quantities(f"Here, {text}, as seen.")
    assert "; ".join(map(shown, framed)) == (expected if expected != "-" else "")


def test_spans_and_raw_text() -> None:
    text = "It fell by up to about 90% at 70 °C."
    percent, temperature = find_quantities(text)
    assert text[percent.start : percent.end] == "90%"
    assert percent.quantity.raw == "up to about 90%"
    assert percent.quantity.approximate
    assert text[temperature.start : temperature.end] == "70 °C"


def test_a_missing_value_is_none() -> None:
    quantity = only("below 100 °C").quantity
    assert (quantity.value, quantity.value_max, quantity.start) == (None, 100.0, None)
    assert only("above 100 °C").quantity == Quantity(
        value=100.0, bound="min", unit="Cel", raw="above 100 °C"
    )


def test_shared_units_are_marked() -> None:
    assert [m.shared for m in find_quantities("500, 700 and 900 °C")] == [True, True, False]


def test_numbers_far_apart_share_no_unit() -> None:
    ratio, mobility = find_quantities("are 10 and 0.016 cm²V⁻¹s⁻¹, respectively")
    assert ratio.quantity.unit is None
    assert mobility.quantity.unit == "cm2.V-1.s-1"


def test_a_change_has_a_start_and_a_range_has_none() -> None:
    assert only("increased from 1 to 7 nm").quantity.start == 1.0
    span = only("7 to 1 nm").quantity
    assert (span.start, span.value, span.value_max) == (None, 1.0, 7.0)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("4 nm", (4.0, 4.0)),
        ("4 ± 1 nm", (3.0, 5.0)),
        ("2 to 3 nm", (2.0, 3.0)),
        ("< 3 nm", (None, 3.0)),
        ("> 3 nm", (3.0, None)),
    ],
)
def test_interval(text: str, interval: tuple[float | None, float | None]) -> None:
    assert only(text).interval == interval


def test_a_pulse_sequence_exposes_its_steps() -> None:
    match = only("pulsed at 0.5 s/10 s/0.5 s/10 s")
    assert [m.value for m in match.members] == [0.5, 10.0, 0.5, 10.0]
    assert match.quantity.value is None


def test_a_repeat_has_count_and_duration() -> None:
    count, duration = only("5x5 s").members
    assert (count.value, count.unit, duration.value, duration.unit) == (5.0, None, 5.0, "s")


def test_the_uncertainty_of_the_last_digit_is_a_tolerance() -> None:
    match = only("1.10(5) Å")
    assert (match.quantity.value, match.tolerance, match.end) == (1.1, 0.05, 9)


def test_a_scale_behind_a_bracket_holds_for_both_ends() -> None:
    match = only("(2–5) × 10⁻⁴ Ω cm")
    assert match.quantity.value_max == 5e-4
    assert match.end == len("(2–5) × 10⁻⁴ Ω cm")


def test_steps_joined_by_dashes_are_a_sequence_and_lengths_a_range() -> None:
    assert [m.value for m in only("0.1–10–0.1–10 s").members] == [0.1, 10.0, 0.1, 10.0]
    assert only("0.1–10 s").kind == "range"


#: Symbols that mean nothing on their own, since they are words, elements or letters as well.
UNREAD = NEVER_ALONE | {"□", "1", "[pH]", "{order_of_magnitude}", "{square}"}
UNIT_TERMS = vocabulary().of_kind("unit")
#: Units that claims call by a wider one: per cent of mass, ...
SPECIAL = {term.notation: "percent" for term in UNIT_TERMS if term.broader}


@each_row(
    ("symbol", "code"),
    [(s, term.notation) for term in UNIT_TERMS for s in term.symbols if s not in UNREAD],
)
def test_every_symbol_of_the_vocabulary_is_read_as_its_unit(symbol: str, code: str) -> None:
    assert only(f"about 5.5 {symbol} here").quantity.unit == SPECIAL.get(code, code)


@each_row("code", [t.notation for t in UNIT_TERMS if t.notation not in UNREAD | {*SPECIAL}])
def test_every_unit_reads_back_as_it_is_printed(code: str) -> None:
    quantity = Quantity(value=5.5, unit=code)
    assert replace(only(format_quantity(quantity)).quantity, raw="") == quantity


CODES = (
    "Cel K nm Ao um s min h d mo percent cm2.V-1.s-1 Torr uJ.cm-2 mW.cm-2 nm/{cycle} Ao/{cycle} "
    "nm/h {cycle} {monolayer} eV {fold} S.cm-1 Ohm.cm mA/W cd.m-2 W sccm Pa g.cm-3 mol.L-1 V "
    "Ohm/{square}"
)
UNITS = st.sampled_from(CODES.split())
#: No years: "from 1900 to 1 nm" reads as a year and a length.
NUMBERS = (
    st.floats(min_value=0.001, max_value=9_999_999, allow_nan=False).map(
        lambda x: float(f"{x:.4g}")
    )
    | st.integers(0, 5000).map(float)
).filter(lambda x: not 1800 <= x <= 2100)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    unit, near = draw(UNITS), draw(st.booleans())
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    assume(low < high)
    shape = draw(st.sampled_from(["exact", "range", "max", "min", "change"]))
    if shape == "range":
        return Quantity(value=low, value_max=high, unit=unit, approximate=near)
    if shape == "max":
        return Quantity(value_max=high, unit=unit, approximate=near)
    if shape == "min":
        return Quantity(value=low, bound="min", unit=unit, approximate=near)
    start = high if shape == "change" else None
    return Quantity(value=low, start=start, unit=unit, approximate=near and start is None)


@given(quantities())
def test_reading_what_is_printed_gives_it_back(quantity: Quantity) -> None:
    printed = format_quantity(quantity)
    assert replace(only(printed).quantity, raw="") == quantity


@given(st.text(alphabet="0123456789 .,-–~<>±x×/^¹²⁻°CnmÅs%hV()toadbfrwe", max_size=50))
def test_any_text_is_scanned_and_spans_are_in_order(text: str) -> None:
    ends = 0
    for match in find_quantities(text):
        assert ends <= match.start < match.end <= len(text)
        ends = match.end
        assert match.quantity.unit or match.dimension == "dimensionless"


#: Pieces of print that meet in any order where a page was converted badly.
PIECES = [
    *"1 2 0.5 10 10⁻⁴ 10^-3 10(12) 1,000 × x · to - – and or , ; / ( ) ± ~ → % two nm".split(),
    *"fold °C cm2/Vs mL K h by from of e-5".split(),
    *("30 000", "orders of magnitude", " x 10", ") x 2", "× 10⁴"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["", " "]))
def test_numbers_in_any_order_are_scanned(pieces: list[str], space: str) -> None:
    text = space.join(pieces)
    assert all(0 <= m.start < m.end <= len(text) for m in find_quantities(text))


def test_the_usual_codes_are_units_of_the_vocabulary() -> None:
    known = {term.notation for term in vocabulary().of_kind("unit")}
    codes = {m.quantity.unit for text, _ in TABLE for m in find_quantities(text)}
    assert sorted(c for c in codes if c and c not in known) == []
