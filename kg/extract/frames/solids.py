"""The solids of events: one on, around or between another, a film, a substrate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.extract.context.apparatus import is_vessel
from kg.extract.findings import UNSAID, Coating, Finding, solid_finding
from kg.extract.frames.events import Event
from kg.extract.frames.gapping import with_gapped
from kg.extract.frames.reader import Frame
from kg.extract.knowledge.families import (
    METALS,
    PARTICLE_FILMS,
    PLATES,
    broader,
    core_of,
    is_oxide,
    is_particle,
)
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.knowledge.vapour import has_particles, is_vapour_growth
from kg.extract.mentions import Mention
from kg.extract.patterns import Found
from kg.extract.reading import Reading
from kg.extract.solids.coatings import put_on
from kg.extract.solids.forms import SHEETS, form_of
from kg.extract.solids.roles import is_flat
from kg.extract.solids.systems import layers_of
from kg.model import Material
from kg.notation.symbols import SYMBOL

#: Forms of particles or films that are embedded or covered as a whole.
DOTS = frozenset(
    {"quantum_dot", "nanocrystal", "nanoplatelet", "dot_in_rod", "monolayer_film", *PARTICLE_FILMS}
)
#: Gaps that are filled and hold no dots.
_GAPS = re.compile(
    r"\b(?:trench(?:es)?|vias?|holes?|cavit(?:y|ies)|gap[- ]?fill\w*|recess\w*)\b", re.IGNORECASE
)
#: Vessels that a chemist fills, which is no infilling.
_VESSELS = re.compile(
    r"\b(?:autoclaves?|flasks?|vials?|cuvettes?|beakers?|ampoules?|crucibles?|syringes?|"
    r"(?:test|glass|sample) tubes?|(?:pressure )?vessels?|tanks?|baths?|bottles?)\s"
    r"(?:(?:was|were|is|are|that (?:was|is)|containing)\s)?(?:\w+ly\s)?(?:filled|loaded|charged)\b|"
    r"\bfilled\s(?:dry\s)?glove\s?-?box"
)
#: Wordings with which a "coat" is no layer on a body: something coated with another solid, or a
#: film cast from a liquid.
_NO_COAT = re.compile(
    r"\bcoat\w*\s(?:\w+\s){0,3}?with\b|\b(?:spin|dip|blade|spray|drop|slot|bar|die)[-– ]?coat",
    re.IGNORECASE,
)
#: Events in which a film grows, regardless of what else the sentence names.
_GROWN = frozenset({"deposited", "as-deposited", "deposition"})
#: Events whose verb a second solid may share.
_SAID_ONCE = frozenset({"deposited", "made", "sputtered"})
#: Events that put a solid over a finished device.
_COVERING = frozenset({"coated", "joined", "overcoated"})
#: Depositions from a vapour of the solid itself.
_VAPOURS = frozenset({"sputtering", "pvd"})
#: Nouns for a layer with a role of its own.
_NOUN = (
    r"(?:electrodes?|contacts?|cathodes?|anodes?|contact pads?|"
    r"gates?(?!\s(?:oxide|insulator|dielectric|stack)))\b(?!\s(?:resist|angle|layer))"
)
_CONTACTS = re.compile(rf"\b(?:{_NOUN}|shadow masks?|both (?:faces|sides)\b)", re.IGNORECASE)
_CONTACT = re.compile(rf"\s(?:[\w-]+\s){{0,2}}{_NOUN}", re.IGNORECASE)
_CONTACT_AHEAD = re.compile(r"\b(?:electrode|contact|cathode|anode)\s\(?$", re.IGNORECASE)
#: After a solid that names a device, or the electrode on which a film is grown.
_DEVICE = re.compile(
    r"\)?\s(?:[A-Z]{2,4}\s)?(?:capacitors?|transistors?|diodes?|devices?|detectors?|solar cells?|"
    r"(?:bottom\s)?(?:electrodes?|cathodes?|anodes?))\b"
)
#: After a solid that is no layer: it is a source, or lies below.
_NO_LAYER = re.compile(
    r"\)?\s(?:(?:metal|ceramic|sputter\w*|coated)\s)?"
    r"(?:targets?|sources?|pellets?|powders?|substrates?|wafers?|glass|cathodes?|anodes?|precursors?)\b"
)


def find_event_solids(reading: Reading, frames: Sequence[Frame]) -> Iterator[Finding]:
    """Yield the coatings, films and substrates of the events of a sentence."""
    coats = {m.start for e, f in frames if e.id == "coated" and f["inner"] for m in f["outer"]}
    for event, whole in frames:
        if whole["reagents"] or whole["binders"] or event.emits == "converted":
            continue
        if event.id == "coated-onto" and _NO_COAT.search(reading.text):
            continue
        each = with_gapped(reading, whole) if event.id in _SAID_ONCE else (whole,)
        for found in each:
            yield from _of_event(reading, event, _of_samples(reading, event, found), coats)


def _of_event(
    reading: Reading, event: Event, found: Found, coats: Collection[int]
) -> Iterator[Finding]:
    if event.id == "filled" and _VESSELS.search(reading.text):
        return
    if event.id == "filled" and _GAPS.search(reading.text):
        yield from _in_gaps(replace(event, emits="", id="deposited"), found)
    elif event.id == "overcoated" and not found["device"]:
        caps = _overlayers(event, found)
        yield from (cap for cap in caps if cap.at not in coats)  # the coated solid is named there
    else:
        yield from _told_of(reading, event, found)


def _told_of(reading: Reading, event: Event, found: Found) -> Iterator[Finding]:
    """Yield the solids of an event, depending on which of its parts are named."""
    is_laid = _is_from_vapour(event, found)
    laid = list(_laid_down(reading, event, found["outer"])) if is_laid else []
    yield from laid
    is_cover = event.id in _COVERING
    inner = tuple(m for m in found["inner"] if m.kind != "form" or _may_be_meant(m, is_cover))
    bodies = [m for m in found["device"] if m.kind == "device" or (is_cover and m.kind == "body")]
    is_on_plate = event.id in ("coated", "joined") and not inner
    if is_on_plate and any(m.kind == "plate" for m in found["device"]):
        yield from _on_plates(reading, event, found)
    elif bodies and all(m.kind == "form" and m.id not in DOTS for m in inner):
        yield from _on_devices(reading, event, found)
    elif not found["outer"] or not inner:
        given = {finding.at for finding in laid}
        films = tuple(m for m in found["outer"] if m.start not in given)
        yield from _alone(reading, event, Found(event.id, {**found.slots, "outer": films}))
    elif solids := tuple(m for m in inner if m.kind != "form"):
        yield from _together(reading, event, Found(event.id, {**found.slots, "inner": solids}))
    else:
        yield from _on_dots(reading, event, inner, found["outer"])


#: Words for a coating for the microscope, which is none of the study's.
_FOR_MICROSCOPE = re.compile(
    r"\b(?:SEM|microscop\w+|imag(?:ed|ing)|observ\w+|charging|conductiv\w+)\b"
)


def _on_plates(reading: Reading, event: Event, found: Found) -> Iterator[Finding]:
    """Yield the coatings of plates whose solid the study does not name: they are films."""
    for mention in found["outer"]:
        is_aid = mention.id in METALS and _FOR_MICROSCOPE.search(reading.text) is not None
        is_aid = is_aid or reading.text[: mention.start].endswith(" in ")
        if mention.kind == "material" and not is_particle(form_of(reading, mention)) and not is_aid:
            yield solid_finding("film", mention, event.id)


def _may_be_meant(form: Mention, is_cover: bool) -> bool:
    """Return whether a form stands for the study's solid: dots, or any covered particle."""
    return form.id in DOTS or (is_cover and is_particle(form.id))


