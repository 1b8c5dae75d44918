"""Count how often each rule fires and is right: ``python -m kg.extract.coverage SET...``.

A set is a folder with ``claims.jsonl`` and the annotated texts in ``texts/``, or
``CLAIMS=TEXTS`` with a file of claims and the folder, or the one file, of its texts. Each set is
one source. A rule that fires in fewer than two documents of two sources has no support; see
CONTRIBUTING. ``--write`` puts the counts into the table from which confidences are computed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from kg.claims import to_record
from kg.evaluate import evaluate
from kg.extract.confidence import TABLE, smoothed
from kg.extract.rules.catalogue import CARDS
from kg.extract.settle.settling import settle
from kg.extract.tracing import trace


@dataclass
class Support:
    """The right and wrong claims of one rule on annotated texts, and the documents that hold them.

    Claims that the annotation marks as optional are not counted. ``documents`` are
    ``source/document``.
    """

    right: int = 0
    wrong: int = 0
    documents: set[str] = field(default_factory=set)

    @property
    def precision(self) -> float:
        """The share of right claims, 0 to 1; 0 without any claim."""
        total = self.right + self.wrong
        return self.right / total if total else 0.0

    @property
    def sources(self) -> frozenset[str]:
        """The names of the sets to which the documents belong."""
        return frozenset(document.split("/")[0] for document in self.documents)

    @property
    def is_supported(self) -> bool:
        """Whether the rule fires in two documents, and in two sources."""
        return len(self.documents) > 1 and len(self.sources) > 1


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """The annotated texts of one source: a file of claims and the files of texts."""

    name: str
    claims: Path
    texts: tuple[Path, ...]


def annotated_set(argument: str) -> AnnotatedSet:
    """Return the set that an argument of the command names.

    Raises
    ------
    ValueError
        If its claims or its texts are not there.
    """
    claims, _, texts = argument.partition("=")
    path = Path(claims)
    place = Path(texts) if texts else path / "texts"
    path = path if texts else path / "claims.jsonl"
    files = (place,) if place.is_file() else tuple(sorted(place.glob("*.txt")))
    if not path.is_file() or not files:
        raise ValueError(f"{argument}: no claims or no texts found; give a folder or CLAIMS=TEXTS")
    return AnnotatedSet(name=path.stem if texts else path.parent.name, claims=path, texts=files)


def support(sets: Sequence[AnnotatedSet]) -> dict[str, Support]:
    """Return the support of every rule that fires, by the name of the rule."""
    rules: defaultdict[str, Support] = defaultdict(Support)
    for annotated in sets:
        for rule, document, is_right in _claims(annotated):
            rules[rule].documents.add(f"{annotated.name}/{document}")
            if is_right is not None:
                rules[rule].right += is_right
                rules[rule].wrong += not is_right
    return dict(rules)


def _claims(annotated: AnnotatedSet) -> Iterator[tuple[str, str, bool | None]]:
    """Yield each rule behind a claim, its document, and whether the claim is right.

    ``None`` where the annotation marks the claim as optional.
    """
    lines = annotated.claims.read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    for path in annotated.texts:
        paper = corpus.read(path)
        wanted = [claim for claim in gold if claim["doc"] == paper.id]
        for claim, behind in settle(paper, trace(paper).statements) if wanted else ():
            score = evaluate(wanted, [to_record(claim)]).scores["strict"]["all"]
            is_right = score.precision > 0 if score.predicted else None
            rules = {claim.evidence.rule, *(statement.finding.rule for statement in behind)}
            yield from ((rule, paper.id, is_right) for rule in sorted(rules))


def table(rules: Mapping[str, Support]) -> str:
    """Return the counts of the rules as the JSON text of the table for confidences."""
    rows = (
        f"{json.dumps(name)}: "
        + json.dumps(
            {
                "right": found.right,
                "wrong": found.wrong,
                "documents": len(found.documents),
                "sources": len(found.sources),
            }
        )
        for name, found in sorted(rules.items())
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def report(rules: Mapping[str, Support]) -> Iterator[str]:
    """Yield one line for each rule, least supported first, including rules that never fired."""
    yield f"{'rule':32} {'docs':>5} {'sources':>7} {'right':>6} {'wrong':>6} {'precision':>9}" + (
        f" {'confidence':>10}  example"
    )
    known = {name: rules.get(name, Support()) for name in {*rules, *CARDS}}
    order = sorted(
        known.items(), key=lambda item: (item[1].is_supported, len(item[1].documents), item[0])
    )
    for name, found in order:
        card = CARDS.get(name)
        kept = f" [{card.reason}]" if card is not None and card.reason else ""
        yield (
            f"{name:32} {len(found.documents):5} {len(found.sources):7} {found.right:6} "
            f"{found.wrong:6} {found.precision:9.2f} {smoothed(found.right, found.wrong):10.2f}  "
            f"{card.example if card is not None else ''}{kept}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of rules; with ``--write``, also write its counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=annotated_set)
    parser.add_argument("--write", action="store_true", help="write the counts of the rules")
    given = parser.parse_args(arguments)
    rules = support(given.sets)
    if given.write:
        (Path(__file__).parent / TABLE).write_text(table(rules), encoding="utf-8")
    sys.stdout.writelines(f"{line}\n" for line in report(rules))


if __name__ == "__main__":
    main()
