"""Title and authors in the properties of PDF and office files.

Default values that programs insert are ignored: "Microsoft Word - draft3.doc", "untitled" and
"ja410920 1..4" are not titles, "Administrator" is not an author.
"""

from __future__ import annotations

import re

from corpus.manuscript import read_authors
from corpus.model import Author

_RUBBISH = re.compile(
    r"untitled|microsoft|\.(?:docx?|dvi|tex|pdf|indd|qxd|ps|eps|p65|fm|rtf|odt|xml|url)\b|\b\d+\.\.\d+"
    r"|^(?:title|article|document|paper|manuscript|template|layout|print|main|slide)\s*\d*$"
    r"|no job name|template|^\W*[a-z]{1,6}[-_]?\d{3,}\w*\b|^doi:|^10\.\d{4}|^\S+$|/",
    re.IGNORECASE,
)
_SHORTEST_TITLE = 10


def is_plausible_title(text: str) -> bool:
    """Return whether a text may be the title of a paper and not a default value of a program.

    >>> is_plausible_title("Alumina shells on dots"), is_plausible_title("Microsoft Word - draft")
    (True, False)
    """
    return len(text) >= _SHORTEST_TITLE and not _RUBBISH.search(text)


def plain_value(text: str) -> str:
    """Return a property value without markup and control characters."""
    return " ".join(re.sub(r"<[^<>]{1,40}>|[\x00-\x1f\x7f\ufffd]", " ", text).split())


def read_persons(text: str) -> tuple[Author, ...]:
    """Parse a list of names; a name that the file lists twice is returned once."""
    return tuple(dict.fromkeys(read_authors(plain_value(text))))
