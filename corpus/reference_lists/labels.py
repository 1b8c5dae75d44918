"""The labels of a reference list: the lines of a document where its entries begin.

A label alone proves nothing: sections, affiliations and table rows are numbered too. A list is
proved by numbers that rise one by one, each before text that looks like a reference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.names import begins_with_name

_N = r"(?P<number>\d{1,3})"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: The mark of a list item, which converters to Markdown add to each entry: "- 1 J. Doe".
_ITEM = r"(?:\s*[-*•]\s+(?=\d))?"
#: Styles of labels by publisher; old fonts of American journals print brackets as "@1#", "~1!".
STYLES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(_ITEM + pattern)
    for name, pattern in {
        "[1]": rf"\s*(?:\^\{{)?[\[@关]\s?{_N}\s?[\]#兴]\}}?\.?",
        "(1)": rf"\s*(?:\^\{{)?[(~共]\s?{_N}\s?[)!兲]\}}?\.?",
        "1)": rf"\s*(?:\^\{{\s?{_N}\s?\)\s?\}}|(?P<plain>\d{{1,3}})\))",
        "1.": rf"\s*(?:\^\{{)?{_N}\s?\.\}}?(?!\d)",
        "¹": rf"\s*(?:\^\{{\s?{_N}\s?\}}|(?P<sign>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))",
        "/1/": rf"\s*/{_N}/",
        "1": rf"\s*{_N}(?=\s|$|[A-Z]\.)",
    }.items()
}
#: The most lines between two entries of one style; footnotes are farther apart.
_FAR = 40
#: The most consecutive labels that may be unreadable.
_MOST_MISSING = 3
#: The highest penalty for a list that does not begin with the number 1.
_DEAREST_START = 3.0
_PART = re.compile(r"\(?[a-z]\)")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_REFERS = re.compile(
    r"doi\.org|\bdoi\b|https?://|\b(?:Pat|Patent|[Tt]hesis|[Ii]bid|[Pp]reprint|in press|[Ss]ee"
    r"|Refs?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label: the index of its line, its number, and the offset in the line after it."""

    line: int
    number: int
    end: int
    weight: float


def label_chains(lines: Sequence[str], start: int = 0) -> list[tuple[str, list[Label]]]:
    """Return the best run of rising labels of each style, the most convincing style first."""
    chains = ((name, _best_chain(_labels(lines, start, style))) for name, style in STYLES.items())
    found = [(name, chain) for name, chain in chains if chain]
    return sorted(found, key=lambda pair: -sum(label.weight for label in pair[1]))


def looks_like_reference(text: str) -> bool:
    """Return whether a text can be an entry: it has a year, or a pointer such as a DOI."""
    has_year = _YEAR.search(text) is not None
    begins = begins_with_name(text) or _PART.match(text) is not None
    return (has_year and (begins or len(text) < 400)) or (
        len(text) < 400 and _REFERS.search(text) is not None
    )


def _labels(lines: Sequence[str], start: int, style: re.Pattern[str]) -> list[Label]:
    found: list[Label] = []
    for at in range(start, len(lines)):
        match = style.match(lines[at])
        if match is None:
            continue
        number = int(next(filter(None, match.groups())).translate(_SUPERSCRIPTS))
        content = lines[at][match.end() :].strip()
        if not content and at + 1 < len(lines):
            content = lines[at + 1].strip()
        weight = _weight(content)
        if number and weight:
            found.append(Label(line=at, number=number, end=match.end(), weight=weight))
    return found


def _weight(content: str) -> float:
    """Return how well the text after a label fits as the beginning of an entry, from 0 to 1."""
    if begins_with_name(content) or _PART.match(content):
        return 1.0
    if not content or not (content[0].isupper() or content[0] in "\"“‘*'("):
        return 0.1 * bool(content)
    return 0.4


def _best_chain(labels: Sequence[Label]) -> list[Label]:
    """Return the run of rising numbers with the best score; missing numbers and gaps cost."""
    scores: list[float] = []
    before: list[int | None] = []
    by_number: defaultdict[int, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        options = [(-min(_DEAREST_START, 0.3 * (label.number - 1)), -1)]
        for missing in range(_MOST_MISSING + 1):
            near = by_number[label.number - 1 - missing][-8:]
            options += [(scores[i] - 0.3 * missing - _distance(labels[i], label), i) for i in near]
        best = max(options)
        scores.append(label.weight + best[0])
        before.append(best[1] if best[1] >= 0 else None)
        by_number[label.number].append(at)
    if not scores:
        return []
    last = max(range(len(scores)), key=scores.__getitem__)
    end: int | None = last if scores[last] > 0 else None
    chain: list[Label] = []
    while end is not None:
        chain.append(labels[end])
        end = before[end]
    return chain[::-1]


def _distance(first: Label, second: Label) -> float:
    return min(0.6, max(0, second.line - first.line - _FAR) / 200)
