"""Links of conditions, reagents, processes and techniques: what belongs to what."""

from __future__ import annotations

from array import array

from corpus.model import Paper, Passage
from kg.extract import extract
from kg.model import Chemical, Claim, Condition, Process, Technique

TWO = (
    "HfO2 and ZnO films were grown by ALD. HfO2 was deposited from TEMAHf and ozone, "
    "while ZnO was deposited from diethylzinc and water. "
)

#: A made-up synthesis of dots, and a film that is put on them.
HOT = (
    "InAs dots were synthesised from indium chloride and tris(trimethylsilyl)arsine in "
    "oleylamine at 215 °C. "
)
HFO2 = "HfO2 was then deposited on the dots by ALD at 90 °C from TEMAHf and water."


def claims_in(text: str) -> tuple[Claim, ...]:
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    return extract(Paper(id="d", sha256="0" * 64, raw=text, passages=(passage,)))


def name(claim: Claim) -> str:
    """What the tables call a claim: a parameter with its value, a reagent, a process."""
    match claim.content:
        case Condition(parameter=parameter, quantity=quantity):
            return f"{parameter} {quantity.value:g}" if quantity and quantity.value else parameter
        case Chemical(chemical=chemical):
            return chemical
        case Process(process=process):
            return process
        case Technique(technique=technique):
            return technique
    return ""


def failures(cases: dict[str, dict[str, str]], link: str) -> list[tuple[str, str, str, str]]:
    wrong = []
    for text, wanted in cases.items():
        found = {name(c): " ".join(map(str, getattr(c.links, link))) for c in claims_in(text)}
        for claim, expected in wanted.items():
            got = found.get(claim, "no claim")
            if got != expected:
                wrong.append((text, claim, expected, got))
    return wrong


#: Text -> reagent -> what it was used to make.
USED_FOR = {
    "Al2O3 was deposited by ALD from trimethylaluminum and water.": {
        "trimethylaluminum": "process:ald material:Al2O3",
        "water": "process:ald material:Al2O3",
    },
    # a precursor makes what holds its metal
    TWO: {
        "diethylzinc": "process:ald material:ZnO",
        "tetrakis_ethylmethylamido_hafnium": "process:ald material:HfO2",
    },
    # what brings no element of a solid does not make it
    "Dots of MAPbBr3 were synthesised from PbBr2 and methylammonium bromide as precursors.": {
        "methylammonium bromide": "process:colloidal_synthesis material:MAPbBr3"
    },
    "An Si3N4 film was grown on ITO. Methylammonium bromide was the precursor of the dots.": {
        "methylammonium bromide": ""
    },
    "A Pt film was grown with urea as the precursor.": {"urea": ""},
    "A SiC film was grown with acetylene as the precursor.": {"acetylene": "material:SiC"},
    "ZnS films on ITO were made from the precursor Zn(S2COEt)2.": {"zn(s2coet)2": "material:ZnS"},
    "ITO films were grown with the precursor ZnS(S2COEt).": {"zns(s2coet)": ""},
    # a gas that only carries makes nothing
    "ZnS was grown by ALD from diethylzinc and hydrogen sulfide, with argon as purge gas.": {
        "hydrogen_sulfide": "process:ald material:ZnS",
        "argon": "",
    },
    # a kind of the process that the study tells elsewhere
    "TiO2 was grown by thermal ALD. In this ALD, titanium isopropoxide "
    "was the precursor and water was the co-reactant.": {
        "water": "process:thermal_ald material:TiO2"
    },
    # the anion of a salt; one solid in two spellings; what gives way to another
    "CdTe shells were grown by colloidal ALD from the precursors Na2Te and cadmium acetate.": {
        "cadmium_acetate": "process:colloidal_ald material:CdTe"
    },
    "HfOx shells were grown on Au nanocrystals by colloidal ALD. HfO2 shells were grown on Ag. "
    "The precursor TEMAHf reacts with the surface.": {
        "tetrakis_ethylmethylamido_hafnium": "process:colloidal_ald material:HfO2"
    },
    # a synthesis in a liquid, whatever is deposited on its particles
    HOT + HFO2: {
        "indium chloride": "process:colloidal_synthesis material:InAs",
        "tris(trimethylsilyl)arsine": "process:colloidal_synthesis material:InAs",
        "water": "process:ald material:HfO2",
    },
    # the next step in the flask, and the shell by its anion
    "CdTe/ZnSe dots were synthesised. Cadmium oleate was heated in octadecene. "
    "For the shell, zinc oleate and TOP-Se were added at 210 °C. " + HFO2: {
        "cadmium_oleate": "process:colloidal_synthesis material:CdTe",
        "zinc oleate": "process:colloidal_synthesis material:ZnSe",
        "top-se": "process:colloidal_synthesis material:ZnSe",
    },
    # traps: dots that only stand by, a deposition that is told beside the synthesis
    "InAs dots were synthesised in oleylamine and coated with HfO2 by ALD from TEMAHf and water.": {
        "tetrakis_ethylmethylamido_hafnium": "process:ald material:HfO2",
        "water": "process:ald material:HfO2",
    },
    "InAs dots were purchased. " + HFO2: {"water": "process:ald material:HfO2"},
    # what was bought served for nothing yet, a salt without a vocabulary gives no other metal
    "HfO2 films were grown by ALD. TEMAHf and zinc acetate were purchased from a supplier.": {
        "tetrakis_ethylmethylamido_hafnium": ""
    },
    "InAs dots were made from indium bromide in octadecene. " + HFO2: {
        "indium bromide": "material:InAs"
    },
    # what another metal reacts with gives nothing of the particles
    "Rh nanoparticles were grown on MgO powder by ALD from Rh(acac)3 and O2. Trimethylaluminum "
    "and water were dosed then.": {
        "oxygen": "process:ald material:Rh",
        "water": "",
    },
}


