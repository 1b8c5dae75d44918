"""The bibliographic record of a PDF, from its first pages and the metadata of the file.

What is printed comes first, since files tell wrong things; the file fills gaps, and spells out a
journal that the page abbreviates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.model import Author, Reference
from corpus.readers.pdf.columns import regions
from corpus.readers.pdf.furniture import is_marginal, marginal_glyphs
from corpus.readers.pdf.glyphs import Page
from corpus.imprint import find_doi, find_year, printed_year, read_imprint
from corpus.readers.pdf.information import Told
from corpus.readers.pdf.lines import PrintedLine, fragments, lines

#: Running heads of left and right pages.
_PAGES = 3
#: A line without one of these is not an imprint.
_DATED = re.compile(r"(?<!\d)(?:19[3-9]|20[0-4])\d(?!\d)|\bvol", re.IGNORECASE)
_CITE = re.compile(r"\b(?:cite|citation)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"you may|related (?:articles|content)|recent citations|recommended", re.IGNORECASE
)
_SCRIPTS = re.compile(r"[\^_]\{([^}]*)\}")
_IDENTIFIED = re.compile(r"\bdoi\b|doi\.org|dx\.doi|^\W*10\.\d{4}", re.IGNORECASE)
#: The marks of footnotes after a title.
_FOOTNOTES = re.compile(r"(?:\s*(?:[*†‡§∗⋆#]|\(\*\)))+$")
_ARXIV = re.compile(
    r"arXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?\s*\[[^\]]+\]\s*([\w\s]{4,16})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLines:
    """The lines of the first pages and of cover sheets, those in margins apart."""

    cover: tuple[str, ...]
    first: tuple[str, ...]
    margins: tuple[str, ...]
    stamp: str = ""

    def all(self) -> tuple[str, ...]:
        """Return every line, what is most likely of this very article first."""
        return (*self.margins, *self.first, *self.cover)


def read_front(
    pages: Sequence[Page], covers: Sequence[Page], text: Iterable[PrintedLine]
) -> FrontLines:
    """Collect the lines in which a record may be printed.

    ``text`` are the lines of the first page without its running heads.
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


def own_record(
    title: str, authors: tuple[Author, ...], front: FrontLines, told: Told
) -> Reference | None:
    """Put together what is known of a document; ``None`` if that is nothing.

    Parameters
    ----------
    title, authors
        As the first page prints them, ``""`` and ``()`` if it does not.
    front
        The lines of the first pages.
    told
        What the file says of itself.
    """
    imprint = _imprint(front) or Reference()
    record = Reference(
        title=_FOOTNOTES.sub("", title) or told.record.title,
        authors=_more(authors, told.record.authors),
        container=_spelt_out(imprint.container, told.record.container),
        year=imprint.year or printed_year(front.all()) or told.record.year,
        doi=_doi(front, told),
    )
    for name in ("volume", "issue", "pages"):
        value = getattr(imprint, name) or getattr(told.record, name)
        record = replace(record, **{name: value})
    if front.stamp and not imprint.container:
        year = record.year or find_year(front.stamp)
        record = replace(record, container="arXiv", year=year, type="preprint")
    elif record.container:
        record = replace(record, type="article-journal")
    return record if record != Reference() else None


def _marginal_lines(page: Page) -> Iterator[str]:
    """Yield the lines of the margins, each over the whole page."""
    for line in lines(fragments(marginal_glyphs(page))):
        yield _SCRIPTS.sub(r"\1", line.text)


def _column_lines(page: Page) -> Iterator[str]:
    found = fragments(page.glyphs())
    for region in regions([part for part in found if not is_marginal(part.y, page)]):
        for line in lines(region):
            yield _SCRIPTS.sub(r"\1", line.text)


def _imprint(front: FrontLines) -> Reference | None:
    """Return the fullest imprint: that to cite by, else of margins, else of the first page."""
    pairs = [" ".join(pair) for pair in pairwise(front.cover)]
    cited = [text for text in (*pairs, *front.cover, *front.first) if _CITE.search(text)]
    tops = [text for text in front.first if _begins_imprint(text)]
    for texts in (cited, front.margins, tops, pairs, front.cover):
        found = [read_imprint(text) for text in texts if _DATED.search(text)]
        known = [reference for reference in found if reference is not None]
        if known:
            return max(known, key=_fullness)
    return None


def _begins_imprint(text: str) -> bool:
    """Lines of the text itself cite other articles: only one that is an imprint alone counts."""
    found = read_imprint(text) if _DATED.search(text) and len(text) < 120 else None
    return found is not None and text.lower().startswith(found.container[:5].lower())


def _fullness(reference: Reference) -> int:
    fields = reference.container, reference.year, reference.volume, reference.pages
    return sum(map(bool, fields))


def _doi(front: FrontLines, told: Told) -> str:
    """Return the DOI in the metadata, else the first one that the page prints as its own."""
    if told.record.doi:
        return told.record.doi
    texts = (*front.cover, *front.margins, *front.first)
    joined = (_continued(*pair) for pair in pairwise(texts))
    found = (find_doi(text) for text in (*texts, *joined) if _IDENTIFIED.search(text))
    return next((doi for doi in found if re.search(r"/.*\d", doi)), "")


def _continued(text: str, after: str) -> str:
    """Join a DOI that a line end divides before its number."""
    is_cut = re.search(r"10\.\d{4,9}/?\S*$", text.rstrip())
    return (
        text.rstrip() + after.lstrip() if is_cut and re.match(r"\s*(?!\d+\s*$)\S*\d", after) else ""
    )


def _more(printed: tuple[Author, ...], told: tuple[Author, ...]) -> tuple[Author, ...]:
    """Publishers name all authors in the file, or the first one alone."""
    return told if len(told) > len(printed) else printed


def _spelt_out(printed: str, told: str) -> str:
    """Return the full name of a journal from the metadata, if the page prints its abbreviation."""
    if not printed or not told:
        return printed or told
    return told if is_abbreviation(printed, told) else printed


def is_abbreviation(short: str, full: str) -> bool:
    """Tell whether each word of one name begins as the next word of the other does.

    >>> is_abbreviation("J. Layer Sci. A", "Journal of Layer Science A")
    True
    >>> is_abbreviation("Layers Today", "Biochemical Pharmacology")
    False
    """
    shorts, fulls = (list(_words(name)) for name in (short, full))
    return len(shorts) == len(fulls) and all(
        a and b.startswith(a[0]) and _is_within(a, b) for a, b in zip(shorts, fulls, strict=True)
    )


def _words(name: str) -> Iterable[str]:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return (word for word in words if word not in {"of", "and", "the", "in", "for", "on"})


def _is_within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
