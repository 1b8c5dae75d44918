"""Phenomena and qualities that a sentence states without a word of change or of seeing."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.natures import is_phenomenon_or_quality

#: Before what explains a finding, and so was there: "thanks to the charge separation in".
_CAUSE = re.compile(
    r"\b(?:(?:due|thanks|owing) to|because of|by virtue of|as a result of|(?:caused|induced) by|"
    r"attributed to|ascribed to|assigned to|explained by)\s+(?:the |an? |its |their )?"
    r"(?:[\w-]+ (?!and\b)){0,2}(?:[\w-]+ [\w-]* ?and )?$",
    re.IGNORECASE,
)


def is_cause(reading: Reading, mention: Mention) -> bool:
    """Whether a phenomenon or a quality is named as the cause of what was found."""
    if not is_phenomenon_or_quality(mention.id) or mention.id == "trap_states":
        return False
    return _CAUSE.search(reading.text[: mention.start]) is not None
