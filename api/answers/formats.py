"""Content negotiation by ``Accept`` headers and ``format=`` names.

References
----------
RFC 9110, section 12.5.1; SPARQL 1.1 Protocol, section 2.1.7.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from api.errors import HttpError

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
N_TRIPLES = "application/n-triples"
RDF_XML = "application/rdf+xml"
JSON_LD = "application/ld+json"

#: Media types of each kind of answer, the preferred one first.
SOLUTIONS = (JSON, XML, CSV, TSV)
BOOLEAN = (JSON, XML)
GRAPH = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)

#: Unspecific media types that clients send -> the ones they get.
_ALIASES = MappingProxyType(
    {
        "application/json": (JSON, JSON_LD),
        "application/xml": (XML, RDF_XML),
        "text/xml": (XML, RDF_XML),
        "text/plain": (N_TRIPLES,),
    }
)

#: Values of the ``format`` parameter.
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "json": (JSON, JSON_LD),
        "xml": (XML, RDF_XML),
        "csv": (CSV,),
        "tsv": (TSV,),
        "turtle": (TURTLE,),
        "ttl": (TURTLE,),
        "ntriples": (N_TRIPLES,),
        "nt": (N_TRIPLES,),
        "rdfxml": (RDF_XML,),
        "jsonld": (JSON_LD,),
    }
)


#: The most members of an ``Accept`` header that are read; no honest client sends more.
MAX_RANGES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The format for each kind of answer; ``None`` if none is acceptable."""

    solutions: str | None
    boolean: str | None
    graph: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRange:
    """One member of an ``Accept`` header: ``text/*;q=0.5``."""

    type: str
    quality: float

    def specificity(self, offer: str) -> int | None:
        """Return the specificity (2, 1, 0) of a match with the offer; ``None`` without a match."""
        if self.type == offer or offer in _ALIASES.get(self.type, ()):
            return 2
        if self.type == "*/*":
            return 0
        is_family = self.type.endswith("/*") and offer.startswith(self.type[:-1])
        return 1 if is_family else None


def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """Return the media ranges of an ``Accept`` header; a malformed quality counts as 0.

    >>> parse_accept("text/csv;q=0.5")
    (MediaRange(type='text/csv', quality=0.5),)
    """
    return tuple(_parse_ranges(header))


def _parse_ranges(header: str) -> Iterator[MediaRange]:
    for member in header.split(",", MAX_RANGES)[:MAX_RANGES]:
        name, *params = (part.strip().lower() for part in member.split(";"))
        if name:
            yield MediaRange(type=name, quality=_quality(params))


def _quality(params: Sequence[str]) -> float:
    for param in params:
        key, _, value = param.partition("=")
        if key.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the offer that a client prefers, the first of equals; ``None`` if it accepts none.

    >>> choose("text/csv;q=0.2, application/sparql-results+xml", SOLUTIONS)
    'application/sparql-results+xml'
    """
    ranges = parse_accept(accept or "")
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _liking(ranges, offer))
    return best if _liking(ranges, best) > 0 else None


def _liking(ranges: Sequence[MediaRange], offer: str) -> float:
    """Return the quality of the most specific range that matches the offer."""
    fitting = [(s, r.quality) for r in ranges if (s := r.specificity(offer)) is not None]
    return max(fitting)[1] if fitting else 0.0


@lru_cache(maxsize=64)
def choose_formats(accept: str | None, name: str | None = None) -> Formats:
    """Choose the format for each kind of answer, by ``format=`` name, else by ``Accept``.

    Raises
    ------
    HttpError
        400 if ``name`` is not a known format.
    """
    if name is None:
        chosen = [choose(accept, offers) for offers in (SOLUTIONS, BOOLEAN, GRAPH)]
    else:
        chosen = [_named(name, offers) for offers in (SOLUTIONS, BOOLEAN, GRAPH)]
    return Formats(solutions=chosen[0], boolean=chosen[1], graph=chosen[2])


def _named(name: str, offers: Sequence[str]) -> str | None:
    known = NAMES.get(name.lower())
    if known is None:
        raise HttpError(400, f"unknown format {name!r}; there are: {', '.join(NAMES)}")
    return next((media for media in known if media in offers), None)
