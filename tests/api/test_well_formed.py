"""No control character, lone surrogate or non-character of a document breaks an answer."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from lxml import etree

from api.answers.evaluate import evaluate
from api.answers.formats import CSV, JSON, JSON_LD, N_TRIPLES, RDF_XML, TSV, TURTLE, XML, Formats
from api.answers.protocol import Operation
from corpus import read_records
from kg.build import build
from kg.export.crate import crate_files
from kg.export.formats import FORMATS, export, export_bytes
from kg.export.keys import FILE
from kg.export.publication import Publication
from kg.export.records import read_records as read_study_records
from kg.store import EmbeddedGraph, Graph, open_graph
from ontology import embedded, rdf
from ontology.iri import NAMESPACE, PREFIXES
from tests.rows import each_row

#: Controls of both kinds, non-characters; in files that can escape them, a lone surrogate too.
CODES = "\x01\x02\x08\x0b\x1b\x7f\x81\x8d\ufdd0\ufffe\uffff"
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

PLAIN = f"""Rates{CODES} of growth

Al2O3 films were grown at a rate{CODES} of 0.11 nm per cycle \x01five runs\x02 by atomic layer
deposition at 75 °C on PbSe{CODES} dots by Roe et al.^{{1}} using {CODES}trimethylaluminum.

References

(1) Roe{CODES}, A. B. Films{CODES} of alumina. J. Ex.{CODES} 2001, 4{CODES}, 2.
(2) Vik, S. Shells. J. Ex. 2002, 5, 3.
"""
PLAIN = PLAIN.replace(
    "of growth\n", "of growth\n\n" + "The reactor was purged with argon. " * 20 + "\n"
)
NOTE = r"""---
key: doe2011
authors: ["Doe\x01\uD835, J.\x02"]
title: "Coated\uFFFE dots\x0b\x1b"
year: 2011
journal: "J.\x01 Ex."
---

PbS dots were coated with Al2O3 by ALD at 60 °C.
"""
PAGE = f"""<html><head><title>x</title><meta name="citation_title" content="Shells{CODES}&#1;"><meta
name="citation_author" content="Ek{CODES}, T."></head><body><h1>Shells{CODES}&#2;</h1>
<p>InP dots were coated{CODES}&#65534; with ZnS by ALD at 80&#8;{CODES} °C.</p></body></html>"""
TABLE = f"""study,doi,kind,process,curator,quote
Sol 2020,10.5555/sol,process,ald,Mia{CODES},PbS{CODES} grew
"""
RECORDS = [
    {
        "id": "rate",
        "type": "article-journal",
        "title": f"Rates{CODES}\ud835 of growth",
        "author": [{"family": f"Kor\udfff{CODES}", "given": "Z.\x01"}],
        "container-title": f"J.{CODES} Ex.",
        "issued": {"date-parts": [[2012]]},
    }
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "rate.txt").write_text(PLAIN, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "table.csv").write_text(TABLE, encoding="utf-8")
    (folder / "records.json").write_text(json.dumps(RECORDS), encoding="utf-8")
    store = tmp_path_factory.mktemp("graph") / "g"
    report = build([folder], store)
    assert not report.rejected
    assert {one.id for one in report.documents if one.claims} == {"rate", "note", "page", "table"}
    return open_graph(store)


@pytest.fixture(scope="module")
def older(graph: Graph) -> Graph:
    """The graph with raw codes in every text, as an older version would have written it."""

    def dirty(value: object) -> object:
        is_text = (
            isinstance(value, rdf.Literal) and value.datatype.value == PREFIXES["xsd"] + "string"
        )
        return rdf.Literal(value.value + CODES) if is_text else value

    return EmbeddedGraph.in_memory(
        rdf.Quad(q.subject, q.predicate, dirty(q.object), q.graph_name) for q in graph.quads()
    )


