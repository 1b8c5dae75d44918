"""Phrases about the state of a sample: wetting, phase, size, filling."""

from __future__ import annotations

from kg.extract.knowledge.lattices import LATTICE
from kg.extract.outcomes.phrases import Phrase, phrase

#: Verbs of becoming.
_BECAME = (
    r"\b(?:bec[ao]mes?|becoming|turn(?:s|ed|ing)?|(?:render|ma[kd]e|leav|left|"
    r"transition|convert|switch|chang|transform)(?:s|e[sd]?|ing)?)\b"
)
_SPACES = (
    r"(?:(?:pore|porous|void) spaces?|trench(?:es)?|gaps?|pores?|voids?|interstices"
    r"|vias?|holes?|channels?|cavit(?:y|ies)|nanotubes)"
)

#: Words for the arrangement of atoms, grains or faces of a solid.
_ARRANGEMENT = (
    r"(?:(?:crystal\w* |preferred |preferential |lattice |film )?orientations?|morpholog(?:y|ies)|"
    r"microstructures?|crystal structures?|crystal shapes?|textures?)"
)
#: Text after an adjective without a noun.
_NO_NOUN = (
    r"(?=[.,;:)]|$| (?:after|upon|by|with|in|at|and|on|when|while|using|through|via|due|as|for|"
    r"under|already)\b)"
)
#: Words for samples.
_OBJECTS = (
    r"\w*(?:films?|layers?|coatings?|particles?|crystals?|dots?|QDs?|NCs|rods?|wires?|platelets?|"
    r"cubes?|spheres?|clusters?|structures?|catalysts?|devices?|electrodes?|samples?|composites?|"
    r"transistors?|(?:TFT|FET|LED)s?|(?:solar|fuel) cells?)"
)
#: Small grains, and words for heat or use that could make them grow together.
_GRAINS = (
    r"(?:\w*particles|they|NPs|grains|clusters|crystallites|nanocrystals|NCs|cubes|dots|rods|"
    r"islands)"
)
_HOT = (
    r"(?:°C|\bK\b|[Ww]ith an? [^.;,]{1,20}(?:shell|coat|overcoat)\b|anneal\w*|calcin\w*|"
    r"heat(?:ing|ed)\b|steam\w*|on stream|potential cycles|reaction)"
)

