"""How sentences name what binds to the surface of nanocrystals: lists, exchanges, treatments.

A rule's ``emits`` is read as in :mod:`kg.extract.rules.reagents`; "bound" is the role of a ligand
for what binds as one: usual ligands, organics of no usual role, halides. "treated" is the same in a
sentence on particles.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

_SUCH_AS = "[,] [(] (such|including|like|namely|i\\.e|e\\.g|for) [as] [.] [instance] [example] [,]"
_BINDERS = "(ligands?|surfactants?|stabili[sz]ers?|thiols?|linkers?)"
_EXCHANGING = (
    "(exchang(?:e|es|ed|ing)|replac(?:e|es|ed|ing|ement)|substitut(?:e|es|ed|ing|ion)|"
    "displac(?:e|es|ed|ing|ement))"
)
_PASSIVATING = (
    "(passivation|passivating|capping|functionali[sz]ation|functionali[sz]ing|stabili[sz]ing|"
    "terminating)"
)

#: Slots ``x``, and ``a`` and ``b`` where one replaces the other; a ``process`` is an exchange of
#: ligands.
RULES = (
    Rule(
        "ligands-including",
        _BINDERS + " " + _SUCH_AS + " ~1 {C*:x}",
        "bound",
        "various ligands such as thioglycolic acid and glutathione",
        "various ligands and glutathione",
    ),
    Rule(
        "ligand-behind",
        "{C*:x} [-] [capping] [surface] [native] [molecular] (ligands?|surfactants?)",
        "bound",
        "oxalic acid, EDT and pyridine ligands",
        "oxalic acid, EDT and pyridine",
    ),
    Rule(
        "exchanged-with",
        "{P:process} ^3 (with|using|by|to) ^3 {C*:x}",
        "bound",
        "a ligand exchange with PbI2 and PbBr2",
        "an annealing with PbI2 and PbBr2",
    ),
    Rule(
        "exchange-of-for",
        _EXCHANGING + " ^1 of ^3 {C:a} ^3 (with|by|for) ^2 {C*:b}",
        "bound",
        "after exchange of oleic acid with thioglycolic acid",
        "after dilution of oleic acid with thioglycolic acid",
    ),
    Rule(
        "exchange-from-to",
        _EXCHANGING + " ^2 from ^2 {C:a} to ^2 {C*:b}",
        "bound",
        "The ligands were exchanged from oleate to thiocyanate.",
        "The color went from oleate to thiocyanate.",
    ),
    Rule(
        "ligand-exchange-from-to",
        "{P:process} ^2 from ^2 {C:a} to ^2 {C*:b}",
        "bound",
        "ligand exchange from oleate to thiocyanate",
        "a gradient from oleate to thiocyanate",
    ),
    Rule(
        "replaces-ligands",
        "{C*:x} [)] ^5 " + _EXCHANGING + " ^6 (ligands?|surfactants?|<C\\d+>)",
        "replacing",
        "Pyridine was used to displace the native ligands.",
        "Pyridine was used to dissolve the native ligands.",
    ),
    Rule(
        "treated-with",
        "(treated|pretreated) ~1 (with|by|using) ~4 {C*:x}",
        "replacing",
        "films treated with ethylenediamine",
        "films washed with ethylenediamine",
    ),
    Rule(
        "reagent-treated",
        "{C:x} - treated",
        "replacing",
        "ethylenediamine-treated films",
        "ethylenediamine-rich films",
    ),
    Rule(
        "treated-films",
        "(treating|treatment|treatments|soaked|soaking|dipped|immersed) ~6 (with|in) ^4 {C*:x}",
        "treated",
        "by treating the films of dots with tetrabutylammonium iodide",
        "by heating the films of dots with tetrabutylammonium iodide",
    ),
    Rule(
        "passivating-with",
        _PASSIVATING + " ^5 (with|by|using) ^2 {C*:x}",
        "bound",
        "passivating the dots with zinc chloride",
        "mixing the dots with zinc chloride",
    ),
    Rule(
        "passivates",
        "{C:x} [)] [-] (passivates?|treatments?|passivation|coated|capping)",
        "bound",
        "zinc chloride passivation of the dots",
        "zinc chloride powder",
    ),
)
