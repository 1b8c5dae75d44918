"""The service against Oxigraph's own server on the same files, with alternating requests.

    PYTHONPATH=. python benchmarks/rival.py STORE [--seconds 3] [--rounds 3] [--output F]

Both are started on the live generation of a graph, each in a separate process. Oxigraph is
installed by `pip install oxigraph`. For each kind of query, both are asked for some seconds in turn
over one open connection, and the median of the rounds counts. Above 1 the service is better. There
are two ratios: that of requests per second, which on a busy machine depends mostly on the
scheduler, and that of processor time per request, which does not depend on other programs (all
processes of a server are counted).

Each request is about the next study and has a unique number in a comment, so that no answer comes
from a cache, except for the queries called ``repeated``, which are always the same.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from results import write_results
from serving import free_port

from kg.store import current_directory, open_graph
from ontology.iri import PREFIXES

#: Kind -> query; ``{0}`` is a study.
QUERIES: Mapping[str, str] = {
    "point": "SELECT ?p ?o WHERE {{ <{0}> ?p ?o }}",
    "card": """SELECT ?label ?title ?claim ?kind ?quote WHERE {{
        <{0}> rdfs:label ?label . OPTIONAL {{ <{0}> dcterms:title ?title }}
        ?claim ald:aboutStudy <{0}> ; a ?kind ; ald:hasEvidence ?evidence .
        OPTIONAL {{ ?evidence ald:quote ?quote }} }}""",
    "join": """SELECT ?other ?label WHERE {{
        ?claim ald:aboutStudy <{0}> ; ald:process ?process .
        ?same ald:process ?process ; ald:aboutStudy ?other .
        ?other rdfs:label ?label }} LIMIT 50""",
    "group_by": """SELECT ?kind (COUNT(*) AS ?n) WHERE {{
        ?claim a ald:Claim ; a ?kind . FILTER(?kind != <{0}>) }} GROUP BY ?kind""",
    "repeated": "SELECT ?s ?label WHERE {{ ?s rdfs:label ?label }} LIMIT 100",
    "repeated_group_by": "SELECT ?kind (COUNT(*) AS ?n) WHERE {{ ?s a ?kind }} GROUP BY ?kind",
}
_HEADERS = {"Accept": "application/sparql-results+json"}


@dataclass(frozen=True)
class Server:
    """A running server, and a connection to it."""

    process: subprocess.Popen[bytes]
    connection: http.client.HTTPConnection
    path: str

    def ask(self, query: str) -> bytes:
        address = f"{self.path}?{urlencode({'query': query})}"
        self.connection.request("GET", address, headers=_HEADERS)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{answer.status}: {body.decode()}")
        return body

    def cpu(self) -> float:
        """Return the processor time of its process and of all child processes, in seconds."""
        parents, spent = {}, {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            number = int(folder.name)
            parents[number] = int(fields[1])
            # includes the time of children that have ended
            spent[number] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        own = {self.process.pid}
        while below := {child for child, parent in parents.items() if parent in own} - own:
            own |= below
        return sum(spent.get(number, 0.0) for number in own)


@contextmanager
def running(command: list[str], port: int, path: str) -> Iterator[Server]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        server = Server(process, http.client.HTTPConnection("127.0.0.1", port), path)
        try:
            wait_for(server)
            yield server
        finally:
            process.terminate()


def wait_for(server: Server) -> None:
    for _ in range(3000):
        try:
            server.ask("ASK {}")
        except OSError:
            server.connection.close()
            if server.process.poll() is not None:
                break
            time.sleep(0.02)
        else:
            return
    raise SystemExit(f"{server.process.args!r}: does not answer")


def rates(server: Server, queries: Iterator[str], seconds: float) -> tuple[float, float]:
    """Return requests per second, and requests per second of processor time."""
    server.connection.close()  # the connection may have timed out while the other server was asked
    cpu, started, count = server.cpu(), time.perf_counter(), 0
    while (spent := time.perf_counter() - started) < seconds:
        server.ask(next(queries))
        count += 1
    return count / spent, count / max(server.cpu() - cpu, 0.01)


def studies(store: Path) -> list[str]:
    query = "SELECT DISTINCT ?study WHERE { ?claim ald:aboutStudy ?study } LIMIT 20000"
    return sorted(row[0].value for row in open_graph(store).select(query).rows)


def written(name: str, found: list[str]) -> Iterator[str]:
    """Yield an endless series of queries of one kind, with the prefixes that they need."""
    text = QUERIES[name]
    used = (prefix for prefix in PREFIXES if f" {prefix}:" in text)
    header = "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in used)
    for number, study in enumerate(itertools.cycle(found)):
        mark = "" if name.startswith("repeated") else f"\n# {number}"
        yield header + text.format(study) + mark


def measure(store: Path, seconds: float, rounds: int) -> dict[str, float]:
    port, other = free_port(), free_port()
    found = studies(store)
    ours = [sys.executable, "-c", "from api.cli import main; main()", "serve"]
    ours += ["--store", str(store), "--port", str(port)]
    theirs = [str(Path(sysconfig.get_path("scripts")) / "oxigraph"), "serve-read-only"]
    theirs += ["--location", str(current_directory(store)), "--bind", f"127.0.0.1:{other}"]
    results: dict[str, float] = {}
    with running(ours, port, "/sparql") as one, running(theirs, other, "/query") as two:
        for name in QUERIES:
            asked = written(name, found)
            measured = []
            for _ in range(rounds):
                rival, own = rates(two, asked, seconds), rates(one, asked, seconds)
                measured.append((own[0] / rival[0], own[1] / rival[1], own[0]))
            by_time, by_cpu, a_second = map(statistics.median, zip(*measured, strict=True))
            results |= {f"{name}_ratio": by_time, f"{name}_cpu_ratio": by_cpu}
            results[f"{name}_a_second"] = a_second
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    write_results(measure(arguments.store, arguments.seconds, arguments.rounds), arguments.output)


if __name__ == "__main__":
    main()
