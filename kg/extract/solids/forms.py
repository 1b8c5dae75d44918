"""Find the shapes of solids: dots, rods, films, laminates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.context.apparatus import is_vessel
from kg.extract.context.openings import is_background
from kg.extract.findings import UNSAID, Finding
from kg.extract.knowledge.families import (
    CATALYST_METALS,
    FILM_FORMS,
    METALS,
    PARTICLE_FILMS,
    core_of,
    is_catalyst_metal,
    is_framework,
    is_oxide,
    is_particle,
    is_polymer,
)
from kg.extract.mentions import Mention
from kg.extract.patterns import Found, find_all
from kg.extract.reading import Reading
from kg.extract.solids.architectures import CARBONS, is_carrier_shaped
from kg.extract.solids.form_patterns import FORMS
from kg.extract.solids.listed_shapes import find_listed_shapes
from kg.extract.solids.no_shapes import is_no_shape
from kg.extract.solids.systems import is_ligand, solid_of
from kg.model import Content, Form, Material, System
from kg.notation.symbols import SYMBOL


def form_of(reading: Reading, material: Mention) -> str:
    """Return the form named directly after a material; "PbS quantum dot films" -> quantum_dot."""
    for mention in reading.of_kind("form"):
        if (mention.start, mention.end) == (material.start, material.end):
            return mention.id  # carbon nanotubes
        if mention.start < material.end or _is_pad(material, mention):
            continue
        gap = reading.text[material.end : mention.start]
        if len(gap) <= 12 and not _APART.search(gap):
            return _assembled(reading, mention)
    return _form_ahead(reading, material)


def _form_ahead(reading: Reading, material: Mention) -> str:
    """Return the particles named before a solid: "nanorods of CdSe", "powders of fine ZnO"."""
    for mention in reading.of_kind("form"):
        is_loose = is_particle(mention.id) or mention.id == "powder"
        if (
            is_loose
            and mention.end < material.start
            and _OF.fullmatch(reading.text, mention.end, material.start)
        ):
            return mention.id
    return ""


_OF = re.compile(r"\sof\s(?:[\w-]+\s)?")


def _is_pad(material: Mention, form: Mention) -> bool:
    """Return whether "dots" of a metal are contacts, deposited through a mask."""
    return material.id in _NO_DOTS and form.text.lower() in ("dot", "dots")


#: Text between a solid and the shape of another: "HfO2 on ZnO nanowires", "HfO2-coated Cu rods".
_APART = re.compile(
    r"[,;:]|\b(?:on|onto|in|into|over|with|by|around|the|an?|were|was|is|are|has|had|have|ke(?:pt|eps)|"
    r"makes?|made|lets?)\b|"
    r"\b(?:coat|cover|capp|wrapp|decorat|passivat|protect|modifi|encapsulat|seal|sensiti[sz]|tipp|cladd|seed)ed\b|-clad\b"
)
#: Words before the solid of a porous film.
_POROUS = re.compile(r"\b(?:meso|nano)porous\s$", re.IGNORECASE)
_HOLLOW = re.compile(r"\bhollow\s$", re.IGNORECASE)
_OF_CRYSTALS = re.compile(r"\b(?:nanocrystals?|NCs?)\b", re.IGNORECASE)
#: Words after particles that are assembled into a film.
_ASSEMBLED = re.compile(
    r"[\w\s()]{0,12}\b(?:assembled|arranged|cast|packed|processed|spun)\s+(?:in|into|as|to)\s+"
    r"(?:\w+\s+)?(?:films?|layers?|solids?)\b"
)


def _assembled(reading: Reading, form: Mention, solid: Mention | None = None) -> str:
    """Return the form, made specific: of dots assembled into films, or of mesoporous films."""
    ahead = reading.text[: solid.start] if solid is not None else ""
    if form.id == "thin_film" and _POROUS.search(ahead):
        return "mesoporous_film"
    if form.id in ("nanosphere", "particle") and _HOLLOW.search(ahead):
        return "hollow_sphere"
    films = {dots: film for film, dots in PARTICLE_FILMS.items()}
    is_film = form.id in films and _ASSEMBLED.match(reading.text, form.end) is not None
    return films[form.id] if is_film else form.id


def find_forms(reading: Reading) -> Iterator[Finding]:
    """Yield solids in a shape; a particle's solid is a nanocrystal until the study says core."""
    for rule, found in find_all(FORMS, reading):
        if rule.emits != "form":
            yield from _OTHER_FORMS[rule.emits](found)
            continue
        for mention in found["x"]:
            if is_no_shape(reading, mention):
                continue
            yield from _form_findings(reading, found, mention)
        yield from _laminate(found)
    yield from _named_by_form(reading)
    yield from find_listed_shapes(reading)
    for form in reading.of_kind("form"):
        yield from _unsaid(reading, form)


