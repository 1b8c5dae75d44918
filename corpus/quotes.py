"""Quotes from a document: clean text as a person reads it, without markup.

A quote is the clean text of the passage at a span, with the citation marks restored as they were
printed: "Al2O3 was grown by Roe et al.⁸⁸ at 10⁻³ mbar".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.legible import legible
from corpus.model import Citation, Paper, Passage, Span
from corpus.text import clean

_RAISED = re.compile(r"\s*\^\{([^{}]*)\}\s*")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def quoted(paper: Paper, spans: Sequence[Span]) -> str:
    """Return the quotes at several spans of a document's raw text, joined by ellipses.

    Parameters
    ----------
    paper
        The document.
    spans
        Offsets in ``paper.raw``, as returned by :meth:`corpus.Passage.raw_spans`.
    """
    return " … ".join(filter(None, (_quote(paper, span) for span in spans)))


def _quote(paper: Paper, span: Span) -> str:
    for passage in paper.passages:
        origins = passage.origins
        if origins and origins[0] <= span[0] <= origins[-1]:
            start, end = bisect_left(origins, span[0]), bisect_left(origins, span[1])
            if origins[start] == span[0]:
                return legible("".join(_printed(paper.raw, passage, start, end))).strip()
    return legible(clean(paper.raw[slice(*span)]))


def _printed(raw: str, passage: Passage, start: int, end: int) -> Iterator[str]:
    """Yield the pieces of a passage's text and, between them, the citation marks cut out there."""
    for at, mark in marks(raw, passage, start, end):
        yield passage.text[start:at]
        yield mark
        start = at
    yield passage.text[start:end]


def marks(raw: str, passage: Passage, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Return the citation marks that were cut out of ``passage.text[start:end]``, as printed.

    Each comes with its offset in the passage's text.
    """
    return tuple(
        (citation.at, legible(_mark(raw, citation)))
        for citation in passage.citations
        if start < citation.at <= end and _is_cut(passage, citation)
    )


def _is_cut(passage: Passage, citation: Citation) -> bool:
    at = bisect_left(passage.origins, citation.span[0])
    return at == len(passage.origins) or passage.origins[at] >= citation.span[1]


def _mark(raw: str, citation: Citation) -> str:
    """Return a mark as printed: superscript, or after a blank if one preceded it."""
    start, end = citation.span
    printed = raw[start:end]
    if raised := _RAISED.fullmatch(printed):
        return _cleaned(raised[1]).translate(_SUPERSCRIPTS)
    before = raw[start - 1 : start + 1]
    blank = " " if before[: end - start + 1].strip() != before else ""
    return blank + _cleaned(printed)


@lru_cache(maxsize=4096)
def _cleaned(mark: str) -> str:
    """Return a mark without markup; cached, because the same few marks recur in a document."""
    return clean(mark)
