"""Solids named by words in a stack: "graphene/Co3O4", "Al2O3/alucone", "polyaniline/silica"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.notation import Formula, NotationError, Stack, parse_stack
from kg.notation.model import Layer, Repeat
from kg.notation.symbols import SYMBOL

#: Between two layers, the short of the first in brackets among it.
_SLASH = re.compile(r"(?:\s\([A-Z][\w-]{1,9}\))?/")
#: A solid named by a word, which the grammar of formulas leaves to the vocabulary.
_WORD = re.compile(r"[a-z]{4}")


@settles("ald_slashed_names")
def with_slashed_names(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions, with a stack for solids that slashes join if one of them is a word."""
    solids = sorted((m for m in mentions if m.kind in ("material", "stack")), key=lambda m: m.start)
    stacks = [_joined(run, text) for run in _runs(solids, text)]
    if not stacks:
        return mentions
    apart = [m for m in mentions if not any(s.start <= m.start and m.end <= s.end for s in stacks)]
    return tuple(sorted((*apart, *stacks), key=lambda m: (m.start, m.end)))


def _runs(solids: list[Mention], text: str) -> Iterator[list[Mention]]:
    """Yield the solids with only a slash between them, and no other slash at either end."""
    run: list[Mention] = []
    for solid in [*solids, None]:
        gap = text[run[-1].end : solid.start] if run and solid is not None else ""
        if solid is not None and _SLASH.fullmatch(gap):
            run.append(solid)
            continue
        closing = ")" if len(run) > 1 else ")/"
        if solid is not None and gap == " (" and text.startswith(closing, solid.end):
            run[-1] = replace(run[-1], end=solid.end + 1)  # the short of the name
            continue
        if len(run) > 1 and _is_whole(run, text) and _are_layers(run):
            yield run
        run = [solid] if solid is not None else []


def _are_layers(run: list[Mention]) -> bool:
    """Return whether one of the solids is a word, and not all are elements ("copper/nickel")."""
    is_of_elements = all(SYMBOL.fullmatch(mention.id) for mention in run)
    return not is_of_elements and any(map(_is_word, run))


def _is_word(mention: Mention) -> bool:
    return mention.stack is None and _WORD.search(mention.text) is not None


def _is_whole(run: list[Mention], text: str) -> bool:
    return "/" not in (text[max(0, run[0].start - 1) : run[0].start], text[run[-1].end :][:1])


def _joined(run: list[Mention], text: str) -> Mention:
    parts = [mention.stack or _named(mention.id) for mention in run]
    layers = tuple(layer for part in parts for layer in part.layers)
    marks = [mark for part in parts for mark in (*part.separators, "/")][:-1]
    stack = Stack(layers=layers, separators=tuple(marks))
    start, end = run[0].start, run[-1].end
    return Mention(
        start=start, end=end, kind="stack", id=str(stack), text=text[start:end], stack=stack
    )


def _named(formula: str) -> Stack:
    """Return a stack of one layer, with the formula of a solid or else its name."""
    try:
        return parse_stack(formula)
    except NotationError:
        layers: tuple[Layer | Repeat, ...] = (Layer(formula=Formula(name=formula)),)
        return Stack(layers=layers)
