"""The head of an article: title, authors and DOI, separated from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.layout import Block, Layout
from corpus.model import Author
from corpus.prose import is_notice, is_prose

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
#: Text beside names that is not part of them: footnote marks, other scripts, degrees.
_NAME_MARKS = re.compile(
    r"<sup>[^<]*</sup>|\$\s?\^[^$]*\$|\\(?=\*)|[\^_]\{[^}]*\}|\(\W*\)|\((?=[^\x00-\u2fff])[^)]*\)|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺+*†‡§¶‖#∗⁎∥⊥✉☒✝■|\ue000-\uf8ff]"
    r"|['’](?=,|$)|(?<=,)['’]|(?<=[^\W\d]{3})[a-h]\)"
    r"|\b(?:Prof|Dr|Mr|Mrs|Ms)\.\s|(?<=[^\W\d])\s?\[[^\]]*\]|,?\s\b(?:PhD|Ph\.D\.|MD)\b"
    r"|(?<=[^\W\d.])\d{1,2}(?:,\s?\d{1,2})*\b|(?<![\w.-])\d{1,2}\b|(?<![\w.-])[a-z](?=[\s,)\\*†‡§#]|$)\)?|(?<=,)[a-h]{2,3}(?=\s)"
)
#: An address that a converter left on the line of the names.
_ADDRESS_BEHIND = re.compile(
    r"(?:\s[+@†‡§#∥⊥]\s?(?=[A-Z]\w{5})|(?<=[\u4e00-\u9fff]\))\s+(?=[A-Z][a-z])).*", re.DOTALL
)
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;，；•·&]|\b(?:and|AND|und)\b)\s*")
_BY = re.compile(r"(?:by|authors?:?)\s+", re.IGNORECASE)
_GENERATION = re.compile(r",?\s(?:Jr\.?|Sr\.?|I{2,3}|IV)$")
_PARTICLE = (
    r"(?:[Vv][ao]n|[Dd]e[nrls]?|[Dd]e la|[Ll][ae]|[Dd][aiou]s?|[Tt]e[nr]|[Ee]l|[Aa]l|bin|zu[rm]?)"
)
#: "H.V.Baghdasaryan"
_GLUED_NAME = re.compile(r"(?<=\.)(?=[^\W\d_a-z][^\W\d_]{2})")
_LONGEST_NAME = 60
_INITIALS = r"(?:[^\W\d_a-z]\.-?)+"
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
_FURNITURE = frozenset({"Check for updates", "Open Access", "Article", "Read Online"})
#: How far down the first section may begin.
_HEAD_BLOCKS = 12
_LONGEST_BYLINE = 2000
_MARK = re.compile(r"#{1,6}\s+(?=(?:\S+\s+){4})")
_SECTION = re.compile(
    r"[#*\s]*(?:\d\.?\s*)?(?:abstract|summary|introduction|background|keywords|supporting information"
    r"|highlights|article\s?info|results|experimental|methods)\b",
    re.IGNORECASE,
)
#: So many blocks below the head may hold notices: "Published: May 5, 2017".
_NOTICE_BLOCKS = 40
#: A block begins with no more lines of title.
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of an article, and the blocks of its text (title included)."""

    blocks: tuple[Block, ...]
    authors: tuple[Author, ...] = ()
    doi: str = ""
    #: What stands above the first section, and the publisher's notices behind it.
    front: tuple[str, ...] = ()


def read_head(raw: str, layout: Layout) -> Head:
    """Find title, authors and DOI; addresses and notices are left out, prose never."""
    blocks = _with_marked_title(raw, layout.blocks)
    is_marked = blocks != layout.blocks
    first = next((at for at, block in enumerate(blocks) if block.kind == "heading"), None)
    if is_marked and (first is None or first > _HEAD_BLOCKS):
        first = next((at for at in range(1, len(blocks)) if is_prose(_text(raw, blocks[at]))), None)
    if first and first <= _HEAD_BLOCKS and (is_marked or blocks[first].level <= 2):
        return _full_head(raw, blocks, first, layout.doi)
    at = next((at for at, block in enumerate(blocks[:3]) if _is_title(raw, block)), None)
    if at is None or at + 1 == len(blocks) or any(is_prose(_text(raw, b)) for b in blocks[:at]):
        return Head(blocks=blocks, doi=layout.doi)
    front = tuple(raw[slice(*line)] for block in blocks[:at] for line in block.lines)
    blocks = (replace(blocks[at], kind="title"), *blocks[at + 1 :])
    return Head(blocks=blocks, doi=layout.doi, front=front)


