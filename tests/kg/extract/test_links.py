"""Links of outcomes: the object, the cause, the comparison and the conditions that a text gives."""

from __future__ import annotations

from array import array

import corpus
from corpus.model import Paper, Passage
from kg.batch.reading import read_document
from kg.extract import extract
from kg.model import Links, Outcome

#: A made-up study of infilled dots; what follows it goes on about the same.
DOTS = "Films of PbTe quantum dots were infilled with HfO2 by atomic layer deposition. "
#: A made-up study of a film.
FILM = "Ta2O5 films were grown by ALD from tantalum ethoxide and water on Si wafers. "

#: A made-up study of dots in a device with a layer that only serves them.
CELLS = (
    "We made solar cells of PbTe quantum dots. TiO2 was grown by ALD as an electron transport "
    "layer. "
)


def paper(text: str) -> Paper:
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    return Paper(id="d", sha256="0" * 64, raw=text, passages=(passage,))


def links_in(text: str) -> dict[str, Links]:
    """The links of each outcome of a text, by its property."""
    claims = extract(paper(text))
    return {c.content.property: c.links for c in claims if isinstance(c.content, Outcome)}


def written(links: Links | None, name: str) -> str:
    return " ".join(map(str, getattr(links, name))) if links is not None else "no outcome"


def failures(cases: dict[str, dict[str, str]], name: str) -> list[tuple[str, str, str, str]]:
    """Each outcome whose link differs: text, property, what was wanted, what was found."""
    wrong = []
    for text, wanted in cases.items():
        found = links_in(text)
        for prop, expected in wanted.items():
            got = written(found.get(prop), name)
            if got != expected:
                wrong.append((text, prop, expected, got))
    return wrong


