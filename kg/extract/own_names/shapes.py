"""Shapes for which a document defines acronyms of its own: "nanoclusters (NCs)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

_ACRONYM = re.compile(r"(?:\s(?:arrays?|films?))?\s?\((?P<short>N[A-Z]{1,2}?A?)s?\)")


def defined_shapes(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Return acronym without plural -> the shape for which a document defines it first."""
    found: dict[str, str] = {}
    for reading in readings:
        for form in reading.of_kind("form") if "(" in reading.text else ():
            bracket = _ACRONYM.match(reading.text, form.end)
            if bracket is not None and not _is_usual(bracket["short"], form.text):
                found.setdefault(bracket["short"], form.id)
    return found


def _is_usual(short: str, words: str) -> bool:
    """Return whether an acronym stands for the last word alone, in its usual meaning.

    >>> _is_usual("NP", "octahedral nanoparticles"), _is_usual("NC", "nanoclusters")
    (True, False)
    """
    head = words.rsplit(" ", 1)[-1].lower().removesuffix("s")
    return " " in words and head.startswith(_USUAL.get(short, "\n"))


#: The usual meanings of acronyms of shapes.
_USUAL = {"NP": "nanoparticle", "NC": "nanocrystal", "NR": "nanorod", "NW": "nanowire"}


def with_own_shapes(reading: Reading, shapes: Mapping[str, str]) -> Reading:
    """Return a sentence with its acronyms of shapes read as the document defines them."""
    if not any(short in reading.text for short in shapes):
        return reading
    mentions = tuple(_as_meant(mention, shapes) for mention in reading.mentions)
    return Reading(reading.sentence, mentions)


def _as_meant(mention: Mention, shapes: Mapping[str, str]) -> Mention:
    shape = shapes.get(mention.text.rstrip("s")) if mention.kind == "form" else None
    return replace(mention, id=shape) if shape is not None else mention
