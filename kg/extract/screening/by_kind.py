"""Reasons why a finding is not part of the work of its sentence, by the kind of its content.

Each reason is a way in which whole papers mention things outside of their own work: comparisons,
the problem that motivates the work, lamps, wafers and electrolytes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from kg.extract.findings import Coating, Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.screening.absent import is_absent
from kg.extract.screening.no_reagents import why_no_reagent
from kg.extract.screening.others import (
    is_assumed,
    is_bare_heading,
    is_input,
    set_against,
    tells_the_usual,
)
from kg.extract.screening.plausible import is_implausible
from kg.extract.text.rare import Rare
from kg.model import Chemical, Condition, Form, Material, Outcome, System, Technique

#: The reasons, as ``aldkg explain`` prints them.
OTHERS: Final = "named only for comparison with the work"
SUPPOSED: Final = "a number that is only assumed, required or from the past"
PROBLEM: Final = "a known problem, a mere idea or a heading, not a result"
IMPLAUSIBLE: Final = "a value that the property cannot have"
WAFER: Final = "a wafer or another plate, not a shell or an electrode"
HOST: Final = "the host lattice of a dopant, not a matrix around particles"
ABSENT: Final = "a solid that did not form or was not found"
RATIO: Final = "a ratio of two things, not a stack"
GRID: Final = "a part of an instrument or a holder, not of the sample"

#: Words before the lattice that takes up atoms: "doping elements into the ZnO matrix".
_INTO_HOST: Final = re.compile(
    r"\b(?:dop\w+|substitut\w+|atoms?|ions?|cations?|elements?|impurit\w+|interstitials?)\b"
    r"[^.;,]{0,60}\b(?:in|into|within)\s(?:the\s|an?\s)?(?:[\w-]+\s)?$"
)
#: Grids of a microscope and anodes of an X-ray source: "on a carbon-coated copper grid".
_INSTRUMENTAL: Final = re.compile(
    r"\b(?:\w+[ -]){1,6}(?:TEM )?grids?\b(?! electrodes?)|"
    r"\b(?:dual|twin|single|X-ray|rotating)[ -](?:\w+ )?anodes?\b[^.;,]{0,25}|"
    r"\b(?:\w+[ -]){1,6}(?:needles?|tweezers|crucibles?|spatulas?)\b|"
    r"\b(?:[\w-]+[ -]){0,2}coated (?:tungsten|steel|metal) (?:probes?|tips?)\b|"
    r"\b(?:[\w/-]+ ){0,2}(?:tips?|cantilevers?) coated with (?:[\w./-]+ ){0,3}[\w/-]+|"
    r"\b(?:patterns?|spectra|diffractograms?) (?:was|were) (?:measured|recorded|collected|acquired|"
    r"taken) (?:on|from|with) (?:an? |the )?(?:[\w-]+ ){1,3}(?:wafer|slide|substrate|plate)s?|"
    r"\bN[dD] ?[-−–] ?N[aA]\b|\bN[aA] ?[-−–] ?N[dD]\b|"
    r"\bwater[- ]cooled (?:\w+ ){0,2}electrodes?\b|"
    r"\b(?:PP|PE|Celgard|poly(?:propyl|ethyl)ene)\b[^.;]{0,60}"
    r"\bseparators?\b|\bKBr (?:pellets?|dis[ck]s?|powder|matrix)\b"
)
#: A layer that protects a film from the ion beam with which it is cut for microscopy.
_MILLED: Final = Rare(r"\b(?:FIB|focused[- ]ion[- ]beam)\b")
_PROTECTS: Final = Rare(r"\b(?:protect\w*|prevent\w*)\b")
#: Text after two elements with a slash between them: "the Cd/S ratio", "Fe/Co oxides".
_RATIO: Final = re.compile(r"\s(?:[\w.]+\s){0,2}ratios?\b|\s(?:oxide|atom|ion|site)s?\b")
#: Techniques that were not applied yet: "more NMR studies should be performed".
_WISHED: Final = Rare(
    r"\b(?:should|shall|needs? to|remains? to|ha(?:s|ve) yet to)\s(?:\w+ly\s)?be\s(?:\w+ly\s)?"
    r"(?:performed|done|carried out|applied|used|employed|undertaken|conducted|tried|exploited)\b"
)


def why_beside(finding: Finding, reading: Reading) -> str:
    """Return why a finding is not part of the work of its sentence; ``""`` if it is."""
    content, text, at = finding.content, reading.text, finding.at
    if not isinstance(content, Outcome | Technique) and is_assumed(text, at):
        return SUPPOSED
    match content:
        case Technique():
            return _of_technique(text)
        case Material() | Form() | System() | Coating():
            return _of_solid(content, reading, at)
        case Outcome():
            return _of_outcome(content, reading, at)
        case Condition():
            return _of_condition(content, reading, at)
        case Chemical():
            return why_no_reagent(content, reading, at)
    return ""


def _of_technique(text: str) -> str:
    return PROBLEM if _WISHED.search(text) else ""


def _of_solid(content: Material | Form | System | Coating, reading: Reading, at: int) -> str:
    text = reading.text
    if any(start <= at < end for start, end in set_against(text)):
        return OTHERS
    solids = reading.of_kind("material", "stack")
    if any(m.start <= at < m.end and is_absent(reading, m) for m in solids):
        return ABSENT
    if any(start <= at < end for start, end in _instrumental(text)) or (
        _MILLED.search(text) and _PROTECTS.search(text)
    ):
        return GRID
    stacks = [m for m in reading.of_kind("stack") if m.start == at]
    if any(_is_ratio(reading, m) for m in stacks):
        return RATIO
    if isinstance(content, Material) and (reason := _of_role(content, reading, at)):
        return reason
    is_of_wafer = _laid_by(content) == "SiO2" and _is_of_wafer(reading, at)
    return WAFER if is_of_wafer or _is_wafer(content, reading, at) else ""


def _of_role(content: Material, reading: Reading, at: int) -> str:
    """Return why a solid cannot have its role here (glass is no electrode), or ``""``."""
    match content.role:
        case "electrode":
            # what carries an electrode is none
            return WAFER if content.formula == "glass" else ""
        case "matrix":
            return HOST if _INTO_HOST.search(reading.text[:at]) else ""
    return ""


def _is_ratio(reading: Reading, stack: Mention) -> bool:
    """Return whether the passage uses the slash for a ratio of two elements."""
    is_pair = _PAIR.fullmatch(stack.text) is not None
    called = f"{stack.text} ratio"
    is_called = is_pair and called in reading.sentence.passage.text
    return _RATIO.match(reading.text, stack.end) is not None or is_called


#: Two elements with a slash between: "C/Si".
_PAIR: Final = re.compile(r"[A-Z][a-z]?/[A-Z][a-z]?\d?")
#: Text before the oxide with which a wafer was sold: "a Si wafer with 300 nm of thermal SiO2".
_THERMAL: Final = re.compile(
    r"\b(?:wafers?|substrates?|silicon|Si)\b[^.;]{0,60}"
    r"\btherm(?:al|ally[ -]grown) (?:silicon )?$"
)


#: Where an oxide is a part of a device, not only of the wafer.
_OF_DEVICE: Final = Rare(r"\b(?:gates?|dielectrics?|insulators?|capacitors?)\b", re.IGNORECASE)


def _laid_by(content: Material | Form | System | Coating) -> str:
    """Return the solid of a layer, or ``""`` for other contents."""
    match content:
        case Material(role="film" | "overlayer", formula=solid) | Form(formula=solid):
            return solid
        case Coating(outer=solid):
            return solid
    return ""


def _is_of_wafer(reading: Reading, at: int) -> bool:
    """Return whether the oxide at an offset is the thermal oxide of a wafer."""
    named = "thermal " if reading.text.startswith("thermal ", at) else ""
    is_thermal = _THERMAL.search(reading.text[:at] + named) is not None
    return is_thermal and _OF_DEVICE.search(reading.text) is None


@lru_cache(maxsize=256)  # called for each solid of a sentence
def _instrumental(text: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in _INSTRUMENTAL.finditer(text))


#: Text before the oxygen of a vacancy, "V_O", whose index is detached.
_VACANCY: Final = re.compile(r"\bV $")


def _is_wafer(content: Material | Form | System | Coating, reading: Reading, at: int) -> bool:
    """Return whether a solid is the wafer under self-assembled dots: "InAs/GaAs(001) dots"."""
    text = reading.text
    match content:
        case Material(role="dopant"):
            return _VACANCY.search(text[:at]) is not None
        case Material(role="shell" | "core"):
            solid = content.formula
        case System(architecture="core_shell"):
            solid = content.layers[-1]
        case _:
            return False
    if _GROWN_ON.search(text) and not _ENCLOSED.search(reading.sentence.passage.text):
        return any(solid in (m["dot"], m["plate"]) for m in _GROWN_ON.finditer(text))
    return re.search(rf"{re.escape(solid)}\s?\(\d{{3}}\)", text) is not None


#: Self-assembled dots on a crystal: "InAs/GaAs quantum dots".
_GROWN_ON: Final = Rare(
    r"\b(?P<dot>In\(Ga\)As|In(?:x|0\.\d+)?(?:Ga(?:1-x|0\.\d+)?)?As(?:Sb|N)?|InSb|GaSb|GaN|InN|Ge|InP)"
    r"/(?P<plate>GaAs|AlGaAs|AlAs|InP|AlN|GaN|Si|GaP|InGaAs)(?:\s?\(\d{3}\))?\s"
    r"(?:[\w-]+\s){0,2}(?:quantum dots?|QDs?|islands?)\b"
)


#: Words for a shell around each particle.
_ENCLOSED: Final = re.compile(r"\b(?:cores?|shells?|colloid\w*|nanocrystals?|ligands?)\b")


#: Words before an inherent weakness of a material: "the inherently poor conductivity of Sn".
_INHERENT: Final = re.compile(
    r"\b(?:inherent|intrinsic|innate)(?:al)?(?:ly)?\s(?:\w+ly\s)?(?:poor|low|weak|limited|insufficient|"
    r"inferior)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)


def _of_outcome(outcome: Outcome, reading: Reading, at: int) -> str:
    text, passage = reading.text, reading.sentence.passage
    if outcome.property == "doping" and any(start <= at < end for start, end in set_against(text)):
        return OTHERS
    if outcome.property == "doping" and (" V O dop" in f" {text}"):
        return WAFER
    if is_implausible(outcome, text):
        return IMPLAUSIBLE
    if outcome.direction == "reported" and is_input(text, at):
        return SUPPOSED
    is_heading = passage.kind == "paragraph" and is_bare_heading(passage.text)
    is_known = outcome.quantity is None and _INHERENT.search(text[:at]) is not None
    is_unasserted = is_heading or is_known or tells_the_usual(text)
    return PROBLEM if is_unasserted else ""


#: Words before a number that is required: "temperatures must be kept below 450 °C".
_REQUIRED: Final = Rare(
    r"\b(?:must|should|needs? to|has to|have to)(?: not)? (?:\w+ )?(?:be|exceed|stay|remain|lie)\b"
    r"[^.;,]*$"
)


#: Words before the amount of a change: "increased by 0.5 nm after the anneal".
_DIFFERS: Final = re.compile(
    r"\b(?:increas|decreas|reduc|chang|differ|shrink|shrunk|expand)\w*(?: only)? by (?:about |~)?$"
)


def _of_condition(condition: Condition, reading: Reading, at: int) -> str:
    """Return why a number is no setting: a demand, a change, the area of a powder."""
    text = reading.text
    unit = (condition.quantity.unit if condition.quantity is not None else None) or ""
    if _REQUIRED.search(text, 0, at) and not reading.sentence.citations:
        return SUPPOSED
    if condition.parameter in ("thickness", "particle_size") and _DIFFERS.search(text[:at]):
        return IMPLAUSIBLE
    return IMPLAUSIBLE if condition.parameter == "film_area" and ".g-1" in unit else ""
