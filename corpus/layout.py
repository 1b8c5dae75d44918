"""The layout of a plain-text document: lines are grouped into blocks, which become passages.

A paragraph divided by a page break, a running head or a figure is rejoined; its passage then has
raw text from both places. Captions, headings and list items are separate blocks; running heads,
page numbers and the block of authors and addresses are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise
from statistics import median

from corpus.formulas import ATOM
from corpus.front import of_record
from corpus.furniture import text_lines, without_others
from corpus.markdown_tables import find_tables
from corpus.model import PassageKind, Row, Span
from corpus.open_lines import RIGHTS_OPEN, goes_on, is_open
from corpus.prose import is_notice, is_prose
from corpus.reference_lists import ListLine, PrintedEntry, find_lists, lines_of, printed_entry
from corpus.run_in import parts_of_line

_HEADING_WORDS = (
    r"abstract|summary|introduction|background"
    r"|experimental(?: (?:section|details|methods|procedures?))?"
    r"|materials? and methods|methods?|results?(?: and discussions?)?|discussions?"
    r"|conclusions?(?: and (?:outlook|perspectives?))?|outlook|acknowledge?ments?"
    r"|supporting information|appendix|references(?: and notes)?|notes and references"
    r"|bibliography|literature cited|keywords|conflicts? of interest|author contributions"
)
_NAMED_HEADING = re.compile(rf"(?:\*\*)?(?:{_HEADING_WORDS})(?:\*\*)?[:.]?(?:\*\*)?", re.IGNORECASE)
_RUN_IN_HEADING = re.compile(
    r"\s*(?:\*\*)?(?:ABSTRACT|Abstract|SUMMARY)(?:\*\*)?\s?[:.](?:\*\*)?(?=\s+[A-Z])"
)
_NUMBERED_HEADING = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,3})(?:\.\s+|\s\|\s|\s+(?!(?:Torr|K|Pa|V|W|Hz|M|J|Å)\b))(?=[A-Z])[^\n]{2,100}"
)
#: An address that begins with a number like a heading: "1 Institute, P.O. Box 12, 01234 Town".
_POSTAL = re.compile(r",.*\b(?:[A-Z]{1,2}-)?\d{4,6}\b")
_ROMAN_HEADING = re.compile(rf"[IVX]{{1,4}}\.\s+(?:[A-Z][A-Z ,:&/-]{{7,80}}|(?i:{_HEADING_WORDS}))")
#: A heading with blanks between its letters: "a b s t r a c t".
_SPACED_HEADING = re.compile(r"(?:\w ){4,30}\w")
#: A line with its line end. U+0085 does not count as one: it is half of a wrongly decoded letter.
_LINE = re.compile(
    r"[^\n\r\v\f\u2028\u2029]*(?:\r\n|[\n\r\v\f\u2028\u2029])|[^\n\r\v\f\u2028\u2029]+$"
)
#: The number of an entry, at the beginning of a line or after another entry.
_ENTRY_LABEL = re.compile(r"(?:^|(?<=\n)|(?<=[\d.;] ))\((\d{1,3})\)(?=\s?[A-Z])", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_NUMBER_AHEAD = re.compile(r"\s*\d{1,2}\s[A-Z]")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+\S")
#: The beginning of a caption.
CAPTION = re.compile(
    r"(?:\*\*)?(?:Figure|Fig\.|FIG\.|FIGURE|Scheme|SCHEME|Table|TABLE|Chart)\s?S?\d{1,3}\s?(?:\*\*)?[.:|](?!\d)"
)
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}\))\s+(?=\S)")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_RUNNING_HEAD = re.compile(
    r"\s*(?:\d{1,4}\s*)?[A-Z][^\n]{0,60}?et al\.?\s*/\s[^\n]{3,80}\(\d{4}\)[^\n]{0,30}$"
    r"|\s*(?:Page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\s*$"
    r"|\s*Downloaded (?:from|by|on)\b[^\n]*$"
)
#: A subscript or superscript that a converter set on a line of its own, and the ends of lines that
#: it may belong to: a formula, a power of ten, a unit.
_SCRAP = re.compile(r"\s*(?:[-−–+]?\d{1,2}(?:\.\d{1,2})?[-−–+]?[xyz]?|[xyzδ])\s*")
_TAKES_SCRAP = re.compile(rf"(?:(?<![A-Za-z])(?:(?:{ATOM})[\d.]*|[()\[\]])+|\b10)\s*$")
_SCRAP_OF_UNIT = re.compile(r"\s*[-−–]?[1-4]\s*")
_RAISABLE = re.compile(r"\b(?:[cmnμµ]?m|s|V|g|K|mol|W|L|min|h|sr)\s*$")
_DOI = re.compile(
    r"\s*(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)\s*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[a-z)\d]{2}\.\s+[A-Z]")
#: A formula or an acronym begins a line, but seldom a paragraph: "Al2O3", "TMA", "Pt".
_NAME_AHEAD = re.compile(rf"[(\[]?(?:\w*[A-Z]\w*[A-Z\d]|(?!(?:In|I|As|He|Be|No)\b)(?:{ATOM})\b)")
_ADDRESS_END = re.compile(r"(?:https?://|www\.|\bdoi\b)\S*\s*$|\S@\S+\s*$", re.I)
#: Words of notices that a publisher repeats on its pages; an author may repeat a sentence too.
_RIGHTS = re.compile(r"\b(?:licen[cs]ed?|copyright|downloaded|rights|permission|journal)\b", re.I)
#: Number of lines that may print the record, and in which a DOI is surely that of the document.
_FRONT_LINES = 60
_FIRST_LINES = 6
_OF_A_FIGURE = re.compile(r"\bpermission\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A unit of layout: its kind, its lines as spans of the raw text, and the level of a heading.

    ``row`` has the cells of a table row. ``is_wrapped`` is true if the text has hard line breaks.
    """

    kind: PassageKind
    lines: tuple[Span, ...]
    level: int = 0
    is_wrapped: bool = False
    row: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of a document: its blocks in order, the entries of its reference lists, its DOI.

    ``front`` has the lines near the beginning that may print the record.
    """

    blocks: tuple[Block, ...]
    entries: tuple[PrintedEntry, ...] = ()
    doi: str = ""
    front: tuple[str, ...] = ()


def lay_out(raw: str, start: int = 0) -> Layout:
    """Divide ``raw[start:]`` into blocks, without the lines that are not text of the document."""
    tables, lines_of_text = find_tables(raw, list(printed_lines(raw, start)))
    lines = list(_without_scraps(raw, lines_of_text))
    entries, taken = _listed(raw, lines)
    own = without_others(raw, [line for line in lines if line not in taken], heading_level)
    body = text_lines(raw, own)
    heads = _running_heads(raw, body)
    kept = [line for line in body if line not in heads and not is_doi_line(raw[slice(*line)])]
    rows = (Block(kind="table", lines=spans, row=row) for spans, row in tables)
    texts = _joined(raw, list(_blocks(raw, kept)))
    blocks = tuple(merge(texts, rows, key=_place))
    doi, front = read_front_lines(raw, own)
    return Layout(blocks=blocks, entries=entries, doi=doi, front=front)


def read_front_lines(raw: str, lines: Sequence[Span]) -> tuple[str, tuple[str, ...]]:
    """Return the DOI that a document prints as its own, and the lines that may print its record."""
    printed = [text for line in lines if (text := raw[slice(*line)]).strip()]
    own_lines = (
        text
        for above, text in pairwise(["", *printed[:_FRONT_LINES]])
        if not _OF_A_FIGURE.search(above)  # "Reprinted with permission." / "Copyright 2009 ..."
    )
    return _own_doi(printed), tuple(filter(None, map(of_record, own_lines)))


def is_doi_line(line: str) -> bool:
    """Return whether a line consists of a DOI only."""
    return _DOI.match(line) is not None


def _place(block: Block) -> Span:
    """Return the span by which a block is sorted: the last of a table row, else the first line."""
    return block.lines[-1 if block.row else 0]


def _own_doi(printed: Sequence[str]) -> str:
    """Return the DOI on a line of its own: in the first lines, or the only one of the document."""
    found = [(at, match[1]) for at, text in enumerate(printed) if (match := _DOI.match(text))]
    is_sure = found and (found[0][0] < _FIRST_LINES or len({doi for _, doi in found}) == 1)
    return found[0][1] if is_sure else ""


def heading_level(line: str) -> int:
    """Return the depth of a heading line (1 is outermost), 0 if it is not a heading."""
    stripped = line.strip()
    if match := _MARKDOWN_HEADING.match(stripped):
        return len(match[1])
    if _SPACED_HEADING.fullmatch(stripped):
        stripped = stripped.replace(" ", "")
    if _NAMED_HEADING.fullmatch(stripped) or _ROMAN_HEADING.fullmatch(stripped):
        return 1
    match = _NUMBERED_HEADING.fullmatch(stripped)
    is_open = not stripped.endswith((".", ",", ";")) and len(stripped.split()) <= 16
    if match and is_open and not _POSTAL.search(stripped):
        return match[1].count(".") + 1
    return 0


def printed_lines(raw: str, start: int = 0) -> Iterator[Span]:
    """Yield every line without its line end; blank lines are empty spans.

    A heading that runs into its paragraph ("ABSTRACT: ...") becomes a line of its own, and so do
    the headings within the single line of a paper that lost its line ends.
    """
    at = start
    for line in _LINE.findall(raw, start):
        end = at + len(line.rstrip())
        if run_in := _RUN_IN_HEADING.match(raw, at, end):
            yield (at, run_in.end())
            yield (run_in.end(), end)
        else:
            for part in parts_of_line(raw, at, end):
                yield from _entry_lines(raw, *part)
        at += len(line)


def _entry_lines(raw: str, start: int, end: int) -> Iterator[Span]:
    """Split a line on which a converter set several entries: "(3) ... 2011, 5. (4) Roe, L. ..."."""
    last = _ENTRY_LABEL.match(raw, start, end)
    labels = _ENTRY_LABEL.finditer(raw, last.end(), end) if last is not None else ()
    for label in labels:
        is_next = last is not None and int(label[1]) == int(last[1]) + 1
        if is_next and _YEAR.search(raw, start, label.start()):
            yield (start, label.start())
            start, last = label.start(), label
    yield (start, end)


def _without_scraps(raw: str, lines: Iterable[Span]) -> Iterator[Span]:
    """Rejoin lines that are divided by a subscript or power on a line of its own.

    The line after the script is joined too: "Al", "2", "O", "3" and "films" become one line.
    """
    held: Span | None = None
    is_script = False
    for line in lines:
        goes_on = is_script and line[0] < line[1]
        is_script = held is not None and not is_script and _is_script_of(raw, held, line)
        if held is not None and (goes_on or is_script):
            held = (held[0], line[1])
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_script_of(raw: str, before: Span, line: Span) -> bool:
    start = max(before[0], before[1] - 24)
    for script, place in ((_SCRAP, _TAKES_SCRAP), (_SCRAP_OF_UNIT, _RAISABLE)):
        if script.fullmatch(raw, *line) and place.search(raw, start, before[1]):
            return True
    return False


def _listed(raw: str, lines: Sequence[Span]) -> tuple[tuple[PrintedEntry, ...], frozenset[Span]]:
    """Find the entries of reference lists, and the lines that therefore are not running text."""
    printed = [line for line in lines if raw[slice(*line)].strip()]
    found = find_lists(list(_list_lines(raw, lines)))
    entries = (
        printed_entry(entry, [_stripped(raw, printed[at]) for at in entry.lines])
        for one in found
        for entry in one.entries
    )
    taken = frozenset(printed[at] for one in found for at in lines_of(one))
    return tuple(entry for entry in entries if entry.lines), taken


#: Marks that a converter puts before the label of an entry: a bullet, the anchors of links.
_LEAD = re.compile(r"\s*(?:(?:[-*]\s+)?(?:<(?:span|a)\s[^<>]*></(?:span|a)>\s*)*(?=\[\d{1,3}\]))?")


def _list_lines(raw: str, lines: Sequence[Span]) -> Iterator[ListLine]:
    gap = 1
    for start, end in lines:
        text = raw[slice(*_stripped(raw, (start, end)))]
        if text:
            yield ListLine(
                text=text,
                left=len(raw[start:end]) - len(raw[start:end].lstrip()),
                gap=gap,
                is_apart=CAPTION.match(text) is not None or text.startswith("#"),
                is_titled=heading_level(text) > 0,
            )
        gap = 1 if text else 2


def _stripped(raw: str, line: Span) -> Span:
    lead = _LEAD.match(raw, *line)
    start = lead.end() if lead else line[0]
    return start, start + len(raw[start : line[1]].rstrip())


def _running_heads(raw: str, lines: Sequence[Span]) -> set[Span]:
    """Return the page numbers, journal lines and short lines that recur on every page."""
    texts = {line: re.sub(r"\d+", "#", raw[slice(*line)]).strip() for line in lines}
    often = Counter(text for text in texts.values() if 8 < len(text) < 120)
    return {
        line
        for line, text in texts.items()
        if text
        and (
            _RUNNING_HEAD.match(raw[slice(*line)])
            or (often[text] >= 3 and not (is_prose(text) and not _RIGHTS.search(text)))
        )
    }


def _blocks(raw: str, lines: Sequence[Span]) -> Iterator[Block]:
    for group in _groups(raw, lines):
        is_wrapped = _is_wrapped(raw, group)
        run: list[Span] = []
        kind: PassageKind = "paragraph"
        for line in group:
            found = _kind(raw[slice(*line)])
            if run and is_wrapped and _is_number_of(raw, run[-1], line):
                found = "paragraph"
            is_new = found != "paragraph" or not is_wrapped
            if run and (is_new or _ends_caption(raw, kind, run, line)):
                yield Block(kind=kind, lines=tuple(run), is_wrapped=is_wrapped)
                run, kind = [], "paragraph"
            if found == "heading":
                yield Block(kind="heading", lines=(line,), level=heading_level(raw[slice(*line)]))
                continue
            kind = found if not run else kind
            run.append(line)
        if run:
            yield Block(kind=kind, lines=tuple(run), is_wrapped=is_wrapped)


def _is_number_of(raw: str, before: Span, line: Span) -> bool:
    """Return whether a line of wrapped text begins with a number: "30 ALD cycles were run"."""
    return _NUMBER_AHEAD.match(raw, *line) is not None and is_open(raw[slice(*before)])


def _groups(raw: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    for line in lines:
        if raw[slice(*line)].strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(raw: str, group: Sequence[Span]) -> bool:
    """Return whether the lines are one hard-wrapped paragraph rather than one paragraph each."""
    lengths = [max(map(len, raw[slice(*line)].split("\n"))) for line in group]
    return len(group) > 1 and median(lengths) <= 110 and max(lengths) <= 140


def _kind(line: str) -> PassageKind:
    if heading_level(line):
        return "heading"
    if CAPTION.match(line.strip()):
        return "caption"
    if _TABLE_ROW.match(line):
        return "table"
    return "list_item" if _ITEM.match(line) else "paragraph"


def _ends_caption(raw: str, kind: PassageKind, run: Sequence[Span], line: Span) -> bool:
    """Return whether a caption in wrapped text ends: a full stop, then a line in lower case."""
    first = raw[line[0] : line[1]].lstrip()[:1]
    return kind == "caption" and first.islower() and not is_open(raw[slice(*run[-1])])


def _joined(raw: str, blocks: list[Block]) -> Iterator[Block]:
    """Join the halves of paragraphs and captions that are separated by other blocks."""
    kept: list[Block] = []
    for block in blocks:
        at = _first_half(raw, kept, block)
        if at is None:
            kept.append(block)
        else:
            half = kept[at]
            lines = half.lines + block.lines
            kept[at] = Block(kind=half.kind, lines=lines, is_wrapped=half.is_wrapped)
    yield from kept


def _first_half(raw: str, before: Sequence[Block], block: Block) -> int | None:
    """Return the index of the unfinished block that this one continues, or ``None``."""
    second = raw[block.lines[0][0] : block.lines[-1][1]].lstrip()
    if block.kind != "paragraph" or is_notice(second):
        return None
    for at in range(len(before) - 1, -1, -1):
        half = before[at]
        if half.kind == "heading":
            return None
        first = raw[half.lines[-1][0] : half.lines[-1][1]]
        if is_notice(first) and not RIGHTS_OPEN.search(first):
            continue
        if half.kind in {"paragraph", "caption", "list_item"} and (
            goes_on(first, second) or (_NAME_AHEAD.match(second) and _is_cut(raw, half))
        ):
            return at
        if half.kind == "paragraph":
            return None
    return None


def _is_cut(raw: str, half: Block) -> bool:
    """Return whether a paragraph of sentences ends in the middle of one."""
    text = raw[half.lines[0][0] : half.lines[-1][1]]
    has_sentence = half.kind == "paragraph" and _SENTENCE_END.search(text) is not None
    ends_in_address = _ADDRESS_END.search(text) is not None
    return has_sentence and is_open(text) and is_prose(f"{text}.") and not ends_in_address
