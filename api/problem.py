"""Problem details: the body of every answer other than 2xx, for all endpoints.

::

    {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "no study 'x'"}

References
----------
RFC 9457, Problem Details for HTTP APIs: https://www.rfc-editor.org/rfc/rfc9457
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field

#: The media type of problem details.
PROBLEM = "application/problem+json"


class Problem(BaseModel):
    """Problem details by RFC 9457, the body of every answer other than 2xx.

    ``detail`` is one line for the person who asked; ``errors`` lists the parameters at fault.
    """

    type: str = Field(default="about:blank", description="the status describes the problem")
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
