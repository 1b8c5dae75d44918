"""Extraction against the bare spaCy pipeline it uses, on the same text, alternating in one process.

    python benchmarks/extraction.py PAPER... [--runs 5]

Prints the median seconds of each, the ratio (extraction / pipeline; 1.0 means as fast), words a
second and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import corpus
from kg.extract import extract
from kg.extract.language import language_model


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    papers = [corpus.read(path) for path in corpus.find_papers(arguments.paths)]
    texts = [passage.text for paper in papers for passage in paper.passages]
    words = sum(len(text.split()) for text in texts)
    nlp = language_model()
    extract(papers[0])  # models and gazetteer are loaded before the clock starts
    pairs = []
    for _ in range(arguments.runs):
        bare = seconds(lambda: list(nlp.pipe(texts)))
        ours = seconds(lambda: [extract(paper) for paper in papers])
        pairs.append((ours, bare))
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(papers)} documents, {words} words, {arguments.runs} runs")
    print(f"extraction       {ours:7.3f} s  {words / ours:9.0f} words/s")
    print(f"bare pipeline    {bare:7.3f} s  {words / bare:9.0f} words/s")
    print(f"ratio            {ratio:7.2f}")
    print(f"peak memory      {peak:7.0f} MB")


if __name__ == "__main__":
    main()
