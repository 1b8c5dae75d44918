"""Repairs of text damaged by old publisher fonts and by conversion."""

from __future__ import annotations

from corpus.mapped import Mapped


def repair(text: Mapped) -> Mapped:
    """Apply every repair of the table."""
    return text