STATE_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "stands-test",
        "stability",
        "increase",
        r"\b(?:films?|coatings?|layers?|devices?|electrodes?|catalysts?|membranes?|structures?) "
        r"(?:is|are|was|were|remain\w*) (?:\w+ly )?robust\b|"
        rf"\b{_OBJECTS}(?: (?:with|of|based on) [^.;,]{{1,30}}?)? "
        r"(?:is|are|was|were|remain(?:s|ed)?|prove[sd]?) "
        r"(?!colloid|only|not|thermally|compar|relativ|known|photo)(?:\w+ly )?stable"
        r"(?=[.,;]| (?:and|over|during|throughout|after|even)\b| for (?!th))|"
        r"\bstabili[sz](?:e|es|ed|ing) [^.;,]{3,50}? against\b"
        r"(?! (?:\w+ )?(?:sinter|agglomer|coarsen|ripen|corros|oxid|photo|bleach))",
        "The films are robust.",
        "The films are grown on robust metal.",
    ),
    phrase(
        "turns-hydrophilic",
        "contact_angle",
        "decrease",
        rf"{_BECAME}(?: [^.;,]{{1,70}}?)? (?:in)?to (?:an? |the |either )*"
        r"(?:[^.;,]{1,40}? or an? (?:\w+ ){0,2}?)?(?:\w+ ){0,2}?(?:super)?hydrophilic\b|"
        rf"{_BECAME}(?: [^.;,]{{1,40}}?)?(?<! a)(?<! an)(?<! the) (?:\w+ly |more )*"
        rf"(?:super)?hydrophilic\b{_NO_NOUN}|\bmore hydrophilic\b|"
        r"\b(?:water|drop(?:let)?s?)\b (?:\w+ly |then )?(?:(?:is|are|was|were) soaked up)\b",
        "The coating rendered the fibers hydrophilic.",
        "The film was made on a hydrophilic glass.",
        unless=r"^\W*(?:in order )?to (?:make|render|turn)\b|ligand exchange|phase transfer",
    ),
    phrase(
        "spaces-filled",
        "infilling",
        "present",
        r"\bfill(?:s|ed|ing)?(?: in| up)? (?:the |all |most |into )*(?!th(?:is|"
        rf"ese) )(?:[\w-]+ ){{0,3}}?{_SPACES}\b(?! (?:state|trap|level))|"
        r"\b(?:found|located|detected|traced|infiltrated|present|grown)\b[^.;,]{0,30} (?:down|"
        r"deep|up) to (?:a depth of )?[\d.]+ ?[nµμ]m (?:below|beneath|into|deep)\b|"
        r"\b(?:penetrat|permeat|infiltrat)(?:es|ed|ing)? (?:\w+ly |deep |far )*(?:in)?to (?:the |"
        r"all )?"
        rf"(?:\w+ ){{0,2}}(?:{_SPACES}|opals?|polymers?|networks?|superlattices?|film of dots)\b|"
        rf"\b{_SPACES}(?: [^.;,]{{1,40}}?)? (?:is|are|was|were|bec[ao]me) "
        r"(?:\w+ly |then |also )*(?:filled|plugged)\b",
        "The oxide not only filled in the trenches of the resist but coated it too.",
        "The bottle was filled with argon.",
    ),
    phrase(
        "particles-apart",
        "sintering_resistance",
        "increase",
        rf"\b{_GRAINS} (?:remain|stay|(?:were|are|was|is) kept|kept)(?:s|ed)? (?:\w+ly "
        r")?(?:separated?|"
        r"isolated|discrete|individual|apart|distinct|dispersed|unsintered|unfused)\b(?=.*"
        + _HOT
        + r")|"
        r"\b(?:stop|arrest|prevent|inhibit|suppress|hinder|limit|block)(?:s|p?ed|ing|p?ing)? "
        r"(?:the |any )?"
        r"(?:(?:grain |particle |further )?growth|migration|merging|fusion|coarsening) of "
        rf"(?:the |its )?(?:\w+ ){{0,2}}{_GRAINS}\b(?=.*{_HOT})|"
        rf"\b{_GRAINS}\b[^.;]{{0,40}}\b(?:immune|resistant) (?:to|against|towards?) (?:\w+ "
        r")?growth\b|"
        rf"{_HOT}[^.;]*\b{_GRAINS} (?:remain|stay)(?:s|ed)? (?:\w+ly )?(?:separated?|isolated|"
        r"discrete|individual|apart|dispersed)\b",
        "The clusters stayed separate up to 700 °C.",
        "The clusters stayed separate in hexane.",
    ),
    phrase(
        "colloid-falls-out",
        "colloidal_stability",
        "decrease",
        r"\b(?:colloids?|sols?|inks?|dispersions?|suspensions?) "
        r"(?:then |soon |slowly |rapidly |quickly |irreversibly |\w+ly )*(?:precipitated|"
        r"aggregated|agglomerated|flocculated|coagulated|gelled|settled|clouded)\b",
        "The ink flocculated within a day.",
        "The ink was flocculated on purpose.",
    ),
    phrase(
        "sites-blocked",
        "accessible_surface",
        "decrease",
        r"\b(?:block|cover|bur|mask|occup|shield)(?:s|ed|ing|ies|ied|y|ying)? (?:the |some |most "
        r"|many |"
        r"(?:a )?\w+ of |\d+\s?% of )*(?:\w+ ){0,2}(?:sites|facets|corners|(?:step )?edges)\b|"
        r"\b(?:sites|facets|corners) (?:is|are|was|were|had been|have been) (?:\w+ly )?(?:blocked|"
        r"covered|buried|masked|occupied)\b",
        "CO adsorption proved that the corner sites were blocked.",
        "The corner sites were counted.",
        unless=r"\b(?:inhibitor|selective|SAMs?|self-assembled|nucleation)\b",
    ),
    phrase(
        "pores-there",
        "porosity",
        "present",
        r"\b(?:is|are|was|were|bec[ao]mes?|remain(?:s|ed)?) (?:\w+ly )?(?:meso|micro|nano|"
        r"macro)?porous\b|"
        r"\b(?:exhibit|ha(?:s|ve|d)|show|possess|display|reveal)(?:s|ed|es)? (?:an? )?(?:[\w-]+ )?"
        r"(?:meso|micro|nano|macro)?porous (?:[\w-]+ )?(?:structures?|networks?|frameworks?|"
        r"morpholog\w+|textures?)\b|"
        r"\bopen(?:s|ed|ing)?(?: up)?(?: [^.;,]{1,40}?)? (?:\w+ )?pores\b|\bto pores of\b|"
        r"\bporous (?:[\w-]+ ){0,3}?(?:films?|layers?|shells?|coats?|coatings?) "
        r"(?:(?:was|were|is|are) )?(?:made|grown|deposited|sputtered|obtained|prepared|formed|"
        r"result\w*)\b|\b(?:covered (?:with|by)|full of|contain(?:s|ed)?) (?!no |few )"
        r"(?:[\w-]+ ){0,3}?(?:nano|meso|micro)?pores\b",
        "Calcination opened pores of 1.5 nm in the overcoat.",
        "The porous glass was cut.",
    ),
    phrase(
        "parts-mix",
        "interface_sharpness",
        "decrease",
        r"\bblur(?:s|red|ring)? the (?:\w+ )?interface",
        "Annealing blurred the interface.",
        "Annealing did not blur the interface.",
    ),
    phrase(
        "charges-dots",
        "film_charging",
        "present",
        r"\bcharg(?:es|ed|ing) (?:of )?the (?:\w+ )?(?:trap(?:ping)? layers?|dots|QDs|films?|"
        r"nanocrystals|NCs|floating gate|storage layer)\b|"
        r"\b(?:dots|QDs|nanocrystals|NCs) (?:bec[ao]me|get|got|are|were) (?:\w+ly )?charged\b",
        "Programming at 10 V charges the dots.",
        "The battery was charged.",
        unless=r"\b(?:zeta|colloid\w*|repuls\w*|electrostatic\w*)\b",
    ),
    phrase(
        "responds-to-light",
        "photoconductivity",
        "present",
        r"\b(?:photo)?respons(?:e|ivity) (?:out|up|extending) to [\d.]+ ?[µμn]m\b|"
        r"\brespond(?:s|ed)? to (?:[\w-]+ ){0,4}?(?:light|illumination|radiation)\b",
        "The wires respond to 365 nm light.",
        "The wires respond to 5 ppm of ethanol.",
    ),
    phrase(
        "substance-transforms",
        "structure",
        "change",
        r"\b(?:reversible|structural|phase|chemical|crystal|crystallographic|martensitic|cluster)"
        r"(?:ly)? transformations?\b[^.;]{0,40}?\b(?:from|of|between|to|into|in)\b|"
        rf"\b{_ARRANGEMENT}\b(?: of [^.;,]{{1,40}}?)? (?:\w+ly )?(?:chang|evolv|transform|switch|"
        r"turn|shift)(?:ed|es|s)\b|"
        r"(?<!no )\b(?:changes?|shifts?|transitions?|transformations?|evolution) (?:in|of) "
        rf"(?:the |their |its )?(?:[\w-]+ )?{_ARRANGEMENT}\b(?! of the (?:device|reactor))|"
        r"\blattice (?:contraction|expansion|shrinkage)\b|"
        r"\b(?:peaks?|reflections?)\b[^.;,]{0,40}\b(?:shift|mov)(?:e?s|ed|ing)? (?:\w+ly )?"
        r"to(?:wards?)? (?:the )?(?:higher|lower|larger|smaller) (?:\S+ )?angles?\b|"
        rf"\b{_OBJECTS} (?:bec[ao]mes?|turn(?:s|ed)? into) "
        rf"(?:\w+ly |an? |the )*(?:{LATTICE}|[α-ω]-|ellip\w+|spher\w+|rod\w*|octahed\w+|cub\w+|"
        r"elongated|faceted|hollow)",
        "The preferred orientation changed above 200 °C.",
        "The orientation of the wafer was (100).",
    ),
)
