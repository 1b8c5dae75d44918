"""How sure a claim is: by how often its rule was right on the development texts.

The counts stand in ``confidence.json``; ``python -m kg.extract.coverage --write`` measures them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.extract.findings import Finding
from kg.extract.version import extractor_version

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
def counts() -> Mapping[str, Mapping[str, int]]:
    """Of each measured rule: right and wrong claims, and the documents and sources they are in."""
    text = files("kg.extract").joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def confidence_of(rule: str) -> float:
    """How sure a claim of a rule is, 0 to 1; one half for a rule that was never measured."""
    row = counts().get(rule)
    return smoothed(row["right"], row["wrong"]) if row is not None else smoothed(0, 0)


def sureness(finding: Finding) -> float:
    """How sure a claim is that a finding makes, 0 to 1: as its reader says, else as its rule is.

    Only rules of our own reader have been measured.
    """
    if finding.confidence is not None:
        return finding.confidence
    is_ours = finding.reader == extractor_version()
    return confidence_of(finding.rule) if is_ours else smoothed(0, 0)
