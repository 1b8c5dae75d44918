"""What a wet synthesis takes, and in which part."""

from __future__ import annotations

from tests.kg.extract.claim_rows import failures

#: Text -> claims that must come out of it, and claims that must not.
CHEMICALS = (
    # gases that react in sputtering, etch, or leave a cycle
    ("The sputtered ZnO films were annealed in Ar and O2.", set(), {"coreactant oxygen"}),
    ("TiC was sputtered with CH4 as the reactive gas.", {"coreactant methane"}, set()),
    (
        "AlN was removed by plasma etching with Cl2/BCl3/Ar chemistry.",
        {"plasma_gas bcl3"},
        {"precursor bcl3"},
    ),
    ("BN was grown by ALD in BCl3/N2/NH3/N2 cycles.", {"precursor bcl3"}, set()),
    (
        "CO2 and H2O were released during the ozone pulse, and MeOH was released before it.",
        {"byproduct co2", "byproduct water"},
        {"coreactant water", "solvent meoh"},
    ),
    ("The copper was etched in a solution of FeCl3.", set(), {"precursor fecl3"}),
    (
        "Graphene was freed by back-etching of the copper in a solution of FeCl3 etchant.",
        {"additive fecl3"},
        {"precursor fecl3"},
    ),
    (
        "Te powder (2 mmol), CdO and oleic acid were heated to make CdTe nanocrystals.",
        {"coreactant te", "precursor cdo"},
        {"precursor te"},
    ),
    # names with a thio group, with a blank inside, of a sulfide; a metal is no ligand
    (
        "InP dots were made from indium chloride and tris(octylthio)phosphine.",
        {"coreactant tris(octylthio)phosphine"},
        {"coreactant phosphine"},
    ),
    (
        "MgO was grown from bis (ethylcyclopentadienyl) magnesium and water.",
        {"coreactant water"},
        set(),
    ),
    (
        "WS2 was grown from tungsten hexacarbonyl and dimethylsulfide.",
        {"coreactant dimethylsulfide"},
        set(),
    ),
    ("Cd cations passivate the Se sites of the PbSe quantum dots.", set(), {"ligand cd"}),
    (
        "In an argon-filled glovebox, zinc acetate and oleic acid were added to a vial.",
        {"precursor zinc_acetate"},
        {"purge_gas argon"},
    ),
    (
        "Titanium butoxide was added to hydrochloric acid (20 mL) to make TiO2 nanorods.",
        {"precursor titanium butoxide", "additive hydrogen_chloride"},
        {"byproduct hydrogen_chloride"},
    ),
    (
        "Au seeds were made from 0.2 mM HAuCl4 in 0.1 M cetyltrimethylammonium bromide.",
        {"precursor haucl4", "ligand cetyltrimethylammonium bromide"},
        {"solvent cetyltrimethylammonium bromide"},
    ),
    (
        "100 mL of aqueous AgNO3 was added to the flask.",
        {"precursor agno3", "solvent water"},
        set(),
    ),
    (
        "H2 gas flowed over the PbS nanocrystals, which were synthesized in octadecene.",
        set(),
        {"coreactant hydrogen_sulfide"},
    ),
    (
        "The response of the SnO2 nanowire sensor to 10 ppm NO2 and 50 ppm ethanol doubled.",
        {"analyte no2", "analyte ethanol"},
        {"solvent ethanol"},
    ),
    (
        "The In2O3 ammonia sensor was cast from ethanol.",
        {"solvent ethanol"},
        {"coreactant ammonia"},
    ),
    (
        "Eosin Y was bleached by the TiO2 nanoparticles under visible irradiation.",
        {"analyte eosin y"},
        set(),
    ),
    (
        "CsPbI3 nanocrystals were synthesized with the addition of ZnCl2.",
        {"additive zncl2"},
        {"precursor zncl2"},
    ),
    (
        "Such nanocrystals are usually prepared by the reduction of gold(III) chloride.",
        set(),
        {"precursor gold(iii) chloride"},
    ),
    (
        "TMA (97%) and deionized water were used as the aluminium precursor and the oxygen source,"
        " respectively.",
        {"precursor trimethylaluminum", "coreactant water"},
        {"coreactant trimethylaluminum", "precursor water"},
    ),
    (
        "Pyridine served as a solvent and surface ligand of the CdS nanorods, and by-products such"
        " as CO2 (m/z = 44) and CO left them.",
        {"solvent pyridine", "ligand pyridine"},
        set(),
    ),
    (
        "The following ligands were tried on the PbS quantum dots: aniline and hydrazine."
        " Before, these quantum dots were stabilized by Pb(oleate)2.",
        {"ligand oleic_acid"},
        {"precursor pb(oleate)2", "coreactant hydrazine"},
    ),
    (
        "Films of ZnSe nanocrystals were treated with KOH. GaN grew from TMG and N2:H2 plasma.",
        {"additive koh", "coreactant nitrogen", "coreactant hydrogen"},
        {"ligand koh"},
    ),
    (
        "For ligand exchange the PbS quantum dots in octane were shaken with PbI2 (0.1 M) in DMF.",
        {"ligand pbi2", "solvent octane"},
        {"precursor pbi2"},
    ),
    (
        "Au nanorods grew from HAuCl4 (0.5 mM), CTAB (0.1 M), AgNO3 (4 mM) and 1 M HCl.",
        {"precursor haucl4", "additive agno3", "additive hydrogen_chloride"},
        {"precursor agno3"},
    ),
    (
        "Au nanoparticles were made by adding 5 mL of sodium citrate to boiling HAuCl4.",
        {"precursor haucl4", "coreactant sodium citrate"},
        {"ligand sodium citrate"},
    ),
    (
        "The films are stable in 1 M KOH and 1 M HCl.",
        set(),
        {"additive koh", "additive hydrogen_chloride"},
    ),
    ("CsPbBr3 nanocrystals survived soaking in water for 30 days.", set(), {"solvent water"}),
    (
        "The selenium precursor dodecaneselenol gave Cu2Se nanocrystals.",
        {"coreactant dodecaneselenol"},
        set(),
    ),
    (
        "CdO (60 mg), tetradecylphosphonic acid (0.3 g) and octadecene (4 mL) were heated.",
        {"precursor cdo", "ligand tetradecylphosphonic acid"},
        {"ligand cdo"},
    ),
    (
        "100 mg of TiO2 powder was dispersed in ethanol; CdSe quantum dots (20 mg) were added.",
        {"solvent ethanol"},
        {"precursor tio2", "precursor cdse"},
    ),
    (
        "0.2 mmol of sulfur dissolved in 3 mL of oleylamine was injected.",
        {"coreactant sulfur", "solvent oleylamine"},
        {"ligand oleylamine"},
    ),
    (
        "Lead oxide (0.4 mmol) was dissolved in oleic acid.",
        {"precursor lead oxide", "ligand oleic_acid"},
        {"solvent oleic_acid"},
    ),
    (
        "HAuCl4 was reduced with ascorbic acid as the reducing agent and polyvinylpyrrolidone as"
        " the stabilizer.",
        {"coreactant ascorbic acid", "ligand polyvinylpyrrolidone"},
        {"coreactant haucl4"},
    ),
    (
        "Hexanethiol served as the capping ligand as well as the sulfur source.",
        {"ligand hexanethiol"},
        set(),
    ),
    (
        "The dots were washed with 20 mL of acetone and stayed bright upon immersion in water.",
        set(),
        {"solvent acetone", "solvent water"},
    ),
    (
        "In stearate (8 mmol) and Zn undecylenate (4 mmol) were used.",
        {"precursor in stearate", "precursor zn undecylenate"},
        set(),
    ),
    (
        "Films were grown by molecular layer deposition using (A) trimethylaluminum, (B)"
        " ethanolamine and (C) maleic anhydride.",
        {"precursor trimethylaluminum", "coreactant ethanolamine", "coreactant maleic anhydride"},
        {"ligand ethanolamine"},
    ),
    (
        "HfO2 was grown by O2 plasma-enhanced ALD after solid-state ligand exchange with"
        " ethanedithiol.",
        {"coreactant oxygen", "ligand 1_2_ethanedithiol"},
        set(),
    ),
    (
        "CdTe quantum dots were synthesized in aqueous solution with thiol ligands such as"
        " mercaptosuccinic acid (MSA) and pimelic acid, using sodium tellurite as the Te source.",
        {"solvent water", "ligand mercaptosuccinic acid", "coreactant sodium tellurite"},
        {"precursor sodium tellurite"},
    ),
    (
        "PbS quantum dots were ligand-exchanged from oleate to iodide; a ligand exchange with PbI2"
        " and PbBr2 in DMF followed.",
        {"ligand iodide", "ligand pbi2", "ligand pbbr2", "solvent dimethylformamide"},
        {"precursor pbi2"},
    ),
    (
        "Ethandithiol (EDT) treatment of the PbS dots raised the mobility of the metal iodide.",
        {"ligand 1_2_ethanedithiol"},
        {"ligand iodide"},
    ),
    (
        "HgSe nanocrystals were grown from mercury chloride, stearic acid and TOP-Se with a larger"
        " dosage of oleylamine, then washed with octylamine.",
        {"ligand stearic acid", "ligand oleylamine"},
        {"ligand octylamine"},
    ),
    # a liquid that is told by its kind first
    *(
        (text, {f"solvent {liquid}"}, set())
        for text, liquid in (
            ("CdSe dots are made in a high-boiling solvent (1-octadecene).", "1_octadecene"),
            ("CdSe dots grow in a noncoordinating solvent, octadecene, at 280 °C.", "1_octadecene"),
            ("PbS nanocrystals were grown in a nonpolar solvent (toluene).", "toluene"),
            ("The reaction runs in polar solvents such as methanol.", "methanol"),
            ("The ligands were exchanged in a polar solvent like methanol.", "methanol"),
            ("CdSe dots are soluble in organic solvents (chloroform, toluene).", "toluene"),
            ("The exchange was done in two solvents: hexane and methanol.", "methanol"),
            ("InP dots were heated in an apolar solvent, mesitylene.", "mesitylene"),
        )
    ),
    ("The dots aggregate in the solvent, hexane evaporates.", set(), {"solvent hexane"}),
    (
        "The synthesis of the dots does not use solvents such as dimethylformamide.",
        set(),
        {"solvent dimethylformamide"},
    ),
    ("CdSe was grown in solvents, and toluene threw it down.", set(), {"solvent toluene"}),
    ("The dots failed in a solvent (see methanol in ref. 2).", set(), {"solvent methanol"}),
    # what caps the dots, with its acronym in brackets
    *(
        (text, {f"ligand {ligand}"}, set())
        for text, ligand in (
            ("The synthesis of glutathione (GSH) capped CdTe dots is reported.", "glutathione"),
            ("The synthesis of glutathione capped CdTe dots is reported.", "glutathione"),
            ("Oleic acid (OA) capped PbS dots were used.", "oleic_acid"),
            ("The oleylamine (OAm) capped CsPbBr3 dots emit.", "oleylamine"),
            ("The thioglycolic acid (TGA) passivated dots emit.", "thioglycolic acid"),
            ("We use L-cysteine (Cys) functionalized ZnS dots.", "l-cysteine"),
            ("Preparation of oleic acid capped PbSe dots was done.", "oleic_acid"),
            ("Films of oleic acid (OA) capped PbS dots were spin-coated.", "oleic_acid"),
        )
    ),
    ("We prepare silica (SiO2) coated Au nanoparticles.", set(), {"ligand sio2"}),
    ("The synthesis of oleic acid from oils is old.", set(), {"ligand oleic_acid"}),
    ("Dots in toluene (TOL) passivated with TOP emit.", {"ligand top"}, {"ligand toluene"}),
    # what coats, stabilizes or changes the surface of particles
    *(
        (text, {f"ligand {ligand}"}, set())
        for text, ligand in (
            ("Glutathione (GSH)-coated ZnSe dots emit.", "glutathione"),
            ("We show cysteamine-stabilized HgTe nanocrystals.", "cysteamine"),
            ("AgInS2 dots were grown with L-cysteine (Cys) stabilizer.", "l-cysteine"),
            ("CdTe dots wear thiol ligands, namely cysteamine and TGA.", "cysteamine"),
            ("ZnS dots got capping agents: cysteamine, PVP and TEOS.", "teos"),
            ("The ZnO nanoparticles were modified with stearic acid.", "stearic acid"),
            ("Modification of the surface of CdS dots by using cysteamine helps.", "cysteamine"),
            ("Lead bromide (PbBr2) coated PbSe quantum dots do not age.", "pbbr2"),
        )
    ),
    ("The CdS dots were coated in toluene.", set(), {"ligand toluene"}),
    ("Titanium isopropoxide-modified PbS dots.", set(), {"ligand titanium isopropoxide"}),
    ("Steel was modified with cysteamine.", set(), {"ligand cysteamine"}),
    ("Ligands left the dots in solvents including octane.", set(), {"ligand octane"}),
    ("The ligands of the dots are short; octane was added.", set(), {"ligand octane"}),
    # other words for the same parts
    *(
        (text, {claim}, set())
        for text, claim in (
            ("CuInS2 dots came out with the addition of some citric acid.", "additive citric acid"),
            (
                "Octylamine was used as the solvent, reagent and ligand of ZnO dots.",
                "ligand octylamine",
            ),
            ("ZnS dots were prepared in an aqueous environment.", "solvent water"),
            ("To 20 mL of an aqueous solution containing H2PtCl6 we added PVP.", "solvent water"),
            ("FeCl3 was put into 50 mL of a 2 mol/L NaOH solution.", "coreactant naoh"),
            ("A vial containing CdO, oleic acid and eicosane was degassed.", "solvent eicosane"),
            ("The octane solvent left the dots.", "solvent octane"),
            ("Ag nanowires grew from AgNO3 with 0.1 mM sodium sulfide.", "additive sodium_sulfide"),
            ("Pt nanocubes grew from H2PtCl6 and 1 mM NaOH.", "additive naoh"),
            ("Ag2S dots grew from AgNO3 with 0.1 mM sodium sulfide.", "coreactant sodium_sulfide"),
            (
                "InSb dots grew with InCl3 and tris(dimethylamino)stibine as the Sb precursor.",
                "coreactant tris(dimethylamino)stibine",
            ),
            ("The photooxidation of hydroquinone on CdS was quick.", "analyte hydroquinone"),
            ("Elemental Se was heated to make CdSe dots.", "coreactant se"),
            ("Dissolving the PbO precursor in oleic acid took 1 h for PbSe dots.", "precursor pbo"),
            ("Lead oxide (PbO) (0.45 g) and oleic acid (2 g) were put in.", "precursor pbo"),
            ("CoO dots grew from cobalt stearates in squalane.", "precursor cobalt stearate"),
            ("Se was dissolved in macadamia oil to make CdSe dots.", "solvent macadamia oil"),
            ("SERS of Ag dots was seen with rhodamine 6G as the probe.", "analyte rhodamine 6g"),
            ("Co dots grew in presence of octylamine.", "ligand octylamine"),
            ("Add 40 µL of KI (0.1 M) to the Au dots.", "additive ki"),
            ("HNO3 was used as the acidic medium of SnO2 dots.", "additive hno3"),
            (
                "Au dots came from a reduction of HAuCl4 by sodium citrate.",
                "coreactant sodium citrate",
            ),
            (
                "PbS dots were capped with anthracene carboxylic acid.",
                "ligand anthracene carboxylic acid",
            ),
        )
    ),
    *(
        (text, set(), {claim})
        for text, claim in (
            ("CdCl2 in octylamine was used as the cadmium precursor.", "precursor octylamine"),
            (
                "The CsPbI3 dots fell apart to PbI2; they degraded to PbI2 and CsI precursors.",
                "precursor pbi2",
            ),
            ("Phenol-formaldehyde resin held the CdS dots.", "coreactant formaldehyde"),
            ("The HF - free synthesis of InP dots is safe.", "additive hf"),
            ("Thiocyanate covers the I vacancies of the ligands.", "ligand i"),
            ("CdSe dots are stable upon exposure to oxygen.", "coreactant oxygen"),
            (
                "The electrolyte was 0.5 M Na2S and 2 M S for the CdS cell.",
                "coreactant sodium_sulfide",
            ),
            (
                "The traditional octadecene was replaced by squalane for CdSe dots.",
                "solvent 1_octadecene",
            ),
            ("An aqueous environment harms the CdSe dots.", "solvent water"),
            ("The membrane had a high rejection of ethylene glycol.", "coreactant ethylene glycol"),
            ("ALD of HfO2 was followed by annealing in oxygen.", "coreactant oxygen"),
            ("Octane was used as the probe of time, as was ink.", "ligand octane"),
            ("Cu2O nanocubes on Ag particles grew from CuCl2 and 1 M NaOH.", "additive naoh"),
        )
    ),
    ("Synthesis of P3HT films was done.", {"film P3HT"}, {"ligand p3ht"}),
)


def test_reagents_of_recipes_have_their_parts():
    assert failures(CHEMICALS) == []
