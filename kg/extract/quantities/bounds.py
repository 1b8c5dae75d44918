"""Bounds that are printed once for several numbers of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.quantities.model import QuantityMatch

#: Text between two numbers of a list: "up to 1 and 10 s"; "up to 750 °C in N2, 400 °C in air".
_AND: Final = re.compile(r",? (?:and|or) |, ")
_EACH: Final = re.compile(r" (in|for|with|under|on) (?:[\w-]+ ){0,2}[\w-]+(?:,|,? and|, and) ")


def share_bounds(text: str, found: Sequence[QuantityMatch]) -> Iterator[QuantityMatch]:
    """Yield the matches, with the bound of a number given to the rest of its list."""
    last: QuantityMatch | None = None
    for match in found:
        if last is not None and _is_shared(text, last, match):
            quantity, top = match.quantity, match.quantity.value
            quantity = (
                replace(quantity, value=None, value_max=top)
                if last.kind == "max"
                else replace(quantity, bound="min")
            )
            match = replace(match, quantity=quantity, kind=last.kind)
        yield match
        last = match


def _is_shared(text: str, last: QuantityMatch, match: QuantityMatch) -> bool:
    if (last.kind not in ("max", "min") or match.kind != "exact" or match.quantity.approximate
            or match.dimension != last.dimension or not match.dimension):  # fmt: skip
        return False
    between = text[last.end : match.start]
    if _AND.fullmatch(between):
        return last.shared
    said = _EACH.fullmatch(between)
    return said is not None and text.startswith(f" {said[1]} ", match.end)
