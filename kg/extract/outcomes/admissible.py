"""Decide whether a quantity may be the value of a property, by its unit and its place."""

from __future__ import annotations

import re

from kg.extract.context.modality import clause
from kg.extract.knowledge.controls import AGAINST, STANDARD
from kg.extract.knowledge.measures import in_unit, quantity_of, units_of
from kg.extract.knowledge.property_kinds import CHANGE_LABELS, MORE_OR_LESS, TIMES
from kg.extract.knowledge.thresholds import SHORTEST_PEAK
from kg.extract.mentions import Mention
from kg.extract.outcomes.detached import is_detached
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.shares import share_of
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Quantity

#: Units of a gas that a sensor detects, not of its response.
_TRACES = frozenset({"[ppm]", "[ppb]"})
_RELATIVE = frozenset({"percent", "{fold}"})
#: Text after a length that only identifies a film: "the roughness of a 20 nm film".
_THICK = re.compile(
    r"[ -]thick\b|\sof\s(?:the\s)?(?:etching|deposition|growth|removal|material)\b|"
    r"(?:[ -]thick)?\s(?:(?!(?:for|on|in|of|at|with|after|and|a|the)\b)[\w-]+\s){0,3}?"
    r"(?:films?|layers?|coatings?|shells?|overlayers?|nanolaminates?)\b"
)
#: Text after a share that is not a level: "90% of their intensity".
_SHARE_OF = re.compile(r" of (?:its|their|the (?:initial|original|starting))\b")
#: Units of a test or a recipe; a stability has one only if the text says that it lasts so long.
_SPANS = frozenset({"{cycle}", "s", "min", "h", "d", "wk", "mo", "a", "{pulse}"})
#: Properties that are durations themselves and need no such words.
_DURATIONS = frozenset(
    {
        "carrier_lifetime",
        "photoluminescence_lifetime",
        "device_lifetime",
        "response_time",
        "electron_transfer",
        "hole_transfer",
        "energy_transfer",
        "charge_separation",
        "recombination",
    }
)
#: Text between a property and its own duration: "a cycle stability of more than 2000 cycles".
_IS_SO_LONG = re.compile(
    r"\s*\(?(?:of|is|was|were|are|reach\w*|exceed\w*|amounts? to|:|=|over|up to|~)?"
    r"\s*(?:about|more than|at least|over|up to|only|approximately|~|>)?\s*~?"
)
#: Labels of mentions that may have a value.
_VALUED = frozenset(
    ["name", "symbol", "bareLabel", "rateLabel", "inverseLabel", "increaseLabel", "decreaseLabel"]
)
#: A share of moisture, of an additive or of a scatter: "90% RH", "2 mol% Cs".
_OTHER_SHARE = re.compile(
    r"\s?(?:relative\s)?(?:humidity|R\.?H\b|deviation|error|confidence|purity)|"
    r"\s(?:[A-Z][a-z]?[ -])?(?:alloy(?:ed|ing)?|doped|doping|substituted|substitution|loaded)\b"
)
#: Words before an amount that was added.
_ADDED = re.compile(r"\b(?:add(?:s|ed|ing)?|additions? of|containing) (?:about |~)*$")
#: Text after a percentage of another thing, which is not a reference of the property.
_SHARE_OF_OTHER = re.compile(
    rf"\s+of\s+(?!the|an?\b|all|that|those|its|their|our|this|these|each|bulk|theoretical|value|whole|"
    rf"total|maximum|{STANDARD}\b)[a-z]{{3,}}"
)
#: Words before the temperature of a test, which is not a limit.
_TESTED_AT = re.compile(r"\b(?:at|after|under)\s(?:about |~)?$")
#: Text before a number that precedes a change: "at 580 nm shifts".
_BEFORE_SHIFT = re.compile(rf"{_TESTED_AT.pattern}|\w \(~?$")
_AMOUNT = re.compile(r"(?:mol|wt|vol|at|weight|mole)\.?\s?%$")
#: Properties that are amounts.
_AMOUNTS = frozenset({"impurity_content", "stoichiometry", "surface_composition", "doping"})


