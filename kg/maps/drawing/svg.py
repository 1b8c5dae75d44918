"""Prepare matplotlib's SVG for a page: no style sheets, with texts and links on the marks.

The pages allow no embedded styles (Content Security Policy), so each style becomes an attribute.
The style sheet of the page may override it, which lets a picture follow dark mode.

References
----------
Attributes for styles: https://www.w3.org/TR/SVG2/styling.html#PresentationAttributes. Names of
graphics: https://www.w3.org/TR/svg-aam-1.0/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from corpus.legible import legible
from kg.maps.drawing.canvas import INK
from kg.maps.model import Mark

#: A function from a mark to its link; ``""`` for no link.
Address = Callable[[Mark], str]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_FONT: Final = re.compile(r"(?P<before>.*?)(?P<size>[\d.]+px)\s+(?P<family>.+)")


def finish(
    svg: bytes,
    marks: Mapping[str, Mark],
    title: str,
    description: str,
    address: Address | None = None,
) -> bytes:
    """Return the SVG with a name, a description, and the text of each mark.

    Parameters
    ----------
    svg
        The output of matplotlib.
    marks
        The marks by their ids.
    title, description
        The name and the description of the picture.
    address
        A function from marks to their links; without it the picture has no links.
    """
    root = etree.fromstring(svg, etree.XMLParser(remove_comments=True, resolve_entities=False))
    for name in ("metadata", "style"):
        for element in [*root.iter(f"{_SVG}{name}")]:
            element.getparent().remove(element)
    for element in root.iter():
        _flatten(element)
    by_id = {element.get("id"): element for element in root.iter(f"{_SVG}g")}
    for name, mark in marks.items():
        if name in by_id:
            _tell(by_id[name], mark, address(mark) if address is not None else "")
    _head(root, title, description, is_linked=address is not None)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8") + b"\n"


def _flatten(element: etree._Element) -> None:
    """Turn the style of an element into attributes, and an XLink into a plain link."""
    for part in str(element.attrib.pop("style", "")).split(";"):
        name, _, value = part.partition(":")
        for key, text in _attributes(name.strip(), value.strip()):
            element.set(key, text)
    if _XLINK in element.attrib:
        element.set("href", element.attrib.pop(_XLINK))
    for name in ("fill", "stroke"):
        if element.get(name) == INK:
            element.set(name, "currentColor")


def _attributes(name: str, value: str) -> list[tuple[str, str]]:
    """Return the attributes that are equivalent to a style.

    >>> _attributes("font", "italic 10px 'DejaVu Sans', sans-serif")[1:]
    [('font-family', "'DejaVu Sans', sans-serif"), ('font-style', 'italic')]
    """
    if name != "font":
        return [(name, value)] if name else []
    match = _FONT.fullmatch(value)
    if match is None:
        return []
    found = [("font-size", match["size"]), ("font-family", match["family"])]
    for word in match["before"].split():
        found.append(("font-style" if word in ("italic", "oblique") else "font-weight", word))
    return found


def _tell(element: etree._Element, mark: Mark, href: str) -> None:
    """Give a mark its text, and make it a link if it has an address."""
    words = legible(mark.title)
    title = etree.Element(f"{_SVG}title")
    title.text = words
    element.insert(0, title)
    if href:
        element.tag = f"{_SVG}a"
        element.set("href", href)


def _head(root: etree._Element, title: str, description: str, *, is_linked: bool) -> None:
    """Add name and description; a picture with links is a group, as an image would hide them."""
    root.set("role", "group" if is_linked else "img")
    root.set("aria-labelledby", "map-title")
    root.set("aria-describedby", "map-description")
    root.set("color", INK)
    for name, text in (("desc", description), ("title", title)):
        element = etree.Element(f"{_SVG}{name}")
        element.set("id", "map-title" if name == "title" else "map-description")
        element.text = legible(text)
        root.insert(0, element)
