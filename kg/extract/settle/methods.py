"""Processes and uses of one study: a narrower name stands for a wider one that is meant."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.findings import Finding, role_of
from kg.extract.knowledge.families import is_oxide
from kg.model import Application, Chemical, Form, Process, System

#: Devices of microelectronics that have names of their own.
_DEVICES = frozenset({"field_effect_transistor", "memory_device"})
#: The form of what is coated on its plate or in its mat, and is no colloid.
_FIXED = "nanotube"
#: Devices whose electrodes are sensitised by SILAR.
_SENSITISED = frozenset(
    Application(application=use) for use in ("solar_cell", "water_splitting", "photodetector")
)


def with_plasma_ald(findings: list[Finding]) -> list[Finding]:
    """An ALD with a plasma among its reagents is plasma-enhanced, where no kind of ALD is named."""
    made = {f.content.process for f in findings if isinstance(f.content, Process)}
    parts = {(c.chemical, c.role) for f in findings if isinstance(c := f.content, Chemical)}
    uses_plasma = any((gas, "coreactant") in parts for gas, role in parts if role == "plasma_gas")
    if not uses_plasma or made & {"plasma_treatment", "thermal_ald", "spatial_ald"}:
        return findings
    return _renamed(findings, "ald", "plasma_enhanced_ald")


def _renamed(findings: list[Finding], old: str, new: str) -> list[Finding]:
    """The findings with one process in the place of another."""
    return [
        replace(f, content=Process(process=new)) if f.content == Process(process=old) else f
        for f in findings
    ]


def with_narrow_uses(findings: list[Finding]) -> list[Finding]:
    """Drop microelectronics where the study names the device: a gate dielectric is its part."""
    named = {f.content.application for f in findings if isinstance(f.content, Application)}
    if not named & _DEVICES:
        return findings
    return [f for f in findings if f.content != Application(application="microelectronics")]


def with_colloidal_silar(findings: list[Finding]) -> list[Finding]:
    """SILAR that gives core@shell particles is the colloidal one, unless it is on an electrode."""
    fixed = {
        f.content.formula
        for f in findings
        if isinstance(f.content, Form) and f.content.form == _FIXED
    }
    of_particles = any(
        isinstance(f.content, System)
        and f.content.architecture == "core_shell"
        and f.content.layers[0] not in fixed
        and not is_oxide(f.content.layers[0])  # a rod of an electrode that dots sensitise
        for f in findings
    )
    if not of_particles:
        return findings
    if any(f.content in _SENSITISED or role_of(f) == "electrode" for f in findings):
        return findings
    return _renamed(findings, "silar", "colloidal_silar")
