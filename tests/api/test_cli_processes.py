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


def test_up_builds_nothing_when_there_is_a_graph_and_stops(tiny_store: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        command("up", "--store", tiny_store, "--port", port),
        cwd=ROOT,
        env={**os.environ, "ALDKG_WORKERS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            health = _wait_for(f"http://127.0.0.1:{port}/health")
        finally:
            process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert health["studies"] == 2
    assert "building" not in said
    assert "Traceback" not in said


def _wait_for(address: str, tries: int = 1200) -> dict[str, object]:
    for _ in range(tries):
        try:
            with urlopen(address) as response:  # noqa: S310 (our own service)
                found: dict[str, object] = json.load(response)
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