def _unsaid(reading: Reading, form: Mention) -> Iterator[Finding]:
    """Yield forms whose sentence names no solid ("the QD film"); the rest of the study names it."""
    if _is_unsaid_film(reading, form):
        yield _found(Form(formula=UNSAID, form=form.id), form, "films")
    elif form.id in PARTICLE_FILMS and not is_background(reading, form):
        for shape in _shapes(form.id, form, UNSAID):
            yield _found(Form(formula=UNSAID, form=shape), form, "films-meant")


#: Words after "thin film" as an attribute of another noun.
_ADJECTIVE = re.compile(
    r"\s(?:gas|electr\w+|solar|transistors?|propert\w+|technolog\w+|growth|deposition|batter\w+|"
    r"devices?|encapsulation)\b"
)


def _is_unsaid_film(reading: Reading, form: Mention) -> bool:
    """Return whether "the films" are the study's own: no general statement, no attribute."""
    if form.id != "thin_film" or "film" not in form.text.lower():
        return False
    if _ADJECTIVE.match(reading.text, form.end):
        return False
    return not is_background(reading, form)


def _dots_in_layers(found: Found) -> Iterator[Finding]:
    """Yield "a film of PbS dots" as a film of dots, "of ZnO nanocrystals" as a thin film."""
    if found["film"][0].id not in FILM_FORMS:
        return
    films = {dots: film for film, dots in PARTICLE_FILMS.items()}
    dots = found["dots"][0]
    if is_particle(dots.id) and _sharing(found["x"]) == found["x"]:
        shape = films.get(dots.id, "thin_film")
        for solid in found["x"]:
            yield _found(Form(formula=_innermost(solid), form=shape), dots, found.rule)


def _monolayers(found: Found) -> Iterator[Finding]:
    """Yield "a single layer of PbS dots" as a monolayer film."""
    for solid in _sharing(found["x"]) if is_particle(found["dots"][0].id) else ():
        content = Form(formula=_innermost(solid), form="monolayer_film")
        yield _found(content, found["dots"][0], found.rule)


def _sheets(found: Found) -> Iterator[Finding]:
    """Yield a single layer of a layered solid as a monolayer film."""
    for mention in found["x"]:
        if _LAYERED.fullmatch(mention.id):
            content = Form(formula=mention.id, form="monolayer_film")
            yield _found(content, mention, found.rule)


#: Solids of sheets that are weakly bound to each other.
_LAYERED = re.compile(r"(?:Mo|W|Re|Pt|Sn|Hf|Zr|Nb|Ta|Ti)(?:S|Se|Te)2|BN")


