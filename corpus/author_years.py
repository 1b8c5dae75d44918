"""Citations by author and year, "(Doe et al., 2011)", resolved against an unnumbered list."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.citations import GivenMark
from corpus.layout import Block
from corpus.link_marks import Link, marks_of
from corpus.model import Reference

_PARTICLES = r"(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Tt]en|[Ll]a|[Ll]e)\s+){0,3}"
_NAME = rf"{_PARTICLES}[A-ZÀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_MENTION = re.compile(
    rf"(?P<name>{_NAME})(?:\s+et\s+al\.?|\s+(?:and|&)\s+(?:{_NAME}|co-?workers|colleagues))?"
    rf"(?:['’]s)?,?\s+(?P<open>[(\[])?(?P<years>{_YEAR}(?:,\s+{_YEAR}){{0,4}})(?(open)[)\]])"
)
_SUFFIX = re.compile(r"(\d{4})([a-z]?)")


def is_unnumbered(raw: str, references: Sequence[Reference]) -> bool:
    """Return whether the entries of the list have no numbers, so that the text cites by year."""
    first = (reference for reference in references if reference.part in {"", "a"})
    spans = [reference.span for reference in first if reference.span]
    starts = [raw.rfind("\n", 0, start) + 1 for start, _ in spans]
    return bool(spans) and not any(
        raw[line:start].strip() for line, (start, _) in zip(starts, spans, strict=True)
    )


def author_year_marks(
    raw: str, blocks: Sequence[Block], references: Sequence[Reference]
) -> list[GivenMark]:
    """Find the citations by author and year in a text with an unnumbered reference list, in order.

    A name and a year count as a citation only if one entry of the list has both.
    """
    index = _index(references)
    known = tuple(reference.number for reference in references)
    found = {mark.span: mark for block in blocks for mark in _marks(raw, block, index, known)}
    return [found[span] for span in sorted(found)]


def _marks(
    raw: str, block: Block, index: Mapping[tuple[str, str], list[str]], known: Sequence[str]
) -> Iterator[GivenMark]:
    start, end = block.lines[0][0], block.lines[-1][1]
    if not _is_whole(block):
        for line in block.lines:
            yield from _marks(raw, Block(kind=block.kind, lines=(line,)), index, known)
        return
    text = re.sub(r"\s", " ", raw[start:end])
    links = list(_links(text, index))
    yield from (mark.shifted(start) for mark in marks_of(text, links, known))


def _is_whole(block: Block) -> bool:
    """Return whether only line ends separate the lines of the block."""
    ends = [end for _, end in block.lines[:-1]]
    starts = [start for start, _ in block.lines[1:]]
    return all(0 <= start - end <= 2 for end, start in zip(ends, starts, strict=True))


def _links(text: str, index: Mapping[tuple[str, str], list[str]]) -> Iterator[Link]:
    for match in _MENTION.finditer(text):
        numbers = [
            number
            for year, letter in _SUFFIX.findall(match["years"])
            for number in _cited(index.get((_fold(match["name"]), year), []), letter)
        ]
        if numbers:
            yield Link(start=match.start(), end=match.end(), numbers=tuple(dict.fromkeys(numbers)))


def _cited(numbers: Sequence[str], letter: str) -> Sequence[str]:
    """Return the cited works of an author and year: the letter "b" of "2014b" means the second."""
    at = ord(letter) - ord("a") if letter else -1
    return numbers[at : at + 1] if letter and at < len(numbers) and len(numbers) > 1 else numbers


def _index(references: Sequence[Reference]) -> Mapping[tuple[str, str], list[str]]:
    index: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for reference in references:
        if reference.authors and reference.year:
            key = _fold(reference.authors[0].family), str(reference.year)
            index[key].append(reference.number)
    return index


def _fold(name: str) -> str:
    """Return the last word of a name without accents; particles ("van der") vary in citations."""
    plain = unicodedata.normalize("NFKD", name.split()[-1])
    return "".join(c for c in plain if c.isalpha()).casefold()
