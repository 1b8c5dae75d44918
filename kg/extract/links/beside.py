"""Find the owner of an outcome in the words beside its value: a bracket, "for X", a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Span
from kg.extract.links.account import Account, Part, solids_of, within
from kg.extract.links.listed import value_of
from kg.extract.links.parts import is_perovskite, playing
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.mentions import Mention

#: Text between a solid and the value in brackets after it: "the HfO2 insulator (0.3 nm)".
_BRACKET = re.compile(r"(?:[\s-][\w-]+){0,3}\s?\((?:[^()\d]{0,30})?")
#: Text between a value and the solid that has it: "18 % for Yb", "3.4 eV, as expected for ZnO".
_FOR = re.compile(
    r",?\s(?:as\s)?(?:(?:expected|typical|characteristic|known)\s)?(?:for|of)\s(?:the\s)?"
)


def solid_beside(stated: StatedOutcome) -> Mention | None:
    """Return the solid directly beside the value of an outcome, which owns the value."""
    value = value_of(stated)
    if value is None:
        return None
    text = stated.part.text
    solids = [m for m in stated.part.mentions if solids_of(m)]
    if stated.outcome.direction != "reported":
        solids = [m for m in solids if not any(a <= m.start < b for a, b in stated.compared)]
    for solid in reversed(solids):
        if solid.end <= value.start and _BRACKET.fullmatch(text, solid.end, value.start):
            return solid
    return next((m for m in solids if _FOR.fullmatch(text, value.end, m.start)), None)


def standard_of(stated: StatedOutcome) -> tuple[Mention, ...] | None:
    """Return the solids of the standard of comparison, where the value belongs to the standard.

    ``None`` where it does not. "Lower than that of the PTFE membrane with a contact angle of 130°".
    """
    value = value_of(stated)
    if value is None or stated.outcome.direction != "reported":
        return None
    for start, end in stated.compared:
        if start <= value.start < end and start <= stated.finding.at < end:
            return tuple(
                m for m in within(stated.part.mentions, start, value.start) if solids_of(m)
            )
    return None


#: Words before a substrate that is the subject: "the PEN substrate displayed ...".
_CARRIER_AHEAD = re.compile(r"\s*(?:the|an?|this|our)\s(?:[a-z][\w-]*\s){0,3}", re.IGNORECASE)
_CARRIER_BEHIND = re.compile(
    r"\s(?:substrate|wafer|support)s?\s(?:\([^()]*\)\s)?(?:with|ha[sd]|have|show|displ|exhib)"
)


def carrier_of(stated: StatedOutcome) -> Mention | None:
    """Return the solid of a substrate that itself has the property of the outcome."""
    text, (start, end) = stated.part.text, stated.reach
    for solid in within(stated.part.mentions, start, min(end, stated.finding.at)):
        is_carrier = len(solids_of(solid)) == 1 and _CARRIER_BEHIND.match(text, solid.end)
        if is_carrier and _CARRIER_AHEAD.fullmatch(text, start, solid.start):
            return solid
    return None


def mate_of(part: Part, mention: Mention) -> tuple[str, ...]:
    """Return both solids of a composite that a hyphen joins ("NiO-GDC"), ``()`` for others."""
    for other in part.mentions:
        if other is mention or len(solids_of(other)) != 1 or len(solids_of(mention)) != 1:
            continue
        first, last = sorted((mention, other), key=lambda m: m.start)
        if first.end < last.start and part.text[first.end : last.start] in ("-", "–"):
            return (*solids_of(first), *solids_of(last))
    return ()


#: A perovskite that is named only by its class, except its precursors or its cells.
_PEROVSKITE = re.compile(
    r"\bperovskites?\b(?![- ](?:precursor|solution|ink|type|oxide|solar|cell|device|phase|"
    r"structure))",
    re.IGNORECASE,
)


def perovskite_for(
    account: Account, stated: StatedOutcome, found: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Return the perovskite of a study for a clause that names it only by its class.

    ``None`` for other clauses.
    """
    if any(map(is_perovskite, found)) or not _PEROVSKITE.search(stated.part.text, *stated.reach):
        return None
    return playing(account, stated.part, "perovskite")


