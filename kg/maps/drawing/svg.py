"""matplotlib's SVG as a page can have it: no style sheets, words and links on the marks.

A page of ours takes no styles from within (Content Security Policy), so each style becomes an
attribute, which the style sheet of the page may overrule: that is how a picture follows dark mode.

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

#: Where a mark leads; ``""`` for nowhere.
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
    """The SVG with a name, a description, and what each mark says.

    Parameters
    ----------
    svg
        What matplotlib printed.
    marks
        The id of each mark, and the mark.
    title, description
        What the picture is called and shows.
    address
        Where a mark leads; without it the picture has no links.
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
    """Make the style of an element its attributes, and its old links new ones."""
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
    """The attributes that say what a style says.

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
    """Give a mark its words, and make it a link if it leads anywhere."""
    words = legible(mark.title)
    title = etree.Element(f"{_SVG}title")
    title.text = words
    element.insert(0, title)
    if href:
        element.tag = f"{_SVG}a"
        element.set("href", href)


def _head(root: etree._Element, title: str, description: str, *, is_linked: bool) -> None:
    """Name the whole. What has links in it is a group: an image would hide them."""
    root.set("role", "group" if is_linked else "img")
    root.set("aria-labelledby", "map-title")
    root.set("aria-describedby", "map-description")
    root.set("color", INK)
    for name, text in (("desc", description), ("title", title)):
        element = etree.Element(f"{_SVG}{name}")
        element.set("id", "map-title" if name == "title" else "map-description")
        element.text = legible(text)
        root.insert(0, element)
