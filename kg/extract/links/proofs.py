"""Find what a technique proved: the ``shows`` of "TEM confirmed the infilling"."""

from __future__ import annotations

import re

from kg.extract.links.account import Part, solids_of, within
from kg.extract.mentions import Mention
from kg.model import Outcome, Thing, solid

#: Verbs between a technique and what it showed.
_SHOWS = re.compile(
    r"\b(?:show(?:s|ed|n|ing)?|reveal\w*|confirm\w*|indicat\w*|prov(?:e[sd]?|en|ing)|demonstrat\w*|"
    r"evidenc\w*|identif\w+|detect\w*|observ\w*|verif\w*|disclos\w*|found|"
    r"tells?(?=\s[^.;]{3,60}\sfrom\b)|distinguish\w*)\b",
    re.IGNORECASE,
)
#: Words before a technique that was a means of observation.
_MEANS = re.compile(
    r"\b(?:by|using|with|through|via|from|in|on the basis of|based on|according to)\s+"
    r"(?:\w+[\s-]){0,4}?$",
    re.IGNORECASE,
)
#: Verbs of observation and measurement; without one, a sentence with "by XPS" shows nothing.
_KNOWN = re.compile(
    r"\b(?:show|reveal|confirm|indicat|prov|demonstrat|evidenc|identif|detect|observ|verif|found|"
    r"measured|determined|estimated|obtained|derived|calculated|assessed|characteri[sz]ed)\w*",
    re.IGNORECASE,
)


#: Words after a technique that only prepares the sample for another technique.
_PREPARES = re.compile(
    r"[^.;]{0,60}\b(?:for)\s(?:the\s|an?\s)?(?:\w+\s)?"
    r"(?:cross[ -]?sections?|lamell\w+|sample preparation|sections|slices)\b"
)


def shown_by(part: Part, at: int) -> tuple[Thing, ...]:
    """Return the outcomes, else the solid, that the technique named at an offset proved."""
    technique = next((m for m in part.mentions if m.kind == "technique" and m.start == at), None)
    if technique is None:
        return ()
    start, end = _stretch(part, technique)
    if start >= end:
        return ()
    outcomes = [
        Thing("outcome", f.content.property)
        for f in part.findings
        if isinstance(f.content, Outcome) and start <= f.at < end
    ]
    return tuple(dict.fromkeys(outcomes)) or _objects(part, technique, (start, end))


def _stretch(part: Part, technique: Mention) -> tuple[int, int]:
    """Return the stretch that a technique shows: after its verb, or the clause that it supports."""
    text, (low, high) = part.text, part.stretch
    if _MEANS.search(text[low : technique.start]):
        is_known = _KNOWN.search(text, low, high) is not None
        return (low, high) if is_known else (0, 0)
    prepares = _PREPARES.match(text, technique.end)
    if prepares is not None:
        return (prepares.end(), high)
    verb = _SHOWS.search(text, technique.end, min(high, technique.end + 60))
    return (verb.end(), high) if verb else (0, 0)


def _objects(part: Part, technique: Mention, span: tuple[int, int]) -> tuple[Thing, ...]:
    """Return the first solid after a verb of showing, where the sentence states no outcome."""
    if span[0] < technique.end:
        return ()
    named = [solids_of(m) for m in within(part.mentions, *span) if solids_of(m)]
    return tuple(dict.fromkeys(solid(layers) for layers in named[:1]))
