"""Parser of lists of names in BibTeX and BibLaTeX."""

from __future__ import annotations

import html
import re

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from corpus.model import Author
from corpus.records.latex import plain, without_accents, without_braces

#: Words for the authors that a list leaves out.
_OTHERS = {"others", "et al", "et al.", "others."}
#: BibLaTeX: ``family=Berg, given=A., prefix=van der, useprefix=true``.
_PART = re.compile(
    r"(?:^|,)\s*(family|given|prefix|suffix)\s*=\s*(\{.*?\}|\"[^\"]*\"|[^,]*)(?=,|$)"
)
_IS_PARTED = re.compile(r"(?:^|,)\s*(?:family|given)\s*=")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)


def read_authors(tex: str) -> tuple[Author, ...]:
    r"""Parse the names of an ``author`` field, without "and others".

    >>> read_authors(r"Kranz, Ida and {\"O}zg{\"u}r van der Lind and {Lab of Layers} and others")
    ... # doctest: +NORMALIZE_WHITESPACE
    (Author(family='Kranz', given='Ida'), Author(family='van der Lind', given='Özgür'),
     Author(family='Lab of Layers', given=''))
    """
    names = _divided(" ".join(tex.split()))
    authors = (_author(without_accents(name).strip()) for name in names)
    return tuple(author for author in authors if author is not None)


def _divided(tex: str) -> list[str]:
    """Split a list into names; a list separated by semicolons has no "and"."""
    if ";" in tex and not _AND.search(tex) and "{" not in (text := html.unescape(plain(tex))):
        return text.split(";")
    return [name for one in split_multiple_persons_names(tex) for name in _of_commas(one)]


def _of_commas(name: str) -> list[str]:
    """Split ``Kranz, I., Lind, O.`` into two names, since a name has at most two commas."""
    parts = name.split(",")
    is_list = len(parts) > 3 and len(parts) % 2 == 0 and not _IS_PARTED.search(name)
    if not is_list or "{" in name:
        return [name]
    return [",".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]


def _author(name: str) -> Author | None:
    if not name or without_braces(name).lower() in _OTHERS:
        return None
    if _IS_PARTED.search(name):
        return _of_labelled_parts(name)
    parts = parse_single_name_into_parts(name, strict=False)
    family = without_braces(" ".join([*parts.von, *parts.last]))
    given = without_braces(" ".join([*parts.first, *parts.jr]))
    return Author(family=family, given=given) if family else None


def _of_labelled_parts(name: str) -> Author | None:
    found = {match[1]: match[2].strip('"') for match in _PART.finditer(name)}
    family, given = (
        without_braces(" ".join(found.get(part, "") for part in parts))
        for parts in (("prefix", "family"), ("given", "suffix"))
    )
    return Author(family=family, given=given) if family else None
