"""The substance that is the agent: A in "A was added to the B solution as the reducing agent"."""

from __future__ import annotations

import re

from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: From the substance that is added to the one that it is added to.
_ADDED_TO = re.compile(
    r"\s(?:solution\s)?(?:\([^()]*\)\s)?(?:was|were|is|are)\s(?:\w+\s){0,2}?"
    r"(?:added|injected|introduced|mixed|poured|dropped)\s(?:\w+\s)?(?:in)?to\s"
    r"(?:(?!as\b)[\w-]+\s){0,4}"
)


def added_for(reading: Reading, mention: Mention) -> Mention:
    """Return the substance that was added to a mention, if one was; else the mention itself.

    The source of a metal does not count: it neither reduces nor stabilizes.
    """
    for added in reading.of_kind("chemical"):
        is_ahead = added.end < mention.start and usual_role(added) != "precursor"
        if is_ahead and _ADDED_TO.fullmatch(reading.between(added, mention)):
            return added
    return mention
