"""Read printed stacks (``CdSe@CdS``, ``PbS/Al2O3``): the object, and the roles of its layers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.composition import composition_classes
from kg.extract.findings import Finding
from kg.extract.knowledge.families import METALS, PLATES, core_of, is_oxide, is_particle, is_polymer
from kg.extract.mentions import Mention
from kg.extract.quantities import find_quantities
from kg.extract.reading import Reading
from kg.extract.solids.architectures import (
    CARBONS,
    SEMICONDUCTORS,
    architecture_of,
    is_carrier_shaped,
    plain_layers,
)
from kg.extract.text.rare import Rare
from kg.grounding import ground
from kg.model import Condition, Form, Material, Quantity, System

#: Text after an incomplete stack, whose last layer has a suffix: "ZnO/PbS-EDT/Au".
_GOES_ON = re.compile(
    r"-[A-Za-z0-9]{1,10}(?=/|\s|[.,;)])(?!-?(?:core|shell|based|coated|type))|"
    r"\s(?:C?QDs?|NCs?|NPLs?|NPs?|NWs?|dots?|nano[a-z]+)/"
)
#: Text before and after a part of a printed device: "ITO/ALD ZnO/P3HT:PCBM/Ag".
_IN_DEVICE = re.compile(r"/(?:\w*(?:ALD|CVD|PVD)\s|[A-Z][A-Z\d]{2,7}:)$")
_BLEND = re.compile(r":[A-Z][A-Z\d]{2,}")
#: Words after layers that are all shells: "InP cores in a graded ZnSe/ZnS shell".
_SHELLS = Rare(r"\s(?:(?:double|multi\w*|graded|inner|outer|alloy\w*|gradient)\s)?shells?\b")
_SHELLS_AHEAD = re.compile(r"\b(?:with|by|in|an?|the|of|thick|thin|double|graded|protective)\s$")
_SHELLS_LISTED = re.compile(r"\bshells?\s(?:layers?\s)?(?:of|including|such as)\s([^.;]{0,40})$")
#: Words before the coats of particles, which are read as a coating: "coated the dots with CdS/ZnS".
_PARTICLES = r"(?:dots?|QDs?|NCs?|NPs?|nano\w+|particles?|cores?)"
_COATING = r"(?:over)?(?:coat|cover|capp|clad|encapsulat)\w*"
_COATS_AHEAD = Rare(
    rf"\b(?:{_COATING}\s(?:[\w-]+\s){{0,4}}{_PARTICLES}|"
    rf"{_PARTICLES}\s(?:were|was|are|is)\s(?:\w+\s)?{_COATING})\s(?:with|by|in)\s(?:an?\s)?$"
)
_ELECTRODES = re.compile(r"\b(?:electrodes?|contacts?)\s*\($", re.IGNORECASE)
_WAFERS = frozenset({"Si", "SiO2", "glass", "GaAs", "sapphire", "quartz"})
#: A word for dots without their solid, before the shells: "QDs@SiO2@Al2O3".
_DOTS_AHEAD = re.compile(
    r"(?:\bQDs?|\bNCs?|\bNPLs?|\bNPs?|dots?|crystals?|platelets?|particles?)@$"
)


def find_systems(reading: Reading) -> Iterator[Finding]:
    """Yield the system of every stack, and the role of each of its layers."""
    for mention in reading.of_kind("stack"):
        layers = layers_of(mention)
        if (
            len(set(layers)) < (1 if "@" in mention.text or _is_doped(mention) else 2)
            or _is_cut(reading, mention)
            or _COATS_AHEAD.search(reading.text, 0, mention.start)
            or (layers[0] not in PLATES and _ELECTRODES.search(reading.text[: mention.start]))
        ):
            continue
        if _is_wafer(reading, mention, layers):
            for layer in layers if set(layers) <= _WAFERS else layers[-1:]:
                yield _at(mention, Material(role="substrate", formula=layer))
            continue
        if _are_shells(reading, mention):
            for layer in dict.fromkeys(layers):
                yield _at(mention, Material(role="shell", formula=layer))
            continue
        yield from _object(reading, mention, layers)


def _object(reading: Reading, mention: Mention, layers: Sequence[str]) -> Iterator[Finding]:
    """Yield the object of a stack: its layers, their counts and thicknesses, and its carrier."""
    if carrier := _carrier_of(reading, mention):
        yield _at(carrier, Material(role="support", formula=carrier.id))
    architecture = architecture_of(reading, mention, layers)
    core = core_of(layers)
    yield from _layer_findings(architecture, layers, mention, core)
    if architecture != "thin_film":
        yield from _counts(mention)
    yield from _thicknesses(mention, architecture)
    yield from _shaped(reading, mention, layers, architecture, core)


def _shaped(
    reading: Reading, mention: Mention, layers: Sequence[str], architecture: str, core: str
) -> Iterator[Finding]:
    """Yield the shape named after a stack: that of its core, or of particles of every solid."""
    form = _form_behind(reading, mention)
    if form and architecture in ("core_shell", "core_crown"):
        yield _at(mention, Form(formula=core, form=form))
    elif architecture in ("heterostructure", "particles") and is_particle(form):
        is_drawn_out = form not in _ROUND and not set(layers) <= METALS
        sitting = set(layers[:-1]) if is_carrier_shaped(reading, mention, layers) else METALS
        for layer in dict.fromkeys(layers):
            yield _at(mention, Material(role="nanocrystal", formula=layer))
            if not (is_drawn_out and layer in sitting):  # the metal sits on the rods
                yield _at(mention, Form(formula=layer, form=form))


#: Shapes that a metal on a compound may have itself.
_ROUND = frozenset({"nanocrystal", "nanoparticle", "particle"})
#: A liquid metal, which cannot be a core: in "Hg@CdSe" a letter is missing.
_LIQUID = ("Hg",)


def _is_cut(reading: Reading, mention: Mention) -> bool:
    """Return whether only a part of a stack was read: "ITO/ZnO" of "ITO/ZnO/TFB/Ag"."""
    layers = layers_of(mention)
    if _carrier_of(reading, mention) is not None:
        return False
    if _IN_DEVICE.search(reading.text[: mention.start]) or _BLEND.match(reading.text, mention.end):
        return True
    if any(layer.startswith(("[", "(")) for layer in layers) or layers[:1] == _LIQUID:
        return True
    return _GOES_ON.match(reading.text, mention.end) is not None or "/" in (
        reading.text[mention.end : mention.end + 1],
        reading.text[max(0, mention.start - 1) : mention.start],
    )


def _carrier_of(reading: Reading, mention: Mention) -> Mention | None:
    """Return the solid that carries a core and its shell, printed after them: "Pd@Pt/Al2O3"."""
    is_enclosed = mention.stack is not None and set(mention.stack.separators) == {"@"}
    if not is_enclosed or reading.text[mention.end : mention.end + 1] != "/":
        return None
    return next((m for m in reading.of_kind("material") if m.start == mention.end + 1), None)


def _is_doped(mention: Mention) -> bool:
    """Return whether a layer has dopants, which distinguish it from another: NaYF4:Yb/NaYF4."""
    return any(layer.formula.dopants for layer in plain_layers(mention))


def _is_wafer(reading: Reading, mention: Mention, layers: Sequence[str]) -> bool:
    """Return whether a stack is a wafer with the layer that covers it: "deposited on SiO2/Si"."""
    on = re.search(r"\b(?:on|onto)\s+(?:[\w-]+\s+){0,4}$", reading.text[: mention.start])
    return on is not None and (layers[-1] in _WAFERS - {"SiO2"} or set(layers) <= _WAFERS)


def _are_shells(reading: Reading, mention: Mention) -> bool:
    """Return whether all layers are shells of a core named elsewhere: "a ZnSe/ZnS shell"."""
    ahead = reading.text[: mention.start]
    if _DOTS_AHEAD.search(ahead):
        return True
    if (listed := _SHELLS_LISTED.search(ahead)) is not None:
        return "core" not in listed[1]
    behind = _SHELLS.match(reading.text, mention.end)
    return behind is not None and _SHELLS_AHEAD.search(ahead) is not None


def layers_of(mention: Mention) -> tuple[str, ...]:
    """Return the formulas of a stack, as printed from left to right, with repeats."""
    formulas = mention.stack.formulas if mention.stack is not None else ()
    separators = mention.stack.separators if mention.stack is not None else ()
    if "/" in separators and len(formulas) == len(separators) + 1:
        pairs = zip(formulas[1:], separators, strict=True)
        formulas = (formulas[0], *(f for f, mark in pairs if mark != "-" or not is_ligand(f)))
    return tuple(solid_of(formula) for formula in formulas)


@cache
def is_ligand(formula: str) -> bool:
    """Return whether the suffix of a layer only treated it: the iodide of ``PbS-PbI2``."""
    kinds = set(composition_classes(formula))
    return not kinds or ("Halide" in kinds and "HalidePerovskite" not in kinds)


#: Abbreviations that name the shape of carbon or boron nitride, and variant spellings.
_SHAPES = frozenset(
    "CNT CNTs MWCNT MWCNTs MWNT MWNTs SWCNT SWCNTs SWNT SWNTs DWCNT DWCNTs VACNT VACNTs "
    "GQD GQDs hBN BNNT BNNTs BNNS BNNSs RGO".split()
)


def solid_of(formula: str) -> str:
    """Return the formula of a layer that is printed by its name or shape; "TiN" is not tin.

    >>> [solid_of(printed) for printed in ("alumina", "hBN", "YSZ", "TiN")]
    ['Al2O3', 'BN', 'YSZ', 'TiN']
    """
    is_name = len(formula) > len("TiNx") and formula[1:].islower()
    known = ground("material", formula).term if is_name or formula in _SHAPES else None
    return known.notation if known is not None else formula


def _layer_findings(
    architecture: str, layers: Sequence[str], mention: Mention, core: str
) -> Iterator[Finding]:
    if architecture == "substrate":
        for layer in layers:
            yield _at(mention, Material(role="substrate", formula=layer))
        return
    if not architecture:
        return
    is_slashed = mention.stack is not None and "/" in mention.stack.separators
    if architecture in ("nanocomposite", "supported"):
        layers = _carried_first(architecture, layers)
    if architecture == "heterodimer" and not is_slashed:  # the metal sits on the semiconductor
        is_seed = layers[0] in METALS and all(map(is_oxide, layers[1:]))
        layers = layers if is_seed else sorted(layers, key=lambda formula: formula in METALS)
    if architecture not in _SIDE_BY_SIDE:
        yield _at(mention, System(architecture=architecture, layers=tuple(layers)))
    for formula, role in roles_of_layers(architecture, layers, core):
        yield _at(mention, Material(role=role, formula=formula))


def _carried_first(architecture: str, layers: Sequence[str]) -> Sequence[str]:
    """Return two layers with the carrier (carbon, ceramic or polymer) last.

    >>> _carried_first("supported", ["rGO", "ZnO"]), _carried_first("nanocomposite", ["YSZ", "Ni"])
    (['ZnO', 'rGO'], ['Ni', 'YSZ'])
    """
    if any(map(is_polymer, layers)):
        return sorted(layers, key=is_polymer)
    below = CARBONS if architecture == "supported" else frozenset(layers) - METALS
    is_turned = len(layers) == 2 and layers[0] in below and layers[1] not in below
    return layers[::-1] if is_turned else layers


#: Kinds whose solids are in an unknown arrangement, or that are not objects.
_SIDE_BY_SIDE = ("films", "particles", "supported")
#: Kinds of objects whose parts all have one role.
_ALIKE = {
    "heterodimer": "nanocrystal",
    "nanolaminate": "film",
    "films": "film",
    "particles": "nanocrystal",
}


def roles_of_layers(
    architecture: str, layers: Sequence[str], core: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield ``(formula, role)`` for each layer in an object of this kind."""
    if architecture in ("core_shell", "core_crown"):
        core = core or core_of(layers)
        rest = list(layers)
        rest.remove(core)
        yield core, "core"
        yield from ((formula, "shell") for formula in dict.fromkeys(rest))
    elif architecture in ("nanocomposite", "hybrid"):
        yield layers[0], "nanocrystal"
        yield layers[1], "matrix"
        yield from ((formula, "overlayer") for formula in layers[2:])
    elif architecture == "supported":
        yield layers[0], "nanocrystal"
        yield from ((formula, "support") for formula in dict.fromkeys(layers[1:]))
    elif architecture == "thin_film":
        yield from _of_device(layers)
    elif role := _ALIKE.get(architecture):
        yield from ((formula, role) for formula in dict.fromkeys(layers))


