"""The time of a change to a graph."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """The present time in ISO 8601, in UTC and to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
