"""Running heads, page numbers and notices: what returns in the margins of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.lines import Fragment, fragments

#: The part of a page's height, at the top and at the bottom, in which heads and feet stand.
_MARGIN = 0.12
_PAGE_NUMBER = re.compile(
    r"(?:page\s?|[-–—]\s?)?[A-Z]?\d{1,5}(?:\s?(?:of|/)\s?\d{1,4}|\s?[-–—])?|\d{6}-\d{1,3}",
    re.IGNORECASE,
)

#: A text without its numbers, and its size: a title may return as running head.
Key = tuple[str, int]


def returning(pages: Iterable[Page]) -> frozenset[Key]:
    """Collect the texts that stand in the margins of at least two pages."""
    numbers: defaultdict[Key, set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        marginal = (glyph for glyph in page.glyphs() if is_marginal(glyph.y, page))
        for fragment in fragments(marginal):
            numbers[_key(fragment)].add(number)
    # without a letter it may be the label or the pages of a reference: "1.", "415-436."
    return frozenset(
        key for key, on in numbers.items() if len(on) > 1 and any(map(str.isalpha, key[0]))
    )


def without_furniture(
    found: Sequence[Fragment], page: Page, often: frozenset[Key]
) -> list[Fragment]:
    """Leave out the fragments of a page that are no text of the document."""
    return [fragment for fragment in found if not _is_furniture(fragment, page, often)]


def _key(fragment: Fragment) -> Key:
    return re.sub(r"\d+", "#", fragment.text).strip().casefold(), round(fragment.size)


def is_marginal(y: float, page: Page) -> bool:
    """Tell whether a height, in points, is where running heads and feet stand."""
    return not _MARGIN * page.height < y < (1 - _MARGIN) * page.height


def _is_furniture(fragment: Fragment, page: Page, often: frozenset[Key]) -> bool:
    if not is_marginal(fragment.y, page):
        return False
    is_number = _PAGE_NUMBER.fullmatch(fragment.text.strip()) and _is_outermost(fragment, page)
    return bool(is_number) or _key(fragment) in often


def _is_outermost(fragment: Fragment, page: Page) -> bool:
    return not 0.09 * page.height < fragment.y < 0.91 * page.height
