"""The direction that a cue states for its property: as it is, inverted, kept or denied."""

from __future__ import annotations

import re

from kg.extract.knowledge.property_kinds import FLIPPED, LASTING, is_flaw, is_phenomenon
from kg.extract.mentions import Mention
from kg.extract.syntax import Link, Tree, negated
from kg.extract.text.rare import Rare

#: A cue that contains its own negation: "does not alter", "no effect", "without loss of".
_NEGATIVE = re.compile(r"\b(?:not|no|without|little|minimal|negligible)\b", re.IGNORECASE)
#: Words before a noun of change that deny it: "no evidence of changes in", "without any change of".
_DENYING = Rare(
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){0,2}(?:of\s+)?(?:any\s+)?$|"
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){1,3}(?:that|which)\s+(?:would\s+|could\s+)?$|"
    r"\bnor\s+(?:an?\s+|any\s+|\w+ly\s+)?$|\bneither\s+(?:\w+ly\s+)?$|"
    r"\b(?:no|without)\s+(?:\w+\s+){0,2}[^.;,]{3,50}\s(?:or|and)\s+(?:\w+\s+){0,2}$|"
    r"\bneither\b[^.;,]{1,80}\bnor\b[^.;,]{1,60}$|"
    r"\b(?:ineffective|not effective|inefficient|unsuccessful) (?:in|at|for)\s+(?:further\s+)?$|"
    r"\b(?:unable|fails?|failed|insufficient|not (?:able|sufficient)) to\s+(?:further\s+)?$|"
    r"\b(?:hardly|barely|scarcely|negligibl[ye]|insignificant(?:ly)?)\s+(?:any\s+)?$",
    re.IGNORECASE,
)
#: Verbs of causing: their object arises or grows.
CAUSING = Rare(r"caus|induc|generat|introduc|creat", re.IGNORECASE)
#: Verbs of keeping; a quality that is kept is present: "the stability was preserved over 25 days".
_KEPT = re.compile(r"maintain|retain|preserv|persist|keep|kept|sustain|surviv", re.IGNORECASE)
#: Words of judgement: the improvement of a property that should be small is a decrease.
_JUDGING = re.compile(
    r"improv|better|best|superior|ameliorat|worse|deteriorat|inferior|favou?rable", re.IGNORECASE
)
#: Properties for which neither more nor less is better; to "improve" an inverse name means more of
#: the named quantity.
_NEUTRAL = frozenset({"contact_angle"})
#: Verbs which state that a harm occurred.
_OCCURRING = re.compile(
    r"occur(?!ring)|happen|trigger|t[ao]\w+ place|set[s]? in|lead|led\b|result|suffer|underg", re.I
)
#: Properties whose harm has a name of its own: bleaching, aggregation.
HARMED = LASTING - {"surface_passivation", "electronic_coupling"} | {"colloidal_stability"}
#: Properties whose inverse names are names of such a harm, not of a measured quantity.
_BY_HARM = HARMED | {"corrosion_resistance"}
#: Words for earlier work; what others have not done is not a finding.
_SO_FAR = re.compile(r"\b(?:previously|before|yet|so far|to date|until now)\b", re.IGNORECASE)
#: Verbs that widen the scope of an event and do not change its rate.
_WIDENING = re.compile(r"exten|expan|broaden|widen", re.IGNORECASE)
#: Words before traps that are only the origin, goal or place of something else.
_IN_PASSING = re.compile(
    r"(?<!lead )(?<!leads )(?<!led )(?<! rise )\b(?:from|into|via|through|with|by|between|at|to) "
    r"(?:the |an? |its |their )?(?:[\w-]+ ){0,3}$"
)
#: The agent of a passive, and text between traps and the verb for their effect.
_BY = re.compile(r" by\b")
_ACTS = re.compile(
    r"(?!.*\b(?:is|are|was|were|been|be)\b)(?: (?:levels?|states?|density))?"
    r"(?: (?:at|in|near|within|close to|of)\s[^.;,]{1,50})? "
)
#: Verbs of prevention.
_PREVENTING = re.compile(r"suppress|prevent|inhibit|hinder|imped|avoid|block|retard|delay")
_CHANGING = Rare(r"chang|transform|transition|perturb|distort|rearrang", re.IGNORECASE)


