"""Phrases on what a sample was made to be: its size tuned, its surface turned, its shape kept."""

from __future__ import annotations

from kg.extract.rules.phrases import Phrase, phrase

#: A verb in the passive, with the adverbs that stand in it: "can also be easily".
_PASSIVE = r"(?:(?:can|could) (?:\w+ly |also |even )*be|was|were|is|are|has been|have been)"
_TUNED = (
    rf"{_PASSIVE} (?:\w+ly |also |well )*"
    r"(?:tuned|controlled|modulated|adjusted|varied|tailored|regulated|manipulated)"
)
#: By what something is tuned; "by X-ray diffraction" does not follow such a verb.
_THROUGH = r"(?: [^.;,]{0,30}?)? (?:by|through|via|with|using|from|in the range)\b"
_PARTICLES = (
    r"(?:dots?|QDs?|nanocrystals?|NCs?|nanoparticles?|NPs?|particles?|nanoplatelets?|"
    r"NPLs?|nanorods?|rods?|nanowires?|wires?|spheres?|tetrapods?|clusters?)"
)
#: The state of a bare surface that takes up a precursor.
_SITES = (
    r"(?:hydroxyl(?:ated|s| groups?)?|OH(?:[- ]terminated| groups?)?|carbonyl|carboxyl\w*|ester|"
    r"functional groups?|oxygen-containing|surface (?:groups?|sites?|hydroxyls?|species))"
)
_PRECURSOR = (
    r"(?:precursors?|reactants?|(?-i:TMA|DEZ|TDMA\w+|TEMA\w+|TiCl4|HfCl4|ZrCl4|WF6|AlCl3)|"
    r"trimethylalumini?um|diethylzinc)"
)


