"""Removal of running heads, page and line numbers, and notices in the margins of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.imprint import read_imprint
from corpus.manuscript import read_authors
from corpus.readers.pdf.glyphs import Glyph, Page
from corpus.readers.pdf.lines import Fragment, fragments

#: The fraction of a page's height, at the top and at the bottom, for running heads and feet.
_MARGIN = 0.12
_PAGE_NUMBER = re.compile(
    r"(?:page\s?|[-–—]\s?)?[A-Z]?\d{1,5}(?:\s?(?:of|/)\s?\d{1,4}|\s?[-–—])?|\d{6}-\d{1,3}",
    re.IGNORECASE,
)

#: The most characters of a running head, and its least distance from the text in font sizes.
_LONGEST = 110
_ISOLATED = 1.7
#: Rights, prices, serial numbers and addresses of journals; "12 Kranz et al."
_CODE = re.compile(
    r"©|\(c\) (?:19|20)\d\d|\$\s?\d+\.\d\d|\b\d{4}-\d{3}[\dX]\b|\bISSN\b|^www\.|^https?://|^doi\b"
    r"|^\d{0,5}\s?[A-Z][\w.\s-]{1,40}\bet al\b\.?\s?\d{0,5}$",
    re.IGNORECASE,
)

#: The fewest line numbers on a page, their greatest misalignment in points, and the fraction of
#: them that must continue the number before.
_FEWEST_LINES = 12
_ALIGNED = 3.0
_REGULAR = 0.9

#: A text without its numbers, and its size, which differs between a title and a running head.
Key = tuple[str, int]


def returning(pages: Iterable[Page]) -> frozenset[Key]:
    """Return the texts that are in the margins of at least two pages."""
    numbers: defaultdict[Key, set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for fragment in fragments(marginal_glyphs(page)):
            numbers[_key(fragment)].add(number)
    # without a letter it may be the label or the pages of a reference: "1.", "415-436."
    return frozenset(
        key for key, on in numbers.items() if len(on) > 1 and any(map(str.isalpha, key[0]))
    )


def without_furniture(
    found: Sequence[Fragment], page: Page, often: frozenset[Key], *, is_first: bool
) -> list[Fragment]:
    """Return the fragments of a page that are text of the document.

    On the first page a line of names in the margin is kept, because it may name the authors.
    """
    numbers = _line_numbers(found, page)
    found = [part for part in found if part not in numbers]
    heights = sorted({round(part.y) for part in found if part.text.strip()})
    return [
        part
        for part in found
        if not is_marginal(part.y, page)
        or not (
            _is_repeated(part, page, often)
            or (_is_isolated(part, page, heights) and _is_running(part.text, is_first))
        )
    ]


def _line_numbers(found: Sequence[Fragment], page: Page) -> frozenset[Fragment]:
    """Return the line numbers of a manuscript: a column of them beside all of the text.

    A first column of numbers in a table or list is within the text, and so does not count.
    """
    by_side: defaultdict[tuple[str, int], list[Fragment]] = defaultdict(list)
    for part in found:
        if part.text.strip().isdecimal():
            by_side["left", round(part.left / _ALIGNED)].append(part)
            by_side["right", round(part.right / _ALIGNED)].append(part)
    for column in by_side.values():
        if len(column) >= _FEWEST_LINES and _counts_on(column):
            left, right = min(part.left for part in column), max(part.right for part in column)
            text = [part for part in found if not is_marginal(part.y, page) and part not in column]
            if all(part.left > right for part in text) or all(part.right < left for part in text):
                return frozenset(column)
    return frozenset()


def _counts_on(column: Sequence[Fragment]) -> bool:
    """Return whether numbers grow by the same step from line to line."""
    down = sorted(column, key=lambda part: -part.y)
    steps = [int(low.text) - int(high.text) for high, low in pairwise(down)]
    return steps[0] > 0 and steps.count(steps[0]) > _REGULAR * len(steps)


def _key(fragment: Fragment) -> Key:
    return re.sub(r"\d+", "#", fragment.text).strip().casefold(), round(fragment.size)


def marginal_glyphs(page: Page) -> Iterator[Glyph]:
    """Yield the glyphs in the margins for running heads and feet."""
    return page.glyphs(but=(_MARGIN * page.height, (1 - _MARGIN) * page.height))


def is_marginal(y: float, page: Page) -> bool:
    """Return whether a height, in points, is in the margins for running heads and feet."""
    return not _MARGIN * page.height < y < (1 - _MARGIN) * page.height


def _is_repeated(fragment: Fragment, page: Page, often: frozenset[Key]) -> bool:
    is_number = _PAGE_NUMBER.fullmatch(fragment.text.strip()) and _is_outermost(fragment, page)
    return bool(is_number) or _key(fragment) in often


def _is_isolated(fragment: Fragment, page: Page, heights: Sequence[int]) -> bool:
    """Return whether white space separates a line in the margin from the text."""
    reach = _ISOLATED * fragment.size
    is_low = fragment.y < page.height / 2
    inward = (y - fragment.y if is_low else fragment.y - y for y in heights)
    return not any(2 < away < reach for away in inward)


def _is_running(text: str, is_first: bool) -> bool:
    """Return whether a text is a running head found on one page only: an imprint, a code, names.

    The last line of a reference, at the top of the next page, ends with a full stop.
    """
    plain = text.strip()
    if len(plain) > _LONGEST or plain.endswith((".", ",", ";")):
        return False
    is_head = bool(_CODE.search(plain)) or read_imprint(plain) is not None
    return is_head or (not is_first and bool(read_authors(plain)))


def _is_outermost(fragment: Fragment, page: Page) -> bool:
    return not 0.09 * page.height < fragment.y < 0.91 * page.height
