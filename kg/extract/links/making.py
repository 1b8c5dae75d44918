"""Find which process makes which solid: the ``makes`` of a process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.extract.knowledge.families import WET_SYNTHESES, is_catalyst_metal, is_framework
from kg.extract.links.account import Account, Part, solids_of
from kg.extract.links.phrases import TREATMENTS
from kg.extract.mentions import Mention
from kg.model import Thing, solid

#: Roles of solids that a deposition can make.
_PUT_DOWN = frozenset(
    """film shell matrix overlayer blocking_layer transport_layer spacer absorber electrode
    product""".split()
)
_ELECTRODE = frozenset({"electrode"})
#: Processes that usually make metal electrodes.
_OF_METALS = frozenset({"sputtering", "pvd"})
#: Roles of solids that carry metal particles.
_UNDER = frozenset({"substrate", "support"})
#: Roles of solids that are deposited on particles.
_ON_TOP = frozenset({"shell", "matrix", "overlayer"})
#: Roles of solids that a synthesis in a flask can make.
_SYNTHESISED = frozenset({"core", "nanocrystal", "product"})
SYNTHESES = WET_SYNTHESES | {"plasma_synthesis"}
_NO_DEPOSITION = TREATMENTS | SYNTHESES


def made_solids(account: Account, process: str = "ald") -> tuple[str, ...]:
    """Return the solids of a study that a process of this kind can have made."""
    roles = _SYNTHESISED if process in SYNTHESES else _PUT_DOWN
    made = tuple(f for f, own in account.roles.items() if own & roles)
    made = tuple(f for f in made if not is_framework(f)) or made  # these come from oxides
    if process in SYNTHESES:
        return made
    return (*made, *(f for f in _carried_metals(account) if f not in made))


def _carried_metals(account: Account) -> Iterator[str]:
    """Yield metals whose particles a study puts on a support without covering them."""
    everything = frozenset().union(*account.roles.values())
    if everything & _UNDER and not everything & _ON_TOP:
        for formula, own in account.roles.items():
            if "nanocrystal" in own and is_catalyst_metal(formula):
                yield formula


def makes(account: Account, part: Part, process: str, at: int) -> tuple[Thing, ...]:
    """Return the solids that the process named at an offset makes.

    They are those that its sentence names, else the only one of the study. "Al2O3 was deposited on
    Si by ALD": the film, not the wafer. A treatment makes nothing.
    """
    if process in TREATMENTS | {"atomic_layer_etching"} or account.is_general:
        return ()
    made = made_solids(account, process)
    beside = _beside(part, at)
    if beside and beside not in made:
        return (solid((beside,)),)  # "on CVD graphene"
    earlier = {f for m in part.mentions if _is_earlier(part, m, at) for f in solids_of(m)}
    here = (beside,) if beside else tuple(f for f in solids_in(part, made) if f not in earlier)
    here = tuple(f for f in here if not _lies_beneath(part, f)) or here
    if earlier and not here:
        return ()
    if _names_no_growth(part, at):
        here = ()
    if process not in _OF_METALS:
        here = tuple(f for f in here if account.roles.get(f) != _ELECTRODE) or here
    if len(here) > 1 and process not in SYNTHESES:
        here = _nearest(part, here, at)
    chosen = here or (made if len(made) == 1 else ())
    return tuple(solid((formula,)) for formula in chosen)


def solids_in(part: Part, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those of the solids that a part names, in the order of the text."""
    known = set(wanted)
    named = (f for m in part.mentions for f in solids_of(m) if f in known)
    return tuple(dict.fromkeys(named))


def deposition_in(account: Account, part: Part, *, sentences: int = 0) -> str:
    """Return the one deposition that a part is about; ``""`` for none or several.

    A part that names none is about the last one named before it in its passage, or about the only
    one of the study. ``sentences`` limits how many sentences back to look; 0 means no limit.
    """
    if not account.processes:
        return ""
    for other in chain((part,), account.before(part, sentences=sentences)):
        named = {account.name_of(m) for m in other.processes if m.id not in _NO_DEPOSITION}
        if named:
            return next(iter(named)) if len(named) == 1 else ""
    if sentences:
        return ""
    made = [p for p in account.processes if p not in _NO_DEPOSITION]
    return made[0] if len(made) == 1 else ""


def _beside(part: Part, at: int) -> str:
    """Return the solid directly after a process, as its product: "ALD-grown HfO2"."""
    end = max((m.end for m in part.mentions if m.start == at), default=at)
    for mention in part.mentions:
        is_next = mention.start >= end and _PRODUCT.fullmatch(part.text, end, mention.start)
        if is_next and len(solids_of(mention)) == 1:
            return solids_of(mention)[0]
    return ""


def _names_no_growth(part: Part, at: int) -> bool:
    """Return whether a process only describes reagents or tools: "ALD precursors"."""
    end = max((m.end for m in part.mentions if m.start == at), default=at)
    return _NO_GROWTH.match(part.text, end) is not None


_NO_GROWTH = re.compile(
    r"[\s-](?:metal |oxide )?(?:co-?)?(?:precursor|reactant|reagent|reactor|chamber|tool)s?\b"
)
_PRODUCT = re.compile(r"\s?(?:\([A-Z-]{2,8}\))?[)]?[\s-]?(?:(?:grown|deposited|derived|made)\s)?")


#: Words around a solid that was deposited in an earlier step: "following the SiO2 deposition, ...".
_STEP_BEFORE = re.compile(r"\b(?:after|following|before|prior to|upon)\s(?:the\s)?$", re.IGNORECASE)
_STEP = re.compile(r"\s(?:\w+\s)?(?:deposition|growth|coating|sputtering|evaporation)\b")


def _is_earlier(part: Part, mention: Mention, at: int) -> bool:
    """Return whether another step than the one at an offset made a solid."""
    if not _STEP.match(part.text, mention.end) or "," not in part.text[mention.end : at]:
        return False
    return _STEP_BEFORE.search(part.text, 0, mention.start) is not None


#: Words before the solid that carries the film: "dots were evaporated onto the ZrO2 film".
_ON = re.compile(
    r"\b(?:on|onto|over|atop|upon|top of)\s"
    r"(?:(?:the|an?|both|each|this|these|bare|clean|flat|planar|\w+ed|\w+-\w+)\s){0,3}$"
)


def _lies_beneath(part: Part, formula: str) -> bool:
    """Return whether a part names a solid only as what something is deposited on."""
    places = [m for m in part.mentions if formula in solids_of(m)]
    return all(_ON.search(part.text, 0, m.start) for m in places)


#: Another name for a member of a list: "ZnO2 (zinc peroxide) and ZnO".
_BRACKET = re.compile(r"\([^()]*\)")


def _nearest(part: Part, formulas: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Return the solids in the list nearest to an offset."""
    places = [m for m in part.mentions if set(solids_of(m)) & set(formulas)]
    nearest = min(places, key=lambda m: min(abs(m.start - at), abs(m.end - at)))
    lists: list[list[Mention]] = []
    for place in sorted(places, key=lambda m: (m.start, -m.end)):
        if lists and _goes_on(part, lists[-1][-1], place):
            lists[-1].append(place)
        else:
            lists.append([place])
    listed = next(members for members in lists if nearest in members)
    return tuple(dict.fromkeys(f for m in listed for f in solids_of(m) if f in formulas))


def _goes_on(part: Part, last: Mention, place: Mention) -> bool:
    """Return whether a mention is the next member of a list, or lies within its last one."""
    between = _BRACKET.sub("", part.reading.between(last, place)).strip(" ,")
    return place.start < last.end or between in ("and", "or", "/", "")
