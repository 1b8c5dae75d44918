"""The parameters of which a number can be the value, their owners, and the words that select them.

The ontology lists the units of each parameter, as it does for properties.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.extract.knowledge.measures import in_unit, quantity_of
from kg.extract.mentions import Mention
from kg.extract.owners import Owner
from kg.extract.text.rare import Rare
from ontology import vocabulary


class Attribute(NamedTuple):
    """A parameter of a process, sample or test with the words that select it.

    With a ``unit``, the words select it only for numbers in this unit.
    """

    parameter: str
    owner: Owner
    words: Rare | None = None
    unit: str = ""


def _attribute(parameter: str, owner: Owner, words: str, unit: str = "") -> Attribute:
    return Attribute(parameter, owner, Rare(words, re.IGNORECASE), unit)


_ANNEALING = (
    r"anneal|calcin|rapid thermal|\bRT[AP]\b|(?<!without )(?<!out any )(?<!out subsequent "
    r")(?<!out further )(?<!\bno )(?<!hydro)(?<!solvo)(?:heat|thermal(?:ly)?)[ -]treat|baked|"
    r"furnace|thermal reduction|pyroly|carboni[sz]|remov\w+ the organic|reduced (?:for|at)|"
    r"fir(?:ed|ing)\b|"
    r"(?:film|substrate|sample|layer|slide|wafer)s? (?:was|were|is|are) (?:\w+ ){0,2}?"
    r"(?:placed|put|heated|kept|held|left|transferred) (?:on|onto|to) (?:an? |the )?"
    r"(?:[\w-]+ )?hot[- ]?plate"
)
_TESTING = (
    r"(?<!process )(?<!processes )operat|illuminat|tested|glovebox|ag(?:ed|e?ing)\b|stor(?:ed|age)|"
    r"stress|retention|humidity|\bRH\b|R\.\s?H\.|retain|stability"
)
#: Words for sensors, catalysts, cells and thermoelectrics at work, whose temperature is that of a
#: test.
_WORKING = (
    r"\bsens(?:ors?|ing)\b|(?<!C )\brespon(?:se|ds?|ded)\b|(?<!C )\bdetect(?:ed|s|ion)\b|"
    r"% conversion|full conversion|selectivit|catalytic|catalysis|"
    r"hydrogenation|hydrogenolysis|combustion|reforming|4-nitrophenol"
    r"|fuel cells?\b|steam\b|not sinter|surviv|soak|leakage|"
    r"Seebeck|thermoelectric|figure of merit|power factor|\bz?ZT\b|thermal conductiv|\bLSPR\b|"
    r"power densit|open[- ]circuit voltage|\bOCV\b|\bASR|\bI[-–]V\b|thermal(?:ly)? cycl"
    r"|(?:CO2?|CH4) conversion|turnover|\bTEC\b|"
    r"expansion coefficient|(?:sorption|adsorption)\b[^.;]{0,20}\bisotherm|(?:endo|exo)therm|"
    r"weight (?:gain|loss|change)|mass loss"
)
#: Spectra that are recorded over temperatures in kelvin; a synthesis has its own in degrees
#: Celsius.
_SPECTRA = (
    r"photoluminescence|(?<!optical )emission|luminesce|fluorescence|recombination|\bdecays?\b"
)
#: The parameters in the order of preference: if the words of two are equally near, the first wins.
ATTRIBUTES = (
    _attribute(
        "annealing_temperature",
        "process",
        rf"{_ANNEALING}|(?<!from )(?<!against )(?<!of )sinter(?:ed|ing) at|(?:samples?|films?|"
        rf"coatings?|membranes?|laminates?|specimens?) (?:was|were) (?:then |further )?"
        r"heated(?: up)?(?: to| at)?",
    ),
    _attribute(
        "test_temperature",
        "test",
        rf"{_TESTING}|conductivit|proton conduct|impedance|\bEIS\b|current[-–]voltage|"
        r"polari[sz]ation (?:curve|resistance)|measured at|cycled at|upon (?:heating|cooling)|"
        r"oxidation at|protects|stable\b(?! (?:growth|GPC|dep))|acquired|recorded|"
        r"\bheat\b(?! treat)|subjected to|withst[ao]\w+|prevent\w*|preserv\w+|responsivit|"
        rf"detectivit|diffusion of|{_WORKING}",
    ),
    _attribute("test_temperature", "test", _SPECTRA, unit="K"),
    _attribute(
        "temperature",
        "process",
        r"deposit|grow|substrate|reactor|reaction|synthes|inject|(?<!as-)prepared|heated to|"
        r"(?:coated|sputtered|evaporated)(?= at\b)|"
        r"activat|\bdr(?:ied|ying)\b|(?:hydro|solvo)thermal|\boven\b|autoclave|\bflask",
    ),
    _attribute("annealing_time", "process", _ANNEALING),
    _attribute(
        "duration",
        "process",
        r"stirr|sonicat|reflux|\breact(?:ed|ion)\b|\bmixed\b|immers|\bdip(?:s|p\w*)?\b|soak|\bablat|"
        r"(?:hydro|solvo)thermal|deposited in|(?<!ion )etching|"
        r"degass|\bkept at|\bheld at|maintain|\bdr(?:ied|ying)\b|\boven\b|autoclave",
    ),
    _attribute("purge_time", "process", r"purg|flowing|evacuat|flush"),
    _attribute("pulse_time", "process", r"puls(?!ed laser)|dos(?:e|ing)|plasma times?"),
    _attribute("exposure_time", "process", r"expos|plasma (?:steps?|duration)"),
    _attribute(
        "test_duration",
        "test",
        rf"{_TESTING}|after being|shak(?:en|ing)|irradiat|lamp|stable\b|lifetime|electroly[sz]|"
        r"ambient cond|on stream|continuous|dispersion in",
    ),
    _attribute(
        "cycle_time", "process", r"cycle time|per cycle|cycles? (?:\w+ ){0,3}(?:last|take|took)"
    ),
    _attribute("mass_change_per_cycle", "process", "mass|per cycle"),
    _attribute("growth_per_cycle", "process", r"per cycle|\bGPC\b"),
    _attribute(
        "pore_size",
        "sample",
        r"\bchannels\b|\bpores?\b(?:[ -](?:diameters?|sizes?|widths?|radi\w+))?",
    ),
    _attribute(
        "wavelength",
        "test",
        r"wavelength|(?<!s)light|emission|emitt|excit|laser|illuminat|absor(?!ber)|UV|peak|"
        r"transmi(?!ssion electron)|transparen|reflect|"
        r"refracti|luminescen|fluorescen|\bPL\b|extinction",
    ),
    _attribute("distance", "sample", r"distance|spacing|separat|gap\b"),
    _attribute(
        "particle_size",
        "sample",
        r"diameter|radius|edge|\bcores?\b|cubes?\b|particle|sizes?\b|dimensions|\bdots?\b|\bQDs?\b|"
        r"\bNCs?\b|\bNPs?\b|nanocrystal|cluster|in size|[oi]n average|rods?\b|nanospheres?|"
        r"grains?\b|crystallites?\b",
    ),
    _attribute(
        "thickness",
        "sample",
        r"thick|layer|film|coating|\bcoat\b|shell|nanolaminate|overlayer|spacer|deposit|\bskins?\b|\bwalls?\b",
    ),
    _attribute("etch_per_cycle", "process", r"\betch|\bALE\b|\bALEt\b"),
    _attribute(
        "film_area",
        "sample",
        r"(?:device|cell|pixel|electrode|substrate|film) areas?|areas? of|foil",
    ),
    _attribute("power", "process", r"plasma|rf\b|RF|power|PE-?A-?LD|PEALD|sputter(?! etch)"),
    _attribute("concentration", "process", r"solution|dispersion|suspension|dissolved|aqueous"),
)
#: The parameter and owner of a number of each dimension if no word beside it selects another.
DEFAULTS: dict[str, tuple[str, Owner]] = {
    "temperature": ("temperature", "process"),
    "time": ("duration", "process"),
    "pressure": ("pressure", "process"),
    "rate_per_cycle": ("growth_per_cycle", "process"),
    "mass_per_cycle": ("mass_change_per_cycle", "process"),
    "time_per_cycle": ("cycle_time", "process"),
    "growth_rate": ("growth_rate", "process"),
    "count_cycle": ("cycle_count", "process"),
    "count_monolayer": ("monolayer_count", "sample"),
    "fluence": ("power_density", "test"),
    "power_density": ("power_density", "test"),
    "flow": ("flow_rate", "process"),
    "concentration": ("concentration", "process"),
    "mass_concentration": ("concentration", "process"),
}
_OWNERS: dict[str, Owner] = dict(DEFAULTS.values()) | {a.parameter: a.owner for a in ATTRIBUTES}
#: Dimensions whose numbers need a word right beside them: a share, a bare number.
_BESIDE_ALONE = frozenset({"percent", "dimensionless"})


def candidates(number: Mention) -> tuple[Attribute, ...]:
    """Return the parameters that can have the unit of a number."""
    quantity = quantity_of(number)
    if quantity is None or number.id in _BESIDE_ALONE:
        return ()
    return _candidates(quantity.unit or "", number.id)


@cache
def _candidates(unit: str, dimension: str) -> tuple[Attribute, ...]:
    return tuple(
        attribute
        for attribute in ATTRIBUTES
        if (has_unit(attribute.parameter, unit) and attribute.unit in ("", unit))
        # a growth per cycle is also printed as a length
        or (attribute.parameter == "growth_per_cycle" and dimension == "length")
    )


def owner_of(parameter: str) -> Owner:
    """Return the owner of a parameter; parameters without an entry belong to a process."""
    return _OWNERS.get(parameter, "process")


def has_unit(parameter: str, unit: str) -> bool:
    """Return whether a parameter is given in a unit, or in one that converts to its main unit."""
    term = vocabulary().get("parameter", parameter)
    units = term.extra.get("unitCode", ()) if term is not None else ()
    return unit in units or bool(units and in_unit(1.0, unit, units[0]))
