"""Why a statement that was read makes no claim.

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
UNPAIRED: Final = "a list of things against a list of references: who did what is not said"
BACKGROUND: Final = "common knowledge: a weak statement of no study in particular"
GENERAL: Final = "background: what the field knows or wants, told of no study"
UNLISTED: Final = "a work that an excerpt cites beside its own findings and does not list"
REFERENCE: Final = "an entry of a reference list"
ASIDE: Final = "labels of a figure, a list of short names, a link, a life or an address"
UNNAMED: Final = "the films of a paper that works on several, which the sentence does not name"
THEORY: Final = "what goes into a calculation or comes out of it, beside what was measured"
FOREIGN: Final = "the document is of another field"

#: A paragraph with so many citations tells what the field knows, besides its own work.
_CITING: Final = 3
#: No paragraph is so long, but a chapter that lost its line ends; what is so far off is another's.
_CHAPTER: Final = 4000
_NEAR: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a document is: whether it cites from a list, tells its own work, is of another field.

    ``openings`` tells its introduction; ``is_whole`` is a text as long as a paper.
    """

    openings: Openings
    cites: bool
    tells_own: bool
    is_foreign: bool = False
    is_whole: bool = False

    @property
    def is_report(self) -> bool:
        """Whether it is a whole paper that tells its authors' own work."""
        return self.is_whole and self.tells_own


def why_dropped(
    finding: Finding,
    findings: Sequence[Finding],
    reading: Reading,
    studies: Sequence[str],
    setting: Setting,
) -> str:
    """The reason why a finding of a sentence makes no claim for its studies; ``""`` for none.

    Parameters
    ----------
    finding, findings
        The finding, and all of its sentence.
    reading
        The sentence.
    studies
        Whom the finding is credited to.
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
    """Whether a document says this of itself, and yet of what all know."""
    is_told = setting.is_whole and setting.tells_own
    return _is_known_use(finding, reading.text) or (is_told and _is_explanation(finding, reading))


def _is_theory(finding: Finding, reading: Reading, setting: Setting) -> bool:
    """Whether theory gives a value, or a finding is of a calculation in the body of a paper."""
    is_body = setting.is_whole and _is_in_body(reading.sentence.passage)
    return is_theoretical_value(finding, reading.text) or (
        is_body and is_of_calculation(finding, reading)
    )


def _is_explanation(finding: Finding, reading: Reading) -> bool:
    """Whether the body of a paper says how a finding comes about, or what is known, not what is."""
    text = reading.text
    if reading.sentence.passage.kind != "paragraph":
        return False
    is_reason = isinstance(finding.content, Outcome) and explains(text) and not shows_data(text)
    return is_reason or tells_literature(text)


#: How a use is told that all know: "SiO2 is widely used in memories".
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
    """The reason why a finding makes no claim in a text that cites others."""
    is_unsaid = isinstance(finding.content, Form) and finding.content.formula == UNSAID
    if is_unsaid and (finding.rule != "films-meant" or tuple(studies) == (THIS,)):
        return UNNAMED
    if _is_weak(finding, studies) and not _is_seen(finding, reading.text):
        return BACKGROUND
    return GENERAL if _is_general(finding, reading, studies, setting) else ""


def is_unpaired(finding: Finding, findings: Sequence[Finding], studies: Sequence[str]) -> bool:
    """Whether a list of things stands against a list of references: who did what is not said."""
    content = finding.content
    if len(studies) > 1 and isinstance(content, Outcome) and content.quantity is not None:
        return len(_values_of(content.property, findings)) > 1
    is_thing = isinstance(content, Material | Form | System | Application)
    if len(studies) < MANY_REFERENCES.value or not is_thing:
        return False
    alike = {_thing_of(f.content) for f in findings if type(f.content) is type(content)}
    return len(alike) > 1 or isinstance(content, System)


def _thing_of(content: object) -> str:
    """What a content is about; a solid in two roles is one thing."""
    return content.formula if isinstance(content, Material) else repr(content)


def _values_of(notation: str, findings: Sequence[Finding]) -> set[Quantity]:
    """The values that a sentence gives of one property."""
    outcomes = [f.content for f in findings if isinstance(f.content, Outcome)]
    return {o.quantity for o in outcomes if o.property == notation and o.quantity is not None}


def _is_weak(finding: Finding, studies: Sequence[str]) -> bool:
    """A weak statement of common knowledge: what a citing text says itself, or of many at once."""
    general = tuple(studies) == (THIS,) or len(studies) > MANY_REFERENCES.value
    return general and finding.weak


#: Qualities of a sample that a picture or a pattern shows.
_SEEN: Final = frozenset({"crystallinity", "conformality", "uniformity", "porosity", "infilling"})


def _is_quality(finding: Finding) -> bool:
    match finding.content:
        case Outcome(property=quality, direction="present"):
            return quality in _SEEN
    return False


def _is_seen(finding: Finding, text: str) -> bool:
    """Whether a quality is seen in data at hand: "The patterns show that ZnO is crystalline"."""
    return _is_quality(finding) and (shows_here(text) or shows_data(text))


#: What a paper says of many works at once: "various shapes have been used [20-25]".
_MANY: Final = re.compile(
    r"\b(?:various|several|numerous|many|different|diverse|a variety of|including|such as)\b",
    re.IGNORECASE,
)


#: Where ways of making are listed: "several methods to tune the phases, including annealing".
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
    """Whether a paper says this of the field, citing others or opening its own account.

    A survey tells findings in the present too; what it says itself between its citations is
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
        return True  # what several works are cited for at once
    if len(studies) >= MANY_REFERENCES.value and _MANY.search(text):
        return not _is_valued(finding)
    if isinstance(finding.content, Application) and _is_mere_mention(reading, studies):
        return True
    if is_own and (tells_literature(text) or _is_possible(finding, text)):
        return True
    if is_own and openings.holds(
        passage, reading.sentence.end
    ):  # until it turns to the work at hand
        return not shows_here(passage.text[: reading.sentence.end])
    if tells_a_study(text):
        return False
    if is_own:
        is_citing = _cites_around(reading) >= _CITING and not _is_valued(finding)
        return _is_cited_fact(finding, reading) or (is_citing and not shows_here(text))
    return True


