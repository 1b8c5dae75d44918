"""Exclude solids beside a shape of another: dopants, blocks of a lattice, evaporated powders."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Words after a solid that is the dopant of the next one: "films of Al-doped ZnO".
_DOPANT = re.compile(r"\)?[\s-]{0,2}(?:co-?)?doped\b(?! (?:with|by) )")
#: An element alone, which another solid may take up: "5% Mg alloyed nanocrystals".
_ELEMENT = re.compile(r"[A-Z][a-z]?")
_TAKEN_UP = re.compile(r"[\s-](?:alloyed|substituted|incorporated)\b")
#: A block of a lattice: "corner-sharing PbX6 octahedra".
_BLOCK = re.compile(r"[A-Z][a-z]?(?:X|O|F|Cl|Br|I|S)6")
#: Names of such blocks, and words about a lattice.
_BLOCKS = re.compile(r"\s(?:octahedr|tetrahedr)\w+")
_LATTICE = re.compile(
    r"\b(?:(?:corner|edge|face|vertex)\b|shar(?:ed|ing)|tilt|rotat|distort|lattices?\b|coordinat|"
    r"bond|unit cell|orthorhombic|phonon)"
)


#: Words after the solid of a powder, for a powder that is evaporated, and for a product.
_POWDER = re.compile(r"\s(?:source\s)?powders?\b")
_AS_SOURCE = re.compile(
    r"\b(?:vapou?ri[sz]ed|evaporated|sublimed|sublimated|(?:placed|loaded|put|positioned|located)\s"
    r"(?:\w+\s){0,3}?(?:in|into|inside|at|on)\s(?:(?!flask|beaker)[\w-]+\s){0,5}?"
    r"(?:boats?|crucibles?|furnaces?|cent(?:er|re)|zones?|upstream|tubes?))\b"
)
_TREATED = re.compile(r"\b(?:anneal|calcin|pyroly|sinter|carboni|reduc|nitrid|sulfuri|seleni[sz])")


def is_no_shape(reading: Reading, mention: Mention) -> bool:
    """Return whether the shape beside a solid is not its own: dopant, lattice, source."""
    behind = reading.text[mention.end : mention.end + 20]
    if _DOPANT.match(behind) or _BLOCK.fullmatch(mention.id):
        return True
    if _BLOCKS.match(behind) and _LATTICE.search(reading.text):
        return True
    if _POWDER.match(behind) and _AS_SOURCE.search(reading.text, mention.end):
        return _TREATED.search(reading.text) is None
    return _ELEMENT.fullmatch(mention.id) is not None and _TAKEN_UP.match(behind) is not None
