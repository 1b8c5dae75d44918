"""Doped solids that have a usual short name: "fluorine-doped tin oxide (FTO)" is FTO.

Without the short name a doped solid is read as its host and its dopant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from ontology import vocabulary

_DOPED_AHEAD: Final = re.compile(r"[\w)][ -]doped $")
_SHORT_BEHIND: Final = re.compile(r"\s?[(\[](?P<short>[A-Z]{2,5})[)\]:;,]")


@settles("ald_doped_names")
def with_short_names(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, hosts named by the doped solid whose short name stands behind them.

    >>> host = Mention(start=15, end=24, kind="material", id="SnO2", text="tin oxide")
    >>> with_short_names([host], "Fluorine-doped tin oxide (FTO)")[0].id
    'FTO'
    """
    return tuple(_settled(mention, text) for mention in mentions)


def _settled(mention: Mention, text: str) -> Mention:
    if mention.kind != "material" or _DOPED_AHEAD.search(text[: mention.start]) is None:
        return mention
    short = _SHORT_BEHIND.match(text, mention.end)
    return mention if short is None else replace(mention, id=_doped(short["short"]) or mention.id)


@cache
def _doped(short: str) -> str:
    """The solid of the vocabulary that has a short name and a name that says how it is doped."""
    for term in vocabulary().of_kind("material"):
        names = (term.label, *term.alts, *term.hidden)
        if short in term.symbols and any("doped" in name for name in names):
            return term.notation
    return ""
