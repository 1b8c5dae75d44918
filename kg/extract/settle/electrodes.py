"""Films that are none: the contacts of a device, layers of a reaction, coats of electrodes."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import METALS
from kg.model import Application, Form, Material, Process

_CONDUCTING_NITRIDES = frozenset({"TiN", "TaN", "WN"})
_BATTERY = Application(application="battery")


def without_contacts(findings: list[Finding]) -> list[Finding]:
    """The films without electrodes: those of metals, and those not told to be grown."""
    electrodes = formulas_in_role(findings, "electrode")
    grown = {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    contacts = electrodes - (grown - METALS - _CONDUCTING_NITRIDES)
    return [f for f in findings if role_of(f) != "film" or formula_of(f) not in contacts]


def without_reaction_layers(findings: list[Finding]) -> list[Finding]:
    """The films of an etching study without the layers that its reactions make and remove.

    What is etched is called a film or read as etched; "the AlF3 layer" comes and goes.
    """
    if Process(process="atomic_layer_etching") not in {f.content for f in findings}:
        return findings
    films = {f.content.formula for f in findings if isinstance(f.content, Form)}
    films |= {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    return [f for f in findings if role_of(f) != "film" or not films or formula_of(f) in films]


def with_coats_on_electrodes(findings: list[Finding]) -> list[Finding]:
    """What coats the electrodes of a battery lies on finished electrodes: an overlayer."""
    if _BATTERY not in (f.content for f in findings):
        return findings
    return [
        replace(f, content=Material(role="overlayer", formula=formula_of(f)))
        if f.rule == "coating-of" and role_of(f) == "film"
        else f
        for f in findings
    ]
