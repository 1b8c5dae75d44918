"""First reports of things in this corpus: terms by the years of their studies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.analytics.facts import Facts, Use
from kg.analytics.trends import TRENDING
from kg.maps.model import Answer, Mark, Span, Timeline
from kg.table import Iri, Row, Table

COLUMNS = (
    *("term", "year", "study", "is_first", "role", "sentence", "place", "term_iri", "study_iri"),
)


def timeline(facts: Facts, *, kind: str = "process", at_least: int = 1, count: int = 30) -> Answer:
    """Return the first report of each term of a kind, and the years of later ones.

    Parameters
    ----------
    facts
        The graph.
    kind
        A name of :data:`kg.analytics.trends.TRENDING`.
    at_least
        The least number of dated studies of a term.
    count
        The greatest number of terms; those with most studies are kept.

    Notes
    -----
    Only studies with a claim count. The first report in this corpus need not be the first in the
    literature.
    """
    uses = _by_term(facts, kind)
    dated = {
        term: [use for use in found if facts.studies[use.study].year is not None]
        for term, found in uses.items()
    }
    known = {term: found for term, found in dated.items() if len(_studies(found)) >= at_least}
    known = {term: found for term, found in known.items() if found}
    ranked = sorted(known, key=lambda term: (-len(_studies(known[term])), facts.label(term), term))
    shown = sorted(
        ranked[:count], key=lambda term: (_year(facts, known[term][0]), facts.label(term))
    )
    rows = tuple(row for term in shown for row in _rows(facts, term, known[term]))
    spans = tuple(_span(facts, term, known[term]) for term in shown)
    undated = {use.study for found in uses.values() for use in found} - {
        use.study for found in dated.values() for use in found
    }
    return Answer(
        title=f"First reports by {kind}",
        description=(
            f"{len(spans)} terms, one line each, by the year of their first study in this corpus;"
            " smaller marks are later years."
        ),
        picture=Timeline(spans=spans) if spans else None,
        table=Table(columns=COLUMNS, rows=rows),
        notes=tuple(_notes(len(ranked) - len(shown), len(undated))),
        pair=("term", "year"),
    )


def _by_term(facts: Facts, kind: str) -> Mapping[str, Sequence[Use]]:
    """Return the uses of each term, the earliest first."""
    roles = TRENDING[kind]
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in facts.uses:
        is_meant = use.role in roles if roles else facts.kind(use.thing) == kind
        if is_meant and use.study in facts.told:
            found[facts.family(use.thing)].append(use)
    for uses in found.values():
        uses.sort(key=lambda use: (_year(facts, use), facts.label(use.study), use.place))
    return found


def _year(facts: Facts, use: Use) -> int:
    return facts.studies[use.study].year or 0


def _studies(uses: Iterable[Use]) -> set[str]:
    return {use.study for use in uses}


def _rows(facts: Facts, term: str, uses: Sequence[Use]) -> Iterable[Row]:
    """Yield one row for each study, with its first sentence."""
    by_study = {use.study: use for use in reversed(uses)}
    first = _year(facts, uses[0])
    for use in sorted(
        by_study.values(), key=lambda use: (_year(facts, use), facts.label(use.study))
    ):
        year = _year(facts, use)
        yield (
            *(facts.label(term), year, facts.label(use.study)),
            *("yes" if year == first else None, use.role, use.sentence or None, use.place or None),
            *(Iri(term), Iri(use.study)),
        )


def _span(facts: Facts, term: str, uses: Sequence[Use]) -> Span:
    by_year: defaultdict[int, set[str]] = defaultdict(set)
    for use in uses:
        by_year[_year(facts, use)].add(use.study)
    label, (first, *_) = facts.label(term), sorted(by_year)
    years = tuple(
        (
            year,
            len(studies),
            Mark(
                title=f"{label}, {year}{' (first here)' if year == first else ''}:"
                f" {facts.labels(studies)}",
                rows=(label, str(year)),
            ),
        )
        for year, studies in sorted(by_year.items())
    )
    named = sorted(facts.label(study) for study in by_year[first])
    more = f" and {len(named) - 1} more" if len(named) > 1 else ""
    return Span(label=label, first=named[0] + more, years=years)


def _notes(more: int, undated: int) -> Iterable[str]:
    if more:
        yield f"Terms of this graph that are not shown: {more}."
    if undated:
        yield f"Studies without a year, left out: {undated}."
