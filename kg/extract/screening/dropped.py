"""Reasons why a statement that was read makes no claim.

A finding may be read correctly and still belong to no study: common knowledge, a list of things
with a list of references, a document of another field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model import Passage
from kg.extract.context.asides import is_aside
from kg.extract.context.general import (
    explains,
    is_reference_entry,
    shows_here,
    tells_a_study,
    tells_literature,
    tells_the_field,
)
from kg.extract.credit.openings import Openings
from kg.extract.credit.reports import borrows_method, shows_data
from kg.extract.findings import UNSAID, Finding
from kg.extract.knowledge.thresholds import MANY_REFERENCES
from kg.extract.reading import Reading
from kg.extract.screening.by_kind import why_beside
from kg.extract.screening.theory import is_of_calculation, is_theoretical_value
from kg.extract.text.rare import Rare
from kg.model import (
    THIS,
    Application,
    Chemical,
    Condition,
    Form,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
)

#: The reasons, as ``aldkg explain`` prints them.
UNPAIRED: Final = "a list of things with a list of references, without a pairing"
BACKGROUND: Final = "common knowledge: a weak statement about no particular study"
GENERAL: Final = "background: what the field knows or needs, stated for no study"
UNLISTED: Final = "a cited work that the excerpt does not list"
REFERENCE: Final = "an entry of a reference list"
ASIDE: Final = "figure labels, abbreviations, a link, a biography or an address"
UNNAMED: Final = "films whose solid the sentence does not name, in a paper about several"
THEORY: Final = "an input or a result of a calculation, not a measurement"
FOREIGN: Final = "the document is of another field"

#: A paragraph with this many citations describes the state of the field besides its own work.
_CITING: Final = 3
#: A text longer than this is a chapter without line ends, in which only near citations count.
_CHAPTER: Final = 4000
_NEAR: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Facts about a document that decide which of its statements make claims.

    ``openings`` marks its introduction; ``cites`` is true if it cites from a list, ``tells_own`` if
    it reports its own work, ``is_foreign`` if it is of another field, ``is_whole`` if it is as long
    as a paper.
    """

    openings: Openings
    cites: bool
    tells_own: bool
    is_foreign: bool = False
    is_whole: bool = False

    @property
    def is_report(self) -> bool:
        """Whether it is a whole paper that reports its authors' own work."""
        return self.is_whole and self.tells_own


def why_dropped(
    finding: Finding,
    findings: Sequence[Finding],
    reading: Reading,
    studies: Sequence[str],
    setting: Setting,
) -> str:
    """Return the reason why a finding of a sentence makes no claim; ``""`` if it makes one.

    Parameters
    ----------
    finding, findings
        The finding, and all findings of its sentence.
    reading
        The sentence.
    studies
        The studies to which the finding is credited.
    """
    if setting.is_foreign:
        return FOREIGN
    if is_reference_entry(reading.text):
        return REFERENCE
    if is_aside(reading.text):
        return ASIDE
    if is_unpaired(finding, findings, studies):
        return UNPAIRED
    if reason := why_beside(finding, reading):
        return reason
    if _is_theory(finding, reading, setting):
        return THEORY
    if tuple(studies) == (THIS,) and _is_known(finding, reading, setting):
        return GENERAL
    return _why_in_citing(finding, reading, studies, setting) if setting.cites else ""


def _is_known(finding: Finding, reading: Reading, setting: Setting) -> bool:
    """Return whether a document states common knowledge although it speaks of itself."""
    is_told = setting.is_whole and setting.tells_own
    return _is_known_use(finding, reading.text) or (is_told and _is_explanation(finding, reading))


def _is_theory(finding: Finding, reading: Reading, setting: Setting) -> bool:
    """Return whether a finding is a theoretical value, or a calculation in the body of a paper."""
    is_body = setting.is_whole and _is_in_body(reading.sentence.passage)
    return is_theoretical_value(finding, reading.text) or (
        is_body and is_of_calculation(finding, reading)
    )


def _is_explanation(finding: Finding, reading: Reading) -> bool:
    """Return whether the body of a paper gives an explanation or known facts, not results."""
    text = reading.text
    if reading.sentence.passage.kind != "paragraph":
        return False
    is_reason = isinstance(finding.content, Outcome) and explains(text) and not shows_data(text)
    return is_reason or tells_literature(text)


#: Phrases for a well-known use: "SiO2 is widely used in memories".
_WIDELY_USED: Final = re.compile(
    r"\b(?:is|are|(?:has|have) been) (?:\w+ )?(?:widely|commonly|extensively|frequently|generally|"
    r"typically|often|routinely) (?:used|employed|applied|utili[sz]ed|exploited)\b"
)


def _is_known_use(finding: Finding, text: str) -> bool:
    is_use = isinstance(finding.content, Application)
    return is_use and _WIDELY_USED.search(text) is not None and not shows_here(text)


