"""Crystals that are converted to others: exchange of ions, galvanic replacement, phase change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.context.modality import is_denied
from kg.extract.findings import Finding
from kg.extract.frames.reader import Frame
from kg.extract.knowledge.families import is_particle
from kg.extract.mentions import Mention
from kg.extract.patterns import Found
from kg.extract.reading import Reading
from kg.extract.solids.forms import form_of
from kg.model import Material

#: Processes that convert a crystal to another one of the same shape.
_EXCHANGES = frozenset({"cation_exchange", "anion_exchange", "galvanic_replacement"})


def find_conversions(reading: Reading, frames: Sequence[Frame]) -> Iterator[Finding]:
    """Yield the crystals of a sentence that are converted, and the crystals that they become."""
    for event, told in frames:
        if event.emits == "converted" and ("means" not in event.needs or _by_exchange(told)):
            yield from _converted(reading, told)


def _converted(reading: Reading, found: Found) -> Iterator[Finding]:
    """Yield the crystals before and after a conversion; the products of crystals are crystals."""
    before = [m for m in found["inner"] if is_particle(form_of(reading, m))]
    for mention in (*before, *(found["outer"] if before else ())):
        if mention.kind == "material" and _is_whole(reading, mention):
            content = Material(role="nanocrystal", formula=mention.id)
            yield Finding(content=content, at=mention.start, rule=found.rule)


def _by_exchange(found: Found) -> bool:
    return any(m.id in _EXCHANGES for m in found["means"])


def _is_whole(reading: Reading, mention: Mention) -> bool:
    return not is_denied(reading, mention)
