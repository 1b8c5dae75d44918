"""Work in processes that may die: every job is answered for, whatever the others do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from kg.isolate import Failure, ForkedPool, alone, default_workers, each
from tests.cluster_jobs import work as obey

JOBS = tuple(range(7))


def outcomes(work, *, workers=2, **limits):
    return dict(each(work, JOBS, workers=workers, **limits))


@pytest.mark.parametrize("workers", [1, 2, 9])
def test_every_job_is_done_once(workers):
    done = list(each(lambda job: job * job, JOBS, workers=workers))
    assert sorted(done) == [(job, job * job) for job in JOBS]


def test_jobs_are_done_elsewhere():
    assert os.getpid() not in outcomes(lambda job: os.getpid()).values()


def test_nothing_to_do():
    assert list(each(str, (), workers=2)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_kills_its_process_is_named_and_the_rest_goes_on(workers):
    def work(job):
        if job in (2, 6):
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    found = outcomes(work, workers=workers)
    cause = "its process was ended by SIGKILL, most likely out of memory"
    assert found == {job: Failure(cause=cause) if job in (2, 6) else job for job in JOBS}


def test_a_process_that_leaves_is_named_by_its_exit_code():
    found = outcomes(lambda job: os._exit(3) if job == 0 else job)
    assert found[0] == Failure(cause="its process ended (exit code 3)")
    assert [found[job] for job in JOBS[1:]] == list(JOBS[1:])


def test_an_interrupt_at_the_moment_of_a_fork_is_not_lost():
    """An exception in a hook of a fork is dropped, so the interrupt has to wait for its end."""
    program = """
import os, signal
from kg.isolate import each
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGINT))
try:
    list(each(str, "ab", workers=2))
except KeyboardInterrupt:
    print("interrupted")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("interrupted\n", "")


def test_an_error_of_ours_is_the_failure_of_one_job():
    found = outcomes(lambda job: 1 // (job - 4))
    assert "internal error" in found[4].cause
    assert "ZeroDivisionError" in found[4].cause
    assert [job for job in JOBS if isinstance(found[job], Failure)] == [4]


def test_a_job_that_never_ends_is_ended():
    found = outcomes(lambda job: time.sleep(600) if job == 1 else job, seconds=1)
    assert found == {
        job: Failure(cause="took longer than 1 s") if job == 1 else job for job in JOBS
    }


def test_a_job_that_eats_memory_fails():
    found = outcomes(lambda job: len(bytearray(1 << 30)) if job == 3 else job, megabytes=200)
    assert found[3] == Failure(cause="needs more memory than the limit")
    assert found[4] == 4


def test_no_process_is_left_when_the_caller_stops_listening():
    listening = each(lambda job: job, JOBS, workers=2)
    next(listening)
    listening.close()
    assert multiprocessing.active_children() == []


def test_few_documents_are_read_by_one_process():
    assert [default_workers(n) for n in (0, 1, 7)] == [1, 1, 1]
    assert default_workers(10_000) == len(os.sched_getaffinity(0))


def test_a_process_that_was_started_anew_does_job_after_job_within_limits():
    died = Failure(cause="its process was ended by SIGKILL, most likely out of memory")
    assert alone(obey, "one", seconds=60) == alone(obey, "one") == "one, done"
    assert alone(obey, "dies") == died
    assert alone(obey, "never ends", seconds=0.5) == Failure(cause="took longer than 0.5 s")


def test_a_crew_does_several_rounds_with_the_same_processes():
    works = {"pid": lambda _: os.getpid(), "double": lambda job: 2 * job}
    with ForkedPool(works, 2) as pool:
        first, second = ({*pool.in_order("pid", JOBS)} for _ in range(2))
        assert list(pool.in_order("double", JOBS)) == [2 * job for job in JOBS]
    assert (first | second) - {os.getpid()} == first | second
    assert len(first | second) <= 2


def test_a_crew_goes_on_without_who_died_and_says_so():
    works = {"end": lambda job: os._exit(3) if job == 0 else job}
    with ForkedPool(works, 2) as pool:
        with pytest.raises(ChildProcessError, match="exit code 3"):
            list(pool.in_order("end", JOBS))
        assert sorted(done for _, done in pool.each("end", JOBS[1:])) == list(JOBS[1:])
