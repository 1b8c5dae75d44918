"""Thresholds in one table, each with a text on either side of it.

Physical limits distinguish a setting of a process from numbers that look like one; counts limit how
much of a list may belong to one study.
"""

from __future__ import annotations

from dataclasses import dataclass

Claim = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number with its unit, the decision that it makes, and a case.

    ``claim`` is read in ``case`` and not in ``counter``, a text on the other side of the number.
    """

    value: float
    unit: str
    decides: str
    case: str
    counter: str
    claim: Claim


LONG_TEST = Threshold(
    100.0,
    "h",
    "nothing in this field is deposited for so long: a time of a test",
    "The film was kept at 85% humidity for 120 h.",
    "The film was stirred for 20 h.",
    ("condition", "test_duration"),
)
SHORT_TEST = Threshold(
    15.0,
    "min",
    "a shorter time is one of a process, unless something stayed or was lost in it",
    "The film was exposed to a UV lamp for 20 min.",
    "The film was exposed to a UV lamp for 10 min.",
    ("condition", "test_duration"),
)
ROOM_KELVIN = Threshold(
    300.0,
    "K",
    "up to it a temperature in kelvin is one of a measurement",
    "The film was held at 77 K.",
    "The film was held at 350 K.",
    ("condition", "test_temperature"),
)
LEAST_PRESSURE = Threshold(
    1e-6,
    "pascal, torr or mbar as printed",
    "below it nothing is deposited from vapours: a pressure of a spectrometer",
    "ZnO was grown by ALD at 1 × 10⁻² mbar.",
    "ZnO was studied at 1 × 10⁻⁹ mbar.",
    ("condition", "pressure"),
)
LONGEST_SPACING = Threshold(
    1.0,
    "nm",
    "above it a length is no distance of atoms or of planes of a lattice",
    "The dots had a distance of 2 nm on the (111) plane.",
    "The atoms had a distance of 0.3 nm on the (111) plane.",
    ("condition", "distance"),
)
MOST_PER_CYCLE = Threshold(
    0.5,
    "nm",
    "up to it a length in a sentence on the growth per cycle is one",
    "The growth per cycle of ZnO was 1.8 Å.",
    "The growth per cycle fell below a thickness of 18 nm.",
    ("condition", "growth_per_cycle"),
)
SHORTEST_WAVE = Threshold(
    200.0,
    "nm",
    "from it on a length behind 'at' is a wavelength",
    "The photocurrent was measured at 450 nm.",
    "The photocurrent was measured at 45 nm.",
    ("condition", "wavelength"),
)
LEAST_THERMAL_OXIDE = Threshold(
    80.0,
    "nm",
    "from it on an oxide on silicon is the one with which the wafer is sold",
    "The devices were made on 70 nm SiO2/Si.",
    "The devices were made on 90 nm SiO2/Si.",
    ("condition", "thickness"),
)
LEAST_WAFER = Threshold(
    100.0,
    "um",
    "from it on what is so thick ahead of a wafer is the wafer",
    "ZnO films 40 μm thick were grown on Si wafers.",
    "ZnO films were grown on 400 μm thick, polished Si wafers.",
    ("condition", "thickness"),
)
WIDEST_BAND = Threshold(
    400.0,
    "nm",
    "from it on a length is where a band lies and not how wide it is",
    "The linewidth of the CdSe dots is 40 nm.",
    "The linewidth of the CdSe dots is 640 nm.",
    ("outcome", "linewidth"),
)
SHORTEST_PEAK = Threshold(
    150.0,
    "nm",
    "below it a length is the size of something and no position of a peak",
    "The emission peak is at 620 nm.",
    "The emission peak is at 62 nm.",
    ("outcome", "exciton_peak_position"),
)
MOST_LIGHT = Threshold(
    12.0,
    "eV",
    "light of a greater energy is ionising: a line of photoelectrons",
    "The emission peak is at 2.1 eV.",
    "The emission peak is at 531 eV.",
    ("outcome", "exciton_peak_position"),
)
LEAST_LIGHT = Threshold(
    50.0,
    "meV",
    "a smaller energy is a shift or a splitting, no place in a spectrum",
    "The emission peak is at 350 meV.",
    "The emission peak is at 20 meV.",
    ("outcome", "exciton_peak_position"),
)
MOST_FOREIGN = Threshold(
    15.0,
    "percent",
    "so much of an element is no impurity",
    "The TaN film consists of Ta and N with O 1s = 8%.",
    "The TaN film consists of Ta and N with O 1s = 28%.",
    ("outcome", "impurity_content"),
)
MANY_REFERENCES = Threshold(
    4,
    "references",
    "from so many on, a list of things is not each one's",
    "PbS and CdSe quantum dots were filled with alumina by ALD.[1,2]",
    "PbS and CdSe quantum dots were filled with alumina by ALD.[1-4]",
    ("form", "PbS", "quantum_dot"),
)
MOST_COMPOSITES = Threshold(
    4,
    "combinations",
    "a study with more pairs of dots and matrices does not say which of them it made",
    "CdTe quantum dots were cast. A matrix of HfO2 kept them.",
    "CdTe quantum dots were cast. A matrix of HfO2, ZnO, TiO2, ZrO2 and MgO kept them.",
    ("system", "CdTe,HfO2"),
)

#: All thresholds, by name.
THRESHOLDS = {name: value for name, value in globals().items() if isinstance(value, Threshold)}
