"""Errors of extraction, building, storing and querying."""

from __future__ import annotations

from ontology.errors import AldkgError


class ExtractionError(AldkgError):
    """Claims that cannot be made or read: a malformed record, a missing language model."""


class BuildError(AldkgError):
    """A graph that cannot be built; the old graph is left as it was."""


class StoreError(AldkgError):
    """A store that cannot be opened: missing, locked, or not a store."""


class QueryError(AldkgError):
    """A question that cannot be answered: bad SPARQL, an unknown name, a wrong parameter."""


class ServiceError(AldkgError):
    """A service on the network that gives no answer of use; the message names it and the cause."""


class CurationError(AldkgError):
    """A decision on a claim that cannot be made or kept; the message says what is wrong."""
