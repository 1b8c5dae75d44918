"""Who comes next, and who has had enough: lanes and quotas without processes."""

from __future__ import annotations

import asyncio

import pytest

from api.errors import HttpError
from api.workers import pool, quota
from api.workers.lanes import Lane
from api.workers.opened import Opened
from api.workers.quota import Quota
from api.workers.worker import answer
from kg.store import EmbeddedGraph
from ontology import embedded


def test_who_has_used_least_comes_in_first() -> None:
    async def order() -> list[str]:
        lane, entered = Lane(1), []

        async def go(name: str, used: float) -> None:
            await lane.enter(lambda: used)
            entered.append(name)
            lane.leave()

        assert lane.try_enter()
        waiting = [("much", 9.0), ("gone", 0.0), ("little", 1.0), ("as little", 1.0)]
        tasks = [asyncio.create_task(go(*one)) for one in waiting]
        await asyncio.sleep(0)
        assert lane.waiting == 4
        tasks[1].cancel()
        lane.leave()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert (lane.free, lane.waiting) == (1, 0)
        return entered

    assert asyncio.run(order()) == ["little", "as little", "much"]


def test_a_place_given_to_one_who_leaves_goes_to_the_next() -> None:
    async def scenario() -> None:
        lane = Lane(1)
        assert lane.try_enter()
        first, second = (asyncio.create_task(lane.enter(lambda: 0.0)) for _ in range(2))
        await asyncio.sleep(0)
        lane.leave()  # the place is the first one's, who has not noticed yet
        first.cancel()
        await asyncio.wait({first, second}, timeout=5)
        assert second.done()
        assert first.cancelled()
        assert (second.exception(), lane.free) == (None, 0)

    asyncio.run(scenario())


def test_a_bucket_fills_by_a_second_a_second() -> None:
    now = [100.0]
    bounds = Quota(2, 5.0, clock=lambda: now[0])
    bounds.charge("a", 5.0)
    with bounds.admit("a"), bounds.admit("a"):
        assert (bounds.rank("a"), bounds.rank("b"), bounds.running()) == (7.0, 0.0, 2)
        with pytest.raises(HttpError, match="wait for one to finish"), bounds.admit("a"):
            pass
    bounds.charge("a", 2.5)
    with pytest.raises(HttpError) as refused, bounds.admit("a"):
        pass
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, "3")
    now[0] += 2.5
    with bounds.admit("a"):
        assert bounds.rank("a") == 6.0


def test_clients_that_rest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "MAX_CLIENTS", 2)
    bounds = Quota(2, 5.0)
    with bounds.admit("at work"):
        for name in ("a", "b", "c"):
            bounds.charge(name, 5.0)
        assert bounds.running() == 1
        assert bounds.rank("a") == bounds.rank("b") == 0.0
        assert bounds.rank("c") > 4.0


def done(max_bytes: int = 1000, **arguments: object) -> pool.Answer:
    """What the service makes of a task on an empty graph."""
    engine = embedded.Store()
    asked = {"name": "studies", "values": {}, "form": "csv", "is_raw": False, "max_rows": 9}
    task = pool.Task(name="question_part", arguments=asked | arguments)
    opened = Opened(engine=engine, store=EmbeddedGraph(engine))
    return pool._answer(answer(opened, task.key.encode(), max_bytes))


def test_an_answer_has_so_many_bytes() -> None:
    size = len(done().body)
    assert done(size).media_type == "application/json"
    with pytest.raises(HttpError, match=f"more than {size - 1} bytes"):
        done(size - 1)


def test_what_goes_wrong_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(HttpError, match="no parameter 'nope'") as refused:
        done(values={"nope": "x"})
    assert refused.value.status == 400
    with pytest.raises(pool.TaskError, match="Traceback"):  # a bug: logged, and not told
        done(no_such_argument=1)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("api.workers.tasks.Pages", fail)
    with pytest.raises(HttpError, match="more memory") as ended:
        done()
    assert ended.value.status == 503
