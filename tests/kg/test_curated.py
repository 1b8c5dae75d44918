"""Claims entered by hand: what a table says, what is wrong with it, and nothing half-loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import build
from kg.claims import claim_key, from_record, to_record
from kg.curated import COLUMNS, find_tables, read_csv, read_tables
from kg.curated.columns import CONTENT
from kg.errors import BuildError
from kg.grounding import Grounding
from kg.model import Chemical, Condition, Outcome, Process, Quantity, System
from kg.rdf import claims_from_quads, document_quads
from kg.store import open_graph
from ontology import validate_data, vocabulary
from ontology.rdflib_graph import to_graph
from tests.rows import each_row

HEADER = "study,doi,authors,year,title,kind,process,chemical,role,parameter,value,unit,curator"
ROOT = Path(__file__).parents[2]


def table(*rows: str, header: str = HEADER) -> bytes:
    return ("\n".join([header, *rows]) + "\n").encode()


def read(*rows: str, header: str = HEADER):
    return read_csv(table(*rows, header=header), id="mine", source="mine.csv")


def problems(*rows: str, header: str = HEADER) -> list[tuple[int, str, str]]:
    return [(e.row, e.column, e.cause) for e in read(*rows, header=header).errors]


GOOD = (
    'a,10.9999/ALPHA,"Alpha, A.",2012,On shells,process,Thermal ALD,,,,,,Kim',
    "a,,,,,chemical,,TMA,precursor,,,,Kim",
    "a,,,,,condition,,,,temperature,80,°C,Kim",
)


def test_a_table_is_a_document_of_claims():
    found = read(*GOOD)
    assert found.errors == ()
    document = found.document
    assert {claim.content for claim in document.claims} == {
        Process(process="thermal_ald"),
        Chemical(role="precursor", chemical="trimethylaluminum"),
        Condition(parameter="temperature", quantity=Quantity(value=80.0, unit="Cel")),
    }
    (study,) = document.references
    assert (study.number, study.doi, study.year) == ("a", "10.9999/alpha", 2012)
    assert study.authors[0].family == "Alpha"
    assert {claim.study for claim in document.claims} == {"a"}


def test_evidence_is_the_row_and_who_entered_it():
    text = table(*GOOD).decode()
    for claim in read(*GOOD).document.claims:
        ((start, end),) = claim.evidence.spans
        assert text[start:end] in GOOD
        assert claim.evidence.place == f"row {text.count(chr(10), 0, start) + 1}"
        assert claim.evidence.curator == "Kim"
        assert (claim.evidence.rule, claim.evidence.extractor) == ("curated", "")


@each_row("end", ["\n", "\r\n", "\r"])
@each_row("mark", ["", "\ufeff"])
@each_row("sign", [",", ";", "\t"])
def test_tables_as_spreadsheets_write_them(end, mark, sign):
    lines = [
        sign.join(("study", "kind", "doi", "curator", "process", "quote")),
        sign.join(("a", "process", "10.9999/a", "Kim", "ald", f'"Two{end}lines{sign} ""here"""')),
        sign.join(("", "", "", "", "", "")),
        sign.join(("b", "process", "10.9999/b", "Kim", "ald", "")),
    ]
    text = end.join(lines) + end
    found = read_csv((mark + text).encode(), id="mine", source="mine.csv")
    assert found.errors == ()
    by_study = {claim.study: claim.evidence for claim in found.document.claims}
    assert by_study["a"].quote == f'Two{end}lines{sign} "here"'
    for study, line in (("a", lines[1]), ("b", lines[3])):
        ((start, stop),) = by_study[study].spans
        assert text[start:stop] == line


