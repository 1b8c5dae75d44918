"""XML and HTML read into trees: nothing is fetched, nothing expanded, and all sizes are bounded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from corpus.errors import ReadError
from corpus.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_MARKUP_BYTES

Element = etree._Element

_BLANKS = re.compile(r"[ \t\r\n\f]+")


def parse_xml(data: bytes, source: str) -> Element:
    """Read well-formed XML.

    External entities and document types are never loaded. Named characters of a document type that
    is not loaded (``&alpha;``) are known as in HTML.

    Raises
    ------
    ReadError
        If the file is not well formed, declares entities, or passes a limit.
    """
    _check_size(data, source)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(source, f"not well-formed XML: {_cause(error)}") from error
    except ValueError as error:  # an encoding that lxml refuses
        raise ReadError(source, f"not XML: {str(error).splitlines()[0]}") from error
    subset = cast("Any", root.getroottree().docinfo.internalDTD)  # the stubs lack its entities
    if subset is not None and any(entity.content for entity in subset.iterentities()):
        raise ReadError(source, "declares XML entities of its own, which are not read")
    return _checked(root, source)


def parse_html(data: bytes, source: str) -> Element:
    """Read HTML as a browser would, whatever its mistakes.

    Raises
    ------
    ReadError
        If there is no element in it, or it passes a limit.
    """
    _check_size(data, source)
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, huge_tree=False, encoding=_encoding(data)
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(source, f"not HTML: {_cause(error)}") from error
    if root is None:
        raise ReadError(source, "not HTML: no element in it")
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise ReadError(source, f"elements nested deeper than {MAX_DEPTH}")
    return _checked(root, source)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace; ``""`` for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children of these names."""
    if element is not None:
        yield from (child for child in element if name_of(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element along a path of names, ``None`` if there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def descendants(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the elements of these names below an element, in document order."""
    if element is not None:
        yield from (found for found in element.iterdescendants() if name_of(found) in names)


def text_of(element: Element | None) -> str:
    """Return all text below an element with its blanks collapsed, ``""`` for ``None``."""
    if element is None:
        return ""
    return _BLANKS.sub(" ", "".join(_pieces(element))).strip()


def character_of(entity: Element) -> str:
    """Return what a named character stands for, ``""`` if the name is unknown."""
    decoded = html.unescape(str(entity.text))
    return "" if decoded.startswith("&") else decoded


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if name_of(child):
            yield from _pieces(child)
        elif isinstance(child, etree._Entity):
            yield character_of(child)
        yield child.tail or ""


def _check_size(data: bytes, source: str) -> None:
    if len(data) > MAX_MARKUP_BYTES:
        raise ReadError(source, f"markup larger than {MAX_MARKUP_BYTES // 1_000_000} MB")


def _checked(root: Element, source: str) -> Element:
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH:
            raise ReadError(source, f"elements nested deeper than {MAX_DEPTH}")
        if count > MAX_ELEMENTS:
            raise ReadError(source, f"more than {MAX_ELEMENTS:,} elements")
    return root


def _cause(error: Exception) -> str:
    """The message of the XML library in one line, without its guess at the file's name."""
    lines = str(error).splitlines() or ["no reason given"]
    if "amplification" in lines[0]:
        return "its entities multiply without bound"
    return re.sub(r"\s*\(<string>, line \d+\)$", "", lines[0])


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page itself declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
