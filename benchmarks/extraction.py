"""Extraction against a bare spaCy pipeline (tagger, parser, lemmatizer), and its growth with text.

    python benchmarks/extraction.py [--long PAPER] [--runs 3] [--output FILE]

The texts are the bundled notes and one long document; without `--long` this is the review in
`../shared/seed`, if it exists. Extraction and pipeline alternate in one process on the same text.
Processor time is measured, so that other programs have little influence, and the fastest run
counts. For each text the benchmark prints the ratio (extraction / pipeline; 1.0 means as fast) and
the growth: the time of all passages divided by the time of their two halves, one after the other
(1.0 means linear); the notes are split by document, the long document by length. It takes a minute
of processor time.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from results import write_results
from spacy.language import Language

import corpus
from corpus import Paper
from kg.batch.reading import load_models
from kg.extract import extract_all
from kg.extract.text.language import MODEL

REVIEW = Path(__file__).resolve().parents[2] / "shared" / "seed" / "review.txt"


def seconds(action: Callable[[], object]) -> float:
    started = time.process_time()  # other programs on the machine do not count
    action()
    return time.process_time() - started


def against_pipeline(papers: Sequence[Paper], nlp: Language, runs: int) -> dict[str, float]:
    texts = [passage.text for paper in papers for passage in paper.passages]
    list(extract_all(papers))  # fill the caches of words and formulas before the clock starts
    list(nlp.pipe(texts))
    pairs = []
    for _ in range(runs):
        bare = seconds(lambda: list(nlp.pipe(texts)))
        ours = seconds(lambda: list(extract_all(papers)))
        pairs.append((ours, bare))
    ours, bare = (min(column) for column in zip(*pairs, strict=True))
    words = words_of(papers)
    return {
        "documents": len(papers),
        "words": words,
        "extraction_s": ours,
        "pipeline_s": bare,
        "ratio": ours / bare,
        "words_per_s": words / ours,
    }


def growth(papers: Sequence[Paper], runs: int) -> float:
    """Return the time of some papers, or of one, divided by that of their two halves."""
    halves = list(in_halves(papers))
    pairs = [
        (
            seconds(lambda: list(extract_all(papers))),
            sum(seconds(lambda h=h: list(extract_all(h))) for h in halves),
        )
        for _ in range(runs)
    ]
    whole, parts = (min(column) for column in zip(*pairs, strict=True))
    return whole / parts


def in_halves(papers: Sequence[Paper]) -> Iterator[Sequence[Paper]]:
    if len(papers) > 1:
        yield from (papers[::2], papers[1::2])
        return
    passages = papers[0].passages
    middle = len(passages) // 2
    for some in (passages[:middle], passages[middle:]):
        yield [replace(papers[0], passages=some)]


def words_of(papers: Sequence[Paper]) -> int:
    return sum(len(passage.text.split()) for paper in papers for passage in paper.passages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", type=Path, default=REVIEW)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    load_models()
    nlp = spacy.load(MODEL, exclude=["ner"])
    notes = [corpus.read(path) for path in corpus.find_papers(corpus.bundled_notes())]
    measured = {"notes": notes}
    if arguments.long.exists():
        measured["long"] = [corpus.read(arguments.long)]
    results: dict[str, float] = {}
    for name, papers in measured.items():
        found = against_pipeline(papers, nlp, arguments.runs)
        found["growth"] = growth(papers, arguments.runs)
        results |= {f"{name}_{key}": value for key, value in found.items()}
    results["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    write_results(results, arguments.output)


if __name__ == "__main__":
    main()
