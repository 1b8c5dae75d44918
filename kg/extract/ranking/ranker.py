"""Outcomes that are unlikely: the weights, and the statements that they take back."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from kg.extract.ranking.features import Told, features
from kg.extract.reading import Reading
from kg.extract.statements import Statement
from kg.extract.version import NAME
from kg.model import Outcome

#: Where the weights stand, beside this module.
WEIGHTS: Final = "weights.json"
#: Why a statement makes no claim, as ``aldkg explain`` prints it.
UNLIKELY: Final = "the ranker finds it unlikely: sentences built like this one seldom tell it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A logistic model: outcomes with a probability below ``least`` are taken back."""

    bias: float
    least: float
    of: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        """How likely an outcome with these features is right, 0 to 1.

        Examples
        --------
        >>> even = Weights(bias=0.0, least=0.4, of={"own": 2.0})
        >>> even.probability({}), round(even.probability({"own": 1.0, "never seen": 1.0}), 2)
        (0.5, 0.88)
        """
        score = self.bias + sum(self.of.get(name, 0.0) * value for name, value in found.items())
        return 1 / (1 + math.exp(-score))


@cache
def weights() -> Weights:
    """The weights that come with the package."""
    text = files("kg.extract.ranking").joinpath(WEIGHTS).read_text(encoding="utf-8")
    table = json.loads(text)
    return Weights(bias=table["bias"], least=table["least"], of=table["weights"])


def without_unlikely(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    model: Weights | None = None,
) -> list[Statement]:
    """The statements of a document, unlikely outcomes marked as dropped.

    Parameters
    ----------
    readings
        The sentences of the document.
    statements
        What the readers found in them; only what our rules found is judged.
    model
        The weights; those of the package if none are given.
    """
    model = model or weights()
    unlikely = {
        id(told.statement)
        for told in outcomes_told(readings, statements)
        if model.probability(features(told)) < model.least
    }
    return [replace(s, dropped=UNLIKELY) if id(s) in unlikely else s for s in statements]


def outcomes_told(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
) -> Iterator[Told]:
    """Every outcome of our rules that may make a claim, with what the ranker looks at."""
    outcomes = [
        statement
        for statement in statements
        if not statement.dropped
        and isinstance(statement.finding.content, Outcome)
        and statement.finding.reader.startswith(f"{NAME}/")
    ]
    for statement in outcomes:
        yield Told(
            statement=statement,
            reading=readings[statement.sentence],
            outcomes=outcomes,
            sentences=len(readings),
        )
