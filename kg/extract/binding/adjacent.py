"""Parameters named by the words right beside a number: "at a growth temperature (<300 °C)"."""

from __future__ import annotations

import re

from kg.extract.binding.rows import Row
from kg.extract.knowledge.measures import in_unit, quantity_of, top_of
from kg.extract.mentions import Mention
from kg.extract.quantities.context import PH_AHEAD
from kg.extract.reading import Reading

#: Words for what a test does to a sample, and for the liquids in which samples are tested.
_TRIED = re.compile(
    r"\b(?i:stab|retain|retention|"
    r"remain(?!ing (?:product|solution|solid|mixture|liquid|solvent|reagent))|"
    r"maintain|kept \d|keep|surviv|unchanged|"
    r"no (?:change|loss|damage|sign|visible)|corro|degrad|dissol(?!ved)|resist|withst[ao]|protect|"
    r"intact|leach|delamin|test|durab|lost|los[es]|drop|decreas|declin|fell|quench|bleach|decay|"
    r"endur|respon|recover|preserv|brine|seawater|saline|sweat|body fluid|electrolyte)|"
    r"\b(?:NaCl|PBS)\b"
)


def is_tried(reading: Reading, _: Mention) -> bool:
    """Return whether the sentence says that something lasts or is lost, as a sample in a test."""
    return _TRIED.search(reading.text) is not None


def _is_measured(reading: Reading, _: Mention) -> bool:
    """Return whether a sentence is not on growth, which has current densities as well."""
    return _MAKING.search(reading.text) is None


_MAKING = re.compile(r"\b(?:deposit|grown?\b|sputter|plat(?:ed|ing)|synthes|anodi[sz]|plasma)")


def _is_made_so(reading: Reading, number: Mention) -> bool:
    """Return whether the exposure to a gas or plasma is a step of the synthesis, and not a test."""
    return _SURFACE_GAS.search(reading.text) is not None and not is_tried(reading, number)


_SURFACE_GAS = re.compile(r"\b(?:[Oo]zone|O3|UVO|plasma|vapou?rs?|precursors?)\b")
_CYCLED = re.compile(r"\b(?:cycles?|ALD|MLD|ALE|puls\w*|dos(?:e|es|ing)|deposit\w*|precursors?)\b")
#: The longest step of a cycle, in seconds.
_LONGEST_STEP = 600.0


def _is_of_cycle(reading: Reading, number: Mention) -> bool:
    return _CYCLED.search(reading.text) is not None and not _is_long(reading, number)


def _is_long(_: Reading, number: Mention) -> bool:
    quantity, top = quantity_of(number), top_of(number)
    seconds = in_unit(top, quantity.unit, "s") if quantity is not None and top else None
    return seconds is not None and seconds > _LONGEST_STEP


#: Optical properties of dots and films that are measured over temperatures in kelvin.
_SEEN = re.compile(r"\b(?:PL|luminescen\w+|photoluminescen\w+|decays?|lifetimes?|recombination)\b")


def _is_made(reading: Reading, number: Mention) -> bool:
    """Return whether a temperature may be that of a process.

    In a sentence on light, one in kelvin is that of a measurement.
    """
    quantity = quantity_of(number)
    return quantity is None or quantity.unit != "K" or _SEEN.search(reading.text) is None


