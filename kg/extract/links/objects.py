"""Find the layered object of a study to which a solid in a sentence refers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.composition import composition_classes
from kg.extract.knowledge.families import core_of
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.text.rare import Rare

Layers = tuple[str, ...]


def object_with(account: Account, part: Part, formula: str) -> Layers:
    """Return the layers of the study's object that has this solid as its core or outermost layer.

    Of several objects, the one that was mentioned last before the end of the part; ``()`` if there
    is none.
    """
    found = [layers for layers in account.objects if formula in (layers[-1], core_of(layers))]
    called = [layers for layers in found if _is_called(part, core_of(layers))]
    found = called or found
    if len(found) < 2:
        return found[0] if found else ()
    parts = (part, *account.before(part))
    for tells in (_tells, _tells_core):
        for other in parts:
            told = [layers for layers in found if tells(account, other, layers)]
            if told:
                return told[0] if _are_alternatives(other, told) else told[-1]
    return found[0]


def _are_alternatives(part: Part, told: Sequence[Layers]) -> bool:
    """Return whether the objects extend the first one: "filled with HfO2 or HfO2/ZnO"."""
    first = told[0]
    return " or " in part.text and all(other[: len(first)] == first for other in told)


_PEROVSKITE = Rare(r"\bperovskite\s(?:[\w-]+\s)?(?:\w*crystal|NC|QD|dot|particle)", re.IGNORECASE)


def _is_called(part: Part, core: str) -> bool:
    """Return whether a part names its particles by the class of a core: "perovskite dots"."""
    is_named = _PEROVSKITE.search(part.text) is not None
    return is_named and "HalidePerovskite" in composition_classes(core)


def _tells_core(account: Account, part: Part, layers: Layers) -> bool:
    return layers[0] in _solids_told(account, part)


def _tells(account: Account, part: Part, layers: Layers) -> bool:
    """Return whether a part names every layer of an object."""
    return set(layers) <= _solids_told(account, part)


def _solids_told(account: Account, part: Part) -> set[str]:
    return {account.own_name(f) for m in part.mentions for f in solids_of(m)}