#: Text -> property -> agents.
AGENTS = {
    # behind words of cause
    FILM + "The resistivity of the films increased due to annealing.": {
        "resistivity": "process:annealing"
    },
    DOTS + "The conductivity rose as a result of the ligand exchange.": {
        "conductivity": "process:ligand_exchange"
    },
    DOTS + "The mobility was increased by the HfO2 coating.": {"carrier_mobility": "material:HfO2"},
    FILM + "After annealing, the roughness decreased.": {"surface_roughness": "process:annealing"},
    # each of two outcomes has its own
    DOTS
    + "The gain is a result of strong electronic coupling from the ligand exchange and of "
    + "passivation of surface states from the ALD coating.": {
        "electronic_coupling": "process:ligand_exchange",
        "surface_passivation": "process:ald material:HfO2",
    },
    # a film of dots has no other shape than the dots
    "PbTe quantum dots were coated with HfO2 by ALD. The PbTe QD/HfO2 composites were more stable "
    "than the pristine QD films.": {"stability": ""},
    # ahead of verbs that bring about
    FILM + "Annealing lowers the leakage current.": {"leakage_current": "process:annealing"},
    DOTS + "The HfO2 matrix prevents the oxidation of the dots.": {
        "oxidation_resistance": "material:HfO2"
    },
    DOTS + "The infilling leads to a higher conductivity.": {"conductivity": "material:HfO2"},
    DOTS + "Trimethylaluminum and diethylzinc quench the photoluminescence.": {
        "photoluminescence_intensity": "chemical:trimethylaluminum chemical:diethylzinc"
    },
    # the verb's subject stands in the clause before
    FILM + "The films were exposed to an ozone dose that raises the resistivity.": {
        "resistivity": "chemical:ozone"
    },
    # joint subjects are one clause, two clauses have a cause each
    DOTS
    + "We found that trimethylaluminum and diethylzinc reduced the mobility, while annealing "
    + "increased the stability.": {
        "carrier_mobility": "chemical:trimethylaluminum chemical:diethylzinc",
        "stability": "process:annealing",
    },
    # what the passage said before
    FILM + "Annealing lowers the roughness. As a result, the transmittance rises.": {
        "transmittance": "process:annealing"
    },
    FILM + "The films were annealed. This step increased the band gap.": {
        "band_gap": "process:annealing"
    },
    # what sets a sample apart, and what is set against another
    FILM + "The annealed films had a lower resistivity.": {"resistivity": "process:annealing"},
    "CdTe nanorods showed a higher absorption than CdTe nanocubes.": {"absorption": "form:nanorod"},
    "The mobility of InAs films was 5 cm2/Vs compared to 1 cm2/Vs without annealing.": {
        "carrier_mobility": "process:annealing"
    },
    # told by the nature of the property
    DOTS: {"infilling": "process:ald"},
    "Conformal films of Ta2O5 were deposited by spatial ALD.": {
        "conformality": "process:spatial_ald"
    },
    "Sb-doped SnO2 films were grown.": {"doping": "chemical:sb"},
    # a parameter is no agent, the amount of a thing stands for the thing
    FILM + "The growth rate decreases with temperature.": {"growth_rate": ""},
    FILM + "The refractive index was changed by varying the deposition temperature.": {
        "refractive_index": ""
    },
    # treatments that order a film, a cause in a clause of time, a unit that is no "versus"
    FILM + "The films crystallise upon annealing at 800 °C.": {
        "crystallinity": "process:annealing"
    },
    FILM + "When ozone was used in place of water, the growth rate rose.": {
        "growth_rate": "chemical:ozone"
    },
    DOTS + "The mobility rose from 1 to 5 cm2/Vs after ligand exchange.": {
        "carrier_mobility": "process:ligand_exchange"
    },
    DOTS + "On exposure to diethylzinc, the quantum yield fell to 12 %.": {
        "photoluminescence_quantum_yield": "chemical:diethylzinc"
    },
    # what is attributed, what else a subject does
    DOTS + "We attribute the longer carrier lifetime to passivation by HfO2.": {
        "carrier_lifetime": "material:HfO2"
    },
    DOTS + "The HfO2 not only passivates the surface but also increases the quantum yield.": {
        "photoluminescence_quantum_yield": "material:HfO2"
    },
    # what was done before is no cause beside the means
    DOTS + "The quantum yield was increased by the addition of oleylamine after the ALD.": {
        "photoluminescence_quantum_yield": "chemical:oleylamine"
    },
    # what "they" have more of, they have from the same coat
    DOTS + "The infilled films have a higher conductivity. They remained stable in air.": {
        "air_stability": "material:HfO2"
    },
    # no cause: circumstances, means of knowing, standards, paths, the property itself
    FILM + "The band gap was determined to be 4 eV by ellipsometry.": {"band_gap": ""},
    FILM + "The thermal stability increased after exposure to ozone.": {"thermal_stability": ""},
    FILM + "The roughness was lower than that of sputtered films.": {"surface_roughness": ""},
    "The films showed energy transfer from CdTe dots to CdSe dots.": {"energy_transfer": ""},
    FILM + "The as-deposited films were amorphous.": {"crystallinity": ""},
    FILM + "The band gap is 4.4 eV.": {"band_gap": ""},
}


def test_agents():
    assert failures(AGENTS, "agent") == []


