"""Where in a document its reference lists stand, and which lines make an entry.

Lists are found by their heading or by labels that rise before references: at the end or on the
first page, below a heading or without one, across columns and pages, at the feet of pages. What
stands behind or between the entries (legends, appendices, biographies) is no part of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.list_labels import Label, label_chains, looks_like_reference
from corpus.model import Span
from corpus.names import begins_with_name

#: How reference lists are called; a box, a rule or a number may stand before it.
HEADING = re.compile(
    r"[^\w(\[]{0,6}(?:\^\{)?(?:\d{1,2}(?:\.\d)?\.?\s+)?"
    r"(?:references?(?:\s(?:and|&)\s(?:notes?|links|citations|further reading))?"
    r"|notes\s(?:and|&)\sreferences|list of references|cited references|reference list"
    r"|bibliography|literature(?:\scited)?|works cited|literaturverzeichnis|literatur"
    r"|r\se\sf\se\sr\se\sn\sc\se\ss?)\}?\W{0,4}",
    re.IGNORECASE,
)
_WIDER = 1.5
_SAME_SIZE = 0.1
#: Ends of entries: behind them another text may follow.
_COMPLETE = re.compile(r"(?:[.)\]!]|\d)$")
_ENDS_IN_NUMBER = re.compile(r"\d\w*[.)\]!]*$")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
#: A year so near to the end of an entry is followed by a publisher's town at most.
_NEAR_END = 40
#: A longer text is no single reference.
_LONG = 1000
#: An entry goes on with a DOI, a link of a database, a further part, or in lower case.
_CONTINUES = re.compile(
    r"\s*(?:https?:|doi\b|DOI\b|10\.\d{4}|\[(?:Cross|Pub|Goo)|\(?[b-z]\)|[a-z])"
)
#: A mark before entries that may print their number behind it.
_DASHED = re.compile(r"\s*[-*•]\s+(?:[(\[]?(?P<number>\d{1,3})[)\].]\s*)?(?=\S)")
_NUMBERED = re.compile(r"\s*[(\[](?P<number>\d{1,3})[)\]]\s*(?=\S)")
#: From so many lines it is seen how a list is set.
_SAMPLE = 30
_FARTHEST_LABEL = 4
_MOST_LISTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A line with its place: its left edge, size and column, and how far the line above is.

    ``left``, ``size`` and ``gap`` are in one unit, points or characters; ``gap`` is ``None`` at the
    top of a column. ``is_apart`` is said of captions and of what is set as a heading: no entry goes
    on there. ``is_titled`` is said of lines whose words are those of a heading.
    """

    text: str
    left: float = 0.0
    size: float = 0.0
    gap: float | None = None
    column: int = 0
    is_apart: bool = False
    is_titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry: its printed number, if any, its lines, and where in the first its text begins."""

    number: str
    lines: tuple[int, ...]
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEntry:
    """An entry in a raw text: its printed number, if any, and its lines without the label."""

    number: str
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """A list: the line of its heading, if it has one, and its entries in order."""

    heading: int | None
    entries: tuple[Entry, ...]


def find_lists(lines: Sequence[ListLine]) -> list[ReferenceList]:
    """Find the reference lists of a document in the order in which they stand."""
    texts = [line.text for line in lines]
    found: list[ReferenceList] = []
    for _ in range(_MOST_LISTS):
        labelled = _labelled(lines, texts)
        if labelled is None:
            break
        found.append(labelled)
        for at in lines_of(labelled):
            texts[at] = ""
    for heading in [
        at for at, text in enumerate(texts) if text and HEADING.fullmatch(text.strip())
    ]:
        unlabelled = _unlabelled(lines, texts, heading)
        if unlabelled is not None:
            found.append(unlabelled)
            for at in lines_of(unlabelled):
                texts[at] = ""
    return sorted(found, key=lambda one: one.entries[0].lines[0])


def printed_entry(entry: Entry, spans: Sequence[Span]) -> PrintedEntry:
    """Say where the text of an entry stands, given the spans of its lines."""
    (start, end), *others = spans
    lines = ((min(start + entry.start, end), end), *others)
    return PrintedEntry(
        number=entry.number, lines=tuple(line for line in lines if line[0] < line[1])
    )


def lines_of(found: ReferenceList) -> Iterator[int]:
    """Yield every line of a list, its heading included."""
    if found.heading is not None:
        yield found.heading
    for entry in found.entries:
        yield from entry.lines


def _labelled(lines: Sequence[ListLine], texts: Sequence[str]) -> ReferenceList | None:
    """The most convincing list with labels, ``None`` if there is none."""
    for _, chain in label_chains(texts):
        heading = _heading_before(texts, chain[0].line)
        if heading is not None and chain[0].number > 1 and chain[0].line > heading + 1:
            continue  # the labels before are lost
        entries = _entries(lines, texts, chain)
        if _is_list(texts, entries, chain, has_heading=heading is not None):
            return ReferenceList(heading=heading, entries=entries)
    return None


def _heading_before(texts: Sequence[str], line: int) -> int | None:
    near = range(line - 1, max(-1, line - 1 - _FARTHEST_LABEL), -1)
    return next((at for at in near if HEADING.fullmatch(texts[at].strip())), None)


def _is_list(
    texts: Sequence[str], entries: Sequence[Entry], chain: Sequence[Label], *, has_heading: bool
) -> bool:
    """Tell a reference list from numbered sections, affiliations and steps.

    Without a heading most entries have to begin with names, or nearly all of many to have a year.
    """
    printed = [_text(texts, entry) for entry in entries]
    likely = sum(map(looks_like_reference, printed))
    if has_heading:
        return likely * 3 >= len(entries)
    if len(entries) < 3:
        return len(entries) == 2 and likely == 2 and all(label.weight == 1 for label in chain)
    named = sum(label.weight == 1 for label in chain)
    dated = sum(len(text) < _LONG and _YEAR.search(text) is not None for text in printed)
    is_sure = named * 2 >= len(entries) or (len(entries) >= 5 and dated * 10 >= len(entries) * 8)
    return is_sure and likely * 5 >= len(entries) * 3


def _text(texts: Sequence[str], entry: Entry) -> str:
    return " ".join(texts[at] for at in entry.lines)[entry.start :].strip()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How a list is set: size, distance of lines, whether entries hang from their first line."""

    sizes: tuple[float, float]
    step: float
    hangs: bool
    longest: int


