"""How sure a claim is: by how often its rule was right on the development texts.

The counts stand in ``confidence.json``; ``python -m kg.extract.coverage --write`` measures them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

#: Where the counts of the rules stand, beside this module.
TABLE = "confidence.json"


def smoothed(right: int, wrong: int) -> float:
    """The share of right claims, drawn to one half where few were seen.

    Laplace's rule of succession, ``(right + 1) / (seen + 2)``, to two digits.

    Examples
    --------
    >>> smoothed(0, 0), smoothed(3, 1), smoothed(98, 0)
    (0.5, 0.67, 0.99)
    """
    return round((right + 1) / (right + wrong + 2), 2)


@cache
def _counts() -> dict[str, tuple[int, int]]:
    table = json.loads(files("kg.extract").joinpath(TABLE).read_text(encoding="utf-8"))
    return {rule: (row["right"], row["wrong"]) for rule, row in table.items()}


def confidence_of(rule: str) -> float:
    """How sure a claim of a rule is, 0 to 1; one half for a rule that was never measured."""
    return smoothed(*_counts().get(rule, (0, 0)))
