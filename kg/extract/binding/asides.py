"""Numbers that are no settings: of kinetics, tools, atoms and mechanics.

A decay takes 10 s, a spectrum is recorded every 2 min, a resist is patterned at 193 nm, a bond is
0.2 nm long. None of them is a step of a process or a size of a sample.
"""

from __future__ import annotations

import re

from kg.extract.binding.headed import measure_of
from kg.extract.binding.rows import Row
from kg.extract.knowledge.measures import in_unit, quantity_of, top_of
from kg.extract.knowledge.thresholds import LEAST_WAFER, LONGEST_SPACING
from kg.extract.mentions import Mention
from kg.extract.reading import Reading


def _is_joined(_: Reading, number: Mention) -> bool:
    """Return whether a number is a digit with a letter: "1s", "the 90s"."""
    return re.fullmatch(r"\d+ ?s", number.text) is not None


def _is_atomic(_: Reading, number: Mention) -> bool:
    """Return whether a length is that of a lattice, too short for a particle, a pore or a film."""
    quantity, top = quantity_of(number), top_of(number)
    if quantity is None or top is None:
        return False
    length = in_unit(top, quantity.unit, "nm")
    return length is not None and length <= LONGEST_SPACING.value


def _is_brief(_: Reading, number: Mention) -> bool:
    """Return whether a time is in seconds or milliseconds, as in kinetics; a test lasts longer."""
    quantity = quantity_of(number)
    return quantity is not None and quantity.unit in ("s", "ms")


#: Numbers that look like the time of a step: kinetics, orbitals, plurals of numbers.
NO_TIMES = (
    Row(
        "result",
        "kinetics",
        "time",
        ahead=r"\b(?i:(?:response|recovery|rise|fall|decay|relaxation|switching)"
        r"(?:\s(?:and|or|/)\s\w+)?\stimes?)\b(?:[^.;]|\.\d){0,50}|"
        r"\b(?i:decays?|decayed|decay components?|time constants?)\b(?:[^.;]|\.\d){0,60}|"
        r"τ\w*\s?[=≈~∼]\s?",
        only=_is_brief,
    ),
    Row(
        "result",
        "half-life",
        "time",
        ahead=r"\b(?i:half-?li(?:fe|ves))\s(?:of|was|were|is)\s(?:about\s)?(?:[\d.]+,?\s(?:and\s)?)*",
    ),
    Row(  # the time until something changes, not the duration of a step
        "result",
        "how soon",
        "time",
        ahead=r"\b(?:(?:chang|turn|fad|vanish|disappear|darken|bleach|quench|die|went|collaps|"
        r"fail|load|transfer|shorten)\w*\b[^.;,]{0,60}\s"
        r"(?:within|in|to)|induction (?:time|period)s?[^.;,]{0,30}|fail\w* to appear for)\s[~≈]?",
    ),
    Row(
        "instrument",
        "taking of data",
        "time",
        ahead=r"\b(?i:(?:collecti(?:ng|on)|acquisition|integration|counting|measuring)"
        r"(?:\stimes?)?)\b(?:\s?[:=]|\s(?:of|was|is|for)|,? ranging from)\s?[~≈]?|\bevery\s|"
        r"\b(?:[Ss]pectr(?:a|um)|[Pp]atterns?|[Ii]mages?)\s(?:of\s(?:[\w-]+\s){1,3})?(?:was|were)\s(?:collected|recorded|acquired|"
        r"taken|measured)\b(?:[^.;]|\.\d){0,60}\sfor\s",
        behind=r"[ -](?:time[ -])?(?:intervals?|lapses?|apart)\b",
    ),
    Row("none", "rate or age", "time", ahead=r"\bper\s", behind=r"[ -]old\b"),
    Row(  # the time until a compound leaves a column, the rest of a sample before its measurement
        "instrument",
        "column or rest",
        "time",
        ahead=r"\bpeaks? \(|\bequilib\w+\stimes?\s(?:of|was|is)\s",
        said=r"\b(?:GC(?:[-–/]MS)?|m/z|[Rr]etention times?|elut\w+)\b",
    ),
    Row(
        "none",
        "orbital or plural",
        "time",
        ahead=r"\bin the (?:early |late |mid-?\s?)?",
        behind=r"\s(?:(?:and|or) \ds )?(?:(?:core|exciton|electron)\s)?"
        r"(?:peaks?|orbitals?|levels?|states?|lines?|electrons?)\b",
        only=_is_joined,
    ),
)


