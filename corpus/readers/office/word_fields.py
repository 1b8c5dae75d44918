"""The fields of a Word document: the instruction is left out, its printed result is read.

Citations of Zotero, Mendeley and EndNote, numbers of captions and references to them are fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.readers.markup.tree import Element, descendants, name_of
from corpus.readers.office.attributes import value_of

#: Fields whose result repeats what stands elsewhere: tables of contents and indexes.
_REPEATS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b")
#: What is deleted, or stands at another place now, as tracked changes say.
DELETED = frozenset({"del", "movefrom"})


@dataclass(slots=True)
class _Open:
    """A field that has begun: its instruction as far as it is read, and whether that goes on."""

    instruction: str = ""
    is_instruction: bool = True

    @property
    def is_silent(self) -> bool:
        return self.is_instruction or _REPEATS.match(self.instruction) is not None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of the text.

    ``closed`` are the signs of fields that have an end: one without would hide the rest of the
    document.
    """

    closed: frozenset[Element]
    _open: list[_Open] = field(default_factory=list)

    def pass_sign(self, sign: Element) -> None:
        """Take in the beginning, the middle or the end of a field."""
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
        """Take in a part of an instruction."""
        if self._open and self._open[-1].is_instruction:
            self._open[-1].instruction += text

    @property
    def is_silent(self) -> bool:
        """Whether the text here is an instruction, or repeats what stands elsewhere."""
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
