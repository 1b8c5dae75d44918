"""Extraction against a bare spaCy pipeline (tagger, parser, lemmatizer), and against itself on more
documents.

    python benchmarks/extraction.py [--long PAPER] [--runs 3] [--output FILE]

Measured are the bundled notes and one long document; without `--long` that is the review in
`../shared/seed`, where it is. The two alternate in one process on the same text, by the time of the
processor, so that other programs do not count. For each text it prints the ratio (extraction /
pipeline; 1.0 means as fast) and the growth: the time of a word of all passages in relation to that
of a word of their first half (1.0 means linear), by documents for the notes, by the length of the
document for the long one. It ends in a minute of a processor's time.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from results import write_results
from spacy.language import Language

import corpus
from corpus import Paper
from kg.batch.reading import load_models
from kg.extract import extract
from kg.extract.language import MODEL

REVIEW = Path(__file__).resolve().parents[2] / "shared" / "seed" / "review.txt"


def seconds(action: Callable[[], object]) -> float:
    started = time.process_time()  # other programs on the machine do not count
    action()
    return time.process_time() - started


def extract_all(papers: Sequence[Paper]) -> None:
    for paper in papers:
        extract(paper)


def against_pipeline(papers: Sequence[Paper], nlp: Language, runs: int) -> dict[str, float]:
    texts = [passage.text for paper in papers for passage in paper.passages]
    extract_all(papers)  # what is kept of words and formulas is there before the clock starts
    list(nlp.pipe(texts))
    pairs = []
    for _ in range(runs):
        bare = seconds(lambda: list(nlp.pipe(texts)))
        ours = seconds(lambda: extract_all(papers))
        pairs.append((ours, bare))
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    words = words_of(papers)
    return {
        "documents": len(papers),
        "words": words,
        "extraction_s": ours,
        "pipeline_s": bare,
        "ratio": statistics.median(a / b for a, b in pairs),
        "words_per_s": words / ours,
    }


def growth(papers: Sequence[Paper], half: Sequence[Paper], runs: int) -> float:
    """The time of a word of some papers, in relation to that of a word of half of them."""
    pairs = [
        (seconds(lambda: extract_all(papers)), seconds(lambda: extract_all(half)))
        for _ in range(runs)
    ]
    ratio = statistics.median(whole / part for whole, part in pairs)
    return ratio * words_of(half) / words_of(papers)


def first_half(papers: Sequence[Paper]) -> list[Paper]:
    """Half of the papers, or the first half of the only one."""
    if len(papers) > 1:
        return list(papers[: len(papers) // 2])
    passages = papers[0].passages
    return [replace(papers[0], passages=passages[: len(passages) // 2])]


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
        found["growth"] = growth(papers, first_half(papers), arguments.runs)
        results |= {f"{name}_{key}": value for key, value in found.items()}
    results["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    write_results(results, arguments.output)


if __name__ == "__main__":
    main()
