"""Find the cue of a property: the word of change or absence that the syntax connects to it."""

from __future__ import annotations

import re

from kg.extract.context.modality import is_denied
from kg.extract.knowledge.property_kinds import (
    HAPPENING,
    LABEL_DIRECTIONS,
    LASTING,
    POSITIONS,
    is_phenomenon_or_quality,
)
from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import WEAK, cue_beside
from kg.extract.outcomes.circumstances import is_aside, is_circumstance
from kg.extract.outcomes.foreign_cues import (
    BY_FACTOR,
    CONTROL,
    bounds_number,
    in_compound,
    is_apart,
    is_factor,
    is_only_topic,
)
from kg.extract.outcomes.kept import HARMED, is_kept_away, is_kept_constant, is_missing
from kg.extract.outcomes.polarity import CAUSING, direction_of
from kg.extract.outcomes.predication import Predication
from kg.extract.outcomes.pronoun_cues import of_pronoun
from kg.extract.outcomes.shifts import shifted
from kg.extract.outcomes.stated_qualities import cause_at, is_stated
from kg.extract.reading import Reading
from kg.extract.syntax import Link, Tree
from kg.extract.text.rare import Rare

#: Weights from strong to weak cues; a weak cue counts only if no stronger one is near.
_STRENGTH = {
    "increase": 0.0,
    "decrease": 0.0,
    "none": 0.2,
    "change": 0.8,
    "absent": 0.5,
    "present": 1.5,
    "reported": 2.0,
}
#: Text between two statements with different subjects: "the film changed: its hardness".
_ENDED = re.compile(r";|: (?:[a-z][\w-]* ){1,4}$")
#: Nouns after an adjective that only name what is examined.
_ASPECT = re.compile(r" (?:phases?|facets?|domain size|sizes?|planes?|lattices?) of\b")
#: Nouns after an adjective that only identifies a sample: "22 for the crystalline film".
_SAMPLE = re.compile(r" (?:films?|layers?|samples?|ones?|coatings?|to)\b")
_SURFACE = re.compile(r" (?:surfaces?|substrates?|wafers?|supports?)\b")
_DOPED_PLATE = re.compile(r"[ -][^.;,]{0,25}\b(?:substrates?|wafers?)\b")
#: A prefix that denies a quality: "non-uniform", "non-self-limiting behaviour".
_NON = Rare(r"\b[Nn]on-?$")
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|bec(?:ame|omes?)|remain\w*|prov\w*|turn\w*|made|"
    r"much)\s+(?:\w+ly\s+)?$"
)