def _why_in_citing(
    finding: Finding, reading: Reading, studies: Sequence[str], setting: Setting
) -> str:
    """Return the reason why a finding makes no claim in a text that cites others."""
    is_unsaid = isinstance(finding.content, Form) and finding.content.formula == UNSAID
    if is_unsaid and (finding.rule != "films-meant" or tuple(studies) == (THIS,)):
        return UNNAMED
    if _is_weak(finding, studies) and not _is_seen(finding, reading.text):
        return BACKGROUND
    return GENERAL if _is_general(finding, reading, studies, setting) else ""


def is_unpaired(finding: Finding, findings: Sequence[Finding], studies: Sequence[str]) -> bool:
    """Return whether a list of things has a list of references, without a pairing of both."""
    content = finding.content
    if len(studies) > 1 and isinstance(content, Outcome) and content.quantity is not None:
        return len(_values_of(content.property, findings)) > 1
    is_thing = isinstance(content, Material | Form | System | Application)
    if len(studies) < MANY_REFERENCES.value or not is_thing:
        return False
    alike = {_thing_of(f.content) for f in findings if type(f.content) is type(content)}
    return len(alike) > 1 or isinstance(content, System)


def _thing_of(content: object) -> str:
    """Return the thing that a content is about; a solid in two roles is one thing."""
    return content.formula if isinstance(content, Material) else repr(content)


def _values_of(notation: str, findings: Sequence[Finding]) -> set[Quantity]:
    """Return the values that a sentence gives for one property."""
    outcomes = [f.content for f in findings if isinstance(f.content, Outcome)]
    return {o.quantity for o in outcomes if o.property == notation and o.quantity is not None}


def _is_weak(finding: Finding, studies: Sequence[str]) -> bool:
    """Return whether a finding is weak: common knowledge of a citing text, or of many studies."""
    general = tuple(studies) == (THIS,) or len(studies) > MANY_REFERENCES.value
    return general and finding.weak


#: Qualities of a sample that are visible in a picture or a pattern.
_SEEN: Final = frozenset({"crystallinity", "conformality", "uniformity", "porosity", "infilling"})


def _is_quality(finding: Finding) -> bool:
    match finding.content:
        case Outcome(property=quality, direction="present"):
            return quality in _SEEN
    return False


def _is_seen(finding: Finding, text: str) -> bool:
    """Return whether data show a quality: "The patterns show that ZnO is crystalline"."""
    return _is_quality(finding) and (shows_here(text) or shows_data(text))


#: Words for statements about many works at once: "various shapes have been used [20-25]".
_MANY: Final = re.compile(
    r"\b(?:various|several|numerous|many|different|diverse|a variety of|including|such as)\b",
    re.IGNORECASE,
)


#: Words for a list of methods: "several methods to tune the phases, including annealing".
_MANY_WAYS: Final = Rare(
    r"\b(?:several|various|many|different|numerous|a variety of|a number of|novel|easy|common)\s"
    r"(?:[\w-]+\s){0,4}(?:methods|techniques|approaches|routes|strategies|concepts|processes|ways|"
    r"technologies)\b",
    re.IGNORECASE,
)


def _is_valued(finding: Finding) -> bool:
    return isinstance(finding.content, Outcome) and finding.content.quantity is not None


def _is_general(
    finding: Finding, reading: Reading, studies: Sequence[str], setting: Setting
) -> bool:
    """Return whether a paper states this about the field, citing others or in its introduction.

    A survey reports findings in the present as well; its own statements between citations are
    general, and so is a use for which it cites several works at once.
    """
    if reading.sentence.passage.kind != "paragraph":
        return False
    if isinstance(finding.content, Process) and _MANY_WAYS.search(reading.text):
        return True
    if setting.tells_own:
        return _is_general_in_paper(finding, reading, studies, setting.openings)
    return _is_general_in_survey(finding, reading, studies)


def _is_general_in_paper(
    finding: Finding, reading: Reading, studies: Sequence[str], openings: Openings
) -> bool:
    passage, text = reading.sentence.passage, reading.text
    is_own = tuple(studies) == (THIS,)
    if len(studies) > 1 and _is_quality(finding):
        return True  # a quality for which several works are cited at once
    if len(studies) >= MANY_REFERENCES.value and _MANY.search(text):
        return not _is_valued(finding)
    if isinstance(finding.content, Application) and _is_mere_mention(reading, studies):
        return True
    if is_own and (tells_literature(text) or _is_possible(finding, text)):
        return True
    if is_own and openings.holds(
        passage, reading.sentence.end
    ):  # until the text turns to the current work
        return not shows_here(passage.text[: reading.sentence.end])
    if tells_a_study(text):
        return False
    if is_own:
        is_citing = _cites_around(reading) >= _CITING and not _is_valued(finding)
        return _is_cited_fact(finding, reading) or (is_citing and not shows_here(text))
    return True


