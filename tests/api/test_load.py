"""The service under hostile load: an ordinary client is served, and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

import httpx
import pytest

from api.settings import Settings
from api.workers.lanes import Lane
from api.workers.processes import Zygote
from tests.api.live import CLIENT, LONG, PATIENCE, RUNAWAY, SHORT, Live, eventually, serving

LABELS = "/api/v1/queries/studies"


@pytest.fixture(scope="module")
def live(tiny_store: Path) -> Iterator[Live]:
    """A patient service; each test tightens the one limit that it is about."""
    settings = Settings(
        store=tiny_store,
        workers=2,
        question_workers=1,
        long_workers=1,
        short_seconds=PATIENCE,
        query_seconds=2 * PATIENCE,
        queue_seconds=PATIENCE,
        client_tasks=4,
        client_seconds=1000.0,
        client_header=CLIENT,
        header_seconds=PATIENCE,
        body_seconds=PATIENCE,
        max_connections=80,
        answer_bytes=0,
        max_result_bytes=2_000_000,
    )
    with serving(settings) as live:
        yield live


@pytest.fixture(autouse=True)
def quiet(live: Live) -> Iterator[None]:
    """Whatever a test does, in the end nothing is left of it."""
    assert eventually(lambda: not live.leftovers()), live.leftovers()
    yield
    assert eventually(lambda: not live.leftovers()), live.leftovers()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(64) as threads:
        yield threads


def message(response) -> str:
    return response.json()["detail"]


def test_runaways_are_in_nobodys_way_and_a_crash_is_contained(
    live: Live, threads: ThreadPoolExecutor
) -> None:
    """Both places are taken by runaways; one moves to the long lane, the other is ended."""
    with live.limited(short_seconds=0.2):
        names = ("runaway 1", "runaway 2")
        asked = [threads.submit(live.ask, "/sparql", name, query=RUNAWAY) for name in names]
        assert eventually(lambda: live.pool.quota.running() == 2)
        assert live.ask("/sparql", query=SHORT).status_code == 200
        assert live.ask(LABELS).status_code == 200
        assert not all(one.done() for one in asked)
        live.crash()
        told = sorted(message(one.result()) for one in asked)
    assert ["more memory or nesting" in one for one in told] == [False, True]
    assert "too many long ones" in told[0]
    assert {one.result().status_code for one in asked} == {503}
    assert live.ask("/sparql", query=SHORT).status_code == 200


def test_a_long_query_is_answered(live: Live) -> None:
    idle = set(live.pool.idle)
    with live.limited(short_seconds=0.001):
        answer = live.ask("/sparql", "long", query=LONG)
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "64000"
    assert eventually(lambda: not live.leftovers())
    assert not idle <= set(live.pool.idle)  # whoever was in the long lane does no more


def test_a_runaway_is_ended(live: Live) -> None:
    with live.limited(short_seconds=0.05, query_seconds=0.2):
        ended = live.ask("/sparql", "runaway", query=RUNAWAY)
        with live.taken(live.pool.long):
            refused = live.ask("/sparql", "runaway", query=RUNAWAY)
    for response, text in ((ended, "after 0.2 s"), (refused, "after 0.05 s; too many long ones")):
        assert (response.status_code, response.headers["retry-after"]) == (503, "2")
        assert f"the query was ended {text}" in message(response)


@pytest.mark.parametrize(
    ("path", "accept", "given"),
    [
        (LABELS, "application/json", "application/problem+json"),
        ("/queries/studies?ask=1", "text/html", "text/html"),
    ],
    ids=["json", "html"],
)
def test_a_question_that_takes_too_long_is_ended(
    live: Live, path: str, accept: str, given: str
) -> None:
    """A worker that was stopped stands for one that computes for ever."""
    stopped = live.pool.idle
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    headers = {"Accept": accept, CLIENT: "x"}
    with live.limited(short_seconds=0.05, query_seconds=0.2):
        response = httpx.get(live.url + path, headers=headers, timeout=PATIENCE)
    for pid in set(stopped) & set(live.workers()):  # those that were not asked
        with suppress(ProcessLookupError):  # the one that was asked may end meanwhile
            os.kill(pid, signal.SIGCONT)
    assert response.status_code == 503
    assert "the query was ended after 0.2 s" in response.text
    assert ("Traceback" in response.text, response.headers["retry-after"]) == (False, "2")
    assert response.headers["content-type"].startswith(given)


def test_workers_reach_no_network(live: Live) -> None:
    """Should the guard let SERVICE through, there is nothing to reach."""
    unshare = "import ctypes as c; u = c.CDLL(None).unshare; exit(u(1 << 30) and u(5 << 28))"
    if subprocess.run([sys.executable, "-c", unshare], check=False).returncode:
        pytest.skip("this system gives no process a network of its own")
    assert live.pool.idle
    for pid in live.pool.idle:
        devices = Path(f"/proc/{pid}/net/dev").read_text().splitlines()[2:]
        assert [line.split(":")[0].strip() for line in devices] in ([], ["lo"])
        routes = Path(f"/proc/{pid}/net/route").read_text().splitlines()[1:]
        assert routes == []


def test_the_zygote_is_replaced(
    live: Live, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By one other, of which all workers come: see ``quiet``."""
    zygote, close = live.pool.zygote or 0, Zygote.close

    def close_late(gone: Zygote) -> None:
        assert eventually(lambda: live.pool.quota.running() == 3)
        close(gone)

    with monkeypatch.context() as patch:
        patch.setattr(Zygote, "close", close_late)
        os.kill(zygote, signal.SIGKILL)
        assert eventually(lambda: not live.pool.is_ready)
        asked = [threads.submit(live.ask, "/sparql", query=SHORT) for _ in range(2)]
        asked.append(threads.submit(live.ask, LABELS))
        assert {one.result().status_code for one in asked} == {200}
    assert live.pool.zygote not in (zygote, None)


