"""Which parameter each number of a sentence is a value of, and which number is a value of none."""

from __future__ import annotations

from array import array

from corpus.model import Paper, Passage
from kg.claims import to_record
from kg.extract import extract
from kg.model import Condition
from tests.rows import each_row

#: A sentence and its conditions: parameter, value or both ends, unit.
STATED = {
    # the background speaks of room temperature; moisture marks a test
    "The film had a transmission rate of 0.06 g/m2/day (@38 °C, 100 % R.H.).": [
        "relative_humidity 100 percent",
        "test_temperature 38 Cel",
    ],
    "The devices survived 10000 bending cycles.": [],
    "At 1064 nm the film absorbs little.": ["wavelength 1064 nm"],
    # of two words the nearer one, and what a comma or "and" sets apart is farther
    "The films were annealed there for 30 min, purged with argon and cooled.": [
        "annealing_time 30 min"
    ],
    "The films were purged there for 30 s and dosed with water.": ["purge_time 30 s"],
    # a cryostat, in kelvin; a reactor may be given in kelvin too
    "ZnO was grown by ALD; at 80 K the photoluminescence was bright.": ["test_temperature 80 K"],
    "ZnO was grown by ALD at 80 K.": ["test_temperature 80 K"],
    "ZnO was grown by ALD at 420 K.": ["temperature 420 K"],
    # a setting that was moved has two values, a window is one range
    "The purge was shortened from 6 s to 2 s in the ALD of ZnO.": [
        "purge_time 2 s",
        "purge_time 6 s",
    ],
    "ZnO was grown by ALD at temperatures from 90 to 120 °C.": ["temperature 90-120 Cel"],
    # a growth per cycle, whether "per cycle" is part of the unit or not
    "The ALD of ZnO had a growth per cycle of 1.8 Å.": ["growth_per_cycle 1.8 Ao/{cycle}"],
    "The ALD of ZnO gave 1.8 Å/cycle.": ["growth_per_cycle 1.8 Ao/{cycle}"],
    # the noun of measure decides, also where the verb stands between
    "The strip line has a width of 70 μm, and a gap of 40 μm parts the pads.": ["distance 40 um"],
    "The mask overlaps by 0.7 μm onto the edges of the Au pads.": [],
    "The SnO2 nanorods have a length of 250 nm.": ["particle_size 250 nm"],
    "The size of the ZrN grains was estimated to be approximately 17 nm.": ["particle_size 17 nm"],
    "The sequence gave a 6 nm larger peak shift of the ZnTe dots.": [],
    "The standard deviation of the PbTe dots was 0.7 nm.": [],
    "The SnO2 channels are 9 nm overlapping.": [],
    "The size of the ZrO2 cell was 6 μm × 6 μm.": [],
    "Electrodes with an area of 4 × 4 mm2 were coated with ZnO by ALD.": ["film_area 16 mm2"],
    "The films have grains larger than those in sputtered SnS films (30–90 nm).": [],
    # what a tool is set to, and what a maker supplies
    "XPS was measured with a monochromatic Al Kα source (120 W).": [],
    "TiN was grown at a plasma power of 120 W, and XPS was measured.": ["power 120 W"],
    "The PL of the InP dots was seen with a CCD camera at an exposure time of 60 ms.": [],
    "The degassing of ZrO2 was performed at 140 °C for 100 min prior to the N2 adsorption.": [],
    "The dye was determined at a wavelength of 455 nm on a UV detector.": [],
    "An ITO layer of 140 nm on glass was purchased from Kopp Glass.": [],
    "SnO2 films of 35 nm were deposited on Si wafers purchased from Kopp.": ["thickness 35 nm"],
    "PES membranes with a 40 nm pore size were supplied by Kopp.": ["pore_size 40 nm"],
    # rates, ages and differences
    "The detector counts 1 photon per 30 s.": [],
    "The ZnSe solution (<3 days old) was used.": [],
    "The PVDF membrane worked with a temperature gradient (ΔT = 55 °C).": [],
    "The SnO2 sensor was heated from 293 K (the air outside) to 370 K.": [
        "test_temperature 293 K",
        "test_temperature 370 K",
    ],
    "The remaining product was shaken and then centrifuged at 5,000 r.p.m. for 7 min.": [
        "duration 7 min"
    ],
    # one list has one parameter
    "After annealing at 410, 510, and 610 °C, XRF confirmed the retention of both metals.": [
        "annealing_temperature 410 Cel",
        "annealing_temperature 510 Cel",
        "annealing_temperature 610 Cel",
    ],
    # lengths: a wavelength, a thickness, a particle
    "The film absorbed light at 450 nm.": ["wavelength 450 nm"],
    "A film of 45 nm ZnO was grown by ALD.": ["thickness 45 nm"],
    # the bracket behind a layer or a stack holds thicknesses where it was deposited
    "Cr/Au (5/50 nm) contacts were evaporated.": ["thickness 5 nm", "thickness 50 nm"],
    "Evaporation of Ti/Au/Ni (40 nm/90 nm/20 nm) completed it.": [
        "thickness 20 nm",
        "thickness 40 nm",
        "thickness 90 nm",
    ],
    "MoO3 (8 nm) and Ag (95 nm) were sputtered.": ["thickness 8 nm", "thickness 95 nm"],
    "Au nanoparticles (12 nm) were deposited.": ["particle_size 12 nm"],
    "Au (12 nm) is in the table.": [],
    # a layer between two others, and the spacing of layers
    "The thickness of the BaZrO3 film and the CeO2 interlayer were 80 nm and 9 nm.": [
        "thickness 80 nm",
        "thickness 9 nm",
    ],
    "The interlayer spacing of MoS2 was 0.6 nm.": [],
    # sizes that the word before tells, areas with an exponent apart
    "Ultrasmall (5–8 nm), terbium-doped fluorides were made.": ["particle_size 5-8 nm"],
    "Al dots with an area of 0.3 mm 2 were evaporated.": ["film_area 0.3 mm2"],
    "The electrode areas were 0.3 mm. 2 of them broke.": [],
    # shares of a reagent in a liquid or gas
    "Aqueous tannin (2%) was added to the silver.": ["concentration 2 percent"],
    "Ammonia solution (30 μL, 25%) was added.": ["concentration 25 percent"],
    "The sensors were tested with an H2 concentration of 4% and 2%.": [
        "concentration 2 percent",
        "concentration 4 percent",
    ],
    "Ozone with a concentration of 90 g/m3 was dosed.": ["concentration 90 g.m-3"],
    "The films had an Mg concentration of 10%.": ["concentration 10 percent"],
    "The yield (25%) was low.": [],
    "The concentration of the film rose by 10%.": [],
    "The solution (30 mL) was stirred.": [],
    # what an apparatus could do was done; what only might be done was not
    "The stage could be heated to 300 °C for the ALD of ZnO.": ["temperature 300 Cel"],
    "ZnO might grow by ALD at 300 °C.": [],
    # a source and its sample, a cell at work, a phase that turns, a lattice
    "ZnO was sputtered. The target-to-substrate distance was 75 mm.": ["distance 75 mm"],
    "The distance between the target and the sample was kept at 6 cm.": ["distance 6 cm"],
    "The tube between the flask and the pump had a length of 60 mm.": [],
    "The peak power densities of the cells were 50, 90 and 200 mW/cm2 at 350, 375, and 400 °C.": [
        "test_temperature 350 Cel",
        "test_temperature 375 Cel",
        "test_temperature 400 Cel",
    ],
    "The conductivity of the film was 3 S/cm at 600 °C.": ["test_temperature 600 Cel"],
    "ZnS was deposited at 5 mA/cm2 at 60 °C.": ["temperature 60 Cel"],
    "The transition (IMT) temperature of the doped VO2 films was shifted from 60 to 70 °C.": [],
    "The lattice constants of MgO (0.42 nm) and CeO2 (0.54 nm) differ.": [],
    "The target was ablated by a pulsed laser for 30 min to make an electrolyte film.": [
        "duration 30 min"
    ],
    "ZnO was deposited at 10 Hz pulse frequency and 27 min deposition time.": ["duration 27 min"],
    "The films made by RTA at 450 °C were dense.": ["annealing_temperature 450 Cel"],
    # base pressures and settings of instruments
    "The reactor was evacuated to 3 mTorr.": [],
    "The chamber was pumped down to 2 × 10⁻³ Pa before ZnO was sputtered.": [],
    "ZnO was sputtered at a residual vacuum of 4 mTorr.": [],
    "ZnO was sputtered at 3 mTorr, kept by a pump.": ["pressure 3 mTorr"],
    "A sputtering time of 40 s was used for each depth profile of ZnO.": [],
    "ZnO was deposited with a sputtering time of 40 s.": ["duration 40 s"],
    "The Raman spectra of ZnO were measured with a 514 nm excitation laser.": [],
    "The ZnO dots were lit with 365 nm excitation.": ["wavelength 365 nm"],
    "The PL of the CdSe film is centered at a shorter wavelength of ~617 nm.": [],
    "The emission wavelengths of the CdSe dots were at 529 nm (FWHM 26 nm) and 541 nm.": [],
    "The emission at ~580 nm of ZnO is due to vacancies.": [],
    "The thickness of the oxide was increased by 0.5 nm after the anneal.": [],
    "The thickness of the oxide was increased to 3 nm.": ["thickness 3 nm"],
    # a zero that was taken for a letter
    "ZnO was sputtered at O.7 Pa with 3O sccm of argon at 2oo W.": [
        "flow_rate 30 sccm",
        "power 200 W",
        "pressure 0.7 Pa",
    ],
    "ZnO was kept in H2O for 2 h.": ["duration 2 h"],
    "The profile was taken with an accuracy of 2 nm.": [],
    # how long a process lasted, in brackets behind it
    "The quantum yield increased during the course of synthesis (from 15 min to 120 min).": [
        "duration 15-120 min"
    ],
    "The dots grew with the reaction time (from 1 h to 3 h).": ["duration 1-3 h"],
    "LaOF was produced by thermally treating LaF3 nanocrystals at 800 °C for 3 h.": [
        "annealing_temperature 800 Cel",
        "annealing_time 3 h",
    ],
    # orders of a protocol
    "Then heat it to 300 °C.": ["temperature 300 Cel"],
    "Next, warm the flask with the dots slowly to 60 °C.": ["temperature 60 Cel"],
    "Heat up the CdSe mixture to 90 °C.": ["temperature 90 Cel"],
    "Stir the gold seeds gently for 2 min.": ["duration 2 min"],
    "Sonicate the dots for 15 min.": ["duration 15 min"],
    "The cell gave off heat at 60 °C in the test.": ["test_temperature 60 Cel"],
    "A heat treatment of up to 500 °C mended the ZnO.": ["annealing_temperature 500 Cel"],
    # the temperature at which light is looked at
    "The CdSe dots showed a PL drop of only 30% at 355 K.": ["test_temperature 355 K"],
    "The InP dots kept the PL intensity at 150 °C for the growth solution.": [
        "test_temperature 150 Cel"
    ],
    "At high temperatures (250-540 K), recombination in the CdSe dots slowed.": [
        "test_temperature 250-540 K"
    ],
    "ZnO was grown by ALD at high temperatures (250-300 °C).": ["temperature 250-300 Cel"],
    "The luminescence of as-prepared CdTe dots was followed from 300 to 500 K.": [
        "test_temperature 300-500 K"
    ],
    # sizes told apart in a bracket, pores, shifts
    "Iron oxide nanoparticles [11-nm maghemite and 19-nm magnetite] were dried.": [
        "particle_size 11 nm",
        "particle_size 19 nm",
    ],
    "The dots (4 nm CdSe and 6 nm CdTe) were dried.": ["particle_size 4 nm", "particle_size 6 nm"],
    "Films (4 nm ZnO and 6 nm HfO2) were grown by ALD.": ["thickness 4 nm", "thickness 6 nm"],
    "Templates with channel diameters (18-55 nm) were coated by ALD.": ["pore_size 18-55 nm"],
    "The pores (about 50 nm in diameter) were filled with Ni.": ["pore_size 50 nm"],
    "The alumina had a 100 nm pore-to-pore separation.": ["distance 100 nm"],
    "The nickel particles had a diameter of 40 nm.": ["particle_size 40 nm"],
    "A PL blue-shift (16 nm) was seen after the coating of dots with Al2O3.": [],
    "The emission of the NCs was shifted by about 7 nm (red-shift).": [],
    "The blue-shifts of the dots by exchange are 7, 15, 48, and 65 nm.": [],
    "The resonance of Ag nanoparticles was shifted over more than 100 nm.": [],
    "The Ag nanoparticles (16 nm) were coated with Al2O3.": ["particle_size 16 nm"],
    "The mirror of MgF2 had a reflectance at 121.6 nm of 80%.": ["wavelength 121.6 nm"],
    "MgF2 mirrors had a reflectance of 84% at a wavelength of 125 nm.": ["wavelength 125 nm"],
    "The reflectance of the film of 125 nm was high.": ["thickness 125 nm"],
}


def stated(text: str) -> list[str]:
    """The conditions of a text as the rows of ``STATED`` write them."""
    passage = Passage(kind="paragraph", text=text, origins=array("l", range(len(text))))
    claims = extract(Paper(id="case", raw=text, passages=(passage,)))
    records = [to_record(claim) for claim in claims if isinstance(claim.content, Condition)]
    return sorted(f"{record['parameter']} {_value(record)}" for record in records)


def _value(record: dict[str, object]) -> str:
    ends = [f"{record[end]:g}" for end in ("value", "value_max") if end in record]
    return f"{'-'.join(ends)} {record.get('unit', '')}"


@each_row(("text", "wanted"), STATED.items())
def test_every_number_has_one_owner(text: str, wanted: list[str]) -> None:
    assert stated(text) == wanted
