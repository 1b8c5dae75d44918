"""Cover sheets: pages that a publisher, a repository or a network adds to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.lines import Fragment, fragments

#: Phrases found only on cover sheets, in lower case, without blanks since some fonts print none.
_SAYINGS = (
    "youmayalsolike",  # IOP
    "thiscontentwasdownloadedfrom",
    "viewthearticleonlineforupdates",
    "articlesyoumaybeinterestedin",  # AIP, AVS
    "fulltermsconditionsofaccessanduse",  # Taylor & Francis
    "submityourarticletothisjournal",
    "thisisanacceptedmanuscriptwhichhasbeen",  # RSC
    "justacceptedmanuscriptshavebeen",  # ACS
    "thisisapdffileofanuneditedmanuscript",  # Elsevier
    "theattachedcopyisfurnishedtotheauthor",
    "youruseofthejstorarchive",  # JSTOR
    "seediscussionsstatsandauthorprofiles",  # ResearchGate
    "isamultidisciplinaryopenaccess",  # HAL
    "tocitethisversion",
    "electronicreprintoftheoriginalarticle",  # repositories of universities
    "citationforpublishedversion",
    "publisherspdfalsoknownasversionofrecord",
    "takedownpolicy",
    "thisversionisavailableat",
    "permalinkhttpsescholarship",
    "alwayscitethepublishedversion",
    "pleasebeadvisedthatthisinformationwasgenerated",
)
#: Phrases that a first page may have too; after a cover, the next page must repeat the title.
_HINTS = ("tocitethisarticle", "pleasecitethisarticleas", "specialissue", "editedby", "citeas")
#: The most characters of a cover with an abstract; a page of text has more.
_LONGEST = 4000
_LONGEST_HINTED = 1800
#: The most covers in a row: a repository and a publisher may each add some.
_MOST = 3
#: The fewest letters of a title.
_SHORTEST_TITLE = 15


def split_covers(pages: Sequence[Page]) -> tuple[list[Page], list[Page]]:
    """Return the pages of the document itself, and the cover sheets around it."""
    first = 0
    while first < min(_MOST, len(pages) - 1) and _is_cover(pages[first], pages[first + 1]):
        first += 1
    end = len(pages)
    if end - first > 1 and _says(_squeezed(pages[-1].text()), _SAYINGS, _LONGEST_HINTED):
        end -= 1
    return list(pages[first:end]), [*pages[:first], *pages[end:]]


def _is_cover(page: Page, following: Page) -> bool:
    text = _squeezed(page.text())
    if _says(text, _SAYINGS, _LONGEST):
        return True
    return _says(text, _HINTS, _LONGEST_HINTED) and _title(page) in _squeezed(following.text())


def _says(text: str, sayings: Sequence[str], longest: int) -> bool:
    return len(text) < longest and any(saying in text for saying in sayings)


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())


def _title(page: Page) -> str:
    """Return the letters of the largest print of a page that may be a title."""
    found = [part for part in fragments(page.glyphs()) if _squeezed(part.text)]
    sizes = sorted({round(part.size) for part in found}, reverse=True)
    texts = (_squeezed(" ".join(_texts(found, size))) for size in sizes)
    return next((text for text in texts if len(text) >= _SHORTEST_TITLE), "none")


def _texts(found: Sequence[Fragment], size: float) -> list[str]:
    return [part.text for part in found if round(part.size) == size]