def direction_of(link: Link, mention: Mention, tree: Tree) -> str:
    """Return the direction of a property by its cue; ``""`` if the cue states none."""
    direction = _kept(link, mention, _brought_about(link, mention, tree))
    if mention.id == "structure" and _PREVENTING.match(link.cue.text):
        return "none" if _CHANGING.search(mention.text) else direction
    is_paced = direction in FLIPPED and not _WIDENING.match(link.cue.text)
    if mention.label == "rateLabel" and not is_paced:
        return ""
    judged = _JUDGING.match(link.cue.text) is not None and mention.id not in _NEUTRAL
    if judged and direction in FLIPPED:
        direction = FLIPPED[direction] if is_flaw(mention.id) else direction
    elif mention.label == "inverseLabel":
        if mention.id == "nucleation" and direction == "present":  # a delay that was seen
            return "" if _is_denied(link, mention, tree) else "decrease"
        direction = _inverted(link, mention, direction)
    if direction and _is_denied(link, mention, tree):
        return _denied(direction, link.cue, tree.reading.text)
    return direction


def _denied(direction: str, cue: Mention, text: str) -> str:
    """Return the direction that remains if the cue is denied."""
    if CAUSING.match(cue.text) and text.startswith(" by ", cue.end):
        return ""  # "the ripening was not caused by the heating": only this cause is denied
    if direction == "reported":
        return "" if _SO_FAR.search(text) else "absent"
    return {"present": "absent", "reported": "", "none": ""}.get(direction, "none")


def _inverted(link: Link, mention: Mention, direction: str) -> str:
    """Return the direction of a property named by its opposite or its harm: "corrosion fell".

    If a transmission rate varies, so does the barrier; a dissolution that varies is a harm and no
    change.
    """
    is_level = direction in ("none", "change") and not _KEPT.match(link.cue.text)
    if is_level and mention.id not in _BY_HARM:
        return direction
    if direction == "absent" and mention.id in LASTING:
        return "increase"
    is_harmed = mention.id in HARMED and _OCCURRING.match(link.cue.text) is not None
    return FLIPPED.get(direction, "decrease" if is_harmed else "")


def _brought_about(link: Link, mention: Mention, tree: Tree) -> str:
    """Return the direction of "shows", "causes" or "induces": present, change or increase."""
    direction = link.cue.id
    if direction != "present":
        return direction
    if _CHANGING.search(mention.text):
        return "change"
    if mention.id == "trap_states" and _IN_PASSING.search(tree.reading.text[: mention.start]):
        return ""
    if not CAUSING.match(link.cue.text):
        return direction
    if _is_mere_reason(link, mention, tree.reading.text):
        return ""
    if _is_kept_from(link, tree):
        return "decrease"
    if mention.id == "trap_states" and tree.is_participle(link.cue, behind=True):
        return ""  # "the defects induced by strain" only specifies the defects
    is_made = mention.id == "trap_states" and not link.cue.text.endswith("ed")
    is_there = mention.label != "inverseLabel" and is_phenomenon(mention.id)
    return "present" if is_there and not is_made else "increase"


def _is_mere_reason(link: Link, mention: Mention, text: str) -> bool:
    """Return whether a verb of causing gives the reason of a fact, or the effect of traps.

    "The low mobility is caused by grain boundaries", "the traps cause a loss".
    """
    if mention.end >= link.cue.start:
        return False
    is_event = is_phenomenon(mention.id) or is_flaw(mention.id)
    is_harm = mention.label == "inverseLabel"  # if something caused a degradation, it occurred
    if _BY.match(text, link.cue.end) and not (is_event or is_harm):
        return True
    is_doer = _ACTS.fullmatch(text, mention.end, link.cue.start) is not None
    return mention.id == "trap_states" and is_doer


def _kept(link: Link, mention: Mention, direction: str) -> str:
    """Return the direction of a verb of keeping: a kept phenomenon is present, a quality more."""
    if direction != "none" or not _KEPT.match(link.cue.text):
        return direction
    if is_phenomenon(mention.id):
        return "present"
    return "increase" if mention.id in LASTING else direction


def _is_denied(link: Link, mention: Mention, tree: Tree) -> bool:
    return not _NEGATIVE.search(link.cue.text) and bool(
        negated(tree, link.cue, mention) or _DENYING.search(tree.reading.text, 0, link.cue.start)
    )


def _is_kept_from(link: Link, tree: Tree) -> bool:
    """Return whether the cause of a change is inhibited: "inhibits the diffusion that causes X"."""
    cause = tree.head(link.cue)
    if cause is None or cause.dep_ not in ("relcl", "acl"):
        return False
    inhibitor = cause.head.head
    return any(
        inhibitor in tree.words(cue)
        for cue in tree.reading.of_kind("direction")
        if cue.id == "decrease"
    )
