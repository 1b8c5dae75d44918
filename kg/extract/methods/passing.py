"""Words of uses that are named in passing: a part of a device, an instrument, a reaction.

"The waveguide of a luminescent concentrator" claims no photonics, "SQUID magnetometry" no
superconducting device, "the ion diffusion barrier is 0.6 eV" no barrier film.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: What no other pattern matches.
_NEVER: Final = r"(?!)"


@dataclass(frozen=True, slots=True)
class _Passing:
    """Where a name is no use: by the words right behind or ahead of it, or by its sentence."""

    behind: str = _NEVER
    ahead: str = _NEVER
    sentence: str = _NEVER
    name: str = ""  # the names of the use that are meant; all of them where empty
    passage: str = ""  # what the passage must speak of

    def is_met(self, reading: Reading, mention: Mention) -> bool:
        """Whether a mention of the use is one in passing."""
        text = reading.text
        if self.name and not re.search(self.name, mention.text, re.IGNORECASE):
            return False
        if self.passage and not re.search(self.passage, reading.sentence.passage.text):
            return False
        return (
            re.compile(self.behind).match(text, mention.end) is not None
            or re.search(rf"(?:{self.ahead})$", text[: mention.start]) is not None
            or re.search(self.sentence, text) is not None
        )


_SOLAR: Final = r"\b[Ss]olar cells?\b|SSCs?\b|\b[Pp]hotovoltaic"
_PASSING: Final = {
    "photonics": (
        _Passing(
            sentence="", name="waveguide", passage=r"\b(?:solar|luminescent) concentrator|LSCs?\b"
        ),
        _Passing(behind=r" cycl", name="optical switch"),
        _Passing(sentence="", name="anti-?reflect", passage=_SOLAR),
    ),
    "transparent_conductor": (
        _Passing(
            ahead=r"\b(?:before|after|during|prior to|by|from|with) (?:the )?(?:subsequent )?"
            r"(?:sputter\w* |deposition |sputtering )+(?:of )?(?:the |an? )?",
            passage=_SOLAR,
        ),
    ),
    "gas_barrier": (
        _Passing(
            ahead=r"\b(?:act|serv|work|function)(?:s|es|ed|ing)? (?:also )?as (?:an? )?(?:\w+ )?",
            name="barriers? (?:against|to)",
            passage=_SOLAR,
        ),
    ),
    "bioimaging": (_Passing(behind=r" (?:doses?|dose rates?)\b"),),
    "catalysis": (
        _Passing(
            behind=r" of (?:the )?(?:\w+ )?(?:a-Si|c-Si|silicon|Si\b|interfaces?|surfaces?|"
            r"defects?|dangling|wafers?|films?|emitters?|layers?)",
            ahead=r"\b(?:degree of|interface|surface|bulk|defect|silicon|a-Si|c-Si|Si|firing) ",
            name=r"\bhydrogenation",
        ),
        _Passing(
            sentence="",
            name="hydrosilylation",
            passage=r"\b(?:[Pp]orous silicon|Si(?:Ge|licon)? (?:nano|quantum|NCs?|QDs?|particles)|"
            r"[Nn]anocrystals?|[Qq]uantum dots)",
        ),
        _Passing(
            sentence=r"\b(?:SLS\b|solution[-–]liquid[-–]solid)|\b(?:surfactant|capping agent|"
            r"solvent|ligand|hydrolysis) and catalyst|\b(?:acid|base|basic|acidic) catalyst\b|"
            r"\bcatalysts? (?:for|of|in) (?:the )?(?:hydrolysis|condensation|sol[-–]gel)",
            name="catalyst",
        ),
    ),
    "superconducting_device": (
        _Passing(
            sentence=r"\b(?:SQUID|interference device)s?\)?(?:[ -]VSM|[ -]?[Mm]agneto|"
            r"[ -][Mm]agnetic| measurement)|\b(?:magneti[sz]ation|hysteresis|magnetic "
            r"(?:moment|propert|measure|susceptib)\w*)[^.;]*\bSQUIDs?\b",
            name="SQUID|superconducting quantum interf",
        ),
    ),
    "photodetector": (
        _Passing(behind=r"(?:'s)? (?:sensitivity|range|images?\b|was|captured)", name=".*camera"),
    ),
    "light_emitting_diode": (
        _Passing(behind=r" to\b", name=r"(?-i:.*led$)"),
        _Passing(
            sentence="",
            name="white light emission",
            passage=r"\A(?!.*\b(?:LEDs?|WLEDs?|diodes?|lamps?|devices?|[Ll]ighting|backlight)\b)",
        ),
    ),
    "laser": (
        _Passing(
            behind=r"s?[ -](?:energ(?:y|ies)|fluences?|heat\w*|based (?:\w+ )?(?:measurement|"
            r"heating|anneal|crystalli)\w*|absorption|photolysis|irradiat\w+|treat\w+|power densit)"
        ),
    ),
    "water_splitting": (
        _Passing(
            sentence="",
            name="water reduction|reduction of water",
            passage=r"\b(?:[Cc]orrosion|[Mm]agnesium|[Ee]lectroplat\w+)\b",
        ),
        _Passing(
            behind=r"s? (?:and|or|in|to|with|gas|flow|utili|electrode|side)",
            name="hydrogen fuel",
            passage=r"\b(?:[Ff]uel cells?|SOFCs?|PEMFCs?|anode)\b",
        ),
    ),
    "diffusion_barrier": (
        _Passing(
            behind=r"[^.;]{0,60}\d ?(?:k?eV|meV|kJ|kcal)\b",
            ahead=r"\b(?:ion|ionic|energy|surface|adatom|migration|activation|Li|Na|K|Zn|Mg)\+? ",
        ),
    ),
    "encapsulation": (
        _Passing(
            behind=r" of (?:an? |the )?(?:[\w-]+ ){0,3}(?:drugs?|proteins?|enzymes?|molecules?|"
            r"dyes?|DNA|RNA|cells|analogs?|compounds?|active|therapeutic)\b"
        ),
    ),
    "field_effect_transistor": (
        _Passing(ahead=r"\b(?:consist\w*|compos\w*|made up) of (?:an? |one )?(?:\w+ )?"),
    ),
}


def is_in_passing(reading: Reading, mention: Mention) -> bool:
    """Whether a use is only a word of something else."""
    return any(row.is_met(reading, mention) for row in _PASSING.get(mention.id, ()))
