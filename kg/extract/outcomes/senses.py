"""Meanings of a property's word beside others: a photocurrent of a cell, a density of traps.

Each row gives the property that a word seems to name, the words that change its meaning, and the
property that it then names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.outcomes.electronic_senses import ELECTRONIC
from kg.extract.outcomes.optical_senses import OPTICAL
from kg.extract.outcomes.other_things import OTHER_THINGS
from kg.extract.outcomes.plasmons import is_of_plasmon
from kg.extract.outcomes.qualities_of_kinds import is_named_kind
from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words
from kg.extract.reading import Reading, kept
from kg.extract.text.rare import Rare

#: Area-selective growth, in which defects are nuclei on the non-growth area.
_AREA_SELECTIVE = Rare(r"\b[Aa]rea[- ][Ss]elective|\bAS-?(?:ALD|D)\b")
#: Substances on which photocatalysts are tested.
_POLLUTANTS = (
    r"methylene blue|methyl orange|methyl red|rhodamine[ -]?\w?|RhB|(?-i:MB|MO)|congo red|"
    r"phenols?|bisphenol[ -]?A?|tetracycline|pollutants?|organic dyes?|azo dyes?|dye molecules?"
)
MEANINGS = (
    *OPTICAL,
    *ELECTRONIC,
    *OTHER_THINGS,
    Meaning(  # the efficiency of waveguiding, of trapping, of quenching
        "power_conversion_efficiency",
        "sentence",
        _words(
            r"\b(?:optical|funnel\w*|waveguiding|trapping)[ -]efficienc|"
            r"^(?!.*\b(?:solar|photovolta|cells?\b)).*\bquench(?:e[ds]|er|ing)\b"
        ),
        label="bareLabel",
    ),
    Meaning(  # the initial efficiency of a solar cell before a test
        "faradaic_efficiency",
        "behind",
        Rare(r"(?<=initial efficiency)"),
        unless=_words(r"batter|coulomb|electrolyte|lithium|cathode|anode"),
    ),
    Meaning(  # a structure that is stable: "the stability of the perovskite structure"
        "crystallinity",
        "ahead",
        _words(r"\bstabili\w+ (?:of )?(?:the |its |their )?$"),
        label="presenceLabel",
    ),
    Meaning(  # a structure that changed or did not: "does not affect the cubic structure"
        "crystallinity",
        "ahead",
        _words(
            r"\b(?:affect|alter|chang|influenc|modif|disturb|perturb|preserv|retain|maintain|"
            r"keep|kept|distort|disrupt)\w* (?:the |its |their )?(?:\w+ )?$"
        ),
        becomes="structure",
        label="presenceLabel",
    ),
    Meaning(  # a reagent, or a colloid, whose stability has its own property
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
        Rare(r"(?:(?<=rate constant)|(?<=rate constants))"),
        unless=_words(r"cataly|nitrophenol|degrad|oxid|hydrogen|turnover|electrode"),
    ),
    Meaning("infilling", "ahead", Rare(r"\b(?:[A-Z][a-z]?)-$")),
    Meaning(  # "an electron mobility of 30 cm2/Vs ... doubles the mobility"
        "carrier_mobility",
        "sentence",
        _words(r"\belectron mobilit"),
        becomes="electron_mobility",
        unless=_words(r"\b(?:holes?|Hall|carriers?|ambipolar)\b"),
    ),
    Meaning(  # "stoichiometric control", "shifts towards that in the stoichiometric oxide"
        "stoichiometry",
        "ahead",
        Rare(r"(?:^|\b(?:that|towards?|resembles|in the)\s)$"),
        label="presenceLabel",
    ),
    Meaning(  # a reaction or a synthesis step, not a harm: "propane oxidation", "thermal oxidation"
        "oxidation_resistance",
        "ahead",
        _words(
            r"\b(?:CO|H2|NH3|propane|propylene|propene|methane|alcohol|methanol|ethanol|glycerol|"
            r"acid|urea|ammonia|toluene|hydrocarbon|water|hydrogen|sul(?:f|ph)ide|glucose|aldehyde|"
            r"thermal|wet|dry|anodic|plasma|catalytic|electrochemical|selective|partial|"
            r"preferential|aerobic) $"
        ),
        label="inverseLabel",
    ),
    Meaning(  # where light drives the reaction
        "catalytic_activity",
        "passage",
        _words(r"photocataly|photoreform|photo-?driven"),
        becomes="photocatalytic_efficiency",
        unless=_words(r"electrocat|electroly|CO oxidation|oxidation of CO|hydrogenation"),
    ),
    Meaning(  # a loss of a measured property, which is stated by its own name
        "stability",
        "behind",
        Rare(
            r"(?<=degradation)\s(?:of|in)\s(?:the\s|its\s|their\s)?(?:\w+\s)?(?:performance|"
            r"mobility|currents?|efficienc|PL\b|emission|capacity|voltage)"
        ),
        label="inverseLabel",
        unless=_words(r"\b(?:no|without|negligible|prevent\w*|suppress\w*|avoid\w*|slow\w*)\b"),
    ),
    Meaning(  # the mass that a cycle of etching removes
        "growth_rate",
        "passage",
        Rare(r"\b(?:[Ee]tch|ALE\b)"),
        becomes="etch_rate",
        unless=Rare(r"[Gg]rowth|[Dd]epos|[Gg]ain|[Uu]ptake|GPC|DPC"),
    ),
    Meaning(
        "etch_rate",
        "sentence",
        Rare(r"\b(?:BOE|BHF|DHF|buffered (?:oxide|HF)|diluted? HF|KOH|H3PO4|wet etch\w*)\b"),
        becomes="wet_etch_rate",
    ),
    Meaning(  # the selectivity of a growth, not of a catalyst
        "catalytic_selectivity",
        "sentence",
        _words(r"\b(?:area|growth|grow|deposit|ALD|nucleat|inhibit|block|\d+ cycles)"),
        becomes="deposition_selectivity",
        unless=_words(
            r"catal|conversion|propylene|ethylene|olefin|hydrogenation|oxidation|reduction|product|"
            r"sensor|analyte|\bgas\b"
        ),
    ),
    Meaning(
        "catalytic_selectivity",
        "passage",
        _AREA_SELECTIVE,
        becomes="deposition_selectivity",
        unless=_words(r"catal|conversion|product|sensor|analyte"),
    ),
    Meaning("trap_states", "passage", _AREA_SELECTIVE, unless=Rare(r"\b[Tt]rap|passivat")),
    Meaning(  # the coverage by a film, not an adsorption
        "precursor_adsorption",
        "sentence",
        _words(r"\b(?:surface|film) coverages?\b"),
        unless=_words(r"adsor|precursor|ligand|molecul|hydroxyl|\bTMA\b|\bdose"),
    ),
    *(
        Meaning(  # "40 % of the dye molecules were decomposed": the effect of a catalyst on others
            harmed,
            "ahead",
            _words(
                rf"\b(?:{_POLLUTANTS}|molecules?)(?: (?:molecules?|dyes?|solutions?))? "
                r"(?:(?:was|were|is|are|been|be|could|can|had|\w+ly) )+$"
            ),
            label="decreaseLabel",
        )
        for harmed in ("stability", "photostability")
    ),
    *(
        Meaning(
            harmed,
            "sentence",
            _words(rf"\b(?:{_POLLUTANTS})\b"),
            becomes="photocatalytic_efficiency",
            label="inverseLabel",
            unless=_words(r"stabil|durab|recycl|reus|\bcells?\b|\bcorro|passivat"),
        )
        for harmed in ("stability", "photostability")
    ),
    *(
        Meaning(
            harmed,
            "behind",
            _words(
                r"(?:\srate|\sefficiency)?\sof (?:the )?"
                r"(?:methylene|methyl|rhodamine|phenols?|\w+ dyes?|dyes?|pollutants?|organic|MB)\b|"
                r"\s(?:abilit(?:y|ies)|activit(?:y|ies))\b"
            ),
            becomes="photocatalytic_efficiency",
            label="inverseLabel",
        )
        for harmed in ("stability", "photostability")
    ),
)
_BY_PROPERTY = {
    of: tuple(row for row in MEANINGS if row.property == of)
    for of in {row.property for row in MEANINGS}
}
#: Words of function: "serves as a gas diffusion barrier"; without one, a barrier is only a layer.
_SERVES = re.compile(r"\b(?:as|provid\w*|form\w*|is|are|was|were)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}$")
#: Words for the action of a barrier, which imply its function: "keeps out moisture".
_KEEPS = re.compile(r"\b(?:isolat|ke(?:ep|pt)|block|stop|seals?\b|no |without )", re.IGNORECASE)
#: Words before a loss that is withstood: "resistance to localized corrosion".
_RESISTING = _words(
    r"\b(?:resistan(?:ce|t)|robustness|tolerance|immunity|durability|stability) "
    r"(?:to|against|towards?) "
    r"(?:the |an? )?(?:[\w-]+ (?:of |and )?){0,4}$"
)


@kept
def meant(reading: Reading) -> tuple[Mention, ...]:
    """Return the properties of a sentence by the meaning that their words have there."""
    return tuple(_meant(reading))


def _meant(reading: Reading) -> Iterator[Mention]:
    for mention in reading.of_kind("property"):
        rows = _BY_PROPERTY.get(mention.id, ())
        meaning = next((row for row in rows if row.fits(reading, mention)), None)
        if meaning is not None:
            if meaning.becomes:
                is_name = mention.label == "inverseLabel" or meaning.becomes == "structure"
                label = "name" if is_name else mention.label
                yield replace(mention, id=meaning.becomes, label=label)
        elif is_of_plasmon(reading, mention):
            yield replace(mention, id="plasmon_resonance_position")
        elif _only_names(reading, mention):
            yield replace(mention, label="name")
        elif not is_named_kind(reading, mention):
            yield mention


def _only_names(reading: Reading, mention: Mention) -> bool:
    """Return whether a label is a mere name here: of a barrier, or of a harm withstood."""
    ahead = reading.text[: mention.start]
    if mention.label == "inverseLabel":
        return _RESISTING.search(ahead) is not None
    is_barrier = mention.id == "barrier_performance" and mention.label == "presenceLabel"
    is_named = is_barrier and not _KEEPS.search(mention.text)
    return is_named and _SERVES.search(ahead) is None
