"""Entries of reference lists in the styles of medicine, of Harvard and of the engineers."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.model import Reference
from corpus.names import read_names

#: "Doe JA, Roe R. Films of dots. J Ex Chem. 2015;12(3):101-9."
_VANCOUVER = re.compile(
    r"(?P<names>[^.]{3,600}?(?:\set\sal)?)\.\s(?P<title>.+?[.?!])\s(?P<container>[^;:]{2,100}?)\.?\s"
    r"(?P<year>(?:19|20)\d\d)(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?(?P<volume>[\w–-]{1,12})"
    r"(?:\s?\((?P<issue>[^()]{1,16})\))?(?:\s?:\s?(?P<pages>[\w.–-]+))?\s?\.?$"
)
#: "J. Doe and R. Roe, “Films of dots,” J. Ex., vol. 12, no. 3, pp. 101–109, Mar. 2015."
_ENGINEERS = re.compile(
    r"(?P<names>.{3,600}?),\s[\"“](?P<title>[^\"”]+?),?[\"”],?\s(?P<container>[^\"”]{2,100}?),\s"
    r"vol\.\s(?P<volume>[\w–-]+)(?:,\sno\.\s(?P<issue>[\w–-]+))?(?:,\spp?\.\s(?P<pages>[\w–-]+))?"
    r",\s(?:[A-Z][a-z]{2,8}\.?\s)?(?P<year>(?:19|20)\d\d)\.?$"
)
#: "Doe, J. and Roe, R. (2015) ...", "Doe, J., Roe, R., 2015. ...", "Doe J (2015) ..."
_HARVARD = re.compile(
    r"(?P<names>[^()\d]{3,600}?)[\s,]*\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?[.,:]?\s(?P<rest>[^\d\s].+)$"
)
_QUOTED = re.compile(r"['‘“\"](?P<title>.+?)[,.]?['’”\"][,.]?\s(?P<container>.+)$")
_VOLUME = re.compile(
    r"[\s,]+(?:[Vv]ol\.?\s)?\*{0,2}(?P<volume>[A-Z]?\d{1,4}[A-Z]?)\*{0,2}\s?"
    r"(?:\((?P<issue>[^()]{1,16})\)|,\s[Nn]o\.?\s(?P<number>\w+))?"
    r"\s?[,:]\s?(?:pp?\.?\s?)?(?P<pages>[A-Za-z]?\d[\w.–-]*?)\s?\.?$"
)
_BOOK = re.compile(
    r"(?P<title>[^.]+(?:\([^)]*\))?)\.\s(?:.{0,40}\b[Ee]dn?\.\s)?(?P<publisher>[^.]+)\.?$"
)

#: Cuts a title and the journal behind it apart.
Split = Callable[[str], tuple[str, str]]


def read_house_style(text: str, clean: Callable[[str], str], split: Split) -> Reference | None:
    """Read an entry in one of these styles, ``None`` if it is in none.

    ``split`` divides a title from the journal that follows it.
    """
    for style in (_VANCOUVER, _ENGINEERS):
        match = style.match(text)
        if match and (authors := read_names(match["names"])):
            return Reference(
                authors=authors,
                title=clean(match["title"].rstrip(". ")),
                container=clean(match["container"].strip("* ,")),
                year=int(match["year"]),
                volume=match["volume"] or "",
                issue=match["issue"] or "",
                pages=(match["pages"] or "").rstrip("."),
                type="article-journal",
            )
    return _harvard(text, clean, split)


def _harvard(text: str, clean: Callable[[str], str], split: Split) -> Reference | None:
    match = _HARVARD.match(text)
    authors = read_names(match["names"]) if match else ()
    if match is None or not authors:
        return None
    year, rest = int(match["year"]), match["rest"]
    tail = _VOLUME.search(rest)
    if tail is None:
        return _book(rest, clean, authors=authors, year=year)
    quoted = _QUOTED.match(rest[: tail.start()])
    title, container = (
        (quoted["title"], quoted["container"]) if quoted else split(rest[: tail.start()])
    )
    return Reference(
        authors=authors,
        title=clean(title.strip(" .,")),
        container=clean(container.strip(" *,")),
        year=year,
        volume=tail["volume"],
        issue=tail["issue"] or tail["number"] or "",
        pages=tail["pages"].rstrip("."),
        type="article-journal" if container else "document",
    )


def _book(rest: str, clean: Callable[[str], str], **known: object) -> Reference:
    match = _BOOK.match(rest)
    title = match["title"] if match else rest.rstrip(".")
    publisher = match["publisher"].strip("* ") if match else ""
    return Reference(
        title=clean(title.strip("*'‘’“”\" ")),
        publisher=publisher,
        type="book" if publisher else "document",
        **known,  # type: ignore[arg-type]
    )
