"""Shapes that a document calls by acronyms of its own: ``NCs`` for nanocubes, ``ZNWs``.

"Nanoclusters (NCs)" makes NCs clusters in the whole document, and "TiO2 nanotube arrays (TNTAs)"
makes TNTAs that solid in that shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_ACRONYM = re.compile(
    r"(?:\s(?:arrays?|films?))?\s?\((?P<solid>[A-Z][a-z]?[A-Z]?)??(?P<shape>N[A-Z]{1,2}?)(?P<behind>A?)s?\)"
)


@dataclass(frozen=True, slots=True)
class OwnShape:
    """An acronym by its parts, the shape that it means, and the solid if it has letters for one."""

    letters: str
    acronym: str
    form: str
    solid: str = ""


def defined_shapes(readings: Iterable[Reading]) -> Mapping[str, OwnShape]:
    """Acronym without its plural -> the shape that a document defines it for; the first stands."""
    found: dict[str, OwnShape] = {}
    for reading in readings:
        for form in reading.of_kind("form") if "(" in reading.text else ():
            bracket = _ACRONYM.match(reading.text, form.end)
            if bracket is None:
                continue
            acronym = bracket["shape"] + bracket["behind"]
            if not bracket["solid"]:
                found.setdefault(acronym, OwnShape("", acronym, form.id, ""))
    return found


def with_own_shapes(reading: Reading, shapes: Mapping[str, OwnShape]) -> Reading:
    """A sentence with its acronyms of shapes read as the document means them."""
    used = [shape for short, shape in shapes.items() if short in reading.text]
    mentions = reading.mentions
    for shape in used:
        mentions = _read_as(shape, mentions, reading.text)
    return Reading(reading.sentence, mentions) if used else reading


def _read_as(shape: OwnShape, mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    if not shape.solid:
        return tuple(
            replace(m, id=shape.form)
            if m.kind == "form" and m.text.rstrip("s") == shape.acronym
            else m
            for m in mentions
        )
    added: list[Mention] = []
    for at in re.finditer(rf"\b({shape.letters})({shape.acronym}s?)\b", text):
        for part, (kind, name) in enumerate((("material", shape.solid), ("form", shape.form)), 1):
            start, end = at.span(part)
            added.append(
                Mention(start=start, end=end, kind=kind, id=name, text=at[part], label="symbol")
            )
    spans = [(m.start, m.end) for m in added]
    kept = [m for m in mentions if not any(a < m.end and m.start < b for a, b in spans)]
    return tuple(sorted((*kept, *added), key=lambda m: (m.start, m.end)))
