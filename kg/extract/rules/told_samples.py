"""Phrases on what a sample was made to be: its size tuned, its shape kept, a precursor bound."""

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
#: Behind an item of a list, none of which changed.
_ALL_KEPT = (
    r"(?:,? [\w-]+){0,2},? and (?:[\w-]+ ){1,3}?(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) "
    r"(?:all |both |\w+ly )*(?:preserved|maintained|retained|conserved|unchanged|unaltered|the "
    r"same|kept)\b"
)
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
        "shape-kept",
        "structure",
        "none",
        r"\b(?:preserv|maintain|retain|conserv|keep|kept)(?:e[sd]?|s|ed|ing)?\b"
        r"(?: and [a-z]+)? (?:the |their |its |both )"
        r"(?:[\w-]+ ){0,3}(?:shapes?|morpholog(?:y|ies)|anion (?:sub)?lattice|crystal structures?|"
        r"crystal phases?)\b|\b(?:shape|morphology|crystal structure)\b(?: of [^.;,]{1,40}?)? "
        r"(?:(?:is|are|was|were) (?:\w+ly |well |also )*(?:preserved|maintained|retained|"
        r"conserved)|surviv(?:e|es|ed)|persist(?:s|ed)?)\b|"
        r"\b(?:shape|morphology|crystal structure)\b(?: of [^.;,]{1,40}?)? (?:(?:do|does|did) not "
        r"change|(?:remain|stay|is|was|are|were)\w* (?:\w+ly )?(?:unchanged|unaltered|the same))\b|"
        rf"\b(?:shapes?|morphology){_ALL_KEPT}|"
        r"\b(?:without|no)(?: any)?(?: \w+)? (?:changes?|loss(?:es)?|alterations?) (?:of|in|to) "
        r"(?:the |their |its )?(?:[\w-]+ ){0,2}?(?:shapes?|morpholog(?:y|ies)|crystal structures?|"
        r"lattices?)\b|\bwithout (?:altering|changing|affecting|modifying) (?:the |their |its )?"
        r"(?:[\w-]+ (?:and |or )?){0,3}?(?:shapes?|morpholog(?:y|ies)|structures?)\b|"
        r"\b(?:preservation|retention|conservation) of (?:the |their |its )?(?:[\w-]+ ){0,2}?"
        r"(?:shapes?|morpholog(?:y|ies)|crystal structures?)\b",
        "The exchange preserves the shape of the rods.",
        "The exchange alters the shape of the rods.",
    ),
    phrase(
        "size-kept",
        "particle_size",
        "none",
        r"\b(?:preserv|maintain|retain|conserv|keep|kept)(?:e[sd]?|s|ed|ing)?\b "
        r"(?:the |their |its |both )(?:original |initial |particle |NC )*(?:[a-z]+ and )?"
        r"(?:sizes?|diameters?)\b(?! (?:distrib|dispers|tun|control))|"
        rf"(?<!pore )\bsizes?{_ALL_KEPT}|"
        r"(?<!pore )(?<!grain )(?<!feature )\b(?:sizes?|diameters?)\b(?: and [a-z]+)?"
        r"(?: of [^.;,]{1,40}?)? (?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) "
        r"(?:\w+ly |well |also )*"
        r"(?:preserved|maintained|retained|conserved|unchanged|unaltered|the same)\b|"
        r"\b(?:(?:without|no)(?: any)?(?: \w+)? (?:changes?|alterations?) (?:of|in|to)|"
        r"without (?:altering|changing|affecting|modifying)) (?:the |their |its )?"
        r"(?:[\w-]+ (?:and |or ))?(?:particle |nanocrystal )?sizes?\b(?! distrib)",
        "The size and shape of the dots are preserved after the exchange.",
        "The size of the pores is set by the polymer.",
    ),
    phrase(
        "smooth-still",
        "surface_roughness",
        "none",
        r"\b(?:remain|stay)(?:s|ed)? (?:\w+ly |very )?smooth\b|\bas smooth as\b",
        "The surface remained atomically smooth after the etch.",
        "The surface was smooth.",
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
        "defects-healed",
        "surface_passivation",
        "increase",
        r"\b(?:heal|cur|saturat|tie)(?:e?s|ed|ing|e)? (?:up )?(?:the |most |many |its |their "
        r")*(?:surface |"
        r"interface |interfacial |deep |dangling |unsaturated )+(?:defects?|traps?|bonds?|states|"
        r"vacancies)\b",
        "The halide heals surface defects.",
        "The glue was cured on the surface.",
    ),
    phrase(
        "hardly-oxidises",
        "oxidation_resistance",
        "increase",
        r"\boxidi[sz](?:e|es|ed|ing) (?:by )?(?:less than|only|merely|hardly|barely|under|no more "
        r"than)\b|\b(?:hardly|barely|scarcely|never) oxidi[sz](?:e[sd]?)\b",
        "In a month the dots oxidised by less than a monolayer.",
        "The dots were oxidised by air.",
    ),
    phrase(
        "precursor-stays-off",
        "precursor_adsorption",
        "absent",
        rf"\b{_PRECURSOR} (?:molecules? )?(?:do|does|did) not (?:\w+ly )?(?:react|adsorb|bind|"
        r"chemisorb|stick|coordinate)\b|"
        r"\b(?:uptake|adsorption|chemisorption)\b[^.;,]{0,30} (?:is|was|were) (?:nil|zero|"
        r"absent)\b",
        "The precursor does not react with the fluorinated surface.",
        "The precursor does not melt.",
    ),
)
