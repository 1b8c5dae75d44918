"""Processes and techniques that a verb indicates without a name.

"The wafers were precleaned", "gold was evaporated onto the film", "the PL decay was recorded".
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from kg.extract.findings import Finding
from kg.extract.methods.instruments import find_instruments
from kg.extract.methods.particle_synthesis import find_particle_synthesis
from kg.extract.methods.unnamed import DONE, Indicator, any_of
from kg.extract.methods.unnamed_techniques import TECHNIQUES
from kg.extract.reading import Reading
from kg.extract.text.rare import Table
from kg.model import Process, Technique

_LIGAND = r"(?:ligands?|oleates?|oleylammonium|capping\s+agents?|surfactants?)"
_REDUCER = (
    r"(?:NaBH4|LiBH4|(?:sodium )?borohydride|hydrazine(?: hydrate| monohydrate)?|HCOOH|formic acid|"
    r"(?:L-)?ascorbic acid|(?:sodium )?citrate|ethylene glycol|superhydride)"
)
#: Words for washing the product of a synthesis, as opposed to cleaning a surface before growth.
_PRODUCT = any_of(
    r"\bcentrifug\w*",
    r"\bprecipitat\w*",
    r"\b(?:obtained|resulting|resultant|final)\s+(?:\w+\s+){0,2}(?:powders?|product|solid)\b",
)
_SURFACE = (
    r"(?:substrates?|wafers?|samples?|coupons?|pieces|slides?|surfaces?|epi-?layers?|foils?|plates?|crystals|"
    r"chips|electrodes?)"
)
#: Words for the evaporation of solvents and baths.
_SOLVENT = any_of(
    r"\b(?:solvents?|solutions?|dispersions?|ethanol|methanol|hexane|toluene|water|filtrate|"
    r"supernatant)\b[^.;]{0,40}\bevaporated\b",
    r"\bevaporated\s+(?:to dryness|under reduced|slowly|off)\b",
)
_METAL_LAYER = r"(?:Al|Au|Ag|Cr|Ti|Ni|Pt|Ca|gold|silver|alumini?um|nickel|platinum|titanium|metal)"

TOLD = (
    Indicator(
        "process",
        "photo_assisted_ald",
        any_of(
            r"\b(?:UV|ultraviolet|photons?|light|lamps?)\b[^.;]{0,60}\b(?:dr(?:ive|iving|ove|iven)|assist\w*|"
            r"activat\w*|initiat\w*)\b[^.;]{0,20}\b(?:ALD|atomic[- ]layer deposition)\b"
        ),
    ),
    Indicator(
        "process",
        "stationary_phase_colloidal_ald",
        any_of(r"\bstationary[- ]phase\b[^.;]{0,40}\b(?:colloidal ALD|colloidal atomic|c-?ALD)\b"),
    ),
    Indicator(
        "process",
        "sulfurization",
        any_of(
            r"\b(?:convert\w*|transform\w*|turn\w*)\s(?:in)?to\s(?:[A-Z]\w*S\d?|"
            r"\w+ sulfides?)\b[^.;]{0,60}"
            r"\b(?:H2S|sulfur (?:vapou?r|powder)|hydrogen sulphide|hydrogen sulfide)",
        ),
    ),
    Indicator(
        "process",
        "mof_conversion",
        any_of(
            r"\bconver\w+\s(?:of\s[^.;]{1,40}\s)?(?:in)?to\s(?:an?\s|the\s)?(?:ZIF-?\d+|HKUST-?1|UiO-\d+|MIL-\d+|"
            r"MOF\S*|metal[-–]organic framework)",
            # a deposited oxide supplies the metal
            r"\b(?:ZIF-?\d*|HKUST-?1|UiO-\d+|MIL-\d+|MOFs?|[Ff]rameworks?)\b\)?[^.;]{0,60}\b(?:by|"
            r"via|through)\s(?:the\s)?react(?:ing|ion of)\s[^.;]{0,40}\b(?:oxides?|alumina|ALD|"
            r"[A-Z][a-z]?\d?O\d?)\b[^.;]{0,40}\b(?:with|and)\b",
        ),
    ),
    Indicator(
        "process",
        "cation_exchange",
        any_of(
            r"\bexchange of (?:\w+ )?(?:[A-Z][a-z]?(?:\d?[+⁺]|[²³]⁺)?|lead|cadmium|zinc|copper|"
            r"silver)(?: ions?)? "
            r"(?:for|by|with) (?:[A-Z][a-z]?(?:\d?[+⁺]|[²³]⁺)?|lead|cadmium|zinc|copper|"
            r"silver)(?![\w(])"
        ),
        unless=any_of(r"\bcation[- ]exchange"),
    ),
    Indicator(
        "process",
        "precipitation",
        any_of(
            r"\bprecipitated\s(?:at [^.;]{1,25}\s)?(?:by|upon|on)\s(?:dropping|adding|injecting|"
            r"mixing|pouring|raising)\b"
        ),
        unless=any_of(
            r"\badding\s(?:\w+\s)?(?:acetone|\w*ethanol|methanol|\w*propanol|hexane|antisolvent)"
        ),
    ),
    Indicator(
        "process",
        "spray_deposition",
        any_of(r"\bair-?brush(?:ed|ing)\b", r"\bsprayed\s(?:on|onto|over)\b"),
        unless=any_of(r"\bdried\b.*\bnitrogen\b"),
    ),
    Indicator(
        "process",
        "printing",
        any_of(
            r"\bprinted\s(?:from|with|onto|on)\s(?:the\s|an?\s)?(?:\w+\s){0,2}(?:inks?|colloids?|dispersions?|pastes?)\b"
        ),
    ),
    Indicator(
        "process",
        "sequential_infiltration_synthesis",
        any_of(
            r"\binfiltrat(?:ion|ed|ing)\b[^.;]{0,30}\b(?:PMMA|PS-b-P\w+|SU-?8|poly\w+|resists?)\b[^.;]{0,30}"
            r"\b(?:by|with)\s(?:TMA|DEZ|TiCl4|trimethylalumin\w+|diethylzinc)"
        ),
    ),
    Indicator("process", "ald", any_of(r"\batomic\s?/\s?molecular layer deposition\b")),
    Indicator(
        "process",
        "plasma_treatment",
        any_of(
            r"\b(?:treated|cleaned|activated|functionali[sz]ed)\s+(?:\w+\s+)?(?:with|by|in|using)"
            r"\s+(?:an? )?(?:[\w/]+[ -])?plasma\b",
            r"\bplasma[ -](?:pre-?)?(?:cleaned|treated|activated)\b",
            r"\b(?:cleaned|treated|activated)\s(?:for\s[\d.]+\s?\w+\s)?(?:in|by|with)\s(?:an?\s)?(?:\w+\s){0,2}plasma\b",
            r"\bcleaned\b[^.;]*\bexposed\s(?:\w+\s)?to\s(?:an?\s|the\s)?(?:[\w/]+[ -])?plasma\b",
            r"\breduction\s(?:in|by|with)\s(?:an?\s)?(?:hydrogen|H2|forming gas)\splasma\b",
            r"\bplasma (?:was|is) (?:used|applied|employed) to (?:clean|activate|oxidi[sz]e|modify|"
            r"functionali[sz]e|hydroxylate|treat)\b",
        ),
    ),
    Indicator(
        "process",
        "surface_pretreatment",
        any_of(
            rf"\b{_SURFACE}\b[^.;]{{0,60}}\b(?:pre-?)?(?:cleaned|degreased|(?:ultra)?sonicated)\b",
            r"\b(?:pre-?)?(?:cleaned|degreased)\s+(?:\w+ )?(?:by|in|with|using)\b",
            r"\bpiranha\b",
            rf"\b{_SURFACE}\b[^.;]{{0,40}}\b(?:underwent|subjected to|received)\s"
            r"(?:\w+\s){0,4}clean(?:ing)?\b",
            r"\bhydroxylated\s(?:in|with|by)\b",
            r"\b(?:was|were)\s(?:\w+ly\s)?treated\s(?:in|with|by)\s[^.;]{0,25}\b(?:H3PO4|HF|HCl|H2O2|KOH|HNO3|H2SO4|O3|ozone)\b",
            r"\b(?:H3PO4|HF|HCl|H2O2|HNO3|H2SO4|TMAH)\s(?:pre-?)?treatments?\b",
            r"\bRCA[- ]clean\w*",
            r"\b(?:HF|BHF|DHF|BOE|buffered (?:oxide|HF) etch)\b(?: \([^()]*\))? "
            r"(?:dips?|dipping|steps?|etch(?:ing)?(?! rates?)|clean(?:ing)?|treatments?|rinse)\b",
            rf"\b{_SURFACE}\b[^.;]{{0,40}}\bpassivated\s+(?:with|by|in|using)\s+"
            r"(?:an?\s+|\d\S*\s+|aqueous\s+)*(?:H2S|\(NH4\)2S|ammonium sulfide|HF|sulfur|"
            r"(?:\w+\s)?thiols?)(?!\w)",
            r"\bnative\s+oxides?\b(?:(?!\bnot\b)[^.;]){0,30}\b(?:removed|stripped|etched)\b",
            rf"\b{_SURFACE}\b[^.;]{{0,40}}\b(?:dipped|immersed|etched)\s+in\s+"
            r"(?:\w+\s+|\d\S*\s+){0,3}(?:HF|BHF|hydrofluoric|HCl|BOE)\b",
        ),
        unless=_PRODUCT,
    ),
    Indicator(
        "process",
        "ligand_exchange",
        any_of(
            rf"\b{_LIGAND}\s+(?:(?:on|of|at)\s+[^.;,]{{1,30}}\s)?(?:had|has|have|{DONE})"
            r"(?:\s*been\s+)?\s*(?:then )?(?:replaced|exchanged|displaced|substituted)\b",
            r"\b(?:replac|exchang|displac|substitut)(?:ed|ing|es)\s+(?:the\s+|their\s+|its\s+)?"
            rf"(?:[\w-]+\s+){{0,2}}(?:{_LIGAND}|(?:native|original|initial|surface-bound)\s"
            r"(?:oleic acid|oleylamine|octadecylphosphonic acid|trioctylphosphine(?: oxide)?|TOPO|"
            r"dodecanethiol|OA|OAm))\b",
        ),
    ),
    Indicator(
        "process",
        "colloidal_synthesis",
        any_of(
            r"\b(?:hot[- ]inject\w*|(?:swift|rapid|quick)ly injected|by injecting)\b"
            r"(?! (?:\w+ ){0,2}(?:electrons?|holes?|charges?|carriers?|spins?|excitons?)\b)",
            r"\b(?:synthes\w+|prepared|made)\s(?:\w+\s){0,2}in\s(?:an?\s|hot\s)*(?:non-?\s?polar|"
            r"organic|high-boiling|(?:non-?)?coordinating)\s(?:organic\s)?solvents?\b",
            r"\b(?:thermal(?:ly)?\s|seed-mediated\s)+(?:decompos\w+|thermolysis)\sof\s[^.;]{0,60}"
            r"\b(?:oleate|acetylacetonate|acac\)|carbonyl|(?:trifluoro)?acetates?|stearate|Fe\(CO\)5|Co2\(CO\)8)",
            r"\bmethods?\sof\s(?:wet|colloid(?:al)?)\schemistry\b",
            r"\bcolloidal\s(?:\w+\s){0,2}(?:routes?|approach|procedures?)\b",
            r"\bpoly\s?ol\s(?:synthes[ie]s|methods?|routes?|process|reductions?|procedures?)\b",
            r"\b(?:Q?dots|[QC]?QDs?|NCs|nanocrystals|cores)\s(?:by|via|through)\s(?:the\s)?"
            r"thermal(?:ly)?\sdecompos",
            r"\bheat(?:ing)?-?up\s(?:\w+\s){0,2}(?:synthes[ie]s|methods?|routes?|approach|procedures?)\b",
        ),
        unless=any_of(
            r"\b[Pp]yroly|\b(?:tube|muffle) furnace|\bcalcin|\bMOFs?\b|\bZIF|\bTGA?\b|\bfilms?\b|"
            r"\blayer deposition\b|\bALD\b|\bCVD\b|\bvapou?r\b"
        ),
    ),
    Indicator(
        "process",
        "chemical_reduction",
        any_of(
            rf"\b{_REDUCER}[ -](?:reduced|reduction)\b",
            r"\breduction of (?:the )?(?:(?:[Mm]etal|[Gg]old|[Ss]ilver|[Pp]latinum|[Pp]alladium|"
            r"[Cc]opper|Au|Ag|Pt|Pd)(?:\s?\(I+V?\))?[ ](?:oxide|chlorides?|nitrate|ions?|salts?|"
            r"precursors?|acetate|acetylacetonate)|HAuCl4|AgNO3|H2PtCl6|Pt\(acac\)2|(?:Au|Ag|Pt|Pd)[2-4]?[+⁺³²])",
            rf"\b{_REDUCER}[^.;]{{0,40}}\b(?:serv|us|act|add)\w*\sto reduce\b",
            rf"\breduc(?:ed|tion|ing)\b[^.;]{{0,40}}\s(?:with|by|using)\s+(?:an?\s+|aqueous\s+|"
            rf"excess\s+|\d\S*\s+)*{_REDUCER}(?!\w)",
            rf"\b{_REDUCER}[^.;]{{0,80}}\b(?:formation of|to form|to reduce|yield\w*|giving)\b"
            r"[^.;]{0,30}\b(?:metal\w*|[A-Z][a-z]? (?:NPs?|nanoparticles?|nanocrystals?))",
            r"\b(?:reduc(?:e|ing|tion of)|reduced the)\s+(?:the\s+)?(?:graphene oxide|"
            r"graphite oxide|GO)\b",
        ),
        unless=any_of(r"\bthermal(?:ly)? reduc\w+"),
    ),
    Indicator(
        "process",
        "annealing",
        any_of(
            r"\b(?:heated|heat-treated|reduced|fired|baked|calcined)\b[^.;]{0,60}"
            r"\b(?:tube|tubular|muffle|box|quartz[- ]tube|rapid thermal)\s+(?:furnace|oven)\b",
            r"\b(?:films?|substrates?|samples?|layers?|slides?|wafers?)\s(?:was|were|is|are)\s"
            r"(?:\w+\s){0,2}?(?:placed|put|heated|kept|held|left|transferred)\s(?:on|onto|to)\s"
            r"(?:an?\s|the\s)?(?:[\w-]+\s)?hot[- ]?plate\b",
            r"\b(?:films?|layers?|coatings?|hybrids?|composites?)\s(?:was|were|is|are)\s(?:\w+\s)?"
            r"(?:pyroly[sz]ed|carboni[sz]ed)\b",
            r"(?<!from )(?<!against )(?<!resist )(?<!of )(?<!to )\bsinter(?:ed|"
            r"ing)\s+(?:in\s+air\s+)?(?:at\s+|\()\d",
        ),
        unless=any_of(r"\bCVD\b|\bvapou?r deposition\b|\bselenium powder|\bsulfur powder"),
    ),
    Indicator(
        "process",
        "pvd",
        any_of(
            r"\bevaporated\s+(?:on|onto|over|through)\b",
            rf"\bevaporated\s+{_METAL_LAYER}\b",
            r"\b(?:films?|electrodes?|contacts?|layers?|gates?|metal)\b[^.;]{0,40}"
            rf"\b{DONE}evaporated\b",
            rf"\b{_METAL_LAYER}\s+{DONE}evaporated\b",
            r"\b(?:films?|contacts?|electrodes?)\s+evaporated\s+(?:in|under|at|from|by|with)\b",
            r"\bevaporat(?:e|ing)\s(?:the\s|an?\s)?(?:[\w/-]+\s){0,2}(?:metals?|contacts?|electrodes?|gates?)\b",
            rf"\bevaporation\sof\s(?:with\s)?(?:\d+\s?nm\s)?(?:thick\s)?{_METAL_LAYER}\b",
        ),
        unless=_SOLVENT,
    ),
    Indicator(
        "process",
        "thermal_ald",
        any_of(
            r"\b(?:[Tt]he|[Tt]his|[Aa]|[Ss]tandard|[Pp]urely)\s+thermal\s+(?:ALD\s?)?"
            r"(?:process|growth|deposition|route)\b",
            r"\bthermal(?:,|\s+and|\s+or)\s+(?:and\s+)?(?:\w+[- ]){1,2}(?:enhanced|assisted)\s+"
            r"(?:ALD|atomic layer deposition)",
            r"\bthermal(?:,|\s+and|\s+or)\s+plasma\s+(?:ALD|atomic layer deposition)",
        ),
        within=any_of(r"\bALD|atomic[- ]layer"),
    ),
    Indicator(
        "process",
        "atmospheric_pressure_ald",
        any_of(
            r"\b(?:ALD|atomic[- ]layer "
            r"deposition)\b(?:(?!anneal)[^.;]){0,120}\bat\s+(?:[^.;,]{1,25}\sand\s)?(?:atmospheric|ambient)\s+"
            r"pressure\b",
            r"\b(?:at|under)\s+(?:[^.;,]{1,25}\sand\s)?(?:atmospheric|ambient)\s+pressure\b"
            r"[^.;]{0,50}\b(?:by|using|via|in|with)\s+(?:[\w-]+\s+){0,3}"
            r"(?:ALD|atomic[- ]layer deposition)\b",
            r"\b(?:open-air|atmospheric(?:[- ]pressure)?)[, ]\s*(?:spatial\s+)?"
            r"(?:ALD|atomic[- ]layer deposition)\b",
        ),
    ),
)


_TABLE = Table((*TOLD, *TECHNIQUES), attrgetter("words"))


def find_told(reading: Reading) -> Iterator[Finding]:
    """Yield the processes and techniques that the verbs of a sentence indicate."""
    for told in _TABLE.fitting(reading.text):
        match = told.find(reading)
        if match is not None:
            is_process = told.kind == "process"
            yield Finding(
                content=Process(process=told.id) if is_process else Technique(technique=told.id),
                at=match.start(),
                rule=f"told-{told.id}",
            )
    yield from find_instruments(reading)
    yield from find_particle_synthesis(reading)
    if reducer := _REDUCER_ADDED.search(reading.text):
        content = Process(process="chemical_reduction")
        yield Finding(content=content, at=reducer.start(), rule="reducer-added")


_ADDED = r"(?:added|injected|introduced|poured|dropped)"
_ADDING = r"(?:adding|addition of|injecting|injection of|introducing)"
_AGENT = r"(?:reducing (?:agent|reagent)|reductant)"
#: A recipe adds a reducing agent, which forms the metal particles of the study.
_REDUCER_ADDED = any_of(
    rf"\b{_REDUCER}(?!\w)[^.;]{{0,70}}\b{_ADDED}\b",
    rf"\b{_ADDING}\b[^.;]{{0,50}}\b{_REDUCER}(?!\w)",
    rf"\b{_AGENT}\b[^.;]{{0,60}}\b(?:{_ADDED}|solution)\b",
    rf"\b(?:{_REDUCER}|{_ADDED}|used|acts?|serv\w+)(?!\w)[^.;]{{0,60}}?\bas (?:an? |the )?"
    rf"(?:\w+ )?{_AGENT}\b",
)
