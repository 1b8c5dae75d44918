"""Records of the same study, recognised by DOI, or by first author, year and title.

The review's reference 88, a note on it and its own PDF are one study. Two records are joined if
they share one of their keys (see :func:`keys`) or differ only by a typing error (see
:func:`is_slip`). Accents, case, punctuation and the order of the records have no influence.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

from rapidfuzz.distance import OSA

from corpus.model import Author, Reference

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"})
_GREEK = "GREEK SMALL LETTER "
#: Words of a journal's name that its abbreviation leaves out.
SMALL_WORDS = frozenset("a and for fur für in of on the und".split())
#: Typing errors are sought in words of at least this length; ``PbS`` for ``PbSe`` is not one.
_LONG_WORD = 7
_LONG_TITLE = 20
_LONG_FAMILY = 3


@lru_cache(maxsize=1 << 16)
def normalised(text: str) -> str:
    """Return the letters and digits of a text without accents and case; Greek letters by name.

    >>> normalised("Müller–Özdağ, α-2ⁿᵈ")
    'mullerozdagalpha2nd'
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(_spelled(letter) for letter in plain if letter.isalnum())


def _spelled(letter: str) -> str:
    name = "" if letter.isascii() else unicodedata.name(letter, "")
    return name.removeprefix(_GREEK).lower() if name.startswith(_GREEK) else letter


def doi_key(record: Reference) -> str:
    """Return the bare DOI in lower case, or ``""``.

    >>> doi_key(Reference(doi="https://doi.org/10.1021/NL9036259"))
    '10.1021/nl9036259'
    """
    found = re.search(r"10\.\d{4,9}/\S+", record.doi)
    return found.group().rstrip(".,;").lower() if found else ""


def title_key(record: Reference) -> str:
    """Return first author, year and title as one key, or ``""`` if one of them is missing."""
    title = normalised(record.title)
    return f"{_family(record)} {record.year} {title}" if _is_dated(record) and title else ""


def place_key(record: Reference) -> str:
    """Return first author, year, journal, volume and first page as one key, or ``""``.

    The key joins entries of reference lists that print no titles. A journal is represented by its
    initials, so that ``J. Am. Chem. Soc.`` is the Journal of the American Chemical Society.
    """
    page = normalised(re.split(r"[-–—,]", record.pages)[0])
    journal, volume = _initials(record.container.split(":")[0]), normalised(record.volume)
    if not (_is_dated(record) and journal and volume and page):
        return ""
    return f"{_family(record)} {record.year} {journal} {volume} {page}"


def _is_dated(record: Reference) -> bool:
    return bool(_family(record) and record.year)


def _family(record: Reference) -> str:
    return normalised(record.authors[0].family) if record.authors else ""


def _initials(text: str) -> str:
    words = re.findall(r"\w+", text.casefold())
    return "".join(normalised(word)[:1] for word in words if word not in SMALL_WORDS)


def keys(record: Reference) -> tuple[str, ...]:
    """Return all keys of a study, the most specific first; at least one."""
    known = (title_key(record), place_key(record), doi_key(record))
    return tuple(key for key in known if key) or (work_key(record),)


@lru_cache(maxsize=1 << 15)
def work_key(record: Reference) -> str:
    """Return the key of a record: author, year and title, else the DOI, else all known fields."""
    known = (record.title, record.container, record.volume, record.pages, str(record.year))
    return title_key(record) or doi_key(record) or normalised(" ".join((_family(record), *known)))


def study_slug(record: Reference) -> str:
    """Return a readable, stable name of a study: ``liu-2011-`` and 8 digits of the key's hash."""
    family = re.sub(r"[^a-z0-9]", "", _family(record)) or "anonymous"
    digest = hashlib.sha256(work_key(record).encode()).hexdigest()[:8]
    return f"{family}-{record.year or 'undated'}-{digest}"


