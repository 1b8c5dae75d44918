"""Find solids whose part in a device follows from the words around them.

"CIGS solar cells" have an absorber, "MoOx hole-selective passivating contacts" a transport layer,
"Si nanowire battery anodes" an electrode, "P3HT:PCBM solar cells" a donor and an acceptor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.knowledge.families import is_oxide
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: A further word between a solid and the name of its part.
_WORD = (
    r"(?:(?!(?:and|or|on|onto|as|with|by|for|to|from|of|in|at|is|was|are|were|than|using|between|"
    r"under|over|via|through|into)\b)[\w-]+[ -])"
)
_CARRIERS = r"(?:[Ee]lectron|[Hh]ole|[Cc]arrier|[Cc]harge)[- ](?:selective|transport\w*|extract\w*)"
_LAYER = r"(?:contacts?|layers?|films?|interlayers?|junctions?)"
#: Words after a layer that transports one kind of charge carrier.
_TRANSPORTING = re.compile(
    rf"(?: \([^()]{{1,15}}\))?[ -]{_WORD}{{0,2}}?(?:{_CARRIERS} passivat(?:ing|ed) {_LAYER}|"
    rf"(?:ETL|HTL|ETM|HTM|EIL|HIL)s?\b|(?:cathode|anode)[- ](?:inter|buffer )layers?\b)"
)
_SELECTIVE = re.compile(rf"{_CARRIERS} (?:and passivating )?(?:[\w-]+ )?$")
_CONTACT = re.compile(rf"(?: \([^()]{{1,15}}\))? (?:[\w-]+ )?{_LAYER}\b")
#: Words after the absorber of solar cells: " (CIGS) thin-film solar cells".
_CELL = re.compile(
    r"(?: \([^()]{1,15}\))?(?:-based)? (?:(?:perovskite|thin[- ]film|planar|hybrid|tandem|inverted|"
    r"heterojunction|kesterite|single-junction|absorbers?|homojunction|superstrate|[np]-i-[np]) )*"
    r"(?:solar cells?|photovoltaics?|photovoltaic (?:cells?|devices?))\b"
)
#: Words before a solid that coats or dopes the absorber: "ZnO-coated", "with TiO2 in".
_NO_ABSORBER = re.compile(r"(?:/|\b(?:coated|passivated|doped|containing|and|or|with)[ -])$")
#: Words after the donor and acceptor of an organic cell: " bulk heterojunctions".
_BLEND = re.compile(
    r"(?: \([^()]{1,15}\))? (?:[\w-]+ ){0,2}?(?:bulk[- ]heterojunctions?|BHJs?|"
    r"solar cells?|photovoltaics?|OPVs?)\b"
)
#: Words after the solid of a battery's or fuel cell's electrode: " nanowire battery anodes".
_OF_CELL = re.compile(
    rf"(?: \([^()]{{1,15}}\))?(?:-based)? {_WORD}{{0,2}}?(?:(?:(?:[Ll]ithium|Li|[Ss]odium|Na)[- ]"
    r"ion|battery|batteries|LIBs?|SOFCs?|fuel cell|supercapacitor) (?:\([A-Za-z-]+\) )?)+"
    r"(?:anode|cathode|electrode)s?\b"
)
_ELEMENT = re.compile(r"[A-Z][a-z]?$")


def find_device_roles(reading: Reading) -> Iterator[tuple[str, str, Mention]]:
    """Yield ``(rule, role, solid)`` for every solid whose context gives its part in a device."""
    solids = reading.of_kind("material")
    for mention in solids:
        role = _role(reading, mention)
        if role:
            yield "part-of-device", role, mention
    for first in solids:
        for second in solids:
            is_joint = second.start == first.end + 1 and reading.text[first.end] == ":"
            if is_joint and _is_molecular(first) and _BLEND.match(reading.text, second.end):
                yield "part-of-device", "donor", first
                yield "part-of-device", "acceptor", second


def _role(reading: Reading, mention: Mention) -> str:
    text, ahead = reading.text, reading.text[: mention.start]
    if _TRANSPORTING.match(text, mention.end):
        return "transport_layer"
    if _SELECTIVE.search(ahead) and _CONTACT.match(text, mention.end):
        return "transport_layer"
    if _OF_CELL.match(text, mention.end):
        return "electrode"
    is_compound = not (is_oxide(mention.id) or _ELEMENT.match(mention.id))
    if is_compound and not _is_molecular(mention) and not _NO_ABSORBER.search(ahead):
        return "absorber" if _CELL.match(text, mention.end) else ""
    return ""


def _is_molecular(mention: Mention) -> bool:
    """Return whether a solid is a polymer or a molecule by its name: "P3HT", "PC70BM"."""
    return re.match(r"(?:P[A-Z0-9]|[A-Z]{4}|Y6\b|ITIC)", mention.id) is not None
