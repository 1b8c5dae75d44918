"""Trends: terms by the years of the studies that used them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from statistics import median_low
from typing import Final

from kg.analytics.facts import Facts
from kg.table import Table

#: Kind of term -> roles of the uses that count; if empty, all uses of things of that kind.
TRENDING: Final[Mapping[str, tuple[str, ...]]] = {
    "process": (),
    "material": (),
    "precursor": ("precursor",),
    "property": (),
    "technique": (),
    "application": (),
}
#: Greatest probability by chance of a difference that is called a trend.
_SURE: Final = 0.05

COLUMNS = (
    *("kind", "term", "studies", "first_year", "last_year", "split_after", "share_before"),
    *("share_since", "trend", "chance", "by_year"),
)


def trend_table(facts: Facts, *, kind: str = "process", at_least: int = 2) -> Table:
    """Return terms with the years of their studies.

    Parameters
    ----------
    facts
        The graph.
    kind
        A name of :data:`TRENDING`.
    at_least
        The least number of studies of a term.

    Returns
    -------
    Only studies with a claim and with a term of the kind count. Their years are split into two
    halves with about the same number of studies: ``share_before`` and ``share_since`` are the
    shares of the studies up to and after ``split_after`` that have the term. ``chance`` is the
    two-sided probability of such a difference if the term has no trend (Fisher's exact test).
    At 0.05 and above there is *no clear trend*.

    Notes
    -----
    Linear in the uses. A selected corpus shows its selection, not the literature. Of twenty terms
    without a trend, one seems to have one.

    References
    ----------
    R. A. Fisher, "On the interpretation of χ² from contingency tables, and the calculation of P",
    J. R. Stat. Soc. 85, 87 (1922), doi:10.2307/2340521.
    """
    terms = _studies_by_term(facts, kind)
    dated = {
        study: year
        for studies in terms.values()
        for study in studies
        if (year := facts.studies[study].year) is not None
    }
    if not dated:
        return Table(columns=COLUMNS)
    split = median_low(dated.values())
    earlier = sum(year <= split for year in dated.values())
    rows = []
    for thing, studies in terms.items():
        years = sorted(dated[study] for study in studies if study in dated)
        if len(years) >= at_least:
            rows.append((kind, facts.label(thing), *_row(years, split, earlier, len(dated))))
    rows.sort(key=lambda row: (-int(row[2]), str(row[1])))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _studies_by_term(facts: Facts, kind: str) -> Mapping[str, frozenset[str]]:
    roles = TRENDING[kind]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for use in facts.uses:
        is_meant = use.role in roles if roles else facts.kind(use.thing) == kind
        if is_meant and use.study in facts.told:
            found[facts.family(use.thing)].add(use.study)
    return {thing: frozenset(studies) for thing, studies in sorted(found.items())}


def _row(years: list[int], split: int, earlier: int, studies: int) -> tuple[int | float | str, ...]:
    before = sum(year <= split for year in years)
    since, later = len(years) - before, studies - earlier
    chance = fisher_exact(before, earlier - before, since, later - since)
    shares = (before / earlier, since / later if later else 0.0)
    trend = (
        "no clear trend" if chance >= _SURE else "rising" if shares[1] > shares[0] else "falling"
    )
    listed = ", ".join(f"{year}: {count}" for year, count in sorted(Counter(years).items()))
    return (
        *(len(years), years[0], years[-1], split, *(round(share, 3) for share in shares)),
        *(trend, round(chance, 4), listed),
    )


def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided p value of Fisher's exact test for two rows ``a b`` and ``c d``.

    >>> round(fisher_exact(3, 1, 1, 3), 4)
    0.4857
    """
    rows, column, whole = a + b, a + c, a + b + c + d

    def probability(x: int) -> float:
        return math.comb(rows, x) * math.comb(whole - rows, column - x) / math.comb(whole, column)

    own = probability(a) * (1 + 1e-9)
    span = range(max(0, column - (whole - rows)), min(rows, column) + 1)
    return min(1.0, sum(p for p in map(probability, span) if p <= own))
