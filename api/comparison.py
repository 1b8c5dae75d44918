"""Studies side by side: one row a study, each cell with the sentences that it rests on. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from api.schemas import ClaimShape, EvidenceShape, StudyDetail
from kg.table import Table

#: What a comparison can be sorted by.
SORTS: Final = ("as chosen", "study", "year", "temperature")

_SET: Final = frozenset({"temperature", "room_temperature"})
_KELVIN: Final = MappingProxyType({"Cel": 273.15, "K": 0.0})
_ROOM: Final = 295.65  # the middle of 20 to 25 °C, in kelvin
#: Behind everything that has a number.
_LAST: Final = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a cell says, and the claims that say it."""

    text: str
    claims: tuple[ClaimShape, ...]

    @property
    def evidence(self) -> tuple[EvidenceShape, ...]:
        """The places that say it, those with a text that may be shown first."""
        found = {(c.evidence.document, c.evidence.spans): c.evidence for c in self.claims}
        return tuple(sorted(found.values(), key=lambda one: one.quote is None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A study with its cells, by column."""

    study: StudyDetail
    cells: dict[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Rows of studies under those columns in which any of them says something."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def compare(studies: Iterable[StudyDetail], sort: str = SORTS[0]) -> Comparison:
    """Return the studies side by side; columns in which none says anything are left out.

    Parameters
    ----------
    studies
        The studies with their claims, in the order chosen.
    sort
        One of :data:`SORTS`.
    """
    rows = [Row(study=study, cells=_cells(study)) for study in studies]
    key = _ORDERS.get(sort)
    if key is not None:
        rows.sort(key=key)
    columns = tuple(name for name in _COLUMNS if any(row.cells[name] for row in rows))
    return Comparison(columns=columns, rows=tuple(rows))


def as_table(found: Comparison) -> Table:
    """Return the comparison as a table of texts, with the IRIs of the studies."""
    rows = (
        (
            *(row.study.label, row.study.year),
            *("; ".join(entry.text for entry in row.cells[name]) or None for name in found.columns),
            *(row.study.doi or None, row.study.iri),
        )
        for row in found.rows
    )
    return Table(columns=("study", "year", *found.columns, "doi", "study_iri"), rows=tuple(rows))


def _cells(study: StudyDetail) -> dict[str, tuple[Entry, ...]]:
    claims = [claim for kind in study.claims.values() for claim in kind]
    return {name: _entries(claims, reads) for name, reads in _COLUMNS.items()}


def _entries(claims: Sequence[ClaimShape], reads: Callable[[ClaimShape], str]) -> tuple[Entry, ...]:
    found: dict[str, list[ClaimShape]] = {}
    for claim in claims:
        text = reads(claim)
        if text:
            found.setdefault(text, []).append(claim)
    return tuple(Entry(text=text, claims=tuple(said)) for text, said in found.items())


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


#: Column -> how it reads a claim; the order is that of the columns.
_COLUMNS: Final = MappingProxyType(
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


def _kelvins(row: Row) -> Iterator[float]:
    for entry in row.cells["temperature"]:
        for claim in entry.claims:
            quantity = claim.quantity
            if quantity is None:
                yield _ROOM
            elif quantity.value is not None and quantity.unit and quantity.unit in _KELVIN:
                yield quantity.value + _KELVIN[quantity.unit]


_ORDERS: Final[dict[str, Callable[[Row], tuple[float, str]]]] = {
    "study": lambda row: (0.0, row.study.label.casefold()),
    "year": lambda row: (float(row.study.year or _LAST), row.study.label),
    "temperature": lambda row: (min(_kelvins(row), default=_LAST), row.study.label),
}
