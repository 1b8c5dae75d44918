"""What a build leaves for questions: the keys of their pages, and studies by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from kg.build import build
from kg.catalog import CATALOG_FILE, studies_named
from kg.errors import QueryError
from kg.queries import Pages, find_query, load_queries, run, study_nodes
from kg.queries.asking import given_terms
from kg.queries.keys import KEYS_FILE, Keys, read_keys, write_keys
from kg.queries.listing import keys_of, listed_keys
from kg.queries.paging import is_small
from kg.store import EmbeddedGraph, Graph
from tests.conftest import TINY
from tests.rows import each_row

NAMED = """SELECT DISTINCT ?name {
    ?study a ald:Study ; rdfs:label|ald:doi|ald:firstAuthor ?name } ORDER BY ?name"""

NAMES = ["studies", "links", "doubtful-statements", "reporting-of-parameter", "effects-of-coating"]


def listed(graph: Graph, name: str) -> tuple[str, Keys]:
    return next(iter(listed_keys(graph, find_query(name)).items()))


@each_row("name", NAMES)
def test_keys_are_read_as_they_were_listed(name: str, bundled: Graph, tmp_path: Path) -> None:
    sparql, keys = listed(bundled, name)
    file = tmp_path / f"{name}.sqlite"
    write_keys(file, [(sparql, keys), (sparql, keys)])
    found = read_keys(file, sparql, keys.paging)
    assert found == keys
    assert found is not None
    assert found.of_groups(0, len(found)) == keys.of_groups(0, len(keys))
    assert len(found) > 0
    assert read_keys(file, f"{sparql} ", keys.paging) is None


def test_a_file_that_is_none_tells_nothing(bundled: Graph, tmp_path: Path) -> None:
    sparql, keys = listed(bundled, "studies")
    file = tmp_path / KEYS_FILE
    assert read_keys(file, sparql, keys.paging) is None
    file.write_bytes(b"no database")
    assert read_keys(file, sparql, keys.paging) is None
    with pytest.raises(OSError, match="not a database"):
        write_keys(file, [(sparql, keys)])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedGraph:
    """A graph as a build leaves it that counts it among the large ones."""
    store = tmp_path_factory.mktemp("keys") / "graph"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.store.filling.is_small", lambda graph: False)
        build([TINY], store)
    return EmbeddedGraph.open(store)


def test_pages_come_from_the_keys_of_the_build(
    built: EmbeddedGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the keys were listed again")

    monkeypatch.setattr("kg.queries.listing.list_keys", fail)
    monkeypatch.setattr(Keys, "among", fail)  # nor chosen among all
    for query in load_queries().values():
        if query.paging is not None and not any(param.is_required for param in query.params):
            page = Pages(built, query, {}, whole=0).page(limit=10_000, patience=1e9)
            assert page.table.rows == run(built, query.name).rows, query.name
    with pytest.raises(AssertionError, match="listed again"):
        Pages(built, find_query("recipes"), {"material": "ZnO"}, whole=0)


@each_row(
    ("name", "values"),
    [
        ("applications", {"application": "solar cell", "material": "PbS"}),
        ("deposited-below", {"material": "Al2O3"}),
        ("deposited-below", {"material": "Al2O3 or ZnO"}),
        ("doubtful-statements", {"below": "0.7"}),
        ("doubtful-statements", {"below": "0.1"}),
        ("deposited-below", {"max_temperature": "50", "link": "study"}),
        ("effects-of-coating", {"core": "PbS", "property": "stability"}),
        ("highest-temperature", {"material": "PbSe"}),
        ("outcome-of-property", {"material": "PbSe"}),
        ("outcome-of-property", {"property": "carrier mobility or PL"}),
        ("outcome-of-property", {"property": "stability", "link": "study"}),
        ("oxide-coated-dots", {"core": "PbX", "max_temperature": "100"}),
        ("oxide-coated-dots", {"coating": "ZnO", "property": "carrier mobility"}),
        ("proof-of-outcome", {"property": "infilling", "technique": "TEM", "link": "stated"}),
        ("precursors-and-emission", {"link": "stated"}),
        ("precursors-of-material", {"material": "ZnS", "link": "study"}),
        ("reagents", {"process": "ALD", "role": "precursor"}),
        ("reporting-of-parameter", {"process": "ALD", "parameter": "pulse time"}),
        ("reporting-of-parameter", {"parameter": "temperature"}),
        ("stability", {"material": "CsPbX3"}),
        ("studies", {"name": "liu"}),
        ("studies", {"name": "[88]"}),
        ("studies", {"name": "nobody"}),
        ("studies-by-process", {"process": "ALD"}),
        ("studies-by-technique", {"technique": "TEM"}),
        ("studies-of-material", {"material": "CdSe", "role": "core"}),
        ("studies-of-material", {"role": "matrix"}),
        ("studies-of-system", {"inner": "CdSe", "outer": "CdS", "architecture": "core/shell"}),
        ("study-overview", {"material": "PbS", "process": "ALD"}),
        ("values-of-parameter", {"parameter": "temperature", "material": "PbSe"}),
        ("values-of-parameter", {"parameter": "thickness"}),
    ],
)
def test_keys_for_values_are_chosen_among_all_keys(
    name: str, values: dict[str, str], bundled: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = find_query(name)
    assert query.paging is not None
    general, every = listed(bundled, name)
    given = given_terms(bundled, query, values)
    from_graph = keys_of(bundled, query, query.paging, given)
    kept = WeakKeyDictionary({bundled: {general: every}})
    with monkeypatch.context() as patch:
        patch.setattr("kg.queries.listing._KNOWN", kept)
        patch.setattr("kg.queries.listing.list_keys", None)  # nothing is listed again
        keys = keys_of(bundled, query, query.paging, given)
    assert keys.of_groups(0, len(keys)) == from_graph.of_groups(0, len(from_graph))
    assert len(keys) == len(from_graph)
    pages = Pages(bundled, query, values, whole=0)
    assert pages.page(limit=10_000, patience=1e9).table.rows == run(bundled, name, values).rows


def test_a_small_graph_has_no_keys(tiny_store: EmbeddedGraph, built: EmbeddedGraph) -> None:
    assert built.directory is not None
    assert (built.directory / KEYS_FILE).is_file()
    assert KEYS_FILE not in (built.directory / "SEAL.json").read_text()  # nothing is lost with it
    assert is_small(tiny_store)
    assert not is_small(tiny_store, 0)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_a_study_is_found_in_any_case_of_letters(
    built: EmbeddedGraph, change: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [row[0].value for row in built.select(NAMED).rows]
    wanted = [run(built, "studies", {"name": name}).column("study_iri") for name in names]
    assert len(names) > 5
    monkeypatch.setattr("kg.queries.asking.run", None)  # the whole is not asked
    for name, iris in zip(names, wanted, strict=True):
        found = study_nodes(built, "study", change(name))
        assert [node.value for node in found] == sorted(map(str, iris)), name


def test_without_a_catalog_all_names_are_compared(built: EmbeddedGraph, tmp_path: Path) -> None:
    file = tmp_path / CATALOG_FILE
    assert studies_named(file, "Liu 2011") is None
    file.write_bytes(b"no database")
    assert studies_named(file, "Liu 2011") is None
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as old:
        old.executescript(
            "CREATE TABLE meta (name, value); INSERT INTO meta VALUES ('version', '0');"
            "CREATE TABLE known (field, key, study); CREATE TABLE study (number, iri)"
        )
    assert studies_named(tmp_path / "old.sqlite", "Liu 2011") is None
    with pytest.raises(QueryError, match="no study 'nobody 1900'"):
        study_nodes(built, "study", "nobody 1900")


def test_a_question_without_pages_has_no_keys(bundled: Graph) -> None:
    assert listed_keys(bundled, find_query("graph-summary")) == {}
    assert listed_keys(bundled, find_query("claims-of-study")) == {}
