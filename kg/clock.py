"""The time of a change to a graph."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """Return the present time in ISO 8601, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
