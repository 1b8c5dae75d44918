"""Numbers of studies and claims, with gaps between them for later ones. All functions are pure.

Numbers determine the order of lists. With gaps between them a new study gets its place without
moving the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

#: Difference between the numbers of consecutive studies in a newly written catalog.
STEP: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The number of a study and of its claims: ``claims`` numbers, the first of them ``first``."""

    study: int
    first: int
    claims: int

    @property
    def end(self) -> int:
        """The number after that of the last claim."""
        return self.first + self.claims


#: The place before the first study.
START: Final = Place(study=0, first=1, claims=0)


def following(before: Place, claims: int) -> Place:
    """Return the place of the next study in a newly written catalog.

    >>> following(START, 3)
    Place(study=4, first=2, claims=3)
    """
    first = before.end + 1 + before.claims // 2
    return Place(study=before.study + STEP, first=first, claims=claims)


def between(before: Place, after: Place, counts: Sequence[int]) -> Iterator[Place]:
    """Yield places of new studies with these numbers of claims, spread evenly between two others.

    Raises
    ------
    ValueError
        If there is no room for them.

    Examples
    --------
    >>> after = Place(study=4, first=9, claims=1)
    >>> [place.study for place in between(START, after, [2, 2])]
    [1, 2]
    """
    parts = len(counts) + 1
    spare = after.first - before.end - sum(counts)
    if after.study - before.study < parts or spare < 0:
        raise ValueError("no room")
    taken = before.end
    for at, claims in enumerate(counts, start=1):
        study = before.study + (after.study - before.study) * at // parts
        yield Place(study=study, first=taken + spare * at // parts, claims=claims)
        taken += claims


def behind(before: Place, counts: Sequence[int]) -> Iterator[Place]:
    """Yield places of new studies with these numbers of claims, after the last one."""
    for claims in counts:
        before = following(before, claims)
        yield before
