"""Processes called by a pronoun: "using this technique", "followed the same procedure"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Process

_REFERRED = re.compile(
    r"\b(?:(?:[Uu]sing|[Ww]ith|[Bb]y|[Tt]hrough|[Vv]ia|followed|applied|adopted|used)\s+)"
    r"(?:this|the same|such a|the above)\s+"
    r"(?:technique|method|approach|process|procedure|strategy)\b"
)


def find_referred(reading: Reading, before: Reading | None) -> Iterator[Finding]:
    """The process that "this technique" means: the last one named here or one sentence before.

    Not where a technique of characterisation was named last: then it is that technique.
    """
    for match in _REFERRED.finditer(reading.text):
        named = [m for m in _named(reading) if m.end <= match.start()]
        if not named and before is not None and before.sentence.passage is reading.sentence.passage:
            named = list(_named(before))
        if named and named[-1].kind == "process":
            yield Finding(
                content=Process(process=named[-1].id),
                at=match.start(),
                rule="process-referred",
                certain=0.7,
            )


def _named(reading: Reading) -> tuple[Mention, ...]:
    return reading.of_kind("process", "technique")
