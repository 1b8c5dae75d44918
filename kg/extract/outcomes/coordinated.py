"""Share the word of change, or the ratio, of one property in a list with the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.knowledge.property_kinds import FLIPPED, NAMED
from kg.extract.outcomes.adjacent_cues import TELLING, WEAK, is_listed_with
from kg.extract.outcomes.nouns_of_change import HAS
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.trends import shares_verb
from kg.extract.reading import Reading
from kg.model import Outcome


def with_direction_of_first(
    reading: Reading, predications: Sequence[Predication]
) -> Iterator[Predication]:
    """Yield the predications with the first one's direction given to the rest of its list.

    "X rose by 5 % and Y by 9 %".
    """
    before: Predication | None = None
    last: Predication | None = None  # two properties may share one word
    for one in predications:
        if last is not None and last.mention.start < one.mention.start:
            before = last
        last = _with_direction_of(reading, before, one) if before is not None else one
        yield last


def _with_direction_of(reading: Reading, first: Predication, second: Predication) -> Predication:
    mention, _, cue = second
    is_free = (cue is None or cue.id in WEAK) and mention.label in NAMED
    if not is_free or first.cue is None or first.cue.id not in TELLING:
        return second
    is_listed = is_listed_with(reading, first.mention, mention)
    if not is_listed and not shares_verb(reading, first, mention):
        return second
    is_opposed = (first.mention.label == "inverseLabel") != (mention.label == "inverseLabel")
    flipped = FLIPPED.get(first.direction, first.direction)
    return Predication(mention, flipped if is_opposed else first.direction, first.cue)


#: Text between the last property of a list and the noun of change of all of them.
_ALL_HAVE = re.compile(rf"{HAS}(?:an? )?(?:[\w-]+,? ){{0,2}}")


def with_direction_of_last(
    reading: Reading, predications: Sequence[Predication]
) -> list[Predication]:
    """Return the predications of a list with the direction of the noun after it.

    "The X, the Y and the Z showed a rise".
    """
    shared = list(predications)
    for i in range(len(shared) - 1, 0, -1):
        one, (last, direction, cue) = shared[i - 1], shared[i]
        if cue is None or cue.id not in TELLING or one.mention.start == last.start:
            continue
        end = max(other.mention.end for other in shared if other.cue == cue)
        is_free = (one.cue is None or one.cue.id in WEAK) and one.mention.label in NAMED
        if (
            is_free
            and _ALL_HAVE.fullmatch(reading.text, end, cue.start)
            and is_listed_with(reading, one.mention, last)
        ):
            shared[i - 1] = Predication(one.mention, direction, cue)
    return shared


#: Between two properties that share their last word: "the electron and hole mobility".
_SHARED = re.compile(r" (?:and|or) ")


def with_ratio_of_last(
    reading: Reading,
    predications: Sequence[Predication],
    outcomes: Sequence[Outcome | None],
) -> list[Outcome | None]:
    """Return the outcomes of a list with the ratio at its end given to all of them.

    "Raised the X and the Y by a factor of 2". Names that share a word share the ratio as well: "the
    electron and hole mobility rose 5-fold".
    """
    shared = list(outcomes)
    for i in range(len(shared) - 1, 0, -1):
        first, last = shared[i - 1], shared[i]
        if (
            first is not None
            and last is not None
            and first.quantity is None
            and last.quantity is not None
            and last.quantity.unit == "{fold}"
            and first.direction == last.direction
            and is_listed_with(reading, predications[i - 1].mention, predications[i].mention)
        ):
            shared[i - 1] = replace(first, quantity=last.quantity)
    for i in range(1, len(shared)):
        first, last = shared[i - 1], shared[i]
        if (
            first is not None
            and last is not None
            and first.quantity is not None
            and last.quantity is None
            and first.quantity.unit == "{fold}"
            and first.direction == last.direction
            and _SHARED.fullmatch(
                reading.between(predications[i - 1].mention, predications[i].mention)
            )
        ):
            shared[i] = replace(last, quantity=first.quantity)
    return shared
