"""Recognise calculations in experimental papers: their inputs and their results.

An experimental paper explains its measurements by density functional theory or a model of its
device. The atoms, lengths and temperatures of a calculation are not samples or settings, and its
results were not measured. Abstracts present both as findings and are not screened here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.extract.findings import Finding
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Application, Outcome, Process, Technique

#: Methods of calculation.
_METHOD: Final = (
    r"(?:simulations?|DFT|MDS?(?= (?:simulat|calculat|result))|MDS|density[- ]functional|"
    r"first[- ]principles?|ab[- ]initio|"
    r"molecular[- ]dynamics|nudged elastic band|finite[- ]element|Monte[- ]Carlo|COMSOL|TCAD|"
    r"(?:computational|theoretical|numerical|quantum[- ]chemical) "
    r"(?:stud(?:y|ies)|calculations?|model(?:s|l?ing)?|analys[ei]s|methods?|works?))"
)
_HEADING: Final = re.compile(
    rf"\b(?:{_METHOD}|computation(?:s|al)?|calculations?|theor(?:y|etical))\b", re.IGNORECASE
)
#: Words of experiments, in a heading on both or in a sentence on a measurement.
_EXPERIMENT: Final = Rare(
    r"\b(?:experiment\w*|measur\w+|synthes\w+|fabricat\w+|deposit\w*|prepar\w+|characteri[sz]\w+|"
    r"anneal\w*|observed|XRD|XPS|TEM|SEM|spectr\w+|samples?)\b",
    re.IGNORECASE,
)
#: How a paragraph or a caption announces a calculation.
_OPENS: Final = re.compile(
    rf"\b{_METHOD}\b[^.;]{{0,80}}?\b(?:performed|carried out|conducted|employed|applied|used|"
    r"based on|considered|introduced|done|undertaken|implemented)\b|"
    r"\b(?:[Ww]e|based on|[Pp]erform\w*|[Uu]sing|[Rr]esults of|[Bb]y(?: means of)?|from)\b"
    rf"[^.;]{{0,40}}?\b{_METHOD}\b",
)
#: How many characters at the start of a paragraph or caption are searched for the announcement.
_HEAD: Final = 350
#: Results that the sentence attributes to a calculation.
_RESULT: Final = Rare(
    rf"\b{_METHOD}\b[^.;,]{{0,40}}\b(?:show|reveal|indicat|predict|suggest|demonstrat|yield|g[ai]ve)|"
    rf"\b(?:derived|obtained|estimated|predicted) (?:from|by|with) (?:the |an? |our )?{_METHOD}\b|"
    r"\bin (?:the|our|these) (?:simulations?|calculations?)\b|"
    rf"\b[Ww]e (?:simulate|simulated|model|modell?ed) (?:an?|the|how|~|\d)|"
    r"\b(?:is|are|was|were) (?:\w+ly )?(?:simulated|modell?ed)(?= (?:as|using|by|with|in)\b)"
)
#: Words for measured curves that are fitted, and for simulated sunlight.
_FITTED: Final = Rare(
    r"\b(?:ellipsomet\w+|Cauchy|fit(?:s|ted|ting)?|decays?|impedance|circuit|simulated "
    r"(?:sun\w*|solar|AM|light|one|1|illumination|body|seawater))\b",
    re.IGNORECASE,
)
#: Words for a calculated number, in a paragraph on a calculation.
_CALCULATED: Final = Rare(
    r"\b(?:calculat|comput|simulat|predict|theor|model|numerical)\w*|\bDFT\b|\bMDS\b"
)
#: Words before a property that was not measured: "a theoretical breakdown field of 8 MV/cm".
_THEORETICAL: Final = re.compile(r"\b(?:theoretical|computed)\s(?:\w+\s){0,2}$", re.IGNORECASE)


def is_theoretical_value(finding: Finding, text: str) -> bool:
    """Return whether a finding is the value of a property that theory allows."""
    content = finding.content
    is_given = isinstance(content, Outcome) and content.direction == "reported"
    return is_given and _THEORETICAL.search(text[: finding.at]) is not None


def is_of_calculation(finding: Finding, reading: Reading) -> bool:
    """Return whether a finding is an input or a result of a calculation."""
    if isinstance(finding.content, Technique | Application | Process):
        return False
    text = reading.text
    if (is_calculated := _tells_calculation(text)) is not None:
        return is_calculated
    passage = reading.sentence.passage
    if passage.section and _is_heading_of_theory(passage.section[-1]):
        return True
    if not opens_calculation(passage.text[: reading.sentence.end][:_HEAD]):
        return False
    return not isinstance(finding.content, Outcome) or _CALCULATED.search(text) is not None


@lru_cache(maxsize=256)  # called once for each finding of a sentence
def _tells_calculation(text: str) -> bool | None:
    """Return whether a sentence reports a calculation (True) or an experiment (False)."""
    if _RESULT.search(text) is not None and _FITTED.search(text) is None:
        return True
    return False if _EXPERIMENT.search(text) else None


@lru_cache(maxsize=256)
def _is_heading_of_theory(heading: str) -> bool:
    return _HEADING.search(heading) is not None and _EXPERIMENT.search(heading) is None


@lru_cache(maxsize=256)
def opens_calculation(head: str) -> bool:
    """Return whether the start of a paragraph announces a calculation.

    >>> opens_calculation("To learn why, DFT calculations were performed.")
    True
    >>> opens_calculation("The films were grown. They agree with DFT.")
    False
    """
    return _OPENS.search(head) is not None
