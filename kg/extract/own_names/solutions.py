"""Solid solutions that a document also calls by their compounds: the "ZnS-AgInS2" of "(ZnS)x...".

Where a document prints the shares of two compounds, their names with a dash between are that solid;
elsewhere a dash may join what lies side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.notation import Formula, Group

#: The compounds of a solid solution, in any order.
Parts = frozenset[str]


def defined_solutions(readings: Iterable[Reading]) -> Mapping[Parts, str]:
    """The compounds of each solid solution that a document prints -> its formula.

    The first print stands.
    """
    found: dict[Parts, str] = {}
    for reading in readings:
        for mention in reading.of_kind("material"):
            parts = frozenset(_parts(mention))
            if len(parts) > 1:
                found.setdefault(parts, mention.id)
    return found


def _parts(mention: Mention) -> Iterator[str]:
    """The compounds of a solid solution, without their shares."""
    layers = mention.stack.flat if mention.stack is not None else ()
    formula = layers[0].formula if len(layers) == 1 else Formula()
    groups = [node for node in formula.nodes if isinstance(node, Group)]
    if len(groups) == len(formula.nodes) and all(
        len(group.alternatives) == 1 and len(group.alternatives[0]) > 1 for group in groups
    ):
        yield from ("".join(map(str, group.alternatives[0])) for group in groups)


def with_solutions(reading: Reading, solutions: Mapping[Parts, str]) -> Reading:
    """A sentence whose compounds with a dash between are the solid solution of its document."""
    mentions = tuple(_solution(mention, solutions) for mention in reading.mentions)
    return Reading(reading.sentence, mentions) if mentions != reading.mentions else reading


def _solution(mention: Mention, solutions: Mapping[Parts, str]) -> Mention:
    if mention.stack is None or set(mention.stack.separators) != {"-"}:
        return mention
    formula = solutions.get(frozenset(mention.stack.formulas))
    return mention if formula is None else replace(mention, kind="material", id=formula, stack=None)
