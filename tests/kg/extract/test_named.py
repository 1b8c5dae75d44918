"""Processes, techniques, forms and uses: what a verb tells, what is set apart, what is background.

All sentences are made up for these tests.
"""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract


def read(text: str) -> set[tuple[str, ...]]:
    """The processes, techniques, applications (kind, id) and forms (formula, form) of a text."""
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    found: set[tuple[str, ...]] = set()
    for record in map(to_record, extract(paper)):
        kind = record["kind"]
        if kind in ("process", "technique", "application"):
            found.add((kind, record[kind]))
        elif kind == "form":
            found.add((record["formula"], record["form"]))
    return found


def wrong(cases: list[tuple[str, set[tuple[str, ...]], set[tuple[str, ...]]]]) -> list[str]:
    failures = []
    for text, wanted, refused in cases:
        found = read(text)
        if not wanted <= found or refused & found:
            failures.append(f"{text} -> {sorted(found)}")
    return failures


def process(*ids: str) -> set[tuple[str, ...]]:
    return {("process", name) for name in ids}


def technique(*ids: str) -> set[tuple[str, ...]]:
    return {("technique", name) for name in ids}


def application(*ids: str) -> set[tuple[str, ...]]:
    return {("application", name) for name in ids}


TOLD = [
    ("Cadmium was determined by ICP-AES.", set(), technique("auger")),
    ("The films were studied by infrared reflection absorption spectroscopy.", technique("ftir"),
     technique("uv_vis_absorption")),
    ("The work function was found by photoelectron spectroscopy in air.", technique("ups"),
     technique("xps")),
    ("We characterized the IGZTO FETs.", technique("electrical_measurement"), set()),
    ("The drain currents were small.", technique("electrical_measurement"), set()),
    ("The drain was clogged.", set(), technique("electrical_measurement")),
    (
        "The electrochemical performance was tested. Optical modeling of the mirrors was done.",
        technique("electrochemical_measurement", "film_modelling"),
        set(),
    ),
    (
        "The electrochemical performance is of interest.",
        set(),
        technique("electrochemical_measurement"),
    ),
    # a list of techniques names measurements by what they measure
    (
        "The films were characterized by XRD, photoluminescence, and contact angle.",
        technique("xrd", "photoluminescence", "contact_angle_measurement"),
        set(),
    ),
    ("The photoluminescence and the mobility rose.", set(), technique("photoluminescence")),
    # the use in the name of a property, and those that a verb or the light tells
    ("The solar cell efficiency was increased.", application("solar_cell"), set()),
    (
        "We made infrared photodetectors from the dots.",
        application("photodetector", "infrared_optoelectronics"),
        set(),
    ),
    ("Alumina for encapsulating organic diodes was grown.", application("encapsulation"), set()),
    # tools and parts of another device
    ("The films were grown with a He-Cd laser.", set(), application("laser")),
    ("We made coplanar waveguide resonators.", set(), application("photonics")),
    ("We made metal-oxide-semiconductor devices.", set(), application("microelectronics")),
    (
        "We found a band gap of 1.2 eV, which is desirable for solar cells.",
        application("solar_cell"),
        set(),
    ),
    ("The Ge wafers were precleaned with acetone.", process("surface_pretreatment"), set()),
    ("The GaAs wafers were passivated with H2S.", process("surface_pretreatment"), set()),
    ("The native oxide was not removed.", set(), process("surface_pretreatment")),
    ("The obtained powder was cleaned by centrifugation.", set(), process("surface_pretreatment")),
    ("Silver was evaporated onto the film.", process("pvd"), set()),
    ("The solvent was evaporated slowly in a beaker.", set(), process("pvd")),
    ("Chloride replaced the oleate ligands on the InP dots.", process("ligand_exchange"), set()),
    ("The ligands had been exchanged for bromide.", process("ligand_exchange"), set()),
    ("The Rh particles were obtained by NaBH4 reduction.", process("chemical_reduction"), set()),
    ("Sheets of reduced graphene oxide were bought.", set(), process("chemical_reduction")),
    ("The powder was heated in a tube furnace at 450 °C.", process("annealing"), set()),
    # what is injected into a solid makes no particles
    ("CuInTe2 dots act on TiO2 by injecting electrons.", set(), process("colloidal_synthesis")),
    ("We synthesized ZnTe nanocrystals in squalane.", process("colloidal_synthesis"), set()),
    (
        "ZnTe nanocrystals were synthesized in an autoclave.",
        set(),
        process("colloidal_synthesis"),
    ),
    (
        "HfO2 was grown with thermal and plasma-enhanced ALD processes.",
        process("thermal_ald", "plasma_enhanced_ald"),
        process("ald"),
    ),
    ("MgO grows by ALD. This thermal process needs water.", process("thermal_ald"), process("ald")),
    (
        "SnO2 was grown by spatial atomic layer deposition at atmospheric pressure.",
        process("spatial_ald", "atmospheric_pressure_ald"),
        set(),
    ),
    ("Y2O3 was grown with a 170 °C ALD process.", process("ald"), process("colloidal_ald")),
    ("The PL decay was recorded.", technique("time_resolved_photoluminescence"), set()),
    ("The emission of the InP dots was recorded.", technique("photoluminescence"), set()),
    ("The X-ray emission was recorded.", set(), technique("photoluminescence")),
    ("The I_D–V_G curves are shown.", technique("electrical_measurement"), set()),
    ("Drain current–gate voltage plots are linear.", technique("electrical_measurement"), set()),
    ("The polarization-voltage (P–V) loops open.", technique("electrical_measurement"), set()),
    ("The I−V characteristics are linear.", technique("electrical_measurement"), set()),
    ("Electrical properties were also measured.", technique("electrical_measurement"), set()),
    ("The breakdown field of ZnO was measured.", technique("electrical_measurement"), set()),
    ("The films were electrically tested.", technique("electrical_measurement"), set()),
    ("PUND pulses were applied.", technique("electrical_measurement"), set()),
    ("The electrical properties of ZnO are poor.", set(), technique("electrical_measurement")),
    ("The breakdown field of ZnO is high.", set(), technique("electrical_measurement")),
    ("The leakage current is the measure of all.", set(), technique("electrical_measurement")),
    ("The C-H bonds of the curves are bent.", set(), technique("electrical_measurement")),
    ("Tunneling spectroscopy shows a gap.", technique("electrical_measurement"), technique("stm")),
    ("A high-resolution TEM (JEM-2200FS) was used.", technique("hr_tem"), technique("tem")),
    ("Infrared transmission shows OH.", technique("ftir"), technique("optical_spectroscopy")),
    ("The wafers underwent a cleaning process.", process("surface_pretreatment"), set()),
    ("The wafers were treated with ozone.", process("surface_pretreatment"), set()),
    ("The reports underwent a process.", set(), process("surface_pretreatment")),
    ("They were tested electrochemically.", technique("electrochemical_measurement"), set()),
    ("Scanning and transmission electron microscopy agree.", technique("sem", "tem"), set()),
    ("The thickness was measured ellipsometrically.", technique("ellipsometry"), set()),
    ("Theoretical calculations agree.", technique("electronic_structure_calculation"), set()),
]  # fmt: skip


