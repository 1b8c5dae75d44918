"""Detection of lines that break off in the middle of a sentence, and of their continuations."""

from __future__ import annotations

import re

#: The number of trailing characters searched: more than any marks after the last word take.
_LAST = 400
_MARKS_AT_END = re.compile(r"(?:\*|\^\{[^}]*\}|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]|\s|[\"'”’)\]]|(?<=\.)\d{1,3})+$")
_STOP = re.compile(r"[.!?:;]$")
_FUNCTION_WORDS = (
    "a an the of in on at to for from by with and or as into onto that which than via per between"
    " through under over is are was were be been has have had not using both its their these this"
    " such where when while using can may respectively"
)
_OPEN_WORDS = frozenset(_FUNCTION_WORDS.split())
#: The end of an incomplete note on rights, and of a complete one.
RIGHTS_OPEN = re.compile(r"Copyright \d{4}(?: [A-Z]\w+| of| and){0,4}$")
_RIGHTS_CLOSED = re.compile(
    r"(?:Society|Sons|Group|Chemistry|Elsevier|Springer|Ltd|Inc|AAAS|Wiley)$"
)


def goes_on(first: str, second: str) -> bool:
    """Return whether the second line continues a sentence of the first."""
    rights = RIGHTS_OPEN.search(first)
    if rights:
        return not _RIGHTS_CLOSED.search(first)
    if not is_open(first):
        return False
    last = re.split(r"[\s(]", first.rstrip("-–"))[-1].lower()
    is_cut = first.endswith(("-", "–", ",", "/")) or last in _OPEN_WORDS
    return second[:1].islower() or second[:1].isdigit() or is_cut


def is_open(line: str) -> bool:
    """Return whether a line breaks off in the middle of a sentence."""
    line = line.rstrip()[-_LAST:]  # a pattern that ends in $ is slow on long lines
    return not (_STOP.search(_MARKS_AT_END.sub("", line)) or _STOP.search(line))
