"""Mappings to other vocabularies: one table, from which ``modules/mappings.ttl`` is written.

The table is SSSOM (Simple Standard for Sharing Ontological Mappings,
https://doi.org/10.1093/database/baac035): ``mappings.sssom.tsv``, with a YAML header after ``#``.
``comment`` names the file in which the target was looked up, or is ``unchecked``. The command
``python -m ontology.mappings`` rewrites the Turtle. Units are not in the table: their matches are
stated with their codes in ``vocab/units.ttl``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import groupby
from typing import Final

import yaml

from ontology.iri import ONTOLOGY_IRI, PREFIXES
from ontology.reference import Reference, reference

TABLE: Final = "mappings.sssom.tsv"
TURTLE: Final = "modules/mappings.ttl"

#: The columns of the table, all of them slots of SSSOM.
COLUMNS: Final = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label"),
    *("mapping_justification", "author_label", "mapping_date", "confidence"),
    *("object_source_version", "comment"),
)
#: The relations that a subject may have to an object.
PREDICATES: Final = frozenset(
    f"skos:{name}Match" for name in ("exact", "close", "broad", "narrow", "related")
)
#: The only justification so far: a person compared the definitions or the InChIKeys.
JUSTIFICATIONS: Final = frozenset({"semapv:ManualMappingCuration"})

#: The columns that hold a CURIE.
_CURIES: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")

_HEADER: Final = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
{prefixes}
# Written by `python -m ontology.mappings` from mappings.sssom.tsv: change it there.

<{iri}> a owl:Ontology ;
    rdfs:label "ald-kg mappings: matches of single terms with other vocabularies"@en ;
    dcterms:title "ald-kg mappings: matches of single terms with other vocabularies"@en ;
    dcterms:description "Each match has its date and source in an SSSOM table."@en ;
    dcterms:license <{license}> ;
    owl:imports <{root}/alignments> ;
    dcterms:isPartOf <{root}> .

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table: its header, and its rows by column."""

    header: Mapping[str, object]
    rows: tuple[Mapping[str, str], ...]

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix -> namespace, as declared in the header."""
        declared = self.header.get("curie_map")
        return declared if isinstance(declared, dict) else {}

    def iri(self, curie: str) -> str:
        """Return the IRI of a CURIE; ``""`` if its prefix is not declared."""
        prefix, _, local = curie.partition(":")
        return self.prefixes[prefix] + local if prefix in self.prefixes else ""


def table_text() -> str:
    """Return the text of the table that comes with ald-kg."""
    return (files("ontology") / TABLE).read_text(encoding="utf-8")


def read_table(written: str | None = None) -> Table:
    """Parse the table from its text; that of ald-kg if left out."""
    lines = (table_text() if written is None else written).splitlines()
    head = [line[1:] for line in lines if line.startswith("#")]
    body = [line for line in lines if not line.startswith("#")]
    return Table(
        header=yaml.safe_load("\n".join(head)) or {},
        rows=tuple(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE)),
    )


def faults(table: Table, found: Reference | None = None) -> Iterator[str]:
    """Yield the faults of the table, one line each."""
    shown = found or reference()
    for prefix, space in table.prefixes.items():
        if PREFIXES.get(prefix, space) != space:
            yield f"the prefix {prefix} has another namespace than ours: {space}"
    seen: set[tuple[str, str]] = set()
    for row in table.rows:
        name = f"{row['subject_id']} {row['object_id']}"
        pair = row["subject_id"], row["object_id"]
        if pair in seen:
            yield f"{name}: listed twice"
        seen.add(pair)
        yield from (f"{name}: {cause}" for cause in _causes(table, row, shown))


def _causes(table: Table, row: Mapping[str, str], shown: Reference) -> Iterator[str]:
    if tuple(row) != COLUMNS or None in row.values():
        yield f"its columns are not {', '.join(COLUMNS)}"
        return
    entry = shown.by_iri.get(table.iri(row["subject_id"]))
    label = entry.label if entry is not None else ""
    justification, day, confidence = (
        row[column] for column in ("mapping_justification", "mapping_date", "confidence")
    )
    checks = (
        *((table.iri(row[c]), f"the prefix of {row[c]} is not declared") for c in _CURIES),
        (entry is not None, "the subject is not a term of ald-kg"),
        (label in ("", row["subject_label"]), f"the subject is called {label}"),
        (row["predicate_id"] in PREDICATES, f"unknown relation: {row['predicate_id']}"),
        (justification in JUSTIFICATIONS, f"unknown justification: {justification}"),
        (_is_day(day), f"not a date: {day}"),
        (_is_share(confidence), f"confidence is not between 0 and 1: {confidence}"),
        *((row[c], f"{c} is empty") for c in ("object_label", "author_label", "comment")),
    )
    yield from (cause for holds, cause in checks if not holds)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_share(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def render_turtle(table: Table) -> str:
    """Return the matches as a Turtle module of the ontology."""
    used = {
        row[column].partition(":")[0]
        for row in table.rows
        for column in ("subject_id", "predicate_id", "object_id")
    }
    prefixes = "".join(
        f"@prefix {prefix}: <{space}> .\n"
        for prefix, space in table.prefixes.items()
        if prefix in used
    )
    head = _HEADER.format(
        prefixes=prefixes,
        iri=f"{ONTOLOGY_IRI}/mappings",
        root=ONTOLOGY_IRI,
        license=table.header["license"],
    )
    pairs = sorted((row["subject_id"], row["predicate_id"], row["object_id"]) for row in table.rows)
    lines = (
        f"{subject} {predicate} {', '.join(target for _, _, target in same)} .\n"
        for (subject, predicate), same in groupby(pairs, key=lambda pair: pair[:2])
    )
    return head + "".join(lines)


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("modules").joinpath("mappings.ttl").write_text(
        render_turtle(read_table()), encoding="utf-8"
    )
