"""Completeness of reporting: the parameters needed to repeat a deposition, and those missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from kg.analytics.facts import Facts
from kg.analytics.names import concepts_named, with_narrower
from kg.table import Iri, Row, Table
from ontology import vocabulary
from ontology.iri import concept_iri

#: Field of a report -> roles of things and parameters, any of which fills it.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "precursor": ("precursor",),
    "co-reactant": ("co-reactant",),
    "temperature": ("temperature", "room_temperature"),
    "number of cycles": ("cycle_count",),
    "growth per cycle or thickness": ("growth_per_cycle", "thickness", "monolayer_count"),
    "pulse or exposure time": ("pulse_time", "exposure_time"),
    "purge time": ("purge_time",),
    "size of the core": ("particle_size",),
    "ligand": ("ligand",),
    "technique": ("technique",),
    "outcome": ("outcome",),
}
#: Depositions that are analysed if none is named, with their variants: ALD from gas or liquid.
_DEPOSITIONS: Final = ("ald", "colloidal_ald", "liquid_phase_ald")

COLUMNS_BY_FIELD = ("field", "studies", "stated", "share", "stated_in", "not_stated_in")
COLUMNS_BY_STUDY = ("study", "year", "stated", "share", "states", "does_not_state", "study_iri")


def completeness_by_field(facts: Facts, *, process: str = "") -> Table:
    """Return the number of studies of a deposition that state each field.

    Parameters
    ----------
    facts
        The graph.
    process
        Only studies that make something by this process or a variant of it; if empty, by ALD from
        gas or in liquid.

    Returns
    -------
    ``studies`` are all that make something by the process, ``stated`` those that state the field.

    Raises
    ------
    QueryError
        If the process is unknown.

    Notes
    -----
    What is missing here may be in the paper: if a study is known only from a review, only the
    review was read. Linear in the uses.
    """
    studies, stated = _makers(facts, process), _stated(facts)
    rows = []
    for name in FIELDS:
        has = [study for study in studies if name in stated[study]]
        lacking = facts.labels(study for study in studies if name not in stated[study])
        share = round(len(has) / len(studies), 2) if studies else None
        counts = (len(studies), len(has), share)
        rows.append((name, *counts, facts.labels(has) or None, lacking or None))
    rows.sort(key=lambda row: -row[2])
    return Table(columns=COLUMNS_BY_FIELD, rows=tuple(rows))


def completeness_by_study(facts: Facts, *, process: str = "") -> Table:
    """Return the fields that each study of a deposition states, and those that it does not.

    The parameters are those of :func:`completeness_by_field`.

    Returns
    -------
    ``share`` is the proportion of the fields that the study states.

    Notes
    -----
    What is missing here may be in the paper. Linear in the uses.

    Raises
    ------
    QueryError
        If the process is unknown.
    """
    stated = _stated(facts)
    rows: list[Row] = []
    for study in _makers(facts, process):
        has = [name for name in FIELDS if name in stated[study]]
        lacking = [name for name in FIELDS if name not in stated[study]]
        share = round(len(has) / len(FIELDS), 2)
        cells = (facts.label(study), facts.studies[study].year, len(has), share)
        rows.append((*cells, ", ".join(has) or None, ", ".join(lacking) or None, Iri(study)))
    rows.sort(key=lambda row: (-int(row[2] or 0), str(row[0])))
    return Table(columns=COLUMNS_BY_STUDY, rows=tuple(rows))


def _makers(facts: Facts, process: str) -> list[str]:
    """Return the studies that make something by the process, sorted by label."""
    wanted = _processes(facts, process)
    makers = {recipe.study for recipe in facts.recipes if wanted & set(recipe.processes)}
    return sorted(makers, key=lambda iri: (facts.label(iri), iri))


def _processes(facts: Facts, name: str) -> frozenset[str]:
    if name:
        return concepts_named(facts, "process", name, option="process")
    named = (with_narrower(concept_iri("process", one)) for one in _DEPOSITIONS)
    return frozenset().union(*named)


def _stated(facts: Facts) -> Mapping[str, frozenset[str]]:
    """Return for each study the fields that its stated values fill."""
    terms = vocabulary()
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for field, names in FIELDS.items():
        for name in names:
            term = terms.get("parameter", name)
            answers[term.iri if term is not None else name].add(field)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for use in facts.uses:
        key = use.thing if facts.kind(use.thing) == "parameter" else use.role
        found[use.study] |= answers.get(key, set())
    return defaultdict(frozenset, {study: frozenset(fields) for study, fields in found.items()})