def test_a_verb_tells_a_process_or_technique() -> None:
    assert not wrong(TOLD)


SET_APART = [
    ("Long purges of 9 s were used to prevent CVD contributions.", set(), process("cvd")),
    ("The resistivities match those of sputtered Ru.", set(), process("sputtering")),
    ("The trend is different from conventional CVD.", set(), process("cvd")),
    ("Such shells are at present typically made via CVD.", set(), process("cvd")),
    ("Common ALD precursors were dissolved in octane.", set(), process("ald")),
    ("Y2O3 was grown by CVD at 400 °C.", process("cvd"), set()),
    ("Such oxides are hard to prepare by CVD.", set(), process("cvd")),
    ("An excess leads to a CVD type of growth.", set(), process("cvd")),
    ("A dissolution−precipitation mechanism roughens it.", set(), process("precipitation")),
    ("The BOE etching rate is 2 nm/s.", set(), process("surface_pretreatment")),
    ("The ligand was purified by vacuum sublimation.", set(), process("pvd")),
    ("The flask was cooled by spraying air on it.", set(), process("spray_deposition")),
    ("We used an oscilloscope (TDS 640).", set(), technique("mass_spectrometry")),
    ("Optical emission spectra of the plasma were taken.", set(), technique("photoluminescence")),
]


def test_a_process_set_apart_is_none_of_the_study() -> None:
    assert not wrong(SET_APART)