def _is_of_other_measure(reading: Reading, number: Mention) -> bool:
    return measure_of(reading, number) == "other"


def _is_of_wafer(_: Reading, number: Mention) -> bool:
    quantity, top = quantity_of(number), top_of(number)
    thick = in_unit(top, quantity.unit, LEAST_WAFER.unit) if quantity and top else None
    return thick is not None and thick >= LEAST_WAFER.value


#: Lengths of a tool, of a patterned structure, or between atoms.
NO_LENGTHS = (
    Row("none", "other measure", "length", only=_is_of_other_measure),
    Row(  # "on 500 μm thick, single side polished, n-type Si wafers", "a wafer of 300 mm"
        "none",
        "size of a wafer",
        "length",
        ahead=r"\b[Ss]ubstrates? (?:was|were|is|are) (?:an? )?",
        behind=r"[ -]?thick\b[^.;]{0,90}?\b[Ww]afers?\b",
        near=r"(?i:wafer|inch)",
        reach=120,
        only=_is_of_wafer,
    ),
    Row(
        "instrument",
        "laser",
        "length",
        ahead=r"\bRaman\s(?:\w+\s)?\(|\bRaman\b[^.;]{0,150}\b(?:wavelength|excitation|laser)\s"
        r"(?:of|at|\()\s?",
    ),
    Row(  # a filter, the label of a sample, the box of a calculation
        "none",
        "tool or label",
        "length",
        ahead=r"\w@",
        behind=r"[ -](?:(?:pore[- ]?)?sized?\s)?(?:[\w-]+\s){0,3}?filters?\b",
        said=r"\b(?:super-?cells?|[Kk]-?points?|Brillouin)\b",
    ),
    Row("instrument", "pixel", "length", ahead=r"\b[Pp]ixel\b[^.;]{0,50}"),
    Row(
        "instrument",
        "lithography",
        "length",
        behind=r"[ -](?:[\w-]+\s){0,2}?(?:lithograph\w*|photolithograph\w*|stepper|scanner)\b",
    ),
    Row(
        "instrument",
        "probe",
        "length",
        behind=r"[ -](?:(?:[\w-]+\s)?(?:diameter|sized?)\s)?(?:[\w-]+\s)?"
        r"(?:probe|spot|aperture|pinhole)\b",
    ),
    Row(
        "none",
        "period or width",
        "length",
        ahead=r"\b(?i:bandwidth|period(?:icity)?|pitch|line ?width)\s(?:of|was|is|=)\s?[~≈]?",
        behind=r"[ -](?:period\w*|pitch|half-?pitch|bandwidth)\b",
    ),
    Row(  # the roughness of a surface, a hole, a lens, the cross section of a waveguide
        "none",
        "height, roughness or width of no particle",
        "length",
        ahead=r"\b(?i:peak[- ]to[- ](?:valley|peak))\b[^.;,\d]{0,60}(?:\d[\d.]*\s?[-–‒]\s?)?|"
        r"\bR(?:g|q|a|ms|MS)\)?\s(?:of|=|is|was)\s[~≈]?\s?|"
        r"\b(?i:holes?|vias?|trench(?:es)?|openings?|apertures?|(?:meta-?|micro-?)?lens(?:es)?)\b"
        r"[^.;]{0,60}\bdiameters?\s(?:of\s)?(?:\d[\d.]*\s?(?:nm|μm)?(?:,? and |, ))*|"
        r"\bcross[- ]sections?\s(?:of|is|was|=)\s(?:about\s|~)?"
        r"(?:\d[\d.]*\s?(?:nm|μm)?\s?[x×]\s?)*",
    ),
    Row(
        "none",
        "length of a law",
        "length",
        ahead=r"\b(?i:Bohr|exciton|F[oö]rster|Debye|screening|decay|attenuation|diffusion|penetration|escape|"
        r"mean free|coherence|correlation)\s(?:radi(?:us|i)|lengths?|distances?|"
        r"depths?|paths?)\b(?:[^.;,\d]|(?<=[A-Za-z])\d){0,40}|\b[dlrLR]0\s?(?:=|is|was)\b[^.;,]{0,30}",
    ),
    Row(
        "none",
        "depth under a surface or radius of an ion",
        "length",
        ahead=r"\b(?i:(?:junction|amorphi[sz]ation|implantation|etch|probing|sampling|information|"
        r"analysis) depths?|(?:ionic|atomic|covalent|Bohr) radi(?:us|i)|"
        r"vacuum (?:thickness|layer|slab|gap|spacing|region)s?)\b[^.;,]{0,90}",
    ),
    Row(
        "none",
        "technology node",
        "length",
        behind=r"[ -](?:(?:technology|process|CMOS|logic|device)\s)?(?:nodes?|technolog\w+)\b",
    ),
    Row(
        "none",
        "distance of atoms",
        "length",
        ahead=r"\b(?i:bond(?:ing)?|inter-?atomic|inter-?fringe|[A-Z][a-z]?[–-][A-Z][a-z]?)\s"
        r"(?:lengths?|distances?)\b(?:[^.;]|i\.e\.|\.\d){0,60}",
        behind=r"[^.;]{0,30}(?:\(\d{3,4}\)|\b(?:crystal|lattice)?\s?planes?\b|\bfringes?\b)",
        only=_is_atomic,
    ),
)
#: Pressures of mechanics: a stress or hardness, not the pressure of a growth.
NO_PRESSURES = (
    Row("none", "hardness", "pressure", near=r"GPa"),
    Row(
        "none",
        "stress",
        "pressure",
        near=r"\b(?:stress\w*|modul\w+|hardness|strength|tensile|compressive)\b",
        reach=60,
    ),
)
#: Differences of two temperatures.
NO_TEMPERATURES = (
    Row(
        "none",
        "difference",
        "temperature",
        ahead=r"\b(?:increase|decrease|rise|drop|change|difference|fluctuation)s?\s(?:of|in)\sthe\s"
        r"[^.;]{0,120}\b(?:of|by|be)\s[~≈∼]?\s?",
    ),
    Row(
        "none",
        "difference",
        "temperature",
        ahead=r"\b(?:shift|lower|chang|rais|rise|rose|drop|fell|increas|decreas|widen|improv)\w*\b[^.;,]{0,40}\sby\s[~≈]?",
    ),
    Row(
        "none",
        "difference",
        "temperature",
        ahead=r"\btemperature\s(?:difference|change|rise|drop|gradient|interval)s?\s"
        r"(?:of|was|is|were|are)\s(?:[a-z]+\s){0,3}[~≈<>]?",
    ),
    Row(  # an energy in kelvin ("11 meV, or 126 K"), the temperature of a calculation
        "none",
        "calculation",
        "temperature",
        ahead=r"\bm?eV(?:,| \(|,? or|,?\s(?:equivalent|corresponding|equal) to)\s?[~≈(]*|"
        r"\bT\s?[<>≤≥]\s?",
        behind=r"\s?[<>≤≥]\s?T\b",
        said=r"\b(?:Monte[ -]Carlo|molecular[ -]dynamics)\b",
    ),
    Row(  # "hotter than the wall by 9 K", the width of a transition
        "none",
        "difference",
        "temperature",
        ahead=r"\b(?:high|low|hott|warm|cool|cold)er than [^.;]{3,60} by (?:about |~)?|"
        r"(?:Δ|\b[Dd]elta )\s?T\w*\s(?:(?:of|was|is|between|below|above)\s|[^.;,\d]{0,60}?\s"
        r"(?:of|was|is|below|above)\s)(?:about\s|~)?",
    ),
    Row(
        "none",
        "difference",
        "temperature",
        ahead=r"\b[Ee]very\s|\b(?:steps?|increments?|intervals?)\sof\s[~≈]?|"
        r"(?:Δ|\b[Dd]elta )\s?T\w*\s?[=≈~]\s?",
        behind=r"\s(?:steps?|increments?|intervals?)\b",
    ),
)
