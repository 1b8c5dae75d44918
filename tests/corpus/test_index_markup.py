"""Indices and signs in the markup of archives: what is seen, what is read, and look-alikes."""

from __future__ import annotations

from corpus.text import clean
from tests.rows import each_row

READ = [
    ("films of ZrO/sub 2/ at 300/spl deg/C", "films of ZrO2 at 300 °C"),
    ("films of Ta[sub 2]O[sub 5] on 40 [mu]m foil", "films of Ta2O5 on 40 μm foil"),
    ("films of Ga(sub 2)O(sub 3)", "films of Ga2O3"),
    ("Ta<sup>2</sup>O<sup>5</sup> on SiO<sup>2</sup> in H<sup>2</sup>O", "Ta2O5 on SiO2 in H2O"),
    ("films of ZnO<sup>2</sup> and Ti<sup>4+</sup>", "films of ZnO² and Ti⁴⁺"),
    ("films of Y sub 2 O sub 3 on MgO", "films of Y2O3 on MgO"),
    ("films of Hf sub 0.5 Zr sub 0.5 O sub 2", "films of Hf0.5Zr0.5O2"),
    ("films of Nb~2~O~5~ and SiN~x~", "films of Nb2O5 and SiNx"),
    ("films of Hf~x~Zr~1-x~O~2~", "films of HfxZr1-xO2"),
    ("a V_(2)O_(5) film of 3 A/cm^(2)", "a V2O5 film of 3 A/cm²"),
    ("Cd*x*Zn1−*x*S and Ni*3*N", "CdxZn1−xS and Ni3N"),
    ("held at 90 {degree}C for 1.2 /spl Aring/", "held at 90 °C for 1.2 Å"),
    ("a dose of 3 {times} 10{sup 15} cm{sup -2}", "a dose of 3 × 10¹⁵ cm⁻²"),
    ("a density of 4 × 10 sup 12 cm sup -2", "a density of 4 × 10¹² cm⁻²"),
    ("5~nm at 150~°C", "5 nm at 150 °C"),
    (r"at 150~\textdegree{}C", "at 150 °C"),
    ("at 95 Celsius", "at 95 °C"),
    ("from 120° to 240 °C", "from 120°C to 240 °C"),
    ("12'000 cycles", "12,000 cycles"),
    ("3,2 × 10^-4 Ω cm", "3.2 × 10⁻⁴ Ω cm"),
]
ALONE = [
    "In sub 10 nm gaps",
    "As sub 5 nm films grow",
    "the sub and sup rows",
    "5~10 nm thick",
    "turned by 45° to 60 nm steps",
    "grades 3,5 × 5 mm",
    "set [mode] to {value}",
    "and/or",
]


@each_row(("seen", "read"), READ)
def test_the_markup_of_archives_is_read(seen: str, read: str) -> None:
    assert clean(seen) == read


@each_row("text", ALONE)
def test_look_alikes_stay(text: str) -> None:
    assert clean(text) == text
