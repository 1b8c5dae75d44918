"""A heat map of two kinds of things: the number of studies that combined each pair.

For a pair without a study the map distinguishes three cases: no study here tried it, a growth
failed, or one of the things is in no study of this corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from kg.analytics.facts import Facts, Outcome
from kg.analytics.gaps import ABSENT, FAILED, NEVER, TOGETHER, UNLINKED, PairState, pair_states
from kg.analytics.names import thing_named
from kg.analytics.pairs import ENDS, Report, meetings_of, pairs_of
from kg.errors import QueryError
from kg.grounding import ground
from kg.maps.model import Answer, Cell, HeatMap, Mark
from kg.table import Iri, Row, Table
from ontology import vocabulary

#: Relation -> the names of its two ends.
ENDS_CALLED: Final[Mapping[str, tuple[str, str]]] = {
    "material-process": ("material", "process"),
    "core-coating": ("core", "shell"),
}
_SEVERAL: Final = {"process": "processes"}
#: State -> its wording in a mark, before the studies.
_TOLD: Final = {
    TOGETHER: "together",
    FAILED: "tried and failed",
    UNLINKED: "both in one study, but no link is stated",
    NEVER: "never together in this corpus",
    ABSENT: "not both in this corpus",
}


#: A study, its finding, the sentence and its place.
_Finding = tuple[str, str | None, str | None, str | None]


def heat_map(
    facts: Facts,
    *,
    relation: str,
    rows: str = "",
    columns: str = "",
    count: int = 20,
    absent: int = 0,
) -> Answer:
    """Return the pairs of a relation as a heat map.

    Parameters
    ----------
    facts
        The graph.
    relation
        A name of :data:`ENDS_CALLED`.
    rows, columns
        Names separated by commas; if empty, the things with most studies.
    count
        The greatest number of rows and of columns, if none are named.
    absent
        Number of vocabulary terms without a study here that are shown too, for kinds of terms that
        the vocabulary lists completely.

    Returns
    -------
    Each field has the number of studies that combined the pair. A pair *failed* if a study reports
    that a growth did not reach its aim (:func:`kg.analytics.gaps.gap_map`) and no other study made
    the pair. The number is in brackets if one study has both things but no sentence links them. An
    empty field was never tried in this corpus. A hatched field belongs to a thing that no study
    here has, which says nothing about the literature. Rows give the sentences of each field.

    Raises
    ------
    QueryError
        If a name is unknown to the graph and the vocabulary.

    Notes
    -----
    O(rows * columns), besides reading the pairs.
    """
    pairs = pairs_of(facts, relation)
    called, kinds = ENDS_CALLED[relation], ENDS[relation]
    firsts = _things_drawn(facts, rows, pairs.firsts, kinds[0], count, option="rows")
    seconds = _things_drawn(facts, columns, pairs.seconds, kinds[1], count, option="columns")
    if not columns:
        seconds |= _strangers(facts, kinds[1], pairs.seconds, absent)
    state_of, met = pair_states(facts, relation), meetings_of(facts, relation)
    found = {(a, b): state_of(a, b) for a, b in product(firsts, seconds) if a != b}
    cells = tuple(_cells(facts, firsts, seconds, found))
    table = [
        row
        for (a, b), one in found.items()
        for row in _rows(facts, (a, firsts[a]), (b, seconds[b]), one, met.get((a, b), ()))
    ]
    return Answer(
        title=f"{called[0].title()} by {called[1]}",
        description=_description(found.values(), called, len(firsts), len(seconds)),
        picture=HeatMap(
            rows=tuple(firsts.values()),
            columns=tuple(seconds.values()),
            cells=cells,
        )
        if cells
        else None,
        table=Table(columns=_columns(called), rows=tuple(table)),
        notes=tuple(_left_out(called, (pairs.firsts, pairs.seconds), (firsts, seconds))),
        pair=called,
    )


def _columns(called: tuple[str, str]) -> tuple[str, ...]:
    iris = tuple(f"{name}_iri" for name in called)
    return (*called, "state", "study", "year", "finding", "sentence", "place", *iris, "study_iri")


def _things_drawn(
    facts: Facts,
    names: str,
    known: Mapping[str, frozenset[str]],
    kind: str,
    count: int,
    *,
    option: str,
) -> dict[str, str]:
    """Return the things of one side with their labels, in the order of the drawing."""
    if names.strip():
        asked = dict.fromkeys(name.strip() for name in names.split(",") if name.strip())
        return dict(_thing_called(facts, name, kind, option) for name in asked)
    ranked = sorted(known, key=lambda iri: (-len(known[iri]), facts.label(iri).casefold(), iri))
    return {iri: facts.label(iri) for iri in ranked[:count]}


def _thing_called(facts: Facts, name: str, kind: str, option: str) -> tuple[str, str]:
    """Return the thing with a name: one of the graph, else a term that no study here has."""
    among = (iri for iri, node in facts.nodes.items() if node.kind == kind)
    try:
        iri = facts.family(thing_named(facts, name, among, option=option))
        return iri, facts.label(iri)
    except QueryError:
        term = ground(kind, name).term
        if term is None:
            raise
        return term.iri, term.formula or term.label


def _strangers(
    facts: Facts, kind: str, known: Mapping[str, frozenset[str]], count: int
) -> dict[str, str]:
    """Return terms that no study here has, those closest to terms with studies first."""
    if kind == "material":  # the vocabulary does not list all solids
        return {}
    terms = vocabulary().of_kind(kind)
    wider = {above for term in terms if term.iri in known for above in (term.iri, *term.broader)}
    absent = [term for term in terms if term.iri not in facts.nodes]
    absent.sort(key=lambda term: (not wider & {*term.broader}, term.label.casefold()))
    return {term.iri: term.label for term in absent[:count]}


def _cells(
    facts: Facts,
    firsts: Mapping[str, str],
    seconds: Mapping[str, str],
    found: Mapping[tuple[str, str], PairState],
) -> Iterator[Cell]:
    row_of, column_of = ({iri: i for i, iri in enumerate(side)} for side in (firsts, seconds))
    for (a, b), one in found.items():
        studies = _studies(one)
        title = f"{firsts[a]} and {seconds[b]}: {_state_in_words(facts, one, studies)}"
        yield Cell(
            row=row_of[a],
            column=column_of[b],
            state=one.state,
            studies=len(studies),
            mark=Mark(title=title, rows=(firsts[a], seconds[b]) if studies else None),
        )


def _studies(found: PairState) -> frozenset[str]:
    """Return the studies behind a cell, including that of a failure."""
    return found.studies | ({found.failure.study} if found.failure else frozenset())


def _state_in_words(facts: Facts, found: PairState, studies: frozenset[str]) -> str:
    """Return the state of a pair in words: ``together in 2 studies (Liu 2011, Liu 2013)``."""
    if not studies:
        return _TOLD[found.state]
    number = f"in {len(studies)} {'study' if len(studies) == 1 else 'studies'}"
    if found.failure is None:
        return f"{_TOLD[found.state]} {number} ({facts.labels(studies)})"
    study, finding, *_ = _failed(facts, found.failure)
    return f"{facts.label(study)} reports {finding}; {number} ({facts.labels(studies)})"


def _rows(
    facts: Facts,
    first: tuple[str, str],
    second: tuple[str, str],
    found: PairState,
    reports: Sequence[Report],
) -> Iterator[Row]:
    """Yield the rows behind a cell: one per sentence, or one with the state if there is none."""
    names, iris = (first[1], second[1], found.state), (Iri(first[0]), Iri(second[0]))
    told: list[_Finding] = [
        (one.study, None, one.sentence or None, one.place or None) for one in reports
    ]
    if found.failure is not None:
        told.append(_failed(facts, found.failure))
    told += [
        (study, None, None, None)
        for study in sorted(found.studies)
        if study not in {one[0] for one in told}
    ]
    if not told:
        yield *names, None, None, None, None, None, *iris, None
    for study, finding, sentence, place in _with_places(told):
        year = facts.studies[study].year
        yield (
            *names,
            *(facts.label(study), year, finding, sentence, place),
            *iris,
            Iri(study),
        )


def _with_places(told: Iterable[_Finding]) -> Iterator[_Finding]:
    """Yield findings with each sentence of a study once, with all its places.

    A place whose text may not be shown is added to a sentence with the same finding.

    >>> told = [("a", None, "It grew.", "1"), ("a", None, None, "2"), ("a", None, "It grew.", "3")]
    >>> list(_with_places(told))
    [('a', None, 'It grew.', '1; 3; 2')]
    """
    places: dict[tuple[str, str | None, str | None], dict[str, None]] = {}
    for study, finding, sentence, place in sorted(told, key=lambda one: one[2] is None):
        shown = (key for key in places if key[:2] == (study, finding))
        key = next(shown, None) if sentence is None else None
        known = places.setdefault(key or (study, finding, sentence), {})
        known.update(dict.fromkeys(filter(None, (place or "").split("; "))))
    for key, known in places.items():
        yield *key, "; ".join(known) or None


def _failed(facts: Facts, outcome: Outcome) -> _Finding:
    finding = f"{facts.label(outcome.property)} {outcome.change}"
    return outcome.study, finding, outcome.sentence or None, outcome.place or None


def _description(
    found: Iterable[PairState], called: tuple[str, str], rows: int, columns: int
) -> str:
    states = [one.state for one in found]
    counted = (f"{states.count(state)} {_TOLD[state]}" for state in _TOLD if state in states)
    return (
        f"{rows} by {columns} fields, one for each {called[0]} and {called[1]}, with the number of"
        f" studies: {'; '.join(counted)}."
    )


def _left_out(
    called: tuple[str, str],
    known: tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]],
    shown: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[str]:
    for name, every, chosen in zip(called, known, shown, strict=True):
        more = len(set(every) - set(chosen))
        if more:
            yield f"{_SEVERAL.get(name, f'{name}s').title()} of this graph, not shown: {more} more."
