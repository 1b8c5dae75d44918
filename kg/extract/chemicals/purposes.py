"""The purpose of a reagent: to oxidize, to etch, to trigger something, to treat a surface.

A rule's ``emits`` is explained in :mod:`kg.extract.chemicals.reagents`; "helps" makes an additive
of a substance unless it is a common liquid or gas, "treats" marks a substance that treats a
surface.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

#: The effects on a reaction, a surface or a crystal of a substance that does not become part of it.
_HELP = (
    r"(?:trigger|promote|suppress|prevent|control|improve|tune|slow|accelerate|facilitate|enhance|modify|"
    r"increase|induce|etch|strip|dissolve|complex|chelate|catalyse|catalyze|activate|inhibit|block|"
    r"regulate|initiate|quench|balance|buffer|neutrali[sz]e|scavenge|hold|limit|restrict|direct)"
)
_USED = r"(?:used|employed|utili[sz]ed|applied|introduced|chosen|taken|added)"
_USING = (
    r"(?:us(?:e|es|ed|ing)|employ(?:s|ed|ing)?|utili[sz](?:e|es|ed|ing)|appl(?:y|ies|ied|ying)|"
    r"add(?:s|ed|ing)?|introduc(?:e|es|ed|ing))"
)
_TREATMENT = r"(?:pre-?|post-?)?(?:treatment|priming)s?"

RULES = (
    Rule(
        "oxidized-with",
        r"(oxidi[sz]ed|oxidi[sz]ing|oxidi[sz]es?|oxidation|sulfuri[sz]ed|sulfuri[sz]ation|"
        r"nitrided) "
        "^3 (with|by|using) ~2 {C*:x}",
        "converts",
        "The foil was oxidized with NaClO2.",
        "The foil was oxidized near NaClO2.",
    ),
    Rule(
        "used-to-help",
        f"{{C*:x}} ^2 (is|are|was|were|being|been) ^1 ({_USED}) ^7 to ^1 ({_HELP})",
        "helps",
        "ZnCl2 was added to the flask to promote the growth.",
        "ZnCl2 was added to the flask to dry.",
    ),
    Rule(
        "using-to-help",
        f"({_USING}) ~2 {{C*:x}} ^6 to ^1 ({_HELP})",
        "helps",
        "We used maleic anhydride to trigger the growth.",
        "We used maleic anhydride close to the growth.",
    ),
    Rule(
        "etched-in",
        r"(treated|hydroxylated|etched|dipped|immersed|soaked|refluxed|released|stripped|dissolved|"
        r"removed|activated|removal|stripping|pretreated) ~6 (in|into|with|by|using) ~5 {C*:x}",
        "corrodes",
        "The foil was etched for 60 s in dilute HCl.",
        "The foil was weighed for 60 s in dilute HCl.",
    ),
    Rule(
        "adsorbs-by-turns",
        "{C:x} (adsorption|chemisorption|chlorination|fluorination)",
        "etches",
        "ALE of GaN by chlorine adsorption and argon ions",
        "ALE of GaN near chlorine sources and argon ions",
    ),
    Rule(
        "etching-named",
        "{C:x} [-] (etching|etch|dip|bath|treatment|treatments|treated|etched)",
        "corrodes",
        "The membrane was released by KOH etching.",
        "The membrane was released by KOH growth.",
    ),
    Rule(
        "etched-with-gas",
        r"(etch(?:es|ed|ing)?) ~5 (with|by|using|in) ~2 {C*:x} [gas] [plasma]",
        "gas_etches",
        "The oxide was etched with BCl3/Ar.",
        "The oxide was seen with BCl3/Ar.",
    ),
    Rule(
        "blocked-with",
        r"(blocking|blocked|masked|masking|deactivated|deactivating|poisoned) ~5 (with|by|"
        r"using) ~2 {C*:x}",
        "blocks",
        "The oxide was blocked with dodecanethiol.",
        "The oxide was rinsed with dodecanethiol.",
    ),
    Rule(
        "pretreatment-with",
        "{P:process} [step] ^3 (with|by|using|in) ~2 {C*:x}",
        "treats",
        "A surface pretreatment with TMA cut the delay.",
        "A surface pretreatment before TMA cut the delay.",
    ),
    Rule(
        "reduced-by",
        r"(reduced|reduction|reducing|<P\d+>) ^3 [C] (by|with|using) ~2 {C:x}",
        "reduces",
        "by reducing AgNO3 with ethylene glycol",
        "AgNO3 was weighed by ethylene glycol.",
    ),
    Rule(
        "as-scavenger",
        "{C*:x} ^6 (as|was|were) ^4 (scavengers?|sacrificial)",
        "additive",
        "with methanol as the hole scavenger",
        "with methanol as the hole transport layer",
    ),
    Rule(
        "as-linker",
        "{C*:x} ^6 as ^4 (linkers?|struts?)",
        "linker",
        "with fumaric acid as the linker",
        "with fumaric acid as the solvent",
    ),
    Rule(
        "treatment-named",
        f"{{C:x}} [-] [pre] [-] ({_TREATMENT})",
        "treats",
        "The HgCl2 treatment raised the mobility of the film.",
        "The HgCl2 layer raised the mobility of the film.",
    ),
    Rule(
        "treatment-with",
        f"({_TREATMENT}) [step] ^3 (with|by|using|in) ~2 {{C*:x}}",
        "treats",
        "A treatment with HgCl2 raised the mobility of the film.",
        "A treatment near HgCl2 raised the mobility of the film.",
    ),
)
