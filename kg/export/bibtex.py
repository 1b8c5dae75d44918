"""The studies as BibTeX, one entry each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.export.escape import escape_latex
from kg.export.records import StudyRecord

#: CSL type -> entry type, and the field that holds the container.
_TYPES = {
    "article-journal": ("article", "journal"),
    "chapter": ("incollection", "booktitle"),
    "paper-conference": ("inproceedings", "booktitle"),
    "book": ("book", "series"),
    "thesis": ("phdthesis", "school"),
}
_OTHER = ("misc", "howpublished")
#: BibTeX counts braces even after a backslash, so they are named instead.
_BRACES = {r"\{": r"\textbraceleft{}", r"\}": r"\textbraceright{}"}
#: A straight quote that opens.
_OPENING = re.compile(r'(?<![^\s(\[])"(?=\S)')


def render(records: Iterable[StudyRecord]) -> str:
    """Return the records as BibTeX entries, in the given order; UTF-8, with escapes."""
    return "\n".join(map(render_entry, records))


def render_entry(record: StudyRecord) -> str:
    """Return one study as a BibTeX entry; titles keep their capitals."""
    entry, container = _TYPES.get(record.type, _OTHER)
    title = f"{{{_escape(record.title)}}}" if record.title else ""
    fields = {
        "author": " and ".join(map(_name, record.authors)),
        "key": "" if record.authors else title,  # styles sort entries without an author by this
        "title": title,
        container: _escape(record.container),
        "year": str(record.year or ""),
        "volume": _escape(record.volume),
        "number": _escape(record.issue),
        "pages": _escape(record.pages.replace("–", "-")).replace("-", "--"),
        "publisher": _escape(record.publisher),
        "doi": _verbatim(record.doi),
        "url": _verbatim(record.url),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{entry}{{{record.key},\n{''.join(lines)}}}\n"


def _name(author: tuple[str, str]) -> str:
    """Return ``Family, Given``; names that BibTeX would split, such as organisations, in braces."""
    family, given = author
    text = ", ".join(_escape(part) for part in author if part)
    is_divided = " and " in text or (not given and re.search(r"[\s,]", family))
    return f"{{{text}}}" if is_divided else text


def _escape(text: str) -> str:
    escaped = escape_latex(_OPENING.sub("“", text).replace('"', "”"))
    for brace, name in _BRACES.items():
        escaped = escaped.replace(brace, name)
    return escaped


def _verbatim(text: str) -> str:
    """Return a DOI or URL for BibTeX, which prints it as it is; braces are percent-encoded."""
    return text.replace("{", "%7B").replace("}", "%7D")
