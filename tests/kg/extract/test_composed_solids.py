"""What a coat, a stack or a carrier makes of two solids."""

from __future__ import annotations

from tests.kg.extract.claim_rows import failures

#: Text -> claims that must come out of it, and claims that must not.
SOLIDS = (
    (
        "AIS/ZnS core/shell quantum dots and AIS cores were compared.",
        {"core AIS", "shell ZnS", "core_shell ['AIS', 'ZnS']"},
        {"core ZnS"},
    ),
    (
        "Silver indium sulfide, AgInS2 (AIS), was grown as a film. AIS films were smooth.",
        {"film AgInS2"},
        {"film AIS"},
    ),
    (
        "SiO2-coated InP/ZnS quantum dots were prepared by colloidal synthesis.",
        {"core_shell ['InP', 'ZnS', 'SiO2']", "shell SiO2"},
        {"matrix SiO2"},
    ),
    (
        "CdTe quantum dots were embedded in a film of PMMA after cation exchange.",
        {"nanocomposite ['CdTe', 'PMMA']"},
        {"core_shell ['CdTe', 'PMMA']"},
    ),
    # coats of dots that the study does not name
    ("We coated the dots with MgO.", {"matrix MgO"}, {"shell MgO"}),
    ("The nanocrystals were coated with ZnSe.", {"shell ZnSe"}, {"matrix ZnSe"}),
    (
        "We coated the dots with ZnSe/ZnTe.",
        {"shell ZnSe", "shell ZnTe"},
        {"core ZnSe", "shell ZnSe/ZnTe"},
    ),
    (
        "InAs dots were coated with ZnSe/ZnTe.",
        {"core_shell ['InAs', 'ZnSe', 'ZnTe']"},
        {"core ZnSe", "core_shell ['ZnSe', 'ZnTe']"},
    ),
    # films of several solids
    ("BaTiO3/LaNiO3 films were deposited.", {"film BaTiO3", "film LaNiO3"}, set()),
    ("Thin films of TaB2–SiC were deposited.", {"film TaB2", "film SiC"}, set()),
    ("PTB7:PCBM films were deposited.", {"film PTB7", "film PCBM"}, set()),
    # a structure that others have, and hydroxides of two metals
    ("MgSnAs2-type Cd-Ge-P films were grown.", {"film Cd-Ge-P"}, {"film MgSnAs2"}),
    ("NiCo layered double hydroxide films were grown.", {"film NiCo-LDH"}, {"film NiCo"}),
    ("Zinc-iron LDH films were grown.", {"film ZnFe-LDH"}, {"film Zn"}),
    # what is called a precursor is none of the films
    (
        "PbO was used as the precursor. PbS films were grown.",
        {"film PbS"},
        {"film PbO", "nanocrystal PbO"},
    ),
    (
        "Pt-decorated ZnSe nanorods were used.",
        {"nanocrystal Pt", "nanocrystal ZnSe"},
        {"shell Pt", "core ZnSe"},
    ),
    (
        "ZnSe/CdTe multiple quantum wells were grown on GaAs substrates by atomic layer epitaxy.",
        {"heterostructure ['ZnSe', 'CdTe']", "substrate GaAs"},
        {"core ZnSe"},
    ),
    (
        "PbSe and CdTe co-sensitized solar cells were made.",
        {"nanocrystal PbSe", "nanocrystal CdTe"},
        {"film PbSe"},
    ),
    (
        "The benefit of MgO coatings is studied. ALD-coated LiMn2O4 served in Li-ion batteries.",
        {"overlayer MgO"},
        {"film MgO", "film LiMn2O4"},
    ),
    (
        "PbS quantum dots are widely used in detectors. Here we report on HgTe quantum dots.",
        {"nanocrystal HgTe"},
        {"nanocrystal PbS"},
    ),
    (
        "Silica-coated CdTe Qdots were made by sol-gel chemistry.",
        {"core_shell ['CdTe', 'SiO2']"},
        {"nanocomposite ['CdTe', 'SiO2']"},
    ),
    (
        "CdS crowns were grown around CdSe nanoplatelets.",
        {"core_crown ['CdSe', 'CdS']", "shell CdS"},
        {"core_shell ['CdSe', 'CdS']"},
    ),
    (
        "InP cores were overcoated with ZnSe and then ZnS; InAs quantum dots with a CdSe/ZnSe shell"
        " were made, too.",
        {"core_shell ['InP', 'ZnSe', 'ZnS']", "core_shell ['InAs', 'CdSe', 'ZnSe']"},
        {"core_shell ['InP', 'ZnS']", "core_shell ['CdSe', 'ZnSe']"},
    ),
    (
        "Pt-tipped CdS nanorods and Mn:ZnSe/ZnS core/shell quantum dots were compared.",
        {"heterodimer ['CdS', 'Pt']", "dopant Mn", "core_shell ['ZnSe', 'ZnS']"},
        {"shell Pt", "core Mn"},
    ),
    (
        "The ITO/PEDOT:PSS (40 nm)/poly-TPD/QDs (25 nm)/ZnO/Al diodes and "
        "ITO/ZnO/PbS-EDT/PbS-MPA/Au cells were red/green/blue/white.",
        {
            "thin_film ['ITO', 'PEDOT:PSS', 'poly-TPD', 'QD', 'ZnO', 'Al']",
            "thin_film ['ITO', 'ZnO', 'PbS', 'PbS', 'Au']",
        },
        set(),
    ),
    (
        "Neither a CdS nor a ZnS shell was grown on the PbS cores, which held no Ag/Au particles.",
        {"core PbS"},
        {"core_shell ['PbS', 'CdS']", "thin_film ['Ag', 'Au']"},
    ),
    # films of particles that an adjective tells more of
    *(
        (text, {claim}, set())
        for text, claim in (
            (
                "We show lasing from thin films of red-emitting CsPbI3 nanowires.",
                "CsPbI3 thin_film",
            ),
            ("Films of the blue-emitting CdSe nanoplatelets were cast.", "CdSe nanoplatelet_film"),
            ("A thin film of highly luminescent InP dots was printed.", "InP quantum_dot_film"),
            ("Thin films of spin-coated ZnO nanoparticles were used.", "ZnO thin_film"),
            ("Films of oleylamine-capped CsPbBr3 nanocubes were cast.", "CsPbBr3 thin_film"),
            ("Films of well-ordered PbS quantum dots conduct.", "PbS quantum_dot_film"),
            ("We cast a film of freshly made CdTe dots.", "CdTe quantum_dot_film"),
            ("A thin film of densely packed Ag nanoparticles is smooth.", "Ag thin_film"),
        )
    ),
    ("Films of Al2O3 with CdSe dots were grown.", {"Al2O3 thin_film"}, {"CdSe quantum_dot_film"}),
    ("A film of Al2O3 on CdSe dots was grown.", {"Al2O3 thin_film"}, {"CdSe quantum_dot_film"}),
    ("A film of alumina and CdSe dots were tried.", set(), {"CdSe quantum_dot_film"}),
    ("A film of the polymer was cast over CdSe dots.", set(), {"CdSe quantum_dot_film"}),
    # shapes that a list gives, of the particles of the sentence or of the study
    *(
        (text, {f"{solid} {form}" for form in forms.split()}, set())
        for text, solid, forms in (
            (
                "The CdSe nanocrystals have tunable shapes (spheres, rods, and tetrapods).",
                "CdSe",
                "nanosphere nanorod",
            ),
            (
                "We made Au nanoparticles of different shapes, such as cubes, rods and plates.",
                "Au",
                "nanocube nanorod nanoplatelet",
            ),
            (
                "Ag nanocrystals of various morphologies, including cubes and octahedra, grew.",
                "Ag",
                "nanocube nano_octahedron",
            ),
            (
                "The process yields different shapes of Pd nanoparticles, like spheres and cubes.",
                "Pd",
                "nanosphere nanocube",
            ),
            (
                "Pt nanoparticles were made. Their shapes: short and long wires, flakes.",
                "Pt",
                "nanowire nanoplatelet",
            ),
            (
                "Cu2O nanocrystals were grown. Their shapes are controlled (cubes or octahedra).",
                "Cu2O",
                "nanocube nano_octahedron",
            ),
            (
                "The shape of the CdS nanocrystals changes from rods to wires.",
                "CdS",
                "nanorod nanowire",
            ),
            (
                "The morphology of the TiO2 nanocrystals, namely rods and plates, was tuned.",
                "TiO2",
                "nanorod nanoplatelet",
            ),
        )
    ),
    ("ZnO dots and CdS dots were made in two shapes (rods and wires).", set(), {"ZnO nanorod"}),
    (
        "ZnO was grown by ALD. The shape of the film is flat (rods and wires fail).",
        set(),
        {"ZnO nanorod"},
    ),
    (
        "Pt dots were used in other shapes of a cell, such as bottles and cubes.",
        set(),
        {"Pt nanocube"},
    ),
    ("CdSe dots in the shape of a ring form rods.", set(), {"CdSe nanorod"}),
    (
        "Nanocrystals of hybrid organic–inorganic lead halide perovskites were made.",
        set(),
        {"nanocrystal CsPbX3"},
    ),
    # particles on a carrier, atomic layers of a shell, layers of a device
    (
        "Ru@Pt/CeO2 catalysts were made by seeded growth. The Ru@Pt/CeO2 particles last long.",
        {"core_shell ['Ru', 'Pt']", "support CeO2"},
        {"shell CeO2", "core_shell ['Ru', 'Pt', 'CeO2']"},
    ),
    (
        "CdSe@ZnS/SiO2 dots were made by hot injection.",
        {"core_shell ['CdSe', 'ZnS', 'SiO2']"},
        {"support SiO2"},
    ),
    (
        "Ru@Pt2L nanocubes were made by reduction of K2PtCl4. Au@Pd3 ML rods were made too.",
        {"core_shell ['Ru', 'Pt']", "core_shell ['Au', 'Pd']"},
        {"shell Pt2L", "shell Pd3", "shell Pt2"},
    ),
    (
        "Ir/Co3O4/CNT nanocatalysts were made by ALD of Ir. The Co3O4/rGO powder was washed.",
        {"nanocrystal Ir", "support Co3O4"},
        {"thin_film ['Ir', 'Co3O4', 'CNT']", "thin_film ['Co3O4', 'rGO']"},
    ),
    (
        "The GZO/AgNW/GZO hybrid films were made by sputtering. The IZO/3AgNW/IZO sample is clear.",
        {"thin_film ['GZO', 'Ag', 'GZO']", "thin_film ['IZO', 'Ag', 'IZO']"},
        {"nanocrystal GZO", "core Ag", "shell IZO"},
    ),
    (
        "Cells of FTO/c-SnO2/m-TiO2/CsPbI3/carbon were made by spin coating.",
        {"thin_film ['FTO', 'SnO2', 'TiO2', 'CsPbI3', 'C']"},
        set(),
    ),
    (
        "The device was glass/ITO/ALD SnO2/PTB7:ICBA/WO3/Ag.",
        {"thin_film ['glass', 'ITO', 'SnO2', 'PTB7:ICBA', 'WO3', 'Ag']"},
        {"thin_film ['SnO2', 'PTB7']"},
    ),
    (
        "GeO2 was grown by ALD. The conversion reaction of Ge/GeO2 is slow, as is Fe/Fe2O3 redox.",
        {"film GeO2"},
        {"thin_film ['Ge', 'GeO2']", "thin_film ['Fe', 'Fe2O3']"},
    ),
    (
        "ZnO was grown by ALD. The cells were labelled as FAPbI3/PTAA.",
        {"film ZnO"},
        {"thin_film ['FAPbI3', 'PTAA']"},
    ),
    # words that look like a core, a shape, a solid or a part
    (
        "MoS2 films grew by ALD. The Mo 3d core-level spectrum was taken, then the S 2p core line.",
        {"film MoS2"},
        {"core Mo", "core S"},
    ),
    (
        "The corner-sharing bismuth iodide octahedra tilt in Cs3Bi2I9 nanocrystals.",
        {"nanocrystal Cs3Bi2I9"},
        {"nanocrystal BiI3"},
    ),
    (
        "Cuboctahedral nanoparticles (NPs) of MnO were made. The Au NPs were made by reduction.",
        {"nanocrystal Au"},
        {"Au nano_octahedron"},
    ),
    (
        "We made Sn- and SnPb-perovskite thin films by spin coating.",
        set(),
        {"film Sn", "film SnPb"},
    ),
    (
        "ZrO2 films were deposited from Zr-2 by CVD. Zr-2 films were not seen.",
        {"film ZrO2"},
        {"film Zr"},
    ),
    (
        "Transition metal nitride (TMN) particles, TMN/C core/shell spheres and VN/C core/shell "
        "spheres were made by laser ablation.",
        {"core_shell ['VN', 'C']"},
        {"core_shell ['TMN', 'C']", "core TMN"},
    ),
    (
        "Lower gate contacts (LGCs) of Ir were sputtered. HfO2 was deposited by ALD on LGCs.",
        {"film HfO2"},
        {"substrate LGCs", "film LGCs"},
    ),
    (
        "The density of the CeO2 film rises as the substrate temperature is raised.",
        {"film CeO2"},
        {"substrate CeO2"},
    ),
    (
        "NaLuF4 nanoparticles were made by precipitation, with Tm 3+ as the sensitizer.",
        {"nanocrystal NaLuF4"},
        {"absorber Tm", "absorber NaLuF4"},
    ),
    (
        "ZnO was grown by ALD. Impurities in the ZnO matrix are mainly Cr and Fe.",
        {"matrix ZnO"},
        {"matrix Cr", "matrix Fe"},
    ),
    (
        "CdTe dots were made. The autoclave was filled with CdTe dots and ethanol.",
        {"nanocrystal CdTe"},
        {"matrix CdTe"},
    ),
    (
        "The slurry of SnS was cast on a nickel foil current collector.",
        {"substrate Ni"},
        {"electrode Ni"},
    ),
    (
        "SnS films were grown by ALD. Ag/AgCl was used as the reference electrode.",
        {"film SnS"},
        {"electrode Ag", "electrode AgCl"},
    ),
    # compounds with a dash are the solid solution whose shares the text prints
    (
        "We made (CuGaS2)x–(ZnSe)1–x dots. The CuGaS2–ZnSe quantum dots were washed.",
        {"nanocrystal (CuGaS2)x-(ZnSe)1-x", "(CuGaS2)x-(ZnSe)1-x quantum_dot"},
        {"nanocrystal CuGaS2", "nanocrystal ZnSe"},
    ),
    (
        "CdSe-CdTe nanorods were made.",
        {"nanocrystal CdSe", "nanocrystal CdTe"},
        {"nanocrystal CdSe-CdTe"},
    ),
    # a polymer holds the particles, whichever is printed first; in a device it is a layer
    (
        "PVP/PbS quantum dot composite films were cast.",
        {"nanocomposite ['PbS', 'PVP']", "matrix PVP", "nanocrystal PbS", "PbS quantum_dot"},
        {"PVP quantum_dot", "thin_film ['PVP', 'PbS']"},
    ),
    (
        "PVA-Ag2S nanocomposites were made.",
        {"nanocomposite ['Ag2S', 'PVA']"},
        {"nanocrystal PVA", "matrix Ag2S"},
    ),
    (
        "Polystyrene (PS)/InP nanocrystal composites were made.",
        {"nanocomposite ['InP', 'PS']"},
        {"film PS"},
    ),
    ("A P3HT/PbS quantum dot solar cell was made.", set(), {"matrix P3HT"}),
    ("PEDOT:PSS/CdSe diodes were made.", set(), {"matrix PEDOT:PSS"}),
    # a core with nothing around it is a nanocrystal
    ("The oleate-capped core of InP nanocrystals is dim.", {"nanocrystal InP"}, {"core InP"}),
    ("Core/shell dots with a PbSe core were made.", {"core PbSe"}, {"nanocrystal PbSe"}),
    # what holds dots to something else; electrons that are injected make no dots
    (
        "HgTe dots were attached to SnO2 particles by mercaptopropionic acid.",
        {"linker mercaptopropionic acid"},
        {"ligand mercaptopropionic acid"},
    ),
    ("CdTe particles were attached to the rods with AuCl3.", set(), {"linker aucl3"}),
    # the shape behind an oxide that carries dots is that of the oxide
    (
        "CdTe/SnO2 nanotubes were used.",
        {"nanocrystal CdTe", "SnO2 nanotube"},
        {"CdTe nanotube", "matrix SnO2"},
    ),
    ("Ag–PbS/ZnO NWs were used.", {"ZnO nanowire"}, {"PbS nanowire", "Ag nanowire"}),
    ("CdSe/ZnSe nanorods were used.", {"CdSe nanorod", "shell ZnSe"}, {"ZnSe nanorod"}),
    (
        "InAs/ZnO core/shell nanowires were used.",
        {"InAs nanowire", "core_shell ['InAs', 'ZnO']"},
        {"ZnO nanowire"},
    ),
    (
        "Pd grew on NiO by ALD. Its strength comes from the Pd-NiO interfacial contact.",
        set(),
        {"electrode NiO"},
    ),
)


def test_solids_have_one_role_and_objects_one_architecture():
    assert failures(SOLIDS) == []
