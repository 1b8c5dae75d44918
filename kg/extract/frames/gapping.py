"""Solids that share a verb that is printed once: "ZnO was grown at 100 °C and MgO at 80 °C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions import Mention
from kg.extract.patterns import Found
from kg.extract.reading import Reading

#: After the first solid: the verb that all share.
_VERB = re.compile(
    r"\s(?:(?:thin\s)?(?:films?|layers?)\s)?(?:was|were|is|are)\s(?:[a-z]+ly\s|then\s|first\s)?"
    r"(?:grown|made|laid|[a-z]+ed)\s"
)
#: Before the next solid, and after it the phrase that corresponds to one of the first solid's.
_JOINT = re.compile(r"(?:,|,?\s(?:and|while|whereas|but))\s(?:the\s|that\sof\s)?$")
_OWN = re.compile(
    r"\s(?:(?:thin\s)?(?:films?|layers?)\s)?(?P<place>at|from|with|using|by|on|onto|via)\s"
)
#: A clause with a verb of its own.
_SAID = re.compile(
    r"\b(?:was|were|is|are|has|had|have|does|did|can|could|will|would|may|gave|gives?|shows?|showed|"
    r"grew|grows?|led|leads?|became|remained|remains?)\b"
)
_CLAUSE_END = re.compile(r"[.;:](?!\d)|,?\s(?:and|while|whereas|but|which|because|so)\s|$")


def with_gapped(reading: Reading, found: Found) -> Iterator[Found]:
    """Yield the parts of an event, and those of each further solid that shares its verb."""
    outer = [m for m in found["outer"] if m.kind == "material"]
    if not outer:
        yield found
        return
    verb = _VERB.match(reading.text, outer[0].end)
    rest = list(_gapped(reading, outer[0], verb.end())) if verb is not None else []
    starts = [0, *(solid.start for solid in rest), len(reading.text)]
    for at, until, solid in zip(starts, starts[1:], [None, *rest], strict=False):
        slots = {
            part: tuple(m for m in mentions if at <= m.start < until and m is not solid)
            for part, mentions in found.slots.items()
        }
        if solid is not None:
            slots["outer"] = (solid,)
            slots["inner"] = slots.get("inner") or tuple(_below(reading, solid, until))
        yield Found(found.rule, slots)


def _gapped(reading: Reading, first: Mention, said: int) -> Iterator[Mention]:
    for solid in reading.of_kind("material"):
        ahead = _JOINT.search(reading.text, said, solid.start) if solid.start > said else None
        own = _OWN.match(reading.text, solid.end)
        if ahead is None or own is None or solid.id == first.id:
            continue
        is_alike = re.search(rf"\b{own['place']}\s", reading.text[said - 1 : ahead.start()])
        end = _CLAUSE_END.search(reading.text, own.end())
        is_said = _SAID.search(reading.text, own.end(), end.start() if end else own.end())
        behind = reading.text[end.start() :] if end is not None else ""
        if is_alike and not is_said and not _SAID.match(behind.lstrip(" ,")):
            yield solid


def _below(reading: Reading, solid: Mention, until: int) -> Iterator[Mention]:
    """Yield the solid on which the next one lies: "and NiO on glass"."""
    own = _OWN.match(reading.text, solid.end)
    if own is not None and own["place"] in ("on", "onto"):
        yield from (m for m in reading.of_kind("material") if m.start == own.end() < until)