def test_used_for():
    assert failures(USED_FOR, "used_for") == []


USED_WITH = {
    "Al2O3 was deposited by ALD from trimethylaluminum and water.": {
        "trimethylaluminum": "chemical:water",
        "water": "chemical:trimethylaluminum",
    },
    # each with its own partner
    TWO: {
        "diethylzinc": "chemical:water",
        "tetrakis_ethylmethylamido_hafnium": "chemical:ozone",
        "ozone": "chemical:tetrakis_ethylmethylamido_hafnium",
    },
    # two precursors of one metal stand for one another
    "Al2O3 films were grown by ALD with the precursors trimethylaluminum and triethylaluminum.": {
        "trimethylaluminum": ""
    },
    # two lists do not say which met which, pairs in turn do
    "Al2O3, ZnO and ZnS were deposited by ALD from trimethylaluminum and diethylzinc with water "
    "or hydrogen sulfide as the co-reactants.": {
        "trimethylaluminum": "",
        "hydrogen_sulfide": "",
    },
    "Al2O3 and ZnS were deposited by ALD from trimethylaluminum and water and from diethylzinc "
    "and hydrogen sulfide.": {
        "trimethylaluminum": "chemical:water",
        "diethylzinc": "chemical:hydrogen_sulfide",
    },
}


def test_used_with():
    assert failures(USED_WITH, "used_with") == []


MAKES = {
    "Y2O3 films were grown on Si by ALD.": {"ald": "material:Y2O3"},
    "Y2O3 films were grown by ALD and annealed.": {"ald": "material:Y2O3", "annealing": ""},
    # of two films the one that the process stands at
    "ALD Y2O3 films were grown, and MoS2 films were made by sputtering.": {
        "ald": "material:Y2O3",
        "sputtering": "material:MoS2",
    },
    # every member of the list, however long
    "Y2O3, HfO2, ZrO2 and MgO films were grown by ALD.": {
        "ald": "material:Y2O3 material:HfO2 material:ZrO2 material:MgO"
    },
    # a reagent is named, not a product
    "CdSe@CdS@ZnS core/shell quantum dots were exposed to ALD precursors.": {"ald": ""},
    "CdSe@CdS@ZnS core/shell quantum dots were watched in the ALD chamber.": {"ald": ""},
    # metal particles on a support, unless it is they that are covered
    "Ru nanoparticles were deposited on Y2O3 powders by ALD.": {"ald": "material:Ru"},
    "Ru nanoparticles on Y2O3 were overcoated with MgO by ALD.": {"ald": "material:MgO"},
    # what another step made before
    "Y2O3 was deposited by ALD. Following the Y2O3 deposition, the gate was put down by "
    "sputtering.": {"ald": "material:Y2O3", "sputtering": ""},
}


