"""Superscript marks in markup, Unicode or after a caret; not powers, charges or isotopes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.citations.lookalikes import UNITS, is_measured
from corpus.citations.numbers import DASH, LIST, TIGHT_LIST

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RUN = rf"[{_DIGITS}]{{1,3}}"
_BRACED = rf"\^\{{\s*(?:\[{LIST}\]|\({LIST}\)|{LIST}\)?)\s*\}}"
_RAISED = re.compile(
    rf"{_BRACED}(?:\s?[,;{DASH}]?\s?{_BRACED})*"
    rf"|(?<![⁻⁺{_DIGITS}]){_RUN}(?:(?:[,;˒]\s?|[⁻–-]){_RUN})*(?![⁻⁺{_DIGITS}])"
    rf"|(?<=[a-z).,\"\]])\^{TIGHT_LIST}(?![\d.{{])"
)
#: A superscript that became a number between blanks: "It grew. 12 Then".
_APART = re.compile(
    rf"(?:(?<=[a-z)]{{2}}[.,])|(?<=\bal\.)) ({TIGHT_LIST})(?=\s+[\"(]?[A-Za-z]{{2}}|\s*$)"
)
_ABBREVIATED = re.compile(
    r"\b(?:figs?|refs?|eqs?|nos?|secs?|vol|ca|cf|ch|tab|approx|schemes?)\.$", re.IGNORECASE
)
#: Words that open a sentence before a count: "In all, 12 films were grown".
_OPENING = re.compile(r"(?:^|[.;:] )[A-Z]\w*(?: \w+){0,2},$")
_ELEMENT_AHEAD = re.compile(r"[A-Z][a-z]?\b")
_WORD_BEFORE = re.compile(r"[A-Za-zμÅ]+$")
_FORMULA_BEFORE = re.compile(r"(?<![\w.^])[A-Z][A-Za-z]*[\dA-Za-z()]*\d$")
#: The sign of a power that is separate from its digits: "cm^{-} ^{1}".
_POWER_SIGN = re.compile(r"(?:\^\{\s?[-−–+]\s?\}|[⁻⁺])\s?$")
#: Continuations of an axis label or an equation after a power: "(Ahv)^{2} versus hv".
_RELATION_AHEAD = re.compile(r"\s?(?:versus|vs|against|plots?|[=/∝≈~×·])")
_CHARGE_AHEAD = re.compile(r"\s?[-−–+]")


def find_raised(text: str) -> Iterator[re.Match[str]]:
    """Yield every superscript that can be a mark."""
    for match in _RAISED.finditer(text):
        if _is_mark(text, match):
            yield match


def find_apart(text: str) -> Iterator[re.Match[str]]:
    """Yield numbers between a stop and the next words that are marks if the document cites so.

    >>> [
    ...     m[1]
    ...     for m in find_apart("It grew. 12 Then, 5 nm on. See Fig. 3 It then fell, 13 and rose.")
    ... ]
    ['12', '13']
    >>> list(find_apart("In all, 12 films were grown."))
    []
    """
    for match in _APART.finditer(text):
        is_name = _ABBREVIATED.search(text, max(0, match.start() - 9), match.start())
        numbers = [int(number) for number in re.findall(r"\d+", match[1])]
        rises = numbers == sorted(numbers)  # "in a vacuum, 10−6 to 10−7 Pa"
        opens = _OPENING.search(text, 0, match.start())
        if rises and not (is_name or opens or is_measured(text, match.end())):
            yield match


def _is_mark(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text[start - 1] if start else " "
    is_short = len(match.group().strip("^{}[]() ")) < 2
    if before.isdigit() and before not in _DIGITS:
        is_formula = _FORMULA_BEFORE.search(text, max(0, start - 24), start) is not None
        return is_formula and not (is_short and _CHARGE_AHEAD.match(text, end))
    if _is_order(text, match) or _POWER_SIGN.search(text, max(0, start - 6), start):
        return False
    if before in " ([/^+-−" or before in _DIGITS:
        return before == " " and not _ELEMENT_AHEAD.match(text, end) and start > 0
    if is_short and before == ")" and _RELATION_AHEAD.match(text, end):
        return False
    word = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if word is None or not is_short:
        return True
    return word[0] not in UNITS and len(word[0]) > 1


def _is_order(text: str, match: re.Match[str]) -> bool:
    """Return whether a number in brackets belongs to a symbol: "g^{(2)}", "G_{R}^{(1)}"."""
    symbol = text[max(0, match.start() - 3) : match.start()]
    is_single = re.fullmatch(r"\^\{\(\d\)\}", match.group()) is not None
    return is_single and not re.search(r"[a-z]{3}$|[.,;)]$", symbol)
