"""Find which object has a property: the ``of`` of an outcome, its layers from the inside out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.knowledge.controls import UNTREATED
from kg.extract.knowledge.property_kinds import CHANGES, LASTING, OF_COAT, OF_FILM
from kg.extract.links.account import Account, solids_of, within
from kg.extract.links.beside import (
    carrier_of,
    is_of_stranger,
    mate_of,
    perovskite_for,
    solid_beside,
    standard_of,
)
from kg.extract.links.candidates import ON, is_electrode, is_on, is_only_outer, is_sample
from kg.extract.links.carried_over import carried_over, only_object
from kg.extract.links.devices import DEVICES, FIGURES, OF_PARTICLES
from kg.extract.links.listed import listed_solid
from kg.extract.links.natures import OF_DEPOSITION
from kg.extract.links.objects import object_with
from kg.extract.links.shapes import is_of_other_shape
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.mentions import Mention
from kg.model import Thing

Layers = tuple[str, ...]

#: Words before a solid that is meant without its coat.
_BARE = re.compile(rf"\b(?:{UNTREATED}|pure|plain)\b|\b[\d.]+\s?[mkμ]?g\sof\s$", re.IGNORECASE)
#: A sample without its coat, named without its solid.
_BARE_SAMPLE = re.compile(
    rf"\b(?:{UNTREATED}|pure|plain)\s(?:[\w-]+\s){{0,2}}?(?:films?|solids?|dots?|particles?|(?:nano)?crystals?|cores?|samples?|"
    r"\w{0,2}(?:QD|NC|NP|NR|NW|NPL)s?|"
    r"cubes?|rods?|wires?|platelets?|sheets?|spheres?|grains?|islands?|"
    r"nano\w+|devices?|cells?|powders?|electrodes?|ones?|surfaces?|wafers?|layers?|transistors?)\b",
    re.IGNORECASE,
)
#: Words between a property and its owner.
_POSSESSOR = re.compile(
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:\w+\s){0,3}?(?:of|in|for|from)\s+(?:all\s|both\s)?"
    r"(?:the\s|these\s|our\s|an?\s)?"
)


def sample_of(account: Account, stated: StatedOutcome, agents: Sequence[Thing]) -> Layers:
    """Return the layers of the object that has the property of an outcome, from the inside out.

    ``()`` if the text does not say which object it is.
    """
    found = _sample(account, stated, agents)
    if _is_uncoated_yet(account, stated, found):
        return found[:1]
    is_cause = len(found) == 1 and any(t.kind == "material" and t.id == found[0] for t in agents)
    is_change = stated.outcome.direction in CHANGES and stated.outcome.property not in OF_FILM
    if not (is_cause and is_change):
        return found
    coated = set(_wafers(account, found))  # "the coat kept the capacity": that of the coated solid
    return coated.pop() if len(coated) == 1 else found


#: Words by which a text mentions a coat on particles, even before it names the coat.
_COATED_WORD = re.compile(
    r"\b(?:coat|shell|overcoat|encapsul|passivat|embed|cover|infill|infiltrat|core|"
    r"cap(?:ped|ping) layer|ALD|atomic layer|SILAR|composite)\w*",
    re.IGNORECASE,
)


def _is_uncoated_yet(account: Account, stated: StatedOutcome, layers: Layers) -> bool:
    """Return whether the text up to here is about particles alone, with no word of a coat."""
    outer = set(layers[1:]) - {layers[0]} if layers else set()
    if not outer or layers not in account.objects:
        return False
    told = [part for part in account.parts if part.index <= stated.part.index]
    named = {account.own_name(f) for part in told for m in part.mentions for f in solids_of(m)}
    return (
        layers[0] in named
        and not outer & named
        and not any(_COATED_WORD.search(part.text) for part in told)
    )


def _sample(account: Account, stated: StatedOutcome, agents: Sequence[Thing]) -> Layers:
    """Return the object named by the words of the clause, even if they name only its coat."""
    if (beside := _beside(account, stated)) is not None:
        return beside
    if stated.outcome.property in OF_COAT:
        coat = _coat(account, agents)
        if coat:
            return coat
    named = [
        n for n in _named(account, stated, agents) if not _is_beside(account, stated, n, agents)
    ]
    if _is_of_active(account, stated) and all(account.active.isdisjoint(n) for n in named):
        here = [m for m in within(stated.part.mentions, *stated.reach) if m.id in account.active]
        outside = (any(a <= m.start < b for a, b in stated.compared) for m in here)
        named = [(m.id,) for m, is_out in zip(here, outside, strict=True) if not is_out] or named
    if named:
        return _overcoated(account, stated, _coated(account, named[0], agents))
    if account.is_general or _is_at_large(stated):
        return ()
    return _told_before(account, stated, agents)


def _beside(account: Account, stated: StatedOutcome) -> Layers | None:
    """Return the object named directly beside the property; ``None`` if there is none."""
    if (standard := standard_of(stated)) is not None:
        return solids_of(standard[-1]) if standard else ()
    solid = listed_solid(stated)
    if solid is None and stated.outcome.property not in FIGURES:
        solid = solid_beside(stated)
    if solid is not None:
        return _whole(account, stated, solid)
    if (carrier := carrier_of(stated)) is not None:
        return solids_of(carrier)
    return () if is_of_stranger(account, stated) else None


def _told_before(account: Account, stated: StatedOutcome, agents: Sequence[Thing]) -> Layers:
    """Return the object of a clause that names none."""
    told = carried_over(account, stated) or only_object(account)
    if (perovskite := perovskite_for(account, stated, told)) is not None:
        return perovskite
    if _is_of_active(account, stated):
        told = _with_active(account, stated, told)
    if stated.outcome.property in _OF_SURFACE:
        told = next((c for c in _wafers(account, told)), told)
    if is_of_other_shape(account, stated, told):
        return ()
    if _is_of_bare_sample(stated):
        main = account.main
        is_coat_alone = len(main) == 1 and main[0] not in told
        return main if is_coat_alone else _uncoated(account, told)
    return _overcoated(account, stated, _coated(account, told, agents))


def _wafers(account: Account, layers: Layers) -> Iterator[Layers]:
    """Yield each wafer together with its coat, given the coat alone."""
    coatings = (c for part in account.parts for c in part.coatings)
    yield from ((c.inner, c.outer) for c in coatings if (c.outer,) == layers and c.inner)


def _is_beside(
    account: Account, stated: StatedOutcome, layers: Layers, agents: Sequence[Thing]
) -> bool:
    """Return whether a solid in a clause is not the object: a layer of its device, or its cause.

    "With an SnO2 layer the cells gave 19 %", "HfO2 suppressed the oxidation" of the dots.
    """
    if len(layers) > 1 or layers[0] in account.particles:
        return False
    is_cause = any(t.kind == "material" and t.id == layers[0] for t in agents)
    is_change = stated.outcome.property not in OF_DEPOSITION | {"nucleation", "infilling"}
    if is_cause and is_change and account.active & account.particles:
        return True
    return _is_of_active(account, stated) and account.serves(layers[0])


def _uncoated(account: Account, layers: Layers) -> Layers:
    """Return the object without its coat; every filling of pores between particles is removed."""
    inside = layers[:-1]
    while len(inside) > 1 and "matrix" in account.roles.get(inside[-1], frozenset()):
        inside = inside[:-1]
    return inside or layers


#: Words before particles that are meant with their coat.
_WITH_COAT = re.compile(r"\b(?:coated|overcoated|covered|encapsulated)\s(?:[\w-]+\s)?$")


def _overcoated(account: Account, stated: StatedOutcome, layers: Layers) -> Layers:
    """Return particles with the coat that the text puts on them, if the object has no name.

    "Pd on silica was coated with alumina. It stayed active": the coated particles.
    """
    if len(layers) != 1 or layers[0] not in account.subjects:
        return layers
    own = stated.part
    named = [m for m in within(own.mentions, *stated.reach) if solids_of(m) == layers]
    if named and not any(_WITH_COAT.search(own.text[: m.start]) for m in named):
        return layers
    for part in (own, *account.before(own, sentences=2), *account.parts):
        coats = {c.outer for c in part.coatings if c.inner == layers[0]}
        if len(coats) == 1:
            return (*layers, *coats)
    return layers


def _is_of_active(account: Account, stated: StatedOutcome) -> bool:
    """Return whether only the active part of a device, or its particles, can have the property."""
    name = stated.outcome.property
    is_edge = name in ("band_gap", "absorption") and _EDGE.search(stated.part.text, *stated.reach)
    is_optical = name in OF_PARTICLES or bool(is_edge)
    return name in FIGURES or _is_of_devices(stated) or (is_optical and bool(account.particles))


_EDGE = re.compile(r"\b(?:edge|onset|exciton)", re.IGNORECASE)


def _with_active(account: Account, stated: StatedOutcome, layers: Layers) -> Layers:
    """Return the active part of a device instead of the object found: "the cells gave 12%"."""
    inside = tuple(account.active.intersection(layers))
    if len(layers) > 1 or inside:
        return inside if len(layers) > _DEVICE and len(inside) == 1 else layers
    if account.active:
        first = max(sorted(account.active), key=lambda f: account.named[f])
        return object_with(account, stated.part, first) or (first,)
    is_figure = stated.outcome.property in FIGURES
    return () if is_figure and layers and account.serves(layers[0]) else layers


def _is_of_devices(stated: StatedOutcome) -> bool:
    """Return whether a clause is about the lifetime of devices: "the cells were stable in air"."""
    lasts = stated.outcome.property in LASTING or stated.outcome.property.endswith("stability")
    return lasts and DEVICES.search(stated.part.text, *stated.reach) is not None


def _is_of_bare_sample(stated: StatedOutcome) -> bool:
    """Return whether the clause means an uncoated sample: "absent in non-infilled films"."""
    found = _BARE_SAMPLE.finditer(stated.part.text, *stated.reach)
    return any(not any(a <= m.start() < b for a, b in stated.compared) for m in found)


def _coated(account: Account, layers: Layers, agents: Sequence[Thing]) -> Layers:
    """Return the object with the coat that is credited with its property."""
    is_wafer = len(layers) == 1 and account.is_bystander(layers[0])
    coats = [t.id for t in agents if t.kind == "material" and (is_wafer or t.id in account.outer)]
    if not layers or len(coats) != 1 or coats[0] in layers:
        return layers
    around = [whole for whole in account.objects if whole[-1] == coats[0]]
    if len(around) == 1 and layers[0] not in account.coated:
        if account.is_around(around[0]):
            return (*layers, *around[0])  # a laminate around the particles
        return around[0]  # "from dots to rods with the shell": the one object with this coat
    return (*layers, coats[0])


_FILMS = re.compile(
    r"\b(?:the|these|our|all|such|resulting)\s(?:\w+\s){0,3}?(?:films?|layers?|coat\w+)\b"
)


def _is_at_large(stated: StatedOutcome) -> bool:
    """Return whether a sentence is about a technique in general: "ALD gives conformal films"."""
    if stated.outcome.property not in OF_DEPOSITION or _FILMS.search(stated.part.text.lower()):
        return False
    tags = {token.tag_ for token in stated.part.doc or ()}
    return bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD"}


def _coat(account: Account, agents: Sequence[Thing]) -> Layers:
    coats = [t.id for t in agents if t.kind == "material"]
    coats = coats or [
        f for f in account.outer if account.roles.get(f, frozenset()) != frozenset({"shell"})
    ]
    return (coats[0],) if len(set(coats)) == 1 else ()


def _named(account: Account, stated: StatedOutcome, agents: Sequence[Thing]) -> Iterator[Layers]:
    """Yield the objects that the clause names, the most likely first."""
    clause = stated.clause
    solids = [
        m
        for m in within(stated.part.mentions, clause.start, clause.end)
        if solids_of(m)
        and (
            is_sample(account, stated.part, m, stated.compared) or is_electrode(account, stated, m)
        )
    ]
    at = stated.finding.at
    possessor = _POSSESSOR.match(stated.part.text, _end_of_property(stated))
    behind = [m for m in solids if possessor and 0 <= m.start - possessor.end() < 30]
    ahead = [m for m in reversed(solids) if m.start < at]
    rest = [m for m in solids if m.start >= at]
    ordered = [*_surfaces(account, stated), *_qualified(stated, solids), *behind, *ahead, *rest]
    causes = {t.id for t in agents if t.kind == "material"}
    ordered.sort(
        key=lambda m: (
            len(solids_of(m)) == 1 and (solids_of(m)[0] in causes or is_on(account, stated.part, m))
        )
    )
    for mention in ordered:
        layers = _whole(account, stated, mention)
        lead = stated.part.text[max(0, mention.start - 30) : mention.start]
        if len(layers) > 1 or not is_only_outer(account, layers[0]) or _BARE.search(lead):
            yield layers


#: Text between a quality and the solid that has it: "conformal thin YSZ".
_QUALITY = re.compile(r"\s(?:(?:thin|dense|ultrathin|amorphous)\s)?")


def _qualified(stated: StatedOutcome, solids: Sequence[Mention]) -> list[Mention]:
    """Return the solid directly after a quality: "the conformal YSZ is on the electrode"."""
    if stated.outcome.direction != "present":
        return []
    end = stated.place[1]
    return [
        m for m in solids if m.start >= end and _QUALITY.fullmatch(stated.part.text, end, m.start)
    ]


#: Properties of the wafer under a film, if the text names the wafer as their owner.
_OF_SURFACE = frozenset(
    {"surface_passivation", "carrier_lifetime", "recombination", "corrosion_resistance"}
)


def _surfaces(account: Account, stated: StatedOutcome) -> list[Mention]:
    """Return the wafer if it is what is passivated: "the Si wafers are passivated by Al2O3"."""
    if stated.outcome.property not in _OF_SURFACE:
        return []
    return [
        m
        for m in within(stated.part.mentions, *stated.reach)
        if len(solids_of(m)) == 1
        and account.is_bystander(solids_of(m)[0])
        and not ON.search(stated.part.text[: m.start])
    ]


def _end_of_property(stated: StatedOutcome) -> int:
    at = stated.finding.at
    return next(
        (m.end for m in stated.part.reading.mentions if m.start == at and m.kind == "property"), at
    )


def _whole(account: Account, stated: StatedOutcome, mention: Mention) -> Layers:
    """Return the object that a mention refers to: the layered one if the solid is part of one."""
    layers = tuple(map(account.own_name, solids_of(mention)))
    if len(layers) > 1:
        return _active(account, stated, layers)
    lead = stated.part.text[max(0, mention.start - 30) : mention.start]
    if _BARE.search(lead):
        return layers
    if mate := mate_of(stated.part, mention):
        return mate
    return object_with(account, stated.part, layers[0]) or layers


def _active(account: Account, stated: StatedOutcome, layers: Layers) -> Layers:
    """Return a printed stack, or the active solid if the stack is a device with its contacts."""
    main = [formula for formula in layers if formula in account.main]
    if len(layers) <= _DEVICE or layers in account.objects or len(main) != 1:
        return layers
    return object_with(account, stated.part, main[0]) or (main[0],)


#: A printed stack with more layers than this is a device.
_DEVICE = 3
