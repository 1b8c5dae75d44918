"""Forty hostile requests: each is refused or ended, and an ordinary client is served."""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from unittest.mock import patch

import pytest

from api.connections import MAX_HEAD_BYTES
from tests.api.live import RUNAWAY, Live, send_query

pytestmark = pytest.mark.usefixtures("quiet")

RAW = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /static/%2e%2e/app.py HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 2 * (MAX_HEAD_BYTES // 6),
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nAccept: " + b"a/b," * 15_000 + b"\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n" + b"8000\r\n" + b"#" * 0x8000 + b"\r\n",
]
QUERIES = [
    RUNAWAY,
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a",
    "ASK { FILTER REGEX('" + "a" * 40 + "', '^(a|aa)+$b') ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }",
    "SELECT * { ?s (!<a:b>)* ?o . ?a (!<a:b>)* ?b }",
    "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK FROM <file:///etc/passwd> {}",
    "ASK " + "{" * 5000,
    "ASK { " + "?s ?p ?o MINUS { ?s ?p ?o } " * 900 + "}",
    '"\\' * 100_000,
    "\\u0022\\u005c" * 20_000,
    "SELECT (CONCAT(?x, ?x) AS ?y) { BIND('" + "x" * 400_000 + "' AS ?x) ?s ?p ?o . ?a ?b ?c }",
    "DROP ALL",
    "SELECT",
    "\0",
]
PATHS = [
    "/api/v1/queries/studies?name=%22%20%7D%20DROP%20ALL%20%23",
    "/api/v1/queries/studies-of-material?material=" + "Al2O3" * 200,
    "/api/v1/queries/studies-of-material?material=" + "(" * 300,
    "/api/v1/queries/nope",
    "/api/v1/queries/studies?" + "&".join(f"x{i}=1" for i in range(2000)),
    "/api/v1/claims?offset=1000000000&limit=200",
    "/api/v1/studies/%00",
    "/api/v1/search?q=%F0%9F%92%A9%00",
    "/data/study/%ff",
    "/id/" + "a/" * 2000,
    "/queries/studies?name=<script>",
    "/graph/document/..%2f..%2fetc",
    "/sparql?query=ASK%7B%7D&default-graph-uri=http://nowhere.example/",
    "/sparql-page?query=" + "%7B" * 3000,
    "/.well-known/void?format=%00",
]


def raw(live: Live, request: bytes) -> str:
    """What comes back of raw bytes, as text."""
    received = b""
    with live.connect() as connection, suppress(ConnectionError):
        connection.sendall(request)
        while part := connection.recv(65536):
            received += part
    return received.decode(errors="replace")


def post(live: Live, query: str) -> str:
    with live.connect() as connection, suppress(ConnectionError):
        send_query(connection, query, f"hostile {hash(query)}")
        connection.shutdown(socket.SHUT_WR) if len(query) % 2 else None
        return connection.recv(65536).decode(errors="replace")
    return ""


def get(live: Live, path: str) -> str:
    return raw(live, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())


HOSTILE: list[Callable[[Live], str]] = [
    *(lambda live, request=request: raw(live, request) for request in RAW),
    *(lambda live, query=query: post(live, query) for query in QUERIES),
    *(lambda live, path=path: get(live, path) for path in PATHS),
]
ORDINARY_PATHS = [
    "/",
    "/api/v1/studies",
    "/api/v1/queries/studies",
    "/queries/studies?ask=1",
    "/sparql?query=" + "ASK%20%7B%7D",
]


def test_forty_hostile_requests_and_an_ordinary_client(
    live: Live, threads: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    assert len(HOSTILE) >= 40
    tight = live.limited(short_seconds=0.1, query_seconds=0.4)
    with tight, patch.dict(live.protocol.seconds, body=0.3):
        attacks = [threads.submit(attack, live) for attack in HOSTILE]
        rounds = 0
        while rounds < 2 or wait(attacks, timeout=0.1).not_done:
            for path in ORDINARY_PATHS:
                response = live.ask(path)
                assert response.status_code == 200, (path, response.text)
            rounds += 1
        answers = [attack.result() for attack in attacks]
    statuses = {answer.split(" ", 2)[1] for answer in answers if answer}
    assert "500" not in statuses, [a for a in answers if a.startswith("HTTP/1.1 500")]
    assert {"400", "404", "503"} <= statuses
    assert not [answer for answer in answers if "Traceback" in answer or "root:" in answer]
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []
