"""Separation of the head of an article (title, authors and DOI) from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.front import is_abbreviation
from corpus.imprint import read_imprint
from corpus.layout import Block, Layout, heading_level
from corpus.model import Author
from corpus.prose import is_notice, is_prose

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
#: Text beside names that is not part of them: footnote marks, names in other scripts, degrees.
_NAME_MARKS = re.compile(
    r"[\^_]\{[^}]*\}|\(\W*\)|\((?=[^\x00-\u2fff])[^)]*\)|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺+*†‡§¶‖#∗⁎∥⊥✉☒✝■\ue000-\uf8ff]"
    r"|\\(?=\*)|(?<=,)[a-h]{2,3}(?=\s)|\biD\b|<sup>[^<>]*</sup>|\$[^$]{1,40}\$|['’](?=,|$)|(?<=,)['’]|(?<=[^\W\d]{3})[a-h]\)"
    r"|\b(?:Prof|Dr|Mr|Mrs|Ms)\.\s|(?<=[^\W\d])\s?\[[^\]]*\]|,?\s\b(?:PhD|Ph\.D\.|MD)\b"
    r"|(?<=[^\W\d.])\d{1,2}(?:,\s?\d{1,2})*\b|(?<![\w.-])\d{1,2}\b|(?<![\w.-])[a-z](?=[\s,)\\*†‡§#]|$)\)?"
)
#: An address that a converter left on the line of the names.
_ADDRESS_BEHIND = re.compile(
    r"(?:\s[+@†‡§#∥⊥]\s?(?=[A-Z]\w{5})|(?<=[\u4e00-\u9fff]\))\s+(?=[A-Z][a-z])).*", re.DOTALL
)
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;•·&|]|\b(?:and|AND|und)\b)\s*")
_BY = re.compile(r"(?:by|authors?:?)\s+", re.IGNORECASE)
_INITIALS = r"(?:[^\W\d_a-z]\.-?)+"
_CUT_NAMES = re.compile(rf"(?:[,;&]|\band|\s{_INITIALS})\s*$")
_GENERATION = re.compile(r",?\s(?:Jr\.?|Sr\.?|I{2,3}|IV)$")
_PARTICLE = (
    r"(?:[Vv][ao]n|[Dd]e[nrls]?|[Dd]e la|[Ll][ae]|[Dd][aiou]s?|[Tt]e[nr]|[Ee]l|[Aa]l|bin|zu[rm]?)"
)
#: "H.V.Baghdasaryan"
_GLUED_NAME = re.compile(r"(?<=\.)(?=[^\W\d_a-z][^\W\d_]{2})")
_LONGEST_NAME = 60
_NAME_WORD = r"(?:(?:[dl]['’])?[^\W\d_a-z](?:['’`´])?[^\W\d_]*(?:[-‐‑–−][^\W\d_]+)*\.?)"
_NAME = re.compile(
    rf"(?:{_INITIALS}|{_NAME_WORD})(?:\s(?:{_INITIALS}|{_PARTICLE}|{_NAME_WORD})){{1,5}}"
)
_FAMILY = re.compile(rf"(?:\b{_PARTICLE}\s)*\S+$")
#: Words of addresses, headings and mastheads, which are capitalised like names.
_NO_NAME = re.compile(
    r"\b(?:universit\w*|institut\w*|dep(?:artmen)?t\w*|laborator\w*|school|faculty|cent(?:er|re)|college"
    r"|academy|division|sciences?|technology|physics|chemistry|engineering|materials?|research|open"
    r"|access|articles?|letters?|reviews?|journal|communications?|papers?|abstract|introduction|keywords"
    r"|received|accepted|published|online|street|road|avenue|press|inc|ltd|gmbh|corporation|society"
    r"|supporting|information|affiliations?|supplementary|references|contents|january|february|march|april|june|july"
    r"|august|september|october|november|december|kingdom|states|republic|germany|france|china|japan|korea|italy|spain|india|switzerland"
    r"|netherlands|belgium|sweden|finland|norway|denmark|austria|poland|russia|the|of|in|on|for|with|by|from|film|films|oxide|layer"
    r"|layers|deposition|atomic|thin|growth|nanocrystals?|quantum|dots?|editors?|special|issue|topical)\b",
    re.IGNORECASE,
)

_SMALL_IN_NAMES = frozenset(
    "and by van von der den de del della di da la le ten ter el al bin".split()
)
#: A journal's name with year, volume and pages is not a title.
_MASTHEAD = re.compile(r"\b(?:19|20)\d\d\b[\s,;:)]+\d+.*\d")
#: The number of leading blocks in which a heading may be the title.
_HEAD_BLOCKS = 16
_FEWEST_WORDS = 3
_TITLE_LINES = 4
#: The number of leading lines of a block in which the line of names is looked for.
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The authors and DOI of an article, and the blocks of its text (title included)."""

    blocks: tuple[Block, ...]
    authors: tuple[Author, ...] = ()
    doi: str = ""


