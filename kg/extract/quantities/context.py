"""Read the words around a number: a bound, an approximation, a change, a ratio."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_APPROXIMATE: Final = (
    r"~|≈|≃|≅|\babout|\baround|\bapproximately|\bapprox\.?|\bca\.?|\bcirca|\broughly|\bnearly"
    r"|\balmost|\bclose to|\b[io]n the order of|\bof the order of|\bsome|\bestimated(?: to be| at)?"
)
_MAXIMUM: Final = (
    r"<=?|≤|≲|±|\+/-|\bbelow|\bunder|\b(?:less|lower|smaller|shorter|fewer|thinner|no more|not more"
    r"|no longer|no higher|never more|colder|narrower) than|\bup to(?: an?(?= ?~?$))?|\bat most"
    r"|\bas (?:high|large|long|much|many) as"
    r"|\b(?:a )?maximum of|\bnot exceed(?:ing)?|\bwithin|\bsub[- ]|\bupper (?:\w+ )?limit of"
    r"|\bcan reach|\bmax\.|\b(?:down|reduced?) to below|\bnot exceed"
)
_MINIMUM: Final = (
    r">=?|≥|≳|\babove|\bover|\b(?:more|greater|higher|larger|longer|thicker|better|no less|not less"
    r"|no fewer|wider|hotter) than|\bat least|\bexceed(?:ing|s|ed)?|\bin excess of|\bbeyond"
    r"|\b(?:down to|upwards of)|\b(?:a )?minimum of|\ba minimum(?= $)"
    r"|\bas (?:low|small|short|little|few|thin) as"
    r"|\bmin\."
)
_BEFORE: Final = re.compile(
    rf"(?:(?P<max>{_MAXIMUM})|(?P<min>{_MINIMUM}))?(?: an? factor(?: of)?)?"
    rf"(?:(?:^| ?)(?P<near>{_APPROXIMATE}))? ?\(?$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r" ?(?:\(?or |and (?=\w+(?:[.,;)]|$| (?:at|in|for|of|by|on|from|with|when|was|were)\b)))"
    r"(?:(?P<max>below|less|lower|fewer|shorter|smaller|under)"
    r"|(?P<min>above|more|higher|longer|greater|larger|over|thicker))\b(?! than)"
)
#: Words before a maximum or minimum that was reached, which is a value and not a bound.
_PEAK: Final = re.compile(
    r"\b(?:through|(?:emission|luminescence|band) with|"
    r"reach\w*|show\w*|exhibit\w*|attain\w*|display\w*|achiev\w*|yield\w*|deliver\w*|obtain\w*|ha[sd]|"
    r"half-?) ?(?:a |an |its |the )?(?:\w+ )?"
    r"(?:maxi|mini)mum(?: of)?",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(
    r" ?(?:(?:continuous(?:[- ]wave)?|CW|\(CW\)|pulsed|optical|monochromatic|LED|(?:ultra)?violet|"
    r"blue|green|red|white) ){0,3}(?:excitation|illumination|irradiation|light|laser|lamp|LEDs?\b|"
    r"pump|bias|UV)"
)
#: Text after the share of a gas in an atmosphere: "under 5 % CO2".
_GAS: Final = re.compile(
    r" (?:H2|N2|O2|CO2?|Ar|He|CH4|NH3|H2S|hydrogen|oxygen|nitrogen|argon|helium|carbon dioxide)"
    r"(?![\w-])"
)
#: Words before an "above" that refers to an earlier part of the text.
_WHERE: Final = re.compile(
    r"\b(?:(?:report|describ|discuss|mention|list|present|stat|not|us)ed|shown|given|see|as) $"
)
#: Verbs of heating: a sample that is heated up to a temperature reaches it.
_HEATED = re.compile(
    r"\b(?:heat(?:ed|ing)?|warm(?:ed|ing)|ramp(?:ed)?|brought)(?: [^.,;]{1,30})? $"
)
#: Units of pressure: "under" a pressure means at this pressure.
_PRESSURE = re.compile(r"(?:[mk]?[Tt]orr|[mh]?bar|[kMh]?Pa|atm|psi|m?W(?:[ /·.]?c?m.*)?)$")
#: Verbs of motion: a quantity that moved up to a value reached it: "went up to 3 V", "pushed the
#: gap down to 1 eV".
MOVED = re.compile(
    r"\b(?:went|gone|came|crept|picked|edged|inched|moved|mounted|ramped|bumped|climbed|leapt|shot|soared|jumped|pushed|brought|dr(?:ove|iven)|t(?:ook|aken)|pulled|forced)"
    r" (?:[^.;,\d]{1,40}? )?$"
)
#: Verbs of cooling: a sample that is cooled down to a temperature reaches it.
_COOLED = re.compile(r"\b(?:cool(?:ed|ing)?|quench(?:ed|ing)?) $")
#: Units after "over" that mean a duration: "over 15 cycles", "over four months".
_DURING: Final = re.compile(r"\b(?:cycles?|months?|days?|weeks?|years?|h|hours?|min|minutes?|s)$")
_VERB: Final = re.compile(
    r"\b(?:increas|improv|enhanc|decreas|reduc|drop|rais|rise|rose|fall|fell|lower|boost|shift|grew"
    r"|grow(?:s|n|ing)? (?=from)"
    r"|extend|declin|diminish|shr[iau]nk|expand|climb|degrad|chang|prolong"
    r"|shorten|doubl|tripl|jump|widen|narrow(?:s|ed|ing)|reach|convert|went|goes|suppress|lengthen|elevat)"
)
_RANGING: Final = re.compile(r"\b(?:rang|vari|vary|tun|between|window|span|cover|interval)")
#: The noun of a process before a bracket with its duration: "the synthesis (from 1 to 2 h)".
_LASTED: Final = re.compile(
    r"\b(?:synthes[ie]s|reactions?|growth|etching|exposure|irradiation|illumination|heating|stirring|"
    r"annealing|aging|ageing|storage|times?|durations?|periods?) \(from ~?$"
)
_FROM: Final = re.compile(r"\bfrom(?: about| approximately| around| an? \w+ of)? ?~?$")
_SENTENCE: Final = re.compile(r"[.;?!] (?=[A-Z])")
_NAMED: Final = re.compile(
    r"\b(?:[zZ]T|ratios?|ind(?:ex|ices)|constants?|factors?|pH|permittivity|emissivity|[nk] ?|"
    r"refractive|ideality|cycle numbers?|numbers? of (?:\w+ ){0,3}cycles)(?: values?)?(?: "
    r"\(\w{1,4}\))?(?: of the [\w ]{1,30}?(?= (?:is|was)))?(?: ?=|"
    r" (?:of|is|was|are|were|as high as|up to|above|below|over|around|about|approximately|"
    r"(?:greater|larger|higher|lower|smaller|more|less) than|in excess of|between|from|to|"
    r"fixed at|set to|reach\w*|exceed\w*|values? of|at \d+ ?nm of|~|"
    r"[a-z-]+ (?:of|is|was|are|to))){0,3} ?(?:[0-9.]+(?:,| and|, and|,? or) )*[~(<>=≈]{0,2}$"
)
#: Nouns that a number counts: "the quality factor of 5 resonators".
_COUNTED: Final = re.compile(
    r" (?:resonators|devices|cells|samples|films|dots|particles|electrodes|measurements)\b"
)
#: Text between "pH" and its number, which has no unit whatever follows: "at pH 12.5 and 60 °C".
PH_AHEAD: Final = (
    r"\bpH\b(?:[^.;,\d]{0,60}?\s(?:to|of|at|was|is|set|reached|values?|about|around|approximately|between"
    r"|from|range)|\s?[=:≈])?\s?[~≈(]?\s?"
)
_PH: Final = re.compile(f"{PH_AHEAD}$")
#: The maximum distance between "pH" and its number, in characters.
_PH_REACH: Final = 80
_VARIABLE: Final = re.compile(
    r"(?<![A-Za-z])(?:[nxyzkκε]|[zZ]T|FF|[A-Z][a-z]?/[A-Z][a-z]?) ?(?:=|[<>]=?|[≤≥≈]) ?~?$"
)
_RATIO: Final = re.compile(
    r" ?(?:[a-z-]+ ){0,2}(?:ratios?|factor|trench(?:es)?|holes?|vias?|pores?|structures?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The bound and approximation around a number.

    ``start`` and ``end`` include the words of both.
    """

    start: int
    end: int
    bound: Literal["max", "min"] | None = None
    approximate: bool = False


