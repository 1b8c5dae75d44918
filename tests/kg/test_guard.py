"""What a query may not contain; each hiding place of SERVICE was accepted by the engine once."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import guard
from kg.guard import MAX_BRANCHES, MAX_DEPTH, MAX_LENGTH, MAX_TOKENS, refuse
from tests.rows import each_row

U = "<http://127.0.0.1:9/>"

ALLOWED = [
    "SELECT ?service { ?service ?p 'SERVICE' } # SERVICE",
    'SELECT * { ?s ?p """a " SERVICE """ }',
    "SELECT * { ?s ?p '''it's a 'SERVICE' ''' }",
    "SELECT * { ?s ex:SERVICE $service ; ex:service-of <http://example.org/service> }",
    "SELECT * { ?s ?p 'it\\'s SERVICE' }",
    "SELECT * { ?s ?p ?o FILTER(?o < 2 && 3 > ?o) }",
    "SELECT ?load { ?s ex:delete ?load ; ald:insert 'DROP' }",
    "",
]

SERVICES = [
    f"SELECT * {{ SERVICE {U} {{}} }}",
    "SELECT * { service silent ?x {} }",
    f"SELECT * {{ FILTER(1<2)SERVICE#>\n{U}{{}} }}",
    f"SELECT * {{ ?s ?p 1e0SERVICE{U}{{}} }}",
    f"SELECT * {{ ?s ?p trueSERVICE{U}{{}} }}",
    f"SELECT * {{ ?s ?p ex:.SERVICE{U}{{}} }}",
    f"SELECT * {{ ?s ?p ex:a.b.SERVICE{U}{{}} }}",
    f"SELECT * {{ ?s ?p ?o.SERVICE{U}{{}} }}",
    "SELECT * { SERVICEex:foo{} }",
    "SELECT * { service:foo{} }",
    "SELECT * { SERVICE?x{} }",
    f"SELECT * {{ ?s ?p 'x'@enSERVICE{U}{{}} }}",
    f"SELECT * {{ \\u0053ERVICE {U} {{}} }}",
    f"SELECT * {{ ?s ?p '\\u0027 SERVICE {U} {{}} #' }}",
    f"SELECT * {{ ?s ?p 'open SERVICE {U} {{}} }}",
]


@each_row("sparql", ALLOWED)
def test_allowed(sparql):
    assert refuse(sparql) is None


@each_row("sparql", SERVICES)
def test_service_is_refused_wherever_it_hides(sparql):
    assert refuse(sparql) == "SERVICE is not allowed"


PARTS = [
    *"{}()[]<>=+-*/|^!&\"'#\\\n .:?$",
    *("'''", "union", "optional", "a", "ex:b", "1e0", "x", "insert"),
    *("service", "SERVICE", "\u017fervice", "serv\u0131ce", "\\u0053ervice"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=300))
def test_what_passes_at_a_glance_passes_token_by_token(parts):
    sparql = "".join(parts)
    if guard._is_harmless(sparql):
        assert guard._refuse_text(sparql) is None


def test_a_glance_counts_brackets_and_letters():
    assert guard._is_harmless("{" * MAX_DEPTH + " " * (MAX_BRANCHES - MAX_DEPTH))
    assert not guard._is_harmless("{" * MAX_DEPTH + "(")
    assert not guard._is_harmless("?" * (MAX_BRANCHES + 1))


@pytest.mark.parametrize(
    "sparql",
    ["INSERT DATA { <a:a> <a:b> 1 }", "load <a:b>", "DROP ALL", "DELETE WHERE { ?s ?p 1 }"],
)
def test_updates_are_refused(sparql):
    assert (refuse(sparql) or "").startswith("only queries are answered")


@pytest.mark.parametrize(
    ("most", "more", "reason"),
    [
        ("ASK " + "{" * MAX_DEPTH, "{", "nested"),
        ("ASK { (" + "1+" * MAX_BRANCHES, "+", "operators"),
        ("ASK { " + "OPTIONAL {} " * MAX_BRANCHES, "MINUS {}", "operators"),
        ("x " * MAX_TOKENS, "x", "tokens"),
        ("#" + "x" * (MAX_LENGTH - 1), "x", "longer"),
    ],
)
def test_limits(most, more, reason):
    assert refuse(most) is None
    assert reason in (refuse(most + more) or "")


#: What is repeated: a tokeniser that gives back or looks again reads the rest for each of them.
HOSTILE = [
    '"\\',
    "'''\\\"",
    '"""a\\',
    '""" \'\'\'\\"',
    '"\\\n',
    "<a",
    "<)",
    "#\n",
    "\\u0022\\u005c",
    "servic",
    " \t\r\n",
    ":a-%",
]


def seconds(unit: str, length: int) -> float:
    text = "<" + unit * (length // len(unit) - 1)
    start = time.process_time()
    refuse(text)
    return time.process_time() - start


@each_row("unit", HOSTILE)
def test_five_times_the_text_takes_five_times_the_time(unit):
    """The ratio is that of a linear scan; what is done within 10 ms tells nothing of growth."""
    for _ in range(3):  # a busy machine may spoil one measurement
        small, large = seconds(unit, 100_000), seconds(unit, MAX_LENGTH)
        if large <= 6 * max(small, 0.01):
            return
    raise AssertionError(f"{small:.3f} s at 100 kB, {large:.3f} s at 500 kB")
