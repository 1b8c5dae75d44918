"""Cores and shells by their names, joined by dashes or slashes: "CNT-ZnO core-shell"."""

from __future__ import annotations

import re

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.notation import find_notation

#: Between two layers, behind the formula of the first in brackets; behind the last of them.
_JOINED = re.compile(r"(?:\s?\([\w.]{2,12}\))?[-‐–/@]")
_CORE_SHELL = re.compile(r"(?:\s?\([\w.]{2,12}\))?\score\W{1,3}shell\b")


@settles("ald_named_stacks")
def with_named_stacks(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the cores and shells of which the names of the layers are printed.

    They take the place of what was found inside them, as the longest mention does.
    """
    solids = sorted((m for m in mentions if m.kind == "material"), key=lambda m: m.start)
    read = {m.end for m in mentions if m.kind == "stack"}
    lasts = (m for m in solids if m.end not in read and _CORE_SHELL.match(text, m.end))
    found = (_stack(_layers(last, solids, text), text) for last in lasts)
    return (*mentions, *(stack for stack in found if stack is not None))


def _layers(last: Mention, solids: list[Mention], text: str) -> list[Mention]:
    """The solids up to the last one that dashes or slashes join."""
    layers = [last]
    while True:
        ahead = [m for m in solids if _JOINED.fullmatch(text, m.end, max(m.end, layers[0].start))]
        if not ahead:
            return layers
        layers.insert(0, ahead[0])


def _stack(layers: list[Mention], text: str) -> Mention | None:
    printed = "/".join(layer.id for layer in layers)
    read = next(iter(find_notation(printed)), None)
    if read is None or len(read.stack.flat) != len(layers) or len(layers) == 1:
        return None
    behind = re.compile(r"\s?\([\w.]{2,12}\)").match(text, layers[-1].end)
    end = behind.end() if behind is not None else layers[-1].end
    return Mention(
        start=layers[0].start, end=end, kind="stack", id=str(read.stack), text=printed,
        stack=read.stack,
    )  # fmt: skip