def read_head(raw: str, layout: Layout) -> Head:
    """Find title, authors and DOI; addresses and notices are left out, sentences are kept."""
    blocks = layout.blocks
    title = _marked_title(raw, layout)
    if title is not None:
        return _marked_head(raw, blocks, title, layout.doi)
    first = next((at for at, block in enumerate(blocks) if block.kind == "heading"), None)
    if first is not None and 0 < first <= 12 and blocks[first].level <= 2:
        return _full_head(raw, blocks, first, layout.doi)
    at = next((at for at, block in enumerate(blocks[:3]) if _is_title(raw, block)), None)
    above = [_text(raw, block).strip() for block in blocks[: at or 0]]
    has_text = any(is_prose(text) or text.endswith(".") for text in above)
    if at is not None and at + 1 < len(blocks) and not has_text:
        blocks = (replace(blocks[at], kind="title"), *blocks[at + 1 :])
    return Head(blocks=blocks, doi=layout.doi)


def _marked_title(raw: str, layout: Layout) -> int | None:
    """Return the index of the title marked as a heading: the one before names, or the first.

    A heading that is the name of the journal, known from the imprint, is skipped.
    """
    blocks = layout.blocks[: _HEAD_BLOCKS + 1]
    texts = [_text(raw, block) for block in blocks]
    imprints = [found.container for found in map(read_imprint, layout.front) if found]
    near = [
        at
        for at, block in enumerate(blocks[:_HEAD_BLOCKS])
        if _is_marked_title(raw, block)
        and not any(is_abbreviation(short, texts[at].strip("#* ")) for short in imprints)
    ]
    named = (at for at in near if at + 1 < len(texts) and _are_names(texts[at + 1]))
    is_first = near and not any(_is_text(raw, block) for block in blocks[: near[0]])
    return next(named, near[0] if is_first else None)


def _is_marked_title(raw: str, block: Block) -> bool:
    text = _text(raw, block).strip()
    plain = text.strip("#* ")
    is_worded = len(plain.split()) >= _FEWEST_WORDS and not plain.endswith((".", ":", ";", ","))
    is_marked = block.kind == "heading" and text.startswith("#") and not heading_level(plain)
    return is_marked and is_worded and not _MASTHEAD.search(plain) and not is_notice(plain)


def _marked_head(raw: str, blocks: Sequence[Block], at: int, doi: str) -> Head:
    """Leave out names, addresses and notices between the title and the first text or section.

    A cover sheet repeats the title, so the head extends to the last occurrence among the first
    blocks.
    """
    title = _text(raw, blocks[at]).strip()
    same = range(at + 1, min(at + _HEAD_BLOCKS, len(blocks)))
    last = max((n for n in same if _text(raw, blocks[n]).strip() == title), default=at)
    behind = range(last + 1, len(blocks))
    end = next((n for n in behind if _is_text(raw, blocks[n])), last + 1)
    named = (read_authors(_text(raw, block)) for block in blocks[at + 1 : end])
    above = [block for block in blocks[:at] if _is_text(raw, block)]
    between = [b for b in blocks[at + 1 : last] if b.kind != "heading" and _is_text(raw, b)]
    marked = _without_marks(raw, replace(blocks[at], kind="title", level=0))
    authors = next(filter(None, named), ())
    return Head(blocks=(*above, marked, *between, *blocks[end:]), authors=authors, doi=doi)


