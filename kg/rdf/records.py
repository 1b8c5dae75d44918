"""Bibliographic records: studies, documents, the entries of reference lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from corpus.model import Author, Reference
from kg.identity import doi_key, work_key
from kg.model import THIS, Document
from kg.rdf.nodes import CITATION, IDENTIFIER, LABEL, TITLE, TYPE, Graph, ald, typed
from ontology import rdf
from ontology.iri import document_iri, study_iri, sub_iri

#: Study number as printed (or ``"this"``) -> the study's node.
Studies = Mapping[str, rdf.NamedNode]


def own_record(document: Document) -> Reference:
    """Return the document's own bibliographic record; without one, a record with its id."""
    record = document.record
    if record is not None and _is_known(record):
        has_name = record.title or record.authors or record.key
        return record if has_name else replace(record, key=document.id)
    return Reference(title=document.id, key=document.id)


def study_records(document: Document) -> dict[str, Reference]:
    """Return the record of every study that a document mentions, by number as printed.

    If a number is printed twice, its first entry counts; of several works under one number, "(88)
    (a) ...; (b) ...", the first, while the others are studies of their own, ``"88b"``. An empty
    entry, and a number of claims that the list lacks, is a study of its own, named after its place.
    """
    records = {THIS: own_record(document)}
    for entry in document.references:
        records.setdefault(
            entry.label, entry if _is_known(entry) else _place(document, entry.label)
        )
    told = [claim.study for claim in document.claims]
    told += [one.original.study for one in document.decided]
    told += [number for one in document.disagreements for number in one.studies]
    for number in told:
        records.setdefault(number, _place(document, number))
    return records


def _is_known(record: Reference) -> bool:
    return bool(record.title or record.authors or record.doi or record.container)


def _place(document: Document, number: str) -> Reference:
    return Reference(number=number, title=f"reference {number} of {document.id}")


def add_document(graph: Graph, document: Document, studies: Studies) -> rdf.NamedNode:
    """Describe a document: its hash, its own study, and its reference list."""
    node = rdf.NamedNode(document_iri(document.id))
    graph.add(node, TYPE, ald("Document"))
    graph.text(node, IDENTIFIER, document.id)
    graph.text(node, ald("sha256"), document.sha256)
    graph.text(node, ald("genre"), document.genre)
    graph.add(node, ald("describes"), studies[THIS])
    graph.text(node, ald("writtenFrom"), document.written_from)
    for number, record in study_records(document).items():
        add_study(graph, studies[number], record)
    for number in dict.fromkeys(reference.label for reference in document.references):
        _add_entry(graph, node, number, studies[number])
    return node


def _add_entry(graph: Graph, document: rdf.NamedNode, number: str, study: rdf.NamedNode) -> None:
    entry = rdf.NamedNode(sub_iri(document.value, "reference", number))
    graph.add(document, ald("hasReference"), entry)
    graph.add(entry, TYPE, ald("ReferenceEntry"))
    graph.text(entry, ald("number"), number)
    graph.add(entry, ald("refersTo"), study)


def add_study(graph: Graph, node: rdf.NamedNode, record: Reference) -> None:
    """Describe a study by one of its records."""
    graph.add(node, TYPE, ald("Study"))
    graph.text(node, LABEL, study_label(record))
    graph.text(node, TITLE, record.title)
    graph.text(node, CITATION, citation_text(record))
    if record.authors:
        graph.text(node, ald("firstAuthor"), record.authors[0].family)
        graph.text(node, ald("authors"), authors_text(record.authors))
    if record.year:
        graph.add(node, ald("year"), typed(str(record.year), "integer"))
    for name in ("container", "volume", "issue", "pages", "publisher", "url"):
        graph.text(node, ald(name), getattr(record, name))
    graph.text(node, ald("doi"), doi_key(record))
    graph.text(node, ald("publicationType"), record.type)


def study_label(record: Reference) -> str:
    """Return the label of a study.

    >>> study_label(Reference(authors=(Author(family="Liu"),), year=2011))
    'Liu 2011'
    """
    family = record.authors[0].family if record.authors else ""
    label = " ".join(filter(None, (family, str(record.year or ""))))
    return label if family else (record.title or record.key or "untitled")


def authors_text(authors: tuple[Author, ...]) -> str:
    """Return the authors in one line.

    >>> authors_text((Author(family="Liu", given="Y."), Author(family="Law", given="M.")))
    'Liu, Y.; Law, M.'
    """
    return "; ".join(", ".join(filter(None, (a.family, a.given))) for a in authors)


def citation_text(record: Reference) -> str:
    """Return a record in one line: authors, title, container, year, volume (issue), pages."""
    place = " ".join(filter(None, (record.container, str(record.year or ""))))
    number = record.volume + (f" ({record.issue})" if record.issue else "")
    tail = ", ".join(filter(None, (place, number.strip(), record.pages)))
    authors = authors_text(record.authors).rstrip(".")
    return ". ".join(filter(None, (authors, record.title, tail)))


def study_nodes(document: Document, slugs: Mapping[str, str]) -> dict[str, rdf.NamedNode]:
    """Return the node of every study that a document mentions, by number as printed."""
    return {
        number: rdf.NamedNode(study_iri(slugs[work_key(record)]))
        for number, record in study_records(document).items()
    }
