"""Which pairs may come next: paths of three links, held against a count of studies.

A pair of a relation (core and coating, say) is likely if things like the first already met the
second. The score is tested on what is known: each known pair is hidden in turn, and must outrank
the pairs that nobody reports. What ranks pairs by their numbers of partners alone is the baseline;
a score that does not beat it has learned nothing but what is popular.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from kg.analytics.facts import Facts
from kg.analytics.pairs import RELATIONS, pairs_of, studies_with
from kg.table import Row, Table

#: So many known pairs must be hidden in turn for the test to say something.
ENOUGH: Final = 20
#: Of larger relations so many pairs are drawn and hidden, with a fixed seed.
MOST_HIDDEN: Final = 300
#: ... and compared with so many unreported ones.
MOST_UNREPORTED: Final = 2_000
SEED: Final = 7

COLUMNS = ("rank", "first", "second", "score", "baseline_rank", "like", "both_in", "trust")
QUALITY_COLUMNS = (
    *("relation", "firsts", "seconds", "known_pairs", "hidden_pairs"),
    *("area_under_curve", "area_of_baseline", "error_of_difference", "verdict"),
)

Pair = tuple[str, str]
Score = Callable[["Partners", Pair], float]


@dataclass(frozen=True, slots=True)
class Partners:
    """A relation as two lists of partners."""

    of_first: Mapping[str, frozenset[str]]
    of_second: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Partners:
        """The partners in these pairs."""
        first: defaultdict[str, set[str]] = defaultdict(set)
        second: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            first[one].add(other)
            second[other].add(one)
        return cls(_frozen(first), _frozen(second))

    def without(self, pair: Pair) -> Partners:
        """The same relation but for one pair."""
        first, second = pair
        return Partners(
            {**self.of_first, first: self.of_first[first] - {second}},
            {**self.of_second, second: self.of_second[second] - {first}},
        )


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}


def three_link_paths(partners: Partners, pair: Pair) -> float:
    """Paths first - other second - other first - second, those through hubs counting less.

    Each path counts ``1 / sqrt(k1 * k2)`` with the numbers of partners of the two things between.

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
    """The baseline: partners of the first times partners of the second."""
    first, second = pair
    none = frozenset[str]()
    return len(partners.of_first.get(first, none)) * len(partners.of_second.get(second, none))


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOut:
    """How well two scores find hidden pairs: areas under the curve, and how many were hidden."""

    hidden: int
    area: float
    baseline: float
    gain_error: float

    @property
    def verdict(self) -> str:
        """What the numbers allow to say, in words."""
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
    The areas under the ROC curve: how often a hidden pair outranks an unreported one, ties counting
    half (0.5 is chance). ``gain_error`` is the standard error of the difference.

    Notes
    -----
    Pairs with an end that has no other pair cannot be found by any score and are not hidden. Some
    unreported pairs are true, so that the areas are too low rather than too high. O(hidden *
    unreported * paths).
    """
    known = sorted(set(pairs))
    whole = Partners.of(known)
    unreported = _drawn(_open_pairs(whole, known), MOST_UNREPORTED)
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


def _open_pairs(whole: Partners, known: Iterable[Pair]) -> list[Pair]:
    every = {pair for pair in product(whole.of_first, whole.of_second) if pair[0] != pair[1]}
    return sorted(every - set(known))


def _drawn(pairs: list[Pair], count: int) -> list[Pair]:
    """All pairs, or so many of them drawn with a fixed seed."""
    if len(pairs) <= count:
        return pairs
    return sorted(random.Random(SEED).sample(pairs, count))  # noqa: S311


_SCORES: Final[tuple[Score, Score]] = (three_link_paths, number_of_partners)


def _area(score: Score, partners: Partners, pair: Pair, unreported: Iterable[Pair]) -> float:
    own = score(partners, pair)
    others = [score(partners, other) for other in unreported]
    below = sum(other < own for other in others)
    return (below + sum(other == own for other in others) / 2) / len(others)


def quality_table(facts: Facts) -> Table:
    """How well pairs of each relation are predicted, beside the baseline."""
    rows: list[Row] = []
    for relation in RELATIONS:
        pairs = pairs_of(facts, relation)
        test = hold_out(pairs.studies)
        sizes = (len(pairs.firsts), len(pairs.seconds), len(pairs.studies))
        numbers = (test.hidden, *((test.area, test.baseline) if test.hidden else (None, None)))
        rows.append((relation, *sizes, *numbers, test.gain_error or None, test.verdict))
    return Table(columns=QUALITY_COLUMNS, rows=tuple(rows))


def prediction_table(facts: Facts, *, relation: str = "core-coating", count: int = 20) -> Table:
    """The unreported pairs of a relation with the highest scores.

    Returns
    -------
    ``like`` names the known pairs that speak for the new one, ``both_in`` the studies that have
    both without a link between them. ``baseline_rank`` is its rank by
    numbers of partners alone. ``trust`` says in each row what the hold-out test allows: a rank is
    an idea, not a finding.
    """
    studies = pairs_of(facts, relation).studies
    known = Partners.of(studies)
    trust = hold_out(studies).verdict
    open_pairs = _open_pairs(known, studies)
    used = studies_with(facts)
    baseline = sorted(open_pairs, key=lambda pair: (-number_of_partners(known, pair), pair))
    ranks = {pair: rank for rank, pair in enumerate(baseline, start=1)}
    scored = [(three_link_paths(known, pair), pair) for pair in open_pairs]
    best = sorted((item for item in scored if item[0] > 0), key=lambda item: (-item[0], item[1]))
    rows: list[Row] = []
    for rank, (score, pair) in enumerate(best[:count], start=1):
        labels = (facts.label(pair[0]), facts.label(pair[1]))
        both = facts.labels(used[pair[0]] & used[pair[1]]) or None
        like = _like(facts, known, pair)
        rows.append((rank, *labels, round(score, 3), ranks[pair], like, both, trust))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _like(facts: Facts, known: Partners, pair: Pair, count: int = 3) -> str:
    """First things that met the second and share a partner with the first, most shared first."""
    first, second = pair
    shared = {
        other: len(known.of_first[other] & known.of_first[first])
        for other in known.of_second[second]
    }
    ordered = sorted(shared, key=lambda other: (-shared[other], facts.label(other)))
    return ", ".join(
        f"{facts.label(other)} with {facts.label(second)}"
        for other in ordered[:count]
        if shared[other]
    )
