"""Directions that the words around a value tell: what stayed at it, or was pushed down to it.

The verbs of these phrases ("stay", "push", "take") say nothing by themselves; their particles and
prepositions do. A verb that two properties share is told once: "the voltage rose by 14 mV and the
current by 2 mA".
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.admissible import Spoken
from kg.extract.rules.beside import TELLING, WEAK
from kg.extract.rules.natures import FLIPPED, NAMED, POSITIONS

#: Between a property and its verb: what it is of, in what, an acronym, an adverb.
_NOUN = (
    r"(?:,? \(?[^(),;]{1,40}[),])?(?: (?:of|in|at|for|on|with|after|under) [^.;,()]{1,45}?)?"
    r"(?: (?:thus|then|also|still|both|all|always|even|has|have|had|was|were|is|are|\w+ly))*"
)
_NEARLY = r"(?:about |around |approximately |almost |nearly |roughly |only |just |some |[~≈] ?)?"
#: From a property to the level at which it stayed.
_STAYED = re.compile(
    rf"(?:{_NOUN}|[^.;\d]{{0,60}}?,) "
    r"(?:(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|persist(?:s|ed|ing)?)"
    r"(?: (?:put|steady|stable|constant|unchanged|fixed|level))?(?: (?:at|near|around|close to))?"
    r"|(?:kept|held|left|h[eo]lds?)(?: (?:steady|stable|constant|fixed|unchanged))? (?:at|near|around))"
    rf" {_NEARLY}(?=[\d.])"
)
#: The same without a level: "stayed put", "was as high as before", "is no lower than".
_SAME = re.compile(
    rf"{_NOUN} (?:(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?) (?:put|as (?:it|they) (?:is|was|are|were)|"
    r"as before)|(?:is|was|are|were|remain(?:s|ed)?) as \w+ (?:as|after \w+ as) (?:before|without)\b)"
)
#: From a property to how much faster or slower it runs.
_PACE = re.compile(
    rf"{_NOUN} (?:proceed|run|occur|advance|progress|happen|takes? place|took place|ran|goes|went|"
    r"become|became|is|was|were|are)(?:s|ed)? (?:[\w.-]+ (?:times |orders of magnitude )?)??"
    r"(?:(?P<less>more slowly|slower|less (?:rapid|quick|readi)ly)|"
    r"more (?:rapid|quick|readi)ly|faster|quicker)\b"
)
#: From a peak to where it went: "moved 24 nm to the red", "was displaced hypsochromically".
_WENT = re.compile(
    rf"{_NOUN} (?:been )?(?:shift|mov|displac|push|pull|drift|migrat|reced|wander|slid|went|gone|lies|lay|sits|sat"
    r"|(?:show|exhibit|underw[eo]nt|undergo|display|experienc|suffer)\w* (?:an? )?(?:[\w-]+ )?shift)\w*"
    r"(?: (?:back|further|even|of|by|only|about|\w+ly|~?[\d.]+ ?(?:nm|meV|eV)))*?"
    r"(?:,? (?:to|towards?|into) (?:the )?(?:much |slightly )?(?:(?P<blue>blue|shorter wave|higher energ)"
    r"|red\b|longer wave|lower energ)| (?:(?P<hypso>hypsochromically)|bathochromically))"
)
#: Ahead of a property: how many times as much of it there is, "gave a fivefold yield".
_TIMES = re.compile(r"\b(?:an?|the) (?:\w+fold|~?[\d.]+[- ]?fold|~?[\d.]+ times the) $")
#: From a property to its value, or to the end of the change, by a verb of motion and a particle.
_MOVES = (
    r"(?:went|go(?:es|ing|ne)?|c[ao]m(?:es?|ing)|creep\w*|crept|push\w*|brought|bring\w*|"
    r"dr[io]v\w+|dial\w*|turn\w*|trim\w*|t[ao]k(?:es?|en|ing)|took|pull\w*|shot|shoot\w*|soar\w*|jump\w*|forc(?:es?|ed|ing)|cut(?:s|ting)?|fetch\w*)"
)
_UP_OR_DOWN = rf"(?P<way>up|down)(?: (?:again|further|even))?,? (?:to|by|from) {_NEARLY}(?=[\d.~≈])"
_MOVED = re.compile(
    rf"{_NOUN} (?:{_MOVES} (?:[\w-]+ )?{_UP_OR_DOWN}"
    r"|(?:(?<=is )|(?<=was )|(?<=are )|(?<=were ))(?P<by>up(?= (?:by|from) )|down(?= (?:by|from|to) )))"
)
#: The same with the verb ahead of its object: "pushed the gap down to 2 eV".
_PUSHED = re.compile(rf"\b{_MOVES} (?:the |its |their )?(?:[\w-]+ ){{0,2}}$")
_DOWN = re.compile(
    rf"(?: (?:of|in) [^.;,()]{{1,40}}?)? (?:{_UP_OR_DOWN}|(?P<alone>up|down)(?=[.,;]| (?:from|in|by)\b))"
)
#: From a property to a difference in its own unit: "the voltage gained 60 mV".
_GAINED = re.compile(rf"{_NOUN} (?:gain(?:s|ed)?|won) (?:an? )?(?:additional |further |another )?(?=[\d~])")
#: From a property to a comparison of its value with another's: "of 140 V, rather more than those".
_COMPARED = re.compile(
    r"(?:[^.;,()]|\.(?=\d)|,(?=\d)|\([^()]*\)){0,110}\d(?:[^.;,()\d]|\([^()]*\)){0,50}"
    r",(?: [a-z]+){0,4}? (?:(?P<less>less|lower|smaller|shorter|slower|weaker|fewer|narrower|thinner)|"
    r"more|higher|larger|greater|longer|faster|better|stronger|wider|thicker) than (?!~?\d|twice|half|double)"
)
_RATIO = re.compile(r"\d|twice|times|\w+fold|magnitude|double|half")


#: Properties whose level is a finding wherever it is told: "the carbon content stays at 2 at.%".
_AMOUNTS = frozenset({"impurity_content", "stoichiometry", "surface_composition"})


def with_trend(reading: Reading, spoken: Spoken) -> Spoken:
    """A property whose direction the words up to its value tell, where no verb of change does."""
    mention, direction, cue = spoken
    ahead = _TIMES.search(reading.text[: mention.start])
    if ahead is not None and mention.label in NAMED:
        return mention, "increase", _word(ahead.end() - 1, "increase")
    pace = _PACE.match(reading.text, mention.end) if mention.label == "rateLabel" else None
    if pace is not None:
        said = "decrease" if pace["less"] else "increase"
        return mention, said, _word(pace.end(), said)
    if mention.label not in (*NAMED, "inverseLabel"):
        return spoken
    if cue is not None and cue.id not in WEAK:
        return spoken
    if direction in ("", "reported", "present") and mention.id not in _AMOUNTS:
        stayed = _STAYED.match(reading.text, mention.end) or _SAME.match(
            reading.text, mention.end
        )
        if stayed is not None and not _names_another(reading, mention, stayed.end()):
            return mention, "none", None
    if mention.id in POSITIONS:
        went = _WENT.match(reading.text, mention.end)
        if went is None or _names_another(reading, mention, went.end()):
            return spoken
        said = "decrease" if went["blue"] or went["hypso"] else "increase"
        return replace(mention, label="name"), said, _word(went.end(), said)
    by_value = _by_value(reading, mention) if direction not in FLIPPED else None
    if by_value is not None:
        return by_value
    moved = _MOVED.match(reading.text, mention.end) or (
        _DOWN.match(reading.text, mention.end)
        if _PUSHED.search(reading.text[: mention.start])
        else None
    )
    if moved is None or direction in FLIPPED or _names_another(reading, mention, moved.end()):
        return spoken
    way = next(name for name, word in moved.groupdict().items() if word)
    return _said(mention, moved[way] == "up", moved.start(way))


def _said(mention: Mention, more: bool, at: int) -> Spoken:
    said = "increase" if more != (mention.label == "inverseLabel") else "decrease"
    return mention, said, _word(at, said)


def _by_value(reading: Reading, mention: Mention) -> Spoken | None:
    """What the words beside a value say of it: that it was gained, or is more than another."""
    gained = _GAINED.match(reading.text, mention.end)
    if gained is not None and not _names_another(reading, mention, gained.end()):
        return _said(mention, True, gained.end())
    more = _COMPARED.match(reading.text, mention.end)
    if more is None or _names_another(reading, mention, more.end()):
        return None
    comma = reading.text.rfind(",", 0, more.end())
    if _RATIO.search(reading.text, comma, more.end()):
        return None
    return _said(mention, not more["less"], more.end())


def _word(at: int, said: str) -> Mention:
    return Mention(start=at, end=at, kind="direction", id=said, text="")


def _names_another(reading: Reading, mention: Mention, end: int) -> bool:
    return any(mention.end < p.start < end for p in reading.of_kind("property"))


#: Between a property with its value and the next one: "by 14 mV and the", ", ".
_AND = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,80}?(?:\d|fold\b|[\w%])[^.;,]{0,25}?"
    r"(?:,|,? (?:and|but|while|whereas)(?: (?:that|those) of)?) (?:(?:the|its|their|also) )*"
    r"(?:[\w-]+ ){0,2}?"
)
#: Behind it: the preposition of the verb that is not said again, or the ratio alone.
_AGAIN = re.compile(
    r"(?: \([^()]{1,15}\))?(?: (?:of|in|at|for) [^.;,()]{1,40}?)?"
    rf"(?:,? (?:even )?(?:by|to|from) {_NEARLY}(?=[\d.~≈]|(?:an? )?(?:\w+fold|factor|half|one|two|three)\b)"
    r"|,? (?:an? )?(?=\w*fold\b))"
)


def shares_verb(reading: Reading, first: Spoken, second: Mention) -> bool:
    """Whether a property has the verb of one before it: "X rose by 5 % and Y by 10 %"."""
    mention, said, cue = first
    if said not in TELLING or cue is None or second.label not in (*NAMED, "inverseLabel"):
        return False
    if cue.start > second.start or mention.end >= second.start:
        return False
    after = max(mention.end, cue.end)
    return bool(
        _AND.fullmatch(reading.text, after, second.start)
        and _AGAIN.match(reading.text, second.end)
    )
