"""Phrases about a sample: its shape was kept, its impurities fell, a precursor was bound to it."""

from __future__ import annotations

from kg.extract.outcomes.impurities import FOREIGN
from kg.extract.outcomes.phrases import Phrase, phrase

#: Sites of a surface that can bind a precursor.
_SITES = (
    r"(?:hydroxyl(?:ated|s| groups?)?|carbonyl|carboxyl\w*|ester|"
    r"functional groups?|oxygen-containing|surface (?:groups?|sites?|hydroxyls?|species)|"
    r"substrate|sites?)"
)
_PRECURSOR = (
    r"(?:precursors?|reactants?|(?-i:TMA|DEZ|TDMA\w+|TEMA\w+|TiCl4|HfCl4|ZrCl4|WF6|AlCl3)|"
    r"tri(?:methyl|ethyl)\w+|diethylzinc)"
)


#: Foreign elements; oxygen is not one in an oxide.
_IMPURITY = rf"(?!oxygen\b){FOREIGN}"
_MUCH = "(?:much |far |significantly )?"
_TAKEN_UP = (
    r"(?:is|are|was|were) (?:\w+ly )?(?:incorporated|built in|found|detected|present|left|retained|"
    r"taken up)\b"
)
_HOLDS = r"\b(?:contain|incorporate|retain|hold|held)(?:s|ed|d)?"
_GROWTH_IS = (
    r"\b(?:growth|deposition)(?: (?:of|on|in|at|from|with) [^.;,()]{2,50}?)? "
    r"(?:is|was|proceeds|proceeded|becomes|became) (?:\w+ly |much |far )*"
)
_GROWTH_OF_PARTICLES = r"\b(?:grains?|crystals?|nano\w+|particles?|colloid\w*|nuclei)\b"

SAMPLE_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "shape-kept",
        "structure",
        "none",
        r"\b(?:preserv|maintain|retain|conserv|keep|kept)(?:e[sd]?|s|ed|"
        r"ing)?\b(?: and [a-z]+)? (?:the |their |its |both )(?:[\w-]+ ){0,3}(?:shapes?|"
        r"morpholog(?:y|ies)|anion (?:sub)?lattice|crystal structures?|crystal phases?)\b|"
        r"\b(?:shape|morphology|crystal structure)\b(?: of [^.;,]{1,40}?)? "
        r"(?:(?:is|are|was|were) (?:\w+ly |well |also )*(?:preserved|maintained|retained|"
        r"conserved)|surviv(?:e|es|ed)|persist(?:s|ed)?)\b|\b(?:shape|morphology|"
        r"crystal structure)\b(?: of [^.;,]{1,40}?)? (?:(?:do|does|did) not change|"
        r"(?:remain|stay|is|was|are|were)\w* (?:\w+ly )?(?:unchanged|unaltered|the same))\b|"
        r"\b(?:without|no)(?: any)?(?: \w+)? (?:changes?|loss(?:es)?|alterations?) (?:of|in|"
        r"to) (?:the |their |its )?(?:[\w-]+ ){0,2}?(?:shapes?|morpholog(?:y|ies)|"
        r"crystal structures?|lattices?)\b|\b(?:preservation|retention|conservation) of (?:the |"
        r"their |its )?(?:[\w-]+ ){0,2}?(?:shapes?|morpholog(?:y|ies)|crystal structures?)\b",
        "The exchange preserves the shape of the rods.",
        "The exchange alters the shape of the rods.",
    ),
    phrase(
        "precursor-binds",
        "precursor_adsorption",
        "present",
        rf"\b{_PRECURSOR} (?:molecules? )?(?:\w+ly )?(?:react|interact|bind|bond|coordinat)"
        rf"(?:s|ed|e|es|ing)? (?:\w+ly )?(?:with|to) (?:the )?(?:[\w-]+ ){{0,3}}?{_SITES}|"
        r"\b(?:interactions?|reactions?|coordination|binding) (?:of|between) (?:the )?"
        rf"(?:[\w–-]+ ){{0,2}}?{_PRECURSOR}(?:[–-]\S+| \([^()]{{2,12}}\))?"
        r"(?: precursors?| molecules?)? "
        rf"(?:with|and|to) (?:the )?(?:[\w-]+ ){{0,3}}?{_SITES}",
        "The precursors reacted with the hydroxylated surface.",
        "The precursors reacted with traces of oxygen in the line.",
    ),
    phrase(
        "less-taken-up",
        "impurity_content",
        "decrease",
        rf"\b(?:less|fewer) (?:residual )?{_IMPURITY} {_TAKEN_UP}|"
        rf"{_HOLDS} {_MUCH}(?:less|fewer) {_IMPURITY}\b",
        "Less hydrogen was found in the films from the plasma process.",
        "Less hydrogen was fed to the chamber.",
    ),
    phrase(
        "more-taken-up",
        "impurity_content",
        "increase",
        rf"\bmore (?:residual )?{_IMPURITY} {_TAKEN_UP}|{_HOLDS} {_MUCH}more {_IMPURITY}\b",
        "The films of the thermal process contained more chlorine.",
        "The electrodes contained more carbon black.",
        unless=r"carbon black|electrodes? contain",
    ),
    phrase(
        "grows-slower",
        "growth_rate",
        "decrease",
        rf"{_GROWTH_IS}(?:slower|more slowly|retarded)\b",
        "Growth on the polymer was slower than on silica.",
        "Growth of the grains was slower in nitrogen.",
        unless=_GROWTH_OF_PARTICLES,
    ),
    phrase(
        "grows-faster",
        "growth_rate",
        "increase",
        rf"{_GROWTH_IS}(?:faster|more (?:quick|rapid)ly|accelerated)\b",
        "Deposition with ozone is faster than with water.",
        "Growth of the grains was faster in nitrogen.",
        unless=_GROWTH_OF_PARTICLES,
    ),
    phrase(
        "composition-as-named",
        "stoichiometry",
        "present",
        r"\b(?:agree(?:s|d|ment)?|align(?:s|ed)?|consistent|close|match(?:es|ed|ing)?|"
        r"correspond(?:s|ed|ing)?) (?:\w+ )?(?:with|to) (?:the |an? )?(?:[\w.()-]+ ){0,2}"
        r"stoichiometr(?:y|ic (?:ratios?|compositions?|values?))\b",
        "The shares agree well with the stoichiometry of the oxide.",
        "The shares differ from the stoichiometry of the oxide.",
    ),
    phrase(
        "hardly-oxidises",
        "oxidation_resistance",
        "increase",
        r"\boxidi[sz](?:e|es|ed|ing) (?:by )?(?:less than|only|merely|hardly|barely|under|no more "
        r"than)\b",
        "In a month the dots oxidised by less than a monolayer.",
        "The dots were oxidised by air.",
    ),
    phrase(
        "precursor-stays-off",
        "precursor_adsorption",
        "absent",
        rf"\b{_PRECURSOR} (?:molecules? )?(?:do|does|did) not (?:\w+ly )?(?:react|adsorb|bind|"
        r"chemisorb|stick|coordinate)\b|\b(?:uptake|adsorption|"
        r"chemisorption)\b[^.;,]{0,30} (?:is|was|were) (?:nil|zero|absent)\b",
        "The precursor does not react with the fluorinated surface.",
        "The precursor does not melt.",
    ),
)
