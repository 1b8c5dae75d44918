"""The diagnosis of a document: what a build reports as unread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: A name or unit as counted, and the words in which it stands.
Seen = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """The diagnosis of one document.

    ``silence`` says why it makes no claim and is ``""`` where it makes one; ``doubt`` why it seems
    not to be of the field, and is ``""`` where it seems to be. ``chemicals`` are
    well-formed chemicals that the vocabulary does not have and ``units`` unknown units behind a
    number, each occurrence with its text. ``repairs`` counts damage of the text by kind.
    """

    silence: str = ""
    doubt: str = ""
    chemicals: tuple[Seen, ...] = ()
    units: tuple[Seen, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
