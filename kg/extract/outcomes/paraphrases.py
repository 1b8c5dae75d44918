"""Findings stated by a phrase, without the name of the property: "ligands remained".

The words of these phrases may be separated; phrases of adjacent words are labels of the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from kg.extract.context.modality import is_denied, is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.lattices import LATTICE
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.outcomes.paraphrases_of_peaks import PEAK_PHRASES
from kg.extract.outcomes.paraphrases_of_samples import SAMPLE_PHRASES
from kg.extract.outcomes.paraphrases_of_states import STATE_PHRASES
from kg.extract.outcomes.paraphrases_of_transfers import TRANSFER_PHRASES
from kg.extract.outcomes.phrases import phrase
from kg.extract.reading import Reading
from kg.extract.text.rare import Table
from kg.model import Outcome

_LATTICE = (
    rf"(?:{LATTICE}|epitaxial|\(00[12]\)|c-axis|"
    r"(?:alpha|beta|gamma|delta|(?-i:[αβγδεκθ]))['′]?[ -]phase|(?-i:fcc|bcc|hcp|fct|1T|2H)\b)"
)
PHRASES = (
    phrase(
        "ligands-stay",
        "ligand_retention",
        "present",
        r"\bligands?\b(?: (?!could|may|might|should)[\w-]+){0,4}? (?:remain|stay|surviv|persist"
        r"|still (?:present|bonded|bound|attached))|"
        r"\b(?:methyl|alkyl|oleate|oleyl\w*|carboxylate|thiolate|phosphonate|stearate|aliphatic|"
        r"organic)(?: groups?| ligands?| chains?| shells?)?(?: that| which)? (?:surviv(?:e|es|ed)|"
        r"persist(?:s|ed)?)\b",
        "FTIR shows that the ligands remain on the dots.",
        "The ligands are removed and the films remain smooth.",
    ),
    phrase(
        "grows-at-once",
        "nucleation",
        "present",
        r"\bgr(?:ow|ew)\w*\b[^.;,]{0,30} from the (?:very )?first (?:few )?(?:ALD )?cycles?\b|"
        r"\b(?:no|without(?: an?y?)?) (?:significant |noticeable |observable )?"
        r"(?:incubation|(?:nucleation|growth) delay|induction period)",
        "The metal grows linearly from the first cycle.",
        "The film grows after the first cycle of a second metal.",
    ),
    phrase(
        "saturates",
        "self_limiting_growth",
        "present",
        r"\b(?:growth|GPC|growth rate|(?:half-|surface )?reactions?|deposition|"
        r"pulses?|exposures?|uptake|mass gain|loading|coverage)\b(?:[^.;,]{0,40}|, which )"
        r"\b(?:saturat(?:es?|ed|ing))\b|"
        r"\b(?:window|interval|range|regime)s? (?:of|with|for) self-(?:limit|saturat)(?:ing|ed) |"
        r"\b(?:growth|reactions?|deposition) self-(?:terminat|limit|saturat)e[sd]?\b|"
        r"\b(?:confirm|show|demonstrat|reveal|exhibit|verif|prov)\w* [^.;,]{3,40}"
        r"(?:\.\d[^.;,]{3,30})? and (?:a )?self-(?:limiting|limited|saturating) "
        r"(?:chemistry|growth|(?:half-)?reactions?|behaviou?r)\b|"
        r"\band self-(?:limiting|saturating) (?:chemistry|growth|reactions?|behaviou?r) "
        r"(?:was|were) (?:observed|found|shown|demonstrated|obtained|confirmed)\b|"
        r"\bsaturati(?:on|ng)\b[^.;,]{0,25}\b(?:of|behaviou?rs?)\b[^.;,]{0,25}"
        r"\b(?:growth|GPC|surface reactions?|precursors?|pulses?|dose|ALD|loading|coverage|"
        r"uptake)\b|"
        r"\b(?:was|were) (?:an? )?(?:\w+ )?self-(?:limit|terminat|saturat)(?:ed|ing) "
        r"(?:process|reactions?)\b|\bsaturation (?:was|is) (?:achieved|reached|observed|obtained)\b"
        r"(?:[^.;]|\.(?=\d)){0,60}\b(?:pulses?|doses?|exposures?|precursors?)\b",
        "The growth per cycle saturates above 0.2 s of TMA.",
        "The gain saturates above 30 uJ cm-2 of excitation.",
    ),
    phrase(
        "peak-stays",
        "exciton_peak_position",
        "none",
        r"\b(?:no|without(?: any)?|negligible|hardly any) (?:\w+ ){0,2}?(?:spectral|wavelength|"
        r"colou?r) shifts?\b",
        "No obvious spectral shift was seen upon coating.",
        "The spectral shift was seen upon coating.",
    ),
    phrase(
        "is-lattice",
        "crystallinity",
        "present",
        r"\b(?:films?|layers?|crystallites|grains|coats?|shells?|It|They|Both|The (?-i:[A-Z])\w+)"
        rf" (?:is|are|was|were) (?:(?!not\b)[\w-]+ )?{_LATTICE}(?! (?:in|shape))|"
        rf"\b{_LATTICE} (?-i:[A-Z])[\w()-]+ (?:was |were |is )?(?:formed|forms|obtained|grown)\b|"
        rf"\b(?:furnish|yield|giv|gave|form|produc|obtain)\w* (?!perovskite){_LATTICE} (?-i:[A-Z])|"
        rf"\b(?:yield|gave|form|produc)\w* (?:[\w-]+ ){{0,2}}(?!perovskite){LATTICE} (?:crystals|"
        r"crystallites|grains)\b|"
        r"\b(?:is|are|was|were|consist(?:s|ed)? of) (?:an? )?(?:[\w-]+ )?single crystals?\b|"
        r"\b(?:show|exhibit|display|reveal|contain|ha[sd]\b|have\b|dominated by)\w* "
        r"(?:an? |the |only )?(?:[\w-]+ ){0,2}\((?:\d{3,4}|hk\w?)\)(?:,? (?:and )?\(\d{3,4}\))* "
        r"(?:\w+ )?(?:peaks?|reflections?)\b|"
        r"\b(?:films?|layers?|\w*particles?|samples?|NPs|nanocrystals) (?:show|exhibit|contain|"
        r"comprise|consist)\w* (?:of )?(?:an? )?(?:mixture|coexistence) of [^.;]{3,50} phases\b|"
        r"\b(?:ha(?:s|ve|d)|possess|adopt|exhibit|show|reveal|confirm)(?:es|ed|s)? "
        rf"(?:an? |the )?(?:[\w-]+ ){{0,3}}?{LATTICE}(?: \({LATTICE}\)| {LATTICE})?(?:[- ]type)? "
        r"(?:crystal )?structure\b|"
        rf"\b{LATTICE} (?:\w+ )?phases? (?:was|were|is|are) (?:\w+ly )?(?:observed|found|detected|"
        r"identified|seen|obtained|formed|present|dominant)\b|"
        r"\bsingle[- ]crystal(?:line)? (?-i:[A-Z])\w* "
        r"(?:nano\w+|films?|layers?|rods|wires|tubes)\b",
        "The crystallites are rhombohedral.",
        "The particles are hexagonal in shape.",
    ),
    phrase(
        "diffracts",
        "crystallinity",
        "present",
        r"\b(?:XRD|GIXRD|diffraction|Raman|HRTEM|HAADF\S*|SAED)\b[^.;]{0,60}"
        r"\b(?:identif|reveal|confirm|show|indicat|consistent|display|exhibit)\w*\b[^.;]{0,30}"
        rf"(?<!no ){_LATTICE}|"
        r"\b(?:peaks?|reflections?|reflexes|rings)\b[^.;]{0,60}\b(?:index|assign|attribut|match|"
        r"correspond)(?:able|ed|es|ing|s)? (?:\w+ )?(?:to|with) "
        r"(?:[^.;,\d]|,(?=[^.;]{0,9}\()){0,40}"
        r"(?:\b(?:PDF|JCPDS|ICDD)\b|\([^()]{3,6}\))",
        "XRD identifies anatase.",
        "XRD was measured on the wurtzite wafer.",
    ),
    phrase(
        "colloid-stays",
        "colloidal_stability",
        "present",
        r"\b(?:colloids?|sols?|inks?|"
        r"dispersions?|suspensions?)\b[^.;,]{0,25}\b(?:is|are|was|were|remain(?:s|ed)?|"
        r"stay(?:s|ed)?) (?:\w+ly )?stable\b|\bcolloidally stable\b|"
        r"\b(?:highly |very |long-term |form |give |gave |yield(?:s|ed|ing)? |into )stable "
        r"(?:aqueous |colloidal |organic |concentrated )*"
        r"(?:colloids?|dispersions?|suspensions?|inks?|sols?)\b|"
        r"\bstabili[sz]e[sd]?\b[^.;,]{0,70}\bin (?:both )?(?:polar|non-?polar|organic|aqueous) "
        r"(?:solvents?|media|solutions?)\b|"
        r"\bre-?dispers(?:e|es)\b (?:\w+ly )?(?:in|into|without)\b(?<!to redisperse in)|"
        r"\b(?:easily|readily|fully|well|completely|spontaneously) re-?dispersed\b",
        "The ink remained stable for weeks.",
        "The ink was dried until the mass was stable.",
    ),
    phrase(
        "grows-there-only",
        "deposition_selectivity",
        "present",
        r"\b(?:gr[eo]w\w*|growth|deposit\w*|nucleat\w*|ALD|film)\b[^.;,]{0,40}"
        r"\b(?:selectively|exclusively|only)(?: (?:deposited|grown|formed|take[sn]? place|"
        r"occur\w*))? (?:on|onto|in|into|within|at|over)\b(?! \w+ (?:of|cycles?)\b)|"
        r"\bselectively (?:deposit|gr[eo]w|coat|infiltrat)\w*\b|"
        r"\bselective (?:(?!area|atomic)[\w-]+ )?(?:deposition|growth|overgrowth|infiltration|"
        r"nucleation|metalli[sz]ation|coating) of [^.;,]{1,40}? (?:on|onto|in|into|within|over)\b"
        r"|"
        r"\b(?:deposition|growth|ALD|process|nucleation) (?:is|was) (?:highly |very |perfectly |"
        r"completely |fully )?selective\b|"
        r"\b(?:achiev|demonstrat|obtain|enabl|reali[sz])\w* (?:the )?(?:area[- ]selective|AS-?)"
        r"(?:ALD\b)|"
        r"\b(?:area[- ]selective|selective|AS-?) ?(?:ALD|(?:atomic layer )?deposition|growth)\b"
        r"[^.;,]{0,60}\b(?:was|is|were) (?:\w+ly )?(?:achieved|obtained|demonstrated|reali[sz]ed|"
        r"observed|found|enabled|possible)\b|"
        r"\b(?:deposit(?:s|ed)?) (?:preferentially|predominantly|"
        r"exclusively) (?:on|at(?! [^.;,]{0,25}temperature)|along|onto)\b|"
        r"\bpreferential(?:ly)? (?:deposit|gr[eo]w|nucleat)\w*\b[^.;,]{0,30}\bon\b",
        "ZnO grew selectively on the hydroxylated areas.",
        "Growth was studied on silicon only.",
    ),
    phrase(
        "grows-steadily",
        "growth_rate",
        "none",
        r"\b(?:constant|steady|unchanged) (?:ALD )?(?:growth rates?|growth per cycle|GPC|"
        r"deposition rates?)\b",
        "A constant growth rate was observed between 100 and 170 °C.",
        "The growth rate was varied at a constant pressure.",
    ),
    phrase(
        "growth-inhibited",
        "nucleation",
        "decrease",
        r"\b(?:(?:inhibit|block|suppress|prevent|prohibit|resist|hinder|hamper|imped|retard|delay)"
        r"(?:e[sd]?|s|ed|ing)?|"
        r"(?:inhibition|suppression|prevention|hindrance)\s+of)\s+(?:the\s+)?"
        r"(?:(?:ALD|film|oxide|metal|subsequent|further|(?-i:[A-Z][A-Za-z\d]*))\s+)*"
        r"(?:growth|deposition|(?:ALD|MLD)(?= of))\b(?=\s+(?:of|on|in|by|for|during|up)\b|\s*[.,;])"
        r"(?!\s+of\s+(?:the\s+)?"
        r"(?:grains?|crystals?|crystallites?|particles?|nanocrystals?|nanoparticles?|dendrites?))",
        "Thin films of a polymer inhibit the growth of ZnO for 900 cycles.",
        "The shell prevents the growth of grains.",
        unless=r"\b(?:growth kinetics|monomers?|(?:nano)?crystal surfaces?|colloidal|ripening)\b",
    ),
    phrase(
        "no-film-there",
        "nucleation",
        "absent",
        r"\bno (?:\w+ )?(?:growth|deposition) (?:(?:is|was) (?:observed|detected|found|seen)|"
        r"occur(?:s|red)|t(?:akes?|ook) place) [^.;,]{0,30}?\b(?:on|at|below|without)\b",
        "No growth was observed on the fluorinated polymer.",
        "No growth of the grains was observed at 300 °C.",
        unless=r"\b(?:grain|crystal|particle|nanocrystals?|colloid\w*)\b",
    ),
    phrase(
        "even-layer",
        "uniformity",
        "present",
        r"(?<!non-)(?<!non)(?<!more )(?<!less )(?<!became )\b(?:(?:uniform|homogene?ous)\b"
        r"(?![^.;]{0,40}\bhetero)|"
        r"(?:uniform|homogene?ous|even)ly (?:coat|cover|deposit|distribut|dispers|encapsulat|grow|"
        r"form|spread|wrap)\w*+)"
        r"(?!,? (?:[\w-]+ ){0,3}?(?:mixtures?|solutions?|suspensions?|slurr\w+|dispersions?|"
        r"pastes?|inks?|gels?|nucleation|precipitation|catal\w+|field|absorption|broadening|"
        r"linewidth|reactions?|alloys?|heating|temperature|stirring|phase|sizes?|"
        r"(?:particle|grain|crystal)?[- ]?size[- ]distributions?|diameters?|lengths?|shapes?)\b)|"
        r"\b(?:(?:uniform|homogeneous|even)ly (?:along|over|across|throughout|through|within|"
        r"down))\b"
        r"|\b(?:coated|covered|deposited|distributed|dispersed|grown|spread)\b[^.;,]{0,40} "
        r"(?<!more )(?<!less )(?<!non)(?:uniform|homogeneous|even)ly\b"
        r"|\b(?:below|depth)\b[^.;]{0,30}, "
        r"(?:with no|without(?: an?y?)?) gradient\b",
        "The dots are coated with a homogeneous silica shell.",
        "Stirring gave a homogeneous aqueous solution.",
    ),
    *SAMPLE_PHRASES,
    *STATE_PHRASES,
    *PEAK_PHRASES,
    *TRANSFER_PHRASES,
)


#: Words before something that is only intended: "in order to achieve a uniform coating".
_AIM = re.compile(
    r"\b(?:in order to|allow\w* (?:for )?|important|essential|needed|required|necessary|crucial|"
    r"of interest|goal|aim\w*)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


_TABLE = Table(PHRASES, attrgetter("pattern"))

#: Words that open a clause of time, which states no result: "when the glass was evenly coated".
_WHEN = re.compile(
    r"\b(?:when|once|if|(?:after|before)(?! (?:about |only |some |~)?(?:\d|an?\b))|until|unless)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)


#: Words before a prevented change of the lattice: "prevents the structural transformation".
_KEPT_FROM = re.compile(
    r"\b(?:suppress|prevent|inhibit|hinder|imped|avoid|block)\w*\s(?:the\s|an?\s)?(?:[\w-]+\s){0,3}$"
)


def _is_aim(reading: Reading, place: Mention) -> bool:
    return _AIM.search(reading.text[: place.start]) is not None


def find_told(reading: Reading) -> Iterator[Finding]:
    """Yield the outcomes of the phrases in a sentence, each property once."""
    told: set[str] = set()
    if reading.text.rstrip().endswith("?"):
        return
    for row in _TABLE.fitting(reading.text):
        match = row.pattern.search(reading.text)
        if match is None or row.property in told:
            continue
        if row.unless is not None and row.unless.search(reading.text):
            continue
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id=row.property, text=match[0]
        )
        if is_denied(reading, place) or is_hypothetical(reading, place) or _is_aim(reading, place):
            continue
        ahead = reading.text[: place.start]
        if _WHEN.search(ahead) or (row.property == "structure" and _KEPT_FROM.search(ahead)):
            continue
        if is_asserted(reading, place):
            told.add(row.property)
            content = Outcome(property=row.property, direction=row.direction)
            yield Finding(content=content, at=match.start(), rule=row.name)
