"""Detection of headings within a line, for converters that print a whole paper on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model import Span

#: The most characters of a paragraph on one line.
_LONGEST: Final = 6000
#: Chapters that every paper has; two in one line are headings, a single one may be a word.
_CHAPTERS: Final = (
    r"(?:Introduction|Experimental(?: (?:[Ss]ection|[Dd]etails|[Mm]ethods|[Pp]rocedures?))?|"
    r"Materials and [Mm]ethods|Methods|Results(?: and [Dd]iscussions?)?|Discussion|Conclusions?|"
    r"Acknowledge?ments?)"
)
#: A chapter title after a sentence and before another sentence or a lower heading.
_HEADING: Final = re.compile(rf"(?<=[.!?\])\d]\s)\s*({_CHAPTERS})(?=\s+[A-Z])")
#: The word between the title and the first sentence.
_ABSTRACT: Final = re.compile(r"(?<=\s)Abstract(?=\s+[A-Z])")
_TITLE: Final = 400
_FEWEST: Final = 2


def parts_of_line(raw: str, start: int, end: int) -> Iterator[Span]:
    """Split an overlong line at the headings inside it; yield any other line whole.

    >>> line = "Zinc grew. Introduction " + "Zinc is old. " * 500 + "Conclusions It grew."
    >>> [line[a:b].strip()[:14] for a, b in parts_of_line(line, 0, len(line))]
    ['Zinc grew.', 'Introduction', 'Zinc is old. Z', 'Conclusions', 'It grew.']
    """
    found = list(_HEADING.finditer(raw, start, end)) if end - start > _LONGEST else []
    if len({match[1] for match in found}) >= _FEWEST:
        abstract = _ABSTRACT.search(raw, start, min(end, start + _TITLE))
        headings = [match.span(1) for match in found]
        for heading in [abstract.span(), *headings] if abstract else headings:
            if start < heading[0]:
                yield (start, heading[0])
            yield heading
            start = heading[1]
    yield (start, end)
