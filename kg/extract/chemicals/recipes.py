"""How recipes of wet syntheses state the role of a reagent: reducing agent, stabilizer, solvent.

A rule's ``emits`` is explained in :mod:`kg.extract.chemicals.reagents`.
"""

from __future__ import annotations

from kg.extract.chemicals.reagents import ANION
from kg.extract.patterns import Rule

_ARTICLE = "[the] [a] [an] [both] [our]"
#: The word "as", except in "as-grown".
_AS = r"(?:as|role\sof)(?!\s-)"
#: Words for substances that keep particles apart.
_STABILIZERS = (
    r"(ligands?|surfactants?|stabili[sz]ers?|stabili[sz]ing|capping|passivating|"
    r"surface\s(?:-\s)?(?:ligands?|capping|active|stabili|passivat|modif|protect|bound)\w*)"
)
_REDUCERS = "(reducing|reductants?|reducers?|coreductants?)"

#: Rules that come before those of :data:`kg.extract.chemicals.reagents.RULES`.
RULES = (
    Rule(
        "solvent-behind",
        r"{C*:x} (solvents?|cosolvents?|co\s-\ssolvents?)",
        "called_solvent",
        "injected into an oleyl alcohol solvent",
        "injected into an oleyl alcohol shell",
    ),
    Rule(
        "as-reducing-agent",
        "{C*:x} ^6 as " + _ARTICLE + " ^2 " + _REDUCERS,
        "coreactant",
        "with sodium borohydride as the mild reducing agent",
        "sodium borohydride as a white powder",
    ),
    Rule(
        "source-behind",
        "{C:x} (,|\\() (an?|the) " + ANION + " (sources?|precursors?)",
        "coreactant",
        "Thiourea, a sulfur source, was added.",
        "Thiourea, a sulfur compound, was added.",
    ),
    Rule(
        "as-stabilizer",
        "{C*:x} ^9 " + _AS + " ^1 [<[CM]\\d+>] ^4 [and] [a] " + _STABILIZERS,
        "ligand",
        "with polyvinylpyrrolidone as a capping agent",
        "with polyvinylpyrrolidone as a mask",
    ),
    Rule(
        "as-solvent",
        "{C*:x} ^6 " + _AS + " " + _ARTICLE + " ^4 (solvents?|cosolvents?)",
        "solvent",
        "with hexadecane as the non-coordinating solvent",
        "with hexadecane in the solvent trap",
    ),
    Rule(
        "solution-of-in",
        "{C} [powder] [was] [were] [thermally] [dissolved] [dispersed] [decomposed] [heated] "
        "[refluxed] [reacted] in [Q] [of] {C*:x}",
        "sole_liquid",
        "0.2 mmol of sulfur dissolved in 2 mL of oleylamine",
        "0.2 mmol of sulfur and 2 mL of oleylamine",
    ),
)

#: Rules that come last: the parts of a mixture have their usual roles.
MIXTURES = (
    Rule(
        "followed-by-gas",
        r"followed by ~2 {C:x} (puls\w+|exposures?|vapou?r|bubbl\w+|dos\w+|plasma|gas)",
        "dosed",
        "TMA in octane, followed by dry oxygen bubbled for 5 min",
        "TMA in octane, followed by dry oxygen sensors",
    ),
    Rule(
        "decomposed-to-make",
        "(decomposition|decomposing|thermolysis|pyrolysis|hydrolysis) of ~2 {C*:x}",
        "metal_precursor",
        "particles made by thermolysis of nickel oleate",
        "particles made by dilution of nickel oleate",
    ),
    Rule(
        "by-means-of",
        "by means of ~1 {C*:x}",
        "default",
        "The platelets were dispersed by means of oleylamine.",
        "The platelets were dispersed by virtue of oleylamine.",
    ),
    Rule(
        "recovered-in",
        r"(stored|recovered|collected|redissolved|redispersed|resuspended|taken\sup|"
        r"preserved) ^3 in "
        "[~] [Q] [of] [dry] [anhydrous] {C*:x}",
        "kept_in",
        "The product was stored in octane.",
        "The product was stored in a bottle.",
    ),
    Rule(
        "precursor-behind",
        "{C*:x} [metal] [based] (precursors?|salts?)",
        "metal_precursor",
        "instead of PbI2 and PbBr2 precursors",
        "instead of PbI2 and PbBr2 layers",
    ),
)