def read_context(text: str, start: int, end: int) -> Context:
    """Return the bound and the approximation around the quantity at ``text[start:end]``."""
    mark = _BEFORE.search(text, max(0, start - 40), start)
    before = mark.groupdict() if mark else {}
    if mark is not None and _bounds_nothing(text, mark, start, end):
        before |= {"max": None, "min": None}
    after = _AFTER.match(text, end)
    bound: Literal["max", "min"] | None = None
    if before.get("max"):
        bound = "max"
    elif before.get("min"):
        bound = "min"
    elif after is not None:
        bound = "max" if after["max"] else "min"
    said = [mark.start(g) for g in ("max", "min", "near") if mark and before.get(g)]
    return Context(
        start=min(said, default=start),
        end=after.end() if after is not None and not before.get("max") else end,
        bound=bound,
        approximate=bool(before.get("near")),
    )


def _bounds_nothing(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Return whether a bound's word bounds nothing: "reached a maximum", "under a lamp"."""
    word = (mark["max"] or mark["min"] or "").lower()
    if word.endswith(("maximum of", "minimum of", "a minimum")):
        return _PEAK.search(text, max(0, mark.start() - 30), mark.end()) is not None
    if word in ("above", "below"):  # "the films reported above (500 nm thick)"
        is_aside = text.startswith("(", mark.end() - 1)
        return is_aside and _WHERE.search(text, 0, mark.start()) is not None
    if word in ("up to", "down to"):
        before = text[max(0, mark.start() - 60) : mark.start()]
        reaching = (_HEATED,) if word == "up to" else (_VERB, _COOLED)
        return any(verb.search(before) for verb in (*reaching, MOVED))
    if word == "under":
        is_pressure = _PRESSURE.search(text, start, end) is not None
        return is_pressure or any(light.match(text, end) for light in (_UNDER, _GAS))
    if word == "within":
        return _DURING.search(text, start, end) is not None
    if word == "over":
        at_least = re.search(r"\b(?:for|of|after|with|by|lifetimes?) ?$", text[: mark.start()])
        return at_least is None and _DURING.search(text, start, end) is not None
    return False


def is_change(text: str, start: int, first: float, last: float) -> bool:
    """Return whether the words of a clause make ``A to B`` a change from A to B."""
    if _FROM.search(text, max(0, start - 24), start) is None:
        return False
    clause = _SENTENCE.split(text[max(0, start - 90) : start])[-1]
    if _RANGING.search(clause[-40:]) is not None or _LASTED.search(clause) is not None:
        return False
    return first > last or _VERB.search(clause) is not None


def plain_number(text: str, start: int, end: int, printed: str) -> bool:
    """Return whether a number without unit is a value: ``10⁵``, a ratio, a refractive index."""
    if printed and (
        "10^" in printed or "10⁻" in printed or re.search(r"10[⁰¹²³⁴-⁹]|10\(", printed)
    ):
        return True
    if re.match(r"[A-Za-z0-9]|-[A-Za-z]| ?[,(]? ?[A-Z][a-z]*\)", text[end : end + 4]):
        return False
    clause = text[max(0, start - 48) : start]
    if _COUNTED.match(text, end):
        return False
    if _NAMED.search(clause) or _VARIABLE.search(clause) or is_ph(text, start):
        return True
    return printed.replace(".", "").isdigit() and is_ratio(text, end)


def is_ph(text: str, start: int) -> bool:
    """Return whether the words before a number make it a pH."""
    return _PH.search(text, max(0, start - _PH_REACH), start) is not None


def is_ratio(text: str, end: int) -> bool:
    """Return whether the words after a number call it a ratio."""
    return _RATIO.match(text, end) is not None
