"""Look one record up by DOI in both services, else by title, and compare it with the results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from corpus.model import Reference
from kg.enrich import crossref, openalex
from kg.enrich.changes import Change, propose
from kg.enrich.choice import choose, confirmed
from kg.enrich.fields import Json
from kg.enrich.model import Found, Match, Question
from kg.errors import ServiceError

#: A function of the name of a service and a request; it may raise :class:`ServiceError`.
Ask = Callable[[str, Question], Json | None]
#: Number of consecutive failures after which a service is not asked again.
PATIENCE = 3


class Dialect(Protocol):
    """The adapter of one service: its requests, and the parser of its answers."""

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802
    def by_doi(self, doi: str) -> Question: ...  # noqa: D102
    def by_record(self, own: Reference) -> Question | None: ...  # noqa: D102
    def read_work(self, answer: Json) -> Found: ...  # noqa: D102
    def read_works(self, answer: Json) -> tuple[Found, ...]: ...  # noqa: D102


#: The registry of the DOIs comes first; the other one fills its gaps.
SERVICES: Sequence[Dialect] = (crossref, openalex)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result for one record: the changes, warnings about the work, and failures."""

    matches: tuple[Match, ...] = ()
    changes: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Log:
    """Warnings and failures of the lookup of one record."""

    warnings: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Lookup:
    """Looks up records one after the other, and stops asking a service that is down.

    Parameters
    ----------
    ask
        The function that asks a service.
    limit
        The least similarity of titles, from 0 to 100.
    """

    def __init__(self, ask: Ask, *, limit: float) -> None:
        self._ask = ask
        self._limit = limit
        self._failures: Counter[str] = Counter()

    def look_up(self, own: Reference) -> Outcome:
        """Look one record up; failures of services are part of the outcome."""
        log = _Log()
        matches = list(self._by_doi(own, own.doi, SERVICES, log))
        if not matches:
            matches = list(self._by_search(own, log))
        for match in matches:
            log.warnings.extend(f"{text} ({match.found.source})" for text in match.found.warnings)
        return Outcome(
            matches=tuple(matches),
            changes=propose(own, matches),
            warnings=tuple(dict.fromkeys(log.warnings)),
            failures=tuple(log.failures),
        )

    def _by_doi(
        self, own: Reference, doi: str, services: Sequence[Dialect], log: _Log
    ) -> Iterator[Match]:
        for service in services if doi else ():
            answer = self._answer(service, service.by_doi(doi), log)
            if answer is None:
                continue
            found = service.read_work(answer)
            match = confirmed(own, found)
            if match is None:
                log.warnings.append(f"{doi} is the DOI of {found.record.title!r} ({found.source})")
            elif found.updates:
                notice = ", ".join(found.updates)
                log.warnings.append(f"{doi} is the DOI of a notice about {notice} ({found.source})")
            else:
                yield match

    def _by_search(self, own: Reference, log: _Log) -> Iterator[Match]:
        for service in SERVICES:
            answer = self._answer(service, service.by_record(own), log)
            match = choose(own, service.read_works(answer), self._limit) if answer else None
            if match is None:
                continue
            yield match
            others = [other for other in SERVICES if other is not service]
            yield from self._by_doi(own, match.found.record.doi, others, log)
            return

    def _answer(self, service: Dialect, question: Question | None, log: _Log) -> Json | None:
        name = service.NAME
        if question is None or self._failures[name] >= PATIENCE:
            return None
        try:
            answer = self._ask(name, question)
        except ServiceError as error:
            self._failures[name] += 1
            is_last = self._failures[name] == PATIENCE
            log.failures.append(f"{error}; it is not asked again" if is_last else str(error))
            return None
        self._failures[name] = 0
        return answer
