"""Named questions on a graph and on one several times as large: how their time grows.

    PYTHONPATH=. python benchmarks/questions.py [QUESTION...] [--documents 100] [--times 4]

The documents are made up (``documents.py``). Prints the least milliseconds of each question on both
graphs and their ratio, the steepest last: the ratio is ``--times`` if the time grows with the
graph, and its square if every row is compared with every other. Questions that need a value are
left out.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from documents import made_up
from growth import write_files

from kg.build import build
from kg.queries import load_queries, run
from kg.store import EmbeddedGraph


def graph_of(count: int, folder: Path) -> EmbeddedGraph:
    """A graph of so many made-up documents, built as ``aldkg build`` does."""
    files = write_files(
        folder / f"files-{count}", islice(made_up(1, claims=12, references=3), count)
    )
    store = folder / f"store-{count}"
    build([files], store)
    return EmbeddedGraph.open(store)


def milliseconds(graph: EmbeddedGraph, name: str, runs: int) -> float:
    """The least processor time of an answer, all its rows read."""

    def once() -> float:
        started = time.process_time()
        run(graph, name)
        return time.process_time() - started

    return min(once() for _ in range(runs)) * 1e3


def growth(
    names: Iterable[str], small: EmbeddedGraph, large: EmbeddedGraph, runs: int
) -> list[tuple[float, str, float, float]]:
    """Ratio, question, milliseconds on the small and on the large graph; the steepest last."""
    times = [
        (name, milliseconds(small, name, runs), milliseconds(large, name, runs)) for name in names
    ]
    return sorted((more / less, name, less, more) for name, less, more in times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="*")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    questions = load_queries()
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
