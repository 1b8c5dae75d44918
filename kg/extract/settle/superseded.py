"""Drop outcomes that a study states without a value if it also states them with one.

An abstract says "the lifetime is enhanced" and then "from 26 to 127 h": one finding, not two.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.findings import Finding
from kg.extract.knowledge.property_kinds import MORE_OR_LESS
from kg.model import Outcome


def without_vaguer(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of one study without changes that another states with a value."""
    listed = list(findings)
    valued = {
        (finding.content.property, finding.content.direction)
        for finding in listed
        if isinstance(finding.content, Outcome) and finding.content.quantity is not None
    }
    return [finding for finding in listed if not _is_vaguer(finding, valued)]


def _is_vaguer(finding: Finding, valued: set[tuple[str, str]]) -> bool:
    outcome = finding.content
    return (
        isinstance(outcome, Outcome)
        and outcome.quantity is None
        and outcome.direction in MORE_OR_LESS
        and (outcome.property, outcome.direction) in valued
    )
