"""Meanings of names of electronic properties beside other words: photocurrents, traps."""

from __future__ import annotations

from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words
from kg.extract.text.rare import Rare

#: Words for devices with a photocurrent at zero bias: a solar cell, a photoelectrode.
_OF_CELL = (
    r"solar|photovolt|zero bias|open-circuit|efficienc|photo(?:anode|cathode|electro)|"
    r"sensiti[sz]ed|\bTiO2\b[^.;,]* electrode"
)
#: Words for luminescent particles, and words for devices that contain them.
_SHINING = r"\b\w*(?:luminesc|fluoresc)\w*|\b(?:[\w-]+-)?(?:emitting|emitters?|phosphors?)\b|\bPL\b"
_OF_DEVICE = (
    r"LEDs?\b|electroluminesc|diodes?\b|devices?\b|\bcells?\b|solar|photovolt|detector|photo-?(?:anode|"
    r"cathode|electrode|current|cataly|response)|\bEQEs?\b|\bIQEs?\b|external|internal|incident|"
    r"conversion|concentrator|laser|injection|\bV\b|hydrogen|H2\b|CO2|evolution"
)
ELECTRONIC = (
    Meaning(  # the voltage at which a transistor runs, not its threshold
        "threshold_voltage",
        "behind",
        Rare(r"(?:(?<=perating voltage)|(?<=peration voltage)|(?<=perating bias))s?\b"),
        unless=_words(r"LEDs?\b|diode|luminesc|luminance|brightness|turn-on|\bcd\b"),
    ),
    Meaning(  # "SS" is stainless steel as well
        "subthreshold_swing",
        "sentence",
        Rare(r"\bSS\b"),
        label="symbol",
        unless=Rare(r"transistor|TFT|FET|[Ss]ubthreshold|/dec|dec(?:ade)?[−-]1"),
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
    Meaning(
        "power_conversion_efficiency",
        "sentence",
        _words(r"\b(?:Shockley|detailed[- ]balance|Carnot)"),
    ),
    *(
        Meaning(  # of luminescent particles outside of a device
            efficiency,
            "sentence",
            _words(words),
            becomes="photoluminescence_quantum_yield",
            label=label,
            unless=_words(_OF_DEVICE),
        )
        for efficiency, label, words in (
            ("power_conversion_efficiency", "bareLabel", _SHINING),
            (
                "external_quantum_efficiency",
                "",
                rf"{_SHINING}|\b\w{{0,2}}(?:QD|NC|NPL)s?\b|dots?\b|nanocrystals?\b",
            ),
        )
    ),
    Meaning(  # of a light-emitting diode
        "power_conversion_efficiency",
        "sentence",
        _words(r"\b(?:\w*LEDs?|light-emitting (?:diodes?|devices?)|electroluminesc\w+|EQEs?)\b"),
        becomes="external_quantum_efficiency",
        label="bareLabel",
        unless=_words(r"solar|photovolta|\bcells?\b|\bluminous|conversion|cd ?/ ?A|lm ?/ ?W"),
    ),
    Meaning(  # not of a cell: "the coloration efficiency"
        "power_conversion_efficiency",
        "ahead",
        _words(
            r"(?:\b|-)(?:colou?ration|injection|collection|extraction|transfer|doping|removal|separation|"
            r"rejection|quenching|scattering|passivation|filtration|harvesting|encapsulation|"
            r"storage|inhibition|trapping|coupling|switching|tuning|diode)(?: \(\w+\))? $"
        ),
        label="bareLabel",
    ),
)
