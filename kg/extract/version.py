"""Which version of our own extractor reads: what its claims name in their evidence."""

from __future__ import annotations

from functools import cache
from typing import Final

from ontology.source import added_digest

NAME: Final = "ald-kg"
#: Moves whenever the same text may give other claims.
VERSION: Final = "0.2.0"
#: Name and version of the extractor.
EXTRACTOR: Final = f"{NAME}/{VERSION}"


@cache
def extractor_version() -> str:
    """What evidence names as its extractor: ours, and which vocabulary of the user's it knew.

    Raises
    ------
    OntologyError
        If the vocabulary cannot be read.
    """
    added = added_digest()
    return f"{EXTRACTOR}+vocab.{added}" if added else EXTRACTOR
