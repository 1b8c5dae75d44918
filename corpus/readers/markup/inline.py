"""Running text of marked-up documents written down, with scripts, formulas and links kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from corpus.readers.markup.draft import Line
from corpus.readers.markup.formula import flat_formula, flat_tex
from corpus.readers.markup.tree import Element, character_of, name_of, text_of

Script = Literal["^", "_", ""]
#: Elements that stand for a blank.
_BLANK_ELEMENTS = frozenset({"br", "break", "hsp", "vsp"})
#: Signs that Elsevier's XML names (``ce:glyph``): chemical bonds.
_GLYPHS = {"sbnd": "–", "dbnd": "=", "tbnd": "≡"}
#: A longer sub- or superscript is a sentence set small.
_LONGEST_SCRIPT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The mark-up of running text in a format.

    ``script`` tells super- and subscripts, ``cited`` the reference numbers that an element links to
    (``None`` if it is no such link). ``apart`` are names of blocks that may stand inside a
    paragraph; ``skips`` tells what is not text. With
    ``blank_before`` the format sets scripts off by a blank that is not printed.
    """

    script: Callable[[Element], Script]
    cited: Callable[[Element], tuple[str, ...] | None]
    apart: frozenset[str]
    skips: Callable[[Element], bool]
    blank_before: bool = False


def inline(element: Element, dialect: Dialect, *, whole: bool = False) -> Line:
    """Write down the content of an element; blocks inside it are put off in ``Line.apart``.

    With ``whole`` the element itself is part of the text, as a superscript or a link may be.
    """
    line = Line()
    if whole:
        _write_child(line, element, name_of(element), dialect)
    else:
        _write(line, element, dialect)
    return line


def script_of(element: Element) -> Script:
    """The script of ``sup`` and ``sub`` in HTML and JATS: ``"^"``, ``"_"``; ``""`` for others."""
    name = name_of(element)
    return "^" if name == "sup" else "_" if name == "sub" else ""


def write_all(line: Line, element: Element, dialect: Dialect) -> None:
    """Write an element's text after what the line holds."""
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
    """Write one of several forms of the same formula: the one that keeps most."""
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
    """Write the numbers of a link that leaves them to the printer (``<xref rid="ref1"/>``)."""
    parent = child.getparent()
    is_raised = parent is not None and dialect.script(parent) == "^"
    printed = ",".join(numbers)
    line.write(printed if is_raised else f"^{{{printed}}}")


def _write_script(line: Line, child: Element, script: Script, dialect: Dialect) -> None:
    """Write a script in braces; one that holds only a footnote mark is left out."""
    inner = inline(child, dialect)
    if not inner.text:
        return
    if dialect.blank_before:
        line.close_up()
    line.write(script + "{")
    line.append(inner)
    line.write("}")
