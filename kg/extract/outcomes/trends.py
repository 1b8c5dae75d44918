"""Directions from words around a value: "stayed at 3 V", "was pushed down to 1 eV".

The verbs of these phrases ("stay", "push", "take") state no direction by themselves; their
particles and prepositions do. Two properties may share one verb: "the voltage rose by 14 mV and the
current by 2 mA".
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.knowledge.property_kinds import FLIPPED, NAMED, POSITIONS
from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import TELLING, WEAK
from kg.extract.outcomes.foreign_cues import is_ideal
from kg.extract.outcomes.predication import Predication
from kg.extract.reading import Reading
from kg.extract.text.comparatives import LESS, MORE
from kg.extract.text.rare import Rare

#: Text between a property and its verb: an owner, a place, an acronym, an adverb.
_NOUN = (
    r"(?:,? \(?[^(),;]{1,40}[),])?(?: (?:of|in|at|for|on|with|after|under) [^.;,()]{1,45}?)?"
    r"(?: (?:thus|then|also|still|both|all|always|even|has|have|had|was|were|is|are|\w+ly))*"
)
_NEARLY = r"(?:about |around |approximately |almost |nearly |roughly |only |just |some |[~≈] ?)?"
_STAY = r"(?:(?:stay|remain|persist)(?:s|ed|ing)?)"
_STEADY = r"(?: (?:put|steady|stable|constant|unchanged|fixed|level))?"
#: Text between a property and the level at which it stayed.
_STAYED = re.compile(
    rf"(?:{_NOUN}|[^.;\d]{{0,60}}?,) (?:{_STAY}{_STEADY}(?: (?:at|near|around|close to))?"
    rf") {_NEARLY}(?=[\d.])"
)
#: The same without a level: "stayed put", "was as high as before".
_SAME = re.compile(
    rf"{_NOUN} (?:{_STAY} (?:put|as before)"
    r"|(?:is|was|are|were|remain(?:s|ed)?) as \w+ (?:as|after \w+ as) (?:before|without)\b)"
)
_SHIFTS = (
    r"(?:shift|mov|displac|push|pull|drift|migrat|reced|wander|slid|went|gone|lies|lay|sits|sat"
    r")\w*(?: (?:back|further|even|of|by|only|about|\w+ly|~?[\d.]+ ?(?:nm|meV|eV)))*?"
)
#: Text between a peak and the goal of its shift: "moved 24 nm to the red".
_WENT = re.compile(
    rf"{_NOUN} (?:been )?{_SHIFTS}(?:,? (?:to|towards?|into) (?:the )?(?:much |slightly )?"
    r"(?:(?P<blue>blue|shorter wave|higher energ)|red\b|longer wave|lower energ)"
    r"| (?:(?P<hypso>hypsochromically)|bathochromically))"
)
#: Words before a property of which another sample has more or less: "shows higher values of the X".
_VALUES = Rare(
    rf"\b(?:(?P<less>{LESS})|{MORE}) values? (?:of|for) (?:the |its |their )?$", re.IGNORECASE
)
#: A ratio before a property: "gave a fivefold yield".
_TIMES = Rare(r"\b(?:an?|the) (?:\w+fold|~?[\d.]+[- ]?fold|~?[\d.]+ times the) $")
#: Text between a property and the comparison of its value: "of 140 V, rather more than those".
_COMPARED = Rare(
    r"(?:[^.;,()]|\.(?=\d)|,(?=\d)|\([^()]*\)){0,110}\d(?:[^.;,()\d]|\([^()]*\)){0,50}"
    rf"(?P<said>,(?: [a-z]+){{0,4}}? (?:(?P<less>{LESS})|{MORE})"
    r" than (?!~?\d|twice|half|double))"
)
#: Text between a property and a verb of setting: "could be varied over two decades by".
_SET = re.compile(
    rf"{_NOUN} (?:(?:can|could) (?:also |thus |even |then )?be|(?:was|were) able to be) (?:\w+ly )?"
    r"(?:varied|tuned|adjusted|changed|controlled|modulated|manipulated|regulated|tailored|"
    r"engineered)(?= (?:\w+ly )?(?:over|from|between|by|via|with|within|through|across|in|using|"
    r"to|up|down)\b)"
)
#: The same with the factor by which it changed: "changes by a factor of 300".
_CHANGED_BY = re.compile(
    rf"{_NOUN} (?:chang|var)(?:es?|ed|ies|ied) by (?=(?:about |over |more than |almost |nearly |~)*"
    r"(?:an? factor|an? order|\w+ orders|\d[\d.]*[ -]?(?:times|fold)))"
)
_RATIO = re.compile(r"twice|times|\w+fold|magnitude|double|half")
#: Properties whose level is always a finding: "the carbon content stays at 2 at.%".
_AMOUNTS = frozenset({"impurity_content", "stoichiometry", "surface_composition"})


def with_trend(reading: Reading, predication: Predication) -> Predication:
    """Return the predication, with the direction of words beside its value if no cue has one."""
    mention, direction, cue = predication
    by_times = _by_times(reading, mention)
    if by_times is not None:
        return by_times
    is_free = cue is None or cue.id in (*WEAK, "change")
    if mention.label not in (*NAMED, "inverseLabel") or not is_free or direction in FLIPPED:
        return predication
    return _set_by(reading, mention) or _told_by_value(reading, predication)


def _set_by(reading: Reading, mention: Mention) -> Predication | None:
    """Return a change of a property that could be set, or changed by a factor; else ``None``."""
    verb = _CHANGED_BY.match(reading.text, mention.end) or _SET.match(reading.text, mention.end)
    if verb is None or mention.label not in NAMED:
        return None
    return Predication(mention, "change", _word(verb.end(), "change"))


def _told_by_value(reading: Reading, predication: Predication) -> Predication:
    """Return the predication with the direction that the words beside its value give."""
    mention, direction, cue = predication
    if cue is not None and cue.id == "change":
        return predication
    if direction in ("", "reported", "present") and _stayed(reading, mention):
        return Predication(mention, "none")
    if mention.id in POSITIONS:
        return _went(reading, mention) or predication
    return _by_value(reading, mention) or predication


def _by_times(reading: Reading, mention: Mention) -> Predication | None:
    """Return the direction of a ratio or of "higher values": "gave a fivefold yield"."""
    ahead = _TIMES.search(reading.text, 0, mention.start)
    if ahead is not None and mention.label in NAMED:
        return Predication(mention, "increase", _word(ahead.end() - 1, "increase"))
    values = _VALUES.search(reading.text, 0, mention.start)
    return _said(mention, not values["less"], values.end() - 1) if values is not None else None


def _stayed(reading: Reading, mention: Mention) -> bool:
    if mention.id in _AMOUNTS:
        return False
    found = (row.match(reading.text, mention.end) for row in (_STAYED, _SAME))
    return any(found)


def _went(reading: Reading, mention: Mention) -> Predication | None:
    """Return the direction of a peak's shift, under the name of its position."""
    went = _WENT.match(reading.text, mention.end)
    if went is None:
        return None
    is_red = not (went["blue"] or went["hypso"])
    return _said(replace(mention, label="name"), is_red, went.end())


