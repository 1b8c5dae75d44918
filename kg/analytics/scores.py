"""Link prediction scores of pairs, and how well they find known pairs.

A pair of a relation (core and coating, say) is likely if things like the first were combined with
the second. The score is tested on known pairs: each is hidden in turn, and should outrank the pairs
that no study reports. The baseline ranks pairs only by their numbers of partners. A score that is
no better than that only finds things that are studied often.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

#: Least number of hidden pairs for a meaningful test.
ENOUGH: Final = 20
#: Greatest number of hidden pairs; from more pairs a sample with a fixed seed is drawn.
MOST_HIDDEN: Final = 300
#: Greatest number of unreported pairs that each hidden pair is compared with.
MOST_UNREPORTED: Final = 2_000
SEED: Final = 7

Pair = tuple[str, str]
Score = Callable[["Partners", Pair], float]


@dataclass(frozen=True, slots=True)
class Partners:
    """A relation as the partners of each first and each second thing."""

    of_first: Mapping[str, frozenset[str]]
    of_second: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Partners:
        """Return the partners in these pairs."""
        first: defaultdict[str, set[str]] = defaultdict(set)
        second: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            first[one].add(other)
            second[other].add(one)
        return cls(_frozen(first), _frozen(second))

    def without(self, pair: Pair) -> Partners:
        """Return the same relation without one pair."""
        first, second = pair
        return Partners(
            {**self.of_first, first: self.of_first[first] - {second}},
            {**self.of_second, second: self.of_second[second] - {first}},
        )


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}


def three_link_paths(partners: Partners, pair: Pair) -> float:
    """Return the score of a pair: paths first - other second - other first - second, weighted.

    Each path counts ``1 / sqrt(k1 * k2)``, where k1 and k2 are the numbers of partners of the two
    things between, so that paths through hubs count less.

    References
    ----------
    I. A. Kovács et al., "Network-based prediction of protein interactions", Nat. Commun. 10, 1240
    (2019), doi:10.1038/s41467-019-09177-y.

    Examples
    --------
    >>> known = Partners.of([("PbS", "CdS"), ("PbS", "Al2O3"), ("PbSe", "CdS")])
    >>> three_link_paths(known, ("PbSe", "Al2O3"))
    0.5
    """
    first, second = pair
    others = partners.of_second.get(second, frozenset())
    return round(
        sum(
            1 / math.sqrt(len(partners.of_second[between]) * len(partners.of_first[other]))
            for between in sorted(partners.of_first.get(first, frozenset()) - {second})
            for other in sorted((partners.of_second[between] & others) - {first})
        ),
        9,
    )


def number_of_partners(partners: Partners, pair: Pair) -> float:
    """Return the baseline score: partners of the first times partners of the second."""
    first, second = pair
    none = frozenset[str]()
    return len(partners.of_first.get(first, none)) * len(partners.of_second.get(second, none))


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOut:
    """The areas under the ROC curve of two scores for hidden pairs, and the number of pairs."""

    hidden: int
    area: float
    baseline: float
    gain_error: float

    @property
    def verdict(self) -> str:
        """The conclusion from the numbers, in words."""
        if self.hidden < ENOUGH:
            return f"too few pairs to judge ({self.hidden}, {ENOUGH} are needed)"
        gain = self.area - self.baseline
        if gain > 2 * self.gain_error:
            return "better than the baseline"
        if gain < -2 * self.gain_error:
            return "worse than the baseline: do not use"
        return "no better than the baseline"


def hold_out(pairs: Iterable[Pair]) -> HoldOut:
    """Hide each pair in turn, and compare its score with those of all unreported pairs.

    Returns
    -------
    The areas under the ROC curve: the frequency with which a hidden pair outranks an unreported
    one, where ties count half (0.5 is chance). ``gain_error`` is the standard error of the
    difference.

    Notes
    -----
    Pairs with an end that has no other pair cannot be found by any score and are not hidden. Some
    unreported pairs are true, so that the areas are too low rather than too high. O(hidden *
    unreported * paths).
    """
    known = sorted(set(pairs))
    whole = Partners.of(known)
    unreported = _drawn(open_pairs(whole, known), MOST_UNREPORTED)
    hidden = [p for p in known if len(whole.of_first[p[0]]) > 1 and len(whole.of_second[p[1]]) > 1]
    hidden = _drawn(hidden, MOST_HIDDEN)
    areas = [
        tuple(_area(score, whole.without(pair), pair, unreported) for score in _SCORES)
        for pair in hidden
        if unreported
    ]
    if not areas:
        return HoldOut(hidden=0, area=0.5, baseline=0.5, gain_error=0.0)
    gains = [area - baseline for area, baseline in areas]
    mean = sum(gains) / len(gains)
    variance = sum((gain - mean) ** 2 for gain in gains) / max(1, len(gains) - 1)
    return HoldOut(
        hidden=len(areas),
        area=round(sum(area for area, _ in areas) / len(areas), 3),
        baseline=round(sum(baseline for _, baseline in areas) / len(areas), 3),
        gain_error=round(math.sqrt(variance / len(gains)), 3),
    )


def open_pairs(whole: Partners, known: Iterable[Pair]) -> list[Pair]:
    """Return every pair of a first and a second thing that is not among the known ones."""
    every = {pair for pair in product(whole.of_first, whole.of_second) if pair[0] != pair[1]}
    return sorted(every - set(known))


def _drawn(pairs: list[Pair], count: int) -> list[Pair]:
    """Return all pairs, or a sample of them drawn with a fixed seed."""
    if len(pairs) <= count:
        return pairs
    return sorted(random.Random(SEED).sample(pairs, count))  # noqa: S311


_SCORES: Final[tuple[Score, Score]] = (three_link_paths, number_of_partners)


def _area(score: Score, partners: Partners, pair: Pair, unreported: Iterable[Pair]) -> float:
    own = score(partners, pair)
    others = [score(partners, other) for other in unreported]
    below = sum(other < own for other in others)
    return (below + sum(other == own for other in others) / 2) / len(others)
