"""The errors of the program, and how the command line and the service report them.

::

    AldkgError                     what the caller can act on; its message is one line
      OntologyError                the Turtle of the ontology is broken
      ReadError                    a document that cannot be read
      ExtractionError              claims that cannot be made or read
      BuildError                   a graph that cannot be built; the old one is kept
      StoreError                   no graph where one was expected
      ServiceError                 a service on the network that gives no answer of use
      QueryError                   a question that cannot be answered
      SettingsError                a setting that cannot be used
      HttpError                    an answer other than 2xx, with its status

The command prints ``aldkg: MESSAGE`` on the error stream and exits with 1. The service answers with
problem details (:mod:`api.problem`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.errors import QueryError, StoreError
from ontology.errors import AldkgError

#: Exit codes of the command.
EXIT_CLEAN, EXIT_FAILED, EXIT_USAGE, EXIT_REJECTS, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


class HttpError(AldkgError):
    """An answer other than 2xx.

    Parameters
    ----------
    status
        The HTTP status.
    message
        One line for the person who asked.
    headers
        Further response headers, such as ``Allow`` or ``Retry-After``.
    """

    def __init__(
        self, status: int, message: str, *, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = MappingProxyType(dict(headers or {}))


def status_of(error: AldkgError) -> int:
    """Return the HTTP status of an error: 400 for a caller's mistake, 503 if there is no graph."""
    if isinstance(error, HttpError):
        return error.status
    if isinstance(error, StoreError):
        return 503
    return 400 if isinstance(error, QueryError) else 500
