"""Fit the ranker to annotated texts: ``python -m kg.extract.ranking.training SET... [--write]``.

Sets are named as for :mod:`kg.extract.coverage`. Each outcome that the rules read is one example,
right or wrong by the contract's comparison. The table printed is measured **leave-document-out**:
the outcomes of a document are judged by weights fitted to the other documents alone. A feature seen
in fewer than two documents gets no weight. Needs the extra ``train`` (scikit-learn).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import corpus
from kg.claims import to_record
from kg.evaluate import evaluate
from kg.extract.coverage import AnnotatedSet, annotated_set
from kg.extract.ranking.features import features
from kg.extract.ranking.ranker import WEIGHTS, Weights, outcomes_told
from kg.extract.settling import settle
from kg.extract.tracing import trace
from kg.model import Outcome

#: An outcome less likely than this is taken back: a claim that is right with a probability below
#: half of F1 costs more than it brings (Lipton, Elkan, Naryanaswamy 2014, the optimal threshold).
LEAST: Final = 0.4
#: The inverse strength of regularisation, chosen leave-document-out.
_STRENGTH: Final = 1.0
#: A feature of fewer documents says more of those texts than of the language.
_DOCUMENTS: Final = 2
_FOLDS: Final = 10
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One outcome of an annotated document, with its features, and whether it is right."""

    source: str
    document: str
    found: dict[str, float]
    is_right: bool


def examples(sets: Sequence[AnnotatedSet]) -> list[Example]:
    """Every outcome that the rules read in the sets and that counts; optional ones are left out."""
    return [example for annotated in sets for example in _of_set(annotated)]


def _of_set(annotated: AnnotatedSet) -> Iterator[Example]:
    lines = annotated.claims.read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    for path in annotated.texts:
        paper = corpus.read(path)
        wanted = [claim for claim in gold if claim["doc"] == paper.id]
        if not wanted:
            continue
        read = trace(paper, rank=False)
        told = {id(t.statement): t for t in outcomes_told(read.readings, read.statements)}
        for claim, behind in settle(paper, read.statements):
            score = evaluate(wanted, [to_record(claim)]).scores["strict"]["all"]
            if not isinstance(claim.content, Outcome) or not score.predicted:
                continue
            for statement in behind:
                yield Example(
                    source=annotated.name,
                    document=f"{annotated.name}/{paper.id}",
                    found=features(told[id(statement)]),
                    is_right=score.precision > 0,
                )


def fit(given: Sequence[Example]) -> Weights:
    """The weights of a logistic regression on examples.

    Raises
    ------
    ImportError
        If scikit-learn is not installed.
    ValueError
        If all examples are right, or all wrong.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if len({example.is_right for example in given}) < len((True, False)):
        raise ValueError("nothing to learn: the examples are all right or all wrong")
    common = _common(given)
    rows = [{n: v for n, v in example.found.items() if n in common} for example in given]
    vectors = DictVectorizer(sparse=False)
    model: Any = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
    model.fit(vectors.fit_transform(rows), [example.is_right for example in given])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    of = {str(name): round(float(weight), _DIGITS) for name, weight in named}
    return Weights(
        bias=round(float(model.intercept_[0]), _DIGITS),
        least=LEAST,
        of={name: weight for name, weight in of.items() if weight},
    )


def _common(given: Sequence[Example]) -> frozenset[str]:
    """The features that occur in two documents at least."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for example in given:
        for name in example.found:
            seen[name].add(example.document)
    return frozenset(name for name, documents in seen.items() if len(documents) >= _DOCUMENTS)


def left_out(given: Sequence[Example]) -> list[float]:
    """The probability of each example by weights that were fitted without its document."""
    documents = sorted({example.document for example in given})
    fold = {document: index % _FOLDS for index, document in enumerate(documents)}
    models = [
        fit([example for example in given if fold[example.document] != number])
        for number in range(min(_FOLDS, len(documents)))
    ]
    return [models[fold[e.document]].probability(e.found) for e in given]


def report(given: Sequence[Example], probabilities: Sequence[float]) -> Iterator[str]:
    """A line a set: right and wrong outcomes, and how many of each the ranker takes back."""
    counts: defaultdict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    for example, probability in zip(given, probabilities, strict=True):
        counts[example.source][example.is_right, probability < LEAST] += 1
        counts["all"][example.is_right, probability < LEAST] += 1
    yield f"{'set':24} {'right':>6} {'lost':>6} {'wrong':>6} {'taken back':>11}"
    for name, count in counts.items():
        right, wrong = (count[r, True] + count[r, False] for r in (True, False))
        yield f"{name:24} {right:6} {count[True, True]:6} {wrong:6} {count[False, True]:11}"


def as_text(fitted: Weights) -> str:
    """The weights as the text of their file, one feature a line."""
    lines = ",\n".join(f"  {json.dumps(name)}: {w}" for name, w in sorted(fitted.of.items()))
    return f'{{\n"bias": {fitted.bias},\n"least": {fitted.least},\n"weights": {{\n{lines}\n}}\n}}\n'


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what the ranker wins, or write its weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=annotated_set)
    parser.add_argument("--write", action="store_true", help="write the weights")
    given = parser.parse_args(arguments)
    found = examples(given.sets)
    sys.stdout.writelines(f"{line}\n" for line in report(found, left_out(found)))
    if given.write:
        (Path(__file__).parent / WEIGHTS).write_text(as_text(fit(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
