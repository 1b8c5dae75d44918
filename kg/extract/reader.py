"""The interface of readers, which find statements in a sentence by rules, a model or a table.

What follows is the same for every reader: findings are credited to studies, settled into claims and
explained (``docs/readers.md``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from kg.extract.findings import Finding
from kg.extract.reading import Reading


@runtime_checkable
class Reader(Protocol):
    """Finds statements in sentences, one sentence at a time.

    ``name`` and ``version`` hold no blanks, slashes or semicolons. The version moves whenever the
    same sentence may give other findings.
    """

    @property
    def name(self) -> str:
        """What the reader is called."""

    @property
    def version(self) -> str:
        """Which version of it reads."""

    def find(self, sentence: Reading) -> Iterable[Finding]:
        """What the sentence says; :attr:`Reading.before` leads to those before it."""


def signature(reader: Reader) -> str:
    """What findings and evidence call a reader: its name and version, ``"phrases/1"``."""
    return f"{reader.name}/{reader.version}"
