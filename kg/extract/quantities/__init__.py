"""Quantities in a text as intervals with UCUM units."""

from __future__ import annotations

from kg.extract.quantities.find import find_quantities
from kg.extract.quantities.model import QuantityMatch

__all__ = ["QuantityMatch", "find_quantities"]
