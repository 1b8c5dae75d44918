"""Stacks printed by the names of their layers: "cadmium selenide (CdSe)/cadmium sulfide (CdS)"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.notation import find_notation

#: Between two layers: the formula of the first in brackets, and the mark of the stack.
_BETWEEN = re.compile(r"(?:\s?\([\w.]{2,12}\))?\s?([/@])\s?")
_BEHIND = re.compile(r"\s?\([\w.]{2,12}\)")
#: Behind two layers of one object; other names with a slash are a list.
_OBJECT = re.compile(
    r"(?:\s?\([\w.]{2,12}\))?\s(?:core|hetero|(?:nano)?laminate|multilayer|bilayer|stack|superlattice)"
)


@settles("ald_named_stacks")
def with_named_stacks(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the stacks of two layers of which the names are printed.

    They take the place of what was found inside them, as the longest mention does.
    """
    named = sorted(
        (m for m in mentions if m.kind == "material" and m.label == "name" and _is_word(m.text)),
        key=lambda m: m.start,
    )
    found = []
    for inner, outer in pairwise(named):
        mark = _BETWEEN.fullmatch(text, inner.end, max(inner.end, outer.start))
        if mark is not None and _OBJECT.match(text, outer.end):
            found += _stack(inner, outer, mark[1], text)
    return (*mentions, *found)


def _is_word(name: str) -> bool:
    """Whether a solid is printed by its name and not by its formula."""
    return len(name) > len("TiNx") and name[1:].islower()


def _stack(inner: Mention, outer: Mention, mark: str, text: str) -> list[Mention]:
    printed = f"{inner.id}{mark}{outer.id}"
    behind = _BEHIND.match(text, outer.end)
    end = behind.end() if behind is not None else outer.end
    return [
        Mention(start=inner.start, end=end, kind="stack", id=str(read.stack), text=printed,
                stack=read.stack)
        for read in find_notation(printed)
        if (read.start, read.end) == (0, len(printed)) and len(read.stack.flat) > 1
    ]  # fmt: skip
