"""Exports: the same bytes each time, and other programs read them back."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import networkx as nx
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from kg.analytics.reading import read_facts
from kg.claims import canonical, read_claims
from kg.errors import QueryError
from kg.export import markdown
from kg.export.bibtex import render_entry
from kg.export.captions import Caption, Work
from kg.export.csl import item_of
from kg.export.escape import escape_markdown
from kg.export.formats import (
    FORMATS,
    BookFormat,
    RecordFormat,
    StoreFormat,
    TableFormat,
    export,
    find_format,
)
from kg.export.network import linked_graph
from kg.export.records import StudyRecord, cited, studies_in
from kg.model import Document
from kg.queries import run
from kg.store import EmbeddedGraph
from kg.table import Iri, Table
from ontology import rdf
from ontology.rdflib_graph import to_graph
from tests.rows import each_row

LIU_KEY = "Liu2011robust-cfee"
LIU_TITLE = "Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition"


@each_row("name", [name for name in FORMATS if name not in ("void", "xlsx")])  # counts; a book
def test_export_is_the_golden_one(
    name: str, answers: EmbeddedGraph, golden: Callable[[str, str], None]
):
    golden(f"export/{name}{FORMATS[name].suffix}", export(answers, name))


def test_registry():
    assert set(FORMATS) >= set(
        "ttl nq jsonld graphml gexf cytoscape csv latex markdown bibtex csl claims".split()
    )
    assert {name: one.name for name, one in FORMATS.items()} == {name: name for name in FORMATS}
    takes = {name: one.takes for name, one in FORMATS.items()}
    of = {what: {name for name in takes if takes[name] == what} for what in takes.values()}
    assert of["table"] == {"csv", "json", "latex", "latex-list", "markdown"}
    assert of["records"] == {"bibtex", "csl", "ris"}
    assert of["book"] == {"xlsx"}
    kinds = {"table": TableFormat, "records": RecordFormat, "store": StoreFormat}
    kinds |= {"book": BookFormat}
    assert all(isinstance(one, kinds[one.takes]) for one in FORMATS.values())


def test_unknown_formats_and_misplaced_queries(answers: EmbeddedGraph):
    with pytest.raises(QueryError, match="no format 'docx'; there are: csv, json, latex"):
        find_format("docx")
    with pytest.raises(
        QueryError, match="ttl exports the whole graph and takes no query and no study"
    ):
        export(answers, "ttl", run(answers, "studies"))


def test_csv_without_a_query_lists_the_claims(
    answers: EmbeddedGraph, documents: tuple[Document, ...]
):
    rows = list(csv.DictReader(io.StringIO(export(answers, "csv"), newline="")))
    assert {"study", "kind", "value", "lower", "upper", "unit", "sentence"} <= set(rows[0])
    assert len(rows) == sum(len(document.claims) for document in documents)
    yields = [r for r in rows if r["study"] == "Alpha 2012" and r["kind"] == "outcome"]
    assert [r["start_value"] for r in yields] == ["", "10"]


def test_a_table_is_exported_if_given(answers: EmbeddedGraph):
    table = run(answers, "studies", {"name": "Liu 2011"})
    assert len(export(answers, "csv", table).splitlines()) == 2
    assert rf"\cite{{{LIU_KEY}}}" in export(answers, "latex", table)
    assert f"[@{LIU_KEY}]" in export(answers, "markdown", table)
    (iri,) = studies_in(table)
    assert len(export(answers, "csv", studies=[iri]).splitlines()) < len(
        export(answers, "csv").splitlines()
    )
    with pytest.raises(QueryError, match="names no studies"):
        export(answers, "csv", run(answers, "graph-summary"), studies=[iri])


# ── RDF ──────────────────────────────────────────────────────────────────────────────────────


def test_nquads_read_back_sorted(answers: EmbeddedGraph):
    text = export(answers, "nq")
    assert text.splitlines() == sorted(text.splitlines())
    assert set(rdf.parse(text, format=rdf.RdfFormat.N_QUADS)) == set(answers.quads())


def test_turtle_reads_back_in_rdflib(answers: EmbeddedGraph):
    expected = to_graph({quad.triple for quad in answers.quads()})
    text = export(answers, "ttl")
    assert isomorphic(Graph().parse(data=text, format="turtle"), expected)
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)


def as_nodes(quad: rdf.Quad) -> tuple[object, ...]:
    return (*next(iter(to_graph([quad.triple]))), URIRef(quad.graph_name.value))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside rdflib
def test_jsonld_reads_back_in_rdflib(answers: EmbeddedGraph):
    dataset = Dataset()
    dataset.parse(data=export(answers, "jsonld"), format="json-ld")
    found = {(s, p, o, getattr(g, "identifier", g)) for s, p, o, g in dataset.quads()}
    assert found == {as_nodes(quad) for quad in answers.quads()}


def test_jsonld_reads_back_in_the_store_engine(answers: EmbeddedGraph):
    found = rdf.parse(export(answers, "jsonld"), format=rdf.RdfFormat.JSON_LD)
    assert set(found) == set(answers.quads())


def test_jsonld_is_compact(answers: EmbeddedGraph):
    document = json.loads(export(answers, "jsonld"))
    assert document["@context"]["ald:aboutStudy"]["@type"] == "@id"
    nodes = {node["@id"]: node for graph in document["@graph"] for node in graph["@graph"]}
    study = next(node for name, node in nodes.items() if name.startswith("study:liu"))
    assert study["ald:year"] == 2011
    assert study["rdfs:label"] == "Liu 2011"
    assert "http" not in json.dumps(document["@graph"])


# ── networks ─────────────────────────────────────────────────────────────────────────────────


def told(graph: nx.MultiDiGraph) -> tuple[dict[str, dict[str, object]], list[tuple[str, ...]]]:
    """What a network says: its nodes with what is known of them, and its edges."""
    names = ("sort", "link", "study", "sentence", "place")
    edges = graph.edges(data=True)
    nodes = {
        node: {name: data[name] for name in ("label", "kind", "year") if name in data}
        for node, data in graph.nodes(data=True)
    }
    return nodes, sorted((a, b, *(data[name] for name in names)) for a, b, data in edges)


def read_network(name: str, text: str) -> nx.MultiDiGraph:
    if name == "graphml":
        return nx.parse_graphml(text, force_multigraph=True)
    if name == "gexf":
        return nx.read_gexf(io.BytesIO(text.encode("utf-8")))
    return nx.cytoscape_graph(json.loads(text), name="label")


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_networks_read_back(name: str, answers: EmbeddedGraph):
    text = export(answers, name)
    assert told(read_network(name, text)) == told(linked_graph(read_facts(answers)))
    assert "lastmodifieddate" not in text


def test_the_network_holds_studies_things_and_typed_links(answers: EmbeddedGraph):
    nodes, edges = told(linked_graph(read_facts(answers)))
    label = {node: data["label"] for node, data in nodes.items()}
    assert {"study", "material", "chemical", "process", "property", "system"} <= {
        data["kind"] for data in nodes.values()
    }
    seen = {(label[a], sort, link, label[b], study) for a, b, sort, link, study, *_ in edges}
    assert ("Liu 2011", "use", "matrix", "Al2O3", "Liu 2011") in seen
    assert ("Al2O3", "link", "on", "PbSe", "Liu 2011") in seen


# ── bibliography ─────────────────────────────────────────────────────────────────────────────


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Entries and fields of BibTeX as its own reader parts them: by counting braces."""
    entries: dict[str, dict[str, str]] = {}
    for body in balanced(text, start=re.compile(r"@\w+(?=\{)")):
        key, _, rest = body.partition(",")
        names = re.compile(r"(\w+) = (?=\{)")
        fields = {}
        at = 0
        while match := names.search(rest, at):
            value = closing(rest, match.end())
            fields[match[1]] = rest[match.end() + 1 : value]
            at = value
        entries[key] = fields
    return entries


