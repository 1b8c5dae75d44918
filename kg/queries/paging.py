"""Answers of named questions, page by page: what is asked of the graph is what is shown.

The *keys* of a question (studies, or studies of a concept) are listed in the order of its answer,
and the question is asked of some keys at a time until the page is full. A page may also end with
few rows because time is up; the next one goes on from there. All pages together are the answer,
in its order: a test holds that for every question.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.queries.asking import ask_block, given_terms, run
from kg.queries.blocks import MOST_KEYS
from kg.queries.keys import Keys
from kg.queries.listing import keys_of
from kg.table import Row, Table

if TYPE_CHECKING:
    from kg.queries.named import NamedQuery
    from kg.store.graph import Graph

#: On a graph of at most so many studies answers are made as a whole; their rows are counted.
WHOLE: Final = 400
#: Groups of the first block, and by what the next may be larger.
_FIRST: Final = 1
_GROWTH: Final = 4
_SIZE: Final = "SELECT ?study WHERE {{ ?study a ald:Study }} LIMIT {most}"
#: Seconds after which a page ends with the rows that it has, if any.
PATIENCE: Final = 0.4
#: The share of the time left that the next block is meant to take: it may have larger groups.
_CAUTION: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page begins: behind ``skip`` rows of the block of ``size`` groups from ``group`` on.

    ``size`` is 0 if the page begins with a new block.
    """

    group: int = 0
    size: int = 0
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of an answer.

    ``before`` counts the rows before it, ``total`` all rows if that is known. ``following`` is
    where the next page begins, ``None`` behind the last one. ``done`` tells how much of the graph
    was looked through, from 0 to 1.
    """

    table: Table
    before: int = 0
    following: Place | None = None
    total: int | None = None
    done: float = 1.0

    @property
    def after(self) -> int:
        """How many rows there are up to the end of this page."""
        return self.before + len(self.table)


class Pages:
    """The pages of the answer of a graph to a named question.

    Parameters
    ----------
    store
        The graph that is asked.
    query
        The question.
    values
        What was filled in, by parameter.
    whole
        Up to how many studies in the graph it is answered as a whole.

    Raises
    ------
    QueryError
        If a parameter or a value is unknown, or a required value is missing.
    """

    def __init__(
        self, store: Graph, query: NamedQuery, values: Mapping[str, str], *, whole: int = WHOLE
    ) -> None:
        self._store, self._query, self._values = store, query, values
        began = self._clock()
        self._given = given_terms(store, query, values)
        self._keys = self._list(whole)
        #: How long it took to find where the rows are looked for.
        self.listing_seconds = self._clock() - began

    @property
    def is_whole(self) -> bool:
        """Whether the answer is made as a whole, because it cannot be long or cannot be cut."""
        return self._keys is None

    def page(
        self,
        place: Place | None = None,
        *,
        limit: int,
        before: int = 0,
        patience: float = PATIENCE,
    ) -> Page:
        """The page that begins at a place.

        Parameters
        ----------
        place
            As the page before gave it; if left out, the page is found by the rows before it,
            whatever time that takes.
        limit
            Rows at most.
        before
            Rows before the page.
        patience
            Seconds after which it ends early.
        """
        to_pass = before if place is None else 0
        if self._keys is None:
            return self._part_of_whole((place.skip if place else 0) + to_pass, limit)
        page = self._collect(self._keys, place or Place(), limit, patience, to_pass)
        is_told = page.following is None and (page.table.rows or not to_pass)
        return replace(page, before=before, total=before + len(page.table) if is_told else None)

    def count(self, most: int = 200, patience: float = PATIENCE) -> str:
        """How many rows there are, ``""`` for none; of many, that there are more than that."""
        found = self.page(limit=most, patience=patience)
        if found.total is not None:
            return str(found.total or "")
        return f"more than {len(found.table)}" if found.table.rows else ""

    def _clock(self) -> float:
        # the engine of a graph on disk works in this process: others at work do not count
        return time.monotonic() if self._store.directory is None else time.process_time()

    def _list(self, whole: int) -> Keys | None:
        paging = self._query.paging
        if paging is None or is_small(self._store, whole):
            return None
        return keys_of(self._store, self._query, paging, self._given)

    def _part_of_whole(self, start: int, limit: int) -> Page:
        table = run(self._store, self._query.name, self._values)
        end = start + limit
        return Page(
            table=Table(columns=table.columns, rows=table.rows[start:end]),
            before=start,
            following=Place(skip=end) if end < len(table) else None,
            total=len(table),
        )

    def _collect(
        self, groups: Keys, place: Place, limit: int, patience: float, to_pass: int
    ) -> Page:
        began = self._clock()
        rows: list[Row] = []
        seen = 0
        at, size, skip = place.group, place.size or _FIRST, place.skip
        while True:
            last = min(at + size, len(groups))
            block = self._block(groups, at, last)
            start = min(skip + to_pass, len(block))
            to_pass -= max(0, start - skip)
            taken = block.rows[start : start + limit - len(rows)]
            rows += taken
            passed = start + len(taken)
            spent = self._clock() - began
            left = patience - spent
            is_full = len(rows) == limit or (left < 0 and not to_pass)
            if passed < len(block) or is_full or last == len(groups):
                break
            seen += len(block)
            size = _next_size(size, last - place.group, seen, limit - len(rows), spent, left)
            at, skip = last, 0
        if passed < len(block):
            following: Place | None = Place(group=at, size=last - at, skip=passed)
        else:
            following = Place(group=last) if last < len(groups) else None
        return Page(
            table=Table(columns=block.columns, rows=tuple(rows)),
            following=following,
            done=following.group / len(groups) if following else 1.0,
        )

    def _block(self, keys: Keys, first: int, last: int) -> Table:
        some = keys.of_groups(first, last)
        return ask_block(self._store, self._query, self._given, keys.paging, some)


def patience_left(pages: Pages, patience: float = PATIENCE) -> float:
    """The seconds left for rows: those for finding where to look count, but half are for rows."""
    return max(patience - pages.listing_seconds, patience / 2)


def _next_size(size: int, asked: int, seen: int, wanted: int, spent: float, left: float) -> int:
    """How many groups are asked next, by the rows of those before and the time that they took.

    >>> _next_size(4, 4, 8, wanted=12, spent=0.01, left=1.0)
    8
    """
    enough = wanted * asked / seen * 1.25 + 1 if seen else float("inf")
    affordable = _CAUTION * left * asked / spent if spent else float("inf")
    return max(1, int(min(size * _GROWTH, MOST_KEYS, enough, affordable)))


def is_small(store: Graph, most: int = WHOLE) -> bool:
    """Whether a graph has at most so many studies."""
    return sum(1 for _ in store.select(_SIZE.format(most=most + 1))) <= most
