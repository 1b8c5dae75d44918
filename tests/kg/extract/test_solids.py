"""Solids, shapes and reagents of whole notes: what a study made, and what it only names."""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract
from tests.rows import each_row

#: A note -> claims that it makes, and claims that it does not, each as its values.
NOTES = (
    ("We made HfO2-coated Cu nanorods and ZnO-coated Ag nanowires by ALD.",
     "core_shell Ag,ZnO; core_shell Cu,HfO2", "core_shell Ag,HfO2; nanocrystal ZnO"),
    ("CdSe quantum dot-sensitized ZnO nanowire array photoelectrodes were made by SILAR.",
     "electrode ZnO; nanocrystal CdSe; silar", "colloidal_silar"),
    ("We made ZnSe QDs. They emit better than those of conventional CdTe NCs.",
     "nanocrystal ZnSe", "nanocrystal CdTe; CdTe nanocrystal"),
    ("CsPbBr3 nanocrystals were synthesized with castor oil as the ligand.",
     "ligand castor oil", ""),
    ("Atomic layer etching of ZnO films was shown. HF reacts with the ZnF2 layer.",
     "film ZnO", "film ZnF2; ligand_exchange"),
    ("Contacts of Al were made by thermal evaporation after ITO was sputtered.",
     "electrode Al; pvd; sputtering", "film Al"),
    ("Ruthenium and ruthenium dioxide films were grown by ALD.",
     "film Ru; film RuO2; Ru thin_film", ""),
    ("A new ALD process for Ru was developed. TiO2 serves as a hole blocking layer.",
     "film Ru; blocking_layer TiO2", ""),
    ("A new ALD process for Ru was developed. Silver nanowires served as sacrificial templates.",
     "template Ag", ""),
    ("Films were grown by ALD. As the light scatterer, TiO2 was chosen.", "scatterer TiO2", ""),
    ("Films were grown by ALD. The energy donor consists of CdSe.", "donor CdSe", ""),
    ("Films were grown by ALD. ZnO plays the role of the electron acceptor.", "acceptor ZnO", ""),
    ("Films were grown by ALD. The template was coated with ZnO.", "", "template ZnO"),
    ("Films were grown by ALD. HfO2 and Ta2O5 are candidates as tunnel barriers.", "",
     "blocking_layer HfO2"),
    ("Gold nanorods were coated with silica. Carbon dots were added.",
     "core_shell Au,SiO2; C quantum_dot", ""),
    ("Oxides of hafnium and zirconium and manganese ferrite films were grown by ALD.",
     "film HfO2; film ZrO2; film MnFe2O4", "film Hf; film Zr; film Mn"),
    ("Ni-terephthalate films were made by atomic/molecular layer deposition from Ni(thd)2 and "
     "terephthalic acid.", "film Ni-terephthalate; coreactant terephthalic acid; ald", "film Ni"),
    ("Polyurea films were grown by molecular layer deposition from phenylene diisocyanate and "
     "ethylenediamine.", "film polyurea; coreactant ethylenediamine",
     "ligand ethylenediamine"),
    ("Gadolinium iron oxide films were grown by ALD.", "ald", "film Fe2O3; Fe2O3 thin_film"),
    ("Capacitors with a TiN/HfO2/W stack were made. The substrates were n-type Si and glass.",
     "electrode TiN; film HfO2; electrode W; substrate Si; substrate glass", ""),
    ("Films were grown by atomic layer deposition. On TaN, isolated islands form.",
     "substrate TaN", ""),
    ("The Pd catalyst was covered by ALD. Rh/TiO2 catalysts were weighed.",
     "nanocrystal Pd; nanocrystal Rh; support TiO2", "film Pd"),
    ("The trenches in silicon were filled with HfO2 by ALD.", "film HfO2; substrate Si",
     "matrix HfO2; nanocrystal Si"),
    ("Monolayer MoS2 was grown. The top electrode Pt was sputtered.",
     "MoS2 monolayer_film; electrode Pt", "film Pt"),
    ("InP/ZnSe/ZnS quantum dots were made. The InP core and the ZnS shell are thin.",
     "core_shell InP,ZnSe,ZnS", "core_shell InP,ZnS"),
    ("CdTe nanorods were etched with HF. ZnCl2 was added to the flask to promote the growth.",
     "additive hf; additive zncl2", "precursor zncl2"),
    ("Crystal violet as a probe was detected on Ag nanocubes.", "analyte crystal violet", ""),
    ("Rh/CeO2 catalysts were made by ALD. A ZrO2 overcoat was grown on Rh/CeO2.",
     "nanocrystal Rh; support CeO2; overlayer ZrO2", "thin_film Rh,CeO2; film ZrO2"),
    ("Ag nanoparticles dispersed on multiwalled carbon nanotubes reduce oxygen.",
     "nanocrystal Ag; support C", "core_shell C,Ag"),
    ("Y2O3 pigment powders were coated with SiO2 by ALD in a fluidized bed.",
     "substrate Y2O3; overlayer SiO2", "core_shell Y2O3,SiO2; nanocrystal Y2O3"),
    ("MgO-coated LiFePO4 cathodes last.", "electrode LiFePO4; overlayer MgO", "film MgO"),
    ("ZnTe nanorods were converted to Cu2Te by cation exchange.",
     "nanocrystal ZnTe; nanocrystal Cu2Te", ""),
    ("ZnTe films were converted to Cu2Te.", "product Cu2Te", "nanocrystal Cu2Te"),
    ("Transistors with InGaO and ZrO2 as the channel and the gate dielectric have Ti and Ni as top "
     "and bottom electrodes. NiO grown by ALD and C60 serve as hole and electron transport layers.",
     "film InGaO; film ZrO2; electrode Ti; electrode Ni; transport_layer NiO; transport_layer C60",
     "film Ti; electrode ZrO2"),
    ("MoO2 was grown on carbon cloth by ALD and used as the anode. Nanoparticles of ZnO were spun "
     "as the ETL.", "electrode MoO2; transport_layer ZnO", "electrode C; nanocrystal ZnO"),
    ("ZnO doped with Ga was deposited by ALD. NaYF4 nanoparticles codoped with Yb3+ and Ho3+ "
     "shine.", "film ZnO; dopant Ga; nanocrystal NaYF4; dopant Yb; dopant Ho", ""),
    ("Atomic layer etching of several nitrides such as GaN, AlN and InAlN was studied. Al2O3 and "
     "HfO2 films and their nanolaminates were grown.",
     "film GaN; film AlN; film InAlN", ""),
    # shapes glued to a formula, by acronyms of the text; alloys by name
    ("AgNWs were coated with ZnO by ALD. AuCuNPs and gold–palladium alloy nanocubes were made.",
     "core_shell Ag,ZnO; AuCu nanoparticle; AuPd nanocube", "Pd nanocube"),
    ("TiO2 nanotube arrays (TNTAs) and Au nanospheres (NSs) were made. The TNTAs were coated with "
     "ZnO by ALD. The Au NSs absorb.",
     "core_shell TiO2,ZnO; Au nanosphere", "Au nanoplatelet"),
    # elements that dope are no solids
    ("Li- and magnesium-doped ZnO (LMZ) was grown by ALD as the electron transport layer.",
     "dopant Li; dopant Mg; transport_layer ZnO", "transport_layer Mg; film Mg"),
    ("NaYF4:Yb, Tm/NaYF4 core/shell nanocrystals and CdS/Mn-doped ZnS quantum dots were made.",
     "core_shell NaYF4,NaYF4; dopant Yb; dopant Tm; core_shell CdS,ZnS; dopant Mn", "core Tm"),
    # parts of a compound's name, and what only a reagent is of, are no solids
    ("Nickel phosphate and copper-zinc sulfide films were grown by ALD from a Mo precursor.",
     "ald", "film Ni; film Cu; film Zn; film Mo"),
    ("Fluorine-doped tin oxide (FTO) substrates were coated with NiO by ALD.",
     "substrate FTO; film NiO", "substrate SnO2"),
    ("HfO2 films were grown on a GaAs wafer and a TiN electrode by ALD.",
     "film HfO2; substrate GaAs; electrode TiN", "film TiN"),
    ("Y2O3 films are barrier layers against corrosion. MgO was grown by ALD as a hole blocking "
     "layer.", "blocking_layer MgO", "blocking_layer Y2O3"),
    ("QDs@SiO2@TiO2 spheres and ZnTe/ZnO/ZnS QDs were made.",
     "shell SiO2; shell TiO2; core_shell ZnTe,ZnO,ZnS", "core SiO2; matrix ZnO"),
    ("CsPb(Br/I)3 NCs were made by thermal decomposition of lead(II) acetate.",
     "nanocrystal CsPb(Br/I)3", "analyte lead(ii) acetate"),
    # what is made in another way than by the ALD of the sentence is no film
    ("Frameworks of Cr-MIL were made by reacting the ALD oxide with ligands.", "ald",
     "film Cr-MIL; film Cr"),
    ("The ligands are made to bind to Mo by TMA in the ALD of HfO2.", "film HfO2", "film Mo"),
    ("Y2O3 is a barrier layer from ALD against the recombination of charges.",
     "blocking_layer Y2O3", "film Y2O3"),
    ("MgO layers were fabricated by ALD on different substrate materials: silicon, PEN.",
     "substrate Si; substrate PEN", "film Si; film PEN"),
    ("Li2S cathodes need a coat. The film was grown by ALD.", "ald", "coreactant lithium_sulfide"),
    ("Ag NP films were dried.", "Ag nanoparticle; Ag thin_film", "Ag quantum_dot"),
    ("Hexanethiol molecules bind to the CdSe quantum dots.", "ligand hexanethiol", ""),
    ("AgNO3 was reduced with NaBH4 in water.", "coreactant nabh4; chemical_reduction", ""),
    ("The etching gas was a mixture of CHF3 and O2.", "plasma_gas chf3", ""),
    ("Pt anodes were sputtered on YSZ. The Pt layers were porous.", "electrode Pt; sputtering",
     "film Pt"),
    ("The bottom electrode was formed by sputtering TiN. HfO2 was grown by ALD on TiN.",
     "electrode TiN; film HfO2", "film TiN"),
    ("A ZnO film was grown by ALD. The ZnO photoanode split water.", "film ZnO; electrode ZnO", ""),
    ("The capacitor has a stack of TiN/IGZTO/HfZrOx(HZO)/TiN.",
     "thin_film TiN,IGZTO,HfZrOx,TiN", "thin_film TiN,IGZTO,HfZrOx"),
    ("SnO2-SiO2/N nanowires (N is the number of SiO2 ALD cycles) were made.", "ald",
     "thin_film SnO2,SiO2,N"),
    ("COATING OF SILICA POWDERS BY ALD OF TiO2", "SiO2 powder; ald", "SILICA powder"),
    ("The infiltration of trimethylaluminum into PET fibres was weighed.",
     "sequential_infiltration_synthesis; substrate PET", "template PET"),
    ("Kevlar fibres were modified by vapor phase infiltration of ZnO.",
     "sequential_infiltration_synthesis; substrate Kevlar; product ZnO", ""),
    ("YSZ was deposited by a PLD/MBE system. Pt was sputtered.", "pvd; sputtering; film YSZ",
     "molecular_beam_epitaxy"),
    ("Al films evaporated in vacuum were coated by ALD of AlF3.", "pvd; ald; film AlF3", ""),
    ("By plasma pulses with a varied H2 gas flow VO2 was grown by ALD.", "film VO2",
     "purge_gas hydrogen"),
    ("TiO2 was grown by ALD on a Co-based Fischer-Tropsch catalyst.", "nanocrystal Co",
     "substrate Co"),
    ("A YSZ electrolyte thin film was grown by ALD.", "YSZ thin_film; film YSZ", ""),
    ("VO2 was grown. This goes beyond those of the usual thermal ALD.", "", "thermal_ald; ald"),
    # a core and its shell that a dash or a slash joins
    ("Au-Ag core-shell nanorods were prepared in water.",
     "core_shell Au,Ag; Au nanorod", "core Au-Ag"),
    ("Pd–Pt core–shell particles were prepared in water.", "core_shell Pd,Pt", "core Pd-Pt"),
    ("Core-shell Ni-Pt nanoparticles were prepared in water.",
     "core_shell Ni,Pt", "nanocrystal Ni-Pt"),
    ("We made MWCNT-TiO2 core-shell electrodes by ALD.", "core_shell C,TiO2", "film TiO2"),
    ("Gold-silver core-shell cubes were prepared in water.", "core_shell Au,Ag", "core AuAg"),
    ("Magnetite/silica/gold core-shell nanoparticles were prepared.",
     "core_shell Fe3O4,SiO2,Au", "core SiO2"),
    ("Silicon/titania core-shell nanowires were made by ALD.", "core_shell Si,TiO2", ""),
    ("Alumina/titania core-shell nanotubes were made by ALD.", "core_shell Al2O3,TiO2", ""),
    ("Cu-Ni alloy nanowires were prepared in water.", "nanocrystal Cu-Ni", "core Cu"),
    ("Pt-Co nanoparticles beside CdSe core-shell dots were weighed.",
     "nanocrystal Pt-Co", "core Pt"),
    ("Gold-silver nanorods were prepared in water.", "", "core_shell Au,Ag"),
    ("Copper/nickel foils and core-shell dots were bought.", "", "core_shell Cu,Ni"),
    # ratios, peaks, bonds, salts of a list and labels of samples are no stacks
    ("A ratio of tin to zinc (Sn/Zn) of 3 was set for the ALD of ZTO.", "ald", "thin_film Sn,Zn"),
    ("The molar ratio of Pb/S was varied for PbS quantum dots.",
     "nanocrystal PbS", "thin_film Pb,S"),
    ("Raman spectra of the dots have the Si-Si/Si-Ge peaks of an alloy.",
     "", "thin_film Si-Si,Si-Ge"),
    ("Dots were made from precursors of GeCl2/GeCl4.", "", "thin_film GeCl2,GeCl4"),
    ("TiO2 nanotubes were loaded with Pt nanoparticles (Pt/TiO2) by ALD.",
     "nanocrystal Pt", "thin_film Pt,TiO2"),
    ("The TiO2/Pt stack was grown by ALD.", "thin_film TiO2,Pt", ""),
    # what is coated onto a body
    ("Silica was coated onto the Au nanorods.", "core_shell Au,SiO2", "film SiO2"),
    ("TiN was coated onto silicon nanowires by ALD.", "core_shell Si,TiN", "film TiN"),
    ("Alumina was coated on the LiCoO2 powders by ALD.", "overlayer Al2O3", "film LiCoO2"),
    ("Titania is coated onto Fe3O4 nanoparticles.", "core_shell Fe3O4,TiO2", ""),
    ("Zirconia was coated onto the LSCF electrodes by ALD.",
     "overlayer ZrO2; electrode LSCF", "core LSCF"),
    ("ZnO nanoparticles were spin-coated onto ITO glass.",
     "nanocrystal ZnO", "core ITO; overlayer ZnO"),
    ("Polystyrene was dip-coated on the Ag nanowires.", "", "core_shell Ag,PS"),
    ("LSCF-based cathodes were coated with ZrO2 by ALD.",
     "electrode LSCF; overlayer ZrO2", "film ZrO2"),
    ("Alumina-coated electrodes were cycled after ALD.", "overlayer Al2O3", "electrode Al2O3"),
    # seeded rods, clad dots, single atoms, heterostructures
    ("CdSe-seeded CdS nanorods were made.", "core CdSe; shell CdS", "nanocrystal CdS"),
    ("ZnSe-seeded CdS tetrapods were made.", "core ZnSe; shell CdS", ""),
    ("Pt single atoms were put on anatase TiO2.", "nanocrystal Pt", "film Pt"),
    ("Pd single-atom sites on CeO2 were made by ALD.", "nanocrystal Pd", "film Pd"),
    ("SrTiO3 single crystals were cut.", "", "nanocrystal SrTiO3"),
    ("Fe3O4-ZnO heterostructured nanoparticles were made.",
     "nanocrystal Fe3O4; nanocrystal ZnO; ZnO nanoparticle", ""),
    ("CuS/ZnS heterostructure nanorods were made.", "nanocrystal CuS; nanocrystal ZnS", ""),
    ("A ZnO/CdS heterostructure was grown by ALD.", "", "nanocrystal ZnO"),
    # lists without "and"
    ("Metal oxides (Al2O3, TiO2, NiO) were deposited by ALD.", "film Al2O3; film NiO", ""),
    ("The substrates (Si, Ge, quartz) were coated with TiN by ALD.",
     "substrate Ge; substrate SiO2; film TiN", "film Ge"),
    ("We grew ZnO by ALD. Oxides and alumina, Al2O3, were bought.", "film ZnO", "film Al2O3"),
    # initials of something else, and the members of a letter
    ("Gold nanoparticles (GNPs) were made. The GNPs were round.",
     "nanocrystal Au", "nanocrystal C"),
    ("Lamellae of a block copolymer (BCP) were etched. BCP films were grown by ALD.",
     "", "film BCP"),
    ("Graphene nanoplatelets (GNPs) were bought. GNPs were coated with Al2O3 by ALD.",
     "substrate C", ""),
    ("Pt alloy (Pt-M, M = Co, Fe, Ni) nanocrystals were made.",
     "", "nanocrystal Co; nanocrystal Fe; nanocrystal Ni"),
    ("LaxM2-xO3 (M = Sc, Lu, or Y) films were grown by ALD.", "film LaxM2-xO3", "film Lu; film Y"),
    ("SnO2 nanoparticles were anchored on graphene oxide.", "support GO; nanocrystal SnO2", ""),
    ("ZnO nanoparticles were put on glass.", "nanocrystal ZnO", "support glass"),
)  # fmt: skip
_VALUES = ("role", "architecture", "formula", "chemical", "layers", "form", "process")


def told(text: str) -> set[str]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = [to_record(claim) for claim in extract(paper)]
    listed = [[record[key] for key in _VALUES if key in record] for record in records]
    return {" ".join(v if isinstance(v, str) else ",".join(v) for v in values) for values in listed}


@each_row(("text", "made", "only_named"), NOTES)
def test_a_note_tells_its_solids(text: str, made: str, only_named: str) -> None:
    claims = told(text) - {""}
    assert set(filter(None, made.split("; "))) <= claims, claims
    assert claims.isdisjoint(only_named.split("; ")), claims