def _by_value(reading: Reading, mention: Mention) -> Predication | None:
    """Return the direction of a value that is compared with another, else ``None``."""
    more = _COMPARED.match(reading.text, mention.end)
    if more is None or _RATIO.search(more["said"]):
        return None
    if is_ideal(reading, more.end() - len(" than ")):
        return None
    return _said(mention, not more["less"], more.end())


def _said(mention: Mention, more: bool, at: int) -> Predication:
    said = "increase" if more != (mention.label == "inverseLabel") else "decrease"
    return Predication(mention, said, _word(at, said))


def _word(at: int, said: str) -> Mention:
    return Mention(start=at, end=at, kind="direction", id=said, text="")


#: Text between a verb of change and its opposite, and after that: "rises with X and falls with Y".
_TURN = re.compile(
    r"(?: (?:with|upon|as|at|for|up to|until|after|on|when|in|by|during)\b[^.;()]{1,60}?| \w+ly)?"
    r",? (?:and|but)(?: (?:then|thereafter|later|again|finally|\w+ly))* "
)
_ALONE = re.compile(
    r"(?: (?:again|thereafter|afterwards|further|\w+ly))*(?:[.;)]|$|,(?! \d)| (?:with|upon|as|at|"
    r"for|above|below|beyond|after|on|when|once|if|under|over|during|due)\b)"
)


def turn_of(reading: Reading, predication: Predication) -> Mention | None:
    """Return the second verb of a property that rose and then fell, or the reverse."""
    mention, direction, cue = predication
    if direction not in FLIPPED or cue is None or cue.start < mention.end:
        return None
    for other in reading.of_kind("direction"):
        if other.id == FLIPPED.get(cue.id) and _TURN.fullmatch(reading.text, cue.end, other.start):
            return other if _ALONE.match(reading.text, other.end) else None
    return None


#: The setting of a rate's maximum or minimum, which is no change: "is largest at 120 °C".
_TOP = re.compile(r"(?:larg|high|great|low|small)est (?:at|around|near|between) (?:about |~)*\d")


def is_top(reading: Reading, predication: Predication) -> bool:
    """Return whether a superlative only gives the setting of a rate's maximum or minimum."""
    mention, _, cue = predication
    is_rate = mention.id in ("growth_rate", "etch_rate") and cue is not None
    return is_rate and cue is not None and _TOP.match(reading.text, cue.start) is not None


#: Text between a property with its value and the next property: "by 14 mV and the", ", ".
_AND = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,80}?(?:\d|fold\b|[\w%])[^.;,]{0,25}?"
    r"(?:,|,? (?:and|but|while|whereas)(?: (?:that|those) of)?) (?:(?:the|its|their|also) )*"
    r"(?:[\w-]+ ){0,2}?"
)
#: Text after it: the preposition of the omitted verb, or the ratio alone.
_AGAIN = re.compile(
    r"(?: \([^()]{1,15}\))?(?: (?:of|in|at|for) [^.;,()]{1,40}?)?(?:,? (?:even )?(?:by|to|from) "
    rf"{_NEARLY}(?=[\d.~≈]|(?:an? )?(?:\w+fold|factor|half|one|two|three)\b)"
    r")"
)


def shares_verb(reading: Reading, first: Predication, second: Mention) -> bool:
    """Return whether a property shares the verb of one before it: "X rose by 5 % and Y by 10 %"."""
    mention, said, cue = first
    if said not in TELLING or cue is None or second.label not in (*NAMED, "inverseLabel"):
        return False
    if cue.start > second.start or mention.end >= second.start:
        return False
    after = max(mention.end, cue.end)
    return bool(
        _AND.fullmatch(reading.text, after, second.start) and _AGAIN.match(reading.text, second.end)
    )
