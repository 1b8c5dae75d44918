"""Turn the statements of a document into its claims, study by study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from corpus.model import Paper, Span
from corpus.places import Places
from corpus.quotes import quoted
from kg.extract.confidence import sureness
from kg.extract.findings import Coating, Finding
from kg.extract.settle.reconcile import reconcile
from kg.extract.settle.superseded import without_vaguer
from kg.extract.statements import Statement
from kg.model import Claim, Condition, Content, Evidence, Outcome, join_readers

#: A content, the first finding that has it, and all statements that have it.
Merged = tuple[Content, Finding, list[Statement]]


def settle(
    paper: Paper, statements: Iterable[Statement]
) -> list[tuple[Claim, tuple[Statement, ...]]]:
    """Return the claims that statements make, each with the statements that support it.

    A statement that supports no claim was replaced by another of the same study. The claims are
    sorted by their spans, study and content.
    """
    by_study: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for study in statement.studies if not statement.dropped else ():
            by_study[study].append(statement)
    shown = cache(partial(_shown, paper, Places(paper)))  # many claims rest on the same sentence
    claims = [
        _claim(paper, shown, study, merged)
        for study, stated in by_study.items()
        for merged in _merged(stated)
    ]
    return sorted(
        claims, key=lambda pair: (pair[0].evidence.spans, pair[0].study, repr(pair[0].content))
    )


def _merged(stated: Sequence[Statement]) -> Iterable[Merged]:
    """Return the contents of a study's statements, each with all statements that have it."""
    merged: dict[Content, Merged] = {}
    for settled, statement in _settled(stated):
        if not isinstance(settled.content, Coating):
            first: Merged = (settled.content, settled, [])
            merged.setdefault(_unprinted(settled.content), first)[2].append(statement)
    return merged.values()


def _shown(paper: Paper, places: Places, spans: tuple[Span, ...]) -> tuple[str, str]:
    """Return the quote of some spans, and a description of their place."""
    return quoted(paper, spans), places.describe(spans)


def _claim(
    paper: Paper,
    shown: Callable[[tuple[Span, ...]], tuple[str, str]],
    study: str,
    merged: Merged,
) -> tuple[Claim, tuple[Statement, ...]]:
    """Return the claim of a content; its evidence is the sentences of all its statements."""
    content, finding, behind = merged
    spans = tuple(sorted({span for statement in behind for span in statement.spans}))
    quote, place = shown(spans)
    claim = Claim(
        doc=paper.id,
        study=study,
        content=content,
        evidence=Evidence(
            spans=spans,
            rule=finding.rule,
            extractor=join_readers(statement.finding.reader for statement in behind),
            quote=quote,
            place=place,
        ),
        confidence=sureness(finding, len(spans), in_report=any(one.in_report for one in behind)),
    )
    return claim, tuple(behind)


def _unprinted(content: Content) -> Content:
    """Return a content without the printed form of its number: ``200 °C`` equals ``200°C``."""
    if isinstance(content, Condition | Outcome) and content.quantity is not None:
        return replace(content, quantity=replace(content.quantity, raw=""))
    return content


def _settled(stated: Sequence[Statement]) -> Iterator[tuple[Finding, Statement]]:
    """Reconcile a study's findings and yield each with its original statement."""
    tagged = [replace(statement.finding, at=index) for index, statement in enumerate(stated)]
    for finding in without_vaguer(reconcile(tagged)):
        yield finding, stated[finding.at]
