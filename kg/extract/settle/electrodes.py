"""Drop films that are contacts or transient layers, and make coats of electrodes overlayers."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.findings import Finding, formula_of, formulas_in_role, role_of
from kg.extract.knowledge.families import METALS
from kg.model import Application, Form, Material, Process

_CONDUCTING_NITRIDES = frozenset({"TiN", "TaN", "WN"})
_BATTERY = Application(application="battery")


def without_contacts(findings: list[Finding]) -> list[Finding]:
    """Return the findings without films that are electrodes: metals, or solids never grown."""
    electrodes = formulas_in_role(findings, "electrode")
    grown = {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    contacts = electrodes - (grown - METALS - _CONDUCTING_NITRIDES)
    return [f for f in findings if role_of(f) != "film" or formula_of(f) not in contacts]


def without_coats_as_electrodes(findings: list[Finding]) -> list[Finding]:
    """Return the findings without overlayers as electrodes ("the CuO/NiO electrode")."""
    overlayers = formulas_in_role(findings, "overlayer")
    if not formulas_in_role(findings, "electrode") - overlayers:
        return findings
    return [
        f
        for f in findings
        if f.rule != "electrode" or role_of(f) != "electrode" or formula_of(f) not in overlayers
    ]


def without_reaction_layers(findings: list[Finding]) -> list[Finding]:
    """Return the findings of an etching study without the layers that its reactions form.

    A film that is etched has a form, or a rule other than "film-of"; "the AlF3 layer" of a reaction
    is formed and removed again.
    """
    if Process(process="atomic_layer_etching") not in {f.content for f in findings}:
        return findings
    films = {f.content.formula for f in findings if isinstance(f.content, Form)}
    films |= {formula_of(f) for f in findings if role_of(f) == "film" and f.rule != "film-of"}
    return [f for f in findings if role_of(f) != "film" or not films or formula_of(f) in films]


def with_coats_on_electrodes(findings: list[Finding]) -> list[Finding]:
    """Return the findings with coats on the finished electrodes of a battery as overlayers."""
    if _BATTERY not in (f.content for f in findings):
        return findings
    return [
        replace(f, content=Material(role="overlayer", formula=formula_of(f)))
        if f.rule == "coating-of" and role_of(f) == "film"
        else f
        for f in findings
    ]
