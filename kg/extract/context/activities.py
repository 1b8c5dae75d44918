"""What goes on at a temperature: a growth, an etching, or something done with what has grown.

A sentence on a deposition gives temperatures of other steps, too: its films are measured and kept
at room temperature, dried and heated. The nearest word of a step ahead of a temperature tells whose
it is; where none stands ahead, the first one behind it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Activity = Literal["growth", "etching", "test", "other", ""]

#: Behind a word of growth that only says which samples are meant: "the deposited films".
_SAMPLE: Final = (
    r"(?:(?:thin|dense|hybrid|core|oxide|metal)[\s-])?(?:films?|layers?|coat\w*|samples?|shells?|"
    r"matri\w+|dots?|C?QDs?|NCs?|NPs?|nano\w+|particles?|crystals?|powders?|devices?|electrodes?|"
    r"wafers?|surfaces?|materials?|oxides?|dielectrics?|transistors?|cells?|stacks?|specimens?|"
    r"(?:[A-Z][a-z]?[\dx]*){2,})"
)
#: Words of steps; what holds the sample is no sample, and is held and heated while a film grows.
_STEPS: Final = re.compile(
    r"(?<![-–\w])(?:(?P<growth>deposit(?:ed|ing|s)?|(?:infill|infiltrat|overcoat|coat)ed|"
    r"deposition|gr[eo]w(?:n|s|ing|th)?|c?-?ALD|MLD|CVD|SILAR|saturat\w+|puls(?:e[ds]?|ing)|"
    rf"dos(?:e[ds]?|ing)|GPC|per cycle)(?![-–]\w)(?!\s{_SAMPLE}\b)|"
    r"(?P<etching>etch(?:ed|es|ing)?|ALEt?|removal)|"
    r"(?P<held>kept|held|maintained|heated|heating|operat(?:ed|ing))|"
    r"(?P<shown>(?:show|exhibit|display)(?:s|ed|n|ing)?|ha(?:s|ve|d)(?!\s\w*\s?been)|emits?|emitted)|"
    r"(?P<test>(?:re-?)?measur(?:ed|ing|ements?)|record(?:ed|ing)|acquired|tested|"
    r"characteri[sz](?:ed|ing|ation)|examined|probed|imaged|excited|illuminated|irradiated|"
    r"exposed(?=\s(?:in|to)\s(?:\w+\s)?(?:air|ambient|room|humid\w*|moist\w*|light)\b)|"
    r"cycled|incubat(?:ed|ing|ion)|age(?:d|ing)|aging|stor(?:ed|ing|age))|"
    r"(?P<other>anneal(?:ed|s|ing)?|bak(?:ed|ing)|calcin\w+|cur(?:ed|ing)|sintered|"
    r"pyroly[sz]ed|dry(?=\s(?:at|in|under)\b)|dried|drying|cool(?:ed|ing|s)?|"
    r"crystalli[sz](?:ed?|es|ing|ation)|degrad\w+|decompos\w+))\b"
)
#: What holds the sample, ahead of "was heated".
_HOLDER: Final = re.compile(
    r"\b(?:reactors?|chambers?|substrates?|wafers?|supports?|stages?|tables?|holders?|heaters?|"
    r"susceptors?|walls?|temperatures?)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\b(?:after|following|post|subsequent(?:ly)?|then|finally)\b", re.IGNORECASE
)
#: A rate that is measured is one at which a film grew, or at which it was etched.
_RATE: Final = re.compile(r"\b(?:growth|deposition) rates?\b|\bper cycle\b|\bGPC\b")
_ETCH_RATE: Final = re.compile(r"\b[Ee]tch(?:ing)?\s(?:rates?|per\scycle)\b|\bEPC\b")


def activity_at(text: str, start: int, at: int, *, is_room: bool = False) -> Activity:
    """The step that a temperature at an offset belongs to, as the words ahead of it tell.

    ``start`` is where the stretch begins that tells of the study. ``is_room`` says that it is room
    temperature, at which a film shows what it has: "the ALD films exhibit a gap at ...".

    >>> told = "The ALD films were measured at 300 K after ALD at 80 °C."
    >>> activity_at(told, 0, told.index("300")), activity_at(told, 0, told.index("80"))
    ('test', 'growth')
    """
    start = max(start, text.rfind(";", 0, at) + 1)
    ahead = [step for m in _STEPS.finditer(text, start, at) if (step := _step(m, is_room=is_room))]
    if not ahead:
        end = text.find(";", at)
        found = _STEPS.finditer(text, at, end if end >= 0 else len(text))
        return next((step for m in found if (step := _step(m, is_room=is_room))), "")
    if ahead[-1] in ("test", "other"):
        if _ETCH_RATE.search(text, start, at):
            return "etching"
        if _RATE.search(text, start, at):
            return "growth"
    return ahead[-1]


def _step(match: re.Match[str], *, is_room: bool) -> Activity:
    """The step that a word tells, ``""`` where it tells none here."""
    match match.lastgroup:
        case "growth":
            return "growth"
        case "etching":
            return "etching"
        case "test":
            return "test"
        case "shown":
            return "test" if is_room else ""
        case "held":
            ahead = match.string[: match.start()]
            is_while = _HOLDER.search(ahead) is not None and not _AFTER.search(ahead)
            return "" if is_while else "other"
    return "other"