USES = [
    (
        "ZnO is used in gas sensors. Here we grow ZnO by ALD for solar cells.",
        application("solar_cell"),
        application("gas_sensor"),
    ),
    (
        "Y2O3 was grown by ALD in this work. Such films may be suited for gas sensors.",
        application("gas_sensor"),
        set(),
    ),
    (
        "Electrochromic (EC) windows save energy. Here we grow WO3 for EC windows by ALD.",
        application("electrochromic_device"),
        set(),
    ),
    ("Catalyst-free growth gave InN wires.", set(), application("catalysis")),
    ("The Y2O3 coatings withstand laser damage.", set(), application("laser")),
    (
        "TaN was loaded with an IrOx co-catalyst for water splitting.",
        application("water_splitting"),
        application("catalysis"),
    ),
    (
        "The photoanodes of the solar cells were coated.",
        application("solar_cell"),
        application("water_splitting"),
    ),
    # uses told by a figure of merit, a reaction or a test
    (
        "Blue OLEDs sealed and encapsulated in this way lived 900 h at 85 °C.",
        application("encapsulation", "light_emitting_diode"),
        set(),
    ),
    (
        "The perovskite cells reached 19 % with a fill factor of 0.78.",
        application("solar_cell"),
        set(),
    ),
    (
        "The open-circuit voltage of the cells rose to 0.66 V after SnO2 was grown by ALD.",
        application("solar_cell"),
        set(),
    ),
    (
        "Dye-sensitised cells with a TiO2 film by ALD gave 15 mA cm-2.",
        application("solar_cell"),
        set(),
    ),
    (
        "ZnSe nanorods evolve hydrogen under visible light at 2.1 mmol/h/g.",
        application("photocatalysis"),
        set(),
    ),
    (
        "Hydrogen was produced by the CdSe dots under 450 nm illumination at 3 mmol h-1 g-1.",
        application("photocatalysis"),
        set(),
    ),
    (
        "Photodegradation of rhodamine B over the TiO2 powder took 30 min.",
        application("photocatalysis"),
        set(),
    ),
    (
        "Charge-trap memory transistors were made with HfO2 by ALD.",
        application("memory_device", "field_effect_transistor"),
        set(),
    ),
    ("The capacitors are candidates for embedded memory.", application("memory_device"), set()),
    (
        "Superconducting TiN layers by ALD were patterned into microwave resonators.",
        application("superconducting_device"),
        set(),
    ),
    (
        "Our NbTiN films were patterned into kinetic inductance resonators after ALD.",
        application("superconducting_device"),
        set(),
    ),
    ("In2O3 sensors answered to 2 ppm NO2 with a ratio of 30.", application("gas_sensor"), set()),
    (
        "The response to 50 ppm ammonia of the WO3 nanowires was doubled.",
        application("gas_sensor"),
        set(),
    ),
    (
        "Detection of ethanol vapour by SnO2 nanowires reached 1 ppm.",
        application("gas_sensor"),
        set(),
    ),
    ("The CsPbBr3 film served as the backlight of a screen.", application("display"), set()),
    (
        "The LiCoO2 cathodes with 2 nm Al2O3 by ALD kept 95 % of 140 mAh g-1 after 300 cycles.",
        application("battery"),
        set(),
    ),
    (
        "NMC622 cathodes coated with ZrO2 by ALD kept 92 % of their capacity.",
        application("battery"),
        set(),
    ),
    (
        "In the oxidation of CO the Pt clusters on CeO2 had a turnover frequency of 3 s-1.",
        application("catalysis"),
        set(),
    ),
    (
        "Ag nanocubes coated with HfO2 by ALD were used for surface-enhanced Raman scattering.",
        application("sers_substrate"),
        set(),
    ),
    (
        "Green QLEDs with CdSe dots had a maximum EQE of 17 %. No mechanism is proposed here.",
        application("light_emitting_diode"),
        set(),
    ),
    (
        "Micro-LEDs passivated with Al2O3 by ALD reached an EQE of 11 %.",
        application("light_emitting_diode"),
        set(),
    ),
    ("The mammalian cells of 8 % of patients were stained.", set(), application("solar_cell")),
    ("The sensors of the reactor were calibrated.", set(), application("gas_sensor")),
    ("The unit cells have a volume of 200 Å3.", set(), application("solar_cell")),
    ("LED light of 365 nm cured the resist.", set(), application("light_emitting_diode")),
    # words of a use in passing, and the same words as a use
    ("The waveguide of the luminescent concentrator was bent.", set(), application("photonics")),
    ("A waveguide of Ta2O5 lost 2 dB/cm.", application("photonics"), set()),
    ("The solar cells got an antireflection coating.", set(), application("photonics")),
    ("Lenses got an antireflection coating by ALD.", application("photonics"), set()),
    ("The degree of hydrogenation of the a-Si:H was 12 %.", set(), application("catalysis")),
    ("Pd on Al2O3 was tested in the hydrogenation of styrene.", application("catalysis"), set()),
    ("Hydrosilylation capped the Si nanocrystals.", set(), application("catalysis")),
    ("A SQUID magnetometer was used at 5 K.", set(), application("superconducting_device")),
    ("SQUIDs of NbN were made by ALD.", application("superconducting_device"), set()),
    (
        "Doping of the nanocrystals led to high mobility.",
        set(),
        application("light_emitting_diode"),
    ),
    ("The Li ion diffusion barrier is 0.6 eV.", set(), application("diffusion_barrier")),
    (
        "TaN was grown by ALD as a copper diffusion barrier.",
        application("diffusion_barrier"),
        set(),
    ),
    ("The photoelectrode of the DSSC was coated.", set(), application("water_splitting")),
    ("A Photoanode for a Dye-Sensitized Solar Cell", set(), application("water_splitting")),
    (
        "The rods exhibited excellent photoelectrochemical and photocatalytic properties.",
        application("photocatalysis"),
        set(),
    ),
    ("Shifts of the peak with the laser energy were seen.", set(), application("laser")),
    # uses told by another class of word
    ("Supercapacitive properties of RuO2 were studied.", application("supercapacitor"), set()),
    ("The NiFe oxide has a high OER activity.", application("water_splitting"), set()),
    ("Optical sensing of hydrogen by Pd islands was shown.", application("gas_sensor"), set()),
    ("The spinel was catalytically tested in combustion.", application("catalysis"), set()),
    ("A long-period grating was coated with Al2O3 by ALD.", application("photonics"), set()),
    (
        "Quantum dot near-infrared light-emitting diodes were made.",
        application("infrared_optoelectronics", "light_emitting_diode"),
        set(),
    ),
    (
        "HgTe photodiodes for the short-wave infrared were made.",
        application("infrared_optoelectronics", "photodetector"),
        set(),
    ),
    ("The photodiode of the microscope was calibrated.", set(), application("photodetector")),
    # what has been made, or is made, is the text's own work ahead of "we", too
    *(
        (f"{made} Here we give their colour.", application("battery"), set())
        for made in (
            "GaN wires for batteries have been grown by ALD.",
            "Ir films for batteries have been successfully deposited on mica.",
            "MgO powders for batteries have been coated by TiO2.",
            "A route to HfN films for batteries has been developed.",
            "InN rods for batteries are synthesized in oil.",
            "Growth of ZrN for batteries is performed in a tube.",
        )
    ),
    *(
        (f"{known} Here we give their colour.", set(), application("battery"))
        for known in (
            "GaN wires for batteries have been widely studied.",
            "The wires for batteries that have been grown by ALD are long.",
            "InN rods for batteries are typically synthesized in oil.",
            "Several routes to HfN films for batteries have been developed.",
        )
    ),
]


