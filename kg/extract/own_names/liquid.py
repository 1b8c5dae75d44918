"""ALD in a liquid that a passage calls just "ALD" after it has named it: "... ends the cycle".

If a passage also mentions growth from the gas phase, "ALD" keeps its usual meaning.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_NAMED = Rare(r"\bc-?ALD\b|\b[Cc]olloidal (?:ALD\b|[Aa]tomic[- ][Ll]ayer)")
_FROM_GAS = re.compile(r"\b(?:gas|vapou?r|vacuum|chamber|reactor|films?|wafers?)\b", re.IGNORECASE)


def with_liquid_meant(reading: Reading) -> Reading:
    """Return a sentence whose bare "ALD" is the colloidal one that its passage named before."""
    bare = [m for m in reading.of_kind("process") if m.id == "ald" and m.text == "ALD"]
    passage, start = reading.sentence.passage.text, reading.sentence.start
    told = bare and _NAMED.search(passage[: start + bare[0].start])
    if not told or _FROM_GAS.search(passage):
        return reading
    mentions = (replace(m, id="colloidal_ald") if m in bare else m for m in reading.mentions)
    return Reading(reading.sentence, tuple(mentions))
