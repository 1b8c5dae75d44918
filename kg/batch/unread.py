"""Numbers with an unknown unit: they look like quantities but were not read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions import Mention
from kg.extract.quantities.units import read_unit
from kg.extract.reading import Reading
from kg.notation.symbols import ELEMENTS

_NUMBER = re.compile(r"(?<![\w.,\-/^])[+\-−]?\d+(?:[.,]\d+)?(?:\s?[×x·]\s?10[⁻⁺]?[⁰¹²³⁴-⁹]+)?")
#: The word after a number, up to the next blank; a second factor may follow a blank.
_UNIT = re.compile(r"[ \u00a0]?([^\s\d()\[\],;:=<>]{1,14}(?: [A-Za-zμΩ]{1,4}⁻[¹²³])*)")
#: A word with one of these characters after a number is a unit.
_SIGNS = re.compile(r"[°%‰Ωμ²³⁻·]|[A-Za-z]/[A-Za-z]")
#: Lower case without a vowel (``rpm``), a prefix and a capital (``kDa``), or ``Gy``.
_SHAPED = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}|[kMGTmnpfc][A-Z][A-Za-z]{0,2}|[A-Z][a-z]")
#: Words of these shapes that are not units.
_NO_UNITS = frozenset(
    "nd rd st th vs NCs NPs QDs In At As By If It No Of On Or So To We An".split()
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def find_unread(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield every number with an unknown unit, as the unit and the text of both.

    Numbers inside a term, a formula or a quantity with a unit are left out, because they were read.
    """
    text = reading.text
    taken = [(m.start, m.end) for m in reading.mentions if not _is_bare(m)]
    for number in _NUMBER.finditer(text):
        unit = _UNIT.match(text, number.end())
        if unit is None or any(a < unit.end(1) and number.start() < b for a, b in taken):
            continue
        name = unit[1].rstrip(".-–'\"")
        if (
            not _YEAR.fullmatch(number[0])
            and is_unit_like(name)
            and read_unit(text, unit.start(1)) is None
        ):
            yield name, text[number.start() : unit.start(1) + len(name)]


def _is_bare(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.quantity.unit is None


def is_unit_like(word: str) -> bool:
    """Return whether a word after a number looks like a unit.

    >>> [is_unit_like(w) for w in ("rpm", "mAh/g", "kDa", "samples", "and", "W·m⁻¹")]
    [True, True, True, False, False, True]
    """
    if word in _NO_UNITS or word in ELEMENTS or "-" in word:
        return False
    return bool(_SIGNS.search(word)) or bool(_SHAPED.fullmatch(word))
