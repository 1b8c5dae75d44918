"""How often each rule fires, and how often it is right: ``python -m kg.extract.coverage DIR...``.

Each directory holds ``claims.jsonl`` and the texts that it annotates in ``texts/``. A rule that
fires in fewer than two documents has no support; see CONTRIBUTING.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from kg.claims import to_record
from kg.evaluate import evaluate
from kg.extract.extractor import extract


@dataclass
class Support:
    """Claims of one rule on annotated texts: right, wrong, and the documents they stand in."""

    right: int = 0
    wrong: int = 0
    documents: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of right claims; 0 without any."""
        total = self.right + self.wrong
        return self.right / total if total else 0.0


def support(directories: Sequence[Path]) -> dict[str, Support]:
    """The support of every rule that fires, by the name of the rule."""
    rules: defaultdict[str, Support] = defaultdict(Support)
    for directory in directories:
        for rule, document, is_right in _claims(directory):
            rules[rule].right += is_right
            rules[rule].wrong += not is_right
            rules[rule].documents[f"{directory.name}/{document}"] += 1
    return dict(rules)


def _claims(directory: Path) -> Iterator[tuple[str, str, bool]]:
    lines = (directory / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    for path in sorted((directory / "texts").glob("*.txt")):
        paper = corpus.read(path)
        wanted = [claim for claim in gold if claim["doc"] == paper.id]
        for claim in extract(paper):
            one = evaluate(wanted, [to_record(claim)])
            yield claim.evidence.rule, paper.id, one.scores["strict"]["all"].precision > 0


def main() -> None:
    """Print the table, rules with the least support first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directories", nargs="+", type=Path)
    rules = support(parser.parse_args().directories)
    write = sys.stdout.write
    write(f"{'rule':32} {'documents':>9} {'right':>6} {'wrong':>6} {'precision':>9}\n")
    for name, found in sorted(rules.items(), key=lambda item: (len(item[1].documents), item[0])):
        write(
            f"{name:32} {len(found.documents):9} {found.right:6} {found.wrong:6} "
            f"{found.precision:9.2f}\n"
        )


if __name__ == "__main__":
    main()
