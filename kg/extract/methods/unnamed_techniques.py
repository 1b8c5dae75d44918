"""Techniques that a verb, a quantity or an instrument indicates without a name."""

from __future__ import annotations

from kg.extract.methods.unnamed import DONE, Indicator, any_of

#: The axes of an electrical curve: "I_D–V_G", "drain current–gate voltage".
_AXIS = (
    r"(?:[IJCVQPERG]_?(?:[DGSB]{1,2}|ds|gs|d|g)?|[Cc]urrent(?: densit(?:y|ies))?|[Cc]apacitance|"
    r"[Cc]onductance|[Pp]olari[sz]ation|(?:(?:gate|bias|drain) )?voltage|(?:electric )?field)"
)

TECHNIQUES = (
    Indicator(
        "technique",
        "photoluminescence",
        any_of(
            r"\b(?:PL|(?:photo)?luminescence|emission|fluorescence)"
            r"(?:\s+of\s+[^.;,]{1,70}|\s+spectr(?:a|um))?\s+"
            rf"{DONE}(?:recorded|measured|followed|acquired|collected|monitored|excited|taken)\b",
            r"\b(?:photoluminescence|PL)\s(?:studies|data|experiments?|investigations?)\b",
            rf"\b(?:[Pp]olari[sz]ed|[Tt]heir|[Ii]ts|whose)\s(?:emission|luminescence)\s(?:{DONE})?"
            r"(?:recorded|measured|followed|analy[sz]ed|monitored)\b",
            r"\bmeasurements?\s\((?:photoluminescence|PL)\b",
            r"\b(?:analy[sz]ed|characteri[sz]ed|studied|investigated|examined)\s+(?:by|with|using)"
            r"\b[^.;]*(?:\band|,)\s+(?:photoluminescence|PL)(?=[,.;]|$|\s\(|\sand\b)",
            r"\bsteady[- ]state,?\s+and\s+time-resolved\s+(?:photoluminescence|PL|emission)\b",
        ),
        unless=any_of(
            r"\belectroluminescence|\bX-ray emission|\boptical emission|\bfield emission"
        ),
    ),
    Indicator(
        "technique",
        "uv_vis_absorption",
        any_of(
            r"(?<![-\w] )\b(?:optical\s+)?absorption(?:\s+spectr(?:a|um))?\s+"
            rf"{DONE}(?:recorded|measured|acquired|collected)\b"
        ),
        unless=any_of(r"\bX-ray|\binfrared|\batomic absorption|\btransient|\bmicrowave"),
    ),
    Indicator("technique", "stem", any_of(r"\bSTEM[-–—/](?:EDXS?|EDS|EELS)\b")),
    Indicator(
        "technique",
        "sem",
        any_of(
            r"\bSEM[-–—/](?:EDXS?|EDS)\b",
            r"\bscanning\s+and\s+transmission\s+electron\s+micro(?:scop|graph)\w+",
        ),
    ),
    Indicator(
        "technique",
        "electrochemical_measurement",
        any_of(
            r"\b(?:tested|characteri[sz]ed|measured|evaluated|investigated)\s+"
            r"(?:photo)?electrochemically\b",
            r"\b(?:tested|characteri[sz]ed|measured|evaluated|compared)\s+(?:the\s+)?"
            r"electrochemical\s+(?:performances?|propert(?:y|ies)|behaviou?rs?|activit(?:y|ies))\b",
            rf"\belectrochemical\s+(?:performances?|propert(?:y|ies)|behaviou?rs?)\s[^.;]{{0,60}}?{DONE}"
            r"(?:tested|characteri[sz]ed|measured|evaluated|studied|investigated)\b",
            r"\belectrochemically\s+(?:tested|characteri[sz]ed|evaluated|"
            r"active (?:surface )?area)\b",
            r"\b(?:with|by|using|via)\s(?:spectro-?)?electrochemistry\b",
            r"\bimpedance\s(?:spectr(?:a|um|oscopy)|analys[ie]s|measurements?|data)\b",
            rf"\bphotocurrents?\s(?:\w+\s)?{DONE}(?:registered|recorded|measured)\b",
            r"\b(?:photocurrents?|current densit(?:y|ies))\b[^.;]{0,60}\b(?:V_?(?:RHE|SHE)|"
            r"vs\.?\s(?:RHE|SHE|Ag/AgCl)|in (?:\d\S*\s)?M (?:NaOH|KOH|H2SO4|HClO4|Na2SO4)|buffer)",
            r"\bspecific capacit(?:y|ies|ances?)\b",
            r"\bcharge[-/– ]discharge\b",
            r"\btest\w*\b[^.;]{0,60}\b(?:flow|H-?type|three-electrode)[- ](?:\w+ )?cells?\b",
        ),
        unless=any_of(r"\bdielectric|\bcapacitors?\b|\bferroelectric|\btransistor"),
    ),
    Indicator(
        "technique",
        "electrical_measurement",
        any_of(
            rf"\bdielectric\s(?:spectra|properties|constants?|loss)\s(?:\w+\s)?{DONE}(?:measured|recorded|taken)\b",
            r"\bcapacitance\stransients?\b",
            r"\bdrain[- ]currents?\b",
            r"\bcharacteri[sz]ed\s(?:the\s|our\s)?(?:\w+\s){0,2}(?:FETs?|TFTs?|transistors?)\b",
            rf"\b{_AXIS}(?:\s?[-–/]\s?|\s(?:versus|vs\.?)\s){_AXIS}\s(?:\([^()]{{1,9}}\)\s)?"
            r"(?:hysteresis\s)?(?:curve|characteristic|loop|sweep|measurement|plot|relation)s?\b",
            r"\b(?:[Ee]lectrical\s(?:propert(?:y|ies)|conductivity|performance|behaviou?r)|"
            r"[Ll]eakage\scurrents?(?:\sdensit(?:y|ies))?|[Bb]reakdown\s(?:voltage|field)s?)"
            r"\s(?:of\s[^.;,]{1,50}\s)?(?:was|were)\s"
            r"(?:also\s|then\s|further\s)?(?:measured|recorded|characteri[sz]ed|tested|evaluated|"
            r"determined|examined|investigated|analy[sz]ed)\b",
            r"\b(?:[Ee]lectrically\s(?:characteri[sz]ed|tested)|PUND\b|Sawyer[-–]Tower)",
            rf"\b(?:electrical |magneto-?|charge )?[Tt]ransport\s{DONE}(?:studied|measured|"
            rf"probed)\b",
            r"\bfield-effect\s(?:\w+\s)?mobilit(?:y|ies)\b",
            r"\bHall\s(?:mobilit|effect|measure|data|coefficient)\w*",
        ),
    ),
    Indicator(
        "technique",
        "xrd",
        any_of(
            r"\b(?:powder|grazing[- ](?:incidence|angle)|"
            r"glancing[- ]angle)\s(?:X-ray\s)?diffract\w+",
            r"(?<!electron )(?<!neutron )\bdiffraction\s(?:patterns?|peaks?|lines)\s(?:of|show|"
            r"show(?:s|ed)|from|were)\b",
            r"\bdiffractograms?\b",
        ),
        unless=any_of(r"\belectron diffraction|\bneutron|\bSAED\b"),
    ),
    Indicator(
        "technique",
        "contact_angle_measurement",
        any_of(r"\bcontact angles?\s(?:of|was|were|is|are|rose|fell|decreas|increas)[^.;]{0,40}\d"),
    ),
    Indicator(
        "technique",
        "gas_physisorption",
        any_of(
            r"\b(?:nitrogen|N2|argon|Kr|krypton)\s(?:ad|de|physi)?(?:sorption\s)?isotherms?\b",
            r"\bchemisorption\sof\s(?:hydrogen|H2|CO|carbon monoxide)\b",
        ),
    ),
    Indicator(
        "technique",
        "permeation_measurement",
        any_of(
            rf"\b(?:permeation|permeances?|permeabilit(?:y|ies))\s{DONE}(?:measured|determined|tested)\b"
        ),
    ),
    Indicator("technique", "ellipsometry", any_of(r"\bellipso-?\s?metrically\b")),
)
