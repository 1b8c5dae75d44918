"""Numbers that are neither settings of a process nor sizes of a sample, and what they are instead.

The claims contract excludes them: the setting or resolution of an instrument, the wavelength of a
lamp that only probes, a Curie temperature, the power of a laser, a difference of two values, a
lattice spacing, the cycles of a bending test.
"""

from __future__ import annotations

import re

from kg.extract.binding.asides import NO_LENGTHS, NO_PRESSURES, NO_TEMPERATURES, NO_TIMES
from kg.extract.binding.cycling import CYCLING
from kg.extract.binding.light import LIGHT, POSITIONS, PROBING_LIGHT, is_shining
from kg.extract.binding.outputs import OUTPUTS
from kg.extract.binding.rows import Row
from kg.extract.binding.tools import GOODS, SOLD, TOOLS
from kg.extract.knowledge.measures import is_growth, quantity_of, top_of
from kg.extract.knowledge.thresholds import LEAST_PRESSURE
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_OTHER_UNITS = frozenset("us ns ps fs cm mm [in_i] km/s m/s cm/s mm/s m/min km/h".split())
_POWERED = re.compile(
    r"plasma|\bRF\b|\brf\b|sputter|microwave|magnetron|ultrasound|sonic|lamp|\bDC\b"
)

#: Before a number: words for the distance of a source from the sample.
_APART = re.compile(
    r"\b(?:(?:target|substrate|sample|source|showerhead|electrode|T[-–]S)s?\b[^.;]{0,40}\b"
    r"(?:distance|gap|spacing)|(?:distance|gap|spacing) between (?:the )?[^.;\d]{0,20}"
    r"\b(?:target|source|showerhead|electrode)\w*)\b[^.;\d]{0,60}$",
    re.IGNORECASE,
)


def _has_other_unit(reading: Reading, number: Mention) -> bool:
    """Return whether a number has a unit of carrier dynamics, of vessels or of gas streams."""
    quantity, top = quantity_of(number), top_of(number)
    if quantity is None:
        return False
    is_molar = quantity.unit == "m" and (top or 0.0) > 1e-3  # "1 m NaOH" in small capitals
    if quantity.unit in ("cm", "mm") and _APART.search(reading.text[: number.start]):
        return False
    return is_molar or quantity.unit in _OTHER_UNITS


_PULSED = re.compile(
    r"\b(?:puls|dos|purg|expos|flash|anneal|inject|plasma|valve|feed|cycle|illuminat|irradiat)\w*"
)


def _is_too_short(reading: Reading, number: Mention) -> bool:
    """Return whether milliseconds are those of a decay, a transfer or a turnover, not of a dose."""
    is_short = re.search(r"\d ?ms(?:ec)?$", number.text) is not None
    return is_short and _PULSED.search(reading.text) is None


def _is_no_step(reading: Reading, number: Mention) -> bool:
    """Return whether a time is a constant of physics: no step takes less than a microsecond."""
    quantity, top = quantity_of(number), top_of(number)
    return quantity is not None and quantity.unit == "s" and top is not None and 0 < top < 1e-6


def _is_ultrahigh_vacuum(_: Reading, number: Mention) -> bool:
    """Return whether a pressure is a spectrometer's, too low for deposition from vapours."""
    quantity, top = quantity_of(number), top_of(number)
    if quantity is None or top is None:
        return False
    return top < LEAST_PRESSURE.value and quantity.unit in ("mbar", "Torr", "Pa", "hPa")


_PROFILE = re.compile(r"\b(?:depth|profil\w+|SIMS)\b")


def _is_profiled(reading: Reading, _: Mention) -> bool:
    """Return whether the sentence is on a depth profile, whose ions deposit nothing."""
    return _PROFILE.search(reading.text) is not None


def _is_not_powered(reading: Reading, _: Mention) -> bool:
    return _POWERED.search(reading.text) is None


def _is_not_growth(reading: Reading, number: Mention) -> bool:
    return not is_growth(reading, number)


