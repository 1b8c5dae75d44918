"""Link prediction: pairs that no study reports yet, and the quality of such predictions."""

from __future__ import annotations

from kg.analytics.facts import Facts
from kg.analytics.pairs import RELATIONS, pairs_of, studies_with
from kg.analytics.scores import (
    Pair,
    Partners,
    hold_out,
    number_of_partners,
    open_pairs,
    three_link_paths,
)
from kg.table import Row, Table

COLUMNS = ("rank", "first", "second", "score", "baseline_rank", "like", "both_in", "trust")
QUALITY_COLUMNS = (
    *("relation", "firsts", "seconds", "known_pairs", "hidden_pairs"),
    *("area_under_curve", "area_of_baseline", "error_of_difference", "verdict"),
)


def quality_table(facts: Facts) -> Table:
    """Return the quality of link prediction for each relation, compared with the baseline.

    Returns
    -------
    Each known pair is hidden in turn. ``area_under_curve`` is how often it then outranks a pair
    that nobody reports (0.5 is chance), and ``area_of_baseline`` the same if pairs are ranked by
    their numbers of partners alone. ``verdict`` says whether the difference exceeds two standard
    errors, or that there are too few pairs to judge.

    Notes
    -----
    Some unreported pairs are true, so the areas are too low rather than too high.
    O(hidden * unreported * paths); at most 300 pairs are hidden and 2000 compared with.
    """
    rows: list[Row] = []
    for relation in RELATIONS:
        pairs = pairs_of(facts, relation)
        test = hold_out(pairs.studies)
        sizes = (len(pairs.firsts), len(pairs.seconds), len(pairs.studies))
        numbers = (test.hidden, *((test.area, test.baseline) if test.hidden else (None, None)))
        rows.append((relation, *sizes, *numbers, test.gain_error or None, test.verdict))
    return Table(columns=QUALITY_COLUMNS, rows=tuple(rows))


def prediction_table(facts: Facts, *, relation: str = "core-coating", count: int = 20) -> Table:
    """Return the unreported pairs of a relation with the highest scores.

    Returns
    -------
    ``like`` names the known pairs that suggest the new one, ``both_in`` the studies that have
    both without a link between them. ``baseline_rank`` is its rank by numbers of partners alone.
    ``trust`` says in each row what the hold-out test allows: a rank is an idea, not a finding.

    Notes
    -----
    The score counts paths of three links, first - other second - other first - second; paths
    through hubs count less. O(firsts * seconds * paths), beside the test of ``prediction-quality``.

    References
    ----------
    I. A. Kovács et al., "Network-based prediction of protein interactions", Nat. Commun. 10, 1240
    (2019), doi:10.1038/s41467-019-09177-y.
    """
    studies = pairs_of(facts, relation).studies
    known = Partners.of(studies)
    trust = hold_out(studies).verdict
    unreported = open_pairs(known, studies)
    used = studies_with(facts)
    baseline = sorted(unreported, key=lambda pair: (-number_of_partners(known, pair), pair))
    ranks = {pair: rank for rank, pair in enumerate(baseline, start=1)}
    scored = [(three_link_paths(known, pair), pair) for pair in unreported]
    best = sorted((item for item in scored if item[0] > 0), key=lambda item: (-item[0], item[1]))
    rows: list[Row] = []
    for rank, (score, pair) in enumerate(best[:count], start=1):
        labels = (facts.label(pair[0]), facts.label(pair[1]))
        both = facts.labels(used[pair[0]] & used[pair[1]]) or None
        like = _like(facts, known, pair)
        rows.append((rank, *labels, round(score, 3), ranks[pair], like, both, trust))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _like(facts: Facts, known: Partners, pair: Pair, count: int = 3) -> str:
    """Return known pairs like this one: the same second thing, and a first with shared partners."""
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
