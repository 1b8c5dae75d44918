"""What a command printed."""

from __future__ import annotations


def lines(text: str) -> list[str]:
    """The lines of an output, without blank ones around it."""
    return text.strip().splitlines()
