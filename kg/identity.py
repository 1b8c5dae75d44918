"""Which records mean the same study: by DOI, else by first author, year and title.

The review's reference 88, a note on it and its own PDF are one study. Spelling of accents, case and
punctuation does not matter, nor does the order in which records arrive.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from corpus.model import Reference


def normalised(text: str) -> str:
    """Letters and digits only, without accents and case.

    >>> normalised("Müller–Özdağ, 2ⁿᵈ")
    'mullerozdag2nd'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def doi_key(record: Reference) -> str:
    """The DOI in its one spelling, or ``""``.

    >>> doi_key(Reference(doi="https://doi.org/10.1021/NL9036259"))
    '10.1021/nl9036259'
    """
    found = re.search(r"10\.\d{4,9}/\S+", record.doi)
    return found.group().rstrip(".").lower() if found else ""


def title_key(record: Reference) -> str:
    """First author, year and title as one key, or ``""`` where one of them is missing."""
    if not (record.authors and record.year and record.title):
        return ""
    first = normalised(record.authors[0].family)
    return f"{first} {record.year} {normalised(record.title)}"


def work_key(record: Reference) -> str:
    """What a study is called by: author, year and title, else the DOI, else all that is known."""
    doi = doi_key(record)
    known = (record.title, record.container, record.volume, record.pages, str(record.year))
    family = record.authors[0].family if record.authors else ""
    return title_key(record) or doi or normalised(" ".join((family, *known)))


def study_slug(record: Reference) -> str:
    """A readable, stable name of a study: ``liu-2011-`` and 8 hexadecimal digits of its key."""
    family = normalised(record.authors[0].family) if record.authors else "anonymous"
    digest = hashlib.sha256(work_key(record).encode()).hexdigest()[:8]
    return f"{family or 'anonymous'}-{record.year or 'undated'}-{digest}"


def same_study(records: Iterable[Reference]) -> Mapping[str, str]:
    """Work key -> slug of the study, with the records that share a DOI or a title joined.

    The slug of a group is that of its smallest key, so neither the order nor the number of the
    records that name a study changes its IRI.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    slugs: dict[str, str] = {}
    for record in records:
        names = [name for name in (title_key(record), doi_key(record)) if name] or [
            work_key(record)
        ]
        for name in names:
            a, b = sorted((root(names[0]), root(name)))
            parent[b] = a
        slug = study_slug(record)
        slugs[work_key(record)] = min(slug, slugs.get(work_key(record), slug))
    groups: dict[str, str] = {}
    for key, slug in sorted(slugs.items()):
        groups[root(key)] = min(slug, groups.get(root(key), slug), key=_telling)
    return {key: groups[root(key)] for key in slugs}


def _telling(slug: str) -> tuple[bool, str]:
    """A slug with an author before one without, then by the alphabet."""
    return slug.startswith("anonymous"), slug
