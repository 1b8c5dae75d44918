"""Builds with one and with several workers, alternating, each in a separate process.

    PYTHONPATH=. python benchmarks/workers.py [PAPER...] [--workers 2] [--documents 400] [--notes 1]
        [--runs 1] [--output F]

The papers (by default the bundled notes) are copied until there are enough documents. With
``--notes 5`` the text of each is followed by those of the next four, so that it is as long as an
abstract (240 words), with ``--notes 20`` as long as a letter. Reading is timed from the first to
the last finished document, so that the start of the program does not count. The output has the
ratio of reading (one / workers), that of the whole command including the graph, whether both graphs
have the same bytes, and the peak memory of the largest process.

On a machine with other work these ratios mean little. So the processor time of each thread is
observed from outside (``processors.py``): ``ideal_ratio`` is the least time of a build with one
worker on as many free processors as there are workers, divided by that of a build with all of them.
``alone_share`` is the share of processor time in which only one thread worked.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import re
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from processors import Usage, watch
from results import write_results

import corpus

#: A script that builds a graph and prints the seconds of reading and of the whole build, and the
#: peak memory in MB of its process and of a worker.
BUILD = """
import resource, sys, time
started = time.perf_counter()
from pathlib import Path
from kg.build import build
done = []
tell = lambda *_: done.append(time.perf_counter())
build([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]), on_progress=tell)
print(done[-1] - done[0], time.perf_counter() - started)
status = Path("/proc/self/status").read_text().split()
own = int(status[status.index("VmHWM:") + 1])  # ru_maxrss counts the process that started this one
print(own / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
#: A number that is not part of a formula.
_NUMBER = re.compile(r"(?<![\w.])[1-9]\d*(?![\w.]*\w)")
ROOT = Path(__file__).resolve().parents[1]


def copy_papers(papers: list[Path], folder: Path, count: int, notes: int) -> Path:
    folder.mkdir()
    for number, paper in zip(range(count), itertools.cycle(papers), strict=False):
        copy = folder / f"{paper.stem}-{number:05}{paper.suffix}"
        shutil.copy(paper, copy)
        # every document has its own text, because a process caches the sentences it has read
        others = (number * notes + place for place in range(1, notes))
        with copy.open("a", encoding="utf-8") as out:
            for other in others:
                text = text_of(papers[other % len(papers)])
                out.write("\n" + _NUMBER.sub(partial(_another, number), text))
    return folder


def _another(document: int, found: re.Match[str]) -> str:
    """Return a number with another last digit for each document."""
    return found[0][:-1] + str((int(found[0][-1]) + document) % 10)


def text_of(note: Path) -> str:
    """Return the text of a note without its front matter."""
    return note.read_text(encoding="utf-8").split("\n---\n", 1)[1]


class Run(NamedTuple):
    """Seconds of reading and of the build, peak memory of main process and worker, usage."""

    reading: float
    everything: float
    main_mb: float
    worker_mb: float
    used: Usage


def run_build(folder: Path, store: Path, workers: int, processors: int) -> Run:
    shutil.rmtree(store, ignore_errors=True)
    command = [sys.executable, "-c", BUILD, str(folder), str(store), str(workers)]
    printed, used = watch(command, processors, cwd=ROOT)
    reading, everything, own, largest = map(float, printed.split())
    return Run(reading, everything, own, largest, used)


def fingerprint(store: Path) -> str:
    from kg.store import open_graph

    lines = sorted(str(quad) for quad in open_graph(store).quads(ontology=True))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--notes", type=int, default=1, help="notes in a document")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    papers = corpus.find_papers(arguments.paths or corpus.bundled_notes())
    more, count = arguments.workers, arguments.documents
    pairs: list[tuple[Run, Run]] = []
    prints = set()
    with tempfile.TemporaryDirectory() as temporary:
        folder = copy_papers(papers, Path(temporary) / "papers", count, arguments.notes)
        store = Path(temporary) / "store"
        for _ in range(arguments.runs):
            runs = []
            for workers in (1, more):
                runs.append(run_build(folder, store, workers, more))
                prints.add(fingerprint(store))
            pairs.append((runs[0], runs[1]))
    write_results(
        {
            "documents": count,
            "notes_a_document": arguments.notes,
            "workers": more,
            "reading_ratio": median(one.reading / other.reading for one, other in pairs),
            "command_ratio": median(one.everything / other.everything for one, other in pairs),
            "ideal_ratio": median(one.used.ideal / other.used.ideal for one, other in pairs),
            "one_worker_cpu": median(one.used.total for one, _ in pairs),
            "one_worker_ideal": median(one.used.ideal for one, _ in pairs),
            "all_cpu": median(other.used.total for _, other in pairs),
            "all_ideal": median(other.used.ideal for _, other in pairs),
            "main_thread_cpu": median(other.used.main for _, other in pairs),
            "alone_share": median(other.used.alone / other.used.total for _, other in pairs),
            "same_bytes": len(prints) == 1,
            "main_peak_mb": max(run.main_mb for pair in pairs for run in pair),
            "worker_peak_mb": max(run.worker_mb for pair in pairs for run in pair),
        },
        arguments.output,
    )


if __name__ == "__main__":
    main()
