"""Values on a page: subscripts in formulas, long IRIs shortened. Pure, and escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from ontology.curie import to_curie

#: A count or composition variable after an element or bracket: Al2O3, AlOx, ZnxCd1-xS.
_SUBSCRIPT = re.compile(
    r"(?<=[A-Za-z)\]])(?<![a-z]{2})(\d+(?:\.\d+)?(?:[-+][xyz])?|[xyz](?![a-z])(?:[-+][xyz])?)"
)
_FORMULA = re.compile(
    r"(?<!\d )\b"  # "7 Cm2" is a unit in a title, not curium
    r"(?:(?:[A-Z][a-z]?|\((?:[A-Z][a-z]?\d*)+\))(?:\d+(?:\.\d+)?(?:[-+][xyz])?|[xyz](?![a-z]))?)+"
    r"(?![A-Za-z])"
)


def formula(text: str) -> Markup:
    """Return the text with the numbers of its formulas as subscripts.

    >>> formula("Al2O3 on <CdSe>")
    Markup('Al<sub>2</sub>O<sub>3</sub> on &lt;CdSe&gt;')
    """
    parts: list[str] = []
    done = 0
    for match in _FORMULA.finditer(text):
        parts += [escape(text[done : match.start()]), _lowered(match[0])]
        done = match.end()
    return Markup("").join([*map(Markup, parts), escape(text[done:])])


def _lowered(name: str) -> str:
    return _SUBSCRIPT.sub(r"<sub>\1</sub>", str(escape(name)))


def marked(text: str, places: Iterable[tuple[int, int]]) -> Markup:
    """Return a sentence with the words at these places marked; the places are in order.

    >>> marked("<b> grows", [(4, 9)])
    Markup('&lt;b&gt; <mark>grows</mark>')
    """
    parts: list[Markup] = []
    done = 0
    for start, end in places:
        parts += [escape(text[done:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def spans(pairs: Iterable[tuple[int, int]]) -> str:
    """Places in a text in words.

    >>> spans([(10, 42), (80, 99)])
    'characters 10–42, 80–99'
    """
    return "characters " + ", ".join(f"{start}–{end}" for start, end in pairs)


def cell(value: object) -> str:
    """Return a value of an answer as people write it: IRIs as CURIEs, no needless ``.0``."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return to_curie(text) if text.startswith("http") else text
