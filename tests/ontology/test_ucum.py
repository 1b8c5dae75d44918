"""UCUM codes are read as the standard reads them, and units convert within their kind only."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ontology import vocabulary
from ontology.ucum import parse_ucum
from ontology.units import conversions, ucum_code
from tests.rows import each_row

UNITS = vocabulary().of_kind("unit")


@each_row(
    ("code", "factor", "powers"),
    [
        ("m", 1, {"m": 1}),
        ("nm", Fraction(1, 10**9), {"m": 1}),
        ("min", 60, {"s": 1}),  # not milli-inches
        ("cd", 1, {"cd": 1}),  # not centidays
        ("Pa", 1000, {"g": 1, "m": -1, "s": -2}),  # not peta-years; grammes are the base
        ("cm2.V-1.s-1", Fraction(1, 10**7), {"A": 1, "g": -1, "s": 2}),
        ("nm/{cycle}", Fraction(1, 10**9), {"m": 1, "{cycle}": -1}),
        ("mol.L-1", 1000, {"m": -3, "mol": 1}),
        ("m{wet}", 1, {"m": 1}),  # what follows a unit in braces changes nothing
        ("/s", 1, {"s": -1}),
        ("1/(m.s)", 1, {"m": -1, "s": -1}),
        ("10.m", 10, {"m": 1}),
        ("m[Hg]", Fraction("133322.387415") * 1000, {"g": 1, "m": -1, "s": -2}),
        ("%", Fraction(1, 100), {}),
        ("1", 1, {}),
    ],
)
def test_a_code_is_a_number_of_base_units(code, factor, powers):
    unit = parse_ucum(code)
    assert (unit.factor, dict(unit.powers)) == (factor, powers)


@each_row(
    ("code", "cause"),
    [
        ("", "is not a UCUM code"),
        ("degrees", "there is no unit 'degrees'"),
        ("sccm", "there is no unit 'sccm'"),
        ("kmin", "there is no unit 'kmin'"),  # minutes take no prefix
        ("nm/", "a unit is missing"),
        ("nm..s", "a unit is missing"),
        ("(m", "a bracket is not closed"),
        ("m)", "unexpected '.' at the end"),
        ("m s", "is not a UCUM code"),
        ("°C", "there is no unit '°C'"),
    ],
)
def test_what_is_no_code_is_told_by_its_part(code, cause):
    with pytest.raises(ValueError, match=cause):
        parse_ucum(code)


@each_row("term", UNITS, ids=lambda term: term.notation)
def test_every_unit_converts_to_a_base_unit_that_is_its_own(term):
    conversion = conversions()[term.iri]
    base = conversions()[conversion.base]
    assert base.base == conversion.base
    assert base.convert(1.5) == 1.5


@each_row("term", [t for t in UNITS if "baseUnit" in t.extra], ids=lambda term: term.notation)
def test_factors_that_are_stated_are_those_of_the_code(term):
    base = vocabulary().by_iri(term.extra["baseUnit"][0])
    assert base is not None
    one, other = parse_ucum(ucum_code(term)), parse_ucum(ucum_code(base))
    assert one.powers == other.powers
    stated = Fraction(term.extra["factor"][0])
    assert float(stated) == pytest.approx(float(one.factor / other.factor), rel=1e-6)


@pytest.mark.parametrize(
    ("code", "value", "base", "converted"),
    [
        ("Cel", 70.0, "K", 343.15),
        ("Ao", 1.1, "m", 1.1e-10),
        ("Ao/{cycle}", 1.1, "nm/{cycle}", 0.11),
        ("mTorr", 100.0, "Pa", 13.3322368),
        ("eV", 1.0, "J", 1.602176634e-19),
        ("min", 1.5, "s", 90.0),
    ],
)
def test_values_in_base_units(code, value, base, converted):
    term = vocabulary().get("unit", code)
    conversion = conversions()[term.iri]
    assert vocabulary().by_iri(conversion.base).notation == base
    assert conversion.convert(value) == pytest.approx(converted, rel=1e-12)
