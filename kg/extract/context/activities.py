"""The activity at a temperature: a growth, an etching, or a treatment of what has grown.

A sentence on a deposition also gives temperatures of other steps: its films are measured and kept
at room temperature, dried and heated. The nearest word for a step before a temperature decides;
without one, the first such word after it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Activity = Literal["growth", "etching", "test", "other", ""]

#: After a word for growth that only specifies the samples: "the deposited films".
_SAMPLE: Final = (
    r"(?:(?:thin|dense|hybrid|core|oxide|metal)[\s-])?(?:films?|layers?|coat\w*|samples?|shells?|"
    r"matri\w+|dots?|C?QDs?|NCs?|NPs?|nano\w+|particles?|crystals?|powders?|devices?|electrodes?|"
    r"wafers?|surfaces?|materials?|oxides?|dielectrics?|transistors?|cells?|stacks?|specimens?|"
    r"(?:[A-Z][a-z]?[\dx]*){2,})"
)
#: Words for steps. A holder or reactor is no sample, and is itself held and heated while a film
#: grows.
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
#: The holder of a sample or the like, before "was heated".
_HOLDER: Final = re.compile(
    r"\b(?:reactors?|chambers?|substrates?|wafers?|supports?|stages?|tables?|holders?|heaters?|"
    r"susceptors?|walls?|temperatures?)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\b(?:after|following|post|subsequent(?:ly)?|then|finally)\b", re.IGNORECASE
)
#: The temperature of a measured rate is that at which the film grew or was etched.
_RATE: Final = re.compile(r"\b(?:growth|deposition) rates?\b|\bper cycle\b|\bGPC\b")
_ETCH_RATE: Final = re.compile(r"\b[Ee]tch(?:ing)?\s(?:rates?|per\scycle)\b|\bEPC\b")


def activity_at(text: str, start: int, at: int, *, is_room: bool = False) -> Activity:
    """Return the step to which a temperature at an offset belongs, by the words before it.

    ``start`` is the beginning of the stretch that belongs to the study. ``is_room`` is true for
    room temperature, at which a film is examined: "the ALD films exhibit a gap at ...".

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
    """Return the step that a word names, ``""`` if it names none here."""
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
