"""Builds of growing numbers of made-up documents: seconds, serial share, peak memory, size.

    PYTHONPATH=. python benchmarks/growth.py [--documents 100 300 1000] [--workers 2] [--claims 2]
        [--references 1] [--by documents|quads] [--keep FOLDER] [--output F]

The documents are made up (``documents.py``): by default two claims and one reference each, the size
of a short abstract (``--claims``, ``--references``). 2,464 documents of 40 claims and 25
references, the size of a review, make 10 million quads. They are written as document files, so that
nothing is extracted and only the making of the graph is measured: reading the files, joining
studies, making, loading and deriving triples, and the catalog. Each build runs in a separate
process. With ``--output F.json`` the plot ``F.svg`` is drawn beside it, by documents or quads.
``--keep`` leaves each store in the folder, for the benchmarks that need a large one.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from documents import made_up

from kg.catalog import CATALOG_FILE
from kg.documents import DocumentFile, render_document
from kg.model import Document
from kg.store import current_directory
from ontology import embedded

#: A script that builds a graph and prints its figures as a JSON object.
BUILD = """
import json, resource, sys, time
from pathlib import Path
from kg.build import build
started = time.perf_counter()
report = build([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]))
own, theirs = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "triples": report.triples,
    "seconds": time.perf_counter() - started,
    "main_cpu": own.ru_utime + own.ru_stime,
    "workers_cpu": theirs.ru_utime + theirs.ru_stime,
    "peak_mb": own.ru_maxrss / 1024,
    "worker_peak_mb": theirs.ru_maxrss / 1024,
}))
"""
ROOT = Path(__file__).resolve().parents[1]


def write_files(folder: Path, documents: Iterable[Document]) -> Path:
    folder.mkdir()
    for document in documents:
        file = folder / f"{document.id}.jsonl"
        file.write_bytes(render_document(DocumentFile(document=document)))
    return folder


def run_build(folder: Path, store: Path, workers: int) -> dict[str, float]:
    command = [sys.executable, "-c", BUILD, str(folder), str(store), str(workers)]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(printed)
    return {name: round(value, 2) for name, value in found.items()}


def size_of(store: Path) -> dict[str, float]:
    """Return the quads of a store, its megabytes on disk, and those of its catalog."""
    directory = current_directory(store)
    catalog = (directory / CATALOG_FILE).stat().st_size
    files = sum(file.stat().st_size for file in directory.iterdir() if file.is_file())
    return {
        "quads": len(embedded.Store.read_only(str(directory))),
        "store_mb": round((files - catalog) / 1e6, 1),
        "catalog_mb": round(catalog / 1e6, 1),
    }


def draw(rows: Sequence[Mapping[str, float]], by: str) -> str:
    """Return a plot of processor time and peak memory, with logarithmic axes, as SVG."""
    shown = (
        ("main_cpu", "processor time of the main process, s", "#1b6ca8"),
        ("workers_cpu", "of the workers, s", "#5aa9d6"),
        ("peak_mb", "peak memory of the main process, MB", "#c0392b"),
    )
    ordered = sorted(rows, key=lambda row: row[by])
    first = math.floor(math.log10(ordered[0][by]))

    def x(count: float) -> float:
        return 60 + 120 * (math.log10(count) - first)

    def y(value: float) -> float:
        return 300 - 80 * math.log10(max(value, 1))

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="560" height="340" font-family="sans-serif"'
        ' font-size="11"><rect width="560" height="340" fill="white"/>'
    ]
    for count in (10**first, 10 ** (first + 1), 10 ** (first + 2)):
        parts.append(f'<path d="M{x(count):.0f} 300V40" stroke="#ddd"/>')
        parts.append(f'<text x="{x(count):.0f}" y="316" text-anchor="middle">{count:,}</text>')
    for value in (1, 10, 100, 1000):
        parts.append(f'<path d="M60 {y(value):.0f}H310" stroke="#ddd"/>')
        parts.append(f'<text x="52" y="{y(value) + 4:.0f}" text-anchor="end">{value:,}</text>')
    for name, label, colour in shown:
        points = [(x(row[by]), y(row[name])) for row in ordered]
        line = " ".join(f"{at:.1f},{height:.1f}" for at, height in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="318" y="{points[-1][1] + 4:.0f}" fill="{colour}">{label}</text>')
    parts.append(f'<text x="180" y="334" text-anchor="middle">{by}</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--claims", type=int, default=2)
    parser.add_argument("--references", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by", choices=("documents", "quads"), default="documents")
    parser.add_argument("--keep", type=Path, help="where each store is left, by its documents")
    parser.add_argument("--folder", type=Path, help="where to work, on a disk with 4 GB free")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    rows = []
    for count in arguments.documents:
        size = {"claims": arguments.claims, "references": arguments.references}
        documents = islice(made_up(arguments.seed, **size), count)
        with tempfile.TemporaryDirectory(dir=arguments.folder) as temporary:
            folder = write_files(Path(temporary) / "files", documents)
            store = (arguments.keep or Path(temporary)) / f"store-{count}"
            found = run_build(folder, store, arguments.workers)
            rows.append({"documents": count, **size, **found, **size_of(store)})
        print(json.dumps(rows[-1]), flush=True)
    if arguments.output:
        arguments.output.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        arguments.output.with_suffix(".svg").write_text(draw(rows, arguments.by), encoding="utf-8")


if __name__ == "__main__":
    main()
