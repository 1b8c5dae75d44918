"""The errors, and how the command line and the service report them.

::

    AldkgError                     what the caller can act on; its message is one line
      OntologyError                the Turtle of the ontology is broken
      ReadError                    a document that cannot be read
      ExtractionError              claims that cannot be made or read
      BuildError                   a graph that cannot be built; the old one stands
      StoreError                   no graph where one was expected
      ServiceError                 a service on the network that gives no answer of use
      QueryError                   a question that cannot be answered
      SettingsError                a setting that cannot be used
      HttpError                    an answer other than 2xx, with its status

The command prints ``aldkg: MESSAGE`` on the error stream and exits with 1. The service answers with
problem details, whatever the endpoint::

    {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "no study 'x'"}

References
----------
RFC 9457, Problem Details for HTTP APIs: https://www.rfc-editor.org/rfc/rfc9457
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, Field

from kg.errors import QueryError, StoreError
from ontology.errors import AldkgError

#: The media type of problem details.
PROBLEM = "application/problem+json"

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
    """Return the HTTP status of one of our errors: the caller's mistake is 400, no graph is 503."""
    if isinstance(error, HttpError):
        return error.status
    if isinstance(error, StoreError):
        return 503
    return 400 if isinstance(error, QueryError) else 500


class Problem(BaseModel):
    """Every answer other than 2xx, of every endpoint: problem details as of RFC 9457.

    ``detail`` is one line for the person who asked; ``errors`` names the parameters at fault.
    """

    type: str = Field(default="about:blank", description="the problem is what the status says")
    title: str = Field(examples=["Not Found"], description="the status in words")
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no study 'x'"])
    errors: list[dict[str, str]] = Field(
        default=[], examples=[[{"parameter": "limit", "problem": "should be at most 200"}]]
    )


def problem(status: int, detail: str, errors: Sequence[Mapping[str, str]] = ()) -> dict[str, Any]:
    """Return the problem details of an error.

    >>> problem(404, "no study 'x'")
    {'type': 'about:blank', 'title': 'Not Found', 'status': 404, 'detail': "no study 'x'"}
    """
    found = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return {**found, "detail": detail, **({"errors": list(errors)} if errors else {})}