def _with_marked_title(raw: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make the title that Markdown marks as a heading a line like any other title.

    Names or a section that every article has must follow, so the first section of an excerpt stays
    a heading.
    """
    headings = [at for at, block in enumerate(blocks[:_HEAD_BLOCKS]) if block.kind == "heading"]
    for at in headings:
        start, end = blocks[at].lines[0]
        mark = _MARK.match(raw, start, end)
        if mark is None:
            continue
        title = replace(blocks[at], kind="paragraph", level=0, lines=((mark.end(), end),))
        if any(_is_title(raw, block) for block in blocks[:at]):
            return blocks
        if _is_title(raw, title) and _begins_article(raw, blocks[at + 1 : _HEAD_BLOCKS]):
            above = (block for block in blocks[:at] if block.kind != "heading")
            return (*above, title, *blocks[at + 1 :])
    return blocks


def _begins_article(raw: str, blocks: Sequence[Block]) -> bool:
    for block in blocks:
        text = _text(raw, block)
        if block.kind == "heading":
            return _SECTION.match(text) is not None
        if len(text) < _LONGEST_BYLINE and len(read_authors(text)) > 1:
            return True
    return False


def _full_head(raw: str, blocks: tuple[Block, ...], first: int, doi: str) -> Head:
    above = tuple(part for block in blocks[:first] for part in _parted(raw, block))
    rest = blocks[first:]
    at = next((at for at, block in enumerate(above) if _is_title(raw, block)), None)
    found = _DOI.search(raw, above[0].lines[0][0], above[-1].lines[-1][1])
    doi = doi or (found[0] if found else "")
    if at is None:
        return Head(blocks=blocks, doi=doi)
    front = (*above, *(b for b in rest[:_NOTICE_BLOCKS] if is_notice(_text(raw, b))))
    title, behind = _whole_title(raw, above, at)
    authors = _authors_among([_text(raw, block) for block in above[behind:]])
    ahead = (block for block in above[:at] if is_prose(_text(raw, block)))
    text = (b for b in above[behind:] if b.kind == "caption" or is_prose(_text(raw, b)))
    lines = tuple(raw[slice(*line)] for block in front for line in block.lines)
    return Head(blocks=(*ahead, title, *text, *rest), authors=authors, doi=doi, front=lines)


def _authors_among(texts: Sequence[str]) -> tuple[Author, ...]:
    """Read the line of names under a title; only notices may stand between the two."""
    lines = (text for text in texts if not is_notice(text) and text.strip() not in _FURNITURE)
    return read_authors(next(lines, ""))


def _whole_title(raw: str, above: Sequence[Block], at: int) -> tuple[Block, int]:
    """Put a title of two lines together: the second stands between the first and the names."""
    title = replace(above[at], kind="title")
    has_second = (
        at + 2 < len(above)
        and not _are_names(_text(raw, above[at + 1]))
        and _is_title(raw, above[at + 1])
        and _are_names(_text(raw, above[at + 2]))
        and not is_prose(_text(raw, above[at]))
    )
    if not has_second:
        return title, at + 1
    return replace(title, lines=title.lines + above[at + 1].lines), at + 2


def _parted(raw: str, block: Block) -> Iterator[Block]:
    """Part a block whose lines are title, names, addresses and text at once.

    Only a block with a line of names is parted. After the names everything from the first line of
    prose on is text, up to a notice at the end.
    """
    lines = block.lines
    texts = [raw[slice(*line)] for line in lines]
    names = next((at for at, text in enumerate(texts[:_HEAD_LINES]) if _are_names(text)), None)
    end = next((at for at, text in enumerate(texts) if at and is_notice(text)), len(lines))
    if block.kind != "paragraph" or len(lines) == 1 or (names is None and end == len(lines)):
        yield block
        return
    if names is None:
        cuts = [0, end]
    else:
        behind = range(names + 1, end)
        text = next((at for at in behind if is_prose(f"{texts[at].strip()}.")), end)
        cuts = [0, names, names + 1, text, end]
    for start, stop in pairwise((*cuts, len(lines))):
        if start < stop:
            yield replace(block, lines=lines[start:stop])


def _are_names(text: str) -> bool:
    """Tell a line of names: each word is a capital one or stands between names."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    is_capital = all(word[0].isupper() or word in _SMALL_IN_NAMES for word in words)
    return is_capital and not is_prose(text) and len(read_authors(text)) > 0


def _text(raw: str, block: Block) -> str:
    return " ".join(raw[slice(*line)] for line in block.lines)


def _is_title(raw: str, block: Block) -> bool:
    text = _text(raw, block).strip()
    is_short = len(text) < 300 and not text.endswith((".", ":", ";", ","))
    if _MASTHEAD.search(text) or is_notice(text):
        return False
    return block.kind == "paragraph" and is_short and "://" not in text and len(text.split()) > 2


def read_authors(line: str) -> tuple[Author, ...]:
    """Read a line of names; the result is empty if it is not one.

    >>> [author.family for author in read_authors("Jane Doe^{a}, R. Roe* and Ann van der Poe")]
    ['Doe', 'Roe', 'van der Poe']
    >>> read_authors("KRANZ Ida, LIND Olov-Per")[0]
    Author(family='Kranz', given='Ida')
    >>> read_authors("Department of Physics, Layer City")
    ()
    """
    names_only = _ADDRESS_BEHIND.sub("", line)
    plain = _BY.sub("", _NAME_MARKS.sub(" ", names_only).strip(), count=1)
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
    """Tell family and given name apart; family names in capitals may stand first.

    Two capitals are initials ("JK Doe"), but a family name where those of others stand so: "LI Ida".
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
