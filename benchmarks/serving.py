"""Start, memory and response times of the service on a graph.

    PYTHONPATH=. python benchmarks/serving.py STORE [--rounds 15] [--output F]

Starts `aldkg serve` on an existing graph and requests each address in turn, for some rounds. Prints
the seconds from the start of the process to the first answer and the processor time until then,
resident memory in MB, and for each address the first time, the median and the 95th percentile in
milliseconds. Nothing is warmed up first. The processor time, which is also printed for all requests
to the web process, is more reliable than milliseconds if other programs run on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from results import write_results

from api.v1.resources import RESOURCES

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
    "studies_by_year": "/api/v1/studies?sort=-year",
    "studies_by_quantity": "/api/v1/studies?quantity=temperature:..100 Cel&material_class=Oxide",
    "claims_by_word": "/api/v1/claims?q=sentence",
    "claims_of_years": "/api/v1/claims?year=2010..2015&sort=-year",
    "conditions_in_between": "/api/v1/conditions?quantity=temperature:80..120 Cel",
    **{f"list_of_{name}": f"/api/v1/{name}" for name in RESOURCES},
    "material_page": "/data/material/PbSe",
    "process_page": "/process/thermal-ald",
    "queries_page": "/queries",
}
#: Pages of the first study of the list.
OF_STUDY = {
    "study_page": "/studies/{0}",
    "study": "/api/v1/studies/{0}",
    "claims_of_study": "/api/v1/claims?study={0}",
    "comparison": "/compare?study={0}",
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
    """Return the processor time of a process so far, without its workers."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def ask(base: str, path: str) -> float:
    started = time.perf_counter()
    with urllib.request.urlopen(base + path.replace(" ", "%20"), timeout=_PATIENCE) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - started)


def addresses(base: str) -> dict[str, str]:
    """Return the addresses to request, by name."""
    with urllib.request.urlopen(base + "/api/v1/studies?limit=1", timeout=_PATIENCE) as answer:
        (study,) = json.load(answer)["items"]
    return ADDRESSES | {name: path.format(quote(study["id"])) for name, path in OF_STUDY.items()}


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
        listed = addresses(base)
        times: dict[str, list[float]] = {name: [] for name in listed}
        for _ in range(rounds):
            for name, path in listed.items():
                times[name].append(ask(base, path))
        asked = rounds * len(listed)
        found["cpu_ms_a_request"] = 1000 * (cpu_seconds(process.pid) - started_cpu) / asked
        for name, taken in times.items():
            found[f"{name}_first_ms"] = taken[0]
            found[f"{name}_median_ms"] = statistics.median(taken)
            found[f"{name}_p95_ms"] = sorted(taken)[int(0.95 * (len(taken) - 1))]
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
