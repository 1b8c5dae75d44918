"""Values on a page: subscripts in formulas, long IRIs shortened. Pure, and escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from kg.export.escape import split_formulas, with_amounts
from ontology.curie import to_curie

#: The last letters of "7 cm2" in a title, which is a unit and not curium.
_AFTER_NUMBER = re.compile(r"\d $")


def formula(text: str) -> Markup:
    """Return the text with the numbers of its formulas as subscripts.

    >>> formula("Al2O3 on <CdSe>")
    Markup('Al<sub>2</sub>O<sub>3</sub> on &lt;CdSe&gt;')
    """
    parts: list[Markup] = []
    before = ""
    for part, is_formula in split_formulas(text):
        is_set = is_formula and not _AFTER_NUMBER.search(before)
        parts.append(_lowered(part) if is_set else escape(part))
        before = part
    return Markup("").join(parts)


def _lowered(name: str) -> Markup:
    # A formula has no character that HTML reads as its own.
    return Markup(with_amounts(name, r"<sub>\1</sub>"))  # noqa: S704


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
