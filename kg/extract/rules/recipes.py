"""How recipes of wet syntheses give a reagent its part: reducing agents, stabilizers, solutions.

A rule's ``emits`` is read as in :mod:`kg.extract.rules.reagents`.
"""

from __future__ import annotations

from kg.extract.patterns import Rule
from kg.extract.rules.reagents import ANION

_ARTICLE = "[the] [a] [an] [both] [our]"
#: No "as-grown".
_AS = r"(?:as|role\sof)(?!\s-)"
#: What keeps particles apart.
_STABILIZERS = (
    "(ligands?|surfactants?|stabili[sz]ers?|stabili[sz]ing|capping|surface|passivating|"
    "dispersants?)"
)
_REDUCERS = "(reducing|reductants?|reducers?|coreductants?)"

#: Rules that come before those of :data:`kg.extract.rules.reagents.RULES`.
RULES = (
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
        "solvents-including",
        "(solvents?|media|liquids?) [,] [(] (such|including|like|namely|i\\.e|e\\.g) [as] [.] ~1 "
        "{C*:x}",
        "solvent",
        "in polar solvents such as formamide",
        "in polar solvents, then in formamide",
    ),
    Rule(
        "as-stabilizer",
        "{C*:x} ^9 " + _AS + " ^1 [<[CM]\\d+>] ^4 " + _STABILIZERS,
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
        "as-agent",
        "{C*:x} ^6 as " + _ARTICLE + " (fluorination|fluorinating|chlorination|chlorinating|"
        "oxidizing|oxidising|oxidation|nitriding|nitridation|nitridizing|sulfurization|"
        "sulfurizing|selenization) (reactants?|reagents?|agents?|gas|gases)",
        "coreactant",
        "NF3 or HF as the fluorinating agent",
        "NF3 or HF as the etching agent",
    ),
    Rule(
        "solution-of-in",
        "{C} [powder] [dissolved] [dispersed] in [Q] [of] {C*:x}",
        "sole_liquid",
        "0.2 mmol of sulfur dissolved in 2 mL of oleylamine",
        "0.2 mmol of sulfur and 2 mL of oleylamine",
    ),
    Rule(
        "also-as-source",
        "{C*:x} ^6 as ^5 [as] [well] (as|and) [a] [an] [the] " + ANION + " (sources?|precursors?)",
        "coreactant",
        "hexanethiol serves as the ligand as well as the sulfur source",
        "hexanethiol serves as the ligand; the sulfur source",
    ),
)

#: Rules that come last: what is mixed takes its usual part.
MIXTURES = (
    Rule(
        "bracketed",
        r"<P\d+> [,] \( [Q] [,] {C*:x}",
        "paired",
        "the ALD (TMA and H2O, 200 °C)",
        "the price (TMA and H2O, 200 USD)",
    ),
    Rule(
        "bracketed-with-process",
        r"\( <P\d+> [,:] [from] [with] [using] [Q] [,] {C*:x}",
        "paired",
        "films (ALD, TMA and H2O)",
        "films (TMA and H2O)",
    ),
    Rule(
        "followed-by-gas",
        r"followed by ~2 {C:x} (puls\w+|exposures?|vapou?r|bubbl\w+|dos\w+|plasma|gas)",
        "dosed",
        "TMA in octane, followed by dry oxygen bubbled for 5 min",
        "TMA in octane, followed by dry oxygen sensors",
    ),
    Rule(
        "by-means-of",
        "by means of ~1 {C*:x}",
        "default",
        "The platelets were dispersed by means of oleylamine.",
        "The platelets were dispersed by virtue of oleylamine.",
    ),
    Rule(
        "infiltrated-by",
        r"(infiltrat(?:ion|ed)|<P\d+>) ~4 (by|with) {C*:x}",
        "paired",
        "The infiltration of PMMA by TMA and water was slow.",
        "The study of PMMA by TMA and water was slow.",
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
    Rule(
        "called-precursor",
        "and {C:x} precursors",
        "called_precursor",
        "from amidinate and water precursors",
        "from amidinate and water vapours",
    ),
)
