"""The head of an article: names, addresses, dates and rights, as opposed to prose.

Prose is never left out: a block is removed only if it is known to be something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.layout import heading_level
from corpus.manuscript import read_authors
from corpus.model import Author
from corpus.readers.pdf.paragraphs import Paragraph

#: Words that occur only in sentences: verb forms and conjunctions.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|being|can|could|may|might|will|would|should|must|do|does"
    r"|did|we|our|it|its|this|these|that|which|who|whose|when|while|where|because|since|although"
    r"|however|here|then|than|not|shows?|showed|shown|using|used|based|into|between|during|after"
    r"|before|through|without|over|via|both|as)\b"
)
_ADDRESS = re.compile(
    r"\b(?:universi\w+|institu\w+|dep(?:ar)?t(?:\.|e?ments?\b)|dipartimento|labor\w+|schools?|faculty"
    r"|fakult\w+|cent(?:er|re)s?|centro|college|academy|division|ministry|hospital|corporation|company"
    r"|gmbh|inc\.|ltd\.?|street|str\.|straße|road|avenue|rue|via|p\.?\s?o\.? box|usa|u\.s\.a\.|uk"
    r"|germany|france|china|japan|korea|italy|spain|india|switzerland|netherlands|belgium|sweden"
    r"|finland|norway|denmark|austria|poland|russia|taiwan|singapore|australia|canada|israel|turkey"
    r"|brazil|portugal|ireland|iran|cnrs|imec|nist)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
#: Dates of receipt, acceptance and publication of an article.
_DATES = re.compile(
    r"\W*(?:article history|received|accepted|submitted|revised|published|available online"
    r"|first published|dated|date of receipt)\b.{0,30}?"
    rf"(?:\b\d{{4}}\b|\d\s{_MONTH}|{_MONTH}\s\d)",
    re.IGNORECASE,
)
#: Beginnings of notices at the head or foot of first pages, whatever their length.
_NOTICE = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\b|this is an open[- ]access|licensed under|creative commons"
    r"|this article is (?:licensed|copyrighted|distributed|published)|open access$"
    r"|content from this work may be used|any further distribution of this work|original content"
    r"|downloaded (?:from|by|on|via)\b|this (?:content|article|document) was downloaded"
    r"|reuse of aip|redistribution subject to|authorized licensed use|see https?://\S+ for options"
    r"|all use subject to|view (?:article|journal|online|export)|export citation|subscriber access"
    r"|to cite this article|how to cite|cite (?:this|as|online)\b|citation:|please cite this"
    r"|article recommendations|read online|metrics & more|\*?s?\W*supporting information$"
    r"|corresponding author|correspondence(?: and requests|:| to\b|$)|author to whom"
    r"|to whom correspondence|address correspondence|present address|e-?mail\b|electronic mail"
    r"|(?:tel|fax)\b\W|orcid\b|https?:|www\.|doi:?\s|issn\b|pacs\b|contents lists available"
    r"|journal homepage|jel\b|ocis codes)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\S@\S+\.\w|\be-?mail:|\bdoi\.org/|^\W*10\.\d{4,}/", re.IGNORECASE)
_SCRIPTS = re.compile(r"[\^_]\{[^}]*\}")
#: The most words of an article's label ("Research Article") or a masthead.
_LONGEST_LABEL = 12
_LONGEST_NOTICE = 90
_LONG_PROSE = 25
#: The number of blocks after the title that may hold the names.
_LONGEST_HEAD = 12
#: The most blocks into which one list of names may be divided.
_MOST_BLOCKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The paragraphs of a document that are text, and its authors."""

    blocks: tuple[Paragraph, ...]
    authors: tuple[Author, ...] = ()


def read_head(blocks: Sequence[Paragraph]) -> Head:
    """Find the authors near the title, and leave out names, addresses and notices."""
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), None)
    if title is None:
        return Head(blocks=tuple(blocks))
    first = _first_of_text(blocks, title + 1)
    above, head = blocks[:title], blocks[title + 1 : first]
    rest = [block for block in blocks[first:] if not _is_notice(block)]
    return Head(
        blocks=(*filter(_is_text, above), blocks[title], *filter(_is_text, head), *rest),
        authors=_distinct(_authors(head)) or _distinct(_authors(above)),
    )


