"""Treat objects as heterostructures if the text calls them so, whatever their coatings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.findings import Coating, Finding
from kg.model import Material, System


def with_heterostructures(findings: list[Finding], read: Sequence[Finding]) -> list[Finding]:
    """Return the findings with pairs of solids that the text calls heterostructures as such.

    They are not core/shell objects; the inner solid comes first. ``read`` are the findings before
    their coatings were settled.
    """
    called = {
        frozenset(f.content.layers)
        for f in findings
        if isinstance(f.content, System) and f.content.architecture == "heterostructure"
    }
    coats = [f.content for f in read if isinstance(f.content, Coating)]
    order = {
        pair: (c.inner, c.outer) for c in coats if (pair := frozenset((c.inner, c.outer))) in called
    }
    if not order:
        return findings
    settled = []
    for finding in findings:
        content = finding.content
        pair = frozenset(content.layers) if isinstance(content, System) else frozenset()
        if isinstance(content, System) and pair in order:
            if content.architecture != "heterostructure":
                continue
            content = System(architecture="heterostructure", layers=order[pair])
        elif (
            isinstance(content, Material)
            and content.role in ("core", "shell")
            and content.formula in frozenset().union(*order)
        ):
            role = "substrate" if content.role == "core" else "film"
            content = Material(role=role, formula=content.formula)
        settled.append(replace(finding, content=content))
    return settled
