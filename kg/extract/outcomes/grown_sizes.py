"""Sizes to which small solids grew: "the grains coarsen to 60 nm", "swelled from 3 to 5 nm"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context.modality import is_denied, is_hypothetical, is_necessity
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import quantity_of
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.owners import Binding
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome, Quantity

#: Small solids and the verb of their change of size, up to the number.
_GREW = Rare(
    r"\b(?:grains?|crystallites?|crystals|domains|\w*particles|dots|nanocrystals|nanorods|cubes|"
    r"clusters|islands|NPs|NCs|QDs)(?: (?:of|in|on|under|without|with) [^.;,()\d]{2,40}?)?"
    r"(?: (?:then|thus|also|only|had|have|has|\w+ly))* (?:(?P<less>shr[aiu]nk)|grew|grow|grown|"
    r"coarsen|ripen|swell|swollen|enlarge|sinter)(?:s|ed|ing|d)?(?: \w+ly)?"
    r"(?: (?:in size|in diameter))? (?P<way>to|from) (?:about |nearly |only |more than |over |~)*$"
)


def find_grown_sizes(reading: Reading, binding: Binding) -> Iterator[Finding]:
    """Yield sizes to which grains or particles grew or shrank, if no property has them."""
    held = {one.number.start for one in binding.owned if one.owner == "result"}
    for number in reading.of_kind("quantity"):
        quantity = quantity_of(number)
        if quantity is None or quantity.unit not in ("nm", "um", "Ao") or number.start in held:
            continue
        grew = _GREW.search(reading.text, 0, number.start)
        size = _size(number, quantity, grew["way"]) if grew is not None else None
        if grew is None or size is None:
            continue
        place = Mention(
            start=grew.start(), end=grew.end(), kind="property", id="particle_size", text=grew[0]
        )
        is_told = is_asserted(reading, place) and not is_denied(reading, place)
        if is_told and not is_hypothetical(reading, place) and not is_necessity(reading, place):
            said = "decrease" if grew["less"] else "increase"
            content = Outcome(property="particle_size", direction=said, quantity=size)
            yield Finding(content=content, at=grew.start(), rule="grown-size", terms=(number,))


def _size(number: Mention, quantity: Quantity, way: str) -> Quantity | None:
    """Return the size after a change, with the size before it if the text gives both."""
    ends = number.quantity.members if number.quantity is not None else ()
    if way == "to":
        return quantity if quantity.start is None and quantity.value_max is None else None
    if quantity.start is not None:
        return quantity
    if len(ends) != 2:
        return None
    return replace(quantity, start=ends[0].value, value=ends[1].value, value_max=None)
