"""Drop solids that a document names only in its description of the state of the field.

"CdS buffers need a replacement. Here we grow ZnS." makes ZnS a solid of the study, but not CdS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.context.general import tells_a_study
from kg.extract.context.openings import WORK, is_background
from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Condition, Form, Material, Outcome, System

#: The halogen that a perovskite's formula leaves open.
_OPEN_HALIDE = re.compile(r"X(?=\d|$)")
#: Verbs of the present, in which the state of the field is described: "is based on", "have shown".
_IN_PRESENT = r"is|are|has|have|can|cannot|remains?|requires?|needs?|offers?|limits?"
_PRESENT = Rare(rf"\b(?:{_IN_PRESENT})\b")
#: Words with which an abstract turns to its own work.
_TURN = re.compile(
    rf"\b(?:[Ww]e|Our|[Hh]erein|[Hh]ere|[Tt]his {WORK}|[Tt]he (?:present|current) {WORK}|"
    r"[Tt]he authors)\b"
)
#: Phrases for what the field needs, has or knows.
_OF_FIELD = re.compile(
    r"\b(?:(?:has|have) (?:attracted|gained|received|drawn|emerged)|"
    r"require|requires|demand|demands|needs?|is attractive|are attractive|undergoes|generally|"
    r"usually|typically|commonly|often)\b"
)
_PRESENT_VERB = re.compile(
    rf"\b(?:{_IN_PRESENT}|leads?|demands?|suffers?|plays?|exhibits?|shows?|reduces?|causes?|"
    r"results?|makes?|provides?|depends?|becomes?)\b"
)
#: Findings of the work in the present tense: "a red shift is observed".
_SEEN_NOW = re.compile(
    r"\b(?:is|are) (?:also |further |\w+ly )?(?:observed|seen|found|noticed|ascribed|attributed|"
    r"revealed)\b"
)


#: Words before a solid that the work is only compared with.
_AGAINST = Rare(
    r"\b(?:than|compared (?:to|with)|in comparison (?:to|with)|in contrast to|unlike|versus|"
    r"superior to|outperform\w*|rival\w*|compet\w+ (?:\w+ )?with)\s(?:(?:that|those)\s(?:of|"
    r"for)\s)?(?:(?:the|an?|classic|classical|conventional|traditional|typical|standard|common|"
    r"commercial|well-known|popular|state-of-the-art|toxic|colloidal)\s){0,3}$",
    re.IGNORECASE,
)


def own_formulas(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the formulas that occur in sentences about the document's own work."""
    return frozenset(
        formula
        for reading in readings
        for mention in reading.of_kind("material", "stack")
        if not is_background(reading, mention) and not _is_measured_against(reading, mention)
        for formula in (mention.id, *(mention.stack.formulas if mention.stack else ()))
    )


def is_of_background(finding: Finding, reading: Reading, own: frozenset[str]) -> bool:
    """Return whether a background sentence's solid is not one of the document's own.

    A family such as CsPbX3 gives way to the member that the document studies, even in the closing
    sentence, unless that sentence names the halides.
    """
    if isinstance(finding.content, Outcome | Condition):
        return _is_state_of_field(finding, reading)
    formulas = _formulas(finding)
    near = [m for m in reading.mentions if m.start <= finding.at < m.end]
    if not formulas or not near:
        return False
    named = [m for m in reading.of_kind("material") if m.id in formulas]
    is_compared = bool(named) and all(_is_measured_against(reading, m) for m in named)
    if is_compared and own.isdisjoint(formulas):
        return True
    is_field = _PRESENT.search(reading.text) is not None and not reading.of_kind("quantity")
    is_field = is_field and all(is_background(reading, m) for m in near)
    if any(_has_member(formula, own) for formula in formulas):
        return is_field
    return is_field and any(formula not in own for formula in formulas)


def _is_measured_against(reading: Reading, mention: Mention) -> bool:
    return _AGAINST.search(reading.text, 0, mention.start) is not None


def _is_state_of_field(finding: Finding, reading: Reading) -> bool:
    """Return whether a finding precedes the turn of the text to its own work.

    An abstract describes the state of the field in the present, then says "here we". A number
    before that is a result of somebody, unless the sentence says what the field needs or has.
    """
    passage, content = reading.sentence.passage, finding.content
    if passage.kind != "paragraph" or passage.citations or tells_a_study(reading.text):
        return False
    turn = _TURN.search(passage.text)
    if turn is None or turn.start() < reading.sentence.end:
        return False
    if _SEEN_NOW.search(reading.text) and not _OF_FIELD.search(reading.text):
        return False
    valued = isinstance(content, Condition) or (
        isinstance(content, Outcome) and content.quantity is not None
    )
    if valued:
        return _OF_FIELD.search(reading.text) is not None
    return _PRESENT_VERB.search(reading.text) is not None and not reading.of_kind("technique")


def _formulas(finding: Finding) -> Sequence[str]:
    content = finding.content
    if isinstance(content, Material | Form):
        return (content.formula,) if content.formula else ()
    return content.layers if isinstance(content, System) else ()


def _has_member(formula: str, own: frozenset[str]) -> bool:
    if not _OPEN_HALIDE.search(formula):
        return False
    member = re.compile(_OPEN_HALIDE.sub("(?:Cl|Br|I)", re.escape(formula)))
    return any(member.fullmatch(other) for other in own)
