"""The choice among the works that a service found; none is chosen in case of doubt.

A DOI decides, unless the titles differ strongly: a DOI on a page may be that of another paper.
Without a DOI the titles must agree (:data:`corpus.records.LIKENESS`), years and first authors must
not contradict, and only one work may fit. Records without a title, as many reference lists print
them, are found by first author, year, journal, volume and first page. All functions are pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from corpus.model import Reference
from corpus.records.matching import SHORTEST, YEARS_APART, title_key
from kg.enrich.model import Found, Match
from kg.identity import doi_key, place_key

#: Similarity below which two titles of one DOI are not variants, such as one without subtitle.
UNLIKE = 60.0
#: Kinds of work that repeat another one, which is preferred.
_SECONDARY = frozenset({"preprint", "document"})


def confirmed(own: Reference, found: Found) -> Match | None:
    """Return the work of the record's DOI as its match; ``None`` if its title differs strongly.

    A record without a title is matched by the DOI alone.
    """
    alike = similarity(own.title, found) if own.title and found.record.title else 100.0
    is_part = _is_part(title_key(own.title), title_key(found.record.title))
    return Match(found=found, way="DOI", similarity=alike) if alike >= UNLIKE or is_part else None


def choose(own: Reference, candidates: Iterable[Found], limit: float) -> Match | None:
    """Return the one work that fits a record; ``None`` if none or several do.

    Parameters
    ----------
    own
        The record; its DOI is not used.
    candidates
        Works that a search found, in any order.
    limit
        The least similarity of titles, from 0 to 100.
    """
    works = [work for work in candidates if not work.updates and _may_be(own, work.record)]
    if title_key(own.title):
        return _only([m for work in works if (m := _by_title(own, work, limit)) is not None])
    place = place_key(own)
    here = [work for work in works if place and place_key(work.record) == place]
    return _only([Match(found=work, way="place", similarity=100.0) for work in here])


def similarity(title: str, found: Found) -> float:
    """Return the similarity (0 to 100) of a title to a work's, with or without its subtitle."""
    own = title_key(title)
    keys = {title_key(found.record.title), title_key(found.main_title)}
    return round(max(fuzz.ratio(own, key) for key in keys), 1)


def _by_title(own: Reference, work: Found, limit: float) -> Match | None:
    alike = similarity(own.title, work)
    if len(title_key(own.title)) < SHORTEST:  # short titles such as "Thin films" must agree exactly
        is_known = bool(own.authors and own.year and work.record.authors and work.record.year)
        limit = 100.0 if is_known else float("inf")
    return Match(found=work, way="title", similarity=alike) if alike >= limit else None


def _only(matches: Sequence[Match]) -> Match | None:
    """Return the most similar match; of equal ones the only one that is no preprint, if any."""
    best = max((match.similarity for match in matches), default=0.0)
    alike = [match for match in matches if match.similarity == best]
    first = [m for m in alike if m.found.record.type not in _SECONDARY] or alike
    works = {doi_key(match.found.record) or id(match) for match in first}
    return first[0] if len(works) == 1 else None


def _may_be(own: Reference, other: Reference) -> bool:
    if own.year and other.year and abs(own.year - other.year) > YEARS_APART:
        return False
    if not own.authors or not other.authors:
        return True
    first, second = (title_key(one.authors[0].family) for one in (own, other))
    return first.endswith(second) or second.endswith(first)  # "van" and the like may be missing


def _is_part(short: str, whole: str) -> bool:
    """Return whether one title is the beginning of the other, as on a page with its first line."""
    shorter, longer = sorted((short, whole), key=len)
    return len(shorter) >= SHORTEST and longer.startswith(shorter)
