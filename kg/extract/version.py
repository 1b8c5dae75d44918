"""The version of our own extractor, which claims name in their evidence."""

from __future__ import annotations

from functools import cache
from typing import Final

from ontology.source import added_digest

NAME: Final = "ald-kg"
#: Raised whenever the same text may give other claims.
VERSION: Final = "0.2.0"
#: Name and version of the extractor.
EXTRACTOR: Final = f"{NAME}/{VERSION}"


@cache
def extractor_version() -> str:
    """Return the name and version of the extractor, with a digest of the user's vocabulary if any.

    Raises
    ------
    OntologyError
        If the vocabulary cannot be read.
    """
    added = added_digest()
    return f"{EXTRACTOR}+vocab.{added}" if added else EXTRACTOR
