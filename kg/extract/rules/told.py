"""Findings told by a phrase of their own, without the name of the property: "ligands remained".

Rows are phrases whose words may stand apart; those of adjacent words are labels of the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied, is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.assertion import is_asserted
from kg.model import Outcome


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that says a property's direction; ``counter`` shares words with it and does not."""

    name: str
    property: str
    direction: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _phrase(
    name: str, property_id: str, direction: str, pattern: str, example: str, counter: str
) -> Phrase:
    return Phrase(name, property_id, direction, re.compile(pattern, re.I), example, counter)


_LATTICE = (
    r"(?:wurtzite|zinc[ -]?blende|rock[ -]?salt|rutile|anatase|perovskite|spinel|monoclinic|"
    r"tetragonal|orthorhombic|hexagonal|rhombohedral|epitaxial|\(00[12]\)|c-axis)"
)
PHRASES = (
    _phrase(
        "ligands-stay",
        "ligand_retention",
        "present",
        r"\bligands?\b(?: (?!could|may|might|should)[\w-]+){0,4}? "
        r"(?:remain|stay|surviv|persist|(?:is|are|was|were) (?:still |largely )?"
        r"(?:present|preserved|retained|intact|kept|bound)|"
        r"still (?:present|bonded|bound|attached))",
        "FTIR shows that the ligands remain on the dots.",
        "The ligands are removed and the films remain smooth.",
    ),
    _phrase(
        "grows-at-once",
        "nucleation",
        "present",
        r"\bgr(?:ow|ew)\w*\b[^.;,]{0,30} from the (?:very )?first (?:few )?(?:ALD )?cycles?\b|"
        r"\b(?:no|without (?:an?y? )?)(?:incubation|nucleation delay|induction period)",
        "The metal grows linearly from the first cycle.",
        "The film grows after the first cycle of a second metal.",
    ),
    _phrase(
        "saturates",
        "self_limiting_growth",
        "present",
        r"\b(?:growth|GPC|growth rate|growth per cycle|(?:half-|surface )?reactions?|deposition|"
        r"pulses?|exposures?|uptake|mass gain|loading|coverage)\b(?:[^.;,]{0,40}|, which )"
        r"\bsaturat(?:es?|ed|ing)\b|"
        r"\bsaturati(?:on|ng)\b[^.;,]{0,25}\b(?:of|behaviou?rs?)\b[^.;,]{0,25}"
        r"\b(?:growth|GPC|surface reactions?|precursors?|pulses?|dose|ALD|loading|coverage|"
        r"uptake)\b",
        "The growth per cycle saturates above 0.2 s of TMA.",
        "The gain saturates above 30 uJ cm-2 of excitation.",
    ),
    _phrase(
        "diffracts",
        "crystallinity",
        "present",
        r"\b(?:XRD|GIXRD|diffraction|Raman|HRTEM|HAADF\S*|SAED)\b[^.;]{0,60}"
        r"\b(?:identif|reveal|confirm|show|indicat|consistent|display|exhibit)\w*\b[^.;]{0,30}"
        rf"(?<!no ){_LATTICE}",
        "XRD identifies anatase.",
        "XRD was measured on the wurtzite wafer.",
    ),
    _phrase(
        "growth-inhibited",
        "nucleation",
        "decrease",
        r"\b(?:(?:inhibit|block|suppress|prevent|prohibit|resist|hinder|hamper)(?:s|ed|ing)?|"
        r"(?:inhibition|suppression|prevention|hindrance)\s+of)\s+(?:the\s+)?"
        r"(?:(?:ALD|film|oxide|metal|subsequent|further|(?-i:[A-Z][A-Za-z\d]*))\s+)*"
        r"(?:growth|deposition)\b(?=\s+(?:of|on|in|by|for|during|up)\b|\s*[.,;])(?!\s+of\s+(?:the\s+)?"
        r"(?:grains?|crystals?|crystallites?|particles?|nanocrystals?|nanoparticles?|dendrites?))",
        "Thin films of a polymer inhibit the growth of ZnO for 900 cycles.",
        "The shell prevents the growth of grains.",
    ),
    _phrase(
        "growth-started",
        "nucleation",
        "increase",
        r"\b(?:growth|deposition)\b[^.;]{0,30}?\b(?:can|was|is|were|be)\b[^.;]{0,20}?"
        r"\b(?:triggered|initiated|promoted|facilitated|seeded)\b|"
        r"\b(?:trigger|initiat|seed|promot|facilitat)(?:s|es|e|ed|ing)?\s+(?:the\s+)?"
        r"(?:(?:ALD|film|oxide|metal|subsequent|(?-i:[A-Z][A-Za-z\d]*))\s+)*growth\b(?!\s+of\s+(?:the\s+)?"
        r"(?:grains?|crystals?|crystallites?|particles?|nanocrystals?|nanoparticles?|dendrites?))",
        "Growth was triggered by a single pulse of the metal precursor.",
        "The growth was done on a wafer that had been seeded.",
    ),
    _phrase(
        "metal-kept-in",
        "barrier_performance",
        "present",
        r"\b(?:prevent|block|stop|suppress|inhibit|imped)(?:s|es|ed|ing)?\s+(?:the\s+)?"
        r"(?:(?:Cu|copper|Ag|silver|Al|In|metal|sodium|Na)\s+(?:in-?|out-?)?diffusion|"
        r"(?:in-?|out-?)?diffusion\s+of\s+(?:the\s+)?(?:Cu|copper|Ag|silver|metals?|sodium|Na)\b)",
        "The nitride prevents the diffusion of copper up to 600 °C.",
        "The diffusion of copper was measured.",
    ),
    _phrase(
        "states-passivated",
        "trap_states",
        "decrease",
        r"\bpassivat(?:(?:e|es|ing)\s+(?:the\s+)?|ed the\s+)(?:[\w-]+\s+){0,3}?"
        r"(?:states|traps|defects|vacancies|dangling bonds|trap sites)\b|"
        r"\b(?:states|traps|defects|vacancies|dangling bonds)\b[^.;,]{0,25}"
        r"\b(?:are|were|is|was)\s+(?:\w+ly\s+)?passivated\b",
        "The oxide passivates the interfacial states of the channel.",
        "The passivated film has interfacial states.",
    ),
    _phrase(
        "growth-delayed",
        "nucleation",
        "decrease",
        r"\b(?:growth|deposition|film)\b[^.;,]{0,30}\b(?:delay(?:ed)?|incubation) (?:of|by|for)\b"
        r"[^.;,]{0,15}\bcycles?\b",
        "Growth on the metal showed a delay of up to 90 cycles.",
        "The growth was stopped for a delay of 9 s.",
    ),
    _phrase(
        "nothing-grown",
        "nucleation",
        "absent",
        r"\bno (?:\w+ )?(?:films?|growth|deposition|nucleation|deposit) (?:was|were|is|could be) "
        r"(?:\w+ly )?(?:observed|found|seen|detected|obtained)\b",
        "No film was observed after 50 cycles.",
        "No growth rate was reported before.",
    ),
    _phrase(
        "glows-on",
        "photostability",
        "present",
        r"\b(?:insignificant|negligible|no|little|hardly any|minimal)\s+(?:\w+ )?"
        r"(?:photoluminescence|PL|emission|luminescence|intensity)\s+(?:intensity )?"
        r"(?:decay|loss|bleaching|degradation|decrease)\b[^.;]{0,30}\b(?:after|under|during|upon)\b"
        r"[^.;]{0,30}\b(?:excitation|irradiation|illumination|irradiance|light|laser)",
        "The dots show negligible PL loss even after an hour of laser excitation.",
        "The PL decay after laser excitation is fast.",
    ),
    _phrase(
        "size-unchanged",
        "particle_size",
        "none",
        r"\b(?:no|without(?: any)?|little|negligible)\s+(?:\w+\s+)?"
        r"(?:changes?|differences?|variations?)\s+(?:\w+\s+)?(?:in|of)\s+(?:the\s+)?(?:(?:particle|NC|QD|dot|core|nanocrystal|nanoparticle)\s+)?"
        r"(?:sizes?|diameters?)\b|"
        r"\b(?:sizes?|diameters?) (?:of the \w+ )?(?:remain\w*|stay\w*|(?:is|was|were|are)) "
        r"(?:the same|unchanged|constant|unaffected|preserved)\b",
        "The particles show no significant changes in size after the test.",
        "The particles show a significant change in colour.",
    ),
    _phrase(
        "absorbs-alike",
        "absorption",
        "none",
        r"\bno (?:\w+ )?(?:difference|change|shift)s?\b[^.;,]{0,30}\b(?:between|in|of) "
        r"(?:the |their )?(?:UV[-–]?vis(?:ible)? )?absorption "
        r"(?:spectr(?:a|um)|features?|edges?|profiles?)\b|"
        r"\babsorption spectr(?:a|um)\b[^.;,]{0,40}\b(?:unchanged|identical|the same|unaffected)\b",
        "No difference is seen between the absorption spectra of both samples.",
        "The absorption spectra were measured at room temperature.",
    ),
    _phrase(
        "surface-replaced",
        "surface_composition",
        "change",
        r"\b(?:substitution|replacement|exchange|removal|loss|stripping)\s+of\s+(?:[~\d.%–−-]+\s*(?:%\s*)?of\s+)?"
        r"(?:the\s+)?surface\s+(?:(?-i:[A-Z][a-z]?)|cations?|anions?|atoms?|ions?|hydroxyls?|halides?|groups?)\b",
        "The pulse led to a replacement of surface Zn by Al.",
        "The surface of the ligands was looked at.",
    ),
    _phrase(
        "even-layer",
        "uniformity",
        "present",
        r"(?<!non-)(?<!non)(?<!un)\b(?:uniform|homogeneous)\s+(?:and\s+(?:[\w-]+)\s+)?"
        r"(?:[\w@/κ-]+\s+){0,3}?"
        r"(?:shells?|layers?|coatings?|coats?|films?|overlayers?|deposits?|nanoparticles?|dielectrics?)\b|"
        r"\b(?:uniformly|homogeneously|evenly)\s+(?:coat|cover|deposit|encapsulat|distribut|dispers)\w*|"
        r"\b(?:coated|covered|deposited|distributed|dispersed)\s+(?:uniformly|homogeneously|evenly)\b",
        "The dots are coated with a homogeneous silica shell.",
        "The dots are of non-uniform films.",
    ),
    _phrase(
        "even-over-wafer",
        "uniformity",
        "present",
        r"(?<!non-)(?<!non)\buniform(?:ly)?\b[^.;,]{0,30}"
        r"\b(?:over|across|throughout|on)\b[^.;,]{0,30}"
        r"\b(?:wafers?|substrates?|areas?|surface|foil|cm|mm|inch)",
        "The film is uniform over 200 mm wafers.",
        "A uniform field was applied to the film.",
    ),
)


#: What is wished for before it is made: "in order to achieve a uniform coating".
_AIM = re.compile(
    r"\b(?:in order to|allow\w* (?:for )?|important|essential|needed|required|necessary|crucial|"
    r"of interest|goal|aim\w*)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def _is_aim(reading: Reading, place: Mention) -> bool:
    return _AIM.search(reading.text[: place.start]) is not None


def find_told(reading: Reading) -> Iterator[Finding]:
    """What a phrase of the table says, each property once."""
    told: set[str] = set()
    if reading.text.rstrip().endswith("?"):
        return
    for phrase in PHRASES:
        match = phrase.pattern.search(reading.text)
        if match is None or phrase.property in told:
            continue
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id=phrase.property, text=match[0]
        )
        if is_denied(reading, place) or is_hypothetical(reading, place) or _is_aim(reading, place):
            continue
        if is_asserted(reading, place):
            told.add(phrase.property)
            content = Outcome(property=phrase.property, direction=phrase.direction)
            yield Finding(content=content, at=match.start(), rule=phrase.name)
