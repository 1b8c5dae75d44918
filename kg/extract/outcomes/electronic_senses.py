"""What the names of electronic properties mean beside other words: photocurrents, traps."""

from __future__ import annotations

import re

from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words

#: Words for what gives a photocurrent without a voltage: a solar cell, a photoelectrode.
_OF_CELL = (
    r"solar|photovolt|zero bias|open-circuit|efficienc|photo(?:anode|cathode|electro)|"
    r"sensiti[sz]ed|\bTiO2\b[^.;,]* electrode"
)
ELECTRONIC = (
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
        _words(r"\bat an? (?:areal )?$|\b(?:at|of) \d[\d.]* ?mA[^;.]{1,9} and an? (?:areal )?$"),
    ),
    Meaning(  # of other orders than that of superconductors
        "superconducting_transition_temperature",
        "ahead",
        _words(r"\b(?:Verwey|N[eé]el|Curie|glass|phase|metal[-–]insulator|magnetic|structural) $"),
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
    Meaning(  # a light, a state or a barrier of charge transfer, no transfer
        "electron_transfer",
        "behind",
        re.compile(
            r"(?<=ransfer)[- ](?:emission|exciton|state|band|complex|salt|transition|luminescence|"
            r"photoluminescence|PL\b)"
        ),
    ),
    Meaning(
        "photoconductivity",
        "sentence",
        _words(
            r"electrode.*photocurrent densit|"
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
            r"contact|cathode|luminan|transport layer)"
        ),
        becomes="charge_injection",
        unless=_words(r"\bTiO2\b|sensiti[sz]"),
    ),
    Meaning(  # a kind of solid: "wide-bandgap perovskites"
        "band_gap",
        "ahead",
        re.compile(r"\b(?:wide|narrow|large|small|low|high|direct|indirect|ideal)-$"),
    ),
    Meaning(
        "leakage_current",
        "behind",
        re.compile(r"\s(?:of|from)\s(?:the\s)?(?:lead|Pb|water|gas|toxic|solvent)"),
    ),
    Meaning(
        "power_conversion_efficiency",
        "sentence",
        _words(r"\b(?:Shockley|detailed[- ]balance|Carnot)"),
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
    Meaning(
        "dielectric_breakdown",
        "behind",
        re.compile(
            r"\sof\s(?!~?\d|(?:the\s|an?\s)?(?:[\w-]+\s){0,2}"
            r"(?:\d|voltage|oxide|dielectric|film|insulat|layer|capacitor|device|stack))"
        ),
    ),
)
