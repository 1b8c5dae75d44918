"""The title of an article, found among the paragraphs of its first page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from corpus.layout import heading_level
from corpus.manuscript import read_authors
from corpus.readers.pdf.head import is_front_matter
from corpus.readers.pdf.paragraphs import Paragraph

#: Least agreement of a printed title with the one in the metadata, in percent of letters.
_LIKENESS = 92.0
_SHORTEST = 12
#: The most blocks from a title to the names: a subtitle and a line of dates may come between.
_NAMES_WITHIN = 3
_MASTHEAD = re.compile(
    r"journal homepage|contents lists|www\.|https?:|ISSN|^volume\b|\bvol\.|\(\d{4}\)", re.IGNORECASE
)
#: Lines of one title differ in size by less than this fraction.
_SAME = 0.03
_LARGER = 1.15
#: The most paragraphs of a title, and the most notes between two of them.
_MOST_PARTS = 5
_MOST_NOTES = 2
#: The number of lines in which those of a title are searched for.
_MOST_LINES = 12

#: The index of a paragraph, and of a line in it.
_Place = tuple[int, int]


def with_title(found: Sequence[Paragraph], body: float, told: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs with the title of the document marked, if it has one.

    Parameters
    ----------
    found
        The paragraphs of the document in reading order.
    body
        Size of most of the text, in points.
    told
        Titles in the metadata of the file.
    """
    return _title_lines(found, told) or _printed(found, body)


def squeezed(text: str) -> str:
    """Return only the letters and digits of a text, in lower case.

    >>> squeezed("Al_{2}O_{3} on Dots")
    'al2o3ondots'
    """
    return re.sub(r"[\W_]+", "", text).lower()


def _on_first_page(found: Sequence[Paragraph]) -> list[int]:
    return [at for at, paragraph in enumerate(found) if paragraph.page == 0]


def _title_lines(found: Sequence[Paragraph], told: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs with a title from the metadata marked; ``[]`` if none is printed."""
    places = [(at, row) for at in _on_first_page(found) for row in range(len(found[at].lines))]
    for key in filter(lambda key: len(key) >= _SHORTEST, map(squeezed, told)):
        for start in range(len(places)):
            title = _lines_of(found, places[start : start + _MOST_LINES], key)
            if title:
                return _marked(found, title)
    return []


def _lines_of(found: Sequence[Paragraph], places: Sequence[_Place], key: str) -> list[_Place]:
    """Return the places of the lines that make up a title, beginning with the first place.

    Lines of a narrow column beside the title may come between them.
    """
    written, title = "", []
    for at, row in places:
        text = written + squeezed(found[at].lines[row])
        if text != written and fuzz.ratio(text, key[: len(text)]) >= _LIKENESS:
            written = text
            title.append((at, row))
        elif not title:
            return []
        if len(written) >= 0.95 * len(key):
            return title if fuzz.ratio(written, key) >= _LIKENESS else []
    return []


def _marked(found: Sequence[Paragraph], title: Sequence[_Place]) -> list[Paragraph]:
    """Make one paragraph of the lines of the title; the other lines of their paragraphs stay."""
    first = title[0][0]
    lines = tuple(found[at].lines[row] for at, row in title)
    blocks: list[Paragraph] = []
    for at, block in enumerate(found):
        rest = [tuple[str, ...]()] * 2
        for row, line in enumerate(block.lines):
            if (at, row) not in title:
                is_behind = at == first and row > title[0][1]
                rest[is_behind] += (line,)
        above, below = (replace(block, lines=part) for part in rest)
        blocks += [above] if above.lines else []
        if at == first:
            blocks.append(replace(block, kind="title", lines=lines))
        blocks += [below] if below.lines else []
    return blocks


def _printed(found: Sequence[Paragraph], body: float) -> list[Paragraph]:
    """Mark the largest print of the first page that may be a title, preferably before names."""
    page = _on_first_page(found)
    large = [at for at in page if found[at].size > _LARGER * body and _begins(found, at)]
    titles = [(at, _run(found, at)) for at in large]
    titles = [
        (at, run) for at, run in titles if _may_be_title(" ".join(found[part].text for part in run))
    ]
    titles = titles or _small_title(found, page)
    if not titles:
        return list(found)
    _, run = max(titles, key=lambda title: _weight(found, *title))
    return _marked(found, [(at, row) for at in run for row in range(len(found[at].lines))])


def _begins(found: Sequence[Paragraph], at: int) -> bool:
    return at == 0 or not _goes_on(found[at - 1], found[at])


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    is_same = abs(first.size - second.size) <= _SAME * first.size and first.bold == second.bold
    # two capitalised words alone may be names, or the end of a title
    return is_same and first.page == second.page and len(read_authors(second.text)) < 2


def _run(found: Sequence[Paragraph], at: int) -> list[int]:
    """Return the paragraphs of one title, across notes of a narrow column between them."""
    run, skipped = [at], 0
    for number in range(at + 1, len(found)):
        if _goes_on(found[at], found[number]) and len(run) < _MOST_PARTS:
            run.append(number)
            skipped = 0
        elif skipped < _MOST_NOTES and found[number].size < 0.8 * found[at].size:
            skipped += 1
            if read_authors(found[number].text):
                break
        else:
            break
    return run


def _may_be_title(text: str) -> bool:
    is_text = len(text.split()) >= 3 and sum(map(str.isalpha, text)) > 0.6 * len(text)
    is_short = len(text.split()) <= 50
    return is_text and is_short and not _MASTHEAD.search(text) and not heading_level(text)


def _small_title(found: Sequence[Paragraph], page: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Return the first lines of a manuscript with one letter size, if names are below them."""
    for at in page[:_NAMES_WITHIN]:
        block = found[at]
        is_title = _may_be_title(block.text) and not block.text.rstrip().endswith((".", ":"))
        if is_title and not is_front_matter(block.text) and _has_names(found, at + 1):
            return [(at, [at])]
    return []


def _has_names(found: Sequence[Paragraph], at: int) -> bool:
    below = [block.lines for block in found[at : at + _NAMES_WITHIN]]
    return any(read_authors(lines[0]) or read_authors(" ".join(lines)) for lines in below)


def _weight(found: Sequence[Paragraph], at: int, run: Sequence[int]) -> tuple[bool, float, int]:
    return _has_names(found, run[-1] + 1), round(found[at].size, 1), -at