def is_slip(a: Reference, b: Reference) -> bool:
    """Return whether two dated records differ only by one letter in the family or long words.

    Formulas, numbers and short words must agree, and so must volume and first page if both records
    give them.

    >>> liu, lui = (Author(family="Liu"),), (Author(family="Lui"),)
    >>> a = Reference(authors=liu, year=2011, title="Infilling of quantum dot films")
    >>> b = Reference(authors=lui, year=2011, title="Infiling of quantum dot films")
    >>> is_slip(a, b)
    True
    """
    if a.year != b.year or not (_is_dated(a) and _is_dated(b)) or _is_elsewhere(a, b):
        return False
    words = re.findall(r"\w+", a.title), re.findall(r"\w+", b.title)
    if len(normalised(a.title)) < _LONG_TITLE or len(words[0]) != len(words[1]):
        return False
    is_near = _is_near(_family(a), _family(b), _LONG_FAMILY)
    return is_near and all(map(_is_near_word, *words))


def _is_near_word(a: str, b: str) -> bool:
    if normalised(a) == normalised(b):
        return True
    is_plain = a[1:].isalpha() and b[1:].isalpha() and a[1:].islower() and b[1:].islower()
    return is_plain and _is_near(a.casefold(), b.casefold(), _LONG_WORD)


def _is_near(a: str, b: str, length: int) -> bool:
    return a == b or (min(len(a), len(b)) >= length and OSA.distance(a, b) == 1)


def _is_elsewhere(a: Reference, b: Reference) -> bool:
    """Return whether the records give two different places of publication or two different DOIs."""
    places = place_key(a).split()[2:], place_key(b).split()[2:]
    dois = doi_key(a), doi_key(b)
    return (all(places) and places[0] != places[1]) or (all(dois) and dois[0] != dois[1])


def identity_of(record: Reference) -> Reference:
    """Return the identifying fields of a record, the only ones that :func:`same_study` compares.

    >>> dots = Reference(title="Dots", year=2011)
    >>> identity_of(Reference(number="7", title="Dots", year=2011, issue="4")) == dots
    True
    """
    return Reference(
        authors=tuple(Author(family=author.family) for author in record.authors[:1]),
        title=record.title,
        container=record.container,
        year=record.year,
        volume=record.volume,
        pages=record.pages,
        doi=record.doi,
    )


def same_study(
    records: Iterable[Reference],
    joined: Iterable[tuple[Reference, Reference]] = (),
    settled: Collection[str] = (),
) -> Mapping[str, str]:
    """Return the slug of the study for each work key, with the records of one study joined.

    The slug of a group is the smallest slug of its records, those with an author first, so neither
    the order nor the number of the records of a study changes its IRI. ``joined`` are pairs of
    these records that are known to belong to one study. ``settled`` are work keys of records whose
    typing errors among one another are already among these pairs, so that only pairs with at least
    one other record are compared.
    """
    listed = tuple(dict.fromkeys(map(identity_of, records)))
    known = ((work_key(one), work_key(other)) for one, other in joined)
    root = _roots([*_shared_keys(listed), *_slips(listed, settled), *known])
    groups: dict[str, str] = {}
    for record in listed:
        key, slug = root[work_key(record)], study_slug(record)
        groups[key] = min(slug, groups.get(key, slug), key=_telling)
    return {work_key(record): groups[root[work_key(record)]] for record in listed}


def _shared_keys(records: Iterable[Reference]) -> Iterator[tuple[str, str]]:
    return ((work_key(record), key) for record in records for key in keys(record))


def _slips(records: Iterable[Reference], settled: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of work keys that differ by a typing error, in titles with the same initials."""
    blocks: defaultdict[tuple[int | None, str], dict[str, Reference]] = defaultdict(dict)
    for record in sorted(records, key=_detail):  # of equal keys the most detailed stays
        blocks[record.year, _initials(record.title)][work_key(record)] = record
    for block in blocks.values():
        for a, b in _to_compare(sorted(block), settled):
            if is_slip(block[a], block[b]):
                yield a, b


def _to_compare(names: Sequence[str], settled: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield all pairs of names except those of two settled names."""
    known = [name for name in names if name in settled]
    others = [name for name in names if name not in settled]
    yield from combinations(others, 2)
    yield from product(known, others)


def _detail(record: Reference) -> tuple[bool, bool, str]:
    return bool(place_key(record)), bool(doi_key(record)), repr(record)


def _roots(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the representative of each name, where paired names are equivalent (union-find)."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = name = parent[parent[name]]
        return name

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {name: root(name) for name in list(parent)}


def _telling(slug: str) -> tuple[bool, str]:
    """Return a sort key: slugs with an author first, then the alphabet."""
    return slug.startswith("anonymous"), slug
