"""One solid put on another: what was coated, with what, and the word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.findings import Coating, Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.extract.rules.families import core_of
from kg.extract.rules.forms import form_of
from kg.extract.rules.systems import layers_of
from kg.model import Material

_COATED = (
    "(coated|covered|overcoated|encapsulated|passivated|embedded|infilled|infiltrated|protected|"
    "decorated|capped|shelled|modified|overgrown|filled|wrapped|surrounded|enclosed|encased)"
)
_GROWN = (
    "(deposited|deposit|deposits|deposition|depositing|grow|grows|grew|grown|growth|growing|ald|"
    "<P\\d+>|coated|coat|formed|prepared|synthesized|applied)"
)

#: Two solids, one put on the other; slots ``inner`` and ``outer``.
COATINGS = (
    Rule(
        "shell-around-core",
        "{MS*:outer} (shells?|shelling) ~1 (around|on|onto|over|of|for) ~9 {MS*:inner}",
        "shell",
        "A ZnS shell around the InP cores.",
        "The shell around the core is thin.",
    ),
    Rule(
        "crown-around-core",
        "{M*:outer} crowns? ~4 (around|on|onto|of|for|from) ~9 {MS*:inner}",
        "crown",
        "CdS crowns were grown around the CdSe platelets.",
        "The crown around the CdSe platelets is wide.",
    ),
    Rule(
        "core-with-crown",
        "{M:inner} ~3 (and|with) ~3 {M:outer} crowns?",
        "crown",
        "CdSe nanoplatelets with a wide CdTe crown",
        "CdSe nanoplatelets with a wide CdTe rod",
    ),
    Rule(
        "shells-of",
        "(shells?|layers?|coatings?) of {M*:outer} ~4 (around|on|onto|over) ~4 {MS*:inner}",
        "shell",
        "We grew shells of CdS around PbS seeds.",
        "Layers of dust on CdS were blown off.",
    ),
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
        "embedded-in",
        "{MS*:inner} ~6 (embedded|infilled|infiltrated|passivated|dispersed|immersed|incorporated) "
        "~1 (in|within|into|inside) ~6 {M*:outer}",
        "matrix",
        "CdTe quantum dots were embedded in a film of HfO2.",
        "CdTe was stored in air beside HfO2.",
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
    Rule(
        "coated-with",
        "{MS*:inner} ~6 " + _COATED + " ~4 (with|by|in|inside) ~6 {M*:outer}",
        "",
        "CdTe quantum dots were coated with an ultrathin layer of HfO2.",
        "Al2O3 and ZnO were compared.",
    ),
    Rule(
        "outer-coated",
        "{M:outer} [-] " + _COATED + " {MS*:inner}",
        "",
        "alumina-passivated PbS quantum dots",
        "well-passivated PbS quantum dots",
    ),
    Rule(
        "infill-of-with",
        "(infill|infilling|infiltration|embedding) of ~2 {MS*:inner} ~4 (with|by|in) ~3 {M*:outer}",
        "matrix",
        "The infilling of PbTe dots with amorphous alumina was complete.",
        "The infilling of pores is slow.",
    ),
    Rule(
        "coating-of-with",
        "(coating|passivation|encapsulation|overcoating|protection) of ~2 {MS*:inner} ~4 (with|by) "
        "~3 {M*:outer}",
        "",
        "The passivation of black Si by ALD Al2O3 lasts.",
        "The passivation of Si is hard.",
    ),
    Rule(
        "coat-with",
        "(coat|coats|coating|coated|overcoat|overcoated|overcoating|cover|covered|covering|shell|"
        "shelled|shelling|encapsulated|encapsulating|passivated|protected|infill|infills|infilled|"
        "infiltrated) ~6 {MS:inner} ~3 with ~3 {MS*:outer}",
        "",
        "We overcoated fresh Al with AlF3.",
        "We overcoated Al twice.",
    ),
    Rule(
        "filled-voids-of",
        "(filled|fill|filling|infiltrated|infiltrating) ~2 "
        "(voids?|pores?|interstices|gaps?|spaces?) "
        "(of|between|in) ~3 {MS*:inner} ~9 with ~3 {M*:outer}",
        "matrix",
        "We filled the pores of PbTe dot films with HfO2.",
        "We filled the pores of PbTe.",
    ),
    Rule(
        "coating-on",
        "{M*:outer} ~2 (coatings?|overcoatings?|overlayers?|monolayers?|layers?|films?|<F\\d+>|"
        + _GROWN[1:]
        + " ~5 (on|onto|over|around|upon) ~6 {MS*:inner}",
        "",
        "HfO2 was deposited by ALD on PbS quantum dots.",
        "HfO2 has a wide gap on paper.",
    ),
    Rule(
        "deposit-on",
        "(deposit|deposited|deposits|depositing|deposition|grow|grew|grown|growth|growing|ald|"
        "<P\\d+>|"
        "applied) ~6 {M*:outer} ~5 (on|onto|over|around|upon) ~6 {MS*:inner}",
        "",
        "We deposited thin TiO2 at 100 °C onto WO3 nanowires.",
        "We deposited dots on glass.",
    ),
)


def find_coatings(reading: Reading) -> Iterator[Finding]:
    """One solid put on another."""
    for rule in COATINGS:
        for found in rule.find(reading):
            for inner in found["inner"]:
                yield from _put_on(reading, rule, found, inner)


def _put_on(reading: Reading, rule: Rule, found: Found, inner: Mention) -> Iterator[Finding]:
    """What was put on one solid: each of a list, or all of a list one after the other."""
    outers = found["outer"]
    between = reading.text[outers[0].end : outers[-1].start]
    on_cores = _CORES.match(reading.text, inner.end) is not None and " or" not in between
    in_order = len(outers) > 1 and (on_cores or _THEN.search(between) is not None)
    for outer in outers[:1] if in_order else outers:
        if _is_in_turn(reading, found, outer):
            shell = Material(role="shell", formula=outer.id)
            yield Finding(content=shell, at=outer.start, rule=rule.id)
        elif _is_put_on(reading, rule, inner, outer):
            coating = _coating(reading, inner, outer, rule.emits)
            if in_order:
                coating = replace(coating, outside=tuple(m.id for m in outers))
            yield Finding(content=coating, at=outer.start, rule=rule.id)


#: Cores that take several coats take them one after the other.
_CORES = re.compile(r"\s(?:core\s)?(?:cores|seeds)\b")
#: In a list of coats: the second lies on the first.
_THEN = re.compile(r"\b(?:then|subsequently|finally)\b")


def _is_put_on(reading: Reading, rule: Rule, inner: Mention, outer: Mention) -> bool:
    """Whether two solids are two, the outer no cap of a third, the inner no bare plate."""
    is_self = inner.id == outer.id and (inner.start == outer.start or rule.id in _PUT_ON)
    is_cap = rule.id in _PUT_ON and _CAPS.match(reading.text, outer.end)
    if is_denied(reading, outer) or _LIGANDS.match(reading.text, outer.end):
        return False
    if rule.id == "embedded-in" and (
        _SHELL.match(reading.text, outer.end) or _ATOMS.match(reading.text, inner.end)
    ):
        return False
    is_bare = rule.id in _ENCLOSING and inner.id in _PLATES
    return not (is_self or is_cap or is_bare or _is_aside(reading, inner, outer))


def _is_in_turn(reading: Reading, found: Found, outer: Mention) -> bool:
    """Whether the shells of a sentence follow each other around one core."""
    is_list = len(found["outer"]) > 1 or found.rule == "deposit-on"
    return is_list and _IN_TURN.search(reading.text[: outer.start]) is not None


#: Shells that follow each other around one core: no one of them makes an object with it.
_IN_TURN = re.compile(
    r"\b(?:alternat\w+|success\w+|consecutive|sequential|multiple)\s(?:[\w-]+\s){0,4}of\s[^.;]*$",
    re.IGNORECASE,
)


#: Between a solid and another: "on the growth of HfO2" tells of no ground.
_ASIDE = re.compile(
    r"\b(?:on|onto)\s(?:[\w-]+\s){0,4}?(?:growth|deposition|nucleation|formation|coverage|performance|"
    r"propert\w+|effects?|quality)\s(?:of\b|$)"
)


def _is_aside(reading: Reading, inner: Mention, outer: Mention) -> bool:
    return _ASIDE.search(reading.between(inner, outer)) is not None


def _coating(reading: Reading, inner: Mention, outer: Mention, hint: str) -> Coating:
    inside, outside = _layers(inner), _layers(outer)
    return Coating(
        inner=core_of(inside),
        outer=outside[0],
        inside=inside,
        outside=outside,
        inner_form=_form_of_inner(reading, inner),
        outer_form=form_of(reading, outer),
        hint=hint or _hint(reading, outer, inner),
    )


def _layers(mention: Mention) -> tuple[str, ...]:
    return layers_of(mention) if mention.kind == "stack" else (mention.id,)


#: Behind a solid that is a plate under what grows, whatever its semiconductor.
_PLATE = re.compile(r"(?:\s?\(\d{3,4}\))?\s(?:\w+\s){0,2}?(?:substrates?|wafers?|foils?|plates?)\b")


#: Solids that are plates under a coat wherever they are named so.
_PLATES = frozenset({"glass", "borosilicate glass", "quartz", "sapphire", "PET", "PEN", "mica"})


#: Behind a cluster that binds to a dot and is no coat.
_LIGANDS = re.compile(r"\s(?:\w+\s)?ligands?\b")


#: Behind the shell of a particle, which embeds nothing: "iron was incorporated into the FeO shell".
_SHELL = re.compile(r"\sshells?\b")
#: Atoms in a solid are no particles in a matrix.
_ATOMS = re.compile(r"[\s-](?:atoms?|ions?|cations?|species|dopants?)\b")
#: Rules whose outer solid goes all around.
_ENCLOSING = frozenset({"outer-coated", "shells-of"})
#: Rules whose outer solid is put on, and what a solid is called that already caps another.
_PUT_ON = frozenset({"coating-on", "deposit-on"})
_CAPS = re.compile(r"[ -](?:stabili[sz]ed|capped|coated|protected|terminated|modified)\b")
#: Shapes without a term of their own that are enclosed one by one.
_NANO = re.compile(
    r"\s(?:nano(?:springs?|sheets?|belts?|fib(?:er|re)s?|pillars?|needles?|cones?|flakes?|ribbons?)"
    r"|(?:core\s)?(?:cores|seeds))\b"
)


def _form_of_inner(reading: Reading, inner: Mention) -> str:
    if _ELECTRODE.match(reading.text, inner.end):
        return "bulk"
    is_plate = inner.id in _PLATES or _PLATE.match(reading.text, inner.end) is not None
    if is_plate:
        return "bulk"
    is_nano = _NANO.match(reading.text, inner.end) is not None
    return form_of(reading, inner) or ("particle" if is_nano else "")


#: Words for an outer solid -> what they say of it.
_HINTS = {
    "crown": "crown",
    "shell": "shell",
    "matrix": "matrix",
    "overlayer": "overlayer",
    "overcoat": "overlayer",
    "capping": "overlayer",
    "infill": "matrix",
}


#: A shell is counted in monolayers: "overcoated with 1-2 monolayers of ZnSe".
_IN_MONOLAYERS = re.compile(
    r"\b(?:overcoat|shell|coat|cover)\w*\s(?:with|by)\s[\w–~ -]{1,20}\s?"
    r"(?:monolayers?|MLs?)\s(?:of\s)?$"
)


#: Particles put on a particle do not enclose it.
_DECORATED = re.compile(
    r"\b(?:decorat\w+|loaded|attached|anchored|adsorbed|immobili[sz]ed)\b", re.IGNORECASE
)


#: A finished electrode is covered, not enclosed.
_ELECTRODE = re.compile(r"\s(?:composite\s)?(?:electrodes?|cathodes?|anodes?)\b")
_COVERS = re.compile(r"\b(?:coat|cover|protect)", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\b(?:embedded|incorporated|dispersed)\s(?:\w+\s)?(?:in|into|within|inside)\b"
)


def _hint(reading: Reading, outer: Mention, inner: Mention) -> str:
    """The sentence's own word for the outer solid, right behind it or between the two."""
    between = reading.between(outer, inner)
    if _DECORATED.search(between):
        return "decorated"
    if _EMBEDDED.search(between):
        return "matrix"
    if _IN_MONOLAYERS.search(reading.text[: outer.start]):
        return "shell"
    if _ELECTRODE.match(reading.text, inner.end) and _COVERS.search(reading.text):
        return "overlayer"
    words = reading.text[outer.end : outer.end + 40].lower()
    for word, hint in _HINTS.items():
        if word in words:
            return hint
    return "matrix" if "infill" in reading.text.lower() else ""
