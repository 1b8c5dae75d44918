"""How sentences name what binds to the surface of nanocrystals: lists, exchanges, treatments.

A rule's ``emits`` is read as in :mod:`kg.extract.rules.reagents`; "bound" is the role of a ligand
for what binds as one: usual ligands, organics of no usual role, halides. "treated" is the same in a
sentence on particles.
"""

from __future__ import annotations

from kg.extract.patterns import Rule

_SUCH_AS = "[,] [(] (such|including|like|namely|i\\.e|e\\.g|for) [as] [.] [instance] [example] [,]"
_BINDERS = "(ligands?|surfactants?|stabili[sz]ers?|thiols?|linkers?)"

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
)
