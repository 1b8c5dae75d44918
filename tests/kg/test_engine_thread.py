"""What the engine does beside Python is done whole and in order, and its errors are told."""

from __future__ import annotations

import threading

import pytest

from kg.store.engine_thread import EngineThread
from kg.store.loading import LOAD_BYTES


def test_all_is_loaded_in_the_order_in_which_it_was_given():
    loaded: list[bytes] = []
    with EngineThread(loaded.append) as behind:
        behind.load_made(part for part in (b"a", b"b"))
        behind.load([b"c", b"d"])
        assert b"".join(loaded) == b"abcd"
        behind.do(lambda: loaded.append(b"e"))
    assert b"".join(loaded) == b"abcde"


def test_what_waits_for_a_busy_engine_is_loaded_at_once_when_it_is_free():
    is_free, sizes = threading.Event(), []

    def load(data: bytes) -> None:
        is_free.wait(10)
        sizes.append(len(data))

    def parts():
        for number in range(40):
            if number == 18:  # eight are being loaded, ten wait
                is_free.set()
            yield bytes(1_000_000)

    with EngineThread(load) as behind:
        behind.load(parts())
    assert sum(sizes) == 40_000_000
    assert 11_000_000 <= max(sizes) <= LOAD_BYTES


def test_spare_steps_are_done_while_nothing_waits_and_none_after_the_last_part():
    done: list[object] = []
    began = threading.Event()

    def steps():
        for number in range(1_000_000):
            done.append(number)
            began.set()
            yield

    with EngineThread(done.append) as behind:
        behind.spare(steps())
        behind.take(b"a")
        assert began.wait(10)
        behind.take(bytes(8_000_000))
        behind.flush()
        steps_done = len(done) - 1
        assert 0 < steps_done < 1_000_000
        assert done[-1] == b"a" + bytes(8_000_000)
    assert len(done) == steps_done + 1


def refuse(data: bytes = b"") -> None:
    raise OSError("disk full")


@pytest.mark.parametrize(
    "give", [lambda behind: behind.do(refuse), lambda behind: behind.load([b"a"])]
)
def test_an_error_of_the_engine_reaches_who_gave_it_the_work(give):
    behind = EngineThread(refuse)
    with pytest.raises(OSError, match="disk full"), behind:
        give(behind)
    with pytest.raises(RuntimeError):  # the thread is gone
        behind.do(lambda: None)
