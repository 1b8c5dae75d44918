"""Parsers of single fields of a record: years, DOIs, pages, numbers of entries."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?\.?")


def year_of(text: str) -> int | None:
    """Return the first year in a text.

    >>> year_of("2011-03-01"), year_of("2011a"), year_of("in press")
    (2011, 2011, None)
    """
    found = _YEAR.search(re.sub(r"(?<=\d)[a-z]\b", "", text))
    return int(found[0]) if found else None


def tidy_doi(text: str) -> str:
    """Return the DOI in a text without its resolver, ``""`` if there is none.

    >>> tidy_doi("https://doi.org/10.5555/Example.1.")
    '10.5555/Example.1'
    """
    found = _DOI.search(text)
    return found[0].rstrip(".,;)") if found else ""


def pages_of(first: str, last: str) -> str:
    """Return a range of pages, or the first page alone.

    >>> pages_of("17", "24"), pages_of("17", "17"), pages_of("e4", "")
    ('17–24', '17', 'e4')
    """
    return f"{first}–{last}" if first and last and last != first else first


def number_of(label: str) -> str:
    """Return the number in a label, ``"12"`` for ``"[12]"``; ``""`` if it has none."""
    match = _NUMBER.fullmatch(label.strip())
    return str(int(match[1])) if match else ""


def unique_numbers(labels: Sequence[str]) -> list[str]:
    """Return a number for each entry: the printed ones if all are distinct, else 1, 2, ...

    >>> unique_numbers(["[1]", "[2]"]), unique_numbers(["Doe11", ""])
    (['1', '2'], ['1', '2'])
    """
    printed = [number_of(label) for label in labels]
    if all(printed) and len(set(printed)) == len(printed):
        return printed
    return [str(at) for at in range(1, len(labels) + 1)]