def _shape(lines: Sequence[ListLine], texts: Sequence[str], chain: Sequence[Label]) -> _Shape:
    first = [label.line for label in chain]
    begins = set(first)
    behind = [at + 1 for at in first if at + 1 < len(texts) and at + 1 not in begins]
    inside = [at for at in behind if lines[at].column == lines[at - 1].column]
    indents = [lines[at].left - lines[at - 1].left for at in inside]
    steps = [gap for at in (*inside, *first) if (gap := lines[at].gap) is not None and gap > 0]
    sizes = [lines[at].size for at in first]
    size = median(sizes)
    counts = [b - a for a, b in pairwise(first)]
    return _Shape(
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
    shape: _Shape,
    *,
    is_last: bool,
) -> Iterator[int]:
    """Yield the lines from a label on that belong to its entry."""
    yield label.line
    first, so_far = lines[label.line], texts[label.line][label.end :]
    is_open = True
    for at in range(label.line + 1, end):
        line, last = lines[at], lines[at - 1]
        if is_last and (line.column > first.column + 1 or at > label.line + 2 * shape.longest + 2):
            return
        if line.column != last.column:
            is_near = not is_last and end - at <= max(3, shape.longest)
            is_open = is_near or not is_complete(so_far) or _goes_on(line.text)
        elif is_open:
            hung_out = shape.hangs and is_last and _stands_out(line, first)
            is_open = not (hung_out or _breaks(line, shape, so_far, is_last=is_last))
        elif _is_foreign(last, shape) and not _is_foreign(line, shape):
            is_open = not is_last and not is_complete(so_far)  # behind what stood between
        if is_open and texts[at] and not _is_foreign(line, shape):
            so_far = f"{so_far} {texts[at]}"
            yield at


def _stands_out(line: ListLine, first: ListLine) -> bool:
    """Tell whether a line begins as far left as the label of its entry."""
    return line.column == first.column and line.left < first.left + 0.3 * first.size


def _goes_on(text: str) -> bool:
    return _CONTINUES.match(text) is not None


def _is_foreign(line: ListLine, shape: _Shape) -> bool:
    smallest, largest = shape.sizes
    is_same_size = (1 - _SAME_SIZE) * smallest <= line.size <= (1 + _SAME_SIZE) * largest
    return not is_same_size or line.is_apart


