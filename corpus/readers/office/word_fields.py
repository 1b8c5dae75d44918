"""The fields of a Word document: the instruction is left out, the printed result is read.

Fields include citations of Zotero, Mendeley and EndNote, numbers of captions, and references to
them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.readers.markup.tree import Element, descendants, name_of
from corpus.readers.office.attributes import value_of

#: Fields whose result repeats other text: tables of contents and indexes.
_REPEATS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b")
#: Elements of tracked changes whose content was deleted or moved elsewhere.
DELETED = frozenset({"del", "movefrom"})


@dataclass(slots=True)
class _Open:
    """A field that has begun: its instruction so far, and whether the instruction continues."""

    instruction: str = ""
    is_instruction: bool = True

    @property
    def is_silent(self) -> bool:
        return self.is_instruction or _REPEATS.match(self.instruction) is not None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a position of the text.

    ``closed`` are the signs of fields that have an end: a field without one would hide the rest of
    the document.
    """

    closed: frozenset[Element]
    _open: list[_Open] = field(default_factory=list)

    def pass_sign(self, sign: Element) -> None:
        """Process the sign of the beginning, the middle or the end of a field."""
        if sign not in self.closed:
            return
        kind = value_of(sign, "fldCharType")
        if kind == "begin":
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].is_instruction = False
        elif kind == "end" and self._open:
            self._open.pop()

    def take_instruction(self, text: str) -> None:
        """Add a part of an instruction."""
        if self._open and self._open[-1].is_instruction:
            self._open[-1].instruction += text

    @property
    def is_silent(self) -> bool:
        """Whether the current text is an instruction, or repeats other text."""
        return any(one.is_silent for one in self._open)


def read_fields(root: Element) -> Fields:
    """Find the fields of a part."""
    closed: list[Element] = []
    begun: list[list[Element]] = []
    for sign in descendants(root, "fldchar"):
        if any(name_of(above) in DELETED for above in sign.iterancestors()):
            continue
        kind = value_of(sign, "fldCharType")
        if kind == "begin":
            begun.append([])
        if begun:
            begun[-1].append(sign)
        if kind == "end" and begun:
            closed += begun.pop()
    return Fields(frozenset(closed))
