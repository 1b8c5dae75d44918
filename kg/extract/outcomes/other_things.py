"""Words beside a property's name that make it a property of something else, without a claim.

The stability of a plasma is not that of dots, a stoichiometric mixture is not a stoichiometric
film.
"""

from __future__ import annotations

from typing import Final

from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words

_NOT_THE_SAMPLE: Final = (
    r"\s(?:rate\s)?(?:of|for) (?:the )?(?:\w+ ){0,2}?(?:bacteria|mice|plasma|discharge|"
    r"signals?|baseline|flow)\b|"
    r"\s(?:\w+ ){0,2}(?:precursors?|reagents?|sources?|compounds?|complex(?:es)?|molecules?)\b"
)
#: Small solids after "the size of", up to the last word.
_SMALL: Final = (
    r"(?:nano(?!gap|pore|channel|hole|scale)\w+|\w*(?:crystal|crystallite|particle|rod|wire|cube|"
    r"platelet|sphere|cluster|tetrapod|domain|island|grain|seed|aggregate|dot)s?|"
    r"\w*-?(?:QD|NC|NP|NR|NW|NPL)s?)\b(?! (?:tunnel|barrier|shell|ligand|film|layer|gap|spacing))"
)
#: Property -> words right before its name.
_AHEAD: Final = {
    "absorption": r"\b(?:self|re)-?$",
    "accessible_surface": r"\b(?:on|at|onto) the $",
    # a kind of solid: "wide-bandgap perovskites"
    "band_gap": r"\b(?:levels?|states?|features?|defects?|traps?|bands?|centers?|lies?|"
    r"located) (?:\w+ ){0,2}(?:with)?in the (?:\w+ )?$|\b(?:photonic|acoustic) $|"
    r"(?<!crease )(?<!change )(?<!shift )\bin the [A-Z][A-Za-z\d]+ $|\b(?:wide|narrow|large|"
    r"small|low|high|direct|indirect|ideal)-$|(?<!the )(?<!to )\b(?:double|dual) $",
    "catalytic_activity": r"\b(?:oxygen|water|ionic|thermodynamic|chemical|vacancy) $|"
    r"^(?!.*(?:cataly|electro|oxid|hydrogen|evolution|"
    r"turnover)).*\b(?:growth|formation|nano\w+|nucleation|crystalli[sz]ation|precursor|"
    r"overall|decay|radiative|emission|spontaneous) $",
    # of contacts, which transmit one kind of carriers
    "catalytic_selectivity": r"\b(?:carriers?|charges?|electrons?|holes?|contact)[ -]$",
    # of heat, or a barrier of it
    "conductivity": r"\bthermal $|\bactivation energ(?:y|ies) (?:of|for) (?:the )?(?:\w+ )?$",
    "density": r"\b(?:power|current|energy|trap|defect)[ -]$",
    "detectivity": r"\b(?:measurement|detection|method|analytical) $",
    # of light, not of foreign atoms; what a wash removes
    "impurity_content": r"\b(?:colou?r|spectral|chromatic) $|"
    r"\b(?:washe?d?|rins\w+|clean\w*|centrifug\w+|dialy[sz]\w+|filter\w*|filtrat\w+|"
    r"(?:ultra)?sonicat\w+)\b[^;]*\b(?:to (?:thoroughly |completely |fully )?|for |thereby )?"
    r"(?:remov|eliminat|get rid of)\w*\b[^;]*$",
    # a kind of sample: "low-defect dots were obtained"
    "trap_states": r"\b(?:low|reduced)-$|"
    r"(?<!effect )(?<!influence )(?<!impact )\bon (?:the |these |such )$",
    # the topic of an explanation, or a part of a synthesis
    "nucleation": r"\b(?:mechanisms? (?:of|for|that govern)|theor(?:y|ies) (?:of|for)|"
    r"models? (?:of|for)|barriers? (?:\w+ ){0,2}for|separat\w+ (?:between|of)|insights? into|"
    r"governs?|governing|intermediates (?:\w+ )?in|during|before|prior to|after)\s"
    r"(?:the |its )?(?:\w+ )?$|\b(?:initially|newly|freshly) $",
    # samples that are distinguished by a missing treatment
    "infilling": r"\b(?:non-?|un)$",
    # the level at which a device is tested
    "luminance": r"\b[Aa]t an? (?:(?:initial|constant|given) )?$|\ban initial $",
    # per absorbed photon, not per incident photon
    "external_quantum_efficiency": r"\b[Ii]nternal $",
    # a lower threshold is not a lower gain
    "optical_gain": r"\bthreshold\s$",
    "particle_size": r"\b(?:lattice|pore|feature|spot|step|gap|unit|cell|beam|channel|gate) $",
    "porosity": r"\b(?:free (?:of|from)|devoid of|without) (?:any )?$",
    # of currents or of a ferroelectric
    "overpotential": r"\b(?:current-|ferroelectric )$",
    "photoluminescence_intensity": r"\b(?:defect|trap)(?:-related)? $|\b(?:optical|atomic|plasma|"
    r"field|thermal|electron|secondary|gas|CO2?)[ -]$",
    "refractive_index": r"\b(?:rendering|quality|modulation) $",
    "size_dispersion": r"\b(?:water|aqueous|solvent|colloidal) $",
    # the uptake of a solid, or the loading at which a battery is tested
    "specific_capacity": r"\b(?:water|heat|hydrogen|oxygen|moisture|CO2|gas|adsorption|sorption|"
    r"exchange|buffer|loading)[ -](?:storage |uptake |adsorption )?$|"
    r"\b(?:at|of) \d[\d.]* ?mA[^;.]{1,9} and an? (?:areal )?$",
    # of a measurement
    "stability": r"\b(?:predictive|statistical|diagnostic|measurement) $",
    # the stress of a test: "bias stress", "against mechanical stress"
    "strain": r"\b(?:bias|illumination|mechanical|bending|oxidative|operational|voltage|current|"
    r"gate|environmental|humidity)[ -](?:(?:thermal|temperature|illumination) )?$|"
    r"\b(?:against|withst\w+|tolerat\w+|surviv\w+|expos\w+ to|subject\w* to|resistan\w+ to) "
    r"(?:[\w-]+ )?(?:mechanical )?$",
    # transitions other than that of superconductors
    "superconducting_transition_temperature": r"\b(?:Verwey|N[eé]el|Curie|glass|phase|"
    r"magnetic|structural) $",
    "thermal_stability": r"\b(?:temperatures?|pressures?|flows?|plasma|currents?|voltages?|"
    r"precursors?|ligands?|molecules?|reagents?) $",
    # of a field, or of cut pieces
    "uniformity": r"\bcut (?:\w+ )?(?:in)?to $|\bsize distributions?\b[^.;,]*$|"
    r"\b(?:electric|magnetic|field|potential|current|"
    r"temperature|heat|light|stress|charge)\b[^.;,]{0,40}\bdistributions?\b[^.;,]*$",
}
#: Property -> words right after its name.
_BEHIND: Final = {
    # the uptake of a substance, not of light
    "absorption": r"\s(?:and \w+ )?into\b",
    # of papers and data; the area of a device
    "accessible_surface": r"\s(?:of|to) (?:the )?(?:\w+ )?(?:literature|data\w*)\b|"
    r"(?<=active area) of (?:about |only |~)?[\d.]+ ?[µμumc]?m",
    "air_stability": _NOT_THE_SAMPLE,
    # a layer of a device, or a mere topic: "charge transport layer"
    "carrier_mobility": r"(?<=transport)[ -](?:layers?|materials?|mechanism|properties|model|"
    r"channel)\b",
    "catalytic_activity": r"(?<=formation rate) of (?:the )?(?:shell|core|film|nano\w+|"
    r"crystals?|particles?)|\sconditions?\b|(?<=activation energy) (?:of|for) (?:the )?(?:\w+ )?"
    r"(?:recombin|conduct|transport|diffusion|migration|hopping|trap|defect|detrap)",
    # the operating point of a device
    "charge_injection": r"\s(?:currents?|levels?|densit\w+|power)\b",
    "contact_angle": r"\slayers?\b",
    "density": r"\sof (?:the )?(?:[a-z-]+ )?(?:[A-Z]\w*[-+−⁻⁺]|ions?|species|states?|defects?|"
    r"traps?|vacanc\w+|charges?|carriers?|electrons?|holes?|voids?|pinholes?|clusters?|islands?|"
    r"nuclei|dislocations?|droplets?|particulates?)",
    "dielectric_breakdown": r"\sof\s(?!~?\d|(?:the\s|an?\s)?(?:[\w-]+\s){0,2}(?:\d|voltage|oxide|"
    r"dielectric|film|insulat|layer|capacitor|device|stack))",
    # an emission, a state or a salt of charge transfer, not a transfer
    "electron_transfer": r"(?<=ransfer)[- ](?:emission|exciton|state|band|complex|salt|"
    r"transition|luminescence|photoluminescence|PL\b)",
    # of lattice vibrations
    "exciton_peak_position": r"s?\s(?:binding|lifetimes?|decays?)\b|"
    r"(?<=shift)(?:ing)?\s(?:of |in )?(?:the )?(?:[\w-]+ ){0,4}(?:modes?|phonons?|vibrations?)\b",
    # of a substrate or a gas
    "impurity_content": r"\s(?:on|from|of|in) [^.;]{0,45}\b(?:substrates?|wafers?|gas(?:es)?|"
    r"solvents?|solutions?|chamber|atmosphere|ambient|electrolytes?|melt|feed)\b",
    "leakage_current": r"\s(?:of|from)\s(?:the\s)?(?:lead|Pb|water|gas|toxic|solvent)",
    # a kind of dots, or a growth mode
    "nucleation": r"(?<=Krastanov)(?: \(SK\)|-grown)? (?:\w+ )?(?:schemes?|methods?|techniques?|"
    r"quantum|QDs?|dots?|samples?|islands)\b",
    "oxidation_resistance": r"\s(?:process|furnace|catal)|"
    r"\s?(?:/|and)\s?(?:\w+\s)?reduction\b|"
    r"(?:/reduction)?\s(?:peaks?|currents?|potentials?|waves?|states?|numbers?|reactions?|steps?|"
    r"events?)\b",
    "particle_size": r"(?:(?<=size of)|(?<=sizes of)|(?<=diameter of)|(?<=diameters of)|"
    rf"(?<=length of)|(?<=lengths of))(?! (?:the |these |our )?(?:[\w/@().-]+ ){{0,3}}?{_SMALL})",
    "photoluminescence_intensity": r"(?: \(\w{1,4}\)|\))?\s(?:lifetimes?|decays?|"
    r"(?:quantum )?yields?|QYs?|line-?widths?|band-?widths?|maxima|(?:blue|red)[- ]?shift\w*|"
    r"(?:of|from) (?:the )?(?:defects?|traps?))\b",
    "power_conversion_efficiency": r"\sof (?:the |this |our )?(?:[\w-]+ ){0,2}?(?:techniques?|"
    r"methods?|process|approach|strateg\w+|procedures?|routes?|ALD|MLD)\b",
    # a kind of solid: "quantum-confined semiconductors"
    "quantum_confinement": r"(?<=confined) (?:\w+ )?(?:semiconductors?|systems?|materials?|nano\w+|"
    r"structures?|NCs?|QDs?|dots?|modes?|directions?|crystals?|emitters?)\b",
    "sintering_resistance": r"\s(?:temperatures?|times?|steps?|conditions?|process|aids?)\b",
    # a diagram, or the name of a test; the change of another stability
    "stability": _NOT_THE_SAMPLE
    + r"|(?<=dation) (?:of|in) (?:the |its |their )?(?:[\w/-]+ ){0,2}?\w*stability\b"
    r"|\s(?:tests?|signatures?|diagrams?|measurements?|criteri\w+|constants?)\b",
    # of amounts of reagents; growth conditions: "under sulfur-deficient conditions"
    "stoichiometry": r"\s(?:mixtures?|amounts?|quantit\w+)\b|"
    r"\s(?:ratios? )?(?:of (?:the )?(?:precursors?|reagents?|reactants?|salts?|starting)|\(\d)|"
    r"\s(?:and \S+ )?(?:conditions?|regimes?|environments?|atmospheres?|growth|supply)\b",
    # of a curve
    "surface_roughness": r"s?\s(?:[\w-]+ )?(?:data|signals?|curves?|predictions?|noise)\b",
    # a treatment of a sample: "the passivated devices", "Passivating them, we found"
    "surface_passivation": r"(?:(?<=[Tt]he passivated)|(?<=\bof passivated)|"
    r"(?<=\bin passivated)|(?<=\ba passivated)|(?<=\bunpassivated)|(?<=\APassivating)) "
    r"(?!(?:surfaces?|defects?|traps?|states?|dangling|vacanc\w+)\b)[a-zA-Z]",
    "thermal_stability": _NOT_THE_SAMPLE
    + r"|\s(?:methods?|routes?|process|techniques?|approach|synthes[ie]s)\b",
    "trap_states": r"[ -](?:layers?|flash|memor\w+)\b|\s(?:are|were) \w+ in nature\b|\sinherent\b",
    "uniformity": r"(?:(?<=nonuniform)|(?<=non-uniform)|"
    r"(?<=inhomogeneous))\s(?:[a-z-]+\s)?(?:grains?|sizes?|distribution|morpholog\w+|fields?|"
    r"stress\w*|strain\w*|currents?|emission|heating)\b",
    "water_stability": _NOT_THE_SAMPLE,
}
OTHER_THINGS: Final = (
    *(Meaning(name, "ahead", _words(pattern)) for name, pattern in _AHEAD.items()),
    *(Meaning(name, "behind", _words(pattern)) for name, pattern in _BEHIND.items()),
)
