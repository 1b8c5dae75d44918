"""Claims read in damaged text compared with those in the clean text, by kind of damage.

    PYTHONPATH=. python benchmarks/damage.py [TEXT...] [--seed 1] [--output FILE]

Without a text, the bundled notes and the project's own evaluation texts are used. Each text is
damaged in the ways of old fonts and converters (``tests/data/damage.py``), one kind at a time, and
read again. For each kind, the benchmark prints the share of claims common to the clean and the
damaged text (1.0: the same claims, no more and no less) over the texts that the damage changes, and
the mean of all kinds.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from results import write_results

import corpus
from corpus.frontmatter import has_front_matter
from tests.data.damage import DAMAGES, claims_of, pair

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "tests" / "data" / "evaluation"

read = cache(claims_of)


def body(path: Path) -> str:
    """Return the text of a file; for a note without its front matter, which no font prints."""
    text = path.read_text(encoding="utf-8")
    return text.split("\n---", 1)[1].lstrip("-\n") if has_front_matter(text) else text


def agreement(name: str, texts: Sequence[str], seed: int) -> tuple[int, int, int]:
    """Return the numbers of texts changed, of claims in both readings, and of claims in either."""
    changed = common = either = 0
    for number, text in enumerate(texts):
        clean, damaged = pair(name, text, f"{seed} {number}")
        if damaged != clean:
            before, after = read(clean), claims_of(damaged)
            changed += 1
            common += len(before & after)
            either += len(before | after)
    return changed, common, either


def shares(texts: Sequence[str], seed: int) -> dict[str, float]:
    found: dict[str, float] = {}
    common = either = 0
    for name in DAMAGES:
        changed, both, all_ = agreement(name, texts, seed)
        if changed:
            found[name] = both / all_
        common, either = common + both, either + all_
    return found | {"all kinds": common / either}


def texts_of(paths: Sequence[Path]) -> list[str]:
    chosen = paths or (*corpus.bundled_notes(), *sorted(EVALUATION.glob("*/texts/*.txt")))
    return [body(path) for path in corpus.find_papers(chosen)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    texts = texts_of(arguments.paths)
    write_results({"texts": len(texts), **shares(texts, arguments.seed)}, arguments.output)


if __name__ == "__main__":
    main()
