"""Exclude properties that only give a circumstance or are an aside."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Words before a property that gives the time or the means of an event, not the event.
_CIRCUMSTANCE = Rare(
    r"\b(?:once|until) (?:[^,;]{0,30} )?$|\b(?:non|un)[ -]$|(?:^|[,;] )[Aa]s the [^,;]{0,30}$|"
    r"\bin (?:the )?case of (?:\w+ )?$|\b[Aa]t (?:the |an? )(?:very )?(?:highest|lowest|optimal|"
    r"optimum|maximum|same|given) $|"
    r"\b(?:inferred|deduced|derived|estimated|extracted|calculated|determined) from (?:the |their |"
    r"its |an? )?(?:[\w-]+ )?$|^(?:For|At) (?:higher|lower|larger|smaller) $"
)
#: The same for a quantity that is given to a sample: "narrows as the Sn content increases".
_VARIED = Rare(r"\bas the [^,;]{0,25}$")
_GIVEN_AMOUNTS = frozenset({"stoichiometry", "doping"})


def is_circumstance(reading: Reading, mention: Mention) -> bool:
    """Return whether a property only says when, or by what, something happened."""
    if _CIRCUMSTANCE.search(reading.text, 0, mention.start):
        return True
    is_given = mention.id in _GIVEN_AMOUNTS
    return is_given and _VARIED.search(reading.text, 0, mention.start) is not None


#: A bracket with a value: "(FWHM 21 nm)".
_BRACKET = re.compile(r"\([^()]*\d[^()]*\)")


def is_aside(reading: Reading, mention: Mention, cue: Mention) -> bool:
    """Return whether brackets hold a property with its value but not the word of change."""
    if not reading.text[mention.end :].lstrip(" =:≈~").startswith(tuple("0123456789")):
        return False
    return any(
        aside.start() < mention.start < aside.end() and not aside.start() < cue.start < aside.end()
        for aside in _BRACKET.finditer(reading.text)
    )