#: Words right beside a number that name its parameter.
ADJACENT = (
    Row(
        "process",
        "temperature",
        "temperature",
        ahead=r"\b(?:(?:growth|etch|deposition)[ -]rate|growth per cycle|GPC|etch per cycle)\b"
        r"(?:[^.;,]|\.\d){0,60}\b(?:measured|obtained|found|observed|achieved)\s(?:at|for)\s~?|"
        r"\b(?:low|high|reduced|elevated|moderate|deposition|growth|substrate|process)"
        r" temperatures?\s\((?:below |above |<|>|~|≤|≥)?",
        only=_is_made,
    ),
    Row(  # "the conductivity at deposition temperatures between 90 and 150 °C"
        "process",
        "temperature",
        "temperature",
        ahead=r"\b(?:deposition|growth|substrate|process|ALD|reactor) temperatures? "
        r"(?:of|between|from|in the range (?:of|from|between)|ranging (?:from|between)) ~?",
        only=_is_made,
    ),
    Row("sample", "thickness", "length", behind=r"[ -]thick\b"),
    Row(  # the verb to which the time belongs, regardless of the steps before and after it
        "process",
        "duration",
        "time",
        ahead=r"\b(?:etch|clean|polish|mill|sputter|evaporat|irradiat)(?:ed|ing)\b"
        r"(?:(?!\b(?:anneal|bak|heat|expos|immers|dip|then)\w*)[^.;,\d]){0,50}"
        r"\bfor (?:about )?[~≈]?|"
        r"\btreat(?:ed|ing|ment)\b(?:(?!\banneal)[^.;,\d]){0,30}\b(?:ozone|O3|plasma)\b"
        r"[^.;,\d]{0,30}\bfor (?:about )?[~≈]?",
    ),
    Row(
        "process",
        "exposure_time",
        "time",
        ahead=r"\bexpos(?:ed|ing|ure) to (?:(?!\banneal)[^.;,\d]){1,40}\bfor (?:about )?[~≈]?",
        only=_is_made_so,
    ),
    Row(
        "process",
        "annealing_temperature",
        "temperature",
        ahead=r"\b[Aa]nnealing (?:of )?(?:[\w-]+ ){1,4}?(?:(?:in|under) (?:\w+ ){1,2})?at\s[~≈]?",
    ),
    Row(  # an instruction of a protocol: "Then heat it to 300 °C"
        "process",
        "temperature",
        "temperature",
        ahead=r"(?<!the )(?<!of )\b(?:[Hh]eat|[Ww]arm)\s(?!treat|flow)(?:[^.;,()\d]{0,45}\s)?to\s"
        r"(?:about\s)?[~≈]?",
    ),
    Row(
        "process",
        "duration",
        "time",
        ahead=r"\b(?:[Ss]tir|[Ss]onicate|[Mm]ix|[Vv]ortex|[Rr]eflux|[Ii]ncubate)\s"
        r"(?:[^.;\d]{0,60}\s)?for\s(?:about\s)?[~≈]?",
    ),
    Row(
        "test",
        "test_temperature",
        "temperature",
        ahead=r"\b(?:PL|\w*luminescence|fluorescence|emission)\s(?:intensity|drop|loss|quenching|"
        r"QY|lifetime|decay)\b(?:[^.;,]|\.\d){0,20}\sat\s[~≈]?",
    ),
    Row(
        "sample",
        "pore_size",
        "length",
        ahead=r"\b(?i:nano)?(?:pore|channel)\s(?:diameters?|sizes?|widths?)\s(?:of\s)?\(?[~≈]?|"
        r"\bpores\s\((?:approximately |about |ca\. )?[~≈]?",
    ),
    Row(
        "sample",
        "distance",
        "length",
        behind=r"\s(?:pore-to-pore|inter-?(?:pore|particle|dot)|cent(?:er|re)-to-cent(?:er|re))\s"
        r"(?:separation|distance|spacing)",
    ),
    Row(
        "test",
        "wavelength",
        "length",
        ahead=r"\b(?:[Rr]eflectance|[Rr]eflectivity|[Tt]ransmittance|[Aa]bsorbance)\s(?:of\s"
        r"[\d.]+\s?%\s)?at\s(?:a\swavelength\sof\s)?[~≈]?",
    ),
    Row("process", "ph", "dimensionless", ahead=PH_AHEAD),
    Row(
        "sample",
        "aspect_ratio",
        "dimensionless",
        ahead=r"aspect ratios?[^,;]{0,25}",
        behind=r"\s(?:[a-z-]+ )?(?:trench|via|pore)",
    ),
    Row(
        "process",
        "etch_per_cycle",
        "rate_per_cycle",
        ahead=r"(?:\b[Ee]tch\w*|\bALEt?\b|\bremov(?:e[sd]?|ing|al)\b)"
        r"(?:(?!growth|\bgrew\b|\bGPC\b)[^;])*",
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
        ahead=r"\b(?:[A-Z][a-z]?|[A-Z]+-?\d|doping|dopant|ozone|precursor|monomer|high|low|an?)\s"
        r"concentrations?\s(?:(?:of|is|are|was|were|found|to be|as high as)\s|[(~≈]){0,4}"
        r"(?:[\d.]+\s?%,?\s(?:and\s|or\s))*",
    ),
    Row(  # in a bracket after a solution: "aqueous citrate (1%)", "ammonia solution (2 mL, 28%)"
        "process",
        "concentration",
        "percent",
        ahead=r"\b(?i:solution|aqueous(?:\s[\w-]+){1,2})\s\((?:[\d.]+\s?[mμµ]?[lLg],\s)?~?",
    ),
    Row(
        "sample", "particle_size", "length", ahead=r"\b[Uu]ltra-?(?:small|fine)\s\((?:\w+\s=\s)?~?"
    ),
    Row(  # the share of dots in a matrix
        "process",
        "concentration",
        "mass_fraction",
        behind=r"(?:(?:,|,? and|,? or)?\s[\d.]+)*(?:\s?wt\.?\s?%)?\s(?:of\s)?(?:[\w/@]+\s){1,3}?"
        r"(?:C?QDs?|NCs?|NPs?|(?:quantum\s)?dots|nanocrystals|nanoparticles|nanoplatelets)\b",
    ),
    Row(  # "93 and 206 mW/cm2 at 350 and 400 °C": the temperatures of a measurement
        "test",
        "test_temperature",
        "temperature",
        ahead=r"(?:[WΩS]|[Oo]hms?)[ ·]?/?c?m[ ·]?(?:[-−⁻]?[12²]|⁻[¹²])?\sat\s"
        r"(?:[\d.]+\s?(?:°C|K)?(?:,\s|\sand\s|,\sand\s))*",
    ),
    Row("process", "duration", "time", ahead=r"\b(?:wash|rins)\w*\b[^.;\d]{0,60}\sfor\s[~≈]?"),
    Row(  # "annealed at 130 °C for 1, 5 and 10 min": every time of the list
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
    Row(  # a flask is degassed, which is no purge of a chamber
        "process",
        "duration",
        "time",
        ahead=r"\b(?:mixture|solution|flask|dispersion|suspension)s?\b[^.;]{0,40}"
        r"\b(?:evacuated|degassed|flushed|purged)\b[^.;]{0,30}\bfor\s",
    ),
    Row(
        "process",
        "duration",
        "time",
        ahead=r"\b(?:rpm|r\.p\.m\.),?\s(?:\([^()]*\)\s)?(?:for\s)?[~≈]?|"
        r"\b[Cc]entrifug\w+\b(?:[^.;,]|\.\d|r\.p\.m\.){0,50}\sfor\s[~≈]?",
    ),
    *(  # ripening in its own solution is a step of the synthesis and no test
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
        r"(?:there\s|inside\s)?for|hold\sof)\s(?:about\s)?[~≈]?",
        behind=r"\s(?:\w+\s)?(?:hold(?:ing)?|soak(?:ing)?|residence)\s(?:steps?|times?|periods?)\b",
    ),
    Row(
        "process",
        "cycle_count",
        "dimensionless",
        ahead=r"\bcycle numbers?\b[^.;]{0,40}|\bnumbers? of (?:\w+ ){0,3}cycles\b[^.;]{0,25}",
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
        behind=r"[ -](?:long\s)?(?:oxidation|reduction|nitridation)\b",
        only=_is_of_cycle,
    ),
    Row(  # too long for the purge between two pulses
        "process",
        "duration",
        "time",
        ahead=r"\b(?:purg|flush|evacuat|degass|bubbl|sparg|flow)\w*\b(?:[^.;]|\.\d){0,60}",
        only=_is_long,
    ),
    Row(  # the treatment of a surface before a film grows on it
        "process",
        "duration",
        "time",
        ahead=r"\b(?i:before|prior to)(?: (?:the|each|every|any))?(?: \w+)? "
        r"(?:deposition|growth|ALD|CVD|coating|loading|use)\b[^.;]{0,120}\sfor\s(?:about\s)?[~≈]?",
    ),
    Row(  # a sample that is examined afterwards was tested; one that is only exposed was processed
        "test",
        "test_duration",
        "time",
        ahead=r"\b(?:immers|soak|submer[gs]|dip(?:ped|ping)?\b)(?:[^.;]|\.\d){0,80}|"
        r"\b(?:light|illumination|irradiation)\s?\([^()]{0,40}|"
        r"\b(?:lose|loses|lost|dissolv\w+|corrod\w+|degrad\w+|oxidi[sz]e[sd]?)\b[^.;,]{0,40}\s(?:in|within)\s[~≈]?",
        behind=r"\s(?:in|under)\s(?:the\s|humid\s|ambient\s|dry\s|moist\s|pure\s)*"
        r"(?:dark|water|air|light|vacuum|moisture|humidity)\b",
        only=is_tried,
    ),
    Row(  # the power of an oven, not of a lamp
        "process", "power", "power", ahead=r"\bmicrowave\b(?:[^.;]|\.\d){0,60}"
    ),
    Row(  # "206 mW/cm2 at 400 °C": a cell or a conductor in operation
        "test",
        "test_temperature",
        "temperature",
        ahead=r"(?:\bm[WA]\s?(?:/|·|\s)?\s?cm\S{1,3}|\bS\s?(?:/|·|\s)?\s?cm\S{0,3}|\b[ΩΩ]\s?·?\s?cm\S{0,3})"
        r"\s(?:at|@)\s(?:[\d., °℃C]|and|K)*",
        only=_is_measured,
    ),
    Row("test", "test_duration", "time", ahead=r"\b[Rr]etention\b(?:[^.;]|\.\d){0,60}"),
    Row(  # "a 3 s O2 plasma": the time for which the surface is exposed to it
        "process",
        "exposure_time",
        "time",
        behind=r"(?:\s(?:of|long))?\s[\w*/+]{1,8}(?:\s?[/+*]\s?\w{1,4})?\s(?:plasma|\*)",
    ),
)
