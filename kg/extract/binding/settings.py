"""Which parameter of a process, sample or test a number is a value of, and how surely."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.binding.attributes import DEFAULTS, candidates
from kg.extract.binding.distance import distance
from kg.extract.binding.foreign import is_shining
from kg.extract.binding.model import Owner
from kg.extract.binding.rows import Row
from kg.extract.mentions import Mention
from kg.extract.quantities.context import PH_AHEAD
from kg.extract.reading import Reading
from kg.extract.rules.families import is_particle
from kg.extract.rules.forms import form_of
from kg.extract.rules.measures import in_unit, is_growth, is_light, quantity_of, top_of
from kg.extract.thresholds import LONG_TEST, ROOM_KELVIN

#: How far, in characters, the words that select a parameter stand ahead of or behind a number.
_AHEAD, _NEAR = 90, 45
_OF = re.compile(r" of (?:an? |the )?")
_OF_GAS = re.compile(r" (?:of )?(?:gaseous )?")
_PURGING = re.compile(r" (?:purge|flush|flow)")
_BESIDE_SOLID = re.compile(r"[ -](?:of )?(?:(?:amorphous|thick|thin|ALD|crystalline) )?")
_CORE = re.compile(r"[ -](?:cores?|seeds?|colloids?)\b(?![/@-])")
#: "0.6 nm of oxide": a solid that only its class names.
_OF_CLASS = re.compile(
    r"[ -](?:of\s)?(?:the\s|this\s|that\s|amorphous\s|thick\s|ALD\s)*(?:oxide|nitride|sulfide|"
    r"alumina|"
    r"silica|titania|hafnia|zirconia|yttria|ceria|metal|material|polymer|coating|film|"
    r"shell)\b(?![ -](?:"
    r"nano|particles?|core|grains?|clusters?))"
)
_AT = re.compile(r"\bat\s(?:about\s|around\s)?[~≈∼]?\s?$", re.IGNORECASE)
#: Nothing in this field is deposited for days.
_LONG = frozenset({"d", "wk", "mo", "a"})
#: What is done to a product for days all the same: "dried at 80 °C for 2 days".
_WORKED = re.compile(
    r"\b(?:vacuum-?)?(?:dried|stirred|refluxed|dialy[sz]ed|aged in the mother|crystalli[sz]ed|"
    r"hydrolysed|hydrolyzed|ball-?milled|incubated|stripped|lift-?off)\b[^.;]*$|"
    r"\b(?:oven|autoclave)\b[^.;]*$"
)
#: What a number costs that no word names.
UNNAMED = 90


class Setting(NamedTuple):
    """A parameter that a number may be a value of; ``cost`` is in characters, 0 the surest."""

    cost: int
    parameter: str
    owner: Owner


def setting(reading: Reading, number: Mention) -> Setting | None:
    """The parameter that a number is a value of: the one whose words stand closest to it."""
    told = _told(reading, number)
    if told is not None:
        return told
    low, high = max(0, number.start - _AHEAD), number.end + _NEAR
    named = [
        (cost, order, Setting(cost, attribute.parameter, attribute.owner))
        for order, attribute in enumerate(candidates(number))
        if attribute.words is not None
        and (attribute.parameter != "wavelength" or not _is_shorter_than_light(number))
        for word in attribute.words.finditer(reading.text, low, high)
        for cost in (distance(reading.text, number, *word.span()),)
    ]
    if named:
        return min(named)[2]
    return Setting(UNNAMED, *DEFAULTS[number.id]) if number.id in DEFAULTS else None


def _told(reading: Reading, number: Mention) -> Setting | None:
    """What the number itself tells, or the words right beside it."""
    if _is_cold(number):
        return Setting(0, "test_temperature", "test")
    if _is_endured(number):
        ahead = reading.text[max(0, number.start - _AHEAD) : number.start]
        is_work = _WORKED.search(ahead) is not None
        return Setting(0, *(("duration", "process") if is_work else ("test_duration", "test")))
    if is_growth(reading, number):
        return Setting(0, "growth_per_cycle", "process")
    for row in _BESIDE:
        if row.tells(reading, number):
            return Setting(0, row.what, row.owner)
    if number.id == "length":
        return _of_length(reading, number)
    return _of_chemical(reading, number) if number.id in _OF_REAGENTS else None


#: What is said of a sample that is tried in a liquid, and of liquids in which it is tried.
_TRIED = re.compile(
    r"\b(?i:stab|retain|retention|remain|kept \d|keep|surviv|unchanged|no (?:change|loss|damage|"
    r"sign|visible)|"
    r"corro|degrad|dissol(?!ved)|resist|withst[ao]|protect|intact|leach|delamin|test|durab|lost|los[es]|"
    r"drop|decreas|fell|quench|preserv|brine|seawater|saline|sweat|body fluid|electrolyte)|"
    r"\b(?:NaCl|PBS)\b",
)


def _is_tried(reading: Reading, _: Mention) -> bool:
    return _TRIED.search(reading.text) is not None


def _is_measured(reading: Reading, _: Mention) -> bool:
    """Whether a sentence tells nothing of growth, which has current densities as well."""
    return _MAKING.search(reading.text) is None


_MAKING = re.compile(r"\b(?:deposit|grown?\b|sputter|plat(?:ed|ing)|synthes|anodi[sz]|plasma)")
_CYCLED = re.compile(r"\b(?:cycles?|ALD|MLD|ALE|puls\w*|dos(?:e|es|ing)|deposit\w*|precursors?)\b")
#: A step of a cycle is shorter, in seconds.
_LONGEST_STEP = 600.0


def _is_of_cycle(reading: Reading, number: Mention) -> bool:
    return _CYCLED.search(reading.text) is not None and not _is_long(reading, number)


def _is_long(_: Reading, number: Mention) -> bool:
    quantity, top = quantity_of(number), top_of(number)
    seconds = in_unit(top, quantity.unit, "s") if quantity is not None and top else None
    return seconds is not None and seconds > _LONGEST_STEP


def _is_shorter_than_light(mention: Mention) -> bool:
    """A length below the ultraviolet: the axis of a dot or a beam of particles, no wavelength."""
    quantity = quantity_of(mention)
    unit = quantity.unit if quantity is not None else None
    return unit in ("Ao", "pm") or (unit == "nm" and not is_light(mention))


def _is_cold(mention: Mention) -> bool:
    """A temperature of a cryostat: nothing of this field grows there."""
    quantity, top = quantity_of(mention), top_of(mention)
    if quantity is None or mention.id != "temperature" or quantity.unit != "K":
        return False
    return top is not None and 0.0 < top <= ROOM_KELVIN.value


def _is_endured(mention: Mention) -> bool:
    """A time that only a test lasts: days, or hundreds of hours."""
    quantity = quantity_of(mention)
    if mention.id != "time" or quantity is None:
        return False
    hours = (quantity.value or quantity.value_max or 0.0) if quantity.unit == "h" else 0.0
    return quantity.unit in _LONG or hours >= LONG_TEST.value


def _of_length(reading: Reading, number: Mention) -> Setting | None:
    """ "Efficiency at 450 nm", "3 nm of TiO2", "8 nm NiO"."""
    if is_shining(reading, number) or (
        is_light(number) and _AT.search(reading.text[: number.start])
    ):
        return Setting(0, "wavelength", "test")
    quantity, solid = quantity_of(number), _solid_behind(reading, number)
    if solid is None and _OF_CLASS.match(reading.text, number.end):
        return Setting(0, "thickness", "sample")
    if _is_in_bracket_of_layers(reading, number):
        return Setting(0, "thickness", "sample")
    if quantity is None or quantity.value is None or solid is None:
        return None
    is_size = is_particle(form_of(reading, solid)) or _CORE.match(reading.text, solid.end)
    return Setting(0, "particle_size" if is_size else "thickness", "sample")


#: From a layer or a stack to the number in the bracket behind it: "Cr/Au (5/50 nm)".
_LAYER_BY_LAYER = re.compile(r"\s?\((?:[\d.]+\s?(?:nm|Å|μm)?\s?[/,]\s?)*")
_ONLY_NUMBERS = re.compile(r"(?:\s?[/,]\s?[\d.]+\s?(?:nm|Å|μm)?)*\s?(?:thick(?:ness)?)?\)")
_METALLISED = re.compile(
    r"\b(?i:evaporat|sputter|deposit(?:ed|ion)|metalli[sz]|electrode|contact|gate|cathode|anode)"
)


def _is_in_bracket_of_layers(reading: Reading, number: Mention) -> bool:
    if not (_ONLY_NUMBERS.match(reading.text, number.end) and _METALLISED.search(reading.text)):
        return False
    return any(
        _LAYER_BY_LAYER.fullmatch(reading.text, solid.end, number.start)
        and not is_particle(form_of(reading, solid))
        for solid in reading.of_kind("material", "stack")
        if solid.end < number.start
    )


#: Dimensions of what is given of a reagent; a greater share than this is its purity.
_OF_REAGENTS = frozenset({"time", "fraction", "percent", "mass_fraction"})
_MOST_PERCENT = 50.0
#: The gas of a furnace, or what a reagent holds as an impurity.
_NO_SHARE = re.compile(r"\b(?:anneal|calcin|reduced|combust|contain)\w*\b[^.;]*$")


def _of_chemical(reading: Reading, number: Mention) -> Setting | None:
    """ "0.1 s of TMA", "50 ppm ethanol"."""
    is_purity = number.id == "percent" and (top_of(number) or 0.0) > _MOST_PERCENT
    if is_purity or _NO_SHARE.search(reading.text[: number.start]):
        return None
    between = _OF if number.id == "time" else _OF_GAS
    behind = [m for m in reading.of_kind("chemical") if m.start >= number.end]
    for reagent in behind:
        if between.fullmatch(reading.text, number.end, reagent.start) and not _PURGING.match(
            reading.text, reagent.end
        ):
            return Setting(0, "pulse_time" if number.id == "time" else "concentration", "process")
    return None


def _solid_behind(reading: Reading, mention: Mention) -> Mention | None:
    for solid in reading.of_kind("material", "stack"):
        if solid.start > mention.end and _BESIDE_SOLID.fullmatch(
            reading.text[mention.end : solid.start]
        ):
            return solid
    return None


#: Words right beside a number that say what it is.
_BESIDE = (
    Row(
        "process",
        "temperature",
        "temperature",
        ahead=r"\b(?:(?:growth|etch|deposition)[ -]rate|growth per cycle|GPC|etch per cycle)\b"
        r"(?:[^.;,]|\.\d){0,60}\b(?:measured|obtained|found|observed|achieved)\s(?:at|for)\s~?|"
        r"\b(?:low|high|reduced|elevated|moderate|deposition|growth|substrate|process)"
        r" temperatures?\s\((?:below |above |<|>|~|≤|≥)?",
    ),
    Row(
        "process",
        "ph",
        "dimensionless",
        ahead=PH_AHEAD,
    ),
    Row(
        "sample",
        "aspect_ratio",
        "dimensionless",
        ahead=r"aspect ratios?[^,;]{0,25}",
        behind=r"\s(?:[a-z-]+ )?(?:trench|via|pore|hole(?!s?[ -](?:dop|conc|mob|trans|carr)))",
    ),
    Row(
        "process",
        "etch_per_cycle",
        "rate_per_cycle",
        ahead=r"(?:\b[Ee]tch\w*|\bALEt?\b)(?:(?!growth|\bgrew\b|\bGPC\b)[^;])*",
    ),
    Row(
        "test",
        "relative_humidity",
        "percent",
        ahead=r"(?i:humidity|\bRH\b)(?:\s\(RH\))?\s?(?:of|was|is|=|:|at|below|under|above|over)?\s?[~≈<>]?",
        behind=r"(?i:\s?(?:relative\s|ambient\s)?(?:humidity|R\.?H\b))",
    ),
    Row(  # in a solution or gas; acids, bases and oxidants that are sold as solutions
        "process",
        "concentration",
        "percent",
        behind=r"\)?\s(?:(?:aqueous\s|[\w-]+\s){0,2}"
        r"(?:solutions?\b|in\s(?:N2|Ar|He|nitrogen|argon|water|H2O)\b)|"
        r"(?:HCl|HNO3|H2SO4|HF|H2O2|H3PO4|NH4OH|NH3|KOH|NaOH|TMAH|acetic acid|hydrochloric acid|"
        r"nitric acid|sulfuric acid|hydrogen peroxide|ammonia|ammonium hydroxide|hydrazine)\b)",
    ),
    Row(
        "process",
        "concentration",
        "percent density",
        ahead=r"\b(?:[A-Z][a-z]?|doping|dopant|ozone|O3|precursor|monomer|high|low)\s"
        r"concentrations?\s(?:(?:of|is|are|was|were|found|to be|as high as)\s|[(~≈]){0,4}",
    ),
    Row(  # what a matrix holds of dots
        "process",
        "concentration",
        "mass_fraction",
        behind=r"(?:(?:,|,? and|,? or)?\s[\d.]+)*(?:\s?wt\.?\s?%)?\s(?:of\s)?(?:[\w/@]+\s){1,3}?"
        r"(?:C?QDs?|NCs?|NPs?|(?:quantum\s)?dots|nanocrystals|nanoparticles|nanoplatelets)\b",
    ),
    Row(  # "93 and 206 mW/cm2 at 350 and 400 °C": what is measured is measured there
        "test",
        "test_temperature",
        "temperature",
        ahead=r"(?:[WΩS]|[Oo]hms?)[ ·]?/?c?m[ ·]?(?:[-−⁻]?[12²]|⁻[¹²])?\sat\s"
        r"(?:[\d.]+\s?(?:°C|K)?(?:,\s|\sand\s|,\sand\s))*",
    ),
    Row("process", "duration", "time", ahead=r"\b(?:wash|rins)\w*\b[^.;\d]{0,60}\sfor\s[~≈]?"),
    Row(  # "annealed at 130 °C for 1, 5 and 10 min": each of a list
        "process",
        "annealing_time",
        "time",
        ahead=r"\banneal(?:ed|ing)\b(?:[^.;]|\.\d){0,80}\bfor (?:[\d.]+,? (?:and |or )?)*",
    ),
    Row(
        "process",
        "duration",
        "time",
        ahead=r"\b(?:immersion|reaction|soaking|stirring|dipping|incubation|milling)\s"
        r"times?\s(?:of|was|is)\s[~≈]?",
    ),
    Row(  # "10 Hz pulse frequency and 27 min deposition time"
        "process",
        "duration",
        "time",
        behind=r"(?:\s|-)(?:of\s)?(?:deposition|growth|reaction|stirring|milling)(?:\stimes?)?\b",
    ),
    Row(  # a flask is degassed, no chamber purged
        "process",
        "duration",
        "time",
        ahead=r"\b(?:mixture|solution|flask|dispersion|suspension)s?\b[^.;]{0,40}"
        r"\b(?:evacuated|degassed|flushed|purged)\b[^.;]{0,30}\bfor\s",
    ),
    Row("process", "duration", "time", ahead=r"\brpm,?\s(?:\([^()]*\)\s)?(?:for\s)?[~≈]?"),
    *(  # what ripens in its own solution is no test
        Row(
            "process",
            parameter,
            dimension,
            ahead=r"\b(?:solution|gel|sol|precipitate|mixture|suspension|slurry|dispersion)s?\b"
            r"[^.;,]{0,30}\b(?:aged|ripened)\b(?:[^.;]|\.\d){0,60}",
        )
        for parameter, dimension in (("duration", "time"), ("temperature", "temperature"))
    ),
    Row(  # the reactants stay in a closed chamber
        "process",
        "exposure_time",
        "time",
        ahead=r"\b(?:(?:valves?\s(?:\w+\s){0,3}closed|isolated|confined|trapped)\s"
        r"(?:there\s|inside\s)?for|hold\sof|(?:puls|dos|introduc|admitt|fill)\w*\b(?:[^.;]|\.\d){0,60}"
        r"\b(?:held|kept|left)\s(?:there\s)?for)\s(?:about\s)?[~≈]?",
        behind=r"\s(?:\w+\s)?(?:hold(?:ing)?|soak(?:ing)?|residence)\s(?:steps?|times?|periods?)\b",
    ),
    Row(
        "process",
        "cycle_count",
        "dimensionless",
        ahead=r"\bcycle numbers?\b[^.;]{0,40}|"
        r"\bnumbers? of (?:\w+ ){0,3}cycles\b[^.;]{0,25}",
    ),
    Row(  # "purged with argon for 10 s after each pulse"
        "process",
        "purge_time",
        "time",
        ahead=r"\b(?:purg|flush|swept)\w*\b[^.;,\d]{0,40}\sfor\s[~≈]?",
        behind=r"(?:[ -]long)?(?:\s(?:of\s)?|-)(?:[\w-]+\s){0,2}?(?:purg\w+|flush\w*|swept|"
        r"sweeps?)\b",
        only=_is_of_cycle,
    ),
    Row(
        "process",
        "exposure_time",
        "time",
        behind=r"[ -](?:long\s)?(?:plasma|exposures?|soak)\b",
        only=_is_of_cycle,
    ),
    Row(
        "process",
        "pulse_time",
        "time",
        behind=r"[ -](?:long\s)?(?:oxidation|reduction|nitridation)\b|\s(?:for|of) (?:every|each|"
        r"both) "
        r"(?:reactants?|precursors?|reagents?)\b",
        only=_is_of_cycle,
    ),
    Row(  # nothing is purged so long between two pulses
        "process",
        "duration",
        "time",
        ahead=r"\b(?:purg|flush|evacuat|degass|bubbl|sparg|flow)\w*\b(?:[^.;]|\.\d){0,60}",
        only=_is_long,
    ),
    Row(  # what is looked at behind it is tried, what is only put in is made
        "test",
        "test_duration",
        "time",
        ahead=r"\b(?:immers|soak|submer[gs]|dip(?:ped|ping)?\b)(?:[^.;]|\.\d){0,80}|"
        r"\b(?:light|illumination|irradiation)\s?\([^()]{0,40}|"
        r"\b(?:lose|loses|lost|dissolv\w+|corrod\w+|degrad\w+|oxidi[sz]e[sd]?)\b[^.;,]{0,40}\s(?:in|within)\s[~≈]?",
        behind=r"\s(?:in|under)\s(?:the\s|humid\s|ambient\s|dry\s|moist\s|pure\s)*"
        r"(?:dark|water|air|light|vacuum|moisture|humidity)\b",
        only=_is_tried,
    ),
    Row(  # of an oven, not of a lamp
        "process",
        "power",
        "power",
        ahead=r"\bmicrowave\b(?:[^.;]|\.\d){0,60}",
    ),
    Row(  # "206 mW/cm2 at 400 °C": of a cell or a conductor at work
        "test",
        "test_temperature",
        "temperature",
        ahead=r"(?:\bm[WA]\s?(?:/|·|\s)?\s?cm\S{1,3}|\bS\s?(?:/|·|\s)?\s?cm\S{0,3}|\b[ΩΩ]\s?·?\s?cm\S{0,3})"
        r"\s(?:at|@)\s(?:[\d., °℃C]|and|K)*",
        only=_is_measured,
    ),
    Row("test", "test_duration", "time", ahead=r"\b[Rr]etention\b(?:[^.;]|\.\d){0,60}"),
    Row(  # "a 3 s O2 plasma": how long the surface meets it
        "process",
        "exposure_time",
        "time",
        behind=r"(?:\s(?:of|long))?\s[\w*/+]{1,8}(?:\s?[/+*]\s?\w{1,4})?\s(?:plasma|\*)",
    ),
)
