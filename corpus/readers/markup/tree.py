"""Safe parsing of XML and HTML: nothing is fetched or expanded, and all sizes are limited."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from corpus.errors import ReadError
from corpus.legible import legible
from corpus.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_MARKUP_BYTES

Element = etree._Element

_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: Windows-1252 characters at the control codes of Latin-1; files declared as Latin-1 use them.
_WINDOWS = {
    code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)
}
_CONTROL = re.compile("[\x80-\x9f]")
#: Characters that XML forbids, in UTF-8, and references to any character; converters leave both.
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REFERENCE = re.compile(rb"&#(?:(\d{1,9})|x([0-9a-f]{1,8}));", re.IGNORECASE)
#: Errors about ids that are not names or occur twice.
_ID_MISTAKES = {"DTD_XMLID_VALUE", "DTD_ID_REDEFINED"}
#: The declaration of the encoding of an HTML page.
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)


def parse_xml(data: bytes, source: str) -> Element:
    """Parse well-formed XML.

    External entities and document types are never loaded. Named characters of a document type that
    is not loaded (``&alpha;``) are decoded as in HTML. Errors that do not change the text are
    ignored: invalid or duplicate ids, prefixes without a namespace, forbidden characters.

    Raises
    ------
    ReadError
        If the file is not well formed, declares entities, or exceeds a limit.
    """
    _check_size(data, source)
    try:
        root = _parsed(data)
    except etree.XMLSyntaxError as error:
        raise ReadError(source, f"not well-formed XML: {_cause(error)}") from error
    except ValueError as error:  # an encoding that lxml refuses
        raise ReadError(source, f"not XML: {str(error).splitlines()[0]}") from error
    subset = cast("Any", root.getroottree().docinfo.internalDTD)  # the stubs lack its entities
    if subset is not None and any(entity.content for entity in subset.iterentities()):
        raise ReadError(source, "declares its own XML entities, which are not supported")
    return _checked(root, source)


def parse_html(data: bytes, source: str) -> Element:
    """Parse HTML as a browser would, despite errors.

    Raises
    ------
    ReadError
        If it has no elements, or exceeds a limit.
    """
    _check_size(data, source)
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(_as_utf8(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(source, f"not HTML: {_cause(error)}") from error
    if root is None:
        raise ReadError(source, "not HTML: contains no elements")
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise ReadError(source, f"elements nested deeper than {MAX_DEPTH}")
    return _checked(root, source)


def _parsed(data: bytes) -> Element:
    """Parse XML; retry with a lenient parser if the only errors concern namespaces and ids.

    ``collect_ids=False`` would ignore ids too, but libxml2 then loads the document type.
    """
    parser = _parser(recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        mistakes = parser.error_log.filter_from_errors()
        kinds = {
            "ID" if entry.type_name in _ID_MISTAKES else entry.domain_name for entry in mistakes
        }
        if kinds and kinds <= {"NAMESPACE", "ID"}:
            return etree.fromstring(data, _parser(recover=True))
        tidied = _REFERENCE.sub(_allowed, _FORBIDDEN.sub(b"", data))
        if tidied == data or _is_utf16(data):
            raise
    return _parsed(tidied)


def _allowed(reference: re.Match[bytes]) -> bytes:
    """Return a character reference if XML allows the character, else nothing."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    is_legible = code <= 0x10FFFF and legible(chr(code)) == chr(code)
    return reference[0] if is_legible or 0x7F <= code <= 0x9F else b""


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
    )


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace; ``""`` for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children with one of these names."""
    if element is not None:
        yield from (child for child in element if name_of(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element along a path of names, ``None`` if there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def descendants(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the elements with one of these names below an element, in document order."""
    if element is not None:
        yield from (found for found in element.iterdescendants() if name_of(found) in names)


def text_of(element: Element | None) -> str:
    """Return all text below an element with its blanks collapsed, ``""`` for ``None``."""
    if element is None:
        return ""
    return _BLANKS.sub(" ", as_printed("".join(_pieces(element)))).strip()


def spaced(element: Element | None) -> str:
    """Return the texts of the leaf elements joined by blanks, for data without blanks."""
    if element is None:
        return ""
    leaves = (text_of(part) for part in element.iter() if name_of(part) and len(part) == 0)
    return " ".join(filter(None, leaves)) or text_of(element)


def as_printed(text: str) -> str:
    r"""Return a text with the characters of Windows-1252 that were declared as Latin-1 corrected.

    >>> as_printed("200\x96300 °C")
    '200–300 °C'
    """
    return text.translate(_WINDOWS) if _CONTROL.search(text) else text


def character_of(entity: Element) -> str:
    """Return the character of a named entity, ``""`` if the name is unknown."""
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
    """Return the message of the XML library on one line, without its guess of a file name."""
    lines = str(error).splitlines() or ["no reason given"]
    if "amplification" in lines[0]:
        return "its entities expand without limit"
    if "Excessive depth" in lines[0]:
        return f"elements nested deeper than {MAX_DEPTH}"
    return re.sub(r"\s*\(<string>, line \d+\)$", "", lines[0])


def _as_utf8(data: bytes) -> bytes:
    """Return an HTML page in UTF-8, decoded as UTF-8, or else as it declares."""
    if _is_utf16(data):
        return data.decode("utf-16", errors="replace").encode()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data), errors="replace").encode()
    return data.replace(b"\0", b"")


def _declared(data: bytes) -> str:
    """Return the declared encoding; Latin-1 means Windows-1252 in practice (HTML, 4.2.5.4)."""
    found = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        name = ""
    return "cp1252" if name in {"", "utf-8", "iso8859-1", "ascii"} else name


def _is_utf16(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
