"""Extraction against a bare spaCy pipeline (tagger, parser, lemmatizer), and against itself on more
documents.

    python benchmarks/extraction.py [PAPER...] [--runs 5] [--output FILE]

Without a paper: the bundled notes. The two alternate in one process on the same text, by the time
of the processor, so that other programs do not count. Prints the ratio (extraction / pipeline; 1.0
means as fast), the time of a document among 1, 2 and 4 times as many in relation to that among few
(1.0 means linear), and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from results import write_results

import corpus
from corpus import Paper
from kg.extract import extract
from kg.extract.language import MODEL


def seconds(action: Callable[[], object]) -> float:
    started = time.process_time()  # other programs on the machine do not count
    action()
    return time.process_time() - started


def against_pipeline(papers: Sequence[Paper], runs: int) -> dict[str, float]:
    texts = [passage.text for paper in papers for passage in paper.passages]
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.load(MODEL, exclude=["ner"])
    pairs = []
    for _ in range(runs):
        bare = seconds(lambda: list(nlp.pipe(texts)))
        ours = seconds(lambda: [extract(paper) for paper in papers])
        pairs.append((ours, bare))
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {
        "documents": len(papers),
        "words": words,
        "extraction_s": ours,
        "pipeline_s": bare,
        "ratio": statistics.median(a / b for a, b in pairs),
        "words_per_s": words / ours,
    }


def growth(papers: Sequence[Paper], runs: int) -> dict[str, float]:
    """How much longer a document takes among 2 and 4 times as many."""
    times: dict[int, list[float]] = {1: [], 2: [], 4: []}
    for _ in range(runs):
        for factor, found in times.items():
            found.append(seconds(lambda n=factor: [extract(p) for p in list(papers) * n]) / factor)
    once = statistics.median(times[1])
    return {f"times_{factor}": statistics.median(times[factor]) / once for factor in (2, 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    paths = arguments.paths or corpus.bundled_notes()
    papers = [corpus.read(path) for path in corpus.find_papers(paths)]
    extract(papers[0])  # models and gazetteer are loaded before the clock starts
    results = against_pipeline(papers, arguments.runs)
    results |= growth(papers, arguments.runs)
    results["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    write_results(results, arguments.output)


if __name__ == "__main__":
    main()
