"""Start, memory and times of answers of the service on a graph.

    PYTHONPATH=. python benchmarks/serving.py STORE [--rounds 15] [--output F]

Starts `aldkg serve` on a graph that was built before and asks each address some rounds in turn.
Prints seconds from the start of the process to the first answer and the processor time that it took
until then, its resident memory in MB, and for each address the first time, the median and the 95th
percentile in milliseconds. Nothing is warmed up first. Processor time, also of the web process for
all requests, says more than milliseconds where other work runs on the machine.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from results import write_results

ADDRESSES = {
    "home": "/",
    "studies": "/api/v1/studies",
    "studies_far_down": "/api/v1/studies?limit=200&offset=4000",
    "claims_by_two_filters": "/api/v1/claims?material=PbSe&process=thermal_ald",
    "materials": "/api/v1/materials",
    "search_common_word": "/api/v1/search?q=temperature",
    "search_page": "/?q=PbSe",
    "search_two_words": "/api/v1/search?q=PbSe%20film",
    "complete": "/api/v1/complete?q=therm",
}
_PATIENCE = 300


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def cpu_seconds(pid: int) -> float:
    """The processor time of a process so far; that of its workers does not count."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def ask(base: str, path: str) -> float:
    started = time.perf_counter()
    with urllib.request.urlopen(base + path, timeout=_PATIENCE) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - started)


def wait_for(process: subprocess.Popen[bytes], base: str) -> None:
    for _ in range(100 * _PATIENCE):
        try:
            ask(base, "/health")
            return
        except OSError:
            if process.poll() is not None:
                raise SystemExit("the service ended") from None
            time.sleep(0.01)
    raise SystemExit("the service does not answer")


def measure(store: Path, rounds: int) -> dict[str, float]:
    port = free_port()
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve"]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--store", str(store), "--port", str(port)])
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for(process, base)
        found = {"start_seconds": time.perf_counter() - started}
        found["start_cpu_seconds"] = started_cpu = cpu_seconds(process.pid)
        found["start_mb"] = resident_mb(process.pid)
        times: dict[str, list[float]] = {name: [] for name in ADDRESSES}
        for _ in range(rounds):
            for name, path in ADDRESSES.items():
                times[name].append(ask(base, path))
        asked = rounds * len(ADDRESSES)
        found["cpu_ms_a_request"] = 1000 * (cpu_seconds(process.pid) - started_cpu) / asked
        for name, listed in times.items():
            found[f"{name}_first_ms"] = listed[0]
            found[f"{name}_median_ms"] = statistics.median(listed)
            found[f"{name}_p95_ms"] = sorted(listed)[int(0.95 * (len(listed) - 1))]
        return {**found, "end_mb": resident_mb(process.pid)}
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    write_results(measure(arguments.store, arguments.rounds), arguments.output)


if __name__ == "__main__":
    main()
