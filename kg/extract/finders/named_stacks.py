"""Stacks printed by the names of their layers: "cadmium selenide (CdSe)/cadmium sulfide (CdS)".

A dash joins a core and its shell where the words behind call them so: "CNT-ZnO core-shell".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.notation import find_notation

#: Between two layers: the formula of the first in brackets, and the mark of the stack.
_BETWEEN = re.compile(r"(?:\s?\([\w.]{2,12}\))?\s?([/@])\s?")
_DASH = re.compile(r"(?:\s?\([\w.]{2,12}\))?[-‐–/@]")
_BEHIND = re.compile(r"\s?\([\w.]{2,12}\)")
#: Behind the layers of one object; other names with a slash are a list.
_OBJECT = re.compile(
    r"(?:\s?\([\w.]{2,12}\))?\s(?:core|hetero|(?:nano)?laminate|multilayer|bilayer|stack|superlattice)"
)
_CORE_SHELL = re.compile(r"(?:\s?\([\w.]{2,12}\))?\score\W{1,3}shell\b")


@settles("ald_named_stacks")
def with_named_stacks(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the stacks of which the names of the layers are printed.

    They take the place of what was found inside them, as the longest mention does.
    """
    solids = sorted((m for m in mentions if m.kind == "material"), key=lambda m: m.start)
    found = []
    for inner, outer in pairwise(m for m in solids if m.label == "name" and _is_word(m.text)):
        mark = _BETWEEN.fullmatch(text, inner.end, max(inner.end, outer.start))
        if mark is not None and _OBJECT.match(text, outer.end):
            found += _stack((inner, outer), mark[1], text)
    for last in solids:
        is_read = any(m.kind == "stack" and m.end == last.end for m in mentions)
        is_named = not is_read and _CORE_SHELL.match(text, last.end) is not None
        layers = _joined(last, solids, text) if is_named else ()
        found += _stack(layers, "/", text) if len(layers) > 1 else ()
    return (*mentions, *found)


def _joined(last: Mention, solids: list[Mention], text: str) -> Sequence[Mention]:
    """The solids up to the last one that dashes or slashes join."""
    layers = [last]
    while True:
        ahead = [m for m in solids if _DASH.fullmatch(text, m.end, max(m.end, layers[0].start))]
        if not ahead:
            return layers
        layers.insert(0, ahead[0])


def _is_word(name: str) -> bool:
    """Whether a solid is printed by its name and not by its formula."""
    return len(name) > len("TiNx") and name[1:].islower()


def _stack(layers: Sequence[Mention], mark: str, text: str) -> list[Mention]:
    printed = mark.join(layer.id for layer in layers)
    behind = _BEHIND.match(text, layers[-1].end)
    end = behind.end() if behind is not None else layers[-1].end
    return [
        Mention(start=layers[0].start, end=end, kind="stack", id=str(read.stack), text=printed,
                stack=read.stack)
        for read in find_notation(printed)
        if (read.start, read.end) == (0, len(printed)) and len(read.stack.flat) > 1
    ]  # fmt: skip
