"""Exports: the same bytes each time, and other programs read them back."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from kg.analytics.reading import read_facts
from kg.claims import canonical, read_claims
from kg.errors import QueryError
from kg.export import FORMATS, StoreFormat, TableFormat, export, find_format, latex, markdown
from kg.export.bibtex import render_entry
from kg.export.csl import item_of
from kg.export.escape import escape_latex, escape_markdown, latex_with_formulas
from kg.export.network import linked_graph
from kg.export.records import StudyRecord, cited, read_records
from kg.model import Document
from kg.queries import run
from kg.store import Store
from kg.table import Iri, Table
from ontology.rdf import to_graph
from tests.rows import each_row

LIU_TITLE = "Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition"


@each_row("name", [name for name in FORMATS if name != "void"])  # counts vocabularies
def test_export_is_the_golden_one(name: str, answers: Store, golden: Callable[[str, str], None]):
    golden(f"export/{name}{FORMATS[name].suffix}", export(answers, name))


def test_registry():
    assert set(FORMATS) >= set(
        "ttl nq jsonld graphml gexf cytoscape csv latex markdown bibtex csl claims".split()
    )
    assert {name: one.name for name, one in FORMATS.items()} == {name: name for name in FORMATS}
    takes = {name: one.takes for name, one in FORMATS.items()}
    assert {name for name, what in takes.items() if what == "table"} == {
        "csv",
        "json",
        "latex",
        "markdown",
    }
    assert all(
        isinstance(one, TableFormat if one.takes == "table" else StoreFormat)
        for one in FORMATS.values()
    )


def test_unknown_formats_and_misplaced_queries(answers: Store):
    with pytest.raises(QueryError, match="no format 'docx'; there are: csv, json, latex"):
        find_format("docx")
    with pytest.raises(QueryError, match="ttl exports the whole graph and takes no query"):
        export(answers, "ttl", run(answers, "studies"))


def test_csv_without_a_query_lists_the_claims(answers: Store, documents: tuple[Document, ...]):
    rows = list(csv.DictReader(io.StringIO(export(answers, "csv"), newline="")))
    assert {"study", "kind", "value", "lower", "upper", "unit", "sentence"} <= set(rows[0])
    assert len(rows) == sum(len(document.claims) for document in documents)
    yields = [r for r in rows if r["study"] == "Alpha 2012" and r["kind"] == "outcome"]
    assert [r["start_value"] for r in yields] == ["", "10"]


def test_a_table_is_exported_if_given(answers: Store):
    table = run(answers, "studies", {"name": "Liu 2011"})
    assert len(export(answers, "csv", table).splitlines()) == 2
    assert r"\cite{Liu2011robust}" in export(answers, "latex", table)
    assert "[@Liu2011robust]" in export(answers, "markdown", table)


# ── RDF ──────────────────────────────────────────────────────────────────────────────────────


def test_nquads_read_back_sorted(answers: Store):
    text = export(answers, "nq")
    assert text.splitlines() == sorted(text.splitlines())
    assert set(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == set(answers.quads())


def test_turtle_reads_back_in_rdflib(answers: Store):
    expected = to_graph({quad.triple for quad in answers.quads()})
    text = export(answers, "ttl")
    assert isomorphic(Graph().parse(data=text, format="turtle"), expected)
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)


def as_nodes(quad: ox.Quad) -> tuple[object, ...]:
    return (*next(iter(to_graph([quad.triple]))), URIRef(quad.graph_name.value))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside rdflib
def test_jsonld_reads_back_in_rdflib(answers: Store):
    dataset = Dataset()
    dataset.parse(data=export(answers, "jsonld"), format="json-ld")
    found = {(s, p, o, getattr(g, "identifier", g)) for s, p, o, g in dataset.quads()}
    assert found == {as_nodes(quad) for quad in answers.quads()}


def test_jsonld_reads_back_in_the_store_engine(answers: Store):
    found = ox.parse(export(answers, "jsonld"), format=ox.RdfFormat.JSON_LD)
    assert set(found) == set(answers.quads())


def test_jsonld_is_compact(answers: Store):
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
def test_networks_read_back(name: str, answers: Store):
    text = export(answers, name)
    assert told(read_network(name, text)) == told(linked_graph(read_facts(answers)))
    assert "lastmodifieddate" not in text


def test_the_network_holds_studies_things_and_typed_links(answers: Store):
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


def test_bibtex_has_an_entry_for_every_study(answers: Store):
    entries = read_bibtex(export(answers, "bibtex"))
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


def test_keys_of_studies_that_would_share_one_are_told_apart(answers: Store):
    twice = [
        ox.Quad(ox.NamedNode(f"http://example.org/{name}"), predicate, value)
        for name in "ab"
        for predicate, value in study_triples(title="On the Growth of Films", year=1999)
    ]
    records = read_records(Store.in_memory(twice, ontology=False))
    keys = [record.key for record in records]
    assert len(set(keys)) == 2
    assert all(re.fullmatch(r"growthFilms1999[0-9a-f]{4}", key) for key in keys)


def study_triples(title: str, year: int) -> list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
    graph = to_graph([])
    space = dict(graph.namespaces())
    return [
        (ox.NamedNode(space["rdf"] + "type"), ox.NamedNode(space["ald"] + "Study")),
        (ox.NamedNode(space["dcterms"] + "title"), ox.Literal(title)),
        (ox.NamedNode(space["ald"] + "year"), ox.Literal(year)),
    ]


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


def test_csl_items(answers: Store):
    items = {item["id"]: item for item in json.loads(export(answers, "csl"))}
    assert items["Liu2011robust"] == {
        "id": "Liu2011robust",
        "type": "article-journal",
        "title": LIU_TITLE,
        "author": [{"family": "Liu", "given": "Y."}, {"family": "Law", "given": "M."}],
        "issued": {"date-parts": [[2011]]},
        "container-title": "Nano Lett.",
        "volume": "11",
        "issue": "12",
        "page": "5349–5355",
    }
    assert items["Omega2020survey"]["author"] == [{"family": "Omega"}]
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


@each_row(
    ("text", "latex_text"),
    [
        (r"a\b", r"a\textbackslash{}b"),
        ("100% of $5 & #1_a", r"100\% of \$5 \& \#1\_a"),
        ("{x} ~ ^", r"\{x\} \textasciitilde{} \textasciicircum{}"),
        ("a < b > c", r"a \textless{} b \textgreater{} c"),
        ("70 °C, 10⁻⁷ cm²", r"70 \textdegree{}C, 10$^{-7}$ cm$^{2}$"),
        ("Al₂O₃", "Al$_{2}$O$_{3}$"),
        ("µm λ ≥ 5 ± 1", r"$\mu$m $\lambda$ $\geq$ 5 $\pm$ 1"),
        ("1.1 Å–2 \u212b", r"1.1 \AA{}--2 \AA{}"),
        ("two\nlines", "two lines"),
        ("Müller", "Müller"),
    ],
)
def test_latex_escapes(text: str, latex_text: str):
    assert escape_latex(text) == latex_text


@each_row(
    ("text", "latex_text"),
    [
        ("PbSe", "PbSe"),
        ("Al2O3", "Al$_{2}$O$_{3}$"),
        ("PbSe > Al2O3", r"PbSe \textgreater{} Al$_{2}$O$_{3}$"),
        ("AlOx", "AlO$_{x}$"),
        ("CsPbBr3 in 2011", "CsPbBr$_{3}$ in 2011"),
        ("ZnxCd1-xS", "Zn$_{x}$Cd$_{1-x}$S"),
        ("Zn0.5Cd0.5S", "Zn$_{0.5}$Cd$_{0.5}$S"),
        ("Table 2, Section A4", "Table 2, Section A4"),
        ("50 % Al2O3_x", r"50 \% Al$_{2}$O$_{3}$\_x"),
        ("Ti(OH)4", "Ti(OH)$_{4}$"),
    ],
)
def test_formulas_get_subscripts(text: str, latex_text: str):
    assert latex_with_formulas(text) == latex_text


def test_latex_table():
    table = Table(
        columns=("study", "year", "empty", "title", "citation"),
        rows=(
            ("A & B 2011", 2011, None, "On Al2O3 " + "very " * 8 + "long", "Key1"),
            ("C", 2012, None, None, None),
        ),
    )
    text = latex.render(table)
    lines = text.splitlines()
    assert lines[1] == r"\begin{longtable}{@{}lrp{0.6\linewidth}l@{}}"
    assert r"study & year & title & citation \\" in lines
    assert r"A \& B 2011 & 2011 & On Al$_{2}$O$_{3}$" in text
    assert r"\cite{Key1} \\" in text
    assert r"C & 2012 &  &  \\" in lines
    assert lines[-1] == r"\end{longtable}"
    rules = [line for line in lines if line in (r"\toprule", r"\midrule", r"\bottomrule")]
    assert rules == [r"\toprule", r"\midrule", r"\bottomrule"]


@pytest.mark.parametrize("text", ["[sic]", "* note"])
def test_no_row_begins_as_an_argument_of_the_line_before(text: str):
    r"""LaTeX reads ``\\ [sic]`` as a distance and ``\\ *`` as a kind of line end."""
    rendered = latex.render(Table(columns=("a",), rows=((text,),)))
    assert "\n{}" + text + r" \\" in rendered


def test_an_empty_table_keeps_its_columns():
    empty = Table(columns=("a_b", "c"))
    assert r"a b & c \\" in latex.render(empty)
    assert markdown.render(empty) == "| a b | c |\n| --- | --- |\n"


def test_every_column_of_citations_is_cited_under_its_heading():
    table = Table(
        columns=("citation", "other_citation", "growth_nm"), rows=(("Key1", "Key2", 0.11),)
    )
    assert markdown.render(table).splitlines()[::2] == [
        "| citation | other citation | growth per cycle / nm |",
        "| [@Key1] | [@Key2] | 0.11 |",
    ]
    assert r"\cite{Key2}" in latex.render(table)


@pytest.mark.parametrize("name", ["all-claims", "bibliography", "oxide-coated-dots", "studies"])
def test_every_row_of_a_latex_table_has_its_cells(name: str, answers: Store):
    lines = export(answers, "latex", run(answers, name)).splitlines()
    columns = lines[3].count(" & ") + 1
    body = lines[lines.index(r"\endlastfoot") + 1 : -1]
    assert body
    for line in body:
        assert line.endswith(r" \\")
        assert len(re.findall(r"(?<!\\)&", line)) == columns - 1
        assert len(re.findall(r"(?<!\\)\$", line)) % 2 == 0


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


def test_claims_read_back(answers: Store, documents: tuple[Document, ...]):
    found = read_claims(export(answers, "claims").splitlines(), "export")
    assert found == canonical(claim for document in documents for claim in document.claims)
