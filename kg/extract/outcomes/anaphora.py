"""Later references to a property: "the same occurs in", "an exception was seen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_hypothetical, is_negated
from kg.extract.findings import Finding
from kg.extract.knowledge.property_kinds import is_phenomenon
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome

#: References to a phenomenon that occurred again or did not, and to an exception to a change.
_ROWS = (
    (
        "present",
        Rare(
            r"\b(?:the same|this (?:phenomenon|effect|process))\s+(?:also\s+)?(?:occur|happen|"
            r"take[sn]? place|(?:was|is|has been) (?:also )?(?:observed|found|seen|detected))",
            re.IGNORECASE,
        ),
    ),
    (
        "absent",
        Rare(
            r"\b(?:the same)\b.*\b(?:while|whereas|but)\s+"
            r"(it)\s+(?:is|was)\s+(?:negligible|absent|missing)",
            re.IGNORECASE,
        ),
    ),
    (
        "absent",
        Rare(
            r"\bno such (?:\w+ )?(?:effect|phenomenon|process|behaviou?r|signal) "
            r"(?:was|is|were|could|occur|took place|appear)",
            re.IGNORECASE,
        ),
    ),
    (
        "none",
        Rare(
            r"\b(?:an?|one|the only)\s+(?:\w+\s+)?exceptions?\s+(?:was|is|has been)\s+"
            r"(?:reported|found|observed|seen)",
            re.IGNORECASE,
        ),
    ),
)


def find_again(reading: Reading) -> Iterator[Finding]:
    """Yield statements about the property that the passage named last before the sentence."""
    if reading.before is None:
        return
    told = ""
    for direction, pattern in _ROWS:
        match = pattern.search(reading.text)
        if match is None or told == direction:
            continue
        named = next(filter(None, map(_named, reading.earlier)), [])
        if direction != "none":
            named = [mention for mention in named if is_phenomenon(mention.id)]
        if not named:
            continue
        meant = named[-1]
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id=meant.id, text=match[0]
        )
        denied = is_negated(reading, max(0, match.start() - 20), match.start())
        if not (denied or is_hypothetical(reading, place)):
            content = Outcome(property=meant.id, direction=direction)
            at = match.start(match.lastindex or 0)  # the sample is named in the clause of this word
            yield Finding(content=content, at=at, rule="again")
            told = direction


def _named(reading: Reading) -> list[Mention]:
    return [m for m in reading.of_kind("property") if m.label in ("name", "symbol")]