def _in_gaps(event: Event, found: Found) -> Iterator[Finding]:
    """Yield the fillings of trenches and holes, which are films."""
    for role, part in (("film", "outer"), ("substrate", "inner")):
        yield from (solid_finding(role, m, event.id) for m in found[part] if m.kind == "material")


def _of_samples(reading: Reading, event: Event, found: Found) -> Found:
    """Return the parts of an event without vessels and sputtering targets."""
    slots = {
        part: tuple(m for m in mentions if not is_vessel(reading, m))
        for part, mentions in found.slots.items()
    }
    outer = slots.get("outer", ())
    if event.id == "sputtered" and _REACTIVE.search(reading.text):
        slots["outer"] = tuple(m for m in outer if m.id not in METALS)
    return Found(event.id, slots)


def _together(reading: Reading, event: Event, found: Found) -> Iterator[Finding]:
    """Yield the solids of an event that names both the upper solid and the one below."""
    for solid in found["inner"]:
        yield from put_on(reading, found, solid, event.emits)


def _alone(reading: Reading, event: Event, found: Found) -> Iterator[Finding]:
    """Yield the solids of an event that names only the upper solid, or only the one below."""
    outer, inner = found["outer"], found["inner"]
    if found["dots"] and outer:
        yield from _on_dots(reading, event, found["dots"], outer)
    if event.emits == "matrix":
        filling = (m for m in outer if m.id not in METALS)
        yield from (solid_finding(event.emits, mention, event.id) for mention in filling)
    elif event.id in _GROWN or _is_by_ald(found) or _is_told_by_process(reading, event):
        for role, mentions in (("film", outer), ("substrate", inner)):
            yield from _laid(reading, event, role, mentions)
    elif event.id == "made" and not inner and _is_from_liquid(reading):
        made = (mention for mention in outer if _is_product(reading, mention))
        yield from (solid_finding("nanocrystal", mention, event.id) for mention in made)


