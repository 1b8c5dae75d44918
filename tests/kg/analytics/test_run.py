"""The one call point: registry, parameters, the facts of a store, and the printed page."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.analytics import ANALYSES, Analysis, run
from kg.analytics.page import render_page, sections_of
from kg.analytics.parameters import Parameter, read_values
from kg.analytics.reading import read_facts
from kg.errors import QueryError
from kg.model import (
    Chemical,
    Claim,
    Condition,
    Document,
    Links,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Thing,
)
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph, Graph
from tests.rows import each_row

PAGE = Path(__file__).parents[3] / "docs" / "analytics.md"
TMA = Thing("chemical", "trimethylaluminum")
OXIDE = Thing("material", "AlOx")


@pytest.fixture(scope="module")
def store(claims_about: Callable[..., tuple[Claim, ...]]) -> Graph:
    """Two studies whose claims are linked; one writes AlOx for the oxide."""
    linked = [
        (Process(process="ald"), Links(makes=(OXIDE,))),
        (Chemical(role="precursor", chemical=TMA.id), Links(used_for=(OXIDE,))),
        (Material(role="matrix", formula="AlOx"), Links()),
        (
            Outcome(
                property="photoluminescence_quantum_yield",
                direction="decrease",
                quantity=Quantity(value=70, unit="percent", bound="min", raw="more than 70 %"),
            ),
            Links(of=("PbSe", "AlOx"), agent=(TMA,)),
        ),
        (
            Condition(parameter="thickness", quantity=Quantity(value=10, unit="nm", raw="10 nm")),
            Links(owner=(OXIDE,)),
        ),
    ]
    exact = [
        (System(architecture="nanocomposite", layers=("PbSe", "Al2O3")), Links()),
        (
            Outcome(property="photoluminescence_quantum_yield", direction="increase"),
            Links(of=("PbSe", "Al2O3")),
        ),
    ]
    documents = [
        Document(
            id=name,
            sha256="",
            claims=tuple(
                replace(claim, links=links)
                for content, links in told
                for claim in claims_about(name, content)
            ),
        )
        for name, told in (("one", linked), ("two", exact))
    ]
    slugs = study_iris(documents)
    return EmbeddedGraph.in_memory(quad for d in documents for quad in document_quads(d, slugs))


def test_facts_of_a_store(store: Graph):
    facts = read_facts(store)
    assert {(facts.label(i.source), i.name, facts.label(i.target)) for i in facts.links} == {
        ("Al2O3", "on", "PbSe"),
        ("atomic layer deposition", "makes", "AlOx"),
        ("photoluminescence quantum yield", "property of", "PbSe/Al2O3"),
        ("photoluminescence quantum yield", "property of", "PbSe/AlOx"),
        ("thickness", "condition of", "AlOx"),
        ("trimethylaluminum", "causes: decrease", "photoluminescence quantum yield"),
        ("trimethylaluminum", "precursor for", "AlOx"),
    }
    (less, more) = sorted(facts.outcomes, key=lambda outcome: outcome.direction)
    assert facts.family(less.sample) == facts.family(more.sample)
    assert (less.value, less.lower, less.upper) == ("≥ 70 %", 0.7, None)
    assert facts.labels(less.causes) == "trimethylaluminum"
    _, thickness = facts.values
    assert (thickness.lower, thickness.base, thickness.printed) == (1e-8, "m", "10 nm")
    (made,) = facts.recipes
    assert facts.labels(made.precursors) == "trimethylaluminum"


@each_row("analysis", list(ANALYSES.values()), ids=lambda analysis: analysis.name)
def test_every_analysis_answers_in_its_columns_and_twice_the_same(analysis: Analysis, store: Graph):
    values = {p.name: "PbSe" for p in analysis.parameters if p.default is None}
    table = run(store, analysis.name, values)
    assert table.columns == analysis.columns
    assert run(store, analysis.name, values) == table
    told = sections_of(inspect.getdoc(analysis.function) or "")
    assert {"Returns", "Notes"} <= set(told)
    assert {p.argument or p.name for p in analysis.parameters} <= set(
        analysis.function.__annotations__
    )


def test_an_answer_of_the_store(store: Graph):
    table = run(store, "disagreements", {"property": "quantum yield"})
    assert table.column("sample") == ("PbSe/Al2O3",)
    assert table.column("differ_in") == ("cause",)
    assert run(store, "gaps", {"thing": "PbSe", "state": "together"}).column("second") == ("Al2O3",)


COUNT = Parameter(name="count", type="integer", default="3", low=1, high=10, description="")
SHARE = Parameter(name="share", type="number", default="1", low=0.1, high=2, description="")
KIND = Parameter(name="kind", type="choice", choices=("a", "b"), default="", description="")
FLAG = Parameter(name="every", type="flag", default="false", argument="all_", description="")
NAME = Parameter(name="start", type="name", description="")
GIVEN = {"start": "x"}


@each_row(
    ("given", "message"),
    [
        ({}, "t: a value is needed for: start"),
        (GIVEN | {"end": "y"}, "t: no parameter 'end'; its parameters are: count, share"),
        (GIVEN | {"count": "0"}, "count: 0 is not from 1 to 10"),
        (GIVEN | {"count": "11"}, "count: 11 is not from 1 to 10"),
        (GIVEN | {"count": "many"}, "count: 'many' is not a whole number"),
        (GIVEN | {"share": "nan"}, "share: nan is not from 0.1 to 2"),
        (GIVEN | {"kind": "c"}, "kind: no 'c'; there are: a, b"),
        (GIVEN | {"every": "maybe"}, "every: 'maybe' is neither true nor false"),
        ({"start": "x" * 201}, "start: a name has at most 200 characters"),
    ],
)
def test_bad_values_are_named(given: dict[str, str], message: str):
    with pytest.raises(QueryError, match="^" + message):
        read_values("t", (COUNT, SHARE, KIND, FLAG, NAME), given)


def test_values_are_read():
    read = read_values("t", (COUNT, SHARE, KIND, FLAG, NAME), GIVEN | {"every": "yes", "count": ""})
    assert read == {"count": 3, "share": 1.0, "kind": "", "all_": True, "start": "x"}


def test_unknown_analyses_are_named(store: Graph):
    with pytest.raises(QueryError, match="no analysis 'gap'; did you mean: gaps"):
        run(store, "gap")


def test_the_page_is_printed_from_the_analyses():
    assert PAGE.read_text(encoding="utf-8") == render_page()
