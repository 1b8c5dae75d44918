"""Solid solutions that a document also names by their compounds: "ZnS-AgInS2" for "(ZnS)x...".

If a document prints the shares of two compounds, their names joined by a dash mean that solid.
Elsewhere a dash may join two separate solids.
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
    """Return the solid solutions that a document prints: compounds -> formula.

    The first formula of the same compounds counts.
    """
    found: dict[Parts, str] = {}
    for reading in readings:
        for mention in reading.of_kind("material"):
            parts = frozenset(_parts(mention))
            if len(parts) > 1:
                found.setdefault(parts, mention.id)
    return found


def _parts(mention: Mention) -> Iterator[str]:
    """Yield the compounds of a solid solution, without their shares."""
    layers = mention.stack.flat if mention.stack is not None else ()
    formula = layers[0].formula if len(layers) == 1 else Formula()
    groups = [node for node in formula.nodes if isinstance(node, Group)]
    if len(groups) == len(formula.nodes) and all(
        len(group.alternatives) == 1 and len(group.alternatives[0]) > 1 for group in groups
    ):
        yield from ("".join(map(str, group.alternatives[0])) for group in groups)


def with_solutions(reading: Reading, solutions: Mapping[Parts, str]) -> Reading:
    """Return the sentence with its joined compounds read as the solid solution."""
    mentions = tuple(_solution(mention, solutions) for mention in reading.mentions)
    return Reading(reading.sentence, mentions) if mentions != reading.mentions else reading


def _solution(mention: Mention, solutions: Mapping[Parts, str]) -> Mention:
    if mention.stack is None or set(mention.stack.separators) != {"-"}:
        return mention
    formula = solutions.get(frozenset(mention.stack.formulas))
    return mention if formula is None else replace(mention, kind="material", id=formula, stack=None)