def _cites_around(reading: Reading) -> int:
    """How often the paragraph of a sentence cites; of a chapter on one line, what is near."""
    sentence = reading.sentence
    marks = sentence.passage.citations
    if len(sentence.passage.text) <= _CHAPTER:
        return len(marks)
    return sum(sentence.start - _NEAR <= mark.at <= sentence.end + _NEAR for mark in marks)


def _is_cited_fact(finding: Finding, reading: Reading) -> bool:
    """Whether a sentence in the present cites for what is so, and shows no data of this paper."""
    text = reading.text
    if not reading.sentence.citations or _is_valued(finding) or shows_data(text):
        return False
    is_recipe = isinstance(finding.content, Process | Condition | Chemical)
    return not (shows_here(text) or borrows_method(text) or (is_recipe and _DONE.search(text)))


#: How a recipe is told in the present.
_DONE: Final = re.compile(r"\b(?:is|are)\s(?:\w+ly\s|then\s|first\s)?\w+(?:ed|wn|built|made)\b")


#: Right before a word of change, or a verb beside it: "can be", "is able to", "can bend, and".
_CAN: Final = re.compile(
    r"\b(?:can|(?:is|are)\s(?:also\s|\w+ly\s)?(?:able|capable)\s(?:to|of))\s"
    r"(?:also\s|further\s|\w+ly\s)*(?:be\s(?:\w+ly\s)?)?(?:[^.;]{3,150}?,?\sand\s)?$"
)


def _is_possible(finding: Finding, text: str) -> bool:
    """Whether a paper tells what can change, not what did, and gives no value."""
    is_change = isinstance(finding.content, Outcome) and finding.content.quantity is None
    cues = [term.start for term in finding.terms if term.kind == "direction"]
    return is_change and any(_CAN.search(text[:start]) for start in cues)


def _is_general_in_survey(finding: Finding, reading: Reading, studies: Sequence[str]) -> bool:
    if tells_a_study(reading.text):  # the number of a work that the sentence does not name
        is_number = _is_valued(finding) or isinstance(finding.content, Condition)
        is_others = tuple(studies) == (THIS,) and bool(reading.sentence.passage.citations)
        return is_number and is_others and not shows_here(reading.text)
    if tuple(studies) != (THIS,):
        if isinstance(finding.content, Process | Condition):  # told of a few in the present, too
            return isinstance(finding.content, Condition) and len(studies) > MANY_REFERENCES.value
        is_thin = finding.weak or isinstance(finding.content, Application)
        is_of_field = tells_the_field(reading.text) and not _is_valued(finding)
        return (is_thin and len(studies) > 1) or is_of_field
    return bool(reading.sentence.passage.citations) and not isinstance(finding.content, Technique)


#: Where a paper says what its result is good for.
_CLOSING: Final = re.compile(
    r"\W*(?:[\dIVX]+(?:\.\d+)*\.?\s*)?(?:abstract|summary|conclu\w+|outlook|perspectives?|"
    r"discussion)\b",
    re.IGNORECASE,
)


def _is_mere_mention(reading: Reading, studies: Sequence[str]) -> bool:
    """Whether a use is named among citations, neither in the aim nor in the result of a study."""
    passage = reading.sentence.passage
    if tuple(studies) != (THIS,):
        return len(studies) > 1
    if passage.citations:
        return not shows_here(reading.text)
    return bool(passage.section) and not is_summary(passage) and not shows_here(reading.text)


def is_summary(passage: Passage) -> bool:
    """Whether a passage stands in the abstract, the discussion or the conclusion of a paper."""
    return bool(passage.section) and _CLOSING.match(passage.section[-1]) is not None


#: An abstract without a heading ends within so many characters of the document.
_ABSTRACT: Final = 2500


def _is_in_body(passage: Passage) -> bool:
    """Whether a passage stands behind the abstract and not under the heading of a summary."""
    return bool(passage.origins) and passage.origins[0] > _ABSTRACT and not is_summary(passage)


def told_works(told: Iterable[tuple[Sequence[str], str]]) -> frozenset[str]:
    """The works of which a survey tells in one sentence at least what they did or found.

    Parameters
    ----------
    told
        The studies that each statement is credited to, and its sentence.
    """
    return frozenset(study for studies, text in told if tells_a_study(text) for study in studies)


def is_only_cited(finding: Finding, studies: Sequence[str], told: frozenset[str]) -> bool:
    """Whether a survey only cites these works for what is generally so, and gives no value."""
    if _is_valued(finding) or isinstance(finding.content, Process | Condition):
        return False  # how something is made, and at what, is said in the present too
    return tuple(studies) != (THIS,) and told.isdisjoint(studies)
