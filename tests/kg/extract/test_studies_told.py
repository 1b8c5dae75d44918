"""What a sentence leaves to the study of which it tells, and what it does not say of it.

Each row is a text, the values of claims that must be read in it, and those that must not.
All texts are made up.
"""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract
from tests.rows import each_row

KEYS = ("role", "architecture", "formula", "chemical", "layers", "form", "process", "technique")
KEYS += ("application", "property", "direction")

TEXTS = (
    # spacers
    ("AlOx was used both as a protective layer and as a spacer between CdSe dots and Ag NCs.",
     "spacer AlOx", "film AlOx"),
    ("MgO serves as the spacer between the InP dots and the gold film.", "spacer MgO", ""),
    ("A 4 nm HfO2 spacer kept the CdSe platelets from the metal.", "spacer HfO2", ""),
    ("ZnO films were grown by ALD. The spacer was made of a polymer.", "film ZnO", "spacer ZnO"),
    ("MgO was deposited by ALD as a gate dielectric, and as before it was smooth.", "film MgO",
     "spacer MgO"),
    # examples to which the work was extended, and those that it only calls to mind
    ("ALD coats dots. The approach was extended to other NCs such as gold and copper NCs.",
     "nanocrystal Au; nanocrystal Cu; Cu nanocrystal", ""),
    ("Alumina shells were also grown on other particles, for example CeO2 nanocrystals.",
     "core CeO2; shell Al2O3", ""),
    ("The method was applied to several other dots, including InP quantum dots.",
     "nanocrystal InP", ""),
    ("TiO2 films grew slowly by ALD, as do other oxides, such as SnO2.", "film TiO2", "film SnO2"),
    # the films of the only dots
    ("InP/ZnS QDs were coated by ALD. The PL of the QD films fell.",
     "InP quantum_dot_film; InP quantum_dot", ""),
    ("PbSe nanocrystals were cast. The NC films were infilled with ZnO.",
     "PbSe quantum_dot_film", ""),
    ("InP dots were made, then CdSe dots. The QD films were coated by ALD.", "",
     "InP quantum_dot_film; CdSe quantum_dot_film"),
    ("HfO2 was grown by ALD. Films of dots are reviewed elsewhere.", "",
     "HfO2 quantum_dot_film"),
    # a coating lies on the only dots, but on a plate where there is one
    ("CdSe/ZnS QDs were treated with TMA. The ALD HfO2 coating grew only then.",
     "matrix HfO2; nanocomposite CdSe,ZnS,HfO2", "film HfO2"),
    ("The glow of PbS quantum dots fell once the ALD TiO2 coating was grown.",
     "nanocomposite PbS,TiO2", ""),
    ("PbS quantum dots lay on glass substrates. The ALD TiO2 coating was grown at 80 °C.",
     "film TiO2", "nanocomposite PbS,TiO2"),
    ("InP and CdSe quantum dots were made. The ALD TiO2 coating was grown at 80 °C.",
     "film TiO2", "matrix TiO2"),
    ("InP quantum dots were spun onto an ALD TiO2 film.", "film TiO2", "matrix TiO2"),
    # a finished device is covered, dots are enclosed
    ("The PbS QD solar cell was encapsulated with 50 nm MgO by ALD.",
     "overlayer MgO; encapsulation", "matrix MgO; nanocomposite PbS,MgO"),
    ("The encapsulation of a finished PbSe QD solar cell with a nanolaminate of HfO2/TiO2 by ALD "
     "took a day.", "overlayer HfO2; overlayer TiO2; encapsulation; nanolaminate HfO2,TiO2",
     "film HfO2"),
    ("InP quantum dot photodetectors were coated with HfO2 by ALD.", "overlayer HfO2",
     "matrix HfO2"),
    ("InP QD films were coated with HfO2 and used in solar cells.", "nanocomposite InP,HfO2",
     "overlayer HfO2"),
    ("The encapsulation of CdSe QDs in MgO by ALD was tried.", "nanocomposite CdSe,MgO",
     "encapsulation"),
    # a body or particles named without their solid are covered too
    ("The cathodes were coated with 2 nm of Al2O3 by ALD.", "overlayer Al2O3", "film Al2O3"),
    ("Hafnia-coated membranes were made by ALD.", "overlayer HfO2", ""),
    ("We cast TiO2 pastes. The TiO2-coated electrodes were dried.", "", "overlayer TiO2"),
    ("The photoanode was covered with PbS quantum dots.", "nanocrystal PbS", "overlayer PbS"),
    ("InAs nanowires were grown. The nanowires were then wrapped in 4 nm of HfO2 by ALD.",
     "core InAs; shell HfO2; core_shell InAs,HfO2", "film HfO2; nanocrystal InAs"),
    ("CeO2 nanocubes were made. The particles were coated with silica.",
     "core_shell CeO2,SiO2", ""),
    ("The nanorods were covered with MgO.", "shell MgO", "film MgO"),
    ("The nanorods were covered with photoresist.", "", "shell photoresist"),
    # a work that an excerpt cites beside its own data, and one that a survey tells
    ("The as-deposited ZnO films are shown in Fig. 2. They were grown at 150 °C on glass. The "
     "films were measured by XRD. In earlier work, MgO films were grown on steel [23].",
     "film ZnO", "film MgO; substrate steel"),
    ("Roe et al. grew MgO films on sapphire by ALD [23].", "film MgO; substrate Al2O3", ""),
    # acronyms of shapes in the plural
    ("We made core/shell nanowires (NWs) by coating CuO NWs with 9 nm ALD MgO.",
     "CuO nanowire; core CuO; shell MgO; core_shell CuO,MgO", "matrix MgO"),
    ("We grew nanotubes (NTs). The TiO2 NTs were coated with ZnO by ALD.", "TiO2 nanotube", ""),
    ("We made nanorods (NRs). CdSe NRs glow.", "CdSe nanorod", ""),
    ("We grew nanowalls (NWs). ZnO NWs are tall.", "", "ZnO nanowire"),
    # what something is turned into
    ("They transformed them into well ordered single-phase spinel MgAl2O4 tubes.",
     "product MgAl2O4", ""),
    ("The ZnO film was converted to a porous layer on SnO2.", "", "product SnO2"),
    # frameworks from an oxide
    ("MOFs were obtained by reacting the ALD zinc oxide with organic linkers.",
     "mof_conversion", ""),
    ("A ZIF-8 shell formed by reaction of the ALD ZnO coating with the linker.",
     "mof_conversion", ""),
    ("The MOF was made by reacting zinc nitrate with the linker.", "", "mof_conversion"),
    # pressure
    ("Titania was deposited on CdSe dots at 90 °C and atmospheric pressure in an ALD reactor.",
     "atmospheric_pressure_ald", ""),
    ("Dots were coated with ZnO at ambient pressure using a home-built ALD setup.",
     "atmospheric_pressure_ald", ""),
    ("After the ALD the films were annealed at 300 °C and atmospheric pressure.", "annealing",
     "atmospheric_pressure_ald"),
    # work-up, and exchange
    ("The salts were eliminated by centrifugation and co-solvent precipitation from the dots.", "",
     "precipitation"),
    ("The dots were purified via precipitation.", "", "precipitation"),
    ("ZrO2 particles were obtained by precipitation.", "precipitation", ""),
    ("Replacing the native oleylamine on Au dots with a thiol changed the films.",
     "ligand_exchange", ""),
    ("Replacing oleic acid with oleylamine in the flask gave PbS cubes.", "", "ligand_exchange"),
    # techniques and qualities that nobody has measured
    ("ZnO was grown by ALD. More XPS studies should be performed.", "", "xps"),
    ("ZnO was grown by ALD. In future, Raman spectroscopy should be applied to it.", "", "raman"),
    ("ZnO was grown by ALD. Its surface was studied by XPS.", "xps", ""),
    ("The width of the line of CdSe dots was used to quantify their stability against oxidation.",
     "", "oxidation_resistance increase"),
    ("The peak of InP dots served to monitor their stability against water.", "",
     "water_stability increase"),
    ("The coated InP dots show stability against water.", "water_stability increase", ""),
    ("PbS dots were studied with and without the infilling ZnO matrix.", "matrix ZnO",
     "infilling absent"),
    ("The overlayer grew without infilling the pores of the PbS film.", "infilling absent", ""),
    # brackets between a solid and the word for it; a hyphen that was lost; a test molecule
    ("Au NCs lie in an Al-MOF ([Al(OH)(X)]) (linker: a porphyrin (P2)) matrix.",
     "matrix Al-MOF; hybrid Au,Al-MOF", ""),
    ("InP dots lie on HfO2 (grown by ALD) and the matrix is PMMA.", "", "matrix HfO2"),
    ("EDTtreated films of PbSe NCs were infilled with MgO.",
     "ligand 1_2_ethanedithiol; ligand_exchange", ""),
    ("OAcapped InP dots were coated with MgO.", "ligand oleic_acid", ""),
    ("The light was used for the desorption of methylene blue from the gold particles.",
     "analyte methylene_blue", ""),
    ("The gold particles were washed. Then methylene blue was bought.", "",
     "analyte methylene_blue"),
    # whose lifetime
    ("ALD increases the lifetime of QD solar cells.", "device_lifetime increase",
     "photoluminescence_lifetime increase"),
    ("The shell increased the lifetime of the CdSe dots.", "photoluminescence_lifetime increase",
     "device_lifetime increase"),
    # the efficiency of the cell in the sentence before
    ("MgO was grown by ALD on solar cells. It isolates the device from air without compromising "
     "the efficiency.", "power_conversion_efficiency none", ""),
    ("MgO was grown by ALD on solar cells. Two cycles gave the highest efficiency.",
     "power_conversion_efficiency increase", ""),
    ("MgO was grown by ALD on silicon. Two pumps gave the highest efficiency.", "",
     "power_conversion_efficiency increase"),
    ("The MgO film acts as a recombination barrier for electrons.", "recombination decrease", ""),
)  # fmt: skip


def told(text: str) -> set[str]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    listed = [[record[key] for key in KEYS if key in record] for record in records]
    return {" ".join(v if isinstance(v, str) else ",".join(v) for v in values) for values in listed}


@each_row(("text", "made", "only_named"), TEXTS)
def test_a_text_tells_of_its_study(text: str, made: str, only_named: str) -> None:
    claims = told(text)
    assert set(filter(None, made.split("; "))) <= claims, claims
    assert claims.isdisjoint(filter(None, only_named.split("; "))), claims
