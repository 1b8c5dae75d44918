"""Words for a kind of material ("amorphous silicon") and densities of films."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: An adjective that only names the kind of a known material: "polycrystalline samples".
_KIND = re.compile(
    r"(?:(?:poly|single[- ]|nano|micro|mono|poly-)?crystalline|amorphous|glassy|stoichiometric)",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:(?:in)?to(?: form)?|form\w*|yield\w*)\s$")
_NOUN = re.compile(
    r"[ -](?:[\w-]+ ){0,4}?(?:samples?|powders?|targets?|alloys?|metals?|glass(?:es)?|"
    r"silicon(?! (?:oxy|di)?(?:nitride|oxide|carbide))|Si|ceramics?|semiconductors?|materials?|"
    r"wafers?|substrates?|electrodes?|state|counterparts?|solar|organic|"
    r"oxides?(?! (?:thin |nano)?(?:films?|layers?) (?:was|were|has|have))|bulk|perovskites?|cells?|"
    r"domains?|phases)\b"
)
#: Words before a state that is stated for a solid: "was in an amorphous state".
_STATE = re.compile(r"\b(?:is|are|was|were|remain\w*|be) in (?:an?|its|their) $")


def is_named_kind(reading: Reading, mention: Mention) -> bool:
    """Return whether crystallinity only names a kind of material: "amorphous silicon cells"."""
    return (
        mention.id in ("crystallinity", "stoichiometry")
        and mention.label in ("presenceLabel", "absenceLabel")
        and _KIND.fullmatch(mention.text) is not None
        and not _STATE.search(reading.text[: mention.start])
        and (_NOUN.match(reading.text, mention.end) is not None or _is_of_formula(reading, mention))
    )


def _is_of_formula(reading: Reading, mention: Mention) -> bool:
    """Return whether "stoichiometric" names a known compound: "stoichiometric Cu2SnSe4"."""
    if mention.text.lower() != "stoichiometric" or _MADE.search(reading.text[: mention.start]):
        return False
    return any(m.start == mention.end + 1 for m in reading.of_kind("material"))


#: Words before a mass density: comparatives and articles, but no noun such as "carrier" or "trap".
_UNMODIFIED = re.compile(
    r"(?:^|[,;(]\s?|\b(?:the|its|their|an?|in|of|and|or|both|with|for|to|as|film|mass|layer|"
    r"coating|high(?:er|est)?|low(?:er|est)?|greater|larger|smaller|better|similar|same|final|"
    r"average|\w+(?:ed|ing))\s)$",
    re.IGNORECASE,
)


def is_of_film(reading: Reading, mention: Mention) -> bool:
    """Return whether a bare density is that of a film: "the density of the oxide rose"."""
    return _UNMODIFIED.search(reading.text[: mention.start]) is not None
