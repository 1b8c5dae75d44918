"""The diagnosis of a document: the things that a build reports as unread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: A name or unit in the form that is counted, and its text in the document.
Seen = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """The diagnosis of one document.

    ``silence`` is the reason why it has no claim, or ``""`` if it has one. ``doubt`` is the reason
    why it seems not to belong to the field, or ``""`` if it does. ``chemicals`` are well-formed
    chemicals that the vocabulary lacks and ``units`` unknown units after a number, each occurrence
    with its text. ``repairs`` counts repaired damage of the text by kind.
    """

    silence: str = ""
    doubt: str = ""
    chemicals: tuple[Seen, ...] = ()
    units: tuple[Seen, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
