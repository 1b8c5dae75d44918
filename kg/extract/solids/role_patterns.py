"""Patterns of sentences that give a solid its role, each with an example and a counter-example.

A rule has the slot ``x``; its ``emits`` is a role of the vocabulary, or "below" for a plate and
"grown" for a film where the passage is about growth from vapours.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

#: Words for growth and for what grows.
_GROWTH = (
    "(grows?|grew|growth|gpc|islands?|incubation|nucleat(?:ion|es?|ed)|deposition|deposited|films?|<F\\d+>|"
    "<P\\d+>\\sof)"
)
#: One solid and the word for its role; slot ``x``, ``emits`` the role; "below" is a substrate of
#: growth from vapours.
ROLES = (
    Rule(
        "film-of",
        "{M*:x} ~1 (thin|ultrathin|films?|<F\\d+>|coatings?|layers?|multilayers?|dielectrics?|"
        "interlayers?|electrolytes?|"
        "channels?|insulators?|gate\\s(?:oxides?|insulators?|dielectrics?))",
        "film",
        "Amorphous HfO2 films were smooth.",
        "HfO2 is amorphous.",
    ),
    Rule(
        "thick",
        "{M*:x} , <Q\\d+> (thick|in\\sthickness)",
        "film",
        "Vanadium dioxide, 35 nm thick, switches.",
        "Vanadium dioxide, 35 mg in all, switches.",
    ),
    Rule(
        "in-matrix",
        "{M*:x} (?:\\((?:\\s(?!matri)[^\\s.;]+){1,9}?\\s\\)\\s){0,2}?"
        "(matrix|matrices|infill|infilling)",
        "matrix",
        "The ZnO matrix.",
        "ZnO dots.",
    ),
    Rule(
        "overlayer",
        "{M*:x} ~1 (overlayers?|overcoats?|overcoatings?|capping|skins?|topcoats?)",
        "overlayer",
        "A dense Al2O3 capping layer seals it.",
        "Al2O3 is dense.",
    ),
    Rule(
        "covering-layer",
        "(?<!-\\s)(?:shielding|encapsulating|sealing|overcoating|overlying) ~1 {M*:x} ~1 "
        "(layers?|films?|coatings?|<F\\d+>)",
        "overlayer",
        "A shielding WOx film was added.",
        "A smooth WOx film was added.",
    ),
    Rule(
        "spacer",
        "{M*:x} ~1 spacers?",
        "spacer",
        "an 8 nm MgO spacer between the dots",
        "MgO between the dots",
    ),
    Rule(
        "layer-to-protect",
        "{M*:x} ~2 (layers?|coatings?|overlayers?) ~8 (to|for) "
        "(passivate|encapsulate|protect|seal|passivation|encapsulation|protection) "
        "(of|the|it|them)",
        "overlayer",
        "An HfO2 layer was deposited to passivate the transistor.",
        "An HfO2 layer was deposited to measure the stress.",
    ),
    Rule(
        "encapsulated-with",
        "(?:(?:encapsulation|<A\\d+>)\\sof\\s(?:[^\\s;:]+\\s){0,5}?<A\\d+>|"
        "<A\\d+>\\s(?:[^\\s;:]+\\s){0,2}?(?:encapsulated|sealed)) "
        "(with|by) ~5 {MS*:x}",
        "overlayer",
        "The solar cells were encapsulated with HfO2.",
        "The solar cells were tested with HfO2.",
    ),
    Rule(
        "degreased",
        "{M*:x} ~2 (was|were) ~1 (degreased|ultrasonicated)",
        "substrate",
        "The InAs epilayers were degreased.",
        "The InAs epilayers were weighed.",
    ),
    Rule(
        "converted-to",
        "(converted|converts|convert|converting|conversion|transformed|transforms|transformation) "
        "~1 (?:to|into)(?:\\s(?!of\\b|on\\b|with\\b|from\\b|"
        "by\\b|in\\b|and\\b)[^\\s;:,<]+){0,6}? {M*:x}",
        "product",
        "The film was converted into MoS2.",
        "The film was converted quickly.",
    ),
    Rule(
        "converts-to",
        "(converted|converts|convert|converting|transformed|transforms|conversion\\sof) =4 {M} ~2 "
        "(?:to|into)(?:\\s(?!of\\b|on\\b|with\\b|from\\b|by\\b|in\\b|and\\b|be\\b)"
        "[^\\s;:,<]+){0,3}? {M*:x}",
        "product",
        "Annealing converted the MoO3 film into MoS2.",
        "Annealing converted the MoO3 film at once.",
    ),
    Rule(
        "substrate-named",
        r"{M*:x} (?:(?!coated|covered|capped)[^\s;:]+\s)?(substrates?|wafers?|pieces?)",
        "substrate",
        "Films grew on Si wafers.",
        "The ZnO coated substrates were heated.",
    ),
    Rule(
        "valued-for",
        "(resistivit(?:y|ies)|conductivit(?:y|ies)|growth\\srates?|rates?|<A\\d+>) "
        "(?:(?!<M)[^\\s;:]+\\s){0,4}?(were|was) ~1 (obtained|measured|found|achieved|reached|"
        "determined|observed) for [the] =2 {M*:x} (?!substrates?|wafers?)\\S+",
        "grown",
        "Low resistivities were obtained for Ru and Os in this ALD.",
        "Low resistivities were obtained on Ru and Os in this ALD.",
    ),
    Rule(
        "substrates-are",
        "(substrates?|substrate.materials?) "
        "(?:(?:used|employed|chosen)\\s(?:(?!<M)[^\\s;:,]+\\s){0,4}?)?"
        "(were|was|are|is|included|include|including|:|\\() =4 {M*:x}",
        "substrate",
        "The substrates were n-type Si and glass.",
        "The substrates were cleaned, then Si was weighed.",
    ),
    Rule(
        "grown-on",
        _GROWTH + r" (?:(?!<M|on\s|of\s)[^\s;:]+\s){0,6}?(on|onto) [the] [an] [a] ~1 {M*:x}",
        "below",
        "The growth per cycle is 0.5 Å on Pd.",
        "The resistance per square is 5 Ω on Pd.",
    ),
    Rule(
        "on-fronted",
        r"on [the] =3 {M*:x} [surfaces] [substrates] ,? (?:(?!<M)[^\s;:]+\s){0,8}?" + _GROWTH,
        "below",
        "On SiO2, isolated islands form.",
        "On SiO2, the resistance is high.",
    ),
    Rule(
        "reacts-on",
        r"(?:<C\d+>\s(?:(?:vapou?r|-|–|/|<C\d+>)\s)*(?:(?:ad|chemi)sorption|reactions?|process)|"
        r"(?:(?:ad|chemi)sorption|reactions?)\sof\s<C\d+>) "
        r"(?:(?!on\s|at\s|<M)[^\s;:]+\s){0,9}?(on|onto|at|with) [the] [a] [an] ~2 {M:x} "
        r"(surfaces?|slabs?)",
        "below",
        "The adsorption of DEZ on the SiO2 surface was computed for ALD.",
        "The adsorption of DEZ on the SiO2 scale was computed for ALD.",
    ),
    Rule(
        "supported-on",
        "supported on ~2 {M:x} (?!(?:wafers?|slides?)\\b)\\S+",
        "support",
        "Pt supported on TiO2.",
        "Pt supported on Si wafers.",
    ),
    Rule(
        "blocking-layer",
        "{M*:x} (?:(?!<M)[^\\s;:]+\\s){0,3}?(blocking|recombination|tunnel|tunneling|"
        "inhibition|masking|"
        "barrier(?=.*\\b(?:recombination|electrons?|holes?|carriers?)\\b)) ~1 layers?",
        "blocking_layer",
        "a thin Al2O3 blocking layer",
        "Al2O3 layers block",
    ),
    Rule(
        "layer-keeps",
        "(layers?|coats?|coatings?|<F\\d+>) of ~3 {M:x} (kept|keeps|protected|protects|shielded|"
        "shields|prevented|prevents|hindered|saved|stopped|stops) "
        "(?:(?!<C|and\\s)[^\\s;:]+\\s){0,5}?"
        "<F\\d+> from",
        "overlayer",
        "A 40 nm layer of HfO2 kept the dots from sintering.",
        "A layer of HfO2 kept its thickness.",
    ),
    Rule(
        "serves-as-transport-layer",
        "{M:x} (?:(?!<M)[^\\s;:]+\\s){0,12}?(electron|hole|charge) [-] "
        "(transport|transporting|selective|extraction|injection) (layers?|contacts?|<F\\d+>)",
        "transport_layer",
        "The SnO2 serves as an electron transport layer.",
        "The SnO2 is smooth.",
    ),
    Rule(
        "passivation-of",
        "(passivation|blocking|masking|deactivation) of [the] [an] [a] [bare] =4 {M:x} "
        "(?!<F|film|layer|coating)\\S+",
        "substrate",
        "The surface passivation of crystalline silicon was studied.",
        "The passivation of defects in silicon was studied.",
    ),
    Rule(
        "layers-of",
        "(layers?|coatings?|buffers?|channels?|dielectrics?|stacks?|bilayers?|multilayers?) of ~2 "
        "{M*:x}",
        "film",
        "with buffer layers of AlN and Al2O3",
        "with buffer layers on AlN",
    ),
    Rule(
        "electrode",
        "{MS*:x} ~1 (?:-\\s(?:based|nws?|<F\\d+>)\\s)?(?<!hole\\s)(?<!electron\\s)(?<!selective\\s)"
        "(electrodes?|cathodes?|anodes?|(?<!interfacial\\s)(?<!intimate\\s)(?<!direct\\s)contacts?|"
        "photoanodes?|photocathodes?|photoelectrodes?|counter)"
        "(?!\\s(?:inter|buffer|barrier|functional))",
        "electrode",
        "with Au electrodes on top",
        "with Au dots",
    ),
    Rule(
        "electrodes-of",
        r"(?:(?:electrodes?|contacts?)(?:\s(?:were|was|are|is))?(?:\s(?:made|composed|consist\w*))?"
        r"(?:\sof)?|contacted\s(?:by|with|using))(?:\s(?:an?|the|thick|/|<Q\d+>))* {MS*:x} "
        r"(?!<F|films?|layers?|with|of|dots?|devices?|cells?|capacitors?|transistors?)\S+",
        "electrode",
        "The flake was contacted with 5 nm Cr/60 nm Au.",
        "The contacts near 5 nm Cr/60 nm Au were cut.",
    ),
    Rule(
        "sensitizing",
        "{M*:x} [F] [-] [co] [-] (sensiti[sz]ed|cosensiti[sz]ed)(?!\\s(?:by|with|using)\\b)",
        "nanocrystal",
        "PbS and CdS cosensitized solar cells",
        "PbS and CdS solar cells",
    ),
    Rule(
        "colloids-of",
        "{M*:x} (colloids?|sols?|hydrosols?|organosols?|inks?|nuclei)",
        "nanocrystal",
        "The CdTe colloids were stable.",
        "The CdTe films were stable.",
    ),
    Rule(
        "single-atoms",
        "{M:x} (single\\s(?:-\\s)?(?:atoms?|sites?)|sas?|sacs?)",
        "nanocrystal",
        "Pt single atoms sit on anatase.",
        "Single crystals of Pt sit on anatase.",
    ),
    Rule(
        "monodisperse",
        "(?:monodispersed?|size-selected|size-controlled) {M:x} "
        "(?=\\(|of\\s<Q|with\\s|was\\s|were\\s|is\\s|requires\\s|,\\s)\\S+",
        "nanocrystal",
        "Monodisperse CoPt (5 nm) was made.",
        "Monodisperse CoPt spheres were made.",
    ),
    Rule(
        "core-of",
        "{M*:x} (?:(?![1-6][spdf]\\b)[^\\s;:]+\\s)?(cores?(?!\\s(?:-\\s)?"
        "(?:levels?|holes?|electrons?|shell)\\b)|"
        "seeds|seed(?!\\slayer|\\s(?:and|,)))",
        "core",
        "the Au core",
        "the Au film",
    ),
    Rule(
        "shell-of",
        "{M*:x} [-] [rich] ~1 (shells?|shelling|crowns?)",
        "shell",
        "the CdS shell",
        "the CdS film",
    ),
    Rule("shells-list", "shells? of {M*:x}", "shell", "shells of ZnS and CdS", "ZnS dots"),
)