def test_makes():
    assert failures(MAKES, "makes") == []


OWNERS = {
    # a coat of several solids around the dots, a sample that is kept, a count in a stack
    "InP QD solar cells were encapsulated with Al2O3/TiO2 by ALD. "
    "The 60 nm nanolaminate isolated the cell.": {"thickness 60": ""},
    "InP dots were coated with MgO by ALD. The coat was 9 nm thick.": {
        "thickness 9": "material:MgO"
    },
    "InP dots were infilled with MgO by ALD. The samples were kept in a glovebox for a week.": {
        "inert_atmosphere": ""
    },
    "We studied 5CdS/CdSe/5CdS nanoplatelets.": {"monolayer_count 5": "material:CdS"},
    "Al2O3 was deposited by ALD at 150 °C.": {"temperature 150": "process:ald material:Al2O3"},
    "Al2O3 was deposited by ALD with 0.1 s pulses of trimethylaluminum and 0.2 s of water.": {
        "pulse_time 0.1": "chemical:trimethylaluminum"
    },
    "ZnO was grown by ALD. The growth per cycle was 0.18 nm.": {
        "growth_per_cycle 0.18": "process:ald material:ZnO"
    },
    # a process that makes several solids
    "ZnS and CdO (cadmia) thin films were grown by SILAR. The process runs at 30 °C.": {
        "temperature 30": "process:silar material:ZnS material:CdO"
    },
    "Ga2O3 films were annealed at 700 °C.": {"annealing_temperature 700": "process:annealing"},
    # a source is heated, not the film
    "LuF3 was grown by ALD. The TiF4 was evaporated from an open boat at 130 °C.": {
        "temperature 130": "chemical:tif4"
    },
    "MgO was grown by ALD at 230 °C. TEMAHf was kept at 75 °C and H2O at room temperature.": {
        "temperature 75": "chemical:tetrakis_ethylmethylamido_hafnium"
    },
    "MgO was grown by ALD. The trimethylaluminum (TMA) was held at room temperature.": {
        "room_temperature": "chemical:trimethylaluminum"
    },
    "A 20 nm thick MgO film was grown by ALD on GaAs.": {"thickness 20": "material:MgO"},
    # what lies beneath a film is not so thick
    "Films of 20 nm were grown by ALD on GaAs.": {"thickness 20": ""},
    "MgO films of 12 nm were put on GaAs by ALD.": {"thickness 12": "material:MgO"},
    "MgO was grown by ALD. The Mg(EtCp)2 was held in a bubbler at 65 °C and 20 sccm of argon "
    "was led through it.": {"temperature 65": "chemical:bis(ethylcyclopentadienyl)magnesium"},
    # layers of a stack have their own thickness, films of a list their own rate and temperature
    "Contacts of Cr/Pd (4 nm/60 nm) were evaporated.": {
        "thickness 4": "material:Cr",
        "thickness 60": "material:Pd",
    },
    "Cr (7 nm)/Au (80 nm) contacts were sputtered.": {
        "thickness 7": "material:Cr",
        "thickness 80": "material:Au",
    },
    "The ZrO2/La2O3 dielectric was grown by ALD, with growth rates of 0.8 Å/cycle and "
    "1.3 Å/cycle, respectively.": {
        "growth_per_cycle 0.8": "process:ald material:ZrO2",
        "growth_per_cycle 1.3": "process:ald material:La2O3",
    },
    "ALD of MgO and NiO films was run at 240 and 190 °C, respectively.": {
        "temperature 240": "process:ald material:MgO",
        "temperature 190": "process:ald material:NiO",
    },
    # of several lists the names ahead share out each
    "Both MgO and NiO films show a growth per cycle of 0.9 and 0.4 Å/cycle at 240 and 190 °C, "
    "respectively.": {
        "growth_per_cycle 0.9": "material:MgO",
        "growth_per_cycle 0.4": "material:NiO",
        "temperature 240": "material:MgO",
        "temperature 190": "material:NiO",
    },
    # a film that was deposited at a temperature by a process without a name
    "YSZ thin films deposited at 120 °C and 480 °C were dense.": {
        "temperature 120": "material:YSZ",
        "temperature 480": "material:YSZ",
    },
    "NiO films on glass were grown between 310 and 350 °C.": {"temperature 310": "material:NiO"},
    "The NiO films were studied. A deposition temperature of 260 °C gave hard films.": {
        "temperature 260": "material:NiO"
    },
    "NiO and MgO films were compared. Films deposited at 260 °C were hard.": {
        "temperature 260": ""
    },
    "The NiO film was reduced after deposition at 260 °C.": {"temperature 260": ""},
    # a sample that is only measured or cooled
    "In2O3 was grown by ALD. The ALD film had a Hall mobility of 80 cm2/Vs at room temperature.": {
        "room_temperature": ""
    },
    "NiS was grown by ALD, and the samples were cooled down to room temperature.": {
        "room_temperature": "no claim"
    },
    # what is done with the film, not how it grew: the step is the nearest word ahead
    "CdTe dots got a shell of Y2O3 by ALD. The ALD-coated dots were measured at room "
    "temperature.": {"room_temperature": ""},
    "La2O3 was grown by ALD. The ALD films show ferromagnetism at room temperature.": {
        "room_temperature": ""
    },
    "The ALD La2O3 films were aged at room temperature in moist air.": {"room_temperature": ""},
    "The mobility of the ALD In2O3 transistors at room temperature was 40 cm2/Vs.": {
        "room_temperature": ""
    },
    "After the ALD growth of Sc2O3 the substrates were heated to 380 °C in vacuum.": {
        "temperature 380": ""
    },
    "The ALD-grown Sc2O3 crystallises at 640 °C.": {"temperature 640": ""},
    "MgO was grown by ALD at 90 °C and the devices were tested at room temperature.": {
        "temperature 90": "process:ald material:MgO",
        "room_temperature": "",
    },
    # a growth, whatever stands around it
    "The MgO films were measured after they had been grown by ALD at room temperature.": {
        "room_temperature": "process:ald material:MgO"
    },
    "The growth per cycle of the ALD MgO, measured by ellipsometry, was 0.1 nm at room "
    "temperature.": {"room_temperature": "process:ald material:MgO"},
    "At room temperature, MgO was deposited by ALD on paper.": {
        "room_temperature": "process:ald material:MgO"
    },
    "During ALD of MgO the substrate was heated to 190 °C.": {"temperature 190": "process:ald"},
    "MgO was grown by ALD. The wafers were exposed to Mg(EtCp)2 and water at 190 °C.": {
        "temperature 190": "process:ald material:MgO"
    },
    "CdS was grown by SILAR. Glass was dipped in CdSO4 and rinsed at room temperature.": {
        "room_temperature": "process:silar material:CdS"
    },
    "InAs dots were synthesised at 215 °C, and their spectra were measured at room temperature.": {
        "room_temperature": ""
    },
    "PbS dots were synthesised and cooled to room temperature (RT).": {
        "room_temperature": "no claim"
    },
    # an etching has its own temperature and rate
    "WO3 grown by ALD was etched at 207 °C by BCl3 and HF.": {"temperature 207": ""},
    "Ga2O3 was grown by ALD at 150 °C. We etched Ga2O3 by thermal ALE. It was etched at 290 °C "
    "with an etch per cycle of 0.4 Å.": {
        "temperature 150": "process:ald material:Ga2O3",
        "temperature 290": "process:atomic_layer_etching",
        "etch_per_cycle 0.4": "process:atomic_layer_etching",
    },
    "Ga2O3 was deposited by ALD and etched by ALE at 150 and 270 °C, respectively.": {
        "temperature 150": "process:ald material:Ga2O3",
        "temperature 270": "process:atomic_layer_etching",
    },
    # two steps of a study, each with its temperature
    HOT + HFO2: {
        "temperature 215": "process:colloidal_synthesis material:InAs",
        "temperature 90": "process:ald material:HfO2",
    },
    "InAs dots, synthesised at 215 °C, were coated with HfO2 by ALD at 90 °C.": {
        "temperature 215": "material:InAs",
        "temperature 90": "process:ald material:HfO2",
    },
    # a product that is only dried
    "InAs dots were synthesised in oleylamine. They were added to hexane and dried at 55 °C.": {
        "temperature 55": ""
    },
    # soon behind its name a temperature is that of the deposition, later a purge still is
    "ZnO was grown by ALD. It took an hour. The reactor was held at 120 °C.": {
        "temperature 120": "process:ald material:ZnO"
    },
    "ZnO was grown by ALD. It is hard. XRD was used. It was cut. At 500 °C the contact broke.": {
        "temperature 500": ""
    },
    "ZnO was grown by ALD. It is hard. XRD was used. It was cut. The purge time was 20 s.": {
        "purge_time 20": "process:ald material:ZnO"
    },
    "ZnO was grown by ALD. It is hard. XRD was used. It was cut. All was deposited at 90 °C.": {
        "temperature 90": "process:ald material:ZnO"
    },
    "ZnO was grown by ALD. It is hard. XRD was used. It is new. The substrate table had 80 °C.": {
        "temperature 80": "process:ald material:ZnO"
    },
    "ZnO was grown by ALD, dosing dry oxygen at 70 °C.": {
        "temperature 70": "process:ald material:ZnO"
    },
    # the second value is that of what the process is compared with
    "TiN was grown by plasma ALD with a growth per cycle of 0.5 Å vs. 0.3 Å.": {
        "growth_per_cycle 0.5": "process:plasma_enhanced_ald material:TiN"
    },
    # a solution has the concentration of its solute, not of the solvent
    "PbTe dots were made. The dye was added as a 7 mM solution in octane.": {"concentration 7": ""},
    "PbTe dots were made. A solution of 4 mM cadmium acetate in octane was added.": {
        "concentration 4": "chemical:cadmium_acetate"
    },
    "PbTe dots were immersed in KOH (2 M) and washed.": {"concentration 2": "chemical:koh"},
    # nor that of what caps its particles
    "Oleate-capped PbTe dots were used at 14 mg/mL in octane.": {"concentration 14": ""},
    "Cysteamine-capped PbTe dots were tried with 300 nM QDs.": {"concentration 300": ""},
    # a part of a device by its name, a shell in its stack
    "YSZ was grown by ALD. Pt was used as the cathode. The cathode thickness was 90 nm.": {
        "thickness 90": "material:Pt"
    },
    "YSZ was grown by ALD. The thickness of the scaffold was 800 nm.": {"thickness 800": ""},
    "YSZ was grown by ALD. The YSZ thickness was 60 nm.": {"thickness 60": "material:YSZ"},
    "VN/C core/shell nanospheres with a uniform shell thickness of 4 nm were made.": {
        "thickness 4": "material:C"
    },
    # what lies on either side of a film, and beneath it
    "GaN was used. The thickness of the ZrO2 layer between GaN and the Ni electrode is 14 nm.": {
        "thickness 14": "material:ZrO2"
    },
    "Contacts of metal (Ti/Pt; 10/150 nm thick) were evaporated.": {"thickness 150": "material:Pt"},
    # a reagent that is made pure, what is incubated
    "TiO2 was deposited by ALD. The ligand was purified by distillation at 90 °C and 2 mbar.": {
        "temperature 90": "",
        "pressure 2": "",
    },
}


def test_owners():
    assert failures(OWNERS, "owner") == []


SHOWS = {
    "PbTe dot films were infilled with HfO2 by ALD. TEM confirmed the infilling.": {
        "tem": "outcome:infilling"
    },
    "SnSe films were grown by ALD. X-ray diffraction showed that the films are amorphous.": {
        "xrd": "outcome:crystallinity"
    },
    "The band gap of SnSe films was determined to be 1.2 eV by ellipsometry.": {
        "ellipsometry": "outcome:band_gap"
    },
    "Dots were infilled with HfO2. XPS depth profiles tell the infilled films from others.": {
        "xps_depth_profile": "outcome:infilling"
    },
    # what only was looked at is not shown
    "SnSe films were grown by ALD. The films were studied with X-ray diffraction.": {"xrd": ""},
}


def test_shows():
    assert failures(SHOWS, "shows") == []
