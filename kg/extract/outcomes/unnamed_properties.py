"""Properties that follow from the unit of a value alone: "the sheets conduct at 1900 S/cm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract.context.modality import clause, is_hypothetical, is_necessity
from kg.extract.knowledge.measures import in_unit, quantity_of, units_of
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.reading import Reading
from ontology import vocabulary

#: Words before a number that a sample has.
_HAS = re.compile(
    r"\b(?:conduct\w*|deliver\w*|attain\w*|reach\w*|achiev\w*|show\w*|exhibit\w*|yield\w*|g[ai]ve[sn]?|"
    r"provid\w*|reveal\w*|ha[sd]|have|possess\w*|record\w*|measur\w*|found|transistors?|diodes?|"
    r"detectors?|devices?|films?|layers?|corresponding|equivalent|and|or|is|was|were|are|evolv\w+|"
    r"produc\w+|generat\w+|stor(?:es?|ed)|los(?:es?|t))\b"
    r"[^.;,()\d]{0,30}?(?: (?:of|at|to|with|by))? ?(?:[~≈])*$"
)
#: Verbs before a brightness that a device reached.
_SHONE = re.compile(
    r"\b(?:deliver\w*|attain\w*|reach\w*|achiev\w*|emit\w*|yield\w*|produc\w*|shone|top(?:s|ped)?)"
    r" (?:~)*$"
)
#: Words around the wavelength that dots or a diode emit: "emits 1.2 µm electroluminescence".
_EMITS = re.compile(r"\bemit(?:s|ted|ting)? (?:an? |the )?(?:\w+ ){0,2}$")
#: Words before the peak wavelength of dots or of a diode.
_PEAKS = re.compile(
    r"\b(?:EL|PL|FL|emission|\w*luminescence|fluorescence)(?: \(\w+\))? spectr(?:um|a)\b"
    r"[^.;,()\d]{0,40}? (?:cente?red|locat(?:ed|ing)|peak(?:s|ed|ing)?|situated|positioned) "
    r"(?:at|around|near) (?:about |~)*$"
)
_EMITTED = re.compile(r" (?:[\w-]+ ){0,2}?(?:light|emission|\w*luminescence|photons|PL)\b")
#: Words around the width of a line: "the emission band is 30 nm wide".
_LINE = re.compile(
    r"\b(?:bands?|peaks?|lines?|emission|\w*luminescence|PL|EL|spectr(?:um|a)|resonances?|maxim\w+)"
    r"(?: [^.;,()\d]{1,40}?)? (?:is|are|was|were) (?:only |just |about |merely |as \w+ as |~)*$"
)
_BROAD = re.compile(r" (?:wide|broad|in width)\b")
#: The name of a width, split by its value: "a full width of 30 nm at half maximum".
_FULL_WIDTH = re.compile(r"\bfull[- ]widths? of (?:(?:about|only|just) |~)*$")
_HALF_MAXIMUM = re.compile(r" (?:\([^()]{1,20}\) )?at half[- ](?:the )?(?:its )?(?:maxim|height)")
_LAMP = re.compile(r"\blasers?\b|\blamps?\b|\bexcit(?:ed|ation)\b|\billuminat|\bphotodiode")
#: Solar cells, and verbs before their efficiency.
_CELLS = re.compile(
    r"\b(?:solar cells?|cells|DSSCs?|QDSSCs?|PSCs?)\b[^.;]*?\b"
    r"(?:deliver(?:s|ed)?|attain(?:s|ed)?|reach(?:es|ed)?|gave|gives?|yield(?:s|ed)?|"
    r"achiev(?:es?|ed)|convert(?:s|ed)?)"
    r" (?:(?:about|nearly|up to|over|only|a record|as much as) |~)*$",
    re.IGNORECASE,
)
#: Text after the efficiency of a cell: "a 30 % (29 % certified) efficient cell".
_EFFICIENT = re.compile(
    r"[ -](?:\([^()]{1,30}\) )?efficient (?:[\w/-]+ ){0,5}?(?:cells?|modules?|tandems?)\b"
)
#: The remaining share of a capacity, compared with that of another sample.
_KEPT = re.compile(
    r"\b(?:retain\w*|ke(?:eps?|pt)|maintain\w*|preserv\w*) (?:about |over |still |~)*$"
)
_OF_CAPACITY = re.compile(
    r" of (?:its|their|the) (?:\w+ )?(?:capacit(?:y|ance))\b(?=[^.;]{0,70}"
    r"(?:, (?:as )?(?:against|compared|versus|opposed)|\([\w ]+: )[^.;\d]{0,12}\d)"
)
_SOLAR = re.compile(r"solar|photovolta|perovskite cells|sensiti[sz]ed|DSSC|\bPSC", re.IGNORECASE)


def find_unnamed(reading: Reading, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield a property right before each value whose unit alone identifies it."""
    for number in reading.of_kind("quantity"):
        notation = _property_of(reading, number)
        if not notation or _is_named(reading, number, named):
            continue
        place = Mention(
            start=number.start,
            end=number.start,
            kind="property",
            id=notation,
            text="",
            label="name",
        )
        if is_hypothetical(reading, place) or is_necessity(reading, place):
            continue
        if is_asserted(reading, place):
            yield place


