"""A short query takes a way of its own, and no client can tell."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx
import pytest

from api.answers.protocol import FORM, QUERY
from tests.api.live import PATIENCE, SHORT, Live
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("quiet")

QUERIES = {
    "rows": urlencode({"query": SHORT}),
    "rows as csv": urlencode({"query": SHORT, "format": "csv"}),
    "a look-up": urlencode({"query": "SELECT ?p ?o { <http://a.example/none> ?p ?o }"}),
    "a graph": urlencode({"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"}),
    "no SPARQL": urlencode({"query": "SELECT * WHER {}"}),
    "a service": urlencode({"query": "ASK { SERVICE <http://localhost/> {} }"}),
    "an update": urlencode({"update": "CLEAR ALL", "a": "query="}),
    "no such graph": urlencode({"query": "ASK FROM <http://example.org/nothing> {}"}),
    "no such format": urlencode({"query": SHORT, "format": "pdf"}),
    "two queries": urlencode([("query", SHORT), ("query", SHORT)]),
    "an empty query": "query=",
    "plus and percent": f"query={quote('ASK { BIND(1 + 1 AS ?x) }').replace('%20', '+')}",
    "no query": "format=query%3D&format=query=",
    "not UTF-8": "query=ASK%FF",
}
ORIGIN = {"Origin": "http://a.example"}
BODIES = [
    (SHORT.encode(), QUERY),
    (urlencode({"query": SHORT}).encode(), FORM),
    (urlencode({"query": f"{SHORT} # {'long' * 5000}"}).encode(), FORM),
    (SHORT.encode(), "text/plain"),
    (b"update=CLEAR+ALL", FORM),
    (b"\xff", QUERY),
    (b"x" * 1_100_000, QUERY),
]


def told(response: httpx.Response) -> tuple[int, list[tuple[str, str]], bytes]:
    """All that a client sees but the time."""
    headers = sorted((name, text) for name, text in response.headers.items() if name != "date")
    return response.status_code, headers, response.content


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("accept", ["*/*", "text/csv", "text/html", "image/png"])
def test_both_ways_give_the_same(live: Live, query: str, accept: str) -> None:
    """A page of another origin takes the long way; its answer also says that it may be read."""
    address, headers = f"{live.url}/sparql?{query}", {"Accept": accept}
    short = httpx.get(address, headers=headers, timeout=PATIENCE)
    long = httpx.get(address, headers={**headers, **ORIGIN}, timeout=PATIENCE)
    assert long.headers.pop("access-control-allow-origin") == "*"
    assert told(short) == told(long)


@each_row(("content", "media"), BODIES)
def test_both_ways_take_the_same_bodies(live: Live, content: bytes, media: str) -> None:
    address, headers = f"{live.url}/sparql?format=csv", {"Content-Type": media}
    short = httpx.post(address, headers=headers, content=content, timeout=PATIENCE)
    long = httpx.post(address, headers={**headers, **ORIGIN}, content=content, timeout=PATIENCE)
    assert long.headers.pop("access-control-allow-origin") == "*"
    assert told(short) == told(long)