def _laid(
    reading: Reading, event: Event, role: str, mentions: Sequence[Mention]
) -> Iterator[Finding]:
    for mention in mentions:
        if role == "film" and _is_contact(reading, mention):
            yield solid_finding("electrode", mention, event.id)
        elif mention.kind == "material" and _may_lie(reading, event, role, mention):
            yield solid_finding(role, mention, event.id)


#: Syntheses whose products are particles.
_IN_LIQUID = frozenset(
    {"solvothermal_synthesis", "sol_gel", "precipitation", "colloidal_synthesis"}
)
#: After a solid that does not consist of particles.
_NO_PARTICLES = re.compile(
    r"\)?[\s-](?:[\w-]+\s){0,2}?(?:films?|layers?|coatings?|electrodes?|(?:photo)?(?:an|cath)odes?|"
    r"substrates?|supports?|precursors?|solutions?|sols?|gels?|glass\w*|ceramics?|membranes?|foams?|"
    r"arrays?|based|doped|coated|composites?|catalysts?|phases)\b"
)


def _is_from_liquid(reading: Reading) -> bool:
    return any(m.id in _IN_LIQUID for m in reading.of_kind("process"))


def _is_product(reading: Reading, mention: Mention) -> bool:
    """Return whether a solid without a shape is the product of a synthesis in a liquid.

    Such a product consists of particles.
    """
    is_plain = mention.kind == "material" and len(SYMBOL.findall(mention.id)) > 1
    has_shape = form_of(reading, mention) or _NO_PARTICLES.match(reading.text, mention.end)
    return is_plain and mention.id not in PLATES | SHEETS and not has_shape


def _is_contact(reading: Reading, mention: Mention) -> bool:
    """Return whether words right beside a solid call it an electrode, and no ALD grew it."""
    if mention.kind != "material" or _is_of_ald(reading) or reading.of_kind("chemical"):
        return False
    ahead = reading.text[: mention.start]
    return bool(_CONTACT.match(reading.text, mention.end) or _CONTACT_AHEAD.search(ahead))


def _may_lie(reading: Reading, event: Event, role: str, mention: Mention) -> bool:
    """Return whether a solid may be a layer, or the plate under one."""
    if role == "film" and _DEVICE.match(reading.text, mention.end):
        return False
    is_source = event.id == "made" and _NO_LAYER.match(reading.text, mention.end) is not None
    return not is_source and is_flat(reading, role, mention)


def _is_of_ald(reading: Reading) -> bool:
    """Return whether a sentence names ALD of any kind."""
    named = {m.id for m in reading.of_kind("process")}
    return any("ald" in {way, *broader("process", way)} for way in named)


def _is_told_by_process(reading: Reading, event: Event) -> bool:
    """Return whether the named ALD or etching, or a precursor, shows that a film is grown."""
    if any(m.id == "atomic_layer_etching" for m in reading.of_kind("process")):
        return event.id in ("etched", "process-for")
    if event.id != "process-for" or has_particles(reading):
        return False
    precursors = (usual_role(m) == "precursor" for m in reading.of_kind("chemical"))
    return _is_of_ald(reading) or (is_vapour_growth(reading) and any(precursors))


def _overlayers(event: Event, found: Found) -> Iterator[Finding]:
    """Yield the caps of samples whose solid is not named; an oxide is no shell."""
    if any(m.kind != "form" or is_particle(m.id) for m in found["dots"]):
        return
    for mention in found["outer"]:
        yield solid_finding("overlayer" if is_oxide(mention.id) else "shell", mention, event.id)


def _on_devices(reading: Reading, event: Event, found: Found) -> Iterator[Finding]:
    """Yield the layers over a finished device or body, except its own contacts and layers.

    A "TiO2-coated electrode" may be one that was cast from TiO2, so it counts only beside ALD.
    """
    is_cast = event.id == "joined" and found["device"][0].kind == "body" and not _is_of_ald(reading)
    if event.id not in _COVERING or is_cast:
        return
    for mention in found["outer"]:
        is_layer = not is_particle(form_of(reading, mention)) and not _is_part(reading, mention)
        if mention.kind == "material" and is_layer:
            yield solid_finding("overlayer", mention, event.id)