def _is_text(block: Paragraph) -> bool:
    return block.kind in {"caption", "table"} or is_prose(block.text)


def _first_of_text(blocks: Sequence[Paragraph], start: int) -> int:
    """Return the index where the text begins, with a heading or prose, after the names."""
    end = min(len(blocks), start + _LONGEST_HEAD)
    end = next((at for at in range(start, end) if _is_of_text(blocks[at])), end)
    names = [at for at, _ in _names(blocks[start:end])]
    for at in range(start + names[-1] if names else start, len(blocks)):
        is_known = is_front_matter(blocks[at].text)
        if not is_known and (not names or blocks[at].kind == "heading" or _is_text(blocks[at])):
            return at
    return len(blocks)


def _is_of_text(block: Paragraph) -> bool:
    """Return whether a block is a known heading or long prose, below which there are no names."""
    is_long = len(block.text.split()) >= _LONG_PROSE and is_prose(block.text)
    return heading_level(block.text) > 0 or is_long


def _is_notice(block: Paragraph) -> bool:
    """Return whether a block is dates or rights beside or below the text of the first page."""
    is_paragraph = block.kind == "paragraph" and block.page == 0
    return is_paragraph and _starts_notice(block.text)


def _starts_notice(text: str) -> bool:
    plain = " ".join(_SCRIPTS.sub("", text).split())
    if len(plain.split()) > _LONGEST_NOTICE:
        return False
    is_dates = _DATES.match(plain) and not _SENTENCE.search(plain)
    return bool(is_dates) or _NOTICE.match(plain) is not None


def is_front_matter(text: str) -> bool:
    """Return whether a text is names, an address, dates, rights or an identifier, not prose.

    >>> is_front_matter("Department of Layers, University of Films, 12345 Poe, Germany")
    True
    >>> is_front_matter("The films were grown at the University of Films.")
    False
    """
    plain = " ".join(_SCRIPTS.sub("", text).split())
    if _starts_notice(text) or read_authors(text):
        return True
    is_place = _ADDRESS.search(plain) or _CONTACT.search(plain)
    return bool(is_place) and not _SENTENCE.search(plain)


def is_prose(text: str) -> bool:
    """Return whether a text is prose, not front matter or a short label without a full stop."""
    plain = " ".join(_SCRIPTS.sub("", text).split())
    if is_front_matter(text):
        return False
    is_closed = plain.endswith((".", "!", "?", ";", ":")) and len(plain.split()) > 2
    return is_closed or len(plain.split()) > _LONGEST_LABEL or bool(_SENTENCE.search(plain))


def _authors(head: Sequence[Paragraph]) -> Iterator[Author]:
    for _, found in _names(head):
        yield from found


def _names(head: Sequence[Paragraph]) -> Iterator[tuple[int, tuple[Author, ...]]]:
    """Yield the index after each list of names (of blocks, a block or lines), and the names."""
    at = 0
    while at < len(head):
        for end in range(min(len(head), at + _MOST_BLOCKS), at, -1):
            found = read_authors(_joined([line for block in head[at:end] for line in block.lines]))
            if found:
                break
        else:
            end, found = at + 1, tuple(_of_lines(head[at].lines))
        if found:
            yield end, found
        at = end


def _of_lines(lines: Sequence[str]) -> Iterator[Author]:
    """Yield the names in a block that also has a label, dates or an address."""
    for line in lines:
        if found := read_authors(line):
            yield from found
        elif is_prose(line):
            break


def _joined(lines: Sequence[str]) -> str:
    """Join lines, also within a divided name: "Mon-" and "dal", "Zhi-" and "Wei"."""
    return re.sub(r"(?<=\w)- (?=[A-Z])", "-", re.sub(r"(?<=[a-z])- (?=[a-z])", "", " ".join(lines)))


def _distinct(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Remove names that are repeated, for instance in a line about correspondence."""
    found: list[Author] = []
    for author in authors:
        is_known = any(_is_same(author, known) for known in found)
        found += [] if is_known else [author]
    return tuple(found)


def _is_same(first: Author, second: Author) -> bool:
    """Return whether one name is equal to the other or its short form: "Greg M." and "G."."""
    if first.family != second.family:
        return False
    short, long = sorted((first.given, second.given), key=len)
    return short == long or (len(short) < 4 and short[:1] == long[:1] and len(long) > 4)
