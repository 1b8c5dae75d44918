"""Which words near a number name the parameter that it is a value of, by dimension."""

from __future__ import annotations

#: dimension -> (parameter, words near the number that select it), the first that fits wins; a row
#: without words is the default of the dimension.
PARAMETERS: dict[str, tuple[tuple[str, str], ...]] = {
    "temperature": (
        (
            "annealing_temperature",
            r"anneal|calcin|sinter(?:ed|ing) at|rapid thermal|(?:heat|thermal)[ -]treat|baked|"
            r"furnace|thermal reduction|pyroly|carboni[sz]|remov\w+ the organic|reduced (?:for|at)|"
            r"(?:samples?|films?|coatings?) (?:was|were) heated",
        ),
        (
            "test_temperature",
            r"(?<!process )(?<!processes )operat|illuminat|conductivit|measured at|tested|"
            r"cycled at|glovebox|"
            r"ag(?:ed|e?ing)\b|stor(?:ed|age)|stress|humidity|\bRH\b|retain|"
            r"upon (?:heating|cooling)|oxidation at|protects|stable\b(?! (?:growth|GPC|dep))|"
            r"stability|acquired|recorded|"
            r"\bheat\b(?! treat)|subjected to|withst[ao]\w+|prevent\w*|preserv\w+|responsivit|"
            r"detectivit|diffusion of",
        ),
        (
            "temperature",
            r"deposit|grow|substrate|reactor|reaction|synthes|inject|prepared|heated to",
        ),
        ("temperature", ""),
    ),
    "time": (
        (
            "annealing_time",
            r"anneal|calcin|rapid thermal|(?:heat|thermal) treat|heat-treat|baked|furnace|"
            r"thermal reduction|pyroly|carboni[sz]|remov\w+ the organic|reduced (?:for|at)",
        ),
        ("duration", r"stirr|sonicat|reflux|\breact(?:ed|ion)\b|\bmixed\b"),
        ("purge_time", r"purg|flowing|evacuat|flush"),
        ("pulse_time", r"puls|dos(?:e|ing)|plasma (?:time|step|exposure)"),
        ("exposure_time", r"expos"),
        (
            "test_duration",
            r"(?<!process )(?<!processes )operat|after being|stability|shak(?:en|ing)|"
            r"irradiat|lamp|"
            r"stable\b|stor(?:ed|age)|"
            r"ag(?:ed|e?ing)\b|illuminat|tested|lifetime|glovebox|stress|humidity|\bRH\b|retain|"
            r"electroly|ambient cond|on stream|continuous|immers|soak|dispersion in",
        ),
        ("cycle_time", r"cycle time|per cycle|cycles? (?:\w+ ){0,3}(?:last|take|took)"),
        ("duration", ""),
    ),
    "length": (
        ("growth_per_cycle", r"per cycle|\bGPC\b"),
        ("pore_size", r"\bpores?\b"),
        (
            "wavelength",
            r"wavelength|light|emission|emitt|excit|laser|illuminat|absor|UV|peak|transmi|reflect|"
            r"refracti|luminescen|fluorescen|\bPL\b|extinction",
        ),
        ("distance", r"distance|spacing|separat|gap\b"),
        (
            "particle_size",
            r"diameter|radius|edge|\bcores?\b|cubes?\b|particle|"
            r"sizes?\b|\bdots?\b|\bQDs?\b|\bNCs?\b|\bNPs?\b|nanocrystal|cluster|"
            r"in size|[oi]n average",
        ),
        ("thickness", r"thick|layer|film|coating|shell|nanolaminate|overlayer|spacer|deposit"),
    ),
    "pressure": (("pressure", ""),),
    "rate_per_cycle": (("etch_per_cycle", r"\betch|\bALE\b|\bALEt\b"), ("growth_per_cycle", "")),
    "mass_per_cycle": (("mass_change_per_cycle", ""),),
    "time_per_cycle": (("cycle_time", ""),),
    "area": (
        (
            "film_area",
            r"(?:active|aperture) areas?|(?:device|cell|pixel|electrode|substrate|film) areas?|"
            r"areas? of|foil",
        ),
    ),
    "growth_rate": (("growth_rate", ""),),
    "count_cycle": (("cycle_count", ""),),
    "count_monolayer": (("monolayer_count", ""),),
    "fluence": (("power_density", ""),),
    "power_density": (("power_density", ""),),
    "flow": (("flow_rate", ""),),
    "power": (("power", r"plasma|rf\b|RF|power|PE-?A-?LD|PEALD"),),
    "concentration": (("concentration", ""),),
    "mass_concentration": (("concentration", ""),),
    "mass_fraction": (("concentration", r"solution|dispersion|suspension|dissolved|aqueous"),),
}
