"""Tungsten by its letter, which the notation does not read: "75 nm W", "the W gate".

A single capital is a unit, an axis or an initial as often as an element; a thickness before it or
the word for a layer after it makes it tungsten.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

_TUNGSTEN = Rare(
    r"(?:(?<=[nuμµ]m )|(?<=Å )|(?<=m of )|(?<=Å of )|(?<=thick ))W(?![\w/·.-])|"
    r"(?<![\d/.·-] )(?<![\w/·-])W(?= (?:layers?|films?|electrodes?|gates?|plugs?|contacts?|"
    r"substrates?|surfaces?|metal|deposition|AL[DE]|growth|etching|target)\b)"
)


@finds("ald_tungsten")
def find_tungsten(text: str) -> Iterator[Mention]:
    """Yield the places where a single W is the metal.

    Examples
    --------
    >>> [m.start for m in find_tungsten("TiN and 75 nm W at 300 W plasma, then the W gate")]
    [14, 42]
    """
    for match in _TUNGSTEN.finditer(text):
        start, end = match.span()
        yield Mention(start=start, end=end, kind="material", id="W", text="W", label="symbol")