#: Outermost layers of a capacitor or a transistor.
_CONTACTS = frozenset({"TiN", "TaN", "Pt", "W", "Al", "Au", "Ti", "Ni", "Pd", "Ru", "Mo"})


def _of_device(layers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the roles of oxides between two contacts, or between a wafer and a contact."""
    ends = {layers[0], layers[-1]}
    inside = [layer for layer in layers if layer not in ends]
    if not (ends <= _CONTACTS | SEMICONDUCTORS and inside and all(map(is_oxide, inside))):
        return
    for end in dict.fromkeys((layers[0], layers[-1])):
        yield end, "electrode" if end in _CONTACTS else "substrate"
    yield from ((layer, "film") for layer in dict.fromkeys(inside))


def _counts(mention: Mention) -> Iterator[Finding]:
    """Yield the monolayer counts of shells (the 3 of ``Au@3CdS``), but not of digital stacks."""
    layers = plain_layers(mention)
    counted = [layer.count for layer in layers if isinstance(layer.count, int)]
    if not counted or len(layers) > 3:
        return
    for count in dict.fromkeys(counted):
        quantity = Quantity(value=float(count), unit="{monolayer}", raw=mention.text)
        yield _at(mention, Condition(parameter="monolayer_count", quantity=quantity))


def _thicknesses(mention: Mention, architecture: str) -> Iterator[Finding]:
    """Yield the thickness after each layer: "Ti (3 nm)/Pt (30 nm)"; for dots it is a wavelength."""
    if architecture in ("core_shell", "core_crown"):
        return
    for layer in plain_layers(mention):
        for found in find_quantities(layer.thickness):
            quantity = replace(found.quantity, raw=layer.thickness)
            of = replace(mention, kind="material", id=solid_of(str(layer.formula)), stack=None)
            thickness = _at(mention, Condition(parameter="thickness", quantity=quantity))
            yield replace(thickness, terms=(mention, of))


def _form_behind(reading: Reading, mention: Mention) -> str:
    for form in reading.of_kind("form"):
        gap = reading.text[mention.end : form.start] if form.start >= mention.end else "x" * 99
        gap = _KIND.sub("", gap)
        if len(gap) <= 22 and not re.search(r"[,;:.]|\band\b", gap):
            return form.id
    return ""


#: Words for the kind of object, between a stack and its shape.
_KIND = re.compile(r"\W*core\W{1,3}(?:crown|shell)(?:\W{1,3}shell)?\b|\bhetero-?structured?\b")


def _at(mention: Mention, content: System | Material | Form | Condition) -> Finding:
    return Finding(content=content, at=mention.start, rule="stack")