#: Text -> property -> layers from the inside out.
SAMPLES = {
    # an electrode that is tried beside the one of the study
    "Zn0.3Mn0.7Co2O4 nanowires were grown by a hydrothermal synthesis. The Zn0.3Mn0.7Co2O4 "
    "nanowires are stable. The MnCo2O4 electrode had a specific capacity of 612 mAh/g.": {
        "specific_capacity": "MnCo2O4"
    },
    # what goes on is the property, of the same object
    "CdSe/CdS dots were coated with MgO by ALD. The PL intensity of the QD films fell at first, "
    "but then it recovered.": {"photoluminescence_intensity": "CdSe CdS MgO"},
    FILM + "The band gap of the films is 4.4 eV.": {"band_gap": "Ta2O5"},
    FILM + "The films are smooth. The refractive index is 2.1.": {"refractive_index": "Ta2O5"},
    "CdTe/ZnTe core/shell quantum dots were made. Their quantum yield is 60 %.": {
        "photoluminescence_quantum_yield": "CdTe ZnTe"
    },
    DOTS + "The mobility increased tenfold.": {"carrier_mobility": "PbTe HfO2"},
    # the solid that the clause names, not the wafer and not the standard
    "We grew TiN films and HfN films on Si. The resistivity of the HfN films was 90 uOhm cm.": {
        "resistivity": "HfN"
    },
    "NiO films were grown on GaAs. They had a lower roughness than sputtered VO2 films.": {
        "surface_roughness": "NiO"
    },
    # a coat that is credited belongs to the object
    "PbTe quantum dots were coated with a HfO2 shell. "
    "The HfO2 shell increased the carrier lifetime.": {"carrier_lifetime": "PbTe HfO2"},
    # what the coat alone is credited with is a property of what it lies on
    **{
        "A zinc mirror was coated with Y2O3 by ALD. " + said: {name: "Zn Y2O3"}
        for said, name in (
            ("The Y2O3 coating improved the thermal stability.", "thermal_stability"),
            ("The Y2O3 coating lowered the water contact angle.", "contact_angle"),
            ("The higher reflectance is attributed to the Y2O3 coating.", "reflectance"),
        )
    },
    FILM + "The Ta2O5 film had a resistivity of 4 Ohm cm.": {"resistivity": "Ta2O5"},
    FILM + "The density of the Ta2O5 films increased.": {"density": "Ta2O5"},
    # the barrier is its own, the wafer is the sample where it is passivated
    DOTS + "The HfO2 infilling acts as a gas diffusion barrier.": {"barrier_performance": "HfO2"},
    # a sample without its coat, but not one that only serves as the standard
    DOTS + "Carrier multiplication was absent in the non-infilled films.": {
        "carrier_multiplication": "PbTe"
    },
    "PbTe quantum dot films were infilled with HfO2 or HfO2/TiO2 by ALD. "
    "Carrier multiplication was absent in the non-infilled films.": {
        "carrier_multiplication": "PbTe"
    },
    DOTS + "The mobility was higher than in the uncoated films.": {"carrier_mobility": "PbTe HfO2"},
    DOTS + "The lifetime of the uncoated QDs decreased.": {"photoluminescence_lifetime": "PbTe"},
    # a device has its efficiency from its particles, not from what encapsulates it
    "A CdTe quantum dot solar cell was encapsulated with a HfO2/TiO2 nanolaminate. "
    "The efficiency of 4% remained unchanged.": {"power_conversion_efficiency": "CdTe"},
    "CdTe quantum dots were encapsulated with a HfO2/TiO2 nanolaminate by ALD. "
    "The nanolaminate overlayer improved the air stability of the dots.": {
        "air_stability": "CdTe HfO2 TiO2"
    },
    # particles on a carrier, with their coat; "they" are what the sentence before is about
    "Pt nanoparticles supported on titania were coated with HfO2 by ALD. TiO2 spheres were "
    "coated with ZnO as well. Pt nanoparticles on TiO2 were then coated with HfO2. "
    "They remained stable against heat.": {"thermal_stability": "Pt HfO2"},
    # a class of cores, and a short name
    "HfO2 shells were grown on CsPbBr3 and Au nanocrystals. Au@HfO2 and CsPbBr3@HfO2 "
    "nanocrystals were seen. The HfO2 shell increased the air stability of the perovskite "
    "nanocrystals.": {"air_stability": "CsPbBr3 HfO2"},
    # dots are not the platelets of the study
    "CdTe@CdSe core@shell nanoplatelets were made. The poor gain of quantum dots is attributed "
    "to a faster Auger recombination.": {"recombination": ""},
    # a technique at large has no sample
    "Atomic layer deposition gives conformal coatings.": {"conformality": ""},
    # a figure of a device is that of its active part, not of the layer that serves it
    CELLS + "The fill factor of the cells was 0.61.": {"fill_factor": "PbTe"},
    CELLS + "With the TiO2 layer the devices reached an open-circuit voltage of 0.48 V.": {
        "open_circuit_voltage": "PbTe"
    },
    CELLS + "The devices were stable in air for 20 d.": {"air_stability": "PbTe"},
    "MoS2 transistors were made. The gate dielectric HfO2 was grown by ALD. "
    + "The threshold voltage was 0.7 V.": {"threshold_voltage": "MoS2"},
    # what dots have is theirs, and a salt is no sample
    CELLS + "The linewidth of the exciton did not change.": {"linewidth": "PbTe"},
    CELLS + "A ligand exchange with CdCl2 raised the mobility to 3 cm2/Vs.": {
        "carrier_mobility": "PbTe"
    },
    # traps: a film of its own, a property of the layer, a device without a named active part
    CELLS + "The refractive index of TiO2 was 2.3.": {"refractive_index": "TiO2"},
    CELLS + "The ZnO film had a mobility of 9 cm2/Vs.": {"carrier_mobility": "ZnO"},
    "A TiO2 electron transport layer was grown by ALD. The cells had a fill factor of 0.7.": {
        "fill_factor": ""
    },
    # the metal of a laser is no part of a device of the study
    "CdSe nanorods were grown. A He-Cd laser was used. The emission had a linewidth of 20 nm.": {
        "linewidth": "CdSe"
    },
    # a cause is not the object
    CELLS + "MgO quenched the photoluminescence.": {"photoluminescence_intensity": "PbTe"},
    # what the words right beside a value name, be it the standard of a comparison
    FILM + "The roughness of the SnO2 spacer (0.4 nm) and of the Ta2O5 film is small.": {
        "surface_roughness": "SnO2"
    },
    "GaN films were grown on a NiO layer. The band gap was 3.7 eV, as expected for NiO.": {
        "band_gap": "NiO"
    },
    FILM + "The film wets better than the surface of PVDF with a contact angle of 118°.": {
        "contact_angle": "PVDF"
    },
    # a pure film is not the stack that holds it, an amount of powder not the composite
    "ITO/AgNW/ITO films were sputtered. The pure ITO film had a transmittance of 84 %.": {
        "transmittance": "ITO"
    },
    "ITO/AgNW/ITO films were sputtered. The ITO/AgNW/ITO film had a transmittance of 81 %.": {
        "transmittance": "ITO Ag ITO"
    },
    "Ni/MgO catalysts were made. The colloid was added to 3 g of MgO (specific surface area "
    "160 m2/g).": {"accessible_surface": "MgO"},
    # the electrode that a sentence began with, a wafer that is itself the subject
    "MnO2 nanowires were made. NiMoO4 was used as an anode. The NiMoO4 electrode shows a specific "
    "capacity of 640 mAh/g, while the specific capacity declines to 210 mAh/g after 80 cycles.": {
        "specific_capacity": "NiMoO4"
    },
    "Ta2O5 films were grown by ALD on PEN. The PEN substrate displayed a transmittance of 88 %.": {
        "transmittance": "PEN"
    },
    # the solid right behind its quality
    "Ni was sputtered and HfO2 was grown by ALD. In the thick Ni, most of the conformal HfO2 "
    "lies on top.": {"conformality": "HfO2"},
    # a thing without a known solid: reagents, a sample by its name, a perovskite
    "Ta2O5 films were grown by MOCVD. Both complexes possess a high thermal stability.": {
        "thermal_stability": ""
    },
    "TiO2/SnO2 composites were made. The BET surface area of TS-3@K is 130 m2/g.": {
        "accessible_surface": ""
    },
    "TiO2/SnO2 composites were made. The BET surface area of the powder is 130 m2/g.": {
        "accessible_surface": "TiO2 SnO2"
    },
    "Mesoporous ZrO2 was coated. The perovskite has a band gap of 1.61 eV.": {"band_gap": ""},
    "FAPbI3 films were spun on ZrO2. ZrO2 was dense. The perovskite has a band gap of 1.5 eV.": {
        "band_gap": "FAPbI3"
    },
    # a composite that a hyphen joins
    "MgO/NiO/CeO2 stacks and a NiFe2O4-CeO2 layer were made. The NiFe2O4-CeO2 layer has a "
    "porosity of 31 %.": {"porosity": "NiFe2O4 CeO2"},
}