@each_row(
    ("row", "column", "cause"),
    [
        ("a,10.9/x,,,,process,ald,,,,,,Kim", "doi", "not a DOI"),
        (",10.9999/x,,,,process,ald,,,,,,Kim", "study", "missing"),
        ("a,,,,,process,ald,,,,,,Kim", "study", "study 'a' cannot be identified"),
        ("a,10.9999/x,,20x,,process,ald,,,,,,Kim", "year", "'20x' is not a year"),
        ("a,10.9999/x,,,,,ald,,,,,,Kim", "kind", "missing"),
        ("a,10.9999/x,,,,proces,ald,,,,,,Kim", "kind", "did you mean process?"),
        ("a,10.9999/x,,,,process,thermal adl,,,,,,Kim", "process", "did you mean thermal ALD?"),
        ("a,10.9999/x,,,,process,,,,,,,Kim", "process", "needs a process"),
        ("a,10.9999/x,,,,process,ald,,,,,,", "curator", "the curator is missing"),
        ("a,10.9999/x,,,,process,ald,TMA,,,,,Kim", "chemical", "of kind process has no chemical"),
        (
            "a,10.9999/x,,,,chemical,,snake oil,precursor,,,,Kim",
            "chemical",
            "'snake oil' is neither",
        ),
        ("a,10.9999/x,,,,chemical,,TMA,shell,,,,Kim", "role", "'shell' is not a chemical"),
        ("a,10.9999/x,,,,condition,,,,temperature,8.5.1,Cel,Kim", "value", "not a number"),
        ('a,10.9999/x,,,,condition,,,,temperature,"8,5",Cel,Kim', "value", "write 0.5"),
        ("a,10.9999/x,,,,condition,,,,temperature,nan,Cel,Kim", "value", "not a number"),
        ("a,10.9999/x,,,,condition,,,,temperature,1e999,Cel,Kim", "value", "not a finite number"),
        ("a,10.9999/x,,,,condition,,,,temperature,80,grad!,Kim", "unit", "neither a UCUM code"),
        ("a,10.9999/x,,,,condition,,,,temperature,80,nm,Kim", "unit", "not a unit of temperature"),
        ("a,10.9999/x,,,,condition,,,,temperature,,Cel,Kim", "value", "without a number"),
        ("a,10.9999/x,,,,process,ald,,,,,,Kim,extra", "", "14 cells under 13 columns"),
    ],
)
def test_what_is_wrong_with_a_row(row, column, cause):
    (found,) = problems('z,10.9999/z,"Z",2001,T,process,ald,,,,,,Kim', row)
    assert (found[0], found[1]) == (3, column)
    assert cause in found[2]


def test_everything_wrong_with_a_row_is_told_at_once():
    found = problems("a,10.9/x,,20x,,condition,,,,heat,8_0,nmm,")
    assert [column for _, column, _ in found] == [
        *("curator", "doi", "parameter", "unit", "value", "year"),
    ]


@pytest.mark.parametrize(
    ("extra", "cells", "column", "cause"),
    [
        ("confidence", "1.5", "confidence", "not between 0 and 1"),
        ("source,start,end", "review,40,10", "end", "10 is not after the start 40"),
        ("source,start,end", ",1,10", "source", "start and end need a source"),
        ("source,start,end", "review,1,", "end", "the other end is missing"),
        ("source,start,end", "review,-1,10", "start", "'-1' is not a whole number"),
    ],
)
def test_what_is_wrong_with_the_evidence(extra, cells, column, cause):
    header = f"study,kind,doi,process,curator,{extra}"
    (found,) = problems(f"a,process,10.9999/a,ald,Kim,{cells}", header=header)
    assert found[:2] == (2, column)
    assert cause in found[2]


@pytest.mark.parametrize(
    ("cells", "column", "cause"),
    [
        ("20,10,nm,,", "value_max", "10 is less than the value 20"),
        ("20,30,nm,min,", "bound", "a lower bound needs a value and no value_max"),
        ("20,,nm,max,", "bound", "must be min or empty"),
        ("20,,nm,,perhaps", "approximate", "neither yes nor no"),
    ],
)
def test_what_is_wrong_with_a_quantity(cells, column, cause):
    header = "study,kind,doi,property,direction,curator,value,value_max,unit,bound,approximate"
    row = f"a,outcome,10.9999/a,electron_mobility,increase,Kim,{cells}"
    (found,) = problems(row, header=header)
    assert found[:2] == (2, column)
    assert cause in found[2]


