from __future__ import annotations

import pytest

from api.markup import cell, formula, spans
from tests.rows import each_row


@each_row(
    ("text", "expected"),
    [
        ("Al2O3", "Al<sub>2</sub>O<sub>3</sub>"),
        ("AlOx", "AlO<sub>x</sub>"),
        ("CsPbX3", "CsPbX<sub>3</sub>"),
        ("ZnxCd1-xS", "Zn<sub>x</sub>Cd<sub>1-x</sub>S"),
        ("CdSe/CdS", "CdSe/CdS"),
        ("Liu 2011", "Liu 2011"),
        ("above 7 Cm2 V-1", "above 7 Cm2 V-1"),
        ("1.4 mW cm-2", "1.4 mW cm-2"),
        ("X-Ray, Max, Box, Six days, May 2012", "X-Ray, Max, Box, Six days, May 2012"),
        ("P3HT in Figure S3", "P3HT in Figure S3"),
        ("Al2O3-Passivated", "Al<sub>2</sub>O<sub>3</sub>-Passivated"),
        ("TiO2-SiO2", "TiO<sub>2</sub>-SiO<sub>2</sub>"),
        ("(NH4)2S", "(NH<sub>4</sub>)<sub>2</sub>S"),
        ("Zr(NMe2)4 and (TiO2)", "Zr(NMe<sub>2</sub>)<sub>4</sub> and (TiO<sub>2</sub>)"),
        ("Cu2ZnSn(S,Se)4", "Cu<sub>2</sub>ZnSn(S,Se)<sub>4</sub>"),
        ("(Rb,FA)SnBr3 films", "(Rb,FA)SnBr<sub>3</sub> films"),
        ("SnO2,Tables", "SnO<sub>2</sub>,Tables"),
        ("<b>TiO2</b>", "&lt;b&gt;TiO<sub>2</sub>&lt;/b&gt;"),
    ],
)
def test_formula(text: str, expected: str) -> None:
    assert str(formula(text)) == expected


def test_spans() -> None:
    assert spans(((1, 5), (9, 12))) == "characters 1–5, 9–12"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (70.0, "70"),
        (0.5, "0.5"),
        ("PbSe", "PbSe"),
        ("https://w3id.org/ald-kg/process/thermal-ald", "process:thermal-ald"),
    ],
)
def test_cell(value: object, expected: str) -> None:
    assert cell(value) == expected