def test_samples():
    assert failures(SAMPLES, "of") == []


#: Text -> value -> object.
LISTED = {
    FILM + "The band gaps of Ta2O5 and ZrO2 were 4.1 and 5.2 eV, respectively.": {
        4.1: ("Ta2O5",),
        5.2: ("ZrO2",),
    },
    FILM + "Band gaps of 4.1, 5.2 and 5.7 eV were found for Ta2O5, ZrO2 and HfO2, respectively.": {
        4.1: ("Ta2O5",),
        5.2: ("ZrO2",),
        5.7: ("HfO2",),
    },
    # the order of what else is listed does not tell
    FILM + "The band gaps of Ta2O5 were 4.1 and 4.3 eV on Ge and GaAs, respectively.": {
        4.1: ("Ta2O5",),
        4.3: ("Ta2O5",),
    },
    # a list of solids and that of their values stand on either side of the verb
    "MnO2, NiMoO4 and ZnMoO4 anodes were made. The specific capacities of MnO2, NiMoO4 and ZnMoO4 "
    "are 610, 705 and 880 mAh/g.": {610: ("MnO2",), 705: ("NiMoO4",), 880: ("ZnMoO4",)},
}


def test_each_value_of_a_list_has_its_own_object():
    for text, wanted in LISTED.items():
        told = [c for c in extract(paper(text)) if isinstance(c.content, Outcome)]
        found = {c.content.quantity.value: c.links.of for c in told if c.content.quantity}
        assert found == wanted, text


