"""Errors of extraction, building, storing and querying."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from ontology.errors import AldkgError


class ExtractionError(AldkgError):
    """Claims could not be made or read: a malformed record, a missing language model."""


class BuildError(AldkgError):
    """A graph could not be built; the old graph is left as it was."""


class StoreError(AldkgError):
    """A store could not be opened, read or written: missing, locked, or not a store."""


class QueryError(AldkgError):
    """A question could not be answered: bad SPARQL, an unknown name, a wrong parameter."""


def unknown_parameter(owner: str, name: str, known: Sequence[str]) -> QueryError:
    """Return the error for a parameter that a question, analysis or map does not have.

    >>> str(unknown_parameter("gaps", "thin", ["thing", "count"]))
    "gaps: no parameter 'thin'; did you mean thing? Its parameters are: thing, count"
    """
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}? Its" if near else "its"
    listed = ", ".join(known) or "none"
    return QueryError(f"{owner}: no parameter {name!r}; {hint} parameters are: {listed}")


class ServiceError(AldkgError):
    """A network service gave no usable answer; the message names it and the cause."""


class CurationError(AldkgError):
    """A decision on a claim could not be made or stored; the message gives the cause."""
