"""Processes that a pronoun refers to: "using this technique", "followed the same procedure"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Process

_REFERRED = Rare(
    r"\b(?:(?:[Uu]sing|[Ww]ith|[Bb]y|[Tt]hrough|[Vv]ia|followed|applied|adopted|used)\s+)(?:this|"
    r"the same|such a|the above)\s+(?:technique|method|approach|process|procedure|strategy)\b"
)
_METHOD_NOUN = re.compile(r"\)?\s*(?:techniques?|methods?|approach|process|procedure|strategy)\b")


def find_referred(reading: Reading) -> Iterator[Finding]:
    """Yield the process of "this technique": named here, or in the last sentence that names one.

    If a technique of characterisation was named last, it is meant, and nothing is found.
    """
    for match in _REFERRED.finditer(reading.text):
        meant = _meant(reading, match.start())
        if meant is None and (before := _latest_naming(reading)) is not None:
            meant = _meant(before, len(before.text))
        if meant is not None and meant.kind == "process":
            yield Finding(
                content=Process(process=meant.id), at=match.start(), rule="process-referred"
            )


def _latest_naming(reading: Reading) -> Reading | None:
    """Return the last earlier sentence of the passage that names a process or technique."""
    return next((before for before in reading.earlier if _named(before)), None)


def _meant(reading: Reading, end: int) -> Mention | None:
    """Return the last one called a technique ("the SILAR technique"), else the last one named."""
    named = [m for m in _named(reading) if m.end <= end]
    called = [m for m in named if _METHOD_NOUN.match(reading.text, m.end)]
    return called[-1] if called else named[-1] if named else None


def _named(reading: Reading) -> tuple[Mention, ...]:
    return reading.of_kind("process", "technique")
