"""Find solids whose deposition cycles are counted: "after 50 cycles of ZnO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_denied
from kg.extract.findings import Finding, solid_finding
from kg.extract.knowledge.families import is_particle
from kg.extract.mentions import Mention
from kg.extract.patterns import Found
from kg.extract.reading import Reading
from kg.extract.solids.coatings import put_on
from kg.extract.solids.forms import form_of
from kg.extract.text.rare import Rare

_CYCLES = (
    r"(?:super|sub)?-?cycles?\sof\s(?:the\s)?"
    r"(?:(?:thermal|plasma|spatial|amorphous|deposited|coated|(?:PE-?|c-?)?ALD|SILAR)[\s-])*"
)
_CYCLES_AHEAD = Rare(rf"(?<![A-Za-z])(?<!per ){_CYCLES}$", re.IGNORECASE)
#: Text between particles and the coat that cycles put on them: "dots with 4 cycles of CdS".
_WITH = re.compile(
    r"\s(?:\([^()]{1,20}\)\s)?with\s(?:(?:[\d.]+|[a-z]+|c?-?ALD),?[\s-]){1,7}?" + _CYCLES,
    re.IGNORECASE,
)
#: Words for other cycles: of a battery, of a redox reaction, of heating.
_OTHER_CYCLES = Rare(
    r"\b(?:(?:dis)?charg\w*|cycled|cycling|voltammetr\w+|redox|fatigue|switching|heating|cooling|"
    r"thermal\scycles?|thermochem\w+|adsorption|isotherms?|reus\w+|recycl\w+)\b",
    re.IGNORECASE,
)


def find_cycled(reading: Reading) -> Iterator[Finding]:
    """Yield films, and coats of particles, that cycles of a deposition build up."""
    solids = [
        m
        for m in reading.of_kind("material")
        if _CYCLES_AHEAD.search(reading.text, 0, m.start)
        and not reading.text.startswith("/", m.end)  # reagents: "cycles of MCp2/O3"
        and not is_denied(reading, m)
    ]
    if not solids or _OTHER_CYCLES.search(reading.text):
        return
    for solid in solids:
        inside = tuple(_inside(reading, solid))
        for inner in inside:
            yield from put_on(reading, Found("cycles-of", {"outer": (solid,)}), inner, "")
        if not inside and not is_particle(form_of(reading, solid)):
            yield solid_finding("film", solid, "cycles-of")


def _inside(reading: Reading, solid: Mention) -> Iterator[Mention]:
    """Yield the solid of the particles directly before "with 20 cycles of"."""
    shapes = [
        form
        for form in reading.of_kind("form")
        if is_particle(form.id) and _WITH.fullmatch(reading.text, form.end, solid.start)
    ]
    for inner in reading.of_kind("material", "stack"):
        ends = {form.start - 1 for form in shapes} | {form.end for form in shapes}
        if inner is not solid and inner.end in ends:
            yield inner
