"""The metadata of a PDF file: its information dictionary and its XMP packet.

Publishers and word processors fill them in; some files have neither. Default values of programs are
ignored (:mod:`corpus.properties`). XMP is ISO 16684-1; publishers use the terms of Dublin Core and
of PRISM in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from corpus.imprint import find_doi, find_year, read_imprint
from corpus.model import Reference
from corpus.properties import is_plausible_title, plain_value, read_persons

_PACKET = re.compile(rb"<(?:x:xmpmeta|rdf:RDF)\b.*?</(?:x:xmpmeta|rdf:RDF)>", re.DOTALL)
#: The most bytes of a packet; that of a document has 4,000, with an editing history 100,000.
_LONGEST_PACKET = 500_000
#: The most packets searched; pictures in a PDF have packets too.
_MOST_PACKETS = 20
_RIGHTS_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMetadata:
    """The metadata of a file: a record of the plausible fields, and all plausible titles."""

    record: Reference
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class _Terms:
    """The values of a packet by the local names of their properties."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        return next((self.values[name][0] for name in names if self.values.get(name)), "")


def read_information(information: Mapping[str, str], data: bytes) -> FileMetadata:
    """Read the document information and the XMP packet of a PDF.

    Parameters
    ----------
    information
        Entries of the information dictionary by name.
    data
        The file itself, which contains packets as plain XML.
    """
    terms = _packet(data)
    titles = [information.get("Title", ""), *terms.values.get("title", ())]
    titles = [title for title in map(plain_value, titles) if is_plausible_title(title)]
    subject = read_imprint(plain_value(information.get("Subject", ""))) or Reference()
    names = [
        information.get("Author", ""),
        "; ".join(dict.fromkeys(terms.values.get("creator", ()))),
    ]
    record = Reference(
        title=titles[0] if titles else "",
        authors=max((read_persons(text) for text in names), key=len),
        container=plain_value(terms.first("publicationName")) or subject.container,
        year=find_year(terms.first("coverDate")) or subject.year or _rights_year(terms),
        volume=terms.first("volume") or subject.volume,
        issue=terms.first("number") or subject.issue,
        pages=_pages(terms) or subject.pages,
        doi=next(_dois(information, terms), ""),
    )
    return FileMetadata(record=record, titles=tuple(dict.fromkeys(titles)))


def _dois(information: Mapping[str, str], terms: _Terms) -> Iterator[str]:
    texts = (
        *(terms.first(name) for name in ("doi", "DOI", "identifier", "WPS-ARTICLEDOI", "url")),
        *(information.get(name, "") for name in ("doi", "WPS-ARTICLEDOI", "Subject", "Keywords")),
        information.get("Title", ""),
    )
    yield from filter(None, map(find_doi, texts))


def _rights_year(terms: _Terms) -> int | None:
    match = _RIGHTS_YEAR.search(terms.first("copyright"))
    return int(match[0]) if match else None


def _pages(terms: _Terms) -> str:
    ends = [terms.first("startingPage"), terms.first("endingPage")]
    return terms.first("pageRange") or "-".join(dict.fromkeys(filter(None, ends)))


def _packet(data: bytes) -> _Terms:
    """Return the terms of the packet that describes the document: the one with the most."""
    found = []
    for number, match in enumerate(_PACKET.finditer(data)):
        if number >= _MOST_PACKETS:
            break
        if match.end() - match.start() <= _LONGEST_PACKET:
            found.append(_terms(match[0]))
    return max(found, key=lambda terms: len(terms.values), default=_Terms())


def _terms(packet: bytes) -> _Terms:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(packet, parser)
    terms = _Terms()
    for description in root.iter("{*}Description") if root is not None else ():
        for name, value in description.attrib.items():
            terms.values.setdefault(_local(name), []).append(str(value).strip())
        for element in description:
            if isinstance(element.tag, str):
                items = [str(text).strip() for text in element.itertext()]
                items = [text for text in items if text]
                if items:
                    terms.values.setdefault(_local(element.tag), []).extend(items)
    return terms


def _local(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]
