"""Solids that are sputtered or evaporated: contacts where the sentence says so, films else.

"A 50 nm Mo layer was sputtered", "by evaporation of Ti/Au contacts", "deposition of W by
sputtering". What is put on a specimen for a microscope is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.extract.rules.families import is_particle
from kg.extract.rules.forms import form_of
from kg.model import Material

_BE = "=4 [with] =4 (was|were|is|are|be|been|being)"
_BY = "(by|via|using|through|with|in)"

#: Slots ``x``, and ``how``, which must be a deposition from a vapour of the solid itself.
RULES = (
    Rule(
        "was-sputtered",
        "{MS*:x} " + _BE + " =1 {P:how}",
        "film",
        "A 50 nm Mo layer was sputtered on glass.",
        "A Mo layer was annealed on glass.",
    ),
    Rule(
        "was-evaporated",
        "{MS*:x} " + _BE + " =2 (evaporated|sublimed|sublimated)",
        "film",
        "Nickel dots were then evaporated through a mask.",
        "Nickel dots were counted, the solvent evaporated.",
    ),
    Rule(
        "laid-down-by",
        "{MS*:x} "
        + _BE
        + " =1 (deposited|formed|prepared|fabricated|made|grown|obtained|defined) ~5 "
        + _BY
        + " ~3 {P:how}",
        "film",
        "The TiN layers were prepared in vacuum by reactive sputtering.",
        "The TiN layers were prepared for reactive sputtering.",
    ),
    Rule(
        "both-laid-down-by",
        "{MS*:x} ~2 and ~3 {MS} "
        + _BE
        + " =1 (deposited|formed|prepared|fabricated|grown) ~5 "
        + _BY
        + " ~3 {P:how}",
        "film",
        "TiN word lines and SiO2 spacers were deposited by sputtering.",
        "TiN word lines and SiO2 spacers were etched by sputtering.",
    ),
    Rule(
        "deposition-by",
        "(deposition|deposit|depositing|deposited) [of] =6 {MS*:x} =4 (by|via|using|through) ~3 "
        "{P:how}",
        "film",
        "It starts with the deposition of a 40 nm Ru layer by sputtering.",
        "It starts with the deposition of ZnO by ALD.",
    ),
    Rule(
        "sputtering-of",
        "{P:how} [of] =4 {MS*:x}",
        "film",
        "Contacts were formed by sputtering 50 nm of W.",
        "Contacts were formed by sputtering on W.",
    ),
)
#: Depositions from a vapour of the solid itself.
_VAPOURS = frozenset({"sputtering", "pvd"})
#: What a solid is laid down as, where that has a role of its own.
_CONTACT = re.compile(
    r"\b(?:electrodes?|contacts?|cathodes?|anodes?|contact pads?)\b(?!\s(?:resist|angle|layer))",
    re.IGNORECASE,
)
#: A specimen for a microscope, or a surface that ions clean.
_SPECIMEN = re.compile(
    r"\b(?:SEM|TEM|FIB|microscop\w*|imaging|micrograph\w*|charging|cross[- ]sections?|specimens?|"
    r"mill(?:ing|ed)|lamella\w*|conductive coating|depth profil\w*|sputter(?:ed)?[- ]clean\w*)\b"
)
#: Behind a solid that is no layer: what it comes from, or what lies below.
_NO_LAYER = re.compile(
    r"\)?\s(?:(?:metal|ceramic|sputter\w*|coated)\s)?"
    r"(?:targets?|sources?|pellets?|powders?|substrates?|wafers?|glass|cathode target)\b"
)

#: What the study's own layer is measured against.
_COMPARED = re.compile(
    r"\b(?:th(?:at|ose) (?:of|for)|than|versus|vs\.?|unlike|compared (?:to|with)|equivalent to)\s"
    r"(?:[\w-]+\s){0,3}$"
)


def find_laid_down(reading: Reading) -> Iterator[Finding]:
    """The contacts and films that a sentence sputters or evaporates."""
    if _SPECIMEN.search(reading.text):
        return
    given: set[int] = set()
    for rule in RULES:
        for found in rule.find(reading):
            if _is_from_vapour(found):
                for mention in found["x"]:
                    if mention.start not in given and _is_layer(reading, mention):
                        given.add(mention.start)
                        yield from _findings(reading, mention, rule.id)


def _is_from_vapour(found: Found) -> bool:
    return all(process.id in _VAPOURS for process in found["how"])


def _is_layer(reading: Reading, mention: Mention) -> bool:
    """Whether a solid may be what was laid down: no target, no plate, no particle."""
    ahead = reading.text[: mention.start]
    if (
        is_denied(reading, mention)
        or _COMPARED.search(ahead)
        or _NO_LAYER.match(reading.text, mention.end)
    ):
        return False
    return not is_particle(form_of(reading, mention)) and "@" not in mention.text


def _findings(reading: Reading, mention: Mention, rule: str) -> Iterator[Finding]:
    role = "electrode" if _CONTACT.search(reading.text) else "film"
    layers = mention.stack.formulas if mention.stack is not None else (mention.id,)
    for formula in dict.fromkeys(layers):
        content = Material(role=role, formula=formula)
        yield Finding(content=content, at=mention.start, rule=rule)
