"""Which efficiency a bare word means, performance of devices, and where something emits."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

FOUND = {
    # an efficiency with a qualifier of its own, and the plain one of a solar cell
    "The solar concentrator shows an optical efficiency of 3.3%.": [],
    "The dye quenched the dots with a high efficiency (95%).": [],
    "The efficiency of the technique is 90%.": [],
    "The solar cells kept 96% of their initial efficiency in air.": [],
    "The solar cell has an efficiency of 12%.": [
        ("power_conversion_efficiency", "reported", 12, "percent")
    ],
    "The cells of the battery have an initial efficiency of 88%.": [
        ("faradaic_efficiency", "reported", 88, "percent")
    ],
    # the one of a diode that shines
    "The LEDs reached efficiencies of 19%.": [
        ("external_quantum_efficiency", "reported", 19, "percent")
    ],
    "The QLED had a record efficiency of 21%.": [
        ("external_quantum_efficiency", "reported", 21, "percent")
    ],
    "The peak efficiency of the light-emitting diodes was 7%.": [
        ("external_quantum_efficiency", "reported", 7, "percent")
    ],
    "The LEDs reached efficiencies of 11 cd/A.": [("current_efficiency", "reported", 11, "cd/A")],
    "The solar cell under the LED has an efficiency of 9%.": [
        ("power_conversion_efficiency", "reported", 9, "percent")
    ],
    "The energy transfer (FRET) efficiency was measured.": [],
    # performance
    "The ZnO layer improves the device performance of perovskite solar cells.": [
        ("power_conversion_efficiency", "increase")
    ],
    "In the solar cells, the device performance was degraded by thick oxide.": [
        ("power_conversion_efficiency", "decrease")
    ],
    "The device performance of the transistors was improved.": [],
    "The device performance of the solar cells was measured.": [],
    # where something emits
    "The LED has an electroluminescence (EL) peak at 468 nm.": [
        ("exciton_peak_position", "reported", 468, "nm")
    ],
    "A PL emission with a maximum of 650 nm was seen.": [
        ("exciton_peak_position", "reported", 650, "nm")
    ],
    "The dots emit green light peaked at 526 nm.": [
        ("exciton_peak_position", "reported", 526, "nm")
    ],
    "The LED emits 1.2 µm electroluminescence.": [("exciton_peak_position", "reported", 1.2, "um")],
    "The dots emitted strong 986 nm NIR light.": [("exciton_peak_position", "reported", 986, "nm")],
    "The emission of the dots shifts to a longer wavelength.": [
        ("exciton_peak_position", "increase")
    ],
    "The PL spectrum of the dots is centered at 540 nm with an FWHM of 25 nm.": [
        ("exciton_peak_position", "reported", 540, "nm"),
        ("linewidth", "reported", 25, "nm"),
    ],
    "The EL spectra peaked at 615 nm.": [("exciton_peak_position", "reported", 615, "nm")],
    "The fluorescence spectrum is located around 430 nm.": [
        ("exciton_peak_position", "reported", 430, "nm")
    ],
    "The XPS spectrum is centered at 284 eV.": [],
    "The photoluminescence emissions of the dots are tunable between 505 and 740 nm.": [
        ("exciton_peak_position", "change", 505, "nm")
    ],
    "The dots were lit with 405 nm light.": [],
    "The dots were excited by a laser that emits 532 nm light.": [],
    "The transmission has a maximum of 90%.": [("transmittance", "reported", 90, "percent")],
}


def test_words_mean_their_efficiency():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
