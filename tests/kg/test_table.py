"""Tables: what RDF terms become, and how they are printed."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.table import (
    Iri,
    Table,
    cell_from_term,
    format_cell,
    render_csv,
    render_json,
    render_plain,
    table_from_result,
    table_from_solutions,
    with_values,
)
from ontology import embedded, rdf
from ontology.iri import PREFIXES, concept_iri
from tests.rows import each_row

TMA = concept_iri("chemical", "trimethylaluminum")
TABLE = Table(
    columns=("study", "value", "study_iri"),
    rows=(("Liu 2011", 80.0, Iri(TMA)), ('say "no", twice', None, Iri("http://example.org/x"))),
)


def literal(text: str, datatype: str) -> rdf.Literal:
    return rdf.Literal(text, datatype=rdf.NamedNode(PREFIXES["xsd"] + datatype))


@each_row(
    ("term", "cell"),
    [
        (None, None),
        (rdf.Literal("text"), "text"),
        (rdf.Literal("text", language="en"), "text"),
        (literal("2011", "integer"), 2011),
        (literal("12", "nonNegativeInteger"), 12),
        (literal("-3", "int"), -3),
        (literal("0.90", "decimal"), 0.9),
        (literal("8.0E1", "double"), 80.0),
        (literal("NaN", "double"), "NaN"),
        (literal("INF", "double"), "INF"),
        (literal("many", "integer"), "many"),
        (literal("many", "double"), "many"),
        (literal("true", "boolean"), "true"),
        (rdf.NamedNode("http://example.org/x"), Iri("http://example.org/x")),
        (rdf.BlankNode("b"), "_:b"),
    ],
)
def test_cells_of_terms(term, cell):
    found = cell_from_term(term)
    assert found == cell
    assert type(found) is type(cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (80.0, "80"), (0.25, "0.25"), (1e22, "1e+22"), (-2.0, "-2"), (7, "7"), ("", "")],
)
def test_format_cell(cell, text):
    assert format_cell(cell) == text


def test_rows_fit_the_columns():
    with pytest.raises(ValueError, match="a row of 1 values under 2 columns"):
        Table(columns=("a", "b"), rows=(("x",),))


def test_csv_is_rfc_4180():
    assert render_csv(TABLE) == (
        "study,value,study_iri\r\n"
        f"Liu 2011,80,{TMA}\r\n"
        '"say ""no"", twice",,http://example.org/x\r\n'
    )


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.text('ab,"\r\n')
        )
    )
)
def test_csv_reads_back(rows):
    text = render_csv(Table(columns=("a", "b"), rows=tuple(rows)))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *map(list, rows)]


def test_json_keeps_numbers_and_what_is_unknown():
    assert json.loads(render_json(TABLE)) == [
        {"study": "Liu 2011", "value": 80.0, "study_iri": TMA},
        {"study": 'say "no", twice', "value": None, "study_iri": "http://example.org/x"},
    ]
    assert json.loads(render_json(Table(columns=("a",)))) == []


def test_plain_is_aligned_and_clipped():
    table = Table(columns=("a", "word"), rows=((1, "x" * 60), (20, "two\nlines")))
    assert render_plain(table, width=10) == (
        "a   word\n--  ----------\n1   xxxxxxxxx…\n20  two lines\n"
    )
    assert render_plain(Table(columns=("a",))) == "a\n-\n"


def test_columns_by_name():
    assert TABLE.column("value") == (80.0, None)
    with pytest.raises(KeyError, match="no column 'colour'; there are study, value, study_iri"):
        TABLE.column("colour")
    assert TABLE.without("value", "colour").columns == ("study", "study_iri")
    assert len(TABLE) == 2


def test_values_go_by_the_name_that_a_terminal_shows():
    changes = Table(
        columns=("study", "change", "from", "to", "unit"),
        rows=(("Liu 2011", "increase", "1", "7", "nm"),),
    )
    assert changes.select(["study", "value"]).columns == ("study", "from", "to", "unit")
    assert with_values(changes).column("value") == ("1 → 7 nm",)
    with pytest.raises(KeyError, match="no column 'quantity'"):
        changes.select(["quantity"])


def test_the_ends_of_a_link_are_no_values():
    links = Table(columns=("from", "link", "to"), rows=(("annealing", "causes", "sintering"),))
    assert with_values(links) == links
    assert links.headed() == links


def test_iris_behind_labels_are_left_out_where_people_read():
    assert TABLE.readable().columns == ("study", "value")
    alone = Table(columns=("thing_iri",), rows=((Iri(TMA),),))
    assert alone.readable() == alone


def test_iris_are_shortened_to_labels_or_curies():
    short = TABLE.shortened({"http://example.org/x": "X"})
    assert short.column("study_iri") == ("chem:trimethylaluminum", "X")
    text = Table(columns=("a",), rows=((TMA,),))
    assert text.shortened() == text  # a text that looks like an IRI is a text


@pytest.fixture
def store() -> embedded.Store:
    made = embedded.Store()
    made.add(
        rdf.Quad(rdf.NamedNode(TMA), rdf.NamedNode(PREFIXES["rdfs"] + "label"), rdf.Literal("b"))
    )
    made.add(
        rdf.Quad(rdf.NamedNode(TMA), rdf.NamedNode(PREFIXES["rdfs"] + "label"), rdf.Literal("a"))
    )
    return made


def test_solutions_keep_their_order_and_gaps(store: embedded.Store):
    answer = embedded.answer(store, "SELECT ?l ?no { ?s ?p ?l } ORDER BY ?l")
    assert table_from_solutions(answer) == Table(
        columns=("l", "no"), rows=(("a", None), ("b", None))
    )


def test_any_answer_is_a_table(store: embedded.Store):
    assert table_from_result(embedded.answer(store, "SELECT ?l { ?s ?p ?l }")).columns == ("l",)
    assert table_from_result(embedded.answer(store, "ASK { ?s ?p 1 }")).rows == (("false",),)
    triples = table_from_result(embedded.answer(store, "CONSTRUCT WHERE { ?s ?p ?o }"))
    assert triples.columns == ("subject", "predicate", "object")
    assert triples.column("object") == ("a", "b")
