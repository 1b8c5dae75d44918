"""How sure a claim is: by how often its rule was right.

In abstracts, notes and reviews the development texts tell it: ``confidence.json``, which
``python -m kg.extract.coverage --write`` measures. In a whole paper that reports its own work the
same rules err more often, and a claim on several sentences is surer than one on a single sentence:
``judged.json``, which :mod:`kg.extract.judged` counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.claims import kind_of
from kg.extract.findings import Coating, Finding
from kg.extract.judged import Group, judged, share_right
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


@cache
def _share(group: Group) -> float | None:
    return share_right(judged(), group)


def sureness(finding: Finding, sentences: int = 1, *, in_report: bool = False) -> float:
    """How sure a claim on so many sentences is, 0 to 1, as its reader says, else as its rule is.

    ``in_report`` says that it stands in a whole paper that reports its own work. Only rules of our
    own reader have been measured.
    """
    if finding.confidence is not None:
        return finding.confidence
    if finding.reader != extractor_version():
        return smoothed(0, 0)
    if in_report and not isinstance(finding.content, Coating):
        share = _share(Group(kind_of(finding.content), finding.rule, sentences > 1))
        if share is not None:
            return round(share, 2)
    return confidence_of(finding.rule)