def test_who_waits_too_long_is_sent_away(live: Live) -> None:
    lane = live.pool.lanes["sparql"]
    with live.limited(queue_seconds=0.1), live.taken(lane):
        assert live.ask("/sparql", "x", query=SHORT).status_code == 200  # one place is left
        with live.taken(lane):
            refused = live.ask("/sparql", "x", query=SHORT)
            assert live.ask(LABELS, "x").status_code == 200  # questions have places of their own
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    assert message(refused) == "all workers are busy, try again"


def test_a_client_has_so_many_tasks(live: Live) -> None:
    quota = live.pool.quota
    with ExitStack() as at_work:
        for _ in range(live.settings.client_tasks - 1):
            at_work.enter_context(quota.admit("greedy"))
        assert live.ask("/sparql", "greedy", query=SHORT).status_code == 200
        at_work.enter_context(quota.admit("greedy"))
        refused = live.ask("/sparql", "greedy", query=SHORT)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
        assert "wait for one to end" in message(refused)
        assert live.ask("/sparql", "modest", query=SHORT).status_code == 200


def test_a_client_has_so_much_time(live: Live) -> None:
    most = live.settings.client_seconds
    live.pool.quota.charge("thrifty", most)
    assert live.ask("/sparql", "thrifty", query=SHORT).status_code == 200
    live.pool.quota.charge("wasteful", 2 * most)
    refused = live.ask(LABELS, "wasteful")
    assert refused.status_code == 429
    assert most - 4 * PATIENCE < int(refused.headers["retry-after"]) <= most


def send(connection: socket.socket, query: str, client: str) -> None:
    body = query.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: x\r\n{CLIENT}: {client}\r\n"
    head += f"Content-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body)


def leave(live: Live, number: int) -> None:
    """A client that asks for much and goes: at once, while it waits, or while it is served."""
    with live.connect() as connection:
        send(connection, RUNAWAY, f"leaving {number}")
        connection.settimeout((number % 4) * 0.02 + 0.001)
        with suppress(TimeoutError, ConnectionError):
            connection.recv(1)


def test_clients_that_go_leave_nothing_behind(live: Live, threads: ThreadPoolExecutor) -> None:
    """Places, tasks, workers and connections: see ``quiet``."""
    files = live.files()
    with live.limited(short_seconds=0.02):
        list(threads.map(lambda number: leave(live, number), range(80)))
        assert eventually(lambda: not live.leftovers()), live.leftovers()
    assert live.ask("/sparql", query=SHORT).status_code == 200
    assert eventually(lambda: not live.leftovers() and live.files() <= files), live.files() - files


def test_a_leak_of_places_would_be_seen(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check that ``quiet`` makes sees a place that is not given back."""
    lost: list[Lane] = []
    with monkeypatch.context() as patch:
        patch.setattr(Lane, "leave", lambda lane: lost.append(lane))
        with live.connect() as connection:
            send(connection, RUNAWAY, "leaving")
            assert eventually(lambda: "places in sparql" in live.leftovers())
        seen = eventually(lambda: lost and [*live.leftovers()] == ["places in sparql"])
    for lane in lost:
        lane.leave()
    assert seen


#: Raw requests: what a browser would never send.
RAW = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /static/%2e%2e/app.py HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 20_000,
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
        send(connection, query, f"hostile {hash(query)}")
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
    LABELS,
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


def test_idle_connections_keep_nobody_out(live: Live) -> None:
    """Those that have waited longest make room."""
    files, most = live.files(), live.settings.max_connections
    with ExitStack() as stack:
        idle = [stack.enter_context(live.connect()) for _ in range(most + 5)]
        for connection in idle[:5]:
            with suppress(ConnectionError):
                assert connection.recv(1) == b""
        assert live.ask("/api/v1/studies").status_code == 200
        idle[-1].settimeout(0.01)
        with pytest.raises(TimeoutError):
            idle[-1].recv(1)
    assert eventually(lambda: live.files() <= files)


@pytest.mark.parametrize(
    ("phase", "first", "rest"),
    [
        ("head", b"GET /api/v1/studies HTTP/1.1\r\n", b"Host: x\r\n\r\n"),
        (
            "body",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 6\r\n\r\nASK",
            b" {}",
        ),
    ],
)
def test_a_request_may_take_its_time_and_no_more(
    live: Live, phase: str, first: bytes, rest: bytes
) -> None:
    with live.connect() as patient:
        patient.sendall(first)
        assert eventually(lambda: phase in phases(live))
        with patch.dict(live.protocol.seconds, {phase: 0.1}), live.connect() as slow:
            slow.sendall(first)
            assert slow.recv(65536).startswith(b"HTTP/1.1 408")
        patient.sendall(rest)
        assert patient.recv(65536).startswith(b"HTTP/1.1 200")


def phases(live: Live) -> list[str | None]:
    """What the connections wait for."""
    return [connection._phase for connection in [*live.server.server_state.connections]]


def test_an_answer_that_nobody_takes_is_dropped(live: Live) -> None:
    with unread(live) as reader:
        received = b""
        while part := reader.recv(4096):
            received += part
        assert json.loads(received.partition(b"\r\n\r\n")[2])["openapi"]
    with patch.dict(live.protocol.seconds, write=0.1), unread(live):
        assert eventually(lambda: not live.server.server_state.connections)


@contextmanager
def unread(live: Live) -> Iterator[socket.socket]:
    """A long answer, of which a part has come that fits into small buffers."""
    request = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(PATIENCE)
        connection.connect(live.address)
        connection.sendall(request)
        assert eventually(lambda: phases(live) == ["write"])
        yield connection
