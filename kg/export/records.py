"""Studies as bibliographic records with citation keys, for every format that cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.model import Author, Reference, WorkType
from kg.errors import QueryError
from kg.export.keys import append_keys, give_keys, read_keys
from kg.queries import bind, find_query, run
from kg.table import IRI_SUFFIX, Cell, Table, table_from_result
from ontology import rdf

if TYPE_CHECKING:
    from kg.store import Graph, Location

#: The column of a table that holds citation keys.
CITATION = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRecord:
    """The record of a study for citation; unknown fields are ``""`` (``year`` is ``None``).

    ``authors`` are pairs of family and given names; ``type`` is a type of CSL-JSON.
    """

    iri: str
    key: str
    label: str = ""
    title: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    type: str = "document"


def read_records(store: Graph, studies: Iterable[str] | None = None) -> tuple[StudyRecord, ...]:
    """Return the record of every study in the store, ordered by citation key.

    If documents print a field differently, the longest text is used (the first of equal length).

    Parameters
    ----------
    store
        The graph; keys given earlier are read from the list beside it.
    studies
        IRIs of the wanted studies; all if left out.
    """
    folder = store.directory.parent if store.directory else None
    found = _fields(_bibliography(store, studies))
    works = {iri: (_reference(fields), fields.get("document", "")) for iri, fields in found.items()}
    keys = give_keys(works, read_keys(folder))
    records = (_record(iri, keys[iri], fields) for iri, fields in found.items())
    return tuple(sorted(records, key=lambda record: (record.key, record.iri)))


def keep_keys(place: Location) -> None:
    """Add the keys of a store's studies to the list that only grows (:mod:`kg.export.keys`).

    It is called after a generation is written, while the store is still locked. A remote store has
    no such list; its keys are made from the records alone.

    Raises
    ------
    StoreError
        If there is no graph at ``place``.
    """
    from kg.store import open_graph

    if not isinstance(place, Path):
        return
    records = read_records(open_graph(place))
    append_keys(place, ((record.key, reference_of(record)) for record in records))


def reference_of(record: StudyRecord) -> Reference:
    """Return the record as a :class:`corpus.model.Reference`."""
    return Reference(
        key=record.key,
        authors=tuple(Author(family=family, given=given) for family, given in record.authors),
        type=cast(WorkType, record.type),
        year=record.year,
        **{name: getattr(record, name) for name in _TEXTS if name != "label"},
    )


def _bibliography(store: Graph, studies: Iterable[str] | None) -> Table:
    if studies is None:
        return run(store, "bibliography")
    nodes = tuple(rdf.NamedNode(iri) for iri in sorted({*studies}))
    text = bind(find_query("bibliography"), {"study": nodes})
    return table_from_result(store.query(text))


def _fields(table: Table) -> dict[str, dict[str, str]]:
    """Return the best value of each field of each study."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, field, value in table.rows:
        found[str(iri)][str(field)].add(str(value))
    return {
        iri: {
            field: min(values, key=lambda text: (-len(text), text)) for field, values in of.items()
        }
        for iri, of in sorted(found.items())
    }


#: Fields that are plain text.
_TEXTS = ("label", "title", "container", "volume", "issue", "pages", "publisher", "doi", "url")


def _record(iri: str, key: str, found: Mapping[str, str]) -> StudyRecord:
    return StudyRecord(
        iri=iri,
        key=key,
        authors=tuple(
            _author(name) for name in found.get("authors", "").split(";") if name.strip()
        ),
        year=int(found["year"]) if "year" in found else None,
        type=found.get("type", "document"),
        **{name: found.get(name, "") for name in _TEXTS},
    )


def _reference(found: Mapping[str, str]) -> Reference:
    """Return the record that identifies a work; the first author may be the only known one."""
    record = reference_of(_record("", "", found))
    if record.authors or "first_author" not in found:
        return record
    return replace(record, authors=(Author(family=found["first_author"]),))


def _author(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip(), given.strip()


def cited(table: Table, records: Iterable[StudyRecord]) -> Table:
    """Return the table with citation keys in place of study IRIs; other IRIs are left out.

    A column ``study_iri`` becomes ``citation``, ``other_study_iri`` ``other_citation``; columns
    without any value are left out.
    """
    keys = {record.iri: record.key for record in records}
    is_cited = [_cites(name) for name in table.columns]
    renamed = Table(
        columns=tuple(
            name.replace("study" + IRI_SUFFIX, CITATION) if cites else name
            for name, cites in zip(table.columns, is_cited, strict=True)
        ),
        rows=tuple(
            tuple(
                _key(cell, keys) if cites else cell
                for cell, cites in zip(row, is_cited, strict=True)
            )
            for row in table.rows
        ),
    )
    return renamed.readable()


def studies_in(table: Table) -> frozenset[str]:
    """Return the IRIs of all studies in a table."""
    columns = (table.column(name) for name in table.columns if _cites(name))
    return frozenset(str(cell) for column in columns for cell in column if cell is not None)


def of_studies(table: Table, wanted: Collection[str]) -> Table:
    """Return the rows on some studies, given by their IRIs.

    Raises
    ------
    QueryError
        If the table has no column of studies.
    """
    places = [i for i, name in enumerate(table.columns) if _cites(name)]
    if not places:
        raise QueryError("the answer names no studies, so it cannot be narrowed to some of them")
    rows = (row for row in table.rows if any(row[i] in wanted for i in places))
    return Table(columns=table.columns, rows=tuple(rows))


def _cites(column: str) -> bool:
    return column.endswith("study" + IRI_SUFFIX)


def _key(cell: Cell, keys: dict[str, str]) -> Cell:
    return keys.get(str(cell)) if cell is not None else None


def is_citation(column: str) -> bool:
    """Return whether a column holds citation keys."""
    return column == CITATION or column.endswith("_" + CITATION)
