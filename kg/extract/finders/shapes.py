"""Shapes within a word or name: of a nanowire transistor, or attached to a formula (``AgNWs``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.finders.components import finds, settles
from kg.extract.finders.gazetteer import gazetteer
from kg.extract.mentions import Mention
from kg.notation.find import GLUED_FORM

#: A shape at the beginning of a device's name: "nanowire transistor", "quantum dot solar cell".
_SHAPED = re.compile(
    r"(?:colloidal\s)?(quantum[- ]dots?|QDs?|CQDs?|nanocrystals?|NCs?|nanowires?|nanoplatelets?|"
    r"NPLs?|nanorods?|nanoparticles?)\b"
)


#: Metals whose ``NCs`` are nanoclusters.
_CLUSTERED = re.compile(r"\b(?:Au|Ag)$")


@finds("ald_glued_shapes")
def find_glued(text: str) -> Iterator[Mention]:
    """Yield the shapes that are attached to a formula.

    >>> [(m.text, m.id) for m in find_glued("AgNWs on CdSeQDs")]
    [('NWs', 'nanowire'), ('QDs', 'quantum_dot')]
    """
    for glued in GLUED_FORM.finditer(text):
        is_cluster = glued[0].startswith("NC") and _CLUSTERED.search(text, 0, glued.start())
        for form in _forms_in(glued[0], glued.start()):
            yield replace(form, id="cluster") if is_cluster else form


def _forms_in(words: str, start: int) -> Iterator[Mention]:
    for form in gazetteer().find(words):
        if form.kind == "form":
            yield replace(form, start=start + form.start, end=start + form.end)


@settles("ald_shapes")
def with_shapes(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and, as mentions of their own, the shapes that begin devices' names."""
    extra: list[Mention] = []
    for device in mentions:
        shaped = _SHAPED.match(device.text) if device.kind == "application" else None
        if shaped is not None:
            extra += _forms_in(shaped[0], device.start)
    return tuple(sorted((*mentions, *extra), key=lambda m: m.start)) if extra else mentions
