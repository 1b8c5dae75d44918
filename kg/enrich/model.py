"""The values that the modules of :mod:`kg.enrich` exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.model import Reference

#: How a work was found: by its DOI, by its title, or by journal, volume and first page.
Way = Literal["DOI", "title", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A request to a service: a percent-encoded path below its address, and parameters."""

    path: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A work as a service describes it.

    ``main_title`` is the title without its subtitle. ``warnings`` state that it was retracted or
    withdrawn. ``updates`` are the DOIs of other works that it corrects or retracts; such a notice
    often has the title of the work that it is about.
    """

    record: Reference
    source: str
    main_title: str = ""
    warnings: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The right work for a record, and the similarity of the titles, from 0 to 100."""

    found: Found
    way: Way
    similarity: float
