"""Meanings of names of optical properties beside other words: emission, absorption, plasmons."""

from __future__ import annotations

from kg.extract.outcomes.sense import Meaning
from kg.extract.outcomes.sense import words as _words
from kg.extract.text.rare import Rare

#: Text after "at" of a peak that is no wavelength; the strength of the peak is then meant.
_NO_PLACE = r"(?! (?:about |around |approximately |ca\.? |nearly |~)*[~≈]?\d)"
#: Text between a process and its efficiency: "energy is transferred with 90 % efficiency".
_SO_EFFICIENT = r"[^.;,]{0,60}? (?:with|at|by) (?:an? )?(?:[\w.-]+ ?%? ){0,3}$"
#: Words for emission, and for absorption by electrons.
_OF_ELECTRONS = r"\bPL\b|luminescen|fluorescen|emission|emit|exciton|UV|visible|\d ?nm\b|\beV\b"
OPTICAL = (
    Meaning(  # of vibrations: "the G band showed a blue shift", "CO absorption bands at 2050 cm-1"
        "exciton_peak_position",
        "sentence",
        Rare(
            r"\bRaman\b|\bFT-?IR\b|"
            r"\b(?:G|D|2D|G′) (?:and (?:the )?\w+ )?(?:bands?|peaks?|modes?)\b|"
            r"(?<!\d)[1-4]?\d{3}(?:\.\d+)? ?cm ?[-−⁻]"
        ),
        unless=_words(_OF_ELECTRONS),
    ),
    Meaning(  # of a reaction: "the quantum efficiency of hydrogen evolution"
        "external_quantum_efficiency",
        "behind",
        _words(
            r"(?: \(\w+\))?[^.;,()]{0,25} (?:for|of|in) (?:the )?"
            r"(?:(?!excit|carrier|charge|triplet|photon|singlet|light|second)[\w/-]+ ){1,3}?"
            r"(?:production|generation|evolution|reduction)\b"
        ),
        becomes="photocatalytic_efficiency",
        unless=_words(r"\b(?:LEDs?|solar cells?|photodetectors?|photodiodes?)\b"),
    ),
    *(
        Meaning(
            "power_conversion_efficiency",
            "ahead",
            _words(rf"\b{process}{_SO_EFFICIENT}"),
            becomes=becomes,
            label="bareLabel",
        )
        for process, becomes in (
            (r"(?:emit|luminesce|fluoresce)s?", "photoluminescence_quantum_yield"),
            (r"(?:energ\w+|excitons?|triplets?) (?:\w+ ){0,2}transfer\w*", "energy_transfer"),
            (r"electrons? (?:\w+ ){0,2}(?:transfer|inject)\w*", "electron_transfer"),
        )
    ),
    Meaning(  # of a reaction, not of light: "the quantum yield of hydrogen production"
        "photoluminescence_quantum_yield",
        "behind",
        _words(
            r"s? (?:for|of|from) (?:(?!excit|carrier|charge|triplet|photon|singlet)[\w-]+ ){1,3}?"
            r"(?:production|generation|evolution|reduction)\b"
        ),
        becomes="photocatalytic_efficiency",
    ),
    Meaning(
        "exciton_peak_position",
        "behind",
        Rare(rf"(?<=bsorption at){_NO_PLACE}"),
        becomes="absorption",
    ),
    Meaning(
        "exciton_peak_position",
        "behind",
        Rare(rf"(?:(?<=scence at)|(?<=ission at)|(?<=\bPL at)){_NO_PLACE}"),
        becomes="photoluminescence_intensity",
    ),
    Meaning(
        "photoluminescence_intensity",
        "behind",
        Rare(r"(?: \(PL\)|\))? wavelengths?\b"),
        becomes="exciton_peak_position",
    ),
    Meaning(
        "photoluminescence_intensity",
        "ahead",
        Rare(r"\b[Tt]une?able (?:[\w-]+ )?$"),
        becomes="exciton_peak_position",
    ),
    Meaning(  # an emission that is tuned over wavelengths
        "photoluminescence_intensity",
        "behind",
        Rare(
            r"(?: \(\w+\))?(?: emissions?)?(?: of [^.;,()]{1,40})? (?:is|are|was|were|c\w+ be) "
            r"(?:\w+ )?(?:tun|vari|adjust)\w+ (?:between|from|over|within|in)\b[^.;,]{0,40}?\d ?nm"
        ),
        becomes="exciton_peak_position",
    ),
    Meaning(  # of a device
        "photoluminescence_lifetime",
        "behind",
        _words(
            r"s? of (?:(?!in\b|of\b|for\b|from\b)[\w-]+ ){0,4}?(?:cells?|\w*LEDs?|diodes?|devices?|"
            r"modules?|transistors?|batter(?:y|ies)|detectors?|photodetectors?|lasers?|displays?)\b"
        ),
        label="bareLabel",
    ),
    Meaning(  # "the emission shifts to longer wavelengths"
        "photoluminescence_intensity",
        "behind",
        Rare(
            r"(?: (?:of|in) [\w-]+(?: \w+)?)?(?: \w+){0,2}? (?:shift|mov)"
            r"(?:e?s|ed|ing)? (?:to|towards?)\b"
        ),
        becomes="exciton_peak_position",
    ),
    Meaning(
        "photoluminescence_lifetime",
        "sentence",
        Rare(r"\b(?:passivat\w+|minority|carriers?|silicon|c-Si|Si|wafers?)\b"),
        becomes="carrier_lifetime",
        label="bareLabel",
        unless=_words(r"\bPL\b|luminescen|fluorescen|emission|exciton|\bQDs?\b|\bdots?\b"),
    ),
    Meaning(  # of the current of a detector
        "photoluminescence_lifetime",
        "sentence",
        _words(r"\b(?:rise|photodetectors?|detectors?|photoresponse|temporal response)\b"),
        label="bareLabel",
        unless=_words(r"\bPL\b|luminescen|fluorescen|emission|exciton"),
    ),
    *(
        Meaning(  # the width of a band: "the emission narrowed to 30 nm"
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
            ("plasmon_resonance_position", "linewidth"),
        )
    ),
    Meaning(
        "plasmon_resonance_position",
        "behind",
        Rare(r"s?(?:\)| \(\w+\))?\sabsorbance"),
        becomes="absorption",
    ),
)
