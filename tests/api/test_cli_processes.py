"""The command as a process of its own: pipes, signals, the service."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from kg.store import current_directory, writing

ROOT = Path(__file__).resolve().parents[2]
#: The command with a reader that never comes to an end.
SLOW = """
import signal, time, kg.batch.extracting, kg.batch.gathering
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
kg.batch.gathering.load_models = lambda: None
kg.batch.extracting.read_paper = lambda *_: time.sleep(600)
from api.cli import main
main()
"""

#: How /metrics counts the answers of /health.
HEALTH = 'aldkg_requests_total{method="GET",route="/health",status="200"}'


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]


def test_a_closed_pipe_is_no_error(tiny_store: Path) -> None:
    """As in ``aldkg query ... | head -1``."""
    sparql = "SELECT * { ?a ?b ?c . ?d ?e 2015 } LIMIT 9000"
    arguments = ("query", "--store", tiny_store, "-f", "csv", "--sparql", sparql)
    with subprocess.Popen(
        command(*arguments), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_up_serves_by_processes_that_stand_for_one_another_and_stops(tiny_store: Path) -> None:
    """Each of two answers alone, one that is killed is replaced, and all end with the service."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        command("up", "--store", tiny_store, "--port", port, "--processes", 2),
        cwd=ROOT,
        env={**os.environ, "ALDKG_WORKERS": "1", "ALDKG_QUESTION_WORKERS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            assert _wait_for(f"{address}/health")["studies"] == 2
            first, second = _web_processes(process)
            for other in (first, second):
                _answers_without(other, address)
            assert f"{HEALTH} 3.0\n" in _read(f"{address}/metrics")  # of which neither has all
            os.kill(second, signal.SIGKILL)
            (third,) = _web_processes(process, but=second) - {first}
            assert _wait_for(f"{address}/health")["studies"] == 2
        finally:
            process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert process.returncode == 0
    assert not [pid for pid in (first, third) if Path(f"/proc/{pid}").exists()]
    assert "building" not in said
    assert "Traceback" not in said


def _web_processes(service: subprocess.Popen[bytes], but: int = 0) -> set[int]:
    """The two web processes, once there are so many besides one that was killed."""
    for _ in range(1200):
        children = Path(f"/proc/{service.pid}/task/{service.pid}/children").read_text().split()
        lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
        found = {pid for pid, line in lines.items() if b"spawn_main" in line and pid != but}
        if len(found) == 2:
            return found
        time.sleep(0.1)
    raise AssertionError(f"there are {len(found)} web processes")


def _answers_without(other: int, address: str) -> None:
    os.kill(other, signal.SIGSTOP)
    try:
        assert _wait_for(f"{address}/health")["status"] == "ok"
        assert f'pid="{other}"' not in _read(f"{address}/metrics")
    finally:
        os.kill(other, signal.SIGCONT)


def _read(address: str) -> str:
    with urlopen(address) as response:  # noqa: S310 (our own service)
        text: str = response.read().decode()
        return text


def _wait_for(address: str, tries: int = 1200) -> dict[str, object]:
    for _ in range(tries):
        try:
            found: dict[str, object] = json.loads(_read(address))
            return found
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15)])
def test_an_interrupted_build_leaves_the_graph_and_no_process(
    tiny_store: Path, note: Path, sent: signal.Signals, code: int
) -> None:
    before = current_directory(tiny_store)
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, "build", str(note), "--store", str(tiny_store)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
    ) as process:
        reader = _child_of(process.pid)
        process.send_signal(sent)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert process.returncode == code
    assert "Traceback" not in said
    assert not _is_running(reader)
    assert current_directory(tiny_store) == before
    with writing(tiny_store) as writer:  # nobody holds it any more
        assert writer.documents()


def _child_of(parent: int, tries: int = 600) -> int:
    for _ in range(tries):
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if children:
            return int(children[0])
        time.sleep(0.05)
    raise AssertionError(f"{parent} has no child")


def _is_running(pid: int, tries: int = 100) -> bool:
    """Whether a process is still there when it was given time to go."""
    for _ in range(tries):
        try:
            if "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text():
                return False
        except (FileNotFoundError, ProcessLookupError):
            return False
        time.sleep(0.05)
    return True
