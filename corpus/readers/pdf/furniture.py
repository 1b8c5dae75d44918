"""Running heads, page numbers and notices: what returns in the margins of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.lines import Fragment

#: The part of a page's height, at the top and at the bottom, in which heads and feet stand.
_MARGIN = 0.12
_PAGE_NUMBER = re.compile(
    r"(?:page\s?|[-–—]\s?)?[A-Z]?\d{1,5}(?:\s?(?:of|/)\s?\d{1,4}|\s?[-–—])?|\d{6}-\d{1,3}",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?:Downloaded (?:from|by|on|via)\b|See https?://\S+ for options)", re.I)


def without_furniture(
    pages: Sequence[Page], found: Sequence[list[Fragment]]
) -> list[list[Fragment]]:
    """Leave out, page by page, the fragments that are no text of the document."""
    often = _returning(pages, found)
    return [
        [fragment for fragment in parts if not _is_furniture(fragment, page, often)]
        for page, parts in zip(pages, found, strict=True)
    ]


#: A text without its numbers, and its size: a title may return as running head.
_Key = tuple[str, int]


def _key(fragment: Fragment) -> _Key:
    return re.sub(r"\d+", "#", fragment.text).strip().casefold(), round(fragment.size)


def _is_marginal(fragment: Fragment, page: Page) -> bool:
    return not _MARGIN * page.height < fragment.y < (1 - _MARGIN) * page.height


def _returning(pages: Sequence[Page], found: Sequence[list[Fragment]]) -> frozenset[_Key]:
    """Collect the texts that stand in the margins of at least two pages."""
    numbers: defaultdict[_Key, set[int]] = defaultdict(set)
    for number, (page, parts) in enumerate(zip(pages, found, strict=True)):
        for fragment in parts:
            if _is_marginal(fragment, page):
                numbers[_key(fragment)].add(number)
    # without a letter it may be the label or the pages of a reference: "1.", "415-436."
    return frozenset(
        key for key, on in numbers.items() if len(on) > 1 and any(map(str.isalpha, key[0]))
    )


def _is_furniture(fragment: Fragment, page: Page, often: frozenset[_Key]) -> bool:
    text = fragment.text.strip()
    if _NOTICE.match(text):
        return True
    if not _is_marginal(fragment, page):
        return False
    is_number = _PAGE_NUMBER.fullmatch(text) is not None and _is_outermost(fragment, page)
    return is_number or _key(fragment) in often


def _is_outermost(fragment: Fragment, page: Page) -> bool:
    return not 0.09 * page.height < fragment.y < 0.91 * page.height
