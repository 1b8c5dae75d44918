"""The statements read in a document, sentence by sentence, before they are settled into claims."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Span
from kg.extract.credit import Credit
from kg.extract.findings import Finding
from kg.extract.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A finding in its sentence, with the studies it is credited to.

    ``sentence`` is the index of its reading, ``stretch`` the credited stretch in it, ``spans`` the
    same in the raw text. ``dropped`` is the reason why it makes no claim, and ``""`` if it may make
    one. ``in_report`` is true if the document is a whole paper that reports its own work, where
    rules err more often.
    """

    finding: Finding
    sentence: int
    studies: tuple[str, ...]
    stretch: Span
    spans: tuple[Span, ...]
    dropped: str = ""
    in_report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Everything read in a paper, before each study's statements are settled into claims.

    ``credits`` hold for each sentence its stretches and the studies to which each is credited.
    """

    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    credits: tuple[tuple[Credit, ...], ...] = ()