def _sharing(solids: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the listed solids that have the shape after them: in "ZnO and PbS dots", no oxide."""
    if is_oxide(_innermost(solids[-1])):
        return solids
    return tuple(solid for solid in solids if not is_oxide(_innermost(solid)))


def _innermost(printed: Mention) -> str:
    return core_of(printed.stack.formulas) if printed.stack is not None else printed.id


def _films_of_devices(found: Found) -> Iterator[Finding]:
    """Yield the channel of a thin-film transistor as a thin film."""
    if not _THIN_FILM.match(found["device"][0].text):
        return
    for mention in found["x"]:
        layers = mention.stack.formulas if mention.stack is not None else (mention.id,)
        for formula in layers:
            yield _found(Form(formula=formula, form="thin_film"), mention, found.rule)


def _nano_solids(found: Found) -> Iterator[Finding]:
    """Yield "nano-LiCoO2" as nanoparticles."""
    for mention in found["x"]:
        yield _found(Form(formula=mention.id, form="nanoparticle"), mention, found.rule)


def _alternating(found: Found) -> Iterator[Finding]:
    """Yield alternating layers of two solids as a laminate."""
    layers = tuple(dict.fromkeys((found["x"][0].id, found["y"][0].id)))
    is_laminate = all(form.id == "nanolaminate" for form in found["form"])
    if len(layers) > 1 and is_laminate:
        system = System(architecture="nanolaminate", layers=layers)
        yield _found(system, found["x"][0], found.rule)
        for mention in (*found["x"], *found["y"]):
            yield _found(Material(role="film", formula=mention.id), mention, found.rule)
            if found["form"]:
                content = Form(formula=mention.id, form="nanolaminate")
                yield _found(content, mention, found.rule)


def _mesoporous(found: Found) -> Iterator[Finding]:
    """Yield a mesoporous electrode as a mesoporous film."""
    for mention in found["x"]:
        yield _found(Form(formula=mention.id, form="mesoporous_film"), mention, found.rule)


def _around_core(found: Found) -> Iterator[Finding]:
    """Yield the form of the core: "nanocrystals consisting of an InAs core"."""
    for form in found["form"] if is_particle(found["form"][0].id) else ():
        content = Form(formula=found["x"][0].id, form=form.id)
        yield Finding(content=content, at=form.start, rule=found.rule)


_THIN_FILM = re.compile(r"thin[- ]film\b", re.IGNORECASE)
_OTHER_FORMS = {
    "monolayer": _monolayers,
    "sheet": _sheets,
    "layer": _dots_in_layers,
    "device": _films_of_devices,
    "nano": _nano_solids,
    "mesoporous": _mesoporous,
    "alternating": _alternating,
    "around_core": _around_core,
}


def _laminate(found: Found) -> Iterator[Finding]:
    """Yield "PbTe and PbSe nanolaminates" as one laminate of both solids."""
    layers = tuple(m.id for m in found["x"] if m.kind == "material")
    if len(layers) > 1 and any(form.id == "nanolaminate" for form in found["form"]):
        yield _found(System(architecture="nanolaminate", layers=layers), found["x"][0], found.rule)


def _named_by_form(reading: Reading) -> Iterator[Finding]:
    """Yield names of both solid and shape: carbon nanotubes, graphene quantum dots."""
    for form in reading.of_kind("form"):
        for mention in reading.of_kind("material"):
            if (mention.start, mention.end) == (form.start, form.end):
                yield _found(Form(formula=mention.id, form=form.id), form, "form-in-name")
                if form.id == "quantum_dot":
                    dots = Material(role="nanocrystal", formula=mention.id)
                    yield _found(dots, form, "form-in-name")


def _is_stacked(reading: Reading, found: Found, mention: Mention, form: Mention) -> bool:
    """Return whether dots are one layer of a device, not a shape of the others: "ITO/QD/Al"."""
    solids = [m for m in found["x"] if mention.start <= m.start < form.start]
    starts = (*(m.start for m in solids[1:]), form.start)
    gap = "".join(reading.text[m.end : at] for m, at in zip(solids, starts, strict=False)).lower()
    return "/" in gap and "core" not in gap and "shell" not in gap


#: Properties of the bulk solid, named beside those of its particles.
_OF_BULK = re.compile(r"[- ](?:band[- ]?gaps?|gap|values?|modulus|exciton|resistivit\w+|limit)\b")


def _is_shapeless(reading: Reading, found: Found, mention: Mention, form: Mention) -> bool:
    """Return whether a form is not that of the solid before it.

    In "the PbS bulk band gap", ``bulk`` is not a form; in "ZnO and PbS dots", the oxide is not a
    dot; in "a film of PbS dots", the solid has the form of the dots.
    """
    if _is_pad(mention, form) or is_vessel(reading, form):
        return True
    if form.id == "bulk" and (form.end <= mention.start or _OF_BULK.match(reading.text, form.end)):
        return True
    sharing = _sharing(found["x"])
    if form.id in FILM_FORMS and form.end <= mention.start:  # "a film of PbS dots"
        shaped = found["x"][-1] if mention in sharing else mention
        return is_particle(form_of(reading, shaped))
    return form.id == "quantum_dot" and mention not in sharing


def _form_findings(reading: Reading, found: Found, mention: Mention) -> Iterator[Finding]:
    if found.rule == "based-form" and SYMBOL.fullmatch(mention.id):
        return  # "Cd-based dots" consist of a compound of Cd
    for form in found["form"]:
        if not _is_stacked(reading, found, mention, form) and not _is_shapeless(
            reading, found, mention, form
        ):
            yield from _shaped(reading, found.rule, mention, form)


def _dots_of_device(formula: str, mention: Mention, form: Mention, rule: str) -> Iterator[Finding]:
    """Yield the layer before the word for dots as their solid: "ITO/ZnO/CdSe QDs/Ag"."""
    if is_particle(form.id):
        yield _found(Material(role="nanocrystal", formula=formula), mention, rule)


def _mixed_film(
    mention: Mention, form: Mention, layers: Sequence[str], rule: str
) -> Iterator[Finding]:
    """Yield the oxides of a mixture in a film: "TiO2-SiO2 thin films"."""
    if form.id in FILM_FORMS and mention.stack and set(mention.stack.separators) == {"-"}:
        for layer in filter(is_oxide, layers):
            yield _found(Material(role="film", formula=layer), mention, rule)


def _shaped(reading: Reading, rule: str, mention: Mention, form: Mention) -> Iterator[Finding]:
    """Yield the findings of one solid in one shape."""
    formula = mention.id
    shape = _assembled(reading, form, mention)
    if mention.stack is not None and len(mention.stack.flat) > 1:
        layers = tuple(map(solid_of, mention.stack.formulas))
        if form.id == "nanolaminate" or _is_carried_in_film(form, layers):
            laminated = dict.fromkeys(layers) if form.id == "nanolaminate" else ()
            yield from (_found(Form(formula=f, form=form.id), form, rule) for f in laminated)
            return
        yield from _mixed_film(mention, form, layers, rule)
        is_cut = reading.text.startswith("/", form.end)
        is_last = is_cut or (set(mention.stack.separators) == {"-"} and not is_ligand(layers[-1]))
        is_last = is_last or is_carrier_shaped(reading, mention, layers)
        formula = layers[-1] if is_last else core_of(layers)
        if is_polymer(formula) and is_particle(form.id):
            formula = next((layer for layer in layers if not is_polymer(layer)), formula)
        if is_cut:
            yield from _dots_of_device(formula, mention, form, rule)
    elif form.id in FILM_FORMS:
        yield _found(Material(role="film", formula=formula), mention, rule)
    elif is_particle(form.id) and formula not in SHEETS and not _SEED.match(reading.text, form.end):
        is_carrier = _SENSITIZED.search(reading.text[: mention.start]) and is_oxide(formula)
        is_electrode = is_carrier and _PHOTOELECTRODE.search(reading.sentence.passage.text)
        below = "electrode" if is_electrode else "support"
        role = below if is_carrier else "nanocrystal"
        yield _found(Material(role=role, formula=formula), mention, rule)
    for each in _shapes(shape, form, formula):
        yield _found(Form(formula=formula, form=each), form, rule)


def _is_carried_in_film(form: Mention, layers: Sequence[str]) -> bool:
    """Return whether a film consists of particles in or on the last solid: "Pt/C films"."""
    is_carried = layers[-1] in CARBONS and is_catalyst_metal(layers[0])
    return form.id in FILM_FORMS and (is_carried or is_framework(layers[-1]))


#: Words before the oxide that dots sensitise.
_SENSITIZED = re.compile(r"\bsensiti[sz](?:ed|ation of|ing)\s(?:the\s)?$")
_PHOTOELECTRODE = re.compile(r"photo-?(?:electrode|anode|cathode)")
#: Solids that are exfoliated into sheets and are not nanocrystals.
SHEETS = frozenset({"GO", "rGO", "RGO"})
#: Words after particles from which a film starts to grow.
_SEED = re.compile(r"\s(?:seed|nucleation|wetting)\b")


#: Words for particles without quantum confinement, in the name of a film.
_OF_NANOPARTICLES = re.compile(r"(?:nanoparticles?|NPs?)\b", re.IGNORECASE)
#: Metals, whose "nanodots" have no quantum confinement.
_NO_DOTS = (METALS | CATALYST_METALS) - {"Si", "Ge"}


def _shapes(shape: str, form: Mention, formula: str) -> tuple[str, ...]:
    """Return the shapes that one word means: a film of dots also means dots."""
    if shape == "quantum_dot" and formula in _NO_DOTS and "quantum" not in form.text.lower():
        return ("nanoparticle",)
    if shape == "quantum_dot_film" and _OF_NANOPARTICLES.match(form.text):
        return ("nanoparticle", "thin_film")
    if shape == "quantum_dot_film" and _OF_CRYSTALS.match(form.text) and is_oxide(formula):
        return ("nanocrystal", "thin_film")
    if shape not in PARTICLE_FILMS:
        return (shape,)
    is_of_crystals = _OF_CRYSTALS.search(form.text) is not None
    return (shape, "nanocrystal" if is_of_crystals else PARTICLE_FILMS[shape])


def _found(content: Content, mention: Mention, rule: str) -> Finding:
    return Finding(content=content, at=mention.start, rule=rule)
