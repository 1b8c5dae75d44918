"""Named queries: their files, what people type, what comes out of a small graph."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from corpus.model import Author, Reference
from kg.errors import QueryError
from kg.grounding import flatten, loosen
from kg.model import Claim, Document, Material, Outcome, System
from kg.queries import (
    NamedQuery,
    Param,
    bind,
    explain_empty,
    find_query,
    load_queries,
    run,
)
from kg.queries.exact import written_so
from kg.queries.materials import absent_material, materials_meant
from kg.queries.named import parse_query
from kg.queries.terms import terms_of
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph, Graph
from kg.table import Table
from ontology import ALD, rdf, vocabulary
from ontology.curie import from_curie
from ontology.iri import NAMESPACE, PREFIXES, concept_iri, material_iri
from tests.rows import each_row

QUERIES = tuple(load_queries().values())
each_query = each_row("query", QUERIES, ids=lambda query: query.name)

HEADER = "# title: T\n# topic: O\n# question: Q?\n"


def test_there_are_enough_questions():
    assert 35 <= len(QUERIES) <= 45
    assert {"studies-of-material", "oxide-coated-dots", "claims-of-study"} <= set(load_queries())
    topics = [query.topic for query in QUERIES]
    assert all(topics.count(topic) > 1 for topic in topics)  # a misspelt topic stands alone


@each_query
def test_rows_cite_their_study_and_show_the_evidence(query: NamedQuery, answers: Graph):
    columns = run(answers, query.name, dict(query.example)).columns
    if "study" in columns:
        assert "study_iri" in columns
    if "sentence" in columns and query.name != "all-claims":
        assert {"said_by", "place", "study", "study_iri"} <= set(columns)


@each_query
def test_without_values_a_query_runs_as_it_stands(query: NamedQuery, answers: Graph):
    answers.query(query.text)


@each_query
def test_prefixes_are_ours(query: NamedQuery):
    declared = re.findall(r"^PREFIX (\w+): <([^>]+)>$", query.text, re.MULTILINE)
    assert declared == sorted(declared)
    assert all(PREFIXES[prefix] == iri for prefix, iri in declared)


@each_query
def test_terms_are_defined(query: NamedQuery):
    """A misspelt class, property or concept would silently match nothing."""
    for prefix, name in re.findall(r"(?<![\w:?])([a-z]+):([A-Za-z][\w-]*)", query.text):
        iri = from_curie(f"{prefix}:{name}")
        if iri.startswith(NAMESPACE):
            assert getattr(ALD, name)
        elif prefix in {"role", "crole", "param", "process", "prop", "dir"}:
            assert vocabulary().by_iri(iri), iri


@each_query
def test_answers_are_sorted_and_described(query: NamedQuery):
    assert "ORDER BY" in query.text
    assert query.question.endswith("?")
    assert all(param.description for param in query.params)


def test_the_same_study_in_two_documents_is_one(answers: Graph):
    table = run(answers, "sources-of-study", {"study": "Liu 2011"})
    assert table.without("study_iri", "doi").rows == (
        ("Liu 2011", 2011, "liu-2011", 12),
        ("Liu 2011", 2011, "survey", 8),
    )
    assert len(set(table.column("study_iri"))) == 1


def test_coated_dots_below_a_temperature(answers: Graph):
    def studies(**values: str) -> set[object]:
        return set(run(answers, "oxide-coated-dots", values).column("study"))

    assert studies(max_temperature="below 100 °C") == {"Liu 2011"}
    assert studies(max_temperature="147") == {"Liu 2011", "Gämma 2013"}  # 420 K
    assert studies(max_temperature="146") == {"Liu 2011"}
    assert studies() == {"Liu 2011", "Gämma 2013"}
    assert studies(max_temperature="20") == set()
    assert studies(core="lead chalcogenide", coating="ZnO") == {"Gämma 2013"}
    assert studies(core="PbX", coating="AlOx") == {"Liu 2011"}


@pytest.fixture(scope="module")
def reviewed(claims_about: Callable[..., tuple[Claim, ...]]) -> Graph:
    """A review that says more about a study it cites than on its own account; and one paper."""
    coated = (
        Material(role="nanocrystal", formula="PbSe"),
        Material(role="matrix", formula="Al2O3"),
        System(architecture="nanocomposite", layers=("PbSe", "Al2O3")),
        Outcome(property="electron_mobility", direction="increase"),
    )
    cited = claims_about("review", *coated, study="7")
    own = claims_about("review", coated[0], coated[1], coated[3])
    documents = [
        Document(
            id="review",
            sha256="",
            claims=(*cited, *own),
            references=(Reference(number="7", authors=(Author(family="Delta"),), title="D"),),
            record=Reference(authors=(Author(family="Psi"),), title="A Review"),
        ),
        Document(id="paper", sha256="", claims=claims_about("paper", *coated)),
    ]
    slugs = study_iris(documents)
    return EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))


def test_what_a_review_says_on_its_own_account_is_no_finding(reviewed: Graph):
    assert run(reviewed, "oxide-coated-dots").column("study") == ("Delta", "paper")
    found = run(reviewed, "outcome-of-property", {"property": "carrier mobility"})
    assert list(zip(found.column("study"), found.column("said_by"), strict=True)) == [
        ("Delta", "a review about it"),
        ("paper", "the paper itself"),
    ]
    assert set(run(reviewed, "general-statements").column("study")) == {"Psi"}


def test_a_process_includes_its_kinds(answers: Graph):
    assert run(answers, "studies-by-process", {"process": "ALD"}).column("process") == (
        "atomic layer deposition",
        "thermal ALD",
    )


def test_a_statement_of_two_documents_is_one_row_with_both_places(answers: Graph):
    (row,) = (
        row
        for row in run(answers, "claims-of-study", {"study": "Liu 2011"}).rows
        if "thermal ALD" in row
    )
    said = [str(cell) for cell in row if cell is not None]
    assert "a review about it; a curator's note" in said
    assert any("survey, " in cell and "liu-2011, " in cell for cell in said)


def test_the_first_report_of_a_system_comes_first(answers: Graph):
    table = run(answers, "studies-of-system", {"inner": "CdSe", "outer": "CdS"})
    assert (table.column("study"), table.column("year")) == (
        ("Beta 2003", "Alpha 2012"),
        (2003, 2012),
    )


@each_row(
    ("type_", "kind", "typed", "expected"),
    [
        ("concept", "chemical", "TMA", concept_iri("chemical", "trimethylaluminum")),
        ("concept", "chemical", "trimethylaluminum", concept_iri("chemical", "trimethylaluminum")),
        ("concept", "chemical", "Trimethyl aluminum", concept_iri("chemical", "trimethylaluminum")),
        ("concept", "chemical", "H₂O", concept_iri("chemical", "water")),
        (
            "concept",
            "property",
            "PL quantum yield",
            concept_iri("property", "photoluminescence_quantum_yield"),
        ),
        ("concept", "process", "ALD", concept_iri("process", "ald")),
        ("concept", "process", "ald", concept_iri("process", "ald")),
        ("concept", "process", "colloidal ALD", concept_iri("process", "colloidal_ald")),
        ("concept", "technique", "TEM", concept_iri("technique", "tem")),
        ("concept", "application", "solar cells", concept_iri("application", "solar_cell")),
        ("concept", "form", concept_iri("form", "film"), None),
        ("temperature", "", "below 100 °C", "100.0"),
        ("temperature", "", "373.15 K", "100.0"),
        ("temperature", "", "room temperature", "25.0"),
        ("link", "", "same study", "3"),
        ("link", "", "stated", "1"),
        ("integer", "", "12", "12"),
        ("number", "", "1e2", "100.0"),
        ("share", "", "0.7", "0.7"),
        ("share", "", " 1 ", "1.0"),
        ("string", "", 'a "quoted" word', 'a "quoted" word'),
    ],
)
def test_what_people_type(type_, kind, typed, expected):
    param = Param(name="x", type=type_, kind=kind, description="d")
    if expected is None:
        with pytest.raises(QueryError, match="no form"):
            terms_of(param, typed)
    else:
        assert terms_of(param, typed)[0].value == expected


@each_row(
    ("type_", "kind", "typed", "message"),
    [
        ("integer", "", "1.5", "'1.5' is not a whole number"),
        ("number", "", "hot", "'hot' is not a number"),
        ("temperature", "", "hot", "'hot' is not a temperature (write 100, 100 °C or 373 K)"),
        ("link", "", "loose", "no link 'loose'; known are: "),
        ("number", "", "nan", "not a finite number"),
        ("number", "", "inf", "not a finite number"),
        ("share", "", "1.01", "x: '1.01' is not a number from 0 to 1"),
        ("share", "", "-0.1", "'-0.1' is not a number from 0 to 1"),
        ("share", "", "high", "'high' is not a number from 0 to 1"),
        ("share", "", "nan", "'nan' is not a number from 0 to 1"),
        ("concept", "chemical", "trimethylalumnium", "did you mean: trimethylaluminum"),
        ("concept", "direction", "sideways?", "known are: absent, change, decrease"),
    ],
)
def test_what_people_mistype(type_, kind, typed, message):
    with pytest.raises(QueryError, match=re.escape(message)):
        terms_of(Param(name="x", type=type_, kind=kind, description="d"), typed)


@pytest.mark.parametrize(
    ("typed", "formulas"),
    [
        ("Al₂O₃", ["Al2O3"]),
        (" Al2 O3", ["Al2O3"]),
        ("alumina", ["Al2O3"]),
        ("AlOx", ["Al2O3"]),
        ("oxides", ["Al2O3", "ZnO"]),
        ("lead chalcogenide", ["PbSe"]),
        ("ald:LeadChalcogenCompound", ["PbSe"]),
        ("PbX", ["PbSe"]),
        ("CdE", ["CdS", "CdSe"]),
        ("GaN", ["GaN"]),
    ],
)
def test_which_solids_people_mean(answers: Graph, typed: str, formulas: list[str]):
    found = materials_meant(answers, "material", typed)
    assert [node.value for node in found] == [material_iri(formula) for formula in formulas]


@pytest.mark.parametrize(("typed", "message"), [("oxyde", "did you mean: oxide"), ("  ", "empty")])
def test_which_solids_nobody_knows(answers: Graph, typed: str, message: str):
    with pytest.raises(QueryError, match=message):
        materials_meant(answers, "material", typed)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("Al2O", "the nearest are: Al2O3"), ("KTaWO6", "no formula in it is similar")],
)
def test_a_material_that_no_study_has(answers: Graph, typed: str, hint: str):
    (note,) = absent_material(answers, "material", typed)
    assert note.startswith(f"material: the graph has no material {typed!r}; {hint}")


def test_an_empty_answer_says_which_value_excludes_all(answers: Graph):
    values = {"material": "GaN", "property": "carrier mobility"}
    assert explain_empty(answers, "outcome-of-property", values)[0].startswith(
        "no row has material = GaN; without this condition there "
    )
    (reason,) = explain_empty(answers, "deposited-below", {"max_temperature": "-50"})
    assert reason.startswith("no row has max temperature = -50; ")


def test_a_value_never_becomes_syntax(answers: Graph):
    """Whatever is typed is one literal or one IRI in the query."""
    for value in ('"', "\\", "} DROP ALL #", "\n", "?x", "<a>", "Al2O3> . ?s ?p ?o"):
        assert len(run(answers, "studies", {"name": value})) == 0
        if value.strip():
            with pytest.raises(QueryError, match="no material"):
                run(answers, "studies-of-material", {"material": value})


def test_unknown_names_list_the_choices(answers: Graph):
    with pytest.raises(
        QueryError, match=r"no query 'nope'; `aldkg query --list`, .* list the \d\d there"
    ):
        run(answers, "nope")
    with pytest.raises(QueryError, match="no query 'study'; did you mean: studies"):
        run(answers, "study")
    with pytest.raises(QueryError, match="no parameter 'colour'; its parameters are: mat"):
        run(answers, "studies-of-material", {"colour": "red"})
    with pytest.raises(QueryError, match="a value is needed for: study"):
        run(answers, "claims-of-study")
    with pytest.raises(QueryError, match="no study 'Omicron 1'"):
        run(answers, "claims-of-study", {"study": "Omicron 1"})


def test_an_empty_value_means_any(answers: Graph):
    everything = run(answers, "studies-of-material")
    assert run(answers, "studies-of-material", {"material": ""}) == everything
    assert len(everything) > len(run(answers, "studies-of-material", {"material": "PbSe"})) > 0


def test_a_study_is_found_by_label_doi_and_iri(answers: Graph):
    by_label = run(answers, "claims-of-study", {"study": "alpha 2012"})
    assert len(by_label) == 9
    assert run(answers, "claims-of-study", {"study": "10.9999/alpha.2012"}) == by_label
    iri = str(by_label.column("study_iri")[0])
    assert run(answers, "claims-of-study", {"study": iri}) == by_label


def test_what_is_looked_up_is_what_is_found_by_comparing(answers: Graph):
    studies = run(answers, "studies")
    names = [*studies.column("study"), *studies.column("doi"), *studies.column("study_iri")]
    for name in map(str, filter(None, names)):
        compared = run(answers, "studies", {"name": name}).column("study_iri")
        assert sorted(map(str, written_so(answers, name))) == sorted(map(str, compared)) != []
    assert written_so(answers, "alpha 2012") == ()
    assert written_so(answers, 'Alpha" 2012 } #') == ()


@each_row(
    ("source", "message"),
    [
        ("SELECT * {}", "no line '# title"),
        ("# title: T\nSELECT * {}", "no line '# topic"),
        ("# title: T\n# topic: O\nSELECT * {}", "no line '# question"),
        (HEADER + "# param: x word -- d\n", "malformed parameter 'x word -- d'"),
        (HEADER + "# param: x string\n", "malformed parameter"),
        (HEADER + "# param: x concept -- d\n", "malformed parameter"),
        (HEADER + "# param: x string(a) -- d\n", "malformed parameter"),
        (HEADER + "# param: x string -- d\nSELECT * {}", "'x' has no '# values:' line"),
        (HEADER + "SELECT * {\n# values: x\n}", "'x' is not declared"),
        (HEADER + "# example: x\nSELECT * {}", "malformed example"),
        (HEADER + "# example: x=1\nSELECT * {}", "no parameter 'x'"),
        (HEADER + "SELECT ?study\nWHERE {\n# sure: ?said\n}", "selects ?belief"),
    ],
)
def test_malformed_files_are_named(source: str, message: str):
    with pytest.raises(QueryError, match=re.escape(message)) as caught:
        parse_query("broken", source)
    assert "broken" in str(caught.value)


def test_header_is_read():
    source = (
        "# title: T\n# topic: O\n# question: Q?\n"
        '# param: n integer default="3" -- how many\n'
        "# param: process concept(process) -- which\n"
        '# example: n=4 process="colloidal ALD"\n'
        "SELECT * {\n  # values: n process\n}\n"
    )
    query = parse_query("q", source)
    assert (query.title, query.topic, query.question) == ("T", "O", "Q?")
    assert query.text == "SELECT * {\n  # values: n process\n}\n"
    assert query.example == (("n", "4"), ("process", "colloidal ALD"))
    assert [p.variable for p in query.params] == ["n", "process_iri"]
    assert [p.signature for p in query.params] == ["integer", "concept(process)"]
    assert [p.is_required for p in query.params] == [False, True]
    assert bind(query, {"n": (rdf.Literal(1), rdf.Literal(2))}) == (
        'SELECT * {\n  VALUES ?n { "1"^^<http://www.w3.org/2001/XMLSchema#integer> '
        '"2"^^<http://www.w3.org/2001/XMLSchema#integer> }\n}\n'
    )


def test_spellings():
    assert flatten("Zn₀.₅Cd₀.₅S") == "Zn0.5Cd0.5S"
    assert loosen("Core–Shell") == loosen("core shell") == loosen("core_shell")


def test_find_query():
    assert find_query("studies").title == "Studies"


def test_table_of_labels_is_readable(answers: Graph):
    table: Table = run(answers, "studies-of-material", {"material": "PbSe"})
    assert "study_iri" not in table.readable().columns
    assert table.column("study") == ("Liu 2011", "Gämma 2013")
    assert (
        table.column("sentence")[0]
        == "PbSe dots were infilled with Al₂O₃ from TMA and water at 70 °C."
    )
