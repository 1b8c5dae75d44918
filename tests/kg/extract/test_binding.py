"""The owner of each number of a sentence, judged by reading it."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.binding.assign import bind
from kg.extract.links.clauses import clauses_of
from kg.extract.outcomes.find import find_predications
from kg.extract.owners import Owned
from kg.extract.parsing import parse
from kg.extract.reading import Reading
from tests.rows import each_row

#: A sentence, and each number with its owner, what it is, and in brackets whose.
ROWS = (
    # steps of a cycle
    (
        "ZnO was grown at 150 °C from DEZ and water, with a pulse sequence of 0.1/5/0.1/5 s.",
        "150 °C process temperature; 0.1/5/0.1/5 s process pulse_time; "
        "0.1/5/0.1/5 s process purge_time",
    ),
    (
        "The TMA pulse was 0.2 s, followed by a purge of 10 s with nitrogen.",
        "0.2 s process pulse_time (TMA); 10 s process purge_time",
    ),
    (
        "Pulse and purge times were 0.5 s and 8 s, respectively.",
        "0.5 s process pulse_time; 8 s process purge_time",
    ),
    (
        "The pulse, purge, pulse and purge lasted 15 ms, 8 s, 20 ms and 9 s, respectively.",
        "15 ms process pulse_time; 8 s process purge_time; 20 ms process pulse_time; "
        "9 s process purge_time",
    ),
    (
        "Ozone was dosed for 3 s and TDMAHf for 0.8 s at 275 °C.",
        "3 s process pulse_time (Ozone); 0.8 s process pulse_time (TDMAHf); "
        "275 °C process temperature",
    ),
    (
        "The etch rate was 0.6 Å/cycle at 200 °C with HF doses of 1 s.",
        "0.6 Å/cycle process etch_per_cycle; 200 °C process temperature; "
        "1 s process pulse_time (HF)",
    ),
    # lists that pair: the layers of a stack with their thicknesses, names with numbers
    (
        "Contacts of Cr/Pd (4 nm/60 nm) were evaporated.",
        "4 nm sample thickness (Cr/Pd); 60 nm sample thickness (Cr/Pd)",
    ),
    (
        "The YSZ electrolyte and the SnO2 interlayer were 90 nm and 6 nm thick, respectively.",
        "90 nm sample thickness (YSZ); 6 nm sample thickness (SnO2)",
    ),
    (
        "Pulses of TDMAHf and water of 0.4 s and 0.06 s, respectively, were used in the ALD.",
        "0.4 s process pulse_time (TDMAHf); 0.06 s process pulse_time (water)",
    ),
    (
        "The flows of argon, silane and ammonia were 40 sccm, 5 sccm and 12 sccm, respectively.",
        "40 sccm process flow_rate (argon); 5 sccm process flow_rate (silane); "
        "12 sccm process flow_rate (ammonia)",
    ),
    (
        "Al2O3 and TiO2 grew with growth rates of 1.1 Å/cycle and 0.6 Å/cycle, respectively.",
        "1.1 Å/cycle process growth_per_cycle (Al2O3); 0.6 Å/cycle process growth_per_cycle (TiO2)",
    ),
    # no list of as many names
    (
        "The ZnO film on GaAs was 20 nm and 40 nm thick in the two runs.",
        "20 nm sample thickness (ZnO); 40 nm sample thickness (ZnO)",
    ),
    (
        "The YSZ, SnO2 and NiO layers were 90 nm and 6 nm thick, respectively.",
        "90 nm sample thickness (NiO); 6 nm sample thickness (NiO)",
    ),
    (
        "For TMA the pulse and purge times were 0.1 s and 9 s, respectively.",
        "0.1 s process pulse_time (TMA); 9 s process purge_time",
    ),
    # source, substrate, plasma, gas
    (
        "The DEZ source was held at 25 °C while the substrate was heated to 180 °C.",
        "25 °C process temperature (DEZ); 180 °C process temperature",
    ),
    (
        "An O2 plasma of 300 W was ignited at a pressure of 80 mTorr.",
        "300 W process power; 80 mTorr process pressure",
    ),
    (
        "Argon flowed through the reactor with 50 sccm at 1 Torr.",
        "50 sccm process flow_rate (Argon); 1 Torr process pressure",
    ),
    (
        "The base pressure of the chamber was 2 × 10⁻⁶ mbar, the working pressure 3 mbar.",
        "2 × 10⁻⁶ mbar instrument base pressure; 3 mbar process pressure",
    ),
    (
        "The precursor melts at 62 °C and was evaporated at 90 °C.",
        "62 °C none property of a substance; 90 °C process temperature",
    ),
    (
        "The TiO2 was grown at 120 °C, which is 50 °C below the limit.",
        "120 °C process temperature; 50 °C none difference",
    ),
    (
        "The dots were stirred in a 0.1 M solution of Na2S in formamide for 2 min.",
        "0.1 M process concentration (Na2S); 2 min process duration",
    ),
    # what a sample is
    (
        "After 200 cycles the film of Al2O3 was 22 nm thick.",
        "200 cycles process cycle_count; 22 nm sample thickness (Al2O3)",
    ),
    (
        "The growth per cycle of HfO2 was 0.95 Å at 250 °C.",
        "0.95 Å process growth_per_cycle; 250 °C process temperature",
    ),
    (
        "CdSe cores of 3.5 nm were coated with four monolayers of CdS.",
        "3.5 nm sample particle_size (CdSe); four monolayers sample monolayer_count (CdS)",
    ),
    (
        "A 5 nm Al2O3 spacer separated the QDs from 20 nm of ZnO.",
        "5 nm sample thickness (Al2O3); 20 nm sample thickness (ZnO)",
    ),
    (
        "Al2O3 was deposited with 30 cycles of TMA and water in pores with an aspect ratio of 20.",
        "30 cycles process cycle_count; 20 sample aspect_ratio (Al2O3)",
    ),
    (
        "Ligand exchange took 20 min; the film thickness shrank from 180 nm to 120 nm.",
        "20 min process duration; 180 nm to 120 nm sample thickness",
    ),
    (
        "The roughness was 0.4 nm for a film of 35 nm.",
        "0.4 nm result surface_roughness; 35 nm sample thickness",
    ),
    # a temperature and a time of one step
    (
        "The mobility rose from 3 to 11 cm²/Vs after annealing at 300 °C for 1 h.",
        "3 to 11 cm²/Vs result carrier_mobility; 300 °C process annealing_temperature; "
        "1 h process annealing_time",
    ),
    (
        "The films were fired at 800 °C for 3 s.",
        "800 °C process annealing_temperature; 3 s process annealing_time",
    ),
    (
        "Heating the devices at 85 °C for 24 h in a glovebox lowered the yield.",
        "85 °C test test_temperature; 24 h test test_duration; "
        "in a glovebox process inert_atmosphere",
    ),
    (
        "The films were annealed at 115 °C for 10 min in a glovebox.",
        "115 °C process annealing_temperature; 10 min process annealing_time; "
        "in a glovebox process inert_atmosphere",
    ),
    (
        "The films were annealed at 400 °C for 30 min and then stored for 30 days in air.",
        "400 °C process annealing_temperature; 30 min process annealing_time; "
        "30 days test test_duration",
    ),
    # tests
    (
        "The device kept 92% of its initial efficiency after 500 h at 85 °C and 85% humidity.",
        "92% result share of the initial value; 500 h test test_duration; "
        "85 °C test test_temperature; 85% test relative_humidity",
    ),
    (
        "The leakage current density was 2 nA/cm2 at a bias of 1 V.",
        "2 nA/cm2 result leakage_current; 1 V test bias",
    ),
    (
        "The photodetector showed a responsivity of 0.3 A/W at 940 nm and a bias of 2 V.",
        "0.3 A/W result responsivity; 940 nm test wavelength; 2 V test bias",
    ),
    (
        "The capacity fell from 210 to 160 mAh/g after 100 cycles.",
        "210 to 160 mAh/g result specific_capacity; 100 cycles test cycles of a test",
    ),
    ("The transistor survived 1000 bending cycles.", "1000 bending cycles test cycles of a test"),
    (
        "The open-circuit voltage was 0.62 V, the efficiency of the cells 9.1% under 100 mW/cm2.",
        "0.62 V result open_circuit_voltage; 9.1% result power_conversion_efficiency; "
        "100 mW/cm2 test power_density",
    ),
    (
        "The carrier concentration of 2 × 10¹⁸ cm⁻³ was measured at 77 K.",
        "2 × 10¹⁸ cm⁻³ result carrier_concentration; 77 K test test_temperature",
    ),
    (
        "The film was illuminated with UV light of 365 nm for 4 h.",
        "365 nm test wavelength; 4 h test test_duration",
    ),
    (
        "The SnO2 sensor grown at 150 °C gave a response of 40 to 100 ppm CO at 300 °C.",
        "150 °C process temperature; 100 ppm process concentration (CO); "
        "300 °C test test_temperature",
    ),
    (
        "CO oxidation reached full conversion at 180 °C over Pt that was calcined at 400 °C.",
        "180 °C test test_temperature; 400 °C process annealing_temperature",
    ),
    (
        "The emission was recorded from 300 to 450 K for dots synthesized at 553 K.",
        "300 to 450 K test test_temperature; 553 K process temperature",
    ),
    (
        "Au nanorods of 80 × 30 nm and 5 nm Pt cores were dispersed at a pH value of 9.",
        "80 × 30 nm sample particle_size (Au); 5 nm sample particle_size (Pt); 9 process ph",
    ),
    (
        "The glass has a transmittance of 90% in the range of 400 and 700 nm in 1 m KOH.",
        "90% result transmittance; 400 and 700 nm test wavelength; 1 m process concentration (KOH)",
    ),
    (
        "For the 7 nm node, the diffusion length was 25 nm with dots of 3 nm to 4 nm.",
        "7 nm none technology node; 25 nm none length of a law; 3 nm to 4 nm sample particle_size",
    ),
    (
        "Cu2O was grown at pH 12.5 and 60 °C, and the pH of the bath was adjusted to ~9.",
        "12.5 process ph; 60 °C process temperature; 9 process ph",
    ),
    (
        "After stirring for 30 min the gel was aged at 90 °C for 24 h.",
        "30 min process duration; 90 °C process temperature; 24 h process duration",
    ),
    (
        "The film was spun at 2000 rpm for 30 s and annealed at 70 °C for 5 min.",
        "2000 rpm none unknown; 30 s process duration; 70 °C process annealing_temperature; "
        "5 min process annealing_time",
    ),
    (
        "The mixture was heated in a microwave oven at 700 W.",
        "700 W process power",
    ),
    (
        "The temperature rose from 100 °C in 25 °C steps; the Pt contacts had a diameter of 90 μm.",
        "100 °C process temperature; 25 °C none difference; 90 μm none size of a contact",
    ),
    (
        "The devices were 350 μm in diameter, with gates 90 nm thick and dots of 5 nm in diameter.",
        "350 μm none size of a contact; 90 nm sample thickness; 5 nm sample particle_size",
    ),
    (
        "The diameter of the Pt capacitors was 30 μm.",
        "30 μm none size of a contact",
    ),
    # instruments, and what nobody set
    (
        "XRD patterns were recorded between 10 and 80° with a step size of 0.02°.",
        "10 and 80° instrument setting or resolution; 0.02° instrument setting or resolution",
    ),
    (
        "The sample was placed under a 532 nm laser with an output of 5 mW.",
        "532 nm instrument probing light; 5 mW instrument emitted power",
    ),
    (
        "PL was measured under 405 nm excitation and peaked at 620 nm.",
        "405 nm test wavelength; 620 nm result exciton_peak_position",
    ),
    (
        "The SEM was operated at 5 kV and has a resolution of 2 nm.",
        "5 kV instrument setting or resolution; 2 nm instrument detection limit",
    ),
    ("The Curie temperature of the film lies at 38 K.", "38 K none own temperature"),
    # results: before and after, lists, bare numbers
    (
        "The PL lifetime decreased from 25 ns to 8 ns upon exchange with EDT.",
        "25 ns to 8 ns result photoluminescence_lifetime",
    ),
    (
        "Films of 10, 20 and 40 nm had band gaps of 3.4, 3.3 and 3.25 eV, respectively.",
        "10 sample thickness; 20 sample thickness; 40 nm sample thickness; "
        "3.4 result band_gap; 3.3 result band_gap; 3.25 eV result band_gap",
    ),
    (
        "The TiN films grown at 300 and 350 °C had resistivities of 210 and 160 μΩ cm.",
        "300 process temperature; 350 °C process temperature; 210 result resistivity; "
        "160 μΩ cm result resistivity",
    ),
    (
        "The quantum yield and the lifetime were 48% and 12 ns, respectively.",
        "48% result photoluminescence_quantum_yield; 12 ns result photoluminescence_lifetime",
    ),
    (
        "The refractive index at 633 nm was 1.65.",
        "633 nm test wavelength; 1.65 result refractive_index",
    ),
    (
        "The spectra showed less than 1 at.% carbon after 60 s of Ar+ sputtering.",
        "1 at.% result impurity_content; 60 s instrument depth profile",
    ),
    # what a maker tells of its goods
    (
        "The glass had ITO with a sheet resistance of 14 Ω/sq, supplied by Kopp Glass.",
        "14 Ω/sq none unknown",
    ),
)


def told(owned: Owned) -> str:
    what = owned.attribute or owned.rule
    whose = "".join(f" ({mention.text})" for mention in owned.whose if mention.kind != "process")
    return f"{owned.number.text} {owned.owner} {what}{whose}"


@each_row(("sentence", "owners"), ROWS)
def test_each_number_has_one_owner(
    read: Callable[[str], list[Reading]], sentence: str, owners: str
) -> None:
    [reading] = read(sentence)
    [doc] = parse([reading])
    clauses = [(c.start, c.end) for c in clauses_of(reading, doc, (0, len(sentence)))]
    binding = bind(reading, find_predications(reading, doc), clauses)
    assert "; ".join(map(told, binding.owned)) == owners
