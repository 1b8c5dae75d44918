"""Answers of named questions, page by page; the graph is queried only for the rows that are shown.

The *keys* of a question (studies, or studies of a concept) are listed in the order of its answer,
and the question is asked for some keys at a time until the page is full. A page may also end with
few rows because its time is up; the next page continues from there. All pages together are the
whole answer in its order; a test checks this for every question.
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
    from kg.graph import Graph
    from kg.queries.named import NamedQuery

#: Number of studies up to which answers are computed as a whole, so that rows can be counted.
WHOLE: Final = 400
#: Number of groups in the first block, and greatest growth factor for the next.
_FIRST: Final = 1
_GROWTH: Final = 4
_SIZE: Final = "SELECT ?study WHERE {{ ?study a ald:Study }} LIMIT {most}"
#: Seconds after which a page ends with the rows that it has, if any.
PATIENCE: Final = 0.4
#: Share of the remaining time planned for the next block, whose groups may be larger.
_CAUTION: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The beginning of a page: after ``skip`` rows of a block of ``size`` groups from ``group``.

    ``size`` is 0 if the page begins with a new block.
    """

    group: int = 0
    size: int = 0
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of an answer.

    ``before`` counts the earlier rows, ``total`` all rows if their number is known. ``following``
    is the place of the next page, ``None`` after the last one. ``done`` is the share of the keys
    that were searched, from 0 to 1.
    """

    table: Table
    before: int = 0
    following: Place | None = None
    total: int | None = None
    done: float = 1.0

    @property
    def after(self) -> int:
        """The number of rows up to the end of this page."""
        return self.before + len(self.table)


class Pages:
    """The pages of the answer of a graph to a named question.

    Parameters
    ----------
    store
        The graph.
    query
        The question.
    values
        The given values, by parameter.
    whole
        Number of studies up to which the answer is computed as a whole.

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
        #: Seconds that listing the keys took.
        self.listing_seconds = self._clock() - began

    @property
    def is_whole(self) -> bool:
        """Whether the answer is computed as a whole, because it cannot be long or has no pages."""
        return self._keys is None

    def page(
        self,
        place: Place | None = None,
        *,
        limit: int,
        before: int = 0,
        patience: float = PATIENCE,
    ) -> Page:
        """Return the page that begins at a place.

        Parameters
        ----------
        place
            The place that the previous page returned; if left out, the page is found by counting
            the rows before it, however long that takes.
        limit
            Greatest number of rows.
        before
            Number of rows before the page.
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
        """Return the number of rows as text, ``""`` for none; if too many, ``"more than N"``."""
        found = self.page(limit=most, patience=patience)
        if found.total is not None:
            return str(found.total or "")
        return f"more than {len(found.table)}" if found.table.rows else ""

    def _clock(self) -> float:
        # the engine of a graph on disk works in this process: leave out time of other processes
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
    """Return the seconds left for rows after the keys were listed, at least half of the total."""
    return max(patience - pages.listing_seconds, patience / 2)


def _next_size(size: int, asked: int, seen: int, wanted: int, spent: float, left: float) -> int:
    """Return the number of groups in the next block, from the rows and the time of earlier ones.

    >>> _next_size(4, 4, 8, wanted=12, spent=0.01, left=1.0)
    8
    """
    enough = wanted * asked / seen * 1.25 + 1 if seen else float("inf")
    affordable = _CAUTION * left * asked / spent if spent else float("inf")
    return max(1, int(min(size * _GROWTH, MOST_KEYS, enough, affordable)))


def is_small(store: Graph, most: int = WHOLE) -> bool:
    """Return whether a graph has at most this number of studies."""
    return sum(1 for _ in store.select(_SIZE.format(most=most + 1))) <= most
