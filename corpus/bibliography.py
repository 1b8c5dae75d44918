"""One entry of a reference list, as printed, read into a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.house_styles import read_house_style
from corpus.model import Author, Reference, WorkType

#: "J." before one of these begins the name of a journal; it is no initial.
_OF_JOURNALS = "Am|Appl|Phys|Chem|Mater|Vac|Electrochem|Cryst|Catal|Power|Lumin|Sci|Electron|Alloys"
_INITIALS = rf"(?:(?!J\.\s(?:{_OF_JOURNALS})\b)[A-ZÀ-Ž][a-z]?\.(?:\s?-\s?|\s)?)+"
_PARTICLE = r"(?:\s?(?:De|de|van|Van|von|der|den|la|La|Le|el|El))*"
_ACS_AUTHOR = re.compile(
    rf"\s*(?P<family>(?![A-Z]\.)[^\W\d][^;,\d]{{0,40}}?),\s(?P<given>{_INITIALS}){_PARTICLE}(?=[;,\s]|$)"
)
_PATENT = re.compile(
    r"(?P<title>(?:U\.?S\.?|European|World|Japanese|WO|EP)?\s?Pat(?:ent|\.)(?:\sNo\.)?\s?[\w,/]+?),?\s\(?(?P<year>(?:19|20)\d\d)\)?"
)
_YEAR = r"(?:\*\*)?\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?(?:\*\*)?"
_TAIL = re.compile(
    rf"[\s,.(]{_YEAR}\s*[,;.]\s*(?:(?P<volume>\*?[A-Z]?[\d–-]+[A-Z]?\*?)\s*"
    r"(?:\((?P<issue>[^()]{1,16})\))?\s*[,:]\s*)?(?P<pages>[\w.]+(?:\s?[–-]\s?\w+)?)?\s*\.?\s*$"
)
_VOLUME_ISSUE_ONLY = re.compile(
    rf"[\s,.(]{_YEAR}\s*,\s*(?P<volume>\*?[\d–-]+\*?)\s*(?:\((?P<issue>[^()]{{1,16}})\))(?P<pages>)\s*\.?\s*$"
)
_CHAPTER = re.compile(
    rf"^(?P<title>.+?)\.?\s+In:?\s+(?P<book>.+?);\s+(?:(?P<editors>[^;]+?),?\s*\(?Eds?\.?\)?;\s+)?"
    rf"(?:(?P<publisher>[^;\d]+?)(?:,|:|;)\s*)?{_YEAR}[;,.]\s*(?:(?:Vol\.\s*(?P<volume>\d+)[;,]\s*)?"
    r"(?:pp?\.?\s*(?P<pages>[\w–-]+)))?\s*\.?$"
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/[^\s,;]+?)[.,;]?(?=\s|$)", re.I
)
_PROCEEDINGS = re.compile(r"\b(?:Conference|Symposium|Proceedings|Workshop|Congress|Proc\.)", re.I)
_JOURNAL_WORD = re.compile(r"(?:[A-Z][\w.-]*\.?|of|and|the|for|in|&|-|–|[A-Z])$")
#: An entry with a hundred authors has so many characters; what is longer was not divided.
_LONGEST = 4_000
_EMPHASISED = re.compile(r"\*{1,2}([^*]+?)\*{1,2}\s*$")


def read_entry(text: str, clean: Callable[[str], str] = str) -> Reference:
    """Read one printed entry; what cannot be told stays empty.

    ``clean`` is applied to titles and containers.

    >>> record = read_entry("Doe, J. A.; Roe, R. Thin Films. *J. Ex.* 2011, *4* (2), 7–9.")
    >>> record.authors[1].family, record.container, record.year, record.pages
    ('Roe', 'J. Ex.', 2011, '7–9')
    """
    text = " ".join(text.split())[:_LONGEST]
    doi = _DOI.search(text)
    printed = _DOI.sub("", text).strip() if doi else text
    styled = read_house_style(printed, clean, _split_container)
    if styled is not None:
        return replace(styled, doi=doi[1] if doi else "")
    authors, rest = split_authors(printed)
    if not authors or rest.startswith(("&", ",", "and ", "et al")):
        return replace(_other_style(printed, clean), doi=doi[1] if doi else "")
    reference = _patent(rest) or _chapter(rest, clean) or _article(rest, clean)
    return replace(reference, authors=authors, doi=doi[1] if doi else "")


def split_authors(text: str) -> tuple[tuple[Author, ...], str]:
    """Divide ``Family, I. I.; Family, I. Title ...`` into authors and the rest."""
    authors: list[Author] = []
    at = 0
    while match := _ACS_AUTHOR.match(text, at):
        end = match.end("given")
        given = text[match.start("given") : end]
        if text[end - 2 : end + 2] == "U.S." or re.search(r"\bU\.S\.\s?$", given):
            end -= len(given) - given.index("U.S.")
            given = given[: given.index("U.S.")]
        particle = text[match.end("given") : match.end()].strip() if given.strip() else ""
        is_last = text[match.end() : match.end() + 1] != ";"
        if is_last:
            particle = ""
        authors.append(_author(match["family"], given, particle))
        at = end if is_last else match.end() + 1
        if is_last:
            break
    return tuple(authors), text[at:].strip()


def _author(family: str, given: str, particle: str) -> Author:
    name = f"{particle} {family}".strip() if particle else family.strip()
    return Author(family=name, given=" ".join(given.replace("- ", "-").split()))


def _patent(rest: str) -> Reference | None:
    match = _PATENT.search(rest)
    if match is None:
        return None
    title = rest[: match.start()].strip(" .") or match["title"]
    return Reference(title=title, year=int(match["year"]), type="patent")


def _chapter(rest: str, clean: Callable[[str], str]) -> Reference | None:
    match = _CHAPTER.match(rest)
    if match is None:
        return None
    kind: WorkType = "paper-conference" if _PROCEEDINGS.search(match["book"]) else "chapter"
    return Reference(
        title=clean(match["title"]),
        container=clean(match["book"].strip("*")),
        publisher=(match["publisher"] or "").strip(),
        year=int(match["year"]),
        volume=match["volume"] or "",
        pages=match["pages"] or "",
        type=kind,
    )


def _article(rest: str, clean: Callable[[str], str]) -> Reference:
    tail = _VOLUME_ISSUE_ONLY.search(rest) or _TAIL.search(rest)
    if tail is None:
        return _unplaced(rest, clean)
    title, container = _with_whole_journal(*_split_container(rest[: tail.start()].rstrip(" ,")))
    return Reference(
        title=clean(title),
        container=clean(container),
        year=int(tail["year"]),
        volume=(tail["volume"] or "").strip("*"),
        issue=tail["issue"] or "",
        pages=(tail["pages"] or "").replace(" ", "").rstrip("."),
        type="article-journal" if container else "document",
    )


def _unplaced(rest: str, clean: Callable[[str], str]) -> Reference:
    year = re.search(r"\b(?:19|20)\d\d\b", rest)
    title, _, container = rest.partition(". ")
    return Reference(
        title=clean(title.rstrip(".")),
        container=clean(container) if len(container) < 120 else "",
        year=int(year[0]) if year else None,
    )


def _split_container(text: str) -> tuple[str, str]:
    """Divide ``Title. *Journal*`` or ``Title. J. Abbrev.``: the last run of capitals."""
    emphasised = _EMPHASISED.search(text)
    if emphasised:
        return text[: emphasised.start()].rstrip(" ."), emphasised[1].strip()
    for match in re.finditer(r"[.?!]\s+", text):
        words = text[match.end() :].split()
        if words and len(words) <= 9 and all(_JOURNAL_WORD.match(word) for word in words):
            return text[: match.start()], " ".join(words)
    return text.rstrip(" ."), ""


_WORD_OF_NAME = r"[^\W\d](?:(?!\sand\b|\set\sal)[^,;.\d&]){1,30}"
_OTHER_NAME = rf"(?:{_INITIALS}\s?{_WORD_OF_NAME}|{_WORD_OF_NAME},?\s{_INITIALS})"
_OTHER_AUTHORS = re.compile(
    rf"^{_OTHER_NAME}(?:(?:,\s(?:and\s)?|,?\sand\s|,?\s&\s|;\s){_OTHER_NAME})*"
    r"(?:,?\s?et\sal\.?)?(?:[,.:]?\s|$)"
)
_HEAD = r"(?:(?P<title>.+?)[.,]\s)?(?P<journal>[A-Z][\w.&* -]*?[\w.*])"
_VOLUME = r"\*{0,2}(?P<volume>\d{1,4})\*{0,2}\s?(?:\((?P<issue>[^()]{1,16})\)\s?)?"
_YEAR_ONLY = r"(?P<year>(?:19|20)\d\d)"
_PAGES = r"(?P<pages>[A-Za-z]?\d[\w.–-]*?)\.?$"
#: The ends of entries in the styles of Elsevier, Nature and the Royal Society of Chemistry.
_OTHER_TAILS = (
    re.compile(rf"{_HEAD},?\s{_VOLUME}\({_YEAR_ONLY}\),?\s{_PAGES}"),
    re.compile(rf"{_HEAD},?\s{_VOLUME},\s(?P<pages>[\w–-]+)\s\({_YEAR_ONLY}\)\.?$"),
    re.compile(rf"{_HEAD},\s\*{{0,2}}{_YEAR_ONLY}\*{{0,2}},\s{_VOLUME},\s{_PAGES}"),
)
#: First words of abbreviated journal names: before a full stop they are no title.
_JOURNAL_STEMS = (
    "Acc Adv Am Angew Ann Appl Cat Catal Chem Cryst Curr Electrochem Inorg Int J Jpn Mater Mol Nano"
    " Nat Opt Org Phys Proc Rev Sci Semicond Surf Synth Trans Z"
)


def _other_style(text: str, clean: Callable[[str], str]) -> Reference:
    names = _OTHER_AUTHORS.match(text)
    if names is None:
        return _unplaced(text, clean)
    authors = _other_names(names[0])
    rest = text[names.end() :]
    match = next((found for tail in _OTHER_TAILS if (found := tail.match(rest))), None)
    if match is None:
        return replace(_article(rest, clean), authors=authors)
    title, container = _with_whole_journal(match["title"] or "", match["journal"])
    return Reference(
        authors=authors,
        title=clean(title.strip(" .,")),
        container=clean(container.strip(" ,*")),
        year=int(match["year"]),
        volume=match["volume"],
        issue=match["issue"] or "",
        pages=match["pages"],
        type="article-journal",
    )


def _with_whole_journal(title: str, container: str) -> tuple[str, str]:
    """Give back to the journal the words that only look like a title: entries may have none."""
    words = title.replace(".", " ").split()
    if words and len(words) <= 4 and all(word in _JOURNAL_STEMS.split() for word in words):
        return "", f"{title.rstrip('.')}. {container}"
    return title, container


def _other_names(printed: str) -> tuple[Author, ...]:
    names = re.findall(
        rf"({_INITIALS})\s?([^\W\d][^,;.\d]{{1,30}}?)(?=,|;|\sand\s|\s&|\set\s|[.:]?\s*$)"
        rf"|([^\W\d][^,;.\d&]{{1,30}}),?\s({_INITIALS})",
        re.sub(r"(?:,\s)?\band\b\s|\s?&\s", ", ", printed).replace(", , ", ", "),
    )
    return tuple(
        Author(family=(first or last).strip(), given=(before or after).strip())
        for before, first, last, after in names
    )
