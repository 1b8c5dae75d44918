"""Words around a property that is only known, usual, assumed, or found by others.

The rows have the form of those in :mod:`kg.extract.outcomes.topic_contexts`.
"""

from __future__ import annotations

from kg.extract.context.triggers import Context
from kg.extract.context.triggers import words as _words

CONTEXTS = (
    Context(
        "usual",
        "before",
        _words(
            r"\b(?:(?:is|are|was|were|has been|have been|that|which) )*"
            r"(?:often|generally|usually|commonly|typically|frequently|normally)\s+"
            r"(?:observed|seen|found|reported|explained|attributed|ascribed|expected|encountered)\b"
        ),
        "The redshift is usually explained by alloying.",
        "The redshift of the films is explained by alloying.",
        _words(
            r"(?<!contrast)(?<!however),(?! (?:in|by) contrast,| however,)|[;:]|\b(?:and|but|"
            r"we|our|here)\b"
        ),
    ),
    Context(
        "usual-reason",
        "after",
        _words(
            r"\b(?:often|generally|usually|commonly|typically|frequently|normally)\s+"
            r"(?:explained|attributed|ascribed|assigned|related|linked)\b"
        ),
        "The redshift is often explained by a loss of confinement.",
        "The redshift is explained by a loss of confinement.",
        _words(r"[;:]|\b(?:but|we|our|here)\b"),
    ),
    Context(
        "as-known",
        "after",
        _words(
            r"^\W*As an? (?=[^.;]{0,80}\b(?:material|semiconductor|oxide|metal|candidate|method)\b)"
        ),
        "As a highly stable material, CuSCN was used in the diodes.",
        "As a result the films are highly stable.",
        _words(r", (?:[A-Z]|the |we |it )|\b(?:is|are|was|were)\b"),
    ),
    Context(
        "assumed",
        "after",
        _words(
            r"\b(?:assum(?:e|es|ed|ing)|presum(?:ed|ing)|suppos(?:e|ed|ing))\b|"
            r"^\W*(?:given|taking|considering)(?: into account)? (?:the|that|an?)\b"
        ),
        "Assuming a band gap of 3.2 eV, the offset follows.",
        "The band gap was 3.2 eV, from which we assume the offset.",
        _words(r"[,;:]"),
    ),
    Context(
        "of-others",
        "after",
        _words(
            r"\b(?:with|of|at|having) (?:the|an?) (?:same|identical|equal|given|fixed)\b|"
            r"\b(?:(?:from|to|with|than) (?:the )?literature|literature (?:values?|data|maxim\w+|"
            r"averages?)|(?:for|than|with|to|of) the (?:previously |earlier )?reported|textbook)\b"
        ),
        "The gap agrees with the literature band gap of 3.2 eV.",
        "The literature is scarce, and the band gap was 3.2 eV.",
        _words(
            r"(?:\S+\s+){7}|[,;]|\b(?:is|are|was|were|ha[sd]|have|show|exhibit|reach|gave|yield)"
        ),
    ),
    Context(
        "general",
        "sentence",
        _words(
            r"\b(?:usually|commonly|(?<!not )suffer(?:s|ed)? from|(?:is|are) known to|"
            r"well[- ]known|(?:one|some) of the (?:most|main|best|biggest)|hurdles?|bottleneck|"
            r"the main (?:factor|reason)|main (?:obstacle|drawback|challenge|limitation)s?|"
            r"it is (?:difficult|challenging) to|of typical|ha(?:s|ve) been (?:widely|extensively|"
            r"commonly|frequently|intensively|routinely) |in recent years|"
            r"(?:over|during|in) the (?:last|past) (?:few |several |two )?(?:years|decades?)|"
            r"ha(?:s|ve) (?:historically|traditionally)|there is (?:\w+ )?interest|ha(?:s|"
            r"ve) attracted|ha(?:s|ve) already been|"
            r"(?:hamper|limit|hinder|imped|restrict|preclud)\w* (?:their|its|"
            r"the) (?:\w+ ){0,2}(?:use|uses|applications?|commerciali[sz]ation|deployment|"
            r"implementation|adoption)|(?:challenges?|issues?|problems?|drawbacks?|"
            r"limitations?) (?:such as|like|including)|the usual (?:way|means|approach|route)|"
            r"^\W*(?:conventional|traditional)(?:ly)?\b(?!.*\b(?:here|our|we|"
            r"this (?:work|study))\b)|(?:is|are) (?:among|one|some) "
            r"(?:of )?(?:the )?(?:(?:chief|main|major|key|common|most) )?(?:causes?|reasons?|"
            r"origins?|sources?|routes?|ways?) (?:of|for|to))\b"
        ),
        "Pinholes usually lead to a lower stability.",
        "Pinholes led to a lower stability.",
    ),
    Context(
        "in-spite-of",
        "after",
        _words(
            r"\b(?:despite|in spite of) (?:the |their |its |an? )?(?:\w+ly )?"
            r"(?=(?:low|poor|high|large|small|limited|modest|varying)\b)"
        ),
        "Switches were seen despite their low stability.",
        "Switches were seen despite a lower stability.",
        _words(r"[,;]|\b(?:and|was|were|is|are|has|have|had)\b"),
    ),
    Context(
        "unknown",
        "before",
        _words(
            r"\b(?:(?:is|are|remains?) (?:still )?under (?:investigation|debate|discussion)|"
            r"(?:is|are|remains?) (?:still )?(?:unclear|unknown|debated|elusive))\b|"
            r"\b(?:is|are) (?:\w+ly |well )+(?:understood|known|documented)\b|"
            r"\b(?:has|have|had|was|were|is|are) not (?:yet |been |\w+ly )*(?:established|reported|"
            r"studied|investigated|clarified|known|understood|determined|measured|explored)\b|"
            r"\bha(?:d|s|ve) (?:an? |no |little )?(?:\w+ )?(?:effect|influence|impact)s? on\b"
        ),
        "The stability of the films has not been established.",
        "The stability of the films has not been lowered.",
        _words(r"[,;:]|\b(?:and|but|that|which)\b"),
    ),
    Context(
        "definition",
        "sentence",
        _words(
            r"^\W*(?:the\s+)?(?:atomic layer (?:deposition|epitaxy|etching)|"
            r"molecular layer deposition|\w+ ALD|ALD|MLD|SILAR)\s*(?:\([^()]*\)\s*)?"
            r"(?:is|are|represents|offers|provides|allows|enables|has (?:become|emerged|been))\s"
            r"(?!.*\b(?:here|this (?:work|study|paper)|our|we)\b)"
        ),
        "Atomic layer deposition is a technique that gives conformal films.",
        "Atomic layer deposition of the shell gave conformal films.",
    ),
    Context(
        "contrary-to",
        "after",
        _words(
            r"\b(?:contrary to (?:[\w-]+ ){1,5}that|in contrast (?:to|with)|"
            r"contrasts? (?:to|with)|as opposed to)\b"
        ),
        "Contrary to the view that heat leads to degradation, the films were annealed.",
        "In contrast to them, the coated films had a higher mobility.",
        _words(r"[,;]|\b(?:which|that)\b"),
    ),
)
