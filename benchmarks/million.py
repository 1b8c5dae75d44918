"""A made-up graph of many triples: the time of each step, compared with bulk loading.

    python benchmarks/million.py [--triples 100000] [--seed 1] [--folder F] [--output F]

The documents are drawn at random from the vocabularies, and are similar to real ones: a reference
list, claims of every kind, evidence. Each step runs in a separate process, to measure its peak
memory; no other program should run at the same time. The benchmark prints seconds, the ratio to
bulk loading, and peak memory in MB. The time for making up the documents is not included.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

from documents import made_up
from results import write_results

from kg.queries import run
from kg.rdf import document_quads, study_iris
from kg.reason import materialise
from kg.statements import statement_quads
from kg.store import EmbeddedGraph, ontology_quads, render_quads
from kg.store.loading import LOAD_BYTES, Loader
from ontology import embedded, rdf
from ontology.graphs import INFERRED_GRAPH, ONTOLOGY_GRAPH
from ontology.validation import validate_store

QUERIES = ("graph-summary", "applications", "colloidal-ald-systems")
CLAIMS = 40

Found = dict[str, float]


def write_files(folder: Path, triples: int, seed: int) -> Found:
    """Write N-Quads like a build, some megabytes per file, until there are enough triples."""
    waiting, made, documents = bytearray(render_quads(ontology_quads())), 0, 0
    files = count()

    def put() -> None:
        (folder / f"{next(files):04}.nq").write_bytes(waiting)
        waiting.clear()

    for document in made_up(seed, claims=CLAIMS):
        quads = list(document_quads(document, study_iris([document])))
        waiting += render_quads(quads)
        made, documents = made + len(quads), documents + 1
        if len(waiting) > LOAD_BYTES:
            put()
        if made >= triples:
            break
    put()
    return {"documents": documents, "claims": CLAIMS * documents}


def load(files: Path, directory: Path) -> Found:
    store = embedded.Store(str(directory))
    loader = Loader(store, directory)
    for file in sorted(files.iterdir()):
        loader.load(file.read_bytes())
    loader.finish()
    store.optimize()
    store.flush()
    return {"triples": _triples(store)}


def _triples(store: embedded.Store) -> int:
    """Return the number of distinct triples of the default graph, without the ontology."""
    all_of_them = sum(1 for _ in store.quads_for_pattern(None, None, None, rdf.DefaultGraph()))
    ontology = rdf.NamedNode(ONTOLOGY_GRAPH)
    return all_of_them - sum(1 for _ in store.quads_for_pattern(None, None, None, ontology))


def believe(directory: Path) -> Found:
    store = embedded.Store(str(directory))
    believed = list(statement_quads(store))
    store.bulk_extend(believed)
    store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in believed)
    store.flush()
    return {"triples": len(believed)}


def infer(directory: Path) -> Found:
    store = embedded.Store(str(directory))
    materialise(store)
    store.flush()
    inferred = rdf.NamedNode(INFERRED_GRAPH)
    return {"triples": sum(1 for _ in store.quads_for_pattern(None, None, None, inferred))}


def check(directory: Path) -> Found:
    found = validate_store(embedded.Store.read_only(str(directory)), limit=10)
    if found:
        raise SystemExit(f"the made-up graph is not sound: {found[0]}")
    return {}


def ask(directory: Path, name: str) -> Found:
    store = EmbeddedGraph(embedded.Store.read_only(str(directory)), directory)
    return {"rows": len(run(store, name))}


def _timed(work: Callable[..., Found], arguments: tuple[object, ...]) -> Found:
    started = time.perf_counter()
    found = work(*arguments)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**found, "seconds": seconds, "peak_mb": peak}


def step(work: Callable[..., Found], *arguments: object) -> Found:
    """Run one step in a separate process; return its figures, seconds and peak memory."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_timed, work, arguments).result()


def measure(folder: Path, triples: int, seed: int) -> dict[str, float]:
    files, directory = folder / "files", folder / "store"
    files.mkdir()
    results = step(write_files, files, triples, seed)
    results = {name: results[name] for name in ("documents", "claims")}
    loading = step(load, files, directory)
    shutil.rmtree(files)
    results |= {f"load_{name}": value for name, value in loading.items()}
    steps = {
        "belief": (believe, directory),
        "rules": (infer, directory),
        "shapes": (check, directory),
        **{f"query_{name}": (ask, directory, name) for name in QUERIES},
    }
    for name, (work, *arguments) in steps.items():
        found = step(work, *arguments)
        found["ratio"] = found["seconds"] / loading["seconds"]
        results |= {f"{name}_{key}": value for key, value in found.items()}
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work, on a disk with 2 GB free")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        write_results(measure(Path(folder), arguments.triples, arguments.seed), arguments.output)


if __name__ == "__main__":
    main()
