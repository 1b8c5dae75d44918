"""The lines of a PDF that may print its record: first pages, margins, cover sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.front import FrontLines
from corpus.furniture import OTHER_ARTICLES
from corpus.readers.pdf.columns import regions
from corpus.readers.pdf.furniture import is_marginal, marginal_glyphs
from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.lines import PrintedLine, fragments, lines

#: The pages whose margins are read, enough for the running heads of left and right pages.
_PAGES = 3
_OTHERS = re.compile(rf"you may|^(?:{OTHER_ARTICLES})[.:]?$", re.IGNORECASE)
_SCRIPTS = re.compile(r"[\^_]\{([^}]*)\}")
_ARXIV = re.compile(
    r"arXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?\s*\[[^\]]+\]\s*([\w\s]{4,16})"
)


def read_front(
    pages: Sequence[Page], covers: Sequence[Page], text: Iterable[PrintedLine]
) -> FrontLines:
    """Return the lines that may print the record of the document.

    ``text`` has the lines of the first page without its running heads.
    """
    margins = [line for page in pages[:_PAGES] for line in _marginal_lines(page)]
    first = [_SCRIPTS.sub(r"\1", line.text) for line in text]
    cover = [text for page in covers for text in (*_marginal_lines(page), *_column_lines(page))]
    others = next((at for at, text in enumerate(cover) if _OTHERS.search(text)), len(cover))
    stamp = _ARXIV.search(" ".join(pages[0].text().split())) if pages else None
    return FrontLines(
        cover=tuple(cover[:others]),
        first=tuple(first),
        margins=tuple(margins),
        stamp=stamp[0] if stamp else "",
    )


def _marginal_lines(page: Page) -> Iterator[str]:
    """Yield the lines of the margins, each across the whole page."""
    for line in lines(fragments(marginal_glyphs(page))):
        yield _SCRIPTS.sub(r"\1", line.text)


def _column_lines(page: Page) -> Iterator[str]:
    found = fragments(page.glyphs())
    for region in regions([part for part in found if not is_marginal(part.y, page)]):
        for line in lines(region):
            yield _SCRIPTS.sub(r"\1", line.text)
