"""Lists in a text: successive members of a kind with only joining words between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from kg.extract.text.rare import Rare

T = TypeVar("T")

#: A word after lists whose members pair in their order.
RESPECTIVELY: Final = Rare(r"\brespectively\b")
#: Text between two numbers of a list.
NEXT_NUMBER: Final = re.compile(r"\s?(?:,? and|,|/)\s?(?:about |approximately |[~≥≤><]\s?)?")


def runs_of(members: Iterable[T], goes_on: Callable[[T, T], bool]) -> list[list[T]]:
    """Split members into lists: a member starts a new list unless it continues the last member.

    >>> runs_of([1, 2, 5, 6, 9], lambda last, one: one == last + 1)
    [[1, 2], [5, 6], [9]]
    """
    runs: list[list[T]] = []
    for member in members:
        if runs and goes_on(runs[-1][-1], member):
            runs[-1].append(member)
        else:
            runs.append([member])
    return runs
