"""Lists of names as reference lists print them: ``Doe JA, Roe R``, ``J. A. Doe and R. Roe``."""

from __future__ import annotations

import re

from corpus.model import Author

_PARTICLES = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Tt]en|[Tt]er|[Ll]a|[Ll]e|[Dd]i|[Dd]u|el)\s){0,3}"
)
_CAPITALISED = r"[A-ZÀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_FAMILY = rf"{_PARTICLES}{_CAPITALISED}(?:\s(?=.[^\W\d_]){_CAPITALISED}){{0,2}}"
_DOTTED = r"(?:[A-ZÀ-Ž][a-z]?\.[\s-]{0,2}){1,5}"
_BARE = r"[A-ZÀ-Ž](?:-?[A-ZÀ-Ž]){0,3}"
_NAME = re.compile(
    rf"(?P<last_first>{_FAMILY}),\s?(?P<given>{_DOTTED}|{_BARE}\b)"
    rf"|(?P<given_first>{_DOTTED})\s?(?P<first_last>{_FAMILY})"
    rf"|(?P<vancouver>{_FAMILY})\s(?P<bare>{_BARE})(?=[,;.&\s]|$)"
)
_BETWEEN = re.compile(r"[\s,;.&]*(?:and\b|et\sal\b)?[\s,;.&]*(?:et\sal\b)?[\s,;.&]*")


def read_names(text: str) -> tuple[Author, ...]:
    """Read a list of names, empty if anything in it is none.

    >>> [author.family for author in read_names("Doe JA, van der Roe R, et al.")]
    ['Doe', 'van der Roe']
    >>> read_names("Thin films of oxides")
    ()
    """
    authors: list[Author] = []
    at = 0
    while match := _NAME.match(text, at):
        authors.append(_author(match))
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
        if at == match.end():
            break
    return tuple(authors) if at >= len(text.rstrip()) else ()


def _author(match: re.Match[str]) -> Author:
    family = match["last_first"] or match["first_last"] or match["vancouver"]
    given = match["given"] or match["given_first"] or match["bare"]
    return Author(family=" ".join(family.split()), given=" ".join(given.split()))
