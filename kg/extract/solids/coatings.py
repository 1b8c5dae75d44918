"""Find coatings: which solid was put on which, and the word for the outer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context.modality import is_denied
from kg.extract.findings import Coating, Finding
from kg.extract.knowledge.families import (
    METALS,
    PARTICLE_FILMS,
    PLATES,
    core_of,
    is_dot_material,
    is_particle,
    is_tube,
)
from kg.extract.knowledge.vapour import VAPOUR
from kg.extract.mentions import Mention
from kg.extract.patterns import Found, Rule, find_all
from kg.extract.reading import Reading
from kg.extract.solids.forms import form_of
from kg.extract.solids.systems import layers_of
from kg.model import Material

#: Sentences about one solid on another; slots ``inner`` and ``outer``.
COATINGS = (
    Rule(
        "core-and-shell",
        "{M:inner} - core ~3 {M:outer} - shell",
        "shell",
        "a stable Pt-core, Pd-shell particle",
        "a Pt core and a shell of Pd",
    ),
    Rule(
        "core-with-shell",
        "{M:inner} [F] cores? ~2 (and|with) ~3 {MS:outer} ~1 shells?",
        "shell",
        "particles of an InAs core and a thin CdSe shell",
        "particles of an InAs core and CdSe rods",
    ),
    Rule(
        "dots-with-shell",
        "{M:inner} <F\\d+> ~1 with ~3 {MS:outer} ~1 shells?",
        "shell",
        "InP quantum dots with a graded ZnSe/ZnS shell",
        "InP quantum dots with ZnSe rods",
    ),
    Rule(
        "within-matrix",
        "{MS*:inner} [core] [/] [shell] [/] [shell] <F\\d+> ~4 (in|into|inside|within) "
        "(an?|the) ~2 {M:outer} ~1 (matrix|matrices)",
        "matrix",
        "encapsulation of PbS quantum dots in an amorphous HfO2 matrix",
        "PbS quantum dots in an HfO2 crucible",
    ),
    Rule(
        "composite-slash",
        "{MS:inner} <F\\d+> / {M:outer} ~7 (nanocomposites?|composites?)",
        "matrix",
        "PbS NC/HfO2 nanocomposite films",
        "PbS NC/HfO2 interfaces",
    ),
)


def find_coatings(reading: Reading) -> Iterator[Finding]:
    """Yield the coatings that a sentence states."""
    for rule, found in find_all(COATINGS, reading):
        for inner in found["inner"]:
            yield from put_on(reading, found, inner, rule.emits)


def put_on(reading: Reading, found: Found, inner: Mention, hint: str) -> Iterator[Finding]:
    """Yield the coatings of one solid: separate ones from a list, or successive layers on cores.

    ``hint`` is the word for the outer solid, if the rule determines it.
    """
    outers = found["outer"]
    between = reading.text[outers[0].end : outers[-1].start]
    on_cores = _CORES.match(reading.text, inner.end) is not None and " or" not in between
    in_order = len(outers) > 1 and on_cores
    for outer in outers[:1] if in_order else outers:
        if _is_in_turn(reading, found, outer) and is_particle(_form_of_inner(reading, inner)):
            shell = Material(role="shell", formula=outer.id)
            yield Finding(content=shell, at=outer.start, rule=found.rule)
        elif found.rule in _ENCLOSING and _is_sensor(reading, inner):
            yield Finding(
                content=Material(role="substrate", formula=outer.id),
                at=outer.start,
                rule=found.rule,
            )
        elif _is_put_on(reading, found.rule, inner, outer):
            coating = _coating(reading, inner, outer, hint)
            if in_order:
                coating = replace(coating, outside=tuple(m.id for m in outers))
            yield Finding(content=coating, at=outer.start, rule=found.rule)


#: A resonator that weighs what grows on its electrodes: "gold-coated quartz crystals".
_SENSOR = re.compile(r"\s(?:[\w-]+\s)?(?:crystals?|sensors?|resonators?)\b")


def _is_sensor(reading: Reading, inner: Mention) -> bool:
    is_quartz = inner.text.lower() == "quartz"
    return is_quartz and _SENSOR.match(reading.text, inner.end) is not None


#: Words after cores, whose listed coats lie one upon the other.
_CORES = re.compile(r"\s(?:core\s)?(?:cores|seeds)\b")


def _is_put_on(reading: Reading, rule: str, inner: Mention, outer: Mention) -> bool:
    """Return whether an inner and an outer solid are a coating: two solids, no bare substrate."""
    is_self = inner.id == outer.id and (inner.start == outer.start or rule in _PUT_ON)
    if outer.kind == "stack" and ("@" in outer.text or inner.id in layers_of(outer)):
        return False
    if rule == "seeded" and (inner.id in METALS or not is_dot_material(inner.id)):
        return False  # a seed that only starts the growth
    is_no_coat = rule != "tipped" and _LIGANDS.match(reading.text, outer.end) is not None
    if is_denied(reading, outer) or is_no_coat:
        return False
    if rule == "embedded" and (not form_of(reading, inner)):
        return False
    is_bare = rule in _ENCLOSING and inner.id in PLATES
    is_listed = rule == "joined" and _LISTED.fullmatch(reading.text, inner.end, outer.start)
    return not (is_self or is_bare or is_listed)


def _is_in_turn(reading: Reading, found: Found, outer: Mention) -> bool:
    """Return whether the shells of a sentence are successive layers on one core."""
    is_list = len(found["outer"]) > 1 or found.rule in _PUT_ON
    return is_list and _IN_TURN.search(reading.text[: outer.start]) is not None


#: Text between two coats of different samples: "SiO2 and Si3N4-capped samples".
_LISTED = re.compile(r"-?(?:,|\s(?:and|or)|,\s(?:and|or))\s")
#: Words for successive shells on one core; no single one of them forms an object with it.
_IN_TURN = re.compile(
    r"\b(?:alternat\w+|success\w+|consecutive|sequential|multiple)\s(?:[\w-]+\s){0,4}of\s[^.;]*$",
    re.IGNORECASE,
)


def _coating(reading: Reading, inner: Mention, outer: Mention, hint: str) -> Coating:
    inside, outside = _layers(inner), _layers(outer)
    inner_form = _form_of_inner(reading, inner)
    hint = hint or _hint(reading, outer, inner)
    if not is_particle(inner_form) and _CAPPED.search(reading.between(outer, inner)):
        is_layer = not inner_form
        hint, inner_form = "overlayer", "thin_film" if is_layer else inner_form
    return Coating(
        inner=core_of(inside),
        outer=outside[0],
        inside=inside,
        outside=outside,
        inner_form=inner_form,
        outer_form=form_of(reading, outer) or _rod(reading, outer),
        hint=hint,
    )


#: Words for a cap, which lies over a finished layer.
_CAPPED = re.compile(r"\b(?:over)?capp(?:ed|ing)\b")


def _layers(mention: Mention) -> tuple[str, ...]:
    return layers_of(mention) if mention.kind == "stack" else (mention.id,)


_ROD = re.compile(r"\s(?:single\s)?rods?\b")


def _rod(reading: Reading, solid: Mention) -> str:
    if is_tube(solid.text, reading.text[solid.end :]):
        return "nanotube"
    return "nanorod" if _ROD.match(reading.text, solid.end) else ""


#: Words after a solid that is a substrate, even if it is a semiconductor of dots.
_PLATE = re.compile(
    r"(?:\s?\(\d{3,4}\))?\s(?:\w+\s){0,2}?(?:substrates?|wafers?|foils?|plates?|slides?|coupons?|chips?)\b"
)


#: Words after a solid that is bound to a dot but does not coat it.
_LIGANDS = re.compile(r"\s(?:\w+\s)?(?:ligands?|tips?|domains?)\b")


#: Rules whose outer solid surrounds the inner one.
_ENCLOSING = frozenset({"joined"})
#: Rules whose outer solid is deposited on the inner one.
_PUT_ON = frozenset({"deposited", "deposition", "lay-on"})
#: Shapes that the vocabulary lacks and that are coated one by one.
_NANO = re.compile(
    r"\s(?:nano(?:springs?|sheets?|belts?|fib(?:er|re)s?|pillars?|needles?|cones?|flakes?|ribbons?)"
    r"|(?:core\s)?(?:cores|seeds))\b"
)


def _form_of_inner(reading: Reading, inner: Mention) -> str:
    if _is_electrode(reading, inner):
        return "bulk"
    is_plate = inner.id in PLATES or _PLATE.match(reading.text, inner.end) is not None
    if is_plate or _PLATE.fullmatch(f" {inner.text.rpartition(' ')[2]}"):
        return "bulk"
    is_nano = _NANO.match(reading.text, inner.end) is not None
    form = form_of(reading, inner)
    return "powder" if _is_powder(reading, form) else form or ("particle" if is_nano else "")


#: A reactor or a size that indicates a powder.
_POWDER = re.compile(
    r"\b(?:powders?|pigments?|fluidi[sz]ed|rotary (?:reactor|drum)|micron|micro-?particles|"
    r"\d ?[μµ]m)\b"
)


def _is_powder(reading: Reading, form: str) -> bool:
    """Return whether the particles that ALD or MLD coats are a powder, not a colloid."""
    passage = reading.sentence.passage.text
    if form not in ("particle", "nanoparticle") or VAPOUR.search(passage) is None:
        return False
    return form == "particle" or _POWDER.search(passage) is not None


#: Words for an outer solid -> the hint that they give.
_HINTS = {
    "crown": "crown",
    "shell": "shell",
    "matrix": "matrix",
    "overlayer": "overlayer",
    "overcoat": "overlayer",
    "capping": "overlayer",
    "infill": "matrix",
}
#: Words for something that sits on a particle.
_ISLANDS = re.compile(r"\s(?:[\w-]+\s)?(?:islands?|islets?|patches|nuclei|nanodots)\b")


#: Monolayers, by which shells are counted: "overcoated with 1-2 monolayers of ZnSe".
_IN_MONOLAYERS = re.compile(
    r"\b(?:overcoat|shell|coat|cover)\w*\s(?:with|by)\s[\w–~ -]{1,20}\s?"
    r"(?:monolayers?|MLs?)\s(?:of\s)?$"
)


#: Words for a layer around each particle.
_CLAD = re.compile(r"\b(?:clad(?:ded)?|jacketed|sheathed|shelled)\b")
#: Words for particles on a particle, which do not enclose it.
_DECORATED = re.compile(
    r"\b(?:decorat\w+|loaded(?!\sinto\b)|attached|anchored|adsorbed|immobili[sz]ed)\b",
    re.IGNORECASE,
)


#: Words for a finished electrode or device, which is covered and not enclosed.
_ELECTRODE = re.compile(
    r"(?:-based)?\s(?:composite\s|metal\s)?(?:electrodes?|cathodes?|anodes?)\b|"
    r"\s(?:(?:C?QDs?|NCs?|(?:quantum )?dots?|nanocrystals?|thin[- ]film) )?(?:[\w-]+ )?"
    r"(?:solar cells?|\w*LEDs?|diodes?|photodiodes?|transistors?|\w*FETs?|photodetectors?|"
    r"photovoltaics|devices?|modules?)\b"
)


def _is_electrode(reading: Reading, solid: Mention) -> bool:
    """Return whether the words after a solid, or the last of its name, call it an electrode."""
    last = solid.text.rpartition(" ")[2]
    return any(_ELECTRODE.match(words) for words in (f" {last}", reading.text[solid.end :]))


#: Words for growth, which do not imply a coat, and words for a coat.
_GROWN = re.compile(r"\b(?:deposited|grown|grew)\b")
_COVERS = re.compile(
    r"\b(?:(?:over)?coat|cover|encapsulat|seal|protect|passivat|furnish|provided|equipp|g[ai]ven?\b|lent\b|bear|carry|"
    r"wear|received)",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"\b(?:embedded|incorporated|dispersed)\s(?:\w+\s)?(?:in|into|within|inside)\b"
)


def _hint(reading: Reading, outer: Mention, inner: Mention) -> str:
    """Return the sentence's word for the outer solid, directly after it or between the two."""
    between = reading.between(outer, inner)
    if _DECORATED.search(between):
        return "decorated"
    if _EMBEDDED.search(between):
        return "matrix"
    if _CLAD.search(between) and is_particle(form_of(reading, inner)):
        return "shell"
    if _IN_MONOLAYERS.search(reading.text[: outer.start]):
        return "shell"
    if called := _called(reading, outer, inner):
        return called
    is_electrode = _is_electrode(reading, inner)
    is_powder = _form_of_inner(reading, inner) == "powder" and _GROWN.search(between) is None
    if (is_electrode or is_powder) and _COVERS.search(reading.text):
        return "overlayer"
    return "matrix" if _may_fill(reading, outer) and "infill" in reading.text.lower() else ""


def _called(reading: Reading, outer: Mention, inner: Mention) -> str:
    """Return the hint of the words directly after the outer solid, "" if there is none."""
    words = reading.text[outer.end : outer.end + 40].lower()
    for word, hint in _HINTS.items():
        if word in words and (hint != "matrix" or _may_fill(reading, outer)):
            return hint
    if not is_particle(form_of(reading, inner)):
        return ""
    if _ISLANDS.match(reading.text, outer.end):
        return "decorated"
    return ""


def _may_fill(reading: Reading, outer: Mention) -> bool:
    """Return whether a solid may fill pores; a film of dots has the pores that are filled."""
    return form_of(reading, outer) not in PARTICLE_FILMS
