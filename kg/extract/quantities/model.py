"""A quantity found in a text: its value as an interval, and how it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model import Quantity

Kind = Literal["exact", "range", "change", "max", "min", "sequence", "repeat", "size"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMatch:
    """A quantity found in running text.

    ``text[start:end]`` is the number with its unit; ``quantity.raw`` also has the words of a bound
    before them. ``dimension`` is that of the unit (``temperature``, ``rate_per_cycle``, ``fold``).
    ``kind`` is ``"exact"``, ``"range"``, ``"change"`` (``quantity.start`` to ``quantity.value``),
    ``"max"`` or ``"min"`` (a bound), ``"sequence"`` (pulse and purge times, in ``members``),
    ``"repeat"`` (``5x5 s``: count and duration in ``members``) or ``"size"`` (``2 x 2 cm2``).
    ``tolerance`` is the half-width of ``61.4±2.4``, in the unit. ``shared`` is true if the number
    has no printed unit and takes that of a later member of its list.
    """

    start: int
    end: int
    quantity: Quantity
    dimension: str
    kind: Kind = "exact"
    tolerance: float | None = None
    members: tuple[Quantity, ...] = ()
    shared: bool = False

    @property
    def interval(self) -> tuple[float | None, float | None]:
        """The lower and upper end in the printed unit; ``None`` if the text gives none."""
        value, top = self.quantity.value, self.quantity.value_max
        if self.kind == "max":
            return None, top
        if self.kind == "min" or value is None:
            return value, top
        half = self.tolerance or 0.0
        return value - half, (value if top is None else top) + half
