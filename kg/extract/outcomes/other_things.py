"""Words beside a property's name that make it one of something else: nothing is claimed then.

The stability of living cells is none of dots, a stoichiometric mixture no stoichiometric film.
"""

from __future__ import annotations

from typing import Final

from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words

_NOT_THE_SAMPLE: Final = (
    r"\s(?:rate\s)?(?:of|for) (?:the )?(?:\w+ ){0,2}?(?:(?:living|human|carcinoma|cancer|tumou?r|"
    r"HeLa|bacterial) cells?|bacteria|mice|plasma|plumes?|discharge|signals?|baseline|flow)\b|"
    r"\s(?:precursors?|reagents?|sources?)\b"
)
#: Right ahead of the name.
_AHEAD: Final = {
    "absorption": r"\b(?:self|re)-?$",
    "accessible_surface": r"\b(?:on|at|onto) the $",
    "conductivity": r"\bactivation energ(?:y|ies) (?:of|for) (?:the )?(?:\w+ )?$",
    "band_gap": r"\b(?:levels?|states?|features?|defects?|traps?|bands?|centers?|lies?|located)"
    r" (?:\w+ ){0,2}(?:with)?in the (?:\w+ )?$|\b(?:photonic|phononic|acoustic) $|"
    r"(?<!crease )(?<!change )(?<!shift )\bin the [A-Z][A-Za-z\d]+ $",
    "catalytic_activity": r"^(?!.*(?:cataly|electro|oxid|hydrogen|evolution|turnover)).*\b"
    r"(?:growth|formation|nano\w+|nucleation|crystalli[sz]ation|precursor|overall|metabolic|"
    r"cellular) $",
    "detectivity": r"\b(?:measurement|detection|method|analytical) $",
    "linewidth": r"\b(?:lifetime|size|pulse|decay) $",
    "photoluminescence_intensity": r"\b(?:defect|trap)(?:-related)? $",
    "refractive_index": r"\b(?:rendering|quality|dispersity|yellowness|throughput|modulation) $",
    "size_dispersion": r"\b(?:water|aqueous|solvent|colloidal) $",
    "stability": r"\b(?:QYs?|yields?) (?:is|was|are|were|remain(?:s|ed)) (?:\w+ )?$",
    "stoichiometry": r"\boff-$",
    "thermal_stability": r"\b(?:temperatures?|pressures?|flows?|plasma|currents?|voltages?) $",
}
#: Right behind the name.
_BEHIND: Final = {
    "absorption": r"\ssaturation\b",
    "air_stability": _NOT_THE_SAMPLE,
    "catalytic_activity": r"(?<=conversion) (?:fractions?|layers?|coatings?)\b|"
    r"(?<=formation rate) of (?:the )?(?:shell|core|film|nano\w+|crystals?|"
    r"particles?)|\sconditions?\b",
    "density": r"\sof (?:the )?(?:[a-z-]+ )?(?:[A-Z]\w*[-+−⁻⁺]|ions?|species|states?|defects?|"
    r"traps?|vacanc\w+|charges?|carriers?|electrons?|holes?)",
    "leakage_current": r"\s(?:sensitivity|resolution|limit)\b",
    "photoluminescence_intensity": r"(?: \(\w{1,4}\)|\))?\s(?:lifetimes?|decays?|(?:quantum )?"
    r"yields?|QYs?|line-?widths?|band-?widths?|maxima|(?:blue|red)[- ]?shift\w*|"
    r"(?:of|from) (?:the )?(?:defects?|traps?))\b",
    "power_conversion_efficiency": r"\sof (?:the |this |our )?(?:[\w-]+ ){0,2}?(?:techniques?|"
    r"methods?|process|approach|strateg\w+|procedures?|routes?|ALD|MLD)\b",
    "sintering_resistance": r"\s(?:temperatures?|times?|steps?|conditions?|process|aids?)\b",
    "stability": _NOT_THE_SAMPLE,
    "stoichiometry": r"\s(?:mixtures?|amounts?|quantit\w+)\b|\s(?:ratios? )?(?:of (?:the )?"
    r"(?:precursors?|reagents?|reactants?|salts?|starting)|\(\d)",
    "thermal_stability": r"\s(?:methods?|routes?|process|techniques?|approach|synthes[ie]s)\b",
    "trap_states": r"[ -](?:layers?|flash|memor\w+)\b",
    "uniformity": r"(?:(?<=nonuniform)|(?<=non-uniform)|(?<=inhomogeneous))\s(?:[a-z-]+\s)?"
    r"(?:grains?|sizes?|distribution|morpholog\w+|fields?|stress\w*|strain\w*|currents?|emission|heating)\b",
    "water_stability": _NOT_THE_SAMPLE,
}
OTHER_THINGS: Final = (
    *(Meaning(name, "ahead", _words(pattern)) for name, pattern in _AHEAD.items()),
    *(Meaning(name, "behind", _words(pattern)) for name, pattern in _BEHIND.items()),
)
