"""What a property's word means beside others: a photocurrent of a cell, a density of traps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.rules.meaning_rows import MEANINGS, words_of
from kg.extract.rules.plasmons import is_of_plasmon

#: "Serves as a gas diffusion barrier": a barrier that is named so without doing it is a layer.
_SERVES = re.compile(r"\b(?:as|provid\w*|form\w*|is|are|was|were)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}$")
#: Before a loss that something withstands: "resistance to localized corrosion".
_RESISTING = words_of(
    r"\b(?:resistan(?:ce|t)|robustness|tolerance|immunity|durability|stability) "
    r"(?:to|against|towards?) "
    r"(?:the |an? )?(?:[\w-]+ (?:of |and )?){0,4}$"
)


def meant(reading: Reading) -> Iterator[Mention]:
    """The properties of a sentence by what their words mean there."""
    for mention in reading.of_kind("property"):
        meaning = next((row for row in MEANINGS if row.fits(reading, mention)), None)
        if meaning is not None:
            if meaning.becomes:
                is_name = mention.label == "inverseLabel" or meaning.becomes == "structure"
                label = "name" if is_name else mention.label
                yield replace(mention, id=meaning.becomes, label=label)
        elif is_of_plasmon(reading, mention):
            yield replace(mention, id="plasmon_resonance_position")
        elif _only_names(reading, mention):
            yield replace(mention, label="name")
        elif not _is_named_kind(reading, mention):
            yield mention


def _only_names(reading: Reading, mention: Mention) -> bool:
    """Whether a label that says more elsewhere is a mere name: a barrier, what is withstood."""
    ahead = reading.text[: mention.start]
    if mention.label == "inverseLabel":
        return _RESISTING.search(ahead) is not None
    is_barrier = mention.id == "barrier_performance" and mention.label == "presenceLabel"
    return is_barrier and _SERVES.search(ahead) is None


#: An adjective that only tells of which kind a known material is: "polycrystalline samples".
_KIND = words_of(
    r"(?:(?:poly|single-|nano|micro|mono|poly-)?crystalline|amorphous|glassy|stoichiometric)"
)
_MADE = re.compile(r"\b(?:(?:in)?to(?: form)?|form\w*|yield\w*)\s$")
_GROWN = re.compile(
    r" (?:thin )?(?:films?|layers?|coatings?)\b|"
    r" (?:was|were|has been) (?:\w+ly )?(?:deposited|grown|obtained|formed)\b"
)
_NOUN = re.compile(
    r"[ -](?:[\w-]+ ){0,4}?(?:samples?|powders?|targets?|alloys?|metals?|glass(?:es)?|"
    r"silicon|Si\b|ceramics?|semiconductors?|materials?|wafers?|substrates?|electrodes?|state\b|"
    r"counterparts?|solar|organic|oxides?\b|bulk|perovskites?)"
)


def _is_named_kind(reading: Reading, mention: Mention) -> bool:
    """Whether crystallinity only names a kind of material: "amorphous silicon cells"."""
    return (
        mention.id in ("crystallinity", "stoichiometry")
        and mention.label in ("presenceLabel", "absenceLabel")
        and _KIND.fullmatch(mention.text) is not None
        and (_NOUN.match(reading.text, mention.end) is not None or _is_of_formula(reading, mention))
    )


def _is_of_formula(reading: Reading, mention: Mention) -> bool:
    """Whether "stoichiometric" tells a known compound: "peaks of stoichiometric Cu2SnSe4"."""
    if mention.text.lower() != "stoichiometric" or _MADE.search(reading.text[: mention.start]):
        return False
    return any(
        m.start == mention.end + 1 and not _GROWN.match(reading.text, m.end)
        for m in reading.of_kind("material")
    )


#: Before a density that is no density of carriers, traps or power: no noun, but what compares it.
_UNMODIFIED = re.compile(
    r"(?:^|[,;(]\s?|\b(?:the|its|their|an?|in|of|and|or|both|with|for|to|as|film|mass|layer|"
    r"coating|"
    r"high(?:er|est)?|low(?:er|est)?|greater|larger|smaller|better|similar|same|final|average|"
    r"\w+(?:ed|ing))\s)$",
    re.IGNORECASE,
)
#: A density behind which is said that it is another.
_OF_OTHERS = re.compile(
    r"\sof\s(?:the\s|an?\s)?(?:[\w-]+\s){0,2}(?:states?|traps?|defects?|carriers?|electrons?|"
    r"holes?|charges?|nuclei|"
    r"islands?|pinholes?|sites?|groups?|vacanc\w+|dislocations?|particles?|dots?)\b|-"
)


def is_of_film(reading: Reading, mention: Mention) -> bool:
    """Whether a bare density is that of a film: "the density and the index of the oxide rose"."""
    return (
        _UNMODIFIED.search(reading.text[: mention.start]) is not None
        and _OF_OTHERS.match(reading.text, mention.end) is None
    )
