"""Reference lists without numbers: split at dashes, gaps and margins, or else at names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.names import begins_with_name
from corpus.reference_lists.labels import looks_like_reference
from corpus.reference_lists.model import (
    ENDED,
    Entry,
    ListLine,
    ReferenceList,
    Shape,
    goes_on,
    is_complete,
    is_foreign,
    text_of,
)

#: A dash or bullet before an entry, possibly with the number of the entry after it.
_DASHED = re.compile(r"\s*[-*•]\s+(?:[(\[]?(?P<number>\d{1,3})[)\].]\s*)?(?=\S)")
#: "[7]", "(7)", "[Doe09]"
_BRACKETED = re.compile(
    r"\s*(?:[(\[](?P<number>\d{1,3})[)\]]|\[[A-Z][A-Za-z+]{1,9}\d{2,4}[a-z]?\])\s*(?=\S)"
)
#: The number of lines from which the layout of a list is recognised.
_SAMPLE = 30
#: The fewest entries of a list without heading and labels, and their most lines.
_FEWEST_ENTRIES = 3
_MOST_LINES = 8


def read_unlabelled(
    lines: Sequence[ListLine], texts: Sequence[str], heading: int | None, start: int
) -> ReferenceList | None:
    """Return the list without printed numbers from line ``start`` on, or ``None``."""
    region = list(_region(lines, texts, start))
    starts = set(_starts(lines, texts, region))
    region = list(_from_first_entry(texts, region, starts))
    entries: list[list[int]] = []
    for at in region:
        if at in starts or not entries:
            entries.append([])
        entries[-1].append(at)
    found = tuple(_unnumbered(texts, entry) for entry in entries)
    likely = sum(looks_like_reference(text_of(texts, entry)) for entry in found)
    return ReferenceList(heading=heading, entries=found) if likely * 2 > len(found) else None


def _from_first_entry(
    texts: Sequence[str], region: Sequence[int], starts: Collection[int]
) -> Iterator[int]:
    """Skip lines, such as acknowledgements, before a list whose entries all have marks."""
    marked = [at for at in starts if _BRACKETED.match(texts[at]) or _DASHED.match(texts[at])]
    first = min(starts) if starts and len(marked) == len(starts) else 0
    yield from (at for at in region if at >= first)


def run_of_entries(texts: Sequence[str]) -> int | None:
    """Return the first line of a list without heading and labels, or ``None``.

    Such a list is a run of lines that begin with names, each a complete entry up to the next.
    """
    starts = [at for at, text in enumerate(texts) if text and _begins_entry(text)]
    run: list[int] = []
    first: int | None = None
    for at, following in pairwise(starts):
        printed = " ".join(texts[at:following])
        is_entry = following - at <= _MOST_LINES and is_complete(printed)
        run = [*run, at] if is_entry else []
        if len(run) == _FEWEST_ENTRIES:
            first = run[0]
    return first


def _begins_entry(text: str) -> bool:
    """Return whether a line begins with names, with or without a dash before them."""
    dash = _DASHED.match(text)
    return begins_with_name(text[dash.end() :] if dash else text)


def _unnumbered(texts: Sequence[str], entry: Sequence[int]) -> Entry:
    mark = _DASHED.match(texts[entry[0]]) or _BRACKETED.match(texts[entry[0]])
    number = (mark["number"] or "") if mark else ""
    return Entry(number=number, lines=tuple(entry), start=mark.end() if mark else 0)


def _region(lines: Sequence[ListLine], texts: Sequence[str], start: int) -> Iterator[int]:
    """Yield the lines of a list without labels, until a line with another layout."""
    below = range(start, len(lines))
    size = median([lines[at].size for at in below if texts[at]][:_SAMPLE] or [0.0])
    gaps = [gap for at in below[:_SAMPLE] if (gap := lines[at].gap) is not None]
    shape = Shape(sizes=(size, size), step=median(gaps) if gaps else 0.0, hangs=False, longest=0)
    so_far = ""
    is_skipping = False
    for at in below:
        line = lines[at]
        is_new_column = line.column != lines[at - 1].column
        if not texts[at] or (texts[at].strip().isdigit() and ENDED.search(so_far)):
            continue
        if is_foreign(line, shape) and (is_new_column or is_skipping):
            is_skipping = True  # a figure or table at the top of a column
            continue
        if so_far and _ends_list(line, texts[at], shape, so_far):
            return
        is_skipping = False
        so_far = texts[at]
        yield at


def _ends_list(line: ListLine, text: str, shape: Shape, last: str) -> bool:
    if is_foreign(line, shape) or line.is_titled:
        return True
    is_apart = bool(shape.step) and line.gap is not None and line.gap > 2 * shape.step
    is_entry = begins_with_name(text) or _DASHED.match(text) is not None
    return is_apart and ENDED.search(last) is not None and not is_entry and not goes_on(text)


def _starts(
    lines: Sequence[ListLine], texts: Sequence[str], region: Sequence[int]
) -> Iterator[int]:
    """Yield the lines where entries begin: at dashes, gaps or outdented lines, or else at names."""
    dashed = [at for at in region if _DASHED.match(texts[at])]
    hanging = _hanging(lines, texts, region)
    gaps = [at for at in region[1:] if (lines[at].gap or 0) > 1.2 * _least(lines, region)]
    for marked in (dashed, gaps if len(gaps) * 4 >= len(region) else [], hanging):
        if marked:
            yield from marked
            return
    for last, at in pairwise(region):
        is_named = ENDED.search(texts[last]) and begins_with_name(texts[at])
        if is_named or _BRACKETED.match(texts[at]):
            yield at


def _least(lines: Sequence[ListLine], region: Sequence[int]) -> float:
    gaps = sorted(gap for at in region if (gap := lines[at].gap) is not None and gap > 0)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _hanging(lines: Sequence[ListLine], texts: Sequence[str], region: Sequence[int]) -> list[int]:
    """Return the lines at the left edge, or the indented ones if more of these begin with names."""
    edges: dict[int, float] = {}
    for at in region:
        edges[lines[at].column] = min(lines[at].left, edges.get(lines[at].column, 1e9))
    out = [at for at in region if lines[at].left <= edges[lines[at].column] + 0.4 * lines[at].size]
    within = [at for at in region if at not in set(out)]
    if len(within) * 6 < len(region):
        return []
    named = [
        sum(begins_with_name(texts[at]) for at in side) / max(1, len(side))
        for side in (out, within)
    ]
    return out if named[0] >= named[1] else within
