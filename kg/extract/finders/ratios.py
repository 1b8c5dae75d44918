"""Ratios of elements in a film, which state its stoichiometry."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

#: An element, or a sum of several.
_ELEMENT = r"(?:[A-Z][a-z]?\b|\([A-Z][a-z]?(?:\s?\+\s?[A-Z][a-z]?)+\))"
#: "The S/Mo ratio", "Co-to-P ratio", "ratio of O to Al": the proportion of elements in a film.
_ELEMENTS_RATIO = Rare(
    rf"(?<![\w/]){_ELEMENT}(?:\s?[/:]\s?|[ -]to[ -]){_ELEMENT}"
    r"(?:\s(?:atomic|elemental|molar))?\sratios?\b|"
    rf"\b(?:(?:atomic|elemental|molar|stoichiometric) )?ratios? of {_ELEMENT} to {_ELEMENT}"
)


@finds("ald_ratios")
def find_ratios(text: str) -> Iterator[Mention]:
    """Yield the ratios of elements that a text mentions.

    Examples
    --------
    >>> [m.text for m in find_ratios("The S/Mo ratio rose at a flow ratio of 2")]
    ['S/Mo ratio']
    """
    for match in _ELEMENTS_RATIO.finditer(text):
        yield Mention(
            start=match.start(),
            end=match.end(),
            kind="property",
            id="stoichiometry",
            text=match.group(),
        )
