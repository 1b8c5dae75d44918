"""Classify a printed stack: a core/shell particle, a composite, a laminate, a device.

``@`` means core@shell, or a hybrid if a metal-organic framework is outside. ``/`` means core/shell,
matrix, laminate, device or a mere list; the words around the stack decide, else the chemistry: a
dot's semiconductor with an oxide is a nanocomposite, two chalcogenides are a core/shell particle,
two oxides a laminate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.composition import composition_classes
from kg.extract.knowledge.families import (
    METALS,
    is_catalyst_metal,
    is_dot_material,
    is_oxide,
)
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.solids.polymers import is_in_polymer
from kg.notation import Layer

_CORE_SHELL = re.compile(r"core\W{0,3}(?:multi)?shell|shell", re.IGNORECASE)
_COMPOSITE = re.compile(r"^\W*(?:inorganic\s+)?(?:nano)?compo[sn]\w*", re.IGNORECASE)
#: A metal in a ceramic, printed in either order: "Ni/YSZ cermet".
_CERMET = re.compile(r"^\W*(?:[\w-]+ )?cermets?\b", re.IGNORECASE)
_LAMINATE = re.compile(
    r"^\W*(?:\w{1,12}\W+)?(?:(?:nano)?laminates?|bilayers?|multilayers?|superlattices?)",
    re.IGNORECASE,
)
_LAMINATE_AHEAD = re.compile(
    r"(?:laminates?|bilayers?|multilayers?|superlattices?)\s(?:of|from)\s(?:\w+\s)?$", re.IGNORECASE
)
_COATS = re.compile(r"^\W*(?:[\w-]+ ){0,2}(?:coatings?|films?|layers?|dielectrics?|stacks?)\b")
_DIELECTRIC = re.compile(
    r"^\W*(?:gate\s)?(?:(?:gate|dielectric|insulator)\s?)+(?:stacks?|layers?)?\b"
)
#: Words that occur in a text on laminates.
_LAMINATED = re.compile(r"laminat|multi-?layer|bi-?layer|superlattice|super-?cycle|sublayer", re.I)
_JANUS = re.compile(
    r"\b(?:Janus|dumbbell|snowman|peanut|matchstick)(?:-like|-type|-shaped)?\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_CROWN = re.compile(r"crown", re.IGNORECASE)
_CROWN_AHEAD = re.compile(r"\bcore\W{1,3}crown\s(?:[\w-]+\s)?$", re.IGNORECASE)
_CROWN_SHELL = re.compile(r"\W*core\W{1,3}crown", re.IGNORECASE)
_DEVICE = re.compile(
    r"^\W*(?:\w+\W+)?(?:structures?|devices?|stacks?|cells?|capacitors?|junctions?|TFTs?|"
    r"transistors?)",
    re.IGNORECASE,
)
_DEVICE_AHEAD = re.compile(
    r"\b(?:architecture|structure|configuration|stack|devices?|cells?|capacitors?)\W{1,2}"
    r"(?:(?:of|with|the|was|is|consisting)\W){0,3}$",
    re.IGNORECASE,
)
#: Transparent conductors: electrodes and channels, not dots.
CONDUCTORS = frozenset({"ITO", "FTO", "AZO", "GZO", "IZO", "IGZO", "ATO"})
_SUBSTRATE = re.compile(r"^\W*(?:\d+ ?[nμµ]m\)\s)?(?:substrates?|wafers?|chips?)\b", re.IGNORECASE)
_HETERO = re.compile(
    r"^\W*(?:(?:hollow|colloidal|nano(?:rods?|wires?|crystals?|platelets?|sheets?|particles?)|NCs?|"
    r"NPLs?|dots?|rods?)\s+)?(?:nano-?)?hetero-?(?:nano-?)?(?:structures?|junctions?)",
    re.IGNORECASE,
)
_FILMS = re.compile(r"^\)?\s(?:thin\s)?films?\b")
_FILMS_AHEAD = re.compile(r"\b(?:films?|layers?|coatings?)\sof\s(?:\w+\s)?$", re.IGNORECASE)
_SENSITIZED = re.compile(r"^\W*(?:quantum dots?|QDs?)?\W*(?:co-?)?sensiti[sz]", re.IGNORECASE)
#: A metal tip on a semiconductor; neither surrounds the other.
_HYBRID = re.compile(
    r"^\W*(?:colloidal\s)?(?:hybrid|dumbbell|matchstick)s?\b"
    r"(?!\s?(?:(?:thin|transparent|conduct\w+)\s)*(?:films?|electrodes?|layers?|coatings?)\b)",
    re.IGNORECASE,
)
#: Epitaxial layers of a laser or of quantum wells.
_WELLS = re.compile(
    r"^\W*(?:(?:based|terahertz|THz|mid-\w+|multi\w*|single|double|strained|two|three|four|five|\d+)"
    r" ?-?)*"
    r"(?:quantum[- ](?:wells?(?! (?:NPL|nanopl))|cascade)|MQWs?|QWs?|S?QCLs?|lasers?|laser diodes|"
    r"superlattices?|hetero-?(?:structures?|junctions?)|VCSELs?|DBRs?|(?:Bragg )?mirrors?)\b"
)
#: A boundary, ratio or signal of two solids, which is not an object.
_BOUNDARY = re.compile(
    r"^\W*(?:(?:ALD|cycles?|sub-?cycles?|pulse|molar|atomic|feed|hetero)[ -]?)*"
    r"(?:interfaces?|boundar(?:y|ies)|contacts?|couples?|ratios?|(?:Raman |PL |XRD )?peaks?|bonds?|"
    r"vibrations?|stretch\w*|signals?|redox|conversions?|transitions?|equilibri(?:um|a))\b"
    r"|^\W{0,2}(?:[=≈~≥≤<>]|of|was|is|were)\s?\d"
)
#: Words before two substances that form no object: "the ratio of tin to zinc (Sn/Zn)".
_RATIO_AHEAD = re.compile(
    r"\b(?:ratios?\s(?:of\s(?:[^.;,/]{1,30}\s)?)?\(?|(?:precursors?|salts?|sources?)\s(?:of\s|\()|"
    r"(?:reactions?|couples?|conversions?|transitions?)\s(?:of|between|for)\s(?:the\s)?|"
    r"redox\s(?:couples?|pairs?|reactions?)\s(?:of\s)?\(?)$"
)
#: Words that occur in a text on particles; without one, two semiconductors are layers of a device.
PARTICLES = re.compile(
    r"\b(?:QDs?|NCs?|NPs?|NRs?|NWs?|NPLs?|dots?|colloid\w*|nano-?(?:crystals?|particles?|rods?|"
    r"wires?|platelets?|cubes?|spheres?|sheets?|tubes?|hetero\w+)|particles?|cores?|shells?|"
    r"magic|clusters?|tetrapods?)\b",
    re.IGNORECASE,
)
#: Words after two solids that form each particle of this shape.
_SHAPED = re.compile(
    r"^\)?\s(?:(?:hollow|porous|colloidal|composite|hybrid)\s)*(?:NPs?|NRs?|NWs?|NTs?|particles?|"
    r"nano-?(?:particles?|rods?|wires?|cubes?|spheres?|sheets?|tubes?|flowers?|fib(?:er|re)s?)|"
    r"(?:micro)?spheres?)\b"
)
#: A label in brackets of a sample described before it: "tubes with Pt (TiO2/Pt)".
_LABEL = re.compile(
    r"\b(?:(?:NPs?|NTs?|NWs?|nano[a-z]+|particles?|spheres?|composites?)\s\(|"
    r"\b(?:label+ed|denoted|designated|named|abbreviated|referred to|marked)\s(?:as|by)\s)$"
)
#: Carbons that carry particles or surround them.
CARBONS = frozenset({"C", "CNT", "CNTs", "CNF", "rGO", "graphene"})
#: Carbons that carry the solid printed before them, instead of being a film of a stack.
_SHEETS = frozenset({"rGO", "GO", "CNT", "CNTs", "CNF", "C3N4"})
#: Porous silicates by name, which carry metals.
_ZEOLITE = re.compile(r"(?:ZSM|SBA|MCM|SAPO|KIT)-\d+")
#: The next stack of a list whose stacks share a noun: "A/B and A/C composites".
_NEXT = re.compile(r"^(?:,\s\S+)*,?\s(?:and|or)\s\S*/\S+(?=\s)")
_SUBSTRATE_AHEAD = re.compile(r"\b(?:substrates?|wafers?)\s\($")
_CATALYST = re.compile(r"^\W*(?:nano|electro|photo)?catalysts?", re.IGNORECASE)
#: Words that occur in a text on catalysts, except photocatalysts.
CATALYTIC = re.compile(
    r"\b(?:electro)?cataly|hydrogenation\b|\bCO oxidation|\bsintering\b|"
    r"\bORR\b|oxygen reduction|reforming\b|turnover"
)
#: Words after a stack that describes each single dot.
_EACH_DOT = re.compile(
    r"^\s(?:core\W*(?:multi-?)?shell\s)?(?:colloidal\s)?(?:QDs?|NCs?|NPLs?|quantum dots?|"
    r"nano(?:crystals?|platelets?))\b(?!\W(?:sensiti[sz]|solar|hetero|hybrid|composite))",
    re.IGNORECASE,
)


#: Words after a stack that describes each single particle, not a film of particles.
_EACH_PARTICLE = re.compile(
    r"^\s(?:hybrid\s|colloidal\s)?(?:NCs|NPs|nano(?:crystals|particles|rods|cubes|spheres))\b"
    r"(?!\W(?:films?|solids?|arrays?|layers?|sensiti[sz]|solar|composite))"
)


#: A word for two kinds of particles side by side, neither around the other.
_BLEND = re.compile(r"\bblend(?:s|ed)?\b", re.IGNORECASE)
_DIMER = re.compile(r"^\W*(?:hybrid |nano)?(?:hetero)?dimers?\b", re.IGNORECASE)
#: Words directly after a stack, and the kind of object that they name.
_BEHIND = (
    (_BOUNDARY, ""),
    (_DIMER, "heterodimer"),
    (_CERMET, "nanocomposite"),
    (_COMPOSITE, "nanocomposite"),
    (_SUBSTRATE, "substrate"),
)


def architecture_of(reading: Reading, mention: Mention, layers: Sequence[str]) -> str:
    """Return the kind of object that a stack is; ``""`` for a mere list."""
    behind = _NEXT.sub("", reading.text[mention.end : mention.end + 60])[:40]
    near = reading.text[max(0, mention.start - 30) : mention.end + 45]
    separators = mention.stack.separators if mention.stack else ()
    if "@" in separators:
        return _enclosed(layers, behind)
    if _is_carried(layers, behind):
        return "supported"
    ahead = reading.text[: mention.start]
    called = _called(layers, ahead, behind)
    if called is not None:
        return called
    if _is_crowned(reading, mention):
        return "core_crown"
    is_counted = any(layer.count is not None for layer in plain_layers(mention))
    if (is_counted and CONDUCTORS.isdisjoint(layers)) or _CORE_SHELL.search(near):
        return "core_shell"
    if _LAMINATE.match(behind) or _LAMINATE_AHEAD.search(ahead):
        return "nanolaminate"
    is_pair = len(layers) == 2 and set(separators) == {"-"}  # "the Pt-CoOx structures"
    is_dots = behind.startswith(" structure") and _are_two_dots(reading, layers)
    is_called = _DEVICE.match(behind) is not None and not is_dots
    if not is_pair and (is_called or _DEVICE_AHEAD.search(ahead)):
        return "thin_film"
    return _by_chemistry(reading, mention, layers, behind)


def _enclosed(layers: Sequence[str], behind: str) -> str:
    """Return the meaning of ``@``: a core with a crown or shell, or a crystal in a framework."""
    framed = ["MetalOrganicFramework" in composition_classes(layer) for layer in layers]
    if framed == [False, True]:
        return "hybrid"
    return "core_crown" if _CROWN_SHELL.match(behind) else "core_shell"


def _called(layers: Sequence[str], ahead: str, behind: str) -> str | None:
    """Return what the words beside a stack call it; ``""`` for no object, ``None`` for no word."""
    if _SUBSTRATE_AHEAD.search(ahead):
        return "substrate"
    if CONDUCTORS.isdisjoint(layers) and is_in_polymer(layers, ahead, behind):
        return "nanocomposite"
    called = next((name for words, name in _BEHIND if words.match(behind)), None)
    if called is None:
        return "" if _RATIO_AHEAD.search(ahead) else None
    if called != "nanocomposite" or _CERMET.match(behind) or _has_matrix(layers):
        return called
    return "supported" if len(CARBONS & set(layers)) == 1 else ""


def _has_matrix(layers: Sequence[str]) -> bool:
    """Return whether the second layer can surround the first: it is no carbon or metal."""
    return not {layers[1]} & (METALS | CARBONS) and layers[0] not in CARBONS


def _are_two_dots(reading: Reading, layers: Sequence[str]) -> bool:
    """Return whether two solids that form dots are named in a text on particles."""
    are_dots = len(layers) == 2 and all(map(is_dot_material, layers)) and not METALS & set(layers)
    return are_dots and PARTICLES.search(reading.sentence.passage.text) is not None


def _is_crowned(reading: Reading, mention: Mention) -> bool:
    """Return whether the words beside a stack, up to the next solid, call it a crown."""
    if _CROWN_AHEAD.search(reading.text[: mention.start]):
        return True
    solids = [m.start for m in reading.of_kind("stack", "material") if m.start >= mention.end]
    end = min((mention.end + 30, *solids))
    words = reading.text[mention.end : end]
    is_next = end < mention.end + 30 and _CROWN_AHEAD.search(words) is not None
    return _CROWN.search(words) is not None and not is_next


def _is_carried(layers: Sequence[str], behind: str) -> bool:
    """Return whether a stack is a metal on its carrier: "Pt/C", "Pt-CeO2 catalysts"."""
    if len(layers) < 2 or not is_catalyst_metal(layers[0]) or layers[0] == layers[-1]:
        return False
    is_porous = layers[-1] in CARBONS or _ZEOLITE.fullmatch(layers[-1]) is not None
    return is_porous or _CATALYST.match(behind) is not None


#: Words after metals that are layers on each other.
_METAL_FILMS = re.compile(r"\s(?:(?:thin|bimetallic|metal|metallic)\s)*films?\b")


def _by_chemistry(reading: Reading, mention: Mention, layers: Sequence[str], behind: str) -> str:
    if "MetalOrganicFramework" in composition_classes(layers[1]):
        return "hybrid"
    if _CATALYST.match(behind) or (_HYBRID.match(behind) and not CARBONS.isdisjoint(layers)):
        return ""
    if _EACH_DOT.match(behind) and _is_one_dot(reading, mention, layers):
        return "core_shell"
    if len(layers) > 2 and layers[0] == layers[-1] and layers[0] in METALS - SEMICONDUCTORS:
        return "thin_film"  # an insulator between two contacts
    marks = set(mention.stack.separators) if mention.stack else set()
    if marks == {"/"} and set(layers) <= METALS and _METAL_FILMS.match(behind):
        return "thin_film"
    is_film = _FILMS.match(behind) or _FILMS_AHEAD.search(reading.text, 0, mention.start)
    if is_film and _are_films(reading, layers):
        return "films"
    if is_carrier_shaped(reading, mention, layers):
        return "particles"
    return _of_solids(reading, mention, layers, behind)


def _are_films(reading: Reading, layers: Sequence[str]) -> bool:
    """Return whether solids are side by side in films: "LaAlO3/SrTiO3 films".

    Metals at both ends are contacts, and films of particles may contain core/shell particles.
    """
    has_particles = PARTICLES.search(reading.sentence.passage.text) is not None
    metals = METALS - SEMICONDUCTORS
    return not has_particles and not {layers[0], layers[-1]} <= metals


def _of_solids(reading: Reading, mention: Mention, layers: Sequence[str], behind: str) -> str:
    inner, outer = layers[0], layers[1]
    is_hybrid = _HYBRID.match(behind) and len({inner, outer} & METALS) == 1
    if is_hybrid or (len(layers) == 2 and _is_dimer(reading, mention, behind)):
        return "heterodimer"
    is_hetero = _HETERO.match(behind) is not None
    is_hyphened = set(mention.stack.separators if mention.stack else ()) == {"-"}
    has_particles = PARTICLES.search(reading.sentence.passage.text) is not None
    if is_hyphened and not is_hetero:
        return "particles" if _are_particles(reading, mention, layers, behind) else ""
    is_dot_with_oxide = is_dot_material(inner) and is_oxide(outer)
    if is_dot_with_oxide and inner in METALS and _EACH_PARTICLE.match(behind) and len(layers) == 2:
        return "particles"  # the words leave open whether the oxide is around the metal
    if has_particles and is_dot_with_oxide and inner not in CONDUCTORS:
        return "" if _BLEND.search(reading.text) else "nanocomposite"
    if _WELLS.match(behind):
        return "heterostructure"
    if _SENSITIZED.match(behind) or _FILMS.match(behind):
        return ""
    if is_dot_material(inner) and is_dot_material(outer) and not {inner, outer} & METALS:
        of_dots = "heterostructure" if is_hetero else "core_shell"
        return of_dots if has_particles else "thin_film"
    return "heterostructure" if is_hetero else _of_parts(reading, mention, layers, behind)


def _of_parts(reading: Reading, mention: Mention, layers: Sequence[str], behind: str) -> str:
    """Return the kind of object of solids that form no core/shell: particles, films or ""."""
    if _are_particles(reading, mention, layers, behind):
        return "particles"
    has_particles = PARTICLES.search(reading.sentence.passage.text) is not None
    is_of_metals = _is_of_metals(mention, layers, has_particles=has_particles)
    return "" if is_of_metals else _of_films(reading, mention, layers, behind)


def _are_particles(reading: Reading, mention: Mention, layers: Sequence[str], behind: str) -> bool:
    """Return whether solids are parts, in any arrangement, of each particle named after them.

    A label in brackets has its particles before it: "tubes with Pt (TiO2/Pt)". In a catalyst, the
    shape is that of the carrier.
    """
    if is_catalyst_metal(layers[0]) and CATALYTIC.search(reading.sentence.passage.text):
        return False
    is_shaped = _SHAPED.match(behind) or _EACH_DOT.match(behind)
    return is_shaped is not None and _LABEL.search(reading.text[: mention.start]) is None


def _is_one_dot(reading: Reading, mention: Mention, layers: Sequence[str]) -> bool:
    """Return whether layers form a single dot.

    There must be no metal, no oxide or polymer inside, no oxide as the only shell, and no two
    solids side by side.
    """
    is_slashed = mention.stack is not None and set(mention.stack.separators) == {"/"}
    if not is_slashed or _JANUS.search(reading.text[: mention.start]):
        return False
    is_covered = len(layers) == 2 and is_oxide(layers[1])
    inside = composition_classes(layers[0])
    is_organic = not inside and any(letter.isdigit() for letter in layers[0])
    return not (METALS & set(layers) or "Oxide" in inside or is_organic or is_covered)


#: Members of :data:`METALS` that are wafers.
SEMICONDUCTORS = frozenset({"Si", "Ge"})


def _is_of_metals(mention: Mention, layers: Sequence[str], *, has_particles: bool) -> bool:
    """Return whether metals are a contact ("Ti/Au") or adjacent particles: "Ag/Au and Au/Pd"."""
    if set(layers) <= METALS - SEMICONDUCTORS:
        return True
    is_thick = any(layer.thickness for layer in plain_layers(mention))
    return has_particles and not is_thick and sum(layer in METALS for layer in layers) > 1


def _of_films(reading: Reading, mention: Mention, layers: Sequence[str], behind: str) -> str:
    """Return "nanolaminate" for two oxides in a text on laminates, else another kind of film or "".

    Solids that form each particle, or label particles named before, are not films.
    """
    if len(set(layers)) == 1 and PARTICLES.search(reading.sentence.passage.text):
        return "core_shell"  # a host, doped in the core and undoped in the shell
    if layers[-1] in _SHEETS or _LABEL.search(reading.text[: mention.start]):
        return ""
    if len(set(layers)) != 2 or not all(map(is_oxide, layers)):
        return "thin_film"
    if _LAMINATED.search(reading.sentence.passage.text):
        return "nanolaminate"
    if _DIELECTRIC.match(behind):
        return "thin_film"
    return "films" if _COATS.match(behind) else ""


#: Shapes of an oxide that carries dots, and that no dot has.
_DRAWN_OUT = re.compile(
    r"^\)?\s(?:(?:hierarchical|vertical|aligned|core|hollow|porous|hybrid|composite|single)\s)*"
    r"(?:N[TWR]s?|nano-?(?:rods?|wires?|tubes?|sheets?|belts?|fib(?:er|re)s?|ribbons?|cones?))\b"
)


def is_carrier_shaped(reading: Reading, mention: Mention, layers: Sequence[str]) -> bool:
    """Return whether the shape after a stack is that of its last layer ("CdS/TiO2 tubes").

    The solids before it sit on the oxide, unless the words call it a shell.
    """
    near = reading.text[max(0, mention.start - 30) : mention.end + 45]
    is_last = is_oxide(layers[-1]) and all(
        is_dot_material(layer) and not is_oxide(layer) for layer in layers[:-1]
    )
    is_slashed = mention.stack is not None and mention.stack.separators[-1:] == ("/",)
    is_shaped = _DRAWN_OUT.match(reading.text[mention.end : mention.end + 60]) is not None
    return is_last and is_slashed and is_shaped and not _CORE_SHELL.search(near)


def _is_dimer(reading: Reading, mention: Mention, behind: str) -> bool:
    """Return whether solids are side by side: "Cu/CeO2 heterodimers", "Janus-like PbSe/CdSe"."""
    return bool(_DIMER.match(behind) or _JANUS.search(reading.text[: mention.start]))


def plain_layers(mention: Mention) -> tuple[Layer, ...]:
    """Return the layers of a stack, including those of stacks inside it."""
    return mention.stack.flat if mention.stack is not None else ()
