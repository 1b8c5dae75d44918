"""The confidence of a claim, from how often its rule was right.

For abstracts, notes and reviews it comes from the annotated development texts: ``confidence.json``,
which ``python -m kg.extract.coverage --write`` measures. In a whole paper that reports its own work
the same rules err more often, and a claim with several sentences is more reliable than one with a
single sentence: ``judged.json``, which :mod:`kg.extract.judged` counts.
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

#: The file with the counts of the rules, beside this module.
TABLE = "confidence.json"


def smoothed(right: int, wrong: int) -> float:
    """Return the share of right claims, drawn towards one half where few were seen.

    Laplace's rule of succession, ``(right + 1) / (seen + 2)``, rounded to two digits.

    Examples
    --------
    >>> smoothed(0, 0), smoothed(3, 1), smoothed(98, 0)
    (0.5, 0.67, 0.99)
    """
    return round((right + 1) / (right + wrong + 2), 2)


@cache
def counts() -> Mapping[str, Mapping[str, int]]:
    """Return for each measured rule its right and wrong claims, and their documents and sources."""
    text = files("kg.extract").joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def confidence_of(rule: str) -> float:
    """Return the confidence of a rule's claims, 0 to 1; one half for a rule never measured."""
    row = counts().get(rule)
    return smoothed(row["right"], row["wrong"]) if row is not None else smoothed(0, 0)


@cache
def _share(group: Group) -> float | None:
    return share_right(judged(), group)


def sureness(finding: Finding, sentences: int = 1, *, in_report: bool = False) -> float:
    """Return the confidence of a claim that rests on this many sentences, 0 to 1.

    It is the one that the reader gave, if any, else that of the rule. ``in_report`` is true for a
    claim of a whole paper that reports its own work. Only the rules of our own reader have been
    measured; a claim of any other reader gets one half.
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
