"""Doped oxides that are bought as plates: "fluorine-doped tin oxide (FTO)" is FTO.

Every other doped solid is read as its host and its dopant, also "aluminum-doped zinc oxide (AZO)",
which studies themselves dope.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention

_DOPED_AHEAD: Final = re.compile(r"[\w)][ -]doped $")
_FTO_AHEAD: Final = re.compile(r"\b(?:[Ff]luorine|F)[ -]doped $")
_PLATE_BEHIND: Final = re.compile(
    r" (?:\w+ly )?(?:coated )?(?:glass|conduct\w+|transparent|substrates?|electrodes?|slides?)\b"
)
_SHORT_BEHIND: Final = re.compile(r"\s?[(\[](?P<short>ITO|FTO)[)\]:;,]")


@settles("ald_doped_names")
def with_short_names(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions, with a host replaced by the doped solid whose short name follows it.

    >>> host = Mention(start=15, end=24, kind="material", id="SnO2", text="tin oxide")
    >>> with_short_names([host], "Fluorine-doped tin oxide (FTO)")[0].id
    'FTO'
    """
    return tuple(_settled(mention, text) for mention in mentions)


def _settled(mention: Mention, text: str) -> Mention:
    if mention.kind != "material" or _DOPED_AHEAD.search(text[: mention.start]) is None:
        return mention
    if _FTO_AHEAD.search(text[: mention.start]) and _PLATE_BEHIND.match(text, mention.end):
        return replace(mention, id="FTO")
    short = _SHORT_BEHIND.match(text, mention.end)
    return mention if short is None else replace(mention, id=short["short"])
