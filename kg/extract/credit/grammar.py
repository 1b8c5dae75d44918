"""Just enough grammar to distinguish a clause from a phrase: finite verbs and prepositions."""

from __future__ import annotations

import re

_PAST = (
    r"(?:report|show|us|employ|describ|demonstrat|obtain|achiev|yield|exhibit|observ|investigat|"
    r"appli|propos|introduc|develop|produc|deposit|fabricat|prepar|result|lack|need)ed|"
    r"gave|gives?|led|leads?|grew|found|saw|made|took|became|shows?|uses?|reports?|yields?|needs?"
)
_MODAL = r"(?:can|could|may|might|will|would|does|did|do)"
_AUXILIARY = rf"(?:is|are|was|were|has|have|had|{_MODAL})"
_ADVERBS = r"(?:\s+(?:also|not|been|be|already|previously|recently|first|now|\w+ly))*"
#: A past form before a preposition is a participle ("films used in").
_FINITE = re.compile(
    rf"\b(?:{_MODAL}(?:\s+\w+ly)?\s+(?!be\b|have\b)\w+|{_AUXILIARY}{_ADVERBS}(?:\s+(?:\w+ed|\w+wn|\w+en|made|built|found|led|cut|put))?"
    rf"|(?:{_PAST})(?!\s+(?:by|in|as|for|with|on|at|from|under)\b))(?![\w-])"
)
_PREDICATE = re.compile(
    rf"(?:{_AUXILIARY}\b|(?:\w+ly\s+)?(?:{_PAST})\b(?!\s+(?:films?|layers?|samples?|dots?)\b))"
)
_PREPOSITION = re.compile(
    r"\b(?:of|from|with|by|using|via|on|onto|in|into|for|as|at|to|between|through|under|over)\b"
)


def finite_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first finite verb of a stretch, with its participle.

    >>> found = finite_verb("ALD has also given films.", 0, 25)
    >>> found and found.group(), finite_verb("films used in cells", 0, 19)
    ('has also given', None)
    """
    return _FINITE.search(text, start, end)


def opens_predicate(text: str, at: int) -> bool:
    """Return whether a stretch begins with a verb whose subject comes before it.

    >>> opens_predicate("was used in cells", 0), opens_predicate("films in cells", 0)
    (True, False)
    """
    return _PREDICATE.match(text, at) is not None


def preposition_at(text: str, at: int) -> str:
    """Return the preposition with which a stretch begins, "" for none.

    >>> preposition_at("of glass", 0), preposition_at("glass", 0)
    ('of', '')
    """
    found = _PREPOSITION.match(text, at)
    return found.group() if found else ""


def last_preposition(text: str, start: int, end: int) -> int | None:
    """Return the offset of the last preposition of a stretch, ``None`` without one.

    >>> last_preposition("Films of glass", 0, 14)
    6
    """
    found = list(_PREPOSITION.finditer(text, start, end))
    return found[-1].start() if found else None
