"""Running heads, page numbers and notices: text that is repeated in the margins of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.manuscript import read_authors
from corpus.readers.pdf.glyphs import Glyph, Page
from corpus.readers.pdf.imprint import read_imprint
from corpus.readers.pdf.lines import Fragment, fragments

#: The part of a page's height, at the top and at the bottom, in which heads and feet stand.
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

#: A text without its numbers, and its size: a title may return as running head.
Key = tuple[str, int]


def returning(pages: Iterable[Page]) -> frozenset[Key]:
    """Collect the texts that are in the margins of at least two pages."""
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
    """Leave out the fragments of a page that are no text of the document.

    On the first page a line of names in the margin may be that of the authors.
    """
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


def _key(fragment: Fragment) -> Key:
    return re.sub(r"\d+", "#", fragment.text).strip().casefold(), round(fragment.size)


def marginal_glyphs(page: Page) -> Iterator[Glyph]:
    """Yield the glyphs that stand where running heads and feet do."""
    return page.glyphs(but=(_MARGIN * page.height, (1 - _MARGIN) * page.height))


def is_marginal(y: float, page: Page) -> bool:
    """Tell whether a height, in points, is where running heads and feet stand."""
    return not _MARGIN * page.height < y < (1 - _MARGIN) * page.height


def _is_repeated(fragment: Fragment, page: Page, often: frozenset[Key]) -> bool:
    is_number = _PAGE_NUMBER.fullmatch(fragment.text.strip()) and _is_outermost(fragment, page)
    return bool(is_number) or _key(fragment) in often


def _is_isolated(fragment: Fragment, page: Page, heights: Sequence[int]) -> bool:
    """Tell whether white space parts a line of the margin from the text."""
    reach = _ISOLATED * fragment.size
    is_low = fragment.y < page.height / 2
    inward = (y - fragment.y if is_low else fragment.y - y for y in heights)
    return not any(2 < away < reach for away in inward)


def _is_running(text: str, is_first: bool) -> bool:
    """Tell a running head that stands on one page only: an imprint, a code, names.

    The last line of a reference, on top of the next page, ends with a stop.
    """
    plain = text.strip()
    if len(plain) > _LONGEST or plain.endswith((".", ",", ";")):
        return False
    is_head = bool(_CODE.search(plain)) or read_imprint(plain) is not None
    return is_head or (not is_first and bool(read_authors(plain)))


def _is_outermost(fragment: Fragment, page: Page) -> bool:
    return not 0.09 * page.height < fragment.y < 0.91 * page.height
