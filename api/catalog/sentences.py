"""The sentences for which a study was found, with the words of the search marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from api.catalog import reading
from api.catalog.asked import Group
from api.catalog.bitmap import by_count, members, span
from api.catalog.database import Database
from api.catalog.names import Term, names_of
from api.catalog.sets import Sets
from api.schemas import ClaimShape, FoundClaim, FoundSentence
from api.units import measured_alike
from kg.catalog import places, plain, spellings

#: The most claims of a study that are considered, and the most sentences that are shown.
_CANDIDATES: Final = 8
_SHOWN: Final = 3


def find_sentences(
    database: Database,
    sets: Sets,
    studies: Sequence[int],
    groups: Sequence[Group],
    filtered: Sequence[Term],
) -> Mapping[int, tuple[FoundSentence, ...]]:
    """Return for each study the sentences for which it was found, without repeated statements.

    Parameters
    ----------
    database, sets
        The catalog.
    studies
        Numbers of studies.
    groups
        The groups of words in the search.
    filtered
        The terms of the filters.
    """
    telling = list(_telling(sets, groups, filtered))
    if not telling:
        return {}
    picked = {
        study: _best(telling, first, count)
        for study, first, count in reading.claim_spans(database, studies)
    }
    wanted = [number for numbers in picked.values() for number in numbers]
    found = dict(zip(wanted, reading.claims(database, wanted), strict=True))
    words = _marked_words(database, groups, filtered)
    return {
        study: tuple(_sentences((found[number] for number in numbers), words))
        for study, numbers in picked.items()
    }


def _telling(sets: Sets, groups: Sequence[Group], filtered: Sequence[Term]) -> Iterator[int]:
    """Yield sets of claims that rank higher; a claim that states a term counts twice."""
    for term in (*(term for group in groups for term in group.terms), *filtered):
        yield from [sets.of_term("claim", term.number)] * 2
    yield from (sets.of_words("claim", group.match) for group in groups)


def _best(telling: Iterable[int], first: int, count: int) -> list[int]:
    """Return the numbers of the claims of a study that are in the most sets."""
    before, whole = first - 1, span(1, count)
    tiers = by_count(whole, ((bits >> before) & whole for bits in telling))[:-1]
    best = (before + at for tier in tiers for at in members(tier))
    return list(islice(best, _CANDIDATES))


def _sentences(claims: Iterable[ClaimShape], words: tuple[str, ...]) -> Iterator[FoundSentence]:
    """Yield each sentence with its claims, in the order of the first of them.

    Claims whose sentence may not be shown come last, unless another sentence states the same.
    """
    by_quote: defaultdict[str, dict[str, ClaimShape]] = defaultdict(dict)
    said: set[str] = set()
    for claim in sorted(claims, key=lambda claim: claim.evidence.quote is None):
        statement = f"{claim.kind} {measured_alike(claim, claim.statement)}"
        if statement not in said:
            said.add(statement)
            by_quote[claim.evidence.quote or ""][statement] = claim
    for quote, found in islice(by_quote.items(), _SHOWN):
        yield FoundSentence(
            sentence=quote,
            marks=places(quote, words),
            claims=tuple(
                FoundClaim(id=claim.id, kind=claim.kind, statement=claim.statement)
                for claim in found.values()
            ),
        )


def _marked_words(
    database: Database, groups: Sequence[Group], filtered: Sequence[Term]
) -> tuple[str, ...]:
    """Return the words to mark: those typed, and all names of the terms that they stand for."""
    typed = [
        begun
        for group in groups
        if not group.terms
        for word in group.words
        for begun in spellings(word)
    ]
    names = [*names_of(database, filtered), *(name for group in groups for name in group.names)]
    said = (plain(name).casefold() for name in names)
    return tuple(dict.fromkeys(filter(None, (*typed, *said))))