def balanced(text: str, start: re.Pattern[str]) -> list[str]:
    found, at = [], 0
    while match := start.search(text, at):
        at = closing(text, match.end())
        found.append(text[match.end() + 1 : at])
    return found


def closing(text: str, opening: int) -> int:
    depth = 0
    for position in range(opening, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if depth == 0:
            return position
    raise AssertionError("unbalanced braces")


def test_bibtex_has_quotes_that_every_font_has():
    record = StudyRecord(iri="x", key="k", label="X", title='A "digital" dot ("new")')
    assert "A “digital” dot (“new”)" in render_entry(record)


def test_bibtex_has_an_entry_for_every_study(answers: EmbeddedGraph):
    entries = {
        key.split("-")[0]: entry for key, entry in read_bibtex(export(answers, "bibtex")).items()
    }
    assert set(entries) == {
        "Alpha2012shells",
        "Beta2003same",
        "Gamma2013dots",
        "Liu2011robust",
        "Omega2020survey",
    }
    assert entries["Liu2011robust"] == {
        "author": "Liu, Y. and Law, M.",
        "title": f"{{{LIU_TITLE}}}",
        "journal": "Nano Lett.",
        "year": "2011",
        "volume": "11",
        "number": "12",
        "pages": "5349--5355",
    }
    alpha = entries["Alpha2012shells"]
    assert alpha["doi"] == "10.9999/alpha.2012"
    assert r"\& the like: 50\% \textbraceleft{}or\textbraceright{} more\_less" in alpha["title"]
    assert entries["Beta2003same"]["booktitle"] == "Proceedings of Tests"
    assert entries["Gamma2013dots"]["author"] == "Gämma, C."


def test_entry_of_a_patent_and_of_awkward_names():
    entry = render_entry(
        StudyRecord(
            iri="x",
            key="k",
            authors=(("Research and Development Co.", ""), ("O'Neill", "S.")),
            type="patent",
            url="http://example.org/{a}",
        )
    )
    assert entry.startswith("@misc{k,\n")
    assert "author = {{Research and Development Co.} and O'Neill, S.}" in entry
    assert "url = {http://example.org/%7Ba%7D}" in entry


def test_an_entry_without_author_is_sorted_by_its_title():
    named = StudyRecord(iri="x", key="k", authors=(("Keller", "A."),), type="article-journal")
    nameless = StudyRecord(
        iri="x", key="k", title="Films", container="J. F.", type="article-journal"
    )
    assert render_entry(nameless).startswith("@article{k,\n  key = {{Films}},\n")
    assert "key =" not in render_entry(named)


def test_csl_items(answers: EmbeddedGraph):
    items = {item["id"]: item for item in json.loads(export(answers, "csl"))}
    assert items[LIU_KEY] == {
        "id": LIU_KEY,
        "type": "article-journal",
        "title": LIU_TITLE,
        "author": [{"family": "Liu", "given": "Y."}, {"family": "Law", "given": "M."}],
        "issued": {"date-parts": [[2011]]},
        "container-title": "Nano Lett.",
        "volume": "11",
        "issue": "12",
        "page": "5349–5355",
    }
    assert [item["author"] for item in items.values() if "A Survey" in item["title"]] == [
        [{"family": "Omega"}]
    ]
    assert item_of(StudyRecord(iri="x", key="k", type="preprint"))["type"] == "article"


def test_citations_take_the_place_of_iris():
    records = (StudyRecord(iri="http://example.org/s", key="Key1"),)
    table = Table(
        columns=("study", "study_iri", "other_study_iri", "material", "material_iri"),
        rows=(("S", Iri("http://example.org/s"), None, "PbSe", Iri("http://example.org/m")),),
    )
    assert cited(table, records) == Table(
        columns=("study", "citation", "material"),
        rows=(("S", "Key1", "PbSe"),),
    )


# ── tables for people ────────────────────────────────────────────────────────────────────────


def test_a_caption_and_an_empty_table_in_markdown():
    work = Work(column="c", label="Liu 2011", key="Key1")
    caption = Caption(title="A_b", works=(work,))
    assert markdown.render(Table(columns=("a_b", "c")), caption) == (
        "| a b | Liu 2011 [@Key1] |\n| --- | --- |\n\n: A\\_b\n"
    )


def test_every_column_of_citations_is_cited_under_its_heading():
    table = Table(
        columns=("citation", "other_citation", "growth_nm"), rows=(("Key1", "Key2", 0.11),)
    )
    assert markdown.render(table).splitlines()[::2] == [
        "| citation | other citation | growth per cycle / nm |",
        "| [@Key1] | [@Key2] | 0.11 |",
    ]


def test_markdown_table():
    table = Table(
        columns=("study", "lower", "citation"),
        rows=(("a|b\n*c*", 80.0, "Key1"), ("<b>", None, None)),
    )
    assert markdown.render(table) == (
        "| study | lower | citation |\n"
        "| --- | ---: | --- |\n"
        "| a\\|b \\*c\\* | 80 | [@Key1] |\n"
        "| \\<b\\> |  |  |\n"
    )
    assert escape_markdown("x_y `z`") == r"x\_y \`z\`"


# ── claims ───────────────────────────────────────────────────────────────────────────────────


def test_claims_read_back(answers: EmbeddedGraph, documents: tuple[Document, ...]):
    found = read_claims(export(answers, "claims").splitlines(), "export")
    assert found == canonical(claim for document in documents for claim in document.claims)
