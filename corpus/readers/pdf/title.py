"""The title of an article, found among the paragraphs of its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rapidfuzz import fuzz

from corpus.layout import heading_level
from corpus.manuscript import read_authors
from corpus.readers.pdf.head import is_front_matter, is_prose
from corpus.readers.pdf.paragraphs import Paragraph

#: Hundredths of letters in which a printed title agrees with the one that the file tells.
_LIKENESS = 92.0
_SHORTEST = 12
#: Names follow a title at once, or behind a subtitle and a line of dates.
_NAMES_WITHIN = 3
_MASTHEAD = re.compile(
    r"journal homepage|contents lists|www\.|https?:|ISSN|^volume\b|\bvol\.|\(\d{4}\)", re.IGNORECASE
)
#: Lines of one title differ in size by less than this part.
_SAME = 0.03
_LARGER = 1.15


def with_title(found: Sequence[Paragraph], body: float, told: Sequence[str]) -> list[Paragraph]:
    """Mark the title, and leave out what stands above it and is no prose.

    Parameters
    ----------
    found
        The paragraphs of the document in reading order.
    body
        Size of most of the text, in points.
    told
        Titles that the file itself, or a cover sheet, gives the document.
    """
    blocks = _told(found, told) or _printed(found, body)
    at = next((at for at, block in enumerate(blocks) if block.kind == "title"), 0)
    return [*(block for block in blocks[:at] if is_prose(block.text)), *blocks[at:]]


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone, in lower case.

    >>> squeezed("Al_{2}O_{3} on Dots")
    'al2o3ondots'
    """
    return re.sub(r"[\W_]+", "", text).lower()


def _on_first_page(found: Sequence[Paragraph]) -> list[int]:
    return [at for at, paragraph in enumerate(found) if paragraph.page == 0]


def _told(found: Sequence[Paragraph], told: Sequence[str]) -> list[Paragraph]:
    """Mark the lines that print a title which the file tells; empty if none does."""
    lines = [
        (at, number, squeezed(line))
        for at in _on_first_page(found)
        for number, line in enumerate(found[at].lines)
    ]
    for key in filter(lambda key: len(key) >= _SHORTEST, map(squeezed, told)):
        for start, (_, _, text) in enumerate(lines):
            if text and fuzz.ratio(text, key[: len(text)]) >= _LIKENESS:
                end = _end([text for _, _, text in lines[start:]], key)
                if end:
                    return _marked(found, lines[start][:2], lines[start + end - 1][:2])
    return []


def _end(texts: Sequence[str], key: str) -> int:
    """Return how many lines make up a title, 0 if they do not."""
    written = ""
    for count, text in enumerate(texts, start=1):
        written += text
        if len(written) >= 0.95 * len(key):
            return count if fuzz.ratio(written, key) >= _LIKENESS else 0
    return 0


def _marked(
    found: Sequence[Paragraph], first: tuple[int, int], last: tuple[int, int]
) -> list[Paragraph]:
    """Make one title of the lines from first to last (paragraph, line), and leave the others."""
    head, tail = found[first[0]], found[last[0]]
    lines = [line for block in found[first[0] : last[0] + 1] for line in block.lines]
    above, below = lines[: first[1]], tail.lines[last[1] + 1 :]
    title = lines[first[1] : len(lines) - len(below)]
    parts = (
        replace(head, lines=tuple(above)),
        replace(head, kind="title", lines=tuple(title)),
        replace(tail, lines=tuple(below)),
    )
    return [
        *found[: first[0]],
        *(part for part in parts if part.lines),
        *found[last[0] + 1 :],
    ]


def _printed(found: Sequence[Paragraph], body: float) -> list[Paragraph]:
    """Mark the largest print of the first page that may be a title; best before names."""
    page = _on_first_page(found)
    large = [at for at in page if found[at].size > _LARGER * body and _begins(found, at)]
    titles = [(at, _run(found, at)) for at in large]
    titles = [(at, run) for at, run in titles if _may_be_title(" ".join(b.text for b in run))]
    titles = titles or _small_title(found, page)
    if not titles:
        return list(found)
    at, run = max(titles, key=lambda title: _weight(found, *title))
    lines = tuple(line for block in run for line in block.lines)
    title = replace(found[at], kind="title", lines=lines)
    return [*found[:at], title, *found[at + len(run) :]]


def _begins(found: Sequence[Paragraph], at: int) -> bool:
    return at == 0 or not _goes_on(found[at - 1], found[at])


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    is_same = abs(first.size - second.size) <= _SAME * first.size and first.bold == second.bold
    return is_same and first.page == second.page and not read_authors(second.text)


def _run(found: Sequence[Paragraph], at: int) -> list[Paragraph]:
    """Return a paragraph with those behind it that are set alike: the lines of one title."""
    rest = takewhile(lambda block: _goes_on(found[at], block), found[at + 1 : at + 4])
    return [found[at], *rest]


def _may_be_title(text: str) -> bool:
    is_text = len(text.split()) >= 3 and sum(map(str.isalpha, text)) > 0.6 * len(text)
    is_short = len(text.split()) <= 50
    return is_text and is_short and not _MASTHEAD.search(text) and not heading_level(text)


def _small_title(
    found: Sequence[Paragraph], page: Sequence[int]
) -> list[tuple[int, list[Paragraph]]]:
    """Return the first lines of a manuscript in one size, if names stand below them."""
    for at in page[:_NAMES_WITHIN]:
        block = found[at]
        is_title = _may_be_title(block.text) and not block.text.rstrip().endswith((".", ":"))
        if is_title and not is_front_matter(block.text) and _has_names(found, at + 1):
            return [(at, [block])]
    return []


def _has_names(found: Sequence[Paragraph], at: int) -> bool:
    below = [block.lines for block in found[at : at + _NAMES_WITHIN]]
    return any(read_authors(lines[0]) or read_authors(" ".join(lines)) for lines in below)


def _weight(
    found: Sequence[Paragraph], at: int, run: Sequence[Paragraph]
) -> tuple[bool, float, int]:
    return _has_names(found, at + len(run)), round(found[at].size, 1), -at
