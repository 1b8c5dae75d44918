"""The interface of readers, which find statements in a sentence by rules, a model or a table.

All later steps are the same for every reader: findings are credited to studies, settled into claims
and explained (``docs/readers.md``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from kg.extract.findings import Finding
from kg.extract.reading import Reading


@runtime_checkable
class Reader(Protocol):
    """A reader, which finds statements in sentences, one sentence at a time.

    ``name`` and ``version`` hold no blanks, slashes or semicolons. The version must change whenever
    the same sentence may give other findings.
    """

    @property
    def name(self) -> str:
        """The name of the reader."""

    @property
    def version(self) -> str:
        """The version of the reader."""

    def find(self, sentence: Reading) -> Iterable[Finding]:
        """Return the findings of a sentence; :attr:`Reading.before` leads to those before it."""


def signature(reader: Reader) -> str:
    """Return the name and version of a reader as evidence records them: ``"phrases/1"``."""
    return f"{reader.name}/{reader.version}"
