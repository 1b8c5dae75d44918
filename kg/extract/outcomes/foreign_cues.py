"""Cues that do not apply to a property: they bound a number or change another thing."""

from __future__ import annotations

import re

from kg.extract.context.modality import clause
from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import is_of_another, is_of_first
from kg.extract.outcomes.circumstances import is_aside
from kg.extract.outcomes.pronoun_cues import acts_on_another
from kg.extract.reading import Reading
from kg.extract.syntax import Tree

#: Text after a comparative that only bounds a number: "less than 1 %".
_BOUND = re.compile(r" than [~<>]?\d")
#: Text after a comparative that refers to a literature value: "lower than the bulk value".
_IDEAL = re.compile(
    r" than (?:that of |those of |the |its )*(?:bulk|theoretical|literature|tabulated|ideal|"
    r"crystalline|single[- ]crystal|expected|(?:\w+ )?detection limit|limit of detection|"
    r"(?:\w+ )?(?:target|goal|benchmark|requirement)|"
    # by another method: "lower than the value determined from the curve"
    r"(?:measured|calculated|estimated|simulated|predicted) (?!films?|samples?|devices?)|"
    r"(?:[^.;,]|\.(?=\d)){1,50}? (?:measured|determined|estimated|calculated|extracted|"
    r"deduced|derived) (?:by|from|using|via))\b"
)
#: Words of change before a factor instead of the changed property: "independent of".
BY_FACTOR = re.compile(
    r"(?:(?:in|un)?depend(?!enc)|correlat|regardless|irrespective|insensitive|invarian|sensitiv|"
    r"\w+-dependent|scal\w+ (?:\w+ly )?with|(?:benefit|profit|suffer)\w*|"
    r"var(?:y|ies|ied) with|not depend)",
    re.IGNORECASE,
)
#: Text between such a word and the factor.
_TO_FACTOR = re.compile(r"(?:\s*(?:on|of|upon|with|to))?\s+(?:[\w()/@+-]+,?\s+){0,6}")
_EFFECT = re.compile(r"effects?|influences?|impacts?|roles?|interplay", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:how|why|to link|to correlate)\b|^\W*(?:when|if)\b[^,]*$|\b(?:measur|record|plot|"
    r"determin|examin)\w+ (?:the |its )?(?:[\w-]+ )?dependence of (?:the |its )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


def in_compound(reading: Reading, cue: Mention) -> bool:
    """Return whether a cue is part of a compound about another quantity.

    "The lowest-energy peak", "a longer-wavelength lamp".
    """
    at = cue.end + 1
    return (
        reading.text[cue.end : at] == "-"
        and reading.text[at : at + 1].isalpha()
        and not any(m.start <= at < m.end for m in reading.of_kind("property", "direction"))
    )


def bounds_number(reading: Reading, cue: Mention) -> bool:
    """Return whether a comparative only bounds a number: "less than 1 %", "better than 95%"."""
    at = cue.end - len(" than") if cue.text.endswith(" than") else cue.end
    return bool(_BOUND.match(reading.text, at) or is_ideal(reading, at))


def is_ideal(reading: Reading, at: int) -> bool:
    """Return whether " than ..." at an offset refers to a literature value or another method."""
    return _IDEAL.match(reading.text, at) is not None


def is_factor(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a change depends on the property: "independent of the grain size"."""
    return (
        BY_FACTOR.match(cue.text) is not None
        and cue.end < mention.start
        and _TO_FACTOR.fullmatch(reading.text, cue.end, mention.start) is not None
    )


#: Endings of nouns of change, which are not verbs: "charge generation and absorption".
_NOUN = re.compile(r"(?:ion|ment|ance|al|ery|loss)(?:e?s)?$")
#: Text between a comparison and its property: "matches that of the bare film in mobility".
_IN_RESPECT = re.compile(r"\b(?:in|for|regarding|with respect to)\s(?:[\w-]+\s){0,4}$")


def is_apart(reading: Reading, cue: Mention, mention: Mention, tree: Tree) -> bool:
    """Return whether a cue only states a level, or belongs to another thing than the property."""
    return (
        tree.is_level(cue)
        or acts_on_another(reading, cue, mention)
        or is_aside(reading, mention, cue)
        or is_of_another(reading, cue, mention)
        or _is_of_reference(reading, cue, mention)
        or is_of_first(reading, cue, mention)
        or (_NOUN.search(cue.text) is not None and tree.is_of_compound(cue, mention))
    )


def _is_of_reference(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a cue only compares the noun before the property.

    "A size comparable to that of the seeds, a high X".
    """
    return (
        cue.text.endswith((" that", " those"))
        and cue.end <= mention.start
        and _IN_RESPECT.search(reading.text[cue.end : mention.start]) is None
    )


#: Verbs of control, whose participles name an ability and not a finding.
CONTROL = re.compile(r"control|modulat|regulat|manipulat|engineer|tailor|tun|adjust", re.I)
#: Words before a dependence of a property, with its factor: "shows a temperature dependence".
_HAD = re.compile(
    r"\b(?:show|exhibit|display|reveal|possess|ha[sd]|have)\w* (?:an? )?(?:\w+ ){0,2}$"
)


#: Adjectives for a choice among the authors' own samples: "with a tunable band gap".
_TUNABLE = re.compile(r"(?<!\b[Tt]he )(?<!\b[Tt]heir )\b(?:[Tt]une?able|[Aa]djustable)$")


def is_only_topic(reading: Reading, cue: Mention, mention: Mention, tree: Tree) -> bool:
    """Return whether a change is only what a sentence is about, or an ability: "tunable"."""
    if cue.id != "change":
        return False
    is_had = _HAD.search(reading.text[: cue.start]) and cue.text.startswith("dependence")
    is_other = not is_had and tree.is_of_compound(cue, mention)
    is_able = cue.text.lower().endswith("engineering") or (
        CONTROL.match(cue.text) and tree.is_participle(cue)
    )
    is_named = tree.is_attributive(cue) and not _TUNABLE.search(reading.text[: cue.end])
    return bool(_is_topic(reading, cue, mention) or is_named or is_other or is_able)


def _is_topic(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a change is only a topic or a means.

    "The effect of X", "how X is affected", "tailoring X led to".
    """
    of_effect = _EFFECT.match(cue.text) and reading.text.startswith(" of ", cue.end)
    start, _ = clause(reading, min(cue.start, mention.start))
    ahead = reading.text[start : max(cue.start, mention.start)]
    opens = not reading.text[start : cue.start].strip() and cue.text.endswith("ing")
    return bool(of_effect or opens or _ASKED.search(ahead))