#: Words before a difference without a direction: "different growth rates".
_DIFFERENT = Rare(
    r"\b(?:different|differing|dissimilar)\s(?:\w+\s)?$|"
    r"\bdifferences?\s(?:in|of|between)\s(?:the\s|their\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)


#: The amount of a doping, not its kind.
_AMOUNT_OF = re.compile(
    r"[^.;,]{0,20}?(?:doping|dopant)s?(?: \w+)? "
    r"(?:concentrations?|contents?|levels?|densit\w+|ratios?)\b",
    re.IGNORECASE,
)


def is_telling(cue: Mention) -> bool:
    """Return whether a word states more than that something was seen or reported."""
    return cue.id not in ("present", "reported") or CAUSING.match(cue.text) is not None


def predicate(reading: Reading, mention: Mention, tree: Tree | None) -> Predication:
    """Return a property with the direction of its label or its closest cue, and the cue.

    Without a tree, only labels count ("conformal", "blue-shifted").
    """
    said = _by_words(reading, mention)
    if said is not None:
        return Predication(mention, said)
    link = _closest(reading, mention, tree) if tree is not None else None
    if _DIFFERENT.search(reading.text, 0, mention.start) or (
        link is not None and _says_no_change(reading, link.cue, mention)
    ):
        return Predication(mention, "")
    if link is None or tree is None or link.cue.end <= cause_at(reading, mention):
        return Predication(mention, "present" if is_stated(reading, mention) else "")
    said = _linked(reading, mention, link, tree)
    return Predication(mention, shifted(reading, link.cue, mention, said), link.cue)


def _by_words(reading: Reading, mention: Mention) -> str | None:
    """Return the direction of a property and adjacent words without a cue, ``None`` if open."""
    if _NON.search(reading.text, 0, mention.start) and is_phenomenon_or_quality(mention.id):
        return "absent"
    if not mention.text or is_circumstance(reading, mention):
        return ""
    if is_missing(reading, mention):
        return "absent"
    if is_kept_constant(reading, mention):
        return "none"
    if mention.label in LABEL_DIRECTIONS:
        return _of_label(reading, mention)
    if mention.id in LASTING | HARMED and is_kept_away(reading, mention):
        # "the cubes do not sinter", "without aggregation"
        return "increase" if mention.id in LASTING else "present"
    return None


def _linked(reading: Reading, mention: Mention, link: Link, tree: Tree) -> str:
    """Return the direction of a cue; an achieved stability and a set doping are present."""
    said = direction_of(link, mention, tree)
    if mention.id == "doping" and said == "change" and CONTROL.search(link.cue.text):
        amount = _AMOUNT_OF.match(reading.text, mention.start)
        return "present" if amount else said  # the amount of doping was set
    is_there = said == "reported" and mention.id in LASTING and is_stated(reading, mention)
    return "present" if is_there else said


def _of_label(reading: Reading, mention: Mention) -> str:
    """Return the direction of a label: "conformal", "blue-shifted", "not uniform"."""
    if (
        _is_attribute(reading, mention)
        or _is_mere_weakness(reading, mention)
        or _is_mere_smoothness(mention)
    ):
        return ""
    said = LABEL_DIRECTIONS[mention.label]
    if is_denied(reading, mention):
        if _TEXTURE.search(mention.text):
            return ""  # grains without a common orientation are crystalline nevertheless
        return {"present": "absent", "absent": "present"}.get(said, "none")
    return said


#: Labels for the orientation of grains.
_TEXTURE = re.compile(r"orient|textur|epitax", re.IGNORECASE)


def _closest(reading: Reading, mention: Mention, tree: Tree) -> Link | None:
    """Return the cue that the tree connects to a property, else a strong one right beside it."""
    link = (
        _ahead_of(reading, mention)
        or of_pronoun(reading, mention)
        or _nearest_cue(reading, mention, tree)
    )
    if link is None or link.cue.id in WEAK:
        free = [
            cue
            for cue in _free_cues(reading, tree)
            if not is_factor(reading, cue, mention)
            and not is_aside(reading, mention, cue)
            and not (
                cue.start >= mention.end and (tree.is_before_noun(cue) or tree.has_object(cue))
            )
        ]
        beside = cue_beside(reading, mention, free)
        return Link(beside, 0.0) if beside is not None else link
    return link


#: Text between words that end in a preposition and their property: "without harm to the".
_OBJECT = re.compile(r"\s+(?:(?:the|its|their|an?|any|either|both)\s+)?(?:[\w-]+\s+)?")
_PREPOSITION = re.compile(r"\s(?:to|of|on|in)$")


def _ahead_of(reading: Reading, mention: Mention) -> Link | None:
    """Return a strong cue whose object follows: "without harm to the gain"."""
    return next(
        (
            Link(cue, 0.0)
            for cue in reading.of_kind("direction")
            if cue.id in ("none", "absent")
            and _PREPOSITION.search(cue.text)
            and cue.end < mention.start
            and not BY_FACTOR.match(cue.text)
            and _OBJECT.fullmatch(reading.text, cue.end, mention.start)
        ),
        None,
    )


def _is_mere_weakness(reading: Reading, mention: Mention) -> bool:
    """Return whether a quality is lacking without comparison: "air-sensitive films"."""
    return (
        mention.label == "decreaseLabel"
        and mention.id in LASTING
        and HAPPENING.match(mention.text) is None
        and _COPULA.search(reading.text[: mention.start]) is None
    )


#: Words for a low level without a comparison: "poor stability".
_LACKING = re.compile(r"poor|low|limited|weak|insufficient|inferior|unsatisfactory", re.IGNORECASE)
#: Changes of a peak that do not move it: it vanishes, weakens, broadens, or covers a range.
_GONE = re.compile(
    r"disappear\w*|vanish\w*|quench\w*|lost|los(?:es?|s|ses|ing)|"
    r"(?:broad|narrow|wid|strong|weak|sharp|bright)(?:er|est|en\w*)|more intense|exten[ds]\w*",
    re.IGNORECASE,
)


#: Words before a level that is a reason or a circumstance: "because of its poor conductivity".
_GIVEN = re.compile(
    r"\b(?:because of|due to|owing to|with|from|of|despite|by)\s"
    r"(?:(?:its|their|the|an?)\s)?(?:\w+ly\s)?$"
)


def _says_no_change(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a cue is a level without comparison, or a vanished peak."""
    if _LACKING.fullmatch(cue.text):
        return mention.id in LASTING or _GIVEN.search(reading.text[: cue.start]) is not None
    return mention.id in POSITIONS and _GONE.fullmatch(cue.text) is not None


#: Smooth without a comparison, which is no claim according to the claims contract.
_SMOOTH = re.compile(r"(?:very |extremely |highly )?smooth\b(?! and uniform)", re.IGNORECASE)


def _is_mere_smoothness(mention: Mention) -> bool:
    """Return whether a surface is "smooth" without comparison, unlike "smoother"."""
    return mention.id == "surface_roughness" and _SMOOTH.match(mention.text) is not None


def _free_cues(reading: Reading, tree: Tree) -> list[Mention]:
    cues = [cue for cue in reading.of_kind("direction") if not in_compound(reading, cue)]
    return [cue for cue in cues if not bounds_number(reading, cue) and not tree.is_level(cue)]


def _is_attribute(reading: Reading, mention: Mention) -> bool:
    """Return whether a label is a mere attribute and no report.

    "The crystalline phase of the core", "when the shell is amorphous".
    """
    before = reading.text[: mention.start]
    circumstance = re.search(r"\b(?:when|if|once)\b[^,;]*$", before) is not None
    behind = reading.text[mention.end : mention.end + 1]
    of_sample = mention.id == "crystallinity" and _SAMPLE.match(reading.text, mention.end)
    if of_sample and re.search(r"\b(?:for|than|between|whereas)\s+(?:the\s+|an?\s+)?$", before):
        return True
    on = re.search(r"\b(?:on|onto)\s+(?:the\s+|an?\s+)?(?P<more>\w+\s+)?$", before)
    of_substrate = on is not None and (
        on["more"] is None or _SURFACE.match(reading.text, mention.end) is not None
    )
    if mention.id == "crystallinity" and on and _SURFACE.match(reading.text, mention.end):
        return True
    if mention.id == "doping" and _DOPED_PLATE.match(reading.text, mention.end):
        return True
    solid = any(m.kind == "material" and m.start == mention.end + 1 for m in reading.mentions)
    if solid and behind == " " and (of_substrate or mention.id == "doping"):
        return True
    if mention.id == "crystallinity" and _PART_OF.search(before):
        return True
    return circumstance or _ASPECT.match(reading.text, mention.end) is not None


#: Words before a phase that has a share: "the fraction of the amorphous phase".
_PART_OF = re.compile(
    r"\b(?:amounts?|fractions?|contents?|shares?|ratios?|proportions?|portions?) of (?:the |an? )?$"
)


def _nearest_cue(reading: Reading, mention: Mention, tree: Tree) -> Link | None:
    """Return the cue with the shortest tree path to the property, strong before weak ones."""
    links = []
    for cue in reading.of_kind("direction"):
        if in_compound(reading, cue):
            continue
        overlapping = cue.start < mention.end and mention.start < cue.end
        if (
            overlapping
            or bounds_number(reading, cue)
            or _ENDED.search(reading.between(cue, mention))
        ):
            continue
        if cue.start >= mention.end and tree.is_before_noun(cue):
            continue
        if is_apart(reading, cue, mention, tree):
            continue
        if is_factor(reading, cue, mention) or is_only_topic(reading, cue, mention, tree):
            continue
        distance = tree.distance(cue, mention)
        if distance is not None:
            links.append(Link(cue, distance + _STRENGTH.get(cue.id, 1.0)))
    return min(links, key=lambda link: (link.distance, link.cue.start), default=None)