def _is_text(raw: str, block: Block) -> bool:
    """Return whether a block is a caption, sentences or a section heading, not part of the head."""
    text = _text(raw, block)
    if block.kind == "heading":
        return heading_level(text.strip("#* ")) > 0 or text.lstrip().startswith("##")
    return block.kind != "paragraph" or is_prose(text)


def _without_marks(raw: str, block: Block) -> Block:
    (start, end), *others = block.lines
    marks = len(raw[start:end]) - len(raw[start:end].lstrip("# "))
    return replace(block, lines=((start + marks, end), *others))


def _full_head(raw: str, blocks: tuple[Block, ...], first: int, doi: str) -> Head:
    """Read title, authors and DOI from the blocks before ``first``; keep those that are prose."""
    above = tuple(part for block in blocks[:first] for part in _parted(raw, block))
    rest = blocks[first:]
    at = next((at for at, block in enumerate(above) if _is_title(raw, block)), None)
    found = _DOI.search(raw, above[0].lines[0][0], above[-1].lines[-1][1])
    doi = doi or (found[0] if found else "")
    if at is None:
        return Head(blocks=blocks, doi=doi)
    if at + 1 < len(above) and _are_untitled_names(*(_text(raw, b) for b in above[at : at + 2])):
        text = (b for b in above if b.kind == "caption" or is_prose(_text(raw, b)))
        return Head(blocks=(*text, *rest), authors=read_authors(_text(raw, above[at])), doi=doi)
    title, behind = _whole_title(raw, above, at)
    authors = read_authors(_text(raw, above[behind])) if behind < len(above) else ()
    ahead = (block for block in above[:at] if is_prose(_text(raw, block)))
    text = (b for b in above[behind:] if b.kind == "caption" or is_prose(_text(raw, b)))
    return Head(blocks=(*ahead, title, *text, *rest), authors=authors, doi=doi)


def _whole_title(raw: str, above: Sequence[Block], at: int) -> tuple[Block, int]:
    """Return the title, joined from the blocks before the names, and the index after it."""
    title = replace(above[at], kind="title")
    behind = range(at + 1, min(at + _TITLE_LINES, len(above)))
    names = next((n for n in behind if _are_names(_text(raw, above[n]))), at + 1)
    others = above[at + 1 : names]
    if is_prose(_text(raw, above[at])) or not all(_is_title(raw, block) for block in others):
        return title, at + 1
    lines = tuple(line for block in above[at:names] for line in block.lines)
    return replace(title, lines=lines), names


def _parted(raw: str, block: Block) -> Iterator[Block]:
    """Split a block whose lines hold title, names, addresses and text together.

    Only a block with a line of names or a notice is split. After the names, the text begins at the
    first line of prose and ends at a notice.
    """
    lines = block.lines
    texts = [raw[slice(*line)] for line in lines]
    named = ((at, _name_lines(texts, at)) for at in range(min(_HEAD_LINES, len(texts))))
    names, count = next((found for found in named if found[1]), (None, 0))
    end = next((at for at, text in enumerate(texts) if at and is_notice(text)), len(lines))
    if block.kind != "paragraph" or len(lines) == 1 or (names is None and end == len(lines)):
        yield block
        return
    if names is None:
        cuts = [0, end]
    else:
        behind = range(names + count, end)
        text = next((at for at in behind if is_prose(f"{texts[at].strip()}.")), end)
        cuts = [0, names, names + count, text, end]
    for start, stop in pairwise((*cuts, len(lines))):
        if start < stop:
            yield replace(block, lines=lines[start:stop])


