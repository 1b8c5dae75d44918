"""Read lists of shapes: "different shapes, such as spheres and short rods"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import UNSAID, Finding
from kg.extract.knowledge.families import is_particle
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Form

_NOUN = (
    r"(?:spheres?|cubes?|cuboids?|rods?|wires?|plates?|platelets?|sheets?|dis[ck]s?|flakes?|prisms?|"
    r"octahedra|octahedrons?|tubes?|tetrahedra|tetrapods?|stars?|rings?|polyhedra|bipyramids?|dots?|"
    r"ellipsoids?|bars?|branches|dendrites|flowers?)\b"
)
_ITEM = rf"(?:[\w-]+ (?:(?:and|or|to) [\w-]+ )?)?(?:nano-?)?{_NOUN}"
#: A word for shapes, the opening of a list, and its members.
_LIST = Rare(
    r"\b(?:shapes?|morpholog(?:y|ies)|geometr(?:y|ies))\b(?: [\w-]+){0,5}?"
    r"(?: ?\((?:e\.g\.,? |i\.e\.,? )?|,? (?:such as|including|like|namely),? |: | from )(?:the )?"
    rf"(?P<list>{_ITEM}(?:(?:, (?:and |or )?| and | or | to (?:the )?){_ITEM})+)"
)
#: The form of each noun; the other shapes have no form in the vocabulary.
_FORMS = (
    (re.compile(r"(?<!hollow )(?:nano-?)?(?:spheres?)$"), "nanosphere"),
    (re.compile(r"(?:cubes?|cuboids?)$"), "nanocube"),
    (re.compile(r"(?:rods?|bars?)$"), "nanorod"),
    (re.compile(r"wires?$"), "nanowire"),
    (re.compile(r"(?:plates?|platelets?|sheets?|dis[ck]s?|flakes?|prisms?)$"), "nanoplatelet"),
    (re.compile(r"(?:octahedra|octahedrons?)$"), "nano_octahedron"),
    (re.compile(r"tubes?$"), "nanotube"),
)
_MEMBERS = re.compile(rf", (?:and |or )?| and (?=(?:nano-?)?{_NOUN})| or | to ")


def find_listed_shapes(reading: Reading) -> Iterator[Finding]:
    """Yield the forms in a list of shapes, for the sentence's particles or the study's."""
    for match in _LIST.finditer(reading.text):
        formula = _particles_of(reading)
        for member in _MEMBERS.split(match["list"]):
            for words, form in _FORMS:
                if words.search(member):
                    content = Form(formula=formula, form=form)
                    yield Finding(content=content, at=match.start("list"), rule="shapes-listed")


def _particles_of(reading: Reading) -> str:
    """Return the only solid directly before a word for particles, else the unsaid solid."""
    forms = [m.start for m in reading.of_kind("form") if is_particle(m.id)]
    solids = {
        m.id for m in reading.of_kind("material") if any(0 <= start - m.end <= 1 for start in forms)
    }
    return solids.pop() if len(solids) == 1 else UNSAID
