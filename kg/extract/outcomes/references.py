"""The reference value of another sample: "44 % for the bare dots"."""

from __future__ import annotations

import re

from kg.extract.knowledge.controls import AGAINST, STANDARD
from kg.extract.knowledge.measures import next_quantity, quantity_of
from kg.extract.mentions import Mention
from kg.extract.outcomes.unitless import NUMBER, read_number
from kg.extract.reading import Reading
from kg.extract.text.comparatives import MORE_OR_LESS
from kg.model import Quantity

#: Any character of a statement, including decimal points.
_ANY = r"(?:[^.;]|\.(?=\d))"
#: Words between a value and its reference.
_AGAINST = re.compile(
    rf"(?:{_ANY}{{0,60}}|[^.;\d]{{0,80}})\b{AGAINST}"
    r"\s+(?:\w+\s+){0,3}\(?~?|,? (?:whereas|while|but) (?:that (?:of|for) )?(?:the |an? )?"
    rf"{STANDARD}\b[^.;]{{0,60}}?(?:only |just )?~?"
)
_MORE_OR_LESS = (
    r"(?:(?:well|far|just|much|even|thus|which|lies|lay|is|was|are|were|and|\w+ly) ){0,3}"
    r"(?:above|below|beyond|(?:exceed|surpass|outperform)(?:e?s|ed|ing)?|unlike|"
    rf"(?:in contrast|contrary) to|{MORE_OR_LESS}(?: \w+)? (?:than|to))"
)
#: Words before a reference that is exceeded or not reached: "well above the 3 V of the others", "is
#: lower than that of the bare film (4 V)".
_BEYOND = re.compile(
    rf",? {_MORE_OR_LESS} (?:the|a) ~?|\)?(?:[^.;()]|\.(?=\d)){{0,60}}?,? {_MORE_OR_LESS} "
    r"(?:that|those|the values?|the ones?) (?:of|for|from|in|with|obtained \w+) [^.;()]{1,60}? "
    rf"\((?:about |approximately |only |~)*|,? {_MORE_OR_LESS} (?:that|those|the values?) of ~?"
)
#: The control's value in a statement of its own: "; that of the bare cores is 19".
_OF_SAMPLE = (
    rf"(?:that|those) (?:of|for|with) (?:the |an? )?(?:{STANDARD}|others?|film without)\b"
    r"[^.;\d]{0,40}?|(?:without|in the absence of|before|prior to) [^.;,\d]{2,40}?,? "
    rf"[^.;,\d]{{0,40}}?|(?:on |for |in |with )?(?:the |an? )?{STANDARD}\b[^.;,\d]{{0,40}}?"
)
_APART = re.compile(
    rf"{_ANY}{{0,60}}[;,:] (?:(?:whereas|while|but|and|yet) )*(?:{_OF_SAMPLE})"
    r" (?:(?:is|was|are|were|ha[ds]|have|show\w*|reache[sd]|gave|gives?|yield\w*|amount\w*|"
    r"attain\w*|exhibit\w*|remain\w*|deliver\w*|to|at|of) )+"
    r"(?:only |just |merely |no more than |about )*~?"
    rf"|\s*\((?:the |an? )?{STANDARD}(?:[ -][\w-]+){{0,3}}:? ~?"
)
#: Words before the control's value, and from there to the sample's: "while the bare cell gave 10 %,
#: the coated one gave 12 %".
_OF_CONTROL = re.compile(
    r"(?:^|[;,:] )(?:(?:[Ww]hereas|[Ww]hile|[Aa]lthough|[Ff]or|[Ii]n|[Oo]n|[Tt]he) "
    rf"(?:[\w-]+ ){{0,3}}{STANDARD}\b|[Ww]ithout |[Ii]n the absence of |[Bb]efore )"
    r"(?:[^.;,\d]|, ){0,90}$"
)
#: Text between the control's value and the sample's: "20 % before and 60 % after".
_THEN_OTHER = re.compile(
    rf"\s(?:(?:for|in|with|of|on) (?:the |an? )?(?:[\w-]+ )?{STANDARD}(?![\w/@-])[^.;,\d]{{0,40}}?|"
    r"(?:without|before|prior to)\b[^.;,\d]{0,40}?|initially),? "
    r"(?:and|but|versus|while|whereas)(?: it (?:is|was))?(?: (?:only|about))* ~?"
)
_OF_OTHER = re.compile(r"\s(?:for|in|with|after|of|on|upon)\b")
#: Words after a share that was lost or kept, which is not comparable with a level.
_SHARE = re.compile(r" of (?:its|their|the|it|them)\b")
#: Another dimension of the same object: "the core is 12 nm wide, and the shell thickness is 2 nm".
_OTHER_SIDE = re.compile(
    r"\b(?:thickness|lengths?|(?:line)?widths?|heights?|the shell (?:is|was|has|had))\b"
)
_IN_TURN = re.compile(
    rf"(?:[^.;,]|\.(?=\d)){{0,50}}[,;] (?:(?:and|but|while|whereas) )?(?!{STANDARD})"
    rf"(?:with (?:it|them|the \w+)|(?:the |those |that )?(?!{STANDARD})[^.;,\d]{{2,60}}?),? "
    r"(?:~|(?:about|up to|only|even) )*"
)
#: Words between a value and its reference: "3.6 %, which is higher than the value of 2.65 %".
_THAN = re.compile(
    r",?\s*(?:\(?which (?:is|was|are|were) |(?:is |was )?(?:\w+ly )?)?(?:\w+ly |"
    rf"much )?{MORE_OR_LESS}\s+(?:than|to)\s+(?:(?:the|that|those|a|an)\s+)?(?:(?:value|one|"
    r"values|efficiency)\s+)?(?:(?:of|for|obtained|in|with)\s+)?(?:[\w/-]+\s+){0,5}?\(?~?"
)
#: Text between a value and its gain, and between the gain and the reference.
_BY = re.compile(
    r",\s*(?:i\.e\.,? )?(?:which is )?an? (?:improvement|increase|enhancement|gain|rise|decrease|"
    r"reduction|drop) (?:of|by) (?:about |~)?$"
)
#: The same with the gain before its noun: "11.0%, representing a 12% gain over the bare one".
_BEING = re.compile(
    r",\s*(?:i\.e\.,? |representing |corresponding to |which (?:is|represents|"
    r"means) )?an? (?:~|about )?$"
)
_OVER = re.compile(
    r"\s*(?:over|relative to|compared (?:to|with)|with respect to|versus)\s[^.;]{0,70}?\(?~?"
)
_GAIN_OVER = re.compile(
    r"\s*(?:relative |absolute )?(?:enhancement|improvement|increase|gain|rise|reduction|decrease|"
    rf"drop)\b{_OVER.pattern}"
)
_INITIAL = re.compile(r",?\s*(?:up |down )?from (?:the |an? )?(?:\w+ )?(?:value of )?~?")
#: A reference in brackets: "of 11.5% compared to the single layer (8.1%)", "a higher gap (2 eV)
#: than the bare one (1 eV)".
_BRACKETED = re.compile(
    r"\)?[^.;()]{0,15}\b(?:compared (?:to|with)|in comparison (?:to|with)|than|versus|"
    r"over)\s[^.;()]{3,60}\(~?"
)
_OPENED = re.compile(r"\s*\((?:(?:only|just|about)\s+|~)?")
_FOR_OTHER = re.compile(
    rf"\s*(?:(?:for|in|with|of) (?:the |an? )?(?:[\w-]+ )?(?:{STANDARD}|single)\b|"
    r"(?:without|before|initially)\b)"
)
#: Text between a sample's value and the control's: "5.2% for the coated cell and 3.1%".
_AND_OTHER = re.compile(
    r"\s*(?:with|after|(?:for|in|with|of|on) (?:the |an? )?[^.;,()]{2,50}?),? "
    r"(?:and|but|versus|vs\.?) (?:only )?~?"
)
_ASIDE = re.compile(r"\s*\((?:[A-Za-z]+[ -]?){1,3}:\s*~?")
#: A number without its unit, at the end of a statement.
_BARE = re.compile(rf"({NUMBER})(?=[.;)]*(?:\s|$))(?! ?[a-zA-Z%°])")