def _breaks(line: ListLine, shape: _Shape, so_far: str, *, is_last: bool) -> bool:
    """Tell whether an entry ends above a line that has no label."""
    if _is_foreign(line, shape):
        return True
    if shape.step and line.gap is not None and line.gap > _WIDER * shape.step:
        return is_last or line.gap > 2 * _WIDER * shape.step or is_complete(so_far)
    if not is_last or _goes_on(line.text):
        return False
    return line.is_titled or is_complete(so_far)


def _unlabelled(
    lines: Sequence[ListLine], texts: Sequence[str], heading: int
) -> ReferenceList | None:
    """Read the list below a heading whose entries print no numbers, ``None`` if there is none."""
    region = list(_region(lines, texts, heading))
    starts = set(_starts(lines, texts, region))
    entries: list[list[int]] = []
    for at in region:
        if at in starts or not entries:
            entries.append([])
        entries[-1].append(at)
    found = tuple(_unnumbered(texts, entry) for entry in entries)
    likely = sum(looks_like_reference(_text(texts, entry)) for entry in found)
    return ReferenceList(heading=heading, entries=found) if likely * 2 > len(found) else None


def _unnumbered(texts: Sequence[str], entry: Sequence[int]) -> Entry:
    mark = _DASHED.match(texts[entry[0]]) or _NUMBERED.match(texts[entry[0]])
    number = (mark["number"] or "") if mark else ""
    return Entry(number=number, lines=tuple(entry), start=mark.end() if mark else 0)


def _region(lines: Sequence[ListLine], texts: Sequence[str], heading: int) -> Iterator[int]:
    """Yield the lines of a list without labels, from its heading to what is set otherwise."""
    below = range(heading + 1, len(lines))
    size = median([lines[at].size for at in below if texts[at]][:_SAMPLE] or [0.0])
    gaps = [gap for at in below[:_SAMPLE] if (gap := lines[at].gap) is not None]
    shape = _Shape(sizes=(size, size), step=median(gaps) if gaps else 0.0, hangs=False, longest=0)
    so_far = ""
    is_skipping = False
    for at in below:
        line = lines[at]
        is_new_column = line.column != lines[at - 1].column
        if not texts[at] or texts[at].strip().isdigit():
            continue
        if _is_foreign(line, shape) and (is_new_column or is_skipping):
            is_skipping = True  # a figure or table at the top of a column
            continue
        if so_far and _ends_list(line, texts[at], shape, so_far):
            return
        is_skipping = False
        so_far = texts[at]
        yield at


def _ends_list(line: ListLine, text: str, shape: _Shape, last: str) -> bool:
    if _is_foreign(line, shape) or line.is_titled:
        return True
    is_apart = bool(shape.step) and line.gap is not None and line.gap > 2 * shape.step
    is_entry = begins_with_name(text) or _DASHED.match(text) is not None
    return is_apart and _COMPLETE.search(last) is not None and not is_entry and not _goes_on(text)


def _starts(
    lines: Sequence[ListLine], texts: Sequence[str], region: Sequence[int]
) -> Iterator[int]:
    """Yield where entries begin: at dashes, gaps, lines that stand out, else at names."""
    dashed = [at for at in region if _DASHED.match(texts[at])]
    hanging = _hanging(lines, texts, region)
    gaps = [at for at in region if (lines[at].gap or 0) > 1.2 * _least(lines, region)]
    for marked in (dashed, gaps if len(gaps) * 4 >= len(region) else [], hanging):
        if marked:
            yield from marked
            return
    for last, at in pairwise(region):
        is_named = _COMPLETE.search(texts[last]) and begins_with_name(texts[at])
        if is_named or _NUMBERED.match(texts[at]):
            yield at


def _least(lines: Sequence[ListLine], region: Sequence[int]) -> float:
    gaps = sorted(gap for at in region if (gap := lines[at].gap) is not None and gap > 0)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _hanging(lines: Sequence[ListLine], texts: Sequence[str], region: Sequence[int]) -> list[int]:
    """The lines that stand out to the left (or in from it) and begin with names."""
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


def is_complete(text: str) -> bool:
    """Tell whether an entry says all that entries say: it has a year, and ends.

    >>> is_complete("Doe, J. Films. J. Ex. 2011, 4,"), is_complete("J. Doe, J. Ex. 4, 7 (2011).")
    (False, True)
    """
    text = text.strip()
    years = list(_YEAR.finditer(text))
    if not years or not _COMPLETE.search(text):
        return False
    return _ENDS_IN_NUMBER.search(text) is not None or len(text) - years[-1].end() < _NEAR_END
