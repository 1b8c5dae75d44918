"""Shapes in names of devices: a nanowire transistor is made of nanowires."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.finders.components import settles
from kg.extract.gazetteer import gazetteer
from kg.extract.mentions import Mention

#: A shape at the head of the name of a device: "nanowire transistor", "quantum dot solar cell".
_SHAPED = re.compile(
    r"(?:colloidal\s)?(quantum[- ]dots?|QDs?|CQDs?|nanocrystals?|NCs?|nanowires?|nanoplatelets?|"
    r"NPLs?|nanorods?|nanoparticles?)\b"
)


@settles("ald_shapes")
def with_shapes(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the shape that the name of a device begins with as one of its own."""
    extra: list[Mention] = []
    for device in mentions:
        shaped = _SHAPED.match(device.text) if device.kind == "application" else None
        if shaped is not None:
            extra += [
                replace(m, start=device.start + m.start, end=device.start + m.end)
                for m in gazetteer().find(shaped[0])
                if m.kind == "form"
            ]
    return tuple(sorted((*mentions, *extra), key=lambda m: m.start)) if extra else mentions