_CONTACTS = r"(?i:(?:micro-?)?electrodes?|contacts?|pads?|capacitors?|devices?|transistors?)"
_LIMIT = Row(
    "instrument",
    "detection limit",
    ahead=r"\b(?i:detection limits?|limits? of detection|sensitivity|resolution)\b"
    r"(?: of (?:the )?[\w-]+)?(?: (?:of|is|was|being))?[ (~]*(?:about |around )?",
    behind=r"(?i:[,(]? (?:which (?:is|was) |being |i\.e\.,? )?(?:the |its )?(?:[\w-]+ ){0,2}"
    r"(?:detection limit|limit of detection|sensitivity)\b)",
)
#: The kinds of such numbers; the first row that matches a number decides.
ROWS = (
    Row("none", "one cycle", "count_cycle", near=r"^[Oo]ne (?!to |or )"),
    *NO_TIMES,
    Row(
        "none",
        "difference",
        behind=r" (?:above|below (?:the|its|that|this)|higher|lower|warmer|colder|wide)\b",
    ),
    *NO_TEMPERATURES,
    Row(
        "none",
        "deviation",
        "length temperature time",
        ahead=r"\b(?i:standard deviations?|uncertaint(?:y|ies)|error bars?)\b[^.;,\d]{0,40}\s"
        r"(?:of|was|is|[=:])\s(?:about\s|only\s)?[~≈±]?\s?",
    ),
    Row(  # a contact or a device, no particle
        "none",
        "size of a contact",
        "length",
        ahead=rf"\b{_CONTACTS}\b"
        r"[^.;,]{0,20}\b(?:diameters?|in\ssize|areas?)\b[^.;,\d]{0,12}(?:[\d.]+,\s(?:and\s)?)*|"
        rf"\b{_CONTACTS}\s(?:\(\w+\)\s)?(?:with|of)\s(?:an?\s|about\s)?$|"
        rf"\bdiameters?\sof\s(?:the\s)?(?:[\w-]+\s){{0,2}}{_CONTACTS}\s(?:is|are|was|were)\s|"
        r"\bW\s?/\s?L\b[^.;,\d]{0,40}(?:[\d.]+\s?μm\s?[/×]\s?)?",
        near=rf"\b{_CONTACTS}\s(?:is|are|was|were)\s[^.;,]{{0,20}}\sin\sdiameter",
        reach=30,
    ),
    Row(
        "none",
        "difference",
        "pressure",
        ahead=r"\bpressure (?:drop|difference|rise|gradient)s? (?:of|was|is)\s[~≈]?\s?",
    ),
    Row(  # "rougher than that of the bare film (4 nm)"
        "result",
        "compared value",
        ahead=r"\b(?:\w+er|more|less|lower)\sthan\s(?:that|those)\s(?:[^.;,()]|\.\d){2,60}\([~≈]?",
    ),
    *OUTPUTS,
    *TOOLS,
    *GOODS,
    Row(
        "none",
        "ratio",
        "percent fraction volume_fraction mass_fraction mole_fraction",
        ahead=r"\d\s?:\s?",
    ),
    *NO_PRESSURES,
    Row(
        "instrument", "model", "concentration", ahead=r"\b(?:Dektak|[Mm]odel|Nicolet|Bruker|JEOL)\s"
    ),
    Row("instrument", "model", "temperature", near=r"\b\d{3,}C$"),
    Row(
        "none",
        "purity",
        "percent",
        ahead=r"\([^()]*\b(?:Aldrich|Merck|Alfa|TCI)\b[^()]*,\s?[>≥]\s?",
    ),
    Row("instrument", "glove box", "fraction", said=r"\bglove ?-?box"),
    Row("instrument", "polish", "length", said=r"\bpolish\w*\b[^.;]{0,60}\bpowder"),
    Row(
        "instrument",
        "degassing",
        "time temperature",
        said=r"\b[Dd]egass?(?:ed|ing)\b.*\b(?:BET|isotherms?|(?:prior to|before) (?:\w+ing )?"
        r"(?:the )?(?:N2 |nitrogen |gas )?(?:analys[ei]s|measurements?|(?:ad)?sorption))\b|"
        r"\bBET\b.*\bdegass?ed\b",
    ),
    Row(
        "none",
        "energy of a surface",
        "fluence power_density",
        said=r"\b(?i:surface|interfac\w+|adhesion|cohesive) energ",
    ),
    Row("none", "money", "concentration", behind=r"\s?\\?[$€£]"),
    Row("none", "dose", "pressure", behind=r"[ ·.]?s\b(?!\s(?:pulse|purge))"),
    Row(
        "none",
        "property of a substance",
        ahead=r"\b(?i:vapou?r pressures? of (?:(?:the|this|its) )?(?:[\w-]+ ){1,3}(?:is|was)|"
        r"(?:has|have|having|with) (?:an? )?(?:[\w-]+ ){0,2}vapou?r pressure|"
        r"(?:melting|boiling|flash) (?:point|temperature)|solubility)\b(?:[^.;]|\.\d){0,60}|"
        r"\b(?i:boil|melt|sublime)s(?: \w+ly)?(?: already)? at [^.;]{0,12}",
    ),
    Row(
        "none",
        "own temperature",
        "temperature",
        ahead=r"\b(?:Curie|N[eé]el|Debye|Weiss|Verwey|Fermi|critical|blocking|superconduct\w+|"
        r"transition|melting|boiling|glass|freezing|onset|peak|decomposition|ignition|black-?body|"
        r"effective|electron\w*|hole|carrier|phonon|noise|characteristic|lasing|colou?r)"
        r"\s(?:\w+\s)?(?:\(\w+\)\s)?(?:temperatures?|points?)\b"
        r"(?:(?!\bat\b)[^.;,]){0,80}|"
        r"\bT\s?(?:[cCNBgmDe]|max|irr?|SL|0)[′']?\s?(?:\([^()]{0,12}\))?\s?"
        r"(?:=|≈|~|∼|of|is|was|up to|above|below|as high as)[^.;,\d]{0,20}|"
        r"\btransitions?\s(?:(?:\w+\s){0,2}(?:lies|is|was|occurs|sets in|took place)\s)?at\s"
        r"(?:\d[\d.]*(?: ?K)?(?:,? and |, ))*",
        said=r"\bT[BN]\b|\b(?:blocking|N[eé]el|Curie) temperature",
    ),
    Row(
        "none",
        "lattice",
        "length",
        near=r"\b(?i:lattice|fringes?|inter-?planar|d[- ]?spacings?|bond length|unit cell|"
        r"interlayer (?:spacings?|distances?|gaps?))\b",
        reach=35,
        ahead=r"\b(?:inter-?layer|inter-?planar|lattice|layer-to-layer|d-)\s?(?:fringe\s)?"
        r"(?:distances?|spac(?:ings?|es)|constants?|parameters?|mismatch)\b(?:[^.;]|\.\d){0,60}",
    ),
    *NO_LENGTHS,
    *POSITIONS,
    Row(
        "instrument",
        "followed by its absorbance",
        "length",
        ahead=r"\b(?:[Mm]onitor|follow|trac)\w*\b[^;.]{0,60}\b(?i:absorbance|absorption|"
        r"fluorescence|emission)\b[^;,.]{0,45}\bat (?:λ = )?",
    ),
    Row("none", "dynamics or apparatus", only=_has_other_unit),
    Row("none", "dynamics", "time", only=_is_too_short),
    Row("none", "time constant", "time", only=_is_no_step),
    Row(
        "instrument",
        "scanned area",
        "area",
        ahead=r"\b(?:EDS|EDX|AFM|XPS|SIMS|SEM|TEM|[Ss]cann\w*|[Mm]easured|[Aa]nalysed)\b[^.;]{0,60}"
        r"\b(?:over|on|in|from) an? (?:scan(?:ned|ning)? )?area of (?:about |~)?",
    ),
    Row(
        "result",
        "share of the initial value",
        "percent",
        behind=r" of (?:its|their|the) (?:initial|original|starting)\b",
    ),
    *CYCLING,
    Row(
        "test",
        "bias",
        "voltage field",
        ahead=r"\b(?:bias\w*|applied|applying|gate voltages?)\b[^.;]{0,30}",
        behind=r" bias",
    ),
    Row(
        "instrument",
        "depth profile",
        "time",
        ahead=r"\b(?:Ar|argon)\+? ions? for ",
        behind=r" of (?:Ar|argon)?\+? ?(?:ion )?(?:sputter|etch|bombard|mill)",
    ),
    Row(
        "instrument",
        "depth profile",
        "time",
        ahead=r"\b[Ss]putter(?:ing|ed)? (?:times?|durations?)\b(?:[^.;]|\.\d){0,60}",
        only=_is_profiled,
    ),
    Row(
        "instrument",
        "base pressure",
        "pressure",
        ahead=r"\b(?i:(?:base|background|backing|residual|ultimate) (?:pressure|vacuum)|"
        r"(?:evacuated|pumped)(?: down)?(?: to| below))\b[^.;]{0,30}",
        behind=r" (?:base|background|residual|ultimate) (?:pressure|vacuum)\b",
    ),
    _LIMIT,
    Row("instrument", "vacuum of a spectrometer", "pressure", only=_is_ultrahigh_vacuum),
    Row(
        "instrument",
        "setting or resolution",
        near=r"\b(?:accuracy|precision|per (?:point|step|scan|spectrum|frame)|tips?|cantilever|"
        r"resolution|step size|(?:scan(?:ning)?|sweep) (?:rate|speed|step)|lamella[es]?|"
        r"integration time|acquisition time|spot[ -]size|"
        r"mesh|slit|(?:rise|fall|response|recovery|decay) times?)\b",
        reach=22,
    ),
    Row(
        "instrument",
        "thermal analysis",
        "temperature time flow",
        said=r"\b(?:(?i:thermogravi\w+|calorimet\w+|thermal analys[ei]s (?:was|were|is))|"
        r"(?:TGA?|DSC|DTA)(?=\s(?:curve|anal|measure|scan|"
        r"trace|data|profile|plot|result|thermogram|was|were|show|reveal|indicat|\(Fig)\w*)|"
        r"chromatogra\w+|HPLC|gel permeation|eluent|mobile phase)\b",
    ),
    *PROBING_LIGHT,
    Row(
        "instrument",
        "emitted power",
        "power",
        said=r"\b(?i:output|emit\w*|emission|excitation|peak|optical|lasing|lasers?|collected|radiat\w*|"
        r"power of|Pmax)\b",
        only=_is_not_powered,
    ),
    Row(
        "instrument",
        "apparatus",
        "length",
        near=r"(?i:tube|pillar|-wide\b|channel (?:width|length)|gate length|flange|"
        r"reactor|chamber|scale bar|resolution|line\b|separator|Celgard|cuvette|"
        r"membrane window|scattered|stray)",
        reach=25,
        only=_is_not_growth,
    ),
    Row("instrument", "scale", "length", ahead=r"\b(?:Δ?z(?:max)?|scale bars?)\s?[=:ofis]*\s?"),
)


def foreign(reading: Reading, number: Mention) -> Row | None:
    """Return the first row that makes a number no setting, or ``None``."""
    if is_shining(reading, number):
        return None
    return next((row for row in ROWS if row.tells(reading, number)), None)


def is_of_no_sample(reading: Reading, number: Mention) -> bool:
    """Return whether a number is no property's value either: of a lamp, a maker or a detector."""
    return any(row.tells(reading, number) for row in (_LIMIT, SOLD, *LIGHT, *PROBING_LIGHT))
