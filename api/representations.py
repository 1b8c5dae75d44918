"""Other formats of the same thing, chosen by the suffix of its address or the ``Accept`` header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Final

from fastapi import Request

from api.answers.formats import JSON_LD, N_TRIPLES, TURTLE, choose
from api.errors import HttpError

HTML: Final = "text/html"
JSON: Final = "application/json"
CSV: Final = "text/csv"

#: Suffix of an address -> the media type of that representation.
SUFFIXES: Final = MappingProxyType(
    {"json": JSON, "csv": CSV, "ttl": TURTLE, "jsonld": JSON_LD, "nt": N_TRIPLES}
)
#: Suffixes of records of studies -> the export format.
RECORDS: Final = MappingProxyType({"bib": "bibtex", "ris": "ris", "csl.json": "csl"})


def split_suffix(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return the name without its suffix, and the suffix; ``""`` if it has no known one.

    >>> split_suffix("liu-2011.csl.json", ("json", "csl.json"))
    ('liu-2011', 'csl.json')
    >>> split_suffix("ZnO1.5", ("json",))
    ('ZnO1.5', '')
    """
    for suffix in sorted(known, key=len, reverse=True):
        if name.endswith(f".{suffix}") and len(name) > len(suffix) + 1:
            return name.removesuffix(f".{suffix}"), suffix
    return name, ""


def accepted(request: Request, offers: Sequence[str]) -> str:
    """Return the media type among these that a client prefers, the first of equals.

    Raises
    ------
    HttpError
        406 if it accepts none of them.
    """
    media = choose(request.headers.get("accept"), tuple(offers))
    if media is None:
        raise HttpError(
            406,
            f"no accepted format is available; there are: {', '.join(offers)}",
            headers={"Vary": "Accept"},
        )
    return media


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV by RFC 4180, with one header line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()
