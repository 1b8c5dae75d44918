"""From a paper to its claims: sentences, mentions, findings, credit, claims."""

from __future__ import annotations

from corpus.model import Paper
from kg.extract.links import link
from kg.extract.settle.settling import settle
from kg.extract.statements import Trace
from kg.extract.tracing import trace
from kg.model import Claim


def extract(paper: Paper) -> tuple[Claim, ...]:
    """Every claim of a paper, each once, with all the sentences it rests on.

    Returns
    -------
    Claims in the order in which their first evidence stands in the text.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    return linked_claims(paper, trace(paper))


def linked_claims(paper: Paper, read: Trace) -> tuple[Claim, ...]:
    """The claims that a paper's statements make, with their links."""
    return tuple(claim for claim, _ in link(paper, read, settle(paper, read.statements)))
