"""Builds with one and with several workers, each a process of its own, in turn.

    python benchmarks/workers.py [PAPER...] [--workers 2] [--documents 800] [--runs 3] [--output F]

Copies the papers (without one: the bundled notes) until there are so many documents. Reading is
timed from the first document done to the last, so that the start of the program does not count.
Prints the ratio of reading (one / workers), that of the whole command with the graph written,
whether both graphs have the same bytes, and the peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from results import write_results

import corpus

#: Builds and prints: seconds of reading, of all, peak memory in MB of this process and of a worker.
BUILD = """
import resource, sys, time
started = time.perf_counter()
from pathlib import Path
from kg.build import build
done = []
tell = lambda *_: done.append(time.perf_counter())
build([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]), on_progress=tell)
print(done[-1] - done[0], time.perf_counter() - started)
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss / 1024)
"""
ROOT = Path(__file__).resolve().parents[1]


def copy_papers(papers: list[Path], folder: Path, count: int) -> Path:
    folder.mkdir()
    for number, paper in zip(range(count), itertools.cycle(papers), strict=False):
        shutil.copy(paper, folder / f"{paper.stem}-{number:05}{paper.suffix}")
    return folder


def run_build(folder: Path, store: Path, workers: int) -> tuple[float, float, float]:
    """Seconds of reading and of all, and the peak memory of the largest process in MB."""
    shutil.rmtree(store, ignore_errors=True)
    command = [sys.executable, "-c", BUILD, str(folder), str(store), str(workers)]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    reading, everything, *memory = map(float, printed.split())
    return reading, everything, max(memory)


def fingerprint(store: Path) -> str:
    from kg.store import open_graph

    lines = sorted(str(quad) for quad in open_graph(store).quads())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--documents", type=int, default=800)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    papers = corpus.find_papers(arguments.paths or corpus.bundled_notes())
    more, count = arguments.workers, arguments.documents
    reading, command, peaks, prints = [], [], [], set()
    with tempfile.TemporaryDirectory() as temporary:
        folder = copy_papers(papers, Path(temporary) / "papers", count)
        store = Path(temporary) / "store"
        for _ in range(arguments.runs):
            runs = []
            for workers in (1, more):
                runs.append(run_build(folder, store, workers))
                prints.add(fingerprint(store))
            (read_1, all_1, peak_1), (read_n, all_n, peak_n) = runs
            reading.append(read_1 / read_n)
            command.append(all_1 / all_n)
            peaks += [peak_1, peak_n]
    write_results(
        {
            "documents": count,
            "workers": more,
            "reading_ratio": statistics.median(reading),
            "command_ratio": statistics.median(command),
            "same_bytes": len(prints) == 1,
            "peak_mb": max(peaks),
        },
        arguments.output,
    )


if __name__ == "__main__":
    main()