def is_kept_against_another(text: str, end: int) -> bool:
    """Return whether a share of capacity ends here and is compared with another's."""
    return _OF_CAPACITY.match(text, end) is not None


def _property_of(reading: Reading, number: Mention) -> str:
    quantity = quantity_of(number)
    ahead = reading.text[: number.start]
    if quantity is None or quantity.unit is None:
        return ""
    if quantity.unit == "percent":
        return _of_percentage(reading.text, number, ahead)
    if _FULL_WIDTH.search(ahead) and _HALF_MAXIMUM.match(reading.text, number.end):
        return "linewidth"
    if quantity.unit in ("nm", "meV") and _BROAD.match(reading.text, number.end):
        return "linewidth" if _LINE.search(ahead) else ""
    if quantity.unit in ("nm", "um", "eV") and _PEAKS.search(ahead):
        return "exciton_peak_position"
    if quantity.unit in ("nm", "um") and _EMITS.search(ahead):
        is_own = _EMITTED.match(reading.text, number.end) and not _LAMP.search(reading.text)
        return "exciton_peak_position" if is_own else ""
    notation = _by_unit().get(quantity.unit, "")
    if notation == "luminance":  # most values are the brightness of a measurement
        return notation if _SHONE.search(ahead) else ""
    return notation if notation and _HAS.search(ahead) else ""


#: Words after a percentage of a pollutant that light removed.
_TAKEN_AWAY = re.compile(
    r" of (?:the |all )?(?:methylene blue|methyl orange|rhodamine(?: \w)?|RhB|MB|MO|congo red|"
    r"dyes?|pollutants?|bisphenol(?: A)?|tetracycline|phenol)(?: molecules?| solutions?| dyes?)? "
    r"(?:is|are|was|were|had been|has been|could be|can be) (?:\w+ly )?"
    r"(?:decompos|degrad|remov|decolou?r|eliminat|minerali[sz]|bleach|destroy|convert)\w*"
)
_LIT_OR_CATALYSED = re.compile(
    r"photo|\bUV\b|\blight\b|\billumina|\birradia|\blamp|solar|sun|cataly|\bpresence of\b",
    re.IGNORECASE,
)
#: Words after a percentage of another thing, or of another efficiency.
_OF_OTHER = re.compile(r"\s+(?:of|EQE|IQE|external|internal|fill)\b")


def _of_percentage(text: str, number: Mention, ahead: str) -> str:
    """Return the property of a percentage: a degradation, a kept capacity, an efficiency."""
    if _TAKEN_AWAY.match(text, number.end):
        return "photocatalytic_efficiency" if _LIT_OR_CATALYSED.search(text) else ""
    if is_kept_against_another(text, number.end):
        return "capacity_retention" if _KEPT.search(ahead) else ""
    is_efficiency = _CELLS.search(ahead) or _EFFICIENT.match(text, number.end)
    if not is_efficiency or not _SOLAR.search(text) or _OF_OTHER.match(text, number.end):
        return ""
    return "power_conversion_efficiency"


@cache
def _by_unit() -> Mapping[str, str]:
    """Return each unit that belongs to one property alone, with that property."""
    return {
        unit: term.notation
        for term in vocabulary().of_kind("property")
        for unit in term.extra.get("characteristicUnit", ())
    }


_SHARES = ("power_conversion_efficiency", "capacity_retention", "photocatalytic_efficiency")


def _is_named(reading: Reading, number: Mention, named: Sequence[Mention]) -> bool:
    """Return whether the value may belong to a property that the clause names."""
    if _PEAKS.search(reading.text[: number.start]):  # the width of the peak has the same unit
        return any(m.id == "exciton_peak_position" and m.label == "name" for m in named)
    if _BROAD.match(reading.text, number.end):
        return any(m.id == "linewidth" for m in named)
    quantity = quantity_of(number)
    unit = quantity.unit if quantity is not None else None
    start, end = clause(reading, number.start)
    here = [m for m in named if start <= m.start < end]
    if unit == "percent":  # the verb identifies the property
        return any(m.id in _SHARES for m in here)
    return any(_takes(m.id, unit) for m in here)


def _takes(notation: str, unit: str | None) -> bool:
    return any(in_unit(1.0, unit, known) is not None for known in units_of(notation))
