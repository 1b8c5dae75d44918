"""From a paper to its claims: sentences, mentions, findings, credit, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from corpus.model import Paper
from kg.extract.links import link
from kg.extract.settle.settling import settle
from kg.extract.statements import Trace
from kg.extract.tracing import parse_papers, trace, trace_parsed
from kg.model import Claim
from kg.portions import portions

#: Papers are parsed together up to this many characters; larger batches are no faster per sentence.
TOGETHER: Final = 32_000


def extract(paper: Paper) -> tuple[Claim, ...]:
    """Return every claim of a paper, each once, with all the sentences that support it.

    Returns
    -------
    Claims in the order in which their first evidence occurs in the text.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    return linked_claims(paper, trace(paper))


def extract_all(papers: Iterable[Paper]) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of each paper, like :func:`extract`; short papers are parsed together.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    for some in portions(papers, lambda paper: len(paper.raw), TOGETHER):
        for parsed in parse_papers(some):
            yield linked_claims(parsed.paper, trace_parsed(parsed))


def linked_claims(paper: Paper, read: Trace) -> tuple[Claim, ...]:
    """Return the claims that the statements of a paper make, with their links."""
    return tuple(claim for claim, _ in link(paper, read, settle(paper, read.statements)))
