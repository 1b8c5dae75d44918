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
    "a longer time is that of a test: no deposition takes so long",
    "The film was kept at 85% humidity for 120 h.",
    "The film was stirred for 20 h.",
    ("condition", "test_duration"),
)
SHORT_TEST = Threshold(
    15.0,
    "min",
    "a shorter time belongs to a process, unless something lasted or was lost in it",
    "The film was exposed to a UV lamp for 20 min.",
    "The film was exposed to a UV lamp for 10 min.",
    ("condition", "test_duration"),
)
ROOM_KELVIN = Threshold(
    300.0,
    "K",
    "a temperature in kelvin up to this value is that of a measurement",
    "The film was held at 77 K.",
    "The film was held at 350 K.",
    ("condition", "test_temperature"),
)
LEAST_PRESSURE = Threshold(
    1e-6,
    "pascal, torr or mbar as printed",
    "a lower pressure is that of a spectrometer: nothing is deposited from vapours",
    "ZnO was grown by ALD at 1 × 10⁻² mbar.",
    "ZnO was studied at 1 × 10⁻⁹ mbar.",
    ("condition", "pressure"),
)
LONGEST_SPACING = Threshold(
    1.0,
    "nm",
    "a greater length is no distance between atoms or lattice planes",
    "The dots had a distance of 2 nm on the (111) plane.",
    "The atoms had a distance of 0.3 nm on the (111) plane.",
    ("condition", "distance"),
)
MOST_PER_CYCLE = Threshold(
    0.5,
    "nm",
    "in a sentence on the growth per cycle, a length up to this value is one",
    "The growth per cycle of ZnO was 1.8 Å.",
    "The growth per cycle fell below a thickness of 18 nm.",
    ("condition", "growth_per_cycle"),
)
SHORTEST_WAVE = Threshold(
    200.0,
    "nm",
    "a length of at least this value after 'at' is a wavelength",
    "The photocurrent was measured at 450 nm.",
    "The photocurrent was measured at 45 nm.",
    ("condition", "wavelength"),
)
LEAST_THERMAL_OXIDE = Threshold(
    80.0,
    "nm",
    "an oxide on silicon of at least this thickness was sold with the wafer",
    "The devices were made on 70 nm SiO2/Si.",
    "The devices were made on 90 nm SiO2/Si.",
    ("condition", "thickness"),
)
LEAST_WAFER = Threshold(
    100.0,
    "um",
    "a thickness of at least this value before 'wafer' is that of the wafer",
    "ZnO films 40 μm thick were grown on Si wafers.",
    "ZnO films were grown on 400 μm thick, polished Si wafers.",
    ("condition", "thickness"),
)
WIDEST_BAND = Threshold(
    400.0,
    "nm",
    "a length of at least this value is the position of a band, not its width",
    "The linewidth of the CdSe dots is 40 nm.",
    "The linewidth of the CdSe dots is 640 nm.",
    ("outcome", "linewidth"),
)
SHORTEST_PEAK = Threshold(
    150.0,
    "nm",
    "a shorter length is a size, not the position of a peak",
    "The emission peak is at 620 nm.",
    "The emission peak is at 62 nm.",
    ("outcome", "exciton_peak_position"),
)
MOST_LIGHT = Threshold(
    12.0,
    "eV",
    "light of a higher energy is ionising, so it is a photoelectron line",
    "The emission peak is at 2.1 eV.",
    "The emission peak is at 531 eV.",
    ("outcome", "exciton_peak_position"),
)
LEAST_LIGHT = Threshold(
    50.0,
    "meV",
    "a smaller energy is a shift or a splitting, not a position in a spectrum",
    "The emission peak is at 350 meV.",
    "The emission peak is at 20 meV.",
    ("outcome", "exciton_peak_position"),
)
MOST_FOREIGN = Threshold(
    15.0,
    "percent",
    "an element with at least this share is no impurity",
    "The TaN film consists of Ta and N with O 1s = 8%.",
    "The TaN film consists of Ta and N with O 1s = 28%.",
    ("outcome", "impurity_content"),
)
MANY_REFERENCES = Threshold(
    4,
    "references",
    "from this number of references on, not each of them has every item of a list",
    "PbS and CdSe quantum dots were filled with alumina by ALD.[1,2]",
    "PbS and CdSe quantum dots were filled with alumina by ALD.[1-4]",
    ("form", "PbS", "quantum_dot"),
)
MOST_COMPOSITES = Threshold(
    4,
    "combinations",
    "a study with more pairs of dots and matrices does not state which pairs it made",
    "CdTe quantum dots were cast. A matrix of HfO2 kept them.",
    "CdTe quantum dots were cast. A matrix of HfO2, ZnO, TiO2, ZrO2 and MgO kept them.",
    ("system", "CdTe,HfO2"),
)

#: All thresholds, by name.
THRESHOLDS = {name: value for name, value in globals().items() if isinstance(value, Threshold)}
