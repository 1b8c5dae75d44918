"""Cores and shells by their names, and with counts or carriers printed beside them.

"CNT-ZnO core-shell" names both, "Pd@Pt2L" counts the atomic layers of the shell, and "Pd@Pt/Al2O3"
ends with the carrier of the particles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.notation import Stack, find_notation
from kg.notation.symbols import is_metal

#: Between two layers, after a bracket with the formula of the first; after the last layer.
_JOINED = re.compile(r"(?:\s?\([\w.]{2,12}\))?[-‐–/@]")
_CORE_SHELL = re.compile(r"(?:\s?\([\w.]{2,12}\))?\score\W{1,3}shell\b")
#: The atomic layers of a metal that is a shell: "Pd@Pt2L", "Au @ Pd3 ML".
_LAYERS = re.compile(r"(?P<at>@\s?)(?P<metal>[A-Z][a-z]?)(?P<count>\d{1,2})\s?M?L(?![A-Za-z])")


@settles("ald_named_stacks")
def with_named_stacks(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the core/shell stacks whose layers are printed by name.

    Such a stack replaces the mentions inside it, like every longest mention.
    """
    solids = sorted((m for m in mentions if m.kind == "material"), key=lambda m: m.start)
    read = {m.end for m in mentions if m.kind == "stack"}
    lasts = (m for m in solids if m.end not in read and _CORE_SHELL.match(text, m.end))
    found = (_stack(_layers(last, solids, text), text) for last in lasts)
    named = (stack for stack in found if stack is not None)
    return (*(part for m in mentions for part in _in_parts(m, text)), *named)


def _in_parts(mention: Mention, text: str) -> Iterator[Mention]:
    """Yield a stack without its carrier, with the count of a shell's layers before its metal.

    >>> whole = next(iter(find_notation("Pd@Pt1L/Al2O3")))
    >>> stack = Mention(start=0, end=13, kind="stack", id="", text="", stack=whole.stack)
    >>> [part.id for part in _in_parts(stack, "Pd@Pt1L/Al2O3")]
    ['Pd@1Pt', 'Al2O3']
    """
    if mention.stack is None or "@" not in mention.stack.separators:
        yield mention
        return
    end = text.rindex("/", mention.start, mention.end) if _is_carried(mention.stack) else 0
    counted = _LAYERS.search(text, mention.start, end or mention.end + len(" ML"))
    close = max(end or mention.end, counted.end()) if counted else end or mention.end
    whole = _LAYERS.sub(r"\g<at>\g<count>\g<metal>", text[mention.start : close])
    inner = next(iter(find_notation(whole)), None)
    if not (end or counted) or inner is None:
        yield mention
        return
    yield replace(mention, end=close, id=str(inner.stack), text=whole, stack=inner.stack)
    for carrier in find_notation(text[end + 1 : mention.end]) if end else ():
        solid = carrier.stack.formulas[0]
        yield Mention(
            start=end + 1, end=mention.end, kind="material", id=solid,
            text=text[end + 1 : mention.end], stack=carrier.stack,
        )  # fmt: skip


def _is_carried(stack: Stack) -> bool:
    """Return whether a stack is of metals around each other, then a slash and another solid."""
    if stack.separators[-1] != "/" or set(stack.separators[:-1]) != {"@"}:
        return False
    *inside, last = (set(layer.formula.symbols) for layer in stack.flat)
    return all(map(_are_metals, inside)) and not _are_metals(last)


def _are_metals(symbols: set[str]) -> bool:
    return all(is_metal(symbol) for symbol in symbols - {"L"})


def _layers(last: Mention, solids: list[Mention], text: str) -> list[Mention]:
    """Return the solids before the last one that dashes or slashes join to it, and the last one."""
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
