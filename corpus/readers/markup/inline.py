"""Writing of running text of marked-up documents, with its scripts, formulas and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from corpus.readers.markup.draft import Line
from corpus.readers.markup.formula import flat_formula, flat_tex
from corpus.readers.markup.tree import Element, character_of, name_of, text_of

Script = Literal["^", "_", ""]
#: Elements that are written as a blank.
_BLANK_ELEMENTS = frozenset({"br", "break", "hsp", "vsp"})
#: Names of signs in Elsevier's XML (``ce:glyph``): chemical bonds.
_GLYPHS = {"sbnd": "–", "dbnd": "=", "tbnd": "≡"}
#: The most characters of a sub- or superscript; longer text is a sentence in small print.
_LONGEST_SCRIPT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The markup of running text in a format.

    ``script`` returns whether an element is a super- or subscript, ``cited`` the reference numbers
    that it links to (``None`` if it is no such link), ``skips`` whether it is not text. ``apart``
    has the names of blocks that may occur inside a paragraph. ``blank_before`` is true if the
    format has a blank before scripts that is not printed.
    """

    script: Callable[[Element], Script]
    cited: Callable[[Element], tuple[str, ...] | None]
    apart: frozenset[str]
    skips: Callable[[Element], bool]
    blank_before: bool = False


def inline(element: Element, dialect: Dialect, *, whole: bool = False) -> Line:
    """Write the content of an element to a line; blocks inside it are deferred to ``Line.apart``.

    With ``whole`` the element itself is part of the text, as a superscript or a link may be.
    """
    line = Line()
    if whole:
        _write_child(line, element, name_of(element), dialect)
    else:
        _write(line, element, dialect)
    return line


def script_of(element: Element) -> Script:
    """Return the script of ``sup`` and ``sub`` in HTML and JATS: ``"^"``, ``"_"`` or ``""``."""
    name = name_of(element)
    return "^" if name == "sup" else "_" if name == "sub" else ""


def write_all(line: Line, element: Element, dialect: Dialect) -> None:
    """Append the text of an element to a line."""
    _write(line, element, dialect)


def _write(line: Line, element: Element, dialect: Dialect) -> None:
    line.write(element.text)
    for child in element:
        if isinstance(child, etree._Entity):
            line.write(character_of(child))
        elif name := name_of(child):
            _write_child(line, child, name, dialect)
        line.write(child.tail)


def _write_child(line: Line, child: Element, name: str, dialect: Dialect) -> None:
    if name in dialect.apart:
        line.apart.append(child)
    elif dialect.skips(child):
        return
    elif name in _BLANK_ELEMENTS:
        line.write(" ")
    elif name == "glyph":
        line.write(_GLYPHS.get(child.get("name") or "", ""))
    elif name == "math":
        line.write(flat_formula(child))
    elif name == "tex-math":
        line.write(flat_tex(text_of(child)))
    elif name == "alternatives":
        _write_best(line, child, dialect)
    else:
        _write_marked(line, child, dialect)


def _write_best(line: Line, alternatives: Element, dialect: Dialect) -> None:
    """Write one of several forms of a formula: the one with the most information."""
    forms = {name_of(form): form for form in alternatives}
    for name in ("math", "tex-math", "textual-form"):
        if name in forms:
            _write_child(line, forms[name], name, dialect)
            return


def _write_marked(line: Line, child: Element, dialect: Dialect) -> None:
    numbers = dialect.cited(child)
    script = dialect.script(child)
    if script and not 0 < len(text_of(child)) <= _LONGEST_SCRIPT:
        script = ""
    start = line.length
    if numbers and not text_of(child):
        _write_numbers(line, child, numbers, dialect)
    elif script:
        _write_script(line, child, script, dialect)
    else:
        _write(line, child, dialect)
    if numbers:
        line.link(start, numbers)


def _write_numbers(line: Line, child: Element, numbers: tuple[str, ...], dialect: Dialect) -> None:
    """Write the numbers of a link without text (``<xref rid="ref1"/>``)."""
    parent = child.getparent()
    is_raised = parent is not None and dialect.script(parent) == "^"
    printed = ",".join(numbers)
    line.write(printed if is_raised else f"^{{{printed}}}")


def _write_script(line: Line, child: Element, script: Script, dialect: Dialect) -> None:
    """Write a script in braces, unless it is empty, such as a skipped footnote mark."""
    inner = inline(child, dialect)
    if not inner.text:
        return
    if dialect.blank_before:
        line.close_up()
    line.write(script + "{")
    line.append(inner)
    line.write("}")
