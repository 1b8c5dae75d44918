"""Labels for pictures: formulas with subscripts, long names shortened."""

from __future__ import annotations

import re
from typing import Final

_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FORMULA: Final = re.compile(
    r"\b(?:[A-Z][a-z]?(?:\d+(?:\.\d+)?)?|\((?:[A-Z][a-z]?\d*,?)+\)\d*)+(?![A-Za-z])"
)
_COUNT: Final = re.compile(r"(?<=[A-Za-z)])\d+(?:\.\d+)?")
#: Greatest number of characters of a label beside a drawing.
LONGEST: Final = 34


def short_label(label: str, longest: int = LONGEST) -> str:
    """Return a label with subscripts in its formulas; a long one ends in an ellipsis.

    >>> short_label("Al2O3 on CdSe/CdS"), short_label("Liu 2011"), short_label("a" * 50, 5)
    ('Al₂O₃ on CdSe/CdS', 'Liu 2011', 'aaaa…')
    """
    short = label if len(label) <= longest else label[: longest - 1].rstrip() + "…"
    return _FORMULA.sub(lambda m: _COUNT.sub(lambda n: n[0].translate(_LOWERED), m[0]), short)