def _name_lines(texts: Sequence[str], at: int) -> int:
    """Return how many lines of names begin here: 0, 1, or 2 if the first ends in mid-list."""
    if _are_names(texts[at]):
        return 1
    is_cut = _CUT_NAMES.search(texts[at]) is not None and at + 1 < len(texts)
    return 2 if is_cut and _are_names(f"{texts[at].strip()} {texts[at + 1]}") else 0


def _are_names(text: str) -> bool:
    """Return whether a line consists of names: capitalised words and the words between names."""
    words = re.findall(r"[^\W\d_]{2,}", _NAME_MARKS.sub(" ", text))
    is_capital = all(word[0].isupper() or word in _SMALL_IN_NAMES for word in words)
    return is_capital and not is_prose(text) and len(read_authors(text)) > 0


def _are_untitled_names(text: str, below: str) -> bool:
    """Return whether these are names above an address, in a text that has lost its title."""
    return _are_names(text) and not read_authors(below) and _NO_NAME.search(below) is not None


def _text(raw: str, block: Block) -> str:
    return " ".join(raw[slice(*line)] for line in block.lines)


def _is_title(raw: str, block: Block) -> bool:
    text = _text(raw, block).strip()
    is_short = len(text) < 300 and not text.endswith((".", ":", ";", ","))
    if _MASTHEAD.search(text) or is_notice(text):
        return False
    return block.kind == "paragraph" and is_short and "://" not in text and len(text.split()) > 2


def read_authors(line: str) -> tuple[Author, ...]:
    """Parse a line of names; return ``()`` if the line is anything else.

    >>> [author.family for author in read_authors("Jane Doe^{a}, R. Roe* and Ann van der Poe")]
    ['Doe', 'Roe', 'van der Poe']
    >>> read_authors("KRANZ Ida, LIND Olov-Per")[0]
    Author(family='Kranz', given='Ida')
    >>> read_authors("Department of Physics, Layer City")
    ()
    """
    plain = _BY.sub("", _NAME_MARKS.sub(" ", _ADDRESS_BEHIND.sub("", line)).strip(), count=1)
    plain = _GLUED_NAME.sub(" ", plain)
    names = [" ".join(name.split()) for name in _BETWEEN_NAMES.split(plain)]
    names = [_GENERATION.sub("", name) for name in names if name.strip(" ,.:")]
    names = [name for name in names if name not in {"Jr.", "Jr", "III", "et al", "et al."}]
    if not names or max(map(len, names)) > _LONGEST_NAME or _NO_NAME.search(plain):
        return ()
    if not all(map(_NAME.fullmatch, names)):
        return ()
    has_capitals_first = any(_is_capital(name.split()[0]) for name in names)
    return tuple(_author(name, 2 if has_capitals_first else 3) for name in names)


def _author(name: str, shortest: int) -> Author:
    """Split a name into family and given name; a family name in capitals may come first.

    Two capitals are initials ("JK Doe"), but a family name if others are in capitals: "LI Ida".
    """
    parts = name.split()
    is_first = _is_capital(parts[0], shortest)
    is_family_first = is_first and not any(_is_capital(part) for part in parts[1:])
    if is_family_first:
        return Author(family=parts[0].title(), given=" ".join(parts[1:]))
    match = _FAMILY.search(name)
    at = match.start() if match and match.start() else len(name) - len(parts[-1])
    family, given = name[at:], name[:at].strip()
    if not given:
        given, family = parts[0], " ".join(parts[1:])
    is_capital = all(map(_is_capital, family.split()))
    return Author(family=family.title() if is_capital else family, given=given)


def _is_capital(word: str, shortest: int = 3) -> bool:
    return len(word) >= shortest and word.isupper() and "." not in word
