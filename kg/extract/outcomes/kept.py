"""Properties that did not change: stated by a verb of keeping, or by a negligible change."""

from __future__ import annotations

import re

from kg.extract.context.modality import is_denied
from kg.extract.knowledge.property_kinds import LASTING, NAMED
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Words before a property that was kept constant: "while keeping the growth per cycle constant".
_KEEPING = Rare(
    r"\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|leav(?:es?|ing)|left|maintain\w*)\s+"
    r"(?:the\s+|its\s+|their\s+|an?\s+)?(?:[\w-]+\s+){0,2}$"
)
#: A relative clause that states constancy: "a rate of 1 Å, which is constant within".
_WHICH_IS_CONSTANT = re.compile(
    r"[^;()]{0,70}, (?:which|that) (?:is|was|are|were|remain\w*|stay\w*) (?:\w+ly |almost )?"
    r"(?:constant|unchanged|unaffected|the same|independent)\b"
)
_CONSTANT = re.compile(
    r"\s+(?:of\s+[^.;,]{1,40}?\s+)?(?:\w+ly\s+|almost\s+)?"
    r"(?:constant|unchanged|the same|intact|unaffected|unaltered)\b"
)


#: Words before a property that stayed the same: "the cell kept the same efficiency".
_KEPT_SAME = Rare(
    r"\b(?:keep(?:s|ing)?|kept|holds?|held|retain\w*|maintain\w*|preserv\w+)\s+"
    r"(?:the|its|their|an?)\s+(?:same|identical|initial|original)\s+(?:[\w-]+\s+){0,2}$|"
    r"\b(?:[Nn]o|[Ll]ittle|[Hh]ardly any|[Nn]egligible)\s+(?:\w+\s+)?(?:differences?|deviations?|"
    r"variation|dependence)\s+(?:in|of|for)\s+(?:the\s+|its\s+|their\s+)?$"
)
#: Words around a property with a negligible change: "the drop of the X was negligible".
_CHANGE_OF = Rare(
    r"\b(?:reduction|decrease|increase|rise|drop|decline|loss|degradation|deterioration|change|"
    r"variation|growth|gain|shift|fading)s? (?:of|in) (?:(?:the|its|their) )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_NEGLIGIBLE = re.compile(
    r"(?: (?:of|in|for|with|on|after|over|during) [^.;,()]{1,50}?)? (?:is|was|are|were|remain\w*|"
    r"stay\w*) (?:\w+ly )?(?:negligible|insignificant|minimal|marginal|minute|minor|tiny)\b"
)
#: Words before a property, by its name, that a sample still has: "kept their two emission peaks".
_KEPT_OWN = Rare(
    r"\b(?:keeps?|kept)\s+(?:its|their)\s+(?:(?:own|two|separate|high|narrow|full|good)\s+)*$"
)


def is_kept_constant(reading: Reading, mention: Mention) -> bool:
    """Return whether words of keeping, or of a negligible change, are around a property."""
    if mention.label not in NAMED:
        return False
    ahead = reading.text, 0, mention.start
    if _KEPT_SAME.search(*ahead) or (mention.label == "name" and _KEPT_OWN.search(*ahead)):
        return True
    if _CHANGE_OF.search(*ahead) and _NEGLIGIBLE.match(reading.text, mention.end):
        return True
    told = _WHICH_IS_CONSTANT.match(reading.text, mention.end)
    if told and not any(mention.end < p.start < told.end() for p in reading.of_kind("property")):
        return True
    return bool(_CONSTANT.match(reading.text, mention.end) and _KEEPING.search(*ahead))


#: Words before a harm that was prevented: "keeps the particles from sintering".
_KEPT_FROM = re.compile(
    r"\b(?:ke(?:ep(?:s|ing)?|pt)|stop(?:s|ped|ping)?|sav(?:es?|ed|ing)|"
    r"(?:prevent|protect|shield|guard|hinder|stabili[sz])(?:e[sd]?|s|ed|ing)?)\b"
    r"[^.;,:]{1,60}? (?:from|against)\s+(?:being\s+|further\s+|the\s+|\w+ly\s+)*$|"
    r"\b(?:(?:resist|withst[ao]|endur|tolerat|escap)\w*|(?:immune|impervious|resistant|inert|"
    r"insensitive|(?:less|hardly|barely|little)\s+(?:prone|susceptible|vulnerable|sensitive))"
    r"\s+(?:to|against|towards?))\s+(?:the\s+|any\s+|further\s+|\w+ly\s+)*$"
)
#: Words before a harm that hardly occurred.
_HARDLY = re.compile(
    r"\b(?:negligible|minimal|little|hardly any|scarcely any)\s+(?:\w+\s+)?$", re.I
)
#: Further stabilities with a harm that may be denied.
HARMED = frozenset({"corrosion_resistance", "colloidal_stability"})


def is_kept_away(reading: Reading, mention: Mention) -> bool:
    """Return whether a harm that names a stability did not occur or was withstood."""
    ahead = reading.text[: mention.start]
    return mention.label == "inverseLabel" and bool(
        is_denied(reading, mention)
        or _KEPT_FROM.search(ahead)
        or (mention.id in LASTING and _HARDLY.search(ahead))
    )


#: Words around a property that was looked for and not found: "no conductivity could be measured".
_NO = Rare(r"\b[Nn]o (?:\w+ )?$")
_SEEN = re.compile(
    r"(?: (?:of|in|from|for) [^.;,()]{1,40}?)? (?:(?:could|can) be|was|were|is|are) (?:\w+ly )?"
    r"(?:measured|detected|noticed|measurable|detectable)\b"
)


def is_missing(reading: Reading, mention: Mention) -> bool:
    """Return whether a measured property was looked for and not found."""
    is_measured = mention.label in NAMED and mention.id not in LASTING
    return (
        is_measured
        and _NO.search(reading.text, 0, mention.start) is not None
        and _SEEN.match(reading.text, mention.end) is not None
    )