#: Text -> property -> what the outcome is compared with.
STANDARDS = {
    FILM + "The resistivity was lower than that of HfO2.": {"resistivity": "material:HfO2"},
    "NiO grown with ozone had a higher resistivity than NiO grown with water.": {
        "resistivity": "material:NiO chemical:water"
    },
    "CdTe nanorods showed a higher absorption than nanocubes.": {"absorption": "form:nanocube"},
    FILM + "The resistivity increased by more than half.": {"resistivity": ""},
}


def test_a_long_account_is_about_what_it_names_most():
    dots = "The cell holds a film of PbS quantum dots. "
    for many, owner in ((50, "ITO"), (3, "PbS")):
        told = "The ITO electrode on the film was annealed. " * many
        found = links_in(f"{dots}{told}The resistivity fell.")
        assert written(found["resistivity"], "of") == owner


def test_standards():
    assert failures(STANDARDS, "against") == []


def test_conditions_of_an_outcome():
    text = FILM + "The leakage current remained stable for 500 h at 85 °C in air."
    under = links_in(text)["leakage_current"].under
    assert [(c.parameter, c.quantity and c.quantity.value) for c in under] == [
        ("test_duration", 500),
        ("test_temperature", 85),
    ]
    assert links_in(FILM + "The leakage current decreased.")["leakage_current"].under == ()


def test_each_value_has_the_condition_beside_it():
    texts = (
        "The resistivity was 90 µΩ cm at 180 °C and 60 µΩ cm at 260 °C.",
        "The mobility was 12 cm2/Vs at 20 °C and 7 cm2/Vs at 85 °C.",
        "The mobility of films of 4, 6 and 9 nm was 3, 5 and 8 cm2/Vs, respectively.",
    )
    found = [
        {c.content.quantity.value: [u.quantity.value for u in c.links.under] for c in outcomes}
        for text in texts
        if (outcomes := [c for c in extract(paper(text)) if isinstance(c.content, Outcome)])
    ]
    assert found == [{90: [180], 60: [260]}, {12: [20], 7: [85]}, {3: [4], 5: [6], 8: [9]}]


def test_what_became_of_a_film_has_the_condition_behind_it():
    claims = extract(paper("The film was amorphous at first and became crystalline at 450 °C."))
    outcomes = [c for c in claims if isinstance(c.content, Outcome)]
    assert {c.content.direction: len(c.links.under) for c in outcomes} == {
        "absent": 0,
        "present": 1,
    }


def test_links_change_no_claim_and_do_not_depend_on_other_papers():
    first, second = extract(paper(DOTS)), extract(paper(DOTS))
    assert first == second
    assert {c.links for c in extract(paper("The Si wafers were cut."))} <= {Links()}


def test_papers_read_in_a_batch_are_linked(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(DOTS, encoding="utf-8")
    read = read_document(path)
    assert read.document.claims == extract(corpus.read(path))
    assert any(claim.links.of == ("PbTe", "HfO2") for claim in read.document.claims)