def texts_of(value: Any) -> Iterator[str]:
    """Every text in what JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (key, *texts_of(one))
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one)


def parse_json(text: str) -> None:
    assert not [one for one in texts_of(json.loads(text)) if FORBIDDEN.search(one)]


def parse_lines(text: str) -> None:
    for line in text.splitlines():
        parse_json(line)


def parse_csv(text: str) -> None:
    assert len(list(csv.reader(io.StringIO(text, newline=""), strict=True))) > 1


def parse_xml(text: str) -> None:
    assert len(etree.fromstring(text.encode()))


def parse_rdf(text: str) -> None:
    values = [quad.object for quad in rdf.parse(text, format=rdf.RdfFormat.TRIG)]
    literals = [one.value for one in values if isinstance(one, rdf.Literal)]
    assert literals
    assert not [one for one in literals if FORBIDDEN.search(one)]


def parse_nquads(text: str) -> None:
    assert list(rdf.parse(text, format=rdf.RdfFormat.N_QUADS))


def parse_bibtex(text: str) -> None:
    library = bibtexparser.parse_string(text)
    assert library.entries
    assert not library.failed_blocks


def parse_ris(text: str) -> None:
    assert read_records(text.encode(), "a.ris")


def parse_table(text: str) -> None:
    assert len(text.splitlines()) > 2


#: A strict parser for each format; Turtle is TriG too.
PARSERS: dict[str, Callable[[str], None]] = {
    **{"csv": parse_csv, "json": parse_json, "csl": parse_json, "jsonld": parse_json},
    **{"claims": parse_lines, "graphml": parse_xml, "gexf": parse_xml, "bibtex": parse_bibtex},
    "cytoscape": parse_json,
    **{"ttl": parse_rdf, "nanopub": parse_rdf, "void": parse_rdf, "nq": parse_nquads},
    **{"latex": parse_table, "latex-list": parse_table, "markdown": parse_table},
    **{"ris": parse_ris},
}


def test_every_format_has_a_parser() -> None:
    assert {*PARSERS} == {*FORMATS} - {"xlsx"}


def test_a_workbook_of_such_documents_is_well_formed(older: Graph) -> None:
    with zipfile.ZipFile(io.BytesIO(export_bytes(older, "xlsx"))) as book:
        for name in book.namelist():
            parse_xml(book.read(name).decode())


@each_row("name", list(PARSERS))
def test_every_export_of_such_documents_is_well_formed(name: str, graph: Graph) -> None:
    text = export(graph, name)
    assert text.encode("utf-8")
    assert not FORBIDDEN.findall(text)
    PARSERS[name](text)


@each_row("name", list(PARSERS))
def test_every_export_of_an_older_graph_is_well_formed(name: str, older: Graph) -> None:
    text = export(older, name)
    assert not FORBIDDEN.findall(text)
    PARSERS[name](text)


def test_the_list_of_citation_keys_is_well_formed(graph: Graph) -> None:
    assert graph.directory is not None
    text = (graph.directory.parent / FILE).read_text(encoding="utf-8")
    assert not FORBIDDEN.findall(text.replace("\t", ""))
    assert {line.count("\t") for line in text.splitlines()} == {1}
    keys = {record.key for record in read_study_records(graph)}
    assert {line.split("\t")[0] for line in text.splitlines()} == keys


def test_the_files_of_a_crate_are_well_formed(graph: Graph) -> None:
    files = crate_files(graph, Publication(date="2026-01-02"))
    assert [name for name, text in files.items() if FORBIDDEN.search(text)] == []
    json.loads(files["ro-crate-metadata.json"])


SOLUTIONS = "SELECT ?s ?text { ?s ?p ?text FILTER(isLiteral(?text)) }"
TRIPLES = "CONSTRUCT { ?s ?p ?text } { ?s ?p ?text FILTER(isLiteral(?text)) }"
ANSWERS = [
    *((SOLUTIONS, media) for media in (JSON, XML, CSV, TSV)),
    *((TRIPLES, media) for media in (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)),
]


@each_row(("query", "media"), ANSWERS)
def test_every_sparql_answer_is_well_formed(
    query: str, media: str, graph: Graph, older: Graph
) -> None:
    for store in (graph, older):
        engine = embedded.Store()
        engine.extend(store._store.quads_for_pattern(None, None, None, rdf.DefaultGraph()))
        formats = Formats(solutions=media, graph=media, boolean=media)
        _, body = evaluate(engine, 10**8, Operation(query=query), formats, "http://localhost/")
        text = body.decode("utf-8")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text)
        if media in (XML, RDF_XML):
            etree.fromstring(body)
        elif media in (JSON, JSON_LD):
            json.loads(body)
        elif media in (CSV, TSV):
            list(csv.reader(io.StringIO(text, newline=""), strict=media == CSV))
        else:
            assert list(rdf.parse(body, format=rdf.RdfFormat.from_media_type(media)))


def test_quotes_of_such_documents_say_what_a_person_reads(graph: Graph) -> None:
    quotes = {
        quad.object.value
        for quad in graph.quads("rate")
        if quad.predicate.value == NAMESPACE + "quote" and isinstance(quad.object, rdf.Literal)
    }
    assert (
        "Al2O3 films were grown at a rate of 0.11 nm per cycle (five runs) by atomic layer"
        " deposition at 75 °C on PbSe dots by Roe et al.¹ using trimethylaluminum."
    ) in quotes


def test_claims_extracted_to_a_file_hold_none(tmp_path: Path) -> None:
    from api.cli.extract import read_papers
    from kg.claims import to_line

    (tmp_path / "rate.txt").write_text(PLAIN, encoding="utf-8")
    batch = read_papers([tmp_path])
    lines = [to_line(claim) for document in batch.documents for claim in document.claims]
    found = [text for line in lines for text in texts_of(json.loads(line))]
    assert found
    assert not [text for text in found if FORBIDDEN.search(text)]