def test_quantities_and_layers():
    header = (
        "study,kind,doi,curator,property,direction,from,value,value_max,unit,bound,approximate,raw,"
        "architecture,layers"
    )
    found = read(
        "a,outcome,10.9999/a,Kim,photoluminescence_quantum_yield,increased,10,40,,%,min,yes,40 %,,",
        "a,system,,Kim,,,,,,,,,,core shell,CdSe > cadmium sulfide>ZnS",
        header=header,
    )
    assert found.errors == ()
    assert {claim.content for claim in found.document.claims} == {
        Outcome(
            property="photoluminescence_quantum_yield",
            direction="increase",
            quantity=Quantity(
                value=40.0,
                start=10.0,
                unit="percent",
                bound="min",
                approximate=True,
                raw="40 %",
            ),
        ),
        System(architecture="core_shell", layers=("CdSe", "CdS", "ZnS")),
    }


@each_row(
    ("data", "row", "cause"),
    [
        (b"", 1, "must have the columns study and kind"),
        (b"a,b\n1,2\n", 1, "must have the columns study and kind"),
        (b"study,kind,curator\n", 0, "no row below the header"),
        (b"study,kind,curator\n\xff,process,x\n", 0, "not UTF-8"),
        (b"study,kind,curator\n\0,process,x\n", 0, "not text"),
        (b"study,kind,curator,tecnique\na,technique,Kim,tem\n", 1, "did you mean technique?"),
        (b"study,kind,curator,kind\na,process,Kim,x\n", 1, "2 columns of this name"),
        (b"study,kind,process\na,process,ald\n", 1, "this column is missing"),
        (b'study,kind,curator\na,"process,Kim\n', 2, "quotation mark left open"),
    ],
)
def test_files_that_are_no_tables_of_claims(data, row, cause):
    errors = read_csv(data, id="mine", source="mine.csv").errors
    assert any(e.row == row and cause in e.cause for e in errors)
    assert str(errors[0]).startswith("mine.csv")


def test_the_same_claim_twice():
    (found,) = problems(GOOD[0], GOOD[1], GOOD[1])
    assert found == (4, "", "this claim is already in row 3")


def test_rows_that_contradict_one_another_on_a_study():
    (found,) = problems(GOOD[0], "a,,,2013,,process,ald,,,,,,Kim")
    assert found == (3, "year", "'2013', but row 2 gives '2012' for study 'a'")


def test_an_ambiguous_name_is_not_guessed(monkeypatch):
    two = tuple(vocabulary().get("process", name) for name in ("ald", "cvd"))
    several = Grounding(terms=two, reason="several")
    monkeypatch.setattr("kg.curated.terms.ground", lambda kind, text: several)
    (found,) = problems("a,10.9999/x,,,,process,dep,,,,,,Kim")
    assert found[2] == "'dep' may be ald or cvd; write one of them"


def test_provenance_goes_to_the_graph_and_back():
    header = "study,kind,doi,process,curator,quote,source,start,end,confidence"
    row = 'a,process,10.9999/a,ald,"Kim, J.",We used ALD.,review,5,17,0.9'
    document = read(row, header=header).document
    quads = list(document_quads(document))
    (claim,) = claims_from_quads(quads)
    assert (claim,) == document.claims
    assert claim.evidence.source == "review#char=5,17"
    assert from_record(to_record(claim)) == claim
    assert not any("Extraction" in str(quad) for quad in quads)
    assert validate_data(to_graph(quad.triple for quad in quads)) == []


def test_the_key_of_a_claim_does_not_tell_its_curator():
    one, other = (read(GOOD[0].replace("Kim", name)).document.claims[0] for name in ("Kim", "Lee"))
    assert claim_key(one) == claim_key(other)


def test_tables_are_found_by_their_header(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "claims.csv").write_bytes(table(*GOOD))
    (tmp_path / "in" / "spectrum.csv").write_text("nm,counts\n400,3\n")
    (tmp_path / "in" / ".hidden.csv").write_bytes(table(*GOOD))
    inside = tmp_path / "in" / "claims.csv"
    assert find_tables([tmp_path / "in"]) == ([inside], [])
    (tmp_path / "in" / "paper.txt").write_text("Films.")
    assert find_tables([tmp_path, inside, inside]) == ([inside], [tmp_path])
    named = tmp_path / "in" / "spectrum.csv"
    assert find_tables([named]) == ([named], [])


