"""Named questions on a graph and on one several times as large: the growth of their time.

    PYTHONPATH=. python benchmarks/questions.py [QUESTION...] [--documents 100] [--times 4]

The documents are made up (``documents.py``). The benchmark prints the least milliseconds of each
question on both graphs and their ratio, the highest last: the ratio is ``--times`` if the time
grows in proportion to the graph, and its square if every row is compared with every other.
Questions that need a value are left out.

    PYTHONPATH=. python benchmarks/questions.py --store STORE [--seconds 10] [--output F]

asks each question on an existing graph, once with the values of its example (with a study of the
graph if it takes one) and once without values: processor milliseconds, up to the limit of seconds.
Each answer is computed in a separate process.

    PYTHONPATH=. python benchmarks/questions.py --store STORE --pages [--output F]

asks for three pages of 150 rows of each question, with the values of its example and without
values: the first page, the next one and one in the middle of the answer. It prints the processor
milliseconds for listing the groups to search, once, and for each page with its number of rows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from documents import made_up
from growth import write_files
from results import write_results

from kg.build import build
from kg.grounding import prepare
from kg.material_classes import material_classes
from kg.queries import NamedQuery, Pages, load_queries, run
from kg.queries.paging import PATIENCE, Place, patience_left
from kg.store import EmbeddedGraph

Result = TypeVar("Result")
#: Rows of a page, as the service shows them.
_PAGE = 150


def graph_of(count: int, folder: Path) -> EmbeddedGraph:
    """Return a graph of a number of made-up documents, built as by ``aldkg build``."""
    files = write_files(
        folder / f"files-{count}", islice(made_up(1, claims=12, references=3), count)
    )
    store = folder / f"store-{count}"
    build([files], store)
    return EmbeddedGraph.open(store)


def milliseconds(graph: EmbeddedGraph, name: str, runs: int) -> float:
    """Return the least processor time of an answer with all its rows read."""

    def once() -> float:
        started = time.process_time()
        run(graph, name)
        return time.process_time() - started

    return min(once() for _ in range(runs)) * 1e3


def growth(
    names: Iterable[str], small: EmbeddedGraph, large: EmbeddedGraph, runs: int
) -> list[tuple[float, str, float, float]]:
    """Return ratio, question, milliseconds on both graphs, sorted with the highest ratio last."""
    times = [
        (name, milliseconds(small, name, runs), milliseconds(large, name, runs)) for name in names
    ]
    return sorted((more / less, name, less, more) for name, less, more in times)


def on_store(store: Path, names: Iterable[str], seconds: int) -> dict[str, float]:
    """Return the milliseconds of each question on a graph; the limit if it was stopped."""
    found: dict[str, float] = {}
    for name, query, values in cases(store, names):
        found[name] = _limited(store, query.name, values, seconds)
        print(f"{name:46} {found[name]:9.1f}", flush=True)
    return found


def pages_on_store(store: Path, names: Iterable[str], seconds: int) -> dict[str, float | int]:
    """Return the milliseconds and rows of some pages of each question on a graph."""
    prepare()  # a worker of the service has the tables of names from the start
    material_classes()
    found: dict[str, float | int] = {}
    for name, query, values in cases(store, names):
        answer = _in_process(partial(_some_pages, store, query, values), seconds)
        told = answer or {"ended_ms": 1000 * seconds}
        found |= {f"{name} {what}": value for what, value in told.items()}
        print(f"{name:46} {told}", flush=True)
    return found


def cases(store: Path, names: Iterable[str]) -> Iterator[tuple[str, NamedQuery, Mapping[str, str]]]:
    """Yield each question with the values of its example, if it has any, and without values."""
    study = str(run(EmbeddedGraph.open(store), "studies").column("study")[0])
    for query in (load_queries()[name] for name in names):
        if values := _filled(query, study):
            yield f"{query.name} with_values", query, values
        if not any(param.is_required for param in query.params):
            yield query.name, query, {}


def _some_pages(
    store: Path, query: NamedQuery, values: Mapping[str, str]
) -> dict[str, float | int]:
    """Return figures of the first two pages, and of the one that begins in the middle."""
    graph = EmbeddedGraph.open(store)
    started = time.process_time()
    pages = Pages(graph, query, values)
    found: dict[str, float | int] = {"listed_ms": _since(started)}
    place: Place | None = Place()
    for name in ("first", "next", "middle"):
        started = time.process_time()
        patience = patience_left(pages) if name == "first" else PATIENCE
        page = pages.page(place, limit=_PAGE, patience=patience)
        found |= {f"{name}_ms": _since(started), f"{name}_rows": len(page.table)}
        if page.following is None or pages.is_whole:
            break
        place = page.following
        if name == "next":
            place = Place(group=round(place.group / page.done / 2))
    return found


def _since(started: float) -> float:
    return round(1000 * (time.process_time() - started), 1)


def _filled(query: NamedQuery, study: str) -> dict[str, str]:
    values = dict(query.example)
    studies = {param.name: study for param in query.params if param.type == "study"}
    return {**values, **studies} if studies.keys() & values.keys() or not values else values


def _limited(store: Path, name: str, values: Mapping[str, str], seconds: int) -> float:
    """Return the milliseconds of an answer in a separate process; the limit if it was stopped."""

    def once() -> float:
        graph = EmbeddedGraph.open(store)
        started = time.process_time()
        run(graph, name, values)
        return 1000 * (time.process_time() - started)

    found = _in_process(once, seconds)
    return 1000.0 * seconds if found is None else found


def _in_process(work: Callable[[], Result], seconds: int) -> Result | None:
    """Return the result of a function run in a separate process; ``None`` if it was stopped."""
    theirs, ours = os.pipe()
    if not (pid := os.fork()):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os.write(ours, json.dumps(work()).encode())
        os._exit(0)
    os.close(ours)
    os.waitpid(pid, 0)
    with open(theirs, "rb") as pipe:
        found: Result | None = json.loads(pipe.read() or "null")
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="*")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--store", type=Path, help="a graph that was built before")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--pages", action="store_true", help="some pages of each")
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    questions = load_queries()
    if asked.store:
        ask = pages_on_store if asked.pages else on_store
        found: Mapping[str, object] = ask(asked.store, asked.questions or questions, asked.seconds)
        write_results(found, asked.output)
        return
    free = [
        name for name, query in questions.items() if not any(p.is_required for p in query.params)
    ]
    with tempfile.TemporaryDirectory() as temporary:
        small = graph_of(asked.documents, Path(temporary))
        large = graph_of(asked.documents * asked.times, Path(temporary))
        for ratio, name, less, more in growth(asked.questions or free, small, large, asked.runs):
            print(f"{name:32} {less:9.1f} {more:9.1f} {ratio:6.1f}")


if __name__ == "__main__":
    main()
