"""The columns of a comparison, and the text that each takes from the claims of a study. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from api.schemas import ClaimShape

_SET: Final = frozenset({"temperature", "room_temperature"})


def _system(claim: ClaimShape) -> str:
    return "/".join(claim.layers)


def _material(*roles: str) -> Callable[[ClaimShape], str]:
    def read(claim: ClaimShape) -> str:
        is_meant = claim.role is not None and claim.role.id in roles
        return claim.material.label if claim.material and is_meant else ""

    return read


def _process(claim: ClaimShape) -> str:
    return claim.process.label if claim.kind == "process" and claim.process else ""


def _chemical(*roles: str) -> Callable[[ClaimShape], str]:
    def read(claim: ClaimShape) -> str:
        is_meant = claim.role is not None and claim.role.id in roles
        return claim.chemical.label if claim.chemical and is_meant else ""

    return read


def _temperature(claim: ClaimShape) -> str:
    if claim.parameter is None or claim.parameter.id not in _SET:
        return ""
    return claim.quantity.text if claim.quantity else claim.parameter.label


def _condition(claim: ClaimShape) -> str:
    is_other = claim.kind == "condition" and not _temperature(claim)
    return claim.statement if is_other else ""


def _technique(claim: ClaimShape) -> str:
    return claim.technique.label if claim.kind == "technique" and claim.technique else ""


def _outcome(claim: ClaimShape) -> str:
    return claim.statement if claim.kind == "outcome" else ""


def _application(claim: ClaimShape) -> str:
    return claim.application.label if claim.application else ""


#: Column -> the function that returns its text for a claim, or ``""``; in the order of columns.
COLUMNS: Final[Mapping[str, Callable[[ClaimShape], str]]] = MappingProxyType(
    {
        "core": _material("core", "nanocrystal"),
        "coating": _material("shell", "matrix", "overlayer", "film", "blocking_layer"),
        "process": _process,
        "precursors": _chemical("precursor"),
        "coreactants": _chemical("coreactant"),
        "temperature": _temperature,
        "outcomes": _outcome,
        "systems": _system,
        "substrate": _material("substrate", "support"),
        "ligands": _chemical("ligand"),
        "conditions": _condition,
        "techniques": _technique,
        "applications": _application,
    }
)
