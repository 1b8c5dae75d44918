"""A real scheduler of Dask with two workers: jobs that misbehave, a worker that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.batch.checkpoints import Checkpoints
from kg.batch.extracting import Extracted, Order, extract_document
from kg.batch.finding import Job
from kg.build import build
from kg.cluster import each_on
from kg.errors import BuildError
from kg.isolate import Failure
from kg.store import READING, open_graph
from tests.cluster_jobs import raises, work

ROOT = Path(__file__).resolve().parents[2]
NOTES = {
    "a.txt": "HfO2 films were grown by ALD at 250 °C.\n",
    "b.txt": "PbSe quantum dots were infilled with Al2O3 by ALD at 70 °C.\n",
    "bad.txt": "\x00\x01",
    "c.txt": "CdSe dots were coated with ZnS by SILAR.\n",
    "d.txt": "ZnO was deposited from diethylzinc and ozone.\n",
}


@dataclass(frozen=True)
class Cluster:
    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def start(command: str, *arguments: str) -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", f"distributed.cli.{command}", "--host", "127.0.0.1"]
        return subprocess.Popen(
            [*program, "--no-dashboard", *arguments],
            cwd=folder,
            env=env,
            stderr=subprocess.DEVNULL,
        )

    processes = [start("dask_scheduler", "--port", "0", "--scheduler-file", str(file))]
    try:
        address = _address(file)
        worker = (address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        processes += [start("dask_worker", *worker) for _ in range(2)]
        yield Cluster(address, tuple(processes[1:]))
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _address(file: Path, tries: int = 1200) -> str:
    for _ in range(tries):
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise AssertionError("the scheduler does not start")


def dump(store: Path) -> list[str]:
    return sorted(str(quad) for quad in open_graph(store).quads())


def test_a_job_that_misbehaves_fails_alone(cluster: Cluster):
    jobs = ["one", "dies", "two", "never ends", "eats memory", "three"]
    found = dict(each_on(cluster.address, work, jobs, seconds=3, megabytes=500))
    assert found == {
        0: "one, done",
        1: Failure(cause="its process was ended by SIGKILL, most likely out of memory"),
        2: "two, done",
        3: Failure(cause="took longer than 3 s"),
        4: Failure(cause="needs more memory than the limit"),
        5: "three, done",
    }
    assert "ValueError: a bug" in dict(each_on(cluster.address, raises, ["a bug"]))[0].cause


@pytest.mark.usefixtures("small_ontology")
def test_a_build_survives_the_death_of_a_worker(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in NOTES.items():
        (papers / name).write_text(text, encoding="utf-8")
    kept: list[str] = []
    keep = Checkpoints.keep

    def count(self: Checkpoints, order: Order, found: Extracted) -> None:
        keep(self, order, found)
        kept.extend([order.job.id] if found.data else [])

    monkeypatch.setattr(Checkpoints, "keep", count)

    def kill_one(done: int, total: int) -> None:
        if done == 2:  # the first one was read before, the second by the cluster
            cluster.workers[0].send_signal(signal.SIGKILL)

    with pytest.raises(KeyboardInterrupt):
        build([papers], tmp_path / "far", cluster=cluster.address, on_progress=_interrupt)
    left = {file.stem for file in (tmp_path / "far" / READING).glob("*.jsonl")}
    assert left
    assert {*kept} == left
    report = build([papers], tmp_path / "far", cluster=cluster.address, on_progress=kill_one)
    assert sorted(kept) == ["a", "b", "c", "d"]  # each once
    assert [Path(name).name for name, _ in report.rejected] == ["bad.txt"]
    assert not (tmp_path / "far" / READING).exists()
    build([papers], tmp_path / "near", workers=1)
    assert dump(tmp_path / "far") == dump(tmp_path / "near")


def test_workers_with_other_code_read_nothing(cluster: Cluster, tmp_path: Path):
    job = Job(id="a", file=tmp_path / "a.txt")
    order = Order(job=job, target=tmp_path / "a.jsonl", code="of another version")
    with pytest.raises(BuildError, match="install the same ald-kg there"):
        list(each_on(cluster.address, extract_document, [order]))


def _interrupt(done: int, total: int) -> None:
    raise KeyboardInterrupt


def test_a_cluster_that_is_not_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kg.cluster.CONNECT_SECONDS", 0.2)
    with pytest.raises(BuildError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler answers"):
        list(each_on("tcp://127.0.0.1:9", work, ["one"]))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BuildError, match=r"pip install 'ald-kg\[cluster\]'"):
        list(each_on("tcp://127.0.0.1:9", work, ["one"]))
