"""The head of an article: title, authors and DOI told apart from its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.layout import Block, Layout
from corpus.model import Author

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
_NAME_MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺*†‡§#]|\^\{[^}]*\}|\b\d\b")
_NAME = re.compile(r"[A-ZÀ-Ž][^\W\d]*(?:[-. ]+[^\W\d]+\.?){1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the text, and the blocks of the text itself (title included)."""

    blocks: tuple[Block, ...]
    authors: tuple[Author, ...] = ()
    doi: str = ""


def read_head(raw: str, layout: Layout) -> Head:
    """Find title, authors and DOI; addresses and notices are left out of the blocks."""
    blocks = layout.blocks
    first = next((at for at, block in enumerate(blocks) if block.kind == "heading"), None)
    if first is not None and 0 < first <= 12 and blocks[first].level <= 2:
        return _full_head(raw, blocks, first, layout.doi)
    if len(blocks) > 1 and _is_title(raw, blocks[0]):
        blocks = (replace(blocks[0], kind="title"), *blocks[1:])
    return Head(blocks=blocks, doi=layout.doi)


def _full_head(raw: str, blocks: tuple[Block, ...], first: int, doi: str) -> Head:
    above, rest = blocks[:first], blocks[first:]
    at = next((at for at, block in enumerate(above) if _is_title(raw, block)), None)
    found = _DOI.search(raw, above[0].lines[0][0], above[-1].lines[-1][1])
    doi = doi or (found[0] if found else "")
    if at is None:
        return Head(blocks=blocks, doi=doi)
    authors = read_authors(_text(raw, above[at + 1])) if at + 1 < len(above) else ()
    return Head(blocks=(replace(above[at], kind="title"), *rest), authors=authors, doi=doi)


def _text(raw: str, block: Block) -> str:
    return " ".join(raw[slice(*line)] for line in block.lines)


def _is_title(raw: str, block: Block) -> bool:
    text = _text(raw, block).strip()
    is_short = len(text) < 300 and not text.endswith((".", ":", ";", ","))
    return block.kind == "paragraph" and is_short and "://" not in text and len(text.split()) > 2


def read_authors(line: str) -> tuple[Author, ...]:
    """Read a line of names; if it is none, the result is empty.

    >>> [author.family for author in read_authors("Jane Doe^{a}, R. Roe* and Ann Poe")]
    ['Doe', 'Roe', 'Poe']
    """
    names = re.split(r",\s*|\s+and\s+", _NAME_MARKS.sub("", line).strip())
    names = [name.strip() for name in names if name.strip(" ,")]
    if not names or not all(_NAME.fullmatch(name) for name in names):
        return ()
    return tuple(
        Author(family=name.split()[-1], given=" ".join(name.split()[:-1])) for name in names
    )
