"""Narrow the processes and uses of one study to the more specific terms that are meant."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.findings import Finding, role_of
from kg.extract.knowledge.families import is_oxide
from kg.model import Application, Chemical, Form, Process, System

#: Devices of microelectronics that have names of their own.
_DEVICES = frozenset({"field_effect_transistor", "memory_device"})
#: The form of solids that are coated on a substrate or in a mat, not in a colloid.
_FIXED = "nanotube"
#: Uses whose devices have electrodes that are sensitised by SILAR.
_SENSITISED = frozenset(
    Application(application=use) for use in ("solar_cell", "water_splitting", "photodetector")
)


def with_plasma_ald(findings: list[Finding]) -> list[Finding]:
    """Return the findings with ALD as plasma-enhanced if a plasma gas is a co-reactant.

    They are unchanged if the study names another kind of ALD or a plasma treatment.
    """
    made = {f.content.process for f in findings if isinstance(f.content, Process)}
    parts = {(c.chemical, c.role) for f in findings if isinstance(c := f.content, Chemical)}
    uses_plasma = any((gas, "coreactant") in parts for gas, role in parts if role == "plasma_gas")
    if not uses_plasma or made & {"plasma_treatment", "thermal_ald", "spatial_ald"}:
        return findings
    return _renamed(findings, "ald", "plasma_enhanced_ald")


def _renamed(findings: list[Finding], old: str, new: str) -> list[Finding]:
    """Return the findings with one process replaced by another."""
    return [
        replace(f, content=Process(process=new)) if f.content == Process(process=old) else f
        for f in findings
    ]


def with_narrow_uses(findings: list[Finding]) -> list[Finding]:
    """Return the findings without microelectronics if the study names a device of it."""
    named = {f.content.application for f in findings if isinstance(f.content, Application)}
    if not named & _DEVICES:
        return findings
    return [f for f in findings if f.content != Application(application="microelectronics")]


def with_colloidal_silar(findings: list[Finding]) -> list[Finding]:
    """Return the findings with SILAR as colloidal SILAR if it gives core/shell particles.

    They are unchanged if the study has an electrode or a device with sensitised electrodes.
    """
    fixed = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Form) and f.content.form == _FIXED
    }
    of_particles = any(
        isinstance(f.content, System)
        and f.content.architecture == "core_shell"
        and f.content.layers[0] not in fixed
        and not is_oxide(f.content.layers[0])  # an oxide rod of an electrode that dots sensitise
        for f in findings
    )
    if not of_particles:
        return findings
    if any(f.content in _SENSITISED or role_of(f) == "electrode" for f in findings):
        return findings
    return _renamed(findings, "silar", "colloidal_silar")
