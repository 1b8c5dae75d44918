"""Formulas in MathML and TeX as one line of text: scripts as markup, fractions with a slash."""

from __future__ import annotations

import re

from corpus.readers.markup.tree import Element, name_of, text_of

_INVISIBLE = re.compile("[\u2061-\u2064]")
_RELATIONS = frozenset("= < > ≤ ≥ ≈ ∼ ~ ≪ ≫ ± × → ⇌ ∝".split())
_TEX = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)


def flat_formula(element: Element) -> str:
    """Return a MathML formula as one line of text.

    >>> from lxml import etree
    >>> flat_formula(etree.fromstring("<msub><mi>Al</mi><mn>2</mn></msub>"))
    'Al_{2}'
    """
    name = name_of(element)
    parts = [flat_formula(part) for part in element if name_of(part)]
    if name in {"mi", "mn", "mo", "ms", "mtext"}:
        return _token(name, text_of(element))
    if name == "semantics":
        return parts[0] if parts else ""
    if name in {"annotation", "annotation-xml"}:
        return ""
    if name == "mspace":
        return " "
    return _combined(name, parts)


def _combined(name: str, parts: list[str]) -> str:
    match name, parts:
        case (("msub" | "munder"), [base, low]):
            return base + _script("_", low)
        case (("msup" | "mover"), [base, high]):
            return base + _script("^", high)
        case (("msubsup" | "munderover"), [base, low, high]):
            return base + _script("_", low) + _script("^", high)
        case "mfrac", [above, below]:
            return f"{above}/{below}"
        case "msqrt", _:
            return f"√({''.join(parts)})"
        case _:
            return "".join(parts)


def _token(name: str, text: str) -> str:
    text = _INVISIBLE.sub("", text)
    return f" {text} " if name == "mo" and text in _RELATIONS else text


def _script(sign: str, text: str) -> str:
    return f"{sign}{{{text.strip()}}}" if text.strip() else ""


def flat_tex(text: str) -> str:
    r"""Return TeX between dollars, without the preamble that some publishers repeat.

    >>> flat_tex(r"$$x \le 8$$")
    '$x \\le 8$'
    """
    document = _TEX.search(text)
    return "$" + (document[1] if document else text).strip().strip("$").strip() + "$"
