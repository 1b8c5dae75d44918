"""Whose figure it is: captions say "reprinted with permission from ref. (88)" part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from corpus.model import Citation, Passage, Span

_LABEL = re.compile(r"^\W*(?:Figure|Fig|Scheme)\.?\s*(\d+)", re.IGNORECASE)
_PART = re.compile(r"(?<![A-Za-z0-9(])\(?([a-h])\)")
_MENTION = re.compile(r"(?:Figures?|Figs?\.?|Schemes?)\s*(\d+)\s*([a-h])?(?:\s*[-–,]\s*[a-h])*")

#: A part of a caption and the studies it is credited to.
CaptionPart = tuple[Span, tuple[str, ...]]


def caption_parts(caption: Passage) -> tuple[CaptionPart, ...]:
    """Split a caption at its permission lines; each part belongs to the line that ends it.

    The text behind the last permission line carries no credit and is not returned; a caption
    without any such line returns no part.
    """
    parts: list[CaptionPart] = []
    start = 0
    for citation in _permissions(caption):
        parts.append(((start, citation.at), citation.numbers))
        start = citation.at
    return tuple(parts)


def _permissions(caption: Passage) -> list[Citation]:
    marks = [c for c in caption.citations if c.permission]
    merged: list[Citation] = []
    for mark in sorted(marks, key=lambda c: c.at):
        if merged and not re.search(r"[A-Za-z]{4}", caption.text[merged[-1].at : mark.at]):
            numbers = (*merged[-1].numbers, *mark.numbers)
            mark = Citation(at=mark.at, numbers=numbers, span=mark.span, permission=True)
            merged.pop()
        merged.append(mark)
    return merged


def figure_credits(captions: Iterable[Passage]) -> Mapping[str, tuple[str, ...]]:
    """``{"6a": ("88",), "6": ("88", "95"), ...}`` for every figure whose caption gives credit."""
    credits: dict[str, tuple[str, ...]] = {}
    for caption in captions:
        label = _LABEL.match(caption.text)
        if label is None:
            continue
        for (start, end), studies in caption_parts(caption):
            for part in _PART.findall(caption.text[start:end]):
                credits[label[1] + part] = studies
            whole = credits.get(label[1], ())
            credits[label[1]] = (*whole, *(s for s in studies if s not in whole))
    return credits


def figures_mentioned(text: str) -> tuple[str, ...]:
    """The keys of :func:`figure_credits` that a text points at.

    >>> figures_mentioned("as seen in Figure 13a and Fig. 2")
    ('13a', '2')
    """
    return tuple(match[1] + (match[2] or "") for match in _MENTION.finditer(text))