#: Reagents, which have properties but are not solids of the study.
_REAGENTS = (
    r"(?:compounds|(?:metal\s)?(?:precursors?|complexes)|ligands?|dyes?|solvents?|molecules?)"
)
_SAMPLES = (
    r"(?:\s(?:samples?|films?|electrodes?|catalysts?|photocatalysts?|layers?|surfaces?|powders?|"
    r"composites?|particles?|membranes?|coatings?|nano\w+|contact\slayers?))?"
)
_VERBS = (
    r"(?:is|are|was|were|has|have|had|can|could|possess\w*|show\w*|exhibit\w*|display\w*|reach\w*|"
    r"increase[sd]|decrease[sd]|remain\w*|deliver\w*|maintain\w*)"
)
#: The head of a subject or of a phrase after "of".
_HEAD = re.compile(
    r"(?:(?:the|both|all|these|this|our|an?|each)\s)?(?:[a-z][\w-]*\s){0,2}?"
    rf"(?:(?P<reagent>{_REAGENTS})|(?P<perovskite>perovskites?{_SAMPLES})|"
    rf"(?P<code>(?-i:[A-Z][\w.]*(?:[-@/+][\w.]+)*)){_SAMPLES})"
    rf"(?P<end>\s*(?:$|[,.;:()]|\s(?:{_VERBS}|in|on|at|with|from|after|under|and|by|measured|used)\b))",
    re.IGNORECASE,
)
_VERB = re.compile(rf"(?:\s\([^()]*\))?\s{_VERBS}")
_CAPITALS = re.compile(r"[A-Z]")
#: Short names of devices, forms and methods, which are not names of samples.
_NO_SAMPLE = re.compile(
    r"(?:\w*(?:QD|NC|NP|NR|NW|NPL|NS|TFT|FET|LED|OFC|SC|PV|PD|CMOS|MOS|TCO|ETL|HTL|CVD|ALD)s?|"
    r"Figs?|Table|Fig\.)"
)
#: Words between a property and its owner.
_OF = re.compile(r"\s*(?:\([^)]{0,30}\)\s*)?(?:of|for)\s(?!(?:[a-z]+\s){0,2}[\d~≈<>])")


def is_of_stranger(account: Account, stated: StatedOutcome) -> bool:
    """Return whether a clause gives the property to something other than a known solid.

    "Both precursors are stable", "the band gap of S-TZ@C", "a perovskite" where none is known.
    """
    text = stated.part.text
    for start, end in _phrases(stated):
        head = _HEAD.match(text, start, end)
        is_subject = start < stated.place[0]
        if head is None or (is_subject and not _VERB.fullmatch(head["end"])):
            continue
        if head["reagent"]:
            return not any(solids_of(m) for m in within(stated.part.mentions, *head.span()))
        if head["perovskite"]:
            return not any(map(is_perovskite, (*account.roles, *account.forms)))
        return _is_code(stated, head.span("code"))
    return False


def _is_code(stated: StatedOutcome, span: Span) -> bool:
    """Return whether a word is an unexplained name of a sample: "FSP", "B-SFO@C"."""
    word = stated.part.text[span[0] : span[1]]
    if len(_CAPITALS.findall(word)) < 2 or _NO_SAMPLE.fullmatch(word):
        return False
    return not any(m.start < span[1] and m.end > span[0] for m in stated.part.reading.mentions)


def _phrases(stated: StatedOutcome) -> Iterator[Span]:
    """Yield the stretches that may begin with the owner: after "of", else the subject."""
    text, (start, end) = stated.part.text, stated.reach
    behind = _OF.match(text, stated.end, end)
    if behind:
        yield behind.end(), end
    if not behind or " for " in behind.group():
        yield start + len(text[start:end]) - len(text[start:end].lstrip(" ,")), end
