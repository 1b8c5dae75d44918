"""Words around a property that is only a topic, an aim or a varied factor, not a finding.

The rows follow ConText (Harkema et al., J. Biomed. Inform. 2009, 42, 839): a trigger, the side on
which it takes effect, and how far. For hedges and denials see :mod:`kg.extract.context.modality`.
"""

from __future__ import annotations

from kg.extract.context.triggers import Context
from kg.extract.context.triggers import words as _words

_TELLING = _words(
    r"\b(?:f(?:ind|ound)|show|demonstrat|reveal|that|which|result(?:s|ed|ing)? in|lead|led|"
    r"exploit|yield|give[sn]?|gave)"
)
_STUDY = (
    r"(?:study|studied|stud(?:ies|ying)|investigat\w+|examin\w+|explor\w+|discuss\w*|address\w*|"
    r"analy[sz](?:e|ed|es|ing))"
)

CONTEXTS = (
    Context(
        "effect-on",
        "after",
        _words(r"\b(?:effects?|influences?|impacts?|roles?)\s+(?:of|on)\b"),
        "The effect of humidity on the photostability was investigated.",
        "The annealing had a strong effect on the band gap.",
        _TELLING,
        _words(
            r"\b(?:ha[sd]|have|having|exert\w*|show\w*|exhibit\w*|with|without|"
            r"play\w*)\s+(?:\w+\s+){0,3}$|\b(?:no|hardly any|little|negligible)\s+(?:\w+\s+)?$"
        ),
    ),
    Context(
        "depending-on",
        "after",
        _words(r"\b(?:depend\w*\s+(?:up)?on|(?:regardless|irrespective)\s+of)\b"),
        "The current varied depending on the porosity.",
        "Depending on the dose, the porosity varied.",
        _words(r"[,;]|\b(?:which|that|is|are|was|were|can|could|ha[sd]|have)\b"),
    ),
    Context(
        "we-study",
        "after",
        _words(
            r"\b(?:we|authors?|paper|work|article|letter)\s+(?:\w+ly\s+|have\s+|"
            rf"also\s+)?{_STUDY}\b|\b(?:experiments?|measurements?|tests?)\s+(?:\w+\s+){{0,3}}?to\s+"
            r"(?:establish|assess|evaluate|determine|probe|examine|verify|check|test)\b"
        ),
        "We study the carrier multiplication of infilled films.",
        "We studied the films and found a higher mobility.",
        _TELLING,
    ),
    Context(
        "was-studied",
        "before",
        _words(
            r"\b(?:was|were|is|are|has been|have been)\s+(?:\w+ly\s+|also\s+|\w+ed "
            r"and\s+)?(?:studied|"
            r"investigated|examined|explored|discussed|monitored|recorded|tracked|analy[sz]ed|"
            r"addressed|tested(?! as\b)|assessed|checked|evaluated(?! (?:as|to be)\b)|"
            r"characteri[sz]ed by)\b|"
            r"\b(?:was|were|is|are) (?:determined|measured|quantified|estimated) by (?:storing|"
            r"exposing|keeping|heating|cycling|placing|ag(?:e?)ing|tracking|immersing|comparing)\b|"
            r"\bcan (?:\w+ )?be (?:acquired|calculated|extracted|estimated|derived|determined)\b"
        ),
        "The photostability of the coated dots was investigated.",
        "The mobility, which was investigated last, increased.",
        _words(
            r"[;:]|,? and (?:the|its|their|an?)\b|\b(?:is|are|was|were|ha[sd]|have|but|that|which|"
            r"we|\w*creas\w+|improv\w+|show\w*|rose|fell|reduc\w+|remain\w*)\b|"
            r" of (?:about |approximately |~)?\d"
        ),
        is_wide=True,
    ),
    Context(
        "set-out",
        "after",
        _words(
            r"\b(?:set out|sought|aim(?:ed|s|ing)?|attempt(?:ed|s|ing)?|tr(?:y|ied|ies|ying)|"
            r"efforts?|wish(?:ed)?|proceed(?:ed|s)?|in (?:an )?(?:attempt|effort|order)) to\b|"
            r"\b(?:requires?|needs?|takes?|calls? for) (?:[\w.%-]+ ){1,8}?to (?=[a-z]+\b)|"
            r"\bto (?:\w+ly |better )?(?:study|investigate|explore|examine|elucidate|understand|"
            r"describe|analy[sz]e|rationali[sz]e|predict|simulate)\b|\bin pursuit of\b|"
            r"\bto ensure\b|\b(?:urgency|need|desire|demand) to\b"
        ),
        "We set out to raise the quantum yield.",
        "We raised the quantum yield.",
        _words(r"[,;]|\b(?:which|and|was|were|is|are|result\w*|led|lead)\b"),
    ),
    Context(
        "is-the-aim",
        "before",
        _words(
            r"\b(?:is|was|are|were|remains?|constitutes?) (?:therefore |thus |also )?"
            r"(?:our|the|an?|its|their) (?:\w+ )?(?:aim|goal|purpose|objective|ambition|target|"
            r"motivation)s?\b(?! (?:reached|achieved))"
        ),
        "Making dots of a higher quantum yield is our goal.",
        "The higher quantum yield that was our goal was reached.",
        _words(r"[;:]|\b(?:was|were|which|that)\b"),
        is_wide=True,
    ),
    Context(
        "aiming",
        "after",
        _words(
            r"\baiming (?:to|at|for)\b|\b(?:directed|targeted) (?:at|towards?)\b|"
            r"\bwith (?:an?|the) (?:view|aim|goal|intention|purpose|hope|objective) (?:of|to)\b|"
            r"\b(?:washed|rinsed|centrifuged|purified|precipitated|filtered)\b[^.;]{0,60}?"
            r" for (?:the )?removal of\b"
        ),
        "The salt was chosen with the aim of raising the quantum yield and the lifetime.",
        "With the aim of better dots we chose a salt, which raised the quantum yield.",
        _words(r";|\b(?:we|which|that|is|are|was|were|thus|thereby|result\w*|led|lead)\b"),
    ),
    Context(
        "asked",
        "after",
        _words(r"\b(?:how|why|to link|to correlate|to understand)\b"),
        "We learned how the band gap is affected.",
        "The band gap is affected by the thickness.",
    ),
    Context(
        "strategy",
        "after",
        _words(
            r"\b(?:strateg(?:y|ies)|lever|ways?|routes?|approach(?:es)?|opportunit(?:y|ies)|"
            r"prospects?|path(?:way)?s?|protocols?|platforms?|tools?|guid(?:ance|elines?)|principles|blueprints?|"
            r"avenues?) (?:for|to|of|towards?)\b|\bsteps? towards?\b|\b(?:importance|necessity|"
            r"significance|relevance|(?:the|their|its) potential|feasibility|challenges?|insights?|"
            r"difficult(?:y|ies)|understanding|relationships?|interplay|correlations?|competition) "
            r"(?:of|for|in|into|lies in|between|among)\b|\b(?:allow\w*|enabl\w*|for|via|through) "
            r"(?:\w+ ){0,2}(?:control|modulation|regulation|manipulation|tailoring) (?:of|over)\b"
        ),
        "One strategy for enhancing the band gap is alloying.",
        "This strategy enhanced the band gap.",
        _words(
            r"\b(?:is|are|was|were|as|has|lead|led|result\w*|synthes\w+)\b|;|, (?:the|an?|we|its?|"
            r"which|and|but|thus|our|this|with|wh\w+|in|\w+ing|\w+ly)\b"
        ),
    ),
    Context(
        "means",
        "after",
        _words(
            r"\bby,? (?:\w+, |for example,? |e\.g\.,? |either |just |[a-z]+ly |further )?"
            r"(?:reducing|increasing|decreasing|lowering|raising|changing|tuning|varying|adjusting|controlling)\b"
        ),
        "The gap was tuned by reducing the particle size.",
        "The annealing succeeded in reducing the particle size.",
        _words(r"[,;]|\b(?:which|that|is|are|was|were|and)\b"),
    ),
    Context(
        "done-to",
        "after",
        _words(
            r"\bto (?=(?:further |simultaneously |effectively |also )?"
            r"(?:remove|prevent|avoid|enhance|improve|increase|promote|ensure|reduce|decrease|"
            r"lower|minimi[sz]e|maximi[sz]e|suppress|induce|facilitate|eliminate|raise|boost|"
            r"flocculate|precipitate|coagulate|aggregate|quench|"
            r"optimi[sz]e|prolong|limit|mitigate|inhibit|densify|crystalli[sz]e|overcome|passivate|"
            r"smooth(?:en)?|plan?ari[sz]e|stabili[sz]e|protect|preserve|conserve|maintain|retain|"
            r"accelerate|strengthen|heal|repair|adjust|modify|modulate)\b)|\bto prevent (?=from )"
        ),
        "The wafers were kept in argon to prevent oxidation.",
        "The coating was found to prevent oxidation.",
        _words(r"[,;]|\b(?:which|that|result\w*|lead|led|yield\w*|achiev\w*|show\w*)\b"),
        requires=_words(
            r"\b(?:was|were|is|are|been|be|took|takes|being)\s+(?:[a-z]+ly\s+|then\s+|also\s+|"
            r"first\s+|further\s+)*(?:[a-z]+-)?(?:(?!found|shown|known|seen|observed|reported|"
            r"demonstrated|proved|proven|able|need)\w+(?:ed|wn|pt|id|un|en|ut|elt|ound)|place|"
            r"critical|crucial|essential|important|key|vital|made|set|held)\b(?:[^.;:,]|\bFigs?\.|"
            r"\.\d){0,110}$|\b(?:critical|crucial|essential|important|vital|key)\s$"
        ),
        unless=_words(
            r"\b(?:found|shown|known|observed|seen|reported|demonstrated|prove[ds]?|proven|able|"
            r"enough|sufficient\w*|suffic\w+|help(?:s|ed)?|serve[ds]?|acts?|lead|leads|led|"
            r"allow\w*|enabl\w*|continu\w+|tend\w*|began|begins?|start\w*|ability|capab\w+|"
            r"manag\w+|succe\w+|effective|contribut\w+|believed|expected|likely|attributed|"
            r"due)\s+(?:\S+\s+){0,2}$"
        ),
    ),
    Context(
        "purpose",
        "after",
        _words(
            r"\bfor (?:the |an? |further )?(?=(?:[\w-]+ ){0,4}?(?:improvement|enhancement|"
            r"reduction|"
            r"stabili[sz]ation|suppression|minimi[sz]ation|passivation) ?(?:of\b|[,.;)]|$|in\b))"
        ),
        "The contacts were annealed for contact resistance improvement.",
        "The ratio for the improvement was 2, and the contact resistance fell.",
        _words(r"[,;]"),
        requires=_words(
            r"^\W*$|\b(?:anneal\w*|deposited|used|applied|performed|employed|treated|carried out|"
            r"grown|introduced|added|chosen|adopted|patterned|sputtered|etched)\b[^.;]{0,40}$"
        ),
    ),
    Context(
        "with-increasing",
        "after",
        _words(
            r"\bwith (?:(?:the |an? |further )?(?:increasing|decreasing|rising|growing)(?: the)?|"
            r"(?:the )?(?:variation|change|increase|decrease|rise|reduction)s? (?:of|in))\b|"
            r"\b(?:increas|decreas|ris|rose|fall|fell|drop|declin|var[yi]|chang|scal|correlat)\w*"
            r"(?: \w+ly)? with(?= (?:the|its|their) )"
        ),
        "The index rises with increasing density of the film.",
        "The film densifies with increasing temperature, and its density is 3 g/cm3.",
        _words(r"(?:\S+\s+){3}|[,;]|\S \bthe\b"),
    ),
    Context(
        "varied",
        "after",
        _words(
            r"\b(?:as|when|once|until)\s+(?:(?:the|its|their)\s+|"
            r"(?=(?:[a-z-]+\s){1,3}?(?:increases|decreases|rises|falls|grows|drops)\b))"
        ),
        "The band gap increases as the particle size decreases.",
        "The particle size decreases with temperature.",
        _words(r"[,;:]|\b(?:is|are|was|were)\b"),
    ),
    Context(
        "factor",
        "after",
        _words(
            r"(?:^\W*|[,;:] |\bthat )(?:[a-z]+ly )?(?:increasing|decreasing|reducing|"
            r"lowering|raising|changing|varying|tuning|enlarging|shrinking|controlling|adjusting|"
            r"(?:an?|the) (?:(?:increas|decreas|enlarg|reduc)(?:ed|ing)|larger|smaller|"
            r"(?:change|increase|decrease|reduction|variation) (?:in|of)))\b"
            r"(?=(?:(?!\b(?:is|are|was|were|ha[ds]|have|by|after|upon|with)\b)[^.;,])*?\b(?:makes?|"
            r"made|leads?|led|results?|resulted|caus(?:es?|ed)|gives?|gave|yields?|yielded|"
            r"(?:red|blue)[ -]?shift(?:s|ed)|shift(?:s|ed)|mov(?:es|ed)|extend(?:s|ed)|"
            r"(?:increas|decreas|improv|reduc|rais|enhanc|tun|chang|modul\w+|induc)(?:es|ed)|"
            r"(?:lower|broaden|narrow|allow|enabl|turn)\w*)\b)"
        ),
        "Increasing the particle size shifts the emission.",
        "Increasing the temperature gave a larger particle size.",
        _words(r"[,;]|\b(?:which|that|makes?|made|leads?|led|results?|\w+ed|\w+es|gives?|gave)\b"),
    ),
    Context(
        "incentive",
        "after",
        _words(
            r"\b(?:work|study|studies|results?|findings?|insights?|reports?|papers?|concepts?|"
            r"approach|demonstration)s? (?:\w+ly |(?:should|will|may|can|could|are|is) "
            r"(?:expected to )?)?(?:stimulat|inspir|encourag|motivat|prompt|spur|foster|invit)"
            r"(?:es?|s)?\b"
        ),
        "Our findings inspire the design of dots with a higher quantum yield.",
        "Our findings show dots with a higher quantum yield.",
        _words(r";"),
    ),
    Context(
        "chosen-for",
        "after",
        _words(
            r"\b(?:use|used|uses|chose|chosen|selected?|employ(?:ed)?|preferred|favou?red|popular|"
            r"attractive)\b[^.;]{0,80}?\b(?:due to|because of|owing to|thanks to) (?:its|their)\b"
        ),
        "We used ZnO due to its low price and improved mobility.",
        "We used ZnO, and due to its purity the mobility improved.",
        _words(r"[;:]|\b(?:we|which|resulting|leading|the)\b"),
    ),
    Context(
        "not-reached",
        "after",
        _words(
            r"\b(?:unable|not (?:been )?able|fail(?:s|ed)?|impossible|difficult) to (?:achieve|"
            r"provide|obtain|produce|deliver|make|prepare|fabricate|form|yield|reali[sz]e)\b"
            r"[^.;,]*?\b(?:that|which|with|having)\b"
        ),
        "Such methods failed to produce films with a high mobility.",
        "Films of such methods failed, but ours had a higher mobility.",
        _words(r"[;:]|\b(?:but|while|whereas|we|our|here)\b"),
    ),
    Context(
        "advice",
        "sentence",
        _words(
            r"^\W*(?:Use|Employ|Choose|Select|Consider|Try|Ensure|Avoid)\s(?!of\b)"
            r"(?!.*\b(?:was|were|we|our)\b)"
        ),
        "Use longer pulses to raise the density.",
        "Use of longer pulses raised the density.",
    ),
    Context(
        "approach",
        "sentence",
        _words(
            r"^\W*(?:one|another|the other|an alternative|the (?:first|second)) "
            r"(?:(?:is|would be) to|(?:\w+ )?(?:approach|way|method|strategy|option|route|"
            r"possibility)\b[^.;]*?\b(?:is|would be|consists of))\b"
            r"(?!.*\b(?:here|this (?:work|study|paper)|our|we)\b)"
        ),
        "Another approach is using oxides of a higher mobility.",
        "Another sample had a higher mobility.",
    ),
    Context(
        "model",
        "after",
        _words(
            r"\b(?:models?|theor(?:y|ies)|framework|formalism|Hamiltonian|simulations?|database|"
            r"calculations?) (?:of|for|that|which|to|based on|considering|including|captur\w+|"
            r"accounting for|predict\w+|integrating)\b"
        ),
        "The decays were fitted by a model that accounts for energy transfer.",
        "The model of the cell was built, and the mobility increased.",
        _words(
            r";|, (?:we|the|it|which)\b|\b(?:show|reveal|yield|gave|found|demonstrat|with an?\b)"
        ),
    ),
    Context(
        "of-a-class",
        "after",
        _words(
            r"\b(?:for|than) (?:the )?(?=(?:larg|small|bigg|thick|thinn|short|long)er\b)|"
            r"\bat (?:larg|small|high|low)er (?=(?:\w+ ){0,2}(?:sizes?|densit|concentrat))"
        ),
        "The shift saturates for larger nanocrystals.",
        "The growth yields larger nanocrystals for lamps.",
        _words(r"[,;]|\b(?:is|are|was|were|and|as|at|with)\b|\w(?: \w+){2}"),
    ),
    Context(
        "aspiration",
        "after",
        _words(
            r"\b(?:appealing|attractive|promising|essential|crucial|important|desirable)"
            r" (?:for|as)\b|"
            r"\b(?:beneficial|favou?rable|advantageous|conducive|suitable|useful) (?:for|to) "
            r"(?:the |an? )?(?=(?:reduced|improved|enhanced|increased|better|higher|lower)\b)"
        ),
        "Such dots are attractive for a higher quantum yield.",
        "Such dots reached a higher quantum yield.",
    ),
)