def _is_of_another(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a number belongs to the air, an additive or the scatter of the data."""
    if _OTHER_SHARE.match(reading.text, quantity.end) or _is_strength(reading, mention, quantity):
        return True
    if mention.id not in _AMOUNTS and _ADDED.search(reading.text[: quantity.start]):
        return True
    if mention.end <= quantity.start and _is_share_of_other(reading, mention, quantity):
        return True
    if mention.id == "thermal_stability" and _TESTED_AT.search(reading.text[: quantity.start]):
        return True
    if mention.id == "exciton_peak_position" and "binding" in reading.between(mention, quantity):
        return True
    return mention.id not in _AMOUNTS and _AMOUNT.search(quantity.text) is not None


#: Text after a percentage that names the whole of it.
_OF_THING = re.compile(r" of (?:the |its |their )?[\w-]+ (?:[\w-]+ )+")


def _is_share_ahead(
    reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None
) -> bool:
    """Return whether a share belongs to a treatment: "replacing 5 % of the zinc raised the X"."""
    value = quantity_of(quantity)
    if value is None or value.unit != "percent" or cue is None or quantity.end > cue.start:
        return False
    return (
        cue.end <= mention.start
        and _OF_THING.match(reading.text, quantity.end, cue.start) is not None
    )


def _is_share_of_other(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether the thing of a share is named after it: "22% of current collapse"."""
    value = quantity_of(quantity)
    is_percent = value is not None and value.unit == "percent" and mention.id not in _AMOUNTS
    return is_percent and _SHARE_OF_OTHER.match(reading.text, quantity.end) is not None


def _is_strength(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a percentage is the concentration of a reagent: "1% HF"."""
    value = quantity_of(quantity)
    if value is None or value.unit != "percent" or mention.id in _AMOUNTS:
        return False
    return any(m.start - quantity.end in (0, 1) for m in reading.of_kind("chemical"))


#: Words before the position of a peak, which is not its width.
_LIT_AT = re.compile(
    r"\b(?:wavelengths?|cent(?:ered|red)|peak(?:s|ed)?|emitting|emission) (?:of|at|around) ?[~≈]?$"
)
#: Words before the value of another sample.
_SET_AGAINST = re.compile(
    rf"\b{AGAINST} (?:(?:only|just|about|the|a|an) |~)*$|"
    r"\bthe (?:theoretical|thermodynamic|ideal|nominal|literature|textbook|"
    r"(?:\w+ )?target)(?: \w+){0,2}? "
    r"(?:values?|limits?|maximum|voltage|potential|density|capacity) (?:of |\()(?:about |~)*$|"
    r"\bthan (?:the )?(?:previously )?(?:reported|published|literature|bulk|theoretical|known)"
    r"(?: \w+){0,2}? \(?~?$|"
    r"\bthan (?:that|those|the (?:value|one)s?) (?:of|for|in|from) [^.;()\d]{1,60} \((?:about |~)*$"
)
#: Text before the quantum yield of a standard: "against rhodamine 6G (95%", "relative to quinine
#: sulfate, whose quantum yield is 54%".
_OF_STANDARD = Rare(
    r"\b(?:[Rr]elative to|[Aa]gainst|versus|[Cc]ompar\w+ (?:to|with)|with respect to)"
    r" [^.;,()]{1,50}(?:\(|,? (?:whose|with|having|of known)\b)[^.;()\d]{0,40}$"
)
#: Text after it: "rhodamine 6G (QY = 95%) as the reference".
_AS_STANDARD = re.compile(
    r"[^().;]{0,20}\),? (?:(?:was|were) (?:\w+ )?)?as (?:an? |the )?(?:\w+ )?"
    r"(?:reference|standard)\b"
)


#: Text between the end of a statement and the first value of a list: "depends on the ligand: 28 %".
_LIST = re.compile(r":\s~?")
#: Words before the factor of a change: "changes by a factor of".
_BY_FACTOR = Rare(r"\bby (?:an? factor of |(?:about |over |more than |almost |nearly |up to )|~)*$")
#: Text between a symbol and its value: "FF: 0.77".
_OWN_NUMBER = re.compile(r"\s?[:=]\s?[~≈]?\d")


def may_have(reading: Reading, predication: Predication, quantity: Mention) -> bool:
    """Return whether a quantity can be the value of a property, or the size of its change."""
    mention, direction, cue = predication
    if mention.label not in _VALUED or quantity.quantity is None:
        return False
    if mention.id == "particle_size" and quantity.quantity.kind == "range":
        return False  # the range of sizes that were made is a setting
    own = _OWN_NUMBER.match(reading.text, mention.end)
    if own is not None and not own.start() <= quantity.start <= own.end():
        return False
    if _is_of_other(reading, mention, quantity, cue):
        return False
    start, end = clause(reading, mention.start)
    units = units_of(mention.id)
    if _is_of_shares(reading, quantity) and "percent" not in units:
        return False
    if is_per_cycle(mention, quantity.quantity.quantity):
        units |= {quantity.quantity.quantity.unit or ""}
    if not start <= quantity.start < end and not (
        mention.end <= end <= quantity.start
        and _LIST.fullmatch(reading.text, end, quantity.start) is not None
    ):
        return False
    value = quantity.quantity.quantity
    is_factor = (
        direction == "change"
        and value.unit == "{fold}"
        and _BY_FACTOR.search(reading.text, 0, quantity.start) is not None
    )
    return is_factor or _fits(value, units, direction)


def _is_of_other(
    reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None
) -> bool:
    """Return whether a quantity is a share or a reference, or belongs to another word."""
    return bool(
        _is_share_ahead(reading, mention, quantity, cue)
        or _is_of_standard(reading, mention, quantity)
        or _SET_AGAINST.search(reading.text, max(0, quantity.start - 60), quantity.start)
        or (mention.text and _is_share(reading, quantity, cue))
        or _measures_another(reading, mention, quantity, cue)
        or _compares_another(reading, quantity, cue)
        or is_detached(reading, mention, quantity, cue)
    )


def _is_of_standard(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a quantum yield is that of the standard of its measurement."""
    return mention.id == "photoluminescence_quantum_yield" and (
        _OF_STANDARD.search(reading.text[: quantity.start]) is not None
        or _AS_STANDARD.match(reading.text, quantity.end) is not None
    )


#: The noun of a length, between a property and the length: "trench widths of 55 and".
_MEASURED = re.compile(
    r"\b(?:widths?|depths?|diameters?|heights?|thickness(?:es)?|lengths?|pitch(?:es)?) of "
    r"(?:about |~)?(?:[\d.]+(?: ?(?:nm|μm|Å))?(?:,? and |, |,? or ))*$"
)


def _measures_another(
    reading: Reading, mention: Mention, quantity: Mention, cue: Mention | None
) -> bool:
    """Return whether a quantity is a part, setting, limit or duration of something else."""
    unit = quantity.quantity.quantity.unit if quantity.quantity is not None else None
    before_shift = mention.label in CHANGE_LABELS and quantity.end <= mention.start
    return bool(
        (before_shift and _BEFORE_SHIFT.search(reading.text[: quantity.start]))
        or (unit in _TRACES and mention.id == "catalytic_selectivity")
        or (unit == "percent" and share_of(reading, quantity) not in ("", mention.id))
        or (mention.id == "linewidth" and _LIT_AT.search(reading.text[: quantity.start]))
        or reading.text[: quantity.start].endswith("@")  # the label of a sample
        or unit == "kV"  # electron microscopes run at kilovolts, devices do not
        or (_is_part(reading, mention, quantity) and not _is_lost(reading, quantity, cue))
        or (
            mention.id == "surface_roughness"
            and (
                _THICK.match(reading.text, quantity.end)
                or _MEASURED.search(reading.text, mention.end, quantity.start)
            )
        )
        or _is_of_another(reading, mention, quantity)
        or _is_too_short(reading, mention, quantity)
        or _is_span_of_test(reading, mention, quantity)
        or _is_named_between(reading, mention, quantity)
    )


#: Text between a factor and its comparative.
_COMPARATIVE = re.compile(r"(?: times| fold|-fold)?\s(?:\w+ly )?(?=\w+er\b|more\b|less\b|better\b)")


def _compares_another(reading: Reading, quantity: Mention, cue: Mention | None) -> bool:
    """Return whether a factor belongs to another word of change.

    "The leakage is lower and the current three times higher".
    """
    behind = _COMPARATIVE.match(reading.text, quantity.end)
    if behind is None or cue is None or not cue.text:
        return False
    is_cue = any(c.start == behind.end() for c in reading.of_kind("direction"))
    return is_cue and behind.end() != cue.start and cue.end < quantity.start


def _is_share(reading: Reading, quantity: Mention, cue: Mention | None) -> bool:
    """Return whether a share is left: "90% of their intensity", unless just this was lost."""
    if not _SHARE_OF.match(reading.text, quantity.end):
        return False
    return not (
        cue is not None
        and cue.id in MORE_OR_LESS
        and _SO_MUCH.fullmatch(reading.text, cue.end, quantity.start)
    )


def _is_part(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a percentage is a part of a property: "cost 90% of the PL"."""
    if mention.id == "color_gamut":  # a gamut is a share of a standard
        return False
    is_percent = quantity.quantity is not None and quantity.quantity.quantity.unit == "percent"
    gap = reading.text[quantity.end : mention.start] if quantity.end <= mention.start else ""
    return is_percent and gap in (" of the ", " of its ", " of their ")


#: Text between a loss and its amount.
_SO_MUCH = re.compile(r" (?:over |more than |only |about |nearly |almost |just |~|>|up to )*")


def _is_lost(reading: Reading, quantity: Mention, cue: Mention | None) -> bool:
    """Return whether a percentage is the loss itself: "lost 40 % of their luminance"."""
    return (
        cue is not None
        and cue.id == "decrease"
        and _SO_MUCH.fullmatch(reading.text, cue.end, quantity.start) is not None
    )


def _is_of_shares(reading: Reading, quantity: Mention) -> bool:
    """Return whether a change has values in percent: "from 39% to 26.4%", not "by 13%"."""
    value = quantity_of(quantity)
    if value is None or value.unit != "percent":
        return False
    return value.start is not None or reading.text[: quantity.start].endswith("from ")


def _is_named_between(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether the property is named again nearer to the value, which has it then."""
    return any(
        other.id == mention.id
        and mention.end <= other.start
        and other.end <= quantity.start
        and other.label in _VALUED
        and reading.text[mention.end : other.start].strip() not in ("", "(")
        for other in reading.of_kind("property")
    )


#: Text after the length of a shift: "12 nm to the red", "a 12 nm blue shift".
_OF_SHIFT = re.compile(
    r" (?:further )?(?:(?:to|towards?|into) (?:the )?(?:red|blue|longer|shorter|lower|higher)\b|"
    r"(?:red|blue|bathochromic|hypsochromic)[ -]?shift|shift\b)"
)


def _is_too_short(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a length is below the ultraviolet, and so no position of a peak."""
    value = quantity.quantity.quantity if quantity.quantity is not None else None
    ahead = reading.text[: quantity.start]
    if mention.start < quantity.start and re.search(r"\bby (?:about |only |~)?$", ahead):
        return False  # a shift by 12 nm
    if mention.label in CHANGE_LABELS and ahead.endswith((f"{mention.text} of ", "shift of ~")):
        return False  # a red shift of 12 nm
    is_one = value is None or (value.start is None and value.value_max is None)
    if _OF_SHIFT.match(reading.text, quantity.end) and is_one:
        return False
    return (
        mention.id in ("exciton_peak_position", "plasmon_resonance_position")
        and value is not None
        and value.unit == "nm"
        and (value.value or value.value_max or 0.0) < SHORTEST_PEAK.value
    )


def is_per_cycle(mention: Mention, quantity: Quantity) -> bool:
    """Return whether a length is a growth per cycle: "a growth per cycle of 1.1 Å"."""
    in_length = quantity.unit in ("nm", "Ao", "pm")
    is_growth = mention.id == "growth_rate" or re.search(r"per[ -]cycle|GPC", mention.text)
    return in_length and bool(is_growth)


def _fits(quantity: Quantity, units: frozenset[str], direction: str) -> bool:
    unit = quantity.unit or ""
    if unit in _RELATIVE and direction in MORE_OR_LESS:
        return True
    if unit == "{fold}":
        return False
    if not unit:
        return "1" in units
    if unit in _SPANS and unit not in TIMES:
        return unit in units
    return unit in units or any(in_unit(1.0, unit, known) for known in units)


def _is_span_of_test(reading: Reading, mention: Mention, quantity: Mention) -> bool:
    """Return whether a span is that of a test or recipe: "the stability over 25 days"."""
    value = quantity_of(quantity)
    if value is None or value.unit not in _SPANS or mention.id in _DURATIONS:
        return False
    if mention.id == "nucleation" and mention.label == "inverseLabel" and value.start is not None:
        return False  # a delay that became shorter or longer
    return not (
        mention.end <= quantity.start
        and _IS_SO_LONG.fullmatch(reading.text, mention.end, quantity.start)
    )
