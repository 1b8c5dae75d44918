"""Cost of a paper: seconds of processor time, triples, claims and bytes on disk.

    PYTHONPATH=. python benchmarks/costs.py FOLDER [FOLDER...] [--output F]

Each folder holds papers of one format, such as 20 PDFs or 20 JATS files. `aldkg extract` reads
every folder, one `aldkg build` makes a graph of the document files, and another makes a graph of
the papers, which also keeps the text around claims. Each command runs in a separate process with
one worker, once for one paper and once for all: the difference, divided by the number of papers
minus one, is the cost of a further paper. Processor time is measured, so other programs on the
machine have little influence.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from results import write_results

from corpus import find_papers
from kg.catalog import CATALOG_FILE
from kg.store import current_directory

Found = dict[str, float]


def processor_seconds(*arguments: object) -> float:
    """Return the processor time of an `aldkg` command, even if it rejects some input."""
    before = _children()
    command = [sys.executable, "-c", "from api.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def size(path: Path) -> float:
    """Return the bytes of a file, or of all files below a folder."""
    return sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())


def read(papers: Sequence[Path], documents: Path) -> Found:
    seconds = processor_seconds("extract", "--workers", 1, "--documents", documents, *papers)
    return {"seconds": seconds, "document_bytes": size(documents)}


def build(sources: Sequence[Path], store: Path) -> Found:
    report = store.with_suffix(".json")
    options = ("--workers", 1, "--store", store, "--report", report)
    seconds = processor_seconds("build", *options, *sources)
    told = json.loads(report.read_text(encoding="utf-8"))
    live = current_directory(store)
    return {
        "seconds": seconds,
        "papers": len(told["documents"]),
        "triples": told["triples"],
        "claims": told["claims"],
        "generation_bytes": size(live),
        "catalog_bytes": size(live / CATALOG_FILE),
        "text_bytes": size(store / "texts"),
    }


def each(one: Found, many: Found, papers: int) -> Found:
    """Return how much a further paper adds to each figure."""
    return {name: (many[name] - one[name]) / (papers - 1) for name in one if name != "papers"}


def measure(folders: Sequence[Path], work: Path) -> Found:
    found: Found = {}
    papers: list[Path] = []
    for folder in folders:
        listed = sorted(find_papers([folder]), key=size)
        one = read(listed[:1], work / f"{folder.name}-one")
        many = read(listed, work / folder.name)
        papers += listed
        found[f"{folder.name}_papers"] = len(listed)
        found[f"{folder.name}_source_bytes"] = sum(map(size, listed)) / len(listed)
        more = each(one, many, len(listed))
        found |= {f"{folder.name}_read_{name}": value for name, value in more.items()}
        found[f"{folder.name}_read_start_seconds"] = one["seconds"] - more["seconds"]
    documents = [work / folder.name for folder in folders]
    for name, one_paper, everything in (
        ("graph", sorted(documents[0].iterdir(), key=size)[:1], documents),
        ("whole", papers[:1], papers),
    ):
        one, many = build(one_paper, work / f"{name}-one"), build(everything, work / name)
        found |= {f"{name}_all_{key}": value for key, value in many.items()}
        more = each(one, many, int(many["papers"]))
        found |= {f"{name}_{key}_a_paper": value for key, value in more.items()}
        found[f"{name}_start_seconds"] = one["seconds"]
        print(name, "done", flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="papers of one format each")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        write_results(measure(arguments.folders, Path(work)), arguments.output)


if __name__ == "__main__":
    main()
