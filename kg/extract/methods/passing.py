"""Words for applications that are named in passing: part of a device, instrument or reaction.

"The waveguide of a luminescent concentrator" claims no photonics, "SQUID magnetometry" no
superconducting device, "the ion diffusion barrier is 0.6 eV" no barrier film.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_SOLAR: Final = r"(?i:\bsolar cells?\b|SSCs?\b|\bphotovoltaic)"
_SHINING: Final = "laser light_emitting_diode"
#: A sentence without words for what only a device of the study does or has.
_NO_DEVICE: Final = (
    r"^(?!.*\b(?:las(?:es?|ed|ing)\b|threshold|electroluminescen\w+|EQE|turn-on|luminance|cd\b|"
    r"lumens?|applications?|devices?|display|gain medium))"
)
#: Applications, a pattern for the sentence with the name between ‹ and ›, and one for the passage.
_ROWS: Final = (
    ("photonics", r"‹\w*waveguide", r"\b(?:solar|luminescent) concentrator|LSCs?\b"),
    ("photonics", r"‹(?:[Bb]roadband )?[Aa]nti-?reflect", _SOLAR),
    ("", r"(?i:\boxide[- ]|\bcoplanar[- ])‹", ""),
    ("microelectronics", r"›[- ]compatib", ""),
    ("catalysis", r"›-free\b|\b[Cc]o-?\s?‹", ""),
    ("catalysis", r"\b(?:degree of|interface|surface|bulk|defect|silicon|\w-Si|Si|firing) "
     r"‹hydrogenation", ""),
    ("catalysis", r"‹[Hh]ydrosilylation",
     r"\b(?:[Pp]orous silicon|Si(?:Ge|licon)? (?:nano|quantum|NCs?|QDs?|particles)|"
     r"[Nn]anocrystals?|[Qq]uantum dots)"),
    ("catalysis", r"^(?=.*\bSLS\b).*‹[^›]*catalyst", ""),
    ("superconducting_device", r"(?i:SQUID|interference device)s?›?\)?(?:[ -]VSM|[ -]?[Mm]agnet|"
     r" measurement)|\b(?:magneti[sz]ation|magnetic \w+)[^.;]*‹SQUIDs?\b", ""),
    ("photodetector", r"(?i)\b(?:equipped|calibrat\w+|collected|recorded|measured|detected|"
     r"acquired|monitored|spectromet\w+|microscopes?|lens|objective|simulator)\b", ""),
    ("light_emitting_diode", r"led› to\b", ""),
    ("light_emitting_diode", r"‹[Ww]hite light emission",
     r"\A(?!.*\b(?:LEDs?|WLEDs?|diodes?|lamps?|devices?|[Ll]ighting|backlight)\b)"),
    ("laser", r"›s?(?:[- ](?:damage|induced|resistance)|[ -](?:energ(?:y|ies)|fluences?|heat\w*|"
     r"based\b(?! on\b)|absorption|irradiat|treat))", ""),
    ("water_splitting", r"(?i)‹photo-?(?:anode|cathode|electrode)", _SOLAR),
    ("water_splitting", r"(?i)\b(?:suppress|compet|hinder|inhibit|parasitic|undesir|unwanted)\w*\b"
     r"[^.;,]{0,45}‹(?:hydrogen evolution|HER\b)", ""),
    ("diffusion_barrier", r"›(?:[^.;]|\.(?=\d)){0,60}\d ?(?:k?eV|meV|kJ|kcal)\b|"
     r"\b(?:ion|ionic|energy|surface|adatom|migration|activation|Li|Na|K|Zn|Mg)\+? ‹", ""),
    ("encapsulation", r"› of (?:an? |the )?(?:[\w-]+ ){0,3}(?:drugs?|proteins?|enzymes?|molecules?|"
     r"dyes?|DNA|RNA|cells|compounds?|active)\b", ""),
    ("encapsulation", r"(?i)(?:polymer|silica|micelle|lipid|protein)[ -]‹encapsulation|"
     r"‹[^›]*encapsulated (?:graphene|nano\w+|dots?|QDs?|particles?)\b|‹encapsulation› (?:in|into|"
     r"within|inside) (?:an? |the )?(?:[\w-]+ ){0,2}(?:matri|polymer|beads?|micelles?|host|glass|"
     r"silica|zeolite|framework)", ""),
    ("encapsulation", r"› efficiency\b|› of (?:the |these |such )?(?:\S+ ){0,3}(?:NPs?|NCs?|QDs?|"
     r"nanoparticles?|nanocrystals?|particles?|dots?|ions?|atoms?|metals?)\b(?! (?:solar|"
     r"\w*LEDs?\b|light|photo|transistor|device|cell))", ""),
    # a suspended film; membranes of cells, blots and batteries, and a filter of the work-up
    ("separation_membrane", r"(?i)‹membranes?›", r"(?is)\A(?!.*(?:separat|filt(?:er|rat)|permea|"
     r"fouling|desalin|reject|selectiv|osmosis|electrolyte|flux\b|sieving|\bgas transport|"
     r"\bpores\b))"),
    ("separation_membrane", r"(?is)^(?=.*\b(?:cells?|cellular|lipid|bilayers?|plasma|blot\w*|PVDF|"
     r"polyvinylidene|nitrocellulose|Nafion|bacteri\w+|protein\w*|antibod\w+|proton exchange|"
     r"bulge|dialy\w+|templat\w+|free-?standing|self-?support\w+|fuel|SOFCs?|separator|Celgard|"
     r"LiPF6|centrifug\w+|evaporat\w+|precipitat\w+|washed|SiN\w*|silicon nitride|TEM)\b)"
     r".*‹(?:membranes?|filtration)›", ""),
    ("separation_membrane", r"(?<!-)‹[Ff]iltration›", r"(?is)\A(?!.*(?:membrane|permea|desalin|"
     r"reject|fouling|purif\w+ of water|water treatment|air filt))"),
    # light on the sample: a laser, a diode or a lamp of the experiment, if no device is mentioned
    (_SHINING, r"›\s(?:beams?|pulses?|light|irradiation|excitation|illumination|source|power|spot|"
     r"wavelength|at\s\d|with\s(?:a\s)?\d|operating|ablation|diffraction|anneal|scanning|"
     r"desorption|[Ff]ired|flash|spectromet|spectroscop|microscop|lithograph|cutting|writing|"
     r"(?:confocal\s)?(?:[Mm]icro-?\s?)?Raman|system\b)", ""),
    (_SHINING, r"(?i)(?:\b(?:excit|pump|irradiat|illuminat|prob|measured|recorded|focus)\w*\b"
     r"[^.;]{0,40}|\bexcited (?:by|with)\b[^.;]*|\d\s?(?:nm|W|mW)\s(?:[\w-]+\s){0,2}|\b(?:He-?Ne|"
     r"He-?Cd|nanosecond|picosecond|excimer|KrF|ArF|argon[ -]ion|helium-\w+|Nd:YAG|Ti:sapphire|"
     r"femtosecond|pulsed|fs|cw|CW)\s)‹", ""),
    (_SHINING, rf"{_NO_DEVICE}(?=.*\b(?:light sources?|illuminat\w+|irradiat\w+|"
     r"excit(?:ed|ation)|lens(?:es)?|collimat\w+|spot sizes?|scattered|laser lines?|"
     r"photocurrents?|detectors?)\b).*‹", ""),
    # verbs: "the dots display a broad emission"; what a thing may serve as
    ("display", r"(?i)‹displays?›(?!\s+(?:applications?|technolog\w+|devices?|panels?|backlight\w*|"
     r"industry)\b|\s*[.,;)])", ""),
    ("", r"\bcan\b[^.;]*\b(?:act|serve|function)\s+as\s+(?:an?\s+)?‹", ""),
    ("battery", r"›\s(?:in|for|of)\s(?:[\w-]+\s){0,3}(?:solar|DSSCs?\b|QDSSCs?\b|fuel)", ""),
)  # fmt: skip
_PASSING: Final = tuple((use.split(), re.compile(a), re.compile(b)) for use, a, b in _ROWS)


def is_in_passing(reading: Reading, mention: Mention) -> bool:
    """Return whether the name of an application is only a word of something else."""
    text, passage = reading.text, reading.sentence.passage.text
    marked = f"{text[: mention.start]}‹{mention.text}›{text[mention.end :]}"
    return any(
        (not use or mention.id in use)
        and (said.search(marked) or said.search(text))
        and of.search(passage)
        for use, said, of in _PASSING
    )
