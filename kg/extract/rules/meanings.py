"""What a property's word means beside others: a photocurrent of a cell, a density of traps.

Rows give what a word is taken for at first, the words that change it, and what it becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.meaning import Meaning
from kg.extract.rules.meaning import words as _words
from kg.extract.rules.of_kinds import is_named_kind
from kg.extract.rules.plasmons import is_of_plasmon
from kg.extract.rules.shares import is_of_foreign

#: Words for what gives a photocurrent without a voltage: a solar cell, a photoelectrode.
_OF_CELL = (
    r"solar|photovolt|zero bias|open-circuit|efficienc|photo(?:anode|cathode|electro)|"
    r"sensiti[sz]ed|\bTiO2\b[^.;,]* electrode"
)
#: Behind "at" of a peak: no place, so that the strength at that place is meant.
_NO_PLACE = r"(?! (?:about |around |approximately |ca\.? |nearly |~)*[~≈]?\d)"
MEANINGS = (
    Meaning("density", "ahead", _words(r"\b(?:power|current|energy|trap|defect)[ -]$")),
    Meaning(  # a plot of charges, a test that is named for what it tries
        "stability",
        "behind",
        _words(r"\s(?:tests?|signatures?|diagrams?|measurements?|criteri\w+|constants?)\b"),
    ),
    Meaning("contact_angle", "behind", _words(r"\slayers?\b")),
    Meaning(  # how much a solid takes up
        "specific_capacity",
        "ahead",
        _words(
            r"\b(?:water|heat|hydrogen|oxygen|moisture|CO2|gas|adsorption|sorption|exchange|"
            r"buffer|loading)[ -](?:storage |uptake |adsorption )?$"
        ),
    ),
    Meaning(  # at which a battery is tested
        "specific_capacity",
        "ahead",
        _words(
            r"\b(?:at|with) an? (?:fixed|limited|cut-?off|constant|given) (?:areal )?$|"
            r"\bat an? (?:areal )?$|\b(?:at|of) \d[\d.]* ?mA[^;.]{1,9} and an? (?:areal )?$"
        ),
    ),
    Meaning(  # of other orders than that of superconductors
        "superconducting_transition_temperature",
        "ahead",
        _words(r"\b(?:Verwey|N[eé]el|Curie|glass|phase|metal[-–]insulator|magnetic|structural) $"),
    ),
    Meaning(
        "exciton_peak_position",
        "behind",
        re.compile(rf"(?<=bsorption at){_NO_PLACE}"),
        becomes="absorption",
    ),
    Meaning(
        "exciton_peak_position",
        "behind",
        re.compile(rf"(?:(?<=scence at)|(?<=ission at)|(?<=\bPL at)){_NO_PLACE}"),
        becomes="photoluminescence_intensity",
    ),
    Meaning(
        "photoluminescence_intensity",
        "behind",
        re.compile(r"(?: \(PL\)|\))? wavelengths?\b"),
        becomes="exciton_peak_position",
    ),
    Meaning(  # what is kept stable: "the stability of the perovskite structure"
        "crystallinity",
        "ahead",
        _words(r"\bstabili\w+ (?:of )?(?:the |its |their )?$"),
        label="presenceLabel",
    ),
    Meaning(  # what was or was not left as it was: "does not affect the cubic structure"
        "crystallinity",
        "ahead",
        _words(
            r"\b(?:affect|alter|chang|influenc|modif|disturb|perturb|preserv|retain|maintain|"
            r"keep|kept|distort|disrupt)\w* (?:the |its |their )?(?:\w+ )?$"
        ),
        becomes="structure",
        label="presenceLabel",
    ),
    Meaning(  # what keeps in a bottle: a colloid, which is stable by its own name, or a reagent
        "stability",
        "ahead",
        _words(
            r"\b(?:colloids?|inks?|dispersions?|suspensions?|sols?|solutions?|precursors?|"
            r"reagents?) (?:\w+ ){0,2}$"
        ),
        label="presenceLabel",
    ),
    Meaning(  # of the growth of crystals, or of a decay
        "catalytic_activity",
        "behind",
        re.compile(r"(?:(?<=rate constant)|(?<=rate constants))"),
        unless=_words(r"cataly|nitrophenol|degrad|oxid|hydrogen|turnover|electrode"),
    ),
    Meaning("infilling", "ahead", re.compile(r"\b(?:[A-Z][a-z]?)-$")),
    Meaning(  # of what a film is grown on, or of a gas
        "impurity_content",
        "behind",
        re.compile(
            r"\s(?:on|from|of|in) [^.;]{0,45}\b(?:substrates?|wafers?|gas(?:es)?|solvents?|"
            r"chamber)\b"
        ),
    ),
    # at which a device is tested
    Meaning("luminance", "ahead", re.compile(r"\b[Aa]t an? (?:(?:initial|constant|given) )?$")),
    Meaning(  # what is taken up, no light
        "absorption",
        "behind",
        re.compile(
            r"\s(?:and \w+ )?(?:into\b|of (?:water|TMA|moisture|the precursor|"
            r"(?:\w+ )?vapou?rs?)\b)"
        ),
    ),
    Meaning(  # "SS" is stainless steel as well
        "subthreshold_swing",
        "sentence",
        re.compile(r"\bSS\b"),
        label="symbol",
        unless=re.compile(r"transistor|TFT|FET|[Ss]ubthreshold|/dec|dec(?:ade)?[−-]1"),
    ),
    Meaning(  # a layer of a device, or what is short of a comparison: "charge transport layer"
        "carrier_mobility",
        "behind",
        re.compile(
            r"(?<=transport)[ -](?:layers?|materials?|mechanism|properties|model|channel)\b"
        ),
    ),
    # samples that are told from others by what was not done to them
    Meaning("infilling", "ahead", _words(r"\b(?:non-?|un)$")),
    Meaning(  # "stoichiometric control", "shifts towards that in the stoichiometric oxide"
        "stoichiometry",
        "ahead",
        re.compile(r"(?:^|\b(?:that|towards?|resembles|in the)\s)$"),
        label="presenceLabel",
    ),
    Meaning(  # growth conditions: "under sulfur-deficient conditions"
        "stoichiometry",
        "behind",
        _words(
            r"\s(?:and \S+ )?(?:conditions?|regimes?|environments?|atmospheres?|growth|supply)\b"
        ),
    ),
    Meaning(  # a reaction or a step of making, no harm: "propane oxidation", "thermal oxidation"
        "oxidation_resistance",
        "ahead",
        _words(
            r"\b(?:CO|H2|NH3|propane|propylene|propene|methane|alcohol|methanol|ethanol|glycerol|"
            r"acid|urea|ammonia|toluene|hydrocarbon|water|hydrogen|sul(?:f|ph)ide|glucose|aldehyde|"
            r"thermal|wet|dry|anodic|plasma|catalytic|selective|partial|preferential|aerobic) $"
        ),
        label="inverseLabel",
    ),
    Meaning(  # where light drives the reaction
        "catalytic_activity",
        "passage",
        _words(r"photocataly|photoreform|photo-?driven|evolution under (?:light|illumin)"),
        becomes="photocatalytic_efficiency",
        unless=_words(r"electrocat|electroly|CO oxidation|oxidation of CO|hydrogenation"),
    ),
    Meaning(  # of a detector, no light of its own
        "photoluminescence_lifetime",
        "sentence",
        _words(
            r"\b(?:rise|fall|recovery)(?: times?)?(?: and |/)(?:decay|fall)|photodetect|photorespon"
        ),
        label="bareLabel",
    ),
    Meaning("linewidth", "behind", re.compile(r"\s(?:spectroscop|technique|experiment)")),
    Meaning(  # a loss of what is measured, told by its own name
        "stability",
        "behind",
        re.compile(
            r"(?<=degradation)\s(?:of|in)\s(?:the\s|its\s|their\s)?(?:\w+\s)?(?:performance|"
            r"mobility|currents?|efficienc|PL\b|emission|capacity|voltage)"
        ),
        label="inverseLabel",
        unless=_words(r"\b(?:no|without|negligible|prevent\w*|suppress\w*|avoid\w*|slow\w*)\b"),
    ),
    Meaning(  # a light, a state or a barrier of charge transfer, no transfer
        "electron_transfer",
        "behind",
        re.compile(
            r"(?<=ransfer)[- ](?:emission|exciton|state|band|complex|salt|transition|luminescence|"
            r"photoluminescence|PL\b)"
        ),
    ),
    # another property
    Meaning(  # the mass that a cycle of etching takes away
        "growth_rate",
        "passage",
        re.compile(r"\b(?:[Ee]tch|ALE\b)"),
        becomes="etch_rate",
        unless=re.compile(r"[Gg]rowth|[Dd]epos|[Gg]ain|[Uu]ptake|GPC|DPC"),
    ),
    Meaning(
        "etch_rate",
        "sentence",
        re.compile(
            r"\b(?:BOE|BHF|DHF|buffered (?:oxide|HF)|diluted? HF|KOH|H3PO4|wet etch\w*|"
            r"in (?:[\d.]+\s?%\s|hot |aqueous )?(?:HF|acid|water))\b"
        ),
        becomes="wet_etch_rate",
    ),
    Meaning(
        "photoluminescence_lifetime",
        "sentence",
        re.compile(
            r"\b(?:passivat\w+|minority|carriers?|silicon|c-Si|Si|wafers?|"
            r"recombination velocit\w+)\b"
        ),
        becomes="carrier_lifetime",
        label="bareLabel",
        unless=_words(r"\bPL\b|luminescen|fluorescen|emission|exciton|\bQDs?\b|\bdots?\b"),
    ),
    Meaning(
        "photoconductivity",
        "sentence",
        _words(
            r"photocurrent densit\w+\b.*electrode|electrode.*photocurrent densit|"
            rf"photocurrents?\b.*(?:mA\s?(?:/|cm)|{_OF_CELL})|\bPEC\b|"
            rf"(?:{_OF_CELL}).*photocurrents?\b"
        ),
        becomes="short_circuit_current",
    ),
    Meaning(
        "electron_transfer",
        "sentence",
        _words(
            r"\b(?:electron[ -]injection|injection of electrons)\b.*(?:\bETL|LED|diode|electrode|"
            r"contact|cathode|luminan|transport layer)|"
            r"(?:\bETL|LED|diode|electrode|contact|cathode|luminan|transport layer).*"
            r"\b(?:electron[ -]injection|injection of electrons)\b"
        ),
        becomes="charge_injection",
        unless=_words(r"\bTiO2\b|sensiti[sz]"),
    ),
    *(
        Meaning(  # what narrows is the width of a band: "the emission narrowed to 30 nm"
            spectral,
            "behind",
            _words(
                r"(?: (?:bands?|peaks?|lines?|spectr(?:um|a)))?(?: (?:was|were|is|are|has|had|"
                r"thus|then|also|became|becomes?|gets?|\w+ly))* (?:narrow(?:s|ed|er|ing)|"
                r"broaden(?:s|ed|ing)?|broader|widen(?:s|ed|ing)?|wider)\b"
            ),
            becomes=becomes,
        )
        for spectral, becomes in (
            ("exciton_peak_position", "linewidth"),
            ("photoluminescence_intensity", ""),
        )
    ),
    # none of the properties
    Meaning(  # where growth is selective, that is not the selectivity of a catalyst
        "catalytic_selectivity",
        "sentence",
        _words(r"\b(?:area|growth|grow|deposit|ALD|nucleat|inhibit|block|\d+ cycles)"),
        becomes="deposition_selectivity",
        unless=_words(
            r"catal|conversion|propylene|ethylene|olefin|hydrogenation|oxidation|reduction|product|"
            r"sensor|analyte|\bgas\b"
        ),
    ),
    Meaning(  # how far a film covers: no adsorption
        "precursor_adsorption",
        "sentence",
        _words(r"\b(?:surface|film) coverages?\b"),
        unless=_words(r"adsor|precursor|ligand|molecul|hydroxyl|\bTMA\b|\bdose"),
    ),
    *(
        Meaning(
            harmed,
            "behind",
            _words(
                r"(?:\srate|\sefficiency)?\sof (?:the )?"
                r"(?:methylene|methyl|rhodamine|phenols?|\w+ dyes?|dyes?|pollutants?|organic|MB)\b"
            ),
            becomes="photocatalytic_efficiency",
            label="inverseLabel",
        )
        for harmed in ("stability", "photostability")
    ),
    Meaning(  # what has a threshold is not said to be lower
        "optical_gain",
        "ahead",
        _words(r"\bthresholds?\s(?:\S+\s){0,5}?(?:for|of)\s(?:the\s)?$|\bthreshold\s$"),
    ),
    Meaning("uniformity", "ahead", _words(r"\bsize distributions?\b[^.;,]*$")),
    Meaning(
        "photoluminescence_intensity",
        "ahead",
        _words(r"\b(?:optical|atomic|plasma|field|thermal|electron|secondary|gas|CO2?)[ -]$"),
    ),
    Meaning("trap_states", "ahead", _words(r"\b(?:light|photon|optical|charge)[ -](?:\S{0,3} )?$")),
    Meaning(  # a kind of solid: "wide-bandgap perovskites"
        "band_gap",
        "ahead",
        re.compile(r"\b(?:wide|narrow|large|small|low|high|direct|indirect|ideal)-$"),
    ),
    Meaning(
        "oxidation_resistance",
        "behind",
        re.compile(
            r"\s(?:of|toward) (?:the )?(?:CO|H2|methane|propane|propylene|alcohols?|methanol|"
            r"ethanol|benzyl|water|glycerol|hydrocarbons?)\b|\s(?:process|furnace|catal)|"
            r"(?:/reduction)?\s(?:peaks?|currents?|potentials?|waves?|states?|numbers?|reactions?|"
            r"steps?|events?)\b"
        ),
    ),
    Meaning(
        "leakage_current",
        "behind",
        re.compile(r"\s(?:of|from)\s(?:the\s)?(?:lead|Pb|water|gas|toxic|solvent)"),
    ),
    Meaning(
        "power_conversion_efficiency",
        "sentence",
        _words(
            r"\b(?:Shockley|detailed[- ]balance|Carnot)|\b(?:theoretical|limiting|ideal) "
            r"[^.;]{0,40}efficienc|efficienc(?:y|ies) (?:limit|ceiling)"
        ),
    ),
    Meaning(  # of something else than a cell: "the coloration efficiency"
        "power_conversion_efficiency",
        "ahead",
        _words(
            r"\b(?:colou?ration|injection|collection|extraction|transfer|doping|removal|separation|"
            r"rejection|quenching|scattering|passivation|filtration|harvesting|encapsulation|"
            r"storage|inhibition|trapping|coupling|switching) $"
        ),
        label="bareLabel",
    ),
    Meaning("exciton_peak_position", "behind", re.compile(r"s?\sbinding")),
    Meaning(  # what a device or a film is tested with: "bias stress", "against mechanical stress"
        "strain",
        "ahead",
        _words(
            r"\b(?:bias|illumination|mechanical|bending|oxidative|operational|voltage|current|gate|"
            r"environmental|humidity)[ -](?:(?:thermal|temperature|illumination) )?$"
        ),
    ),
    Meaning(
        "dielectric_breakdown",
        "behind",
        re.compile(
            r"\sof\s(?!~?\d|(?:the\s|an?\s)?(?:[\w-]+\s){0,2}"
            r"(?:\d|voltage|oxide|dielectric|film|insulat|layer|capacitor|device|stack))"
        ),
    ),
    Meaning(
        "plasmon_resonance_position",
        "behind",
        re.compile(r"s?(?:\)| \(\w+\))?\sabsorbance"),
        becomes="absorption",
    ),
    Meaning(
        "plasmon_resonance_position",
        "behind",
        re.compile(r"s?\s(?:absorption|enhancement|field|mode)"),
    ),
)
#: "Serves as a gas diffusion barrier": a barrier that is named so without doing it is a layer.
_SERVES = re.compile(r"\b(?:as|provid\w*|form\w*|is|are|was|were)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}$")
#: Before a loss that something withstands: "resistance to localized corrosion".
_RESISTING = _words(
    r"\b(?:resistan(?:ce|t)|robustness|tolerance|immunity|durability|stability) "
    r"(?:to|against|towards?) "
    r"(?:the |an? )?(?:[\w-]+ (?:of |and )?){0,4}$"
)
_COMPOSITIONS = frozenset({"stoichiometry", "surface_composition"})


def meant(reading: Reading) -> Iterator[Mention]:
    """The properties of a sentence by what their words mean there."""
    for mention in reading.of_kind("property"):
        meaning = next((row for row in MEANINGS if row.fits(reading, mention)), None)
        if meaning is not None:
            if meaning.becomes:
                is_name = mention.label == "inverseLabel" or meaning.becomes == "structure"
                label = "name" if is_name else mention.label
                yield replace(mention, id=meaning.becomes, label=label)
        elif mention.id in _COMPOSITIONS and is_of_foreign(reading, mention):
            yield replace(mention, id="impurity_content")
        elif is_of_plasmon(reading, mention):
            yield replace(mention, id="plasmon_resonance_position")
        elif _only_names(reading, mention):
            yield replace(mention, label="name")
        elif not is_named_kind(reading, mention):
            yield mention


def _only_names(reading: Reading, mention: Mention) -> bool:
    """Whether a label that says more elsewhere is a mere name: a barrier, what is withstood."""
    ahead = reading.text[: mention.start]
    if mention.label == "inverseLabel":
        return _RESISTING.search(ahead) is not None
    is_barrier = mention.id == "barrier_performance" and mention.label == "presenceLabel"
    return is_barrier and _SERVES.search(ahead) is None
