"""Read device stacks with layers that have no formula: "ITO/PEDOT:PSS/poly-TPD/QDs/ZnO/Al".

The notation reads stacks of formulas only, so it finds just a part of such a device. Here the whole
stack is read as printed, if electrodes or a substrate are at its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.grounding import ground
from kg.model import Material, System

_FORM = (
    r"(?: (?:C?QDs?|NCs?|NPs?|NPLs?|quantum dots?|nanocrystals?|nanoparticles?))?"
    r"(?: films?| layers?)?"
)
_THICK = r"(?: ?\(~?\d[\d.–-]* ?(?:nm|Å|μm)\))?"
_NAMED = r"(?:indium tin oxide|quantum dots?)"
_SHORT = r"(?: \([A-Z]\w{1,4}\))?"
_SHORTENED = re.compile(r" \(([A-Z]\w{1,4})\)")
_DOPING = r"(?:[np][+⁺]{1,2} ?[-–]? ?|[np]-type )"
_NAME = rf"{_DOPING}?[A-Za-z][\w:.–-]*(?:\([\w-]{{1,6}}\)\w*)?"
_MADE = r"(?:(?:\w*(?:ALD|CVD|PVD)|sputtered|printed|compact|mesoporous|dense|planar) )?"
_LAYER = rf"{_MADE}(?:{_NAMED}|{_NAME}){_SHORT}{_THICK}{_FORM}{_THICK}"
_STACK = Rare(rf"(?<![\w/\\.-]){_LAYER}(?: ?[/\\] ?{_LAYER}){{2,}}(?![\w/\\])")
_CUT = re.compile(r"[/\\]")
#: The first or last layer of a device.
_ENDS = frozenset(
    "glass quartz PET PEN Si ITO FTO AZO IZO Au Ag Al Ca Mg Cu Pt Pd C Cr Ti TiN Mo W Ni".split()
)
#: Words for layers that the stack leaves unnamed: "Pt/film/Si".
_UNNAMED = frozenset("film films layer sample oxide dielectric insulator metal".split())
_WAFERS = frozenset({"Si", "Ge", "GaAs"})
#: Words after a stack that is a whole device.
_DEVICE = re.compile(
    r"\s(?:[\w-]+\s)?(?:capacitors?|memories|transistors?|diodes?|"
    r"gate stacks?|devices?|solar cells?|structures?)\b"
)
#: The sign for the doping of a wafer.
_DOPED = re.compile(rf"^(?:{_DOPING}|[np][-–])(?=[A-Z])")
#: A stack of this many layers is a device only if its last layer is an end as well.
_FEW = 3
_DOTS = re.compile(r"(?:C?QDs?|quantum dots?)")
#: How a layer was made, or letters that distinguish layers of one solid: "c-TiO2".
_PREFIX = re.compile(rf"^{_MADE}(?:(?:c|m|mp|meso|bl|cp|sp|np)-(?=[A-Z]))?")
_GLUED = re.compile(r"(?<=[a-z\d])(?:NWs?|NPs?|NCs?|QDs?)$")
#: Names of carbon contacts.
_CARBON = {"carbon": "C", "graphite": "C"}
#: An abbreviation in brackets that the document defines after a formula.
_ALIAS = re.compile(r"(?<=[a-zx\d])\([A-Z]{3,5}\)$")
_TAIL = re.compile(rf"{_THICK}{_FORM}{_THICK}$")
#: A solid with the ligand that it was treated with, or "-based".
_TREATED = re.compile(r"^((?:[A-Z][a-z]?\d?){1,4})[-–](?:[A-Z]{2,5}|[A-Z][a-z]?\w?\d?|based)$")


def find_device_stacks(reading: Reading) -> Iterator[Finding]:
    """Yield the system of every device stack, and its wafer as a substrate."""
    known = [(m.start, m.end) for m in reading.of_kind("stack")]
    for match in _STACK.finditer(reading.text):
        if any(start <= match.start() and match.end() <= end for start, end in known):
            continue
        layers = tuple(_layer(part) for part in _CUT.split(match.group().rstrip(".-")))
        is_called = len(layers[0]) > 1 and _DEVICE.match(reading.text, match.end()) is not None
        is_closed = layers[-1] in _ENDS or (len(layers) > _FEW and layers[1] in _ENDS)
        if layers[0] in _ENDS and (is_closed or is_called) and _UNNAMED.isdisjoint(layers):
            content = System(architecture="thin_film", layers=layers)
            yield Finding(content=content, at=match.start(), rule="device-stack")
            if layers[0] in _WAFERS:
                wafer = Material(role="substrate", formula=layers[0])
                yield Finding(content=wafer, at=match.start(), rule="device-stack")


def _layer(part: str) -> str:
    """Return a layer without its thickness, its form and the ligand that it was treated with.

    >>> [_layer(p) for p in ("PbS-EDT", "PbS QDs", "ZnO (40 nm)", "QDs (9 nm)", "TFB")]
    ['PbS', 'PbS', 'ZnO', 'QD', 'TFB']
    >>> [_layer(p) for p in ("c-TiO2", "ALD SnO2", "AgNWs", "carbon")]
    ['TiO2', 'SnO2', 'Ag', 'C']
    >>> _layer("indium tin oxide (ITO)"), _layer("HfZrOx(HZO)")
    ('ITO', 'HfZrOx')
    """
    if short := _SHORTENED.search(part):
        return short[1]
    name = _PREFIX.sub("", re.sub(rf"{_THICK}$", "", part.strip()))
    name = _GLUED.sub("", _DOPED.sub("", name))
    if _DOTS.fullmatch(name):
        return "QD"
    name = _ALIAS.sub("", _TAIL.sub("", name).strip())
    if treated := _TREATED.match(name):
        return treated[1]
    if name in _CARBON:
        return _CARBON[name]
    term = ground("material", name).term if name[1:].islower() else None
    return term.notation if term is not None else name
