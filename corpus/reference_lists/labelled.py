"""Reference lists with labels, which are found by the labels and split at them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.reference_lists.labels import Label, label_chains, looks_like_reference
from corpus.reference_lists.model import (
    WIDER,
    YEAR,
    Entry,
    ListLine,
    ReferenceList,
    Shape,
    goes_on,
    is_complete,
    is_foreign,
    text_of,
)

#: A longer text is not a single reference.
_LONG = 1000
#: The most lines from a heading to the first label.
_FARTHEST_LABEL = 4


def find_labelled(
    lines: Sequence[ListLine], texts: Sequence[str], headings: Collection[int]
) -> ReferenceList | None:
    """Return the most convincing list with labels, or ``None``."""
    for _, chain in label_chains(texts):
        heading = _heading_before(headings, chain[0].line)
        if heading is not None and chain[0].number > 1 and chain[0].line > heading + 1:
            continue  # the earlier labels are lost
        entries = _entries(lines, texts, chain)
        if _is_list(texts, entries, chain, has_heading=heading is not None):
            return ReferenceList(heading=heading, entries=entries)
    return None


def _heading_before(headings: Collection[int], line: int) -> int | None:
    near = range(line - 1, line - 1 - _FARTHEST_LABEL, -1)
    return next((at for at in near if at in headings), None)


def _is_list(
    texts: Sequence[str], entries: Sequence[Entry], chain: Sequence[Label], *, has_heading: bool
) -> bool:
    """Return whether the entries are a reference list, not numbered sections or affiliations.

    Without a heading, half of the entries must begin with names, or most of at least five must have
    a year.
    """
    printed = [text_of(texts, entry) for entry in entries]
    likely = sum(map(looks_like_reference, printed))
    if has_heading:
        return likely * 3 >= len(entries)
    if len(entries) < 3:
        return len(entries) == 2 and likely == 2 and all(label.weight == 1 for label in chain)
    named = sum(label.weight == 1 for label in chain)
    dated = sum(len(text) < _LONG and YEAR.search(text) is not None for text in printed)
    is_sure = named * 2 >= len(entries) or (len(entries) >= 5 and dated * 10 >= len(entries) * 8)
    return is_sure and likely * 5 >= len(entries) * 3


def _entries(
    lines: Sequence[ListLine], texts: Sequence[str], chain: Sequence[Label]
) -> tuple[Entry, ...]:
    shape = _shape(lines, texts, chain)
    ends = [label.line for label in chain[1:]] + [len(texts)]
    found: list[Entry] = []
    for label, end in zip(chain, ends, strict=True):
        kept = _lines_of_entry(lines, texts, label, end, shape, is_last=end == len(texts))
        found.append(Entry(number=str(label.number), lines=tuple(kept), start=label.end))
    return tuple(found)


def _shape(lines: Sequence[ListLine], texts: Sequence[str], chain: Sequence[Label]) -> Shape:
    first = [label.line for label in chain]
    begins = set(first)
    behind = [at + 1 for at in first if at + 1 < len(texts) and at + 1 not in begins]
    inside = [at for at in behind if lines[at].column == lines[at - 1].column]
    indents = [lines[at].left - lines[at - 1].left for at in inside]
    steps = [gap for at in (*inside, *first) if (gap := lines[at].gap) is not None and gap > 0]
    sizes = [lines[at].size for at in first]
    size = median(sizes)
    counts = [b - a for a, b in pairwise(first)]
    return Shape(
        sizes=(min(sizes), max(sizes)),
        step=min(median(steps), 1.6 * (size or 1e9)) if steps else 0.0,
        hangs=bool(indents) and median(indents) > 0.4 * size,
        longest=max(counts, default=3),
    )


def _lines_of_entry(
    lines: Sequence[ListLine],
    texts: Sequence[str],
    label: Label,
    end: int,
    shape: Shape,
    *,
    is_last: bool,
) -> Iterator[int]:
    """Yield the lines that belong to the entry of a label, its own line first."""
    yield label.line
    first, so_far = lines[label.line], texts[label.line][label.end :]
    is_open, is_caption = True, False
    for at in range(label.line + 1, end):
        line, last = lines[at], lines[at - 1]
        if is_last and (line.column > first.column + 1 or at > label.line + 4 * shape.longest + 4):
            return
        is_new_column = line.column != last.column
        is_caption = line.is_apart or (is_caption and not is_new_column and _is_next(line, shape))
        if is_new_column:
            is_near = not is_last and end - at <= max(3, shape.longest)
            is_open = is_near or not is_complete(so_far) or goes_on(line.text)
        elif is_open and not is_caption:
            is_open = not _breaks(
                line, shape, "" if _hangs(line, first, shape) else so_far, is_last
            )
            is_open = is_open and not (is_last and shape.hangs and _stands_out(line, first))
        elif is_foreign(last, shape) and not is_foreign(line, shape):
            is_open = not is_last and not is_complete(so_far)  # back in the list after other text
        if is_open and texts[at] and not (is_caption or is_foreign(line, shape)):
            so_far = f"{so_far} {texts[at]}"
            yield at


def _is_next(line: ListLine, shape: Shape) -> bool:
    """Return whether a line is directly below the one above it."""
    return line.gap is not None and line.gap <= WIDER * (shape.step or line.gap)


def _hangs(line: ListLine, first: ListLine, shape: Shape) -> bool:
    """Return whether a line is indented from its label like the lines of the list."""
    is_within = line.left > first.left + 0.4 * first.size
    return shape.hangs and line.column == first.column and is_within


def _stands_out(line: ListLine, first: ListLine) -> bool:
    """Return whether a line begins as far left as the label of its entry."""
    return line.column == first.column and line.left < first.left + 0.3 * first.size


def _breaks(line: ListLine, shape: Shape, so_far: str, is_last: bool) -> bool:
    """Return whether an entry ends above a line that has no label."""
    if is_foreign(line, shape):
        return True
    if shape.step and line.gap is not None and line.gap > WIDER * shape.step:
        return is_last or line.gap > 2 * WIDER * shape.step or is_complete(so_far)
    if not is_last or goes_on(line.text):
        return False
    return line.is_titled or is_complete(so_far)
