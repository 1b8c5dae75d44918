"""The patterns that give a reagent its role, each with an example and a counter-example.

A rule's ``emits`` is a role of the vocabulary, or the way to find it: "default" for the role that
the substance nearly always has in this field, "paired" for partners of a precursor, "..._only" for
a role that the words give only to substances that usually have it.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

#: Words that make a liquid the medium of a test, and no solvent.
_UNTESTED = "".join(
    rf"(?<!{word}\s)"
    for word in (
        "immersion treatment decomposition degradation immersed stable stability stored storage "
        "soaked soaking immersing submerged tested aged kept stay survive"
    ).split()
)
#: Elements of anions; a source of one is no precursor of a metal.
ANION = (
    "(oxygen|nitrogen|sulfur|sulphur|selenium|tellurium|fluorine|chlorine|bromine|iodine|"
    "phosphorus|arsenic|antimony|carbon|anion|chalcogen(?:ide)?|halide|<C\\d+>)"
)
#: ``emits`` is the role, or "default" for the role that the vocabulary gives the substance.
RULES = (
    Rule(
        "as-anion-source",
        "{C*:x} ^6 as [the] [an] [a] ^4 " + ANION + " (sources?|precursors?)",
        "coreactant",
        "SnI4 served as the iodine source",
        "SnI4 served as the tin source",
    ),
    Rule(
        "as-anion-sources",
        "{C*:x} ^2 as [the] " + ANION + " (and|or|/) " + ANION + " (sources?|precursors?)",
        "coreactant",
        "with water and ammonia as oxygen and nitrogen sources",
        "with water and TDMAT as oxygen and titanium sources",
    ),
    Rule(
        "is-coreactant",
        "{C*:x} (was|is|were|are) [the] [a] [an] (coreactants?|co|oxidants?|oxidizers?)",
        "coreactant",
        "Ozone was the co-reactant.",
        "Ozone was toxic.",
    ),
    Rule(
        "as-coreactant",
        "{C*:x} ^6 as ^4 (coreactants?|co|counter|oxidants?|oxidizers?|oxidizer)",
        "called_coreactant",
        "O3 was used as the oxidant",
        "O3 was removed",
    ),
    Rule(
        "as-precursor",
        "{C*:x} ^6 as ^4 (precursors?|sources?|reagents?)",
        "default_precursor",
        "using DEZ as the zinc source",
        "DEZ is pyrophoric",
    ),
    Rule(
        "precursor-list",
        "precursors? \\( {C*:x}",
        "default_precursor",
        "precursors (TMA, DEZ)",
        "(TMA)",
    ),
    Rule(
        "precursors-of-list",
        "precursors? [:] [was] [were] [is] [are] [,] [(] {C*:x}",
        "default_precursor",
        "precursor TMA",
        "TMA",
    ),
    Rule(
        "coreactants-of-list",
        r"(coreactants?|(?:co|counter)\s-\sreactants?) [:] [,] [(] {C*:x}",
        "coreactant",
        "the co-reactants water and hydrazine",
        "water and hydrazine",
    ),
    Rule(
        "used-as-reactants",
        "(using|and|with) ~2 {C*:x} ^3 as ^2 (reactants?|reagents?|precursors?|sources?)",
        "default",
        "using DEZ and H2S as reactants",
        "using DEZ",
    ),
    Rule(
        "ligand-named",
        "(ligands?|surfactants?) (\\(|,|:|such\\sas|like) ~1 {C*:x}",
        "ligand",
        "ligands (oleic acid)",
        "(oleic acid)",
    ),
    Rule(
        "solvent-verb",
        "(dispersed|dissolved|suspended|solubilized|diluted|redispersed|solution|phase|mixture|"
        "solvents?|dispersion|bath|synthesized) ~3 (in|of|with) ~8 {C*:x}",
        "solvent_only",
        "dots dispersed in toluene",
        "dots in a film",
    ),
    Rule(
        "solution-of",
        "{C:x} (solution|phase|solutions|solvents?)",
        "solvent_only",
        "a toluene solution",
        "a toluene bath",
    ),
    Rule(
        "in-solvent",
        _UNTESTED + "in [boiling] [hot] [cold] [dry] [dried] [anhydrous] [absolute] {C*:x}",
        "solvent_only",
        "stirred in octane",
        "rich octane",
    ),
    Rule(
        "solvent-of-kind",
        _UNTESTED + "in =6 solvents? [,] (\\(|:|like|such\\sas|,(?=\\s<C\\d+>\\s[,.;])) {C*:x}",
        "solvent_only",
        "grown in a high-boiling solvent (octane)",
        "grown in a solvent and octane",
    ),
    Rule(
        "plasma-mixed",
        "{C:a} (/|\\+|:) {C:b} ~1 plasmas?",
        "plasma",
        "an N2/H2 plasma",
        "N2/H2 gas",
    ),
    Rule("plasma", "{C:x} ~1 plasma", "plasma", "an O2 plasma", "O2 gas"),
    Rule("plasma-list", "plasmas? \\( {C*:x}", "plasma", "plasmas (O2, H2)", "gases (O2)"),
    Rule(
        "degradation-of",
        "(degradation|photodegradation|photooxidation|photo\\s-\\soxidation|(?<!thermal.)decomposition|decolori[sz]ation|degrading|decomposed?|"
        "degraded|detection|sensing|<A\\d+>) [rates?] [Q] of ~1 {C:x}",
        "degraded",
        "the photocatalytic degradation of methylene blue",
        "methylene blue is a dye",
    ),
    Rule(
        "element-in-liquid",
        "{C:x} [powder] [solution] [was] [were] [dissolved] [dispersed] in [Q] [of] {C}",
        "default",
        "sulfur in 1-octadecene",
        "sulfur in air",
    ),
    Rule(
        "addition-during",
        "(addition|introduction|incorporation) of ~1 {C:x} (during|after|before|prior)",
        "additive_only",
        "Addition of zinc chloride during the growth helps.",
        "The addition was slow.",
    ),
    Rule(
        "as-additive",
        r"{C*:x} ^6 as ^3 (additives?|dopants?|inhibitors?|promoters?|blockers?|modifiers?|"
        r"(?:complexing|chelating|mineralizing)\sagents?|buffers?|mineralizers?|"
        r"(?:acid|acidic|basic|alkaline)\smedi(?:um|a))",
        "additive",
        "with ZnBr2 as an additive",
        "with ZnBr2 as the zinc source",
    ),
    Rule(
        "by-addition-of",
        "(by|with|upon|through|via|and|,) [the] [an] (addition|introduction|"
        "incorporation|incorporating|introducing|(?:adding|using)\\sexcess) [of] [excess] ^3 {C:x}",
        "additive_only",
        "widened by the addition of cadmium chloride",
        "the addition of cadmium chloride",
    ),
    Rule(
        "reactant-named",
        "{C:x} (reactants?|oxidants?|coreactants?)",
        "default",
        "with an O2 reactant",
        "with O2 gas",
    ),
    Rule(
        "in-presence-of",
        "in [the] presence of ~1 {C*:x}",
        "in_presence",
        "treated in the presence of trioctylphosphine",
        "in the glovebox",
    ),
    Rule(
        "transferred-between",
        "(transferred|moved|moves|migrated|extracted|transfer) from {C:a} (into|to) {C:b}",
        "solvent",
        "The dots were transferred from octane into DMF.",
        "The dots were transferred by hand.",
    ),
    Rule(
        "cast-from",
        "(cast|coated|deposited|processed|printed|spun|<P\\d+>) from {C:x}",
        "solvent_or_ligand",
        "The ink was cast from butylamine.",
        "ZnO was coated with SiO2 particles.",
    ),
    Rule(
        "containing",
        "(solutions?|mixtures?|flasks?|baths?|inks?|dispersions?|suspensions?|vials?|liquids?|"
        "<C\\d+>) ~4 (containing|contained|contains|comprising|comprised|including|holding|"
        "held) ~1 {C*:x}",
        "contained",
        "a solution containing oleic acid",
        "alloys containing oleic acid",
    ),
    Rule(
        "from-both",
        "(from|using|with|between|of|on|alternating) ~2 {C*:x}",
        "paired",
        "alumina from TMA and H2O at 70 °C",
        "alumina is dense",
    ),
    Rule("chemical-slash", "{C:a} / {C:b}", "paired_slash", "10 cycles of TMA/H2O", "TMA is used"),
    Rule(
        "chemical-dash", "{C:a} (-|–|−) {C:b}", "paired_slash", "TDMAT-H2O cycles", "TDMAT at 90 °C"
    ),
)