def test_a_use_is_the_study_s_outside_the_background() -> None:
    assert not wrong(USES)


FORMS = [
    ("ZnO-based thin-film transistors were made by ALD.", {("ZnO", "thin_film")}, set()),
    ("A monolayer of CdTe/ZnS quantum dots was cast.", {("CdTe", "monolayer_film")}, set()),
    (
        "A film of CdTe@ZnS core@shell quantum dots was cast.",
        {("CdTe", "quantum_dot_film")},
        {("CdTe", "thin_film")},
    ),
    (
        "Besides silicon, ZnO films can be grown on steel by ALD.",
        {("ZnO", "thin_film")},
        {("Si", "thin_film")},
    ),
    (
        "The sample was put into a stainless steel powder holder.",
        set(),
        {("stainless steel", "powder")},
    ),
    ("The nano-LiMn2O4 electrodes were cycled.", {("LiMn2O4", "nanoparticle")}, set()),
    ("Ir nanoparticle films were grown.", {("Ir", "nanoparticle")}, {("Ir", "quantum_dot")}),
    ("Light beyond the InAs bulk band gap was absorbed.", set(), {("InAs", "bulk")}),
    (
        "The junction between TiO2 and PbSe quantum dots was studied.",
        {("PbSe", "quantum_dot")},
        {("TiO2", "quantum_dot")},
    ),
]


def test_a_form_is_that_of_its_own_solid() -> None:
    assert not wrong(FORMS)
