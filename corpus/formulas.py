"""Formulas that a publisher's text prints with blanks: ``Al 2 O 3``, ``SnO x /Ag``."""

from __future__ import annotations

from corpus.mapped import Mapped


def close_formulas(text: Mapped) -> Mapped:
    """Take the blanks out of a formula where the joined string is plainly one."""
    return text