def bare_reference(reading: Reading, value: Mention) -> float | None:
    """Return the value of another sample without a unit: "33 V; that of X is 19"."""
    for number in _BARE.finditer(reading.text, value.end):
        if _APART.fullmatch(reading.text, value.end, number.start()):
            return read_number(number[1])
    return None


def gained_over(
    reading: Reading, value: Mention, change: Mention, quantity: Quantity
) -> float | None:
    """Return the base value of a gain: "11 %, a 12 % gain over the bare one (9.8 %)"."""
    lead = reading.text[value.end : change.start]
    reach = _OVER if _BY.search(lead) else _GAIN_OVER if _BEING.search(lead) else None
    behind = next_quantity(reading, change, quantity.unit) if reach is not None else None
    if reach is None or behind is None:
        return None
    reference = quantity_of(behind)
    is_reached = reach.fullmatch(reading.between(change, behind)) is not None
    return reference.value if is_reached and reference is not None else None


def is_of_control(reading: Reading, value: Mention, following: Mention) -> bool:
    """Return whether a value belongs to the control, and the next one to the sample."""
    if _THEN_OTHER.fullmatch(reading.text, value.end, following.start):
        return _OF_OTHER.match(reading.text, following.end) is not None
    return (
        _SHARE.match(reading.text, value.end) is None
        and _OTHER_SIDE.search(reading.text, value.end, following.start) is None
        and _OF_CONTROL.search(reading.text[: value.start]) is not None
        and _IN_TURN.fullmatch(reading.text, value.end, following.start) is not None
    )


#: Words for a second measurement of the same sample: "4 V measured by the probe".
_OTHERWISE = re.compile(
    r"\s(?:as )?(?:measured|determined|estimated|calculated|extracted|deduced|derived) "
    r"(?:by|from|with|using|via)\b"
)


def is_reference(reading: Reading, between: str, following: Mention) -> bool:
    """Return whether the words between two values make the second a reference for the first."""
    if _OTHERWISE.match(reading.text, following.end):
        return False
    patterns = (_AGAINST, _INITIAL, _ASIDE, _THAN, _BEYOND, _APART, _BRACKETED)
    if any(pattern.fullmatch(between) for pattern in patterns):
        return True
    is_other = _OPENED.fullmatch(between) or _AND_OTHER.fullmatch(between)
    return bool(is_other and _FOR_OTHER.match(reading.text, following.end))
