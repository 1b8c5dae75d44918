"""At which conditions an outcome holds: the ``under`` of "after 30 d at 85 °C in air"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.findings import Finding
from kg.extract.links.said import Said
from kg.model import Condition

#: Conditions of a test or treatment that a clause ties to its outcome.
TESTS = frozenset(
    """test_temperature test_duration annealing_temperature annealing_time temperature
    room_temperature inert_atmosphere duration relative_humidity power_density wavelength
    cycle_count thickness ph concentration pressure exposure_time""".split()
)


def conditions_under(said: Said) -> tuple[Condition, ...]:
    """The conditions that the clause of an outcome states, in order."""
    start, end = said.clause.start, said.clause.end
    return tuple(
        dict.fromkeys(
            finding.content
            for finding in _stated(said.part.findings, start, end)
            if isinstance(finding.content, Condition)
            and finding.content.parameter in TESTS
            and not any(a <= finding.at < b for a, b in said.compared)
        )
    )


def _stated(findings: Iterable[Finding], start: int, end: int) -> list[Finding]:
    return sorted((f for f in findings if start <= f.at < end), key=lambda f: f.at)