def _cites_around(reading: Reading) -> int:
    """Return how often the paragraph of a sentence cites; in a chapter, only nearby marks."""
    sentence = reading.sentence
    marks = sentence.passage.citations
    if len(sentence.passage.text) <= _CHAPTER:
        return len(marks)
    return sum(sentence.start - _NEAR <= mark.at <= sentence.end + _NEAR for mark in marks)


def _is_cited_fact(finding: Finding, reading: Reading) -> bool:
    """Return whether a sentence in the present cites a known fact and shows no own data."""
    text = reading.text
    if not reading.sentence.citations or _is_valued(finding) or shows_data(text):
        return False
    is_recipe = isinstance(finding.content, Process | Condition | Chemical)
    return not (shows_here(text) or borrows_method(text) or (is_recipe and _DONE.search(text)))


#: Verbs of a recipe in the present.
_DONE: Final = re.compile(r"\b(?:is|are)\s(?:\w+ly\s|then\s|first\s)?\w+(?:ed|wn|built|made)\b")


#: Words before a word of change, or a verb beside it: "can be", "is able to", "can bend, and".
_CAN: Final = re.compile(
    r"\b(?:can|(?:is|are)\s(?:also\s|\w+ly\s)?(?:able|capable)\s(?:to|of))\s"
    r"(?:also\s|further\s|\w+ly\s)*(?:be\s(?:\w+ly\s)?)?(?:[^.;]{3,150}?,?\sand\s)?$"
)


def _is_possible(finding: Finding, text: str) -> bool:
    """Return whether a paper states what can change, not what changed, without a value."""
    is_change = isinstance(finding.content, Outcome) and finding.content.quantity is None
    cues = [term.start for term in finding.terms if term.kind == "direction"]
    return is_change and any(_CAN.search(text[:start]) for start in cues)


def _is_general_in_survey(finding: Finding, reading: Reading, studies: Sequence[str]) -> bool:
    if tells_a_study(reading.text):  # the number of a work that the sentence does not name
        is_number = _is_valued(finding) or isinstance(finding.content, Condition)
        is_others = tuple(studies) == (THIS,) and bool(reading.sentence.passage.citations)
        return is_number and is_others and not shows_here(reading.text)
    if tuple(studies) != (THIS,):
        if isinstance(finding.content, Process | Condition):  # also stated in the present
            return isinstance(finding.content, Condition) and len(studies) > MANY_REFERENCES.value
        is_thin = finding.weak or isinstance(finding.content, Application)
        is_of_field = tells_the_field(reading.text) and not _is_valued(finding)
        return (is_thin and len(studies) > 1) or is_of_field
    return bool(reading.sentence.passage.citations) and not isinstance(finding.content, Technique)


#: Headings of sections that state what the result is good for.
_CLOSING: Final = re.compile(
    r"\W*(?:[\dIVX]+(?:\.\d+)*\.?\s*)?(?:abstract|summary|conclu\w+|outlook|perspectives?|"
    r"discussion)\b",
    re.IGNORECASE,
)


def _is_mere_mention(reading: Reading, studies: Sequence[str]) -> bool:
    """Return whether a use is only mentioned, neither as the aim nor as the result."""
    passage = reading.sentence.passage
    if tuple(studies) != (THIS,):
        return len(studies) > 1
    if passage.citations:
        return not shows_here(reading.text)
    return bool(passage.section) and not is_summary(passage) and not shows_here(reading.text)


def is_summary(passage: Passage) -> bool:
    """Return whether a passage is in the abstract, the discussion or the conclusion of a paper."""
    return bool(passage.section) and _CLOSING.match(passage.section[-1]) is not None


#: The maximum length of an abstract without a heading, in characters.
_ABSTRACT: Final = 2500


def _is_in_body(passage: Passage) -> bool:
    """Return whether a passage is after the abstract and not under the heading of a summary."""
    return bool(passage.origins) and passage.origins[0] > _ABSTRACT and not is_summary(passage)


def told_works(told: Iterable[tuple[Sequence[str], str]]) -> frozenset[str]:
    """Return the works whose actions or findings a survey reports in at least one sentence.

    Parameters
    ----------
    told
        The studies that each statement is credited to, and its sentence.
    """
    return frozenset(study for studies, text in told if tells_a_study(text) for study in studies)


def is_only_cited(finding: Finding, studies: Sequence[str], told: frozenset[str]) -> bool:
    """Return whether a survey cites works only for general facts, without a value."""
    if _is_valued(finding) or isinstance(finding.content, Process | Condition):
        return False  # processes and conditions are stated in the present as well
    return tuple(studies) != (THIS,) and told.isdisjoint(studies)