def test_a_table_with_a_wrong_row_is_not_half_loaded(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_bytes(table(*GOOD, "b,10.9999/b,,,,process,adl,,,,,,Kim"))
    assert read_tables([file]).documents == ()
    (document,) = read_tables([file], valid_rows=True).documents
    assert len(document.claims) == 3
    assert {reference.number for reference in document.references} == {"a"}


def test_rows_of_a_study_nobody_can_tell_do_not_load(tmp_path):
    file = tmp_path / "claims.csv"
    rows = ("b,10.9/b,,,,process,ald,,,,,,Kim", "b,,,,,process,cvd,,,,,,Kim")
    file.write_bytes(table(*GOOD, *rows))
    (document,) = read_tables([file], valid_rows=True).documents
    assert {claim.study for claim in document.claims} == {"a"}


@pytest.mark.usefixtures("small_ontology")
def test_build_takes_tables_and_papers(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "paper.txt").write_text("HfO2 films were grown by ALD at 250 °C.\n", encoding="utf-8")
    (folder / "good.csv").write_bytes(table(*GOOD))
    (folder / "bad.csv").write_bytes(table("b,10.9999/b,,,,process,adl,,,,,,Kim"))
    (folder / "paper.csv").write_bytes(table(*GOOD))
    report = build([folder], tmp_path / "g", extract=lambda paper: ())
    assert [d.id for d in report.documents] == ["good", "paper"]
    assert open_graph(tmp_path / "g").documents() == ("good", "paper")
    assert [place for place, _ in report.rejected] == [
        f"{folder}/bad.csv, row 2, column process",
        f"{folder}/paper.csv",
    ]
    assert "same document id" in report.rejected[1][1]


@pytest.mark.usefixtures("small_ontology")
def test_nothing_but_wrong_tables_leaves_the_graph_as_it_was(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_bytes(table(*GOOD))
    build([file], tmp_path / "g")
    before = sorted(map(str, open_graph(tmp_path / "g").quads()))
    file.write_bytes(table(*GOOD, "b,,,,,,,,,,,,"))
    with pytest.raises(BuildError, match=r"claims\.csv, row 5, column study"):
        build([file], tmp_path / "g")
    assert sorted(map(str, open_graph(tmp_path / "g").quads())) == before


@pytest.mark.usefixtures("small_ontology")
def test_a_curated_study_is_the_one_that_papers_cite(tmp_path, documents):
    from kg.rdf import study_iris
    from kg.store import replace

    slugs = study_iris(documents)
    replace(tmp_path / "g", {d.id: document_quads(d, slugs) for d in documents})
    file = tmp_path / "claims.csv"
    file.write_bytes(table("x,10.9999/alpha.2012,,,,process,ald,,,,,,Kim"))
    build([file], tmp_path / "g")
    rows = open_graph(tmp_path / "g").query(
        """SELECT DISTINCT ?label {
            ?claim ald:aboutStudy ?study ; ald:statedIn/dcterms:identifier "claims" .
            ?other ald:aboutStudy ?study ; ald:statedIn/dcterms:identifier "survey" .
            ?study rdfs:label ?label }"""
    )
    assert {row["label"].value for row in rows} == {"Alpha 2012", "x"}


def test_every_column_is_documented_and_used():
    text = (ROOT / "docs" / "curation.md").read_text(encoding="utf-8")
    assert [c.name for c in COLUMNS if f"| `{c.name}` | {c.description} |" not in text] == []
    used = {column for columns in CONTENT.values() for column in columns}
    assert used <= {column.name for column in COLUMNS}


@given(st.text(max_size=200), st.sampled_from([b"", f"{HEADER}\n".encode()]))
def test_any_text_is_read_or_refused_with_a_cause(text, header):
    data = header + text.encode("utf-8", errors="surrogatepass")
    found = read_csv(data, id="mine", source="mine.csv")
    assert found.errors or found.document.claims
    assert all(error.cause for error in found.errors)
