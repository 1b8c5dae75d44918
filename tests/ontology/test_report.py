"""A report says the same as table, Turtle and HTML, and hostile data cannot break out of it."""

from __future__ import annotations

from html.parser import HTMLParser

from rdflib import Graph
from rdflib.namespace import RDF, SH

from ontology import iri
from ontology.report import COLUMNS, report_html, report_rows, report_table, report_turtle
from ontology.validation import Violation

FOUND = [
    Violation(
        focus=iri.study_iri("a"), message="A study must have a label.", check="ald:Study rdfs:label"
    ),
    Violation(
        focus="no IRI <script>", message='5 > 4 & "so"\ton', check="a-check", severity="warning"
    ),
]


class Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data):
        if self.tags and self.tags[-1] == "td":
            self.cells[-1] += data


def test_the_table_has_a_line_for_each_violation():
    lines = report_table(FOUND).splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert lines[1].split("\t")[1:3] == ["study:a", "A study must have a label."]
    assert {line.count("\t") for line in lines[:3]} == {3}
    assert lines[-1] == ("1 violation and 1 warning, found by 2 checks.")


def test_nothing_wrong_is_said():
    assert report_table([]) == "Nothing is wrong.\n"
    assert "Nothing is wrong." in report_html([])
    graph = Graph().parse(data=report_turtle([]))
    assert [str(value) for value in graph.objects(None, SH.conforms)] == ["true"]


def test_the_turtle_is_a_shacl_report():
    graph = Graph().parse(data=report_turtle(FOUND))
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert not graph.value(report, SH.conforms).toPython()
    results = list(graph.objects(report, SH.result))
    said = {
        (str(graph.value(r, SH.focusNode)), str(graph.value(r, SH.resultMessage))) for r in results
    }
    assert said == {(v.focus, v.message) for v in FOUND}
    assert set(graph.objects(None, SH.resultSeverity)) == {SH.Violation, SH.Warning}
    assert report_turtle(FOUND) == report_turtle(list(FOUND))


def test_a_warning_alone_conforms():
    graph = Graph().parse(data=report_turtle(FOUND[1:]))
    assert [value.toPython() for value in graph.objects(None, SH.conforms)] == [True]


def test_the_page_shows_the_rows_and_nothing_of_the_data_is_markup():
    page = report_html(FOUND, title="<b>")
    parsed = Cells()
    parsed.feed(page)
    assert [c.strip() for c in parsed.cells] == [c for row in report_rows(FOUND) for c in row]
    assert not {"script", "b"} & set(parsed.tags)


def test_a_report_of_one_violation_is_not_its_result() -> None:
    graph = Graph().parse(data=report_turtle(FOUND[:1]))
    reports = set(graph.subjects(RDF.type, SH.ValidationReport))
    results = set(graph.subjects(RDF.type, SH.ValidationResult))
    assert reports
    assert results
    assert not reports & results
