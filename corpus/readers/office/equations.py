"""Equations of Word (Office MathML) as one line of text, like MathML in articles."""

from __future__ import annotations

import re

from corpus.readers.markup.tree import Element, child, children, name_of

_RELATION = re.compile(r"\s*([=<>≤≥≈≪≫±×→⇌∝])\s*")
#: Names of property elements, which have no text except the characters of brackets and signs.
_PROPERTIES = re.compile(r".*pr$")
#: Characters of an empty base, and signs of operations that are not printed.
_INVISIBLE = re.compile("[\u200b-\u200d\u2061-\u2064]")
_LIKE_MARK = re.compile(r"(?<=[^\w\s])\^\{(\d[\d,;\s–-]*)\}")
_BRACKETS = {"begchr": "(", "endchr": ")", "sepchr": "|"}


def flat_equation(element: Element) -> str:
    """Return an equation, or a part of one, as one line of text.

    >>> from lxml import etree
    >>> sub = "<sSub><e><r><t>Al</t></r></e><sub><r><t>2</t></r></sub></sSub>"
    >>> flat_equation(etree.fromstring(f"<oMath>{sub}<r><t>O</t></r></oMath>"))
    'Al_{2}O'
    """
    return unlike_marks(" ".join(_flat(element).split()))


def unlike_marks(text: str) -> str:
    """Rewrite powers of brackets and operators so that they are not read as citation marks.

    Such a power is written as ``^( 2)``. A power at the very start belongs to the word before the
    equation.

    >>> unlike_marks("(ahv)^{2} = 9 cm^{-1}"), unlike_marks("^{2}")
    ('(ahv)^( 2) = 9 cm^{-1}', '^{2}')
    """
    return _LIKE_MARK.sub(r"^( \1)", text)


def _flat(element: Element) -> str:
    name = name_of(element)
    if name == "t":
        return _RELATION.sub(r" \1 ", _INVISIBLE.sub("", element.text or ""))
    if _PROPERTIES.fullmatch(name) or name in {"del", "movefrom"}:
        return ""
    write = _WRITERS.get(name)
    return write(element) if write else "".join(_flat(part) for part in element)


def _part(element: Element, name: str) -> str:
    found = child(element, name)
    return "".join(_flat(part) for part in found).strip() if found is not None else ""


def _script(sign: str, text: str) -> str:
    return f"{sign}{{{text}}}" if text else ""


def _scripts(element: Element) -> str:
    """Return a base with the scripts below, above or (for isotopes) before it."""
    low = _script("_", _part(element, "sub") or _lim(element, "limlow"))
    high = _part(element, "sup") or _lim(element, "limupp")
    base = _part(element, "e")
    if name_of(element) == "spre":
        return low + _script("^", high) + base
    return base + low + _script("^", high)


def _lim(element: Element, name: str) -> str:
    return _part(element, "lim") if name_of(element) == name else ""


def _fraction(element: Element) -> str:
    return f"{_enclosed(_part(element, 'num'))}/{_enclosed(_part(element, 'den'))}"


def _enclosed(text: str) -> str:
    return f"({text})" if re.search(r"\s|[+−-]", text) else text


def _root(element: Element) -> str:
    return f"√({_part(element, 'e')})"


def _brackets(element: Element) -> str:
    signs = {
        name: next((str(value) for value in found.attrib.values()), "")
        for name in _BRACKETS
        if (found := child(element, "dpr", name)) is not None
    }
    begin, end, between = (signs.get(name, sign) for name, sign in _BRACKETS.items())
    parts = ["".join(_flat(part) for part in inner).strip() for inner in children(element, "e")]
    return begin + between.join(parts) + end


def _sum(element: Element) -> str:
    found = child(element, "narypr", "chr")
    sign = next((str(value) for value in found.attrib.values()), "") if found is not None else "∫"
    low, high = _script("_", _part(element, "sub")), _script("^", _part(element, "sup"))
    return f"{sign}{low}{high} {_part(element, 'e')}"


def _function(element: Element) -> str:
    return f"{_part(element, 'fname')} {_part(element, 'e')}"


def _rows(element: Element) -> str:
    """Return the rows of a matrix or of an array of equations, joined by semicolons."""
    rows = (
        "".join(_flat(part) for part in inner).strip() for inner in children(element, "e", "mr")
    )
    return "; ".join(filter(None, rows))


_WRITERS = {
    **dict.fromkeys(("ssub", "ssup", "ssubsup", "spre", "limlow", "limupp"), _scripts),
    **{"f": _fraction, "rad": _root, "d": _brackets, "nary": _sum, "func": _function},
    **{"eqarr": _rows, "m": _rows},
}
