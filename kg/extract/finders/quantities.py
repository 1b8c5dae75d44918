"""Numbers with their units."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.quantities import find_quantities


@finds("ald_quantities")
def find_measured(text: str) -> Iterator[Mention]:
    """Yield every quantity of a text, with its dimension as id."""
    for match in find_quantities(text):
        start, end = match.start, match.end
        yield Mention(
            start=start,
            end=end,
            kind="quantity",
            id=match.dimension,
            text=text[start:end],
            quantity=match,
        )
