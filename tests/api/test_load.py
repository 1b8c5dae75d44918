"""The service under hostile load: an ordinary client is served, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest

import kg
from api.workers.lanes import Lane
from api.workers.processes import Zygote
from tests.api.live import CLIENT, LONG, PATIENCE, RUNAWAY, SHORT, Live, eventually, send_query

LABELS = "/api/v1/queries/studies"
pytestmark = pytest.mark.usefixtures("quiet")


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
        assert eventually(lambda: any(one.done() for one in asked))  # the other has the long lane
        assert not all(one.done() for one in asked)
        live.crash()
        told = sorted(message(one.result()) for one in asked)
    assert ["more memory or nesting" in one for one in told] == [False, True]
    assert "too many long queries" in told[0]
    assert {one.result().status_code for one in asked} == {503}
    assert live.ask("/sparql", query=SHORT).status_code == 200


def test_a_long_query_is_answered(live: Live) -> None:
    idle = set(live.pool.idle)
    with live.limited(short_seconds=0.001):
        answer = live.ask("/sparql", "long", query=LONG)
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "64000"
    assert eventually(lambda: not live.leftovers())
    assert not idle <= set(live.pool.idle)  # whoever was in the long lane does no more


def test_a_notebook_asks_a_service(live: Live, tiny_store: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed (the extra notebook)")
    served = kg.open(live.url)
    answer = served.ask("studies")
    served.graph.close()
    assert len(answer) > 1
    assert answer.equals(kg.open(tiny_store).ask("studies"))


def test_a_runaway_is_ended(live: Live) -> None:
    with live.limited(short_seconds=0.05, query_seconds=0.2):
        ended = live.ask("/sparql", "runaway", query=RUNAWAY)
        with live.taken(live.pool.long):
            refused = live.ask("/sparql", "runaway", query=RUNAWAY)
    for response, text in (
        (ended, "after 0.2 s"),
        (refused, "after 0.05 s; too many long queries"),
    ):
        assert (response.status_code, response.headers["retry-after"]) == (503, "2")
        assert f"the query was stopped {text}" in message(response)


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
    assert "the query was stopped after 0.2 s; ask for less, or try again later" in response.text
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
        assert "wait for one to finish" in message(refused)
        assert live.ask("/sparql", "modest", query=SHORT).status_code == 200


def test_a_client_has_so_much_time(live: Live) -> None:
    most = live.settings.client_seconds
    live.pool.quota.charge("thrifty", most)
    assert live.ask("/sparql", "thrifty", query=SHORT).status_code == 200
    live.pool.quota.charge("wasteful", 2 * most)
    refused = live.ask(LABELS, "wasteful")
    assert refused.status_code == 429
    assert most - 4 * PATIENCE < int(refused.headers["retry-after"]) <= most


def leave(live: Live, number: int) -> None:
    """A client that asks for much and goes: at once, while it waits, or while it is served."""
    with live.connect() as connection:
        send_query(connection, RUNAWAY, f"leaving {number}")
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
            send_query(connection, RUNAWAY, "leaving")
            assert eventually(lambda: "places in sparql" in live.leftovers())
        seen = eventually(lambda: lost and [*live.leftovers()] == ["places in sparql"])
    for lane in lost:
        lane.leave()
    assert seen