SAMPLE_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "emission-tuned",
        "exciton_peak_position",
        "change",
        rf"\b(?:emission|photoluminescence|luminescence)(?: and [^.;,]{{1,30}})?"
        rf"(?: (?:of|from) [^.;,]{{1,50}}?)? {_TUNED}{_THROUGH}|"
        r"\b(?:tunable|tuneable) (?:visible |near-infrared |infrared |photo)?"
        r"(?:emission|luminescence)\b(?! intensit)[^.;]{0,40}\b"
        r"(?:was|were|is|are) (?:obtained|achieved|observed|reali[sz]ed)",
        "The emission of the dots can be tuned by the halide.",
        "The emission of the dots was collected by a lens.",
    ),
    phrase(
        "size-tuned",
        "particle_size",
        "change",
        rf"(?<!pore )(?<!spot )(?<!sample )\bsizes? and [^.;,]{{1,30}}?"
        rf"(?: of [^.;,]{{1,50}}?)? {_TUNED}{_THROUGH}|"
        rf"\b{_PARTICLES} (?:of|with) (?:\w+ly )?(?:different|various|varying|tunable|controlled) "
        rf"(?:average |mean )?(?:sizes?|diameters?)\b[^.;,]{{0,30}} {_PASSIVE} (?:\w+ly )*"
        r"(?:obtained|synthesi[sz]ed|prepared|grown|produced|made|formed) "
        r"(?:simply )?(?:by|through|via) (?:\w+ly |simply )?"
        r"(?:varying|changing|controlling|adjusting|tuning|altering)",
        "Dots of different sizes were obtained by varying the temperature.",
        "Dots of different sizes were obtained by a supplier.",
    ),
    phrase(
        "shape-tuned",
        "structure",
        "change",
        rf"\b{_PARTICLES} (?:of|with) (?:\w+ly )?(?:different|various|varying) "
        r"(?:sizes? and )?(?:shapes?|structures?|morpholog\w+|phases?)\b"
        rf"[^.;,]{{0,30}} {_PASSIVE} (?:\w+ly )*"
        r"(?:obtained|synthesi[sz]ed|prepared|grown|produced|made|formed) "
        r"(?:simply )?(?:by|through|via) (?:\w+ly |simply )?"
        r"(?:varying|changing|controlling|adjusting|tuning|altering)",
        "Rods with different shapes were obtained by changing the ligand.",
        "Rods with different shapes were obtained by a supplier.",
    ),
    phrase(
        "shape-kept",
        "structure",
        "none",
        r"\b(?:preserv|maintain|retain|conserv)(?:e[sd]?|s|ed|ing)?\b"
        r"(?: and [a-z]+)? (?:the |their |its |both )"
        r"(?:[\w-]+ ){0,3}(?:shapes?|morpholog(?:y|ies)|anion (?:sub)?lattice|crystal structures?|"
        r"crystal phases?)\b|"
        r"\b(?:shape|morphology|crystal structure)\b(?: of [^.;,]{1,40}?)? "
        r"(?:is|are|was|were) (?:\w+ly |well |also )*(?:preserved|maintained|retained|conserved)",
        "The exchange preserves the shape of the rods.",
        "The exchange alters the shape of the rods.",
    ),
    phrase(
        "conducts",
        "conductivity",
        "present",
        r"\b(?:is|are|was|were|became|become|becomes|being|remain\w*) "
        r"(?:\w+ly |highly |also )*(?:electrically |electronically )conduct(?:ive|ing)\b|"
        r"\b(?:report|present|demonstrat|fabricat|obtain|yield|produc|prepar|synthesi[sz])\w* "
        r"(?:[\w-]+,? ){0,3}?electrically conduct(?:ive|ing) (?:and [\w-]+ )?(?:[\w-]+ ){0,2}?"
        r"(?:films?|layers?|coatings?|networks?|nanowires?|composites?)\b",
        "The annealed films are electrically conductive.",
        "The films were grown on an electrically conductive wafer.",
    ),
    phrase(
        "made-porous",
        "porosity",
        "present",
        r"\b(?:deposit|deposition of|fabricat|obtain|yield|produc|prepar|synthesi[sz]|form|creat|"
        r"grow|design)\w* (?:of )?(?:(?!in|on|onto|into|with|within|over)[\w-]+,? ){0,3}?"
        r"(?:nano|meso|micro)?porous (?:[\w-]+ ){0,3}?"
        r"(?:films?|layers?|coatings?)\b(?! (?:of|by|for) (?:infiltrat|filling))|"
        r"\b(?:films?|coatings?|layers?) (?:is|are|was|were|bec[ao]mes?) (?:\w+ly )?"
        r"(?:nano|meso|micro)?porous\b",
        "The method yields nanoporous oxide films.",
        "TiO2 was grown in nanoporous glass.",
    ),
    phrase(
        "light-range-wider",
        "absorption",
        "increase",
        r"\b(?:extend|expand|broaden|widen|enlarg)(?:s|ed|ing)? (?:the |its |their )?"
        r"(?:[\w-]+ ){0,2}?(?:photo-?response|absorption|light[- ](?:response|harvesting)|"
        r"spectral (?:response|absorption))"
        r"\b(?: (?:range|region|edge|band|spectrum))?[^.;,]{0,50}\b(?:to|into|towards?) "
        r"(?:the |about |~)?(?:visible|near|infrared|IR|NIR|\d{3,4})|"
        r"\b(?:photo-?response|absorption|light[- ](?:response|harvesting)|spectral response)"
        r"(?: (?:range|region|edge|band|spectrum))?(?: of [^.;,]{1,40}?)? "
        r"(?:is|was|were|are|has been) (?:\w+ly )?"
        r"(?:extended|expanded|broadened|widened) (?:from [^.;,]{1,30}? )?(?:to|into|towards?)\b",
        "The sensitizer extended the photoresponse to the visible.",
        "The absorption was measured from the visible to the infrared.",
    ),
    phrase(
        "precursor-binds",
        "precursor_adsorption",
        "present",
        rf"\b{_PRECURSOR} (?:molecules? )?(?:\w+ly )?(?:react|interact|bind|bond|coordinat)"
        rf"(?:s|ed|e|es|ing)? (?:\w+ly )?(?:with|to) (?:the )?(?:[\w-]+ ){{0,3}}?{_SITES}|"
        r"\b(?:interactions?|reactions?|coordination|binding) (?:of|between) (?:the )?"
        rf"(?:[\w–-]+ ){{0,2}}?{_PRECURSOR}(?:[–-]\S+)?(?: precursors?| molecules?)? "
        rf"(?:with|and|to) (?:the )?(?:[\w-]+ ){{0,3}}?{_SITES}|"
        r"\bprecursors? (?:\w+ly )?adsorbed (?:on|in|onto)\b",
        "The precursors reacted with the hydroxylated surface.",
        "The precursors reacted with traces of oxygen in the line.",
    ),
    phrase(
        "surface-turned",
        "surface_composition",
        "change",
        r"\bconver(?:ts|ted|ting|t) (?:the )?(?:[\w-]+ ){0,3}?surface(?: layer| region)?"
        r"(?: of [^.;,]{1,30}?)? (?:in)?to\b|"
        r"\bsurface(?: layer| region)?(?: of [^.;,]{1,30}?)? (?:is|was|were|are) (?:\w+ly |then )*"
        r"(?:converted|transformed|reduced|oxidi[sz]ed|turned) (?:in)?to\b|"
        r"\bthe (?:[\w-]+ )?(?:substrate|surface) (?:is reduced|was reduced|reduces) to\b",
        "TMA converts the ZnO surface to an Al2O3 layer.",
        "The dots convert the light that falls on the surface to heat.",
    ),
    phrase(
        "more-impurity",
        "impurity_content",
        "increase",
        r"\b(?:additional|more|extra|excess|increased) (?:residual )?"
        r"(?:carbon|chlorine|fluorine|nitrogen|hydrogen|oxygen) "
        r"(?:\w+ )?(?:is|was|are|were) (?:also )?"
        r"(?:observed|found|detected|seen|incorporated|present)\b",
        "Additional carbon was found in the film.",
        "Additional carbon was added to the ink.",
    ),
)