def _is_part(reading: Reading, mention: Mention) -> bool:
    """Return whether words after a solid on a device call it a contact of it."""
    return _CONTACT.match(reading.text, mention.end) is not None


def _is_from_vapour(event: Event, found: Found) -> bool:
    by = [m.id for m in found["means"] if m.kind == "process"]
    return event.id == "sputtered" or (bool(by) and set(by) <= _VAPOURS)


def _is_by_ald(found: Found) -> bool:
    by = [m.id for m in found["means"] if m.kind == "process"]
    return any("ald" in {way, *broader("process", way)} for way in by)


#: Layers of a device that are contacts, in addition to metals.
_CONDUCTORS = frozenset({"ITO", "FTO", "Ca", "Mg"})


def _laid_down(reading: Reading, event: Event, solids: tuple[Mention, ...]) -> Iterator[Finding]:
    """Yield the sputtered or evaporated solids: contacts if the sentence says so, else films."""
    named = [m for m in solids if _CONTACT.match(reading.text, m.end)]
    for mention in solids:
        start, end = _clause(reading, mention)
        is_contact = mention in named if named else _names_contact(reading.text, start, end)
        formulas = dict.fromkeys(_formulas(mention))
        if not PLATES.isdisjoint(formulas):  # the stack of a whole device
            formulas = dict.fromkeys(f for f in formulas if f in METALS | _CONDUCTORS)
        for formula in formulas:
            content = Material(role="electrode" if is_contact else "film", formula=formula)
            yield Finding(content=content, at=mention.start, rule=event.id)


#: Before a contact on which something else is put: "WO3 was sputtered on the ITO anode".
_PUT_ON = re.compile(
    r"\b(?:on|onto|over|atop)\s(?:(?!(?:as|for|to|through|by|and|with|using|forming)\b)[^\s.;,]+\s){0,4}$"
)


def _names_contact(text: str, start: int, end: int) -> bool:
    """Return whether a clause names contacts, and not only those that lie below."""
    found = _CONTACTS.finditer(text, start, end)
    return any(_PUT_ON.search(text, start, match.start()) is None for match in found)


#: Words for a reactive sputtering, whose product is no metal: "reactive sputtering of W in Ar/O2".
_REACTIVE = re.compile(
    r"\b[Rr]eactive(?:ly)?\s(?:[\w-]+\s){0,3}?(?:sputter|evaporat)|\bsputter[^.;]*\bO2\b|"
    r"\b(?:sputter|evaporat)[^.;]*\sin\s(?:an?\s)?(?:nitrogen|oxygen|N2|O2)\b"
)


def _clause(reading: Reading, mention: Mention) -> tuple[int, int]:
    """Return the stretch of a sentence between colons and semicolons around a mention."""
    start = max(reading.text.rfind(mark, 0, mention.start) for mark in ":;")
    ends = [at for mark in ":;" if (at := reading.text.find(mark, mention.end)) > 0]
    return max(start, 0), min(ends, default=len(reading.text))


def _on_dots(
    reading: Reading, event: Event, inner: tuple[Mention, ...], outer: tuple[Mention, ...]
) -> Iterator[Finding]:
    """Yield the solids on dots; if only a form names the dots, the study decides which they are."""
    solids = [m for m in inner if m.kind != "form" and form_of(reading, m) in DOTS]
    forms = [m.id for m in inner if m.kind == "form"]
    if not solids and not forms:
        return
    is_dot = bool(solids) or not DOTS.isdisjoint(forms)
    for mention in outer:
        if _SHELL.match(reading.text, mention.end):
            yield solid_finding("shell", mention, event.id)
        elif form_of(reading, mention) not in DOTS:
            for layers in [layers_of(m) for m in solids] or [()]:
                outside = layers_of(mention) if mention.kind == "stack" else (mention.id,)
                coating = Coating(
                    inner=core_of(layers) if layers else UNSAID,
                    outer=outside[0],
                    inside=layers,
                    inner_form="quantum_dot" if is_dot else forms[0],
                    outside=outside,
                )
                yield Finding(content=coating, at=mention.start, rule=event.id)


#: After a solid that surrounds each single particle.
_SHELL = re.compile(r"[- ](?:\w+\s)?shells?\b")


def _formulas(mention: Mention) -> tuple[str, ...]:
    return mention.stack.formulas if mention.stack is not None else (mention.id,)
